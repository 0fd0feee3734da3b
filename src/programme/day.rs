//! What was decided on the day: the programme of the day is not the programme of the file, and both are kept.
//!
//! A change names steps and people by their identity and says where they come to stand, never by how much they move, so
//! that it means the same after a save of the file and after a resume. Steps that are dropped are no change of these: they
//! keep their number, and what was read of them counts.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::carry::{Carry, person_carried};
use super::{Person, Programme, StepId};
use crate::script::Kind;
use crate::script::characters::typed_line;

/// A change of the programme on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayChange {
    /// A step comes elsewhere.
    Moved {
        /// The step.
        step: StepId,
        /// The step that it comes after; the top where none is named.
        after: Option<StepId>,
    },
    /// A step that the script does not have.
    Inserted {
        /// Its identity, made up when it was put in.
        step: StepId,
        /// What sort of step it is.
        kind: Kind,
        /// What it is called.
        title: String,
        /// How long it takes, in seconds.
        seconds: u32,
        /// The step that it comes after; the top where none is named.
        after: Option<StepId>,
    },
    /// Somebody else does the part of a person.
    Replaced {
        /// The person's key in the script.
        person: String,
        /// Who; the person of the script again where nobody is named.
        by: Option<StandIn>,
    },
}

/// Who stands in for somebody. One of the two is given.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StandIn {
    /// The name, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The office, where it is known ("Plh. Sekretaris Daerah").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
}

/// All changes of a day, in the order in which they were made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day {
    changes: Vec<DayChange>,
}

impl Day {
    /// The changes, in order.
    pub fn changes(&self) -> &[DayChange] {
        &self.changes
    }

    /// Whether the programme is that of the file.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The day after one more change. What that one makes moot goes; the order of all others is kept, for a change names
    /// where its step stands among the steps as the changes before it have left them.
    #[must_use]
    pub fn with(&self, change: DayChange) -> Self {
        let mut changes = self.changes.clone();
        match change {
            DayChange::Moved { step, after } if after.as_ref() != Some(&step) => {
                let moved = forget_moves(&mut changes, &step, after);
                changes.push(moved);
            }
            DayChange::Moved { .. } => {}
            DayChange::Inserted {
                step,
                kind,
                title,
                seconds,
                after,
            } => changes.push(DayChange::Inserted {
                step,
                kind,
                title: typed_line(&title),
                seconds,
                after,
            }),
            DayChange::Replaced { person, by } => {
                let of_person = |one: &DayChange| matches!(one, DayChange::Replaced { person: other, .. } if *other == person);
                changes.retain(|one| !of_person(one));
                if let Some(by) = by.as_ref().and_then(StandIn::cleaned) {
                    let by = Some(by);
                    changes.push(DayChange::Replaced { person, by });
                }
            }
        }
        Self { changes }
    }

    /// The day without the moves that have come to nothing, once all steps of the script stand in its order again in the
    /// programme of the day.
    #[must_use]
    pub fn settled(self, programme: &Programme) -> Self {
        let moves = |one: &DayChange| matches!(one, DayChange::Moved { .. });
        if programme.steps.iter().any(|step| step.moved) || !self.changes.iter().any(moves) {
            return self;
        }
        let (replaced, others): (Vec<_>, Vec<_>) = self
            .changes
            .into_iter()
            .partition(|one| matches!(one, DayChange::Replaced { .. }));
        let find = |id: &StepId| {
            let mut all = others.iter();
            all.find(|one| matches!(one, DayChange::Inserted { step, .. } if step == id))
        };
        // Where a step that was put in stands is told anew: it may have been put behind one that was moved since.
        let mut before = None;
        let mut changes = replaced;
        for step in &programme.steps {
            if let Some(DayChange::Inserted {
                step,
                kind,
                title,
                seconds,
                ..
            }) = find(&step.id).filter(|_| step.is_inserted())
            {
                changes.push(DayChange::Inserted {
                    step: step.clone(),
                    kind: *kind,
                    title: title.clone(),
                    seconds: *seconds,
                    after: before,
                });
            }
            before = Some(step.id.clone());
        }
        Self { changes }
    }

    /// An id for one more step, which meets no other of the programme of this day.
    pub fn new_step_id(&self, programme: &Programme) -> StepId {
        let taken = |id: &StepId| programme.step(id).is_some() || self.inserts(id);
        // One more than there are steps in all: one of them is free.
        let numbers = 1..=programme.steps.len() + self.changes.len() + 1;
        let mut ids = numbers.map(|number| StepId(format!("sisipan-{number}").into()));
        ids.find(|id| !taken(id))
            .unwrap_or_else(|| StepId("sisipan".into()))
    }

    /// Whether it puts in a step of this id.
    pub fn inserts(&self, id: &StepId) -> bool {
        let inserts = |one: &DayChange| matches!(one, DayChange::Inserted { step, .. } if step == id);
        self.changes.iter().any(inserts)
    }

    /// Who stands in for whom, by key. What was typed is one line of plain text each.
    pub fn stand_ins(&self) -> impl Iterator<Item = (&str, StandIn)> {
        self.changes.iter().filter_map(|one| match one {
            DayChange::Replaced { person, by } => Some((person.as_str(), by.as_ref()?.cleaned()?)),
            DayChange::Moved { .. } | DayChange::Inserted { .. } => None,
        })
    }

    /// Who stands in for a person.
    pub fn stand_in(&self, person: &str) -> Option<StandIn> {
        let mut found = self.stand_ins().filter(|(key, _)| *key == person);
        found.next().map(|(_, by)| by)
    }

    /// The day after a save that has changed who there is: people under the keys that they have now. A change of whoever
    /// is gone goes as well.
    #[must_use]
    pub fn with_people_carried(&self, old: &[Person], new: &[Person]) -> Self {
        let mut taken = HashSet::new();
        let carried = self.changes.iter().filter_map(|one| match one {
            DayChange::Replaced { person, by } => {
                let person = person_carried(old, new, person)?;
                taken.insert(person.clone()).then(|| DayChange::Replaced {
                    person,
                    by: by.clone(),
                })
            }
            DayChange::Moved { .. } | DayChange::Inserted { .. } => Some(one.clone()),
        });
        Self {
            changes: carried.collect(),
        }
    }

    /// The day after a save, from the programme of this day to the new one of the file. A change goes with its step; where
    /// the step is gone that another was to stand behind, it stands behind the nearest before that which is still there. A
    /// step that was put in stays, unless the file has one of its very id now.
    #[must_use]
    pub fn carried(&self, carry: &Carry<'_>) -> Self {
        let is_of_file = |id: &StepId| carry.after().step(id).is_some_and(|step| !step.is_inserted());
        let kept = |id: &StepId| {
            if self.inserts(id) {
                return Some(id.clone());
            }
            carry.step(id).map(|step| step.id.clone())
        };
        let behind = |step: &StepId, after: Option<&StepId>| {
            let before = carry.before();
            let position = before.position(after?)?;
            let mut from_there = before.steps.iter().take(position + 1).rev();
            from_there.find_map(|one| Some(&one.id).filter(|id| *id != step).and_then(kept))
        };
        let people = self.with_people_carried(&carry.before().people, &carry.after().people);
        let carried = people.changes.into_iter().filter_map(|one| match one {
            DayChange::Replaced { .. } => Some(one),
            DayChange::Moved { step, after } => Some(DayChange::Moved {
                after: behind(&step, after.as_ref()),
                step: kept(&step)?,
            }),
            DayChange::Inserted { ref step, .. } if is_of_file(step) => None,
            DayChange::Inserted {
                step,
                kind,
                title,
                seconds,
                after,
            } => Some(DayChange::Inserted {
                after: behind(&step, after.as_ref()),
                step,
                kind,
                title,
                seconds,
            }),
        });
        Self {
            changes: carried.collect(),
        }
    }
}

impl StandIn {
    /// What was typed, each as one line of plain text; nothing where both are blank.
    pub fn cleaned(&self) -> Option<Self> {
        let line =
            |typed: &Option<String>| typed.as_deref().map(typed_line).filter(|typed| !typed.is_empty());
        let (name, office) = (line(&self.name), line(&self.office));
        (name.is_some() || office.is_some()).then_some(Self { name, office })
    }

    /// The name, or else the office.
    pub fn named(&self) -> Option<&str> {
        self.name.as_deref().or(self.office.as_deref())
    }
}

/// Takes away the last changes that only tell where this step stood before, and gives what now tells where it stands. One
/// by which another step has found its place since is not moot.
fn forget_moves(changes: &mut Vec<DayChange>, id: &StepId, after: Option<StepId>) -> DayChange {
    let moves = |one: &DayChange| match one {
        DayChange::Moved { step, .. } | DayChange::Inserted { step, .. } => step == id,
        DayChange::Replaced { .. } => false,
    };
    let stands_behind = |one: &DayChange| match one {
        DayChange::Moved { after, .. } | DayChange::Inserted { after, .. } => after.as_ref() == Some(id),
        DayChange::Replaced { .. } => false,
    };
    while let Some(last) = changes.iter().rposition(|one| moves(one) || stands_behind(one))
        && let Some(moot) = changes.get(last).filter(|one| moves(one)).cloned()
    {
        changes.remove(last);
        if let DayChange::Inserted {
            step,
            kind,
            title,
            seconds,
            ..
        } = moot
        {
            return DayChange::Inserted {
                step,
                kind,
                title,
                seconds,
                after,
            };
        }
    }
    DayChange::Moved {
        step: id.clone(),
        after,
    }
}

#[cfg(test)]
mod tests;
