//! Journals on a real disk: what is written is there, whatever becomes of the file, and the right run is found again.
#![expect(clippy::disallowed_methods, reason = "a test")]

mod disk;
mod finding;
mod going_on;
mod locking;
mod trouble;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::journal;
use crate::programme::{CueId, Part, Place, StepId};
use crate::show::RecordingTrouble;
use crate::show::record::{Happened, Opened, RunState, VERSION};

/// Far longer than anything takes, also beside other tests.
const LONG: Duration = Duration::from_secs(20);

const SCRIPT: &str = "/apel/naskah.toml";

/// A folder for journals that still has to be made, and what is told to the loop.
struct Desk {
    _root: TempDir,
    journals: Journals,
    sender: Sender<Msg>,
    messages: Receiver<Msg>,
}

impl Desk {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let (sender, messages) = channel();
        Self {
            journals: Journals::at(root.path().join("ikrar").join("runs")),
            _root: root,
            sender,
            messages,
        }
    }

    fn folder(&self) -> &Path {
        self.journals.folder().unwrap()
    }

    fn path(&self, run: &str) -> PathBuf {
        self.journals.path(&RunId(run.into()), SCRIPT).unwrap()
    }

    fn begin(&self, run: &str) -> Journal {
        let run = RunId(run.into());
        Journal::begin(
            &self.journals,
            &run,
            SCRIPT,
            self.sender.clone(),
            Timekeeper::start(),
        )
    }

    /// What is told of the journal next.
    #[track_caller]
    fn told(&self) -> Recording {
        match self.messages.recv_timeout(LONG) {
            Ok(Msg::RecordingChanged { recording, .. }) => recording,
            other => panic!("{other:?}"),
        }
    }

    /// A run of these records as a program that was killed has left it.
    fn left_behind(&self, run: &str, records: &[Record]) -> PathBuf {
        let mut journal = self.begin(run);
        for record in records {
            journal.note(record);
        }
        drop(journal);
        self.path(run)
    }
}

/// The time of a record: so many hours after the first one of all. That one is of today, as the files are that these tests
/// write: a file of another day is no young one, whatever its records say.
fn hour(hours: i64) -> jiff::Timestamp {
    static FIRST: LazyLock<jiff::Timestamp> =
        LazyLock::new(|| jiff::Timestamp::from_second(jiff::Timestamp::now().as_second()).unwrap());
    *FIRST + jiff::SignedDuration::from_hours(hours)
}

fn record(number: u64, what: Happened) -> Record {
    Record {
        number,
        wall: hour(0),
        steady: number,
        what,
        now: RunState::default(),
        undoable: None,
        reading: Vec::new(),
    }
}

fn opened() -> Record {
    let opened = Opened {
        version: VERSION,
        program: "ikrar".to_owned(),
        script: SCRIPT.to_owned(),
        title: "Apel Uji".to_owned(),
        leader: None,
        pace: 90,
        two_presses: false,
    };
    record(1, Happened::Opened(Box::new(opened)))
}

fn moved(number: u64) -> Record {
    let mut moved = record(number, Happened::Moved);
    moved.now.place = Some(Place::beginning_of(CueId {
        step: StepId("ikrar".into()),
        part: Part::Clause(1),
    }));
    moved
}

/// So many records of a run.
fn run(length: u64) -> Vec<Record> {
    std::iter::once(opened()).chain((2..=length).map(moved)).collect()
}

/// What is in a journal; it must be whole.
#[track_caller]
fn records(path: &Path) -> Vec<Record> {
    let journal = journal::read(&fs::read(path).unwrap()).unwrap();
    assert_eq!((journal.torn, journal.spoiled), (0, 0));
    journal.records
}

/// What is in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn nothing_is_on_the_disk_before_something_has_happened() {
    let desk = Desk::new();
    let mut journal = desk.begin("run");
    assert_eq!(journal.write(), None);
    assert_eq!(journal.recording(), Recording::NotYet);
    drop(journal);
    assert!(!desk.folder().exists());
}

#[test]
fn what_was_written_is_in_the_file_at_once() {
    let desk = Desk::new();
    let mut journal = desk.begin("run");
    journal.note(&opened());
    assert!(!desk.folder().exists(), "noted is not written");
    assert_eq!(journal.write(), Some(Recording::Works));
    assert_eq!(records(&desk.path("run")), run(1));
    journal.note(&moved(2));
    journal.note(&moved(3));
    assert_eq!(journal.write(), None, "nothing has changed");
    assert_eq!(records(&desk.path("run")), run(3));
}

#[test]
fn the_file_is_named_after_the_run_and_its_script() {
    let desk = Desk::new();
    let path = desk.left_behind("20261122-033735-1a2b", &run(1));
    // printf %s /apel/naskah.toml | sha256sum
    assert_eq!(
        path.file_name().unwrap(),
        "20261122-033735-1a2b-cdb626c54bd4d1ae.jsonl"
    );
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;

    let desk = Desk::new();
    let path = desk.left_behind("run", &run(1));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(desk.folder()), mode(&path)), (0o700, 0o600));
    let Lock::Held(_held) = desk.journals.lock(SCRIPT) else {
        panic!("not held")
    };
    let lock = desk.folder().join(format!("{}.lock", key(SCRIPT)));
    assert_eq!(mode(&lock), 0o600);
}

#[test]
fn the_file_of_another_run_is_never_written_to() {
    let desk = Desk::new();
    let path = desk.left_behind("run", &run(2));
    let mut journal = desk.begin("run");
    journal.note(&opened());
    assert!(matches!(
        journal.write(),
        Some(Recording::Stopped(RecordingTrouble::Other(_)))
    ));
    drop(journal);
    assert_eq!(records(&path), run(2));
}

#[test]
fn two_runs_of_a_script_have_a_file_each() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.begin("one"), desk.begin("other"));
    for record in run(3) {
        one.note(&record);
        one.write();
        other.note(&record);
        other.write();
    }
    assert_eq!(records(&desk.path("one")), run(3));
    assert_eq!(records(&desk.path("other")), run(3));
}

#[test]
fn dropping_a_journal_writes_what_was_noted_and_ends_its_thread() {
    let desk = Desk::new();
    let mut journal = desk.begin("run");
    for record in run(3) {
        journal.note(&record);
    }
    journal.write();
    journal.note(&moved(4));
    let writer = Arc::downgrade(&journal.writer);
    drop(journal);
    assert_eq!(records(&desk.path("run")), run(4));
    assert!(writer.upgrade().is_none(), "the thread has it no more");
}
