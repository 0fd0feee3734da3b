//! The loop: wait for a message, drain what has come, update the show with each, perform what it asks, draw once.
//!
//! Nothing is decided here. No polling: it sleeps until a message comes, or until something that is shown changes by
//! itself.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

use thiserror::Error;

use crate::edge::terminal::install_panic_hook;
use crate::edge::{EnterError, Terminal, Timekeeper, Watch, WatchStyle};
use crate::script::{Reading, Sources};
use crate::show::{Effect, KeyCode, Msg, Settings, Show, Watching, Worker, update};
use crate::view;

/// A panic on purpose, by a hidden switch: how the end of the program is tested for real.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestPanic {
    /// On the loop's thread, at the key F12.
    Loop,
    /// On the watcher's thread, at the next save.
    Worker,
}

/// A script as it was opened.
#[derive(Debug)]
pub struct Opened {
    /// What was read.
    pub sources: Sources,
    /// What it says, and what is wrong with it: found once, for whoever asks.
    pub reading: Reading,
    /// The file to watch; none for a script that ships inside the binary, which does not change.
    pub file: Option<PathBuf>,
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

/// Whether the loop goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    GoOn,
    End,
}

/// Runs a show on the terminal until it is ended.
///
/// # Errors
///
/// When the terminal cannot be taken over, or takes no more.
pub fn run(
    settings: Settings,
    opened: Opened,
    poll: bool,
    test_panic: Option<TestPanic>,
    timekeeper: Timekeeper,
) -> Result<(), Failure> {
    install_panic_hook();
    let (sender, receiver) = channel();
    let mut terminal = Terminal::enter(&sender, timekeeper)?;
    let Opened {
        sources,
        reading,
        file,
    } = opened;
    let mut show = Show::of_reading(settings, reading, Watching::Nothing, timekeeper.now());
    let style = WatchStyle {
        poll,
        panic_on_save: test_panic == Some(TestPanic::Worker),
    };
    let outcome = draw(&mut show, &mut terminal).and_then(|()| {
        let _watch = file.and_then(|file| watched(&file, sources, style, &sender, timekeeper));
        turn(&mut show, &mut terminal, &receiver, test_panic, timekeeper)
    });
    terminal.leave();
    outcome.map_err(Failure::TerminalGone)
}

/// Watches the files of a script. Without a watcher the show goes on.
fn watched(
    file: &Path,
    sources: Sources,
    style: WatchStyle,
    sender: &Sender<Msg>,
    timekeeper: Timekeeper,
) -> Option<Watch> {
    let watch = Watch::start(file, style, sources, sender.clone(), timekeeper).ok();
    if watch.is_none() {
        // The receiver is in this very function's caller: it cannot be gone.
        let _ = sender.send(Msg::WorkerStopped {
            worker: Worker::Watcher,
            at: timekeeper.now(),
        });
    }
    watch
}

fn turn(
    show: &mut Show,
    terminal: &mut Terminal,
    receiver: &Receiver<Msg>,
    test_panic: Option<TestPanic>,
    timekeeper: Timekeeper,
) -> io::Result<()> {
    loop {
        let first = awaited(show, receiver, timekeeper);
        for msg in first.into_iter().chain(receiver.try_iter()) {
            panic_if_asked(test_panic, &msg);
            if take(show, terminal, msg)? == Next::End {
                return Ok(());
            }
        }
        draw(show, terminal)?;
    }
}

fn draw(show: &mut Show, terminal: &mut Terminal) -> io::Result<()> {
    let mut furthest = 0;
    terminal.draw(|buffer, area| furthest = view::draw(show, area, buffer))?;
    if furthest != show.furthest_scroll() {
        update(show, Msg::ListDrawn { furthest });
    }
    Ok(())
}

/// The next message; a tick where something that is shown changes by itself before one comes.
fn awaited(show: &Show, receiver: &Receiver<Msg>, timekeeper: Timekeeper) -> Option<Msg> {
    let Some(wait) = show.until_next_change() else {
        return receiver.recv().ok();
    };
    // Time has gone on since the last message; what is left of the wait counts from it.
    let gone = timekeeper.now().steady.saturating_sub(show.clock().now().steady);
    match receiver.recv_timeout(wait.saturating_sub(gone)) {
        Ok(msg) => Some(msg),
        Err(RecvTimeoutError::Timeout) => Some(Msg::Ticked { at: timekeeper.now() }),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Updates the show with one message and performs what it asks for.
fn take(show: &mut Show, terminal: &mut Terminal, msg: Msg) -> io::Result<Next> {
    match &msg {
        Msg::Resized { columns, rows } => terminal.resized(*columns, *rows),
        Msg::Resumed { .. } => terminal.reenter()?,
        Msg::KeyPressed { .. }
        | Msg::ListDrawn { .. }
        | Msg::SourcesSaved { .. }
        | Msg::Ticked { .. }
        | Msg::WatchChanged { .. }
        | Msg::WorkerStopped { .. }
        | Msg::SuspendAsked { .. } => {}
    }
    for effect in update(show, msg) {
        match effect {
            Effect::Suspend => terminal.suspend()?,
            Effect::Quit => return Ok(Next::End),
        }
    }
    Ok(Next::GoOn)
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
