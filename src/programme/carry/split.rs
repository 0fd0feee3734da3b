//! A clause that its author has cut in two: the first half is the old clause, and the second goes on with it.
//!
//! Only a cut is seen here, not a rewording: the halves have the old words, whatever their signs and capitals.

use crate::programme::{Cue, PhraseKind};

/// Where the old cue's beginning stands, if it was cut in two and its end taken for it: in the one before.
pub(super) fn first_half(old: &Cue, before: &Cue, matched: &Cue) -> bool {
    let (old, before, matched) = (words(old), words(before), words(matched));
    before.len() + matched.len() <= old.len() && is_part(&before) && old.starts_with(&before)
}

/// Whether a cue is the end of the old one, which the cue before it has the beginning of.
pub(super) fn is_second_half(old: &Cue, first: &Cue, next: &Cue) -> bool {
    let (old, first, next) = (words(old), words(first), words(next));
    first.len() + next.len() <= old.len() && is_part(&next) && old.starts_with(&first) && old.ends_with(&next)
}

/// The phrase of the second half that has the word which the old cue's phrase begins with, if it has it.
pub(super) fn phrase_in_second_half(old: &Cue, second: &Cue, phrase: usize) -> Option<usize> {
    let reached = old.phrases.get(phrase)?.first_word;
    let cut = words(old).len().checked_sub(words(second).len())?;
    let word = reached.checked_sub(cut)?;
    second
        .phrases
        .iter()
        .rposition(|phrase| phrase.kind == PhraseKind::Words && phrase.first_word <= word)
}

/// Whether all that a cue says now is among the first words of the old one, so many of which were read.
pub fn is_read_already(old: &Cue, new: &Cue, read: usize) -> bool {
    let new = words(new);
    is_part(&new) && new.len() <= read && words(old).starts_with(&new)
}

fn is_part(words: &[String]) -> bool {
    !words.is_empty()
}

/// The words without the signs around them, in lower case: a cut changes both.
fn words(cue: &Cue) -> Vec<String> {
    let bare = |word: &str| {
        word.trim_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase()
    };
    cue.text.split_whitespace().map(bare).collect()
}
