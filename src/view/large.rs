//! How large the words of a slide and of a prompt stand: one size for everything that is read in a step, so that the type
//! does not jump, and sizes for titles. Where nothing fits, the answer is none: plain text.

pub(super) use super::big_text::LEAST_ROWS;
use super::big_text::{self, MOST_LINES, TypeSize};
use super::placed::height;
use super::text::share;
use crate::show::{Look, Size};
use crate::typeface::Measure;

/// Below so many rows a line letters are coarse: there a row more is worth more than air.
const COARSE: u16 = 6;

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

    fn has_room(&self, (columns, rows): (u16, u16), look: Look) -> bool {
        let is_whole = |line: &String| big_text::columns(line, self.size, look) <= columns;
        self.height() <= rows && self.lines.iter().all(is_whole)
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
            Size::Usual => {
                let usual = fitted(self.usual, self.most).filter(|size| size.rows >= COARSE);
                usual.or_else(|| fitted(self.all, self.most))
            }
            Size::Roomy => fitted(self.all, u16::MAX),
        }
    }

    /// What is read now, at the size of everything that is read with it. Where it was not among that and has no room, it
    /// alone is smaller.
    pub(super) fn now(self, lines: &[String], size: TypeSize, look: Look) -> Option<Large> {
        let run_on = lines.join(" ");
        let size = big_text::fitted_alone(&run_on, size, (self.columns, self.all), look)?;
        let fits = |large: &Large| {
            large.lines.len() <= usize::from(MOST_LINES) && large.has_room((self.columns, self.all), look)
        };
        let broken = |text: &String| big_text::broken(text, size, self.columns, look);
        // A phrase a line, where each has room for that.
        let each = lines.to_vec();
        let is_whole = |line: &String| big_text::columns(line, size, look) <= self.columns;
        let each = Some(each).filter(|each| each.iter().all(is_whole));
        let ways = [each, Some(broken(&run_on))];
        let larges = ways.into_iter().flatten().map(|lines| Large { lines, size });
        larges.into_iter().find(fits)
    }

    /// A long text that nobody reads along, in as many lines of the smallest large type as there is room for.
    pub(super) fn long(self, lines: &[String], look: Look) -> Option<Large> {
        let size = TypeSize { rows: LEAST_ROWS };
        let lines = big_text::broken(&lines.join(" "), size, self.columns, look);
        let large = Large { lines, size };
        large.has_room((self.columns, self.all), look).then_some(large)
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
    let large = Large { lines, size };
    large.has_room(room, look).then_some(large)
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
