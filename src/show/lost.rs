//! A place that a save has taken away. What is cut out is often put back by the next save: until the leader moves, the run
//! as it was is kept together with the programme it was of, and is gone on with from there.

use std::collections::HashSet;
use std::sync::Arc;

use super::Show;
use super::reading::Reading;
use super::state::Snapshot;
use crate::programme::carry::{Carry, Fate};
use crate::programme::{Place, Programme, StepId};

/// A run as it was before a save took its place away.
#[derive(Debug, Clone)]
pub(super) struct Lost {
    programme: Arc<Programme>,
    place: Place,
    first_step: Option<StepId>,
    reading: Reading,
    undo: Vec<Snapshot>,
    by_phrase: Option<StepId>,
    changed: HashSet<StepId>,
}

impl Show {
    /// Keeps the run before a save that takes its place away. Of several such saves the first knows where the leader was.
    pub(super) fn keep_lost(&mut self, carry: &Carry<'_>, programme: &Arc<Programme>) {
        let Some(place) = self.place.as_ref().filter(|_| self.lost.is_none()) else {
            return;
        };
        if carry.place(place).fate != Fate::Gone {
            return;
        }
        self.lost = Some(Lost {
            programme: Arc::clone(programme),
            place: place.clone(),
            first_step: self.first_step.clone(),
            reading: self.reading.clone(),
            undo: self.undo.clone(),
            by_phrase: self.by_phrase.clone(),
            changed: self.changed.clone(),
        });
    }

    /// Puts a lost run back where a new programme has its place again, and gives the programme it is of: from there it
    /// must be carried. What was marked as said since stays said.
    pub(super) fn find_lost(&mut self, old: &Programme, new: &Programme) -> Option<Arc<Programme>> {
        let found = |lost: &Lost| Carry::between(&lost.programme, new).place(&lost.place).fate != Fate::Gone;
        if !self.lost.as_ref().is_some_and(found) {
            return None;
        }
        let mut lost = self.lost.take()?;
        lost.reading
            .take_said(&self.reading, &Carry::between(old, &lost.programme));
        self.place = Some(lost.place);
        self.first_step = lost.first_step;
        self.reading = lost.reading;
        self.undo = lost.undo;
        self.by_phrase = lost.by_phrase;
        self.changed = lost.changed;
        Some(lost.programme)
    }
}
