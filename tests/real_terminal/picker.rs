//! The list of ceremonies: it opens where no command is given, leads to a show, and takes it back.

use std::fs;
use std::time::Duration;

use rustix::process::Signal;

use crate::program::{CTRL_C, CTRL_Z, ENTER, F12, Folders, SCRIPT, TAB, USUAL, words};
use crate::terminal::{Played, Seen};

/// The title in the row with the bar, where the list is the screen.
fn chosen(seen: &Seen) -> String {
    let rows = seen.rows();
    let row = rows.iter().find(|row| row.contains('▌'));
    let list = row.map_or("", |row| row.split('│').next().unwrap_or(row));
    list.replace('▌', "").trim().to_owned()
}

/// Waits for the list with this ceremony chosen.
#[track_caller]
fn until_chosen(played: &Played, title: &str) {
    played.until(&format!("{title:?} is chosen"), |seen| {
        seen.shows(words().picker_title) && chosen(seen) == title
    });
}

/// Lets the guard against a bouncing key run out, which only time can.
fn let_the_guard_pass(played: &Played) {
    played.written_throughout(Duration::from_millis(300));
}

/// Folders with `ceremonies/apel.toml`.
fn with_ceremonies() -> Folders {
    let folders = Folders::empty();
    fs::create_dir(folders.path("ceremonies")).unwrap();
    let script = SCRIPT.replace("text = \"naskah\"", "text = \"pancasila\"");
    fs::write(folders.path("ceremonies/apel.toml"), script).unwrap();
    folders
}

#[test]
fn enter_opens_and_enter_again_begins() {
    let folders = with_ceremonies();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    played.press(ENTER);
    played.until_ready();
    let_the_guard_pass(&played);
    played.press(ENTER);
    played.until_shown("1/4  Laporan");
    // From here on it is a show like any other.
    let_the_guard_pass(&played);
    played.quit_from_running();
}

#[test]
fn a_bouncing_enter_does_not_begin_what_it_has_opened() {
    let folders = with_ceremonies();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    played.press("\r\r\r");
    played.until_ready();
    played.press(TAB);
    played.until_not_shown(words().ready);
    // Not Tab again, which could bounce as well.
    played.press("q");
    played.until_ready();
}

#[test]
fn what_ships_is_listed_in_every_folder() {
    let folders = Folders::empty();
    // Enter right after the one that ends a filter would be taken for a bounce.
    folders.settings("guard = 0\n");
    let mut played = folders.play("");
    until_chosen(&played, "Apel Gabungan dan Ikrar Netralitas");
    played.press("/mergangsan");
    until_chosen(&played, "Ikrar Netralitas ASN");
    played.press("\r\r");
    played.until_ready();
    assert!(played.look(|seen| seen.shows("Pargiyat S.I.P.")));
}

#[test]
fn a_file_that_was_opened_elsewhere_is_listed_while_it_is_there() {
    let folders = with_ceremonies();
    let script = SCRIPT
        .replace("Apel Uji", "Apel Jauh")
        .replace("\"naskah\"\n\n", "\"pancasila\"\n\n");
    fs::write(folders.path("jauh.toml"), script).unwrap();
    let mut played = folders.play("run jauh.toml");
    played.until_shown("Apel Jauh");
    played.press(CTRL_C);
    assert_eq!(played.status(), 0);
    let mut played = folders.play("");
    until_chosen(&played, "Apel Jauh");
    played.quit();
    fs::remove_file(folders.path("jauh.toml")).unwrap();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    assert!(!played.look(|seen| seen.shows("Apel Jauh")));
    played.quit();
}

#[test]
fn the_last_used_comes_first_the_next_time() {
    let folders = with_ceremonies();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    played.press("\x1b[F");
    until_chosen(&played, "Apel Pagi");
    played.press(ENTER);
    played.until_ready();
    played.press(CTRL_C);
    // The list stays as it was; only the next one begins with it.
    until_chosen(&played, "Apel Pagi");
    played.press("\x1b[H");
    until_chosen(&played, "Apel Uji");
    let_the_guard_pass(&played);
    played.quit();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Pagi");
    assert!(played.look(|seen| seen.shows(words().last_used)));
    played.quit();
}

#[test]
fn what_run_has_opened_is_remembered_too() {
    let folders = with_ceremonies();
    for (name, title) in [
        ("seruyan-2024", "Seminar dan Ikrar Netralitas ASN"),
        ("apel", "Apel Uji"),
    ] {
        let mut played = folders.play(&format!("run {name}"));
        played.until_ready();
        played.quit();
        let mut played = folders.play("");
        until_chosen(&played, title);
        played.quit();
    }
}

#[test]
fn what_never_came_on_a_screen_is_not_remembered() {
    let folders = with_ceremonies();
    // No terminal; a place that is not there; and commands that only read.
    for arguments in [
        &["run", "seruyan-2024"][..],
        &["run", "seruyan-2024", "--at", "99"],
        &["show", "seruyan-2024"],
        &["check", "seruyan-2024"],
    ] {
        folders.run(arguments);
    }
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    played.quit();
}

#[test]
fn q_returns_to_the_list_from_the_ready_screen_and_from_nowhere_else() {
    let folders = with_ceremonies();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    played.press("\x1b[B");
    until_chosen(&played, "Apel Gabungan dan Ikrar Netralitas");
    played.press(ENTER);
    played.until_ready();
    played.until_shown(&format!("Q {}", words().hint_list));
    played.press("q");
    until_chosen(&played, "Apel Gabungan dan Ikrar Netralitas");
    let_the_guard_pass(&played);
    played.press("\x1b[A");
    played.press(ENTER);
    played.until_ready();
    let_the_guard_pass(&played);
    played.press(ENTER);
    played.until_shown("1/4  Laporan");
    played.press("nnnn");
    played.until_shown(words().closing_title);
    played.until_shown(&format!("Q {}", words().hint_quit));
    played.quit();
}

#[test]
fn a_show_that_run_has_opened_knows_no_list() {
    let folders = with_ceremonies();
    let mut played = folders.play("run apel");
    played.until_ready();
    played.until_shown(&format!("Q {}", words().hint_quit));
    played.quit();
}

#[test]
fn a_broken_script_waits_with_its_problems_and_goes_on_once_it_is_good() {
    let folders = with_ceremonies();
    let path = folders.path("ceremonies/apel.toml");
    let good = fs::read_to_string(&path).unwrap();
    fs::write(&path, good.replace("kind = \"act\"", "kind = \"akt\"")).unwrap();
    let mut played = folders.play("");
    until_chosen(&played, "apel");
    played.until_shown(words().cannot_run);
    played.press(ENTER);
    played.until_waiting();
    played.until_shown("ceremonies/apel.toml:");
    played.until_shown(&format!("Q {}", words().hint_list));
    fs::write(&path, &good).unwrap();
    played.until_ready();
    played.press("q");
    // The list tells of the file as it is now.
    until_chosen(&played, "Apel Uji");
    let_the_guard_pass(&played);
    played.quit();
}

#[test]
fn after_one_was_closed_another_opens() {
    let folders = with_ceremonies();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    played.press(ENTER);
    played.until_ready();
    played.press("q");
    until_chosen(&played, "Apel Uji");
    played.press("/seruyan\r");
    until_chosen(&played, "Seminar dan Ikrar Netralitas ASN");
    let_the_guard_pass(&played);
    played.press(ENTER);
    played.until_ready();
    assert!(played.look(|seen| seen.rows()[0].contains("Seminar dan Ikrar Netralitas ASN")));
    played.press("q");
    // The filter is as it was left.
    until_chosen(&played, "Seminar dan Ikrar Netralitas ASN");
    assert!(played.look(|seen| seen.shows("seruyan")));
}

#[test]
fn the_list_is_on_the_same_terminal_as_the_show() {
    let folders = with_ceremonies();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    played.press(ENTER);
    played.until_ready();
    played.press("q");
    until_chosen(&played, "Apel Uji");
    let_the_guard_pass(&played);
    played.quit();
    let switched = crate::terminal::count(&played.written(), crate::terminal::OTHER_SCREEN);
    assert_eq!(switched, 1, "the screen is taken over once");
}

#[test]
fn the_list_follows_the_size_of_the_terminal() {
    let folders = with_ceremonies();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    let whole = played.rows();
    for size in [(200, 60), (50, 20), (30, 8), (1, 1), (120, 13)] {
        played.resize(size);
        played.until("something of it is seen", |seen| {
            seen.rows().iter().any(|row| row.contains('▌'))
        });
    }
    played.resize(USUAL);
    played.until("it is as it was", |seen| seen.rows() == whole);
    played.quit();
}

#[test]
fn the_list_gives_the_terminal_back_however_it_ends() {
    let folders = with_ceremonies();
    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    played.signal(Signal::TERM);
    assert_ne!(played.status(), 0);
    played.is_given_back();

    let mut played = folders.play_panicking("loop", "");
    until_chosen(&played, "Apel Uji");
    played.press(F12);
    assert_ne!(played.status(), 0);
    played.is_given_back();

    let mut played = folders.play("");
    until_chosen(&played, "Apel Uji");
    played.press(CTRL_C);
    assert_eq!(played.status(), 0);
    played.is_given_back();
}

#[test]
fn the_list_can_be_suspended() {
    let folders = with_ceremonies();
    let mut played = folders.play_shell("set -m; \"$IKRAR\"; echo \"<stopped>\"; fg; echo \"<ended $?>\"");
    until_chosen(&played, "Apel Uji");
    played.press(CTRL_Z);
    played.until_written("<stopped>");
    until_chosen(&played, "Apel Uji");
    played.press("q");
    played.until_written("<ended 0>");
}

#[test]
fn without_a_terminal_the_list_says_so() {
    let folders = with_ceremonies();
    let output = folders.run(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    let output = folders.run(&["--lang", "en"]);
    let told = String::from_utf8(output.stderr).unwrap();
    let words = &ikrar::lang::Lang::En.words().commands;
    assert!(told.contains(words.input_is_no_terminal), "{told}");
}
