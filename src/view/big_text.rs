//! Large type in cells: words in the program's own typeface, of any size, fitted to the room that there is.
//!
//! Two steps. [`fitted`] finds the size: one for everything that is read in a step, by how wide its words are; [`largest`]
//! does so for what stands by itself. [`broken`] breaks a text into lines of that size, and [`draw`] draws them, with every
//! glyph drawn once and kept in the [`Cache`].
//!
//! A pixel is a column wide and half a row high. `metrics` says what a size comes to in pixels, `hint` and `glyph` draw a
//! letter on them, `line` sets letters side by side, `shades` makes cells of pixels, `kept` keeps what was drawn.
#![expect(
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "pixels are few, and none is below nought"
)]

mod glyph;
mod hint;
mod kept;
mod line;
mod metrics;
mod shades;

use std::borrow::Borrow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::{Modifier, Style};
use unicode_width::UnicodeWidthStr as _;

pub(super) use self::kept::Kept;
use self::metrics::Metrics;
use super::Cache;
use crate::show::Look;
use crate::typeface::{self, Lines, Measure, breaks};

/// Large type is never lower: below so many rows a line plain text reads better.
pub(super) const LEAST_ROWS: u16 = LEAST.rows;

/// The same as a size.
pub(super) const LEAST: TypeSize = TypeSize { rows: 4 };

/// What is read stands in so many lines at most.
pub(super) const MOST_LINES: u16 = 4;

/// The size of large type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct TypeSize {
    /// The rows of a line, with the space to the next one.
    pub(super) rows: u16,
}

/// Which pieces must stand in large type, so that any does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needed {
    /// Every one.
    All,
    /// All but those that are too long for any large type, a quarter of all at most: these are plain text.
    AllButFew,
}

/// The size for the pieces of a text: the largest, of at most so many rows a line, at which each stands in an area of so
/// many columns and rows in at most [`MOST_LINES`] lines. None where that is too small for large type, or no piece has a
/// word.
///
/// Three lines read better than four: where the largest size for three is smaller by a fifth or less, it is that.
pub(super) fn fitted(
    measures: &[Measure],
    area: (u16, u16),
    most_rows: u16,
    needed: Needed,
    look: Look,
) -> Option<TypeSize> {
    let in_any = Bounds::of(LEAST, area, MOST_LINES, look);
    let pieces = measures.iter().filter(|piece| !piece.0.is_empty());
    let (large, plain): (Vec<&Measure>, Vec<&Measure>) = pieces.partition(|piece| in_any.hold(piece));
    let most_plain = match needed {
        Needed::All => 0,
        Needed::AllButFew => large.len() / 3,
    };
    if plain.len() > most_plain {
        return None;
    }
    let within = |lines: u16| largest(&large, area, most_rows, lines, look);
    let size = within(MOST_LINES)?;
    let calmer = within(MOST_LINES - 1).filter(|calmer| calmer.rows * 5 >= size.rows * 4);
    calmer.or(Some(size))
}

/// The largest size, of at most so many rows a line, at which pieces stand in an area of so many columns and rows, each in
/// at most so many lines. None where that is too small for large type, or no piece has a word.
pub(super) fn largest<M: Borrow<Measure>>(
    pieces: &[M],
    area: (u16, u16),
    most_rows: u16,
    most_lines: u16,
    look: Look,
) -> Option<TypeSize> {
    pieces.iter().find(|piece| !(*piece).borrow().0.is_empty())?;
    let mut sizes = (LEAST_ROWS..=most_rows.min(area.1)).rev();
    let size = sizes.find(|rows| {
        let bounds = Bounds::of(TypeSize { rows: *rows }, area, most_lines, look);
        pieces.iter().all(|piece| bounds.hold(piece.borrow()))
    });
    size.map(|rows| TypeSize { rows })
}

/// What a piece must keep to at a size.
struct Bounds {
    /// How wide a line may be, in thousandths of the em.
    room: u32,
    lines: usize,
}

impl Bounds {
    /// Of an area of so many columns and rows, and of so many lines.
    fn of(size: TypeSize, (columns, rows): (u16, u16), most_lines: u16, look: Look) -> Self {
        Self {
            room: Metrics::of(size, look).room(columns),
            lines: usize::from(most_lines.min(rows / size.rows.max(1))),
        }
    }

    fn hold(&self, piece: &Measure) -> bool {
        let lines = Lines::default().with(&piece.0, self.room);
        lines.is_some_and(|lines| lines.begun <= self.lines)
    }
}

/// In how many lines a piece stands, each filled as far as it goes; none where a word is wider than a line.
pub(super) fn lines_of(piece: &Measure, size: TypeSize, columns: u16, look: Look) -> Option<usize> {
    let lines = Lines::default().with(&piece.0, Metrics::of(size, look).room(columns))?;
    Some(lines.begun)
}

/// The lines of a text at a size in so many columns, as [`breaks`] has them.
pub(super) fn broken(text: &str, size: TypeSize, columns: u16, look: Look) -> Vec<String> {
    let words: Vec<(&str, u32)> = typeface::words(text)
        .map(|word| (word, typeface::width(word)))
        .collect();
    let begins = breaks::beginnings(&words, Metrics::of(size, look).room(columns));
    let ends = begins.iter().skip(1).copied().chain([words.len()]);
    let lines = begins
        .iter()
        .zip(ends)
        .filter_map(|(begin, end)| words.get(*begin..end));
    lines
        .map(|line| side_by_side(text, line.iter().map(|(word, _)| *word)))
        .collect()
}

/// Words on a line, with a space between two unless they stand together in the text of which they are parts.
fn side_by_side<'a>(text: &'a str, words: impl Iterator<Item = &'a str>) -> String {
    let begin = |word: &str| (word.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    let mut line = String::new();
    let mut end = None;
    for word in words {
        if end.is_some_and(|end| end != begin(word)) {
            line.push(' ');
        }
        line.push_str(word);
        end = Some(begin(word) + word.len());
    }
    line
}

/// How many columns a line takes.
pub(super) fn columns(line: &str, size: TypeSize, look: Look) -> u16 {
    let laid = line::laid(line, Metrics::of(size, look));
    laid.map_or_else(|| plain_columns(line), |laid| laid.columns)
}

/// How many columns a line takes in plain text.
fn plain_columns(line: &str) -> u16 {
    u16::try_from(line.width()).unwrap_or(u16::MAX)
}

/// Draws lines from the top of an area, on the ground of the theme; gives the rows that they took. A line with a character
/// that the face lacks is plain bold text in the middle of its rows. What reaches beyond the area is cut off.
#[expect(
    clippy::too_many_arguments,
    reason = "a line of type has no fewer sides, and no two of them belong together"
)]
pub(super) fn draw(
    lines: &[String],
    size: TypeSize,
    style: Style,
    alignment: Alignment,
    look: Look,
    cache: &mut Cache,
    area: Rect,
    buffer: &mut Buffer,
) -> u16 {
    let area = area.intersection(buffer.area);
    let metrics = Metrics::of(size, look);
    let shades = shades::Shades::of(style, look);
    let mut row = 0;
    for line in lines {
        if row >= area.height {
            break;
        }
        let place = Rect {
            y: area.y + row,
            height: size.rows.min(area.height - row),
            ..area
        };
        match cache.large_type.line(line, size, metrics, look.cell) {
            Some(pixels) => shades.put(pixels, aligned(place, pixels.columns, alignment), buffer),
            None => plain(line, style, alignment, place, buffer),
        }
        row += place.height;
    }
    row
}

/// Where something so wide stands in an area.
fn aligned(area: Rect, columns: u16, alignment: Alignment) -> Rect {
    let width = columns.min(area.width);
    let left_over = area.width - width;
    let x = area.x
        + match alignment {
            Alignment::Left => 0,
            Alignment::Center => left_over / 2,
            Alignment::Right => left_over,
        };
    Rect { x, width, ..area }
}

/// A line as plain bold text, in the middle of its rows.
fn plain(line: &str, style: Style, alignment: Alignment, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let place = aligned(area, plain_columns(line), alignment);
    let row = place.y + (place.height - 1) / 2;
    let style = style.add_modifier(Modifier::BOLD);
    buffer.set_stringn(place.x, row, line, usize::from(place.width), style);
}

#[cfg(test)]
mod tests;
