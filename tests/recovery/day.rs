//! A day on which nothing goes as planned: in one run a step is moved, one dropped, one put in and the reader replaced, the
//! script is saved twice and the program killed three times. The journal tells all of it in order.

use std::fs;

use serde_json::Value;

use crate::offered::{gone_on_with, kill};
use crate::program::{ENTER, Folders, SCRIPT, SPACE, words};
use crate::runs;
use crate::terminal::Played;

const RUN: &str = "run apel.toml --guard 0";

const DOWN: &str = "\x1b[B";

/// Saves the script with another title of its first step, which is the present one; waits until it is shown.
fn save(folders: &Folders, played: &Played, title: &str) {
    let script = SCRIPT.replace("title = \"Laporan\"", &format!("title = {title:?}"));
    fs::write(folders.path("apel.toml"), script).unwrap();
    played.until_shown(title);
}

/// Does something in the outline, on the row so many rows below the present step, and waits for what it shows then.
#[track_caller]
fn in_outline(played: &mut Played, below: usize, keys: &[&str], shown: &str) {
    played.press("g");
    played.until_not_shown("▌");
    played.press(DOWN.repeat(below));
    for key in keys {
        played.press(key);
    }
    played.until_shown(shown);
    played.press_esc();
    played.until("the leader's screen again", |seen| !seen.present().is_empty());
}

/// What has happened, as the journal calls it.
fn told(folders: &Folders) -> Vec<String> {
    let records = runs::whole(&runs::only(folders));
    let told = records
        .iter()
        .map(|record| match serde_json::to_value(&record.what).unwrap() {
            Value::String(what) => what,
            Value::Object(what) => {
                let (name, of) = what.into_iter().next().unwrap();
                match (name.as_str(), &of) {
                    ("changed", Value::Object(of)) => format!("changed: {}", of.keys().next().unwrap()),
                    _ => name,
                }
            }
            what => panic!("{what}"),
        });
    told.collect()
}

#[test]
fn all_of_it_is_in_the_journal_in_order_and_still_true_after_the_last_kill() {
    let words_of_changes = &ikrar::lang::Lang::Id.words().changes;
    let folders = Folders::with_script();
    let mut played = folders.play(RUN);
    played.until_ready();
    played.press(ENTER);
    played.until_present("Laporan");
    // The text after the ikrar comes before it.
    in_outline(&mut played, 2, &["<"], words_of_changes.moved);
    kill(played);

    let mut played = gone_on_with(&folders, RUN, "k");
    played.until_present("Laporan");
    let reason = (words_of_changes.dropped_because)("hujan");
    in_outline(&mut played, 3, &["s", "hujan", ENTER], &reason);
    save(&folders, &played, "Laporan pemimpin");
    in_outline(
        &mut played,
        0,
        &["i", ENTER, "Sambutan tamu", ENTER, ENTER],
        words_of_changes.inserted,
    );
    save(&folders, &played, "Laporan upacara");
    kill(played);

    let mut played = gone_on_with(&folders, RUN, ENTER);
    played.until_present("Laporan upacara");
    in_outline(&mut played, 0, &["w", ENTER, "Budi", ENTER, ENTER], "Budi");
    for present in ["Sambutan tamu", "1. Setia kepada KATA."] {
        played.press(SPACE);
        played.until_present(present);
    }
    played.press("n");
    played.until_present("Satu.");
    kill(played);

    let mut played = gone_on_with(&folders, RUN, "k");
    played.until_present("Satu.");
    played.press("n");
    played.until_shown(words().closing_title);
    // The closing card knows of all of it.
    for changed in [
        words_of_changes.changed_title,
        "Sambutan tamu",
        "Penutup",
        "hujan",
        "Budi",
    ] {
        played.until_shown(changed);
    }
    played.quit();
    let told = told(&folders);
    let moves = ["moved", "moved", "jumped"];
    let expected = [
        &[
            "opened",
            "sources",
            "begun",
            "changed: moved",
            "resumed",
            "dropped",
            "sources",
        ][..],
        &["changed: inserted", "sources", "resumed", "changed: replaced"],
        &moves,
        &["resumed", "jumped", "ended"],
    ];
    assert_eq!(told, expected.concat());
}
