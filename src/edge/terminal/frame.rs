//! Two buffers and the bytes that lead from one to the other, no more of them than needed: a line may be slow. Touches no
//! terminal.

use std::io;

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::pen::Pen;

/// From so many cells on, erasing the rest of a row takes fewer bytes than writing blanks.
const SHORTEST_ERASED: usize = 9;

/// What is on the screen, and what is to be.
#[derive(Debug)]
pub(super) struct Frame {
    /// As the screen is, where `known`.
    shown: Buffer,
    /// As it is to be; between two draws an old frame, kept for its memory.
    next: Buffer,
    /// Whether the screen holds what we believe.
    known: bool,
    /// The bytes of the last draw, kept for their memory.
    bytes: Vec<u8>,
}

impl Frame {
    pub(super) fn new(size: (u16, u16)) -> Self {
        let empty = Buffer::empty(area(size));
        Self {
            shown: empty.clone(),
            next: empty,
            known: false,
            bytes: Vec::new(),
        }
    }

    pub(super) fn area(&self) -> Rect {
        self.next.area
    }

    /// A new size, or the same after the terminal may have moved its cells: all is painted anew.
    pub(super) fn resize(&mut self, size: (u16, u16)) {
        if area(size) == self.area() {
            self.forget();
        } else {
            *self = Self::new(size);
        }
    }

    /// What is on the screen is not known any more.
    pub(super) fn forget(&mut self) {
        self.known = false;
    }

    /// Paints a new frame and gives the bytes that put it on the screen; none when nothing has changed.
    pub(super) fn paint(&mut self, paint: impl FnOnce(&mut Buffer, Rect)) -> io::Result<Option<&[u8]>> {
        let area = self.area();
        self.next.reset();
        paint(&mut self.next, area);
        if !self.known {
            self.shown.reset();
        }
        self.bytes.clear();
        queue!(self.bytes, BeginSynchronizedUpdate)?;
        let begun = self.bytes.len();
        if !self.known {
            queue!(self.bytes, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        }
        erase_tails(&mut self.shown, &self.next, &mut self.bytes)?;
        let mut changed = self.shown.diff_iter(&self.next).peekable();
        if changed.peek().is_none() && self.bytes.len() == begun {
            return Ok(None);
        }
        let mut pen = Pen::new(&mut self.bytes);
        while let Some((column, row, cell)) = changed.next() {
            pen.write(&self.next, column, row, cell);
            // What a terminal leaves of a wide sign whose first half is gone, it decides itself.
            let end = column + width(cell);
            let bared = self
                .shown
                .cell((end - 1, row))
                .is_some_and(|cell| width(cell) > 1);
            let comes = changed
                .peek()
                .is_some_and(|(next, of, _)| (*next, *of) == (end, row));
            if let Some(second) = self.next.cell((end, row)).filter(|_| bared && !comes) {
                pen.write(&self.next, end, row, second);
            }
        }
        pen.put_down();
        queue!(self.bytes, EndSynchronizedUpdate)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.known = true;
        Ok(Some(&self.bytes))
    }
}

/// Erases the rest of each row that was long and is short now, on the screen and in what is known of it.
/// Only where cells have no ground of their own, as without colours: not every terminal erases with a ground.
fn erase_tails(shown: &mut Buffer, next: &Buffer, bytes: &mut Vec<u8>) -> io::Result<()> {
    let columns = usize::from(next.area.width).max(1);
    let rows = shown
        .content
        .chunks_mut(columns)
        .zip(next.content.chunks(columns));
    for (row, (shown, next)) in (0..).zip(rows) {
        let blank = next.iter().rev().take_while(|cell| **cell == Cell::EMPTY);
        let (before, tail) = shown.split_at_mut(next.len() - blank.count());
        let written = tail.iter().filter(|cell| **cell != Cell::EMPTY).count();
        // Erasing one half of a wide character may leave the other.
        let halves = before.last().is_some_and(|cell| width(cell) > 1);
        if written >= SHORTEST_ERASED && !halves {
            queue!(
                bytes,
                MoveTo(before.len() as u16, row),
                Clear(ClearType::UntilNewLine)
            )?;
            tail.fill(Cell::EMPTY);
        }
    }
    Ok(())
}

/// The columns of a cell's sign: one or two.
fn width(cell: &Cell) -> u16 {
    let symbol = cell.symbol();
    if symbol.len() > 1 && symbol.width() > 1 {
        2
    } else {
        1
    }
}

fn area((columns, rows): (u16, u16)) -> Rect {
    Rect::new(0, 0, columns, rows)
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Style};

    use super::*;

    const SIZE: (u16, u16) = (12, 2);

    fn screen() -> vt100::Parser {
        let cells = |count| std::num::NonZero::new(count).unwrap();
        vt100::Parser::new(cells(2), cells(12), 0)
    }

    /// Paints a line and feeds what is written to a terminal.
    fn painted(frame: &mut Frame, terminal: &mut vt100::Parser, line: &str) -> Vec<u8> {
        let bytes = frame
            .paint(|buffer, _| buffer.set_string(0, 0, line, Style::new().fg(Color::Yellow)))
            .unwrap()
            .map(<[u8]>::to_vec)
            .unwrap_or_default();
        terminal.process(&bytes);
        bytes
    }

    fn first_row(terminal: &vt100::Parser) -> String {
        terminal
            .screen()
            .rows(0, 12)
            .next()
            .unwrap()
            .trim_end()
            .to_owned()
    }

    #[test]
    fn a_frame_that_changes_nothing_writes_nothing() {
        let (mut frame, mut terminal) = (Frame::new(SIZE), screen());
        assert!(!painted(&mut frame, &mut terminal, "Satu.").is_empty());
        assert!(painted(&mut frame, &mut terminal, "Satu.").is_empty());
        assert!(!painted(&mut frame, &mut terminal, "Dua.").is_empty());
        assert_eq!(first_row(&terminal), "Dua.");
    }

    #[test]
    fn a_frame_stands_between_the_marks_of_a_synchronized_update() {
        let (mut frame, mut terminal) = (Frame::new(SIZE), screen());
        let bytes = painted(&mut frame, &mut terminal, "Satu.");
        assert!(bytes.starts_with(b"\x1b[?2026h"));
        assert!(bytes.ends_with(b"\x1b[?2026l"));
    }

    #[test]
    fn even_an_empty_first_frame_clears_the_screen() {
        let (mut frame, mut terminal) = (Frame::new(SIZE), screen());
        terminal.process(b"left over");
        painted(&mut frame, &mut terminal, "");
        assert_eq!(first_row(&terminal), "");
    }

    #[test]
    fn after_a_resize_all_is_painted_anew() {
        let (mut frame, mut terminal) = (Frame::new(SIZE), screen());
        painted(&mut frame, &mut terminal, "Satu.");
        terminal.process(b"\x1b[Hrubbish here");
        frame.resize(SIZE);
        painted(&mut frame, &mut terminal, "Satu.");
        assert_eq!(first_row(&terminal), "Satu.");

        frame.resize((6, 1));
        assert_eq!(frame.area(), Rect::new(0, 0, 6, 1));
        assert!(!painted(&mut frame, &mut terminal, "Satu.").is_empty());
    }

    #[test]
    fn what_stands_between_two_changes_is_written_again_where_that_is_shorter() {
        let (mut frame, mut terminal) = (Frame::new(SIZE), screen());
        painted(&mut frame, &mut terminal, "Satu. Dua.");
        let bytes = painted(&mut frame, &mut terminal, "Batu. Dia.");
        assert_eq!(first_row(&terminal), "Batu. Dia.");
        let is_in = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        assert!(is_in(&bytes, b"B\x1b[6Ci"), "six cells are too many");
        let bytes = painted(&mut frame, &mut terminal, "Batu. Gia?");
        assert_eq!(first_row(&terminal), "Batu. Gia?");
        assert!(is_in(&bytes, b"Gia?"), "two cells are not");
    }

    #[test]
    fn the_rest_of_a_row_is_erased() {
        let (mut frame, mut terminal) = (Frame::new(SIZE), screen());
        painted(&mut frame, &mut terminal, "Menghasilkan");
        let bytes = painted(&mut frame, &mut terminal, "");
        assert_eq!(first_row(&terminal), "");
        assert!(!bytes.contains(&b' '));
        painted(&mut frame, &mut terminal, "Menghasilkan");
        assert_eq!(first_row(&terminal), "Menghasilkan");
    }

    #[test]
    fn wide_characters_are_replaced_whole() {
        let (mut frame, mut terminal) = (Frame::new(SIZE), screen());
        painted(&mut frame, &mut terminal, "一二三");
        painted(&mut frame, &mut terminal, "a二b");
        assert_eq!(first_row(&terminal), "a二b");
        painted(&mut frame, &mut terminal, "");
        assert_eq!(first_row(&terminal), "");
    }
}
