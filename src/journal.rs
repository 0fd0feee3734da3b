//! The text of a journal: a run's records as lines, each with a checksum, and what is read from such lines again.
//!
//! A line is `{"sum":"xxxxxxxx","record":{…}}`: the sum is the CRC-32 of the record's bytes as they stand there, and is
//! looked at before anything is parsed. What does not agree with its sum is never believed: at the end it is to be cut off,
//! in the middle it is passed over. Whatever the bytes, nothing here fails; no file is opened.

mod summary;

use serde::Deserialize;
use thiserror::Error;

pub use self::summary::{Summary, Unreadable, summary};
use crate::show::record::{Happened, Record, VERSION};

/// How every line begins. In a record this cannot stand: a quotation mark within a text is written as `\"`.
const BEGINNING: &[u8] = b"{\"sum\":\"";

/// What stands between the sum and the record.
const MIDDLE: &[u8] = b"\",\"record\":";

/// What stands after the record.
const END: &[u8] = b"}";

/// How many digits a sum has.
const DIGITS: usize = 8;

/// What was read from a journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Journal {
    /// The records that agree with their sums, in order; their numbers rise.
    pub records: Vec<Record>,
    /// So many bytes up to the end of the last good line: what comes after them is to be cut off before anything is put
    /// to it.
    pub whole: u64,
    /// Whether the last good line ends as a line does. A torn-off line's end alone costs no record: whoever goes on writes
    /// the line's end first.
    pub ends_line: bool,
    /// So many bytes come after them.
    pub torn: u64,
    /// So many lines before the last good one are spoiled, and are passed over.
    pub spoiled: u64,
    /// So many lines after the last good one.
    bad_at_end: u64,
}

/// The journal is of a later form, and is to be left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a journal of the later form {0}")]
pub struct Later(pub u32);

impl Journal {
    /// The last record.
    pub fn last(&self) -> Option<&Record> {
        self.records.last()
    }

    /// Whether the leader has ended the run.
    pub fn is_ended(&self) -> bool {
        self.last()
            .is_some_and(|record| matches!(record.what, Happened::Ended))
    }

    /// Whether there is something to go on with: a place, or a decision of the day.
    pub fn leads_somewhere(&self) -> bool {
        let has_place = self.last().is_some_and(|record| record.now.place.is_some());
        has_place || self.records.iter().any(|record| record.what.opens_run())
    }

    /// Reads what comes after it: whole lines, but for the last one of all.
    pub fn read_on(&mut self, bytes: &[u8]) {
        for (line, ends) in lines(bytes) {
            self.take(line, ends);
        }
    }

    /// This, and what was read from the bytes that come after it, for whoever reads two parts at once.
    #[must_use]
    pub fn followed_by(mut self, mut next: Self) -> Self {
        let last = self.last().map_or(0, |record| record.number);
        let old = next.records.partition_point(|record| record.number <= last);
        let length = self.whole + self.torn;
        if old == next.records.len() {
            self.torn += next.whole + next.torn;
            self.bad_at_end += next.spoiled + next.bad_at_end + old as u64;
            return self;
        }
        next.records.drain(..old);
        self.records.append(&mut next.records);
        Self {
            records: self.records,
            whole: length + next.whole,
            ends_line: next.ends_line,
            torn: next.torn,
            spoiled: self.spoiled + self.bad_at_end + next.spoiled + old as u64,
            bad_at_end: next.bad_at_end,
        }
    }

    /// Takes in a line.
    fn take(&mut self, line: &[u8], ends: bool) {
        let length = line.len() as u64 + u64::from(ends);
        let last = self.last().map_or(0, |record| record.number);
        let found = record_in(line).filter(|(record, _)| record.number > last);
        let Some((record, skipped)) = found else {
            self.torn += length;
            self.bad_at_end += 1;
            return;
        };
        self.records.push(record);
        self.whole += self.torn + length;
        self.ends_line = ends;
        self.torn = 0;
        self.spoiled += self.bad_at_end + u64::from(skipped);
        self.bad_at_end = 0;
    }
}

/// Puts a record's line to the end of a text.
pub fn write_line(record: &Record, into: &mut Vec<u8>) {
    let before = into.len();
    into.extend_from_slice(BEGINNING);
    let sum = into.len();
    into.extend_from_slice(&[b'0'; DIGITS]);
    into.extend_from_slice(MIDDLE);
    let body = into.len();
    if serde_json::to_writer(&mut *into, record).is_err() {
        // Memory takes all, and a record has nothing in it that JSON has not.
        into.truncate(before);
        return;
    }
    let digits = digits(crc32fast::hash(into.get(body..).unwrap_or_default()));
    if let Some(place) = into.get_mut(sum..sum + DIGITS) {
        place.copy_from_slice(&digits);
    }
    into.extend_from_slice(END);
    into.push(b'\n');
}

/// Reads a journal: its records, as far as they are whole. Of one that is read bit by bit, the beginning.
///
/// # Errors
///
/// When it says that it is of a later form.
pub fn read(bytes: &[u8]) -> Result<Journal, Later> {
    if let Some(later) = later(bytes) {
        return Err(later);
    }
    let mut journal = Journal::default();
    journal.read_on(bytes);
    Ok(journal)
}

/// What a journal says of its form, where that is later than ours.
fn later(bytes: &[u8]) -> Option<Later> {
    /// So much of a record as will always be there.
    #[derive(Deserialize)]
    struct Record {
        what: What,
    }
    #[derive(Deserialize)]
    struct What {
        opened: Opened,
    }
    #[derive(Deserialize)]
    struct Opened {
        version: u32,
    }
    let first = lines(bytes).find_map(|(line, _)| body(line))?;
    let record: Record = serde_json::from_slice(first).ok()?;
    let version = record.what.opened.version;
    (version > VERSION).then_some(Later(version))
}

/// The lines of a text, each without its end, and whether it has one.
fn lines(bytes: &[u8]) -> impl Iterator<Item = (&[u8], bool)> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr::memchr(b'\n', rest);
        let (line, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = after.get(1..).unwrap_or_default();
        Some((line, end.is_some()))
    })
}

/// The record of a line, and whether something before it was passed over: where the end of a line was spoiled, two lines
/// look like one, and the second is still good.
fn record_in(line: &[u8]) -> Option<(Record, bool)> {
    if let Some(record) = record_of(line) {
        return Some((record, false));
    }
    let next = memchr::memmem::rfind(line.get(1..)?, BEGINNING)?;
    Some((record_of(line.get(next + 1..)?)?, true))
}

fn record_of(line: &[u8]) -> Option<Record> {
    // A string is read faster from a text than from bytes.
    let body = std::str::from_utf8(body(line)?).ok()?;
    serde_json::from_str(body).ok()
}

/// The bytes of a line's record, where they agree with their sum.
fn body(line: &[u8]) -> Option<&[u8]> {
    let (sum, rest) = line.strip_prefix(BEGINNING)?.split_at_checked(DIGITS)?;
    let body = rest.strip_prefix(MIDDLE)?.strip_suffix(END)?;
    (sum == digits(crc32fast::hash(body))).then_some(body)
}

/// A sum as it is written.
fn digits(sum: u32) -> [u8; DIGITS] {
    let mut shift = u32::BITS;
    [(); DIGITS].map(|()| {
        shift -= 4;
        let digit = (sum >> shift & 0xf) as u8;
        if digit < 10 {
            b'0' + digit
        } else {
            b'a' - 10 + digit
        }
    })
}

#[cfg(test)]
mod tests;
