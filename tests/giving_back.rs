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
    reason = "a test"
)]

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use ikrar::edge::{Clock, Terminal, terminal, worker};
use ikrar::show::{Key, KeyCode, Msg, Worker};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::style::Style;
use rustix::process::{Pid, Signal, kill_process};

const LONG: Duration = Duration::from_secs(20);

const OTHER_SCREEN: &[u8] = b"\x1b[?1049h";
const FIRST_SCREEN: &[u8] = b"\x1b[?1049l";

/// The program: it counts messages, and does what the keys say.
#[test]
#[ignore = "played by the others, in a terminal"]
fn the_program() {
    let clock = Clock::start();
    terminal::install_panic_hook();
    let (sender, messages) = channel();
    let mut terminal = match Terminal::enter(&sender, clock) {
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
                worker("worker", Worker::Watcher, sender.clone(), clock, || {
                    panic!("<worker>")
                })
                .unwrap();
            }
            _ if key == Key::ctrl(KeyCode::Char('z')) => terminal.suspend().unwrap(),
            _ => {}
        }
    }
}

struct Played {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    bytes: Receiver<Vec<u8>>,
    seen: Vec<u8>,
    before: Option<String>,
    let_go: Arc<AtomicBool>,
}

impl Played {
    fn new() -> Self {
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let before = settings(&*pair.master);
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args([
            "--ignored",
            "--exact",
            "the_program",
            "--nocapture",
            "--test-threads=1",
        ]);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, bytes) = channel();
        let let_go = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&let_go);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() || told.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        let mut played = Self {
            master: Some(pair.master),
            keys: Some(keys),
            child,
            bytes,
            seen: Vec::new(),
            before,
            let_go,
        };
        played.until("heard0>");
        played
    }

    fn press(&mut self, key: &[u8]) {
        self.keys.as_mut().unwrap().write_all(key).unwrap();
    }

    /// Waits until something is on its way to the screen.
    fn until(&mut self, text: &str) {
        let end = Instant::now() + LONG;
        while find(&self.seen, text.as_bytes()).is_none() {
            let left = end.saturating_duration_since(Instant::now());
            let bytes = self
                .bytes
                .recv_timeout(left)
                .unwrap_or_else(|_| panic!("{text:?} never came: {:?}", String::from_utf8_lossy(&self.seen)));
            self.seen.extend(bytes);
        }
    }

    fn signal(&self, signal: Signal) {
        let pid = self
            .child
            .process_id()
            .and_then(|pid| Pid::from_raw(pid.cast_signed()))
            .unwrap();
        kill_process(pid, signal).unwrap();
    }

    fn status(&mut self) -> u32 {
        let (sender, ended) = channel();
        let mut killer = self.child.clone_killer();
        thread::spawn(move || {
            if ended.recv_timeout(LONG).is_err() {
                let _ = killer.kill();
            }
        });
        let status = self.child.wait().unwrap().exit_code();
        let _: Result<(), _> = sender.send(());
        status
    }

    #[track_caller]
    fn is_given_back(&mut self) {
        while let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(200)) {
            self.seen.extend(bytes);
        }
        assert!(find(&self.seen, OTHER_SCREEN) < find(&self.seen, FIRST_SCREEN));
        assert_eq!(
            self.seen
                .windows(FIRST_SCREEN.len())
                .filter(|part| *part == FIRST_SCREEN)
                .count(),
            1
        );
        let settings = settings(&**self.master.as_ref().unwrap());
        assert!(settings.is_some());
        assert_eq!(settings, self.before);
    }
}

fn settings(master: &dyn MasterPty) -> Option<String> {
    master.get_termios().map(|settings| format!("{settings:?}"))
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[test]
fn on_quit() {
    let mut played = Played::new();
    played.press(b"q");
    assert_eq!(played.status(), 0);
    played.is_given_back();
    assert!(find(&played.seen, FIRST_SCREEN) < find(&played.seen, b"<ended>"));
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
        let mut played = Played::new();
        played.signal(signal);
        assert_eq!(played.status(), status);
        played.is_given_back();
    }
}

#[test]
fn on_a_panic_of_the_loop_and_its_message_is_readable() {
    let mut played = Played::new();
    played.press(b"p");
    assert_ne!(played.status(), 0);
    played.is_given_back();
    assert!(find(&played.seen, FIRST_SCREEN) < find(&played.seen, b"<panicked>"));
}

#[test]
fn a_panic_of_a_worker_gives_nothing_back_and_prints_nothing() {
    let mut played = Played::new();
    played.press(b"w");
    // The key, and that the worker has stopped.
    played.until("\x1b[1;7H2");
    assert_eq!(find(&played.seen, b"<worker>"), None);
    assert_eq!(find(&played.seen, FIRST_SCREEN), None);
    played.press(b"q");
    assert_eq!(played.status(), 0);
}

#[test]
fn a_vanished_terminal_ends_the_program() {
    let mut played = Played::new();
    // The reader of the test holds the terminal, too: it lets go after the next bytes.
    played.let_go.store(true, Ordering::SeqCst);
    played.press(b" ");
    played.keys = None;
    played.master = None;
    assert_eq!(played.status(), 129);
}

#[test]
fn a_program_that_nobody_could_resume_does_not_stop() {
    let mut played = Played::new();
    played.press(b"\x1a");
    played.until("\x1b[?1049l\x1b[?1049h");
    played.press(b"q");
    assert_eq!(played.status(), 0);
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
