//! Changes on the day undone: the programme goes back, the leader stays, and what comes to lie behind is told.

use super::harness::{APEL, Performance, names};
use crate::programme::StepId;
use crate::show::{Deed, Notice};

const ORDER: &str = "persiapan laporan lagu ikrar doa bubar";

#[test]
fn every_change_is_undone_one_by_one() {
    let mut apel = Performance::begun(APEL);
    apel.shift("doa<")
        .put_in("doa", "Sambutan")
        .drop_for("lagu", "hujan");
    apel.replace("mc", "Budi").restore("lagu");
    assert_eq!(apel.order(), "persiapan laporan lagu doa sisipan-1 ikrar bubar");
    apel.press("u");
    assert_eq!(apel.show.notice(), Some(&Notice::Undone(Deed::Day)));
    assert_eq!(apel.order(), "persiapan laporan (lagu) doa sisipan-1 ikrar bubar");
    assert_eq!(
        apel.show.reading().reason_dropped(&StepId("lagu".into())),
        Some("hujan")
    );
    apel.press("u");
    assert_eq!(apel.show.programme().unwrap().people[1].name, None);
    apel.press("u");
    assert_eq!(apel.show.notice(), Some(&Notice::Undone(Deed::Drop)));
    assert_eq!(apel.order(), "persiapan laporan lagu doa sisipan-1 ikrar bubar");
    apel.press("u u");
    assert_eq!(apel.order(), ORDER);
    assert!(apel.show.day().is_empty());
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn before_the_beginning_and_after_it_a_change_can_be_undone() {
    let mut apel = Performance::ready(APEL);
    apel.shift("doa<").drop_for("lagu", "");
    apel.press("enter u u");
    assert_eq!(apel.order(), ORDER);
    assert_eq!(apel.place(), "persiapan:1");
    apel.press("u");
    assert_eq!(apel.show.notice(), Some(&Notice::NothingToUndo));
}

#[test]
fn undoing_a_change_never_moves_the_leader() {
    let mut apel = Performance::begun(APEL);
    apel.shift("bubar<");
    apel.press("4 enter space space space");
    let read = apel.place();
    apel.press("p 4 enter space space space");
    assert_eq!(apel.place(), read);
    apel.press("u u u");
    assert_eq!(apel.place(), "persiapan:1", "the jumps are undone first");
    apel.press("space u");
    assert_eq!(apel.place(), "laporan.line-1:1");
    assert_eq!(apel.order(), ORDER);
}

#[test]
fn a_step_that_comes_to_lie_behind_when_its_move_is_undone_is_told_as_left_out() {
    let mut apel = Performance::begun_at(APEL, "2");
    apel.shift("lagu> lagu>");
    assert_eq!(apel.order(), "persiapan laporan ikrar doa lagu bubar");
    apel.shift("doa>");
    assert_eq!(apel.order(), "persiapan laporan ikrar lagu doa bubar");
    let script = APEL.replace("optional = true\n", "");
    let mut apel = Performance::begun_at(&script, "2");
    apel.shift("lagu> lagu>");
    apel.press("space space space");
    assert_eq!(apel.place(), "ikrar.opening:1");
    apel.press("u");
    assert_eq!(apel.left_out(), "", "only the last move is undone");
    assert_eq!(apel.order(), "persiapan laporan ikrar lagu doa bubar");
    apel.press("u");
    assert_eq!(apel.place(), "ikrar.opening:1");
    assert_eq!(apel.left_out(), "lagu");
    assert!(matches!(apel.show.notice(), Some(Notice::LeftOut(omissions)) if names(omissions) == "lagu"));
}

#[test]
fn a_step_that_was_held_where_it_was_moved_to_stays_held() {
    let mut apel = Performance::begun(APEL);
    apel.shift("doa< doa< doa<");
    apel.press("space space");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.press("u u u");
    assert_eq!(apel.order(), ORDER);
    let doa = StepId("doa".into());
    assert!(apel.show.reading().is_visited(&doa));
    apel.press("6 enter");
    assert_eq!(
        apel.left_out(),
        "ikrar",
        "the prayer was held, and the report begun"
    );
}

#[test]
fn when_the_present_step_was_put_in_and_that_is_undone_the_leader_is_led_to_the_one_before() {
    let mut apel = Performance::begun(APEL);
    apel.put_in("persiapan", "Sambutan");
    apel.press("space");
    assert_eq!(apel.place(), "sisipan-1:1");
    apel.press("u");
    assert_eq!(apel.place(), "persiapan:1");
    assert_eq!(apel.show.notice(), Some(&Notice::CueGone));
    assert!(!apel.show.reading().is_visited(&StepId("sisipan-1".into())));
    assert_eq!(
        apel.slide().step.unwrap().title,
        "Persiapan",
        "the hall follows at once"
    );
}

#[test]
fn a_drop_that_is_undone_behind_the_place_is_told_and_lists_again_what_it_had_taken_off() {
    let mut apel = Performance::begun(APEL);
    apel.press("6 enter 1 enter");
    assert_eq!(apel.left_out(), "laporan ikrar doa");
    apel.drop_for("ikrar", "");
    assert_eq!(apel.left_out(), "laporan doa");
    apel.press("u");
    assert_eq!(apel.left_out(), "laporan doa ikrar");
    let mut apel = Performance::begun(APEL);
    apel.drop_for("laporan", "");
    apel.press("space u");
    assert_eq!(apel.place(), "lagu:1");
    assert_eq!(apel.left_out(), "laporan");
}

#[test]
fn undoing_the_drop_of_the_present_step_still_leads_back_to_it() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.drop_for("ikrar", "hujan");
    assert_eq!(apel.place(), "doa:1");
    apel.press("u");
    assert_eq!(apel.place(), "ikrar.heading:1");
    assert_eq!(apel.order(), ORDER);
}

#[test]
fn a_step_that_was_taken_back_and_held_is_not_dropped_again() {
    let mut apel = Performance::begun(APEL);
    apel.drop_for("laporan", "").restore("laporan");
    apel.press("space space u");
    assert_eq!(apel.order(), ORDER);
    assert_eq!(apel.place(), "laporan.line-2:1");
}

#[test]
fn an_undo_after_a_save_in_between_takes_the_change_back_and_keeps_the_save() {
    let mut apel = Performance::begun(APEL);
    apel.shift("doa<").put_in("doa", "Sambutan").replace("mc", "Budi");
    apel.save_with("title = \"Bubar\"", "title = \"Barisan dibubarkan\"");
    assert_eq!(
        apel.order(),
        "persiapan laporan lagu doa sisipan-1 ikrar barisan-dibubarkan"
    );
    apel.press("u u u");
    assert_eq!(
        apel.order(),
        "persiapan laporan lagu ikrar doa barisan-dibubarkan"
    );
    assert!(apel.show.day().is_empty());
}

#[test]
fn what_a_jump_goes_back_to_lies_in_the_order_of_its_own_day() {
    let script = APEL.replace("title = \"Bubar\"", "title = \"Bubar\"\noptional = true");
    let mut apel = Performance::begun(&script);
    apel.press("space space space space p p p");
    apel.shift("bubar< bubar< bubar< bubar<");
    assert_eq!(apel.order(), "persiapan bubar laporan lagu ikrar doa");
    apel.save(APEL);
    apel.press("u u u u");
    assert_eq!(apel.place(), "persiapan:1");
    apel.press("u u u");
    assert_eq!(apel.place(), "ikrar.heading:1");
    assert_eq!(apel.order(), ORDER);
    assert_eq!(
        apel.left_out(),
        "",
        "what was moved since never lay behind that place"
    );
}

#[test]
fn a_jump_out_of_words_that_name_somebody_is_undone_to_the_same_words() {
    let script = APEL.replace(
        "\"Satu a / satu b\"",
        "\"Satu / bersama {mc.role} {mc.name} / setia\"",
    );
    let mut apel = Performance::begun_at(&script, "ikrar.1");
    apel.press("space space n");
    let name = "Drs. H. Budi Santoso Wijaya Kusuma Atmaja Hadiningrat, M.Si.";
    apel.replace("mc", name);
    apel.save(&script.replace("title = \"Lagu\"", "title = \"Hening\""));
    apel.press("u u");
    let place = apel.show.place().unwrap();
    assert_eq!(apel.show.cue().unwrap().phrases[place.phrase].text, "setia");
    assert!(apel.show.day().is_empty());
}

#[test]
fn a_step_of_the_run_that_comes_to_stand_before_its_beginning_is_told_all_the_same() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.shift("doa>");
    let at = |title: &str| APEL.find(&format!("[[step]]\ntitle = \"{title}\"")).unwrap();
    let (laporan, doa, bubar) = (at("Laporan"), at("Doa"), at("Bubar"));
    let (head, between) = (&APEL[..laporan], &APEL[laporan..doa]);
    apel.save(&format!("{head}{}{between}{}", &APEL[doa..bubar], &APEL[bubar..]));
    assert_eq!(apel.order(), "persiapan laporan lagu ikrar bubar doa");
    assert_eq!((apel.show.first_step(), apel.left_out().as_str()), (3, ""));
    apel.press("u");
    assert_eq!(apel.order(), "persiapan doa laporan lagu ikrar bubar");
    assert_eq!(
        apel.left_out(),
        "doa laporan",
        "rather one too many than one that is passed in silence"
    );
}

#[test]
fn u_never_leads_into_a_step_that_was_put_in_later_and_taken_back() {
    let of = |steps: &[&str]| {
        let steps = steps.iter().map(|title| {
            format!("[[step]]\ntitle = \"{title}\"\nkind = \"act\"\nlines = [{{ say = \"{title}.\" }}]\n")
        });
        format!("title = \"Apel\"\n{}", steps.collect::<String>())
    };
    let mut apel = Performance::begun(&of(&["Satu", "Dua"]));
    apel.press("n r");
    apel.put_in("dua", "Sambutan");
    // What the snapshots know as their place is taken away; what was put in is the nearest that is left.
    apel.save(&of(&["Lain"]));
    apel.press("u");
    apel.press("u u");
    let place = apel.show.place().unwrap();
    assert!(apel.show.programme().unwrap().cue(&place.cue).is_some());
}
