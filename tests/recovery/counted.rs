//! A ceremony of phrases that are numbers, so that every place of it can be told from one word on the screen.

use std::fmt::Write as _;
use std::fs;

use ikrar::programme::{Part, Place};

use crate::program::{ENTER, Folders, SPACE};
use crate::terminal::{Played, Seen};

/// Runs it.
pub(crate) const RUN: &str = "run apel.toml --guard 0";

/// So many texts it has, each of so many clauses, each of so many phrases.
const TEXTS: usize = 6;
const CLAUSES: usize = 10;
const PHRASES: usize = 10;

/// So many phrases it has.
pub(crate) const ALL: usize = TEXTS * CLAUSES * PHRASES;

/// Folders with the ceremony in `apel.toml`.
pub(crate) fn folders() -> Folders {
    let folders = Folders::empty();
    fs::write(folders.path("apel.toml"), script()).unwrap();
    folders
}

fn script() -> String {
    let mut script =
        "title = \"Apel Uji\"\nleader = \"pembina\"\n\n[people]\npembina = { role = \"Pembina apel\" }\n"
            .to_owned();
    for text in 0..TEXTS {
        let _ = write!(
            script,
            "\n[[step]]\nid = \"teks-{text}\"\ntitle = \"Teks\"\nkind = \"ikrar\"\nby = \"pembina\"\nmode = \"alone\"\nnumbers = \"none\"\nclauses = [\n"
        );
        for clause in 0..CLAUSES {
            let first = (text * CLAUSES + clause) * PHRASES;
            let phrases: Vec<String> = (first..first + PHRASES)
                .map(|number| format!("kata {number}"))
                .collect();
            let _ = writeln!(script, "  \"{}\",", phrases.join(" / "));
        }
        script.push_str("]\n");
    }
    script
}

/// Which phrase is present on a screen, counted from 0.
pub(crate) fn number(seen: &Seen) -> Option<usize> {
    seen.present().strip_prefix("kata ")?.parse().ok()
}

/// Which phrase a place is.
pub(crate) fn number_of(place: &Place) -> usize {
    let text: usize = place
        .cue
        .step
        .as_str()
        .strip_prefix("teks-")
        .unwrap()
        .parse()
        .unwrap();
    let Part::Clause(clause) = place.cue.part else {
        panic!("no such part: {place:?}")
    };
    (text * CLAUSES + clause - 1) * PHRASES + place.phrase
}

/// Waits until a phrase is present.
#[track_caller]
pub(crate) fn until_number(played: &Played, wanted: usize) {
    played.until(&format!("phrase {wanted}"), |seen| number(seen) == Some(wanted));
}

/// Begins a ceremony that is ready.
#[track_caller]
pub(crate) fn begin(played: &mut Played) {
    played.until_ready();
    played.press(ENTER);
    until_number(played, 0);
}

/// A ceremony that has begun.
#[track_caller]
pub(crate) fn begun(folders: &Folders) -> Played {
    let mut played = folders.play(RUN);
    begin(&mut played);
    played
}

/// Moves so many phrases on, each seen on the screen.
#[track_caller]
pub(crate) fn go_on(played: &mut Played, moves: usize) {
    let from = played.look(number).expect("a phrase");
    for number in from + 1..=from + moves {
        played.press(SPACE);
        until_number(played, number);
    }
}
