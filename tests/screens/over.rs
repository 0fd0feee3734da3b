//! What opens over the leader's screen: the outline, the help, the problems.

use crate::leading::lead;
use crate::{APEL_PAGI, MERGANGSAN, PURWOREJO, in_both, in_indonesian};

#[test]
fn the_outline_with_everything_that_can_be_said_of_a_step() {
    let changed = ikrar::script::library::script(PURWOREJO)
        .expect("it ships")
        .replace("Pembacaan doa.", "Pembacaan doa bersama.");
    in_both("outline", |lang| {
        lead(PURWOREJO, lang)
            .keys("<enter>6<enter><wait 5>s<wait 5>7.2<enter><wait 5>7.4<enter><wait 5>")
            .save(&changed)
            .keys("g")
    });
}

#[test]
fn the_outline_of_more_steps_than_there_are_rows() {
    use std::fmt::Write as _;

    let mut script = "title = \"Apel\"\n".to_owned();
    for number in 1..=90 {
        let _ = write!(script, "[[step]]\ntitle = \"Acara {number}\"\nkind = \"act\"\n");
    }
    in_indonesian("outline-long", |lang| lead(&script, lang).keys("<enter>g"));
    in_indonesian("outline-long-middle", |lang| {
        lead(&script, lang).keys("<enter>g<pagedown*4>")
    });
    in_indonesian("outline-long-end", |lang| {
        lead(&script, lang).keys("<enter>g<end>")
    });
}

#[test]
fn the_outline_while_a_filter_is_typed() {
    in_indonesian("outline-filter", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g/politik")
    });
}

#[test]
fn the_outline_when_nothing_is_found() {
    in_indonesian("outline-nothing", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g/xyz")
    });
}

#[test]
fn the_help() {
    in_both("help", |lang| lead(MERGANGSAN, lang).keys("<enter>?"));
    in_indonesian("help-scrolled", |lang| {
        lead(MERGANGSAN, lang).keys("<enter>?<pagedown*3>")
    });
}

#[test]
fn the_problems_over_a_ceremony() {
    in_indonesian("problems", |lang| {
        lead(MERGANGSAN, lang)
            .keys("<enter>")
            .save("title = \"Apel\"\n\n[[step]]\ntitel = \"Doa\"\nkind = \"prayer\"\n")
            .keys("m")
    });
}

#[test]
fn a_warning_over_a_ceremony() {
    in_indonesian("problems-warning", |lang| lead(APEL_PAGI, lang).keys("m"));
}

#[test]
fn a_broken_script_waits_for_a_good_one() {
    in_both("waiting", |lang| {
        lead(
            "title = \"Apel\"\nzone = \"WIS\"\n\n[[step]]\ntitle = \"Ikrar\"\nkind = \"ikar\"\nclauses = [\"Satu {nama}.\"]\n",
            lang,
        )
    });
}
