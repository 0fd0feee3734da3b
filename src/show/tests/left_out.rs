//! What is left out: told at once, listed until it is read or marked as said, never lost.

use super::harness::{APEL, Performance, names};
use crate::show::{Notice, Standing};

/// What the leader was just told to have left out.
fn told(apel: &Performance) -> String {
    match apel.show.notice() {
        Some(Notice::LeftOut(omissions)) => names(omissions),
        _ => String::new(),
    }
}

#[test]
fn a_clause_that_a_jump_passes_is_told_at_once_and_listed() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("space space 3 enter");
    assert_eq!(told(&apel), "ikrar.2");
    assert_eq!(apel.left_out(), "ikrar.2");
}

#[test]
fn a_clause_that_was_begun_and_not_ended_is_left_out_and_one_that_was_read_is_not() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("space 2 enter");
    assert_eq!(apel.left_out(), "ikrar.1");
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("space space space space space end");
    assert_eq!(apel.place(), "ikrar.3:1");
    assert_eq!(apel.left_out(), "");
    assert_eq!(told(&apel), "");
}

#[test]
fn it_stays_listed_until_it_is_read_to_its_end() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("3 enter space space 1 enter");
    assert_eq!(apel.left_out(), "ikrar.1 ikrar.2");
    apel.press("space space");
    assert_eq!(apel.left_out(), "ikrar.2");
    apel.press("space space");
    assert_eq!(
        apel.left_out(),
        "ikrar.2",
        "two of three phrases are not the clause"
    );
    apel.press("space");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn x_marks_the_newest_as_said_and_passing_it_again_tells_nothing() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("3 enter x");
    assert_eq!(apel.left_out(), "ikrar.1");
    assert!(matches!(apel.show.notice(), Some(Notice::MarkedSaid(_))));
    apel.press("1 enter space space 3 enter");
    assert_eq!(apel.left_out(), "");
    assert_eq!(told(&apel), "");
    apel.press("x");
    assert_eq!(apel.show.notice(), Some(&Notice::NothingLeftOut));
}

#[test]
fn u_takes_a_listing_back_and_undoes_x() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("3 enter u");
    assert_eq!(apel.place(), "ikrar.1:1");
    assert_eq!(apel.left_out(), "");
    apel.press("2 enter x u");
    assert_eq!(apel.left_out(), "ikrar.1");
}

#[test]
fn u_does_not_list_again_what_was_read_since() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("3 enter 1 enter space space space space space u");
    assert_eq!(apel.place(), "ikrar.3:1");
    assert_eq!(apel.left_out(), "", "both were read on the way");
}

#[test]
fn it_is_shown_again_on_that_texts_closing_and_on_the_closing_card() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("3 enter space");
    assert_eq!(apel.show.left_out_here(), Vec::<&_>::new());
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.closing:1");
    assert_eq!(apel.show.left_out_here().len(), 2);
    apel.press("space");
    assert!(
        apel.show.left_out_here().is_empty(),
        "the next step has another text"
    );
    apel.press("space space");
    assert_eq!(apel.place(), "closing card");
    assert_eq!(apel.left_out(), "ikrar.1 ikrar.2");
}

#[test]
fn a_text_without_a_closing_shows_it_on_its_last_clause() {
    let script = APEL.replace("closing = \"Demikian ikrar kami\"\n", "");
    let mut apel = Performance::begun_at(&script, "ikrar.1");
    apel.press("3 enter");
    assert_eq!(apel.show.left_out_here().len(), 2);
}

#[test]
fn a_jump_over_a_required_step_lists_the_step_and_over_an_optional_one_nothing() {
    let mut apel = Performance::begun(APEL);
    apel.press("4 enter");
    assert_eq!(told(&apel), "laporan", "the song is optional");
    let laporan = &apel.show.programme().unwrap().steps[1];
    assert_eq!(apel.show.standing(laporan), Standing::LeftOut);
    apel.press("p p");
    assert_eq!(apel.place(), "laporan.line-1:1");
    assert_eq!(apel.left_out(), "", "it is being made up for");
}

#[test]
fn an_ikrar_that_was_passed_whole_stays_listed_until_it_is_read_whole() {
    let mut apel = Performance::begun(APEL);
    apel.press("2 enter 3 enter 5 enter");
    assert_eq!(apel.left_out(), "ikrar");
    apel.press("4 enter");
    assert_eq!(apel.left_out(), "ikrar");
    apel.press("space space space space space space space space space");
    assert_eq!(apel.left_out(), "ikrar");
    apel.press("space");
    assert_eq!(apel.place(), "doa:1");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn an_optional_ikrar_is_told_too() {
    let script = APEL.replace("id = \"ikrar\"", "id = \"ikrar\"\noptional = true");
    let mut apel = Performance::begun_at(&script, "3");
    apel.press("5 enter");
    assert_eq!(told(&apel), "ikrar");
}

#[test]
fn a_step_that_was_only_looked_at_and_left_by_u_is_told_when_it_is_passed() {
    let mut apel = Performance::begun(APEL);
    apel.press("5 enter u");
    assert_eq!(apel.left_out(), "");
    apel.press("6 enter");
    assert_eq!(apel.left_out(), "laporan ikrar doa");
}

#[test]
fn n_out_of_a_pledge_lists_the_rest_of_it_and_out_of_another_step_nothing() {
    let mut apel = Performance::begun_at(APEL, "ikrar.3");
    apel.press("space n");
    assert_eq!(told(&apel), "ikrar.3 ikrar.closing");
    apel.press("n");
    assert_eq!(apel.left_out(), "ikrar.3 ikrar.closing");
    let mut apel = Performance::begun_at(APEL, "2");
    apel.press("n n");
    assert_eq!(apel.left_out(), "", "the report was there, if not all of it");
}

#[test]
fn a_text_of_ours_is_watched_and_a_reading_of_somebody_else_is_not() {
    let script = APEL.replace("kind = \"ikrar\"", "kind = \"reading\"");
    let mut apel = Performance::begun_at(&script, "ikrar.1");
    apel.press("n");
    assert_eq!(
        apel.left_out(),
        "ikrar.1 ikrar.2 ikrar.3 ikrar.closing",
        "ours is"
    );
    let theirs = script.replace("by = \"sekda\"", "by = \"mc\"");
    let mut apel = Performance::begun_at(&theirs, "ikrar.1");
    apel.press("n");
    assert_eq!(apel.left_out(), "");
    let pledge = APEL.replace("by = \"sekda\"", "by = \"mc\"");
    let mut apel = Performance::begun_at(&pledge, "ikrar.1");
    apel.press("n");
    assert_eq!(
        apel.left_out(),
        "ikrar.1 ikrar.2 ikrar.3 ikrar.closing",
        "any ikrar is"
    );
}

#[test]
fn going_back_leaves_nothing_out() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("1 enter p p p");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn what_is_before_the_beginning_of_a_run_is_no_part_of_it() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    assert_eq!(apel.left_out(), "");
    assert_eq!(apel.show.first_step(), 3);
    apel.save_with("Satu a / satu b", "Satu a / satu c");
    assert_eq!(apel.left_out(), "", "nor does an edit there make it so");
}

#[test]
fn going_back_before_the_beginning_of_a_run_and_on_again_leaves_nothing_out() {
    let mut apel = Performance::begun_at(APEL, "doa");
    apel.press("left left space space");
    assert_eq!(apel.place(), "doa:1");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn a_step_of_others_that_is_left_before_its_end_is_told_at_once_and_not_listed() {
    let told = |apel: &Performance| match apel.show.notice() {
        Some(Notice::LeftBeforeEnd(step)) => Some(step.0.to_string()),
        _ => None,
    };
    let laporan = || Some("laporan".to_owned());
    for leave in ["n", "3 enter"] {
        let mut apel = Performance::begun_at(APEL, "laporan");
        apel.press(leave);
        assert_eq!(
            (told(&apel), apel.left_out()),
            (laporan(), String::new()),
            "{leave}"
        );
        apel.press("u");
        assert_eq!(apel.place(), "laporan.line-1:1");
    }
    // From its last line, backwards, and out of an optional step there is nothing to tell.
    for (begin, leave) in [("laporan", "space n"), ("laporan", "p"), ("lagu", "n")] {
        let mut apel = Performance::begun_at(APEL, begin);
        apel.press(leave);
        assert_eq!(told(&apel), None, "{begin}: {leave}");
    }
}

#[test]
fn a_dropped_step_is_not_listed_nor_is_what_was_left_out_of_it() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("3 enter s enter");
    assert_eq!(apel.place(), "doa:1");
    assert_eq!(apel.left_out(), "");
    apel.press("p");
    assert_eq!(apel.place(), "lagu:1");
    apel.press("6 enter");
    assert_eq!(apel.left_out(), "doa", "the pledge stays dropped");
}

#[test]
fn back_from_the_card_into_a_pledge_that_was_all_and_dropped_tells_what_stands_above() {
    let ikrar = "title = \"A\"\n[[step]]\ntitle = \"Ikrar\"\nkind = \"ikrar\"\noptional = true\nclauses = [\"satu\", \"dua\"]";
    let mut apel = Performance::begun(ikrar);
    apel.press("end s");
    assert_eq!(apel.place(), "closing card");
    apel.press("left");
    assert_eq!(apel.place(), "ikrar.2:1");
    assert_eq!(told(&apel), "ikrar.1");
}

#[test]
fn whoever_enters_a_dropped_pledge_in_its_middle_is_told_what_stands_above() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("s enter 4 . 3 enter");
    assert_eq!(apel.place(), "ikrar.3:1");
    assert_eq!(told(&apel), "ikrar.heading ikrar.opening ikrar.1 ikrar.2");
}

#[test]
fn a_step_that_was_only_looked_at_and_left_backwards_is_told_when_it_is_passed() {
    let doa = |apel: &Performance| apel.show.standing(&apel.show.programme().unwrap().steps[4]);
    for looked in [
        "5 enter p p p p",
        "5 enter home",
        "end p home",
        "5 enter 1 enter",
        "5 enter p u p p p p",
        "5 enter p u p u home",
        "5 enter r u home",
        "5 enter r u p u p p p p",
    ] {
        let mut apel = Performance::begun(APEL);
        apel.press(looked);
        assert_eq!(apel.place(), "persiapan:1", "{looked}");
        assert!(
            matches!(doa(&apel), Standing::ToCome | Standing::LeftOut),
            "{looked}"
        );
        apel.press("2 enter 3 enter 6 enter");
        assert!(apel.left_out().split(' ').any(|one| one == "doa"), "{looked}");
    }
    // Whoever goes on from it has done it.
    for done in ["5 enter n p p p", "5 enter space left left p"] {
        let mut apel = Performance::begun(APEL);
        apel.press(done);
        assert_eq!(doa(&apel), Standing::Done, "{done}");
        apel.press("6 enter");
        assert!(!apel.left_out().contains("doa"), "{done}");
    }
    let mut apel = Performance::begun(APEL);
    apel.press("space space 1 enter 4 enter");
    assert_eq!(apel.left_out(), "", "of the report something was said already");
}

#[test]
fn a_step_that_was_only_looked_at_stays_so_over_a_resume_and_over_saves() {
    let passed = |mut apel: Performance| {
        apel.press("home 2 enter 3 enter 6 enter");
        apel.left_out()
    };
    let mut looking = Performance::begun(APEL);
    looking.press("5 enter");
    let mut back = looking.killed(5, APEL);
    back.press("k");
    assert_eq!(back.place(), "doa:1");
    assert!(passed(back).contains("doa"));
    looking.press("p");
    let mut back = looking.killed(5, APEL);
    back.press("k u");
    assert_eq!(back.place(), "doa:1");
    assert!(passed(back).contains("doa"), "undone after a resume");
    looking.press("u");
    let doa = APEL.find("[[step]]\ntitle = \"Doa\"").unwrap();
    let after = doa + 1 + APEL[doa + 1..].find("[[step]]").unwrap();
    let without = format!("{}{}", &APEL[..doa], &APEL[after..]);
    looking.save(&without);
    assert_ne!(looking.place(), "doa:1");
    looking.save(APEL);
    assert_eq!(looking.place(), "doa:1");
    assert!(
        passed(looking).contains("doa"),
        "taken away by a save and put back"
    );
    let mut saved = Performance::begun(APEL);
    saved.press("5 enter p");
    saved.save_with("Satu a", "Satu z").press("u");
    assert_eq!(saved.place(), "doa:1");
    assert!(passed(saved).contains("doa"), "undone after a save");
}

#[test]
fn a_step_that_a_save_has_put_the_leader_on_was_only_looked_at_too() {
    let doa = APEL.find("[[step]]\ntitle = \"Doa\"").unwrap();
    let bubar = doa + 1 + APEL[doa + 1..].find("[[step]]").unwrap();
    let mut apel = Performance::begun(APEL);
    apel.press("6 enter");
    apel.save(&APEL[..bubar]);
    assert_eq!(apel.place(), "doa:1");
    let whole = format!("{}\n[[step]]\ntitle = \"Foto\"\nkind = \"act\"\n", &APEL[..bubar]);
    apel.press("home");
    apel.save(&whole);
    apel.press("2 enter 3 enter 6 enter");
    assert_eq!(apel.left_out(), "ikrar doa");
}

#[test]
fn of_a_step_that_was_put_in_and_taken_back_nothing_is_kept() {
    let mut apel = Performance::begun(APEL);
    apel.put_in("persiapan", "Foto").press("space u");
    assert!(!apel.order().contains("sisipan"));
    assert_eq!(apel.show.looked_at, None);
}

#[test]
fn u_takes_x_back_where_the_leader_is_by_now() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("2 enter x space space u");
    assert_eq!(apel.place(), "ikrar.2:3", "a mark has moved nobody");
    assert_eq!(apel.left_out(), "ikrar.1");
    apel.press("x 1 enter space space g u");
    assert_eq!(apel.show.notice(), Some(&Notice::UndoneElsewhere));
    apel.press("esc u u");
    assert_eq!(apel.place(), "ikrar.2:3");
    assert_eq!(apel.left_out(), "", "by now it was read");
}
