//! What is asked before it is done. A question takes Enter and Esc, nothing else.

use super::harness::{APEL, Performance};
use crate::show::{Effect, Notice, Question};

#[test]
fn q_and_ctrl_c_ask_first_while_a_ceremony_runs() {
    for quit in ["q", "ctrl-c"] {
        let mut apel = Performance::begun(APEL);
        assert_eq!(apel.press(quit), []);
        assert_eq!(apel.show.question(), Some(&Question::Quit));
        assert_eq!(apel.press("esc"), []);
        assert_eq!(apel.show.question(), None);
        apel.press(quit);
        assert_eq!(apel.press("enter"), [Effect::Quit]);
    }
}

#[test]
fn a_pause_is_no_reason_not_to_ask() {
    let mut apel = Performance::begun(APEL);
    assert_eq!(apel.press("c q"), []);
    assert_eq!(apel.show.question(), Some(&Question::Quit));
}

#[test]
fn before_the_beginning_and_on_the_closing_card_nothing_is_asked() {
    assert_eq!(Performance::ready(APEL).press("q"), [Effect::Quit]);
    assert_eq!(Performance::ready(APEL).press("ctrl-c"), [Effect::Quit]);
    let mut apel = Performance::begun_at(APEL, "6");
    assert_eq!(apel.press("space ctrl-c"), [Effect::Quit]);
}

#[test]
fn a_question_takes_enter_and_esc_and_nothing_else() {
    let mut apel = Performance::begun(APEL);
    apel.press("q");
    assert_eq!(
        apel.press("space n p y q ctrl-c tab g ? m 5 u s backspace pagedown f5"),
        []
    );
    assert_eq!(apel.show.question(), Some(&Question::Quit));
    assert_eq!(apel.place(), "persiapan:1");
    assert!(apel.show.typed().is_none());
}

#[test]
fn s_drops_a_required_step_after_a_question_only() {
    let mut apel = Performance::begun(APEL);
    apel.press("s");
    assert!(matches!(apel.show.question(), Some(Question::DropStep(_))));
    apel.press("esc");
    assert_eq!(apel.place(), "persiapan:1");
    apel.press("s enter");
    assert_eq!(apel.place(), "laporan.line-1:1");
    assert!(matches!(apel.show.notice(), Some(Notice::Dropped(_))));
    apel.press("left");
    assert_eq!(apel.place(), "laporan.line-1:1", "nothing is left before it");
    apel.press("u");
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn ctrl_r_reads_the_text_from_its_top_after_a_question_only() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space ctrl-r");
    assert!(matches!(apel.show.question(), Some(Question::RestartText(_))));
    apel.press("esc");
    assert_eq!(apel.place(), "ikrar.2:2");
    apel.press("ctrl-r enter");
    assert_eq!(apel.place(), "ikrar.heading:1");
    apel.press("u");
    assert_eq!(apel.place(), "ikrar.2:2");
}

#[test]
fn ctrl_r_where_there_is_no_text_is_told_and_asks_nothing() {
    let mut apel = Performance::begun(APEL);
    apel.press("ctrl-r");
    assert_eq!(apel.show.question(), None);
    assert_eq!(apel.show.notice(), Some(&Notice::NotHere));
}

#[test]
fn an_optional_step_is_dropped_without_a_question() {
    let mut apel = Performance::begun_at(APEL, "3");
    apel.press("s");
    assert_eq!(apel.show.question(), None);
    assert_eq!(apel.place(), "ikrar.heading:1");
}

#[test]
fn a_question_stays_open_over_a_save_so_that_its_enter_is_no_move() {
    let mut apel = Performance::begun_at(APEL, "doa");
    apel.press("s");
    apel.save_with("title = \"Persiapan\"", "title = \"Persiapan barisan\"");
    assert!(matches!(apel.show.question(), Some(Question::DropStep(_))));
    apel.press("enter");
    assert_eq!(apel.place(), "bubar:1");
}

#[test]
fn a_question_about_a_step_that_a_save_took_away_is_no_longer_asked() {
    let mut apel = Performance::begun_at(APEL, "doa");
    apel.press("s");
    let doa = "[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\nby = \"mc\"\nduration = \"3m\"\n";
    apel.save_with(doa, "");
    assert_eq!(apel.show.question(), None);
    let place = apel.place();
    apel.gap(200).press("enter");
    assert_eq!(apel.place(), place, "the Enter that was on its way moves nothing");
}

#[test]
fn a_question_about_a_step_that_the_place_was_carried_out_of_is_no_longer_asked() {
    let mut apel = Performance::begun_at(APEL, "2");
    apel.press("s");
    apel.save_with("{ say = \"Lapor, apel siap.\" }, ", "");
    assert_eq!(apel.place(), "persiapan:1");
    assert_eq!(apel.show.question(), None);
}
