//! A clause that its author has cut in two: the first half is the old clause, and the second goes on with it.
//!
//! Only a cut is seen here, not a rewording: the halves have the old words, whatever their signs and capitals.

use std::collections::HashSet;

use crate::programme::{Cue, PhraseKind};

/// So many words that joined the halves may be gone: "serta", "dan juga".
const MOST_GONE: usize = 2;

/// Of a cue that was cut in two the first half is what it has become, be the second the liker one: what follows goes on.
/// `found` has for each old cue of a list the position of its match in the new list.
pub(super) fn begin_with_first_halves(found: &mut [Option<usize>], old: &[&Cue], new: &[&Cue]) {
    let mut taken: HashSet<usize> = found.iter().copied().flatten().collect();
    for (old, match_of_it) in old.iter().zip(found) {
        let Some(to) = *match_of_it else { continue };
        let Some(before) = to.checked_sub(1).filter(|before| !taken.contains(before)) else {
            continue;
        };
        if let (Some(first), Some(second)) = (new.get(before), new.get(to))
            && are_halves(old, first, second)
        {
            taken.remove(&to);
            taken.insert(before);
            *match_of_it = Some(before);
        }
    }
}

/// Whether two cues, one after the other, are the beginning and the end of the old one. A word or two between them may be
/// gone: the "serta" that joined them.
pub(super) fn are_halves(old: &Cue, first: &Cue, second: &Cue) -> bool {
    if old.text == first.text || old.text == second.text {
        return false;
    }
    let (old, first, second) = (words(old), words(first), words(second));
    let both_say_something = !first.is_empty() && !second.is_empty();
    both_say_something
        && old
            .len()
            .checked_sub(first.len() + second.len())
            .is_some_and(|gone| gone <= MOST_GONE)
        && old.starts_with(&first)
        && old.ends_with(&second)
}

/// Where in the second half the old cue's phrase begins, if it begins there. At the first of its words that is the very
/// beginning: a spoken number comes before them.
pub(super) fn place_in_second_half(old: &Cue, second: &Cue, phrase: usize) -> Option<usize> {
    let word = word_in_second_half(old, second, phrase)?;
    Some(if word == 0 { 0 } else { phrase_with(second, word)? })
}

/// The phrase of the second half that has the word which the old cue's phrase begins with, if it has it.
pub fn phrase_in_second_half(old: &Cue, second: &Cue, phrase: usize) -> Option<usize> {
    phrase_with(second, word_in_second_half(old, second, phrase)?)
}

/// How many phrases of the second half were read, when of the old cue all before this phrase were.
pub fn read_of_second_half(old: &Cue, second: &Cue, phrase: usize) -> usize {
    place_in_second_half(old, second, phrase).unwrap_or(0)
}

fn word_in_second_half(old: &Cue, second: &Cue, phrase: usize) -> Option<usize> {
    let reached = old.phrases.get(phrase)?.first_word;
    let cut = words(old).len().checked_sub(words(second).len())?;
    reached.checked_sub(cut)
}

fn phrase_with(cue: &Cue, word: usize) -> Option<usize> {
    cue.phrases
        .iter()
        .rposition(|phrase| phrase.kind == PhraseKind::Words && phrase.first_word <= word)
}

/// Whether all that a cue says now is among the first words of the old one, so many of which were read.
pub fn is_read_already(old: &Cue, new: &Cue, read: usize) -> bool {
    let new = words(new);
    !new.is_empty() && new.len() <= read && words(old).starts_with(&new)
}

/// The words without the signs around them, in lower case: a cut changes both.
fn words(cue: &Cue) -> Vec<String> {
    let bare = |word: &str| {
        word.trim_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase()
    };
    cue.text.split_whitespace().map(bare).collect()
}
