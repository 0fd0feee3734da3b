//! Cutting a text into phrases (*penggalan*): the breath groups in which it is read and repeated.
//!
//! Where the author has marked pauses, the marks decide. Elsewhere the cheapest set of breaks over the whole text is
//! taken: `gap` prices each place where one could breathe, `breaks` chooses among them, and `words`, `fixed` and
//! `figures` know the language. A cut never changes a word, never splits one, and never fails, whatever the text.

mod breaks;
mod figures;
mod fixed;
mod gap;
mod token;
mod words;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod properties;

use std::ops::Range;

use token::{Stretch, Token};

/// The longest stretch between two marks, in words, that is left whole: so far the author is taken to have decided.
const LONGEST_MARKED: usize = 10;

/// A text of fewer words than this is one phrase.
const SHORTEST_CUT: usize = 3;

/// What sort of phrase it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhraseKind {
    /// The spoken number of a clause: "Satu."
    Number,
    /// Words of the text.
    Words,
}

/// The pause that an author has marked after a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pause {
    /// None was marked.
    Unmarked,
    /// ` / `
    Short,
    /// ` // `
    Full,
}

/// A breath group within a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The words, without marks. Phrases of a cue joined with single spaces give its text back.
    pub text: String,
    /// A spoken number, or words.
    pub kind: PhraseKind,
    /// The marked pause after it.
    pub pause: Pause,
    /// How many words it has.
    pub words: usize,
    /// How many words of the cue's text come before it (a spoken number counts none).
    pub first_word: usize,
}

/// Cuts a text into phrases. `values` are byte ranges of `text` that must stay whole.
///
/// The texts of the phrases joined with single spaces give back the text without its marks and with its white space
/// folded. An empty text gives no phrase. A word is what stands between white space; a mark is no word.
pub fn cut(text: &str, values: &[Range<usize>]) -> Vec<Phrase> {
    let stretches = token::stretches(text, values);
    let marked = stretches.iter().any(|stretch| stretch.pause != Pause::Unmarked);
    let whole = if marked { LONGEST_MARKED } else { SHORTEST_CUT - 1 };

    let mut phrases = Vec::new();
    let mut first_word = 0;
    for Stretch { tokens, pause } in &stretches {
        let mut rest = tokens.as_slice();
        for words in lengths(tokens, whole) {
            let (now, later) = rest.split_at(words.min(rest.len()));
            let pause = if later.is_empty() { *pause } else { Pause::Unmarked };
            phrases.push(Phrase {
                text: joined(now),
                kind: PhraseKind::Words,
                pause,
                words: now.len(),
                first_word,
            });
            first_word += now.len();
            rest = later;
        }
    }
    phrases
}

/// A text as the one phrase that it would be if it were never cut: with the words that all its phrases have together. For
/// plans, which ask for nothing else.
pub fn uncut(text: &str, values: &[Range<usize>]) -> Vec<Phrase> {
    let words = token::words(text, values);
    let phrase = Phrase {
        text: text.to_owned(),
        kind: PhraseKind::Words,
        pause: Pause::Unmarked,
        words,
        first_word: 0,
    };
    if words == 0 { Vec::new() } else { vec![phrase] }
}

/// How many words each phrase of a stretch has; a stretch of at most `whole` words is one phrase.
fn lengths(tokens: &[Token<'_>], whole: usize) -> Vec<usize> {
    if tokens.len() <= whole.max(SHORTEST_CUT - 1) {
        return vec![tokens.len()];
    }
    breaks::cheapest(tokens, &gap::costs(tokens))
}

fn joined(tokens: &[Token<'_>]) -> String {
    let written: Vec<&str> = tokens.iter().map(|token| token.written).collect();
    written.join(" ")
}
