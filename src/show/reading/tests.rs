//! The marks of what was read, as an edit leaves them.

use super::*;
use crate::programme::{Occasion, compile};
use crate::script::tests::read_good;

/// An ikrar of these clauses, whose numbers are spoken.
fn ikrar(clauses: &str) -> Programme {
    let script = format!(
        "title = \"A\"\n[[step]]\nid = \"ikrar\"\ntitle = \"Ikrar\"\nkind = \"ikrar\"\nnumbers = \"spoken\"\nclauses = [{clauses}]\n"
    );
    compile(&read_good(&script), &Occasion::default())
}

/// The marks of the second half of a clause of three phrases and a number, of which so many were read.
fn second_half(read: usize) -> Vec<bool> {
    let old = ikrar("\"Satu a / satu b / satu c\"");
    let new = ikrar("\"Satu a\", \"satu b / satu c\"");
    let step = &old.steps[0];
    let mut reading = Reading::default();
    reading.visit(step);
    reading.mark(&step.cues[0], 0..read);
    reading.carry(&Carry::between(&old, &new));
    let second = &new.steps[0].cues[1];
    assert_eq!(second.text, "satu b satu c");
    reading
        .read
        .get(&second.id)
        .map_or_else(Vec::new, |marks| marks.to_vec())
}

#[test]
fn of_a_second_half_of_which_nothing_was_read_not_even_the_number_is() {
    for read in [1, 2] {
        assert_eq!(second_half(read), [false, false, false], "{read} phrases");
    }
}

#[test]
fn a_second_half_that_was_begun_is_read_up_to_the_word_reached() {
    assert_eq!(second_half(3), [true, true, false]);
    assert_eq!(second_half(4), [true, true, true]);
}
