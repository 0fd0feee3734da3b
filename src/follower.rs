//! A screen that follows a leader from another terminal: what it shows, and whether its leader is still heard.
//!
//! [`FollowingScreen`] is all that it is drawn from; [`update()`] is the only thing that changes it. It knows no script and
//! moves nothing: its keys change its own look. A lost leader changes nothing of what it shows; after [`PATIENCE`] a
//! small [`Mark`] may be drawn in a corner, and nothing else is ever told. Whom it follows is decided by [`Choice`].

mod choice;
mod merge;

use std::sync::Arc;
use std::time::Duration;

pub use self::choice::{AnnouncedRun, Choice, LostRun};
pub use self::merge::merge;
use crate::lang::{Lang, Words};
use crate::show::keys::{Action, Context};
use crate::show::{
    Colours, FollowerRole, Heard, Key, KeyCode, Keymap, Look, Moment, Msg, Settings, TORN_SEQUENCE,
};
use crate::slide::{Numbered, Prompt, RunId, Slide, State};

/// A leader who has not been heard for so long is taken for lost.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// A screen that has heard no leader for so long tells whoever sets it up that it waits for one. Sooner than [`PATIENCE`]:
/// nothing stands on it yet, and one that is there is found at once.
pub const WAITING: Duration = Duration::from_secs(2);

/// Something to be done by the loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Tell the leader, once it is drawn, that this number is on the screen.
    Report {
        /// The number.
        number: u64,
    },
    /// Give the terminal back and stop until the shell resumes the program.
    Suspend,
    /// End the program.
    Quit,
}

/// What the corner of the screen tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// No leader has been heard yet.
    Waiting,
    /// The leader is not heard any more.
    Lost,
}

/// What stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// For the hall.
    Slide(Arc<Numbered<Slide>>),
    /// For the podium.
    Prompt(Arc<Numbered<Prompt>>),
}

impl Content {
    /// What is heard, where it is something to be shown.
    pub fn of(heard: &Heard) -> Option<Self> {
        match heard {
            Heard::Slide(slide) => Some(Self::Slide(Arc::clone(slide))),
            Heard::Prompt(prompt) => Some(Self::Prompt(Arc::clone(prompt))),
            Heard::Beat | Heard::Cut => None,
        }
    }

    /// The run that it is from.
    pub fn run(&self) -> &RunId {
        match self {
            Self::Slide(slide) => &slide.run,
            Self::Prompt(prompt) => &prompt.run,
        }
    }

    fn number(&self) -> u64 {
        match self {
            Self::Slide(slide) => slide.number,
            Self::Prompt(prompt) => prompt.number,
        }
    }

    /// What the leader has made of the screens.
    pub fn state(&self) -> State {
        match self {
            Self::Slide(slide) => slide.content.state,
            Self::Prompt(prompt) => prompt.content.state,
        }
    }

    /// Whether it may take the place of another one: it comes from another run, or later in the same.
    fn replaces(&self, other: &Self) -> bool {
        self.run() != other.run() || self.number() > other.number()
    }
}

/// A screen that follows.
#[derive(Debug, Clone)]
pub struct FollowingScreen {
    role: FollowerRole,
    lang: Lang,
    look: Look,
    keymap: Arc<Keymap>,
    content: Option<Content>,
    /// When the leader was last heard; before that, when the screen began to wait. Steady time.
    heard: Duration,
    /// The time of the last message. Steady time.
    now: Duration,
    /// When Esc last came. Steady time.
    escape: Option<Duration>,
}

impl FollowingScreen {
    /// A screen that waits for its leader. Of the settings of a show it has the language, the look and the keys.
    pub fn new(role: FollowerRole, settings: &Settings, at: Moment) -> Self {
        Self {
            role,
            lang: settings.lang,
            look: settings.look,
            keymap: Arc::clone(&settings.keymap),
            content: None,
            heard: at.steady,
            now: at.steady,
            escape: None,
        }
    }

    /// Whom the screen is for.
    pub fn role(&self) -> FollowerRole {
        self.role
    }

    /// The words of the interface.
    pub fn words(&self) -> &'static Words {
        self.lang.words()
    }

    /// How the screen looks.
    pub fn look(&self) -> Look {
        self.look
    }

    /// What stands on the screen; nothing before the first leader, and then the screen is dark.
    pub fn content(&self) -> Option<&Content> {
        self.content.as_ref()
    }

    /// What the corner tells now, where it tells anything.
    pub fn mark(&self) -> Option<Mark> {
        let mark = self.missed()?;
        (self.now >= self.due(mark)).then_some(mark)
    }

    /// How long until the mark is due, counted from when the last message came, and when that was.
    pub fn until_next_change(&self) -> Option<(Duration, Duration)> {
        let left = self.due(self.missed()?).saturating_sub(self.now);
        (!left.is_zero()).then_some((left, self.now))
    }

    /// When a mark is to be drawn, if nothing is heard before. Steady time.
    fn due(&self, mark: Mark) -> Duration {
        self.heard
            + match mark {
                Mark::Waiting => WAITING,
                Mark::Lost => PATIENCE,
            }
    }

    /// What a leader who is not heard leaves to be told. After the end of a ceremony nothing: leaders quit then.
    fn missed(&self) -> Option<Mark> {
        match self.content.as_ref().map(Content::state) {
            None => Some(Mark::Waiting),
            Some(State::Ended) => None,
            Some(State::Showing | State::Blank | State::Held | State::TitleCard) => Some(Mark::Lost),
        }
    }

    fn pass(&mut self, at: Moment) {
        // Threads stamp what they tell: a later message may bear an earlier time.
        self.now = self.now.max(at.steady);
    }

    fn leader_heard(&mut self, heard: Heard, at: Moment) -> Vec<Effect> {
        self.pass(at);
        let content = match (heard, self.role) {
            (Heard::Slide(slide), FollowerRole::Hall) => Some(Content::Slide(slide)),
            (Heard::Prompt(prompt), FollowerRole::Reader) => Some(Content::Prompt(prompt)),
            (Heard::Beat, _) => None,
            // What is for another screen is no sign of our leader. A cut changes nothing by itself: the time since
            // the leader was last heard runs already.
            (Heard::Slide(_), FollowerRole::Reader)
            | (Heard::Prompt(_), FollowerRole::Hall)
            | (Heard::Cut, _) => return Vec::new(),
        };
        self.heard = self.heard.max(at.steady);
        if let Some(new) = content
            && self.content.as_ref().is_none_or(|old| new.replaces(old))
        {
            self.content = Some(new);
        }
        let shown = self.content.as_ref().map(Content::number);
        shown
            .map(|number| Effect::Report { number })
            .into_iter()
            .collect()
    }

    fn key_pressed(&mut self, key: Key, repeated: bool, at: Moment) -> Vec<Effect> {
        self.pass(at);
        let is_torn = |last: Duration| at.steady.saturating_sub(last) < TORN_SEQUENCE;
        if self.escape.is_some_and(is_torn) {
            return Vec::new();
        }
        if key.told_apart().code == KeyCode::Esc {
            self.escape = Some(at.steady);
        }
        let action = self.keymap.action(Context::Following, key);
        match action.filter(|action| !repeated || action.may_repeat()) {
            Some(action) => self.act(action),
            None => Vec::new(),
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Quit => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::NextTheme if self.look.colours == Colours::None => {}
            Action::NextTheme => self.look.theme = self.look.theme.next(),
            Action::Larger => self.look.size = self.look.size.larger(),
            Action::Smaller => self.look.size = self.look.size.smaller(),
            // What only a leader does.
            Action::ResumeClause
            | Action::ResumePhrase
            | Action::ResumeText
            | Action::BeginAnew
            | Action::Begin
            | Action::BeginByClicker
            | Action::HearClicker
            | Action::Advance
            | Action::Jump
            | Action::AdvanceOnly
            | Action::Back
            | Action::BackOrErase
            | Action::EraseDigit
            | Action::NextStep
            | Action::PreviousStep
            | Action::First
            | Action::Last
            | Action::RestartCue
            | Action::RestartText
            | Action::Undo
            | Action::DropStep
            | Action::MarkAbsent
            | Action::MarkSaid
            | Action::TogglePresses
            | Action::ToggleByPhrase
            | Action::TogglePause
            | Action::SwitchScreen
            | Action::ToggleBlank
            | Action::ToggleTitleCard
            | Action::ToggleHold
            | Action::ToggleScreens
            | Action::ToggleOutline
            | Action::ToggleHelp
            | Action::ToggleProblems
            | Action::Close
            | Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::Top
            | Action::Bottom
            | Action::Choose
            | Action::BeginFilter
            | Action::KeepFilter
            | Action::DropFilter
            | Action::EraseFilter
            | Action::MoveStepUp
            | Action::MoveStepDown
            | Action::DropChosen
            | Action::InsertStep
            | Action::ReplacePerson
            | Action::NextField
            | Action::PreviousField
            | Action::NextChoice
            | Action::PreviousChoice
            | Action::EraseInField
            | Action::FinishField
            | Action::LeaveForm
            | Action::Yes
            | Action::No => {}
        }
        Vec::new()
    }
}

/// Takes in one message and gives what is to be done. Never fails.
pub fn update(following: &mut FollowingScreen, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::LeaderHeard { heard, at } => following.leader_heard(heard, at),
        Msg::KeyPressed { key, repeated, at } => following.key_pressed(key, repeated, at),
        Msg::SuspendAsked { .. } => vec![Effect::Suspend],
        Msg::Ticked { at } => {
            following.pass(at);
            Vec::new()
        }
        // Nobody could be heard while the program was stopped.
        Msg::Resumed { at } => {
            following.pass(at);
            following.heard = following.now;
            Vec::new()
        }
        // There is no script, no list, no mouse and nothing to type in here, and no worker whose end the hall should be told of.
        Msg::Resized { .. }
        | Msg::Pasted { .. }
        | Msg::MousePressed { .. }
        | Msg::Clicked { .. }
        | Msg::WheelTurned { .. }
        | Msg::ListDrawn { .. }
        | Msg::SourcesSaved { .. }
        | Msg::WatchChanged { .. }
        | Msg::AwakeChanged { .. }
        | Msg::RecordingChanged { .. }
        | Msg::RunsElsewhere { .. }
        | Msg::ServingChanged { .. }
        | Msg::FollowersChanged { .. }
        | Msg::WorkerStopped { .. } => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
