//! Who runs a script: a lock on a file beside the journals, for as long as the run is open. A second one who runs it has a
//! lock of that run alone.
//!
//! The file has nothing in it, and is not the journal itself: where locks are mandatory, nobody could read that then. The
//! system lets go of the lock when the process ends, however it ends.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::at_place::{folder_of, for_the_user_alone, is_at};
use super::{Journals, key};
use crate::edge::own_folder;
use crate::slide::RunId;

/// The ending of a lock's name.
const LOCK: &str = "lock";

/// How often it is tried, and how long it is waited between: whoever lists or deletes runs holds a lock for a moment.
const TRIES: u32 = 3;
const BETWEEN: Duration = Duration::from_millis(15);

/// How often the file is opened anew that somebody has just taken away.
const MOST_OPENED: u32 = 10;

/// Whether a script is ours to run.
#[derive(Debug)]
pub enum Lock {
    /// It is, for as long as what is given lives.
    Held(Held),
    /// Another process runs it, or another run of this one.
    Elsewhere,
    /// There is no telling: nothing can be locked here. Nobody is to be told of that.
    Impossible,
}

/// A lock that is held. Dropping it lets go.
#[derive(Debug)]
pub struct Held {
    /// Holds the lock for as long as it is open.
    file: File,
    path: PathBuf,
}

impl Drop for Held {
    #[expect(clippy::disallowed_methods, reason = "this is where the lock is removed")]
    fn drop(&mut self) {
        // It is taken away while it is still held; whoever has opened it meanwhile finds that it is not at its place any
        // more, and opens the next one. Elsewhere than on Unix that cannot be found out: the empty file stays there.
        if cfg!(unix) && is_at(&self.file, &self.path) {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

impl Journals {
    /// Asks for a script: before a run of it is offered, and for as long as the show is open.
    pub fn lock(&self, script: &str) -> Lock {
        self.lock_of(&key(script))
    }

    /// Asks for a run alone, where its script is somebody else's already. Nothing but this says that the run goes on once
    /// that one has let go of the script.
    pub fn lock_run(&self, run: &RunId, script: &str) -> Lock {
        self.lock_of(&run_key(run, &key(script)))
    }

    /// Whether somebody has a run of a script for itself, as [`Self::lock_run`] gives it.
    #[expect(clippy::disallowed_methods, reason = "this is where locks are looked for")]
    pub fn is_run_beside(&self, script: &str) -> bool {
        let entries = self.folder().and_then(|folder| std::fs::read_dir(folder).ok());
        let ending = format!("-{}.{LOCK}", key(script));
        let names = entries.into_iter().flatten().filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            Some(name.strip_suffix(&ending)?.to_owned())
        });
        let key = key(script);
        let mut runs = names.map(|run| RunId(run.into()));
        runs.any(|run| self.is_locked(&run_key(&run, &key)))
    }

    /// The same by what stands for the script, or for a run of it, in the names of files.
    #[expect(
        clippy::disallowed_methods,
        reason = "only where somebody else holds it, for a moment"
    )]
    pub(super) fn lock_of(&self, key: &str) -> Lock {
        let Some(path) = self.lock_path(key) else {
            return Lock::Impossible;
        };
        let mut tries = 1;
        loop {
            match tried(&path) {
                Lock::Elsewhere if tries < TRIES => thread::sleep(BETWEEN),
                lock => return lock,
            }
            tries += 1;
        }
    }

    /// Whether somebody holds the lock of a script, or of a run of it. Makes nothing.
    #[expect(clippy::disallowed_methods, reason = "this is where the lock is looked at")]
    pub(super) fn is_locked(&self, key: &str) -> bool {
        let path = self.lock_path(key);
        let Some(file) = path.and_then(|path| File::open(path).ok()) else {
            return false;
        };
        matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
    }

    fn lock_path(&self, key: &str) -> Option<PathBuf> {
        Some(self.folder()?.join(format!("{key}.{LOCK}")))
    }
}

/// What stands for a run of a script in the names of locks.
pub(super) fn run_key(run: &RunId, key: &str) -> String {
    format!("{}-{key}", run.0)
}

#[expect(clippy::disallowed_methods, reason = "this is where the lock is made")]
fn tried(path: &Path) -> Lock {
    let mut options = for_the_user_alone();
    options.create(true);
    // What is never at its place when it is opened, a link for example, cannot be locked.
    for _ in 0..MOST_OPENED {
        let opened = options.open(path).or_else(|_| {
            own_folder::make(folder_of(path))?;
            options.open(path)
        });
        let Ok(file) = opened else {
            return Lock::Impossible;
        };
        match file.try_lock() {
            Ok(()) if is_at(&file, path) => {
                return Lock::Held(Held {
                    file,
                    path: path.to_owned(),
                });
            }
            // Whoever had it has just taken it away.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Lock::Elsewhere,
            Err(TryLockError::Error(_)) => return Lock::Impossible,
        }
    }
    Lock::Impossible
}

/// The lock of a run, beside its journal.
pub(super) fn lock_beside(journal: &Path) -> Option<Held> {
    match tried(&journal.with_extension(LOCK)) {
        Lock::Held(held) => Some(held),
        Lock::Elsewhere | Lock::Impossible => None,
    }
}

impl Held {
    /// Whether its file is still where others look for it.
    pub(super) fn is_at_its_place(&self) -> bool {
        is_at(&self.file, &self.path)
    }
}
