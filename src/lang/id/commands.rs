//! The command words in Indonesian.

use crate::lang::CommandWords;

pub(super) const WORDS: CommandWords = CommandWords {};
