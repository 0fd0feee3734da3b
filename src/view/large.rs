//! How large the words of a slide and of a prompt stand, and how high: one size and one first row for everything that is
//! read in a step, so that nothing jumps, and sizes for titles. Where nothing fits, the answer is none: plain text.

pub(super) use super::big_text::LEAST_ROWS;
use super::big_text::{self, LEAST, MOST_LINES, Needed, TypeSize};
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

/// For whom words stand on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Readers {
    /// People repeat them, or read them together: never in more than [`MOST_LINES`] lines of large type, for in more some
    /// lose the place.
    Many,
    /// One person alone reads them: a long text may take as many lines as there is room for.
    One,
}

/// A text in large type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LargeText {
    /// Its lines.
    pub(super) lines: Vec<String>,
    /// Their size.
    pub(super) size: TypeSize,
}

impl LargeText {
    /// The rows that it takes.
    fn height(&self) -> u16 {
        height(self.lines.len(), self.size.rows)
    }

    fn has_room(&self, (columns, rows): (u16, u16), look: Look) -> bool {
        let is_whole = |line: &String| big_text::columns(line, self.size, look) <= columns;
        self.height() <= rows && self.lines.iter().all(is_whole)
    }
}

/// What is read now, laid out in a [`Room`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LaidOut {
    /// The words.
    pub(super) text: LargeText,
    /// The rows of air above them, from the first row of the room on.
    pub(super) air: u16,
}

/// How many lines the pieces of a text take at their common size.
#[derive(Debug, Clone, Copy)]
struct Block {
    /// The longest.
    most: u16,
    /// Half of them no more than this.
    usual: u16,
}

impl Room {
    /// What is read now: at the size of everything that is read with it in the step. Where it has no room at that size it
    /// alone is smaller, and where one person reads it it may take more lines. None where it must be plain.
    pub(super) fn laid_out(
        self,
        lines: &[String],
        measures: &[Measure],
        readers: Readers,
        look: Look,
    ) -> Option<LaidOut> {
        let common = self.common(measures, look);
        let block = common.and_then(|size| self.block(measures, size, look));
        let text = self
            .now(lines, common.unwrap_or(LEAST), block, look)
            .or_else(|| self.long(lines, readers, look))?;
        let air = common.zip(block).map_or(0, |(size, block)| self.air(size, block));
        let air = air.min(self.all.saturating_sub(text.height()));
        Some(LaidOut { text, air })
    }

    /// The size of everything that is read in a step.
    pub(super) fn common(self, measures: &[Measure], look: Look) -> Option<TypeSize> {
        let fitted = |rows, most| {
            let area = (self.columns, rows);
            big_text::fitted(measures, area, most, Needed::AllButFew, look)
        };
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

    /// The lines that the pieces take which stand in large type.
    fn block(self, measures: &[Measure], size: TypeSize, look: Look) -> Option<Block> {
        let in_lines = |piece| big_text::lines_of(piece, size, self.columns, look);
        let in_lines = measures.iter().filter_map(in_lines);
        let in_lines = in_lines.filter_map(|lines| u16::try_from(lines).ok());
        let mut all: Vec<u16> = in_lines
            .filter(|lines| (1..=MOST_LINES).contains(lines))
            .collect();
        all.sort_unstable();
        Some(Block {
            most: *all.last()?,
            usual: *all.get((all.len() - 1) / 2)?,
        })
    }

    /// The rows of air above a text, the same for each of its pieces: so many that a usual one stands in the optical middle
    /// of the usual rows, a little above their own, and the longest one still has room there.
    fn air(self, size: TypeSize, block: Block) -> u16 {
        let [most, usual] = [block.most, block.usual].map(|lines| lines * size.rows);
        let rows = if most <= self.usual { self.usual } else { self.all };
        share(rows.saturating_sub(usual), 9, 20).min(rows.saturating_sub(most))
    }

    /// What is read now, at the size of everything that is read with it. Where it was not among that and has no room, it
    /// alone is smaller.
    fn now(self, lines: &[String], size: TypeSize, block: Option<Block>, look: Look) -> Option<LargeText> {
        let area = (self.columns, self.all);
        let run_on = lines.join(" ");
        let size = big_text::largest(&[Measure::of(&run_on)], area, size.rows, MOST_LINES, look)?;
        let run_on = LargeText {
            lines: big_text::broken(&run_on, size, self.columns, look),
            size,
        };
        // A phrase a line, where each has room for that and the block is no higher for it.
        let each = LargeText {
            lines: lines.to_vec(),
            size,
        };
        let most = block
            .map_or(0, |block| block.most)
            .max(run_on.height() / size.rows);
        let is_calm = each.height() <= most.saturating_mul(size.rows) && each.has_room(area, look);
        let text = if is_calm { each } else { run_on };
        text.has_room(area, look).then_some(text)
    }

    /// What is too long for so few lines, in as many of the smallest large type as there is room for.
    fn long(self, lines: &[String], readers: Readers, look: Look) -> Option<LargeText> {
        let text = match readers {
            Readers::Many => return None,
            Readers::One => lines.join(" "),
        };
        let lines = big_text::broken(&text, LEAST, self.columns, look);
        let text = LargeText { lines, size: LEAST };
        let area = (self.columns, self.all);
        (!text.lines.is_empty() && text.has_room(area, look)).then_some(text)
    }
}

/// Texts one below the other in large type of one size, each with lines of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stack {
    /// The lines of each.
    pub(super) texts: Vec<Vec<String>>,
    /// Their size.
    pub(super) size: TypeSize,
    /// The rows of air between two texts: none where each is one line, so that one sees where each ends.
    pub(super) air: u16,
}

impl Stack {
    /// Texts at a size of so many rows a line, in an area of so many columns and rows.
    pub(super) fn at(texts: &[&str], rows: u16, area: (u16, u16), look: Look) -> Option<Self> {
        let size = TypeSize { rows };
        let measures: Vec<Measure> = texts.iter().map(|text| Measure::of(text)).collect();
        // No need to break them all to see that one is too long.
        big_text::largest(&measures, area, rows, MOST_LINES, look).filter(|largest| *largest == size)?;
        let texts: Vec<Vec<String>> = texts
            .iter()
            .map(|text| big_text::broken(text, size, area.0, look))
            .collect();
        let is_calm = texts.iter().all(|lines| lines.len() <= 1);
        let stack = Self {
            air: if is_calm { 0 } else { share(rows, 1, 3).max(1) },
            texts,
            size,
        };
        let lines = stack.texts.iter().flatten();
        let is_whole = |line: &String| big_text::columns(line, size, look) <= area.0;
        let has_room = stack.height() <= area.1 && lines.into_iter().all(is_whole);
        has_room.then_some(stack)
    }

    /// The lines of all of them.
    fn lines(&self) -> usize {
        self.texts.iter().map(Vec::len).sum()
    }

    /// The rows that they take.
    pub(super) fn height(&self) -> u16 {
        let between = self.texts.len().saturating_sub(1);
        height(self.lines(), self.size.rows).saturating_add(height(between, self.air))
    }
}

/// Texts one below the other at the largest size of at most so many rows a line. Of several each is one line where that
/// can be, else all of them have at most [`MOST_LINES`] lines where that can be.
pub(super) fn stacked(texts: &[&str], area: (u16, u16), most: u16, look: Look) -> Option<Stack> {
    if let [text] = texts {
        let size = big_text::fitted(&[Measure::of(text)], area, most, Needed::All, look)?;
        return Stack::at(texts, size.rows, area, look);
    }
    let all: Vec<Stack> = (LEAST_ROWS..=most)
        .rev()
        .filter_map(|rows| Stack::at(texts, rows, area, look))
        .collect();
    let few = |stack: &&Stack| stack.lines() <= usize::from(MOST_LINES);
    let calm = |stack: &&Stack| few(stack) && stack.air == 0;
    let found = all.iter().find(calm).or_else(|| all.iter().find(few));
    found.or(all.first()).cloned()
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

#[cfg(test)]
mod tests;
