//! What must be told in its row: what was left out, questions, digits, time, saves.

use crate::leading::{lead, lead_from};
use crate::{MERGANGSAN, PURWOREJO, in_both, in_indonesian};

#[test]
fn something_was_just_left_out() {
    in_both("told-left-out", |lang| {
        lead_from(MERGANGSAN, "ikrar.1", lang).keys("<space*2>3<enter>")
    });
}

#[test]
fn what_was_left_out_is_told_again_before_the_closing() {
    in_indonesian("told-left-out-before-closing", |lang| {
        lead_from(MERGANGSAN, "ikrar.1", lang).keys("<space*2>4<enter><wait 5><space*4>")
    });
}

#[test]
fn much_was_left_out() {
    in_indonesian("told-much-left-out", |lang| {
        lead(PURWOREJO, lang).keys("<enter>7.5<enter><wait 5>n<wait 5>12<enter>")
    });
}

#[test]
fn a_question_whether_to_end() {
    in_both("question-quit", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<space*2>q")
    });
}

#[test]
fn a_question_whether_to_drop_a_step() {
    in_indonesian("question-drop", |lang| lead_from(PURWOREJO, "8", lang).keys("s"));
}

#[test]
fn a_question_whether_to_read_again() {
    in_indonesian("question-restart", |lang| {
        lead_from(MERGANGSAN, "ikrar.3", lang).keys("<space><C-r>")
    });
}

#[test]
fn digits_being_typed() {
    in_indonesian("typed-clause", |lang| {
        lead_from(MERGANGSAN, "ikrar.1", lang).keys("<space>3")
    });
    in_indonesian("typed-step", |lang| lead_from(PURWOREJO, "1", lang).keys("7.3"));
    in_indonesian("typed-nowhere", |lang| lead_from(PURWOREJO, "1", lang).keys("40"));
}

#[test]
fn the_clock_is_paused() {
    in_both("paused", |lang| {
        lead_from(PURWOREJO, "1", lang).keys("<wait 200>c<wait 120>")
    });
}

#[test]
fn late() {
    in_both("late", |lang| {
        lead_from(PURWOREJO, "1", lang).keys("<wait 500><space*3>")
    });
    in_indonesian("late-in-ikrar", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<wait 500><space*3>")
    });
}

#[test]
fn early() {
    in_indonesian("early", |lang| lead_from(PURWOREJO, "1", lang).keys("<space*14>"));
}

#[test]
fn a_save_was_refused() {
    in_both("refused", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .keys("<space>")
            .save("title = \"Apel\n")
    });
}

#[test]
fn the_words_of_the_audience_wait_for_a_move() {
    let changed = ikrar::script::library::script(MERGANGSAN)
        .expect("it ships")
        .replace("konflik kepentingan", "benturan kepentingan");
    in_indonesian("reloaded", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .keys("<space>")
            .save(&changed)
    });
}
