//! One script, run twice at once.

use std::fs;

use ikrar::show::record::Happened;

use crate::counted::{RUN, begun, folders, go_on, number, until_number};
use crate::offered::{is_offered, kill, started_again};
use crate::program::{ENTER, words};
use crate::refused::until;
use crate::runs;

#[test]
fn the_second_is_told_is_offered_nothing_and_has_a_journal_of_its_own() {
    let folders = folders();
    let mut first = begun(&folders);
    go_on(&mut first, 3);
    let mut second = folders.play(RUN);
    second.until_shown(words().runs_elsewhere);
    assert!(!second.look(is_offered));
    second.press(ENTER);
    until_number(&second, 0);
    for _ in 0..5 {
        go_on(&mut second, 1);
        go_on(&mut first, 1);
    }
    let files = runs::files_in(&runs::folder(&folders));
    let mut moves: Vec<usize> = files.iter().map(|file| runs::moves(&runs::whole(file))).collect();
    moves.sort_unstable();
    assert_eq!(moves, [5, 8]);
    second.quit_from_running();
    first.quit_from_running();
    for file in files {
        assert_eq!(runs::whole(&file).last().unwrap().what, Happened::Ended);
    }
}

#[test]
fn once_the_first_has_ended_nobody_is_told_any_more() {
    let folders = folders();
    let mut first = folders.play(RUN);
    first.until_ready();
    first.quit();
    let second = folders.play(RUN);
    second.until_ready();
    assert!(!second.look(|seen| seen.shows(words().runs_elsewhere)));
}

#[test]
fn once_the_first_was_killed_its_run_is_offered_at_once() {
    let folders = folders();
    let mut first = begun(&folders);
    go_on(&mut first, 3);
    kill(first);
    let second = started_again(&folders, RUN);
    assert!(!second.look(|seen| seen.shows(words().runs_elsewhere)));
    assert_eq!(second.look(number), Some(3));
}

#[test]
fn a_run_that_goes_on_is_never_offered_also_when_the_first_has_ended() {
    let folders = folders();
    let mut first = begun(&folders);
    let mut second = begun(&folders);
    go_on(&mut second, 4);
    first.quit_from_running();
    // What the first had is free; the second still has its own.
    let third = folders.play(RUN);
    third.until_ready();
    assert!(!third.look(is_offered));
    assert!(third.look(|seen| seen.shows(words().runs_elsewhere)));
    kill(second);
    kill(third);
    let again = started_again(&folders, RUN);
    assert_eq!(again.look(number), Some(4));
}

#[test]
fn a_run_whose_folder_was_removed_is_still_never_offered() {
    let folders = folders();
    let mut first = begun(&folders);
    go_on(&mut first, 3);
    let file = runs::only(&folders);
    fs::remove_dir_all(runs::folder(&folders)).unwrap();
    go_on(&mut first, 1);
    until("the run is locked again", || file.with_extension("lock").exists());
    let second = folders.play(RUN);
    second.until_ready();
    assert!(!second.look(is_offered));
    assert!(second.look(|seen| seen.shows(words().runs_elsewhere)));
    go_on(&mut first, 1);
    assert_eq!(runs::moves(&runs::whole(&file)), 5);
}

#[test]
fn where_there_is_no_ready_screen_the_second_is_told_with_a_notice() {
    let folders = folders();
    let mut first = begun(&folders);
    go_on(&mut first, 1);
    let second = folders.play(&format!("{RUN} --at 1"));
    second.until_shown(words().runs_elsewhere);
    let numbers = |file: &std::path::PathBuf| {
        let records = runs::whole(file);
        records.iter().map(|record| record.number).collect::<Vec<_>>()
    };
    let files = runs::files_in(&runs::folder(&folders));
    assert_eq!(files.len(), 2);
    for file in files {
        let numbers = numbers(&file);
        assert_eq!(
            numbers,
            (1..=numbers.len() as u64).collect::<Vec<_>>(),
            "{}",
            file.display()
        );
    }
}
