//! When something that is shown changes by itself, so that the loop wakes for nothing else.

use std::time::Duration;

use super::clock::ALARMINGLY_LATE;
use super::state::Noticed;
use super::{Clock, Plan, Screen, Show, Stage, typed};
use crate::script::Kind;

/// Being late is told from here on, in tens of seconds.
const TOLD_FROM: Duration = Duration::from_secs(10);

/// From here on in minutes.
const MINUTE: Duration = Duration::from_secs(60);

impl Show {
    /// How long until something that is shown changes by itself. None when nothing will: the audience is shown no clock and
    /// no notice, and digits are typed on the leader's screen alone.
    pub fn until_next_change(&self) -> Option<Duration> {
        if self.screen == Screen::Audience {
            return None;
        }
        let now = self.clock.now();
        let digits = self
            .typed
            .as_ref()
            .map(|typed| (typed.at + typed::VANISH_AFTER).saturating_sub(now.steady));
        let notice = self.notice.as_ref().and_then(Noticed::goes_at);
        let notice = notice.map(|goes| goes.saturating_sub(now.steady));
        let plan = self.plan().filter(|_| self.stage == Stage::Running);
        let waits = [
            digits,
            notice,
            Some(Clock::until_next_minute(now.wall)),
            self.until_elapsed_changes(),
            plan.and_then(|plan| self.until_finish_changes(&plan)),
            plan.and_then(|plan| self.until_lateness_changes(&plan)),
        ];
        waits.into_iter().flatten().min()
    }

    /// During an ikrar the reader sees no span of time but that of being late.
    fn reads_ikrar(&self) -> bool {
        self.step().is_some_and(|step| step.kind == Kind::Ikrar)
    }

    fn until_elapsed_changes(&self) -> Option<Duration> {
        let runs = self.stage == Stage::Running && !self.clock.is_paused() && !self.reads_ikrar();
        runs.then(|| until_next(self.clock.elapsed(), MINUTE))
    }

    /// The finish stands still while the present step is within its time, and moves with the clock otherwise.
    fn until_finish_changes(&self, plan: &Plan) -> Option<Duration> {
        if self.reads_ikrar() {
            return None;
        }
        let (begins, ends) = plan.step;
        let elapsed = self.clock.elapsed();
        let moves = Clock::until_next_minute(self.clock.projected_end(plan.step, plan.total));
        let within = !self.clock.is_paused() && (begins..ends).contains(&elapsed);
        Some(if within {
            ends.saturating_sub(elapsed) + moves
        } else {
            moves
        })
    }

    /// Being late is counted from the step's end; being early counts down to the step's beginning.
    fn until_lateness_changes(&self, plan: &Plan) -> Option<Duration> {
        if self.clock.is_paused() || self.overlay.is_some() || !self.has_schedule() {
            return None;
        }
        let (begins, ends) = plan.step;
        let elapsed = self.clock.elapsed();
        let late = elapsed.saturating_sub(ends);
        if self.reads_ikrar() && late < ALARMINGLY_LATE {
            return Some((ends + ALARMINGLY_LATE).saturating_sub(elapsed));
        }
        if late >= MINUTE {
            return Some(until_next(late, MINUTE));
        }
        Some(if elapsed >= ends {
            until_next(late, TOLD_FROM)
        } else if elapsed < begins {
            let early = begins.saturating_sub(elapsed);
            let unit = if early <= MINUTE { TOLD_FROM } else { MINUTE };
            let rest = Duration::from_nanos(u64::try_from(early.as_nanos() % unit.as_nanos()).unwrap_or(0));
            if rest.is_zero() { unit } else { rest }
        } else {
            ends.saturating_sub(elapsed) + TOLD_FROM
        })
    }
}

/// How long until a growing span has grown to the next whole unit.
fn until_next(span: Duration, unit: Duration) -> Duration {
    let rest = span.as_nanos() % unit.as_nanos();
    unit.saturating_sub(Duration::from_nanos(u64::try_from(rest).unwrap_or(0)))
}
