//! The show: one performance of a programme, live or rehearsed.
//!
//! [`Show`] is all that the screens are drawn from; [`update()`] is the only thing that changes it, one [`Msg`] at a time,
//! and answers with the [`Effect`]s it asks of the world. It never meets a file, a clock, a thread or a terminal.

mod changing;
mod choices;
pub mod clock;
mod day;
pub mod form;
mod jumps;
pub mod keys;
mod leaving;
pub mod look;
mod lost;
mod mouse;
mod moves;
pub mod msg;
mod narrowed;
mod notices;
mod order;
pub mod overlays;
mod progress;
mod reader;
pub mod reading;
pub mod record;
mod recorder;
pub mod recording;
mod reload;
pub mod resume;
mod schedule;
pub mod screens;
mod seen;
mod snapshots;
pub mod state;
mod ticks;
mod typed;
mod update;

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

pub use clock::{Clock, Lateness};
pub use keys::Keymap;
pub use leaving::Veil;
pub use look::{CellShape, Colours, Look, Size, ThemeName};
pub use msg::{Awake, Clickable, Effect, Key, KeyCode, Moment, Msg, Watching, Worker};
pub use narrowed::Narrowed;
pub use overlays::Standing;
pub use progress::Progress;
pub use reading::{Omission, Reading};
pub use record::{Happened, Record};
pub use recording::{Recording, RecordingTrouble};
pub use resume::{Interrupted, Offer};
pub use schedule::Plan;
pub use screens::{
    Device, Follower, FollowerRole, Health, Heard, PortMoved, Serving, USUAL_PORT, typed_address,
};
pub use state::{
    Deed, NotChanged, Notice, Noticed, Outline, OutlineRow, Overlay, Question, Screen, Stage, Typed,
};
pub use update::{TORN_SEQUENCE, update};

use self::keys::Action;
use self::leaving::Screens;
use self::lost::Lost;
use self::recorder::Recorder;
use crate::lang::{Lang, Words};
use crate::programme::{Cue, Day, Occasion, Part, Place, Programme, Step, StepId, Stride, Turn};
use crate::script::{self, Mode, Presses, Problem, Sources};
use crate::slide::RunId;

/// What is decided before a show and never changes in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub lang: Lang,
    /// An advance within this time of the last one is dropped.
    pub guard: Duration,
    /// Whose reading is served, over the script's own `leader`.
    pub occasion: Occasion,
    /// Which run it is, for whoever follows it.
    pub run: RunId,
    /// The script, as its runs are known by: its path from the root, or `bawaan:NAME` for one that ships.
    pub script: Arc<str>,
    /// Where to begin at once, without the ready screen: a number, an id, or either with a clause.
    pub begin_at: Option<String>,
    /// How the screens look at first.
    pub look: Look,
    /// What each key does.
    pub keymap: Arc<Keymap>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Whether the screens are served to the local network, too: the leader is told before it is done.
    pub share: bool,
    /// Whether it was opened from the list of ceremonies, to which `Q` returns before the beginning.
    pub from_list: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            guard: Duration::from_millis(250),
            occasion: Occasion::default(),
            run: RunId::default(),
            script: Arc::default(),
            begin_at: None,
            look: Look::default(),
            keymap: Arc::default(),
            mouse: false,
            share: false,
            from_list: false,
        }
    }
}

/// One performance.
#[derive(Debug, Clone)]
pub struct Show {
    settings: Settings,
    /// The sources on air; while no good script has been seen, those that were read first.
    sources: Arc<Sources>,
    /// The programme on air; none while no good script has been seen.
    programme: Option<Arc<Programme>>,
    /// Whose reading is served: as it was settled before the show, under the key that the person has now.
    occasion: Occasion,
    /// What is wrong with the script as it was last saved. The programme on air may be an older one.
    problems: Vec<Problem>,
    /// Whether the last save was refused.
    refused: bool,
    watching: Watching,
    awake: Awake,
    serving: Serving,
    followers: Arc<[Follower]>,
    recording: Recording,
    /// Whether another process runs the same script on this computer.
    runs_elsewhere: bool,
    stage: Stage,
    /// Where the show is; kept on the closing card, from which back returns. None before the beginning.
    place: Option<Place>,
    /// The step at which this run began: those before are no part of it. None where it began at the top, and all that is
    /// put in before is part of it.
    first_step: Option<StepId>,
    /// A place that a save has taken away, to be found again by a later one.
    lost: Option<Lost>,
    clock: Clock,
    reading: Reading,
    /// What was decided on the day.
    day: Day,
    undo: Vec<state::Snapshot>,
    recorder: Recorder,
    /// A run that was interrupted, put back onto this show: the leader has not said yet from where it goes on.
    offer: Option<Offer>,
    presses: Presses,
    /// The step of somebody else that moves phrase by phrase.
    by_phrase: Option<StepId>,
    /// The step that the show has come to for the first time, as long as it stays there.
    looked_at: Option<StepId>,
    /// Steps that a save has changed and that were not visited since.
    changed: HashSet<StepId>,
    screens: Screens,
    look: Look,
    screen: Screen,
    overlay: Option<Overlay>,
    question: Option<Question>,
    typed: Option<Typed>,
    notice: Option<Noticed>,
    clicker_heard: bool,
    /// The first row of the steps shown on the ready screen, or of the problems while waiting.
    scroll: usize,
    /// The furthest row to which the list on the screen can be scrolled, as it was last drawn.
    furthest_scroll: usize,
    hands: Hands,
}

/// When keys and clicks last came, for the guards. Steady time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Hands {
    advance: Option<Duration>,
    back: Option<Duration>,
    escape: Option<Duration>,
    click: Option<Duration>,
    /// With what it was that changed the picture.
    screens: Option<(Action, Duration)>,
    digits_vanished: Option<Duration>,
}

impl Show {
    /// A show of the script as first read. With [`Settings::begin_at`] it begins at once; a script with errors waits for
    /// a good save.
    pub fn new(settings: Settings, sources: &Sources, watching: Watching, now: Moment) -> Self {
        Self::of_reading(settings, script::read(sources), sources, watching, now)
    }

    /// The same, of a script that was read by whoever opened it.
    pub fn of_reading(
        settings: Settings,
        reading: script::Reading,
        sources: &Sources,
        watching: Watching,
        now: Moment,
    ) -> Self {
        let screens = Screens::new(settings.run.clone());
        let mut show = Self {
            occasion: settings.occasion.clone(),
            look: settings.look,
            settings,
            sources: Arc::new(sources.clone()),
            programme: None,
            problems: Vec::new(),
            refused: false,
            watching,
            awake: Awake::Asked,
            serving: Serving::Off,
            followers: Arc::default(),
            recording: Recording::NotYet,
            runs_elsewhere: false,
            stage: Stage::Waiting,
            place: None,
            first_step: None,
            lost: None,
            clock: Clock::new(now),
            reading: Reading::default(),
            day: Day::default(),
            undo: Vec::new(),
            recorder: Recorder::default(),
            offer: None,
            presses: Presses::One,
            by_phrase: None,
            looked_at: None,
            changed: HashSet::new(),
            screens,
            screen: Screen::Leader,
            overlay: None,
            question: None,
            typed: None,
            notice: None,
            clicker_heard: false,
            scroll: 0,
            furthest_scroll: usize::MAX,
            hands: Hands::default(),
        };
        // The key that chose it in the list may bounce: that must not begin it.
        show.hands.advance = show.settings.from_list.then_some(now.steady);
        show.take_in(reading, sources, now);
        if show.settings.share {
            show.tell(Notice::Sharing, now);
        }
        // Whoever publishes begins with it.
        show.refresh_leaving();
        show
    }

    /// The words of the interface.
    pub fn words(&self) -> &'static Words {
        self.settings.lang.words()
    }

    /// Whether the mouse may be used.
    pub fn takes_mouse(&self) -> bool {
        self.settings.mouse
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// The programme on air.
    pub fn programme(&self) -> Option<&Programme> {
        self.programme.as_deref()
    }

    /// Whether quitting now returns to the list of ceremonies: nothing has begun that could be lost.
    pub fn quits_to_list(&self) -> bool {
        let nothing_begun = self.offer.is_some() || matches!(self.stage, Stage::Waiting | Stage::Ready);
        self.settings.from_list && nothing_begun
    }

    /// The sources on air; while no good script has been seen, those that were read first.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// What is wrong with the script as it was last saved.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether the last save was refused, so that what is on air is an older script.
    pub fn is_refused(&self) -> bool {
        self.refused
    }

    /// How saves are noticed.
    pub fn watching(&self) -> &Watching {
        &self.watching
    }

    /// Whether the display is kept from going dark.
    pub fn awake(&self) -> Awake {
        self.awake
    }

    /// Where the audience's screens find the show.
    pub fn serving(&self) -> &Serving {
        &self.serving
    }

    /// Which screens follow, and how they are.
    pub fn followers(&self) -> &[Follower] {
        &self.followers
    }

    /// How the journal is.
    pub fn recording(&self) -> &Recording {
        &self.recording
    }

    /// Whether another process runs the same script on this computer.
    pub fn runs_elsewhere(&self) -> bool {
        self.runs_elsewhere
    }

    /// How far the show has come.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Where the show is. On the closing card the last place; none before the beginning.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// The present step.
    pub fn step(&self) -> Option<&Step> {
        self.programme()?.step(&self.place.as_ref()?.cue.step)
    }

    /// The present cue.
    pub fn cue(&self) -> Option<&Cue> {
        self.programme()?.cue(&self.place.as_ref()?.cue)
    }

    /// The position of the present step.
    pub fn step_position(&self) -> Option<usize> {
        self.programme()?.position(&self.place.as_ref()?.cue.step)
    }

    /// The position of the step at which this run began.
    pub fn first_step(&self) -> usize {
        let first = self.first_step.as_ref().zip(self.programme());
        first
            .and_then(|(step, programme)| programme.position(step))
            .unwrap_or(0)
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// What has been read and left out.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// One key a phrase and its repeat, or two.
    pub fn presses(&self) -> Presses {
        self.presses
    }

    /// How the screens look.
    pub fn look(&self) -> Look {
        self.look
    }

    /// What each key does.
    pub fn keymap(&self) -> &Keymap {
        &self.settings.keymap
    }

    /// The screen that the terminal shows.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// What is open over the leader's screen.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// The question that waits.
    pub fn question(&self) -> Option<&Question> {
        self.question.as_ref()
    }

    /// Digits being typed.
    pub fn typed(&self) -> Option<&Typed> {
        self.typed.as_ref()
    }

    /// What the leader is told.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref().map(|noticed| &noticed.notice)
    }

    /// The first row shown on the ready screen, or of the problems while waiting.
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// The furthest row to which the list on the screen can be scrolled, as it was last drawn.
    pub fn furthest_scroll(&self) -> usize {
        self.furthest_scroll
    }

    /// Whether `u` has something to go back to.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether a save has changed a step that was not visited since.
    pub fn is_changed(&self, step: &StepId) -> bool {
        self.changed.contains(step)
    }

    /// How much of a cue one advance moves over.
    pub fn stride(&self, step: &Step, cue: &Cue) -> Stride {
        let by_phrase = cue.ours || self.by_phrase.as_ref() == Some(&step.id);
        match cue.mode {
            _ if !cue.id.part.is_text() || !by_phrase => Stride::Cue,
            Mode::Together => Stride::Group,
            Mode::Alone | Mode::Echo => Stride::Phrase,
        }
    }

    /// Whether the repeat of the present phrase has a key of its own.
    pub fn repeat_has_key(&self, step: &Step, cue: &Cue) -> bool {
        self.presses == Presses::Two && cue.mode == Mode::Echo && self.stride(step, cue) == Stride::Phrase
    }

    /// Whose turn it is with two presses a phrase.
    pub fn turn(&self) -> Turn {
        self.place.as_ref().map_or(Turn::Lead, |place| place.turn)
    }

    /// Whether numbers typed now mean clauses of the present text rather than steps.
    pub fn is_in_text(&self) -> bool {
        let in_text = self.cue().is_some_and(|cue| cue.id.part.is_text());
        self.stage == Stage::Running && in_text && self.step().is_some_and(|step| step.clauses > 0)
    }

    /// What was left out of the present step, where its closing is about to be read: it must be seen once more before.
    pub fn left_out_here(&self) -> Vec<&Omission> {
        let (Some(step), Some(cue)) = (self.step(), self.cue()) else {
            return Vec::new();
        };
        let last_of_text = step
            .cues
            .iter()
            .rev()
            .find(|one| one.id.part.is_text())
            .map(|one| &one.id);
        let closing = cue.id.part == Part::Closing || last_of_text == Some(&cue.id);
        self.reading
            .left_out()
            .iter()
            .filter(|one| closing && *one.step() == step.id)
            .collect()
    }
}

#[cfg(test)]
mod tests;
