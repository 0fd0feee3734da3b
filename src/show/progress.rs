//! How far the programme has come, against how far it should be: both in planned time. Moves nothing, and wakes nobody:
//! it is asked for when the screen is drawn for another reason.

use std::time::Duration;

use super::{Show, Stage};

/// How far the run has come and how far it should be by its plan, in planned time from its beginning. Neither is more
/// than the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The planned time of what is done.
    pub done: Duration,
    /// Where the plan is now; at its end where it is overrun.
    pub planned: Duration,
    /// The planned time of the whole run; never nothing.
    pub whole: Duration,
}

impl Show {
    /// How far the run has come: the steps before the present one, and of the present one the cues before the present.
    /// None before the beginning, and where the run takes no time.
    pub fn progress(&self) -> Option<Progress> {
        self.clock.began()?;
        let plan = self.plan().filter(|plan| !plan.total.is_zero())?;
        let (begins, ends) = plan.step;
        let done = match self.stage {
            Stage::Finished => plan.total,
            Stage::Waiting | Stage::Ready | Stage::Running => {
                begins + self.done_of_step(ends.saturating_sub(begins))
            }
        };
        Some(Progress {
            done: done.min(plan.total),
            planned: self.clock.elapsed().min(plan.total),
            whole: plan.total,
        })
    }

    /// The part of the present step's time that its cues before the present one stand for, each for as much as any other.
    fn done_of_step(&self, whole: Duration) -> Duration {
        let place = self.place.as_ref();
        let cues = self.step().map(|step| step.cues.as_slice()).unwrap_or_default();
        let before = cues
            .iter()
            .take_while(|cue| place.is_some_and(|place| place.cue != cue.id))
            .count();
        let of = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        if before == cues.len() {
            return Duration::ZERO;
        }
        whole * of(before) / of(cues.len())
    }
}
