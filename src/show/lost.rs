//! A place that a save has taken away. What is cut out is often put back by the next save: until the leader moves, the run
//! as it was is kept together with the programme it was of, and is gone on with from there.

use std::collections::HashSet;
use std::sync::Arc;

use super::Show;
use super::reading::Reading;
use super::state::Snapshot;
use crate::programme::carry::{Carry, Fate};
use crate::programme::{Day, Person, Place, Programme, StepId};

/// A run as it was before a save took its place away.
#[derive(Debug, Clone)]
pub(super) struct Lost {
    programme: Arc<Programme>,
    place: Place,
    first_step: Option<StepId>,
    reading: Reading,
    day: Day,
    undo: Vec<Snapshot>,
    by_phrase: Option<StepId>,
    looked_at: Option<StepId>,
    changed: HashSet<StepId>,
}

impl Lost {
    /// The programme that the run is of.
    pub(super) fn programme(&self) -> &Programme {
        &self.programme
    }

    /// What was decided on the day, for a script with these people.
    pub(super) fn day(&self, people: &[Person]) -> Day {
        self.day.with_people_carried(&self.programme.people, people)
    }
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
            day: self.day.clone(),
            undo: self.undo.clone(),
            by_phrase: self.by_phrase.clone(),
            looked_at: self.looked_at.clone(),
            changed: self.changed.clone(),
        });
    }

    /// Keeps a lost run no more: the leader has decided something of the run as it is now.
    pub(super) fn forget_lost(&mut self) {
        self.lost = None;
    }

    /// Takes the lost run where a new programme has its place again.
    pub(super) fn find_lost(&mut self, new: &Programme) -> Option<Lost> {
        let found =
            |lost: &mut Lost| Carry::between(&lost.programme, new).place(&lost.place).fate != Fate::Gone;
        self.lost.take_if(found)
    }

    /// Puts a lost run back that was found again, and gives the programme it is of: from there it must be carried. What was
    /// marked as said since stays said.
    pub(super) fn put_back(&mut self, mut lost: Lost, old: &Programme) -> Arc<Programme> {
        lost.reading
            .take_said(&self.reading, &Carry::between(old, &lost.programme));
        self.place = Some(lost.place);
        self.first_step = lost.first_step;
        self.reading = lost.reading;
        self.day = lost.day;
        self.undo = lost.undo;
        self.by_phrase = lost.by_phrase;
        self.looked_at = lost.looked_at;
        self.changed = lost.changed;
        lost.programme
    }
}
