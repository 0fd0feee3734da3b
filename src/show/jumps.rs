//! Moves to somewhere else than the next phrase: by step, by the ends of a text, again from a beginning, and past a step
//! that is dropped. Every one of them can be undone.

use std::sync::Arc;

use super::order::Target;
use super::state::{Deed, Notice, Question};
use super::{Happened, Moment, Screen, Show, Stage};
use crate::programme::place::{clause_of, first_cue, top_of_text};
use crate::programme::{Place, StepId};

impl Show {
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

    /// The text's first clause; elsewhere the first step that was not dropped, also where the run began at a later one.
    pub(super) fn first(&mut self, at: Moment) {
        let first = if self.is_in_text() {
            self.step()
                .and_then(|step| clause_of(step, 1))
                .map(|cue| cue.id.clone())
        } else {
            self.programme()
                .and_then(|programme| self.step_from(programme, 0))
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
        self.restart(place.cue, Happened::Repeated, at);
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
            .and_then(top_of_text);
        if let Some(cue) = top {
            self.restart(cue, Happened::Restarted, at);
        }
    }

    /// Drops the present step: at once if it is optional, else after a question, which the audience never sees.
    pub(super) fn ask_drop_step(&mut self, at: Moment) {
        let Some((id, optional)) = self.step().map(|step| (step.id.clone(), step.optional)) else {
            return;
        };
        if optional {
            self.drop_step(&id, None, at);
        } else if self.screen == Screen::Leader {
            self.question = Some(Question::DropStep(id));
        }
    }

    pub(super) fn drop_step(&mut self, step: &StepId, reason: Option<Arc<str>>, at: Moment) {
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let Some(position) = programme.position(step) else {
            return;
        };
        self.sweep_notice(at);
        self.remember(Deed::Drop);
        self.note(Happened::Dropped {
            step: step.clone(),
            reason: reason.clone(),
        });
        self.reading.drop_step(step, reason);
        let next = self.step_after(&programme, position).and_then(first_cue);
        self.arrive(next.map_or(Target::ClosingCard, |cue| Target::Place(Place::beginning_of(cue))));
        self.tell(Notice::Dropped(step.clone()), at);
    }
}
