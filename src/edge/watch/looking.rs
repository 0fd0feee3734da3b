//! Watching by looking once a second: as asked, on networks, and where the system cannot tell.
//!
//! A look asks for the marks of the files only; they are read when a mark has changed, and taken when the marks stay
//! the same for a moment.
#![expect(
    clippy::disallowed_methods,
    reason = "waiting needs the time, and files are looked at"
)]

use std::path::Path;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant, SystemTime};

use super::folders::surroundings;
use super::{Ended, Lookout, Noticed, read};
use crate::show::Watching;

const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// How long the marks must stay the same.
const QUIET: Duration = Duration::from_millis(50);

/// How often the files are read after a change even if no mark changes: a stick for cameras keeps times to two seconds,
/// and a save may leave the size as it was.
const LOOKS_AFTER_A_CHANGE: u8 = 3;

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
    let mut taken = Vec::new();
    let mut looks = LOOKS_AFTER_A_CHANGE;
    loop {
        let marks = marks(lookout);
        let changed = marks != taken;
        if changed {
            looks = LOOKS_AFTER_A_CHANGE;
            lookout.wait(QUIET)?;
        }
        // Marks that changed meanwhile are left to the next look.
        if looks > 0 && marks == self::marks(lookout) {
            looks -= u8::from(!changed);
            let read = lookout.read();
            if marks == self::marks(lookout) {
                lookout.take(read)?;
                taken = self::marks(lookout);
            }
        }
        if back(lookout) {
            return Ok(());
        }
        lookout.wait(BETWEEN_LOOKS)?;
    }
}

impl Lookout {
    /// Waits, unless the watch is dropped.
    fn wait(&self, span: Duration) -> Result<(), Ended> {
        let end = Instant::now() + span;
        loop {
            match self
                .noticed
                .recv_timeout(end.saturating_duration_since(Instant::now()))
            {
                // Left over from a way of watching that has ended.
                Ok(Noticed::Event(_) | Noticed::Failed(_)) => {}
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Ok(Noticed::Stop) | Err(RecvTimeoutError::Disconnected) => return Err(Ended::Stopped),
            }
        }
    }
}

/// What changes when a file is saved. None where there is no file, or none that can be looked at.
type Mark = Option<(Place, u64, Option<SystemTime>)>;

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
    Some((place(&metadata), metadata.len(), metadata.modified().ok()))
}

/// Device, number of the file, and when anything about it was changed last.
#[cfg(unix)]
type Place = (u64, u64, i64, i64);
#[cfg(not(unix))]
type Place = ();

#[cfg(unix)]
fn place(metadata: &std::fs::Metadata) -> Place {
    use std::os::unix::fs::MetadataExt;

    (
        metadata.dev(),
        metadata.ino(),
        metadata.ctime(),
        metadata.ctime_nsec(),
    )
}

#[cfg(not(unix))]
fn place(_metadata: &std::fs::Metadata) -> Place {}
