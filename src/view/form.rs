//! A form of the outline: a heading, a row for each field, and in its field what is missing. It stands below the rows of
//! the outline, or over them where there is no room, and never over the chosen one.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation as _;

use super::text::{above, below, cut, fitted, put, put_rule, width};
use super::theme;
use crate::lang::ChangeWords;
use crate::programme::{Programme, plan};
use crate::show::Show;
use crate::show::form::{Asked, Field, Form};
use crate::show::keys::Action;

/// From this many rows on a rule parts the form from the rows above it.
const WITH_AIR: u16 = 12;

/// The cells before a field, and between its name and what is in it.
const INDENT: &str = "  ";

/// Where keys go.
const CURSOR: &str = "▏";

/// The rows that a form takes of so many; at least one is left to the chosen step.
pub(super) fn rows(show: &Show, form: &Form, height: u16) -> u16 {
    let fields = show
        .programme()
        .map_or(0, |programme| form.fields(programme).len());
    let heading_and_fields = u16::try_from(fields).unwrap_or(u16::MAX).saturating_add(1);
    heading_and_fields
        .saturating_add(u16::from(height >= WITH_AIR))
        .min(height.saturating_sub(1))
}

/// Draws the form into an area of as many rows as it takes.
pub(super) fn draw(show: &Show, form: &Form, area: Rect, buffer: &mut Buffer) {
    let theme = theme::of(show.look());
    let Some(programme) = show.programme() else {
        return;
    };
    let fields = form.fields(programme);
    let mut area = area;
    if usize::from(area.height) > fields.len() + 1 {
        put_rule(0, theme.rule, area, buffer);
        area = below(area, 1);
    }
    let heading = heading(show, programme, form);
    put(
        &Line::styled(fitted(&heading, usize::from(area.width)), theme.strong),
        0,
        area,
        buffer,
    );
    area = below(area, 1);
    let names = fields
        .iter()
        .map(|field| width((show.words().changes.field)(*field)));
    let columns = names.max().unwrap_or(0);
    for (row, field) in (0..area.height).zip(fields) {
        let line = field_line(show, programme, form, *field, columns, area.width);
        put(
            &cut(line, usize::from(area.width)),
            row,
            above(area, row + 1),
            buffer,
        );
    }
}

/// What the form is for.
pub(super) fn heading(show: &Show, programme: &Programme, form: &Form) -> String {
    let words = &show.words().changes;
    let number = programme.position(&form.step).map_or(0, |position| position + 1);
    let title = programme.step(&form.step).map_or("", |step| step.title.as_str());
    match form.asked {
        Asked::Reason(_) => (words.drop_title)(number, title),
        Asked::NewStep { .. } => (words.insert_title)(number, title),
        Asked::StandIn { .. } => words.replace_title.to_owned(),
    }
}

/// A field: its name, what is in it, and what is to be said of it.
fn field_line(
    show: &Show,
    programme: &Programme,
    form: &Form,
    field: Field,
    columns: usize,
    room: u16,
) -> Line<'static> {
    let theme = theme::of(show.look());
    let words = &show.words().changes;
    let takes_keys = form.field == field;
    let name = (words.field)(field);
    let pad = " ".repeat(columns.saturating_sub(width(name)));
    let name_style = if takes_keys { theme.strong } else { theme.dim };
    let mut spans = vec![Span::styled(format!("{INDENT}{name}{pad}{INDENT}"), name_style)];
    let taken = columns + 2 * width(INDENT);
    let room = usize::from(room).saturating_sub(taken);
    if field.is_choice() {
        let chosen = chosen(words, programme, form, field);
        let value = if takes_keys {
            format!("← {} →", fitted(&chosen, room.saturating_sub(4)))
        } else {
            fitted(&chosen, room)
        };
        spans.push(Span::styled(
            value,
            if takes_keys { theme.strong } else { theme.plain },
        ));
        return Line::from(spans);
    }
    let cursor = if takes_keys { CURSOR } else { "" };
    let proposed = form.proposed(programme).filter(|_| field == Field::Name);
    let typed = proposed.unwrap_or(form.typed(field));
    let fault = form.fault.filter(|fault| fault.field() == field);
    let (said, style) = match fault {
        Some(fault) => ((words.fault)(fault).to_owned(), theme.warning),
        None if proposed.is_some() => (format!("({})", words.is_reserve), theme.notice),
        None if typed.is_empty() => (example(show, form, field), theme.dim),
        None => (String::new(), theme.dim),
    };
    // What is missing is told whole, and so is whose name it is; of what was typed the end is seen, where the next letter
    // goes.
    let is_told_whole = fault.is_some() || proposed.is_some();
    let said_cells = if is_told_whole { width(&said) + 1 } else { 0 };
    let shown = tail(typed, room.saturating_sub(width(cursor) + said_cells));
    let gap = if shown.is_empty() && cursor.is_empty() {
        ""
    } else {
        " "
    };
    let left = room.saturating_sub(width(&shown) + width(cursor) + width(gap));
    let said = if width(&said) <= left || left >= width(&said) / 2 {
        fitted(&said, left)
    } else {
        String::new()
    };
    let typed_style = match (proposed, takes_keys) {
        (Some(_), _) => theme.notice,
        (None, true) => theme.strong,
        (None, false) => theme.plain,
    };
    spans.push(Span::styled(format!("{shown}{cursor}"), typed_style));
    if !said.is_empty() {
        spans.push(Span::styled(format!("{gap}{said}"), style));
    }
    Line::from(spans)
}

/// What is chosen in a field.
fn chosen(words: &ChangeWords, programme: &Programme, form: &Form, field: Field) -> String {
    match (&form.asked, field) {
        (Asked::NewStep { kind, .. }, Field::Kind) => (words.kind)(*kind).to_owned(),
        (Asked::StandIn { .. }, Field::Person) => {
            let person = form.person(programme);
            person.map_or_else(String::new, |person| {
                let name = person.name.as_ref().or(person.office.as_ref());
                name.map_or_else(|| person.role.clone(), |name| format!("{} · {name}", person.role))
            })
        }
        (Asked::StandIn { put_back: true, .. }, Field::By) => {
            let own = form
                .person(programme)
                .and_then(|person| person.stands_in_for.as_deref());
            (words.put_back)(own.unwrap_or_default())
        }
        (Asked::StandIn { .. }, Field::By) => words.somebody_else.to_owned(),
        (Asked::Reason(_) | Asked::NewStep { .. } | Asked::StandIn { .. }, _) => String::new(),
    }
}

/// What may stand in an empty field.
fn example(show: &Show, form: &Form, field: Field) -> String {
    let words = &show.words().changes;
    match (&form.asked, field) {
        (_, Field::Reason) if show.is_present(&form.step) => words.drops_present.to_owned(),
        (_, Field::Reason) => words.reason_may_be_empty.to_owned(),
        (Asked::NewStep { kind, .. }, Field::Length) => {
            let usual = Duration::from_secs(u64::from(plan::usual_slot(*kind)));
            (words.length_example)(usual)
        }
        (_, Field::Office) => words.office_example.to_owned(),
        (_, Field::Kind | Field::Title | Field::Length | Field::Person | Field::By | Field::Name) => {
            String::new()
        }
    }
}

/// The end of a text that is longer than its room.
fn tail(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut cells = 1;
    let mut first = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        cells += width(grapheme);
        if cells > room {
            break;
        }
        first = at;
    }
    format!("…{}", text.get(first..).unwrap_or_default())
}

/// The form where there is room for little else: what it is for, and the field that takes the keys.
pub(super) fn in_short(show: &Show, form: &Form) -> String {
    let words = &show.words().changes;
    let Some(programme) = show.programme() else {
        return String::new();
    };
    let fields = form.fields(programme).iter();
    let fields = fields.filter(|field| **field == form.field).map(|field| {
        let value = if field.is_choice() {
            format!("← {} →", chosen(words, programme, form, *field))
        } else {
            let proposed = form.proposed(programme).filter(|_| *field == Field::Name);
            format!("{}{CURSOR}", proposed.unwrap_or(form.typed(*field)))
        };
        let fault = form.fault.filter(|fault| fault.field() == *field);
        let fault = fault.map_or_else(String::new, |fault| format!(" ({})", (words.fault)(fault)));
        format!("{} {value}{fault}", (words.field)(*field))
    });
    let fields: Vec<String> = fields.collect();
    format!("{}: {}", heading(show, programme, form), fields.join(" · "))
}

/// The keys of a form.
pub(super) fn hints(show: &Show, form: &Form) -> Vec<(Action, String)> {
    let words = &show.words().changes;
    let Some(programme) = show.programme() else {
        return Vec::new();
    };
    let done = match form.asked {
        Asked::Reason(_) => words.hint_drop,
        Asked::NewStep { .. } => words.hint_insert,
        Asked::StandIn { .. } => words.hint_replace,
    };
    let enter = if form.is_at_end(programme) {
        done
    } else {
        words.hint_next_field
    };
    let mut hints = vec![
        (Action::FinishField, enter),
        (Action::LeaveForm, words.hint_leave),
    ];
    if form.field.is_choice() {
        hints.push((Action::PreviousChoice, words.hint_choices));
    }
    if form.fields(programme).len() > 1 {
        hints.push((Action::PreviousField, words.hint_fields));
    }
    hints
        .into_iter()
        .map(|(action, hint)| (action, hint.to_owned()))
        .collect()
}
