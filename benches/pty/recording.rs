//! What the journal costs: a key, and the start with a run that was interrupted.

use std::fs;
use std::time::Duration;

use ikrar::journal::{read, write_line};
use ikrar::show::record::Happened;

use crate::measures::{KEYS, LEFT, RIGHT, STARTS, Stage, VERSE};
use crate::played::Played;
use crate::table::{longer, ratio};

/// A long day: so many records.
const MANY: usize = 100_000;

/// The ceremony that is interrupted.
const CEREMONY: &str = "purworejo-2024";

impl Stage {
    /// From a key to its frame with the journal and without it, in turn.
    pub(crate) fn keys_recorded(&self) {
        let leader = |journal: &[&str]| {
            let arguments = ["run", "--guard", "0", "--at", "1", "mergangsan-2023"];
            let mut played = self.play(&[&arguments, journal].concat());
            played.frame();
            played
        };
        let (mut recorded, mut unrecorded) = (leader(&[]), leader(&["--no-journal"]));
        let (mut times, mut times_without) = (Vec::new(), Vec::new());
        for key in 0..KEYS * 2 {
            // Which of them is first makes a difference, too.
            let right = if key / 10 % 2 == 0 { RIGHT } else { LEFT };
            let press =
                |played: &mut Played, times: &mut Vec<Duration>| times.push(played.press(right, VERSE).0);
            if key % 2 == 0 {
                press(&mut recorded, &mut times);
                press(&mut unrecorded, &mut times_without);
            } else {
                press(&mut unrecorded, &mut times_without);
                press(&mut recorded, &mut times);
            }
        }
        longer(
            "key with the journal : without",
            &mut times,
            &mut times_without,
            Duration::from_micros(100),
        );
        recorded.end(b"q\r");
        unrecorded.end(b"q\r");
    }

    /// To the first frame where a run is offered to be gone on with: one of a few records, and one of very many.
    pub(crate) fn interrupted_starts(&self) {
        let mut played = self.play(&["run", "--guard", "0", CEREMONY]);
        played.frame();
        for key in [b"\r"].into_iter().chain([b" "; 40]) {
            played.press(key, VERSE);
        }
        // What is dropped is killed.
        drop(played);
        let files = fs::read_dir(self.runs()).unwrap();
        let mut files = files.map(|file| file.unwrap().path());
        let file = files
            .find(|file| file.extension().is_some_and(|ending| ending == "jsonl"))
            .expect("the journal of the run");
        let (mut bare, mut times, mut long) = (Vec::new(), Vec::new(), Vec::new());
        let short = fs::read(&file).unwrap();
        for _ in 0..STARTS {
            let mut played = self.bare();
            let first = played.frame();
            bare.push(played.since_start(&first));
            played.end(b"q");
            times.push(self.offered());
        }
        ratio(
            "start with a run to go on with : bare",
            &mut times,
            &mut bare,
            1.5,
        );

        let many = lengthened(&short);
        let mut times = Vec::new();
        for _ in 0..STARTS / 4 {
            fs::write(&file, &short).unwrap();
            times.push(self.offered());
            fs::write(&file, &many).unwrap();
            long.push(self.offered());
        }
        longer(
            "  and with one of 100,000 records : of few",
            &mut long,
            &mut times,
            Duration::from_millis(100),
        );
        fs::remove_file(&file).unwrap();
    }

    /// To the first frame, which is that of the offer.
    fn offered(&self) -> Duration {
        let mut played = self.play(&["run", CEREMONY]);
        let first = played.frame();
        assert!(played.contents().contains("terputus"), "nothing is offered");
        let time = played.since_start(&first);
        played.end(b"q");
        time
    }
}

/// A journal with its moves again and again, up to very many records.
fn lengthened(journal: &[u8]) -> Vec<u8> {
    let mut records = read(journal).unwrap().records;
    let moves: Vec<_> = records
        .iter()
        .filter(|record| record.what == Happened::Moved)
        .cloned()
        .collect();
    let more = MANY - records.len();
    let last = records.last().map_or(0, |record| record.number);
    let more = moves.into_iter().cycle().take(more).zip(last + 1..);
    records.extend(more.map(|(mut record, number)| {
        record.number = number;
        record
    }));
    let mut text = Vec::new();
    for record in &records {
        write_line(record, &mut text);
    }
    text
}
