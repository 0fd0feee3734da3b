//! The leader's own terminal shows the audience: every move works there, and nothing of the leader's is seen.

use super::harness::{APEL, Performance};
use crate::show::{Effect, Notice, Screen};

fn before_the_audience(script: &str, place: &str) -> Performance {
    let mut apel = Performance::begun_at(script, place);
    apel.press("tab");
    assert_eq!(apel.show.screen(), Screen::Audience);
    apel
}

#[test]
fn every_move_works_there() {
    let mut apel = before_the_audience(APEL, "ikrar.1");
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.1:2");
    apel.press("left n p");
    assert_eq!(apel.place(), "ikrar.heading:1");
    apel.press("end home r");
    assert_eq!(apel.place(), "ikrar.1:1");
    apel.press("u");
    assert_eq!(apel.show.screen(), Screen::Audience);
    apel.press("tab");
    assert_eq!(apel.show.screen(), Screen::Leader);
}

#[test]
fn keys_that_would_open_or_ask_something_do_nothing() {
    let mut apel = before_the_audience(APEL, "ikrar.2");
    assert_eq!(apel.press("g ? m / ctrl-r s esc f5 ctrl-z"), []);
    assert_eq!(apel.show.screen(), Screen::Audience);
    assert_eq!(apel.show.overlay(), None);
    assert_eq!(apel.show.question(), None);
    assert_eq!(apel.place(), "ikrar.2:1");
}

#[test]
fn digits_do_nothing() {
    let mut apel = before_the_audience(APEL, "ikrar.1");
    apel.press("3");
    assert!(apel.show.typed().is_none());
    apel.wait(3_000).press("enter");
    assert_eq!(apel.place(), "ikrar.1:2", "Enter is an advance");
}

#[test]
fn digits_typed_before_are_gone() {
    let mut apel = Performance::begun(APEL);
    apel.press("5 tab enter");
    assert_eq!(apel.place(), "laporan.line-1:1");
}

#[test]
fn q_and_ctrl_c_first_return_to_the_leaders_screen() {
    for quit in ["q", "ctrl-c"] {
        let mut apel = before_the_audience(APEL, "ikrar.2");
        assert_eq!(apel.press(quit), []);
        assert_eq!(apel.show.screen(), Screen::Leader);
        assert_eq!(apel.show.question(), None, "nothing is asked yet");
        apel.press(quit);
        assert!(apel.show.question().is_some());
        let mut finished = before_the_audience(APEL, "6");
        assert_eq!(finished.press("space"), []);
        assert_eq!(finished.press(quit), []);
        assert_eq!(finished.press(quit), [Effect::Quit]);
    }
}

#[test]
fn an_optional_step_is_dropped_there_and_a_required_one_is_not() {
    let mut apel = before_the_audience(APEL, "3");
    apel.press("s");
    assert_eq!(apel.place(), "ikrar.heading:1");
    apel.press("s enter");
    assert_eq!(apel.place(), "ikrar.opening:1", "Enter answered nothing");
}

#[test]
fn a_ceremony_begins_and_ends_there_too() {
    let mut apel = Performance::ready(APEL);
    apel.press("tab ? m");
    assert_eq!(apel.show.overlay(), None);
    assert_eq!(apel.press("q"), []);
    assert_eq!(apel.show.screen(), Screen::Leader);
    apel.press("tab space space");
    assert_eq!(apel.place(), "persiapan:1");
    assert_eq!(apel.show.screen(), Screen::Audience);
}

#[test]
fn what_the_leader_is_told_meanwhile_waits() {
    let mut apel = before_the_audience(APEL, "ikrar.1");
    apel.press("end");
    apel.wait(60_000);
    apel.press("space");
    apel.press("tab");
    assert!(matches!(apel.show.notice(), Some(Notice::LeftOut(_))));
    apel.press("space");
    assert_eq!(apel.show.notice(), None, "seen now, it goes with the next move");
}

#[test]
fn a_notice_is_not_swept_away_by_a_move_right_after_it() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("end space");
    assert!(matches!(apel.show.notice(), Some(Notice::LeftOut(_))));
    apel.wait(3000);
    apel.press("space");
    assert_eq!(apel.show.notice(), None);
}

#[test]
fn the_enter_of_somebody_who_types_a_number_there_moves_nothing() {
    let mut apel = before_the_audience(APEL, "ikrar.1");
    let place = apel.place();
    apel.gap(300).press("3 enter");
    assert_eq!(apel.place(), place, "neither the jump nor an advance");
    apel.gap(1_500).press("enter");
    assert_ne!(apel.place(), place, "an Enter by itself advances");
}
