//! The ready screen: what this ceremony is, who has a part, the steps with their times, and what to look after.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{above, below, cut, inset, put, put_both, put_rule, width, wrapped};
use super::{bottom, frame, lines, theme};
use crate::lang::spoken;
use crate::programme::{Person, Programme};
use crate::show::Show;
use crate::show::keys::Action;

/// Draws the screen.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) {
    let Some(programme) = show.programme() else { return };
    let words = &show.words().screens;
    let inner = inset(area, 1);
    let head_rows = head(show, programme, inner, buffer);
    put_rule(head_rows, theme::DIM, inner, buffer);
    let body = below(
        above(inner, area.height.saturating_sub(bottom::ROWS)),
        head_rows + 1,
    );
    if area.width >= 72 {
        let left_width = (inner.width * 9 / 20).min(60);
        let left = Rect {
            width: left_width,
            ..body
        };
        let right = Rect {
            x: body.x + left_width + 2,
            width: inner.width - left_width - 2,
            ..body
        };
        people(show, programme, left, buffer);
        steps(show, programme, right, buffer);
    } else {
        steps(show, programme, body, buffer);
    }
    let hints = [
        (Action::Begin, words.hint_begin.to_owned()),
        (Action::Up, words.hint_scroll.to_owned()),
        (Action::SwitchScreen, words.hint_audience.to_owned()),
        (Action::ToggleProblems, words.hint_problems.to_owned()),
        (Action::ToggleHelp, words.hint_help.to_owned()),
        (Action::Quit, words.hint_quit.to_owned()),
    ];
    bottom::draw(show, &hints, area, buffer);
}

/// Title, agency and place, day and time, source; gives the rows it took.
fn head(show: &Show, programme: &Programme, area: Rect, buffer: &mut Buffer) -> u16 {
    let words = &show.words().screens;
    let clock = Line::styled(lines::clock_time(show, show.clock().now().wall), theme::STRONG);
    put_both(
        Line::styled(programme.title.clone(), theme::STRONG),
        &clock,
        0,
        area,
        buffer,
    );
    let joined = |parts: Vec<Option<String>>| parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let total = std::time::Duration::from_secs(u64::from(programme.seconds()));
    let begins = programme.start.map(|start| spoken::time(start, programme.zone));
    let facts = [
        joined(vec![programme.agency.clone(), programme.place.clone()]),
        joined(vec![
            programme.date.map(spoken::date),
            begins,
            Some((words.minutes)(total)),
        ]),
    ];
    let mut row = 1;
    for fact in facts.iter().filter(|fact| !fact.is_empty()) {
        put(
            &cut(Line::raw(fact.as_str()), usize::from(area.width)),
            row,
            area,
            buffer,
        );
        row += 1;
    }
    if let Some(source) = &programme.source {
        let source = format!("{}: {source}", words.source);
        let most = if area.height >= 22 { 2 } else { 1 };
        let mut lines = wrapped(&source, area.width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push_str("  …");
            }
        }
        for line in lines {
            put(
                &cut(Line::styled(line, theme::DIM), usize::from(area.width)),
                row,
                area,
                buffer,
            );
            row += 1;
        }
    }
    row
}

/// The people by role, names that are missing marked; below them what to look after.
fn people(show: &Show, programme: &Programme, area: Rect, buffer: &mut Buffer) {
    let words = &show.words().screens;
    let checklist: Vec<Line<'_>> = std::iter::once(Line::styled(words.look_after, theme::STRONG))
        .chain(words.checklist.iter().map(|item| Line::raw(format!("□ {item}"))))
        .collect();
    let checklist_rows = u16::try_from(checklist.len()).unwrap_or(0);
    let checklist_at = area.height.saturating_sub(checklist_rows + 1);
    let mut lines = vec![Line::styled(words.people, theme::STRONG)];
    let role_width = programme
        .people
        .iter()
        .map(|person| width(&person.role))
        .max()
        .unwrap_or(0)
        .min(18);
    for person in &programme.people {
        lines.extend(person_lines(show, person, role_width, area.width));
    }
    let people_area = above(area, checklist_at.saturating_sub(1));
    frame::put_scrolled(show, &lines, 0, people_area, buffer);
    for (at, line) in (checklist_at..).zip(&checklist) {
        put(&cut(line.clone(), usize::from(area.width)), at, area, buffer);
    }
}

fn person_lines(show: &Show, person: &Person, role_width: usize, columns: u16) -> Vec<Line<'static>> {
    let words = &show.words().screens;
    let (name, style): (String, Style) = match (&person.name, &person.office) {
        (Some(name), _) => (name.clone(), theme::PLAIN),
        (None, Some(office)) => (format!("{office} ({})", words.name_missing), theme::NOTICE),
        (None, None) => (words.name_missing.to_owned(), theme::NOTICE),
    };
    let reserve = person
        .reserve
        .as_ref()
        .map(|reserve| format!(" ({} {reserve})", words.reserve))
        .unwrap_or_default();
    let room = columns.saturating_sub(u16::try_from(role_width).unwrap_or(0) + 2);
    wrapped(&format!("{name}{reserve}"), room)
        .into_iter()
        .enumerate()
        .map(|(index, text)| {
            let role = if index == 0 {
                super::text::fitted(&person.role, role_width)
            } else {
                String::new()
            };
            let pad = " ".repeat(role_width.saturating_sub(width(&role)) + 2);
            Line::from(vec![
                Span::styled(format!("{role}{pad}"), theme::DIM),
                Span::styled(text, style),
            ])
        })
        .collect()
}

/// The steps with their planned times.
fn steps(show: &Show, programme: &Programme, area: Rect, buffer: &mut Buffer) {
    let words = &show.words().screens;
    let mut lines = vec![Line::styled(words.programme, theme::STRONG)];
    for (number, step) in (1..).zip(&programme.steps) {
        let time =
            lines::planned_time(programme, step.begins).map_or_else(String::new, |time| format!("{time} "));
        let optional = if step.optional {
            format!(" ({})", words.optional)
        } else {
            String::new()
        };
        let line = Line::from(vec![
            Span::styled(format!("{number:>2} {time}"), theme::DIM),
            Span::raw(step.title.clone()),
            Span::styled(optional, theme::DIM),
        ]);
        lines.push(cut(line, usize::from(area.width)));
    }
    frame::put_scrolled(show, &lines, show.scroll(), area, buffer);
}
