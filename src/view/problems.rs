//! What is wrong with the script: over the leader's screen with `m`, and the whole screen while no good script was seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::text::wrapped;
use super::{frame, theme};
use crate::script::Severity;
use crate::script::problem::{Style, render};
use crate::show::keys::Action;
use crate::show::{Show, Stage};

/// Draws the problems from the row to which they are scrolled.
pub(super) fn draw(show: &Show, scroll: usize, area: Rect, buffer: &mut Buffer) {
    let words = &show.words().screens;
    let mut hints = vec![(Action::Up, words.hint_scroll.to_owned())];
    if show.stage() == Stage::Waiting {
        hints.push((Action::ToggleHelp, words.hint_help.to_owned()));
        hints.push((Action::Quit, words.hint_quit.to_owned()));
    } else {
        hints.push((Action::Close, words.hint_close.to_owned()));
    }
    let rows = frame::draw(show, words.problems_title, &hints, area, buffer);
    frame::put_scrolled(show, &lines(show, rows.width), scroll, rows, buffer);
}

fn lines(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let words = &show.words().screens;
    let mut lines = Vec::new();
    if show.stage() == Stage::Waiting {
        lines.extend(wrapped(words.waiting_for_save, columns).into_iter().map(|line| Line::styled(line, theme::NOTICE)));
        lines.push(Line::default());
    }
    if show.problems().is_empty() {
        lines.push(Line::raw(words.no_problems));
    }
    for problem in show.problems() {
        let style = match problem.severity {
            Severity::Error => theme::WARNING,
            Severity::Warning => theme::NOTICE,
        };
        for (index, line) in render(problem, show.lang(), Style::Plain).lines().enumerate() {
            lines.push(Line::styled(line.to_owned(), if index == 0 { style } else { theme::PLAIN }));
        }
        lines.push(Line::default());
    }
    lines
}
