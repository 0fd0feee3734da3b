//! The loop: wait for a message, drain what has come, update the show with each, perform what it asks, draw once.
//!
//! Nothing is decided here. No polling: it sleeps until a message comes, or until something that is shown changes by
//! itself.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

use crate::commands::{Failure, Named};
use crate::edge::terminal::install_panic_hook;
use crate::edge::{Terminal, Timekeeper, Watch, WatchStyle};
use crate::show::{Effect, KeyCode, Msg, Settings, Show, Watching, Worker, update};
use crate::view;

/// A panic on purpose, by a hidden switch: how the end of the program is tested for real.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rehearsed {
    /// On the loop's thread, at the key F12.
    Loop,
    /// On the watcher's thread, at the next save.
    Worker,
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
    named: Named,
    style: WatchStyle,
    rehearsed: Option<Rehearsed>,
    timekeeper: Timekeeper,
) -> Result<(), Failure> {
    install_panic_hook();
    let (sender, receiver) = channel();
    let mut terminal = Terminal::enter(&sender, timekeeper)?;
    let mut show = Show::new(settings, named.sources(), Watching::Nothing, timekeeper.now());
    let watch = watched(named, style, &sender, timekeeper);
    let outcome = turn(&mut show, &mut terminal, &receiver, rehearsed, timekeeper);
    drop(watch);
    terminal.leave();
    outcome.map_err(Failure::TerminalGone)
}

/// Watches the files of a script. What ships inside the binary does not change. Without a watcher the show goes on.
fn watched(named: Named, style: WatchStyle, sender: &Sender<Msg>, timekeeper: Timekeeper) -> Option<Watch> {
    let Named::File(path, sources) = named else {
        return None;
    };
    let watch = Watch::start(&path, style, sources, sender.clone(), timekeeper).ok();
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
    rehearsed: Option<Rehearsed>,
    timekeeper: Timekeeper,
) -> std::io::Result<()> {
    loop {
        let mut furthest = 0;
        terminal.draw(|buffer, area| furthest = view::draw(show, area, buffer))?;
        if furthest != show.furthest_scroll() {
            update(show, Msg::ListDrawn { furthest });
        }
        let first = awaited(show, receiver, timekeeper);
        for msg in first.into_iter().chain(receiver.try_iter()) {
            panic_if_asked(rehearsed, &msg);
            if take(show, terminal, msg)? == Next::End {
                return Ok(());
            }
        }
    }
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
fn take(show: &mut Show, terminal: &mut Terminal, msg: Msg) -> std::io::Result<Next> {
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
    reason = "a rehearsal of the worst, for the tests; never without the hidden switch"
)]
fn panic_if_asked(rehearsed: Option<Rehearsed>, msg: &Msg) {
    match (rehearsed, msg) {
        (Some(Rehearsed::Loop), Msg::KeyPressed { key, .. }) if key.code == KeyCode::F(12) => {
            panic!("a rehearsed panic on the loop")
        }
        _ => {}
    }
}
