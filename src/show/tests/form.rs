//! What is typed into a form: it goes into a field, and nothing moves the show, whatever bounces, is held or is saved.

use super::changing::{
    apel as script, begun, chosen, form, programme, reason, send, step, steps, type_text, typed,
};
use super::harness::Performance;
use crate::show::form::{Field, LONGEST};
use crate::show::keys::{Action, Context};
use crate::show::{Clickable, KeyCode, Msg, OutlineRow, Settings};

// Typing.

#[test]
fn every_key_that_is_typed_goes_into_the_field_and_none_moves_the_show() {
    let mut apel = Performance::begun_at(&script(), "ikrar.2");
    apel.press("g s");
    type_text(&mut apel, "q 7.3? nprugXAbof</>");
    assert_eq!(typed(&apel), "q 7.3? nprugXAbof</>");
    apel.press("left right home end pageup pagedown tab up down f5 ctrl-r ctrl-z");
    assert_eq!(apel.place(), "ikrar.2:1");
    assert!(apel.show.typed().is_none() && apel.show.question().is_none());
    assert_eq!(typed(&apel), "q 7.3? nprugXAbof</>");
}

#[test]
fn what_steers_a_terminal_or_turns_the_words_round_is_not_taken_in() {
    let mut apel = begun();
    apel.press("g down s");
    for letter in [
        'a', '\u{1b}', '\u{202e}', '\n', '\t', '\u{7f}', '\u{200f}', 'é', '漢',
    ] {
        send(&mut apel, KeyCode::Char(letter));
    }
    assert_eq!(typed(&apel), "aé漢");
}

#[test]
fn a_field_takes_so_many_letters_and_no_more() {
    let mut apel = begun();
    apel.press("g down s");
    type_text(&mut apel, &"ab".repeat(LONGEST));
    assert_eq!(typed(&apel).chars().count(), LONGEST);
    apel.press("backspace");
    assert_eq!(typed(&apel).chars().count(), LONGEST - 1);
}

#[test]
fn backspace_takes_away_what_looks_like_one_letter() {
    let mut apel = begun();
    apel.press("g down s");
    type_text(&mut apel, "ae\u{301}");
    apel.press("backspace");
    assert_eq!(typed(&apel), "a");
    apel.press("backspace backspace");
    assert_eq!(typed(&apel), "");
}

#[test]
fn fields_are_gone_through_both_ways_and_have_ends() {
    let mut apel = begun();
    apel.press("g i up");
    assert_eq!(form(&apel).field, Field::Kind);
    apel.press("tab down");
    assert_eq!(form(&apel).field, Field::Length);
    apel.press("tab");
    assert_eq!(form(&apel).field, Field::Length, "Tab does nothing at the end");
    assert!(apel.show.form().is_some());
    apel.press("up");
    assert_eq!(form(&apel).field, Field::Title);
}

#[test]
fn the_key_that_opened_a_form_may_bounce_or_be_held() {
    let mut apel = begun();
    apel.press("g down s");
    apel.gap(100).press("s s");
    apel.gap(1_000).hold("s");
    assert_eq!(typed(&apel), "");
    apel.press("s s");
    assert_eq!(typed(&apel), "ss", "later it is a letter");
    let mut quick = begun();
    quick.press("g down s");
    quick.gap(20).press("h u j a n s");
    assert_eq!(typed(&quick), "hujans", "of a fast typist nothing is lost");
}

#[test]
fn a_bouncing_enter_passes_no_field_and_goes_nowhere_when_the_form_is_done() {
    let mut apel = begun();
    apel.press("g i enter");
    apel.gap(100).press("enter enter");
    assert_eq!(form(&apel).field, Field::Title);
    let mut apel = begun();
    apel.press("g down down s enter");
    apel.gap(100).press("enter");
    assert_eq!(apel.place(), "persiapan:1");
    assert!(apel.show.overlay().is_some());
    apel.gap(1_000).press("enter");
    assert_eq!(apel.place(), "lagu:1", "later it goes to the chosen row");
}

#[test]
fn ctrl_c_asks_over_a_form_which_stays_open() {
    let mut apel = begun();
    apel.press("g down s a ctrl-c");
    assert!(apel.show.question().is_some());
    apel.press("esc");
    assert_eq!(typed(&apel), "a");
    assert_eq!(apel.show.context(), Context::Form);
}

#[test]
fn neither_wheel_nor_click_chooses_another_row_under_a_form() {
    let mut apel = begun();
    apel.press("g down s");
    let row = OutlineRow::Step(step(&apel, "Doa").id.clone());
    let at = apel.wait(1_000).moment();
    apel.send(Msg::WheelTurned { rows: 3, at });
    apel.send(Msg::Clicked {
        target: Clickable::Row(row),
        at,
    });
    assert_eq!(chosen(&apel), "laporan");
    assert_eq!(apel.place(), "persiapan:1");
    let at = apel.wait(1_000).moment();
    apel.send(Msg::Clicked {
        target: Clickable::Key(Action::FinishField),
        at,
    });
    assert_eq!(reason(&apel, "Laporan"), "dropped", "the key in the status line");
}

#[test]
fn guards_may_be_switched_off() {
    let settings = Settings {
        guard: std::time::Duration::ZERO,
        begin_at: Some("1".to_owned()),
        ..Settings::default()
    };
    let mut apel = Performance::with(settings, &script());
    apel.press("g down s");
    apel.gap(1).press("s enter");
    assert_eq!(reason(&apel, "Laporan"), "dropped: s");
}

// Saves.

#[test]
fn a_form_stays_open_over_a_save_with_what_was_typed() {
    let mut apel = begun();
    apel.press("g down i enter");
    type_text(&mut apel, "Sambutan");
    apel.save(&script().replace(
        "[[step]]\ntitle = \"Laporan\"",
        "[[step]]\ntitle = \"Lapor diri\"\nkind = \"act\"\n\n[[step]]\ntitle = \"Laporan\"",
    ));
    assert_eq!(typed(&apel), "Sambutan");
    assert_eq!(form(&apel).step.as_str(), "laporan");
    apel.press("enter enter");
    assert_eq!(
        steps(&apel),
        "Persiapan Lapor diri Laporan Sambutan Lagu Ikrar Doa Bubar"
    );
}

#[test]
fn a_form_goes_with_its_step_and_its_enter_does_nothing_else() {
    let mut apel = begun();
    apel.press("g end s a");
    let script = script();
    let (without, _) = script.split_once("[[step]]\ntitle = \"Bubar\"").unwrap();
    apel.save(without);
    assert!(apel.show.form().is_none());
    apel.gap(100).press("enter");
    assert_eq!(apel.place(), "persiapan:1");
    assert!(apel.show.overlay().is_some());
}

#[test]
fn a_person_who_is_gone_leaves_the_form_to_another_one() {
    let mut apel = begun();
    apel.press("g down w enter");
    let script = script();
    let mc = script.lines().find(|line| line.starts_with("mc = ")).unwrap();
    apel.save(
        &script
            .replace(&format!("{mc}\n"), "")
            .replace("by = \"mc\"\n", ""),
    );
    assert_eq!(form(&apel).person(programme(&apel)).unwrap().key, "sekda");
}

#[test]
fn a_refused_save_leaves_the_form() {
    let mut apel = begun();
    apel.press("g down s a");
    apel.save("title = ");
    assert_eq!(typed(&apel), "a");
}
