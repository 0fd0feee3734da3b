//! However the program ends, the terminal is as it was; and one failing thread is not the end.

use std::fs;

use rustix::process::Signal;

use crate::program::{CTRL_Z, ENTER, F12, Folders, SPACE, script_with, words};
use crate::terminal::{FIRST_SCREEN, Seen, find};

#[test]
fn signals_end_the_program_at_once_and_give_the_terminal_back() {
    let folders = Folders::with_script();
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut played = folders.play("run apel.toml --at ikrar --guard 0");
        played.until_present("Satu.");
        played.signal(signal);
        assert_eq!(played.status(), status);
        played.is_given_back();
        // Nothing is left of the show on the screen of the shell.
        assert_eq!(played.rows().concat(), "", "{signal:?}");
    }
}

#[test]
fn a_vanished_terminal_ends_the_program() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    played.vanish(SPACE);
    assert_eq!(played.status(), 129);
}

#[test]
fn a_panic_of_the_loop_gives_the_terminal_back_and_its_message_is_readable() {
    let folders = Folders::with_script();
    let mut played = folders.play_panicking("loop", "run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    played.press(F12);
    assert_eq!(played.status(), 101);
    played.is_given_back();
    let rows = played.rows();
    // Each line from the margin: the line discipline is the shell's again.
    assert!(
        rows.iter().any(|row| row == "a panic on purpose, on the loop"),
        "{rows:#?}"
    );
}

#[test]
fn without_the_switch_that_key_is_nothing() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    played.press(F12);
    played.press(SPACE);
    played.until_present("Menjaga netralitas.");
    played.quit_from_running();
}

#[test]
fn a_panic_of_the_watcher_is_a_notice_and_the_show_goes_on() {
    let folders = Folders::with_script();
    let mut played = folders.play_panicking("worker", "run apel.toml --at ikrar.2 --guard 0");
    played.until_present("Dua.");
    let before = played.rows();
    fs::write(folders.path("apel.toml"), script_with("politik")).unwrap();
    played.until_told(words().watcher_stopped);
    // Nothing else is written over the screen: not where it stands, nor anywhere on the way.
    // The clock stands in the first row, and what is told in the third from below.
    let without_told = |rows: Vec<String>| -> Vec<String> {
        let told = rows.len() - 3;
        let kept = rows
            .into_iter()
            .enumerate()
            .filter(|(at, _)| *at != 0 && *at != told);
        kept.map(|(_, row)| row).collect()
    };
    assert_eq!(without_told(played.rows()), without_told(before));
    assert_eq!(find(&played.written(), b"panicked"), None);
    assert_eq!(find(&played.written(), FIRST_SCREEN), None);
    played.press(SPACE);
    played.until_present("Menolak KATA uang.");
    played.quit_from_running();
    assert_eq!(find(&played.written(), b"panicked"), None);
}

#[test]
fn ctrl_z_does_nothing_while_a_ceremony_runs() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    played.press(CTRL_Z);
    played.until_told(words().no_suspend);
    assert_eq!(find(&played.written(), FIRST_SCREEN), None);
    played.press(SPACE);
    played.until_present("Menjaga netralitas.");
    played.quit_from_running();
}

#[test]
fn ctrl_z_does_not_stop_a_program_that_no_shell_could_resume() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --guard 0");
    played.until_ready();
    played.press(CTRL_Z);
    // Given back, and taken over again at once.
    played.until_written("\x1b[?1049l\x1b[?1049h");
    played.until_ready();
    played.press(ENTER);
    played.until_present("Laporan");
    played.quit_from_running();
}

#[test]
fn ctrl_z_on_the_ready_screen_stops_the_program_until_the_shell_resumes_it() {
    let folders = Folders::with_script();
    let commands =
        "set -m; \"$IKRAR\" run apel.toml; echo \"<stopped $?>\"; read line; fg; echo \"<ended $?>\"";
    let mut played = folders.play_shell(commands);
    played.until_ready();
    played.press(CTRL_Z);
    played.until_shown("<stopped 1");
    assert!(played.look(|seen| !seen.screen().alternate_screen() && !seen.screen().hide_cursor()));
    // A save meanwhile is there on return.
    fs::write(
        folders.path("apel.toml"),
        script_with("politik").replace("Apel Uji", "Apel Siang"),
    )
    .unwrap();
    played.press("\r");
    played.until_ready();
    played.until_shown("Apel Siang");
    played.press("q");
    played.until_shown("<ended 0>");
    assert_eq!(played.status(), 0);
    played.is_given_back();
}

#[test]
fn a_program_that_was_stopped_from_outside_draws_all_anew_and_goes_on() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    played.signal(Signal::STOP);
    let frames = played.look(Seen::frames);
    played.signal(Signal::CONT);
    played.until("it is drawn anew", |seen| {
        seen.frames() > frames && seen.present() == "Satu."
    });
    played.press(SPACE);
    played.until_present("Menjaga netralitas.");
    played.quit_from_running();
}
