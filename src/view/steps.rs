//! The steps as a list: how each stands, when it is planned, and the parts of the text that is read now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{cut, fitted, put, put_both};
use super::{lines, theme};
use crate::programme::{Cue, Programme, Step};
use crate::show::overlays::Standing;
use crate::show::{Omission, OutlineRow, Show, Stage};

/// The sign of a standing: it carries the meaning, the style only helps.
pub(super) const fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Present => "▶",
        Standing::Done => "✓",
        Standing::LeftOut => "!",
        Standing::Dropped => "–",
        Standing::ToCome => " ",
    }
}

/// The style of a standing.
pub(super) const fn style(standing: Standing) -> Style {
    match standing {
        Standing::Present => theme::STRONG,
        Standing::Done | Standing::Dropped => theme::DIM,
        Standing::LeftOut => theme::WARNING,
        Standing::ToCome => theme::PLAIN,
    }
}

/// How a part of a text stands.
pub(super) fn cue_standing(show: &Show, cue: &Cue) -> Standing {
    let here = show.place().is_some_and(|place| place.cue == cue.id) && show.stage() == Stage::Running;
    if here {
        Standing::Present
    } else if show.reading().is_left_out(&Omission::Cue(cue.id.clone())) {
        Standing::LeftOut
    } else if show.reading().is_read(cue) {
        Standing::Done
    } else {
        Standing::ToCome
    }
}

/// Draws the list beside the verse, with the present step kept in view.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) {
    let Some(programme) = show.programme() else { return };
    let rows = show.outline_rows("");
    let here = show.place().map(|place| &place.cue);
    let is_present = |row: &OutlineRow| match row {
        OutlineRow::Step(step) => here.is_some_and(|cue| cue.step == *step),
        OutlineRow::Cue(cue) => here == Some(cue),
    };
    let present = rows.iter().rposition(is_present).unwrap_or(0);
    let height = usize::from(area.height);
    let first = present
        .saturating_sub(height / 2)
        .min(rows.len().saturating_sub(height));
    for (at, row) in (0..area.height).zip(rows.iter().skip(first)) {
        put_row(show, programme, row, at, area, buffer);
    }
}

/// Draws one row of a list of steps.
pub(super) fn put_row(
    show: &Show,
    programme: &Programme,
    row: &OutlineRow,
    at: u16,
    area: Rect,
    buffer: &mut Buffer,
) {
    match row {
        OutlineRow::Step(id) => {
            if let Some(step) = programme.step(id) {
                put_step(show, programme, step, at, area, buffer);
            }
        }
        OutlineRow::Cue(id) => {
            if let (Some(step), Some(cue)) = (programme.step(&id.step), programme.cue(id)) {
                put_part(show, step, cue, at, area, buffer);
            }
        }
    }
}

fn put_step(show: &Show, programme: &Programme, step: &Step, at: u16, area: Rect, buffer: &mut Buffer) {
    let words = &show.words().screens;
    let standing = show.standing(step);
    let style = style(standing);
    let number = programme.position(&step.id).map_or(0, |position| position + 1);
    let time = lines::planned_time(programme, step.begins).unwrap_or_default();
    let remark = match standing {
        Standing::Dropped => Some(words.dropped),
        _ if show.is_changed(&step.id) => Some(words.changed),
        Standing::ToCome if step.optional => Some(words.optional),
        Standing::Present | Standing::Done | Standing::LeftOut | Standing::ToCome => None,
    };
    let remark = remark.map_or_else(Line::default, |remark| Line::styled(remark, theme::DIM));
    let gap = if time.is_empty() { "" } else { " " };
    let left = Line::from(vec![
        Span::styled(format!("{} ", sign(standing)), style),
        Span::styled(format!("{number:>2} "), theme::DIM),
        Span::styled(format!("{time}{gap}"), theme::DIM),
        Span::styled(step.title.clone(), style),
    ]);
    put_both(left, &remark, at, area, buffer);
}

fn put_part(show: &Show, step: &Step, cue: &Cue, at: u16, area: Rect, buffer: &mut Buffer) {
    let words = &show.words().screens;
    let standing = cue_standing(show, cue);
    let remark = if standing == Standing::LeftOut {
        format!(" {}", words.left_out.to_lowercase())
    } else {
        String::new()
    };
    let name = lines::part_name(words, step, cue);
    let room = usize::from(area.width).saturating_sub(10);
    let text = fitted(&format!("{name}{remark}"), room);
    let line = Line::styled(format!("      {} {text}", sign(standing)), style(standing));
    put(&cut(line, usize::from(area.width)), at, area, buffer);
}
