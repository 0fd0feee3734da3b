//! Outline, help and problems: while one is open, nothing moves the show.

use super::harness::{APEL, Performance};
use crate::show::{Outline, OutlineRow, Overlay};

fn outline(apel: &Performance) -> &Outline {
    match apel.show.overlay() {
        Some(Overlay::Outline(outline)) => outline,
        other => panic!("no outline is open but {other:?}"),
    }
}

/// The chosen row of the outline: "ikrar", or "ikrar 2" for a part.
fn chosen(apel: &Performance) -> String {
    let outline = outline(apel);
    match apel
        .show
        .outline_rows(&outline.list.filter)
        .get(outline.list.chosen)
    {
        Some(OutlineRow::Step(step)) => step.as_str().to_owned(),
        Some(OutlineRow::Cue(cue)) => format!("{} {:?}", cue.step.as_str(), cue.part),
        None => String::new(),
    }
}

#[test]
fn g_opens_the_outline_at_the_present_step_and_closes_it() {
    let mut apel = Performance::begun_at(APEL, "doa");
    apel.press("g");
    assert_eq!(chosen(&apel), "doa");
    apel.press("g");
    assert_eq!(apel.show.overlay(), None);
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn enter_jumps_to_the_chosen_row_and_closes_the_outline() {
    let mut apel = Performance::begun(APEL);
    apel.press("g down down enter");
    assert_eq!(apel.show.overlay(), None);
    assert_eq!(apel.place(), "lagu:1");
}

#[test]
fn under_the_present_text_stand_its_parts() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("g");
    assert_eq!(chosen(&apel), "ikrar Clause(2)");
    apel.press("down enter");
    assert_eq!(apel.place(), "ikrar.3:1");
    let mut apel = Performance::begun(APEL);
    apel.press("g");
    assert_eq!(
        apel.show.outline_rows("").len(),
        6,
        "elsewhere the steps stand alone"
    );
}

#[test]
fn the_parts_of_a_text_that_was_left_out_stand_there_too() {
    let mut apel = Performance::begun(APEL);
    apel.press("5 enter g");
    assert_eq!(apel.show.outline_rows("").len(), 6 + 6);
}

#[test]
fn the_rows_around_the_present_one_are_those_of_the_whole_outline() {
    let places = ["persiapan", "ikrar", "ikrar.2", "doa", "bubar"];
    let runs = places.map(|place| Performance::begun_at(APEL, place));
    let mut passed_over = Performance::begun(APEL);
    passed_over.press("5 enter");
    for apel in runs.iter().chain([&passed_over]) {
        let all = apel.show.outline_rows("");
        let here = apel.show.place().map(|place| place.cue.clone()).unwrap();
        let is_here = |row: &OutlineRow| match row {
            OutlineRow::Step(step) => *step == here.step,
            OutlineRow::Cue(cue) => *cue == here,
        };
        let present = all.iter().rposition(is_here).unwrap();
        for most in 0..all.len() + 2 {
            let (rows, at) = apel.show.outline_rows_around(most);
            assert!(at >= most.min(present) && rows.len() - at > most.min(all.len() - 1 - present));
            assert_eq!(rows, all[present - at..][..rows.len()], "{here:?}, {most}");
        }
    }
}

#[test]
fn the_choice_stays_within_the_list() {
    let mut apel = Performance::begun(APEL);
    apel.press("g up up");
    assert_eq!(chosen(&apel), "persiapan");
    apel.press("end");
    assert_eq!(chosen(&apel), "bubar");
    apel.press("down pagedown");
    assert_eq!(chosen(&apel), "bubar");
    apel.press("home");
    assert_eq!(chosen(&apel), "persiapan");
}

#[test]
fn the_filter_takes_all_typed_keys_until_enter_or_esc() {
    let mut apel = Performance::begun(APEL);
    apel.press("g / q 7 space n ? backspace");
    assert_eq!(outline(&apel).list.filter, "q7 n");
    assert!(outline(&apel).list.typing);
    apel.press("esc");
    assert_eq!(outline(&apel).list.filter, "");
    apel.press("/ D o A enter");
    assert_eq!(outline(&apel).list.filter, "DoA");
    assert!(!outline(&apel).list.typing);
    assert_eq!(chosen(&apel), "doa");
    assert_eq!(apel.place(), "persiapan:1");
    apel.press("enter");
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn the_filter_finds_steps_by_title_or_number_and_parts_by_their_words() {
    let apel = Performance::begun(APEL);
    let rows = |filter| apel.show.outline_rows(filter).len();
    assert_eq!(rows("lap"), 1);
    assert_eq!(rows("5"), 1);
    assert_eq!(rows("dua"), 1);
    assert_eq!(rows("tidak ada"), 0);
}

#[test]
fn enter_on_an_empty_list_does_nothing() {
    let mut apel = Performance::begun(APEL);
    apel.press("g / x y z enter enter");
    assert_eq!(apel.place(), "persiapan:1");
    assert_eq!(outline(&apel).list.filter, "xyz");
}

#[test]
fn nothing_moves_the_show_while_an_overlay_is_open() {
    for open in ["g", "?", "m", "g s", "g i", "g w"] {
        let mut apel = Performance::begun_at(APEL, "ikrar.2");
        apel.press(open);
        apel.press("space right left n p r u a x e v c 3 backspace f5 ctrl-r ctrl-z");
        apel.press("up down pageup pagedown home end");
        assert_eq!(apel.place(), "ikrar.2:1", "{open}");
        assert!(apel.show.typed().is_none());
        assert!(!apel.show.clock().is_paused());
        assert!(apel.show.question().is_none());
        assert!(apel.show.overlay().is_some());
    }
}

#[test]
fn esc_closes_what_is_open_and_never_quits() {
    for open in ["g", "?", "m"] {
        let mut apel = Performance::begun(APEL);
        apel.press(open);
        assert_eq!(apel.press("esc"), []);
        assert_eq!(apel.show.overlay(), None);
        assert_eq!(apel.press("esc esc"), []);
        assert_eq!(apel.show.question(), None);
    }
}

#[test]
fn arrows_and_pages_scroll_the_help() {
    let mut apel = Performance::begun(APEL);
    apel.press("? down down pagedown up");
    assert_eq!(apel.show.overlay(), Some(&Overlay::Help { scroll: 11 }));
    apel.press("home up");
    assert_eq!(apel.show.overlay(), Some(&Overlay::Help { scroll: 0 }));
}

#[test]
fn outline_help_and_problems_open_before_the_beginning_too() {
    let mut apel = Performance::ready(APEL);
    apel.press("g");
    assert_eq!(chosen(&apel), "persiapan");
    apel.press("g ?");
    assert_eq!(apel.show.overlay(), Some(&Overlay::Help { scroll: 0 }));
    apel.press("m");
    assert_eq!(apel.show.overlay(), Some(&Overlay::Problems { scroll: 0 }));
    apel.press("esc enter");
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn quitting_is_asked_over_an_overlay_and_no_leaves_it_open() {
    let mut apel = Performance::begun(APEL);
    apel.press("g / ctrl-c");
    assert!(apel.show.question().is_some());
    apel.press("esc");
    assert!(apel.show.question().is_none());
    assert!(outline(&apel).list.typing);
}

#[test]
fn a_save_leaves_the_outline_open_with_the_same_row_chosen() {
    let mut apel = Performance::begun(APEL);
    apel.press("g end up");
    assert_eq!(chosen(&apel), "doa");
    apel.save_with(
        "[[step]]\ntitle = \"Lagu\"",
        "[[step]]\ntitle = \"Sambutan\"\nkind = \"address\"\n\n[[step]]\ntitle = \"Lagu\"",
    );
    assert_eq!(chosen(&apel), "doa");
    apel.press("enter");
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn a_save_leaves_the_filter_and_keeps_the_choice_within_what_it_lets_through() {
    let mut apel = Performance::begun(APEL);
    apel.press("g / a enter end");
    assert_eq!(chosen(&apel), "bubar");
    let bubar = "[[step]]\ntitle = \"Bubar\"\nkind = \"act\"\nduration = \"1m\"\n";
    apel.save_with(bubar, "");
    assert_eq!(outline(&apel).list.filter, "a");
    assert_eq!(chosen(&apel), "doa");
    apel.save("title = \"Apel\"\n[[step]]\ntitle = \"Penutup\"\nkind = \"act\"");
    assert_eq!(chosen(&apel), "");
    apel.press("enter");
    assert_eq!(apel.place(), "penutup:1");
}
