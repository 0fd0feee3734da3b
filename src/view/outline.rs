//! The outline: every step, the parts of the present text, and what was left out, to jump to.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{above, below, cut, put};
use super::{Target, frame, steps, theme};
use crate::show::keys::Action;
use crate::show::{Clickable, Outline, Show};

/// With fewer rows than this there is no room to tell what is not seen.
const WITH_MARKS: usize = 4;

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
    let chosen = outline.chosen.min(rows.len() - 1);
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
        let line = steps::outline_row(show, programme, row, &outline.filter);
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
