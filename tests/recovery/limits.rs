//! A disk that is full, and a file that may not grow: only Linux lets a test have such a disk, and lift such a limit.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ikrar::lang::Lang;
use ikrar::show::RecordingTrouble;
use ikrar::show::record::Happened;
use rustix::process::{Resource, Rlimit, prlimit};

use crate::counted::{RUN, begin, begun, folders, go_on, number, until_number};
use crate::offered::{answer, is_offered, kill, started_again};
use crate::program::{Folders, words};
use crate::refused::{assert_has_every_move, is_told, until_it_works};
use crate::runs;
use crate::terminal::Played;

/// Far more moves than fit into what is left of a page of a file.
const MANY: usize = 60;

/// Moves on until the leader is told that nothing is recorded.
#[track_caller]
fn go_on_until_told(played: &mut Played) {
    for _ in 0..MANY {
        if is_told(played) {
            return;
        }
        go_on(played, 1);
    }
    panic!("never told: {:#?}", played.rows());
}

fn told(trouble: &RecordingTrouble) -> &'static str {
    (Lang::Id.words().screens.recording_trouble)(trouble).unwrap()
}

/// How a small disk of one's own is made, where that may be done.
fn own_mounts() -> &'static str {
    let folder = tempfile::tempdir().unwrap();
    let works = |way: &&str| {
        let mut command = Command::new("unshare");
        command
            .args([way, "mount", "-t", "tmpfs", "tmpfs"])
            .arg(folder.path());
        let status = command.stdin(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    let way = ["-Urm", "-m"].into_iter().find(works);
    way.expect(
        "this test needs a small disk of its own: run it as root, or where users may make namespaces \
         (`unshare -Urm mount -t tmpfs tmpfs /mnt` must work)",
    )
}

/// Starts the program where the user's state is on a disk of 128 KiB, which the test sees at the path given.
fn played_on_a_small_disk(folders: &Folders) -> (Played, PathBuf) {
    let way = own_mounts();
    let mount = "mount -t tmpfs -o size=128k tmpfs \"$XDG_STATE_HOME\"";
    let played = folders.play_shell(&format!(
        "exec unshare {way} /bin/sh -c '{mount} && exec \"$IKRAR\" {RUN}'"
    ));
    played.until_ready();
    let root = PathBuf::from(format!("/proc/{}/root", played.pid()));
    let state = root.join(folders.state().strip_prefix("/").unwrap());
    (played, state)
}

/// Fills what is left of a disk; gives the file that must be removed to make room.
fn filled(disk: &Path) -> PathBuf {
    let path = disk.join("ballast");
    let mut ballast = File::create(&path).unwrap();
    let error = loop {
        if let Err(error) = ballast.write_all(&[b'x'; 1024]) {
            break error;
        }
    };
    assert_eq!(error.kind(), ErrorKind::StorageFull);
    path
}

#[test]
#[ignore = "mounts a small disk, which not every system lets a user do; .ci/run plays it"]
fn on_a_full_disk_the_ceremony_goes_on_and_all_is_written_when_there_is_room() {
    let folders = folders();
    let (mut played, disk) = played_on_a_small_disk(&folders);
    begin(&mut played);
    go_on(&mut played, 3);
    assert!(!is_told(&played));
    let file = runs::only_in(&runs::folder_in(&disk));
    for _ in 0..2 {
        let ballast = filled(&disk);
        go_on_until_told(&mut played);
        played.until_shown(told(&RecordingTrouble::Full));
        go_on(&mut played, 5);
        assert!(is_told(&played));
        assert_eq!(runs::read(&file).spoiled, 0);

        fs::remove_file(ballast).unwrap();
        until_it_works(&played);
        assert_has_every_move(&played, &file);
        go_on(&mut played, 3);
        assert!(!is_told(&played));
        assert_has_every_move(&played, &file);
    }
    played.quit_from_running();
}

#[test]
#[ignore = "mounts a small disk, which not every system lets a user do; .ci/run plays it"]
fn a_disk_that_is_full_from_the_beginning_holds_up_nothing() {
    let folders = folders();
    let (mut played, disk) = played_on_a_small_disk(&folders);
    let ballast = filled(&disk);
    begin(&mut played);
    played.until_shown(words().recording_stopped);
    go_on(&mut played, 3);
    fs::remove_file(ballast).unwrap();
    until_it_works(&played);
    assert_has_every_move(&played, &runs::only_in(&runs::folder_in(&disk)));
    played.quit_from_running();
}

/// How large a file of the program may become.
fn limit(played: &Played, bytes: Option<u64>) {
    let limit = Rlimit {
        current: bytes,
        maximum: None,
    };
    prlimit(Some(played.pid()), Resource::Fsize, limit).unwrap();
}

#[test]
fn a_file_that_may_not_grow_ends_nothing_and_is_gone_on_with_when_it_may() {
    let folders = folders();
    let mut played = begun(&folders);
    go_on(&mut played, 3);
    let file = runs::only(&folders);
    // In the middle of a line.
    limit(&played, Some(fs::metadata(&file).unwrap().len() + 700));
    go_on_until_told(&mut played);
    played.until_shown(told(&RecordingTrouble::TooLarge));
    go_on(&mut played, 5);
    assert!(is_told(&played));
    assert_eq!(runs::read(&file).spoiled, 0);

    limit(&played, None);
    until_it_works(&played);
    assert_has_every_move(&played, &file);
    go_on(&mut played, 3);
    assert!(!is_told(&played));
    assert_has_every_move(&played, &file);
    played.quit_from_running();
}

#[test]
fn also_where_no_file_may_have_anything_in_it_from_the_start() {
    let folders = folders();
    let mut played = folders.play_shell(&format!("ulimit -S -f 0; exec \"$IKRAR\" {RUN}"));
    begin(&mut played);
    played.until_shown(words().recording_stopped);
    go_on(&mut played, 3);
    limit(&played, None);
    until_it_works(&played);
    assert_has_every_move(&played, &runs::only(&folders));
    played.quit_from_running();
}

#[test]
fn a_run_is_gone_on_with_also_where_nothing_can_be_written_yet() {
    let folders = folders();
    let mut played = begun(&folders);
    go_on(&mut played, 3);
    kill(played);
    let file = runs::only(&folders);
    let left = fs::read(&file).unwrap();
    let mut played = folders.play_shell(&format!("ulimit -S -f 0; exec \"$IKRAR\" {RUN}"));
    played.until("the offer", is_offered);
    answer(&mut played, "k");
    until_number(&played, 3);
    played.until_shown(words().recording_stopped);
    go_on(&mut played, 3);
    assert_eq!(
        fs::read(&file).unwrap(),
        left,
        "what was there is there as it was"
    );
    limit(&played, None);
    until_it_works(&played);
    assert_has_every_move(&played, &file);
    played.quit_from_running();
}

#[test]
fn what_was_written_before_the_disk_was_full_is_gone_on_with_after_a_kill() {
    let folders = folders();
    let mut played = begun(&folders);
    go_on(&mut played, 3);
    let file = runs::only(&folders);
    limit(&played, Some(fs::metadata(&file).unwrap().len() + 700));
    go_on_until_told(&mut played);
    go_on(&mut played, 5);
    kill(played);
    // The line that was begun is cut off, and the leader is told.
    let torn = runs::read(&file).torn;
    let recorded = runs::moves(&runs::read(&file).records);
    assert!(torn > 0 && recorded >= 3, "{torn} torn, {recorded} recorded");
    let mut played = started_again(&folders, RUN);
    let lost = (Lang::Id.words().resume.lost)(torn);
    assert!(played.look(|seen| seen.shows(&lost)), "{:#?}", played.rows());
    assert_eq!(played.look(number), Some(recorded));
    answer(&mut played, "k");
    until_number(&played, recorded);
    let records = runs::whole(&file);
    let cut = Happened::Cut { bytes: torn };
    assert!(
        records.iter().any(|record| record.what == cut),
        "the cut is in the journal"
    );
}
