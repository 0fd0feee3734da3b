//! The screen words in English.

use crate::lang::ScreenWords;

pub(super) const WORDS: ScreenWords = ScreenWords {};
