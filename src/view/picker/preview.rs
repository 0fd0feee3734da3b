//! Beside the list: what the chosen ceremony is, and its steps with their planned times; or why it cannot be run.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::super::interface::Interface;
use super::super::text::{fitted, hanging, width, wrapped};
use super::super::theme::{self, Theme};
use super::super::{frame, lines};
use super::SEPARATOR;
use crate::lang::spoken;
use crate::picker::{Ceremony, Facts, Picker, PlannedStep};
use crate::script::characters::harmless;
use crate::script::{Problem, Severity};

/// What the chosen ceremony is, and its steps; or what is wrong with it.
pub(super) fn draw(picker: &Picker, area: Rect, buffer: &mut Buffer) {
    let Some(ceremony) = picker.chosen().filter(|_| area.height > 0) else {
        return;
    };
    let theme = theme::of(picker.look());
    let mut lines: Vec<Line<'static>> = wrapped_to(3, &ceremony.title(), area.width)
        .into_iter()
        .map(|line| Line::styled(line, theme.strong))
        .collect();
    lines.extend(match &ceremony.facts {
        Some(facts) => told_facts(picker, facts, area.width),
        None => told_errors(picker, ceremony, area.width),
    });
    frame::put_rows(&lines, 0, Interface::of_picker(picker), area, buffer);
}

/// A text in so many rows at most, with an ellipsis where it had to be cut.
fn wrapped_to(most: usize, text: &str, columns: u16) -> Vec<String> {
    let mut lines = wrapped(text, columns);
    let rest = lines.split_off(most.min(lines.len()));
    if let (Some(last), false) = (lines.last_mut(), rest.is_empty()) {
        *last = fitted(&format!("{last} {}", rest.join(" ")), usize::from(columns));
    }
    lines
}

/// Whose it is, where and when, and its steps.
fn told_facts(picker: &Picker, facts: &Facts, columns: u16) -> Vec<Line<'static>> {
    let begins = facts.start.map(|start| spoken::time(start, facts.zone));
    let joined = |parts: [Option<String>; 2]| parts.into_iter().flatten().collect::<Vec<_>>().join(SEPARATOR);
    let facts_told = [
        joined([facts.agency.clone(), facts.place.clone()]),
        joined([facts.date.map(spoken::date), begins]),
    ];
    let told = facts_told.iter().filter(|fact| !fact.is_empty());
    let mut lines: Vec<Line<'static>> = told
        .flat_map(|fact| wrapped_to(2, fact, columns).into_iter().map(Line::raw))
        .collect();
    lines.push(Line::default());
    lines.extend(steps(picker, facts, columns));
    lines
}

/// That it cannot be run, and why.
fn told_errors(picker: &Picker, ceremony: &Ceremony, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(picker.look());
    let cannot = wrapped(&format!("! {}", picker.words().screens.cannot_run), columns).into_iter();
    let mut lines: Vec<Line<'static>> = cannot.map(|line| Line::styled(line, theme.warning)).collect();
    let problems = ceremony.problems.iter();
    for problem in problems.filter(|problem| problem.severity == Severity::Error) {
        lines.push(Line::default());
        lines.extend(problem_told(picker, theme, problem, columns));
    }
    lines
}

/// The steps with their planned times, a row each.
fn steps(picker: &Picker, facts: &Facts, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(picker.look());
    let words = &picker.words().screens;
    let step_line = |(number, step): (usize, &PlannedStep)| {
        let time = facts.start.map_or_else(String::new, |start| {
            format!("{} ", lines::time_after(start, step.begins))
        });
        let head = Span::styled(format!("{number:>2} {time}"), theme.dim);
        let optional = format!(" ({})", words.optional);
        let room = usize::from(columns).saturating_sub(head.width());
        // The title goes before what is only said beside it.
        let has_room = step.optional && width(&step.title) + width(&optional) <= room;
        let mut spans = vec![head, Span::raw(fitted(&step.title, room))];
        spans.extend(has_room.then(|| Span::styled(optional, theme.dim)));
        Line::from(spans)
    };
    (1..).zip(&facts.steps).map(step_line).collect()
}

/// Where a problem is, and its first line.
fn problem_told(picker: &Picker, theme: &Theme, problem: &Problem, columns: u16) -> Vec<Line<'static>> {
    let position = problem.position();
    let position = position.rsplit(['/', '\\']).next().unwrap_or(&position);
    let position = fitted(position, usize::from(columns));
    let mut lines = vec![Line::styled(position, theme.dim)];
    let title = problem.explained(picker.lang()).title;
    lines.extend(hanging(
        vec![Span::raw("  ")],
        &harmless(&title),
        theme.plain,
        columns,
    ));
    lines
}
