//! The one place that reads clocks. Everything else is given a [`Moment`].
#![expect(clippy::disallowed_methods, reason = "this is where clocks are read")]

use std::time::Instant;

use jiff::Timestamp;

use crate::show::Moment;

/// Both clocks, the steady one counted from the start of the program. Every thread has a copy.
#[derive(Debug, Clone, Copy)]
pub struct Timekeeper {
    started: Instant,
}

impl Timekeeper {
    /// Starts the steady clock. To be called once, first of all.
    pub fn start() -> Self {
        Self {
            started: Instant::now(),
        }
    }

    /// The time by both clocks.
    pub fn now(self) -> Moment {
        Moment {
            wall: Timestamp::now(),
            steady: self.started.elapsed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steady_time_never_goes_back() {
        let timekeeper = Timekeeper::start();
        let earlier = timekeeper.now();
        let later = timekeeper.now();
        assert!(earlier.steady <= later.steady);
    }
}
