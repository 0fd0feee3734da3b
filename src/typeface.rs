//! The typeface of large type: how wide words are in it, and the outlines of its characters. Pure; the face is inside the
//! binary.

use serde::{Deserialize, Serialize};

/// How wide the words of one piece of text are, in thousandths of the type's size. A piece is what stands on the screen
/// at once: a phrase, or a group that is read together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Measure(pub Vec<u32>);

impl Measure {
    /// Of a text, word by word.
    pub fn of(text: &str) -> Self {
        Self(text.split_whitespace().map(width).collect())
    }
}

/// How wide a word is, in thousandths of the type's size.
pub fn width(word: &str) -> u32 {
    word.chars().count() as u32 * 600
}

/// How wide the space between two words is, in thousandths of the type's size.
pub fn space() -> u32 {
    280
}
