//! All runs there are, for whoever lists them, and the one way in which a run is deleted.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use thiserror::Error;

use super::lock::run_key;
use super::{ENDING, Journals, Lock};
use crate::journal::{Summary, Unreadable, summary};
use crate::slide::RunId;

/// The most entries of the folder that are looked at.
const MOST_ENTRIES: usize = 100_000;

/// So much of a journal's beginning is read: its first record, and the sources of any usual script.
const HEAD: u64 = 1 << 18;

/// So much of its end at first; more where no record is whole in it.
const TAIL: u64 = 1 << 14;

/// So much more.
const GROWTH: u64 = 32;

/// A run that is listed.
#[derive(Debug)]
pub struct Listed {
    /// Its name.
    pub run: RunId,
    /// Its file.
    pub path: PathBuf,
    /// How large the file is.
    pub bytes: u64,
    /// When the file was written last.
    pub modified: Timestamp,
    /// What is told of it.
    pub summary: Result<Summary, Unreadable>,
    /// Whether it is open just now.
    pub is_open: bool,
    /// What stands for its script in the names of files.
    key: String,
}

/// Why a run was not deleted.
#[derive(Debug, Error)]
pub enum NotDeleted {
    /// Its script is being run.
    #[error("its script is run just now")]
    Open,
    /// The system refuses.
    #[error(transparent)]
    Refused(#[from] io::Error),
}

impl Listed {
    /// When it began; when its file was written, where that cannot be read.
    pub fn begun(&self) -> Timestamp {
        self.summary
            .as_ref()
            .map_or(self.modified, |summary| summary.begun)
    }

    /// When anything happened in it last: the later of what it says and of when its file was written, for the clock may
    /// have been wrong then.
    pub fn last(&self) -> Timestamp {
        let told = self.summary.as_ref().map(|summary| summary.last);
        told.map_or(self.modified, |last| last.max(self.modified))
    }

    /// Whether nobody has ended it.
    fn has_not_ended(&self) -> bool {
        self.summary.as_ref().is_ok_and(|summary| !summary.ended)
    }
}

impl Journals {
    /// All runs, the newest first.
    #[expect(clippy::disallowed_methods, reason = "this is where runs are looked for")]
    pub fn all(&self) -> Vec<Listed> {
        let entries = self.folder().and_then(|folder| fs::read_dir(folder).ok());
        let entries = entries.into_iter().flatten().take(MOST_ENTRIES);
        let mut all: Vec<Listed> = entries.filter_map(|entry| listed(&entry.ok()?.path())).collect();
        all.sort_by_cached_key(|one| std::cmp::Reverse((one.begun(), one.modified, one.path.clone())));
        for one in &mut all {
            one.is_open = one.has_not_ended() && self.is_locked(&run_key(&one.run, &one.key));
        }
        all
    }

    /// Deletes a run, because the user wants it. Nothing else ever does.
    ///
    /// # Errors
    ///
    /// When its script is run just now, or the system refuses; it is there then as before.
    #[expect(clippy::disallowed_methods, reason = "this is where a run is deleted")]
    pub fn delete(&self, listed: &Listed) -> Result<(), NotDeleted> {
        // Held until it is deleted.
        let keys = [listed.key.clone(), run_key(&listed.run, &listed.key)];
        let locks = keys.map(|key| self.lock_of(&key));
        if locks.iter().any(|lock| matches!(lock, Lock::Elsewhere)) {
            return Err(NotDeleted::Open);
        }
        Ok(fs::remove_file(&listed.path)?)
    }
}

/// A file of the folder, where it is a journal.
#[expect(clippy::disallowed_methods, reason = "this is where journals are looked at")]
fn listed(path: &Path) -> Option<Listed> {
    let (run, key) = named(path)?;
    let metadata = fs::symlink_metadata(path).ok()?;
    if !metadata.is_file() {
        return None;
    }
    Some(Listed {
        run,
        path: path.to_owned(),
        bytes: metadata.len(),
        modified: Timestamp::try_from(metadata.modified().ok()?).ok()?,
        summary: summarised(path, metadata.len()).unwrap_or(Err(Unreadable::Broken)),
        is_open: false,
        key,
    })
}

/// The name of the run, and what stands for its script.
fn named(path: &Path) -> Option<(RunId, String)> {
    if path.extension()?.to_str()? != ENDING {
        return None;
    }
    let (run, key) = path.file_stem()?.to_str()?.rsplit_once('-')?;
    let is_key = key.len() == 16 && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_key && !run.is_empty()).then(|| (RunId(run.into()), key.to_owned()))
}

/// What a journal tells, from its beginning and its end.
#[expect(clippy::disallowed_methods, reason = "this is where journals are looked at")]
fn summarised(path: &Path, length: u64) -> io::Result<Result<Summary, Unreadable>> {
    let file = File::open(path)?;
    let head = piece(&file, 0, HEAD)?;
    let mut most = TAIL;
    loop {
        let tail = if length <= HEAD {
            None
        } else {
            Some(piece(&file, length.saturating_sub(most), most)?)
        };
        let told = summary(&head, tail.as_deref().unwrap_or(&head));
        // Two records are in the beginning already.
        let is_short = told.as_ref().is_ok_and(|told| told.records <= 2);
        if !is_short || tail.is_none() || most >= length {
            return Ok(told);
        }
        most = most.saturating_mul(GROWTH);
    }
}

fn piece(mut file: &File, from: u64, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(from))?;
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
