//! The frame of a screen with one list: a title above, a part of the rows, the bottom below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::interface::Interface;
use super::text::{above, below, inset, put, put_right, put_rule};
use super::{Target, bottom, theme};
use crate::show::Show;
use crate::show::keys::Action;

/// The room for the rows between title and bottom.
pub(super) fn rows(area: Rect) -> Rect {
    below(
        above(inset(area, 1), area.height.saturating_sub(bottom::ROWS + 1)),
        2,
    )
}

/// Draws title and bottom, and gives the room between for the rows, and what can be clicked below.
pub(super) fn draw(
    show: &Show,
    title: &str,
    hints: &[(Action, String)],
    area: Rect,
    buffer: &mut Buffer,
) -> (Rect, Vec<Target>) {
    let theme = theme::of(show.look());
    let inner = inset(area, 1);
    put(&Line::styled(title.to_owned(), theme.strong), 0, inner, buffer);
    let clock = super::lines::clock_time(show, show.clock().now().wall);
    put_right(&Line::styled(clock, theme.strong), 0, inner, buffer);
    put_rule(1, theme.rule, inner, buffer);
    let targets = bottom::draw(show, hints, area, buffer);
    (rows(area), targets)
}

/// From this height on the row that tells how many lines are left has air above it.
const WITH_AIR: usize = 8;

/// Draws as many lines as there is room for, from the row to which it is scrolled; says how many are left. Gives the
/// furthest row to which it can be scrolled: 0 where everything is seen.
pub(super) fn put_scrolled(
    show: &Show,
    lines: &[Line<'_>],
    scroll: usize,
    area: Rect,
    buffer: &mut Buffer,
) -> usize {
    put_rows(lines, scroll, Interface::of_show(show), area, buffer)
}

/// The same, for a screen without a show.
pub(super) fn put_rows(
    lines: &[Line<'_>],
    scroll: usize,
    interface: Interface<'_>,
    area: Rect,
    buffer: &mut Buffer,
) -> usize {
    let line = |row: usize| lines.get(row).cloned().unwrap_or_default();
    put_rows_by(lines.len(), line, scroll, interface, area, buffer)
}

/// The same for so many lines, of which only those are made that are seen.
pub(super) fn put_rows_by<'a>(
    count: usize,
    line: impl Fn(usize) -> Line<'a>,
    scroll: usize,
    interface: Interface<'_>,
    area: Rect,
    buffer: &mut Buffer,
) -> usize {
    let theme = interface.theme();
    let height = usize::from(area.height);
    if height == 0 {
        return 0;
    }
    let shown = match count > height {
        false => height,
        true if height < WITH_AIR => height - 1,
        true => height - 2,
    };
    let furthest = count.saturating_sub(shown);
    let first = scroll.min(furthest);
    for (at, row) in (0..area.height).zip(first..count.min(first + shown)) {
        put(&line(row), at, area, buffer);
    }
    let left = count.saturating_sub(first + shown);
    if left > 0 {
        let more = (interface.words.screens.more_rows)(left);
        put(&Line::styled(more, theme.dim), area.height - 1, area, buffer);
    }
    furthest
}
