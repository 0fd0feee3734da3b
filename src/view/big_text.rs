//! Large type in cells: words in the program's own typeface, of any size, fitted to the room that there is.
//!
//! Two steps. [`fitted`] finds the size: one for everything that is read in a step, by how wide its words are. [`broken`]
//! breaks a text into lines of that size, and [`draw`] draws them, with every glyph drawn once and kept in the [`Cache`].

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;

use super::Cache;
use crate::show::Look;
use crate::typeface::Measure;

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
pub(super) fn fitted(
    _measures: &[Measure],
    (_columns, _rows): (u16, u16),
    _most_rows: u16,
    _look: Look,
) -> Option<TypeSize> {
    None
}

/// The lines of a text at a size in so many columns: as few as it needs, and balanced.
pub(super) fn broken(text: &str, _size: TypeSize, _columns: u16, _look: Look) -> Vec<String> {
    vec![text.to_owned()]
}

/// How many columns a line takes.
pub(super) fn columns(line: &str, _size: TypeSize, _look: Look) -> u16 {
    line.chars().count() as u16
}

/// Draws lines from the top of an area, on the ground of the theme; gives the rows that they took.
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
    let _ = (lines, size, style, alignment, look, cache, area, buffer);
    0
}
