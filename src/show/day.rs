//! Changes of the programme on the day: a step moved, put in, dropped or taken back among what is to come, a person
//! replaced. The show stays at its place, unless the present step is dropped, and each of them can be undone without leaving it.
//!
//! They are kept apart from the script ([`Day`]): the programme on air is always that of the script with these changes, and
//! a save is taken in with them. What lies behind is never changed, so that nothing is left out by it; undoing may put a
//! step there, and then it is told as after a save.

use std::sync::Arc;

use super::reading::Omission;
use super::reload::behind;
use super::snapshots::first_of_run;
use super::state::{Deed, NotChanged, Notice, Snapshot};
use super::{Happened, Moment, Show, Stage};
use crate::programme::carry::{Carry, Fate};
use crate::programme::{Day, DayChange, Place, Programme, StandIn, StepId, compile_for_day};
use crate::script::{self, Kind};

impl Show {
    /// What was decided on the day.
    pub fn day(&self) -> &Day {
        &self.day
    }

    /// The first position at which the programme can be changed: what is present, lies behind, or before the beginning of
    /// the run stays as it is.
    fn first_to_come(&self) -> Result<usize, NotChanged> {
        match self.stage {
            Stage::Waiting => Err(NotChanged::NotToCome),
            Stage::Ready => Ok(0),
            Stage::Running => {
                let here = self.step_position().map_or(0, |position| position + 1);
                Ok(here.max(self.first_step()))
            }
            Stage::Finished => Err(NotChanged::Over),
        }
    }

    /// The position of a step that is still to come.
    fn position_to_come(&self, step: &StepId) -> Result<usize, NotChanged> {
        let first = self.first_to_come()?;
        let position = self.programme().and_then(|programme| programme.position(step));
        position
            .filter(|position| *position >= first)
            .ok_or(NotChanged::NotToCome)
    }

    /// Whether a step is still to come, so that it can be dropped and taken back.
    pub fn is_to_come(&self, step: &StepId) -> bool {
        self.position_to_come(step).is_ok()
    }

    /// Moves a step one place up or down among what is to come; dropped ones are passed by. What was held already and is
    /// to come again stays where it is.
    pub(super) fn move_step(&mut self, step: &StepId, down: bool, at: Moment) {
        match self.new_place(step, down) {
            Ok(after) => {
                let step = step.clone();
                self.change_day(DayChange::Moved { step, after }, at);
            }
            Err(why) => self.tell(Notice::NotChanged(why), at),
        }
    }

    /// The step that another one comes to stand behind when it is moved; the top where there is none.
    fn new_place(&self, step: &StepId, down: bool) -> Result<Option<StepId>, NotChanged> {
        let position = self.position_to_come(step)?;
        let first = self.first_to_come()?;
        let programme = self.programme().ok_or(NotChanged::NotToCome)?;
        if self.reading.is_visited(step) {
            return Err(NotChanged::NotToCome);
        }
        let id_at = |position: usize| programme.steps.get(position).map(|step| step.id.clone());
        if down {
            let next = self.step_after(programme, position);
            return next.map(|step| Some(step.id.clone())).ok_or(NotChanged::Last);
        }
        let before = self.step_before(programme, position);
        let before = before.and_then(|step| programme.position(&step.id));
        let before = before
            .filter(|before| *before >= first)
            .ok_or(NotChanged::First)?;
        Ok(before.checked_sub(1).and_then(id_at))
    }

    /// Puts in a step behind another one: behind the present one at the earliest.
    pub(super) fn insert_step(&mut self, after: &StepId, kind: Kind, title: &str, seconds: u32, at: Moment) {
        let place = self.first_to_come().and_then(|first| {
            let programme = self.programme().ok_or(NotChanged::NotToCome)?;
            let after = programme.position(after).ok_or(NotChanged::NotToCome)?;
            let is_to_come = after + 1 >= first;
            is_to_come
                .then(|| self.day.new_step_id(programme))
                .ok_or(NotChanged::NotToCome)
        });
        match place {
            Ok(step) => {
                let (title, after) = (title.to_owned(), Some(after.clone()));
                let change = DayChange::Inserted {
                    step,
                    kind,
                    title,
                    seconds,
                    after,
                };
                self.change_day(change, at);
            }
            Err(why) => self.tell(Notice::NotChanged(why), at),
        }
    }

    /// Lets somebody stand in for a person, by the key; or the person of the script be there again.
    pub(super) fn replace_person(&mut self, key: &str, by: Option<StandIn>, at: Moment) {
        let is_known = self
            .programme()
            .is_some_and(|programme| programme.people.iter().any(|person| person.key == key));
        let asked_for_somebody = by.is_some();
        let by = by.and_then(|by| by.cleaned());
        if !is_known || (asked_for_somebody && by.is_none()) || by == self.day.stand_in(key) {
            return;
        }
        let person = key.to_owned();
        self.change_day(DayChange::Replaced { person, by }, at);
    }

    /// Drops a step by decision: the present one, and moves on; or one that is to come, and stays.
    pub(super) fn drop_chosen(&mut self, step: &StepId, reason: Option<Arc<str>>, at: Moment) {
        let is_present = self.step().is_some_and(|present| present.id == *step);
        if is_present && self.stage == Stage::Running {
            self.drop_step(step, reason, at);
            return;
        }
        if let Err(why) = self.position_to_come(step) {
            self.tell(Notice::NotChanged(why), at);
        } else if !self.reading.is_dropped(step) {
            self.remember_in_place(Deed::Drop);
            self.note(Happened::Dropped {
                step: step.clone(),
                reason: reason.clone(),
            });
            self.forget_lost();
            self.reading.drop_step(step, reason);
            self.tell(Notice::Dropped(step.clone()), at);
        }
    }

    /// Takes back that a step was dropped, where it is still to come.
    pub(super) fn restore_step(&mut self, step: &StepId, at: Moment) {
        if let Err(why) = self.position_to_come(step) {
            self.tell(Notice::NotChanged(why), at);
        } else if self.reading.is_dropped(step) {
            self.remember_in_place(Deed::Day);
            self.note(Happened::Restored { step: step.clone() });
            self.forget_lost();
            self.reading.keep_step(step);
            self.tell(Notice::StepRestored(step.clone()), at);
        }
    }

    /// Changes the programme on the day. The only way in which a new change comes to a show; undoing takes it back whole.
    pub(super) fn change_day(&mut self, change: DayChange, at: Moment) {
        let day = self.day.with(change.clone());
        if day == self.day {
            return;
        }
        self.remember_in_place(Deed::Day);
        self.note(Happened::Changed(Box::new(change.clone())));
        let left_out = self.change_in_place(day, |_, _| {}, at);
        let notice = self.told_of(change);
        self.tell_unless_left_out(notice, left_out, at);
    }

    /// What the leader is told of a change.
    fn told_of(&self, change: DayChange) -> Option<Notice> {
        let programme = self.programme()?;
        let number = |step: &StepId| programme.position(step).map(|position| position + 1);
        Some(match change {
            DayChange::Moved { step, .. } => Notice::StepMoved {
                number: number(&step)?,
                step,
            },
            DayChange::Inserted { step, .. } => Notice::StepInserted {
                number: number(&step)?,
                step,
            },
            DayChange::Replaced { person, by } => {
                let label = programme.people.iter().find(|one| one.key == person)?;
                Notice::PersonReplaced {
                    person: label.short.clone(),
                    by: by.and_then(|by| Some(by.named()?.to_owned())),
                }
            }
        })
    }

    /// Undoes what has moved nothing, and moves nothing: what was decided of steps, and the changes of the programme.
    pub(super) fn undo_in_place(&mut self, snapshot: Snapshot, at: Moment) {
        let Snapshot {
            deed, reading, day, ..
        } = snapshot;
        let take_back = |show: &mut Self, programme: &Programme| {
            let here = show.step_position();
            let is_behind = |step: &StepId| programme.position(step).is_some_and(|at| Some(at) <= here);
            show.reading.take_back_decisions(&reading, is_behind);
            show.reading.take_back_marks(&reading, programme);
        };
        let step = |show: &Self| show.place.as_ref().map(|place| place.cue.step.clone());
        let was = step(self);
        let left_out = self.change_in_place(day, take_back, at);
        let is_moved = self.stage == Stage::Running && was != step(self);
        let notice = if is_moved {
            Notice::CueGone
        } else {
            Notice::Undone(deed)
        };
        self.tell_unless_left_out(Some(notice), left_out, at);
    }

    fn tell_unless_left_out(&mut self, notice: Option<Notice>, left_out: Vec<Omission>, at: Moment) {
        match notice {
            // The leader must know where they are now.
            Some(Notice::CueGone) => self.tell(Notice::CueGone, at),
            _ if !left_out.is_empty() => self.tell(Notice::LeftOut(left_out), at),
            Some(notice) => self.tell(notice, at),
            None => {}
        }
    }

    /// The programme on air for a day.
    fn programme_for(&self, programme: &Arc<Programme>, day: &Day) -> Arc<Programme> {
        if *day == self.day {
            return Arc::clone(programme);
        }
        let same_people = day.stand_ins().eq(self.day.stand_ins());
        if same_people {
            return Arc::new(programme.arranged(day));
        }
        // Names stand in texts: they are filled in anew, which is seldom.
        let script = script::read(&self.sources).script;
        Arc::new(script.map_or_else(
            || programme.arranged(day),
            |script| compile_for_day(&script, &self.occasion, day),
        ))
    }

    /// Puts the programme of another day on air and takes everything over to it: what was read, what can be undone, the
    /// chosen row, an open question. The place stays, unless its step is gone. Gives what that has put behind the place
    /// unread.
    fn change_in_place(
        &mut self,
        day: Day,
        decide: impl FnOnce(&mut Self, &Programme),
        at: Moment,
    ) -> Vec<Omission> {
        let Some(old) = self.programme.clone() else {
            return Vec::new();
        };
        self.forget_lost();
        let new = self.programme_for(&old, &day);
        let carry = Carry::on_the_day(&old, &new);
        let chosen = self.chosen_row();
        let reading = self.reading.clone();
        let finished = self.stage == Stage::Finished;
        let was_first = self.first_step();
        let place = self.place.clone();
        let known = place.as_ref().map(|place| {
            let owed = behind(&old, was_first, place, finished);
            self.reading.owed_carried(&owed, &carry)
        });

        if !day.stand_ins().eq(self.day.stand_ins()) {
            self.reword_undo(&carry);
        }
        self.day = day.settled(&new);
        self.programme = Some(Arc::clone(&new));
        self.reading.carry(&carry);
        self.changed.retain(|step| new.step(step).is_some());
        self.by_phrase = self.by_phrase.take().filter(|step| new.step(step).is_some());
        self.looked_at = self.looked_at.take().filter(|step| new.step(step).is_some());
        if self.first_step.is_some() {
            let first = new.steps.get(first_of_run(&old, was_first, &new));
            self.first_step = first.map(|step| step.id.clone());
        }
        if let Some(place) = &place {
            self.stay_at(&carry, place);
        }
        decide(self, &new);
        let left_out = match (&self.place, known) {
            (Some(here), Some(known)) => {
                let owing = behind(&new, self.first_step(), here, finished);
                self.reading.list_owed(&owing, &known)
            }
            (None, _) | (_, None) => Vec::new(),
        };
        self.reading = std::mem::take(&mut self.reading).in_place_of(&reading);
        self.choose_carried(&carry, chosen);
        self.carry_question(&carry, at);
        self.wait_for_words();
        left_out
    }

    /// Stays at the place in a programme of another day; where its step is gone, at the nearest place before it.
    fn stay_at(&mut self, carry: &Carry<'_>, place: &Place) {
        let carried = carry.place(place);
        if carried.fate == Fate::Gone {
            self.end_wait();
        }
        let here = match carried.fate {
            Fate::Gone if self.stage == Stage::Running => self.beside_dropped(carried.place),
            Fate::Gone | Fate::Changed | Fate::Kept => carried.place,
        };
        if self.stage == Stage::Running
            && let Some(step) = carry.after().step(&here.cue.step)
        {
            self.visit(step);
        }
        self.place = Some(here);
        self.settle_on_stretch();
    }
}
