//! What was drawn of large type and holds for the next frame: letters, and whole lines of them. It never changes a cell,
//! and it never grows without end.

use std::collections::HashMap;

use super::TypeSize;
use super::glyph::Glyph;
use super::line::laid;
use super::metrics::Metrics;
use super::shades::{LEVELS, level};
use crate::show::CellShape;
use crate::typeface::Face;

/// So many pixels of letters are kept, and so many of lines; with more, all are dropped and drawn again when needed.
const MOST_PIXELS: usize = 1 << 20;

/// A line as pixels: how strong each is, from 0 to [`LEVELS`].
#[derive(Debug)]
pub(super) struct Pixels {
    /// From left to right.
    pub(super) columns: u16,
    /// Row of pixels by row of pixels.
    pub(super) levels: Box<[u8]>,
}

/// On which cells something was drawn.
type Drawn = (TypeSize, CellShape);

/// The letters and lines that were drawn.
#[derive(Debug, Default)]
pub(in crate::view) struct Kept {
    face: Option<Face>,
    glyphs: HashMap<(char, Drawn), Option<Glyph>>,
    glyph_pixels: usize,
    lines: HashMap<(String, Drawn), Option<Pixels>>,
    line_pixels: usize,
}

impl Kept {
    /// A line as pixels, drawn now or earlier; none where the face lacks one of its characters.
    pub(super) fn line(
        &mut self,
        line: &str,
        size: TypeSize,
        metrics: Metrics,
        cell: CellShape,
    ) -> Option<&Pixels> {
        let key = (line.to_owned(), (size, cell));
        if !self.lines.contains_key(&key) {
            let pixels = self.drawn(line, (size, cell), metrics);
            // A line without pixels takes room too.
            let room = line.len() + pixels.as_ref().map_or(0, |pixels| pixels.levels.len());
            if self.line_pixels + room > MOST_PIXELS {
                self.lines.clear();
                self.line_pixels = 0;
            }
            self.line_pixels += room;
            self.lines.insert(key.clone(), pixels);
        }
        self.lines.get(&key)?.as_ref()
    }

    fn drawn(&mut self, line: &str, on: Drawn, metrics: Metrics) -> Option<Pixels> {
        let laid = laid(line, metrics)?;
        let width = usize::from(laid.columns);
        let mut levels = vec![0; width * usize::from(metrics.pitch)].into_boxed_slice();
        for (letter, column) in laid.letters {
            let Some(glyph) = self.glyph(letter, on, metrics) else {
                continue;
            };
            let across = usize::from(glyph.columns);
            if across == 0 {
                continue;
            }
            let rows = levels.chunks_exact_mut(width.max(1));
            for (row, ink) in rows.zip(glyph.coverage.chunks_exact(across)) {
                let room = row.iter_mut().skip(usize::from(column));
                for (pixel, ink) in room.zip(ink) {
                    *pixel = level(*ink).max(*pixel).min(LEVELS);
                }
            }
        }
        Some(Pixels {
            columns: laid.columns,
            levels,
        })
    }

    fn glyph(&mut self, letter: char, on: Drawn, metrics: Metrics) -> Option<&Glyph> {
        let key = (letter, on);
        if !self.glyphs.contains_key(&key) {
            if self.face.is_none() {
                self.face = Face::read();
            }
            let glyph = Glyph::drawn(self.face.as_ref()?, letter, metrics);
            let room = 1 + glyph.as_ref().map_or(0, |glyph| glyph.coverage.len());
            if self.glyph_pixels + room > MOST_PIXELS {
                self.glyphs.clear();
                self.glyph_pixels = 0;
            }
            self.glyph_pixels += room;
            self.glyphs.insert(key, glyph);
        }
        self.glyphs.get(&key)?.as_ref()
    }
}
