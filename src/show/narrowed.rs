//! A list in which one row is chosen and which typing narrows: the outline of a show, and the picker's ceremonies.

use super::{Key, KeyCode};
use crate::script::characters;

/// The longest filter.
const LONGEST_FILTER: usize = 60;

/// Which row is chosen, and what narrows the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowed {
    /// The chosen row, among those that the filter lets through.
    pub chosen: usize,
    /// What was typed to narrow the list.
    pub filter: String,
    /// Whether keys go into the filter now.
    pub typing: bool,
}

impl Narrowed {
    /// Begins to type another filter.
    pub fn begin_filter(&mut self) {
        self.typing = true;
        self.chosen = 0;
        self.filter.clear();
    }

    /// Stops typing, and keeps or drops what was typed.
    pub fn end_filter(&mut self, keep: bool) {
        self.typing = false;
        if !keep {
            self.filter.clear();
            self.chosen = 0;
        }
    }

    /// Takes away the last character.
    pub fn erase_filter(&mut self) {
        self.filter.pop();
        self.chosen = 0;
    }

    /// Takes a character while a filter is typed: every one, Space and digits too. Whether it did.
    pub fn take_letter(&mut self, key: Key) -> bool {
        let (true, KeyCode::Char(letter), false, false) = (self.typing, key.code, key.ctrl, key.alt) else {
            return false;
        };
        self.take(letter.encode_utf8(&mut [0; 4]));
        true
    }

    /// Takes what was pasted while a filter is typed, as if it were typed.
    pub fn take_pasted(&mut self, text: &str) {
        if self.typing {
            self.take(&characters::pasted_line(&self.filter, text));
        }
    }

    /// Takes as many letters as have room, and none that steers a terminal.
    fn take(&mut self, letters: &str) {
        let before = self.filter.len();
        let room = LONGEST_FILTER.saturating_sub(self.filter.chars().count());
        let letters = letters.chars().filter(|letter| characters::is_typed(*letter));
        self.filter.extend(letters.take(room));
        if self.filter.len() > before {
            self.chosen = 0;
        }
    }

    /// Chooses the row so many further, of so many; never around the ends.
    pub fn move_by(&mut self, rows: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.chosen = self.chosen.min(last).saturating_add_signed(rows).min(last);
    }
}
