//! How the show stands against its schedule: planned times, late and early, and how late it begins, which is told once.

use std::time::Duration;

use jiff::ToSpan as _;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use super::{Lateness, Moment, Show, Stage};

/// Beginning this much later than planned is told.
const TOLD_FROM: Duration = Duration::from_secs(60);

/// A ceremony of a day that begins later than this is another performance of it: a rehearsal in the evening.
const SAME_DAY: Duration = Duration::from_secs(12 * 60 * 60);

/// The same where the script names no day.
const SAME_MORNING: Duration = Duration::from_secs(3 * 60 * 60);

/// The planned time of the present step and of the whole run, from the beginning of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// When the present step begins and ends.
    pub step: (Duration, Duration),
    /// How long the run takes in all.
    pub total: Duration,
}

impl Show {
    /// When the present step begins and ends in planned time from the beginning of this run, and how long the run takes
    /// in all. Dropped steps take no time.
    pub fn plan(&self) -> Option<Plan> {
        let programme = self.programme()?;
        let position = self.step_position()?;
        let step = programme.steps.get(position)?;
        let first_step = self.first_step();
        let skipped = programme.steps.get(first_step).map_or(0, |first| first.begins);
        let (mut before, mut in_all) = (0, 0);
        for dropped in self.reading.dropped() {
            let Some((at, dropped)) = programme
                .position(dropped)
                .and_then(|at| Some((at, programme.steps.get(at)?)))
            else {
                continue;
            };
            if at >= first_step {
                in_all += dropped.seconds;
                before += if at < position { dropped.seconds } else { 0 };
            }
        }
        let begins = step.begins.saturating_sub(skipped).saturating_sub(before);
        let seconds = |seconds: u32| Duration::from_secs(u64::from(seconds));
        Some(Plan {
            step: (seconds(begins), seconds(begins.saturating_add(step.seconds))),
            total: seconds(programme.seconds().saturating_sub(skipped).saturating_sub(in_all)),
        })
    }

    /// Whether the script says when it begins: only then is there something to be late or early against.
    pub fn has_schedule(&self) -> bool {
        self.programme()
            .is_some_and(|programme| programme.start.is_some())
    }

    /// How the show stands against its plan. None before the beginning, and without a schedule.
    pub fn lateness(&self) -> Option<Lateness> {
        let plan = self.plan().filter(|_| self.has_schedule())?;
        Some(match self.stage {
            Stage::Finished => self.clock.lateness((plan.total, plan.total)),
            Stage::Waiting | Stage::Ready | Stage::Running => self.clock.lateness(plan.step),
        })
    }

    /// How long after the planned time of its first step a run begins now; nothing where it is not late, or there is no
    /// telling.
    pub(super) fn begun_late(&self, at: Moment) -> Option<Duration> {
        let programme = self.programme()?;
        let start = programme.start?;
        let now = Offset::constant(programme.zone.hours()).to_datetime(at.wall);
        let skipped = programme.steps.get(self.first_step())?.begins;
        let planned = |day: DateTime| day.checked_add(i64::from(skipped).seconds()).ok();
        let late = |planned: DateTime| Duration::try_from(now.duration_since(planned)).ok();
        let (late, most) = if let Some(date) = programme.date {
            (late(planned(date.to_datetime(start))?)?, SAME_DAY)
        } else {
            // One that was to begin before midnight may begin after it.
            let days = [now.date(), now.date().yesterday().ok()?];
            let late = days
                .into_iter()
                .find_map(|day| late(planned(day.to_datetime(start))?));
            (late?, SAME_MORNING)
        };
        (TOLD_FROM..most).contains(&late).then_some(late)
    }
}
