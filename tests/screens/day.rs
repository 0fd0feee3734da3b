//! Changes on the day: the forms of the outline, what the screens say of a changed programme, and whether it is recorded.

use ikrar::lang::Lang;
use ikrar::show::{Recording, RecordingTrouble};

use crate::leading::{Leading, lead, lead_from};
use crate::{MERGANGSAN, PURBALINGGA, PURWOREJO, in_both, in_indonesian};

/// A step was moved, one dropped, one put in, and the pembina replaced. The outline is open.
const CHANGED: &str = "g<down*2>.<down*2>s<wait 1>hujan deras<enter><down>i<enter>Sambutan tamu<enter*2><wait 1>\
                       <down>w<enter><wait 1>Budi Santoso<enter>Plh. Sekretaris Daerah<enter><wait 9>";

fn changed(lang: Lang) -> Leading {
    lead(PURWOREJO, lang).keys("<enter>").keys(CHANGED)
}

#[test]
fn the_form_for_a_step_that_is_dropped() {
    in_both("form-drop", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g<down*3>s")
    });
    in_indonesian("form-drop-typed", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g<down*3>s<wait 1>hujan deras sejak pagi")
    });
    in_both("form-drop-present", |lang| {
        lead(PURWOREJO, lang).keys("<enter>gs")
    });
}

#[test]
fn the_form_for_a_step_that_is_put_in() {
    in_both("form-insert", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g<down*3>i<left*3>")
    });
    in_both("form-insert-without-title", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g<down*3>i<enter*3>")
    });
    in_indonesian("form-insert-wrong-length", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g<down*3>i<enter>Sambutan<enter>dua<enter>")
    });
}

#[test]
fn the_form_for_somebody_who_stands_in() {
    in_both("form-replace", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g<down*4>w<enter>")
    });
    in_both("form-replace-without-name", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g<down*2>w<enter*3>")
    });
    in_both("form-put-back", |lang| changed(lang).keys("w<down><right>"));
}

#[test]
fn the_outline_of_a_programme_that_was_changed() {
    in_both("outline-changed", changed);
}

#[test]
fn the_ready_screen_and_its_outline_of_a_programme_that_was_changed() {
    in_both("ready-changed", |lang| {
        lead(PURWOREJO, lang).keys(CHANGED).keys("<esc>")
    });
    in_indonesian("ready-changed-many-people", |lang| {
        lead(PURBALINGGA, lang).keys("g<down*4>,w<enter><wait 1>Budi Santoso<enter*2>s<enter><esc>")
    });
    in_indonesian("ready-outline", |lang| lead(PURWOREJO, lang).keys("g"));
}

#[test]
fn the_leaders_screen_of_a_programme_that_was_changed() {
    in_both("leader-changed", |lang| {
        changed(lang).keys("<esc>n<wait 9>n<wait 9>")
    });
}

#[test]
fn the_closing_card_of_a_programme_that_was_changed() {
    in_both("closing-changed", |lang| {
        changed(lang).keys("<esc>").keys(&"<wait 60>n".repeat(14))
    });
    in_indonesian("closing-changed-alone", |lang| {
        lead_from(MERGANGSAN, "7", lang).keys("g<down>s<wait 1>hujan deras<enter><esc><wait 600><space*2>")
    });
}

#[test]
fn what_happens_is_recorded() {
    in_both("recorded", |lang| {
        lead_from(PURWOREJO, "2", lang)
            .with_screens()
            .recording(Recording::Works)
    });
}

#[test]
fn nothing_can_be_recorded() {
    in_both("recording-stopped", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .keys("<space*3>")
            .recording(Recording::Stopped(RecordingTrouble::Full))
    });
    in_indonesian("recording-stopped-ready", |lang| {
        lead(PURWOREJO, lang).recording(Recording::Stopped(RecordingTrouble::NotAllowed))
    });
    in_indonesian("recording-stopped-closing", |lang| {
        lead_from(MERGANGSAN, "8", lang)
            .keys("n")
            .recording(Recording::Stopped(RecordingTrouble::TooLarge))
    });
    in_indonesian("recording-stopped-and-held", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .keys("fb")
            .recording(Recording::Stopped(RecordingTrouble::Other(
                "Input/output error".to_owned(),
            )))
    });
}

#[test]
fn the_script_runs_in_another_terminal_as_well() {
    in_both("ready-runs-elsewhere", |lang| {
        lead(PURWOREJO, lang).runs_elsewhere()
    });
}
