//! A leader, a screen for the hall and one for the reader, each in a terminal of its own: all show the same, whoever
//! begins, joins in the middle, dies or comes back.

use std::fs;

use rustix::process::Signal;

use crate::program::{Folders, SMALL, SPACE, USUAL, script_with, words};
use crate::serving::port;
use crate::terminal::Played;

/// Folders with the script; their user hears of no leader but those of the test.
fn leader(folders: &Folders) -> Played {
    folders.play_at(USUAL, "run apel.toml --at ikrar --guard 0")
}

fn hall(folders: &Folders) -> Played {
    folders.play_at(SMALL, "screen")
}

fn reader(folders: &Folders) -> Played {
    folders.play_at(SMALL, "screen --reader")
}

/// Waits until all show a phrase.
#[track_caller]
fn all_show(leader: &Played, screens: &[&Played], phrase: &str) {
    leader.until_present(phrase);
    for screen in screens {
        screen.until_shown(phrase);
    }
}

/// Kills a leader as a cut power line would.
fn kill(leader: Played) {
    leader.signal(Signal::KILL);
    drop(leader);
}

/// The mark of a lost leader: for the hall a sign, for the reader a word as well.
const MARK: &str = "○";

fn mark_of_reader() -> String {
    format!("{MARK} {}", words().leader_lost)
}

#[test]
fn all_show_the_same_phrase_through_moves_a_save_a_dark_screen_and_a_hold() {
    let folders = Folders::with_script();
    let mut leader = leader(&folders);
    leader.until_present("Satu.");
    let (mut hall, mut reader) = (hall(&folders), reader(&folders));
    all_show(&leader, &[&hall, &reader], "Satu.");
    leader.press(SPACE);
    all_show(&leader, &[&hall, &reader], "Menjaga netralitas.");
    leader.press(SPACE);
    all_show(&leader, &[&hall, &reader], "Dua.");
    leader.press(SPACE);
    all_show(&leader, &[&hall, &reader], "Menolak KATA uang.");

    // A save changes nothing under the eyes of the hall; the same clause again shows it.
    fs::write(folders.path("apel.toml"), script_with("politik")).unwrap();
    leader.until_present("Menolak politik uang.");
    assert!(hall.look(|seen| seen.shows("Menolak KATA uang.")));
    leader.press("r");
    leader.until_present("Dua.");
    leader.press(SPACE);
    all_show(&leader, &[&hall, &reader], "Menolak politik uang.");

    leader.press("b");
    hall.until_not_shown("Menolak");
    assert_eq!(hall.rows().concat(), "", "dark");
    leader.press("b");
    all_show(&leader, &[&hall, &reader], "Menolak politik uang.");

    leader.press("f");
    leader.press(SPACE);
    leader.until_present("Tiga.");
    leader.press("f");
    all_show(&leader, &[&hall, &reader], "Tiga.");
    for screen in [&mut hall, &mut reader] {
        screen.quit();
    }
    leader.quit_from_running();
}

#[test]
fn while_the_screens_are_held_they_show_nothing_of_the_moves() {
    let folders = Folders::with_script();
    let mut leader = leader(&folders);
    leader.until_present("Satu.");
    let hall = hall(&folders);
    all_show(&leader, &[&hall], "Satu.");
    leader.press("f");
    leader.press(SPACE);
    all_show(&leader, &[], "Menjaga netralitas.");
    leader.press(SPACE);
    all_show(&leader, &[], "Dua.");
    leader.press("f");
    hall.until_shown("Dua.");
    let written = hall.written();
    assert_eq!(crate::terminal::find(&written, b"netralitas."), None);
}

#[test]
fn screens_that_begin_before_the_leader_find_it() {
    let folders = Folders::with_script();
    let (hall, reader) = (hall(&folders), reader(&folders));
    let awaited = format!("○ {}", words().leader_awaited);
    hall.until_shown(&awaited);
    reader.until_shown(&awaited);
    let mut leader = leader(&folders);
    all_show(&leader, &[&hall, &reader], "Satu.");
    hall.until_not_shown(&awaited);
    leader.press(SPACE);
    all_show(&leader, &[&hall, &reader], "Menjaga netralitas.");
}

#[test]
fn a_killed_leader_leaves_its_slide_and_is_followed_again_when_it_is_back() {
    let folders = Folders::with_script();
    let mut first = leader(&folders);
    first.until_present("Satu.");
    let (hall, reader) = (hall(&folders), reader(&folders));
    first.press(SPACE);
    all_show(&first, &[&hall, &reader], "Menjaga netralitas.");
    kill(first);
    // Long enough for the mark, and the words stay.
    for (screen, mark) in [(&hall, MARK.to_owned()), (&reader, mark_of_reader())] {
        screen.until_shown(&mark);
        assert!(screen.look(|seen| seen.shows("Menjaga netralitas.")));
    }
    assert!(!hall.look(|seen| seen.shows(words().leader_lost)));
    let mut second = leader(&folders);
    all_show(&second, &[&hall, &reader], "Satu.");
    for screen in [&hall, &reader] {
        screen.until_not_shown(MARK);
    }
    // And once more, before anybody has marked anything; the numbers of the new run begin anew.
    second.press(SPACE);
    all_show(&second, &[&hall, &reader], "Menjaga netralitas.");
    kill(second);
    let third = leader(&folders);
    all_show(&third, &[&hall, &reader], "Satu.");
}

#[test]
fn a_killed_screen_joins_again_in_the_middle() {
    let folders = Folders::with_script();
    let mut leader = leader(&folders);
    leader.until_present("Satu.");
    let (one, other) = (hall(&folders), reader(&folders));
    all_show(&leader, &[&one, &other], "Satu.");
    kill(one);
    leader.press(SPACE);
    all_show(&leader, &[&other], "Menjaga netralitas.");
    let one = hall(&folders);
    all_show(&leader, &[&one, &other], "Menjaga netralitas.");
}

#[test]
fn of_two_leaders_the_newest_is_followed_and_after_its_death_the_other() {
    let folders = Folders::with_script();
    let mut older = leader(&folders);
    older.until_present("Satu.");
    older.press(SPACE);
    older.until_present("Menjaga netralitas.");
    let newer = leader(&folders);
    // A leader is found once it has announced itself, which it does after its first frame.
    port(&folders, &newer);
    let hall = hall(&folders);
    all_show(&newer, &[&hall], "Satu.");
    kill(newer);
    all_show(&older, &[&hall], "Menjaga netralitas.");
}

#[test]
fn a_leader_that_has_ended_its_ceremony_leaves_no_mark() {
    let folders = Folders::with_script();
    let mut leader = leader(&folders);
    leader.until_present("Satu.");
    let hall = hall(&folders);
    all_show(&leader, &[&hall], "Satu.");
    leader.press("nnn");
    leader.until_shown(words().closing_title);
    hall.until_shown("Apel Uji");
    leader.quit();
    let written = hall.written_throughout(ikrar::follower::PATIENCE * 6 / 5);
    assert_eq!(String::from_utf8_lossy(&written), "");
}
