//! The ready screen: what this ceremony is, who has a part, the steps with their times, and what to look after.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::interface::Interface;
use super::text::{
    above, below, cut, fitted, hanging, inset, put, put_both, put_rule, share, width, wrapped,
};
use super::{Drawn, bottom, frame, lines, theme};
use crate::lang::spoken;
use crate::programme::{Person, Programme, Step};
use crate::show::keys::Action;
use crate::show::{Awake, Show};

/// From this width on people and steps stand side by side; below it they follow one another.
const SIDE_BY_SIDE: u16 = 72;

/// From this width on people and steps have half of it each.
const HALVES: u16 = 100;

/// People need no more columns than this.
const MOST_FOR_PEOPLE: u16 = 70;

/// From this width on the names of people stand in a column of their own.
const NAMES_IN_COLUMN: u16 = 48;

/// The rows that the head leaves to people and steps, where the source would take more.
const LEAST_BODY: u16 = 14;

/// From this height on the head may take two rows for a fact, and tells its source.
const GENEROUS: u16 = 18;

/// Draws the screen; gives the furthest row to which it can be scrolled.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) -> Drawn {
    let theme = theme::of(show.look());
    let Some(programme) = show.programme() else {
        return Drawn::default();
    };
    let words = &show.words().screens;
    let inner = inset(area, 1);
    let head_rows = head(show, programme, inner, buffer);
    put_rule(head_rows, theme.rule, inner, buffer);
    let body = below(
        above(inner, area.height.saturating_sub(bottom::ROWS)),
        head_rows + 1,
    );
    let furthest = if area.width >= SIDE_BY_SIDE {
        side_by_side(show, programme, body, buffer)
    } else {
        let mut rows = whole_steps(show, programme, body.width, usize::MAX);
        rows.push(Line::default());
        rows.extend(people(show, programme, body.width));
        rows.push(Line::default());
        rows.extend(checklist(show));
        rows.extend(display(show, body.width));
        frame::put_scrolled(show, &rows, show.scroll(), body, buffer)
    };
    let mut hints = vec![
        (Action::Begin, words.hint_begin.to_owned()),
        (Action::SwitchScreen, words.hint_audience.to_owned()),
        (Action::ToggleHelp, words.hint_help.to_owned()),
        (Action::ToggleProblems, words.hint_problems.to_owned()),
        bottom::quit_hint(show),
    ];
    if furthest > 0 {
        hints.insert(1, (Action::Up, words.hint_scroll.to_owned()));
    }
    Drawn {
        furthest,
        targets: bottom::draw(show, &hints, area, buffer),
    }
}

/// People and what to look after on the left, steps on the right; gives the furthest row to scroll to.
fn side_by_side(show: &Show, programme: &Programme, area: Rect, buffer: &mut Buffer) -> usize {
    let mut checklist = checklist(show);
    let widest = checklist.iter().map(Line::width).max().unwrap_or(0);
    let part = if area.width >= HALVES { 10 } else { 9 };
    let columns = share(area.width, part, 20)
        .max(u16::try_from(widest).unwrap_or(0))
        .min(MOST_FOR_PEOPLE);
    let left = Rect {
        width: columns,
        ..area
    };
    let right = Rect {
        x: area.x + columns + 2,
        width: area.width.saturating_sub(columns + 2),
        ..area
    };
    checklist.extend(display(show, left.width));
    let people = people(show, programme, left.width);
    // Below the people, with air between them where nobody goes short of a row for it.
    let lowest = area
        .height
        .saturating_sub(u16::try_from(checklist.len()).unwrap_or(0));
    let checklist_at = u16::try_from(people.len() + 1).map_or(lowest, |at| at.min(lowest));
    for (at, line) in (checklist_at..).zip(checklist) {
        put(&cut(line, usize::from(left.width)), at, left, buffer);
    }
    let people_area = above(left, checklist_at);
    let furthest = frame::put_scrolled(show, &people, show.scroll(), people_area, buffer);
    put_steps(show, programme, right, buffer).max(furthest)
}

/// Title, agency and place, day and time, source; gives the rows it took.
fn head(show: &Show, programme: &Programme, area: Rect, buffer: &mut Buffer) -> u16 {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let clock = lines::clock_time(show, show.clock().now().wall);
    let title_room = area
        .width
        .saturating_sub(u16::try_from(width(&clock)).unwrap_or(0) + 2);
    let joined = |parts: Vec<Option<String>>| parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    // Rounded up, as in the rundown: half a minute is planned too.
    let total = std::time::Duration::from_secs(u64::from(programme.seconds()).div_ceil(60) * 60);
    let begins = programme.start.map(|start| spoken::time(start, programme.zone));
    let facts = [
        joined(vec![programme.agency.clone(), programme.place.clone()]),
        joined(vec![
            programme.date.map(spoken::date),
            begins,
            Some((words.minutes)(total)),
        ]),
    ];
    let generous = area.height >= GENEROUS;
    let most = if generous { 2 } else { 1 };
    let title = wrapped(&programme.title, title_room).into_iter();
    let mut rows: Vec<Line<'_>> = title
        .take(most)
        .map(|line| Line::styled(line, theme.strong))
        .collect();
    for fact in facts.iter().filter(|fact| !fact.is_empty()) {
        rows.extend(wrapped(fact, area.width).into_iter().take(most).map(Line::raw));
    }
    if let Some(source) = programme.source.as_ref().filter(|_| generous) {
        let taken = bottom::ROWS + 1 + LEAST_BODY + u16::try_from(rows.len()).unwrap_or(0);
        let most = usize::from(area.height.saturating_sub(taken).max(1));
        let source = wrapped(&format!("{}: {source}", words.source), area.width);
        let more = source.len() > most;
        let mut source: Vec<String> = source.into_iter().take(most).collect();
        if let Some(last) = source.last_mut().filter(|_| more) {
            last.push_str(" …");
        }
        rows.extend(source.into_iter().map(|line| Line::styled(line, theme.dim)));
    }
    for (at, line) in (0..area.height).zip(&rows) {
        put(&cut(line.clone(), usize::from(area.width)), at, area, buffer);
    }
    put_both(
        rows.first().cloned().unwrap_or_default(),
        &Line::styled(clock, theme.strong),
        0,
        area,
        buffer,
    );
    u16::try_from(rows.len()).unwrap_or(area.height)
}

/// What to look after before the beginning.
fn checklist(show: &Show) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    std::iter::once(Line::styled(words.look_after, theme.strong))
        .chain(words.checklist.iter().map(|item| Line::raw(format!("□ {item}"))))
        .collect()
}

/// What to do about a display that is not kept from going dark; nothing where it is, or nobody knows yet.
fn display(show: &Show, columns: u16) -> Vec<Line<'static>> {
    if show.awake() != Awake::NotHeld {
        return Vec::new();
    }
    let style = theme::of(show.look()).notice;
    let words = show.words().screens.display_may_go_dark;
    hanging(vec![Span::styled("□ ", style)], words, style, columns)
}

/// The people by role, names that are missing marked.
fn people(show: &Show, programme: &Programme, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let mut lines = vec![Line::styled(show.words().screens.people, theme.strong)];
    let role_width = programme
        .people
        .iter()
        .map(|person| width(&person.role))
        .max()
        .unwrap_or(0);
    let role_width = role_width.min(usize::from(columns) / 2);
    let in_column = columns >= NAMES_IN_COLUMN;
    for person in &programme.people {
        let (name, style) = person_named(show, person);
        if in_column {
            let role = fitted(&person.role, role_width);
            let pad = " ".repeat(role_width.saturating_sub(width(&role)) + 2);
            let head = vec![Span::styled(format!("{role}{pad}"), theme.dim)];
            lines.extend(hanging(head, &name, style, columns));
        } else {
            lines.extend(in_running_lines(&person.role, theme.dim, &name, style, columns));
        }
    }
    lines
}

/// The name as far as it is known, and who stands in.
fn person_named(show: &Show, person: &Person) -> (String, Style) {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let (name, style) = match (&person.name, &person.office) {
        (Some(name), _) => (name.clone(), theme.plain),
        (None, Some(office)) => (format!("{office} ({})", words.name_missing), theme.notice),
        (None, None) => (words.name_missing.to_owned(), theme.notice),
    };
    let reserve = person
        .reserve
        .as_ref()
        .map(|reserve| format!(" ({} {reserve})", words.reserve))
        .unwrap_or_default();
    (format!("{name}{reserve}"), style)
}

/// A role and a name in one text, where there is no room for two columns: further lines are indented.
fn in_running_lines(
    role: &str,
    role_style: Style,
    name: &str,
    style: Style,
    columns: u16,
) -> Vec<Line<'static>> {
    let role = format!("{role} · ");
    // The sign between them must not begin a line.
    let text = format!("{}{name}", role.replace(" · ", "\u{a0}· "));
    let lines = wrapped(&text, columns.saturating_sub(2));
    let mut lines = lines.into_iter().map(|line| line.replace("\u{a0}·", " ·"));
    let first = lines.next().unwrap_or_default();
    let (role, name) = first.split_at_checked(role.len()).unwrap_or((&first, ""));
    let first = Line::from(vec![
        Span::styled(role.to_owned(), role_style),
        Span::styled(name.to_owned(), style),
    ]);
    let rest = lines.map(|line| Line::styled(format!("  {line}"), style));
    std::iter::once(first).chain(rest).collect()
}

/// Draws the steps with their planned times; gives the furthest row to scroll to. Their titles are wrapped where all of
/// them have room then, else cut.
fn put_steps(show: &Show, programme: &Programme, area: Rect, buffer: &mut Buffer) -> usize {
    let height = usize::from(area.height);
    let whole = whole_steps(show, programme, area.width, height);
    if whole.len() <= height {
        return frame::put_scrolled(show, &whole, show.scroll(), area, buffer);
    }
    let line = |row: usize| match row.checked_sub(1).and_then(|step| programme.steps.get(step)) {
        Some(step) => cut_step(show, programme, row, step, area.width),
        None => heading(show),
    };
    let count = 1 + programme.steps.len();
    frame::put_rows_by(count, line, show.scroll(), Interface::of_show(show), area, buffer)
}

fn heading(show: &Show) -> Line<'static> {
    Line::styled(show.words().screens.programme, theme::of(show.look()).strong)
}

/// The steps with their titles wrapped, up to the one that has no room in so many rows any more.
fn whole_steps(show: &Show, programme: &Programme, columns: u16, height: usize) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let mut whole = vec![heading(show)];
    for (number, step) in (1..).zip(&programme.steps) {
        if whole.len() > height {
            break;
        }
        let title = format!("{}{}", step.title, optional(show, step));
        whole.extend(hanging(
            vec![number_and_time(show, programme, number, step)],
            &title,
            theme.plain,
            columns,
        ));
    }
    whole
}

/// A step in one row, its title cut.
fn cut_step(show: &Show, programme: &Programme, number: usize, step: &Step, columns: u16) -> Line<'static> {
    let head = number_and_time(show, programme, number, step);
    let optional = optional(show, step);
    let room = usize::from(columns).saturating_sub(head.width() + width(&optional));
    Line::from(vec![
        head,
        Span::raw(fitted(&step.title, room)),
        Span::raw(optional),
    ])
}

fn number_and_time(show: &Show, programme: &Programme, number: usize, step: &Step) -> Span<'static> {
    let theme = theme::of(show.look());
    let time =
        lines::planned_time(programme, step.begins).map_or_else(String::new, |time| format!("{time} "));
    Span::styled(format!("{number:>2} {time}"), theme.dim)
}

fn optional(show: &Show, step: &Step) -> String {
    if step.optional {
        format!(" ({})", show.words().screens.optional)
    } else {
        String::new()
    }
}
