//! The picker: the ceremonies on the left, the steps of the chosen one on the right; where there is less room, below.
//!
//! Each ceremony takes two rows, or three where they are short: its title, then whose and when and how long, and whether
//! anything is wrong with it. The bar at its left says which is chosen, also where no style is seen.

mod preview;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::interface::Interface;
use super::text::{
    above, below, cut, fitted, inset, middle, put, put_both, put_right, put_rule, share, width, wrapped,
};
use super::{Drawn, LEAST, Target, WIDEST, bottom, frame, help, theme};
use crate::lang::spoken;
use crate::picker::{Ceremony, Origin, Picker};
use crate::script::Zone;
use crate::show::keys::{Action, Section};
use crate::show::{Clickable, clock};

/// From this width on list and preview stand side by side.
const SIDE_BY_SIDE: u16 = 72;

/// From this width of the list on all that is told of a ceremony has one row below its title.
const ONE_ROW: u16 = 80;

/// The cells before a row of the list: the bar, and a space.
const BAR: u16 = 2;

/// The cells between list and preview.
const BETWEEN: u16 = 3;

/// The list needs no more columns than this.
const MOST_FOR_LIST: u16 = 90;

/// The rows that a preview below the list needs to be worth its place.
const LEAST_PREVIEW: u16 = 5;

/// The section of the help that tells of the picker's keys.
const SECTIONS: [Section; 1] = [Section::Picker];

/// Draws the picker; gives how far its help can be scrolled, and what can be clicked.
pub fn draw(picker: &Picker, area: Rect, buffer: &mut Buffer) -> Drawn {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return Drawn::default();
    }
    theme::paint_ground(picker.look(), area, buffer);
    let area = middle(area, WIDEST);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        draw_small(picker, area, buffer);
        return Drawn::default();
    }
    let interface = Interface::of_picker(picker);
    let words = &picker.words().screens;
    let theme = theme::of(picker.look());
    let inner = inset(area, 1);
    put_rule(1, theme.rule, inner, buffer);
    let title = |title| Line::styled(title, theme.strong);
    let rows = frame::rows(area);
    if let Some(scroll) = picker.help() {
        put(&title(words.help_title), 0, inner, buffer);
        let lines = help::told_keys(interface, &SECTIONS, rows.width).lines;
        let targets = put_keys(picker, lines.len() > usize::from(rows.height), area, buffer);
        let furthest = frame::put_rows(&lines, scroll, interface, rows, buffer);
        return Drawn { furthest, targets };
    }
    let count = (words.scripts)(picker.shown().len(), picker.count());
    let count = Line::styled(count, theme.dim);
    put_both(title(words.picker_title), &count, 0, inner, buffer);
    let mut targets = if area.width >= SIDE_BY_SIDE {
        draw_beside(picker, rows, area, buffer)
    } else {
        draw_stacked(picker, rows, area, buffer)
    };
    put_state(picker, area, buffer);
    targets.extend(put_keys(picker, false, area, buffer));
    targets.into()
}

/// The list and the preview beside it.
fn draw_beside(picker: &Picker, rows: Rect, area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let columns = share(rows.width, 11, 20).min(MOST_FOR_LIST);
    let list = Rect {
        width: columns,
        ..rows
    };
    let preview = Rect {
        x: rows.x + columns + BETWEEN,
        width: rows.width.saturating_sub(columns + BETWEEN),
        ..rows
    };
    let (left, targets) = draw_list(picker, list, buffer);
    put_left(picker, left, area, buffer);
    let theme = theme::of(picker.look());
    for row in 0..rows.height {
        let between = Rect {
            x: rows.x + columns + BETWEEN / 2,
            width: 1,
            ..rows
        };
        put(&Line::styled("│", theme.rule), row, between, buffer);
    }
    preview::draw(picker, preview, buffer);
    targets
}

/// The list above the preview, or alone where both have no room.
fn draw_stacked(picker: &Picker, rows: Rect, area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let needed = needed_rows(picker, rows.width);
    // No part of a ceremony.
    let shared = share(rows.height, 3, 5);
    let shared = shared - shared % entry_rows(rows.width);
    let most = rows.height.saturating_sub(LEAST_PREVIEW + 1);
    if needed.min(shared) > most {
        let (left, targets) = draw_list(picker, rows, buffer);
        put_left(picker, left, area, buffer);
        return targets;
    }
    let list_rows = if needed <= most { needed } else { shared };
    let (_, targets) = draw_list(picker, above(rows, list_rows), buffer);
    let theme = theme::of(picker.look());
    put_rule(list_rows, theme.rule, rows, buffer);
    preview::draw(picker, below(rows, list_rows + 1), buffer);
    targets
}

/// How many ceremonies are left below the list, in the row below it: it has nothing else to tell here.
fn put_left(picker: &Picker, left: usize, area: Rect, buffer: &mut Buffer) {
    if left == 0 {
        return;
    }
    let theme = theme::of(picker.look());
    let more = Line::styled((picker.words().screens.more)(left), theme.dim);
    let row = area.height.saturating_sub(bottom::ROWS);
    put(&more, row, inset(area, 1 + BAR), buffer);
}

/// A screen too small for a list: the chosen one alone, and how to open it.
fn draw_small(picker: &Picker, area: Rect, buffer: &mut Buffer) {
    let theme = theme::of(picker.look());
    let words = &picker.words().screens;
    let key = |action| bottom::named_key(Interface::of_picker(picker), action).unwrap_or_default();
    let text = if picker.help().is_some() {
        format!(
            "{} · {} {}",
            words.help_title,
            key(Action::Close),
            words.hint_close
        )
    } else if picker.list().typing {
        let found = picker
            .chosen()
            .map_or_else(|| words.no_script_found.to_owned(), Ceremony::title);
        format!("{} {}▏ {found}", words.filter, picker.list().filter)
    } else {
        match picker.chosen() {
            Some(ceremony) => {
                let title = ceremony.title();
                format!("▌{title} · {} {}", key(Action::Choose), words.hint_open_script)
            }
            None => words.no_script_found.to_owned(),
        }
    };
    for (row, line) in (0..area.height).zip(wrapped(&text, area.width)) {
        put(&Line::styled(line, theme.strong), row, area, buffer);
    }
}

/// The rows that one ceremony takes in a list so wide.
const fn entry_rows(columns: u16) -> u16 {
    if columns < ONE_ROW { 3 } else { 2 }
}

/// Whether the filter has a row of its own above the list.
fn is_filtered(picker: &Picker) -> bool {
    picker.list().typing || !picker.list().filter.is_empty()
}

/// The rows that the whole list takes without air.
fn needed_rows(picker: &Picker, columns: u16) -> u16 {
    let entries = u16::try_from(picker.shown().len().max(1)).unwrap_or(u16::MAX);
    let filter = if is_filtered(picker) { 2 } else { 0 };
    entries.saturating_mul(entry_rows(columns)).saturating_add(filter)
}

/// Draws as many ceremonies as there is room for, with the chosen one in view; gives how many are left below, and what can
/// be clicked.
fn draw_list(picker: &Picker, area: Rect, buffer: &mut Buffer) -> (usize, Vec<Target>) {
    let theme = theme::of(picker.look());
    let words = &picker.words().screens;
    let mut area = area;
    if is_filtered(picker) {
        let cursor = if picker.list().typing { "▏" } else { "" };
        let line = Line::from(vec![
            Span::styled(format!("{} ", words.filter), theme.dim),
            Span::styled(format!("{}{cursor}", picker.list().filter), theme.strong),
        ]);
        put(&line, 0, area, buffer);
        area = below(area, 2);
    }
    let count = picker.shown().len();
    if count == 0 {
        put(&Line::styled(words.no_script_found, theme.dim), 0, area, buffer);
        return (0, Vec::new());
    }
    let rows = entry_rows(area.width);
    // A row of air between them, where all of them have room then.
    let airy = count * usize::from(rows + 1) <= usize::from(area.height) + 1;
    let pitch = if airy { rows + 1 } else { rows };
    let fitting = usize::from((area.height / pitch).max(1));
    let chosen = picker.list().chosen;
    let first = chosen
        .saturating_sub(fitting / 2)
        .min(count.saturating_sub(fitting));
    let whole = if airy { count } else { fitting };
    let mut targets = Vec::new();
    for (at, (row, ceremony)) in picker.shown().enumerate().skip(first).take(whole).enumerate() {
        let top = u16::try_from(at).unwrap_or(u16::MAX).saturating_mul(pitch);
        let entry = above(below(area, top), rows);
        draw_entry(picker, ceremony, row == chosen, entry, buffer);
        if picker.takes_mouse() {
            targets.push(Target {
                area: entry,
                what: Clickable::Ceremony(row),
            });
        }
    }
    (count.saturating_sub(first + whole), targets)
}

fn draw_entry(picker: &Picker, ceremony: &Ceremony, chosen: bool, area: Rect, buffer: &mut Buffer) {
    let theme = theme::of(picker.look());
    let text = Rect {
        x: area.x + BAR.min(area.width),
        width: area.width.saturating_sub(BAR),
        ..area
    };
    let room = usize::from(text.width);
    let title = Line::styled(fitted(&ceremony.title(), room), theme.strong);
    put(&title, 0, text, buffer);
    if chosen {
        buffer.set_style(above(text, 1), theme.chosen);
    }
    let put_bar = |rows: u16, buffer: &mut Buffer| {
        for row in (0..rows.min(area.height)).filter(|_| chosen) {
            put(&Line::styled("▌", theme.strong), row, area, buffer);
        }
    };
    let told = told_of(picker, ceremony, room);
    let agency = match &ceremony.facts {
        Some(facts) => facts.agency.clone(),
        None => ceremony.shown_path(),
    };
    if entry_rows(area.width) == 3 {
        let agency = agency.map(|agency| Line::styled(agency, theme.dim));
        put_bar(if agency.is_some() { 3 } else { 2 }, buffer);
        for (row, line) in (1..).zip(agency.into_iter().chain([told])) {
            put(&cut(line, room), row, text, buffer);
        }
        return;
    }
    put_bar(2, buffer);
    // Whose it is gives way to when and how long.
    let agency_room = room.saturating_sub(told.width() + width(SEPARATOR));
    let agency = agency.map(|agency| fitted(&agency, agency_room));
    let mut spans = Vec::new();
    if let Some(agency) = agency.filter(|agency| !agency.is_empty()) {
        spans.push(Span::styled(agency, theme.dim));
        spans.push(Span::styled(SEPARATOR, theme.dim));
    }
    spans.extend(told.spans);
    put(&cut(Line::from(spans), room), 1, text, buffer);
}

/// Stands between facts in one row.
const SEPARATOR: &str = " · ";

/// When and how long, and what is wrong: that is never cut, the rest gives way to it.
fn told_of(picker: &Picker, ceremony: &Ceremony, room: usize) -> Line<'static> {
    let theme = theme::of(picker.look());
    let words = picker.words();
    let facts = ceremony.facts.as_ref().map_or_else(String::new, |facts| {
        let parts = [
            facts.date.map(spoken::day),
            Some((words.screens.steps)(facts.steps.len())),
            Some((words.commands.length)(u64::from(facts.minutes()))),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(SEPARATOR)
    });
    let (mark, style) = match (ceremony.totals.errors, ceremony.totals.warnings) {
        (0, 0) => (String::new(), theme.plain),
        (0, warnings) => (format!("□ {}", (words.screens.warnings)(warnings)), theme.notice),
        (errors, _) => (format!("! {}", (words.screens.errors)(errors)), theme.warning),
    };
    let between = if facts.is_empty() || mark.is_empty() {
        ""
    } else {
        SEPARATOR
    };
    let facts = fitted(&facts, room.saturating_sub(width(between) + width(&mark)));
    Line::from(vec![
        Span::styled(facts, theme.dim),
        Span::styled(between, theme.dim),
        Span::styled(mark, style),
    ])
}

/// The name by which the chosen one is opened, where it stands, and when it was last opened.
fn put_state(picker: &Picker, area: Rect, buffer: &mut Buffer) {
    let Some(ceremony) = picker.chosen() else { return };
    let theme = theme::of(picker.look());
    let words = &picker.words().screens;
    let row = area.height.saturating_sub(bottom::ROWS - 1);
    let inner = inset(area, 1);
    let name = ceremony.shown_name();
    let place = match ceremony.origin {
        Origin::Shipped => Some(words.origin_shipped.to_owned()),
        Origin::User => Some(words.origin_user.to_owned()),
        Origin::Folder | Origin::Elsewhere => ceremony.shown_path().filter(|path| *path != name),
    };
    let mut left = vec![Span::styled(name, theme.strong)];
    left.extend(place.map(|place| Span::styled(format!("   {place}"), theme.dim)));
    let right = ceremony.last_used.map_or_else(String::new, |at| {
        let zone = ceremony.facts.as_ref().map(|facts| facts.zone);
        let day = clock::day(at, zone.unwrap_or(Zone::Wib));
        format!("{} {}", words.last_used, spoken::day(day))
    });
    let right = Line::styled(right, theme.dim);
    if right.width() + 30 > usize::from(inner.width) {
        put(
            &cut(Line::from(left), usize::from(inner.width)),
            row,
            inner,
            buffer,
        );
        return;
    }
    put(
        &cut(
            Line::from(left),
            usize::from(inner.width).saturating_sub(right.width() + 2),
        ),
        row,
        inner,
        buffer,
    );
    put_right(&right, row, inner, buffer);
}

fn put_keys(picker: &Picker, scrolls: bool, area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let words = &picker.words().screens;
    let mut hints = match (picker.help(), picker.list().typing) {
        (Some(_), _) => vec![(Action::Close, words.hint_close), (Action::Quit, words.hint_quit)],
        (None, true) => vec![
            (Action::KeepFilter, words.hint_filter_keep),
            (Action::DropFilter, words.hint_filter_drop),
            (Action::Up, words.hint_choose),
        ],
        (None, false) => vec![
            (Action::Choose, words.hint_open_script),
            (Action::Up, words.hint_choose),
            (Action::BeginFilter, words.hint_filter),
            (Action::ToggleHelp, words.hint_help),
            (Action::Quit, words.hint_quit),
            (Action::NextTheme, words.hint_theme),
        ],
    };
    if scrolls {
        hints.insert(0, (Action::Up, words.hint_scroll));
    }
    let hints: Vec<(Action, String)> = hints
        .into_iter()
        .map(|(action, hint)| (action, hint.to_owned()))
        .collect();
    let row = area.height.saturating_sub(1);
    let inner = inset(area, 1);
    bottom::put_named_keys(Interface::of_picker(picker), &hints, row, inner, buffer)
}
