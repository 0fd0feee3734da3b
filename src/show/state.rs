//! The parts of a show's state: stages, what is open on the screen, questions, notices, and what can be undone.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Moment;
use super::form::Form;
use super::look::{Size, ThemeName};
use super::narrowed::Narrowed;
use super::reading::{Omission, Reading};
use super::screens::PortMoved;
use crate::programme::{CueId, Day, NotThere, Place, StepId};

/// How far a show has come. A pause is no stage: the clock is paused, moving is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// No good script has been seen yet: the problems are shown, and a save is waited for.
    Waiting,
    /// The programme is there and has not begun.
    Ready,
    /// Between its beginning and the closing card.
    Running,
    /// On the closing card.
    Finished,
}

/// Which of the two screens the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The leader's (layar kendali).
    Leader,
    /// What the audience sees.
    Audience,
}

/// What is open over the leader's screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// The programme, to jump within it.
    Outline(Outline),
    /// What the keys do.
    Help {
        /// The first row shown.
        scroll: usize,
    },
    /// What is wrong with the script.
    Problems {
        /// The first row shown.
        scroll: usize,
    },
    /// Where the audience's screens find the show, and which follow it.
    Screens {
        /// The first row shown.
        scroll: usize,
    },
}

/// The open outline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// Which row is chosen, and what narrows them.
    pub list: Narrowed,
    /// What is being filled in, over or below the rows.
    pub form: Option<Form>,
}

/// A row of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutlineRow {
    /// A step.
    Step(StepId),
    /// A part of a text: of the present step, or one that was left out.
    Cue(CueId),
}

/// A question that waits for Enter or Esc.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Whether to end the program while a ceremony runs.
    Quit,
    /// Whether to drop a required step.
    DropStep(StepId),
    /// Whether to read the whole text again from its top.
    RestartText(StepId),
}

/// Digits that are being typed to jump somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The digits, and a point.
    pub text: String,
    /// When the last one came, in steady time.
    pub at: Duration,
}

/// Something the leader is told once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A clicker works; the next press begins.
    ClickerHeard,
    /// A clicker's key that does not begin.
    ClickerKeyHeard,
    /// This was left out by the last move.
    LeftOut(Vec<Omission>),
    /// The script was reloaded, and this is left out by it, or was by the last move.
    ReloadedLeavingOut {
        /// What is left out.
        left_out: Vec<Omission>,
        /// Steps that are new or say something else.
        changed: usize,
        /// Steps that are gone.
        gone: usize,
    },
    /// Marked as said.
    MarkedSaid(Omission),
    /// The ceremony has begun so long after it was to begin.
    BegunLate(Duration),
    /// Nothing was interrupted that could be gone on with.
    NothingToResume,
    /// There is nothing left out to mark.
    NothingLeftOut,
    /// There is nothing to undo.
    NothingToUndo,
    /// This is undone.
    Undone(Deed),
    /// The place that was asked for is not there.
    NotThere(NotThere),
    /// A step was dropped.
    Dropped(StepId),
    /// A step that must be held was left before all of it was shown. It is told and not listed: what others say is said
    /// whether it is shown or not, and nobody here knows how far they came.
    LeftBeforeEnd(StepId),
    /// The script was reloaded: so many steps have changed, so many are gone.
    Reloaded {
        /// Steps that are new or say something else.
        changed: usize,
        /// Steps that are gone.
        gone: usize,
    },
    /// The phrase that is being read was changed by a save.
    PhraseChanged,
    /// The phrase that was being repeated was changed by a save: the reader reads it again.
    TurnGivenBack,
    /// The cue that was being read is gone: this is the nearest one before.
    CueGone,
    /// The person whose reading was to be served is not in the script any more.
    ReaderGone {
        /// The key that was given for them.
        key: String,
        /// Who is served instead: the script's own leader.
        served: Option<String>,
    },
    /// A repeat has its own key now, or no more.
    Presses {
        /// Whether a repeat now has its own key.
        two: bool,
    },
    /// A text of somebody else moves phrase by phrase now, or clause by clause.
    ByPhrase(bool),
    /// There is no text here for `v` or Ctrl-R.
    NotHere,
    /// Another theme.
    Theme(ThemeName),
    /// The terminal has no colours, and so no themes.
    NoColours,
    /// Type of another size now.
    Size {
        /// Which.
        size: Size,
        /// Whether it was so already, and there is no more, or no less.
        at_end: bool,
    },
    /// The program cannot be stopped while a ceremony runs.
    NoSuspend,
    /// The watcher died: saves are no longer noticed.
    WatcherStopped,
    /// Whoever kept the display from going dark died.
    AwakeStopped,
    /// Another process runs the same script.
    RunsElsewhere,
    /// Whoever brought the journal to the disk died.
    JournalUnguarded,
    /// Whoever served the audience's screens died.
    ServerStopped,
    /// The screens are served to the local network.
    Sharing,
    /// The screens are served at another port than the one that was asked for.
    PortMoved(PortMoved),
    /// A step was moved, on the day.
    StepMoved {
        /// Which.
        step: StepId,
        /// Its number now, from 1.
        number: usize,
    },
    /// A step was put in, on the day.
    StepInserted {
        /// Which.
        step: StepId,
        /// Its number, from 1.
        number: usize,
    },
    /// A step that was dropped is to be held after all.
    StepRestored(StepId),
    /// Somebody stands in for a person, or the person of the script is there again.
    PersonReplaced {
        /// The label of the person.
        person: String,
        /// Who stands in; nobody any more where there is none.
        by: Option<String>,
    },
    /// The programme was not changed as was asked for.
    NotChanged(NotChanged),
    /// There is nobody to be replaced: the script names no person.
    NobodyNamed,
    /// What was done last has moved the show, and so is not undone under the open outline.
    UndoneElsewhere,
}

/// Why the programme is not changed on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotChanged {
    /// The step is present, was held already, or lies behind: only what is to come can be changed.
    NotToCome,
    /// It is the first of what is to come already.
    First,
    /// It is the last already.
    Last,
    /// The ceremony is over.
    Over,
}

impl Notice {
    /// What it tells to be left out.
    pub fn left_out(&self) -> &[Omission] {
        match self {
            Self::LeftOut(left_out) | Self::ReloadedLeavingOut { left_out, .. } => left_out,
            _ => &[],
        }
    }

    /// Whether it speaks of the place, and so is untrue once that is left.
    pub const fn is_of_the_place(&self) -> bool {
        matches!(self, Self::PhraseChanged | Self::TurnGivenBack | Self::CueGone)
    }

    /// Whether it says no to what was asked for last, and so is old once something else is done.
    pub const fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::NothingLeftOut
                | Self::NothingToUndo
                | Self::NotThere(_)
                | Self::NotHere
                | Self::NoColours
                | Self::NoSuspend
                | Self::Size { at_end: true, .. }
                | Self::NotChanged(_)
                | Self::NobodyNamed
                | Self::UndoneElsewhere
        )
    }

    /// Whether it only says what a key has just done, which is seen as well: it goes by itself. So does a refusal.
    pub const fn is_confirmation(&self) -> bool {
        matches!(
            self,
            Self::MarkedSaid(_)
                | Self::Undone(_)
                | Self::Presses { .. }
                | Self::ByPhrase(_)
                | Self::Theme(_)
                | Self::Size { .. }
                | Self::StepMoved { .. }
                | Self::StepInserted { .. }
                | Self::StepRestored(_)
                | Self::PersonReplaced { .. }
        )
    }

    /// Whether it answers a key, and is of no use once that has been read.
    pub const fn is_answer(&self) -> bool {
        self.is_confirmation() || self.is_refusal()
    }

    /// Whether it tells what a good save has done, which a refused one makes old.
    pub const fn is_of_a_save(&self) -> bool {
        matches!(
            self,
            Self::Reloaded { .. }
                | Self::PhraseChanged
                | Self::TurnGivenBack
                | Self::CueGone
                | Self::ReaderGone { .. }
        )
    }
}

/// A notice with the time it came, so that a move right after does not sweep it away unread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// What is told.
    pub notice: Notice,
    /// When, in steady time; for the answer to a key, when it was first on the leader's screen.
    pub at: Duration,
}

/// A notice that is younger than this survives a move.
const NOTICE_STAYS: Duration = Duration::from_secs(3);

/// The answer to a key goes by itself after so long on the leader's screen.
const ANSWER_STAYS: Duration = Duration::from_secs(5);

impl Noticed {
    /// What is left of it when a later save was refused: what was left out still is.
    pub fn without_save(mut self) -> Option<Self> {
        if let Notice::ReloadedLeavingOut { left_out, .. } = self.notice {
            self.notice = Notice::LeftOut(left_out);
        }
        (!self.notice.is_of_a_save()).then_some(self)
    }

    /// Whether it may well be unread.
    pub fn is_young(&self, at: Moment) -> bool {
        at.steady.saturating_sub(self.at) < NOTICE_STAYS
    }

    /// When it goes by itself, in steady time; none where it stays until a move.
    pub fn goes_at(&self) -> Option<Duration> {
        self.notice.is_answer().then(|| self.at + ANSWER_STAYS)
    }
}

/// What can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// A jump to somewhere else.
    Jump,
    /// A part or a text from its beginning.
    Restart,
    /// A step that was dropped.
    Drop,
    /// A signatory who was marked as absent.
    Absence,
    /// What was left out, marked as said.
    Mark,
    /// A step that was moved, put in or taken back, or a person who was replaced, on the day.
    Day,
}

/// What `u` goes back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// What was done then.
    pub deed: Deed,
    /// The place; none where the deed has moved nothing, and neither does undoing it.
    pub place: Option<Place>,
    /// Whether it was the closing card.
    pub finished: bool,
    /// What had been read, dropped and left out.
    pub reading: Reading,
    /// What had been decided on the day.
    pub day: Day,
    /// The step of somebody else that moved phrase by phrase.
    pub by_phrase: Option<StepId>,
    /// The step that the show had come to for the first time, and had not gone on from.
    pub looked_at: Option<StepId>,
}
