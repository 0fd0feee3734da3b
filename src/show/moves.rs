//! Moving: forward and back by the rules of how a text is read, and jumping, with everything that is passed over noted.
//!
//! The rungs of a move, from the top: `jump` leads to the beginning of a cue; `leap` to any target, and can be undone;
//! `cross` tells what was passed over; `pass_over` lists it and moves nothing; `arrive` puts the show there. An advance
//! stands on `cross`, for it passes over whatever was entered in its middle; a move back only arrives.

use super::order::Target;
use super::reading::Omission;
use super::state::{Deed, Notice, Snapshot};
use super::{Happened, Moment, Show, Stage};
use crate::programme::place::first_cue;
use crate::programme::{CueId, Place, Step, StepId, Turn};

/// How many jumps can be undone.
const MOST_UNDONE: usize = 50;

impl Show {
    /// Begins at the top, or where the settings say. Where the leader has put something over the picture, that is only
    /// taken away.
    pub(super) fn begin(&mut self, at: Moment) {
        if self.lift_veil() {
            return;
        }
        // What was dropped before the beginning is passed by, and is part of the run all the same: it may be taken back.
        let top = self.programme().and_then(|programme| {
            let first = self.step_from(programme, 0);
            first.or(programme.steps.first()).and_then(first_cue)
        });
        if let Some(cue) = top {
            self.begin_at(cue, at);
            self.first_step = None;
        }
    }

    /// Begins at a cue: the steps before it are no part of this run.
    pub(super) fn begin_at(&mut self, cue: CueId, at: Moment) {
        let position = self
            .programme()
            .and_then(|programme| programme.position(&cue.step));
        self.first_step = position
            .filter(|position| *position > 0)
            .map(|_| cue.step.clone());
        self.stage = Stage::Running;
        self.scroll = 0;
        self.notice = None;
        self.clock.begin(at);
        let late = self.begun_late(at);
        self.note(Happened::Begun {
            late: late.map(|late| late.as_secs()),
        });
        if let Some(late) = late {
            self.tell(Notice::BegunLate(late), at);
        }
        self.arrive(Target::Place(Place::beginning_of(cue)));
    }

    /// Puts the show at a place and notes the visit. The only way the place changes, but for a save, a change on the day and a resume.
    pub(super) fn arrive(&mut self, target: Target) {
        self.end_wait();
        self.lost = None;
        self.leave_looked_at(&target);
        match target {
            Target::Place(place) => {
                self.stage = Stage::Running;
                self.place = Some(place);
            }
            Target::ClosingCard => self.stage = Stage::Finished,
        }
        self.clock.set_ended(self.stage == Stage::Finished);
        if self.stage == Stage::Finished {
            self.settle_on_stretch();
            return;
        }
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let Some(step) = self
            .place
            .as_ref()
            .and_then(|place| programme.step(&place.cue.step))
        else {
            return;
        };
        self.visit(step);
        self.changed.remove(&step.id);
        if self.by_phrase.as_ref().is_some_and(|id| *id != step.id) {
            self.by_phrase = None;
        }
        self.settle_on_stretch();
    }

    /// Notes that the show is at a step, by a move or because what was there is gone. For the first time it is only looked at.
    pub(super) fn visit(&mut self, step: &Step) {
        if !self.reading.is_visited(&step.id) {
            self.looked_at = Some(step.id.clone());
        }
        self.reading.visit(step);
    }

    /// Leaves the present step. Whoever came to it for the first time and goes back before it without having read anything
    /// there has only looked at it: it is to come again, and is told of when it is passed over.
    fn leave_looked_at(&mut self, target: &Target) {
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let here = self
            .step_position()
            .and_then(|position| programme.steps.get(position));
        let Some(step) = here.filter(|step| self.looked_at.as_ref() == Some(&step.id)) else {
            return;
        };
        let to = match target {
            Target::Place(place) => programme.position(&place.cue.step),
            Target::ClosingCard => None,
        };
        if to == programme.position(&step.id) {
            return;
        }
        self.looked_at = None;
        if self.stage == Stage::Running && to.is_some() && to < programme.position(&step.id) {
            self.reading.unvisit(step);
        }
    }

    /// Puts the place at the beginning of the stretch that it is within, as every advance does, and gives the turn to the
    /// reader where the repeat has no key. A place from before a save or another way of moving may stand elsewhere.
    pub(super) fn settle_on_stretch(&mut self) {
        let settled = self
            .step()
            .zip(self.cue())
            .zip(self.place.as_ref())
            .map(|((step, cue), place)| {
                let start = cue.stretch(self.stride(step, cue), place.phrase).start;
                (start, self.repeat_has_key(step, cue))
            });
        let (Some((start, repeat_has_key)), Some(place)) = (settled, &mut self.place) else {
            return;
        };
        place.phrase = start;
        if !repeat_has_key {
            place.turn = Turn::Lead;
        }
    }

    /// One move forward. Where the leader has put something over the picture, that is only taken away.
    pub(super) fn advance(&mut self, at: Moment) {
        self.sweep_notice(at);
        if self.lift_veil() || self.stage != Stage::Running {
            return;
        }
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let Some(place) = self.place.clone() else { return };
        let (Some(step), Some(cue)) = (programme.step(&place.cue.step), programme.cue(&place.cue)) else {
            return;
        };
        let signed = cue.signatory.is_some() && !self.reading.is_absent(&cue.id);
        self.note(if signed {
            Happened::Signed { cue: cue.id.clone() }
        } else {
            Happened::Moved
        });
        if place.turn == Turn::Lead && self.repeat_has_key(step, cue) {
            self.arrive(Target::Place(Place {
                turn: Turn::Echo,
                ..place
            }));
            return;
        }
        let stretch = cue.stretch(self.stride(step, cue), place.phrase);
        self.reading.mark(cue, stretch.clone());
        self.reading.take_off_made_up(step);
        if stretch.end < cue.phrases.len() {
            self.arrive(Target::Place(Place {
                cue: place.cue,
                phrase: stretch.end,
                turn: Turn::Lead,
            }));
            return;
        }
        let next = self.after(&programme, &place.cue);
        // A cue that was entered in its middle is left unread; before the run began, that is no matter.
        if self.step_position() >= Some(self.first_step()) {
            self.cross(next, at);
        } else {
            self.arrive(next);
        }
    }

    /// One move back: the turn, the stretch before, the last stretch of the cue before. From the closing card to the
    /// last place.
    pub(super) fn back(&mut self, at: Moment) {
        self.sweep_notice(at);
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let Some(place) = self.place.clone() else { return };
        if self.stage == Stage::Finished {
            let last = Target::Place(self.beside_dropped(place));
            self.note(Happened::Returned);
            self.cross(last, at);
            return;
        }
        let (Some(step), Some(cue)) = (programme.step(&place.cue.step), programme.cue(&place.cue)) else {
            return;
        };
        let stretch = cue.stretch(self.stride(step, cue), place.phrase);
        let target = if place.turn == Turn::Echo {
            Some(Place {
                turn: Turn::Lead,
                ..place
            })
        } else if stretch.start > 0 {
            let before = cue.stretch(self.stride(step, cue), stretch.start - 1);
            Some(Place {
                cue: place.cue,
                phrase: before.start,
                turn: Turn::Lead,
            })
        } else {
            self.before(&programme, &place.cue)
        };
        if let Some(place) = target {
            self.note(Happened::Returned);
            self.arrive(Target::Place(place));
        }
    }

    /// Jumps to a cue, and tells at once what was passed over.
    pub(super) fn jump(&mut self, cue: CueId, at: Moment) {
        self.leap(Target::Place(Place::beginning_of(cue)), at);
    }

    /// Goes back to the beginning of a cue, to read from there again: the cue, or the whole text.
    pub(super) fn restart(&mut self, cue: CueId, what: Happened, at: Moment) {
        self.sweep_notice(at);
        self.remember(Deed::Restart);
        self.note(what);
        self.cross(Target::Place(Place::beginning_of(cue)), at);
    }

    pub(super) fn leap(&mut self, target: Target, at: Moment) {
        self.sweep_notice(at);
        self.remember(Deed::Jump);
        self.note(Happened::Jumped);
        self.cross(target, at);
    }

    /// Goes to a place and tells at once what was passed over on the way.
    fn cross(&mut self, target: Target, at: Moment) {
        let unfinished = self.left_before_end(&target);
        let passed = self.pass_over(&target);
        self.arrive(target);
        if !passed.is_empty() {
            self.tell(Notice::LeftOut(passed), at);
        } else if let Some(step) = unfinished {
            self.tell(Notice::LeftBeforeEnd(step), at);
        }
    }

    /// The present step, where it must be held, nothing of it is owed by whoever is led here, and more of it would come.
    fn left_before_end(&self, target: &Target) -> Option<StepId> {
        let (programme, place) = (self.programme.as_ref()?, self.place.as_ref()?);
        let position = programme.position(&place.cue.step)?;
        let leaves_forward = match target {
            Target::Place(to) => programme.position(&to.cue.step)? > position,
            Target::ClosingCard => true,
        };
        let step = programme.steps.get(position)?;
        let must_be_held = !step.optional && !step.must_be_read();
        let mut to_come = step.cues.iter().skip_while(|cue| cue.id != place.cue).skip(1);
        let more_would_come = to_come.any(|cue| !self.reading.is_done(cue));
        let is_left = self.stage == Stage::Running && leaves_forward && must_be_held && more_would_come;
        is_left.then(|| step.id.clone())
    }

    fn pass_over(&mut self, target: &Target) -> Vec<Omission> {
        let (Some(programme), Some(from)) = (self.programme.clone(), self.place.clone()) else {
            return Vec::new();
        };
        let from = Some(&from).filter(|_| self.stage != Stage::Finished);
        let to = match target {
            Target::Place(place) => Some(place),
            Target::ClosingCard => None,
        };
        self.reading.pass_over(&programme, from, to)
    }

    /// Keeps the state before something that can be undone.
    pub(super) fn remember(&mut self, deed: Deed) {
        if let Some(place) = self.place.clone() {
            self.push_snapshot(deed, Some(place));
        }
    }

    /// The same where the deed moves nothing, and undoing it shall move nothing either: whoever takes back what they have
    /// decided of a later step goes on reading where they are.
    pub(super) fn remember_in_place(&mut self, deed: Deed) {
        self.push_snapshot(deed, None);
    }

    fn push_snapshot(&mut self, deed: Deed, place: Option<Place>) {
        if self.undo.len() == MOST_UNDONE {
            self.undo.remove(0);
        }
        self.recorder.note_undoable(deed);
        self.undo.push(Snapshot {
            deed,
            place,
            finished: self.stage == Stage::Finished,
            reading: self.reading.clone(),
            day: self.day.clone(),
            by_phrase: self.by_phrase.clone(),
            looked_at: self.looked_at.clone(),
        });
    }

    pub(super) fn undo(&mut self, at: Moment) {
        self.sweep_notice(at);
        let (Some(programme), Some(snapshot)) = (self.programme.clone(), self.undo.pop()) else {
            self.tell(Notice::NothingToUndo, at);
            return;
        };
        let deed = snapshot.deed;
        let Some(place) = snapshot.place.clone() else {
            self.note(Happened::Undone { deed });
            self.undo_in_place(snapshot, at);
            return;
        };
        self.reading = snapshot
            .reading
            .restored_after(&self.reading, &programme)
            .in_place_of(&self.reading);
        // What was decided in the step that is still present stays.
        if self
            .place
            .as_ref()
            .is_none_or(|here| here.cue.step != place.cue.step)
        {
            self.by_phrase = snapshot.by_phrase;
        }
        self.place = Some(place.clone());
        self.looked_at = None;
        self.arrive(if snapshot.finished {
            Target::ClosingCard
        } else {
            Target::Place(place)
        });
        // What was only looked at then has not been held since: it counts as visited only for as long as it is on.
        self.looked_at = snapshot.looked_at;
        self.note(Happened::Undone { deed });
        self.tell(Notice::Undone(deed), at);
    }
}
