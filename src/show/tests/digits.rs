//! Numbers typed to jump.

use super::harness::{APEL, Performance};
use crate::lang::Lang;
use crate::programme::NotThere;
use crate::show::Notice;

fn typed(apel: &Performance) -> &str {
    apel.show.typed().map_or("", |typed| typed.text.as_str())
}

#[test]
fn a_number_and_enter_jump_to_the_step() {
    let mut apel = Performance::begun(APEL);
    apel.press("5");
    assert_eq!(typed(&apel), "5");
    apel.press("enter");
    assert_eq!(apel.place(), "doa:1");
    assert_eq!(typed(&apel), "");
}

#[test]
fn inside_a_text_the_number_means_a_clause_and_on_a_line_before_it_a_step() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("3 enter");
    assert_eq!(apel.place(), "ikrar.3:1");
    let mut apel = Performance::begun_at(APEL, "2");
    apel.press("3 enter");
    assert_eq!(apel.place(), "lagu:1");
}

#[test]
fn the_point_belongs_to_the_number() {
    let mut apel = Performance::begun(APEL);
    apel.press("4 . 2");
    assert_eq!(typed(&apel), "4.2");
    apel.press("enter");
    assert_eq!(apel.place(), "ikrar.2:1");
    apel.press("2 . 1 enter");
    assert_eq!(apel.place(), "ikrar.2:1", "the step has no clause");
    assert!(matches!(
        apel.show.notice(),
        Some(Notice::NotThere(NotThere::Clause { step: 2, .. }))
    ));
}

#[test]
fn a_second_point_is_nothing_and_a_comma_is_a_point() {
    for keys in ["4 . . 2 enter", "4 , 2 enter", "4 . , 2 enter"] {
        let mut apel = Performance::begun(APEL);
        apel.press(keys);
        assert_eq!(apel.place(), "ikrar.2:1", "{keys}");
        assert_eq!(
            apel.show.veil(),
            None,
            "no screen goes dark by a slip of the hand"
        );
    }
    let mut apel = Performance::begun(APEL);
    apel.press(", .");
    assert_eq!(typed(&apel), "");
    assert!(apel.show.veil().is_some(), "by itself it is the clicker's key");
}

#[test]
fn enter_after_a_key_that_dropped_the_digits_for_nothing_is_still_meant_for_them() {
    let mut apel = Performance::begun(APEL);
    apel.gap(300).press("5 y enter");
    assert_eq!(apel.place(), "persiapan:1");
    apel.press("enter");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.press("5 esc enter");
    assert_eq!(apel.place(), "laporan.line-2:1", "Esc was meant");
}

#[test]
fn a_clause_that_is_not_there_is_called_what_its_text_calls_it() {
    let sila = APEL.replace("numbers = \"none\"", "numbers = \"none\"\nunit = \"sila\"");
    let mut apel = Performance::begun_at(&sila, "ikrar.1");
    apel.press("9 enter");
    let Some(Notice::NotThere(not_there)) = apel.show.notice() else {
        panic!("there is no ninth");
    };
    let words = [Lang::Id, Lang::En].map(|lang| (lang.words().screens.not_there)(not_there));
    assert_eq!(
        words,
        ["Tidak ada sila 9 pada acara 4.", "There is no sila 9 in step 4."]
    );
}

#[test]
fn a_number_that_is_not_there_moves_nothing_and_is_told() {
    let mut apel = Performance::begun(APEL);
    for wrong in ["9 9 enter", "0 enter"] {
        apel.press(wrong);
        assert_eq!(apel.place(), "persiapan:1");
        assert!(matches!(
            apel.show.notice(),
            Some(Notice::NotThere(NotThere::Step(_)))
        ));
    }
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("9 enter");
    assert_eq!(apel.place(), "ikrar.1:1");
}

#[test]
fn backspace_takes_one_digit_and_moves_back_only_when_there_is_none() {
    let mut apel = Performance::begun_at(APEL, "5");
    apel.press("1 2 backspace");
    assert_eq!(typed(&apel), "1");
    apel.press("backspace");
    assert_eq!(typed(&apel), "");
    assert_eq!(apel.place(), "doa:1");
    apel.press("backspace");
    assert_eq!(apel.place(), "ikrar.closing:1");
}

#[test]
fn esc_only_clears_the_digits() {
    let mut apel = Performance::begun(APEL);
    apel.press("5 esc");
    assert_eq!(typed(&apel), "");
    apel.press("enter");
    assert_eq!(apel.place(), "laporan.line-1:1", "Enter is an advance again");
}

#[test]
fn any_other_key_drops_the_digits_and_acts() {
    let mut apel = Performance::begun(APEL);
    apel.press("5 space");
    assert_eq!(typed(&apel), "");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.press("5 b");
    assert_eq!(typed(&apel), "", "a key without a meaning drops them too");
    apel.press("5 tab");
    assert_eq!(typed(&apel), "");
}

#[test]
fn after_three_seconds_digits_vanish_by_themselves() {
    let mut apel = Performance::begun(APEL);
    apel.press("5");
    apel.wait(2999);
    assert_eq!(typed(&apel), "5");
    apel.wait(1);
    assert_eq!(typed(&apel), "");
}

#[test]
fn every_digit_gives_three_seconds_more() {
    let mut apel = Performance::begun(APEL);
    apel.press("4");
    apel.gap(2500).press(". 2 enter");
    assert_eq!(apel.place(), "ikrar.2:1");
}

#[test]
fn enter_in_the_second_after_they_vanished_is_dropped_and_later_advances() {
    for (late, place) in [
        (3000, "persiapan:1"),
        (3999, "persiapan:1"),
        (4000, "laporan.line-1:1"),
    ] {
        let mut apel = Performance::begun(APEL);
        apel.press("5");
        apel.gap(late).press("enter");
        assert_eq!(apel.place(), place, "{late} ms");
    }
}

#[test]
fn only_one_enter_is_dropped_and_other_keys_are_not() {
    let mut apel = Performance::begun(APEL);
    apel.press("5");
    apel.wait(3000).gap(300).press("enter enter");
    assert_eq!(apel.place(), "laporan.line-1:1");
    let mut apel = Performance::begun(APEL);
    apel.press("5");
    apel.wait(3000).gap(300).press("space");
    assert_eq!(apel.place(), "laporan.line-1:1");
}

#[test]
fn another_key_that_acts_ends_the_wait_for_the_enter_of_a_number() {
    for keys in ["3 b b enter", "3 f f enter", "3 tab enter"] {
        let mut apel = Performance::begun(APEL);
        apel.press("tab");
        apel.gap(400).press(keys);
        assert_eq!(apel.place(), "laporan.line-1:1", "{keys}");
    }
    let mut apel = Performance::begun(APEL);
    apel.press("tab 3 space");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.press("enter");
    assert_eq!(apel.place(), "laporan.line-2:1");
    apel.press("3 enter");
    assert_eq!(apel.place(), "laporan.line-2:1", "its own Enter goes with it");
}

#[test]
fn digits_that_were_begun_anew_end_the_wait_for_the_old_enter() {
    let mut apel = Performance::begun(APEL);
    apel.press("5");
    apel.wait(3000).gap(100).press("2 enter");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.gap(300).press("enter");
    assert_eq!(apel.place(), "laporan.line-2:1");
}

#[test]
fn a_number_jumps_from_the_closing_card_too() {
    let mut apel = Performance::begun_at(APEL, "6");
    apel.press("space 4 . 3 enter");
    assert_eq!(apel.place(), "ikrar.3:1");
}

#[test]
fn there_are_no_digits_before_the_beginning() {
    let mut apel = Performance::ready(APEL);
    apel.press("3");
    assert_eq!(typed(&apel), "");
}
