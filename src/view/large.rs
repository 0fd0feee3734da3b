//! How large the words of a slide and of a prompt stand: one size for everything that is read in a step, so that the type
//! does not jump, and sizes for titles and for what only accompanies. Where nothing fits, the answer is none: plain text.

pub(super) use super::big_text::LEAST_ROWS;
use super::big_text::{self, MOST_LINES, TypeSize};
use super::placed::height;
use super::text::share;
use crate::show::{Look, Size};
use crate::typeface::Measure;

/// From this height on even the smallest large type is small beside the words, and plain text could not be read from
/// where they can: what accompanies them is large type too.
const SMALL_IS_LARGE: u16 = 45;

/// Where words that are read may stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// From side to side.
    pub(super) columns: u16,
    /// The rows that they take where that leaves them large enough.
    pub(super) usual: u16,
    /// All the rows that there are.
    pub(super) all: u16,
    /// A line usually takes at most so many.
    pub(super) most: u16,
}

/// A text in large type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Large {
    /// Its lines.
    pub(super) lines: Vec<String>,
    /// Their size.
    pub(super) size: TypeSize,
}

impl Large {
    /// The rows that it takes.
    pub(super) fn height(&self) -> u16 {
        height(self.lines.len(), self.size.rows)
    }
}

impl Room {
    /// The size of everything that is read in a step.
    pub(super) fn common(self, measures: &[Measure], look: Look) -> Option<TypeSize> {
        let fitted = |rows, most| big_text::fitted(measures, (self.columns, rows), most, look);
        match look.size {
            Size::Compact => {
                let largest = fitted(self.all, u16::MAX)?;
                fitted(self.all, (largest.rows / 2).max(LEAST_ROWS))
            }
            Size::Usual => fitted(self.usual, self.most).or_else(|| fitted(self.all, self.most)),
            Size::Roomy => fitted(self.all, u16::MAX),
        }
    }

    /// What is read now, at the size of everything that is read with it. Where it was not among that and has no room, it
    /// alone is smaller; where not all of that has room in large type, what has is as small as large type may be.
    pub(super) fn now(self, lines: &[String], measures: &[Measure], look: Look) -> Option<Large> {
        let text = lines.join(" ");
        let of_text = [Measure::of(&text)];
        let measures = if measures.is_empty() { &of_text } else { measures };
        let size = self
            .common(measures, look)
            .unwrap_or(TypeSize { rows: LEAST_ROWS });
        let own = big_text::fitted(&of_text, (self.columns, self.all), size.rows, look)?;
        self.at(lines, size, look).or_else(|| self.at(lines, own, look))
    }

    /// Lines at a size: each for itself where there is room for that, and else run on.
    fn at(self, lines: &[String], size: TypeSize, look: Look) -> Option<Large> {
        let broken = |text: &String| big_text::broken(text, size, self.columns, look);
        let fits = |broken: &Vec<String>| {
            broken.len() <= usize::from(MOST_LINES) && stands(broken, size, (self.columns, self.all), look)
        };
        let each = lines.iter().flat_map(broken).collect();
        let ways = [each, broken(&lines.join(" "))];
        let lines = ways.into_iter().find(fits)?;
        Some(Large { lines, size })
    }
}

/// Lines one below the other, each broken for itself, at the largest size of at most so many rows a line.
pub(super) fn stacked(lines: &[&str], room: (u16, u16), most: u16, look: Look) -> Option<Large> {
    (LEAST_ROWS..=most)
        .rev()
        .find_map(|rows| at_size(lines, rows, room, look))
}

/// The same at one size.
pub(super) fn at_size(lines: &[&str], rows: u16, room: (u16, u16), look: Look) -> Option<Large> {
    let size = TypeSize { rows };
    let broken = |line: &&str| big_text::broken(line, size, room.0, look);
    // Each has a row of its own at least: no need to break them all to see that.
    if height(lines.len(), rows) > room.1 {
        return None;
    }
    let measures: Vec<Measure> = lines.iter().map(|line| Measure::of(line)).collect();
    big_text::fitted(&measures, room, rows, look).filter(|fitted| *fitted == size)?;
    let lines: Vec<String> = lines.iter().flat_map(broken).collect();
    stands(&lines, size, room, look).then_some(Large { lines, size })
}

/// What only accompanies, a line each: large type on a screen that is high enough, where every line has room.
pub(super) fn small(lines: &[String], columns: u16, screen: u16, look: Look) -> Option<TypeSize> {
    let size = TypeSize { rows: LEAST_ROWS };
    let has_room = |line: &String| is_broken_into_one(line, size, columns, look);
    (screen >= SMALL_IS_LARGE && lines.iter().all(has_room)).then_some(size)
}

fn is_broken_into_one(line: &str, size: TypeSize, columns: u16, look: Look) -> bool {
    big_text::fitted(&[Measure::of(line)], (columns, size.rows), size.rows, look) == Some(size)
        && big_text::columns(line, size, look) <= columns
}

/// The rows of a line of a title, at most.
pub(super) fn of_title(screen: u16, size: Size) -> u16 {
    let rows = match size {
        Size::Compact => share(screen, 1, 9),
        Size::Usual => share(screen, 1, 5),
        Size::Roomy => share(screen, 1, 3),
    };
    rows.max(LEAST_ROWS)
}

fn stands(lines: &[String], size: TypeSize, (columns, rows): (u16, u16), look: Look) -> bool {
    height(lines.len(), size.rows) <= rows
        && lines
            .iter()
            .all(|line| big_text::columns(line, size, look) <= columns)
}
