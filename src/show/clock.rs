//! The clock of a show: planned, elapsed, over or under, and when it will be over. Measured from the real beginning,
//! less pauses; reads no clock itself, every time arrives in a message.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use super::Moment;
use crate::script::Zone;

/// When the show began, and how long it has stood still since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The latest time that any message brought.
    now: Moment,
    began: Option<Moment>,
    ended: Option<Moment>,
    paused_at: Option<Duration>,
    paused_for: Duration,
    /// What had elapsed before the program was stopped and started again.
    before: Duration,
}

/// Being late by less than this is told, but nothing to be alarmed at.
pub const ALARMINGLY_LATE: Duration = Duration::from_secs(120);

/// How the show stands against its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lateness {
    /// Within the time of the present step.
    OnTime,
    /// Longer in this step, or begun later, than planned.
    Late(Duration),
    /// Further than planned.
    Early(Duration),
}

impl Clock {
    /// A clock of a show that has not begun.
    pub fn new(now: Moment) -> Self {
        Self {
            now,
            began: None,
            ended: None,
            paused_at: None,
            paused_for: Duration::ZERO,
            before: Duration::ZERO,
        }
    }

    /// The clock of a show that goes on: it began at a time on the wall, and so much has elapsed since.
    pub fn gone_on(now: Moment, began: Timestamp, elapsed: Duration, paused: bool) -> Self {
        Self {
            began: Some(Moment {
                wall: began,
                steady: now.steady,
            }),
            paused_at: paused.then_some(now.steady),
            before: elapsed,
            ..Self::new(now)
        }
    }

    /// Ends at a time on the wall that has passed.
    pub fn end_at(&mut self, wall: Timestamp) {
        self.ended = Some(Moment { wall, ..self.now });
    }

    /// Takes in the time of a message. Steady time never goes back, so a late stamp is no step backwards.
    pub fn advance_to(&mut self, at: Moment) {
        if at.steady >= self.now.steady {
            self.now = at;
        }
    }

    /// The latest time.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Begins.
    pub fn begin(&mut self, at: Moment) {
        self.began = Some(at);
    }

    /// When the show began.
    pub fn began(&self) -> Option<Moment> {
        self.began
    }

    /// Stops at the end, or goes on when the leader goes back from the closing card.
    pub fn set_ended(&mut self, ended: bool) {
        self.ended = ended.then_some(self.ended.unwrap_or(self.now));
    }

    /// When the closing card was reached.
    pub fn ended(&self) -> Option<Timestamp> {
        self.ended.map(|ended| ended.wall)
    }

    /// Pauses, or ends the pause.
    pub fn toggle_pause(&mut self) {
        match self.paused_at.take() {
            Some(since) => self.paused_for += self.now.steady.saturating_sub(since),
            None => self.paused_at = Some(self.now.steady),
        }
    }

    /// Whether it is paused.
    pub fn is_paused(&self) -> bool {
        self.paused_at.is_some()
    }

    /// Time since the beginning, less pauses; nothing before it.
    pub fn elapsed(&self) -> Duration {
        let Some(began) = self.began else {
            return Duration::ZERO;
        };
        let until = self.ended.unwrap_or(self.now).steady;
        let until = self.paused_at.map_or(until, |since| since.min(until));
        let here = until.saturating_sub(began.steady).saturating_sub(self.paused_for);
        self.before + here
    }

    /// Where the show stands against the plan. `step` is when the present step begins and ends, in planned time from the
    /// place at which this run began.
    pub fn lateness(&self, step: (Duration, Duration)) -> Lateness {
        let elapsed = self.elapsed();
        let (begins, ends) = step;
        if elapsed > ends {
            Lateness::Late(elapsed.saturating_sub(ends))
        } else if elapsed < begins {
            Lateness::Early(begins.saturating_sub(elapsed))
        } else {
            Lateness::OnTime
        }
    }

    /// When the show will be over if what remains takes as long as planned.
    pub fn projected_end(&self, step: (Duration, Duration), total: Duration) -> Timestamp {
        let (begins, ends) = step;
        let spent_here = self.elapsed().clamp(begins, ends).saturating_sub(begins);
        let remaining = total.saturating_sub(begins + spent_here);
        later(self.now.wall, remaining)
    }

    /// How long until the minute of a time of day changes.
    pub fn until_next_minute(time: Timestamp) -> Duration {
        let nanoseconds = time.as_nanosecond().rem_euclid(60_000_000_000);
        Duration::from_nanos(60_000_000_000 - u64::try_from(nanoseconds).unwrap_or(0))
    }
}

/// A time so much later; the same where the calendar ends.
fn later(time: Timestamp, by: Duration) -> Timestamp {
    time.checked_add(by).unwrap_or(time)
}

/// A time of day in a zone of the ceremony, never the laptop's.
pub fn time_of_day(time: Timestamp, zone: Zone) -> Time {
    Offset::constant(zone.hours()).to_datetime(time).time()
}

/// The day in such a zone.
pub fn day(time: Timestamp, zone: Zone) -> Date {
    Offset::constant(zone.hours()).to_datetime(time).date()
}
