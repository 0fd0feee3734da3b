//! What is asked on the next start, and what is not: with `--resume` and `--fresh`, with a script that is broken or gone,
//! and where another ceremony is begun.

use std::fs;

use ikrar::show::record::Happened;
use rustix::process::Signal;

use crate::counted::{RUN, begin, begun, folders, go_on, number, until_number};
use crate::offered::{answer, is_offered, kill, started_again, words};
use crate::program::{ENTER, F12, Folders, SPACE};
use crate::runs;
use crate::terminal::Played;

/// A ceremony that was killed at a phrase of its second clause.
fn killed(phrase: usize) -> Folders {
    let folders = folders();
    let mut played = begun(&folders);
    played.press(SPACE.repeat(phrase));
    until_number(&played, phrase);
    kill(played);
    folders
}

#[test]
fn with_resume_it_goes_on_from_the_beginning_of_the_clause_and_asks_nothing() {
    let folders = killed(13);
    let played = folders.play(&format!("{RUN} --resume"));
    played.until("something is present", |seen| !seen.present().is_empty());
    assert!(!played.look(is_offered));
    assert_eq!(played.look(number), Some(10));
    let records = runs::whole(&runs::only(&folders));
    assert!(matches!(records.last().unwrap().what, Happened::Resumed { .. }));
}

#[test]
fn with_resume_and_nothing_to_go_on_with_that_is_told_on_the_ready_screen() {
    let folders = folders();
    let mut played = folders.play(&format!("{RUN} --resume"));
    played.until_ready();
    played.until_shown(words().nothing);
    played.quit();
}

#[test]
fn with_fresh_nothing_is_asked_and_the_interrupted_run_stays_as_it_was() {
    let folders = killed(13);
    let file = runs::only(&folders);
    let left = fs::read(&file).unwrap();
    let mut played = folders.play(&format!("{RUN} --fresh"));
    played.until_ready();
    assert!(!played.look(is_offered));
    played.quit();
    assert_eq!(fs::read(&file).unwrap(), left);
    let again = started_again(&folders, RUN);
    assert_eq!(again.look(number), Some(13));
}

#[test]
fn begun_anew_it_has_another_journal_and_is_the_one_that_is_offered_then() {
    let folders = killed(13);
    let file = runs::only(&folders);
    let left = fs::read(&file).unwrap();
    let mut played = started_again(&folders, RUN);
    answer(&mut played, "n");
    begin(&mut played);
    go_on(&mut played, 1);
    kill(played);
    assert_eq!(fs::read(&file).unwrap(), left);
    assert_eq!(runs::files_in(&runs::folder(&folders)).len(), 2);
    let again = started_again(&folders, RUN);
    assert_eq!(again.look(number), Some(1));
}

#[test]
fn whatever_ends_it_but_the_leader_it_is_offered() {
    let ends: [fn(&mut Played); 5] = [
        |played| played.signal(Signal::TERM),
        |played| played.signal(Signal::HUP),
        |played| played.signal(Signal::INT),
        |played| played.vanish("?"),
        |played| played.press(F12),
    ];
    for end in ends {
        let folders = folders();
        let mut played = folders.play_panicking("loop", RUN);
        begin(&mut played);
        played.press(SPACE.repeat(13));
        until_number(&played, 13);
        end(&mut played);
        assert_ne!(played.status(), 0);
        runs::whole(&runs::only(&folders));
        let again = started_again(&folders, RUN);
        assert_eq!(again.look(number), Some(13));
    }
}

#[test]
fn a_ceremony_that_the_leader_has_ended_is_not_offered() {
    let folders = folders();
    for _ in 0..2 {
        let mut played = folders.play(RUN);
        played.until_ready();
        assert!(!played.look(is_offered));
        played.press(ENTER);
        until_number(&played, 0);
        played.quit_from_running();
    }
}

#[test]
fn who_quits_the_offer_is_asked_again() {
    let folders = killed(13);
    for _ in 0..2 {
        let mut played = started_again(&folders, RUN);
        played.press("q");
        assert_eq!(played.status(), 0);
        played.is_given_back();
    }
    assert_eq!(runs::moves(&runs::whole(&runs::only(&folders))), 13);
}

#[test]
fn killed_while_it_asks_it_asks_again() {
    let folders = killed(13);
    for _ in 0..3 {
        kill(started_again(&folders, RUN));
    }
    let mut played = started_again(&folders, RUN);
    answer(&mut played, "k");
    until_number(&played, 13);
}

#[test]
fn where_the_script_is_broken_or_gone_that_of_the_journal_serves_and_the_leader_is_told() {
    for broken in [Some("title = "), None] {
        let folders = killed(13);
        let script = folders.path("apel.toml");
        let good = fs::read(&script).unwrap();
        match broken {
            Some(broken) => fs::write(&script, broken).unwrap(),
            None => fs::remove_file(&script).unwrap(),
        }
        let mut played = started_again(&folders, RUN);
        let told: String = words().from_journal.chars().take(40).collect();
        played.until_shown(&told);
        answer(&mut played, "k");
        until_number(&played, 13);
        played.press(SPACE);
        until_number(&played, 14);
        kill(played);
        // And with the good one again.
        fs::write(&script, good).unwrap();
        let mut played = started_again(&folders, RUN);
        assert!(!played.look(|seen| seen.shows(&told)));
        answer(&mut played, ENTER);
        until_number(&played, 10);
        runs::whole(&runs::only(&folders));
    }
}

#[test]
fn in_another_folder_a_script_of_the_same_name_is_another_script() {
    let folders = killed(13);
    fs::create_dir(folders.path("lain")).unwrap();
    fs::copy(folders.path("apel.toml"), folders.path("lain/apel.toml")).unwrap();
    let mut played = folders.play("run lain/apel.toml --guard 0");
    played.until_ready();
    assert!(!played.look(is_offered));
    played.quit();
    // But the same one by another way is the same.
    let again = started_again(&folders, "run lain/../apel.toml --guard 0");
    assert_eq!(again.look(number), Some(13));
}
