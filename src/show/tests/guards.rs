//! Safe hands: bouncing, held and torn keys.

use super::harness::{APEL, Performance};
use crate::show::{Screen, Settings, Veil};

#[test]
fn an_advance_within_250_ms_of_the_last_one_is_dropped() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    apel.gap(249).press("space");
    assert_eq!(apel.place(), "ikrar.2:2");
    apel.gap(250).press("space");
    assert_eq!(apel.place(), "ikrar.2:3");
}

#[test]
fn a_dropped_advance_counts_too_so_a_held_key_moves_twice_at_most() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("space");
    apel.gap(500).press("space");
    apel.gap(33);
    for _ in 0..100 {
        apel.press("space");
    }
    assert_eq!(apel.place(), "ikrar.2:1", "one press and the first repeat");
}

#[test]
fn the_keys_that_advance_guard_one_another() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    apel.gap(100).press("enter right down pagedown");
    assert_eq!(apel.place(), "ikrar.2:2");
}

#[test]
fn a_held_key_moves_back_twice_at_most_and_back_after_forward_is_free() {
    let mut apel = Performance::begun_at(APEL, "doa");
    apel.press("left");
    apel.gap(500).press("left");
    apel.gap(33);
    for _ in 0..100 {
        apel.press("left");
    }
    assert_eq!(apel.place(), "ikrar.3:2");
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.closing:1");
}

#[test]
fn what_the_terminal_tells_to_be_a_repeat_moves_nothing() {
    let mut apel = Performance::begun(APEL);
    for key in ["space", "enter", "left", "n", "r", "end", "s", "3", "c"] {
        apel.hold(key);
    }
    assert_eq!(apel.place(), "persiapan:1");
    assert!(apel.show.typed().is_none());
    assert!(!apel.show.clock().is_paused());
}

#[test]
fn n_and_p_and_jumps_are_free_of_the_guard() {
    let mut apel = Performance::begun(APEL);
    apel.gap(10).press("n n n p p");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.press("5 enter");
    assert_eq!(apel.place(), "doa:1");
    apel.press("space");
    assert_eq!(
        apel.place(),
        "doa:1",
        "the second half of a bouncing Enter is an advance"
    );
}

#[test]
fn a_press_that_begins_counts_as_an_advance() {
    let mut apel = Performance::ready(APEL);
    apel.press("enter");
    apel.gap(200).press("space");
    assert_eq!(apel.place(), "persiapan:1");
    apel.gap(250).press("space");
    assert_eq!(apel.place(), "laporan.line-1:1");
}

#[test]
fn a_press_that_answers_counts_as_an_advance() {
    for answer in ["enter", "esc"] {
        let mut apel = Performance::begun(APEL);
        apel.press("q");
        if answer == "esc" {
            apel.press("esc");
            apel.gap(100).press("space");
            assert_eq!(apel.place(), "persiapan:1");
        }
        let mut apel = Performance::begun_at(APEL, "ikrar.2");
        apel.press("ctrl-r");
        apel.press(answer);
        let place = apel.place();
        apel.gap(100).press("space");
        assert_eq!(apel.place(), place);
        apel.gap(250).press("space");
        assert_ne!(apel.place(), place);
    }
}

#[test]
fn a_held_enter_does_not_answer_a_question() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("enter");
    apel.gap(30).press("enter q enter enter");
    assert!(apel.show.question().is_some());
    apel.gap(250).press("esc");
    assert!(apel.show.question().is_none());
}

#[test]
fn an_advance_that_a_question_does_not_take_counts_too() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("s");
    apel.gap(200).press("space enter down enter");
    assert!(apel.show.question().is_some(), "hands that hammer answer nothing");
    apel.gap(250).press("enter");
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn an_enter_that_bounces_at_the_end_of_a_filter_chooses_nothing() {
    let mut apel = Performance::begun(APEL);
    apel.press("g / d o a enter");
    apel.gap(60).press("enter");
    assert_eq!(apel.place(), "persiapan:1");
    assert!(apel.show.overlay().is_some());
    apel.gap(250).press("enter");
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn what_changes_the_picture_of_the_hall_does_not_flicker_when_its_key_is_held_or_bounces() {
    for (key, changed) in [
        ("b", (true, false, false)),
        ("o", (true, false, false)),
        ("f", (false, true, false)),
        ("tab", (false, false, true)),
    ] {
        let picture = |apel: &Performance| {
            let show = &apel.show;
            (
                show.veil().is_some(),
                show.holds_screens(),
                show.screen() == Screen::Audience,
            )
        };
        let mut apel = Performance::begun(APEL);
        apel.press(key);
        assert_eq!(picture(&apel), changed, "{key}");
        apel.gap(60).press(key);
        assert_eq!(picture(&apel), changed, "{key} has bounced");
        apel.gap(33);
        for _ in 0..50 {
            apel.press(key);
        }
        assert_eq!(picture(&apel), changed, "{key} was held");
        apel.gap(250).press(key);
        assert_eq!(picture(&apel), (false, false, false), "{key} again");
    }
    let theme = |apel: &Performance| apel.show.look().theme;
    let mut apel = Performance::begun(APEL);
    let first = theme(&apel);
    apel.press("tab T");
    let second = theme(&apel);
    assert_ne!(second, first);
    apel.gap(60).press("T");
    assert_eq!(theme(&apel), second, "T has bounced");
    apel.gap(33);
    for _ in 0..50 {
        apel.press("T");
        assert_eq!(theme(&apel), second, "T was held");
    }
    apel.gap(250).press("T");
    assert_ne!(theme(&apel), second, "T again");
    let mut apel = Performance::begun(APEL);
    apel.press("b");
    apel.gap(60).press("o");
    assert_eq!(
        apel.show.veil(),
        Some(Veil::TitleCard),
        "another key is another wish"
    );
}

#[test]
fn the_second_press_that_begins_is_guarded() {
    let mut apel = Performance::ready(APEL);
    apel.press("space");
    apel.gap(100).press("space enter");
    assert_eq!(apel.place(), "ready");
    apel.gap(250).press("space");
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn a_held_s_drops_one_step_and_a_held_a_passes_one_signatory() {
    let optional = APEL.replace("kind = \"act\"", "kind = \"act\"\noptional = true");
    let optional = optional.replace("kind = \"report\"", "kind = \"report\"\noptional = true");
    let mut apel = Performance::begun(&optional);
    apel.press("s");
    apel.gap(33).press("s s s s");
    assert_eq!(apel.place(), "laporan.line-1:1");
}

#[test]
fn the_guard_can_be_set_and_taken_away() {
    let guarded = |milliseconds| Settings {
        guard: std::time::Duration::from_millis(milliseconds),
        begin_at: Some("ikrar.2".to_owned()),
        ..Settings::default()
    };
    let mut slow = Performance::with(guarded(900), APEL);
    slow.gap(800).press("space space space");
    assert_eq!(slow.place(), "ikrar.2:2");
    let mut free = Performance::with(guarded(0), APEL);
    free.gap(1).press("space space");
    assert_eq!(free.place(), "ikrar.2:3");
}

#[test]
fn the_rest_of_a_torn_sequence_is_dropped_with_its_esc() {
    let mut apel = Performance::begun(APEL);
    apel.press("esc");
    apel.gap(9).press("[ 6 n");
    assert_eq!(apel.place(), "persiapan:1");
    assert!(apel.show.typed().is_none());
    let mut apel = Performance::begun(APEL);
    apel.press("esc");
    apel.gap(30).press("n");
    assert_eq!(apel.place(), "laporan.line-1:1", "after 30 ms a key is a key");
}

#[test]
fn keys_without_a_meaning_do_nothing() {
    let mut apel = Performance::begun(APEL);
    assert_eq!(apel.press("w f5 ctrl-z esc ctrl-n y"), []);
    assert_eq!(apel.place(), "persiapan:1");
}
