//! Changes on the day: what can be moved, put in, dropped and replaced, and that the show stays at its place.

use super::harness::{APEL, Performance};
use crate::programme::StepId;
use crate::script::Presses;
use crate::show::{NotChanged, Notice, OutlineRow, Overlay, Stage};
use crate::slide::{Shown, Slide};

const WITH_NAMES: &str = r#"
title = "Apel"
leader = "sekda"

[people]
sekda = { role = "Sekretaris Daerah", short = "Sekda", name = "Adi", office = "Sekda" }
mc = { role = "Pembawa acara", short = "MC" }

[[step]]
title = "Laporan"
kind = "report"
by = "mc"

[[step]]
id = "ikrar"
title = "Ikrar"
kind = "ikrar"
by = "sekda"
numbers = "none"
clauses = ["Kami semua / bersama {sekda.name} / berjanji setia", "Dua"]

[[step]]
title = "Amanat {sekda.name}"
id = "amanat"
kind = "address"
by = "sekda"
"#;

fn refused(apel: &Performance) -> Option<NotChanged> {
    match apel.show.notice() {
        Some(Notice::NotChanged(why)) => Some(*why),
        _ => None,
    }
}

fn words(slide: Slide) -> Vec<String> {
    match slide.shown {
        Shown::Words { lines, .. } => lines,
        other => panic!("words are read, not {other:?}"),
    }
}

#[test]
fn before_the_beginning_every_step_can_be_moved_and_the_ceremony_begins_with_the_new_first() {
    let mut apel = Performance::ready(APEL);
    apel.shift("persiapan> bubar<");
    assert_eq!(apel.order(), "laporan persiapan lagu ikrar bubar doa");
    assert_eq!(apel.show.stage(), Stage::Ready);
    apel.shift("lagu< lagu<");
    assert_eq!(apel.order(), "lagu laporan persiapan ikrar bubar doa");
    apel.shift("lagu<");
    assert_eq!(refused(&apel), Some(NotChanged::First));
    apel.press("enter");
    assert_eq!(apel.place(), "lagu:1");
    assert_eq!(apel.show.first_step(), 0);
}

#[test]
fn a_step_to_come_is_moved_and_the_leader_is_told_its_number() {
    let mut apel = Performance::begun_at(APEL, "2");
    apel.shift("doa<");
    assert_eq!(apel.order(), "persiapan laporan lagu doa ikrar bubar");
    let step = StepId("doa".into());
    assert_eq!(apel.show.notice(), Some(&Notice::StepMoved { step, number: 4 }));
    assert_eq!(apel.place(), "laporan.line-1:1");
    let doa = &apel.show.programme().unwrap().steps[3];
    assert!(doa.moved && !doa.is_inserted());
    apel.press("4 enter");
    assert_eq!(apel.place(), "doa:1", "numbers are the new ones");
}

#[test]
fn what_is_behind_present_or_was_held_cannot_be_moved_and_nothing_comes_before_the_present() {
    let mut apel = Performance::begun(APEL);
    apel.press("4 enter space p");
    assert_eq!(apel.place(), "lagu:1");
    let order = apel.order();
    for step in ["persiapan>", "laporan>", "lagu>", "lagu<"] {
        apel.shift(step);
        assert_eq!(refused(&apel), Some(NotChanged::NotToCome), "{step}");
    }
    apel.shift("ikrar>");
    assert_eq!(
        refused(&apel),
        Some(NotChanged::NotToCome),
        "it was begun already"
    );
    apel.shift("bubar>");
    assert_eq!(refused(&apel), Some(NotChanged::Last));
    let mut fresh = Performance::begun_at(APEL, "lagu");
    fresh.shift("ikrar<");
    assert_eq!(refused(&fresh), Some(NotChanged::First));
    assert_eq!((apel.order(), fresh.order()), (order.clone(), order));
    assert!(!apel.show.can_undo() || apel.show.day().is_empty());
}

#[test]
fn on_the_closing_card_nothing_is_to_come() {
    let mut apel = Performance::begun_at(APEL, "bubar");
    apel.press("space");
    assert_eq!(apel.place(), "closing card");
    apel.shift("doa>");
    assert_eq!(refused(&apel), Some(NotChanged::Over));
    apel.put_in("bubar", "Sambutan");
    assert_eq!(refused(&apel), Some(NotChanged::Over));
    apel.drop_for("bubar", "hujan");
    assert_eq!(refused(&apel), Some(NotChanged::Over));
    assert!(apel.show.day().is_empty());
}

#[test]
fn dropped_steps_are_passed_by() {
    let mut apel = Performance::begun(APEL);
    apel.drop_for("lagu", "");
    apel.drop_for("doa", "");
    apel.shift("ikrar<");
    assert_eq!(apel.order(), "persiapan ikrar laporan (lagu) (doa) bubar");
    apel.shift("ikrar> ikrar>");
    assert_eq!(apel.order(), "persiapan laporan (lagu) (doa) bubar ikrar");
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.drop_for("bubar", "").shift("doa>");
    assert_eq!(
        refused(&apel),
        Some(NotChanged::Last),
        "only a dropped one is below"
    );
}

#[test]
fn whoever_moves_a_step_there_and_back_has_changed_nothing() {
    let mut apel = Performance::ready(APEL);
    let before = apel.show.programme().cloned();
    apel.shift("doa< doa>");
    assert!(apel.show.day().is_empty());
    assert_eq!(apel.show.programme().cloned(), before);
}

#[test]
fn a_step_is_put_in_behind_the_present_one_at_the_earliest() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    let seen = apel.slide();
    apel.put_in("lagu", "Sambutan");
    assert_eq!(refused(&apel), Some(NotChanged::NotToCome));
    apel.put_in("ikrar", "Sambutan");
    assert_eq!(apel.order(), "persiapan laporan lagu ikrar sisipan-1 doa bubar");
    assert_eq!(apel.place(), "ikrar.2:1");
    assert_eq!(words(apel.slide()), words(seen));
    apel.put_in("sisipan-1", "Sambutan kedua");
    assert_eq!(
        apel.order(),
        "persiapan laporan lagu ikrar sisipan-1 sisipan-2 doa bubar"
    );
    apel.press("n space space");
    assert_eq!(apel.place(), "doa:1", "each takes one key");
    assert_eq!(apel.left_out(), "ikrar.2 ikrar.3 ikrar.closing");
}

#[test]
fn a_step_that_was_put_in_is_required_and_takes_its_time() {
    let mut apel = Performance::begun_at(APEL, "lagu");
    let total = apel.show.plan().unwrap().total;
    apel.put_in("ikrar", "Sambutan");
    assert_eq!(apel.show.plan().unwrap().total.as_secs(), total.as_secs() + 120);
    apel.press("6 enter");
    assert_eq!(apel.left_out(), "ikrar sisipan-1");
}

#[test]
fn plan_and_lateness_follow_the_new_order() {
    let mut apel = Performance::begun(APEL);
    apel.shift("doa< doa< doa<");
    assert_eq!(apel.order(), "persiapan doa laporan lagu ikrar bubar");
    apel.press("3 enter");
    let (begins, ends) = apel.show.plan().unwrap().step;
    assert_eq!((begins.as_secs(), ends.as_secs()), (240, 300));
}

#[test]
fn a_step_to_come_is_dropped_in_place_with_its_reason_and_taken_back() {
    let mut apel = Performance::begun(APEL);
    apel.drop_for("doa", "hujan");
    assert_eq!(apel.place(), "persiapan:1");
    assert_eq!(apel.order(), "persiapan laporan lagu ikrar (doa) bubar");
    assert_eq!(
        apel.show.reading().reason_dropped(&StepId("doa".into())),
        Some("hujan")
    );
    assert!(matches!(apel.show.notice(), Some(Notice::Dropped(_))));
    apel.restore("doa");
    assert_eq!(apel.order(), "persiapan laporan lagu ikrar doa bubar");
    assert!(matches!(apel.show.notice(), Some(Notice::StepRestored(_))));
}

#[test]
fn the_present_step_is_dropped_and_left_and_one_behind_is_neither_dropped_nor_taken_back() {
    let mut apel = Performance::begun(APEL);
    apel.press("space");
    apel.drop_for("laporan", "sakit");
    assert_eq!(apel.place(), "lagu:1");
    assert_eq!(
        apel.show.reading().reason_dropped(&StepId("laporan".into())),
        Some("sakit")
    );
    apel.drop_for("persiapan", "");
    assert_eq!(refused(&apel), Some(NotChanged::NotToCome));
    apel.restore("laporan");
    assert_eq!(refused(&apel), Some(NotChanged::NotToCome));
    assert_eq!(apel.order(), "persiapan (laporan) lagu ikrar doa bubar");
}

#[test]
fn a_first_step_that_was_dropped_before_the_beginning_is_passed_by_and_part_of_the_run() {
    let mut apel = Performance::ready(APEL);
    apel.drop_for("persiapan", "hujan").drop_for("laporan", "");
    apel.press("enter");
    assert_eq!(apel.place(), "lagu:1");
    assert_eq!(apel.show.first_step(), 0);
    assert_eq!(apel.order(), "(persiapan) (laporan) lagu ikrar doa bubar");
    assert_eq!(apel.show.plan().unwrap().step.0.as_secs(), 0, "it begins on time");
    apel.press("u");
    assert_eq!(
        apel.left_out(),
        "laporan",
        "it is to be held after all, and lies behind"
    );
}

#[test]
fn nothing_is_put_before_the_beginning_of_a_run_and_what_comes_to_its_top_is_part_of_it() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.press("p p");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.shift("lagu>");
    assert_eq!(
        refused(&apel),
        Some(NotChanged::NotToCome),
        "it is before the beginning of the run"
    );
    apel.shift("doa<");
    assert_eq!(apel.order(), "persiapan laporan lagu doa ikrar bubar");
    assert_eq!(apel.show.first_step(), 3);
    apel.press("6 enter");
    assert_eq!(
        apel.left_out(),
        "doa ikrar",
        "nothing of it was read at the beginning of the run"
    );
}

#[test]
fn a_stand_in_is_everywhere_at_once_but_in_words_that_are_being_read() {
    let mut apel = Performance::begun(WITH_NAMES);
    apel.press("3 enter");
    apel.replace("sekda", "Budi");
    assert_eq!(apel.slide().step.unwrap().title, "Amanat Budi");
    assert_eq!(apel.slide().speaker.unwrap().name.as_deref(), Some("Budi"));
    assert!(!apel.show.audience_waits());
    apel.press("2 enter space");
    assert_eq!(words(apel.slide()), ["bersama Budi"]);
    apel.replace("sekda", "Citra");
    assert_eq!(
        words(apel.slide()),
        ["bersama Budi"],
        "nobody's words change in mid-phrase"
    );
    assert!(apel.show.audience_waits());
    apel.press("r");
    apel.press("space");
    assert_eq!(words(apel.slide()), ["bersama Citra"]);
    apel.press("space");
    apel.replace("sekda", "");
    assert!(
        !apel.show.audience_waits(),
        "the words that are read now name nobody"
    );
    assert_eq!(
        apel.show.programme().unwrap().people[0].name.as_deref(),
        Some("Adi")
    );
}

#[test]
fn a_stand_in_of_more_words_leaves_the_place_in_the_phrase_and_what_was_read() {
    let mut apel = Performance::begun_at(WITH_NAMES, "ikrar");
    apel.press("space space");
    assert_eq!(apel.place(), "ikrar.1:3");
    apel.replace("sekda", "Drs. H. Budi Santoso Wijaya Kusuma, M.Si.");
    let place = apel.show.place().unwrap();
    let phrase = &apel.show.cue().unwrap().phrases[place.phrase];
    assert_eq!(phrase.text, "berjanji setia");
    apel.press("space n");
    assert_eq!(apel.left_out(), "ikrar.2", "the first clause was read");
}

#[test]
fn whom_nobody_knows_and_who_has_no_name_replaces_nobody() {
    let mut apel = Performance::ready(WITH_NAMES);
    apel.replace("siapa", "Budi").replace("sekda", " \u{1b} ");
    apel.replace("mc", "");
    assert!(apel.show.day().is_empty());
    assert_eq!(apel.show.notice(), None);
    apel.replace("mc", "Budi");
    let told = Notice::PersonReplaced {
        person: "MC".to_owned(),
        by: Some("Budi".to_owned()),
    };
    assert_eq!(apel.show.notice(), Some(&told));
}

#[test]
fn the_chosen_row_stays_chosen_after_a_move() {
    let mut apel = Performance::begun(APEL);
    apel.press("g down down down down");
    let chosen = |apel: &Performance| match apel.show.overlay() {
        Some(Overlay::Outline(outline)) => apel
            .show
            .outline_rows(&outline.list.filter)
            .into_iter()
            .nth(outline.list.chosen),
        _ => None,
    };
    let doa = Some(OutlineRow::Step(StepId("doa".into())));
    assert_eq!(chosen(&apel), doa);
    apel.shift("doa< doa<");
    assert_eq!(chosen(&apel), doa);
    apel.put_in("persiapan", "Sambutan");
    assert_eq!(chosen(&apel), doa);
}

#[test]
fn a_change_elsewhere_touches_neither_the_turn_nor_the_audience() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("e space");
    assert_eq!(apel.show.presses(), Presses::Two);
    assert_eq!(apel.place(), "ikrar.2:1 repeated");
    let number = apel.show.leaving().number;
    apel.shift("bubar<");
    assert_eq!(apel.place(), "ikrar.2:1 repeated");
    assert_eq!(apel.show.leaving().number, number, "nothing is published");
}

#[test]
fn words_that_wait_after_a_save_go_on_waiting() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    let seen = apel.slide();
    apel.save_with("Dua a /", "Dua x /");
    apel.shift("bubar<");
    assert!(apel.show.audience_waits());
    assert_eq!(apel.slide(), seen);
}
