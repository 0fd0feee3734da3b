//! The verse: phrases one below the other, the present one always at the same height, so that the eye need not look for
//! it. A change of phrase scrolls by whole rows; nothing outside the verse moves.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{put, wrapped};

/// How a line of the verse stands to the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Read already.
    Past,
    /// To be read now.
    Present,
    /// Still to come.
    ToCome,
}

/// A phrase, a signatory, a remark: something that keeps together.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The words; wrapped to the width of the verse.
    pub(super) text: String,
    /// A sign before the first line, of one cell, or a space.
    pub(super) sign: &'static str,
    /// How it looks.
    pub(super) style: Style,
    /// Past, present or still to come.
    pub(super) standing: Standing,
    /// Where it wants an empty row of its own.
    pub(super) air: Air,
}

/// The empty rows around an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Air {
    /// Only between what is present and what is not.
    Usual,
    /// None before it: it belongs to the item above.
    NoneBefore,
    /// Always one after it: it is no part of what follows.
    After,
}

/// A row ready to be drawn.
struct Row {
    text: String,
    sign: &'static str,
    style: Style,
    present: bool,
}

/// The columns before the words: for the bar, the sign and some air.
const INDENT: u16 = 4;

/// Lines of a verse are no longer, however wide the screen: the eye must find the next one.
const WIDEST: u16 = 76;

/// How many rows the present items take, one below the other.
pub(super) fn present_rows(items: &[Item], columns: u16) -> usize {
    let (rows, _) = rows(items, columns.saturating_sub(INDENT).min(WIDEST));
    let first = rows.iter().position(|row| row.present);
    let last = rows.iter().rposition(|row| row.present);
    first.zip(last).map_or(0, |(first, last)| last + 1 - first)
}

/// Draws a verse into an area. The first present item begins at the row `anchor`; where the present ones would not be
/// whole from there, as far up as they need.
pub(super) fn draw(items: &[Item], anchor: u16, bar: Style, area: Rect, buffer: &mut Buffer) {
    let (rows, first) = rows(items, area.width.saturating_sub(INDENT).min(WIDEST));
    let present = rows.iter().filter(|row| row.present).count();
    let last = rows
        .iter()
        .rposition(|row| row.present)
        .map_or(first, |last| last + 1);
    let height = usize::from(area.height);
    let span = last.saturating_sub(first).max(present);
    let anchor = usize::from(anchor).min(height.saturating_sub(span));
    for (index, row) in rows.iter().enumerate() {
        let Some(at) = (anchor + index).checked_sub(first).filter(|at| *at < height) else {
            continue;
        };
        let bar_sign = if row.present { "▌" } else { " " };
        let sign = Span::styled(format!("{:<2}", row.sign), row.style);
        let line = Line::from(vec![
            Span::raw(" "),
            Span::styled(bar_sign, bar),
            sign,
            Span::styled(row.text.as_str(), row.style),
        ]);
        put(&line, u16::try_from(at).unwrap_or(u16::MAX), area, buffer);
    }
}

/// The rows of items, with air around the present ones, and the first present row.
fn rows(items: &[Item], width: u16) -> (Vec<Row>, usize) {
    let mut rows: Vec<Row> = Vec::new();
    let mut first = None;
    let mut before = None;
    for item in items {
        let present = item.standing == Standing::Present;
        let edge = before.is_some_and(|(before, air)| before != present || air == Air::After);
        if edge && item.air != Air::NoneBefore {
            rows.push(Row {
                text: String::new(),
                sign: " ",
                style: Style::new(),
                present: false,
            });
        }
        if present {
            first.get_or_insert(rows.len());
        }
        for (index, text) in wrapped(&item.text, width).into_iter().enumerate() {
            let sign = if index == 0 { item.sign } else { " " };
            rows.push(Row {
                text,
                sign,
                style: item.style,
                present,
            });
        }
        before = Some((present, item.air));
    }
    (rows, first.unwrap_or(0))
}
