//! The picker: the list of ceremonies from which one is opened, with a filter, and the help of its keys.
//!
//! [`Picker`] is all that its screen is drawn from; [`update()`] is the only thing that changes it. It never meets a file:
//! the ceremonies were found and read by the edge, and what to open is an [`Effect`].

pub mod ceremony;

use std::sync::Arc;
use std::time::Duration;

pub use ceremony::{Ceremony, Facts, Origin, PlannedStep, Which};

use crate::lang::{Lang, Words};
use crate::show::keys::{Action, Context};
use crate::show::{
    Clickable, Colours, Key, KeyCode, Keymap, Look, Moment, Msg, Narrowed, Settings, TORN_SEQUENCE,
};

/// How many rows a page is.
const PAGE: isize = 5;

/// Something to be done by the loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Open a ceremony.
    Open(Which),
    /// Give the terminal back and stop until the shell resumes the program.
    Suspend,
    /// End the program.
    Quit,
}

/// The list of ceremonies, and what is chosen in it.
#[derive(Debug, Clone)]
pub struct Picker {
    lang: Lang,
    look: Look,
    keymap: Arc<Keymap>,
    mouse: bool,
    /// What leads away within this time of an answer is dropped: the key that gave it may bounce.
    guard: Duration,
    ceremonies: Vec<Ceremony>,
    /// The ceremonies that the filter lets through, by position.
    rows: Vec<usize>,
    list: Narrowed,
    /// The first row of the help, where it is open.
    help: Option<usize>,
    /// The furthest row to which the help can be scrolled, as it was last drawn.
    furthest_scroll: usize,
    /// When something was last answered: a show led back here, or a filter was kept. And when Esc last came. Steady time.
    answered: Option<Duration>,
    escape: Option<Duration>,
    /// When something was last clicked. Steady time.
    click: Option<Duration>,
}

impl Picker {
    /// A picker of these ceremonies, in this order; the first one is chosen. Of the settings of their shows it has the
    /// language, the looks, the keys and the guard.
    pub fn new(settings: &Settings, ceremonies: Vec<Ceremony>) -> Self {
        let mut picker = Self {
            lang: settings.lang,
            look: settings.look,
            keymap: Arc::clone(&settings.keymap),
            mouse: settings.mouse,
            guard: settings.guard,
            ceremonies,
            rows: Vec::new(),
            list: Narrowed::default(),
            help: None,
            furthest_scroll: usize::MAX,
            answered: None,
            escape: None,
            click: None,
        };
        picker.narrow();
        picker
    }

    /// A show has led back: takes in the ceremonies as they are now, in the order in which they stood before, so that the
    /// row that was chosen is found where it was.
    pub fn come_back(&mut self, mut ceremonies: Vec<Ceremony>, look: Look, at: Moment) {
        let before: Vec<Which> = self.ceremonies.iter().map(|one| one.which.clone()).collect();
        let chosen = self.chosen().map(|one| one.which.clone());
        ceremonies.sort_by_key(|one| {
            before
                .iter()
                .position(|which| *which == one.which)
                .unwrap_or(usize::MAX)
        });
        self.ceremonies = ceremonies;
        self.look = look;
        self.answered = Some(at.steady);
        self.narrow();
        let found = self.shown().position(|one| Some(&one.which) == chosen.as_ref());
        self.list.chosen = found.unwrap_or(self.list.chosen);
        self.list.move_by(0, self.rows.len());
    }

    /// The words of the interface.
    pub fn words(&self) -> &'static Words {
        self.lang.words()
    }

    /// The language of the interface.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// How the screen looks.
    pub fn look(&self) -> Look {
        self.look
    }

    /// What each key does.
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Whether the mouse may be used.
    pub fn takes_mouse(&self) -> bool {
        self.mouse
    }

    /// How many ceremonies there are, whatever the filter lets through.
    pub fn count(&self) -> usize {
        self.ceremonies.len()
    }

    /// The ceremonies that the filter lets through.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Ceremony> + '_ {
        self.rows.iter().map(|row| &self.ceremonies[*row])
    }

    /// The row that is chosen, and the filter.
    pub fn list(&self) -> &Narrowed {
        &self.list
    }

    /// The ceremony that is chosen; none where the filter lets none through.
    pub fn chosen(&self) -> Option<&Ceremony> {
        self.ceremonies.get(*self.rows.get(self.list.chosen)?)
    }

    /// The first row of the help, where it is open.
    pub fn help(&self) -> Option<usize> {
        self.help
    }

    /// The furthest row to which the help can be scrolled, as it was last drawn.
    pub fn furthest_scroll(&self) -> usize {
        self.furthest_scroll
    }

    /// Where a key is pressed now.
    pub fn context(&self) -> Context {
        match self.help {
            Some(_) => Context::Scrolling,
            None if self.list.typing => Context::PickerFilter,
            None => Context::Picker,
        }
    }

    fn narrow(&mut self) {
        let filter = self.list.filter.to_lowercase();
        self.rows = (0..)
            .zip(&self.ceremonies)
            .filter(|(_, ceremony)| ceremony.has(&filter))
            .map(|(row, _)| row)
            .collect();
    }

    fn key_pressed(&mut self, key: Key, repeated: bool, at: Moment) -> Vec<Effect> {
        let soon_after =
            |last: Option<Duration>, span| last.is_some_and(|last| at.steady.saturating_sub(last) < span);
        if soon_after(self.escape, TORN_SEQUENCE) {
            return Vec::new();
        }
        if key.told_apart().code == KeyCode::Esc {
            self.escape = Some(at.steady);
        }
        if self.help.is_none() && self.list.take_letter(key) {
            self.narrow();
            return Vec::new();
        }
        let Some(action) = self.keymap.action(self.context(), key) else {
            return Vec::new();
        };
        if repeated && !action.may_repeat() {
            return Vec::new();
        }
        self.ask(action, at)
    }

    /// A text was pasted: into the filter, where one is typed. Anywhere else it does nothing.
    fn pasted(&mut self, text: &str) {
        if self.context() == Context::PickerFilter {
            self.list.take_pasted(text);
            self.narrow();
        }
    }

    /// Does what a key or a click asks for, unless it bounces.
    fn ask(&mut self, action: Action, at: Moment) -> Vec<Effect> {
        let leads_away = matches!(action, Action::Choose | Action::Quit);
        let answered = self.answered;
        if leads_away && answered.is_some_and(|last| at.steady.saturating_sub(last) < self.guard) {
            return Vec::new();
        }
        if action == Action::KeepFilter {
            self.answered = Some(at.steady);
        }
        self.act(action)
    }

    /// Something was clicked: only what can still be asked for is done. A click soon after another one is dropped, for
    /// the first may have put something else under the pointer.
    fn clicked(&mut self, target: &Clickable, at: Moment) -> Vec<Effect> {
        let last = self.click.replace(at.steady);
        if last.is_some_and(|last| at.steady.saturating_sub(last) < self.guard) {
            return Vec::new();
        }
        match target {
            Clickable::Key(action) if self.keymap.shown_key(self.context(), *action).is_some() => {
                self.ask(*action, at)
            }
            Clickable::Ceremony(row) if self.help.is_none() && *row < self.rows.len() => {
                self.list.chosen = *row;
                self.ask(Action::Choose, at)
            }
            Clickable::Key(_) | Clickable::Ceremony(_) | Clickable::Row(_) => Vec::new(),
        }
    }

    /// The wheel chooses the next row, or scrolls the help.
    fn wheel_turned(&mut self, rows: isize) {
        self.move_by(if self.help.is_some() { rows } else { rows.signum() });
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Choose => {
                let chosen = self.chosen().map(|ceremony| ceremony.which.clone());
                return chosen.map(Effect::Open).into_iter().collect();
            }
            Action::Quit => return vec![Effect::Quit],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Up => self.move_by(-1),
            Action::Down => self.move_by(1),
            Action::PageUp => self.move_by(-PAGE),
            Action::PageDown => self.move_by(PAGE),
            Action::Top => self.move_by(isize::MIN),
            Action::Bottom => self.move_by(isize::MAX),
            Action::BeginFilter => self.list.begin_filter(),
            Action::KeepFilter => self.list.end_filter(true),
            Action::DropFilter => self.drop_filter(),
            Action::EraseFilter => self.list.erase_filter(),
            Action::ToggleHelp => self.toggle_help(),
            Action::Close => self.help = None,
            Action::NextTheme if self.look.colours == Colours::None => {}
            Action::NextTheme => self.look.theme = self.look.theme.next(),
            // What only a show does. The help lets through the keys of every open window.
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
            | Action::ToggleBlank
            | Action::ToggleTitleCard
            | Action::ToggleHold
            | Action::ToggleScreens
            | Action::TogglePresses
            | Action::ToggleByPhrase
            | Action::TogglePause
            | Action::SwitchScreen
            | Action::ToggleOutline
            | Action::ToggleProblems
            | Action::Larger
            | Action::Smaller
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
        if matches!(
            action,
            Action::BeginFilter | Action::DropFilter | Action::EraseFilter
        ) {
            self.narrow();
        }
        Vec::new()
    }

    /// Drops the filter; the ceremony that it led to stays chosen.
    fn drop_filter(&mut self) {
        let chosen = self.rows.get(self.list.chosen).copied();
        self.list.end_filter(false);
        self.list.chosen = chosen.unwrap_or(0);
    }

    fn move_by(&mut self, rows: isize) {
        match &mut self.help {
            Some(scroll) => {
                let furthest = self.furthest_scroll;
                *scroll = (*scroll).min(furthest).saturating_add_signed(rows).min(furthest);
            }
            None => self.list.move_by(rows, self.rows.len()),
        }
    }

    fn toggle_help(&mut self) {
        self.furthest_scroll = usize::MAX;
        self.help = match self.help {
            Some(_) => None,
            None => Some(0),
        };
    }
}

/// Takes in one message and gives what is to be done. Never fails.
pub fn update(picker: &mut Picker, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::KeyPressed { key, repeated, at } => picker.key_pressed(key, repeated, at),
        Msg::ListDrawn { furthest } => {
            picker.furthest_scroll = furthest;
            Vec::new()
        }
        Msg::Pasted { text, .. } => {
            picker.pasted(&text);
            Vec::new()
        }
        Msg::Clicked { target, at } => picker.clicked(&target, at),
        Msg::WheelTurned { rows, .. } => {
            picker.wheel_turned(rows);
            Vec::new()
        }
        Msg::SuspendAsked { .. } => vec![Effect::Suspend],
        // Nothing here depends on the size, on a clock, on a watch or on the display; a press that hits nothing is none.
        Msg::Resized { .. }
        | Msg::MousePressed { .. }
        | Msg::AwakeChanged { .. }
        | Msg::RecordingChanged { .. }
        | Msg::RunsElsewhere { .. }
        | Msg::SourcesSaved { .. }
        | Msg::Ticked { .. }
        | Msg::WatchChanged { .. }
        | Msg::ServingChanged { .. }
        | Msg::FollowersChanged { .. }
        | Msg::LeaderHeard { .. }
        | Msg::WorkerStopped { .. }
        | Msg::Resumed { .. } => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
