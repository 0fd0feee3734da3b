//! Who runs a script: a lock on a file beside the journals, for as long as the run is open.
//!
//! The file has nothing in it, and is not the journal itself: where locks are mandatory, nobody could read that then. The
//! system lets go of the lock when the process ends, however it ends.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::at_place::{folder_of, for_the_user_alone, is_at, make_folder};
use super::{Journals, key};

/// How often it is tried, and how long it is waited between: whoever lists or deletes runs holds a lock for a moment.
const TRIES: u32 = 3;
const BETWEEN: Duration = Duration::from_millis(15);

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

    /// The same by what stands for the script in the names of files.
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

    /// Whether somebody holds the lock of a script. Makes nothing.
    #[expect(clippy::disallowed_methods, reason = "this is where the lock is looked at")]
    pub(super) fn is_locked(&self, key: &str) -> bool {
        let path = self.lock_path(key);
        let Some(file) = path.and_then(|path| File::open(path).ok()) else {
            return false;
        };
        matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
    }

    fn lock_path(&self, key: &str) -> Option<PathBuf> {
        Some(self.folder()?.join(format!("{key}.lock")))
    }
}

#[expect(clippy::disallowed_methods, reason = "this is where the lock is made")]
fn tried(path: &Path) -> Lock {
    let mut options = for_the_user_alone();
    options.create(true);
    loop {
        let opened = options.open(path).or_else(|_| {
            make_folder(folder_of(path))?;
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
}
