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

/// So many columns a plain count takes at most, with the air after it.
const PLAIN_COUNT: u16 = 18;

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

    /// The same in large type; none where the screen is too low or too narrow for it. How the words are read has its place
    /// whatever the count, so that nothing moves through a text: two thirds of the width in capitals, or all of it in
    /// small letters, which are narrower. The count is plain where it has no room beside it, and in the end above it.
    pub(super) fn large_foot(&self, foot: &Foot) -> Option<Edge> {
        let Rect { width, height, .. } = self.inner;
        if height < HIGH {
            return None;
        }
        let columns = |text: &str, size| big_text::columns(text, size, self.look);
        let ways = [
            (foot.manner.to_owned(), share(width, 2, 3)),
            (in_small_letters(foot.manner), width),
        ];
        let sizes = || {
            (LEAST_ROWS..=(height / 12).max(LEAST_ROWS))
                .rev()
                .map(|rows| TypeSize { rows })
        };
        let (manner, size) = ways.into_iter().find_map(|(manner, room)| {
            let size = sizes().find(|size| columns(&manner, *size) <= room)?;
            Some((manner, size))
        })?;
        let (rows, row) = (size.rows, height.checked_sub(size.rows + 1)?);
        let right = right_end(self.inner, columns(&manner, size));
        let left = Rect {
            width: width - right.width,
            ..self.inner
        };
        let has_room = columns(&foot.widest_count, size) + 2 * rows <= left.width;
        let is_beside = left.width >= PLAIN_COUNT;
        let (count_rows, first_row) = match (has_room, is_beside) {
            (true, _) => (rows, row),
            (false, true) => (1, row + (rows - 1) / 2),
            (false, false) => (1, row.checked_sub(1)?),
        };
        let (of_count, of_manner) = if is_beside {
            (left, right)
        } else {
            (self.inner, self.inner)
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
                put(&foot.count, count_rows, first_row, of_count),
                put(&manner, rows, row, of_manner),
            ],
            row: if is_beside { row } else { row - 1 },
        })
    }
}

/// A text in capitals as it is written in large type, where size alone makes it stand out.
fn in_small_letters(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter();
    first.chain(letters.as_str().to_lowercase().chars()).collect()
}
