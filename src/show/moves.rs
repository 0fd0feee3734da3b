//! Moving: forward and back by the rules of how a text is read, and jumping, with everything that is passed over noted.

use super::reading::{Omission, position_of};
use super::state::{Notice, Question, Snapshot};
use super::{Moment, Screen, Show, Stage};
use crate::programme::place::{clause_of, first_cue};
use crate::programme::{Cue, CueId, Part, Place, Programme, Step, StepId, Turn};
use crate::script::Presses;

/// How many jumps can be undone.
const MOST_UNDONE: usize = 50;

/// Where a move leads.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Target {
    Place(Place),
    ClosingCard,
}

impl Show {
    /// Begins at the top, or where the settings say.
    pub(super) fn begin(&mut self, at: Moment) {
        let top = self
            .programme()
            .and_then(|programme| programme.steps.first())
            .and_then(first_cue);
        if let Some(cue) = top {
            self.begin_at(cue, at);
        }
    }

    /// Begins at a cue: the steps before it are no part of this run.
    pub(super) fn begin_at(&mut self, cue: CueId, at: Moment) {
        let first_step = self
            .programme()
            .and_then(|programme| programme.position(&cue.step))
            .unwrap_or(0);
        self.first_step = first_step;
        self.stage = Stage::Running;
        self.scroll = 0;
        self.notice = None;
        self.clock.begin(at);
        self.arrive(Target::Place(Place::beginning_of(cue)));
    }

    /// Puts the show at a place and notes the visit. The only way the place changes, but for a save.
    fn arrive(&mut self, target: Target) {
        self.held_slide = None;
        match target {
            Target::Place(place) => {
                self.stage = Stage::Running;
                self.place = Some(place);
            }
            Target::ClosingCard => self.stage = Stage::Finished,
        }
        self.clock.set_ended(self.stage == Stage::Finished);
        if self.stage == Stage::Finished {
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
        self.reading.visit(step);
        self.changed.remove(&step.id);
        if self.by_phrase.as_ref().is_some_and(|id| *id != step.id) {
            self.by_phrase = None;
        }
        self.settle_on_stretch();
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

    /// One move forward.
    pub(super) fn advance(&mut self, at: Moment) {
        self.sweep_notice(at);
        if self.stage != Stage::Running {
            return;
        }
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let Some(place) = self.place.clone() else { return };
        let (Some(step), Some(cue)) = (programme.step(&place.cue.step), programme.cue(&place.cue)) else {
            return;
        };
        if place.turn == Turn::Lead && self.repeat_has_key(step, cue) {
            self.arrive(Target::Place(Place {
                turn: Turn::Echo,
                ..place
            }));
            return;
        }
        let stretch = cue.stretch(self.stride(step, cue), place.phrase);
        self.reading.mark(cue, stretch.clone());
        self.reading.settle(step);
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
        if self.step_position() >= Some(self.first_step) {
            self.cross(next, at);
        } else {
            self.arrive(next);
        }
    }

    /// What comes after the last phrase of a cue; dropped steps are passed by.
    fn after(&self, programme: &Programme, cue: &CueId) -> Target {
        let Some((step, within)) = position_of(programme, cue) else {
            return Target::ClosingCard;
        };
        let next_here = programme
            .steps
            .get(step)
            .and_then(|step| step.cues.get(within + 1));
        let next = next_here
            .map(|cue| cue.id.clone())
            .or_else(|| self.step_after(programme, step).and_then(first_cue));
        next.map_or(Target::ClosingCard, |cue| Target::Place(Place::beginning_of(cue)))
    }

    fn step_after<'a>(&self, programme: &'a Programme, position: usize) -> Option<&'a Step> {
        self.step_from(programme, position + 1)
    }

    /// The first step from a position on that was not dropped.
    fn step_from<'a>(&self, programme: &'a Programme, position: usize) -> Option<&'a Step> {
        programme
            .steps
            .iter()
            .skip(position)
            .find(|step| !self.reading.is_dropped(&step.id))
    }

    fn step_before<'a>(&self, programme: &'a Programme, position: usize) -> Option<&'a Step> {
        programme
            .steps
            .iter()
            .take(position)
            .rev()
            .find(|step| !self.reading.is_dropped(&step.id))
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
            self.arrive(Target::Place(place));
        }
    }

    /// The last stretch of the cue before; none at the top of the programme.
    fn before(&self, programme: &Programme, cue: &CueId) -> Option<Place> {
        let (position, within) = position_of(programme, cue)?;
        let (step, cue) = if let Some(within) = within.checked_sub(1) {
            let step = programme.steps.get(position)?;
            (step, step.cues.get(within)?)
        } else {
            let step = self.step_before(programme, position)?;
            (step, step.cues.last()?)
        };
        Some(self.last_stretch(step, cue))
    }

    /// The place itself; in a dropped step the last place before it, or the next one after it where there is none, so
    /// that nobody is led back into what was dropped.
    pub(super) fn beside_dropped(&self, place: Place) -> Place {
        let dropped = self
            .programme()
            .filter(|_| self.reading.is_dropped(&place.cue.step));
        let beside = dropped.and_then(|programme| {
            let position = programme.position(&place.cue.step)?;
            let before = self.step_before(programme, position);
            let last = before.and_then(|step| Some(self.last_stretch(step, step.cues.last()?)));
            let after = || self.step_from(programme, position).and_then(first_cue);
            last.or_else(|| after().map(Place::beginning_of))
        });
        beside.unwrap_or(place)
    }

    fn last_stretch(&self, step: &Step, cue: &Cue) -> Place {
        let stretch = cue.stretch(self.stride(step, cue), cue.phrases.len().saturating_sub(1));
        Place {
            cue: cue.id.clone(),
            phrase: stretch.start,
            turn: Turn::Lead,
        }
    }

    /// Jumps to a cue, and tells at once what was passed over.
    pub(super) fn jump(&mut self, cue: CueId, at: Moment) {
        self.leap(Target::Place(Place::beginning_of(cue)), at);
    }

    fn leap(&mut self, target: Target, at: Moment) {
        self.sweep_notice(at);
        self.remember();
        self.cross(target, at);
    }

    /// Goes to a place and tells at once what was passed over on the way.
    fn cross(&mut self, target: Target, at: Moment) {
        let passed = self.pass_over(&target);
        self.arrive(target);
        if !passed.is_empty() {
            self.tell(Notice::LeftOut(passed), at);
        }
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

    /// Keeps the present state, to be undone.
    fn remember(&mut self) {
        let Some(place) = self.place.clone() else { return };
        if self.undo.len() == MOST_UNDONE {
            self.undo.remove(0);
        }
        let finished = self.stage == Stage::Finished;
        self.undo.push(Snapshot {
            place,
            finished,
            reading: self.reading.clone(),
        });
    }

    pub(super) fn undo(&mut self, at: Moment) {
        self.sweep_notice(at);
        let (Some(programme), Some(snapshot)) = (self.programme.clone(), self.undo.pop()) else {
            self.tell(Notice::NothingToUndo, at);
            return;
        };
        self.reading = snapshot.reading.restored_after(&self.reading, &programme);
        self.place = Some(snapshot.place.clone());
        self.arrive(if snapshot.finished {
            Target::ClosingCard
        } else {
            Target::Place(snapshot.place)
        });
        self.tell(Notice::Undone, at);
    }

    pub(super) fn next_step(&mut self, at: Moment) {
        let (Some(programme), Some(position)) = (self.programme.clone(), self.step_position()) else {
            return;
        };
        if self.stage == Stage::Finished {
            return;
        }
        let next = self.step_after(&programme, position).and_then(first_cue);
        self.leap(
            next.map_or(Target::ClosingCard, |cue| Target::Place(Place::beginning_of(cue))),
            at,
        );
    }

    /// The previous step; from the closing card the last one.
    pub(super) fn previous_step(&mut self, at: Moment) {
        let (Some(programme), Some(position)) = (self.programme.clone(), self.step_position()) else {
            return;
        };
        let before = if self.stage == Stage::Finished {
            self.step_before(&programme, programme.steps.len())
        } else {
            self.step_before(&programme, position)
        };
        if let Some(cue) = before.and_then(first_cue) {
            self.jump(cue, at);
        }
    }

    /// The text's first clause; elsewhere the first step of this run that was not dropped.
    pub(super) fn first(&mut self, at: Moment) {
        let first = if self.is_in_text() {
            self.step()
                .and_then(|step| clause_of(step, 1))
                .map(|cue| cue.id.clone())
        } else {
            self.programme()
                .and_then(|programme| self.step_from(programme, self.first_step))
                .and_then(first_cue)
        };
        if let Some(cue) = first {
            self.jump(cue, at);
        }
    }

    /// The text's last clause; elsewhere the last step that was not dropped.
    pub(super) fn last(&mut self, at: Moment) {
        let last = if self.is_in_text() {
            self.step()
                .and_then(|step| clause_of(step, step.clauses))
                .map(|cue| cue.id.clone())
        } else {
            self.programme()
                .and_then(|programme| self.step_before(programme, programme.steps.len()))
                .and_then(first_cue)
        };
        if let Some(cue) = last {
            self.jump(cue, at);
        }
    }

    /// The present cue from its beginning; it also gives the audience the words as they are now.
    pub(super) fn restart_cue(&mut self, at: Moment) {
        let Some(place) = self.place.clone().filter(|_| self.stage == Stage::Running) else {
            return;
        };
        self.jump(place.cue, at);
    }

    pub(super) fn ask_restart_text(&mut self, at: Moment) {
        let asked = self
            .step()
            .filter(|step| self.stage == Stage::Running && step.has_text())
            .map(|step| step.id.clone());
        match asked {
            Some(step) => self.question = Some(Question::RestartText(step)),
            None => self.tell(Notice::NotHere, at),
        }
    }

    pub(super) fn restart_text(&mut self, step: &StepId, at: Moment) {
        let top = self
            .programme()
            .and_then(|programme| programme.step(step))
            .and_then(|step| step.cues.iter().find(|cue| cue.id.part.is_text()))
            .map(|cue| cue.id.clone());
        if let Some(cue) = top {
            self.jump(cue, at);
        }
    }

    /// Drops the present step: at once if it is optional, else after a question, which the audience never sees.
    pub(super) fn ask_drop_step(&mut self, at: Moment) {
        let Some((id, optional)) = self.step().map(|step| (step.id.clone(), step.optional)) else {
            return;
        };
        if optional {
            self.drop_step(&id, at);
        } else if self.screen == Screen::Leader {
            self.question = Some(Question::DropStep(id));
        }
    }

    pub(super) fn drop_step(&mut self, step: &StepId, at: Moment) {
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let Some(position) = programme.position(step) else {
            return;
        };
        self.sweep_notice(at);
        self.remember();
        self.reading.drop_step(step);
        let next = self.step_after(&programme, position).and_then(first_cue);
        self.arrive(next.map_or(Target::ClosingCard, |cue| Target::Place(Place::beginning_of(cue))));
        self.tell(Notice::Dropped(step.clone()), at);
    }

    /// The signatory who is called is absent: noted, and the next one is called. The call counts as no signature.
    pub(super) fn mark_absent(&mut self, at: Moment) {
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let called = self.cue().filter(|cue| cue.signatory.is_some());
        let Some(cue) = called.map(|cue| cue.id.clone()) else {
            return;
        };
        self.sweep_notice(at);
        self.remember();
        let next = self.after(&programme, &cue);
        self.reading.mark_absent(cue);
        self.arrive(next);
    }

    pub(super) fn mark_said(&mut self, at: Moment) {
        if self.reading.left_out().is_empty() {
            self.tell(Notice::NothingLeftOut, at);
            return;
        }
        self.remember();
        if let Some(omission) = self.reading.mark_said() {
            self.tell(Notice::MarkedSaid(omission), at);
        }
    }

    /// One key or two for a phrase and its repeat. The phrase stays; its turn is the reader's again with one key.
    pub(super) fn toggle_presses(&mut self, at: Moment) {
        self.presses = match self.presses {
            Presses::One => Presses::Two,
            Presses::Two => Presses::One,
        };
        if let Some(place) = &mut self.place {
            place.turn = Turn::Lead;
        }
        self.tell(
            Notice::Presses {
                two: self.presses == Presses::Two,
            },
            at,
        );
    }

    /// A text of somebody else phrase by phrase, or clause by clause again; the clause stays.
    pub(super) fn toggle_by_phrase(&mut self, at: Moment) {
        let theirs = self
            .step()
            .filter(|_| self.stage == Stage::Running)
            .filter(|step| step.cues.iter().any(|cue| cue.id.part.is_text() && !cue.ours))
            .map(|step| step.id.clone());
        let Some(step) = theirs else {
            self.tell(Notice::NotHere, at);
            return;
        };
        self.by_phrase = if self.by_phrase.as_ref() == Some(&step) {
            None
        } else {
            Some(step)
        };
        self.settle_on_stretch();
        self.tell(Notice::ByPhrase(self.by_phrase.is_some()), at);
    }
}

/// The cue that comes after another in running order, for "Berikutnya"; dropped steps are passed by.
pub(super) fn following<'a>(
    show: &Show,
    programme: &'a Programme,
    cue: &CueId,
) -> Option<(&'a Step, &'a Cue)> {
    match show.after(programme, cue) {
        Target::Place(place) => Some((programme.step(&place.cue.step)?, programme.cue(&place.cue)?)),
        Target::ClosingCard => None,
    }
}

impl Show {
    /// What comes after the present cue; none before the closing card.
    pub fn next_cue(&self) -> Option<(&Step, &Cue)> {
        following(self, self.programme()?, &self.place.as_ref()?.cue)
    }

    /// The step that comes after the present one.
    pub fn next_step_in_order(&self) -> Option<&Step> {
        self.step_after(self.programme()?, self.step_position()?)
    }

    /// Whether the present cue is the last of its step.
    pub fn is_last_cue_of_step(&self) -> bool {
        self.step()
            .zip(self.cue())
            .is_some_and(|(step, cue)| step.cues.last().is_some_and(|last| last.id == cue.id))
    }

    /// The parts of a step whose clauses can be jumped to, for the outline.
    pub fn parts_of(step: &Step) -> impl Iterator<Item = &Cue> {
        step.cues.iter().filter(|cue| !matches!(cue.id.part, Part::Title))
    }
}
