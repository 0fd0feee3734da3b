//! The key words in English.

use crate::lang::KeyWords;

pub(super) const WORDS: KeyWords = KeyWords {};
