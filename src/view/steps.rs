//! The steps as a list: how each stands, when it is planned, and the parts of the text that is read now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::text::{cut, hanging, put, put_both};
use super::{lines, theme};
use crate::lang::ScreenWords;
use crate::programme::{Cue, Programme, Step};
use crate::show::overlays::Standing;
use crate::show::{Omission, OutlineRow, Show, Stage};

/// The sign of a standing: it carries the meaning, the style only helps.
const fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Present => "▶",
        Standing::Done => "✓",
        Standing::LeftOut => "!",
        Standing::Dropped => "–",
        Standing::ToCome => " ",
    }
}

/// The style of a standing.
fn style(show: &Show, standing: Standing) -> Style {
    let theme = theme::of(show.look());
    match standing {
        Standing::Present => theme.strong,
        Standing::Done | Standing::Dropped => theme.dim,
        Standing::LeftOut => theme.warning,
        Standing::ToCome => theme.plain,
    }
}

/// How a part of a text stands.
fn cue_standing(show: &Show, cue: &Cue) -> Standing {
    let here = show.place().is_some_and(|place| place.cue == cue.id) && show.stage() == Stage::Running;
    if here {
        Standing::Present
    } else if show.reading().is_left_out(&Omission::Cue(cue.id.clone())) {
        Standing::LeftOut
    } else if show.reading().is_read(cue) || show.reading().is_said(&Omission::Cue(cue.id.clone())) {
        Standing::Done
    } else {
        Standing::ToCome
    }
}

/// Draws the list beside the verse, with the present step kept in view. Titles are wrapped where all rows have room
/// then, else cut.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) {
    let theme = theme::of(show.look());
    let Some(programme) = show.programme() else { return };
    let (rows, present) = show.outline_rows_around(usize::from(area.height));
    // A long programme is not wrapped first to find that it does not fit.
    let fitting = rows.len() <= usize::from(area.height);
    let whole: Vec<Line<'_>> = rows
        .iter()
        .filter(|_| fitting)
        .flat_map(|row| wrapped_row(show, programme, row, area.width))
        .collect();
    if fitting && whole.len() <= usize::from(area.height) {
        for (at, line) in (0..area.height).zip(&whole) {
            put(line, at, area, buffer);
        }
        return;
    }
    let height = usize::from(area.height);
    let first = present
        .saturating_sub(height / 2)
        .min(rows.len().saturating_sub(height));
    for (at, row) in (0..area.height).zip(rows.iter().skip(first)) {
        match row {
            OutlineRow::Step(id) => {
                if let Some(step) = programme.step(id) {
                    let remark = remark(show, step).unwrap_or_default();
                    let title = titled(show, programme, step, "");
                    put_both(title, &Line::styled(remark, theme.dim), at, area, buffer);
                }
            }
            OutlineRow::Cue(_) => {
                for line in wrapped_row(show, programme, row, area.width).into_iter().take(1) {
                    put(&cut(line, usize::from(area.width)), at, area, buffer);
                }
            }
        }
    }
}

/// A row of the list beside the verse, wrapped.
fn wrapped_row(show: &Show, programme: &Programme, row: &OutlineRow, columns: u16) -> Vec<Line<'static>> {
    match row {
        OutlineRow::Step(id) => programme.step(id).map_or_else(Vec::new, |step| {
            let style = style(show, show.standing(step));
            let remark = remark(show, step).map_or_else(String::new, |remark| format!(" · {remark}"));
            hanging(
                head(show, programme, step),
                &format!("{}{remark}", step.title),
                style,
                columns,
            )
        }),
        OutlineRow::Cue(id) => {
            let Some((step, cue)) = programme.step(&id.step).zip(programme.cue(id)) else {
                return Vec::new();
            };
            let standing = cue_standing(show, cue);
            let words = &show.words().screens;
            let part = part_told(words, step, cue, standing);
            let head = Span::styled(format!("      {} ", sign(standing)), style(show, standing));
            hanging(vec![head], &part, style(show, standing), columns)
        }
    }
}

/// "butir 2", or "butir 2 terlewat".
fn part_told(words: &ScreenWords, step: &Step, cue: &Cue, standing: Standing) -> String {
    let name = lines::part_name(words, step, cue);
    if standing == Standing::LeftOut {
        format!("{name} {}", words.left_out.to_lowercase())
    } else {
        name
    }
}

/// A row of the outline, where there is room for the words of a text as well. With a filter a part, whose step has no
/// row of its own then, tells which it is of; and what matches is marked.
pub(super) fn outline_row(
    show: &Show,
    programme: &Programme,
    row: &OutlineRow,
    filter: &str,
) -> Line<'static> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    match row {
        OutlineRow::Step(id) => {
            let Some(step) = programme.step(id) else {
                return Line::default();
            };
            let may_be_dropped = step.optional && show.standing(step) == Standing::ToCome;
            let optional = may_be_dropped.then_some(words.optional);
            let mut line = titled(show, programme, step, filter);
            let optional = optional.map(str::to_owned);
            let remark = remark_in_full(show, step).or(optional);
            let stand_in = stand_in(show, programme, step);
            for remark in remark.into_iter().chain(stand_in) {
                line.push_span(Span::styled(format!(" · {remark}"), theme.dim));
            }
            line
        }
        OutlineRow::Cue(id) => {
            let Some((step, cue)) = programme.step(&id.step).zip(programme.cue(id)) else {
                return Line::default();
            };
            let standing = cue_standing(show, cue);
            let (indent, title) = if filter.is_empty() {
                ("      ".to_owned(), String::new())
            } else {
                let number = programme.position(&step.id).map_or(0, |position| position + 1);
                (format!("{number:>4}  "), format!("{} · ", step.title))
            };
            let part = part_told(words, step, cue, standing);
            let mut line = Line::from(vec![
                Span::styled(indent, theme.dim),
                Span::styled(format!("{} ", sign(standing)), style(show, standing)),
                Span::styled(title, theme.dim),
                Span::styled(part, style(show, standing)),
                Span::styled(" · ", theme.dim),
            ]);
            line.extend(marked(&cue.text, filter, theme.dim));
            line
        }
    }
}

/// A text with the first place that matches a filter marked.
fn marked(text: &str, filter: &str, style: Style) -> Vec<Span<'static>> {
    let lower = text.to_lowercase();
    let found = lower
        .find(&filter.to_lowercase())
        .filter(|_| !filter.is_empty())
        // Where small letters take other bytes than capitals the place is not known.
        .and_then(|at| {
            Some((
                text.get(..at)?,
                text.get(at..at + filter.len())?,
                text.get(at + filter.len()..)?,
            ))
        })
        .filter(|(_, found, _)| found.to_lowercase() == filter.to_lowercase());
    let Some((before, found, after)) = found else {
        return vec![Span::styled(text.to_owned(), style)];
    };
    vec![
        Span::styled(before.to_owned(), style),
        Span::styled(
            found.to_owned(),
            style.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
        ),
        Span::styled(after.to_owned(), style),
    ]
}

/// What is to be said of a step besides how it stands.
fn remark(show: &Show, step: &Step) -> Option<&'static str> {
    let words = show.words();
    match show.standing(step) {
        Standing::Dropped => Some(words.screens.dropped),
        Standing::Present | Standing::Done | Standing::LeftOut | Standing::ToCome => {
            let changed = show.is_changed(&step.id).then_some(words.screens.changed);
            changed.or_else(|| of_the_day(show, step))
        }
    }
}

/// What was done with a step on the day, where it was not dropped.
pub(super) fn of_the_day(show: &Show, step: &Step) -> Option<&'static str> {
    let words = &show.words().changes;
    if step.is_inserted() {
        Some(words.inserted)
    } else {
        step.moved.then_some(words.moved)
    }
}

/// The same, with why it was dropped.
pub(super) fn remark_in_full(show: &Show, step: &Step) -> Option<String> {
    let words = &show.words().changes;
    let reason = show.reading().reason_dropped(&step.id);
    match (show.standing(step), reason) {
        (Standing::Dropped, Some(reason)) => Some((words.dropped_because)(reason)),
        _ => remark(show, step).map(str::to_owned),
    }
}

/// Who stands in for the person whose step it is.
fn stand_in(show: &Show, programme: &Programme, step: &Step) -> Option<String> {
    let person = programme.person(step.by?).filter(|person| person.is_replaced())?;
    let name = person.name.as_ref().or(person.office.as_ref())?;
    Some((show.words().changes.stood_in_by)(name))
}

/// Sign, number and planned time of a step.
fn head(show: &Show, programme: &Programme, step: &Step) -> Vec<Span<'static>> {
    let theme = theme::of(show.look());
    let standing = show.standing(step);
    let number = programme.position(&step.id).map_or(0, |position| position + 1);
    let time =
        lines::planned_time(programme, step.begins).map_or_else(String::new, |time| format!("{time} "));
    vec![
        Span::styled(format!("{} ", sign(standing)), style(show, standing)),
        Span::styled(format!("{number:>2}  {time}"), theme.dim),
    ]
}

/// A step in one line, with what matches a filter marked.
fn titled(show: &Show, programme: &Programme, step: &Step, filter: &str) -> Line<'static> {
    let mut spans = head(show, programme, step);
    spans.extend(marked(&step.title, filter, style(show, show.standing(step))));
    Line::from(spans)
}
