//! Two buffers and the bytes that lead from one to the other. Touches no terminal.

use std::io;

use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
        let mut changed = self.shown.diff_iter(&self.next).peekable();
        if self.known && changed.peek().is_none() {
            return Ok(None);
        }
        self.bytes.clear();
        queue!(self.bytes, BeginSynchronizedUpdate)?;
        if !self.known {
            queue!(self.bytes, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        }
        CrosstermBackend::new(&mut self.bytes).draw(changed)?;
        queue!(self.bytes, EndSynchronizedUpdate)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.known = true;
        Ok(Some(&self.bytes))
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
    fn wide_characters_are_replaced_whole() {
        let (mut frame, mut terminal) = (Frame::new(SIZE), screen());
        painted(&mut frame, &mut terminal, "一二三");
        painted(&mut frame, &mut terminal, "a二b");
        assert_eq!(first_row(&terminal), "a二b");
        painted(&mut frame, &mut terminal, "");
        assert_eq!(first_row(&terminal), "");
    }
}
