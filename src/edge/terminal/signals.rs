//! What Unix says to the program beside its keys: signals, and the end of the line itself.
//!
//! Two threads, both asleep until something happens, each started by itself. What ends the program ends it right here;
//! being stopped, resumed and given another size is told to the loop.
#![expect(
    clippy::disallowed_methods,
    reason = "a program resumed in the background has no terminal to hurry for"
)]

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::Signal;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::super::Timekeeper;
use super::{input, restore};
use crate::show::Msg;

/// Starts the thread that listens to signals.
pub(super) fn listen(sender: Sender<Msg>, timekeeper: Timekeeper) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            // A loop that is gone is ending; the signals that end it must still be heard.
            let _ = match signal {
                SIGTSTP => sender.send(Msg::SuspendAsked { at: timekeeper.now() }),
                SIGCONT => sender.send(Msg::Resumed { at: timekeeper.now() }),
                SIGWINCH => {
                    let (columns, rows) = super::size().unwrap_or(super::USUAL_SIZE);
                    sender.send(Msg::Resized { columns, rows })
                }
                ends => restore::end(128 + ends),
            };
        }
    })?;
    Ok(())
}

/// Starts the thread that listens to the line.
pub(super) fn listen_to_line() -> io::Result<()> {
    thread::Builder::new().name("line".to_owned()).spawn(|| {
        if line_ends() {
            restore::end(input::TERMINAL_GONE);
        }
    })?;
    Ok(())
}

/// Waits for the end of the line, which does not always come with a signal (the program may not be the terminal's own),
/// and in which the thread that reads keys would spin. Without an answer where the system cannot tell.
fn line_ends() -> bool {
    let (input, output) = (rustix::stdio::stdin(), rustix::stdio::stdout());
    // Asking for nothing: only a hang-up or an error wakes us, never a key.
    let mut lines = [
        PollFd::new(&input, PollFlags::empty()),
        PollFd::new(&output, PollFlags::empty()),
    ];
    loop {
        match poll(&mut lines, None) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(_) => {
                let told = lines
                    .iter()
                    .fold(PollFlags::empty(), |told, line| told | line.revents());
                if told.intersects(PollFlags::HUP | PollFlags::ERR) {
                    return true;
                }
                // "No such thing to wait for", as macOS says of some terminals.
                if told.contains(PollFlags::NVAL) {
                    return false;
                }
            }
        }
    }
}

/// Stops the program, and those that were started together with it (a script, `sudo`), until the shell resumes it.
///
/// By SIGTTIN, whose default is to stop and which nobody here catches: unlike SIGSTOP it does nothing where no shell
/// could ever resume us, as in a terminal opened for this program alone.
pub(super) fn stop_until_resumed() {
    let _ = rustix::process::kill_current_process_group(Signal::TTIN);
    if in_background() {
        // `kill` of a stopped job resumes it in the background to let it end. The thread of signals does that, unless we
        // reach for the terminal first, which stops us again.
        thread::sleep(Duration::from_millis(50));
    }
}

fn in_background() -> bool {
    rustix::termios::tcgetpgrp(rustix::stdio::stdin())
        .is_ok_and(|foreground| foreground != rustix::process::getpgrp())
}
