//! The numbers that an address stands for. Those of a name are asked for on a thread of their own, for the network may take
//! its time, and only when none of those that are known answers: a leader is followed again at once, and a name that moves
//! is found again a little later.

use std::fmt::{self, Debug, Formatter};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::Address;
use super::stream::Woken;
use crate::edge::{Outlet, Timekeeper, worker};
use crate::show::Worker;

/// So long after a name was looked up it is not looked up again.
pub(super) const LOOKED_UP_EVERY: Duration = Duration::from_secs(5);

/// Gives the numbers of an address; may take its time.
pub(super) type LookUp = Arc<dyn Fn(&Address) -> Vec<SocketAddr> + Send + Sync>;

/// The numbers of a name, which the network has told.
#[derive(Debug)]
pub(super) struct LookedUp {
    address: Address,
    numbers: Vec<SocketAddr>,
}

/// What is known.
pub(super) struct Names {
    look_up: LookUp,
    every: Duration,
    /// The numbers of the name that was looked up last; there is one at most.
    known: Option<LookedUp>,
    /// When it was looked up. Steady time.
    asked: Option<Duration>,
    /// Who looks up holds it, too, until it has an answer.
    asking: Arc<()>,
}

impl Names {
    pub(super) fn new(look_up: LookUp, every: Duration) -> Self {
        Self {
            look_up,
            every,
            known: None,
            asked: None,
            asking: Arc::default(),
        }
    }

    /// The numbers of an address, as far as they are known.
    pub(super) fn numbers(&self, address: &Address) -> Vec<SocketAddr> {
        if let Some(number) = address.number() {
            return vec![number];
        }
        let known = self.known.as_ref().filter(|known| known.address == *address);
        known.map(|known| known.numbers.clone()).unwrap_or_default()
    }

    /// None of its numbers has answered: asks the network for those it has now, if it is a name and that is not too soon.
    /// Waits for nobody; the answer wakes whoever listens at the other end of `wake`.
    pub(super) fn fail(
        &mut self,
        address: &Address,
        wake: &Sender<Woken>,
        outlet: &Outlet,
        timekeeper: Timekeeper,
    ) {
        let now = timekeeper.now().steady;
        let is_too_soon = self
            .asked
            .is_some_and(|asked| now.saturating_sub(asked) < self.every);
        let is_asking = Arc::strong_count(&self.asking) > 1;
        if address.number().is_some() || is_asking || is_too_soon {
            return;
        }
        self.asked = Some(now);
        let (look_up, wake, address) = (Arc::clone(&self.look_up), wake.clone(), address.clone());
        let asking = Arc::clone(&self.asking);
        // Where the system gives no thread it may give one later.
        let _ = worker("name", Worker::Follower, outlet.clone(), timekeeper, move || {
            let numbers = look_up(&address);
            drop(asking);
            // Who follows no more wants no answer.
            let _ = wake.send(Woken::LookedUp(LookedUp { address, numbers }));
        });
    }

    /// Takes the answer. Without any number in it what was known stands.
    pub(super) fn take(&mut self, answer: LookedUp) {
        if !answer.numbers.is_empty() {
            self.known = Some(answer);
        }
    }
}

impl Debug for Names {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Names")
            .field("known", &self.known)
            .field("asked", &self.asked)
            .finish_non_exhaustive()
    }
}
