//! Reads a journal's file, of any length: bit by bit, so that besides its records no more than a line of it is in memory, and
//! a large one on two threads. The leader waits for it.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::sync::mpsc::channel;
use std::thread;

use super::at_place::read_at;
use crate::journal::{self, Journal};

/// So much is read at once; more where a line is longer.
const PIECE: usize = 1 << 18;

/// From so many bytes on two threads are faster than one.
const WORTH_TWO: u64 = 1 << 20;

/// What is in a file of a length; nothing where it is of a later form.
///
/// # Errors
///
/// When the system cannot read it.
#[expect(
    clippy::disallowed_methods,
    reason = "the second half is read on a thread beside this one"
)]
pub(super) fn read(file: &File, length: u64) -> io::Result<Option<Journal>> {
    let middle = if length < WORTH_TWO {
        length
    } else {
        end_of_line(file, length / 2..length)?
    };
    if middle == length {
        return part(file, 0..length);
    }
    let (sender, receiver) = channel();
    let (first, is_helped) = thread::scope(|scope| {
        let helper = thread::Builder::new().name("journal".to_owned());
        let second = || sender.send(part(file, middle..length));
        let spawned = helper.spawn_scoped(scope, second);
        (part(file, 0..middle), spawned.is_ok())
    });
    let Some(first) = first? else {
        return Ok(None);
    };
    // Where there is no other thread, this one reads it.
    let second = match receiver.try_recv() {
        Ok(second) if is_helped => second?,
        _ => part(file, middle..length)?,
    };
    Ok(second.map(|second| first.followed_by(second)))
}

/// Where the first line ends that goes on at the beginning of a range; the end of it where none does.
fn end_of_line(file: &File, range: Range<u64>) -> io::Result<u64> {
    let mut piece = vec![0; PIECE];
    let mut at = range.start;
    while at < range.end {
        let bytes = some(file, &mut piece, at..range.end)?;
        if let Some(end) = memchr::memchr(b'\n', bytes) {
            return Ok(at + end as u64 + 1);
        }
        at += bytes.len() as u64;
    }
    Ok(range.end)
}

/// What is in a part of a file; nothing where it is the beginning of one of a later form.
fn part(file: &File, range: Range<u64>) -> io::Result<Option<Journal>> {
    let mut piece = vec![0; PIECE];
    let mut journal: Option<Journal> = (range.start > 0).then(Journal::default);
    // So much of the piece is the beginning of a line whose end is still to come.
    let mut begun = 0;
    let mut at = range.start;
    let mut has_room = false;
    while at < range.end {
        if begun == piece.len() {
            piece.resize(begun * 2, 0);
        }
        let room = piece.get_mut(begun..).unwrap_or_default();
        let count = some(file, room, at..range.end)?.len();
        at += count as u64;
        let filled = begun + count;
        let bytes = piece.get(..filled).unwrap_or_default();
        let whole = match memchr::memrchr(b'\n', bytes) {
            _ if at == range.end => filled,
            Some(end) => end + 1,
            None => 0,
        };
        let lines = bytes.get(..whole).unwrap_or_default();
        match &mut journal {
            _ if lines.is_empty() => {}
            Some(journal) => journal.read_on(lines),
            None => {
                let Ok(read) = journal::read(lines) else {
                    return Ok(None);
                };
                journal = Some(read);
            }
        }
        piece.copy_within(whole..filled, 0);
        begun = filled - whole;
        if let Some(journal) = journal.as_mut().filter(|_| !has_room) {
            has_room = true;
            make_room(journal, at - range.start, range.end - range.start);
        }
    }
    Ok(Some(journal.unwrap_or_default()))
}

/// Makes room for as many records as are to be expected, where some are read: moving them again and again as they grow in
/// number takes longer.
fn make_room(journal: &mut Journal, read: u64, length: u64) {
    let records = &mut journal.records;
    let expected = (records.len() as u64).saturating_mul(length) / read.max(1);
    // A few more, for it is a guess.
    let expected = usize::try_from(expected + expected / 16).unwrap_or_default();
    records.reserve(expected.saturating_sub(records.len()));
}

/// Some bytes of a range that is in the file.
fn some<'a>(file: &File, into: &'a mut [u8], range: Range<u64>) -> io::Result<&'a [u8]> {
    let most = usize::try_from(range.end - range.start).map_or(into.len(), |most| most.min(into.len()));
    let room = into.get_mut(..most).unwrap_or_default();
    let count = read_at(file, room, range.start)?;
    if count == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(room.get(..count).unwrap_or_default())
}
