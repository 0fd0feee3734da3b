//! A run as it is recorded, of any length: every move with what it has changed in the reading.

use ikrar::journal::write_line;
use ikrar::programme::{CueId, Part, Place, StepId};
use ikrar::show::reading::Change;
use ikrar::show::record::{Happened, Opened, Record, RunState, VERSION};
use jiff::{SignedDuration, Timestamp};

/// A long day.
pub(crate) const MANY: u64 = 100_000;

/// The script.
pub(crate) const SCRIPT: &str = "/home/protokol/apel/ceremonies/apel-gabungan.toml";

fn record(number: u64, what: Happened) -> Record {
    let micros = i64::try_from(number).unwrap() * 123_457;
    Record {
        number,
        wall: Timestamp::UNIX_EPOCH + SignedDuration::from_micros(micros),
        steady: number * 123_457,
        what,
        now: RunState::default(),
        undoable: None,
        reading: Vec::new(),
    }
}

/// A move from phrase to phrase.
pub(crate) fn moved(number: u64) -> Record {
    let clause = usize::try_from(number / 4 % 12).unwrap() + 1;
    let phrase = usize::try_from(number % 4).unwrap();
    let cue = CueId {
        step: StepId("pembacaan-ikrar-netralit".into()),
        part: Part::Clause(clause),
    };
    let mut moved = record(number, Happened::Moved);
    let marks = (0..4).map(|mark| mark < phrase);
    moved.reading = vec![Change::Read {
        cue: cue.clone(),
        marks: marks.collect(),
    }];
    moved.now.place = Some(Place {
        phrase,
        ..Place::beginning_of(cue)
    });
    moved.now.elapsed = number * 123;
    moved
}

/// A run of so many records.
pub(crate) fn run(length: u64) -> Vec<Record> {
    let opened = Opened {
        version: VERSION,
        program: "ikrar".to_owned(),
        script: SCRIPT.to_owned(),
        title: "Apel Gabungan".to_owned(),
        leader: None,
        pace: 90,
        two_presses: false,
    };
    let opened = record(1, Happened::Opened(Box::new(opened)));
    std::iter::once(opened).chain((2..=length).map(moved)).collect()
}

/// Its journal.
pub(crate) fn text(records: &[Record]) -> Vec<u8> {
    let mut text = Vec::new();
    for record in records {
        write_line(record, &mut text);
    }
    text
}
