//! The display is kept lit as long as the program is there, and the leader is told where that cannot be had.

use rustix::process::Signal;

use crate::bus::{FakeBus, Manner, SCREEN_SAVER};
use crate::program::{ENTER, Folders, words};
use crate::terminal::{Played, Seen, find};

/// The beginning of what the ready screen says, as much as surely stands in one row.
fn told() -> &'static str {
    let sentence = words().display_may_go_dark;
    &sentence[..20]
}

/// A program on its ready screen, and the bus of its session.
fn played(folders: &Folders, manner: Manner, arguments: &str) -> (Played, FakeBus) {
    let bus = FakeBus::listen(&folders.session_bus(), manner);
    let played = folders.play_with_bus(bus.address(), arguments);
    (played, bus)
}

#[test]
fn without_a_desktop_the_ready_screen_says_so_from_its_first_frame() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --guard 0");
    played.until_ready();
    assert!(played.look(|seen| seen.shows(told())), "{:#?}", played.rows());
    // While it runs nothing of it is said.
    played.press(ENTER);
    played.until_present("Laporan");
    assert!(!played.look(|seen| seen.shows(told())));
    played.quit_from_running();
}

#[test]
fn a_desktop_that_keeps_the_display_lit_is_not_spoken_of_and_gets_it_back_at_the_end() {
    let folders = Folders::with_script();
    let (mut played, bus) = played(
        &folders,
        Manner::Grants(&[SCREEN_SAVER]),
        "run apel.toml --guard 0",
    );
    played.until_ready();
    bus.until_heard(&format!("Inhibit {SCREEN_SAVER} ikrar {}", words().awake_reason));
    // Held while the leader waits, and while the ceremony runs.
    played.press(ENTER);
    played.until_present("Laporan");
    assert!(!bus.heard().contains(&"closed".to_owned()));
    played.quit_from_running();
    bus.until_heard("closed");
    assert!(bus.heard().contains(&format!("UnInhibit {SCREEN_SAVER} 101")));
    assert_eq!(find(&played.written(), told().as_bytes()), None);
}

#[test]
fn a_desktop_that_does_not_is_told_on_the_ready_screen() {
    for manner in [
        Manner::Grants(&[]),
        Manner::Rejects,
        Manner::HangsUp,
        Manner::Silent,
    ] {
        let folders = Folders::with_script();
        let (mut played, _bus) = played(&folders, manner, "run apel.toml --guard 0");
        played.until_shown(told());
        played.quit();
    }
}

#[test]
fn a_bus_is_found_where_it_usually_is_though_the_session_does_not_tell() {
    let folders = Folders::with_script();
    let bus = FakeBus::listen(&folders.session_bus(), Manner::Grants(&[SCREEN_SAVER]));
    let mut played = folders.play("run apel.toml --guard 0");
    bus.until_heard(&format!("Inhibit {SCREEN_SAVER} ikrar {}", words().awake_reason));
    played.until_ready();
    played.quit();
    bus.until_heard("closed");
}

#[test]
fn however_the_program_ends_the_display_is_given_back() {
    for signal in [Signal::TERM, Signal::HUP, Signal::KILL] {
        let folders = Folders::with_script();
        let (played, bus) = played(&folders, Manner::Grants(&[SCREEN_SAVER]), "run apel.toml --at 1");
        played.until_present("Laporan");
        bus.until_heard(&format!("Inhibit {SCREEN_SAVER} ikrar {}", words().awake_reason));
        played.signal(signal);
        bus.until_heard("closed");
    }
}

#[test]
fn a_bus_that_says_nothing_holds_up_neither_the_start_nor_a_key() {
    let folders = Folders::with_script();
    let (mut played, _bus) = played(&folders, Manner::Silent, "run apel.toml --guard 0");
    played.until_ready();
    played.press(ENTER);
    played.press("n");
    played.until_present("Satu.");
    let present = played.look(Seen::present);
    assert_eq!(present, "Satu.");
    played.quit_from_running();
}
