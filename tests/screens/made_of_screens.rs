//! What the leader has made of the audience's screens, and what is told of them: in the strip and in their window.

use ikrar::show::Serving;

use crate::leading::{lead, lead_from, unshared};
use crate::{MERGANGSAN, PURWOREJO, SERUYAN, in_both, in_indonesian};

#[test]
fn the_screens_are_dark() {
    in_both("dark", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .with_screens()
            .keys("<space*3>b")
    });
    in_indonesian("dark-together", |lang| {
        lead_from(SERUYAN, "ikrar.2", lang).keys("<space>b")
    });
    in_indonesian("dark-ready", |lang| lead(PURWOREJO, lang).keys("b"));
    in_indonesian("dark-closing", |lang| {
        lead_from(MERGANGSAN, "7", lang).keys("<wait 600><space*2>b")
    });
}

#[test]
fn the_screens_show_the_title_card() {
    in_both("title-card", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<space*3>o")
    });
}

#[test]
fn the_screens_are_held() {
    in_both("held", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .with_screens()
            .keys("<space>f<space*2>")
    });
    in_indonesian("held-and-dark", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<space*3>fb")
    });
}

#[test]
fn screens_follow() {
    in_both("followed", |lang| {
        lead_from(PURWOREJO, "1", lang).with_screens().keys("<wait 200>")
    });
}

#[test]
fn the_window_of_the_screens() {
    in_both("screens", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .with_screens()
            .keys("<wait 120>l")
    });
    in_indonesian("screens-not-shared", |lang| {
        lead(MERGANGSAN, lang).served(unshared()).keys("l")
    });
    in_indonesian("screens-opening", |lang| {
        lead(MERGANGSAN, lang).served(Serving::Opening).keys("l")
    });
    in_both("screens-refused", |lang| {
        let refused = Serving::Refused("Permission denied (os error 13)".to_owned());
        lead_from(MERGANGSAN, "1", lang).served(refused).keys("l")
    });
    in_indonesian("screens-stopped", |lang| {
        lead_from(MERGANGSAN, "1", lang)
            .served(Serving::Stopped)
            .keys("l")
    });
    in_both("screens-off", |lang| lead_from(MERGANGSAN, "1", lang).keys("l"));
}
