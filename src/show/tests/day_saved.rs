//! Changes on the day and saves of the script: the changes survive, matched as the place is.

use super::harness::{APEL, Performance, names};
use crate::show::Notice;

#[test]
fn changes_survive_a_save_that_edits_something_else() {
    let mut apel = Performance::begun_at(APEL, "2");
    apel.shift("doa<")
        .put_in("doa", "Sambutan")
        .drop_for("lagu", "hujan")
        .replace("mc", "Budi");
    apel.save_with("\"Tiga a / tiga b\"", "\"Tiga c\", \"Empat\"");
    assert_eq!(apel.order(), "persiapan laporan (lagu) doa sisipan-1 ikrar bubar");
    assert_eq!(
        apel.show.programme().unwrap().people[1].name.as_deref(),
        Some("Budi")
    );
    assert_eq!(
        apel.show.notice(),
        Some(&Notice::Reloaded { changed: 1, gone: 0 })
    );
    assert_eq!(apel.show.programme().unwrap().steps[5].clauses, 4);
}

#[test]
fn the_same_script_saved_again_changes_nothing() {
    let mut apel = Performance::begun(APEL);
    apel.shift("doa<").put_in("doa", "Sambutan").replace("mc", "Budi");
    let before = (apel.show.programme().cloned(), apel.show.day().clone());
    apel.wait(10_000);
    let told = apel.show.notice().cloned();
    apel.save(APEL);
    assert_eq!((apel.show.programme().cloned(), apel.show.day().clone()), before);
    assert_eq!(apel.show.notice().cloned(), told);
}

#[test]
fn changes_made_before_the_beginning_survive_saves_and_drops_do() {
    let mut apel = Performance::ready(APEL);
    apel.shift("doa<").drop_for("lagu", "hujan");
    apel.save_with("title = \"Lagu\"", "title = \"Lagu kebangsaan\"");
    assert_eq!(
        apel.order(),
        "persiapan laporan (lagu-kebangsaan) doa ikrar bubar"
    );
    apel.press("enter u");
    assert_eq!(apel.order(), "persiapan laporan lagu-kebangsaan doa ikrar bubar");
}

#[test]
fn a_step_put_into_the_file_behind_the_place_is_told_whatever_was_moved() {
    let mut apel = Performance::begun_at(APEL, "2");
    apel.shift("bubar<");
    apel.press("n n");
    apel.wait(5000);
    apel.save_with(
        "[[step]]\ntitle = \"Lagu\"",
        "[[step]]\ntitle = \"Hening\"\nkind = \"silence\"\n\n[[step]]\ntitle = \"Lagu\"",
    );
    assert_eq!(apel.place(), "ikrar.heading:1");
    assert_eq!(apel.order(), "persiapan laporan hening lagu ikrar bubar doa");
    assert!(
        matches!(apel.show.notice(), Some(Notice::ReloadedLeavingOut { left_out, .. }) if names(left_out) == "hening")
    );
}

#[test]
fn a_file_that_has_the_order_of_the_day_makes_the_move_moot() {
    let mut apel = Performance::begun(APEL);
    apel.shift("bubar<");
    let (doa, bubar) = (
        APEL.find("[[step]]\ntitle = \"Doa\"").unwrap(),
        APEL.find("[[step]]\ntitle = \"Bubar\"").unwrap(),
    );
    apel.save(&format!(
        "{}{}\n{}",
        &APEL[..doa],
        &APEL[bubar..],
        &APEL[doa..bubar]
    ));
    assert_eq!(apel.order(), "persiapan laporan lagu ikrar bubar doa");
    assert!(apel.show.day().is_empty());
}

#[test]
fn a_step_that_was_put_in_belongs_to_the_file_once_that_has_it() {
    let mut apel = Performance::begun(APEL);
    apel.put_in("persiapan", "Sambutan");
    apel.press("space");
    let own = "[[step]]\nid = \"sisipan-1\"\ntitle = \"Sambutan\"\nkind = \"address\"\nduration = \"2m\"\n\n";
    apel.save_with(
        "[[step]]\ntitle = \"Laporan\"",
        &format!("{own}[[step]]\ntitle = \"Laporan\""),
    );
    assert_eq!(apel.order(), "persiapan sisipan-1 laporan lagu ikrar doa bubar");
    assert_eq!(apel.place(), "sisipan-1:1");
    assert!(apel.show.day().is_empty());
    assert!(!apel.show.programme().unwrap().steps[1].is_inserted());
}

#[test]
fn a_change_goes_with_its_step() {
    let mut apel = Performance::begun(APEL);
    apel.shift("bubar<").put_in("doa", "Sambutan");
    let doa = APEL.find("[[step]]\ntitle = \"Doa\"").unwrap();
    let bubar = APEL.find("[[step]]\ntitle = \"Bubar\"").unwrap();
    apel.save(&format!("{}{}", &APEL[..doa], &APEL[bubar..]));
    assert_eq!(apel.order(), "persiapan laporan lagu ikrar bubar sisipan-1");
    apel.save(&APEL[..bubar]);
    assert_eq!(apel.order(), "persiapan laporan lagu ikrar sisipan-1 doa");
}

#[test]
fn a_present_step_that_is_cut_out_and_put_back_has_the_changes_of_before() {
    let mut apel = Performance::begun(APEL);
    apel.shift("doa< doa< doa<").replace("mc", "Budi");
    apel.press("space");
    assert_eq!(apel.place(), "doa:1");
    let (doa, bubar) = (
        APEL.find("[[step]]\ntitle = \"Doa\"").unwrap(),
        APEL.find("[[step]]\ntitle = \"Bubar\"").unwrap(),
    );
    apel.save(&format!("{}{}", &APEL[..doa], &APEL[bubar..]));
    assert_eq!(apel.place(), "persiapan:1");
    assert_eq!(apel.show.day().changes().len(), 1);
    apel.save(APEL);
    assert_eq!(apel.place(), "doa:1");
    assert_eq!(apel.order(), "persiapan doa laporan lagu ikrar bubar");
    apel.press("u u u u");
    assert!(apel.show.day().is_empty());
}

#[test]
fn a_place_that_was_lost_is_forgotten_once_the_leader_decides_something() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.save_with("\"Dua a / dua b / dua c\", ", "");
    apel.shift("bubar<");
    apel.save(APEL);
    assert_eq!(apel.place(), "ikrar.1:1");
    assert_eq!(apel.order(), "persiapan laporan lagu ikrar bubar doa");
}

#[test]
fn a_save_with_errors_leaves_the_programme_of_the_day_on_air() {
    let mut apel = Performance::begun(APEL);
    apel.shift("doa<");
    let before = apel.show.programme().cloned();
    apel.save(super::reload::BROKEN);
    assert_eq!(apel.show.programme().cloned(), before);
    apel.shift("doa>");
    assert_eq!(
        apel.order(),
        "persiapan laporan lagu ikrar doa bubar",
        "and can be changed"
    );
}
