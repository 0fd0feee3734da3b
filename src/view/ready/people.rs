//! The people of the ready screen: each by role with what is known of them, and what is missing marked.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::BETWEEN;
use crate::programme::{Person, Programme};
use crate::show::Show;
use crate::view::text::{width, without_joins, wrapped};
use crate::view::theme;

/// From this width on the names of people stand in a column of their own.
const NAMES_IN_COLUMN: u16 = 48;

/// The people by role, names that are missing marked.
pub(super) fn told(show: &Show, programme: &Programme, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    if programme.people.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::styled(show.words().screens.people, theme.strong)];
    let roles = programme.people.iter().map(|person| width(&person.role));
    let role_columns = roles.max().unwrap_or(0).min(usize::from(columns) * 2 / 5);
    let in_column = columns >= NAMES_IN_COLUMN;
    for person in &programme.people {
        let (name, style) = person_named(show, person);
        if in_column {
            lines.extend(side_by_side_lines(
                person,
                theme.dim,
                role_columns,
                &name,
                style,
                columns,
            ));
        } else {
            lines.extend(one_below_the_other(
                &person.role,
                theme.dim,
                &name,
                style,
                columns,
            ));
        }
    }
    lines
}

/// What is known of a person: the name, or else the office; and who stands in.
fn person_named(show: &Show, person: &Person) -> (String, Style) {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let (name, style) = match (&person.name, &person.office) {
        (Some(name), _) => (name.clone(), theme.plain),
        // "KPU" is not told twice.
        (None, Some(office)) if *office == person.role => (String::new(), theme.plain),
        (None, Some(office)) => (office.clone(), theme.plain),
        // In one row with itself: two words that belong together.
        (None, None) => (words.name_missing.replace(' ', "\u{a0}"), theme.notice),
    };
    if let Some(own) = &person.stands_in_for {
        return ((show.words().changes.replaced)(&name, own), theme.notice);
    }
    let reserve = person
        .reserve
        .as_ref()
        .map(|reserve| format!(" ({} {reserve})", words.reserve))
        .unwrap_or_default();
    (format!("{name}{reserve}"), style)
}

/// A role and a name in two columns, each wrapped in its own.
fn side_by_side_lines(
    person: &Person,
    role_style: Style,
    role_columns: usize,
    name: &str,
    style: Style,
    columns: u16,
) -> Vec<Line<'static>> {
    let role_width = u16::try_from(role_columns).unwrap_or(u16::MAX);
    let mut roles = wrapped(&person.role, role_width).into_iter();
    let mut names = wrapped(name, columns.saturating_sub(role_width + BETWEEN)).into_iter();
    let mut lines = Vec::new();
    loop {
        let (role, name) = (roles.next(), names.next());
        if role.is_none() && name.is_none() {
            return lines;
        }
        let role = role.unwrap_or_default();
        let pad = " ".repeat((role_columns + usize::from(BETWEEN)).saturating_sub(width(&role)));
        lines.push(Line::from(vec![
            Span::styled(format!("{role}{pad}"), role_style),
            Span::styled(without_joins(&name.unwrap_or_default()), style),
        ]));
    }
}

/// A role and a name where there is no room for two columns: in one row where they fit, else the name below the role.
fn one_below_the_other(
    role: &str,
    role_style: Style,
    name: &str,
    style: Style,
    columns: u16,
) -> Vec<Line<'static>> {
    let between = if name.is_empty() { "" } else { " · " };
    if width(role) + width(between) + width(name) <= usize::from(columns) {
        return vec![Line::from(vec![
            Span::styled(format!("{role}{between}"), role_style),
            Span::styled(without_joins(name), style),
        ])];
    }
    let role = wrapped(role, columns).into_iter();
    let name = wrapped(name, columns.saturating_sub(2)).into_iter();
    role.map(|line| Line::styled(line, role_style))
        .chain(name.map(|line| Line::styled(format!("  {}", without_joins(&line)), style)))
        .collect()
}

/// The columns that people want, to have a row each.
pub(super) fn wanted_columns(show: &Show, programme: &Programme) -> u16 {
    let people = || programme.people.iter();
    let role = people().map(|person| width(&person.role)).max().unwrap_or(0);
    let name = people()
        .map(|person| width(&person_named(show, person).0))
        .max()
        .unwrap_or(0);
    u16::try_from(role + name).map_or(u16::MAX, |columns| columns.saturating_add(BETWEEN))
}
