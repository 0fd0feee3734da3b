//! However the program ends, the terminal is as it was, and the program ends at once.
//!
//! A small program, which is this test binary itself, is played in a terminal of its own. Every wait is for bytes or for
//! the end of the program, and has an end.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test"
)]

#[path = "support/terminal.rs"]
mod line;

use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

use ikrar::edge::{Outlet, Terminal, Timekeeper, terminal, worker};
use ikrar::show::{Key, KeyCode, Msg, Worker};
use portable_pty::CommandBuilder;
use ratatui::style::Style;
use rustix::process::Signal;

use line::{FIRST_SCREEN, Played, count, find};

/// The program: it counts messages, and does what the keys say.
#[test]
#[ignore = "played by the others, in a terminal"]
fn the_program() {
    play(false);
}

/// The same with the mouse.
#[test]
#[ignore = "played by the others, in a terminal"]
fn the_program_with_a_mouse() {
    play(true);
}

fn play(mouse: bool) {
    let timekeeper = Timekeeper::start();
    terminal::install_panic_hook();
    let (sender, messages) = channel();
    let mut terminal = match Terminal::enter(&sender, timekeeper, mouse) {
        Ok(terminal) => terminal,
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(2)
        }
    };
    let mut heard = 0;
    loop {
        let line = format!("<heard{heard}>");
        // An error is left to the thread that waits for the end of the line: this is its test.
        let _ = terminal.draw(|buffer, _| buffer.set_string(0, 0, line, Style::new()));
        let msg = messages.recv().unwrap();
        heard += 1;
        let Msg::KeyPressed { key, .. } = msg else {
            continue;
        };
        match key.code {
            KeyCode::Char('q') => {
                terminal.leave();
                println!("<ended>");
                return;
            }
            KeyCode::Char('p') => panic!("<panicked>"),
            KeyCode::Char('w') => {
                worker(
                    "worker",
                    Worker::Watcher,
                    Outlet::new(sender.clone()),
                    timekeeper,
                    || panic!("<worker>"),
                )
                .unwrap();
            }
            _ if key == Key::ctrl(KeyCode::Char('z')) => terminal.suspend().unwrap(),
            _ => {}
        }
    }
}

/// The program, in a terminal of its own, as soon as it draws.
fn played() -> Played {
    played_as("the_program")
}

/// The same with the mouse.
fn played_with_a_mouse() -> Played {
    played_as("the_program_with_a_mouse")
}

fn played_as(program: &str) -> Played {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", program, "--nocapture", "--test-threads=1"]);
    // Else it is started in the user's own folder, which need not be there.
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    let played = Played::start(command, (80, 24));
    played.until_written("heard0>");
    played
}

#[test]
fn on_quit() {
    for mut played in [played(), played_with_a_mouse()] {
        played.press(b"q");
        assert_eq!(played.status(), 0);
        played.is_given_back();
        assert!(find(&played.written(), FIRST_SCREEN) < find(&played.written(), b"<ended>"));
    }
}

#[test]
fn the_mouse_is_taken_over_only_where_it_is_asked_for_and_never_its_motions() {
    let mut with = played_with_a_mouse();
    with.press(b"q");
    assert_eq!(with.status(), 0);
    with.is_given_back();
    let written = with.written();
    assert_eq!(count(&written, b"\x1b[?1000h\x1b[?1006h"), 1);
    assert_eq!(count(&written, b"\x1b[?1006l\x1b[?1000l"), 1);
    for motions in [b"\x1b[?1002", b"\x1b[?1003", b"\x1b[?1015"] {
        assert_eq!(find(&written, motions), None);
    }
    let mut without = played();
    without.press(b"q");
    assert_eq!(without.status(), 0);
    // Neither taken nor given back: 1000, 1002, 1003, 1006; and 1015. The other screen is 1049.
    for asked in [b"\x1b[?100", b"\x1b[?101"] {
        assert_eq!(find(&without.written(), asked), None);
    }
}

#[test]
fn on_every_signal_that_ends_a_program() {
    let signals = [
        (Signal::TERM, 143),
        (Signal::INT, 130),
        (Signal::HUP, 129),
        (Signal::QUIT, 131),
    ];
    for (signal, status) in signals {
        for mut played in [played(), played_with_a_mouse()] {
            played.signal(signal);
            assert_eq!(played.status(), status);
            played.is_given_back();
        }
    }
}

#[test]
fn on_a_panic_of_the_loop_and_its_message_is_readable() {
    for mut played in [played(), played_with_a_mouse()] {
        played.press(b"p");
        assert_ne!(played.status(), 0);
        played.is_given_back();
        assert!(find(&played.written(), FIRST_SCREEN) < find(&played.written(), b"<panicked>"));
    }
}

#[test]
fn a_panic_of_a_worker_gives_nothing_back_and_prints_nothing() {
    let mut played = played();
    played.press(b"w");
    // The key, and that the worker has stopped.
    played.until_written("\x1b[1;7H2");
    assert_eq!(find(&played.written(), b"<worker>"), None);
    assert_eq!(find(&played.written(), FIRST_SCREEN), None);
    played.press(b"q");
    assert_eq!(played.status(), 0);
}

#[test]
fn a_vanished_terminal_ends_the_program() {
    let mut played = played();
    played.vanish(" ");
    assert_eq!(played.status(), 129);
}

#[test]
fn a_program_that_nobody_could_resume_does_not_stop() {
    let mut played = played();
    played.press(b"\x1a");
    played.until_written("\x1b[?1049l\x1b[?1049h");
    played.press(b"q");
    assert_eq!(played.status(), 0);
}

#[test]
fn the_mouse_is_given_back_while_the_program_is_stopped_and_taken_again_after() {
    let mut played = played_with_a_mouse();
    played.press(b"\x1a");
    played.until("the mouse is taken again", |seen| {
        count(seen.bytes(), b"\x1b[?1000h") == 2
    });
    let written = played.written();
    let given = find(&written, b"\x1b[?1000l").unwrap();
    assert!(given < find(&written, FIRST_SCREEN).unwrap());
    // And resumed by somebody else's hand: out and in again.
    played.signal(Signal::CONT);
    played.press(b"q");
    assert_eq!(played.status(), 0);
    played.is_given_back();
}

#[test]
fn what_is_no_terminal_is_told_and_gets_no_escape() {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "the_program", "--nocapture"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(find(&output.stdout, b"\x1b"), None);
    assert_ne!(find(&output.stderr, b"is not a terminal"), None);
}
