//! What opens over the leader's screen: the outline with its filter, help, and problems. None of it moves the show
//! until a row is chosen. What changes the programme from the outline is in `changing`.

use super::keys::Context;
use super::narrowed::Narrowed;
use super::state::{Outline, OutlineRow, Overlay};
use super::{Key, Moment, Show, Stage};
use crate::programme::Step;
use crate::programme::carry::Carry;
use crate::programme::place::first_cue;

impl Show {
    /// The rows of the outline that the filter lets through: every step, and under a step its parts, where it is the
    /// present one or something of it was left out.
    pub fn outline_rows(&self, filter: &str) -> Vec<OutlineRow> {
        let Some(programme) = self.programme() else {
            return Vec::new();
        };
        if filter.is_empty() {
            return programme
                .steps
                .iter()
                .flat_map(|step| self.rows_of(step))
                .collect();
        }
        let filter = filter.to_lowercase();
        let mut rows = Vec::new();
        for (position, step) in programme.steps.iter().enumerate() {
            if step.title.to_lowercase().contains(&filter) || (position + 1).to_string() == filter {
                rows.push(OutlineRow::Step(step.id.clone()));
            } else {
                let found = step.cues.iter().filter(|cue| cue.id.part.is_text());
                let found = found.filter(|cue| cue.text.to_lowercase().contains(&filter));
                rows.extend(found.map(|cue| OutlineRow::Cue(cue.id.clone())));
            }
        }
        rows
    }

    /// The rows of the outline without a filter around the present one, and which of them that is. There are at least so
    /// many before and after it as far as the programme has them. Looks at no more steps than that: a list beside the
    /// verse is drawn at every key, however long the programme.
    pub fn outline_rows_around(&self, most: usize) -> (Vec<OutlineRow>, usize) {
        let position = self.step_position().unwrap_or(0);
        let steps = self.programme().map_or(&[][..], |programme| &programme.steps);
        let (before, from_here) = steps.split_at(position.min(steps.len()));
        let mut rows: Vec<OutlineRow> = before
            .iter()
            .rev()
            .flat_map(|step| self.rows_of(step).rev())
            .take(most)
            .collect();
        rows.reverse();
        let here = rows.len();
        let (step, after) = from_here.split_first().unzip();
        rows.extend(step.into_iter().flat_map(|step| self.rows_of(step)));
        let cue = self.place.as_ref().map(|place| &place.cue);
        let is_cue = |row: &OutlineRow| matches!(row, OutlineRow::Cue(id) if Some(id) == cue);
        let present = rows.iter().rposition(is_cue).unwrap_or(here);
        let after = after.into_iter().flatten();
        rows.extend(after.flat_map(|step| self.rows_of(step)).take(most));
        (rows, present)
    }

    /// A step as the outline has it: with the parts of its text where it is the present one or something was left out.
    fn rows_of<'a>(&'a self, step: &'a Step) -> impl DoubleEndedIterator<Item = OutlineRow> + 'a {
        let here = self.place.as_ref().is_some_and(|place| place.cue.step == step.id);
        let open = here || self.reading.has_left_out_of(&step.id);
        let parts = step.cues.iter().filter(move |cue| open && cue.id.part.is_text());
        std::iter::once(OutlineRow::Step(step.id.clone()))
            .chain(parts.map(|cue| OutlineRow::Cue(cue.id.clone())))
    }

    pub(super) fn toggle_outline(&mut self) {
        self.furthest_scroll = usize::MAX;
        if matches!(self.overlay, Some(Overlay::Outline(_))) {
            self.overlay = None;
            return;
        }
        if !self.is_on_leaders_screen() {
            return;
        }
        let here = self.place.as_ref().map(|place| &place.cue);
        let rows = self.outline_rows("");
        let is_here = |row: &OutlineRow| match row {
            OutlineRow::Step(step) => here.is_some_and(|cue| cue.step == *step),
            OutlineRow::Cue(cue) => here == Some(cue),
        };
        let chosen = rows.iter().rposition(is_here).unwrap_or(0);
        let list = Narrowed {
            chosen,
            ..Narrowed::default()
        };
        self.overlay = Some(Overlay::Outline(Outline { list, form: None }));
    }

    /// What opens was not drawn yet: how far it scrolls is not known, and a key right after may not be lost.
    pub(super) fn toggle_help(&mut self) {
        self.furthest_scroll = usize::MAX;
        self.overlay = match self.overlay {
            Some(Overlay::Help { .. }) => None,
            _ if self.is_on_leaders_screen() => Some(Overlay::Help { scroll: 0 }),
            _ => None,
        };
    }

    pub(super) fn toggle_problems(&mut self) {
        self.furthest_scroll = usize::MAX;
        self.overlay = match self.overlay {
            Some(Overlay::Problems { .. }) => None,
            // While waiting the problems are the screen.
            _ if self.stage == Stage::Waiting || !self.is_on_leaders_screen() => None,
            _ => Some(Overlay::Problems { scroll: 0 }),
        };
    }

    pub(super) fn toggle_screens(&mut self) {
        self.furthest_scroll = usize::MAX;
        self.overlay = match self.overlay {
            Some(Overlay::Screens { .. }) => None,
            _ if self.is_on_leaders_screen() => Some(Overlay::Screens { scroll: 0 }),
            _ => None,
        };
    }

    fn is_on_leaders_screen(&self) -> bool {
        self.screen == super::Screen::Leader
    }

    /// Scrolls what is open, or the list of the ready screen, no further than it was told that there are rows.
    pub(super) fn scroll_by(&mut self, rows: isize) {
        let furthest = self.furthest_scroll;
        let moved =
            |from: usize, furthest: usize| from.min(furthest).saturating_add_signed(rows).min(furthest);
        let count = match &self.overlay {
            Some(Overlay::Outline(outline)) => self.outline_rows(&outline.list.filter).len(),
            _ => 0,
        };
        match &mut self.overlay {
            Some(Overlay::Outline(outline)) => outline.list.move_by(rows, count),
            Some(Overlay::Help { scroll } | Overlay::Problems { scroll } | Overlay::Screens { scroll }) => {
                *scroll = moved(*scroll, furthest);
            }
            None => self.scroll = moved(self.scroll, furthest),
        }
    }

    pub(super) fn begin_filter(&mut self) {
        if let Some(Overlay::Outline(outline)) = &mut self.overlay {
            outline.list.begin_filter();
        }
    }

    pub(super) fn end_filter(&mut self, keep: bool) {
        if let Some(Overlay::Outline(outline)) = &mut self.overlay {
            outline.list.end_filter(keep);
        }
    }

    pub(super) fn erase_filter(&mut self) {
        if let Some(Overlay::Outline(outline)) = &mut self.overlay {
            outline.list.erase_filter();
        }
    }

    /// Takes a character into the filter or a form: every one that is typed, Space and digits too.
    pub(super) fn take_letter(&mut self, context: Context, key: Key, repeated: bool, at: Moment) -> bool {
        match &mut self.overlay {
            Some(Overlay::Outline(outline)) if context == Context::Filter => outline.list.take_letter(key),
            Some(Overlay::Outline(_)) if context == Context::Form => self.type_in_form(key, repeated, at),
            _ => false,
        }
    }

    /// Types what was pasted into the filter or the form that is being typed in. Anywhere else it does nothing at all: a text
    /// that lands in the terminal never moves the show, answers nothing, and takes away no digits.
    pub(super) fn take_pasted(&mut self, text: &str, at: Moment) {
        match (self.context(), &mut self.overlay) {
            (Context::Filter, Some(Overlay::Outline(outline))) => outline.list.take_pasted(text),
            (Context::Form, Some(Overlay::Outline(_))) => self.paste_in_form(text),
            _ => return,
        }
        self.let_answer_go(at);
        self.clear_refusal();
    }

    /// The row of the outline that is chosen.
    pub(super) fn chosen_row(&self) -> Option<OutlineRow> {
        let Some(Overlay::Outline(outline)) = &self.overlay else {
            return None;
        };
        self.outline_rows(&outline.list.filter)
            .into_iter()
            .nth(outline.list.chosen)
    }

    /// After a save, chooses the row that was chosen before: it may stand elsewhere. Where it is gone, the row that
    /// now stands in its place.
    pub(super) fn choose_carried(&mut self, carry: &Carry<'_>, row: Option<OutlineRow>) {
        let Some(Overlay::Outline(outline)) = &self.overlay else {
            return;
        };
        let rows = self.outline_rows(&outline.list.filter);
        let carried = row.and_then(|row| match row {
            OutlineRow::Step(step) => carry.step(&step).map(|step| OutlineRow::Step(step.id.clone())),
            OutlineRow::Cue(cue) => carry.cue(&cue).map(|cue| OutlineRow::Cue(cue.id.clone())),
        });
        let found = carried.and_then(|row| rows.iter().position(|one| *one == row));
        let chosen = found.unwrap_or(outline.list.chosen.min(rows.len().saturating_sub(1)));
        if let Some(Overlay::Outline(outline)) = &mut self.overlay {
            outline.list.chosen = chosen;
        }
    }

    /// Closes the outline and jumps to the chosen row; before the beginning it only closes it.
    pub(super) fn choose(&mut self, at: Moment) {
        let cue = match self.chosen_row() {
            Some(OutlineRow::Step(id)) => self
                .programme()
                .and_then(|programme| programme.step(&id))
                .and_then(first_cue),
            Some(OutlineRow::Cue(cue)) => Some(cue),
            None => return,
        };
        self.overlay = None;
        // Before the beginning there is nowhere to jump from.
        if let Some(cue) = cue.filter(|_| self.stage != Stage::Ready) {
            self.jump(cue, at);
        }
    }

    /// How a step stands, for every list of steps.
    pub fn standing(&self, step: &Step) -> Standing {
        let here = self.place.as_ref().is_some_and(|place| place.cue.step == step.id);
        if here && self.stage == Stage::Running {
            Standing::Present
        } else if self.reading.is_dropped(&step.id) {
            Standing::Dropped
        } else if self.reading.has_left_out_of(&step.id) {
            Standing::LeftOut
        } else if self.reading.is_visited(&step.id) {
            Standing::Done
        } else {
            Standing::ToCome
        }
    }
}

/// How a step or a part of a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is now.
    Present,
    /// It was read or visited.
    Done,
    /// It, or something of it, was left out.
    LeftOut,
    /// It was dropped by decision.
    Dropped,
    /// It is still to come.
    ToCome,
}
