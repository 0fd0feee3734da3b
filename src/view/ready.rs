//! The ready screen: what this ceremony is, who has a part, the steps with their times, and what to look after.

mod people;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::interface::Interface;
use super::text::{
    above, allotted, at_most, below, cut, fitted, hanging, inset, put, put_right, put_rule, share, width,
    wrapped, wrapped_at_most,
};
use super::{Drawn, bottom, frame, lines, steps, theme, veil};
use crate::lang::spoken;
use crate::programme::{Programme, Step};
use crate::script::values::filled_in;
use crate::show::keys::Action;
use crate::show::{Awake, Show};

/// From this width on people and steps stand side by side; below it they follow one another.
const SIDE_BY_SIDE: u16 = 72;

/// From this width on people and steps have half of it each.
const HALVES: u16 = 100;

/// People need no more columns than this.
const MOST_FOR_PEOPLE: u16 = 84;

/// The widths are those of so many steps at most: of a longer programme no more are ever seen at once.
const LOOKED_AT: usize = 100;

/// What is said of a step after its title takes no more cells than this: a reason may be long.
const LONGEST_ASIDE: usize = 28;

/// The cells between two columns.
const BETWEEN: u16 = 2;

/// The most rows that the head leaves to people and steps, where the source would take more.
const MOST_BODY: u16 = 24;

/// Beside a remark that is kept, fewer cells of a source would tell nothing of it.
const LEAST_OF_SOURCE: usize = 16;

/// From this height on the head may take as many rows for a fact as it needs.
const HIGH: u16 = 34;

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
    let sides = (area.width >= SIDE_BY_SIDE).then(|| Sides::of(show, programme, inner.width));
    let body_rows = sides.as_ref().map_or(MOST_BODY, |sides| sides.rows(programme));
    let head_rows = head(show, programme, body_rows, inner, buffer);
    put_rule(head_rows, theme.rule, inner, buffer);
    let body = below(
        above(inner, area.height.saturating_sub(bottom::ROWS)),
        head_rows + 1,
    );
    let furthest = if let Some(sides) = sides {
        sides.draw(show, programme, body, buffer)
    } else {
        let mut rows = step_rows(show, programme, body.width, usize::MAX);
        rows.push(Line::default());
        rows.extend(people::told(show, programme, body.width));
        rows.push(Line::default());
        rows.extend(checklist(show));
        rows.extend(display(show, body.width));
        frame::put_scrolled(show, &rows, show.scroll(), body, buffer)
    };
    let mut hints = vec![
        (Action::Begin, veil::hint(show, words.hint_begin)),
        (Action::SwitchScreen, words.hint_audience.to_owned()),
        (Action::ToggleOutline, words.hint_outline.to_owned()),
        (Action::ToggleHelp, words.hint_help.to_owned()),
        bottom::quit_hint(show),
        (Action::NextTheme, words.hint_theme.to_owned()),
        (Action::ToggleScreens, words.hint_screens.to_owned()),
    ];
    if !show.problems().is_empty() {
        hints.insert(4, (Action::ToggleProblems, words.hint_problems.to_owned()));
    }
    if furthest > 0 {
        hints.insert(1, (Action::Up, words.hint_scroll.to_owned()));
    }
    if let Some(release) = veil::release(show) {
        hints.insert(1, release);
    }
    Drawn {
        furthest,
        targets: bottom::draw(show, &hints, area, buffer),
    }
}

/// People and what to look after on the left, steps on the right.
struct Sides {
    /// The columns of the left.
    columns: u16,
    people: Vec<Line<'static>>,
    checklist: Vec<Line<'static>>,
}

impl Sides {
    fn of(show: &Show, programme: &Programme, width: u16) -> Self {
        let mut checklist = checklist(show);
        let widest = checklist.iter().map(Line::width).max().unwrap_or(0);
        let part = if width >= HALVES { 10 } else { 9 };
        let spare = spare_for_people(show, programme, width).min(people::wanted_columns(show, programme));
        let columns = share(width, part, 20)
            .max(u16::try_from(widest).unwrap_or(0))
            .max(spare.min(MOST_FOR_PEOPLE));
        checklist.extend(display(show, columns));
        Self {
            columns,
            people: people::told(show, programme, columns),
            checklist,
        }
    }

    /// The rows that it takes whole, steps one row each.
    fn rows(&self, programme: &Programme) -> u16 {
        let left = self.people.len() + self.air() + self.checklist.len();
        u16::try_from(left.max(programme.steps.len() + 1)).map_or(MOST_BODY, |rows| rows.min(MOST_BODY))
    }

    /// The empty rows below the people.
    fn air(&self) -> usize {
        usize::from(!self.people.is_empty())
    }

    /// Draws both sides; gives the furthest row to scroll to.
    fn draw(self, show: &Show, programme: &Programme, area: Rect, buffer: &mut Buffer) -> usize {
        let left = Rect {
            width: self.columns,
            ..area
        };
        let right = Rect {
            x: area.x + self.columns + BETWEEN,
            width: area.width.saturating_sub(self.columns + BETWEEN),
            ..area
        };
        let lowest = area
            .height
            .saturating_sub(u16::try_from(self.checklist.len()).unwrap_or(0));
        let checklist_at = self.people.len() + self.air();
        let checklist_at = u16::try_from(checklist_at).map_or(lowest, |at| at.min(lowest));
        for (at, line) in (checklist_at..).zip(self.checklist) {
            put(&cut(line, usize::from(left.width)), at, left, buffer);
        }
        let people_area = above(left, checklist_at.saturating_sub(1));
        let furthest = frame::put_scrolled(show, &self.people, show.scroll(), people_area, buffer);
        put_steps(show, programme, right, buffer).max(furthest)
    }
}

/// The columns that are left for people where every step has the row that it wants.
fn spare_for_people(show: &Show, programme: &Programme, columns: u16) -> u16 {
    let wanted = |(number, step): (usize, &Step)| {
        number_and_time(show, programme, number, step).width()
            + width(&step.title)
            + width(&aside(show, step))
    };
    let steps = (1..).zip(programme.steps.iter().take(LOOKED_AT));
    let for_steps = steps.map(wanted).max().unwrap_or(0);
    let taken = u16::try_from(for_steps)
        .unwrap_or(u16::MAX)
        .saturating_add(BETWEEN);
    columns.saturating_sub(taken)
}

/// Title, agency and place, day and time, source; gives the rows it took.
fn head(show: &Show, programme: &Programme, body_rows: u16, area: Rect, buffer: &mut Buffer) -> u16 {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let clock = lines::clock_time(show, show.clock().now().wall);
    let title_room = area
        .width
        .saturating_sub(u16::try_from(width(&clock)).unwrap_or(0) + 2);
    let joined = |parts: &[Option<&str>]| parts.iter().copied().flatten().collect::<Vec<_>>().join(" · ");
    // Rounded up, as in the rundown: half a minute is planned too.
    let total = std::time::Duration::from_secs(u64::from(programme.seconds()).div_ceil(60) * 60);
    let begins = programme.start.map(|start| spoken::time(start, programme.zone));
    let date = programme.date.map(spoken::date);
    let facts = [
        joined(&[
            filled_in(programme.agency.as_ref()),
            filled_in(programme.place.as_ref()),
        ]),
        joined(&[date.as_deref(), begins.as_deref(), Some(&(words.minutes)(total))]),
    ];
    let most = match area.height {
        HIGH.. => 4,
        GENEROUS.. => 2,
        _ => 1,
    };
    let title = wrapped_at_most(&programme.title, title_room, most).into_iter();
    let mut rows: Vec<Line<'_>> = title.map(|line| Line::styled(line, theme.strong)).collect();
    for fact in facts.iter().filter(|fact| !fact.is_empty()) {
        rows.extend(wrapped_at_most(fact, area.width, most).into_iter().map(Line::raw));
    }
    // It stays as long as this screen does, for two leaders of one ceremony would never agree.
    if show.runs_elsewhere() {
        let told = hanging(
            vec![Span::styled("! ", theme.warning)],
            words.runs_elsewhere,
            theme.warning,
            area.width,
        );
        rows.extend(told);
    }
    if let Some(source) = programme.source.as_ref().filter(|_| area.height >= GENEROUS) {
        let taken = bottom::ROWS + 1 + body_rows + u16::try_from(rows.len()).unwrap_or(0);
        let most = usize::from(area.height.saturating_sub(taken).max(1));
        let source = source_told(&format!("{}: {source}", words.source), area.width, most);
        rows.extend(source.into_iter().map(|line| Line::styled(line, theme.dim)));
    }
    for (at, line) in (0..area.height).zip(&rows) {
        put(line, at, area, buffer);
    }
    put_right(&Line::styled(clock, theme.strong), 0, area, buffer);
    u16::try_from(rows.len()).unwrap_or(area.height)
}

/// The source in so many rows. A remark in brackets at its end, which tells what sort of source it is, stays where the
/// rest has to be cut.
fn source_told(source: &str, columns: u16, most: usize) -> Vec<String> {
    let rows = wrapped(source, columns);
    let remark_at = source.rfind(" (").filter(|_| source.ends_with(')'));
    let parted = remark_at.and_then(|at| source.split_at_checked(at));
    let room_beside = |remark: &str| usize::from(columns).saturating_sub(width(remark));
    match parted {
        Some((before, remark)) if rows.len() > most && room_beside(remark) >= LEAST_OF_SOURCE => {
            let mut told = wrapped_at_most(before, columns, most);
            if let Some(last) = told.last_mut() {
                let cut = fitted(&format!("{last} …"), room_beside(remark));
                *last = format!("{cut}{remark}");
            }
            told
        }
        _ => at_most(rows, source, columns, most),
    }
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

/// Draws the steps with their planned times; gives the furthest row to scroll to. Of more steps than rows only those that
/// are seen are worked out.
fn put_steps(show: &Show, programme: &Programme, area: Rect, buffer: &mut Buffer) -> usize {
    let height = usize::from(area.height);
    let count = 1 + programme.steps.len();
    if count <= height {
        let steps = step_rows(show, programme, area.width, height);
        return frame::put_scrolled(show, &steps, show.scroll(), area, buffer);
    }
    let line = |row: usize| match row.checked_sub(1).and_then(|step| programme.steps.get(step)) {
        Some(step) => {
            let head = number_and_time(show, programme, row, step);
            let room = usize::from(area.width).saturating_sub(head.width());
            let aside = aside_within(show, step, room);
            let room = room.saturating_sub(width(&aside));
            Line::from(vec![
                head,
                Span::styled(fitted(&step.title, room), title_style(show, step)),
                Span::styled(aside, title_style(show, step)),
            ])
        }
        None => heading(show),
    };
    frame::put_rows_by(count, line, show.scroll(), Interface::of_show(show), area, buffer)
}

fn heading(show: &Show) -> Line<'static> {
    Line::styled(show.words().screens.programme, theme::of(show.look()).strong)
}

/// The steps with their planned times. Titles take second rows as far as there are any, the shortest first; what has
/// no room is cut between two words.
fn step_rows(show: &Show, programme: &Programme, columns: u16, height: usize) -> Vec<Line<'static>> {
    let mut lines = vec![heading(show)];
    let steps: Vec<(Span<'static>, u16, String, &Step)> = (1..)
        .zip(&programme.steps)
        .map(|(number, step)| {
            let head = number_and_time(show, programme, number, step);
            let room = columns.saturating_sub(u16::try_from(head.width()).unwrap_or(u16::MAX));
            (head, room, format!("{}{}", step.title, aside(show, step)), step)
        })
        .collect();
    let wanted: Vec<usize> = steps
        .iter()
        .map(|(_, room, title, _)| wrapped(title, *room).len())
        .collect();
    let rows = allotted(&wanted, None, height.saturating_sub(1));
    for (((head, room, title, step), wanted), rows) in steps.into_iter().zip(wanted).zip(rows) {
        if wanted <= rows {
            lines.extend(hanging(vec![head], &title, title_style(show, step), columns));
            continue;
        }
        // That a step may be dropped, or was, is worth more than the end of its title.
        let aside = aside_within(show, step, usize::from(room));
        let room = room.saturating_sub(u16::try_from(width(&aside)).unwrap_or(0));
        let indent = " ".repeat(head.width());
        let mut head = Some(head);
        for title in wrapped_at_most(&step.title, room, rows) {
            let head = head.take().unwrap_or_else(|| Span::raw(indent.clone()));
            lines.push(Line::from(vec![
                head,
                Span::styled(title, title_style(show, step)),
            ]));
        }
        if let Some(last) = lines.last_mut() {
            last.push_span(Span::styled(aside, title_style(show, step)));
        }
    }
    lines
}

/// What is dropped is not to be held, and so only helps.
fn title_style(show: &Show, step: &Step) -> Style {
    let theme = theme::of(show.look());
    if show.reading().is_dropped(&step.id) {
        theme.dim
    } else {
        theme.plain
    }
}

fn number_and_time(show: &Show, programme: &Programme, number: usize, step: &Step) -> Span<'static> {
    let theme = theme::of(show.look());
    let time =
        lines::planned_time(programme, step.begins).map_or_else(String::new, |time| format!("{time} "));
    Span::styled(format!("{number:>2}  {time}"), theme.dim)
}

/// What is to be said of a step, after its title: that it was dropped and why, put in or moved, or may be dropped.
fn aside(show: &Show, step: &Step) -> String {
    let optional = step.optional.then(|| show.words().screens.optional.to_owned());
    let said = steps::remark_in_full(show, step).or(optional);
    said.map_or_else(String::new, |said| format!(" ({})", fitted(&said, LONGEST_ASIDE)))
}

/// The same where a title has no room beside it: without the reason, where that would leave less than half to the title.
fn aside_within(show: &Show, step: &Step, room: usize) -> String {
    let aside = aside(show, step);
    if show.reading().is_dropped(&step.id) && width(&aside) * 2 > room {
        format!(" ({})", show.words().screens.dropped)
    } else {
        aside
    }
}
