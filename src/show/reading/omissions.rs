//! The list of what was left out, with what is on it known at once: a jump over a long programme leaves out thousands.

use std::collections::{HashMap, HashSet};

use super::Omission;
use crate::programme::StepId;

/// What was left out, in the order in which it was; nothing stands on it twice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Omissions {
    list: Vec<Omission>,
    listed: HashSet<Omission>,
    /// How many of each step are on the list.
    steps: HashMap<StepId, usize>,
}

impl Omissions {
    pub(super) fn as_slice(&self) -> &[Omission] {
        &self.list
    }

    pub(super) fn contains(&self, omission: &Omission) -> bool {
        self.listed.contains(omission)
    }

    /// Whether the step, or something of it, is on the list.
    pub(super) fn has_of(&self, step: &StepId) -> bool {
        self.steps.contains_key(step)
    }

    pub(super) fn push(&mut self, omission: Omission) {
        if self.listed.insert(omission.clone()) {
            *self.steps.entry(omission.step().clone()).or_default() += 1;
            self.list.push(omission);
        }
    }

    pub(super) fn remove(&mut self, omission: &Omission) {
        if self.listed.remove(omission) {
            self.list.retain(|one| one != omission);
            self.forget_one_of(omission.step());
        }
    }

    pub(super) fn retain(&mut self, keep: impl Fn(&Omission) -> bool) {
        *self = std::mem::take(self).list.into_iter().filter(keep).collect();
    }

    fn forget_one_of(&mut self, step: &StepId) {
        if let Some(count) = self.steps.get_mut(step) {
            *count -= 1;
            if *count == 0 {
                self.steps.remove(step);
            }
        }
    }
}

impl FromIterator<Omission> for Omissions {
    fn from_iter<I: IntoIterator<Item = Omission>>(omissions: I) -> Self {
        let mut all = Self::default();
        for omission in omissions {
            all.push(omission);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::{CueId, Part};

    fn step(id: &str) -> StepId {
        StepId(id.into())
    }

    fn cue(id: &str, number: usize) -> Omission {
        Omission::Cue(CueId {
            step: step(id),
            part: Part::Clause(number),
        })
    }

    #[test]
    fn a_step_is_known_as_long_as_anything_of_it_is_listed() {
        let mut omissions: Omissions = [cue("ikrar", 1), cue("ikrar", 2), Omission::Step(step("doa"))]
            .into_iter()
            .collect();
        omissions.push(cue("ikrar", 1));
        assert_eq!(omissions.as_slice().len(), 3, "nothing stands there twice");
        omissions.remove(&cue("ikrar", 1));
        assert!(omissions.has_of(&step("ikrar")));
        omissions.retain(|one| *one != cue("ikrar", 2));
        assert!(!omissions.has_of(&step("ikrar")) && !omissions.contains(&cue("ikrar", 2)));
        omissions.remove(&Omission::Step(step("doa")));
        assert!(!omissions.has_of(&step("doa")));
        assert_eq!(omissions, Omissions::default());
    }
}
