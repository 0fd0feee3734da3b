//! A journal that cannot be written, for its folder is gone or is none. The ceremony goes on, the leader is told, and when
//! it works again nothing is missing.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use ikrar::show::record::Happened;

use crate::counted::{RUN, begin, begun, folders, go_on, number};
use crate::offered::{kill, started_again};
use crate::program::words;
use crate::runs;
use crate::terminal::{LONG, Played};

/// Whether the leader is told that nothing is recorded.
pub(crate) fn is_told(played: &Played) -> bool {
    played.look(|seen| seen.shows(words().recording_stopped))
}

/// Waits until the leader is told no more that nothing is recorded: all that was kept until then is written by then.
#[track_caller]
pub(crate) fn until_it_works(played: &Played) {
    played.until_not_shown(words().recording_stopped);
}

/// Holds that the journal has every move up to the present one, in order.
#[track_caller]
pub(crate) fn assert_has_every_move(played: &Played, file: &Path) {
    let records = runs::whole(file);
    assert_eq!(Some(runs::moves(&records)), played.look(number));
}

/// Waits until something is so in the folder of another process, of which nobody tells.
#[track_caller]
pub(crate) fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < LONG, "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_folder_that_was_removed_is_made_again_with_all_that_was_recorded() {
    let folders = folders();
    let mut played = begun(&folders);
    go_on(&mut played, 3);
    let file = runs::only(&folders);
    for folder in [runs::folder(&folders), folders.state()] {
        fs::remove_dir_all(folder).unwrap();
        go_on(&mut played, 1);
        until("the journal is there again", || file.exists());
        go_on(&mut played, 2);
        assert_has_every_move(&played, &file);
    }
    let present = played.look(number);
    kill(played);
    let again = started_again(&folders, RUN);
    assert_eq!(again.look(number), present);
}

#[test]
fn a_file_in_the_place_of_the_folder_is_told_until_it_is_gone() {
    let folders = folders();
    let mut played = begun(&folders);
    go_on(&mut played, 3);
    let file = runs::only(&folders);
    let folder = runs::folder(&folders);
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "").unwrap();
    go_on(&mut played, 1);
    played.until_shown(words().recording_stopped);
    go_on(&mut played, 5);
    assert!(is_told(&played));
    fs::remove_file(&folder).unwrap();
    until_it_works(&played);
    assert_has_every_move(&played, &file);
    played.quit_from_running();
    let records = runs::whole(&file);
    assert_eq!(records.last().unwrap().what, Happened::Ended);
}

#[test]
fn a_file_in_the_place_of_the_folder_from_the_start_is_told_with_the_beginning() {
    let folders = folders();
    let folder = runs::folder(&folders);
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    fs::write(&folder, "").unwrap();
    let mut played = folders.play(RUN);
    begin(&mut played);
    played.until_shown(words().recording_stopped);
    go_on(&mut played, 3);
    fs::remove_file(&folder).unwrap();
    until_it_works(&played);
    assert_has_every_move(&played, &runs::only(&folders));
}
