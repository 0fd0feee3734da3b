//! The marks of what was read, carried over an edit of the words.

use crate::programme::Cue;
use crate::programme::carry::{carried_phrase, is_read_already, phrase_in_second_half, read_of_second_half};

/// The marks of a cue whose words may have changed: what was read whole stays read, else all up to the phrase reached,
/// and after it the phrases that stand as they were.
pub(super) fn carried_marks(marks: &[bool], old: &Cue, new: &Cue, whole: bool) -> Vec<bool> {
    let unbroken = marks.iter().take_while(|mark| **mark).count();
    let words_read = old.phrases.get(unbroken).map_or(0, |next| next.first_word);
    if whole || is_read_already(old, new, words_read) {
        return vec![true; new.phrases.len()];
    }
    let mut carried = vec![false; new.phrases.len()];
    let reached = carried_phrase(old, new, unbroken);
    for mark in carried.iter_mut().take(reached) {
        *mark = true;
    }
    for (phrase, _) in marks.iter().enumerate().filter(|(_, mark)| **mark) {
        let place = carried_phrase(old, new, phrase);
        let same =
            old.phrases.get(phrase).map(|one| &one.text) == new.phrases.get(place).map(|one| &one.text);
        if let Some(mark) = carried.get_mut(place).filter(|_| same) {
            *mark = true;
        }
    }
    carried
}

/// The marks of the second half of a cue that was cut in two: all up to the phrase reached, if that is in it, and after it
/// the phrases that were read. Its number was not, as long as none of its words was.
pub(super) fn marks_of_second_half(marks: &[bool], old: &Cue, second: &Cue) -> Vec<bool> {
    let unbroken = marks.iter().take_while(|mark| **mark).count();
    let mut carried = vec![false; second.phrases.len()];
    for mark in carried
        .iter_mut()
        .take(read_of_second_half(old, second, unbroken))
    {
        *mark = true;
    }
    for ((at, phrase), _) in (0..).zip(&old.phrases).zip(marks).filter(|(_, mark)| **mark) {
        let place = phrase_in_second_half(old, second, at);
        let stands = place.filter(|place| {
            second
                .phrases
                .get(*place)
                .is_some_and(|one| one.text == phrase.text)
        });
        if let Some(mark) = stands.and_then(|place| carried.get_mut(place)) {
            *mark = true;
        }
    }
    carried
}
