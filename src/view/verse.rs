//! The verse: phrases one below the other, the present one always at the same height, so that the eye need not look for
//! it. A change of phrase scrolls by whole rows; nothing outside the verse moves.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{put, wrapped};
use crate::show::Size;

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

/// How many rows the present items take at least, one below the other.
pub(super) fn present_rows(items: &[Item], columns: u16) -> usize {
    let rows = rows(items, columns.saturating_sub(INDENT).min(WIDEST), Size::Usual);
    present_span(&rows).len()
}

/// Draws a verse into an area, with so much air. The first present item begins at the row `anchor`. Where the present
/// ones would not be whole from there they have less air, and where that is not enough begin as far up as they need.
pub(super) fn draw(items: &[Item], size: Size, anchor: u16, bar: Style, area: Rect, buffer: &mut Buffer) {
    let columns = area.width.saturating_sub(INDENT).min(WIDEST);
    let height = usize::from(area.height);
    let mut rows = rows(items, columns, size);
    if size > Size::Usual && present_span(&rows).len() > height.saturating_sub(usize::from(anchor)) {
        rows = self::rows(items, columns, Size::Usual);
    }
    let present = present_span(&rows);
    let first = present.start;
    let anchor = usize::from(anchor).min(height.saturating_sub(present.len()));
    for (index, row) in rows.iter().enumerate() {
        let Some(at) = (anchor + index).checked_sub(first).filter(|at| *at < height) else {
            continue;
        };
        let bar = if row.present {
            Span::styled("▌", bar)
        } else {
            Span::raw(" ")
        };
        let sign = Span::styled(format!("{:<2}", row.sign), row.style);
        let line = Line::from(vec![
            Span::raw(" "),
            bar,
            sign,
            Span::styled(row.text.as_str(), row.style),
        ]);
        put(&line, u16::try_from(at).unwrap_or(u16::MAX), area, buffer);
    }
}

/// The rows from the first that is present to the last.
fn present_span(rows: &[Row]) -> Range<usize> {
    let first = rows.iter().position(|row| row.present);
    let last = rows.iter().rposition(|row| row.present);
    first.zip(last).map_or(0..0, |(first, last)| first..last + 1)
}

/// The rows of items, with the air between them.
fn rows(items: &[Item], width: u16, size: Size) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut before = None;
    for item in items {
        let air = before.map_or(0, |before| air_between(before, item, size));
        rows.extend((0..air).map(|_| Row {
            text: String::new(),
            sign: " ",
            style: Style::new(),
            present: false,
        }));
        for (index, text) in wrapped(&item.text, width).into_iter().enumerate() {
            let sign = if index == 0 { item.sign } else { " " };
            rows.push(Row {
                text,
                sign,
                style: item.style,
                present: item.standing == Standing::Present,
            });
        }
        before = Some(item);
    }
    rows
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
mod tests {
    use super::*;

    fn item(text: &str, standing: Standing, air: Air) -> Item {
        Item {
            text: text.to_owned(),
            sign: " ",
            style: Style::new(),
            standing,
            air,
        }
    }

    /// An announcement, two phrases that were read, two that are read together, two to come.
    fn verse() -> Vec<Item> {
        let mut items = vec![item("mc", Standing::Past, Air::After)];
        let phrases = [
            ("satu", Standing::Past),
            ("dua", Standing::Past),
            ("tiga", Standing::Present),
            ("empat", Standing::Present),
            ("lima", Standing::ToCome),
            ("enam", Standing::ToCome),
        ];
        items.extend(phrases.map(|(text, standing)| item(text, standing, Air::Usual)));
        items
    }

    /// The words of each row of so many, the present one marked.
    fn drawn(items: &[Item], size: Size, rows: u16) -> Vec<String> {
        let area = Rect::new(0, 0, 20, rows);
        let mut buffer = Buffer::empty(area);
        draw(items, size, rows / 3, Style::new(), area, &mut buffer);
        let row = |row| {
            (0..20)
                .map(|column| buffer[(column, row)].symbol())
                .collect::<String>()
        };
        (0..rows).map(|at| row(at).trim().to_owned()).collect()
    }

    #[test]
    fn compact_leaves_no_row_empty() {
        assert_eq!(
            drawn(&verse(), Size::Compact, 9),
            ["mc", "satu", "dua", "▌  tiga", "▌  empat", "lima", "enam", "", ""]
        );
    }

    #[test]
    fn usual_has_air_around_what_is_present() {
        assert_eq!(
            drawn(&verse(), Size::Usual, 9),
            ["satu", "dua", "", "▌  tiga", "▌  empat", "", "lima", "enam", ""]
        );
    }

    #[test]
    fn roomy_has_air_around_every_phrase_and_twice_as_much_around_the_present_ones() {
        assert_eq!(
            drawn(&verse(), Size::Roomy, 12),
            [
                "",
                "dua",
                "",
                "",
                "▌  tiga",
                "",
                "▌  empat",
                "",
                "",
                "lima",
                "",
                "enam"
            ]
        );
    }

    #[test]
    fn what_belongs_to_the_item_above_has_no_air_before_it() {
        let reply = [
            item("lapor", Standing::Present, Air::Usual),
            item("lanjutkan", Standing::ToCome, Air::NoneBefore),
        ];
        for size in [Size::Compact, Size::Usual, Size::Roomy] {
            assert_eq!(drawn(&reply, size, 3), ["", "▌  lapor", "lanjutkan"], "{size:?}");
        }
    }

    #[test]
    fn what_is_present_begins_at_the_same_row_and_is_whole_before_it_has_air() {
        // Two phrases and the air between them have no room below the second row.
        assert_eq!(drawn(&verse(), Size::Roomy, 3), ["", "▌  tiga", "▌  empat"]);
        for size in [Size::Compact, Size::Usual, Size::Roomy] {
            for rows in 3..40 {
                let drawn = drawn(&verse(), size, rows);
                assert_eq!(drawn[usize::from(rows / 3)], "▌  tiga", "{size:?} in {rows} rows");
                assert!(drawn.contains(&"▌  empat".to_owned()), "{size:?} in {rows} rows");
            }
        }
        // Only where it would not be whole at all it begins above.
        assert_eq!(drawn(&verse(), Size::Roomy, 2), ["▌  tiga", "▌  empat"]);
    }
}
