//! The loop: wait for a message, drain what has come, update what is played with each, perform what it asks, draw once.
//!
//! What is played is a show, the picker from which one is opened, or a screen that follows another's show (see `play`): on
//! one terminal and one channel, so that nothing flickers between them and no key is lost. Nothing is decided here. No
//! polling: it sleeps until a message comes, or until something that is shown changes by itself.

mod concern;
mod play;
mod recorded;
mod screens;

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

use thiserror::Error;

use self::concern::{Concern, concern};
use self::play::{Asked, Followed, PickerEnded, Play, ShowEnded};
use self::recorded::Recorded;
pub use self::recorded::Resume;
use self::screens::ScreenServer;
use crate::edge::journal::{Journals, survive_file_limits};
use crate::edge::run_id::run_id;
use crate::edge::terminal::{self, install_panic_hook};
use crate::edge::{
    Candidate, Catalogue, EnterError, Follow, KeepAwake, Opened, Plea, ServeStyle, Terminal, Timekeeper,
    Watch, WatchStyle,
};
use crate::follower::FollowingScreen;
use crate::picker::{Ceremony, Picker};
use crate::script::Sources;
use crate::show::{Awake, FollowerRole, KeyCode, Msg, Settings, Show, Worker, update};
use crate::view::{Cache, Drawn};

/// A panic on purpose, by a hidden switch: how the end of the program is tested for real.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestPanic {
    /// On the loop's thread, at the key F12.
    Loop,
    /// On the watcher's thread, at the next save.
    Worker,
    /// On the thread that serves the screens, whenever something new leaves the show.
    Server,
}

/// Why a show could not be run to its end.
#[derive(Debug, Error)]
pub enum Failure {
    /// The terminal could not be taken over.
    #[error(transparent)]
    NotTakenOver(#[from] EnterError),
    /// The terminal takes no more.
    #[error("the terminal takes no more: {0}")]
    TerminalGone(io::Error),
}

/// What does not change while the program runs.
#[derive(Debug)]
pub struct Surroundings {
    /// Look at the script once a second, whatever the system could tell.
    pub poll: bool,
    /// A panic on purpose.
    pub test_panic: Option<TestPanic>,
    /// The clocks.
    pub timekeeper: Timekeeper,
    /// Where ceremonies are found, and remembered.
    pub catalogue: Catalogue,
    /// Where the bus of the desktop's session listens: over it the display is kept lit.
    pub session_bus: Option<String>,
    /// How the screens are served, where they are.
    pub serve: Option<ServeStyle>,
    /// Where the journals of runs are kept, where they are.
    pub journals: Option<Journals>,
    /// What becomes of a run that was interrupted.
    pub resume: Resume,
}

/// Runs a show on the terminal until it is ended, and gives it as it was then. The desktop is asked over its session bus to
/// keep the display lit.
///
/// # Errors
///
/// When the terminal cannot be taken over, or takes no more.
pub fn run(settings: Settings, opened: Opened, surroundings: Surroundings) -> Result<Show, Failure> {
    let mut session = Session::enter(surroundings, settings.mouse)?;
    let outcome = session.show(settings, opened);
    session.terminal.leave();
    outcome.map(|(_, show)| show).map_err(Failure::TerminalGone)
}

/// Lets a ceremony be picked and runs it, and again where its show leads back to the list.
///
/// # Errors
///
/// As [`run`].
pub fn pick(mut settings: Settings, surroundings: Surroundings) -> Result<(), Failure> {
    settings.from_list = true;
    let catalogue = surroundings.catalogue.clone();
    let enter = || Session::enter(surroundings, settings.mouse);
    let (ceremonies, session) = catalogue.all_beside(&settings.occasion, enter);
    let mut session = session?;
    let outcome = session.pick(settings, ceremonies);
    session.terminal.leave();
    outcome.map_err(Failure::TerminalGone)
}

/// Follows a leader until it is ended. `find` gives the leaders that there are, the one to be followed first.
///
/// # Errors
///
/// As [`run`].
pub fn follow(
    find: impl FnMut() -> Vec<Candidate> + Send + 'static,
    role: FollowerRole,
    settings: &Settings,
    surroundings: Surroundings,
) -> Result<(), Failure> {
    // The mouse would have nothing to click.
    let mut session = Session::enter(surroundings, false)?;
    let timekeeper = session.surroundings.timekeeper;
    let following = FollowingScreen::new(role, settings, timekeeper.now());
    session.awake = session.kept_awake(following.words().screens.awake_reason);
    let mut followed = Followed {
        following,
        way: Follow::start(find, role, session.sender.clone(), timekeeper).ok(),
        unreported: None,
        is_undrawn: false,
    };
    if let Some(way) = &followed.way {
        terminal::say_at_end(way.goodbye());
    }
    let outcome = session.play(&mut followed);
    session.terminal.leave();
    // It says goodbye to the leader, which may take a moment: the terminal is given back before.
    drop(followed);
    outcome.map_err(Failure::TerminalGone)
}

/// The terminal with everything that is played on it.
struct Session {
    terminal: Terminal,
    /// What drawing keeps from frame to frame.
    cache: Cache,
    /// The display, kept lit until the terminal has been given back.
    awake: Option<KeepAwake>,
    /// The audience's screens, served across shows.
    screens: ScreenServer,
    /// The journal of the show that is played.
    recorded: Option<Recorded>,
    sender: Sender<Msg>,
    receiver: Receiver<Msg>,
    /// What came for a show that has ended, and is for whatever is played next.
    kept: VecDeque<Msg>,
    surroundings: Surroundings,
}

impl Session {
    fn enter(surroundings: Surroundings, mouse: bool) -> Result<Self, Failure> {
        install_panic_hook();
        survive_file_limits();
        let (sender, receiver) = channel();
        Ok(Self {
            terminal: Terminal::enter(&sender, surroundings.timekeeper, mouse)?,
            cache: Cache::default(),
            awake: None,
            screens: ScreenServer::default(),
            recorded: None,
            sender,
            receiver,
            kept: VecDeque::new(),
            surroundings,
        })
    }

    fn pick(&mut self, mut settings: Settings, ceremonies: Vec<Ceremony>) -> io::Result<()> {
        let mut picker = Picker::new(&settings, ceremonies);
        loop {
            let which = match self.play(&mut picker)? {
                PickerEnded::Open(which) => which,
                PickerEnded::Quit => return Ok(()),
            };
            let opened = self.surroundings.catalogue.open(&which);
            settings.look = picker.look();
            let (ended, show) = self.show(settings.clone(), opened)?;
            if ended == ShowEnded::Quit {
                return Ok(());
            }
            let look = show.look();
            settings.look = look;
            let ceremonies = self.surroundings.catalogue.all(&settings.occasion);
            picker.come_back(ceremonies, look, self.surroundings.timekeeper.now());
        }
    }

    /// Plays a show; gives how it ended, and as it was then.
    fn show(&mut self, mut settings: Settings, opened: Opened) -> io::Result<(ShowEnded, Show)> {
        let now = self.surroundings.timekeeper.now();
        settings.run = run_id(now);
        settings.script = opened.script().into();
        let which = opened.which();
        let Opened {
            sources,
            reading,
            file,
        } = opened;
        let mut show = self.opened_show(settings, reading, &sources, now);
        let awake = self.kept_awake(show.words().screens.awake_reason);
        if awake.is_none() {
            let awake = Awake::NotHeld;
            update(&mut show, Msg::AwakeChanged { awake });
        }
        self.screens
            .tell(&mut show, self.surroundings.serve.is_some(), now);
        let drawn = self.draw(&mut show)?;
        // Nobody waits for these with the first frame.
        self.surroundings.catalogue.remember(&which, now);
        let watch = file.and_then(|file| self.watched(&file, sources));
        let surroundings = &self.surroundings;
        if let Some(style) = &surroundings.serve {
            let style = ServeStyle {
                panic_on_change: surroundings.test_panic == Some(TestPanic::Server),
                ..style.clone()
            };
            let leaving = show.leaving();
            self.screens
                .serve(style, leaving, &self.sender, surroundings.timekeeper);
        }
        let ended = self.go_on(&mut show, drawn);
        drop(watch);
        let ended = ended?;
        match ended {
            // Given back when the terminal has been: a slow desktop must not hold that up.
            ShowEnded::Quit => self.awake = awake,
            ShowEnded::ReturnToList => {
                // The next show has a journal of its own. On quitting, the last one is waited for when the terminal has
                // been given back.
                self.recorded = None;
                if let Some(awake) = awake {
                    awake.let_go();
                }
            }
        }
        // What is dropped sends nothing more.
        keep(&self.receiver, &mut self.kept);
        Ok((ended, show))
    }

    /// Asks the desktop to keep the display lit for as long as what is given lives.
    fn kept_awake(&self, reason: &'static str) -> Option<KeepAwake> {
        let plea = Plea {
            session_bus: self.surroundings.session_bus.clone(),
            reason,
        };
        KeepAwake::ask(plea, &self.sender, self.surroundings.timekeeper)
    }

    /// Watches the files of a script. Without a watcher the show goes on.
    fn watched(&self, file: &Path, sources: Sources) -> Option<Watch> {
        let Surroundings {
            poll,
            test_panic,
            timekeeper,
            ..
        } = &self.surroundings;
        let style = WatchStyle {
            poll: *poll,
            panic_on_save: *test_panic == Some(TestPanic::Worker),
        };
        let watch = Watch::start(file, style, sources, self.sender.clone(), *timekeeper).ok();
        if watch.is_none() {
            // The receiver is our own: it cannot be gone.
            let _ = self.sender.send(Msg::WorkerStopped {
                worker: Worker::Watcher,
                at: timekeeper.now(),
            });
        }
        watch
    }

    fn play<P: Play>(&mut self, play: &mut P) -> io::Result<P::Ended> {
        let drawn = self.draw(play)?;
        self.go_on(play, drawn)
    }

    fn draw<P: Play>(&mut self, play: &mut P) -> io::Result<Drawn> {
        let mut drawn = Drawn::default();
        let cache = &mut self.cache;
        self.terminal
            .draw(|buffer, area| drawn = play.draw(cache, area, buffer))?;
        if drawn.furthest != play.furthest_scroll() {
            let furthest = drawn.furthest;
            play.take(Msg::ListDrawn { furthest });
        }
        play.after_draw();
        Ok(drawn)
    }

    /// Plays what is on the screen already.
    fn go_on<P: Play>(&mut self, play: &mut P, mut drawn: Drawn) -> io::Result<P::Ended> {
        loop {
            let mut next = self.awaited(play);
            while let Some(msg) = next {
                panic_if_asked(self.surroundings.test_panic, &msg);
                if let Some(msg) = aimed(msg, &drawn)
                    && let Some(ended) = self.take(play, msg)?
                {
                    return Ok(ended);
                }
                next = self.kept.pop_front().or_else(|| self.receiver.try_recv().ok());
            }
            self.record(play);
            // The leader's screen first, but no terminal that takes nothing holds up the hall.
            self.screens.lay_out(play.leaving());
            drawn = self.draw(play)?;
            self.screens.wake();
        }
    }

    /// The next message; a tick where something that is shown changes by itself before one comes.
    fn awaited<P: Play>(&mut self, play: &P) -> Option<Msg> {
        if let Some(msg) = self.kept.pop_front() {
            return Some(msg);
        }
        let Some((wait, since)) = play.until_next_change() else {
            return self.receiver.recv().ok();
        };
        // Time has gone on since the last message; what is left of the wait counts from it.
        let timekeeper = self.surroundings.timekeeper;
        let gone = timekeeper.now().steady.saturating_sub(since);
        match self.receiver.recv_timeout(wait.saturating_sub(gone)) {
            Ok(msg) => Some(msg),
            Err(RecvTimeoutError::Timeout) => Some(Msg::Ticked { at: timekeeper.now() }),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Updates what is played with one message and performs what it asks for; gives how it ended, where it has.
    fn take<P: Play>(&mut self, play: &mut P, msg: Msg) -> io::Result<Option<P::Ended>> {
        match concern(&msg) {
            Concern::Size(columns, rows) => self.terminal.resized(columns, rows),
            Concern::Resumed => self.terminal.reenter()?,
            Concern::Serving(serving) => self.screens.serving_changed(serving),
            Concern::Followers(followers) => self.screens.followers_changed(followers),
            Concern::ServerStopped => self.screens.server_stopped(),
            Concern::Time => {
                if let Some(recorded) = &mut self.recorded {
                    recorded.look_after();
                }
            }
            Concern::PlayedNow | Concern::Played => {}
        }
        for asked in play.take(msg) {
            match asked {
                Asked::Record(record) => self.note(&record),
                Asked::Suspend => {
                    self.record(play);
                    self.terminal.suspend()?;
                }
                Asked::Publish => self.screens.note_change(),
                Asked::End(ended) => return Ok(Some(ended)),
            }
        }
        Ok(None)
    }
}

/// A press of the mouse becomes a click of what was drawn there. Nothing where nothing can be clicked.
fn aimed(msg: Msg, drawn: &Drawn) -> Option<Msg> {
    let Msg::MousePressed { column, row, at } = msg else {
        return Some(msg);
    };
    let target = drawn.under(column, row)?.clone();
    Some(Msg::Clicked { target, at })
}

/// Keeps what has come for whatever is played next. What is of the show that has ended must not reach another: its saves
/// would be taken for those of a script that nobody has saved.
fn keep(receiver: &Receiver<Msg>, kept: &mut VecDeque<Msg>) {
    kept.extend(receiver.try_iter());
    kept.retain(|msg| concern(msg) != Concern::PlayedNow);
}

#[expect(
    clippy::panic,
    reason = "the worst on purpose, for the tests; never without the hidden switch"
)]
fn panic_if_asked(test_panic: Option<TestPanic>, msg: &Msg) {
    match (test_panic, msg) {
        (Some(TestPanic::Loop), Msg::KeyPressed { key, .. }) if key.code == KeyCode::F(12) => {
            panic!("a panic on purpose, on the loop")
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picker::Which;
    use crate::show::{Key, Watching};

    #[test]
    fn what_is_of_a_closed_show_never_reaches_the_next_one_and_no_key_is_lost() {
        let at = Timekeeper::start().now();
        let key = |code| Msg::KeyPressed {
            key: Key::plain(code),
            repeated: false,
            at,
        };
        let (sender, receiver) = channel();
        let sources = Catalogue::of_nobody()
            .open(&Which::Shipped("apel-pagi".to_owned()))
            .sources;
        let came = [
            key(KeyCode::Down),
            Msg::SourcesSaved {
                sources: sources.into(),
                at,
            },
            Msg::WatchChanged {
                watching: Watching::Stopped,
                at,
            },
            Msg::WorkerStopped {
                worker: Worker::Watcher,
                at,
            },
            Msg::Resized {
                columns: 80,
                rows: 24,
            },
        ];
        for msg in came {
            sender.send(msg).unwrap();
        }
        let mut kept = VecDeque::from([key(KeyCode::Up)]);
        keep(&receiver, &mut kept);
        let resized = Msg::Resized {
            columns: 80,
            rows: 24,
        };
        assert_eq!(kept, [key(KeyCode::Up), key(KeyCode::Down), resized]);
    }
}
