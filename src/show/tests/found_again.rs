//! What a save takes away for a moment, and what the leader is still told: places, readers, notices.

use super::harness::{APEL, Performance, names};
use super::reload::BROKEN;
use crate::programme::Occasion;
use crate::show::{Msg, Notice, Settings, Watching, Worker};

const CLAUSE: &str = "\"Dua a / dua b / dua c\", ";

#[test]
fn a_clause_that_is_cut_out_for_one_save_is_the_place_again_when_it_is_put_back() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.press("space space space space space");
    assert_eq!(apel.place(), "ikrar.2:2");
    let seen = apel.slide();
    apel.save_with(CLAUSE, "");
    assert_eq!(apel.place(), "ikrar.1:1");
    apel.save(APEL);
    assert_eq!(apel.place(), "ikrar.2:2");
    assert_eq!(apel.slide(), seen);
    assert!(!apel.show.audience_waits());
    apel.press("space space");
    assert_eq!(apel.place(), "ikrar.3:1");
    apel.press("n");
    assert_eq!(
        apel.left_out(),
        "ikrar.3 ikrar.closing",
        "what was read stays read"
    );
}

#[test]
fn a_step_that_is_cut_out_and_put_back_elsewhere_is_the_place_again_with_all_that_was_read() {
    let mut apel = Performance::begun(APEL);
    apel.press("4 enter space space space");
    apel.press("p u");
    assert_eq!(apel.place(), "ikrar.1:2");
    assert_eq!(apel.left_out(), "laporan");
    let (from, to) = (
        APEL.find("[[step]]\nid = \"ikrar\"").unwrap(),
        APEL.find("[[step]]\ntitle = \"Doa\"").unwrap(),
    );
    apel.save(&format!("{}{}", &APEL[..from], &APEL[to..]));
    apel.save(&format!(
        "{}{}",
        &APEL[..from],
        &APEL[to..].replace("\"3m\"", "\"4m\"")
    ));
    assert_ne!(apel.place(), "ikrar.1:2");
    apel.press("x");
    apel.save(&format!("{}{}\n{}", &APEL[..from], &APEL[to..], &APEL[from..to]));
    assert_eq!(apel.place(), "ikrar.1:2");
    assert_eq!(
        apel.left_out(),
        "doa bubar",
        "the report is said, and these stand above now"
    );
}

#[test]
fn a_lost_place_is_forgotten_once_the_leader_moves() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.save_with(CLAUSE, "");
    apel.press("r");
    apel.save(APEL);
    assert_eq!(apel.place(), "ikrar.1:1");
}

#[test]
fn what_stood_before_the_run_is_no_part_of_it_after_it_was_taken_out_and_put_back() {
    let mut apel = Performance::begun_at(APEL, "2");
    let (from, to) = (
        APEL.find("[[step]]\ntitle = \"Persiapan\"").unwrap(),
        APEL.find("[[step]]\ntitle = \"Laporan\"").unwrap(),
    );
    apel.save(&format!("{}{}", &APEL[..from], &APEL[to..]));
    assert_eq!(apel.show.first_step(), 0);
    apel.save(APEL);
    assert_eq!(apel.show.first_step(), 1);
    assert_eq!(apel.left_out(), "");
}

#[test]
fn what_was_left_out_moments_ago_is_still_told_after_a_save_good_or_bad() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("space space 3 enter");
    let told = |apel: &Performance| names(apel.show.notice().map_or(&[], Notice::left_out));
    assert_eq!(told(&apel), "ikrar.2");
    apel.save(BROKEN);
    assert_eq!(told(&apel), "ikrar.2");
    apel.save_with("[\"Satu a", "[\"Baru sekali\", \"Satu a");
    assert_eq!(
        told(&apel),
        "ikrar.3 ikrar.1",
        "under its new name, and what the save has put there"
    );
    apel.wait(3000);
    apel.save_with("title = \"Doa\"", "title = \"Doa penutup\"");
    assert!(matches!(apel.show.notice(), Some(Notice::Reloaded { .. })));
}

/// A show that serves the MC, who reads the prayer.
fn for_the_mc() -> Performance {
    let settings = Settings {
        occasion: Occasion {
            leader: Some("mc".to_owned()),
            ..Occasion::default()
        },
        begin_at: Some("ikrar.2".to_owned()),
        ..Settings::default()
    };
    Performance::with(settings, &read_by_the_mc())
}

fn read_by_the_mc() -> String {
    APEL.replace(
        "kind = \"ikrar\"\nby = \"sekda\"",
        "kind = \"ikrar\"\nby = \"mc\"",
    )
}

#[test]
fn the_reader_is_served_under_another_key_and_keeps_the_phrase() {
    let mut apel = for_the_mc();
    apel.press("space");
    let seen = apel.slide();
    let renamed = read_by_the_mc()
        .replace("mc = {", "pembawa = {")
        .replace("by = \"mc\"", "by = \"pembawa\"");
    apel.save(&renamed);
    assert_eq!(apel.place(), "ikrar.2:2");
    assert_eq!(apel.slide(), seen);
    assert!(matches!(apel.show.notice(), Some(Notice::Reloaded { .. })));
    apel.save(&read_by_the_mc());
    assert_eq!(apel.slide(), seen, "and back");
}

#[test]
fn the_leader_is_told_who_is_served_where_the_reader_is_gone() {
    let mut apel = for_the_mc();
    let without = APEL
        .replace("mc = { role = \"Pembawa acara\", short = \"MC\" }\n", "")
        .replace("by = \"mc\"\n", "");
    apel.save(&without);
    let gone = Notice::ReaderGone {
        key: "mc".to_owned(),
        served: Some("Sekda".to_owned()),
    };
    assert_eq!(apel.show.notice(), Some(&gone));
    assert!(apel.show.cue().unwrap().ours, "the script's own leader is served");
    apel.save(&read_by_the_mc());
    assert!(
        apel.show.cue().unwrap().ours,
        "the one who was named is served again"
    );
}

#[test]
fn a_watcher_that_has_died_stays_dead_when_the_notice_of_it_is_gone() {
    let mut apel = Performance::begun(APEL);
    let at = apel.moment();
    apel.send(Msg::WorkerStopped {
        worker: Worker::Watcher,
        at,
    });
    assert_eq!(apel.show.notice(), Some(&Notice::WatcherStopped));
    apel.wait(5000).press("space");
    assert_eq!(apel.show.notice(), None);
    assert_eq!(*apel.show.watching(), Watching::Stopped);
}
