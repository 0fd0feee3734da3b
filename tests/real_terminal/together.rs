//! A leader, a screen for the hall and one for the reader, each in a terminal of its own: all show the same, whoever
//! begins, joins in the middle, dies or comes back.

use std::fs;

use rustix::process::Signal;

use crate::program::{F12, Folders, SMALL, SPACE, USUAL, script_with, words};
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

/// A leader of another ceremony, in the same folders.
fn other_leader(folders: &Folders) -> Played {
    let other = folders.play_at(USUAL, "run apel.toml --at naskah --guard 0");
    other.until("the other ceremony is led", |seen| seen.present().contains(OTHER));
    // A leader is found once it has announced itself, which it does after its first frame.
    port(folders, &other);
    other
}

/// What stands in the corner while the leader is lost.
const SIGN: &str = "○";

/// The first phrase of the other ceremony.
const OTHER: &str = "Setia kepada";

#[test]
fn a_killed_leader_is_waited_for_also_when_another_one_runs_beside_it() {
    let folders = Folders::with_script();
    let first = leader(&folders);
    first.until_present("Satu.");
    let (hall, reader) = (hall(&folders), reader(&folders));
    all_show(&first, &[&hall, &reader], "Satu.");
    // Somebody rehearses in another terminal.
    let mut other = other_leader(&folders);
    kill(first);
    for screen in [&hall, &reader] {
        screen.until_shown(SIGN);
        assert!(screen.look(|seen| seen.shows("Satu.")));
    }
    // The other one moves, and nothing of it comes to the hall.
    other.press(SPACE);
    let mut again = leader(&folders);
    port(&folders, &again);
    again.until_present("Satu.");
    for screen in [&hall, &reader] {
        screen.until_not_shown(SIGN);
    }
    again.press(SPACE);
    all_show(&again, &[&hall, &reader], "Menjaga netralitas.");
    for screen in [&hall, &reader] {
        let written = screen.written();
        assert_eq!(crate::terminal::find(&written, OTHER.as_bytes()), None);
    }
}

#[test]
fn a_crashed_leader_is_waited_for_also_when_another_one_runs_beside_it() {
    let folders = Folders::with_script();
    let mut first = folders.play_panicking("loop", "run apel.toml --at ikrar --guard 0");
    first.until_present("Satu.");
    let hall = hall(&folders);
    all_show(&first, &[&hall], "Satu.");
    let _other = other_leader(&folders);
    first.press(F12);
    assert_ne!(first.status(), 0);
    hall.until_shown(SIGN);
    assert!(hall.look(|seen| seen.shows("Satu.")));
    let again = leader(&folders);
    again.until_present("Satu.");
    hall.until_not_shown(SIGN);
}

#[test]
fn a_leader_that_is_not_told_where_its_user_is_logged_in_is_found_all_the_same() {
    let folders = Folders::with_script();
    let run = "run apel.toml --at ikrar --guard 0";
    let leader = folders.play_shell(&format!("exec env -u XDG_RUNTIME_DIR \"$IKRAR\" {run}"));
    let hall = hall(&folders);
    all_show(&leader, &[&hall], "Satu.");
}

#[test]
fn after_an_orderly_end_a_newer_leader_is_followed_and_never_an_older_one() {
    let folders = Folders::with_script();
    let older = other_leader(&folders);
    let mut first = leader(&folders);
    port(&folders, &first);
    let hall = hall(&folders);
    all_show(&first, &[&hall], "Satu.");
    let mut newer = leader(&folders);
    port(&folders, &newer);
    newer.press(SPACE);
    newer.until_present("Menjaga netralitas.");
    assert!(
        hall.look(|seen| seen.shows("Satu.")),
        "a screen stays with its leader"
    );
    first.quit_from_running();
    hall.until_shown("Menjaga netralitas.");
    newer.quit_from_running();
    hall.until_shown(SIGN);
    assert!(hall.look(|seen| seen.shows("Menjaga netralitas.")));
    let written = hall.written();
    assert_eq!(crate::terminal::find(&written, OTHER.as_bytes()), None);
    drop(older);
}

const BACKSPACE: &str = "\x7f";

#[test]
fn all_show_the_same_phrase_after_every_key() {
    let folders = Folders::with_script();
    let mut leader = leader(&folders);
    leader.until_present("Satu.");
    let (hall, reader) = (hall(&folders), reader(&folders));
    all_show(&leader, &[&hall, &reader], "Satu.");
    let mut phrases = ["Menjaga netralitas.", "Dua.", "Menolak KATA uang.", "Tiga."].to_vec();
    for key in [SPACE, BACKSPACE] {
        for phrase in &phrases {
            leader.press(key);
            all_show(&leader, &[&hall, &reader], phrase);
        }
        phrases = ["Menolak KATA uang.", "Dua.", "Menjaga netralitas.", "Satu."].to_vec();
    }
}

#[test]
fn all_follow_again_as_often_as_the_leader_comes_back() {
    let folders = Folders::with_script();
    let mut led = leader(&folders);
    led.until_present("Satu.");
    let (hall, reader) = (hall(&folders), reader(&folders));
    for _ in 0..3 {
        led.press(SPACE);
        all_show(&led, &[&hall, &reader], "Menjaga netralitas.");
        kill(led);
        led = leader(&folders);
        led.until_present("Satu.");
        all_show(&led, &[&hall, &reader], "Satu.");
    }
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
