//! The keys of the outline that change the programme on the day, and the forms that some of them open. The deeds
//! themselves are in `day`.

use super::form::{Filled, Form};
use super::keys::Context;
use super::state::{NotChanged, Notice, OutlineRow, Overlay};
use super::{Key, Moment, Show, Stage};
use crate::programme::StepId;
use crate::programme::carry::Carry;

impl Show {
    /// The open form.
    pub fn form(&self) -> Option<&Form> {
        match &self.overlay {
            Some(Overlay::Outline(outline)) => outline.form.as_ref(),
            Some(Overlay::Help { .. } | Overlay::Problems { .. } | Overlay::Screens { .. }) | None => None,
        }
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        match &mut self.overlay {
            Some(Overlay::Outline(outline)) => outline.form.as_mut(),
            Some(Overlay::Help { .. } | Overlay::Problems { .. } | Overlay::Screens { .. }) | None => None,
        }
    }

    fn open_form(&mut self, form: Form) {
        if let Some(Overlay::Outline(outline)) = &mut self.overlay {
            outline.form = Some(form);
        }
    }

    pub(super) fn leave_form(&mut self) {
        if let Some(Overlay::Outline(outline)) = &mut self.overlay {
            outline.form = None;
        }
    }

    /// The step of the chosen row, which may be a part of its text.
    pub fn chosen_step(&self) -> Option<StepId> {
        Some(match self.chosen_row()? {
            OutlineRow::Step(step) => step,
            OutlineRow::Cue(cue) => cue.step,
        })
    }

    /// Whether a step is the one that is held now.
    pub fn is_present(&self, step: &StepId) -> bool {
        let here = self.place.as_ref().filter(|_| self.stage == Stage::Running);
        here.is_some_and(|place| place.cue.step == *step)
    }

    /// Moves the chosen step, which stays chosen.
    pub(super) fn move_chosen(&mut self, down: bool, at: Moment) {
        if let Some(step) = self.chosen_step() {
            self.move_step(&step, down, at);
        }
    }

    /// Asks why the chosen step is to be dropped; takes back at once that it was.
    pub(super) fn ask_drop_chosen(&mut self, at: Moment) {
        let Some(step) = self.chosen_step() else {
            return;
        };
        let here = self.is_present(&step);
        if self.reading.is_dropped(&step) && !here {
            self.restore_step(&step, at);
        } else if here || self.is_to_come(&step) {
            self.open_form(Form::of_reason(step, at.steady));
        } else {
            self.refuse_change(at);
        }
    }

    /// Asks which step is to be put in after the chosen one.
    pub(super) fn ask_insert(&mut self, at: Moment) {
        let Some(step) = self.chosen_step() else {
            return;
        };
        if self.is_present(&step) || self.is_to_come(&step) {
            self.open_form(Form::of_step(step, at.steady));
        } else {
            self.refuse_change(at);
        }
    }

    /// Asks who stands in for whom.
    pub(super) fn ask_replace(&mut self, at: Moment) {
        if self.stage == Stage::Finished {
            self.refuse_change(at);
            return;
        }
        let Some((step, programme)) = self.chosen_step().zip(self.programme.clone()) else {
            return;
        };
        let form = programme.step(&step);
        match form.and_then(|step| Form::of_stand_in(&programme, step, at.steady)) {
            Some(form) => self.open_form(form),
            None => self.tell(Notice::NobodyNamed, at),
        }
    }

    /// Undoes the last deed. Under the open outline nothing moves: there only what has moved nothing is undone.
    pub(super) fn undo_here(&mut self, at: Moment) {
        let moves = self.undo.last().is_some_and(|last| last.place.is_some());
        if moves && self.overlay.is_some() {
            self.tell(Notice::UndoneElsewhere, at);
        } else {
            self.undo(at);
        }
    }

    fn refuse_change(&mut self, at: Moment) {
        let why = match self.stage {
            Stage::Finished => NotChanged::Over,
            Stage::Waiting | Stage::Ready | Stage::Running => NotChanged::NotToCome,
        };
        self.tell(Notice::NotChanged(why), at);
    }

    /// Takes a key that is typed while a form is open. The key that opened it may bounce or be held.
    pub(super) fn type_in_form(&mut self, key: Key, repeated: bool, at: Moment) -> bool {
        let does = self.settings.keymap.action(Context::Outline, key);
        let guard = self.settings.guard;
        let Some(programme) = self.programme.clone() else {
            return false;
        };
        self.form_mut().is_some_and(|form| {
            form.is_opening(does, repeated, at.steady, guard) || form.take_letter(&programme, key)
        })
    }

    /// Types what was pasted into the open form.
    pub(super) fn paste_in_form(&mut self, text: &str) {
        if let Some(programme) = self.programme.clone()
            && let Some(form) = self.form_mut()
        {
            form.take_pasted(&programme, text);
        }
    }

    pub(super) fn erase_in_form(&mut self) {
        if let Some(form) = self.form_mut() {
            form.erase();
        }
    }

    pub(super) fn go_to_field(&mut self, down: bool) {
        if let Some(programme) = self.programme.clone()
            && let Some(form) = self.form_mut()
        {
            form.go(&programme, down);
        }
    }

    pub(super) fn choose_in_form(&mut self, next: bool) {
        if let Some(programme) = self.programme.clone()
            && let Some(form) = self.form_mut()
        {
            form.choose(&programme, next);
        }
    }

    /// Enter in a form: the next field, and on the last one what the form is for. What is missing is told there.
    pub(super) fn finish_field(&mut self, at: Moment) {
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let Some(form) = self.form_mut() else {
            return;
        };
        if form.go(&programme, true) {
            return;
        }
        match form.filled(&programme) {
            Ok(filled) => {
                let step = form.step.clone();
                self.leave_form();
                self.do_filled(&step, filled, at);
            }
            Err(fault) => {
                form.fault = Some(fault);
                form.field = fault.field();
            }
        }
    }

    fn do_filled(&mut self, step: &StepId, filled: Filled, at: Moment) {
        match filled {
            Filled::Drop(reason) => {
                // The show moves on to the next step then, which is to be seen.
                if self.is_present(step) {
                    self.overlay = None;
                }
                self.drop_chosen(step, reason, at);
            }
            Filled::Insert { kind, title, seconds } => {
                let before = self.programme.clone();
                self.insert_step(step, kind, &title, seconds, at);
                if self.programme != before {
                    self.choose_inserted(step);
                }
            }
            Filled::Replace { person, by } => self.replace_person(&person, by, at),
        }
    }

    /// Chooses the step that was put in after another one, so that it can be moved on; a filter that hides it goes.
    fn choose_inserted(&mut self, after: &StepId) {
        let inserted = self.programme().and_then(|programme| {
            let position = programme.position(after)? + 1;
            let step = programme.steps.get(position)?;
            Some(OutlineRow::Step(step.id.clone()))
        });
        let Some((row, Some(Overlay::Outline(outline)))) = inserted.zip(Some(&self.overlay)) else {
            return;
        };
        let is_row = |one: &OutlineRow| *one == row;
        let filtered = self.outline_rows(&outline.list.filter).iter().position(is_row);
        let chosen = filtered.or_else(|| self.outline_rows("").iter().position(is_row));
        if let (Some(chosen), Some(Overlay::Outline(outline))) = (chosen, &mut self.overlay) {
            if filtered.is_none() {
                outline.list.filter.clear();
            }
            outline.list.chosen = chosen;
        }
    }

    /// A form stays open over a save, unless its step is gone: then the key that was meant for it must do nothing else.
    pub(super) fn carry_form(&mut self, carry: &Carry<'_>, at: Moment) {
        let Some(Overlay::Outline(outline)) = &mut self.overlay else {
            return;
        };
        let Some(form) = outline.form.take() else {
            return;
        };
        outline.form = form.carried(carry);
        if outline.form.is_none() {
            self.hands.advance = Some(at.steady);
        }
    }
}
