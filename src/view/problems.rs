//! What is wrong with the script: over the leader's screen with `m`, and the whole screen while no good script was seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{hanging, width, wrapped};
use super::{Drawn, bottom, frame, theme};
use crate::script::Severity;
use crate::script::problem::{Style, render};
use crate::show::keys::Action;
use crate::show::{Show, Stage};

/// Draws the problems from the row to which they are scrolled; gives the furthest to which they can be.
pub(super) fn draw(show: &Show, scroll: usize, area: Rect, buffer: &mut Buffer) -> Drawn {
    let words = &show.words().screens;
    let room = frame::rows(area);
    let lines = lines(show, room.width);
    let mut hints = Vec::new();
    if lines.len() > usize::from(room.height) {
        hints.push((Action::Up, words.hint_scroll.to_owned()));
    }
    if show.stage() == Stage::Waiting {
        hints.push((Action::ToggleHelp, words.hint_help.to_owned()));
        hints.push(bottom::quit_hint(show));
    } else {
        hints.push((Action::Close, words.hint_close.to_owned()));
    }
    let (rows, targets) = frame::draw(show, words.problems_title, &hints, area, buffer);
    Drawn {
        furthest: frame::put_scrolled(show, &lines, scroll, rows, buffer),
        targets,
    }
}

fn lines(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let mut lines = Vec::new();
    if show.stage() == Stage::Waiting {
        lines.extend(
            wrapped(words.waiting_for_save, columns)
                .into_iter()
                .map(|line| Line::styled(line, theme.notice)),
        );
        lines.push(Line::default());
    }
    if show.is_refused() && show.stage() != Stage::Waiting {
        let told = wrapped(words.good_script_stays, columns).into_iter();
        lines.extend(told.map(|line| Line::styled(line, theme.notice)));
        lines.push(Line::default());
    }
    if show.problems().is_empty() {
        lines.push(Line::raw(words.no_problems));
    }
    for problem in show.problems() {
        let style = match problem.severity {
            Severity::Error => theme.warning,
            Severity::Warning => theme.notice,
        };
        for (index, line) in render(problem, show.lang(), Style::Plain).lines().enumerate() {
            let style = if index == 0 { style } else { theme.plain };
            lines.extend(line_of_problem(line, style, columns));
        }
        lines.push(Line::default());
    }
    lines
}

/// A line of a rendered problem; where it is too long, the rest hangs below its beginning. A line of the script itself
/// is never wrapped, for the mark below it would point elsewhere.
fn line_of_problem(line: &str, style: ratatui::style::Style, columns: u16) -> Vec<Line<'static>> {
    let is_source = line
        .trim_start()
        .starts_with(|letter: char| letter.is_ascii_digit());
    if is_source || width(line) <= usize::from(columns) {
        return vec![Line::styled(line.to_owned(), style)];
    }
    let text_at = line.find(char::is_alphanumeric).unwrap_or(0);
    let (head, text) = line.split_at(text_at);
    hanging(vec![Span::styled(head.to_owned(), style)], text, style, columns)
}
