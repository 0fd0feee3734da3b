//! The verse: phrases one below the other, the present one always at the same height, so that the eye need not look for
//! it. A change of phrase scrolls by whole rows; nothing outside the verse moves.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{put, put_right, wrapped};
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
    /// Whether its item began in a row above.
    goes_on: bool,
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

/// Draws a verse into an area, with so much air. The first present item begins at the row `anchor`. Where the present
/// ones would not be whole from there they have less air, and where that is not enough begin as far up as they need.
/// What has no room is marked by an ellipsis: an item whose beginning is above, and the row where more would follow.
pub(super) fn draw(items: &[Item], size: Size, anchor: u16, bar: Style, area: Rect, buffer: &mut Buffer) {
    let columns = columns_of_words(area.width);
    let height = usize::from(area.height);
    let mut rows = rows(items, columns, size);
    if size > Size::Usual && present_span(&rows).len() > height.saturating_sub(usize::from(anchor)) {
        rows = self::rows(items, columns, Size::Usual);
    }
    let present = present_span(&rows);
    let first = present.start;
    let anchor = usize::from(anchor).min(height.saturating_sub(present.len()));
    let more = (rows.len() + anchor).saturating_sub(first) > height;
    // What is present is never given up for the mark that more follows.
    let marked_row = (anchor + present.len() < height).then(|| height.saturating_sub(1));
    let end = marked_row.filter(|_| more).unwrap_or(height);
    for (index, row) in rows.iter().enumerate() {
        let Some(at) = (anchor + index).checked_sub(first).filter(|at| *at < end) else {
            continue;
        };
        let bar = if row.present {
            Span::styled("▌", bar)
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
    if more && height > 0 {
        let row = area.height - 1;
        match marked_row {
            Some(_) => put(&Line::raw("…"), row, inset_left(area, INDENT), buffer),
            None => put_right(&Line::raw("…"), row, area, buffer),
        }
    }
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
            goes_on: false,
        }));
        for (index, text) in wrapped(&item.text, width).into_iter().enumerate() {
            let sign = if index == 0 { item.sign } else { " " };
            rows.push(Row {
                text,
                sign,
                style: item.style,
                present: item.standing == Standing::Present,
                goes_on: index > 0,
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
        assert_eq!(
            drawn(&verse(), Size::Roomy, 3),
            ["", "▌  tiga", "▌  empat           …"]
        );
        for size in [Size::Compact, Size::Usual, Size::Roomy] {
            for rows in 3..40 {
                let drawn = drawn(&verse(), size, rows);
                assert_eq!(drawn[usize::from(rows / 3)], "▌  tiga", "{size:?} in {rows} rows");
                assert!(
                    drawn.iter().any(|row| row.starts_with("▌  empat")),
                    "{size:?} in {rows} rows"
                );
            }
        }
        // Only where it would not be whole at all it begins above.
        assert_eq!(
            drawn(&verse(), Size::Roomy, 2),
            ["▌  tiga", "▌  empat           …"]
        );
    }

    #[test]
    fn what_has_no_room_is_marked() {
        assert_eq!(
            drawn(&verse(), Size::Usual, 6),
            ["dua", "", "▌  tiga", "▌  empat", "", "…"],
            "more follows"
        );
        let long = [
            item("kepada Pegawai ASN dan masyarakat", Standing::Past, Air::Usual),
            item("satu", Standing::Present, Air::Usual),
        ];
        assert_eq!(
            drawn(&long, Size::Usual, 6),
            ["… masyarakat", "", "▌  satu", "", "", ""],
            "the beginning is above"
        );
        assert_eq!(drawn(&long, Size::Usual, 12)[0], "kepada Pegawai", "it is whole");
    }
}
