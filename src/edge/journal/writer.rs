//! What is to be written to a journal's file, and how much of it is.
//!
//! Bytes are written where the last ones ended, whatever became of the write before: so a line that was written in part is
//! gone on with, and no line is ever broken in the middle of a file. What could not be written stays here, in order.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::NamedTempFile;

use super::at_place::{self, copy, folder_of, is_at, write_at};
use super::interrupted::Left;
use super::lock::{Held, lock_beside};
use super::trouble::trouble;
use crate::edge::own_folder;
use crate::journal::write_line;
use crate::show::{Record, Recording, RecordingTrouble};

/// One run's file, and what is to come into it.
#[derive(Debug)]
pub(super) struct Writer {
    /// None where there is no folder.
    path: Option<PathBuf>,
    stand: Stand,
    /// That the run is led, for whoever looks for one that was interrupted.
    held: Option<Held>,
    /// What is not written yet.
    more: Vec<u8>,
    /// Why it could not be.
    refused: Option<RecordingTrouble>,
    /// Why the file is not to be trusted any more, be it written to or not: it is gone, or never came to the disk. Only
    /// writing it anew helps.
    lost: Option<RecordingTrouble>,
    /// How it is, as was told last.
    told: Recording,
}

#[derive(Debug)]
enum Stand {
    /// There is no file yet.
    Nothing,
    /// There is that of an interrupted run, as it was found.
    Left { file: File, whole: u64, ends_line: bool },
    /// There is a file, of which so many bytes are ours.
    Open { file: Arc<File>, written: u64 },
}

/// A file and how much of it was written when it was asked for. That much never changes any more.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) path: PathBuf,
    pub(super) file: Arc<File>,
    pub(super) length: u64,
}

impl Writer {
    pub(super) fn new(path: Option<PathBuf>) -> Self {
        Self {
            path,
            stand: Stand::Nothing,
            held: None,
            more: Vec::new(),
            refused: None,
            lost: None,
            told: Recording::NotYet,
        }
    }

    pub(super) fn going_on(left: Left) -> Self {
        let Left {
            path,
            file,
            whole,
            ends_line,
        } = left;
        Self {
            stand: Stand::Left {
                file,
                whole,
                ends_line,
            },
            ..Self::new(Some(path))
        }
    }

    pub(super) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether something is to be written.
    pub(super) fn has_more(&self) -> bool {
        !self.more.is_empty()
    }

    pub(super) fn note(&mut self, record: &Record) {
        if let (
            true,
            Stand::Left {
                whole: 1..,
                ends_line: false,
                ..
            },
        ) = (self.more.is_empty(), &self.stand)
        {
            self.more.push(b'\n');
        }
        write_line(record, &mut self.more);
    }

    /// Writes what is to be written, as far as the system lets us.
    pub(super) fn write(&mut self) {
        if self.has_more() {
            let done = self.opened().and_then(|()| self.put());
            self.refused = done.err();
        }
    }

    fn put(&mut self) -> Result<(), RecordingTrouble> {
        if let Stand::Open { file, written } = &mut self.stand {
            put(&mut self.more, written, |bytes, at| write_at(file, bytes, at))
                .map_err(|error| trouble(&error))?;
        }
        Ok(())
    }

    /// Sees that there is a file.
    fn opened(&mut self) -> Result<(), RecordingTrouble> {
        let path = self.path.as_deref().ok_or(RecordingTrouble::NoFolder)?;
        let opened = match &self.stand {
            Stand::Open { .. } => return Ok(()),
            Stand::Nothing => at_place::make(path).map(|file| (file, 0)),
            Stand::Left { file, whole, .. } => gone_on_with(path, file, *whole).map(|file| (file, *whole)),
        };
        let (file, written) = opened.map_err(|error| trouble(&error))?;
        self.held = lock_beside(path);
        self.stand = Stand::Open {
            file: Arc::new(file),
            written,
        };
        Ok(())
    }

    /// The file, where there is one.
    pub(super) fn written(&self) -> Option<Written> {
        match (&self.path, &self.stand) {
            (Some(path), Stand::Open { file, written }) => Some(Written {
                path: path.clone(),
                file: Arc::clone(file),
                length: *written,
            }),
            _ => None,
        }
    }

    /// Says that the file is not to be trusted any more.
    pub(super) fn lose(&mut self, reason: RecordingTrouble) {
        self.lost = Some(reason);
    }

    pub(super) fn is_lost(&self) -> bool {
        self.lost.is_some()
    }

    /// Goes on with a copy of what was written. What has been written since is put to it first.
    pub(super) fn replace(&mut self, copied: &Written, new: Anew) -> io::Result<Option<Arc<File>>> {
        let Stand::Open { file, written } = &mut self.stand else {
            return Ok(None);
        };
        copy(file, new.0.as_file(), copied.length..*written)?;
        let new = Arc::new(new.0.persist(&copied.path)?);
        *file = Arc::clone(&new);
        self.lost = None;
        if !self.held.as_ref().is_some_and(Held::is_at_its_place) {
            self.held = lock_beside(&copied.path);
        }
        Ok(Some(new))
    }

    /// Whether there is something to try again.
    pub(super) fn is_in_trouble(&self) -> bool {
        self.refused.is_some() || self.lost.is_some()
    }

    /// How it is.
    pub(super) fn recording(&self) -> Recording {
        let trouble = self.lost.as_ref().or(self.refused.as_ref());
        match (trouble, &self.stand) {
            (Some(trouble), _) => Recording::Stopped(trouble.clone()),
            (None, Stand::Open { .. }) => Recording::Works,
            (None, Stand::Nothing | Stand::Left { .. }) => Recording::NotYet,
        }
    }

    /// How it is, where that was not told yet. It counts as told then.
    pub(super) fn changed(&mut self) -> Option<Recording> {
        let recording = self.recording();
        (recording != self.told).then(|| {
            self.told = recording.clone();
            recording
        })
    }
}

/// The file of an interrupted run, with what is torn cut off; written anew where it has been removed meanwhile.
fn gone_on_with(path: &Path, left: &File, whole: u64) -> io::Result<File> {
    match at_place::open(path) {
        Ok(file) if is_at(left, path) => {
            file.set_len(whole)?;
            Ok(file)
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(_) | Err(_) => Ok(anew(path, left, whole)?.0.persist(path)?),
    }
}

/// A copy that is not at its place yet. Dropping it takes it away.
#[derive(Debug)]
pub(super) struct Anew(NamedTempFile);

impl Anew {
    pub(super) fn sync(&self) -> io::Result<()> {
        self.0.as_file().sync_data()
    }
}

/// Copies the beginning of a file that is not at its place any more into a new one of the same folder, which is made
/// again where it is gone too. An open file can be read though it was removed, also on Windows; what is still at that
/// place comes to be replaced: it has the name of our run, and is an older copy of it at best.
pub(super) fn anew(path: &Path, from: &File, written: u64) -> io::Result<Anew> {
    let folder = folder_of(path);
    own_folder::make(folder)?;
    // The system lets nobody else read a file that is made in this way.
    let new = NamedTempFile::new_in(folder)?;
    copy(from, new.as_file(), 0..written)?;
    Ok(Anew(new))
}

/// Writes bytes from a position on, and takes away what is written. What is left comes next time.
fn put(
    more: &mut Vec<u8>,
    written: &mut u64,
    mut write: impl FnMut(&[u8], u64) -> io::Result<usize>,
) -> io::Result<()> {
    let mut rest = &more[..];
    let outcome = loop {
        if rest.is_empty() {
            break Ok(());
        }
        match write(rest, *written) {
            Ok(0) => break Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => {
                *written += count as u64;
                rest = rest.get(count..).unwrap_or_default();
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => break Err(error),
        }
    };
    let done = more.len() - rest.len();
    more.drain(..done);
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file that takes so many bytes at a time, and refuses at some times.
    fn put_into(
        file: &mut Vec<u8>,
        more: &mut Vec<u8>,
        written: &mut u64,
        answers: &[Option<usize>],
    ) -> bool {
        let mut answers = answers.iter();
        put(more, written, |bytes, at| {
            if let Some(most) = answers.next().copied().flatten() {
                let count = most.min(bytes.len());
                file.truncate(usize::try_from(at).unwrap());
                file.extend_from_slice(&bytes[..count]);
                return Ok(count);
            }
            // The system may have written some of it all the same.
            file.extend_from_slice(&bytes[..1]);
            Err(io::ErrorKind::StorageFull.into())
        })
        .is_ok()
    }

    #[test]
    fn a_write_that_takes_a_part_is_gone_on_with_until_all_is_written() {
        let (mut file, mut more, mut written) = (Vec::new(), b"one\ntwo\n".to_vec(), 0);
        assert!(put_into(
            &mut file,
            &mut more,
            &mut written,
            &[Some(3), Some(1), Some(9)]
        ));
        assert_eq!((&*file, &*more, written), (&b"one\ntwo\n"[..], &b""[..], 8));
    }

    #[test]
    fn what_is_refused_stays_in_order_and_breaks_no_line() {
        let (mut file, mut more, mut written) = (Vec::new(), b"one\ntwo\n".to_vec(), 0);
        assert!(!put_into(&mut file, &mut more, &mut written, &[Some(5), None]));
        assert_eq!((&*more, written), (&b"wo\n"[..], 5));
        more.extend_from_slice(b"three\n");
        assert!(!put_into(&mut file, &mut more, &mut written, &[None]));
        assert!(put_into(&mut file, &mut more, &mut written, &[Some(99)]));
        assert_eq!((&*file, written), (&b"one\ntwo\nthree\n"[..], 14));
    }

    #[test]
    fn a_file_that_takes_nothing_is_asked_once() {
        let (mut file, mut more, mut written) = (Vec::new(), b"one\n".to_vec(), 0);
        assert!(!put_into(&mut file, &mut more, &mut written, &[Some(0)]));
        assert_eq!((&*more, written), (&b"one\n"[..], 0));
    }
}
