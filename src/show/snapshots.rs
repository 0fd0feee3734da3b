//! What `u` goes back to, carried over a save like the show itself: undoing never loses what an edit has left out.
//!
//! A snapshot names steps and parts as the programme on air does, but its place lies in the order of its own day: a step
//! that was moved since stands elsewhere in it.

use std::borrow::Cow;

use super::Show;
use super::reload::behind;
use super::state::Snapshot;
use crate::programme::carry::Carry;
use crate::programme::{Day, Place, Programme, StepId};

/// The programmes before and after a save, each in the order of one day.
struct Orders<'a> {
    was: Day,
    day: Day,
    before: Cow<'a, Programme>,
    after: Cow<'a, Programme>,
}

impl<'a> Orders<'a> {
    fn new(carry: &Carry<'a>, was: &Day, day: &Day) -> Self {
        Self {
            was: was.clone(),
            day: day.clone(),
            before: Cow::Borrowed(carry.before()),
            after: Cow::Borrowed(carry.after()),
        }
    }

    /// The same in the order of another day.
    fn of(carry: &Carry<'a>, was: Day) -> Self {
        let day = was.carried(carry);
        Self {
            before: Cow::Owned(carry.before().arranged(&was)),
            after: Cow::Owned(carry.after().arranged(&day)),
            was,
            day,
        }
    }

    /// A place of the one day in the other. A step that was put in since is none of it, however near it stands to what is
    /// gone: undoing takes it back before the place is come to.
    fn carried(&self, carry: &Carry<'_>, place: &Place) -> Place {
        let carried = carry.place(place).place;
        if self.after.cue(&carried.cue).is_some() {
            return carried;
        }
        Carry::between(&self.before, &self.after).place(place).place
    }
}

impl Show {
    /// Carries what can be undone over a save, in which the run began at a step of so many before. The day is still the one
    /// from before the save.
    pub(super) fn carry_undo(&mut self, carry: &Carry<'_>, was_first: usize) {
        let undo = std::mem::take(&mut self.undo);
        let day = self.day.carried(carry);
        let mut orders = Orders::new(carry, &self.day, &day);
        let mut carried = Vec::with_capacity(undo.len());
        for snapshot in undo {
            if snapshot.day != orders.was {
                orders = Orders::of(carry, snapshot.day.clone());
            }
            carried.push(self.carry_snapshot(carry, &orders, was_first, snapshot));
        }
        self.undo = carried;
    }

    fn carry_snapshot(
        &self,
        carry: &Carry<'_>,
        orders: &Orders<'_>,
        was_first: usize,
        snapshot: Snapshot,
    ) -> Snapshot {
        let Snapshot {
            deed,
            place,
            finished,
            mut reading,
            day: _,
            by_phrase,
            looked_at,
        } = snapshot;
        let kept = |step: StepId| Some(carry.step(&step)?.id.clone());
        let place = if let Some(place) = place {
            let first = first_of_run(carry.before(), was_first, &orders.before);
            let owed = behind(&orders.before, first, &place, finished);
            let known = reading.owed_carried(&owed, carry);
            reading.carry(carry);
            let place = orders.carried(carry, &place);
            let first = first_of_run(carry.after(), self.first_step(), &orders.after);
            reading.list_owed(&behind(&orders.after, first, &place, finished), &known);
            Some(place)
        } else {
            reading.carry(carry);
            None
        };
        // Of what may come again the journal knows nothing.
        reading.take_changes();
        Snapshot {
            deed,
            place,
            finished,
            reading,
            day: orders.day.clone(),
            by_phrase: by_phrase.and_then(kept),
            looked_at: looked_at.and_then(kept),
        }
    }

    /// Carries what can be undone to the same script with other people: the words of parts have changed, and nothing else.
    pub(super) fn reword_undo(&mut self, carry: &Carry<'_>) {
        for snapshot in &mut self.undo {
            snapshot.reading.carry(carry);
            snapshot.reading.take_changes();
            if let Some(place) = &mut snapshot.place {
                *place = carry.place(place).place;
            }
        }
    }
}

/// Where the run begins in another order of a programme: at the first step that is part of it. What was part of it stays
/// so wherever it comes to stand, lest it be passed in silence.
pub(super) fn first_of_run(programme: &Programme, first: usize, other: &Programme) -> usize {
    if first == 0 {
        return 0;
    }
    let before = |step: &StepId| programme.position(step).is_some_and(|position| position < first);
    let part_of_run = other.steps.iter().position(|step| !before(&step.id));
    part_of_run.unwrap_or(other.steps.len().saturating_sub(1))
}
