//! Watching by what the system tells of the folders. Costs nothing while nothing happens in them.
//!
//! A file is read when whoever wrote it has closed it, or has put it there ready made: a file that is still being
//! written is never taken, not even because another was saved meanwhile. Systems that do not tell of closing get a
//! moment of quiet instead. So does what was opened before its folder was watched, unless `writers` knows who has it
//! open for writing: then its close is waited for, which is told as any other. Opening and reading is ignored, or our
//! own reading would wake us for ever.
#![expect(
    clippy::disallowed_methods,
    reason = "waiting needs the time, and a new file is looked at"
)]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, Flag, ModifyKind, RenameMode};
use notify::{Config, Event, EventKind, RecursiveMode, Watcher};

use super::folders::{Identity, surroundings};
use super::read::{Read, reason};
use super::{Ended, Lookout, Wake, writers};
use crate::script::{Contents, Source, Sources};
use crate::show::Watching;

/// How long a removed file may be away before it is missing, and how long a file must be quiet where the system does
/// not tell of closing.
const QUIET: Duration = Duration::from_millis(50);

/// How long after reading nothing may be told of the files, so that a save that began meanwhile is waited for; where it
/// cannot be known that all was told.
const SETTLED: Duration = Duration::from_millis(5);

/// Whether the system tells when a file that was written is closed.
const TELLS_OF_CLOSING: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// How often the folders may change under our hands before we take them as they are.
const MOST_ROUNDS: usize = 8;

/// Watches until nobody listens, or the system cannot.
pub(super) fn listen(lookout: &mut Lookout) -> Ended {
    let wake = lookout.wake.clone();
    match notify::recommended_watcher(move |told| forward(told, &wake)) {
        Ok(watcher) => listen_by(watcher, lookout),
        Err(error) => Ended::CannotWatch(why(&error)),
    }
}

/// The same, by a given watcher.
fn listen_by(watcher: impl Watcher, lookout: &mut Lookout) -> Ended {
    match Telling::new(watcher).run(lookout) {
        Ok(()) => Ended::Stopped,
        Err(ended) => ended,
    }
}

fn forward(told: notify::Result<Event>, wake: &Sender<Wake>) {
    let waking = match told {
        Ok(event) if is_idle(event.kind) => return,
        Ok(event) => Wake::Event(event),
        Err(error) => Wake::Failed(why(&error)),
    };
    // Nobody there: we are about to be dropped.
    let _ = wake.send(waking);
}

/// Reading, and the second telling of a rename whose two halves came before it.
fn is_idle(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Read | AccessKind::Close(AccessMode::Read)) => true,
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => TELLS_OF_CLOSING,
        _ => false,
    }
}

/// The reason in the system's words, where it has some.
fn why(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::Io(error) => reason(error),
        notify::ErrorKind::Generic(words) => words.clone(),
        // Without the paths, which come in the spelling of a debugger: the sentence is about the folder anyway.
        _ => {
            let words = error.to_string();
            let reason = words.split_once(" about ").map_or(&*words, |(reason, _)| reason);
            reason.trim_end_matches('.').to_owned()
        }
    }
}

/// What keeps a file from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// It is being written, and its close will be told.
    Written,
    /// It has just been made. Whoever makes a file by opening it is told to have opened it next; a file that was put
    /// there ready made is not, and may be read at this time.
    Made(Instant),
    /// It may be read at this time, if nothing more is heard of it.
    Until(Instant),
}

struct Telling<W> {
    watcher: W,
    watched: BTreeMap<PathBuf, Identity>,
    /// The entries that matter.
    entries: BTreeSet<PathBuf>,
    /// Of any file in the folders: one that does not matter may be renamed to one that does while it is being written.
    holds: HashMap<PathBuf, Hold>,
    /// The first half of a rename, and whether the file was being written.
    moved: Option<(usize, bool)>,
    /// Whether something that matters has changed since we read.
    unread: bool,
    /// What was read, and when it may be taken if nothing more is heard.
    read: Option<(Read, Instant)>,
}

impl<W: Watcher> Telling<W> {
    fn new(watcher: W) -> Self {
        Self {
            watcher,
            watched: BTreeMap::new(),
            entries: BTreeSet::new(),
            holds: HashMap::new(),
            moved: None,
            // What happened before we watched was told by nobody.
            unread: true,
            read: None,
        }
    }

    fn run(&mut self, lookout: &mut Lookout) -> Result<(), Ended> {
        self.follow(lookout)?;
        lookout.tell_watching(&Watching::Told)?;
        loop {
            let woken = match self.next_step() {
                None => lookout.wakes.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(at) => lookout
                    .wakes
                    .recv_timeout(at.saturating_duration_since(Instant::now())),
            };
            match woken {
                Ok(Wake::Event(event)) => self.notice(&event),
                Ok(Wake::Failed(reason)) => return Err(Ended::CannotWatch(reason)),
                Err(RecvTimeoutError::Timeout) => self.step(lookout)?,
                Ok(Wake::Stop) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }

    /// When there is something to do, if nothing is heard before.
    fn next_step(&self) -> Option<Instant> {
        if let Some((_, at)) = &self.read {
            return Some(*at);
        }
        if !self.unread {
            return None;
        }
        let mut latest = Instant::now();
        for (path, hold) in &self.holds {
            match hold {
                // Its close comes as an event.
                Hold::Written if self.entries.contains(path) => return None,
                Hold::Made(at) if self.entries.contains(path) => latest = latest.max(*at),
                Hold::Until(at) => latest = latest.max(*at),
                Hold::Written | Hold::Made(_) => {}
            }
        }
        Some(latest)
    }

    /// Nothing was heard until the time of `next_step`.
    fn step(&mut self, lookout: &mut Lookout) -> Result<(), Ended> {
        if let Some((read, _)) = self.read.take() {
            lookout.take(read)?;
            // The script may name other texts now; what happened to them before we watched was told by nobody.
            self.unread = self.follow(lookout)?;
            return Ok(());
        }
        self.holds.retain(|_, hold| *hold == Hold::Written);
        self.unread = self.follow(lookout)?;
        if self.unread {
            return Ok(());
        }
        let read = lookout.read();
        let at_once = is_whole(&read, &lookout.last) && self.all_is_told();
        let settled = if at_once { Duration::ZERO } else { SETTLED };
        self.read = Some((read, Instant::now() + settled));
        Ok(())
    }

    /// Waits until all that has happened so far was told, and lies in our channel before anything else. Whether this is
    /// possible: on Linux the thread that tells answers a question between two looks at what the system has noted, and the
    /// system notes a change before whoever makes it goes on. The first answer may come in the midst of a look, the
    /// second comes after it.
    fn all_is_told(&mut self) -> bool {
        cfg!(target_os = "linux") && (0..2).all(|_| self.watcher.configure(Config::default()).is_ok())
    }

    /// Watches the folders as they are now, and says whether anything is new.
    fn follow(&mut self, lookout: &Lookout) -> Result<bool, Ended> {
        let mut anything_new = false;
        let mut newly_watched = BTreeSet::new();
        for _ in 0..MOST_ROUNDS {
            let around = surroundings(&lookout.place, &lookout.names)
                .map_err(|error| Ended::FolderGone(reason(&error)))?;
            anything_new |= around.entries != self.entries;
            self.entries = around.entries;
            if around.folders == self.watched {
                break;
            }
            anything_new = true;
            let old = self
                .watched
                .iter()
                .filter(|(folder, identity)| around.folders.get(*folder) != Some(identity));
            for folder in old.map(|(folder, _)| folder.clone()).collect::<Vec<_>>() {
                self.forget(&folder);
            }
            for (folder, identity) in around.folders {
                if self.watched.contains_key(&folder) {
                    continue;
                }
                match self.watcher.watch(&folder, RecursiveMode::NonRecursive) {
                    Ok(()) => {
                        // Its files may be half written, and go on being told now.
                        self.holds
                            .insert(folder.clone(), Hold::Until(Instant::now() + QUIET));
                        newly_watched.insert(folder.clone());
                        self.watched.insert(folder, identity);
                    }
                    // Gone again between two looks: the next round sees it.
                    Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {}
                    Err(error) => return Err(Ended::CannotWatch(why(&error))),
                }
            }
            // Once more: a folder may have been exchanged before its watch began.
        }
        if TELLS_OF_CLOSING {
            self.hold_what_was_open(&newly_watched);
        }
        Ok(anything_new)
    }

    /// Holds what was opened for writing before its folder was watched. Asked after the watch began, so that the close
    /// of whatever is found is still to be told.
    fn hold_what_was_open(&mut self, folders: &BTreeSet<PathBuf>) {
        // Of a link nothing is told but that it is exchanged; the file that it leads to is an entry of its own.
        let is_within = |entry: &&PathBuf| {
            entry.parent().is_some_and(|folder| folders.contains(folder)) && !entry.is_symlink()
        };
        let entries: BTreeSet<PathBuf> = self.entries.iter().filter(is_within).cloned().collect();
        if !entries.is_empty() {
            let written = writers::being_written(&entries);
            self.holds
                .extend(written.into_iter().map(|entry| (entry, Hold::Written)));
        }
    }

    fn forget(&mut self, folder: &Path) {
        self.watched.remove(folder);
        // The watcher may have forgotten it by itself.
        let _ = self.watcher.unwatch(folder);
    }

    fn notice(&mut self, event: &Event) {
        if event.flag() == Some(Flag::Rescan) {
            return self.notice_all();
        }
        for path in &event.paths {
            if self.watched.contains_key(path) && is_gone(event.kind) {
                // Forgotten even where it is there again: the watch was on the one that went.
                self.forget(path);
                self.touched(path, Some(Hold::Until(Instant::now() + QUIET)));
            } else if TELLS_OF_CLOSING {
                self.notice_exactly(event, path);
            } else if !matches!(event.kind, EventKind::Access(_)) {
                self.touched(path, Some(Hold::Until(Instant::now() + QUIET)));
            }
        }
    }

    /// Some events were lost: nothing is known any more.
    fn notice_all(&mut self) {
        for folder in self.watched.keys().cloned().collect::<Vec<_>>() {
            self.forget(&folder);
        }
        self.holds.clear();
        let quiet = Hold::Until(Instant::now() + QUIET);
        self.holds
            .extend(self.entries.iter().map(|entry| (entry.clone(), quiet)));
        self.unread = true;
        self.read = None;
    }

    /// Where closing is told, every event says what has become of the file.
    fn notice_exactly(&mut self, event: &Event, path: &Path) {
        let soon = Instant::now() + QUIET;
        match event.kind {
            EventKind::Modify(ModifyKind::Data(_)) => self.touched(path, Some(Hold::Written)),
            EventKind::Access(AccessKind::Open(_)) => {
                // Of all that open it, only the one that made it matters.
                if matches!(self.holds.get(path), Some(Hold::Made(_))) {
                    self.touched(path, Some(Hold::Written));
                }
            }
            EventKind::Create(CreateKind::File) if !is_ready_made(path) => {
                self.touched(path, Some(Hold::Made(soon)));
            }
            EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Create(_) => {
                self.touched(path, None);
            }
            EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
                let written = self.holds.get(path) == Some(&Hold::Written);
                self.moved = event.tracker().map(|tracker| (tracker, written));
                self.touched(path, Some(Hold::Until(soon)));
            }
            EventKind::Modify(ModifyKind::Name(_)) => {
                let moved = self
                    .moved
                    .take_if(|(tracker, _)| event.tracker() == Some(*tracker));
                let written = moved.is_some_and(|(_, written)| written);
                self.touched(path, written.then_some(Hold::Written));
            }
            EventKind::Remove(_) => self.touched(path, Some(Hold::Until(soon))),
            // Rights, times: the file is as ready as it was.
            EventKind::Modify(ModifyKind::Metadata(_)) => {
                let hold = self.holds.get(path).copied();
                self.touched(path, hold);
            }
            EventKind::Access(_) => {}
            EventKind::Any | EventKind::Other | EventKind::Modify(_) => {
                self.touched(path, Some(Hold::Until(soon)));
            }
        }
    }

    /// Something has become of a file, and this holds it from being read.
    fn touched(&mut self, path: &Path, hold: Option<Hold>) {
        let matters = self.entries.contains(path)
            || self.watched.contains_key(path)
            || self.entries.iter().any(|entry| entry.starts_with(path));
        match hold {
            Some(hold) if matters || !matches!(hold, Hold::Until(_)) => {
                self.holds.insert(path.to_owned(), hold);
            }
            _ => {
                self.holds.remove(path);
            }
        }
        if matters {
            self.unread = true;
            self.read = None;
        }
    }
}

/// Whether nothing that was read looks as if somebody were in the midst of exchanging it: what is renamed or emptied is
/// seen to be gone a moment before the system notes it.
fn is_whole(read: &Read, last: &Sources) -> bool {
    let is_filled = |source: &Source| matches!(&source.contents, Contents::Bytes(bytes) if !bytes.is_empty());
    let Sources { script, texts } = &read.sources;
    let is_kept = |name: &String| texts.contains_key(name) || !read.names.contains(name);
    is_filled(script) && texts.values().all(is_filled) && last.texts.keys().all(is_kept)
}

fn is_gone(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From))
    )
}

/// Whether a new entry is a link to something that was written elsewhere.
fn is_ready_made(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file() || has_other_names(&metadata))
}

#[cfg(unix)]
fn has_other_names(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    metadata.nlink() > 1
}

#[cfg(not(unix))]
fn has_other_names(_metadata: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use notify::{EventHandler, WatcherKind};

    use super::super::{WatchStyle, read_sources};
    use super::*;
    use crate::edge::{Outlet, Timekeeper};
    use crate::show::Msg;

    const LONG: Duration = Duration::from_secs(20);

    /// A watcher of a system that has no watch left for any folder.
    struct Refusing;

    impl Watcher for Refusing {
        fn new<F: EventHandler>(_handler: F, _config: Config) -> notify::Result<Self> {
            Ok(Self)
        }

        fn watch(&mut self, _folder: &Path, _mode: RecursiveMode) -> notify::Result<()> {
            Err(notify::Error::generic("no watch is left"))
        }

        fn unwatch(&mut self, _folder: &Path) -> notify::Result<()> {
            Ok(())
        }

        fn kind() -> WatcherKind {
            WatcherKind::NullWatcher
        }
    }

    #[test]
    fn a_reason_is_told_in_words_alone() {
        let full = notify::Error::new(notify::ErrorKind::MaxFilesWatch).add_path("/tmp/apel".into());
        assert_eq!(why(&full), "OS file watch limit reached");
        let refused = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        assert_eq!(why(&notify::Error::io(refused)), "permission denied");
    }

    #[test]
    fn a_folder_that_cannot_be_watched_is_looked_at_and_the_reason_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("apel.toml");
        std::fs::write(&script, "title = \"Apel\"").unwrap();
        let (sender, messages) = channel();
        let lookout = Lookout::new(
            &script,
            WatchStyle::default(),
            read_sources(&script),
            Outlet::new(sender),
            Timekeeper::start(),
        )
        .unwrap();
        let stop = lookout.wake.clone();
        let thread = std::thread::Builder::new()
            .spawn(move || lookout.run(|lookout| listen_by(Refusing, lookout)))
            .unwrap();
        let Ok(Msg::WatchChanged { watching, .. }) = messages.recv_timeout(LONG) else {
            panic!("nothing is told of the watch")
        };
        assert_eq!(
            watching,
            Watching::LookingForWantOf("no watch is left".to_owned())
        );
        std::fs::write(&script, "title = \"Upacara\"").unwrap();
        let Ok(Msg::SourcesSaved { sources, .. }) = messages.recv_timeout(LONG) else {
            panic!("no save")
        };
        assert_eq!(*sources, read_sources(&script));
        stop.send(Wake::Stop).unwrap();
        thread.join().unwrap();
    }
}
