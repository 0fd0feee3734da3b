//! Forward, back, by step, by text, and back again by undoing.

use super::harness::{APEL, Performance};
use crate::show::{Deed, Notice, Stage};

/// Every place of `APEL` in order, as an advance visits them.
const WALK: &[&str] = &[
    "persiapan:1",
    "laporan.line-1:1",
    "laporan.line-2:1",
    "lagu:1",
    "ikrar.heading:1",
    "ikrar.opening:1",
    "ikrar.1:1",
    "ikrar.1:2",
    "ikrar.2:1",
    "ikrar.2:2",
    "ikrar.2:3",
    "ikrar.3:1",
    "ikrar.3:2",
    "ikrar.closing:1",
    "doa:1",
    "bubar:1",
    "closing card",
];

#[test]
fn an_advance_goes_phrase_by_phrase_through_what_is_ours_and_cue_by_cue_elsewhere() {
    let mut apel = Performance::begun(APEL);
    for place in WALK {
        assert_eq!(apel.place(), *place);
        apel.press("space");
    }
    assert_eq!(apel.place(), "closing card", "past the card there is nothing");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn back_goes_the_same_way_in_reverse_and_stops_at_the_top() {
    let mut apel = Performance::begun(APEL);
    for _ in WALK {
        apel.press("space");
    }
    for place in WALK.iter().rev() {
        assert_eq!(apel.place(), *place);
        apel.press("left");
    }
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn five_keys_go_forward_and_four_go_back() {
    for forward in ["space", "enter", "right", "down", "pagedown"] {
        let mut apel = Performance::begun(APEL);
        apel.press(forward);
        assert_eq!(apel.place(), "laporan.line-1:1", "{forward}");
        for back in ["left", "up", "pageup", "backspace"] {
            apel.press(back);
            assert_eq!(apel.place(), "persiapan:1", "{back}");
            apel.press(forward);
        }
    }
}

#[test]
fn letters_count_in_both_cases() {
    let mut apel = Performance::begun(APEL);
    apel.press("N n P");
    assert_eq!(apel.place(), "laporan.line-1:1");
}

#[test]
fn with_two_presses_the_repeat_of_a_phrase_has_a_key_of_its_own() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("e");
    assert_eq!(apel.show.notice(), Some(&Notice::Presses { two: true }));
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.1:1 repeated");
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.1:2");
    apel.press("space left");
    assert_eq!(
        apel.place(),
        "ikrar.1:2",
        "back from the repeat is the same phrase"
    );
    apel.press("space e");
    assert_eq!(
        apel.place(),
        "ikrar.1:2",
        "with one key the turn is the reader's again"
    );
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.2:1");
}

#[test]
fn presses_two_in_the_script_is_as_if_e_had_been_pressed_and_leaves_the_heading_read_alone() {
    let script = APEL.replace("leader =", "presses = 2\nleader =");
    let mut apel = Performance::begun_at(&script, "ikrar");
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.opening:1", "nobody repeats a heading");
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.opening:1 repeated");
}

#[test]
fn read_together_one_key_moves_a_group_of_phrases() {
    let script = APEL.replace("numbers = \"none\"", "numbers = \"none\"\nmode = \"together\"");
    let mut apel = Performance::begun_at(&script, "ikrar.2");
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.3:1", "three short phrases are one group");
    apel.press("left");
    assert_eq!(apel.place(), "ikrar.2:1");
}

#[test]
fn a_text_of_somebody_else_goes_clause_by_clause_until_v() {
    let script = APEL.replace("by = \"sekda\"", "by = \"mc\"");
    let mut apel = Performance::begun_at(&script, "ikrar.1");
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.2:1");
    apel.press("v space");
    assert_eq!(apel.place(), "ikrar.2:2");
    apel.press("v");
    assert_eq!(
        apel.place(),
        "ikrar.2:1",
        "clause by clause again, from the top of the clause"
    );
    apel.press("space space space");
    assert_eq!(apel.place(), "doa:1");
    apel.press("v");
    assert_eq!(
        apel.show.notice(),
        Some(&Notice::NotHere),
        "there is no text here"
    );
}

#[test]
fn v_counts_for_its_step_only() {
    let script = APEL.replace("by = \"sekda\"", "by = \"mc\"");
    let mut apel = Performance::begun_at(&script, "ikrar.1");
    apel.press("v n p");
    assert_eq!(apel.place(), "ikrar.heading:1");
    apel.press("space space space");
    assert_eq!(apel.place(), "ikrar.2:1");
}

#[test]
fn n_and_p_go_to_the_next_and_the_previous_step() {
    let mut apel = Performance::begun(APEL);
    apel.press("n");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.press("space p");
    assert_eq!(apel.place(), "persiapan:1");
    apel.press("p");
    assert_eq!(apel.place(), "persiapan:1", "there is none before the first");
    apel.press("n n n n n n");
    assert_eq!(apel.place(), "closing card");
    apel.press("n");
    assert_eq!(apel.place(), "closing card");
    apel.press("p");
    assert_eq!(apel.place(), "bubar:1");
}

#[test]
fn home_and_end_are_the_first_and_last_clause_in_a_text_and_the_first_and_last_step_elsewhere() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("end");
    assert_eq!(apel.place(), "ikrar.3:1");
    apel.press("home");
    assert_eq!(apel.place(), "ikrar.1:1");
    let mut apel = Performance::begun(APEL);
    apel.press("end");
    assert_eq!(apel.place(), "bubar:1");
    apel.press("home");
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn home_and_end_pass_by_what_was_dropped() {
    let optional = APEL
        .replace("title = \"Bubar\"", "title = \"Bubar\"\noptional = true")
        .replace("title = \"Persiapan\"", "title = \"Persiapan\"\noptional = true");
    let mut apel = Performance::begun(&optional);
    apel.press("s end s p home");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.press("end");
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn r_is_the_present_clause_again() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space space r");
    assert_eq!(apel.place(), "ikrar.2:1");
    apel.press("u");
    assert_eq!(apel.place(), "ikrar.2:3", "a restart is undone like a jump");
}

#[test]
fn u_undoes_jumps_one_after_the_other_and_never_an_advance() {
    let mut apel = Performance::begun(APEL);
    apel.press("n space n n");
    assert_eq!(apel.place(), "ikrar.heading:1");
    apel.press("u");
    assert_eq!(apel.place(), "lagu:1");
    apel.press("u");
    assert_eq!(apel.place(), "laporan.line-2:1");
    apel.press("u");
    assert_eq!(apel.place(), "persiapan:1");
    assert_eq!(apel.show.notice(), Some(&Notice::Undone(Deed::Jump)));
    apel.press("u");
    assert_eq!(apel.place(), "persiapan:1");
    assert_eq!(apel.show.notice(), Some(&Notice::NothingToUndo));
}

#[test]
fn u_tells_what_it_has_undone() {
    for (keys, deed) in [
        ("n u", Deed::Jump),
        ("r u", Deed::Restart),
        ("ctrl-r enter u", Deed::Restart),
        ("s enter u", Deed::Drop),
        ("n p x u", Deed::Mark),
    ] {
        let mut apel = Performance::begun_at(APEL, "ikrar.2");
        apel.press(keys);
        assert_eq!(apel.show.notice(), Some(&Notice::Undone(deed)), "{keys}");
    }
}

#[test]
fn a_refusal_does_not_stand_beside_what_is_done_next() {
    let mut apel = Performance::begun(APEL);
    for keys in ["c", "e", "g", "space", "4", "q"] {
        apel.press("ctrl-r");
        assert_eq!(apel.show.notice(), Some(&Notice::NotHere));
        apel.press(keys);
        assert_ne!(apel.show.notice(), Some(&Notice::NotHere), "{keys}");
        apel.press("esc");
    }
}

#[test]
fn what_is_no_refusal_or_was_not_seen_is_told_on() {
    let mut apel = Performance::begun(APEL);
    apel.press("e c");
    assert_eq!(apel.show.notice(), Some(&Notice::Presses { two: true }));
    let mut apel = Performance::begun(APEL);
    apel.press("tab v c tab");
    assert_eq!(
        apel.show.notice(),
        Some(&Notice::NotHere),
        "the hall is told nothing"
    );
    apel.press("u c");
    assert_eq!(apel.show.notice(), None, "a new refusal goes like the one before");
}

#[test]
fn u_puts_the_place_where_an_advance_could_have_put_it() {
    let script = APEL.replace("by = \"sekda\"", "by = \"mc\"");
    let mut apel = Performance::begun_at(&script, "ikrar.2");
    apel.press("v space space n u");
    assert_eq!(apel.place(), "ikrar.2:3", "the text goes phrase by phrase again");
    apel.press("r v u");
    assert_eq!(apel.place(), "ikrar.2:1", "the text goes clause by clause now");
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("e space n e u");
    assert_eq!(apel.place(), "ikrar.2:1", "the repeat has no key any more");
}

#[test]
fn s_drops_an_optional_step_at_once_and_every_move_passes_it_by() {
    let mut apel = Performance::begun(APEL);
    apel.press("n n");
    assert_eq!(apel.place(), "lagu:1");
    let before = apel.show.plan().unwrap().total;
    apel.press("s");
    assert_eq!(apel.place(), "ikrar.heading:1");
    assert_eq!(apel.show.plan().unwrap().total.as_secs(), before.as_secs() - 120);
    apel.press("left");
    assert_eq!(apel.place(), "laporan.line-2:1");
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.heading:1");
    apel.press("p n");
    assert_eq!(apel.place(), "ikrar.heading:1");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn jumping_into_a_dropped_step_revives_it_and_u_undoes_that_too() {
    let mut apel = Performance::begun(APEL);
    apel.press("n n s p 3 enter");
    assert_eq!(apel.place(), "lagu:1");
    let lagu = apel.show.step().unwrap().id.clone();
    assert!(!apel.show.reading().is_dropped(&lagu));
    apel.press("u");
    assert!(apel.show.reading().is_dropped(&lagu));
    apel.press("u u");
    assert_eq!(apel.place(), "lagu:1", "the drop is undone");
    assert!(!apel.show.reading().is_dropped(&lagu));
}

#[test]
fn after_the_last_step_was_dropped_back_from_the_card_leads_to_the_one_before() {
    let optional = APEL.replace("title = \"Bubar\"", "title = \"Bubar\"\noptional = true");
    let mut apel = Performance::begun(&optional);
    apel.press("end s");
    assert_eq!(apel.place(), "closing card");
    apel.press("left");
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn from_the_closing_card_back_returns_and_q_quits_without_asking() {
    let mut apel = Performance::begun_at(APEL, "6");
    apel.press("space");
    assert_eq!(apel.show.stage(), Stage::Finished);
    apel.press("left");
    assert_eq!(apel.place(), "bubar:1");
    apel.press("space");
    assert_eq!(apel.press("q"), [crate::show::Effect::Quit]);
}

#[test]
fn a_run_begins_at_once_where_it_is_told_to() {
    for (wanted, place) in [
        ("2", "laporan.line-1:1"),
        ("doa", "doa:1"),
        ("4.3", "ikrar.3:1"),
        ("ikrar.2", "ikrar.2:1"),
    ] {
        assert_eq!(Performance::begun_at(APEL, wanted).place(), place);
    }
    let nowhere = Performance::begun_at(APEL, "ikrar.9");
    assert_eq!(nowhere.place(), "ready");
    assert!(matches!(nowhere.show.notice(), Some(Notice::NotThere(_))));
}
