//! The mouse: what a click and a turn of the wheel do. Neither does anything that a key does not do as well, and only what
//! the screen shows can be clicked.

use super::keys::{Action, Context};
use super::state::{OutlineRow, Overlay};
use super::{Clickable, Effect, Moment, Screen, Show, Stage};

impl Show {
    /// Something was clicked. What was drawn may be gone by now: only what can still be asked for is done. A click soon
    /// after another one is dropped, for the first may have put something else under the pointer.
    pub(super) fn clicked(&mut self, target: Clickable, at: Moment) -> Vec<Effect> {
        let last = self.hands.click.replace(at.steady);
        if last.is_some_and(|last| at.steady.saturating_sub(last) < self.settings.guard) {
            return Vec::new();
        }
        self.let_digits_vanish(at);
        if self.screen == Screen::Audience {
            return Vec::new();
        }
        match target {
            Clickable::Key(action) if self.keymap().shown_key(self.context(), action).is_some() => {
                self.ask(action, false, at)
            }
            Clickable::Row(row) if self.choose_row(&row) => self.ask(Action::Choose, false, at),
            Clickable::Key(_) | Clickable::Row(_) | Clickable::Ceremony(_) => Vec::new(),
        }
    }

    /// Chooses a row of the open outline; whether it is there.
    fn choose_row(&mut self, row: &OutlineRow) -> bool {
        let (Context::Outline | Context::Filter, Some(Overlay::Outline(outline))) =
            (self.context(), &self.overlay)
        else {
            return false;
        };
        let rows = self.outline_rows(&outline.list.filter);
        let Some(position) = rows.iter().position(|one| one == row) else {
            return false;
        };
        if let Some(Overlay::Outline(outline)) = &mut self.overlay {
            outline.list.chosen = position;
        }
        true
    }

    /// The wheel scrolls the list that is seen, or chooses the next row of the outline. It never moves the show.
    pub(super) fn wheel_turned(&mut self, rows: isize) {
        if self.question.is_some() || self.screen == Screen::Audience {
            return;
        }
        match (&self.overlay, self.stage) {
            // What a form is about stays chosen.
            (Some(Overlay::Outline(outline)), _) if outline.form.is_some() => {}
            (Some(Overlay::Outline(_)), _) => self.scroll_by(rows.signum()),
            (Some(Overlay::Help { .. } | Overlay::Problems { .. } | Overlay::Screens { .. }), _)
            | (None, Stage::Waiting | Stage::Ready) => self.scroll_by(rows),
            (None, Stage::Running | Stage::Finished) => {}
        }
    }
}
