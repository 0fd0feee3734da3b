//! Keeping the display from going dark while a show is open: the leader of an apel may not touch a key for ten minutes.
//!
//! Asked for on a worker, so that neither the start nor the loop waits for a desktop. What is held is held by this process
//! alone: a killed one gives it back by its end.
//!
//! - On Linux and the like the desktop is asked over the session bus, by the few messages of `bus`. The crates for it were
//!   looked at: keepawake 0.6.1 comes with zbus there, about eighty crates with an executor of its own; rustbus 0.19.3
//!   comes with eight (nix, a second syn and thiserror), reads a bus that hangs up during the greeting in a loop without
//!   end, and knows no time limit there; dbus links to a library in C that a laptop without a desktop does not have.
//! - On Windows and macOS keepawake does it, with what the system itself gives: calling that takes unsafe code, which this
//!   program has none of. What it comes with there is needed to build and not to run.

#[cfg(all(unix, not(target_os = "macos")))]
mod bus;
#[cfg(all(unix, not(target_os = "macos")))]
mod desktop;
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod system;

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

#[cfg(all(unix, not(target_os = "macos")))]
use self::desktop as system;
use super::{Outlet, Timekeeper, worker};
use crate::show::{Awake, Msg, Worker};

/// How long the end of the program waits for the display to be given back. Its end gives it back as well.
const PATIENCE: Duration = Duration::from_millis(200);

/// What is needed to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plea {
    /// The address of the desktop's session bus, where there are such things; as main has found it.
    pub session_bus: Option<String>,
    /// Why the display may not go dark, in words that the desktop may show.
    pub reason: &'static str,
}

/// The display, asked for. Dropping it gives the display back.
#[derive(Debug)]
pub struct KeepAwake {
    ended: Option<Sender<()>>,
    given_back: Receiver<()>,
    outlet: Outlet,
}

impl KeepAwake {
    /// Asks that the display be kept from going dark. The answer comes as [`Msg::AwakeChanged`]. `None` where it is
    /// known at once that it cannot be had, and no answer comes.
    pub fn ask(plea: Plea, sender: &Sender<Msg>, timekeeper: Timekeeper) -> Option<Self> {
        if !system::may_be_asked(&plea) {
            return None;
        }
        let (ended, end) = channel();
        let (done, given_back) = channel();
        let outlet = Outlet::new(sender.clone());
        let answer = outlet.clone();
        let hold = move || {
            let held = system::hold(&plea, timekeeper);
            let awake = if held.is_some() {
                Awake::Held
            } else {
                Awake::NotHeld
            };
            // Where nobody listens any more, the show is over; then the channel of the end is closed, too.
            answer.send(Msg::AwakeChanged { awake });
            let _ = end.recv();
            drop(held);
            drop(done);
        };
        worker("awake", Worker::Awake, outlet.clone(), timekeeper, hold).ok()?;
        Some(Self {
            ended: Some(ended),
            given_back,
            outlet,
        })
    }

    /// Gives the display back without waiting for the desktop: the program goes on.
    pub fn let_go(mut self) {
        self.end();
        // Nothing is left to be waited for.
        self.given_back = channel().1;
    }

    fn end(&mut self) {
        self.outlet.shut();
        self.ended = None;
    }
}

impl Drop for KeepAwake {
    fn drop(&mut self) {
        self.end();
        let _ = self.given_back.recv_timeout(PATIENCE);
    }
}
