//! Whatever becomes of a journal's bytes: what is read is what was written, or less, never anything else.

use std::sync::Arc;

use super::*;
use crate::programme::{CueId, Part, Place, StepId};
use crate::show::reading::Change;
use crate::show::record::{Accepted, AcceptedFile, Opened, RunState};

fn cue(clause: usize) -> CueId {
    CueId {
        step: StepId("ikrar".into()),
        part: Part::Clause(clause),
    }
}

fn record(number: u64, what: Happened) -> Record {
    Record {
        number,
        wall: "2026-11-22T00:30:00.5Z".parse().unwrap(),
        steady: number * 1000,
        what,
        now: RunState::default(),
        undoable: None,
        reading: Vec::new(),
    }
}

pub(super) fn opened(version: u32) -> Record {
    let opened = Opened {
        version,
        program: "ikrar 0.1.0".to_owned(),
        script: "/apel \"pagi\".toml".to_owned(),
        title: "Apel\nUji {\"sum\":\"".to_owned(),
        leader: None,
        pace: 90,
        two_presses: false,
    };
    record(1, Happened::Opened(Box::new(opened)))
}

pub(super) fn sources() -> Record {
    let script = AcceptedFile {
        name: "apel.toml".to_owned(),
        sha256: "00".to_owned(),
        text: "title = \"Apel\"\n".to_owned(),
    };
    let texts = std::collections::BTreeMap::new();
    record(2, Happened::Sources(Box::new(Accepted { script, texts })))
}

fn moved(number: u64) -> Record {
    let place = Place::beginning_of(cue(number as usize));
    let marks: Arc<[bool]> = [true, false].into();
    let mut moved = record(number, Happened::Moved);
    moved.now.place = Some(place);
    moved.reading = vec![Change::Read {
        cue: cue(number as usize),
        marks,
    }];
    moved
}

/// A run of so many records.
pub(super) fn run(length: u64) -> Vec<Record> {
    [opened(VERSION), sources()]
        .into_iter()
        .chain((3..=length).map(moved))
        .collect()
}

pub(super) fn text(records: &[Record]) -> Vec<u8> {
    let mut text = Vec::new();
    for record in records {
        write_line(record, &mut text);
    }
    text
}

/// What is read from somewhere after the first line.
fn on(bytes: &[u8]) -> Journal {
    let mut journal = Journal::default();
    journal.read_on(bytes);
    journal
}

/// Where the lines of a text end.
fn ends(text: &[u8]) -> Vec<usize> {
    let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    ends.map(|(at, _)| at + 1).collect()
}

#[test]
fn what_was_written_is_read() {
    let records = run(9);
    let text = text(&records);
    let journal = read(&text).unwrap();
    assert_eq!(journal.records, records);
    assert_eq!((journal.whole, journal.ends_line), (text.len() as u64, true));
    assert_eq!((journal.torn, journal.spoiled), (0, 0));
    assert_eq!(ends(&text).len(), 9, "a line each, whatever is in the texts");
}

#[test]
fn a_line_has_its_documented_form() {
    let line = text(&[moved(3)]);
    let body = &line[27..line.len() - 2];
    let sum = format!("{:08x}", crc32fast::hash(body));
    let record = String::from_utf8(body.to_owned()).unwrap();
    assert_eq!(
        String::from_utf8(line).unwrap(),
        format!("{{\"sum\":\"{sum}\",\"record\":{record}}}\n")
    );
    assert_eq!(
        record,
        "{\"number\":3,\"wall\":\"2026-11-22T00:30:00.5Z\",\"steady\":3000,\"what\":\"moved\",\"now\":{\"place\":{\"cue\":\
         {\"step\":\"ikrar\",\"part\":{\"clause\":3}},\"phrase\":0},\"elapsed\":0},\"reading\":[{\"read\":{\"cue\":{\"step\":\
         \"ikrar\",\"part\":{\"clause\":3}},\"marks\":\"10\"}}]}"
    );
}

#[test]
fn a_sum_has_all_of_its_digits() {
    assert_eq!(digits(0), *b"00000000");
    assert_eq!(digits(0x0012_abcf), *b"0012abcf");
    assert_eq!(digits(u32::MAX), *b"ffffffff");
}

#[test]
fn a_journal_cut_anywhere_gives_the_records_before_the_cut() {
    let records = run(6);
    let text = text(&records);
    let ends = ends(&text);
    for cut in 0..=text.len() {
        let journal = read(&text[..cut]).unwrap();
        // A line without its end is whole.
        let whole = ends.iter().filter(|end| **end - 1 <= cut).count();
        assert_eq!(journal.records, records[..whole], "{cut}");
        let ends_line = ends.contains(&cut) || journal.torn > 0;
        assert_eq!(journal.ends_line, whole > 0 && ends_line, "{cut}");
        assert_eq!(journal.whole + journal.torn, cut as u64, "{cut}");
        assert_eq!(journal.spoiled, 0, "{cut}");
        let kept = usize::try_from(journal.whole).unwrap();
        assert_eq!(read(&text[..kept]).unwrap().records, journal.records, "{cut}");
    }
}

#[test]
fn what_is_put_to_the_whole_bytes_of_a_cut_journal_is_read_with_it() {
    let records = run(5);
    let text = text(&records);
    for cut in 0..text.len() {
        let journal = read(&text[..cut]).unwrap();
        let mut on = text[..usize::try_from(journal.whole).unwrap()].to_owned();
        if !journal.ends_line && journal.whole > 0 {
            on.push(b'\n');
        }
        write_line(&moved(100), &mut on);
        let again = read(&on).unwrap();
        assert_eq!((again.torn, again.spoiled), (0, 0), "{cut}");
        assert_eq!(again.records.len(), journal.records.len() + 1, "{cut}");
    }
}

#[test]
fn a_byte_of_the_last_record_that_is_changed_costs_that_record_and_never_makes_another() {
    let records = run(5);
    let good = text(&records);
    let begin = ends(&good)[3];
    for at in begin..good.len() {
        let others = [b'\n', b'0', b'}', b'"', 0].map(|other| good[at] ^ other);
        let changes = [1, 2, 4, 0x20, 0x80, 0xff].into_iter().chain(others);
        for change in changes.filter(|change| *change != 0) {
            let mut text = good.clone();
            text[at] ^= change;
            let journal = read(&text).unwrap();
            assert_eq!(journal.records[..4], records[..4], "{at}");
            let last = &journal.records[4..];
            assert!(last.is_empty() || last == &records[4..], "{at}: {last:?}");
            let of_end = at + 1 == good.len();
            assert!(of_end || last.is_empty(), "{at}: a byte was changed");
        }
    }
}

#[test]
fn a_byte_that_is_changed_anywhere_costs_one_record_alone() {
    let records = run(6);
    let good = text(&records);
    let ends = ends(&good);
    for at in 0..good.len() {
        for change in [1, 0x20, 0x80] {
            let mut text = good.clone();
            text[at] ^= change;
            let journal = read(&text).unwrap();
            let line = ends.iter().filter(|end| **end <= at).count();
            let mut left = records.clone();
            left.remove(line);
            // The end of the last line is nothing.
            let as_it_was = at + 1 == good.len() && journal.records == records;
            assert!(as_it_was || journal.records == left, "{at}");
            assert_eq!(journal.spoiled, u64::from(line < 5), "{at}");
        }
    }
}

#[test]
fn lines_that_are_spoiled_in_the_middle_are_counted_and_those_at_the_end_are_torn() {
    let records = run(6);
    let all = text(&records);
    let ends = ends(&all);
    let mut text = all.clone();
    text[ends[2] + 30] ^= 1;
    text[ends[3] + 30] ^= 1;
    text.extend_from_slice(b"\n\0\0\0\nhalf");
    let journal = read(&text).unwrap();
    let left: Vec<u64> = journal.records.iter().map(|record| record.number).collect();
    assert_eq!(left, [1, 2, 3, 6]);
    assert_eq!(journal.spoiled, 2);
    assert_eq!((journal.whole, journal.torn), (all.len() as u64, 9));
}

#[test]
fn a_record_whose_number_does_not_rise_is_passed_over() {
    let numbered = |numbers: &[u64]| text(&numbers.iter().copied().map(moved).collect::<Vec<_>>());
    let journal = read(&numbered(&[3, 4, 4, 2, 5])).unwrap();
    let numbers = |journal: &Journal| -> Vec<u64> { journal.records.iter().map(|one| one.number).collect() };
    assert_eq!((numbers(&journal), journal.spoiled), (vec![3, 4, 5], 2));
    let (first, second) = (numbered(&[3, 4, 9]), numbered(&[7, 9, 10]));
    let both = on(&first).followed_by(on(&second));
    assert_eq!((numbers(&both), both.spoiled), (vec![3, 4, 9, 10], 2));
}

#[test]
fn parts_give_what_the_whole_gives_one_after_the_other_and_both_at_once() {
    let mut spoiled = text(&run(9));
    let at = ends(&spoiled)[4] + 40;
    spoiled[at] ^= 1;
    let all = [text(&run(9)), spoiled, text(&run(9))[..900].to_owned()];
    for text in all {
        let whole = read(&text).unwrap();
        for end in ends(&text) {
            let (first, second) = text.split_at(end);
            let at_once = read(first).unwrap().followed_by(on(second));
            assert_eq!(at_once, whole, "{end}");
            let mut in_turn = read(first).unwrap();
            in_turn.read_on(second);
            assert_eq!(in_turn, whole, "{end}");
        }
    }
}

#[test]
fn a_journal_of_a_later_form_is_left_alone() {
    let later = text(&[opened(VERSION + 1), moved(2)]);
    assert_eq!(read(&later), Err(Later(VERSION + 1)));
    assert_eq!(
        summary(&later, &later),
        Err(Unreadable::Later(Later(VERSION + 1)))
    );
    // Also where nothing else of it is known.
    let body = "{\"what\":{\"opened\":{\"version\":7}}}";
    let line = format!(
        "{{\"sum\":\"{:08x}\",\"record\":{body}}}\n",
        crc32fast::hash(body.as_bytes())
    );
    assert_eq!(read(line.as_bytes()), Err(Later(7)));
    assert!(read(&text(&[opened(VERSION)])).is_ok());
}

#[test]
fn what_is_no_record_is_none_though_its_sum_is_right() {
    for body in ["", "{}", "null", "{\"number\":1}", "[1]"] {
        let line = format!(
            "{{\"sum\":\"{:08x}\",\"record\":{body}}}\n",
            crc32fast::hash(body.as_bytes())
        );
        let journal = read(line.as_bytes()).unwrap();
        assert_eq!(
            (journal.records.len(), journal.torn),
            (0, line.len() as u64),
            "{body}"
        );
    }
}

#[test]
fn only_a_place_or_a_change_on_the_day_leads_somewhere() {
    let leads = |records: &[Record]| read(&text(records)).unwrap().leads_somewhere();
    assert!(!leads(&[]));
    assert!(!leads(&run(2)));
    assert!(leads(&run(3)));
    let change = crate::programme::DayChange::Moved {
        step: StepId("doa".into()),
        after: None,
    };
    let changed = record(3, Happened::Changed(Box::new(change)));
    assert!(leads(&[run(2), vec![changed]].concat()));
    let dropped = Happened::Dropped {
        step: StepId("doa".into()),
        reason: None,
    };
    assert!(leads(&[run(2), vec![record(3, dropped)]].concat()));
}

#[test]
fn a_summary_is_that_of_the_first_and_the_last_record() {
    let records = run(9);
    let all = text(&records);
    let tail = &all[all.len() - 700..];
    let head = &all[..ends(&all)[1]];
    for (head, tail) in [(&*all, &*all), (head, tail), (head, &all[..all.len() - 5])] {
        let told = summary(head, tail).unwrap();
        assert_eq!(told.opened.title, "Apel\nUji {\"sum\":\"");
        assert!(
            told.sources
                .is_some_and(|sources| sources.script.name == "apel.toml")
        );
        let number = if tail.ends_with(b"\n") { 9 } else { 8 };
        assert_eq!(told.records, number);
        assert_eq!(told.place, records[number as usize - 1].now.place);
        assert!(!told.ended && !told.finished);
    }
    let mut ended = record(10, Happened::Ended);
    ended.now.finished = true;
    let told = summary(head, &text(&[ended])).unwrap();
    assert!(told.ended && told.finished);
    let alone = text(&[opened(VERSION)]);
    assert_eq!(summary(&alone, &alone).unwrap().records, 1);
    let nothing = summary(head, b"nothing of ours").unwrap();
    assert_eq!(nothing.records, 2, "what the beginning tells");
    assert_eq!(summary(tail, tail), Err(Unreadable::Broken));
    assert_eq!(summary(b"", b""), Err(Unreadable::Broken));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>, at in 0_usize..2000) {
        let mut text = text(&run(5));
        let at = at.min(text.len());
        text.splice(at..at, bytes.clone());
        for text in [text, bytes] {
            let journal = read(&text);
            let length = journal.map(|journal| journal.whole + journal.torn);
            proptest::prop_assert!(length.is_ok_and(|length| length == text.len() as u64));
            let _ = summary(&text, &text);
        }
    }
}
