//! The runs as text and JSON, and the one way in which they are deleted.

use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::mpsc::channel;

use ikrar::edge::journal::Held;
use ikrar::edge::{Journal, Journals, Lock, Timekeeper};
use ikrar::lang::Lang;
use ikrar::programme::{CueId, Part, Place, StepId};
use ikrar::show::record::{Accepted, AcceptedFile, Happened, Opened, Record, RunState, VERSION};
use ikrar::slide::RunId;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::program::{Folders, SCRIPT, TEXT};

const NAME: &str = "/apel/\u{1b}[31mnaskah.toml";

fn record(number: u64, wall: Timestamp, what: Happened) -> Record {
    Record {
        number,
        wall,
        steady: 0,
        what,
        now: RunState::default(),
        undoable: None,
        reading: Vec::new(),
    }
}

/// The records of a run that was begun at some time, of a script in some zone.
fn begun(wall: Timestamp, script: &str) -> Vec<Record> {
    let opened = Opened {
        version: VERSION,
        program: "ikrar".to_owned(),
        script: NAME.to_owned(),
        title: "Apel Uji".to_owned(),
        leader: None,
        pace: 90,
        two_presses: false,
    };
    let file = |text: &str| AcceptedFile {
        name: "naskah".to_owned(),
        sha256: String::new(),
        text: text.to_owned(),
    };
    let accepted = Accepted {
        script: file(script),
        texts: [("naskah".to_owned(), file(TEXT))].into(),
    };
    vec![
        record(1, wall, Happened::Opened(Box::new(opened))),
        record(2, wall, Happened::Sources(Box::new(accepted))),
    ]
}

/// The last record of a run: at the second clause of the ikrar.
fn last(wall: Timestamp, what: Happened, finished: bool) -> Record {
    let mut last = record(3, wall, what);
    let cue = CueId {
        step: StepId("ikrar".into()),
        part: Part::Clause(2),
    };
    last.now.place = Some(Place::beginning_of(cue));
    last.now.finished = finished;
    last
}

fn journals(folders: &Folders) -> Journals {
    Journals::at(folders.path("../state/ikrar/runs"))
}

/// Leaves a run behind, whose file was written last when its last record was made.
fn leave(folders: &Folders, name: &str, records: &[Record]) -> PathBuf {
    let journals = journals(folders);
    let (sender, _messages) = channel();
    let run = RunId(name.into());
    let mut journal = Journal::begin(&journals, &run, NAME, sender, Timekeeper::start());
    for record in records {
        journal.note(record);
    }
    drop(journal);
    let entries = fs::read_dir(journals.folder().unwrap()).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths = paths.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(name));
    let path = paths.next().unwrap();
    let file = File::options().write(true).open(&path).unwrap();
    file.set_modified(records.last().unwrap().wall.into()).unwrap();
    path
}

fn held(folders: &Folders) -> Held {
    match journals(folders).lock(NAME) {
        Lock::Held(held) => held,
        other => panic!("not held: {other:?}"),
    }
}

fn days_ago(days: i64) -> Timestamp {
    Timestamp::now() - SignedDuration::from_hours(24 * days)
}

fn text(folders: &Folders, arguments: &[&str]) -> String {
    let output = folders.run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(folders: &Folders) -> Vec<Value> {
    serde_json::from_str(&text(folders, &["riwayat", "--format", "json"])).unwrap()
}

/// What is said of a time of day is in the zone of the ceremony: eight hours from UTC here.
fn in_wita() -> String {
    SCRIPT.replace("leader = \"pembina\"", "leader = \"pembina\"\nzone = \"WITA\"")
}

#[test]
fn where_nothing_was_run_that_is_said() {
    let folders = Folders::empty();
    assert_eq!(
        text(&folders, &["runs"]),
        format!("{}\n", Lang::Id.words().commands.no_runs)
    );
    assert_eq!(json(&folders), Vec::<Value>::new());
    let said = text(&folders, &["runs", "--delete-old"]);
    assert_eq!(
        said,
        format!("{}\n", (Lang::Id.words().commands.no_old_runs)(400))
    );
}

#[test]
fn each_run_is_told_with_its_time_and_how_it_stands() {
    let folders = Folders::empty();
    // Whenever these tests are run: what is old is told apart.
    folders.settings("keep_runs = 10000\n");
    let words = &Lang::Id.words().commands;
    let wall: Timestamp = "2026-11-20T23:30:00Z".parse().unwrap();
    let hour = SignedDuration::from_hours(1);
    let runs = [
        ("1-interrupted", Happened::Moved, false),
        ("2-given-up", Happened::Ended, false),
        ("3-finished", Happened::Ended, true),
        ("4-at-the-end", Happened::Moved, true),
    ];
    let mut wall = wall;
    for (name, what, finished) in runs {
        let records = [begun(wall, &in_wita()), vec![last(wall, what, finished)]].concat();
        leave(&folders, name, &records);
        wall += hour;
    }
    leave(&folders, "5-before", &begun(wall, SCRIPT));
    let broken = leave(&folders, "6-broken", &begun(wall + hour, SCRIPT));
    fs::write(&broken, "nothing of ours").unwrap();
    let file = File::options().write(true).open(&broken).unwrap();
    file.set_modified((wall + hour).into()).unwrap();
    let table = text(&folders, &["runs"]);
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].starts_with(words.runs_columns[0]), "{table}");
    let place = "“Pembacaan ikrar”, butir 2";
    let expected = [
        words.run_unreadable.to_owned(),
        words.run_interrupted_before.to_owned(),
        words.run_interrupted_at_end.to_owned(),
        words.run_finished.to_owned(),
        (words.run_given_up)(Some(place)),
        (words.run_interrupted)(Some(place)),
    ];
    for (line, stands) in lines[1..].iter().zip(&expected) {
        assert!(line.contains(stands), "{line}: {stands}");
    }
    assert!(lines[6].starts_with("21 November 2026 07.30 WITA"), "{table}");
    // Without a zone in the script, that of a script which says nothing.
    assert!(lines[2].starts_with("21 November 2026 10.30 WIB"), "{table}");
    assert!(
        lines[6].contains("Apel Uji") && lines[6].ends_with("  /apel/\u{fffd}[31mnaskah.toml"),
        "{table}"
    );
    let told_folder = lines.last().unwrap();
    assert!(told_folder.ends_with("state/ikrar/runs"), "{told_folder}");
    assert!(!table.contains('\u{1b}'), "nothing of a file steers a terminal");
    let english = text(&folders, &["runs", "--lang", "en"]);
    assert!(english.contains("interrupted at “Pembacaan ikrar”"), "{english}");
}

#[test]
fn a_run_that_is_open_is_told_as_such() {
    let folders = Folders::empty();
    let wall = days_ago(0);
    let records = [begun(wall, SCRIPT), vec![last(wall, Happened::Moved, false)]].concat();
    leave(&folders, "run", &records);
    let is_open = || text(&folders, &["runs"]).contains(Lang::Id.words().commands.run_is_open);
    assert!(!is_open());
    assert_eq!(json(&folders)[0]["running"], false);
    let looked_at = held(&folders);
    assert!(!is_open(), "only its script is open");
    drop(looked_at);
    let lock = journals(&folders).lock_run(&RunId("run".into()), NAME);
    assert!(matches!(lock, Lock::Held(_)));
    assert!(is_open());
    assert_eq!(json(&folders)[0]["running"], true);
}

#[test]
fn json_has_its_documented_keys() {
    let folders = Folders::empty();
    let wall: Timestamp = "2020-01-01T00:00:00Z".parse().unwrap();
    let records = [begun(wall, SCRIPT), vec![last(wall, Happened::Ended, true)]].concat();
    let path = leave(&folders, "run", &records);
    let bytes = fs::metadata(&path).unwrap().len();
    let expected = serde_json::json!({
        "name": "run", "path": json(&folders)[0]["path"], "script": "/apel/\u{fffd}[31mnaskah.toml", "title": "Apel Uji",
        "begun": "2020-01-01T00:00:00Z", "last": "2020-01-01T00:00:00Z", "running": false, "ended": true,
        "finished": true, "records": 3, "bytes": bytes, "deletable": true,
    });
    assert_eq!(json(&folders), [expected]);
    let told = json(&folders)[0]["path"].as_str().unwrap().to_owned();
    assert_eq!(fs::canonicalize(told).unwrap(), fs::canonicalize(&path).unwrap());
    fs::write(&path, "").unwrap();
    let broken = &json(&folders)[0];
    for key in ["script", "title", "begun", "last", "ended", "finished", "records"] {
        assert_eq!(broken[key], Value::Null, "{key}");
    }
}

#[test]
fn only_runs_that_are_older_than_the_settings_say_are_deleted_and_only_when_that_is_asked_for() {
    let folders = Folders::empty();
    let words = &Lang::Id.words().commands;
    let left = |name: &str, days: i64| {
        let wall = days_ago(days);
        let records = [begun(wall, SCRIPT), vec![last(wall, Happened::Ended, true)]].concat();
        leave(&folders, name, &records)
    };
    let (young, old, older) = (left("young", 399), left("old", 401), left("older", 500));
    let deletable = || -> Vec<Value> {
        json(&folders)
            .into_iter()
            .map(|one| one["deletable"].clone())
            .collect()
    };
    assert_eq!(deletable(), [false, true, true]);
    let told = text(&folders, &["runs"]);
    let (new, told_old) = told.split_once(&(words.old_runs)(400)).unwrap();
    assert_eq!(
        (
            new.matches("Apel Uji").count(),
            told_old.matches("Apel Uji").count()
        ),
        (1, 2)
    );
    assert!(young.exists() && old.exists() && older.exists());
    let said = text(&folders, &["runs", "--delete-old"]);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.contains("old-") && said.contains("older-"), "{said}");
    assert!(young.exists() && !old.exists() && !older.exists());
    folders.settings("keep_runs = 398\n");
    assert_eq!(deletable(), [true]);
    text(&folders, &["runs", "--delete-old"]);
    assert!(!young.exists());
}

#[test]
fn a_run_whose_script_is_held_is_not_deleted() {
    let folders = Folders::empty();
    let wall = days_ago(500);
    let path = leave(&folders, "run", &begun(wall, SCRIPT));
    let held = held(&folders);
    let output = folders.run(&["runs", "--delete-old"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(Lang::Id.words().commands.run_is_open), "{said}");
    assert!(path.exists());
    drop(held);
    text(&folders, &["runs", "--delete-old"]);
    assert!(!path.exists());
}

#[test]
fn what_is_deleted_is_not_printed_as_json() {
    let output = Folders::empty().run(&["runs", "--delete-old", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
}
