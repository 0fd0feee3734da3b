//! What stands where on a screen that is drawn from a slide or a prompt alone. First all of it is laid out, then drawn: so
//! what a screen says can be looked at where large type has made pictures of its words.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::big_text::{self, MOST_LINES, TypeSize};
use super::text::{below, middle, put, put_centred, put_right, width};
use super::{Cache, theme};
use crate::lang::Words;
use crate::show::Look;

/// Plain words in the middle of an area begin at one row whether they take one line or so many.
const STEADY_LINES: u16 = 3;

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

    /// Plain lines in the middle of an area: of a few each stands in the middle, more are a block with one left edge.
    pub(super) fn in_the_middle(lines: Vec<String>, area: Rect, style: Style) -> Self {
        let row = area
            .height
            .saturating_sub(height(lines.len(), 1).max(STEADY_LINES))
            / 2;
        if lines.len() <= usize::from(MOST_LINES) {
            return Self::plain(lines, row, area, Alignment::Center, style);
        }
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        let block = middle(area, u16::try_from(widest).unwrap_or(u16::MAX));
        Self::plain(lines, row, block, Alignment::Left, style)
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

/// What was laid out of a slide or a prompt: it holds as long as that stays, and the screen, and how it looks.
#[derive(Debug)]
pub(super) struct Kept<T> {
    of: T,
    words: &'static Words,
    look: Look,
    area: Rect,
    /// What stands where.
    pub(super) placed: Vec<Placed>,
}

impl<T: Clone + PartialEq> Kept<T> {
    /// What was laid out earlier where it still holds, else anew.
    pub(super) fn or_anew(
        earlier: Option<Self>,
        of: &T,
        words: &'static Words,
        look: Look,
        area: Rect,
        lay_out: impl FnOnce() -> Vec<Placed>,
    ) -> Self {
        let holds = |kept: &Self| {
            std::ptr::eq(kept.words, words) && (kept.look, kept.area) == (look, area) && kept.of == *of
        };
        earlier.filter(holds).unwrap_or_else(|| Self {
            of: of.clone(),
            words,
            look,
            area,
            placed: lay_out(),
        })
    }
}

/// The rows that so many lines of so many rows take.
pub(super) fn height(lines: usize, rows: u16) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX).saturating_mul(rows)
}

/// Draws all of it on the ground of the theme.
pub(super) fn draw_all(placed: &[Placed], look: Look, cache: &mut Cache, area: Rect, buffer: &mut Buffer) {
    theme::paint_ground(look, area, buffer);
    for one in placed {
        one.draw(look, cache, buffer);
    }
}
