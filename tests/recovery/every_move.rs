//! A whole ceremony, killed after every single move and gone on with each time.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ikrar::show::record::Happened;
use serde_json::Value;

use crate::offered::{answer, gone_on_with, is_offered, kill, started_again, words as offer};
use crate::program::{ENTER, Folders, SPACE, in_one_line, words};
use crate::runs;
use crate::terminal::{Played, Seen};

const CEREMONY: &str = "mergangsan-2023";
const RUN: &str = "run mergangsan-2023 --guard 0";

/// The answer that goes on at the very phrase.
const PHRASE: &str = "k";

/// What the leader's screen shows of a place: from the row of the step down to the line under the verse. What the time
/// says beside the step is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Picture {
    rows: Vec<String>,
    present: String,
}

fn picture(seen: &Seen) -> Picture {
    let rows = seen.rows().into_iter().skip(2);
    let mut rows: Vec<String> = rows.take_while(|row| !row.contains("────")).collect();
    if let Some(step) = rows.first_mut() {
        step.truncate(step.trim_end().find("   ").unwrap_or(step.len()));
    }
    Picture {
        rows,
        present: seen.present(),
    }
}

impl Picture {
    fn of(played: &Played) -> Self {
        played.look(picture)
    }

    /// The step, and the part of its text: "4/8  Pembacaan ikrar …", "butir 2 dari 4".
    fn part(&self) -> (&str, &str) {
        let turn = self.rows.get(2).map_or("", |row| row.trim());
        let whereabouts = turn.rsplit("   ").next().unwrap_or_default();
        let part = whereabouts.rsplit(" · ").next().unwrap_or_default();
        (&self.rows[0], part)
    }
}

/// A ceremony as it is seen where nothing goes wrong.
struct Walked {
    /// What each move shows, up to the one before the closing card.
    pictures: Vec<Picture>,
    /// For each of them the first of its part.
    beginnings: Vec<usize>,
}

static WALKED: LazyLock<Walked> = LazyLock::new(|| {
    let folders = Folders::empty();
    let mut played = begun(&folders);
    let mut pictures = vec![Picture::of(&played)];
    while !played.look(is_at_end) {
        let before = Picture::of(&played);
        played.press(SPACE);
        played.until("the next picture", |seen| {
            is_at_end(seen) || picture(seen) != before
        });
        pictures.push(Picture::of(&played));
    }
    pictures.pop();
    let mut beginnings: Vec<usize> = Vec::new();
    for (at, picture) in pictures.iter().enumerate() {
        let same = at
            .checked_sub(1)
            .filter(|before| pictures[*before].part() == picture.part());
        beginnings.push(same.map_or(at, |before| beginnings[before]));
    }
    let firsts: BTreeSet<usize> = beginnings.iter().copied().collect();
    let firsts: Vec<&str> = firsts.iter().map(|at| &*pictures[*at].present).collect();
    assert_eq!(
        firsts,
        first_words(),
        "the parts on the screen are those of the ceremony"
    );
    Walked { pictures, beginnings }
});

/// The words with which each part of the ceremony begins, as the rundown of the same program has them.
fn first_words() -> Vec<String> {
    let rundown = Folders::empty().run(&["show", CEREMONY, "--format", "json"]);
    let rundown: Value = serde_json::from_slice(&rundown.stdout).unwrap();
    let steps = rundown["steps"].as_array().unwrap().iter();
    let cues = steps.flat_map(|step| step["cues"].as_array().unwrap());
    let first = |cue: &Value| {
        let phrases = cue["phrases"].as_array().unwrap().iter();
        let phrases: Vec<&str> = phrases.map(|phrase| phrase.as_str().unwrap()).collect();
        match cue["part"].as_str().unwrap() {
            "line" => format!("“{}”", phrases.join(" ")),
            _ => phrases[0].to_owned(),
        }
    };
    cues.map(|cue| in_one_line(&first(cue))).collect()
}

fn is_at_end(seen: &Seen) -> bool {
    seen.shows(words().closing_title)
}

/// The ceremony at its first picture.
fn begun(folders: &Folders) -> Played {
    let mut played = folders.play(RUN);
    played.until_ready();
    played.press(ENTER);
    played.until("the first picture", |seen| !seen.present().is_empty());
    played
}

/// Goes through the whole ceremony, killed after each move. `goes_on_at` says which picture an answer leads to.
fn killed_after_every_move(key: &str, goes_on_at: impl Fn(&Walked, usize) -> usize) {
    let walked = &*WALKED;
    let last = walked.pictures.len() - 1;
    let folders = Folders::empty();
    let mut played = begun(&folders);
    for (at, picture_there) in walked.pictures.iter().enumerate() {
        assert_eq!(Picture::of(&played), *picture_there, "before the kill at {at}");
        kill(played);
        played = gone_on_with(&folders, RUN, key);
        let back = goes_on_at(walked, at);
        assert_eq!(
            Picture::of(&played),
            walked.pictures[back],
            "after the kill at {at}"
        );
        // No key is waited for: the program must take them all.
        played.press(SPACE.repeat(at + 1 - back));
        match walked.pictures.get(at + 1) {
            Some(next) => played.until(&format!("{next:?}"), |seen| picture(seen) == *next),
            None => played.until("the closing card", is_at_end),
        }
    }
    kill(played);
    let mut played = started_again(&folders, RUN);
    assert!(
        played.look(|seen| seen.shows(offer().at_the_end)),
        "{:#?}",
        played.rows()
    );
    answer(&mut played, key);
    played.until("the closing card again", is_at_end);
    assert!(
        played.look(|seen| seen.shows(words().nothing_left_out)),
        "{:#?}",
        played.rows()
    );
    played.quit();

    let records = runs::whole(&runs::only(&folders));
    let resumed = records
        .iter()
        .filter(|record| matches!(record.what, Happened::Resumed { .. }));
    assert_eq!(resumed.count(), last + 2, "each start is in the journal");
    assert_eq!(records.last().unwrap().what, Happened::Ended);
    // The ceremony is over: the next start begins another one.
    let mut played = folders.play(RUN);
    played.until_ready();
    played.quit();
}

#[test]
fn killed_after_every_move_it_goes_on_at_the_very_phrase() {
    killed_after_every_move(PHRASE, |_, at| at);
}

#[test]
fn killed_after_every_move_it_goes_on_from_the_beginning_of_the_part() {
    killed_after_every_move(ENTER, |walked, at| walked.beginnings[at]);
}

#[test]
fn killed_on_the_ready_screen_there_is_nothing_to_go_on_with() {
    let folders = Folders::empty();
    for _ in 0..2 {
        let played = folders.play(RUN);
        played.until_ready();
        assert!(!played.look(is_offered));
        kill(played);
    }
    assert_eq!(
        runs::files_in(&runs::folder(&folders)),
        [""; 0].map(std::path::PathBuf::from)
    );
}
