//! A second terminal that follows a leader of the test's own: its arguments, its keys, what it never writes, and how it ends.

use std::net::TcpListener;
use std::time::Duration;

use ikrar::lang::Lang;
use rustix::process::Signal;

use crate::bus::{FakeBus, Manner, SCREEN_SAVER};
use crate::leader::{Join, Leader};
use crate::program::{CTRL_C, CTRL_Z, F12, Folders, SMALL, words};
use crate::terminal::{OTHER_SCREEN, Played, find};

/// A screen that shows a title of a leader.
fn following(folders: &Folders, leader: &Leader, arguments: &str) -> (Played, Join) {
    let played = folders.play_at(SMALL, &format!("screen 127.0.0.1:{} {arguments}", leader.port));
    let mut join = leader.joined();
    join.title(1, "Pembacaan ikrar");
    played.until_shown("Pembacaan ikrar");
    (played, join)
}

fn printed(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn an_address_is_followed_under_both_names_of_the_command() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    for (command, page, role) in [
        ("screen", "", "hall"),
        ("layar", "/", "hall"),
        ("screen --reader", "", "reader"),
        ("layar --pembaca", "/", "reader"),
        ("screen", "/reader", "reader"),
    ] {
        let address = format!("http://127.0.0.1:{}{page}", leader.port);
        let mut played = folders.play_at(SMALL, &format!("{command} {address}"));
        let mut join = leader.joined();
        assert!(join.asked.contains(&format!("as={role}&")), "{}", join.asked);
        if role == "hall" {
            join.title(1, "Laporan");
        } else {
            join.prompt(1, "Laporan");
        }
        played.until_shown("Laporan");
        leader.until_seen(1);
        played.quit();
    }
}

#[test]
fn an_address_that_can_be_none_is_told_before_the_screen_is_taken_over() {
    let folders = Folders::empty();
    for lang in [Lang::Id, Lang::En] {
        let mut played = folders.play(&format!("screen https://laptop --lang {}", lang.spelling()));
        assert_eq!(played.status(), 2);
        let written = played.written();
        assert_eq!(find(&written, OTHER_SCREEN), None);
        let told = (lang.words().commands.wrong_address)("https://laptop");
        let first: String = told.chars().take(30).collect();
        assert!(printed(&written).contains(&first), "{}", printed(&written));
    }
    let output = folders.run(&["screen", "laptop\u{1b}[2J"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.contains(&0x1b), "{}", printed(&output.stderr));
}

#[test]
fn without_a_terminal_it_says_so() {
    let output = Folders::empty().run(&["screen"]);
    let told = printed(&output.stderr);
    assert_eq!(
        (output.status.code(), output.stdout.len()),
        (Some(2), 0),
        "{told}"
    );
    let words = &Lang::Id.words().commands;
    assert!(told.contains(words.input_is_no_terminal), "{told}");
}

#[test]
fn a_proxy_of_the_surroundings_is_passed_by() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let proxies = ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"]
        .map(|name| format!("{name}=http://127.0.0.1:1"))
        .join(" ");
    let port = leader.port;
    let mut played = folders.play_shell(&format!("{proxies} exec \"$IKRAR\" screen 127.0.0.1:{port}"));
    played.resize(SMALL);
    leader.joined().title(1, "Laporan");
    played.until_shown("Laporan");
    played.quit();
}

#[test]
fn nothing_that_comes_over_the_line_steers_the_terminal() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let (mut played, mut join) = following(&folders, &leader, "");
    join.title(2, "a\u{1b}]0;b\u{7}c\u{202E}d\u{9b}2Je");
    played.until_written("]0;b\u{FFFD}");
    leader.until_seen(2);
    join.say("event: slide\ndata: \u{1b}]0;x\u{7}\n\n\u{1b}[2J\n\n");
    join.title(3, "Doa");
    played.until_shown("Doa");
    let written = played.written();
    for never in ["\x1b]0;", "\u{202E}", "\u{9b}", "\x07"] {
        assert_eq!(find(&written, never.as_bytes()), None, "{never:?}");
    }
    played.quit();
}

#[test]
fn keys_change_its_own_look_and_are_told_to_nobody() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let (mut played, mut join) = following(&folders, &leader, "");
    let before = played.rows();
    let frames = |played: &Played| played.look(crate::terminal::Seen::frames);
    let drawn = frames(&played);
    played.press(" nb.?lo\r\t");
    played.press("t");
    played.until("another theme is drawn", |seen| seen.frames() > drawn);
    assert_eq!(frames(&played), drawn + 1, "the others drew nothing");
    assert_eq!(played.rows(), before);
    join.title(2, "Doa");
    played.until_shown("Doa");
    leader.until_seen(2);
    played.quit();
}

#[test]
fn while_the_leader_only_beats_nothing_is_written() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let (mut played, mut join) = following(&folders, &leader, "");
    leader.until_seen(1);
    let before = played.written().len();
    for _ in 0..3 {
        join.beat();
        leader.until_seen(1);
    }
    assert_eq!(played.written().len(), before);
    played.quit();
}

#[test]
fn it_gives_the_terminal_back_however_it_ends() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let (mut played, _join) = following(&folders, &leader, "");
    played.press(CTRL_C);
    assert_eq!(played.status(), 0);
    played.is_given_back();

    let (mut played, _join) = following(&folders, &leader, "");
    played.signal(Signal::TERM);
    assert_ne!(played.status(), 0);
    played.is_given_back();

    let mut played = folders.play_panicking("loop", &format!("screen 127.0.0.1:{}", leader.port));
    played.resize(SMALL);
    leader.joined().title(1, "Doa");
    played.until_shown("Doa");
    played.press(F12);
    assert_ne!(played.status(), 0);
    played.is_given_back();
}

#[test]
fn its_end_is_told_to_the_leader_whatever_ends_it() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    for signal in [None, Some(Signal::TERM), Some(Signal::HUP)] {
        let (mut played, _join) = following(&folders, &leader, "");
        leader.until_seen(1);
        match signal {
            Some(signal) => played.signal(signal),
            None => played.press("q"),
        }
        played.status();
        played.is_given_back();
        leader.until_gone(1);
    }
}

#[test]
fn a_leader_that_does_not_hear_the_goodbye_holds_up_nothing() {
    let folders = Folders::empty();
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let mut played = folders.play_at(SMALL, &format!("screen 127.0.0.1:{port}"));
    let mut join = Join::taken(&listener);
    join.title(1, "Laporan");
    played.until_shown("Laporan");
    // Nobody takes a line any more: the goodbye is never answered.
    played.quit();
}

#[test]
fn a_leader_that_never_pauses_keeps_no_slide_and_no_key_from_coming_through() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let (mut played, mut join) = following(&folders, &leader, "");
    let flood = std::thread::spawn(move || {
        for number in 2.. {
            let title = if number < 3_000 { "Banyak" } else { "Doa" };
            if !join.try_title(number, title) {
                return;
            }
        }
    });
    played.until_shown("Doa");
    played.quit();
    flood.join().unwrap();
}

#[test]
fn it_can_be_suspended() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let port = leader.port;
    let mut played = folders.play_shell(&format!(
        "set -m; \"$IKRAR\" screen 127.0.0.1:{port}; echo \"<stopped>\"; fg; echo \"<ended $?>\""
    ));
    played.resize(SMALL);
    let mut join = leader.joined();
    join.title(1, "Doa");
    played.until_shown("Doa");
    played.press(CTRL_Z);
    played.until_written("<stopped>");
    played.until_shown("Doa");
    played.press("q");
    played.until_written("<ended 0>");
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let (mut played, _join) = following(&folders, &leader, "");
    let whole = played.rows();
    played.resize((30, 8));
    played.until("it is drawn for the smaller one", |seen| {
        seen.shows("Pembacaan ikrar") && seen.rows().len() == 8
    });
    played.resize(SMALL);
    played.until("it is as it was", |seen| seen.rows() == whole);
    played.quit();
}

#[test]
fn the_display_is_kept_lit_and_the_hall_never_told_where_it_is_not() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let bus = FakeBus::listen(&folders.session_bus(), Manner::Grants(&[SCREEN_SAVER]));
    let mut played = folders.play_with_bus(bus.address(), &format!("screen 127.0.0.1:{}", leader.port));
    played.resize(SMALL);
    let mut join = leader.joined();
    join.title(1, "Doa");
    played.until_shown("Doa");
    bus.until_heard(&format!("Inhibit {SCREEN_SAVER} ikrar {}", words().awake_reason));
    played.quit();
    bus.until_heard("closed");
    // Without a bus the screen shows the slide and nothing else.
    let (mut played, _join) = following(&Folders::empty(), &leader, "");
    let rows = played.rows();
    let told: Vec<&String> = rows.iter().filter(|row| !row.is_empty()).collect();
    assert_eq!(told.len(), 1, "{rows:#?}");
    played.quit();
}

#[test]
fn a_lost_leader_is_marked_after_five_seconds_and_the_slide_stays() {
    let (folders, leader) = (Folders::empty(), Leader::start());
    let (mut played, join) = following(&folders, &leader, "");
    // A word would alarm the hall.
    let mark = "○";
    drop(join);
    // It asks again at once, and gets no answer that it understands.
    let mut silent = leader.joined();
    assert!(!played.look(|seen| seen.shows(mark)));
    played.until_shown(mark);
    assert!(played.look(|seen| seen.shows("Pembacaan ikrar")));
    assert!(!played.look(|seen| seen.shows(words().leader_lost)));
    silent.title(1, "Pembacaan ikrar");
    played.until_not_shown(mark);
    played.quit();
}

#[test]
fn a_screen_without_a_leader_waits_in_the_dark() {
    let folders = Folders::empty();
    // Also one whose leader cannot be reached, by its number or by its name.
    for address in ["127.0.0.1:1", "nobody.invalid:1"] {
        let mut played = folders.play(&format!("screen {address}"));
        played.until_shown(&format!("○ {}", words().leader_awaited));
        played.quit();
    }
    let mut played = folders.play("screen");
    let mark = format!("○ {}", words().leader_awaited);
    played.until_written("\x1b[?1049h");
    assert_eq!(played.rows().concat(), "");
    played.until_shown(&mark);
    assert_eq!(played.rows().concat().trim(), mark);
    // Nothing is drawn while it looks for a leader.
    assert_eq!(played.written_throughout(Duration::from_millis(700)), b"");
    played.quit();
}
