//! What takes the file away, and what does not let it be written.

use std::sync::mpsc::TryRecvError;

use super::*;

#[test]
fn a_file_that_was_removed_is_written_anew_from_its_beginning() {
    let desk = Desk::new();
    let mut journal = desk.begin("run");
    for record in run(3) {
        journal.note(&record);
    }
    journal.write();
    fs::remove_file(desk.path("run")).unwrap();
    journal.note(&moved(4));
    assert_eq!(journal.write(), None);
    drop(journal);
    assert_eq!(records(&desk.path("run")), run(4));
    assert_eq!(names(desk.folder()).len(), 1, "nothing else is left behind");
}

#[cfg(unix)]
#[test]
fn a_file_that_was_written_anew_is_the_users_alone_and_is_gone_on_with() {
    use std::os::unix::fs::PermissionsExt as _;

    let desk = Desk::new();
    let path = desk.left_behind("run", &run(3));
    let Interrupted { left, .. } = desk.journals.interrupted(SCRIPT, hour(1)).unwrap();
    let mut journal = Journal::go_on(left, desk.sender.clone(), Timekeeper::start());
    fs::remove_dir_all(desk.folder()).unwrap();
    for number in 4..=9 {
        journal.note(&moved(number));
        journal.write();
        assert_eq!(records(&path), run(number));
    }
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    fs::remove_file(&path).unwrap();
    journal.note(&moved(10));
    journal.write();
    drop(journal);
    assert_eq!(records(&path), run(10));
}

#[test]
fn a_folder_that_was_removed_is_made_again() {
    let desk = Desk::new();
    let mut journal = desk.begin("run");
    for record in run(3) {
        journal.note(&record);
    }
    journal.write();
    fs::remove_dir_all(desk.folder().parent().unwrap()).unwrap();
    journal.note(&moved(4));
    journal.write();
    drop(journal);
    assert_eq!(records(&desk.path("run")), run(4));
}

#[cfg(unix)]
#[test]
fn another_file_at_the_place_of_ours_gives_way() {
    let desk = Desk::new();
    let mut journal = desk.begin("run");
    for record in run(3) {
        journal.note(&record);
    }
    journal.write();
    let copy = desk.folder().join("saved by an editor");
    fs::write(&copy, "half of it").unwrap();
    fs::rename(copy, desk.path("run")).unwrap();
    journal.note(&moved(4));
    journal.write();
    drop(journal);
    assert_eq!(records(&desk.path("run")), run(4));
}

/// A file in the place of the folder lets nothing be made in it, also by root.
#[test]
fn what_cannot_be_written_is_told_kept_and_written_as_soon_as_it_can_be() {
    let desk = Desk::new();
    fs::create_dir_all(desk.folder().parent().unwrap()).unwrap();
    fs::write(desk.folder(), "").unwrap();
    let mut journal = desk.begin("run");
    journal.note(&opened());
    assert!(matches!(
        journal.write(),
        Some(Recording::Stopped(RecordingTrouble::Other(_)))
    ));
    journal.note(&moved(2));
    assert_eq!(journal.write(), None, "it is told once");
    fs::remove_file(desk.folder()).unwrap();
    assert_eq!(desk.told(), Recording::Works);
    assert_eq!(records(&desk.path("run")), run(2));
    assert_eq!(journal.recording(), Recording::Works);
}

#[test]
fn a_file_that_is_gone_and_cannot_be_made_again_is_told_until_it_is_there() {
    let desk = Desk::new();
    let mut journal = desk.begin("run");
    journal.note(&opened());
    journal.write();
    fs::remove_dir_all(desk.folder()).unwrap();
    fs::write(desk.folder(), "").unwrap();
    journal.note(&moved(2));
    assert_eq!(journal.write(), None, "the file takes it, but nobody can find it");
    assert!(matches!(desk.told(), Recording::Stopped(_)));
    journal.note(&moved(3));
    assert_eq!(journal.write(), None);
    assert!(matches!(journal.recording(), Recording::Stopped(_)));
    fs::remove_file(desk.folder()).unwrap();
    assert_eq!(desk.told(), Recording::Works);
    assert_eq!(records(&desk.path("run")), run(3));
    journal.note(&moved(4));
    assert_eq!(journal.write(), None);
    assert_eq!(records(&desk.path("run")), run(4));
}

#[test]
fn without_a_place_for_journals_it_is_told_once_and_the_run_goes_on() {
    let desk = Desk::new();
    let nowhere = Journals::nowhere();
    let run = RunId("run".into());
    let mut journal = Journal::begin(&nowhere, &run, SCRIPT, desk.sender.clone(), Timekeeper::start());
    journal.note(&opened());
    let no_folder = Recording::Stopped(RecordingTrouble::NoFolder);
    assert_eq!(journal.write(), Some(no_folder));
    journal.note(&moved(2));
    assert_eq!(journal.write(), None);
    assert!(nowhere.interrupted(SCRIPT, hour(0)).is_none());
    assert!(matches!(nowhere.lock(SCRIPT), Lock::Impossible));
    assert!(nowhere.all().is_empty());
}

#[test]
fn after_the_end_of_a_run_nothing_is_told_of_its_journal() {
    let desk = Desk::new();
    let mut journal = desk.begin("run");
    journal.note(&opened());
    journal.write();
    fs::remove_dir_all(desk.folder()).unwrap();
    fs::write(desk.folder(), "").unwrap();
    journal.note(&moved(2));
    journal.write();
    drop(journal);
    let Desk { sender, messages, .. } = desk;
    drop(sender);
    // The channel is closed: there is no way left by which anything could be told.
    assert!(messages.try_iter().count() <= 1);
    assert_eq!(messages.try_recv(), Err(TryRecvError::Disconnected));
}

/// The limit is one of the whole process: this test plays the one below in another.
#[cfg(unix)]
#[test]
fn a_limit_of_the_files_size_ends_nothing_and_loses_nothing() {
    let ourselves = std::env::current_exe().unwrap();
    let name = "edge::journal::tests::trouble::in_a_process_with_a_limit_of_the_files_size";
    let output = std::process::Command::new(ourselves)
        .args(["--exact", name, "--ignored", "--nocapture"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("1 passed"), "{told}");
}

#[cfg(unix)]
#[test]
#[ignore = "played by the test above, in a process of its own"]
fn in_a_process_with_a_limit_of_the_files_size() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    survive_file_limits();
    let desk = Desk::new();
    let free = getrlimit(Resource::Fsize);
    let limit = |bytes| Rlimit {
        current: bytes,
        maximum: free.maximum,
    };
    setrlimit(Resource::Fsize, limit(Some(1000))).unwrap();
    let mut journal = desk.begin("run");
    let mut number = 0;
    while !matches!(journal.recording(), Recording::Stopped(_)) {
        number += 1;
        let record = if number == 1 { opened() } else { moved(number) };
        journal.note(&record);
        let told = journal.write();
        assert_eq!(told, (number == 1).then_some(Recording::Works));
        assert!(number < 100, "the limit is none");
    }
    let too_large = Recording::Stopped(RecordingTrouble::TooLarge);
    assert_eq!(desk.told(), too_large);
    journal.note(&moved(number + 1));
    assert_eq!(journal.write(), None);
    let torn = fs::read(desk.path("run")).unwrap();
    assert_eq!(torn.len(), 1000, "as much as may be is written");
    let whole = journal::read(&torn).unwrap().records;
    assert_eq!(whole, run(number - 1));
    setrlimit(Resource::Fsize, limit(free.current)).unwrap();
    assert_eq!(desk.told(), Recording::Works);
    assert_eq!(records(&desk.path("run")), run(number + 1));
}
