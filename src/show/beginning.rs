//! How late a ceremony begins: told once, when it does.

use std::time::Duration;

use jiff::ToSpan as _;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use super::{Moment, Show};

/// Beginning this much later than planned is told.
const TOLD_FROM: Duration = Duration::from_secs(60);

/// A ceremony of a day that begins later than this is another performance of it: a rehearsal in the evening.
const SAME_DAY: Duration = Duration::from_secs(12 * 60 * 60);

/// The same where the script names no day.
const SAME_MORNING: Duration = Duration::from_secs(3 * 60 * 60);

impl Show {
    /// How long after the planned time of its first step a run begins now; nothing where it is not late, or there is no
    /// telling.
    pub(super) fn begun_late(&self, at: Moment) -> Option<Duration> {
        let programme = self.programme()?;
        let start = programme.start?;
        let now = Offset::constant(programme.zone.hours()).to_datetime(at.wall);
        let skipped = programme.steps.get(self.first_step())?.begins;
        let planned = |day: DateTime| day.checked_add(i64::from(skipped).seconds()).ok();
        let late = |planned: DateTime| Duration::try_from(now.duration_since(planned)).ok();
        let (late, most) = match programme.date {
            Some(date) => (late(planned(date.to_datetime(start))?)?, SAME_DAY),
            None => {
                // One that was to begin before midnight may begin after it.
                let days = [now.date(), now.date().yesterday().ok()?];
                let late = days
                    .into_iter()
                    .find_map(|day| late(planned(day.to_datetime(start))?));
                (late?, SAME_MORNING)
            }
        };
        (TOLD_FROM..most).contains(&late).then_some(late)
    }
}
