//! What stands below the words that the hall reads: which clause it is, and how it is read.

use ratatui::layout::{Alignment, Rect};

use super::{Edge, Hall, counted};
use crate::lang::Words;
use crate::slide::{Count, Doing, ReadManner};
use crate::view::big_text::{self, TypeSize};
use crate::view::large::LEAST_ROWS;
use crate::view::placed::Placed;
use crate::view::text::{fitted, right_end, share, width};

/// From this height on what stands below the words is in large type too: plain text could not be read from where the words
/// can.
pub(in crate::view) const HIGH: u16 = 36;

/// What stands below the words.
pub(super) struct Foot {
    /// Which clause it is.
    count: String,
    /// Which clause the last one is: no count is wider, and all of them are of one size.
    widest_count: String,
    /// How the words are read; empty where nobody reads along.
    manner: &'static str,
}

impl Foot {
    pub(super) fn new(words: &Words, count: Option<Count>, manner: Option<ReadManner>) -> Self {
        let screens = &words.screens;
        Self {
            count: counted(words, count),
            widest_count: counted(
                words,
                count.map(|count| Count {
                    number: count.of,
                    ..count
                }),
            ),
            manner: manner.map_or("", |manner| match manner {
                ReadManner::ReadThenRepeated => screens.read_then_repeated,
                ReadManner::Read => (screens.doing)(Doing::Reads).by_nobody,
                ReadManner::Repeated => screens.being_repeated,
                ReadManner::Together => screens.together,
            }),
        }
    }
}

impl Hall {
    /// What stands below the words: which clause it is at the left, and how they are read at the right.
    pub(super) fn foot(&self, foot: &Foot) -> Edge {
        let Rect {
            width: columns,
            height,
            ..
        } = self.inner;
        let row = height.saturating_sub(2);
        let line = |text: String, alignment| {
            let lines = if text.is_empty() { Vec::new() } else { vec![text] };
            Placed::plain(lines, row, self.inner, alignment, self.theme.plain)
        };
        // Of the two the count is cut first.
        let count = fitted(
            &foot.count,
            usize::from(columns).saturating_sub(width(foot.manner) + 2),
        );
        Edge {
            placed: vec![
                line(count, Alignment::Left),
                line(foot.manner.to_owned(), Alignment::Right),
            ],
            row,
        }
    }

    /// The same in large type; none where the screen is too low or too narrow for it. How the words are read takes two
    /// thirds of the width at most, whatever the count, so that nothing moves through a text; the count is plain where it has
    /// no room beside it.
    pub(super) fn large_foot(&self, foot: &Foot) -> Option<Edge> {
        let Rect { width, height, .. } = self.inner;
        if height < HIGH {
            return None;
        }
        let columns = |text: &str, size| big_text::columns(text, size, self.look);
        let mut sizes = (LEAST_ROWS..=(height / 12).max(LEAST_ROWS))
            .rev()
            .map(|rows| TypeSize { rows });
        let size = sizes.find(|size| columns(foot.manner, *size) <= share(width, 2, 3))?;
        let (rows, row) = (size.rows, height.checked_sub(size.rows + 1)?);
        let right = right_end(self.inner, columns(foot.manner, size));
        let left = Rect {
            width: width - right.width,
            ..self.inner
        };
        let has_room = columns(&foot.widest_count, size) + 2 * rows <= left.width;
        let (count_rows, first_row) = if has_room {
            (rows, row)
        } else {
            (1, row + (rows - 1) / 2)
        };
        let put = |text: &str, rows, row, area| {
            let lines = if text.is_empty() {
                Vec::new()
            } else {
                vec![text.to_owned()]
            };
            Placed::large(lines, rows, row, area, Alignment::Left, self.theme.plain)
        };
        Some(Edge {
            placed: vec![
                put(&foot.count, count_rows, first_row, left),
                put(foot.manner, rows, row, right),
            ],
            row,
        })
    }
}
