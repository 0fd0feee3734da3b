//! Signing: called, signed, absent, next.

use super::harness::Performance;
use crate::show::{Deed, Notice};

const SIGNING: &str = r#"
title = "Penandatanganan"
[[step]]
id = "pakta"
title = "Penandatanganan pakta integritas"
kind = "signing"
signatories = [{ name = "Adi" }, { name = "Budi", office = "Camat" }, { office = "Para Lurah", group = true }]
[[step]]
title = "Doa"
kind = "prayer"
"#;

/// How each signatory stands: s signed, a absent, . to come.
fn list(apel: &Performance) -> String {
    let reading = apel.show.reading();
    apel.show.programme().unwrap().steps[0]
        .cues
        .iter()
        .map(|cue| {
            if reading.is_absent(&cue.id) {
                'a'
            } else if reading.is_read(cue) {
                's'
            } else {
                '.'
            }
        })
        .collect()
}

#[test]
fn advancing_marks_signed_and_a_marks_absent_and_both_call_the_next() {
    let mut apel = Performance::begun(SIGNING);
    assert_eq!(apel.place(), "pakta.signatory-1:1");
    assert_eq!(list(&apel), "...");
    apel.press("space");
    assert_eq!(list(&apel), "s..");
    apel.press("a");
    assert_eq!(list(&apel), "sa.");
    assert_eq!(apel.place(), "pakta.signatory-3:1");
    apel.press("space");
    assert_eq!(list(&apel), "sas");
    assert_eq!(apel.place(), "doa:1");
    assert_eq!(apel.left_out(), "", "who is absent was not left out");
}

#[test]
fn who_comes_after_all_is_called_again_and_signs() {
    let mut apel = Performance::begun(SIGNING);
    apel.press("a left");
    assert_eq!(list(&apel), "a..");
    apel.press("space");
    assert_eq!(list(&apel), "s..");
}

#[test]
fn u_takes_an_absence_back() {
    let mut apel = Performance::begun(SIGNING);
    apel.press("a u");
    assert_eq!(apel.place(), "pakta.signatory-1:1");
    assert_eq!(list(&apel), "...");
    assert_eq!(apel.show.notice(), Some(&Notice::Undone(Deed::Absence)));
}

#[test]
fn u_never_makes_absent_who_has_signed_since() {
    let mut apel = Performance::begun(SIGNING);
    apel.press("a p left n left left left u");
    apel.press("1 . 1 u 1 enter space u");
    assert_eq!(&list(&apel)[..1], "s");
}

#[test]
fn a_where_nobody_is_called_does_nothing() {
    let mut apel = Performance::begun_at(SIGNING, "doa");
    apel.press("a");
    assert_eq!(apel.place(), "doa:1");
    apel.press("u");
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn a_held_a_passes_one_signatory() {
    let mut apel = Performance::begun(SIGNING);
    apel.press("a");
    apel.gap(33).press("a a a a");
    assert_eq!(apel.place(), "pakta.signatory-2:1");
    apel.press("n");
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn an_edit_keeps_who_signed_and_who_was_absent() {
    let mut apel = Performance::begun(SIGNING);
    apel.press("space a");
    let edited = SIGNING.replace("[{ name = \"Adi\" }", "[{ name = \"Citra\" }, { name = \"Adi\" }");
    apel.save(&edited);
    assert_eq!(list(&apel), ".sa.");
    assert_eq!(apel.place(), "pakta.signatory-4:1");
}

#[test]
fn a_signatory_who_is_passed_by_is_told_until_signed_or_absent() {
    let mut apel = Performance::begun(SIGNING);
    apel.press("space n");
    assert_eq!(
        apel.left_out(),
        "pakta.signatory-2 pakta.signatory-3",
        "the first has signed"
    );
    apel.press("p space space");
    assert_eq!(apel.left_out(), "pakta.signatory-3");
    apel.press("a");
    assert_eq!(apel.left_out(), "", "called, and absent");
}

#[test]
fn where_nobody_is_called_nobody_is_absent_and_that_is_said() {
    let mut apel = Performance::begun_at(SIGNING, "doa");
    apel.press("a");
    assert_eq!(apel.show.notice(), Some(&Notice::NotHere));
    assert_eq!(
        (apel.place(), list(&apel)),
        ("doa:1".to_owned(), "...".to_owned())
    );
}
