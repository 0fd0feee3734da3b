//! `update`: the one function that changes a show. Dispatches messages and actions; the deeds themselves are in the
//! rooms beside it: `moves`, `jumps`, `choices`, `overlays`, `changing`, `day`, `typed`, `reload` and `resume`.

use std::sync::Arc;
use std::time::Duration;

use super::keys::{Action, Context};
use super::record::ResumedFrom;
use super::screens::Serving;
use super::state::{Notice, Overlay, Question};
use super::{
    Awake, Effect, Happened, Key, KeyCode, Moment, Msg, Screen, Show, Stage, Veil, Watching, Worker,
};
use crate::script;

/// Keys so soon after Esc are the rest of a sequence that a slow line has torn apart.
pub const TORN_SEQUENCE: Duration = Duration::from_millis(30);

/// Takes in one message and gives what is to be done. Never fails: there is no message that a show cannot take.
pub fn update(show: &mut Show, msg: Msg) -> Vec<Effect> {
    let moves = may_move(&msg);
    let asked = take_in(show, msg);
    let records = show.take_records().into_iter().map(Box::new);
    let mut effects: Vec<Effect> = records.map(Effect::Record).collect();
    if moves {
        effects.extend(show.refresh_leaving());
    }
    // The end of the run is recorded before the end of the program.
    effects.extend(asked);
    effects
}

/// Whether a message may change what is on the audience's screens.
fn may_move(msg: &Msg) -> bool {
    match msg {
        Msg::KeyPressed { .. } | Msg::Clicked { .. } | Msg::SourcesSaved { .. } => true,
        Msg::Pasted { .. }
        | Msg::MousePressed { .. }
        | Msg::WheelTurned { .. }
        | Msg::Resized { .. }
        | Msg::ListDrawn { .. }
        | Msg::Ticked { .. }
        | Msg::WatchChanged { .. }
        | Msg::AwakeChanged { .. }
        | Msg::RecordingChanged { .. }
        | Msg::RunsElsewhere { .. }
        | Msg::ServingChanged { .. }
        | Msg::FollowersChanged { .. }
        | Msg::LeaderHeard { .. }
        | Msg::WorkerStopped { .. }
        | Msg::SuspendAsked { .. }
        | Msg::Resumed { .. } => false,
    }
}

fn take_in(show: &mut Show, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::KeyPressed { key, repeated, at } => {
            show.clock.advance_to(at);
            show.key_pressed(key, repeated, at)
        }
        Msg::Pasted { text, at } => {
            show.clock.advance_to(at);
            show.take_pasted(&text, at);
            Vec::new()
        }
        Msg::Clicked { target, at } => {
            show.clock.advance_to(at);
            show.clicked(target, at)
        }
        Msg::WheelTurned { rows, at } => {
            show.clock.advance_to(at);
            show.wheel_turned(rows);
            Vec::new()
        }
        // The loop makes a click of every press that meets something; this one has met nothing.
        Msg::MousePressed { .. }
        // Nothing of the show depends on the size; the loop draws anew.
        | Msg::Resized { .. }
        // This is heard by a screen that follows; a show leads.
        | Msg::LeaderHeard { .. } => Vec::new(),
        Msg::ListDrawn { furthest } => {
            show.furthest_scroll = furthest;
            Vec::new()
        }
        Msg::SourcesSaved { sources, at } => {
            show.clock.advance_to(at);
            let reading = script::read(&sources);
            show.see(&sources, reading.script.is_some());
            show.take_in(reading, &sources, at);
            Vec::new()
        }
        Msg::Ticked { at } => {
            show.clock.advance_to(at);
            show.let_digits_vanish(at);
            show.let_answer_go(at);
            Vec::new()
        }
        Msg::WatchChanged { watching, at } => {
            show.clock.advance_to(at);
            show.watching = watching;
            Vec::new()
        }
        Msg::AwakeChanged { awake } => {
            show.awake = awake;
            Vec::new()
        }
        Msg::RecordingChanged { recording, at } => {
            show.clock.advance_to(at);
            show.recording = recording;
            Vec::new()
        }
        Msg::RunsElsewhere { at } => {
            show.clock.advance_to(at);
            show.runs_elsewhere = true;
            if show.stage != Stage::Ready {
                // The ready screen tells it for as long as it stands.
                show.tell(Notice::RunsElsewhere, at);
            }
            Vec::new()
        }
        Msg::ServingChanged { serving, at } => {
            show.tell_of_moved_port(&serving, at);
            show.clock.advance_to(at);
            if matches!(serving, Serving::Open { .. }) {
                show.take_back(&Notice::ServerStopped);
            }
            show.serving = serving;
            Vec::new()
        }
        Msg::FollowersChanged { followers, at } => {
            show.clock.advance_to(at);
            show.followers = followers;
            Vec::new()
        }
        Msg::WorkerStopped { worker, at } => {
            show.clock.advance_to(at);
            show.worker_stopped(worker, at);
            Vec::new()
        }
        Msg::SuspendAsked { at } => {
            show.clock.advance_to(at);
            show.suspend(at)
        }
        Msg::Resumed { at } => {
            show.clock.advance_to(at);
            Vec::new()
        }
    }
}

impl Show {
    /// Where a key is pressed now.
    pub fn context(&self) -> Context {
        if self.question.is_some() {
            return Context::Question;
        }
        match (&self.overlay, self.screen, self.stage) {
            (Some(Overlay::Outline(outline)), ..) if outline.form.is_some() => Context::Form,
            (Some(Overlay::Outline(outline)), ..) if outline.list.typing => Context::Filter,
            (Some(Overlay::Outline(_)), ..) => Context::Outline,
            (Some(Overlay::Help { .. } | Overlay::Problems { .. } | Overlay::Screens { .. }), ..) => {
                Context::Scrolling
            }
            (None, ..) if self.offer.is_some() => Context::Resume,
            (None, _, Stage::Waiting) => Context::Waiting,
            (None, _, Stage::Ready) => Context::Ready,
            (None, Screen::Leader, Stage::Running) => Context::Running,
            (None, Screen::Leader, Stage::Finished) => Context::Finished,
            (None, Screen::Audience, Stage::Running) => Context::Audience,
            (None, Screen::Audience, Stage::Finished) => Context::AudienceIdle,
        }
    }

    fn key_pressed(&mut self, key: Key, repeated: bool, at: Moment) -> Vec<Effect> {
        if self
            .hands
            .escape
            .is_some_and(|escape| at.steady.saturating_sub(escape) < TORN_SEQUENCE)
        {
            return Vec::new();
        }
        if key.told_apart().code == KeyCode::Esc {
            self.hands.escape = Some(at.steady);
        }
        self.let_digits_vanish(at);
        self.let_answer_go(at);
        let context = self.context();
        if self.take_letter(context, key, repeated, at) || self.take_digit(context, key, repeated, at) {
            self.clear_refusal();
            return Vec::new();
        }
        let Some(action) = self.settings.keymap.action(context, key) else {
            self.drop_digits(at);
            // What would be an advance on the ceremony is one that was dropped: hands that press so fast answer nothing.
            let elsewhere = self.settings.keymap.action(Context::Running, key);
            if elsewhere.is_some_and(Action::moves_forward) {
                self.hands.advance = Some(at.steady);
            }
            return Vec::new();
        };
        self.ask(action, repeated, at)
    }

    /// Does what a key or a click asks for, unless it came too soon.
    pub(super) fn ask(&mut self, action: Action, repeated: bool, at: Moment) -> Vec<Effect> {
        if self.is_held_back(action, repeated, at) {
            return Vec::new();
        }
        self.clear_refusal();
        if action != Action::Advance {
            // Whoever has done something else has given the number up: the next Enter is an advance again.
            self.hands.digits_vanished = None;
        }
        let effects = self.act(action, at);
        if !matches!(action, Action::BackOrErase | Action::EraseDigit) {
            self.typed = None;
        }
        effects
    }

    /// Whether a key must be dropped: repeats that a terminal reports, and advances too soon after the last one, taken
    /// or not, so that a held or bouncing key moves twice at most.
    fn is_held_back(&mut self, action: Action, repeated: bool, at: Moment) -> bool {
        let too_soon = |last: Option<Duration>| {
            last.is_some_and(|last| at.steady.saturating_sub(last) < self.settings.guard)
        };
        let jumps = matches!(action, Action::Advance | Action::Jump) && self.typed.is_some();
        let last = self.hands.screens.filter(|(last, _)| *last == action);
        let held_back = match action {
            _ if jumps => false,
            _ if action.changes_picture() => too_soon(last.map(|(_, last)| last)),
            Action::Yes | Action::Begin | Action::Choose | Action::FinishField => {
                too_soon(self.hands.advance)
            }
            _ if action.resumes() => too_soon(self.hands.advance),
            _ if action.moves_forward() => too_soon(self.hands.advance),
            _ if action.is_back() && self.typed.is_none() => too_soon(self.hands.back),
            _ => false,
        };
        // Enter that ends a filter must not choose a row as it bounces.
        let answers = matches!(
            action,
            Action::Yes
                | Action::No
                | Action::Begin
                | Action::Choose
                | Action::FinishField
                | Action::KeepFilter
        );
        if action.moves_forward() || action.resumes() || answers {
            self.hands.advance = Some(at.steady);
        }
        if action.is_back() {
            self.hands.back = Some(at.steady);
        }
        if action.changes_picture() {
            self.hands.screens = Some((action, at.steady));
        }
        held_back || (repeated && !action.may_repeat())
    }

    fn act(&mut self, action: Action, at: Moment) -> Vec<Effect> {
        match action {
            Action::Begin => self.begin(at),
            Action::ResumeClause => self.resume(ResumedFrom::Clause, at),
            Action::ResumePhrase => self.resume(ResumedFrom::Phrase, at),
            Action::ResumeText => self.resume(ResumedFrom::Text, at),
            Action::BeginAnew => self.begin_anew(at),
            Action::BeginByClicker if self.clicker_heard => self.begin(at),
            Action::BeginByClicker => {
                self.clicker_heard = true;
                self.tell(Notice::ClickerHeard, at);
            }
            Action::HearClicker => self.tell(Notice::ClickerKeyHeard, at),
            Action::Advance => self.enter(at),
            Action::Jump => {
                self.jump_to_typed(at);
            }
            Action::AdvanceOnly => self.advance(at),
            Action::Back => self.back(at),
            Action::BackOrErase => {
                if !self.erase_digit(at) {
                    self.back(at);
                }
            }
            Action::EraseDigit => {
                self.erase_digit(at);
            }
            Action::NextStep => self.next_step(at),
            Action::PreviousStep => self.previous_step(at),
            Action::First => self.first(at),
            Action::Last => self.last(at),
            Action::RestartCue => self.restart_cue(at),
            Action::RestartText => self.ask_restart_text(at),
            Action::Undo => self.undo_here(at),
            Action::DropStep => self.ask_drop_step(at),
            Action::MarkAbsent => self.mark_absent(at),
            Action::MarkSaid => self.mark_said(at),
            Action::TogglePresses => self.toggle_presses(at),
            Action::ToggleByPhrase => self.toggle_by_phrase(at),
            Action::TogglePause => self.toggle_pause(),
            Action::SwitchScreen => self.switch_screen(at),
            Action::ToggleBlank => self.toggle_veil(Veil::Blank),
            Action::ToggleTitleCard => self.toggle_veil(Veil::TitleCard),
            Action::ToggleHold => self.toggle_hold(),
            Action::ToggleScreens => self.toggle_screens(),
            Action::NextTheme => self.next_theme(at),
            Action::Larger => self.resize(self.look.size.larger(), at),
            Action::Smaller => self.resize(self.look.size.smaller(), at),
            Action::ToggleOutline => self.toggle_outline(),
            Action::ToggleHelp => self.toggle_help(),
            Action::ToggleProblems => self.toggle_problems(),
            Action::Close => self.overlay = None,
            Action::Quit => return self.ask_quit(at),
            Action::Suspend => return self.suspend(at),
            Action::Up => self.scroll_by(-1),
            Action::Down => self.scroll_by(1),
            Action::PageUp => self.scroll_by(-10),
            Action::PageDown => self.scroll_by(10),
            Action::Top => self.scroll_by(isize::MIN),
            Action::Bottom => self.scroll_by(isize::MAX),
            Action::Choose => self.choose(at),
            Action::BeginFilter => self.begin_filter(),
            Action::KeepFilter => self.end_filter(true),
            Action::DropFilter => self.end_filter(false),
            Action::EraseFilter => self.erase_filter(),
            Action::MoveStepUp => self.move_chosen(false, at),
            Action::MoveStepDown => self.move_chosen(true, at),
            Action::DropChosen => self.ask_drop_chosen(at),
            Action::InsertStep => self.ask_insert(at),
            Action::ReplacePerson => self.ask_replace(at),
            Action::NextField => self.go_to_field(true),
            Action::PreviousField => self.go_to_field(false),
            Action::NextChoice => self.choose_in_form(true),
            Action::PreviousChoice => self.choose_in_form(false),
            Action::EraseInField => self.erase_in_form(),
            Action::FinishField => self.finish_field(at),
            Action::LeaveForm => self.leave_form(),
            Action::Yes => return self.answer_yes(at),
            Action::No => self.question = None,
        }
        Vec::new()
    }

    /// A worker has died; the show goes on without it.
    fn worker_stopped(&mut self, worker: Worker, at: Moment) {
        match worker {
            Worker::Watcher => {
                self.watching = Watching::Stopped;
                self.tell(Notice::WatcherStopped, at);
            }
            Worker::Awake => {
                self.awake = Awake::NotHeld;
                self.tell(Notice::AwakeStopped, at);
            }
            Worker::Server => {
                self.serving = Serving::Stopped;
                self.followers = Arc::default();
                self.tell(Notice::ServerStopped, at);
            }
            // What happens is still written, but nobody sees to it that it comes to the disk.
            Worker::Journal => self.tell(Notice::JournalUnguarded, at),
            // A show has nothing that follows.
            Worker::Follower => {}
        }
    }

    fn toggle_pause(&mut self) {
        if self.stage == Stage::Running {
            self.clock.toggle_pause();
            self.note(if self.clock.is_paused() {
                Happened::Paused
            } else {
                Happened::Continued
            });
        }
    }

    fn switch_screen(&mut self, at: Moment) {
        self.overlay = None;
        match self.screen {
            Screen::Leader if self.stage != Stage::Waiting && self.offer.is_none() => {
                self.screen = Screen::Audience;
            }
            Screen::Leader | Screen::Audience => self.return_to_leader(at),
        }
    }

    /// The leader's screen again. The answer to a key that waited for it has not been seen before.
    fn return_to_leader(&mut self, at: Moment) {
        let waited = self.screen == Screen::Audience;
        if let Some(noticed) = self.notice.as_mut().filter(|_| waited)
            && noticed.notice.is_answer()
        {
            noticed.at = at.steady;
        }
        self.screen = Screen::Leader;
    }

    /// Ends the program, or returns to the list; while a ceremony runs, only after a question. From the audience view
    /// it first returns to the leader's screen: a question must never be seen by the hall.
    fn ask_quit(&mut self, at: Moment) -> Vec<Effect> {
        if self.screen == Screen::Audience {
            self.return_to_leader(at);
            return Vec::new();
        }
        // What is offered is offered again at the next start.
        if self.stage == Stage::Running && self.offer.is_none() {
            self.question = Some(Question::Quit);
            return Vec::new();
        }
        if self.quits_to_list() {
            return vec![Effect::ReturnToList];
        }
        self.end_run()
    }

    /// Ends the program, and the run where it has begun.
    fn end_run(&mut self) -> Vec<Effect> {
        if self.place.is_some() && self.offer.is_none() {
            self.note(Happened::Ended);
        }
        vec![Effect::Quit]
    }

    fn suspend(&mut self, at: Moment) -> Vec<Effect> {
        if self.stage == Stage::Running && self.offer.is_none() {
            self.tell(Notice::NoSuspend, at);
            return Vec::new();
        }
        vec![Effect::Suspend]
    }

    fn answer_yes(&mut self, at: Moment) -> Vec<Effect> {
        match self.question.take() {
            Some(Question::Quit) => return self.end_run(),
            Some(Question::DropStep(step)) => self.drop_step(&step, None, at),
            Some(Question::RestartText(step)) => self.restart_text(&step, at),
            None => {}
        }
        Vec::new()
    }
}
