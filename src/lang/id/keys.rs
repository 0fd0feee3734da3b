//! The key words in Indonesian.

use crate::lang::KeyWords;

pub(super) const WORDS: KeyWords = KeyWords {};
