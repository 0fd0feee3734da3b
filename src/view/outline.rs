//! The outline: every step, the parts of the present text, and what was left out, to jump to.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{above, below, cut, put};
use super::{Target, form, frame, steps, theme};
use crate::programme::StepId;
use crate::show::form::Form;
use crate::show::keys::Action;
use crate::show::{Clickable, Outline, OutlineRow, Show, Stage};

/// With fewer rows than this there is no room to tell what is not seen.
const WITH_MARKS: usize = 4;

/// Draws the outline with the chosen row in view; gives what can be clicked.
pub(super) fn draw(show: &Show, outline: &Outline, area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let Some(programme) = show.programme() else {
        return Vec::new();
    };
    let rows = show.outline_rows(&outline.list.filter);
    let chosen = outline.list.chosen.min(rows.len().saturating_sub(1));
    let step = rows.get(chosen).map(|row| match row {
        OutlineRow::Step(step) => step,
        OutlineRow::Cue(cue) => &cue.step,
    });
    let hints = hints(show, outline, step);
    let (rows_area, mut targets) = frame::draw(show, words.outline_title, &hints, area, buffer);
    let Outline { list: narrowed, form } = outline;
    let form_rows = form
        .as_ref()
        .map_or(0, |form| form::rows(show, form, rows_area.height));
    let filtered = narrowed.typing || !narrowed.filter.is_empty();
    // On a low screen the filter makes room for a form.
    let list = if filtered && rows_area.height > form_rows + 2 {
        let cursor = if narrowed.typing { "▏" } else { "" };
        let line = Line::from(vec![
            Span::styled(format!("{} ", words.filter), theme.dim),
            Span::styled(format!("{}{cursor}", narrowed.filter), theme.strong),
        ]);
        put(&line, 0, rows_area, buffer);
        below(rows_area, 2)
    } else {
        rows_area
    };
    let list = match form {
        Some(form) => put_form(show, form, form_rows, rows.len(), list, buffer),
        None => list,
    };
    if rows.is_empty() {
        put(&Line::styled(words.nothing_found, theme.dim), 0, list, buffer);
        return targets;
    }
    // A question that waits is answered first, and so is a form.
    let clickable = show.takes_mouse() && show.question().is_none() && form.is_none();
    let seen = seen(rows.len(), chosen, usize::from(list.height));
    if seen.above {
        put(&Line::styled("…", theme.dim), 0, list, buffer);
    }
    if seen.below {
        let more = (words.more)(rows.len() - seen.rows.end);
        put(&Line::styled(more, theme.dim), list.height - 1, list, buffer);
    }
    let list = below(list, u16::from(seen.above));
    let list = above(list, list.height.saturating_sub(u16::from(seen.below)));
    for (at, row) in (0..list.height).zip(&rows[seen.rows.clone()]) {
        let line = steps::outline_row(show, programme, row, &narrowed.filter);
        put(&cut(line, usize::from(list.width)), at, list, buffer);
        if clickable {
            targets.push(Target {
                area: above(below(list, at), 1),
                what: Clickable::Row(row.clone()),
            });
        }
    }
    let chosen_row = u16::try_from(chosen - seen.rows.start).unwrap_or(0);
    let bar = above(below(list, chosen_row), 1);
    buffer.set_style(bar, theme.chosen);
    targets
}

/// Draws a form below so many rows, or over the last of them; gives what it leaves to them.
fn put_form(show: &Show, form: &Form, form_rows: u16, rows: usize, area: Rect, buffer: &mut Buffer) -> Rect {
    let lowest = area.height.saturating_sub(form_rows);
    let below_rows = u16::try_from(rows + 1).map_or(lowest, |row| row.min(lowest));
    let at = above(below(area, below_rows), form_rows);
    form::draw(show, form, at, buffer);
    above(area, below_rows)
}

/// The keys: what can be done with the chosen row. What a form asks for comes first, and so does a filter.
fn hints(show: &Show, outline: &Outline, step: Option<&StepId>) -> Vec<(Action, String)> {
    let words = &show.words().screens;
    if let Some(form) = &outline.form {
        return form::hints(show, form);
    }
    if outline.list.typing {
        return owned(&[
            (Action::KeepFilter, words.hint_filter_keep),
            (Action::DropFilter, words.hint_filter_drop),
            (Action::Up, words.hint_choose),
        ]);
    }
    let mut hints = Vec::new();
    // Before the beginning there is nowhere to go to.
    if show.stage() != Stage::Ready {
        hints.push((Action::Choose, words.hint_open));
    }
    hints.extend(step.map_or_else(Vec::new, |step| changes(show, step)));
    hints.extend([
        (Action::BeginFilter, words.hint_filter),
        (Action::Close, words.hint_close),
        (Action::Up, words.hint_choose),
    ]);
    owned(&hints)
}

/// The keys that change a step, as far as they do anything with it.
fn changes(show: &Show, step: &StepId) -> Vec<(Action, &'static str)> {
    let words = &show.words().changes;
    if show.stage() == Stage::Finished {
        return Vec::new();
    }
    let (to_come, present) = (show.is_to_come(step), show.is_present(step));
    let mut hints = Vec::new();
    if to_come && !show.reading().is_visited(step) {
        hints.push((Action::MoveStepUp, words.hint_move));
    }
    if to_come && show.reading().is_dropped(step) {
        hints.push((Action::DropChosen, words.hint_restore));
    } else if to_come || present {
        hints.push((Action::DropChosen, words.hint_drop));
    }
    if to_come || present {
        hints.push((Action::InsertStep, words.hint_insert));
    }
    hints.push((Action::ReplacePerson, words.hint_replace));
    hints
}

fn owned(hints: &[(Action, &str)]) -> Vec<(Action, String)> {
    let hints = hints.iter();
    hints
        .map(|(action, hint)| (*action, (*hint).to_owned()))
        .collect()
}

/// What is seen of a list.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    /// The rows.
    rows: Range<usize>,
    /// Whether the first row of the screen tells that there are others above.
    above: bool,
    /// Whether the last one tells how many follow.
    below: bool,
}

/// What is seen of so many rows in so many of the screen: the chosen one always, near the middle.
fn seen(count: usize, chosen: usize, height: usize) -> Seen {
    let around = |room: usize| chosen.saturating_sub(room / 2).min(count.saturating_sub(room));
    if count <= height || height < WITH_MARKS {
        let first = around(height);
        return Seen {
            rows: first..count.min(first + height),
            above: false,
            below: false,
        };
    }
    let room = height - 2;
    let first = around(room);
    // A mark never takes the place of the only row that it would tell of.
    let above = first > 1;
    let below = first + room + 1 < count;
    let rows = match (above, below) {
        (false, _) => 0..height - 1,
        (true, false) => count - (height - 1)..count,
        (true, true) => first..first + room,
    };
    Seen {
        above,
        below: rows.end < count,
        rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_row_is_seen_and_every_row_of_the_screen_is_used() {
        for height in 1..30 {
            for count in 1..60 {
                for chosen in 0..count {
                    let Seen { rows, above, below } = seen(count, chosen, height);
                    let told = format!("{chosen} of {count} in {height}: {rows:?}");
                    assert!(rows.contains(&chosen), "{told}");
                    let used = rows.len() + usize::from(above) + usize::from(below);
                    assert_eq!(used, count.min(height), "{told}");
                    if height >= WITH_MARKS {
                        assert_eq!((above, below), (rows.start > 0, rows.end < count), "{told}");
                    }
                }
            }
        }
    }
}
