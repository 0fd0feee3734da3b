//! What stands where on a screen that is drawn from a slide or a prompt alone. First all of it is laid out, then drawn: so
//! what a screen says can be looked at where large type has made pictures of its words.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::big_text::{self, TypeSize};
use super::text::{below, put, put_centred, put_right};
use super::{Cache, theme};
use crate::show::Look;

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The lines, from the top of the area.
    pub lines: Vec<String>,
    /// The rows of each line. With one row they are plain text, with more large type.
    pub rows: u16,
    /// Where they stand: as high as they are.
    pub area: Rect,
    /// At which side of the area they stand.
    pub alignment: Alignment,
    /// How they look.
    pub style: Style,
}

impl Placed {
    /// Plain lines from a row of an area on; those that have no room are left out.
    pub(super) fn plain(
        lines: Vec<String>,
        row: u16,
        area: Rect,
        alignment: Alignment,
        style: Style,
    ) -> Self {
        Self::large(lines, 1, row, area, alignment, style)
    }

    /// Lines of so many rows each, from a row of an area on; those that have no room are left out.
    pub(super) fn large(
        mut lines: Vec<String>,
        rows: u16,
        row: u16,
        area: Rect,
        alignment: Alignment,
        style: Style,
    ) -> Self {
        let mut area = below(area, row);
        lines.truncate(usize::from(area.height / rows));
        area.height = height(lines.len(), rows);
        Self {
            lines,
            rows,
            area,
            alignment,
            style,
        }
    }

    /// Draws it.
    pub(super) fn draw(&self, look: Look, cache: &mut Cache, buffer: &mut Buffer) {
        if self.rows > 1 {
            let size = TypeSize { rows: self.rows };
            big_text::draw(
                &self.lines,
                size,
                self.style,
                self.alignment,
                look,
                cache,
                self.area,
                buffer,
            );
            return;
        }
        for (row, line) in (0..self.area.height).zip(&self.lines) {
            let line = Line::styled(line.as_str(), self.style);
            match self.alignment {
                Alignment::Left => put(&line, row, self.area, buffer),
                Alignment::Center => put_centred(&line, row, self.area, buffer),
                Alignment::Right => put_right(&line, row, self.area, buffer),
            }
        }
    }
}

/// The rows that so many lines of so many rows take.
pub(super) fn height(lines: usize, rows: u16) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX).saturating_mul(rows)
}

/// Draws all of it on the ground of the theme.
pub(super) fn draw(placed: &[Placed], look: Look, cache: &mut Cache, area: Rect, buffer: &mut Buffer) {
    theme::paint_ground(look, area, buffer);
    for one in placed {
        one.draw(look, cache, buffer);
    }
}
