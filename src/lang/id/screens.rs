//! The screen words in Indonesian.

use crate::lang::ScreenWords;

pub(super) const WORDS: ScreenWords = ScreenWords {};
