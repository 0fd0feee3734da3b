//! The journals of a test's own user, read as whole.

use std::fs;
use std::path::{Path, PathBuf};

use ikrar::journal::{self, Journal};
use ikrar::show::record::{Happened, Record};

use crate::program::Folders;

/// The folder of the journals within the user's state.
pub(crate) fn folder_in(state: &Path) -> PathBuf {
    state.join("ikrar/runs")
}

/// The folder of the journals.
pub(crate) fn folder(folders: &Folders) -> PathBuf {
    folder_in(&folders.state())
}

/// The files of the journals in a folder, by their names: the oldest first.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .collect();
    files.sort();
    files
}

/// The one journal that there is.
#[track_caller]
pub(crate) fn only(folders: &Folders) -> PathBuf {
    only_in(&folder(folders))
}

/// The one journal of a folder.
#[track_caller]
pub(crate) fn only_in(folder: &Path) -> PathBuf {
    match &files_in(folder)[..] {
        [only] => only.clone(),
        files => panic!("not one journal: {files:?}"),
    }
}

/// A journal as it stands in its file.
#[track_caller]
pub(crate) fn read(file: &Path) -> Journal {
    journal::read(&fs::read(file).unwrap()).unwrap()
}

/// The records of a journal of which no byte is lost, and which counts without a gap.
#[track_caller]
pub(crate) fn whole(file: &Path) -> Vec<Record> {
    let journal = read(file);
    assert_eq!((journal.torn, journal.spoiled), (0, 0), "{}", file.display());
    assert!(journal.ends_line, "{}", file.display());
    assert_counts(&journal.records);
    journal.records
}

/// Holds that records count from one without a gap.
#[track_caller]
pub(crate) fn assert_counts(records: &[Record]) {
    let numbers: Vec<u64> = records.iter().map(|record| record.number).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
}

/// How many moves forward are among the records.
pub(crate) fn moves(records: &[Record]) -> usize {
    let moves = records.iter().filter(|record| record.what == Happened::Moved);
    moves.count()
}
