//! A show that was opened from the list of ceremonies: the way back to it, and the key that has opened it.

use super::harness::{APEL, Performance};
use crate::show::{Effect, Settings};

const BROKEN: &str = "title = \"Apel\"\n[[step]]\ntitle = \"Doa\"\nkind = \"doa\"\n";

fn from_list(script: &str) -> Performance {
    let settings = Settings {
        from_list: true,
        ..Settings::default()
    };
    Performance::with(settings, script)
}

#[test]
fn q_returns_to_the_list_before_the_beginning() {
    assert_eq!(from_list(APEL).press("q"), [Effect::ReturnToList]);
    assert_eq!(from_list(BROKEN).press("q"), [Effect::ReturnToList]);
    assert!(from_list(APEL).show.quits_to_list());
}

#[test]
fn q_ends_the_program_where_there_was_no_list() {
    for script in [APEL, BROKEN] {
        let mut apel = Performance::ready(script);
        assert!(!apel.show.quits_to_list());
        assert_eq!(apel.press("q"), [Effect::Quit]);
    }
}

#[test]
fn once_it_has_begun_q_is_as_ever() {
    let mut apel = from_list(APEL);
    apel.press("enter");
    assert!(!apel.show.quits_to_list());
    assert_eq!(apel.press("q"), [], "it asks");
    assert_eq!(apel.press("enter"), [Effect::Quit]);
    let mut apel = from_list(APEL);
    apel.press("enter n n n n n n n n n n n n");
    assert_eq!(apel.place(), "closing card");
    assert_eq!(apel.press("q"), [Effect::Quit]);
}

#[test]
fn on_the_audience_view_q_first_returns_to_the_leader() {
    let mut apel = from_list(APEL);
    assert_eq!(apel.press("tab q"), []);
    assert_eq!(apel.press("q"), [Effect::ReturnToList]);
}

#[test]
fn the_key_that_has_opened_it_may_bounce_without_beginning_it() {
    let mut apel = from_list(APEL);
    apel.gap(100).press("enter enter");
    assert_eq!(apel.place(), "ready");
    apel.gap(300).press("enter");
    assert_eq!(apel.place(), "persiapan:1");
    let mut apel = Performance::ready(APEL);
    apel.gap(100).press("enter");
    assert_eq!(
        apel.place(),
        "persiapan:1",
        "nothing has opened this one by a key"
    );
}
