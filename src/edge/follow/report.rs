//! Telling the leader what stands on the screen: on a thread of its own, so that a slow way to the leader never holds up a
//! slide; and the goodbye, when the screen is ended.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ureq::Agent;

use super::ANSWERED;
use super::screen_name::ScreenName;

/// How long the goodbye may take: the shell waits for it.
const GOODBYE: Duration = Duration::from_millis(200);

/// The leader that is joined.
#[derive(Debug, Clone, Default)]
pub(super) struct Joined(Arc<Mutex<Option<SocketAddr>>>);

impl Joined {
    fn get(&self) -> Option<SocketAddr> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set(&self, address: Option<SocketAddr>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = address;
    }
}

/// What tells the leader.
#[derive(Debug, Clone)]
pub(super) struct Reports {
    pub(super) screen: ScreenName,
    pub(super) agent: Agent,
    pub(super) joined: Joined,
    /// The number that was told last.
    pub(super) last: Arc<AtomicU64>,
}

impl Reports {
    /// Tells every number that comes; of several only the last is still true.
    pub(super) fn send(&self, numbers: &Receiver<u64>) {
        while let Ok(number) = numbers.recv() {
            let number = numbers.try_iter().last().unwrap_or(number);
            self.last.store(number, Ordering::Relaxed);
            // A report that is lost is followed by the next, after a beat at the latest.
            self.tell(&format!("n={number}"), ANSWERED);
        }
    }

    /// Tells the leader that this screen is ended and not lost. Takes a moment at most, and never fails loudly.
    pub(super) fn say_goodbye(&self) {
        let number = self.last.load(Ordering::Relaxed);
        self.tell(&format!("n={number}&gone=1"), GOODBYE);
    }

    fn tell(&self, told: &str, patience: Duration) {
        if let Some(address) = self.joined.get() {
            let path = format!("http://{address}/seen?screen={}&{told}", self.screen);
            let request = self.agent.get(path).config().timeout_global(Some(patience));
            let _ = request.build().call();
        }
    }
}
