//! The mouse: clicks and the wheel as a terminal sends them, torn ones and impossible ones, and a mouse that is not wanted.

use std::time::Duration;

use crate::program::{Folders, SPACE, TAB, words};
use crate::terminal::{Played, find};

/// The left button going down and up over the first cell of a text on the screen.
fn click_on(played: &mut Played, text: &str) {
    let (column, row) = where_is(played, text);
    played.press(click(column, row));
}

/// The column and the row of a text on the screen, from 0.
fn where_is(played: &Played, text: &str) -> (usize, usize) {
    let rows = played.rows();
    let found = rows.iter().enumerate().rev().find_map(|(at, row)| {
        let before = &row[..row.find(text)?];
        Some((before.chars().count(), at))
    });
    found.unwrap_or_else(|| panic!("{text:?} is not on the screen: {rows:#?}"))
}

fn click(column: usize, row: usize) -> String {
    let (column, row) = (column + 1, row + 1);
    format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
}

const WHEEL_DOWN: &str = "\x1b[<65;40;12M";
const WHEEL_UP: &str = "\x1b[<64;40;12M";

/// Opens the help by a click and closes it again: all before it has been taken then. A key could be dropped, as the rest
/// of a sequence that has come apart.
#[track_caller]
fn all_is_taken(played: &mut Played) {
    click_on(played, &format!("? {}", words().hint_help));
    played.until_shown(words().help_title);
    click_on(played, &format!("Esc {}", words().hint_close));
    played.until_not_shown(words().help_title);
}

/// Clicks all over the rows of the screen, no more than the line holds at once: a full one tears what it takes.
fn click_all_over(played: &mut Played, rows: usize) {
    for row in (0..rows).step_by(2) {
        for column in (0..80).step_by(13) {
            played.press(click(column, row));
        }
    }
}

#[test]
fn a_click_on_a_key_of_the_status_line_does_what_the_key_does() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --mouse --guard 0");
    played.until_ready();
    click_on(&mut played, &format!("Enter {}", words().hint_begin));
    played.until_present("Laporan");
    click_on(&mut played, words().hint_advance);
    played.until_present("Satu.");
    click_on(&mut played, words().hint_back);
    played.until_present("Laporan");
    click_on(&mut played, &format!("? {}", words().hint_help));
    played.until_shown(words().help_title);
    click_on(&mut played, &format!("Esc {}", words().hint_close));
    played.until_present("Laporan");
    played.quit_from_running();
}

#[test]
fn a_click_on_a_step_of_the_outline_goes_there() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --mouse --at 1 --guard 0");
    played.until_present("Laporan");
    played.press("g");
    played.until_shown(words().outline_title);
    click_on(&mut played, "Penutup");
    played.until_present("Penutup");
    played.quit_from_running();
}

#[test]
fn the_answers_to_a_question_are_clicked_too() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --mouse --at 1 --guard 0");
    played.until_present("Laporan");
    let (yes, no) = (words().ask_yes, words().ask_no);
    played.press("q");
    played.until_told(words().ask_quit);
    click_on(&mut played, no);
    played.until("the question is gone", |seen| {
        !seen.told().contains(words().ask_quit)
    });
    played.press("q");
    played.until_told(words().ask_quit);
    click_on(&mut played, yes);
    assert_eq!(played.status(), 0);
    played.is_given_back();
}

#[test]
fn a_click_elsewhere_and_the_wheel_never_move_a_running_ceremony() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --mouse --at ikrar --guard 0");
    played.until_present("Satu.");
    let keys = where_is(&played, words().hint_advance).1;
    click_all_over(&mut played, keys);
    all_is_taken(&mut played);
    played.press(WHEEL_DOWN.repeat(30));
    played.press(WHEEL_UP.repeat(30));
    all_is_taken(&mut played);
    played.until_present("Satu.");
    played.quit_from_running();
}

#[test]
fn other_buttons_releases_and_motions_do_nothing() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --mouse --at ikrar --guard 0");
    played.until_present("Satu.");
    let (column, row) = where_is(&played, words().hint_advance);
    let (column, row) = (column + 1, row + 1);
    for event in ["1", "2", "32", "35", "66", "67", "128"] {
        played.press(format!("\x1b[<{event};{column};{row}M"));
    }
    played.press(format!("\x1b[<0;{column};{row}m"));
    all_is_taken(&mut played);
    played.until_present("Satu.");
    played.quit_from_running();
}

#[test]
fn impossible_and_torn_clicks_do_nothing_and_end_nothing() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --mouse --at ikrar --guard 0");
    played.until_present("Satu.");
    for event in [
        "\x1b[<0;65535;65535M",
        "\x1b[<0;65536;1M",
        "\x1b[<0;99999999999999999999;1M",
        "\x1b[<0;0;0M",
        "\x1b[<0;1M",
        "\x1b[<M",
        "\x1b[<;;M",
        "\x1b[<999;1;1M",
    ] {
        played.press(event);
        all_is_taken(&mut played);
    }
    // Torn in the middle, as a slow line does; the key before the rest of it is part of it.
    let (column, row) = where_is(&played, words().hint_advance);
    let press = click(column, row);
    let (beginning, rest) = press.split_at(5);
    played.press(beginning);
    played.written_throughout(Duration::from_millis(100));
    played.press(rest);
    played.until_present("Menjaga netralitas.");
    // Torn after its Esc: what follows at once is dropped with it, digits too.
    let (esc, rest) = press.split_at(1);
    played.press(esc);
    played.press(&rest[..=rest.find('M').unwrap()]);
    all_is_taken(&mut played);
    // So would be the key that quits, a moment after that Esc.
    played.written_throughout(Duration::from_millis(60));
    let present = played.look(crate::terminal::Seen::present);
    assert!(
        ["Menjaga netralitas.", "Dua."].contains(&present.as_str()),
        "{present}"
    );
    played.quit_from_running();
}

#[test]
fn the_wheel_scrolls_the_help_and_chooses_in_the_outline() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --mouse --at 1 --guard 0");
    played.until_present("Laporan");
    played.press("?");
    played.until_shown(words().help_title);
    let first = played.rows()[3].clone();
    played.press(WHEEL_DOWN);
    played.until("the help is scrolled", |seen| seen.rows()[3] != first);
    played.press(WHEEL_UP);
    played.until("it is back", |seen| seen.rows()[3] == first);
    played.press("?");
    played.until_present("Laporan");
    played.press("g");
    played.until_shown(words().outline_title);
    played.press(WHEEL_DOWN.repeat(3));
    played.press("\r");
    played.until_present("Penutup");
    played.quit_from_running();
}

#[test]
fn nothing_of_what_the_audience_sees_can_be_clicked() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --mouse --at ikrar --guard 0");
    played.until_present("Satu.");
    played.press(TAB);
    played.until_shown(words().read_then_repeated);
    let whole = played.rows();
    click_all_over(&mut played, 24);
    played.press(WHEEL_DOWN);
    // Forward and back: all before it has been taken then.
    played.press(" ");
    played.until("the next phrase is there", |seen| seen.rows() != whole);
    played.press("\x1b[D");
    played.until("it is as it was", |seen| seen.rows() == whole);
    played.press(TAB);
    played.until_present("Satu.");
    played.quit_from_running();
}

#[test]
fn a_mouse_that_was_not_asked_for_does_nothing() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    click_on(&mut played, words().hint_advance);
    played.press(WHEEL_DOWN);
    // A click that moved would have moved before this key does.
    played.press(SPACE);
    played.until_present("Menjaga netralitas.");
    played.quit_from_running();
    assert_eq!(find(&played.written(), b"\x1b[?1000"), None);
    assert_eq!(find(&played.written(), b"\x1b[?1006"), None);
}
