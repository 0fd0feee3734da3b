//! What a list tells of a run, from the beginning and the end of its journal alone.

use jiff::Timestamp;
use thiserror::Error;

use super::{Later, later, lines, record_in};
use crate::programme::Place;
use crate::show::record::{Accepted, Happened, Opened, Record};

/// What is told of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What it is of.
    pub opened: Opened,
    /// The sources that it was begun with, where they are in the beginning of the journal.
    pub sources: Option<Box<Accepted>>,
    /// When its first record was made.
    pub begun: Timestamp,
    /// When its last record was made.
    pub last: Timestamp,
    /// Whether the leader has ended it.
    pub ended: bool,
    /// Whether it stands on the closing card.
    pub finished: bool,
    /// Where it stands; none before the beginning.
    pub place: Option<Place>,
    /// How many records were made.
    pub records: u64,
}

/// Why nothing can be told of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// It is of a later form.
    #[error(transparent)]
    Later(#[from] Later),
    /// Its first record is spoiled, or is not in the beginning that was given.
    #[error("no whole record")]
    Broken,
}

/// What a journal tells. `head` is its beginning, with the first two lines in whole where that can be had; `tail` its end,
/// from anywhere, with the last line in whole. Both may be all of it.
///
/// # Errors
///
/// When the first record cannot be read. Where no record can be read in the end, the last one of the beginning counts.
pub fn summary(head: &[u8], tail: &[u8]) -> Result<Summary, Unreadable> {
    if let Some(later) = later(head) {
        return Err(later.into());
    }
    let mut first = lines(head).filter_map(|(line, _)| record_in(line));
    let mut first = std::iter::from_fn(move || first.next().map(|(record, _)| record));
    let (opened, begun, number) = match first.next() {
        Some(Record {
            number,
            wall,
            what: Happened::Opened(opened),
            now,
            ..
        }) => (*opened, wall, (number, now)),
        _ => return Err(Unreadable::Broken),
    };
    let second = first.next();
    let last = last_record(tail).filter(|last| last.number > number.0);
    let sources = match second.as_ref().map(|second| &second.what) {
        Some(Happened::Sources(sources)) => Some(sources.clone()),
        _ => None,
    };
    let (records, last, ended, now) = match last.or(second) {
        Some(last) => (
            last.number,
            last.wall,
            matches!(last.what, Happened::Ended),
            last.now,
        ),
        None => (number.0, begun, false, number.1),
    };
    Ok(Summary {
        opened,
        sources,
        begun,
        last,
        ended,
        finished: now.finished,
        place: now.place,
        records,
    })
}

/// The last good record.
fn last_record(tail: &[u8]) -> Option<Record> {
    let mut end = tail.len();
    loop {
        let rest = tail.get(..end)?;
        let begin = memchr::memrchr(b'\n', rest);
        let line = rest.get(begin.map_or(0, |begin| begin + 1)..)?;
        if let Some((record, _)) = record_in(line) {
            return Some(record);
        }
        end = begin?;
    }
}
