//! The audience's screen, as the leader's own terminal shows it.

use crate::leading::{lead, lead_from};
use crate::{APEL_PAGI, MERGANGSAN, PEKALONGAN, PURBALINGGA, PURWOREJO, SERUYAN, in_both, in_indonesian};

#[test]
fn the_audience_before_and_after() {
    in_indonesian("audience-title-card", |lang| lead(PURWOREJO, lang).keys("<tab>"));
    in_indonesian("audience-title-card-unfilled", |lang| {
        lead(APEL_PAGI, lang).keys("<tab>")
    });
    in_indonesian("audience-after", |lang| {
        lead_from(SERUYAN, "7", lang).keys("<tab><space*9>")
    });
}

#[test]
fn the_audience_of_a_text_that_is_repeated() {
    in_both("audience-echo", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<tab><space*3>")
    });
    in_indonesian("audience-number", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<tab>")
    });
    in_indonesian("audience-heading", |lang| {
        lead_from(MERGANGSAN, "ikrar", lang).keys("<tab><space>")
    });
}

#[test]
fn the_audience_with_two_presses() {
    in_indonesian("audience-two-presses-lead", |lang| {
        lead_from(PURBALINGGA, "ikrar.1", lang).keys("<tab><space*4>")
    });
    in_indonesian("audience-two-presses-echo", |lang| {
        lead_from(PURBALINGGA, "ikrar.1", lang).keys("<tab><space*5>")
    });
}

#[test]
fn the_audience_that_reads_together() {
    in_both("audience-together", |lang| {
        lead_from(SERUYAN, "ikrar.4", lang).keys("<tab>")
    });
}

#[test]
fn the_audience_of_a_text_read_alone() {
    in_indonesian("audience-alone", |lang| {
        lead_from(PURWOREJO, "6.2", lang).keys("<tab>")
    });
    let hidden = ikrar::script::library::script(PURWOREJO)
        .expect("it ships")
        .replace("show_text = true", "show_text = false");
    in_indonesian("audience-alone-without-words", |lang| {
        lead_from(&hidden, "6.2", lang).keys("<tab>")
    });
}

#[test]
fn the_audience_of_steps_whose_words_are_not_theirs() {
    in_indonesian("audience-report", |lang| {
        lead_from(PEKALONGAN, "3", lang).keys("<tab>")
    });
    in_indonesian("audience-prayer", |lang| {
        lead_from(SERUYAN, "3", lang).keys("<tab>")
    });
    in_indonesian("audience-long-title", |lang| {
        lead_from(SERUYAN, "4", lang).keys("<tab>")
    });
}

#[test]
fn the_audience_of_a_signing() {
    in_indonesian("audience-signing", |lang| {
        lead_from(PEKALONGAN, "8", lang).keys("<tab><space>")
    });
    in_indonesian("audience-signing-group", |lang| {
        lead_from(PEKALONGAN, "8", lang).keys("<tab><space*2>")
    });
}
