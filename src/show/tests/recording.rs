//! What the journal is told.

use super::harness::{APEL, Performance};
use crate::show::record::{Happened, Record};
use crate::show::state::Deed;

/// What has happened, by its name in JSON.
fn told(performance: &Performance) -> Vec<String> {
    let name = |what: &Happened| match serde_json::to_value(what).unwrap() {
        serde_json::Value::String(name) => name,
        serde_json::Value::Object(one) => one.keys().next().unwrap().clone(),
        other => panic!("{other}"),
    };
    performance
        .records
        .iter()
        .map(|record| name(&record.what))
        .collect()
}

#[test]
fn a_record_from_before_it_was_told_what_was_only_looked_at_is_read() {
    let mut apel = Performance::begun(APEL);
    apel.press("5 enter");
    let record = apel.records.last().unwrap();
    let mut line = serde_json::to_value(record).unwrap();
    assert_eq!(line["now"]["looked_at"], "doa");
    line["now"].as_object_mut().unwrap().remove("looked_at");
    let old: Record = serde_json::from_value(line).unwrap();
    assert_eq!(old.now.looked_at, None);
    assert_eq!(old.now.place, record.now.place);
}

#[test]
fn who_only_looks_leaves_no_journal() {
    let mut apel = Performance::ready(APEL);
    apel.press("b b o o f f t g esc l l ? ?");
    apel.save_with("Satu a", "Satu z");
    assert_eq!(told(&apel), [] as [&str; 0]);
}

#[test]
fn a_run_begins_with_what_it_is_of() {
    let mut apel = Performance::ready(APEL);
    apel.press("enter");
    assert_eq!(told(&apel), ["opened", "sources", "begun"]);
    let numbers: Vec<_> = apel.records.iter().map(|record| record.number).collect();
    assert_eq!(numbers, [1, 2, 3]);
    let Happened::Sources(accepted) = &apel.records[1].what else {
        panic!("no sources")
    };
    assert_eq!(accepted.script.text, APEL, "the whole text");
    assert_eq!(accepted.script.sha256.len(), 64);
}

#[test]
fn everything_that_happens_is_told_by_its_name() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.press("space b b o space f f c c e e left r 3 enter x u ctrl-r enter s enter u");
    apel.save_with("dua b", "dua z");
    apel.press("q enter");
    let expected = [
        "opened",
        "sources",
        "begun",
        "moved",
        "blanked",
        "shown",
        "title-card",
        "shown",
        "held",
        "released",
        "paused",
        "continued",
        "presses",
        "presses",
        "returned",
        "repeated",
        "jumped",
        "said",
        "undone",
        "restarted",
        "dropped",
        "undone",
        "sources",
        "ended",
    ];
    assert_eq!(told(&apel), expected);
}

#[test]
fn a_key_that_changes_nothing_is_not_told() {
    let mut apel = Performance::begun(APEL);
    apel.press("g down esc t + - ? ? l l tab tab 9 esc left q esc");
    assert_eq!(told(&apel), ["opened", "sources", "begun"]);
}

#[test]
fn what_can_be_taken_back_says_so() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.press("3 enter");
    assert_eq!(apel.records.last().unwrap().undoable, Some(Deed::Jump));
    apel.press("space");
    assert_eq!(apel.records.last().unwrap().undoable, None);
}

#[test]
fn every_record_tells_the_place_by_itself() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.press("space space space");
    let place = apel.records.last().unwrap().now.place.clone();
    assert_eq!(place.as_ref(), apel.show.place());
}

#[test]
fn a_late_beginning_is_told_once_and_recorded() {
    let mut late = Performance::ready(APEL);
    late.wait(18 * 60_000).press("enter");
    let told = late.show.notice().cloned();
    assert!(matches!(told, Some(crate::show::Notice::BegunLate(by)) if by.as_secs() / 60 == 18));
    let Happened::Begun { late: Some(seconds) } = late.records[2].what else {
        panic!("not told to the journal")
    };
    assert_eq!(seconds / 60, 18);
    late.wait(5_000).press("space");
    assert_eq!(late.show.notice(), None);
}

#[test]
fn a_beginning_in_time_or_on_another_occasion_is_not_told() {
    for minutes in [0, 240] {
        let mut apel = Performance::ready(APEL);
        apel.wait(minutes * 60_000).press("enter");
        assert_eq!(apel.show.notice(), None, "{minutes} minutes");
    }
    let mut dated = Performance::ready(&format!("date = 2024-10-06\n{APEL}"));
    dated.wait(18 * 60_000).press("enter");
    assert_eq!(dated.show.notice(), None, "of the day before");
    let mut begun_later = Performance::begun_at(&format!("date = 2024-10-07\n{APEL}"), "ikrar");
    begun_later.wait(1);
    assert_eq!(begun_later.show.notice(), None, "before its own time");
}

#[test]
fn a_day_of_changes_saves_and_kills_is_told_in_order() {
    let mut apel = Performance::begun(APEL);
    apel.press("g end < esc");
    apel.save_with("Satu a", "Satu z");
    apel.press("space g down s h u j a n enter esc");
    let script = APEL.replace("Satu a", "Satu z");
    let mut apel = apel.killed(60, &script);
    apel.press("enter g i space enter D o a enter 2 enter esc space");
    let script = script.replace("Dua a", "Dua z");
    apel.save(&script);
    let mut apel = apel.killed(60, &script);
    apel.press("k g w enter B u d i enter P l h enter esc n q enter");
    let expected = [
        "opened", "sources", "begun", "changed", "sources", "moved", "dropped", "resumed", "changed",
        "moved", "sources", "resumed", "changed", "jumped", "ended",
    ];
    assert_eq!(told(&apel), expected);
    let numbers: Vec<_> = apel.records.iter().map(|record| record.number).collect();
    assert_eq!(numbers, (1..=15).collect::<Vec<_>>());
    let told = |name: &str| {
        let told = apel
            .records
            .iter()
            .map(|record| serde_json::to_string(&record.what).unwrap());
        told.filter(|record| record.starts_with(&format!("{{\"{name}\"")))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told("dropped"),
        [r#"{"dropped":{"step":"lagu","reason":"hujan"}}"#]
    );
    assert_eq!(
        told("changed"),
        [
            r#"{"changed":{"moved":{"step":"bubar","after":"ikrar"}}}"#,
            r#"{"changed":{"inserted":{"step":"sisipan-1","kind":"announcement","title":"Doa","seconds":120,"after":"laporan"}}}"#,
            r#"{"changed":{"replaced":{"person":"mc","by":{"name":"Budi","office":"Plh"}}}}"#,
        ]
    );
}
