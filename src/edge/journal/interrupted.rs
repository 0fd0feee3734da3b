//! The run that was interrupted: the last one of a script that has not ended, read to go on with it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::lock::run_key;
use super::{ENDING, Journals, key, reading};
use crate::journal::Journal;
use crate::slide::RunId;

/// A run that was interrupted longer ago is offered no more: it is another day's.
const YOUNG: SignedDuration = SignedDuration::from_hours(12);

/// No journal of ours is larger.
const LARGEST: u64 = 1 << 29;

/// A run that can be gone on with.
#[derive(Debug)]
pub struct Interrupted {
    /// Its name.
    pub run: RunId,
    /// What is in its journal.
    pub journal: Journal,
    /// Its file, for [`super::Journal::go_on`].
    pub left: Left,
}

/// The file of an interrupted run, as it was found.
#[derive(Debug)]
pub struct Left {
    pub(super) path: PathBuf,
    /// Open, so that nothing is lost should it be removed while the leader is still asked.
    pub(super) file: File,
    pub(super) whole: u64,
    pub(super) ends_line: bool,
}

impl Left {
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// What a journal means for the search.
enum Found {
    /// It can be gone on with.
    Interrupted(Interrupted),
    /// The ceremony was held to its end: what was interrupted before it is over.
    HeldSince,
    /// It is as if it were not there.
    Nothing,
}

impl Journals {
    /// The last run of a script that can be gone on with: one that has not ended and whose last record is under twelve
    /// hours old. One of the near future is young, too: the clock was put back. A run that somebody leads beside the one who asks
    /// was not interrupted.
    pub fn interrupted(&self, script: &str, now: Timestamp) -> Option<Interrupted> {
        let folder = self.folder()?;
        let key = key(script);
        let ending = format!("-{key}.{ENDING}");
        for (path, run) in young(folder, &ending, now) {
            if self.is_locked(&run_key(&run, &key)) {
                continue;
            }
            match found(path, run, now) {
                Found::Interrupted(interrupted) => return Some(interrupted),
                Found::HeldSince => return None,
                Found::Nothing => {}
            }
        }
        None
    }
}

/// The journals of a folder whose names end so and which were written lately, the newest first.
#[expect(clippy::disallowed_methods, reason = "this is where journals are looked for")]
fn young(folder: &Path, ending: &str, now: Timestamp) -> Vec<(PathBuf, RunId)> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut young: Vec<(Timestamp, String, PathBuf)> = entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            let run = name.strip_suffix(ending)?.to_owned();
            let modified = Timestamp::try_from(entry.metadata().ok()?.modified().ok()?).ok()?;
            is_young(modified, now).then(|| (modified, run, entry.path()))
        })
        .collect();
    young.sort();
    let young = young.into_iter().rev();
    young.map(|(_, run, path)| (path, RunId(run.into()))).collect()
}

fn is_young(last: Timestamp, now: Timestamp) -> bool {
    now.duration_since(last).abs() < YOUNG
}

fn found(path: PathBuf, run: RunId, now: Timestamp) -> Found {
    let Some((file, journal)) = read(&path) else {
        return Found::Nothing;
    };
    let Some(last) = journal.last() else {
        return Found::Nothing;
    };
    if journal.is_ended() {
        return if last.now.finished {
            Found::HeldSince
        } else {
            Found::Nothing
        };
    }
    if !is_young(last.wall, now) || !journal.leads_somewhere() {
        return Found::Nothing;
    }
    let left = Left {
        path,
        file,
        whole: journal.whole,
        ends_line: journal.ends_line,
    };
    Found::Interrupted(Interrupted { run, journal, left })
}

/// A journal that can be read, with its file.
#[expect(clippy::disallowed_methods, reason = "this is where journals are looked at")]
fn read(path: &Path) -> Option<(File, Journal)> {
    // What is no ordinary file may never end, or never begin.
    let metadata = fs::symlink_metadata(path).ok()?;
    if !metadata.is_file() || metadata.len() > LARGEST {
        return None;
    }
    let file = File::open(path).ok()?;
    let journal = reading::read(&file, metadata.len()).ok()??;
    Some((file, journal))
}
