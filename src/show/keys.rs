//! The one table of keys: what each does where, unless the user's settings give other keys. From it the [`Keymap`] is
//! made, and from that the key handling and the help screen.
//!
//! Letters count in both cases (Caps Lock). A key that is not in the table for the place where it is pressed does
//! nothing, except that it drops digits being typed.

mod keymap;

use std::borrow::Cow;

pub use keymap::Keymap;

use super::msg::{Key, KeyCode};
use crate::lang::KeyWords;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Go on with an interrupted run, from the beginning of the part that was read.
    ResumeClause,
    /// Go on with it at the very phrase.
    ResumePhrase,
    /// Go on with it from the top of the text.
    ResumeText,
    /// Leave it, and begin anew.
    BeginAnew,
    /// Begin the ceremony.
    Begin,
    /// A clicker's forward key on the ready screen: heard once, begins the second time.
    BeginByClicker,
    /// A clicker's other keys on the ready screen: only heard.
    HearClicker,
    /// One move forward; with digits typed, the jump.
    Advance,
    /// The jump, where digits are typed: what Enter still does when it has no other use.
    Jump,
    /// One move forward, never a jump.
    AdvanceOnly,
    /// One move back.
    Back,
    /// Back, or take away the last digit.
    BackOrErase,
    /// Take away the last digit: what Backspace still does when it has no other use.
    EraseDigit,
    /// The next step.
    NextStep,
    /// The previous step.
    PreviousStep,
    /// The first clause of the text, elsewhere the first step.
    First,
    /// The last clause of the text, elsewhere the last step.
    Last,
    /// The present clause again.
    RestartCue,
    /// The whole text again.
    RestartText,
    /// Undo the last jump, restart, drop, mark, or change of the programme.
    Undo,
    /// Drop the present step.
    DropStep,
    /// The signatory who is called is absent.
    MarkAbsent,
    /// Mark what was left out as said.
    MarkSaid,
    /// One key or two for a phrase and its repeat.
    TogglePresses,
    /// A text of somebody else phrase by phrase, or clause by clause.
    ToggleByPhrase,
    /// Pause the clock, or end the pause.
    TogglePause,
    /// The other screen.
    SwitchScreen,
    /// All screens dark, or not any more.
    ToggleBlank,
    /// The title card on all screens, or not any more.
    ToggleTitleCard,
    /// The screens stay as they are while the leader moves on, or not any more.
    ToggleHold,
    /// Open or close what is told of the screens that follow.
    ToggleScreens,
    /// The next theme.
    NextTheme,
    /// Larger type.
    Larger,
    /// Smaller type.
    Smaller,
    /// Open or close the outline.
    ToggleOutline,
    /// Open or close the help.
    ToggleHelp,
    /// Open or close the problems.
    ToggleProblems,
    /// Close what is open.
    Close,
    /// End the program.
    Quit,
    /// Stop the program until the shell resumes it.
    Suspend,
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the top.
    Top,
    /// To the bottom.
    Bottom,
    /// Jump to the chosen row.
    Choose,
    /// Begin to type a filter.
    BeginFilter,
    /// Keep the filter and stop typing.
    KeepFilter,
    /// Drop the filter.
    DropFilter,
    /// Take away the last character of the filter.
    EraseFilter,
    /// Move the chosen step one place up.
    MoveStepUp,
    /// Move it one place down.
    MoveStepDown,
    /// Drop the chosen step, after asking why; or take that back.
    DropChosen,
    /// Put in a step after the chosen one.
    InsertStep,
    /// Let somebody stand in for a person.
    ReplacePerson,
    /// The next field of a form.
    NextField,
    /// The field before.
    PreviousField,
    /// The next choice of a field.
    NextChoice,
    /// The choice before.
    PreviousChoice,
    /// Take away the last character of a field.
    EraseInField,
    /// The next field; on the last one, what the form is for.
    FinishField,
    /// Leave a form without doing anything.
    LeaveForm,
    /// Yes.
    Yes,
    /// No.
    No,
}

impl Action {
    /// Whether it moves the show forward by one, and so is guarded against a bouncing or held key.
    pub const fn moves_forward(self) -> bool {
        matches!(
            self,
            Self::Advance | Self::AdvanceOnly | Self::BeginByClicker | Self::MarkAbsent | Self::DropStep
        )
    }

    /// Whether it moves the show back by one, guarded likewise.
    pub const fn is_back(self) -> bool {
        matches!(self, Self::Back | Self::BackOrErase)
    }

    /// Whether it puts another picture on a screen that the hall may see, and takes it away again. Guarded each by itself: held
    /// down it would flicker before everybody, and bouncing it would do nothing, or too much.
    pub const fn changes_picture(self) -> bool {
        matches!(
            self,
            Self::ToggleBlank
                | Self::ToggleTitleCard
                | Self::ToggleHold
                | Self::SwitchScreen
                | Self::NextTheme
        )
    }

    /// Whether it answers the offer to go on with an interrupted run.
    pub const fn resumes(self) -> bool {
        matches!(
            self,
            Self::ResumeClause | Self::ResumePhrase | Self::ResumeText | Self::BeginAnew
        )
    }

    /// Whether a held key may repeat it: only what scrolls or erases.
    pub const fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Up | Self::Down | Self::PageUp | Self::PageDown | Self::EraseFilter | Self::EraseInField
        )
    }
}

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// No good script yet.
    Waiting,
    /// The offer to go on with an interrupted run.
    Resume,
    /// The ready screen.
    Ready,
    /// A ceremony that runs, on the leader's screen.
    Running,
    /// The closing card.
    Finished,
    /// The audience view while a ceremony runs.
    Audience,
    /// The audience view on the closing card.
    AudienceIdle,
    /// A question.
    Question,
    /// The outline.
    Outline,
    /// The filter of the outline.
    Filter,
    /// A form that is open in the outline.
    Form,
    /// Help or problems.
    Scrolling,
    /// The list of ceremonies.
    Picker,
    /// The filter of that list.
    PickerFilter,
    /// A screen that follows a leader.
    Following,
}

/// Which part of the help a binding is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// On the ready screen.
    Ready,
    /// While the ceremony runs.
    Running,
    /// In the outline.
    Outline,
    /// In questions and overlays.
    Overlay,
    /// In the list of ceremonies.
    Picker,
}

/// What a binding is called in the words of a language.
pub type Told = fn(&KeyWords) -> &'static str;

/// A row of the table.
#[derive(Debug, Clone)]
pub struct Binding {
    /// Where it counts.
    pub contexts: &'static [Context],
    /// The keys, the best known first.
    pub keys: Cow<'static, [Key]>,
    /// What they ask for.
    pub action: Action,
    /// Where and how the help tells it; `None` where another row tells it already.
    pub help: Option<(Section, Told)>,
}

impl Binding {
    /// Whether its keys are the same for everybody: those that lead out of everything.
    pub fn is_fixed(&self) -> bool {
        !self.keys.is_empty() && self.keys.iter().all(|key| ALWAYS.contains(key))
    }
}

/// The keys that always lead out: Esc, and what ends or suspends a program in every terminal.
pub const ALWAYS: &[Key] = &[ESC, control('c'), control('z')];

const fn letter(letter: char) -> Key {
    Key::plain(KeyCode::Char(letter))
}

const fn control(letter: char) -> Key {
    Key::ctrl(KeyCode::Char(letter))
}

const SPACE: Key = letter(' ');
const ENTER: Key = Key::plain(KeyCode::Enter);
const ESC: Key = Key::plain(KeyCode::Esc);
const TAB: Key = Key::plain(KeyCode::Tab);
const UP: Key = Key::plain(KeyCode::Up);
const DOWN: Key = Key::plain(KeyCode::Down);
const LEFT: Key = Key::plain(KeyCode::Left);
const RIGHT: Key = Key::plain(KeyCode::Right);
const PAGE_UP: Key = Key::plain(KeyCode::PageUp);
const PAGE_DOWN: Key = Key::plain(KeyCode::PageDown);
const HOME: Key = Key::plain(KeyCode::Home);
const END: Key = Key::plain(KeyCode::End);
const BACKSPACE: Key = Key::plain(KeyCode::Backspace);
const F5: Key = Key::plain(KeyCode::F(5));

/// Where the ceremony is on, on the leader's screen.
const LEADING: &[Context] = &[Context::Running, Context::Finished];
/// Wherever a ceremony can be moved.
const MOVING: &[Context] = &[
    Context::Running,
    Context::Finished,
    Context::Audience,
    Context::AudienceIdle,
];
/// Wherever something can be undone: in the outline and before the beginning only what has moved nothing.
const UNDOING: &[Context] = &[
    Context::Ready,
    Context::Running,
    Context::Finished,
    Context::Audience,
    Context::AudienceIdle,
    Context::Outline,
];
/// Wherever there is a picture on the screens: as soon as the ceremony could begin.
const ON_SCREENS: &[Context] = &[
    Context::Ready,
    Context::Running,
    Context::Finished,
    Context::Audience,
    Context::AudienceIdle,
];
/// Where a list is scrolled by pages: the problems while waiting, and open overlays without a field to type in.
const SCROLLED: &[Context] = &[Context::Waiting, Context::Outline, Context::Scrolling];
/// Everywhere but in a question. Where letters are typed comes last.
const EVERYWHERE: &[Context] = &[
    Context::Waiting,
    Context::Resume,
    Context::Ready,
    Context::Running,
    Context::Finished,
    Context::Audience,
    Context::AudienceIdle,
    Context::Outline,
    Context::Scrolling,
    Context::Form,
    Context::Filter,
];
/// Where help and problems are looked up.
const LOOKED_UP: &[Context] = &[
    Context::Waiting,
    Context::Resume,
    Context::Ready,
    Context::Running,
    Context::Finished,
    Context::Scrolling,
];
/// Everywhere but in a question and where letters are typed.
const UNTYPED: &[Context] = match EVERYWHERE {
    [untyped @ .., Context::Form, Context::Filter] => untyped,
    _ => &[],
};

macro_rules! bindings {
    ($($contexts:expr, [$($key:expr),+] => $action:ident $(, $section:ident: $help:ident)?;)+) => {
        &[$(Binding {
            contexts: $contexts,
            keys: Cow::Borrowed(&[$($key),+]),
            action: Action::$action,
            help: bindings!(@help $($section $help)?),
        },)+]
    };
    (@help) => { None };
    (@help $section:ident $help:ident) => { Some((Section::$section, |words: &KeyWords| words.$help)) };
}

/// The table, as it is before the user's settings. The first row that has the key for the context counts: so a row that
/// the help tells may name every key of its sort, and a row before it may give one of them an action of its own.
pub const BINDINGS: &[Binding] = bindings! {
    &[Context::Question], [ENTER] => Yes, Overlay: yes;
    &[Context::Question], [ESC] => No, Overlay: no;

    &[Context::Resume], [ENTER] => ResumeClause;
    &[Context::Resume], [letter('k')] => ResumePhrase;
    &[Context::Resume], [letter('a')] => ResumeText;
    &[Context::Resume], [letter('n')] => BeginAnew;

    &[Context::Ready], [ENTER] => Begin, Ready: begin;
    &[Context::Ready], [SPACE, PAGE_DOWN] => BeginByClicker, Ready: begin_by_clicker;
    &[Context::Ready], [PAGE_UP, F5, ESC] => HearClicker;
    &[Context::Waiting, Context::Ready], [UP] => Up;
    &[Context::Waiting, Context::Ready], [DOWN] => Down;

    MOVING, [ENTER] => Advance;
    MOVING, [SPACE, ENTER, RIGHT, DOWN, PAGE_DOWN] => AdvanceOnly, Running: advance;
    MOVING, [BACKSPACE] => BackOrErase;
    MOVING, [LEFT, UP, PAGE_UP, BACKSPACE] => Back, Running: back;
    MOVING, [letter('n')] => NextStep, Running: next_step;
    MOVING, [letter('p')] => PreviousStep, Running: previous_step;
    MOVING, [HOME] => First, Running: first;
    MOVING, [END] => Last, Running: last;
    MOVING, [letter('r')] => RestartCue, Running: restart_cue;
    LEADING, [control('r')] => RestartText, Running: restart_text;
    UNDOING, [letter('u')] => Undo, Running: undo;
    &[Context::Running, Context::Audience], [letter('s')] => DropStep, Running: drop_step;
    &[Context::Running, Context::Audience], [letter('a')] => MarkAbsent, Running: mark_absent;
    LEADING, [letter('x')] => MarkSaid, Running: mark_said;
    MOVING, [letter('e')] => TogglePresses, Running: toggle_presses;
    MOVING, [letter('v')] => ToggleByPhrase, Running: toggle_by_phrase;
    MOVING, [letter('c')] => TogglePause, Running: toggle_pause;

    UNTYPED, [TAB] => SwitchScreen, Running: switch_screen;
    // The second is what clickers send.
    ON_SCREENS, [letter('b'), letter('.')] => ToggleBlank, Running: blank;
    ON_SCREENS, [letter('o')] => ToggleTitleCard, Running: title_card;
    ON_SCREENS, [letter('f')] => ToggleHold, Running: hold;
    &[Context::Waiting, Context::Ready, Context::Running, Context::Finished, Context::Scrolling],
        [letter('l')] => ToggleScreens, Running: screens;
    &[Context::Ready, Context::Running, Context::Finished], [letter('g')] => ToggleOutline, Running: outline;
    UNTYPED, [letter('t')] => NextTheme, Running: theme;
    // The second is the same key without Shift on many keyboards.
    MOVING, [letter('+'), letter('=')] => Larger, Running: larger;
    MOVING, [letter('-')] => Smaller, Running: smaller;

    &[Context::Outline], [DOWN] => Down;
    &[Context::Outline], [UP, DOWN] => Up, Outline: choose_row;
    &[Context::Outline], [ENTER] => Choose, Outline: choose;
    &[Context::Outline], [letter('/')] => BeginFilter, Outline: filter;
    &[Context::Outline], [letter('g')] => ToggleOutline;
    // The second ones are the same keys without Shift on many keyboards.
    &[Context::Outline], [letter('>'), letter('.')] => MoveStepDown;
    &[Context::Outline], [letter('<'), letter('>'), letter(','), letter('.')] => MoveStepUp, Outline: move_step;
    &[Context::Outline], [letter('s')] => DropChosen, Outline: drop_chosen;
    &[Context::Outline], [letter('i')] => InsertStep, Outline: insert_step;
    &[Context::Outline], [letter('w')] => ReplacePerson, Outline: replace_person;
    &[Context::Form], [ENTER] => FinishField;
    &[Context::Form], [ESC] => LeaveForm;
    &[Context::Form], [DOWN, TAB] => NextField;
    &[Context::Form], [UP] => PreviousField;
    &[Context::Form], [LEFT] => PreviousChoice;
    &[Context::Form], [RIGHT] => NextChoice;
    &[Context::Form], [BACKSPACE] => EraseInField;
    &[Context::Filter], [UP] => Up;
    &[Context::Filter], [DOWN] => Down;
    &[Context::Filter], [PAGE_UP] => PageUp;
    &[Context::Filter], [PAGE_DOWN] => PageDown;
    &[Context::Filter], [ENTER] => KeepFilter;
    &[Context::Filter], [ESC] => DropFilter;
    &[Context::Filter], [BACKSPACE] => EraseFilter;

    &[Context::Picker], [ENTER] => Choose, Picker: open_ceremony;
    &[Context::Picker], [DOWN] => Down;
    &[Context::Picker], [PAGE_UP] => PageUp;
    &[Context::Picker], [PAGE_DOWN] => PageDown;
    &[Context::Picker], [HOME] => Top;
    &[Context::Picker], [END] => Bottom;
    &[Context::Picker], [UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END] => Up, Picker: choose_ceremony;
    &[Context::Picker], [letter('/')] => BeginFilter, Picker: filter;
    &[Context::Picker, Context::PickerFilter], [ESC] => DropFilter, Picker: drop_filter;
    &[Context::PickerFilter], [UP] => Up;
    &[Context::PickerFilter], [DOWN] => Down;
    &[Context::PickerFilter], [PAGE_UP] => PageUp;
    &[Context::PickerFilter], [PAGE_DOWN] => PageDown;
    &[Context::PickerFilter], [ENTER] => KeepFilter;
    &[Context::PickerFilter], [BACKSPACE] => EraseFilter;
    &[Context::Picker], [letter('t')] => NextTheme, Picker: theme;
    &[Context::Picker], [letter('?')] => ToggleHelp, Picker: help;
    &[Context::Picker], [letter('q')] => Quit, Picker: quit;
    &[Context::Picker], [control('z')] => Suspend, Picker: suspend_list;
    &[Context::Picker, Context::PickerFilter], [control('c')] => Quit, Picker: quit;
    &[Context::PickerFilter], [control('z')] => Suspend;

    &[Context::Following], [letter('t')] => NextTheme;
    &[Context::Following], [letter('+'), letter('=')] => Larger;
    &[Context::Following], [letter('-')] => Smaller;
    &[Context::Following], [letter('q')] => Quit;
    &[Context::Following], [control('c')] => Quit;
    &[Context::Following], [control('z')] => Suspend;

    &[Context::Scrolling], [DOWN] => Down;
    SCROLLED, [PAGE_UP] => PageUp;
    SCROLLED, [PAGE_DOWN] => PageDown;
    SCROLLED, [HOME] => Top;
    SCROLLED, [END] => Bottom;
    &[Context::Scrolling], [UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END] => Up, Overlay: scroll;
    EVERYWHERE, [ESC] => Close, Overlay: close;

    LOOKED_UP, [letter('?')] => ToggleHelp, Running: help;
    LOOKED_UP, [letter('m')] => ToggleProblems, Running: problems;
    UNTYPED, [letter('q')] => Quit, Running: quit;
    EVERYWHERE, [control('c')] => Quit, Running: quit;
    EVERYWHERE, [control('z')] => Suspend, Running: suspend;
};
