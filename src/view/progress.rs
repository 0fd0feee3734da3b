//! The bar of the whole programme: what is done as a heavy line, the rest as a light one, and on it a mark where the
//! programme should be by its plan. Behind the line's end it means ahead of the plan, before it late. Signs alone tell
//! it, whatever the colours.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{put, put_rule};
use super::theme;
use crate::show::{Progress, Show};

/// Draws the bar into a row of an area; a plain rule where there is no plan.
pub(super) fn draw(show: &Show, row: u16, area: Rect, buffer: &mut Buffer) {
    let theme = theme::of(show.look());
    let Some(progress) = show.progress() else {
        put_rule(row, theme.rule, area, buffer);
        return;
    };
    let style = |sign| match sign {
        Sign::Done | Sign::HalfDone => theme.progress,
        Sign::Planned => theme.progress_planned,
        Sign::Rest => theme.rule,
    };
    // Without a schedule there is nothing to be late against.
    let planned = show.has_schedule().then_some(progress.planned);
    let signs = signs(&progress, planned, area.width);
    let spans: Vec<Span<'_>> = signs
        .chunk_by(|one, other| one == other)
        .filter_map(|run| Some((*run.first()?, run.len())))
        .map(|(sign, count)| Span::styled(sign.text().repeat(count), style(sign)))
        .collect();
    put(&Line::from(spans), row, area, buffer);
}

/// What a cell of the bar says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Done,
    HalfDone,
    Rest,
    Planned,
}

impl Sign {
    const fn text(self) -> &'static str {
        match self {
            Self::Done => "━",
            Self::HalfDone => "╸",
            Self::Rest => "┈",
            Self::Planned => "╎",
        }
    }
}

/// The cells of a bar.
fn signs(progress: &Progress, planned: Option<Duration>, columns: u16) -> Vec<Sign> {
    let columns = usize::from(columns);
    let halves_done = share(progress.done, progress.whole, columns * 2);
    let planned =
        planned.map(|planned| share(planned, progress.whole, columns).min(columns.saturating_sub(1)));
    (0..columns)
        .map(|column| match halves_done.saturating_sub(column * 2) {
            _ if planned == Some(column) => Sign::Planned,
            0 => Sign::Rest,
            1 => Sign::HalfDone,
            2.. => Sign::Done,
        })
        .collect()
}

/// How many of so many parts a span of the whole is, rounded down.
fn share(span: Duration, whole: Duration, parts: usize) -> usize {
    let all = u128::try_from(parts).unwrap_or(0);
    let share = span.as_millis() * all / whole.as_millis().max(1);
    usize::try_from(share).map_or(parts, |share| share.min(parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bar of twenty cells of a programme of a hundred seconds.
    fn bar(done: u64, planned: u64) -> String {
        let progress = Progress {
            done: Duration::from_secs(done),
            planned: Duration::from_secs(planned),
            whole: Duration::from_secs(100),
        };
        let signs = signs(&progress, Some(progress.planned), 20);
        signs.into_iter().map(Sign::text).collect()
    }

    #[test]
    fn at_the_beginning_there_is_only_the_mark() {
        assert_eq!(bar(0, 0), "╎┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈");
    }

    #[test]
    fn half_a_cell_is_told() {
        assert_eq!(bar(20, 95), "━━━━┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╎");
        assert_eq!(bar(23, 95), "━━━━╸┈┈┈┈┈┈┈┈┈┈┈┈┈┈╎");
        assert_eq!(bar(25, 95), "━━━━━┈┈┈┈┈┈┈┈┈┈┈┈┈┈╎");
    }

    #[test]
    fn the_mark_stands_before_the_line_where_late_and_on_it_where_ahead() {
        assert_eq!(bar(20, 60), "━━━━┈┈┈┈┈┈┈┈╎┈┈┈┈┈┈┈");
        assert_eq!(bar(60, 20), "━━━━╎━━━━━━━┈┈┈┈┈┈┈┈");
    }

    #[test]
    fn at_the_end_the_mark_stands_on_the_last_cell() {
        assert_eq!(bar(40, 100), "━━━━━━━━┈┈┈┈┈┈┈┈┈┈┈╎");
        assert_eq!(bar(100, 100), "━━━━━━━━━━━━━━━━━━━╎");
        assert_eq!(bar(100, 50), "━━━━━━━━━━╎━━━━━━━━━");
    }

    #[test]
    fn without_a_schedule_there_is_no_mark() {
        let progress = Progress {
            done: Duration::from_secs(1),
            planned: Duration::from_secs(1),
            whole: Duration::from_secs(2),
        };
        assert_eq!(
            signs(&progress, None, 4),
            [Sign::Done, Sign::Done, Sign::Rest, Sign::Rest]
        );
    }

    #[test]
    fn no_room_is_no_bar() {
        let progress = Progress {
            done: Duration::from_secs(1),
            planned: Duration::from_secs(1),
            whole: Duration::from_secs(1),
        };
        assert_eq!(signs(&progress, Some(progress.planned), 0), []);
        assert_eq!(signs(&progress, Some(progress.planned), 1), [Sign::Planned]);
    }
}
