//! The verse: phrases one below the other, the present one always at the same height, so that the eye need not look for
//! it. A change of phrase scrolls by whole rows; nothing outside the verse moves.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Cache;
use super::big_text::{self, TypeSize};
use super::text::{above, below, put, put_right, wrapped};
use crate::show::{Look, Size};

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

/// The empty rows around an item, besides those that the size asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Air {
    /// Only between what is present and what is not.
    Usual,
    /// None before it: it belongs to the item above.
    NoneBefore,
    /// One after it also at the usual size: it is no part of what follows.
    After,
}

/// Words in large type among what is present.
#[derive(Debug, Clone)]
pub(super) struct LargeWords {
    /// The words, broken into lines of their size.
    pub(super) lines: Vec<String>,
    /// The size.
    pub(super) size: TypeSize,
    /// How they look.
    pub(super) style: Style,
    /// The columns before them.
    pub(super) margin: u16,
    /// What stands in that margin, as plain text: the number of a clause, which is not spoken.
    pub(super) number: String,
    /// Whether what is present follows below them, as plain text; else they are all of it.
    pub(super) is_above: bool,
}

impl LargeWords {
    /// The rows that they take.
    fn rows(&self) -> usize {
        self.lines.len() * usize::from(self.size.rows)
    }
}

/// A row ready to be drawn.
struct Row {
    text: String,
    sign: &'static str,
    style: Style,
    present: bool,
    /// Whether its item began in a row above.
    goes_on: bool,
}

impl Row {
    /// One without words: air, or the ground of large type.
    fn empty(present: bool) -> Self {
        Self {
            text: String::new(),
            sign: " ",
            style: Style::new(),
            present,
            goes_on: false,
        }
    }
}

/// The columns before the words: for the bar, the sign and some air.
const INDENT: u16 = 3;

/// The column after the words: what is filled behind them ends with as much air as it begins.
const OUTDENT: u16 = 1;

/// Lines of a verse are no longer, however wide the screen: the eye must find the next one.
const WIDEST: u16 = 76;

/// The columns that the words have.
fn columns_of_words(columns: u16) -> u16 {
    columns.saturating_sub(INDENT + OUTDENT).min(WIDEST)
}

/// How many rows the present items take at least, one below the other.
pub(super) fn present_rows(items: &[Item], columns: u16) -> usize {
    let present = items.iter().filter(|item| item.standing == Standing::Present);
    rows_of(present, columns)
}

/// How many rows all that belongs together takes, one item below the other, whichever of it is present: not what is no
/// part of it.
pub(super) fn whole_rows(items: &[Item], columns: u16) -> usize {
    rows_of(items.iter().filter(|item| item.air != Air::After), columns)
}

fn rows_of<'a>(items: impl Iterator<Item = &'a Item>, columns: u16) -> usize {
    let columns = columns_of_words(columns);
    items.map(|item| wrapped(&item.text, columns).len()).sum()
}

/// The columns that words in large type have, in a verse of so many.
pub(super) fn columns_of_large(columns: u16, margin: u16) -> u16 {
    columns.saturating_sub(margin + OUTDENT)
}

/// The columns before words in large type, where numbers of so many cells stand before them.
pub(super) fn margin_for(number: usize) -> u16 {
    let number = u16::try_from(number).unwrap_or(0);
    INDENT.max(1 + number)
}

/// A verse, and how it is set.
pub(super) struct Verse<'a> {
    /// What it holds.
    pub(super) items: &'a [Item],
    /// How much air it has.
    pub(super) size: Size,
    /// The row at which the first present item begins.
    pub(super) anchor: u16,
    /// The bar before what is present.
    pub(super) bar: Style,
    /// What of the present stands in large type.
    pub(super) large: Option<&'a LargeWords>,
}

impl Verse<'_> {
    /// Draws it into an area. Where the present items would not be whole from their row on they have less air, and where
    /// that is not enough begin as far up as they need. What has no room is marked by an ellipsis: an item whose beginning
    /// is above, and the row where more would follow, unless what is present needs that row.
    pub(super) fn draw(&self, look: Look, cache: &mut Cache, area: Rect, buffer: &mut Buffer) {
        let columns = columns_of_words(area.width);
        let height = usize::from(area.height);
        let mut rows = self.rows(columns, self.size);
        if self.size > Size::Usual
            && present_span(&rows).len() > height.saturating_sub(usize::from(self.anchor))
        {
            rows = self.rows(columns, Size::Usual);
        }
        let present = present_span(&rows);
        let first = present.start;
        let anchor = usize::from(self.anchor).min(height.saturating_sub(present.len()));
        let more = (rows.len() + anchor).saturating_sub(first) > height;
        // What is present is never given up for the mark that more follows.
        let marked_row = (anchor + present.len() < height).then(|| height.saturating_sub(1));
        let end = marked_row.filter(|_| more).unwrap_or(height);
        for (index, row) in rows.iter().enumerate() {
            let Some(at) = (anchor + index).checked_sub(first).filter(|at| *at < end) else {
                continue;
            };
            self.put_row(row, at, area, buffer);
        }
        if more && height > 0 {
            let row = area.height - 1;
            match marked_row {
                Some(_) => put(&Line::raw("…"), row, inset_left(area, INDENT), buffer),
                // Beside words that are whole it would look like a cut.
                None if present.len() > height => put_right(&Line::raw("…"), row, area, buffer),
                None => {}
            }
        }
        if let Some(large) = self.large {
            let top = u16::try_from(anchor).unwrap_or(u16::MAX);
            put_large(large, look, cache, below(area, top), buffer);
        }
    }

    fn put_row(&self, row: &Row, at: usize, area: Rect, buffer: &mut Buffer) {
        let bar = if row.present {
            Span::styled("▌", self.bar)
        } else {
            Span::raw(" ")
        };
        let sign = if at == 0 && row.goes_on { "…" } else { row.sign };
        let sign = Span::styled(format!("{sign:<2}"), row.style);
        let mut line = Line::from(vec![bar, sign, Span::styled(row.text.as_str(), row.style)]);
        if row.present {
            line.push_span(Span::styled(" ", row.style));
        }
        put(&line, u16::try_from(at).unwrap_or(u16::MAX), area, buffer);
    }

    /// The rows of the items, with the air between them.
    fn rows(&self, width: u16, size: Size) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut before = None;
        // Large type has air of its own.
        let size = if self.large.is_some() {
            size.min(Size::Usual)
        } else {
            size
        };
        let mut large = self.large;
        let replaced = self.large.is_some_and(|large| !large.is_above);
        for item in self.items {
            let is_present = item.standing == Standing::Present;
            if is_present && replaced && large.is_none() {
                continue;
            }
            let air = before.map_or(0, |before| air_between(before, item, size));
            rows.extend((0..air).map(|_| Row::empty(false)));
            before = Some(item);
            if is_present && let Some(large) = large.take() {
                rows.extend((0..large.rows()).map(|_| Row::empty(true)));
                if replaced {
                    continue;
                }
            }
            for (index, text) in wrapped(&item.text, width).into_iter().enumerate() {
                let sign = if index == 0 { item.sign } else { " " };
                rows.push(Row {
                    text,
                    sign,
                    style: item.style,
                    present: is_present,
                    goes_on: index > 0,
                });
            }
        }
        rows
    }
}

/// Draws words in large type from the top of an area, with the number in their margin.
fn put_large(large: &LargeWords, look: Look, cache: &mut Cache, area: Rect, buffer: &mut Buffer) {
    let rows = u16::try_from(large.rows()).unwrap_or(u16::MAX);
    let block = above(area, rows);
    let words = inset_left(block, large.margin);
    let words = Rect {
        width: words.width.saturating_sub(OUTDENT),
        ..words
    };
    let number = Line::styled(large.number.as_str(), large.style);
    put(&number, large.size.rows / 2, inset_left(block, 1), buffer);
    big_text::draw(
        &large.lines,
        large.size,
        large.style,
        Alignment::Left,
        look,
        cache,
        words,
        buffer,
    );
}

/// An area less so many columns on its left.
fn inset_left(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect {
        x: area.x + columns,
        width: area.width - columns,
        ..area
    }
}

/// The rows from the first that is present to the last.
fn present_span(rows: &[Row]) -> Range<usize> {
    let first = rows.iter().position(|row| row.present);
    let last = rows.iter().rposition(|row| row.present);
    first.zip(last).map_or(0..0, |(first, last)| first..last + 1)
}

/// How many empty rows stand between two items.
fn air_between(before: &Item, item: &Item, size: Size) -> usize {
    let edge = (before.standing == Standing::Present) != (item.standing == Standing::Present);
    match size {
        _ if item.air == Air::NoneBefore => 0,
        Size::Compact => 0,
        Size::Usual => usize::from(edge || before.air == Air::After),
        Size::Roomy => 1 + usize::from(edge),
    }
}

#[cfg(test)]
mod tests;
