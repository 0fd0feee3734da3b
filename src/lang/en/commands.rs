//! The command words in English.

use crate::lang::CommandWords;

pub(super) const WORDS: CommandWords = CommandWords {};
