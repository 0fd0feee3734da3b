//! A program that is killed at any moment at all, while a typist is faster than it; and why nothing is lost then: what is
//! seen is written.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use ikrar::show::record::{Happened, Record};

use crate::counted::{ALL, RUN, begun, folders, number, number_of, until_number};
use crate::offered::{is_offered, words};
use crate::program::{Folders, SPACE};
use crate::runs;
use crate::terminal::{Played, Seen};

/// So often the program is killed, by so many typists beside one another.
const KILLS: u64 = 200;
const TYPISTS: u64 = 4;

/// So many moves are looked up as soon as they are seen.
const MOVES: usize = 150;

/// So many keys come at most between two kills, with so many microseconds between them at most.
const MOST: usize = 40;
const BETWEEN_KEYS: u64 = 800;

/// A kill comes so many microseconds at most after the first key, or after the start.
const TYPED: u64 = 12_000;
const STARTED: u64 = 80_000;

/// Numbers without a pattern, always the same ones for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % most
    }
}

/// Where the run may be: not before what was seen, not beyond what was typed.
#[derive(Debug)]
struct Between {
    seen: usize,
    typed: usize,
}

#[test]
fn a_move_is_in_the_journal_before_it_is_on_the_screen() {
    let folders = folders();
    let mut played = begun(&folders);
    let file = runs::only(&folders);
    let mut length = fs::metadata(&file).unwrap().len();
    for number in 1..=MOVES {
        played.press(SPACE);
        until_number(&played, number);
        // Nothing may stand between the two looks: what comes late must be found out.
        let longer = fs::metadata(&file).unwrap().len();
        assert!(longer > length, "{number} is seen and not written");
        length = longer;
    }
    assert_eq!(runs::moves(&runs::whole(&file)), MOVES);
}

#[test]
fn whenever_it_is_killed_nothing_is_lost_that_was_seen_and_nothing_is_there_that_was_not_typed() {
    let typists: Vec<_> = (1..=TYPISTS)
        .map(|typist| {
            // Another one is tried by writing it here: it is told where a test fails.
            let seed = 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(typist);
            std::thread::Builder::new()
                .name(format!("the typist with the seed {seed:#x}"))
                .spawn(move || type_and_kill(Chance(seed), KILLS / TYPISTS))
                .unwrap()
        })
        .collect();
    let names: Vec<String> = typists
        .into_iter()
        .filter_map(|typist| {
            let name = typist.thread().name().unwrap_or_default().to_owned();
            typist.join().is_err().then_some(name)
        })
        .collect();
    assert_eq!(names, [""; 0], "these have failed");
}

fn type_and_kill(mut chance: Chance, kills: u64) {
    let mut stage = folders();
    let mut between = begin(&stage);
    for kill in 0..kills {
        if between.typed + MOST + 1 >= ALL {
            stage = folders();
            between = begin(&stage);
        }
        let mut played = stage.play(RUN);
        // Half of them have looked at what is offered, the others type before there is anything to look at.
        let looks = chance.below(2) == 0;
        if looks {
            assert_is_offered(&played, &runs::only(&stage));
        }
        let longest = if looks { TYPED } else { STARTED };
        between.typed += type_on(&mut played, &mut chance, longest);
        let last = killed(played);
        if let Some(seen) = last {
            assert!(between.seen <= seen, "at {kill}: {seen} is seen, {between:?}");
            between.seen = seen;
        }
        let number = holds(&stage, &between, kill);
        between = Between {
            seen: number,
            typed: number,
        };
    }
}

/// Holds that what the journal says is offered, and that nothing is left out silently.
#[track_caller]
fn assert_is_offered(played: &Played, file: &Path) {
    played.until("the offer", is_offered);
    assert_eq!(played.look(number), recorded(file), "{:#?}", played.rows());
    let torn = runs::read(file).torn;
    let is_told = played.look(|seen| seen.shows(&(words().lost)(torn)));
    assert_eq!(is_told, torn > 0, "{:#?}", played.rows());
}

/// Answers what is offered, or may be, and types on, whatever is on the screen; gives how many keys move.
fn type_on(played: &mut Played, chance: &mut Chance, longest: u64) -> usize {
    let end = Instant::now() + Duration::from_micros(chance.below(longest));
    played.press("k");
    let mut typed = 0;
    loop {
        // The moment is what is tried here: no picture is waited for.
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return typed;
        }
        if typed == MOST {
            played.written_throughout(left);
        } else {
            played.written_throughout(left.min(Duration::from_micros(chance.below(BETWEEN_KEYS))));
            played.press(SPACE);
            typed += 1;
        }
    }
}

/// Begins a ceremony, and kills it at its first phrase.
fn begin(folders: &Folders) -> Between {
    assert_eq!(killed(begun(folders)), Some(0));
    Between { seen: 0, typed: 0 }
}

/// Kills a program; what was present on its last whole frame, be it in the offer.
fn killed(mut played: Played) -> Option<usize> {
    played.kill();
    played.look(Seen::last_frame).as_ref().and_then(number)
}

/// Holds that the journal is whole and that the run is where it may be; gives where.
fn holds(folders: &Folders, between: &Between, kill: u64) -> usize {
    let file = runs::only(folders);
    let journal = runs::read(&file);
    assert_eq!(journal.spoiled, 0, "at {kill}");
    runs::assert_counts(&journal.records);
    assert_each_key_once(&journal.records);
    let number = recorded(&file).unwrap();
    assert!(
        (between.seen..=between.typed).contains(&number),
        "at {kill}: {number} is recorded, {between:?}"
    );
    number
}

/// Where the journal says that the run is.
fn recorded(file: &Path) -> Option<usize> {
    let journal = runs::read(file);
    journal.last()?.now.place.as_ref().map(number_of)
}

/// Holds that each move is one phrase on, and that nothing else moves.
fn assert_each_key_once(records: &[Record]) {
    let places = records.iter().filter_map(|record| {
        let place = record.now.place.as_ref()?;
        Some((number_of(place), record.what == Happened::Moved, record.number))
    });
    let mut before = None;
    for (number, moved, record) in places {
        if let Some(before) = before {
            assert_eq!(number, before + usize::from(moved), "record {record}");
        }
        before = Some(number);
    }
}
