//! Large type in cells: words in the program's own typeface, of any size, fitted to the room that there is.
//!
//! Two steps. [`fitted`] finds the size: one for everything that is read in a step, by how wide its words are. [`broken`]
//! breaks a text into lines of that size, and [`draw`] draws them, with every glyph drawn once and kept in the [`Cache`].
//! A text that was not among those measured may need a smaller size for it alone: [`fitted_alone`].
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

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::{Modifier, Style};
use unicode_width::UnicodeWidthStr as _;

pub(super) use self::kept::Kept;
use self::metrics::Metrics;
use super::Cache;
use crate::show::Look;
use crate::typeface::{self, Lines, Measure};

/// Large type is never lower: below so many rows a line plain text reads better.
pub(super) const LEAST_ROWS: u16 = 4;

/// What is read stands in so many lines at most.
pub(super) const MOST_LINES: u16 = 4;

/// The size of large type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct TypeSize {
    /// The rows of a line, with the space to the next one.
    pub(super) rows: u16,
}

/// The largest size, of at most so many rows a line, at which every piece stands in an area of so many columns and rows in
/// at most [`MOST_LINES`] lines. None where that is too small for large type, or no piece has a word.
///
/// Three lines read better than four: where the largest size for three is smaller by a fifth or less, it is that. A few
/// pieces that are too long for any large type, a quarter of all at most, do not take it from the others: for them
/// [`fitted_alone`] says that they are plain text.
pub(super) fn fitted(
    measures: &[Measure],
    (columns, rows): (u16, u16),
    most_rows: u16,
    look: Look,
) -> Option<TypeSize> {
    let stands = |measure: &Measure, rows_of_line: u16, lines: u16| {
        let most = lines.min(rows / rows_of_line);
        let metrics = Metrics::of(TypeSize { rows: rows_of_line }, look);
        lines_of(&measure.0, metrics, columns).is_some_and(|lines| lines <= usize::from(most))
    };
    let pieces = measures.iter().filter(|measure| !measure.0.is_empty());
    let (large, plain): (Vec<&Measure>, Vec<&Measure>) =
        pieces.partition(|measure| stands(measure, LEAST_ROWS, MOST_LINES));
    if large.is_empty() || plain.len() * 3 > large.len() {
        return None;
    }
    let in_lines = |lines: u16| {
        let mut sizes = (LEAST_ROWS..=most_rows.min(rows)).rev();
        sizes.find(|rows| large.iter().all(|measure| stands(measure, *rows, lines)))
    };
    let largest = in_lines(MOST_LINES)?;
    let calmer = in_lines(MOST_LINES - 1).filter(|rows| rows * 5 >= largest * 4);
    calmer.or(Some(largest)).map(|rows| TypeSize { rows })
}

/// The size, or the largest smaller one at which a text stands by itself in an area of so many columns and rows: for a
/// text that was not measured with the others. None where that is too small for large type.
pub(super) fn fitted_alone(
    text: &str,
    size: TypeSize,
    (columns, rows): (u16, u16),
    look: Look,
) -> Option<TypeSize> {
    let measure = Measure::of(text);
    let most = MOST_LINES.min(rows / size.rows.max(1));
    let lines = lines_of(&measure.0, Metrics::of(size, look), columns);
    if size.rows >= LEAST_ROWS && lines.is_some_and(|lines| (1..=usize::from(most)).contains(&lines)) {
        return Some(size);
    }
    fitted(&[measure], (columns, rows), size.rows, look)
}

/// The largest size at which every piece without exception stands in an area, in at most so many lines: for what is read
/// together, which is longer than a breath, and where there is another area to be tried.
pub(super) fn fitted_whole(
    measures: &[Measure],
    (columns, rows): (u16, u16),
    most_rows: u16,
    most_lines: u16,
    look: Look,
) -> Option<TypeSize> {
    let largest = largest(measures, (columns, rows), most_rows, most_lines, look)?;
    if most_lines > MOST_LINES {
        return Some(largest);
    }
    // Where all stand, none is left out.
    fitted(measures, (columns, rows), most_rows, look)
}

/// The same, however much calmer fewer lines would be.
pub(super) fn largest(
    measures: &[Measure],
    (columns, rows): (u16, u16),
    most_rows: u16,
    most_lines: u16,
    look: Look,
) -> Option<TypeSize> {
    let stand = |size: TypeSize| {
        let most = usize::from(most_lines.min(rows / size.rows));
        let metrics = Metrics::of(size, look);
        let lines = |measure: &Measure| lines_of(&measure.0, metrics, columns);
        measures
            .iter()
            .all(|measure| lines(measure).is_some_and(|lines| lines <= most))
    };
    let mut sizes = (LEAST_ROWS..=most_rows.min(rows))
        .rev()
        .map(|rows| TypeSize { rows });
    sizes.find(|size| stand(*size))
}

/// How many lines words take, each filled as far as it goes; none where a word is wider than a line.
fn lines_of(widths: &[u32], metrics: Metrics, columns: u16) -> Option<usize> {
    let lines = Lines::default().with(widths, metrics.room(columns))?;
    Some(lines.begun)
}

/// The lines of a text at a size in so many columns: as few as it needs, and balanced.
pub(super) fn broken(text: &str, size: TypeSize, columns: u16, look: Look) -> Vec<String> {
    let metrics = Metrics::of(size, look);
    let words: Vec<(&str, u32)> = typeface::words(text)
        .map(|word| (word, typeface::width(word)))
        .collect();
    // For the words from each one to the last: in how many lines, how ragged, and where the second line begins.
    let mut best: Vec<(usize, u64, usize)> = vec![(0, 0, words.len()); words.len() + 1];
    for first in (0..words.len()).rev() {
        let mut width: u32 = 0;
        let mut found: Option<(usize, u64, usize)> = None;
        for (place, (_, word)) in words.iter().enumerate().skip(first) {
            let space = if place == first { 0 } else { typeface::space() };
            width = width.saturating_add(space).saturating_add(*word);
            let taken = metrics.columns(width);
            // A word wider than a line has one of its own.
            if taken > columns && place > first {
                break;
            }
            let Some((lines, ragged, _)) = best.get(place + 1) else {
                break;
            };
            let left_over = u64::from(columns.saturating_sub(taken));
            let this = (lines + 1, ragged + left_over * left_over, place + 1);
            // Of two that are equal, the one with the longer first line.
            if found.is_none_or(|found| (this.0, this.1) <= (found.0, found.1)) {
                found = Some(this);
            }
        }
        if let (Some(found), Some(slot)) = (found, best.get_mut(first)) {
            *slot = found;
        }
    }
    let mut lines = Vec::new();
    let mut first = 0;
    while let Some((_, _, next)) = best.get(first).filter(|_| first < words.len()) {
        let line = words.iter().take(*next).skip(first).map(|(word, _)| *word);
        lines.push(side_by_side(text, line));
        first = *next;
    }
    lines
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
