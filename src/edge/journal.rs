//! The journals of the user's runs: a file for each run, in a folder that nobody else may read.
//!
//! The loop itself appends: what has happened is with the system before it is on the screen, and a killed program loses
//! nothing. A second thread brings it to the disk, and looks after the file: one that was removed is written anew. Where
//! nothing can be written the ceremony goes on, the leader is told, and what happens is kept in memory until it can be
//! written. Nothing here decides what is recorded, and nothing is ever deleted but by [`Journals::delete`].

mod at_place;
mod guarded;
mod interrupted;
mod listed;
mod lock;
mod reading;
mod trouble;
mod writer;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use etcetera::BaseStrategy as _;
use sha2::{Digest as _, Sha256};

pub use self::interrupted::{Interrupted, Left};
pub use self::listed::{Listed, NotDeleted};
pub use self::lock::{Held, Lock};
pub use self::trouble::survive_file_limits;

use self::guarded::{Guard, ToDisk};
use self::writer::Writer;
use super::{Outlet, Timekeeper, worker};
use crate::show::{Msg, Record, Recording, Worker};
use crate::slide::RunId;

/// The ending of a journal's name.
const ENDING: &str = "jsonl";

/// How long the end of a run waits for the disk.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where the journals are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journals {
    folder: Option<PathBuf>,
}

impl Journals {
    /// The journals of the user who runs the program. Without a home there is no place for any.
    pub fn of_user() -> Self {
        let folders = etcetera::choose_base_strategy().ok();
        let folder = folders.map(|folders| {
            let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
            state.join("ikrar").join("runs")
        });
        Self { folder }
    }

    /// Those of another folder, which may still have to be made.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder: Some(folder) }
    }

    /// No place for any.
    pub fn nowhere() -> Self {
        Self { folder: None }
    }

    /// The folder.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The file of a run.
    fn path(&self, run: &RunId, script: &str) -> Option<PathBuf> {
        let name = format!("{}-{}.{ENDING}", run.0, key(script));
        Some(self.folder.as_ref()?.join(name))
    }
}

/// What stands for a script in the names of files: half of the SHA-256 of its name is enough for telling scripts apart.
fn key(script: &str) -> String {
    let digest = Sha256::digest(script);
    let half = digest.first_chunk().copied().unwrap_or_default();
    format!("{:016x}", u64::from_be_bytes(half))
}

/// The journal of one run. Dropping it writes what is left and brings it to the disk, for which it waits a second at most.
#[derive(Debug)]
pub struct Journal {
    writer: Arc<Mutex<Writer>>,
    outlet: Outlet,
    timekeeper: Timekeeper,
    guard: Option<Started>,
    to_disk: ToDisk,
}

/// The second thread, as the first one has it.
#[derive(Debug)]
struct Started {
    /// Wakes it; dropping this ends it.
    wake: SyncSender<()>,
    /// Closed when it has ended.
    ended: Receiver<()>,
}

impl Journal {
    /// The journal of a run that begins. Nothing is on the disk before the first record.
    pub fn begin(
        journals: &Journals,
        run: &RunId,
        script: &str,
        sender: Sender<Msg>,
        timekeeper: Timekeeper,
    ) -> Self {
        let writer = Writer::new(journals.path(run, script));
        Self::of(writer, sender, timekeeper)
    }

    /// The journal of a run that was interrupted. Nothing of it is changed before the first record; then what is torn is
    /// cut off.
    pub fn go_on(left: Left, sender: Sender<Msg>, timekeeper: Timekeeper) -> Self {
        Self::of(Writer::going_on(left), sender, timekeeper)
    }

    fn of(writer: Writer, sender: Sender<Msg>, timekeeper: Timekeeper) -> Self {
        Self {
            writer: Arc::new(Mutex::new(writer)),
            outlet: Outlet::new(sender),
            timekeeper,
            guard: None,
            to_disk: File::sync_data,
        }
    }

    /// Puts a record to what is to be written.
    pub fn note(&mut self, record: &Record) {
        locked(&self.writer).note(record);
    }

    /// Writes all that was noted, at once; how the journal is now, where that has changed with the first of all writes.
    /// Whatever changes later is told as a message, also where it is found here: what is found by two threads must be told
    /// in the order in which it was found, or a journal that works again would be told to have stopped.
    pub fn write(&mut self) -> Option<Recording> {
        let mut writer = locked(&self.writer);
        if !writer.has_more() {
            return None;
        }
        writer.write();
        let mut changed = writer.changed();
        if self.guard.is_some()
            && let Some(recording) = changed.take()
        {
            let at = self.timekeeper.now();
            self.outlet.send(Msg::RecordingChanged { recording, at });
        }
        let is_somewhere = writer.path().is_some();
        drop(writer);
        if is_somewhere {
            self.wake();
        }
        changed
    }

    /// Lets the second thread see whether the file is still at its place, and write it anew where it is not.
    pub fn look_after(&mut self) {
        if self.guard.is_some() {
            self.wake();
        }
    }

    /// How the journal is.
    pub fn recording(&self) -> Recording {
        locked(&self.writer).recording()
    }

    /// Lets the second thread look.
    fn wake(&mut self) {
        if self.guard.is_none() {
            // Without a thread what is written is still with the system, as soon as it is written.
            self.guard = self.started();
        }
        if let Some(started) = &self.guard {
            // Where it is full the thread is woken already.
            let _ = started.wake.try_send(());
        }
    }

    fn started(&self) -> Option<Started> {
        let (wake, woken) = sync_channel(1);
        let (end, ended) = channel();
        let guard = Guard::new(
            Arc::clone(&self.writer),
            woken,
            self.outlet.clone(),
            self.timekeeper,
            self.to_disk,
        );
        let body = move || {
            guard.run();
            drop(end);
        };
        worker(
            "journal",
            Worker::Journal,
            self.outlet.clone(),
            self.timekeeper,
            body,
        )
        .ok()?;
        Some(Started { wake, ended })
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.write();
        // What is told now is told to nobody: the show is over.
        self.outlet.shut();
        if let Some(Started { wake, ended }) = self.guard.take() {
            drop(wake);
            let _ = ended.recv_timeout(PATIENCE);
        }
    }
}

/// The writer, for a moment: never while the disk is waited for.
fn locked(writer: &Mutex<Writer>) -> MutexGuard<'_, Writer> {
    // One that panicked has left bytes that are still to be written, and the count of those that are.
    writer.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
