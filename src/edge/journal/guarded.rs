//! The second thread: brings a journal to the disk, and sees that it is where it belongs.
//!
//! It sleeps while nothing is written. It holds the writer only for moments, never while it waits for the disk.

use std::fs::File;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::at_place::{is_at, sync_folder};
use super::locked;
use super::trouble::trouble;
use super::writer::{Writer, Written, anew};
use crate::edge::{Outlet, Timekeeper};
use crate::show::{Msg, RecordingTrouble};

/// How long it waits for more, so that a fast typist costs one sync and not ten. With the sync itself it stays
/// within 100 ms on any disk that is well.
const GATHERING: Duration = Duration::from_millis(50);

/// How long it waits before it tries again what has failed.
const AGAIN: Duration = Duration::from_secs(1);

/// Brings what is in a file to the disk.
pub(super) type ToDisk = fn(&File) -> io::Result<()>;

/// The thread's own.
#[derive(Debug)]
pub(super) struct Guard {
    writer: Arc<Mutex<Writer>>,
    woken: Receiver<()>,
    outlet: Outlet,
    timekeeper: Timekeeper,
    to_disk: ToDisk,
    /// Whether the file's entry is in its folder for good.
    entered: bool,
}

impl Guard {
    pub(super) fn new(
        writer: Arc<Mutex<Writer>>,
        woken: Receiver<()>,
        outlet: Outlet,
        timekeeper: Timekeeper,
        to_disk: ToDisk,
    ) -> Self {
        Self {
            writer,
            woken,
            outlet,
            timekeeper,
            to_disk,
            entered: false,
        }
    }

    /// Does so until nobody can wake it any more.
    pub(super) fn run(mut self) {
        loop {
            let is_in_trouble = locked(&self.writer).is_in_trouble();
            let goes_on = if is_in_trouble {
                self.rests(AGAIN)
            } else {
                self.woken.recv().is_ok() && self.rests(GATHERING)
            };
            self.see_to_it();
            if !goes_on {
                return;
            }
        }
    }

    /// Lets some time go by, whatever comes; at once where the run is at its end. Whether it goes on.
    fn rests(&self, time: Duration) -> bool {
        let until = self.timekeeper.now().steady + time;
        loop {
            let left = until.saturating_sub(self.timekeeper.now().steady);
            match self.woken.recv_timeout(left) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }

    /// Writes what was refused, brings all to the disk, and tells what has changed.
    fn see_to_it(&mut self) {
        let (written, is_lost) = {
            let mut writer = locked(&self.writer);
            writer.write();
            (writer.written(), writer.is_lost())
        };
        if let Some(written) = written {
            let outcome = if is_lost {
                self.write_anew(&written)
            } else {
                self.sync(&written)
            };
            if let Err(reason) = outcome {
                locked(&self.writer).lose(reason);
            }
        }
        // Told while it is held: see `Journal::write`.
        let mut writer = locked(&self.writer);
        if let Some(recording) = writer.changed() {
            let at = self.timekeeper.now();
            self.outlet.send(Msg::RecordingChanged { recording, at });
        }
    }

    fn sync(&mut self, written: &Written) -> Result<(), RecordingTrouble> {
        let Written { path, file, .. } = written;
        // What the system has failed to bring to the disk once, it may forget: a copy is the only way.
        (self.to_disk)(file).map_err(|error| trouble(&error))?;
        if !is_at(file, path) {
            return self.write_anew(written);
        }
        if !self.entered {
            // Some systems cannot do this, and need not.
            sync_folder(path);
            self.entered = true;
        }
        Ok(())
    }

    /// Writes the whole file anew.
    fn write_anew(&mut self, written: &Written) -> Result<(), RecordingTrouble> {
        self.entered = false;
        let Written { path, file, length } = written;
        let new = anew(path, file, *length).and_then(|new| new.sync().map(|()| new));
        let new = new.and_then(|new| locked(&self.writer).replace(written, new));
        match new {
            Ok(Some(file)) => {
                let written = Written {
                    file,
                    ..written.clone()
                };
                self.sync_once_more(&written)
            }
            Ok(None) => Ok(()),
            Err(error) => Err(trouble(&error)),
        }
    }

    fn sync_once_more(&mut self, written: &Written) -> Result<(), RecordingTrouble> {
        (self.to_disk)(&written.file).map_err(|error| trouble(&error))?;
        sync_folder(&written.path);
        self.entered = true;
        Ok(())
    }
}
