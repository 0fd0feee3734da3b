//! Watching by looking once a second: as asked, on networks, and where the system cannot tell.
//!
//! A look asks for the marks of the files, and reads them only for a while after a mark has changed. What was read is
//! taken when a whole look later marks and bytes are the same, so that a save arrives within about two seconds, and when
//! nobody is known to be writing (see `writers`). Where that cannot be known, a save that halts for longer than a second
//! in the midst of its bytes is taken half written, and its rest with the next look.
#![expect(
    clippy::disallowed_methods,
    reason = "waiting needs the time, and files are looked at"
)]

use std::path::Path;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant, SystemTime};

use super::folders::surroundings;
use super::{Ended, Lookout, Wake, read};
use crate::script::Sources;
use crate::show::Watching;

const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// How often the files are read after a change even if no mark changes: a stick for cameras keeps times to two seconds,
/// and a save may leave the size as it was.
const LOOKS_AFTER_A_CHANGE: u8 = 3;

/// What a look has found.
#[derive(PartialEq, Eq)]
struct Seen {
    marks: Vec<Mark>,
    sources: Sources,
}

/// Looks until nobody listens.
pub(super) fn look(lookout: &mut Lookout, watching: &Watching) -> Ended {
    look_until(lookout, watching, |_| false)
}

/// Looks until the folder of the script can be watched again.
pub(super) fn look_until_back(lookout: &mut Lookout, reason: String) -> Ended {
    look_until(lookout, &Watching::LookingForWantOf(reason), |lookout| {
        surroundings(&lookout.place, &lookout.names).is_ok()
    })
}

fn look_until(lookout: &mut Lookout, watching: &Watching, back: impl Fn(&Lookout) -> bool) -> Ended {
    match try_look_until(lookout, watching, back) {
        Ok(()) => Ended::FolderBack,
        Err(ended) => ended,
    }
}

fn try_look_until(
    lookout: &mut Lookout,
    watching: &Watching,
    back: impl Fn(&Lookout) -> bool,
) -> Result<(), Ended> {
    lookout.tell_watching(watching)?;
    let mut before: Option<Seen> = None;
    let mut looks = LOOKS_AFTER_A_CHANGE;
    loop {
        let marks = marks(lookout);
        if before.as_ref().is_none_or(|before| before.marks != marks) {
            looks = LOOKS_AFTER_A_CHANGE;
        }
        if looks > 0 {
            // Asked before reading: whoever has closed a file before this has written all of it.
            let written =
                lookout.is_new(before.as_ref()) && read::is_being_written(&lookout.path, &lookout.read());
            let read = lookout.read();
            let seen = Seen {
                marks,
                sources: read.sources.clone(),
            };
            if before.as_ref() != Some(&seen) {
                looks = LOOKS_AFTER_A_CHANGE;
            } else if !written && seen.marks == self::marks(lookout) {
                looks -= 1;
                lookout.take(read)?;
            }
            before = Some(seen);
        }
        if back(lookout) {
            return Ok(());
        }
        lookout.wait(BETWEEN_LOOKS)?;
    }
}

impl Lookout {
    /// Whether the last look has found what was not told yet.
    fn is_new(&self, seen: Option<&Seen>) -> bool {
        seen.is_some_and(|seen| seen.sources != *self.last)
    }

    /// Waits, unless the watch is dropped.
    fn wait(&self, span: Duration) -> Result<(), Ended> {
        let end = Instant::now() + span;
        loop {
            match self
                .wakes
                .recv_timeout(end.saturating_duration_since(Instant::now()))
            {
                // Left over from a way of watching that has ended.
                Ok(Wake::Event(_) | Wake::Failed(_)) => {}
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Ok(Wake::Stop) | Err(RecvTimeoutError::Disconnected) => return Err(Ended::Stopped),
            }
        }
    }
}

/// What changes when a file is saved. None where there is no file, or none that can be looked at.
type Mark = Option<(FileId, u64, Option<SystemTime>)>;

fn marks(lookout: &Lookout) -> Vec<Mark> {
    let folder = read::texts_folder(&lookout.path);
    let texts = lookout
        .names
        .iter()
        .map(|name| mark(&read::text_file(&folder, name)));
    std::iter::once(mark(&lookout.path)).chain(texts).collect()
}

fn mark(path: &Path) -> Mark {
    let metadata = std::fs::metadata(path).ok()?;
    Some((file_id(&metadata), metadata.len(), metadata.modified().ok()))
}

/// Device, number of the file, and when anything about it was changed last.
#[cfg(unix)]
type FileId = (u64, u64, i64, i64);
#[cfg(not(unix))]
type FileId = ();

#[cfg(unix)]
fn file_id(metadata: &std::fs::Metadata) -> FileId {
    use std::os::unix::fs::MetadataExt;

    (
        metadata.dev(),
        metadata.ino(),
        metadata.ctime(),
        metadata.ctime_nsec(),
    )
}

#[cfg(not(unix))]
fn file_id(_metadata: &std::fs::Metadata) -> FileId {}
