//! The outline: every step, the parts of the present text, and what was left out, to jump to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{above, below, cut, put};
use super::{Target, frame, steps, theme};
use crate::show::keys::Action;
use crate::show::{Clickable, Outline, Show};

/// Draws the outline with the chosen row in view; gives what can be clicked.
pub(super) fn draw(show: &Show, outline: &Outline, area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let Some(programme) = show.programme() else {
        return Vec::new();
    };
    let hints: &[(Action, &str)] = if outline.typing {
        &[
            (Action::KeepFilter, words.hint_filter_keep),
            (Action::DropFilter, words.hint_filter_drop),
            (Action::Up, words.hint_choose),
        ]
    } else {
        &[
            (Action::Choose, words.hint_open),
            (Action::Up, words.hint_choose),
            (Action::BeginFilter, words.hint_filter),
            (Action::Close, words.hint_close),
        ]
    };
    let hints: Vec<(Action, String)> = hints
        .iter()
        .map(|(action, hint)| (*action, (*hint).to_owned()))
        .collect();
    let (rows_area, mut targets) = frame::draw(show, words.outline_title, &hints, area, buffer);
    let filtered = outline.typing || !outline.filter.is_empty();
    let list = if filtered {
        let cursor = if outline.typing { "▏" } else { "" };
        let line = Line::from(vec![
            Span::styled(format!("{} ", words.filter), theme.dim),
            Span::styled(format!("{}{cursor}", outline.filter), theme.strong),
        ]);
        put(&line, 0, rows_area, buffer);
        below(rows_area, 2)
    } else {
        rows_area
    };
    let rows = show.outline_rows(&outline.filter);
    if rows.is_empty() {
        put(&Line::styled(words.nothing_found, theme.dim), 0, list, buffer);
        return targets;
    }
    // A question that waits is answered first.
    let clickable = show.takes_mouse() && show.question().is_none();
    let height = usize::from(list.height);
    let chosen = outline.chosen.min(rows.len() - 1);
    let first = chosen
        .saturating_sub(height / 2)
        .min(rows.len().saturating_sub(height));
    for (at, row) in (0..list.height).zip(rows.iter().skip(first)) {
        let line = steps::outline_row(show, programme, row, &outline.filter);
        put(&cut(line, usize::from(list.width)), at, list, buffer);
        if clickable {
            targets.push(Target {
                area: above(below(list, at), 1),
                what: Clickable::Row(row.clone()),
            });
        }
    }
    let chosen_row = u16::try_from(chosen - first).unwrap_or(0);
    let bar = above(below(list, chosen_row), 1);
    buffer.set_style(bar, theme.chosen);
    targets
}
