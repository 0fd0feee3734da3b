//! The offer to go on with a run whose program was killed.

use crate::leading::{BROKEN, Leading, lead};
use crate::{MERGANGSAN, PURWOREJO, in_both, in_indonesian};
use ikrar::lang::Lang;

/// In the second clause of the ikrar, at its third phrase.
fn in_the_ikrar(lang: Lang) -> Leading {
    lead(MERGANGSAN, lang).keys("<enter>4<enter>2<enter><space*3>")
}

#[test]
fn a_run_that_was_killed_in_an_ikrar_is_offered() {
    in_both("offer", |lang| in_the_ikrar(lang).killed(140, MERGANGSAN, 0));
}

#[test]
fn what_is_amiss_with_the_script_or_the_journal_is_told_with_it() {
    in_both("offer-broken", |lang| {
        in_the_ikrar(lang).killed(3_720, BROKEN, 312)
    });
}

#[test]
fn elsewhere_than_in_a_text_it_is_offered_from_there() {
    in_indonesian("offer-step", |lang| {
        lead(PURWOREJO, lang)
            .keys("<enter><space>c")
            .killed(30, PURWOREJO, 0)
    });
    in_indonesian("offer-closing-card", |lang| {
        lead(MERGANGSAN, lang)
            .keys("<enter>8<enter>n")
            .killed(30, MERGANGSAN, 0)
    });
    in_indonesian("offer-before", |lang| {
        lead(PURWOREJO, lang)
            .keys("g<end>,,<esc>")
            .killed(30, PURWOREJO, 0)
    });
}

#[test]
fn after_the_answer_the_ceremony_goes_on() {
    in_indonesian("offer-taken", |lang| {
        in_the_ikrar(lang).killed(140, MERGANGSAN, 0).keys("<enter>")
    });
}

#[test]
fn a_beginning_that_is_late_is_told() {
    in_both("begun-late", |lang| {
        lead(PURWOREJO, lang).keys("<wait 1200><enter>")
    });
}
