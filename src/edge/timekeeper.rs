//! The one place that reads clocks. Everything else is given a [`Moment`].
#![expect(clippy::disallowed_methods, reason = "this is where clocks are read")]

use std::time::Duration;

use jiff::Timestamp;
#[cfg(target_os = "linux")]
use rustix::time::{ClockId, clock_gettime};

use crate::show::Moment;

/// Both clocks, the steady one counted from the start of the program. Every thread has a copy.
#[derive(Debug, Clone, Copy)]
pub struct Timekeeper {
    started: Steady,
}

/// A time by the clock that never jumps, and goes on while the computer sleeps: a ceremony does not wait for a lid.
#[cfg(target_os = "linux")]
type Steady = Duration;

/// A time by the clock that never jumps.
#[cfg(not(target_os = "linux"))]
type Steady = std::time::Instant;

#[cfg(target_os = "linux")]
fn steady() -> Steady {
    let now = clock_gettime(ClockId::Boottime);
    let seconds = u64::try_from(now.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(now.tv_nsec).unwrap_or(0))
}

#[cfg(not(target_os = "linux"))]
fn steady() -> Steady {
    Steady::now()
}

impl Timekeeper {
    /// Starts the steady clock. To be called once, first of all.
    pub fn start() -> Self {
        Self { started: steady() }
    }

    /// The time by both clocks.
    pub fn now(self) -> Moment {
        Moment {
            wall: Timestamp::now(),
            steady: self.since_start(),
        }
    }

    #[cfg(target_os = "linux")]
    fn since_start(self) -> Duration {
        steady().saturating_sub(self.started)
    }

    #[cfg(not(target_os = "linux"))]
    fn since_start(self) -> Duration {
        self.started.elapsed()
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
