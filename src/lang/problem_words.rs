//! The words for what is wrong with a script, and the small tools that put them together in every language.

use std::borrow::Cow;

use crate::script::Fault;
use crate::script::characters::harmless;
use crate::script::problem::FixedUse;

/// The most characters of a word of the author's that is quoted in a sentence.
const LONGEST_QUOTE: usize = 40;

/// A fault in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What is wrong, in one short sentence.
    pub title: String,
    /// What stands beside the place, in a few words; may be empty.
    pub label: String,
    /// What to do; may be empty.
    pub help: String,
}

impl Explained {
    /// A fault in words.
    pub fn new(title: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            label: label.into(),
            help: help.into(),
        }
    }
}

/// The words for problems.
#[derive(Debug)]
pub struct ProblemWords {
    /// "kesalahan"
    pub error: &'static str,
    /// "peringatan"
    pub warning: &'static str,
    /// "saran"
    pub help: &'static str,
    /// A fault in words.
    pub explain: fn(&Fault) -> Explained,
}

/// A word of the author's, as it is quoted in a sentence: in backticks, without anything harmful, not too long.
pub(super) fn quoted(word: &str) -> String {
    let word = harmless(word);
    let short: Cow<'_, str> = match word.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => Cow::Owned(format!("{}…", &word[..end])),
        None => word,
    };
    format!("`{short}`")
}

/// Several words, as they are quoted in a sentence.
pub(super) fn quoted_all(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| quoted(word))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a key is for, one use after the other.
pub(super) fn all_uses(uses: &[FixedUse], between: &str, words: fn(FixedUse) -> &'static str) -> String {
    let uses: Vec<_> = uses.iter().map(|fixed_use| words(*fixed_use)).collect();
    uses.join(between)
}

/// The number of a character: `U+001B`.
pub(super) fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_word_is_short_and_harmless() {
        assert_eq!(quoted("tittle"), "`tittle`");
        assert_eq!(quoted("a\u{1b}b"), "`a\u{FFFD}b`");
        assert_eq!(quoted(&"é".repeat(50)), format!("`{}…`", "é".repeat(40)));
    }
}
