//! How a reading changes, bit by bit and in absolute terms: what the journal keeps of it, and how it comes back.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Marks, Omission, Reading};
use crate::programme::{CueId, StepId};
use crate::script::characters::typed_line;

/// A change of a reading. What it says holds whatever was before, so that one that is taken in twice does no harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// These phrases of a cue have been read.
    Read {
        /// The cue.
        cue: CueId,
        /// For each phrase whether it was read, as `110`.
        #[serde(serialize_with = "write_marks", deserialize_with = "read_marks")]
        marks: Marks,
    },
    /// Nothing of a cue has been read.
    Unread(CueId),
    /// The show has come to a step.
    Visited(StepId),
    /// It has not.
    Unvisited(StepId),
    /// A step was dropped.
    Dropped {
        /// The step.
        step: StepId,
        /// Why, where somebody said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Arc<str>>,
    },
    /// A step is not dropped.
    Kept(StepId),
    /// What was left out is marked as said.
    Said(Omission),
    /// It is not.
    Unsaid(Omission),
    /// A signatory is absent.
    Absent(CueId),
    /// A signatory is not.
    Present(CueId),
    /// This was left out, the newest of all.
    LeftOut(Omission),
    /// This is not left out any more.
    MadeUp(Omission),
    /// What is left out in all, the newest last.
    LeftOutInAll(Vec<Omission>),
}

impl Reading {
    /// Takes in a change.
    pub fn take_in(&mut self, change: Change) {
        match change {
            Change::Read { cue, marks } => self.read.insert_mut(cue, marks),
            Change::Unread(cue) => {
                self.read.remove_mut(&cue);
            }
            Change::Visited(step) => self.visited.insert_mut(step),
            Change::Unvisited(step) => {
                self.visited.remove_mut(&step);
            }
            Change::Dropped { step, reason } => {
                // It may come from a file.
                let reason = reason.map(|reason| typed_line(&reason).into());
                self.dropped.insert(step, reason);
            }
            Change::Kept(step) => {
                self.dropped.remove(&step);
            }
            Change::Said(omission) => {
                self.said.insert(omission);
            }
            Change::Unsaid(omission) => {
                self.said.remove(&omission);
            }
            Change::Absent(cue) => {
                self.absent.insert(cue);
            }
            Change::Present(cue) => {
                self.absent.remove(&cue);
            }
            Change::LeftOut(omission) => Arc::make_mut(&mut self.left_out).push(omission),
            Change::MadeUp(omission) => Arc::make_mut(&mut self.left_out).remove(&omission),
            Change::LeftOutInAll(omissions) => self.left_out = Arc::new(omissions.into_iter().collect()),
        }
    }

    /// What has changed since it was last asked for. What was put in the place of the whole is not in it: see
    /// [`Reading::changes_since`].
    pub fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    /// This reading in the place of another, with what makes that one this.
    #[must_use]
    pub fn in_place_of(mut self, before: &Self) -> Self {
        let since = self.changes_since(before);
        self.changes.clone_from(&before.changes);
        self.changes.extend(since);
        self
    }

    /// What makes another reading this one.
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        let marks = self.read.iter();
        let marks = marks.filter(|(cue, marks)| before.read.get(*cue) != Some(*marks));
        changes.extend(marks.map(|(cue, marks)| Change::Read {
            cue: cue.clone(),
            marks: Arc::clone(marks),
        }));
        let unread = before.read.keys().filter(|cue| !self.read.contains_key(*cue));
        changes.extend(unread.cloned().map(Change::Unread));
        let visited = self.visited.iter().filter(|step| !before.visited.contains(*step));
        changes.extend(visited.cloned().map(Change::Visited));
        let unvisited = before.visited.iter().filter(|step| !self.visited.contains(*step));
        changes.extend(unvisited.cloned().map(Change::Unvisited));
        let dropped = self.dropped.iter();
        let dropped = dropped.filter(|(step, reason)| before.dropped.get(*step) != Some(*reason));
        changes.extend(dropped.map(|(step, reason)| Change::Dropped {
            step: step.clone(),
            reason: reason.clone(),
        }));
        let kept = before
            .dropped
            .keys()
            .filter(|step| !self.dropped.contains_key(*step));
        changes.extend(kept.cloned().map(Change::Kept));
        changes.extend(self.said.difference(&before.said).cloned().map(Change::Said));
        changes.extend(before.said.difference(&self.said).cloned().map(Change::Unsaid));
        changes.extend(
            self.absent
                .difference(&before.absent)
                .cloned()
                .map(Change::Absent),
        );
        changes.extend(
            before
                .absent
                .difference(&self.absent)
                .cloned()
                .map(Change::Present),
        );
        if self.left_out != before.left_out {
            changes.push(Change::LeftOutInAll(self.left_out.as_slice().to_vec()));
        }
        changes
    }
}

fn write_marks<S: Serializer>(marks: &Marks, serializer: S) -> Result<S::Ok, S::Error> {
    let digits = marks.iter().map(|mark| if *mark { '1' } else { '0' });
    serializer.serialize_str(&digits.collect::<String>())
}

fn read_marks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Marks, D::Error> {
    let digits = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
    Ok(digits.bytes().map(|digit| digit == b'1').collect())
}
