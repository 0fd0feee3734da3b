//! What the README promises of the released program alone: how large it is, and how much memory it takes. `cargo test` has
//! none, so `.ci/run` builds it and plays these.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

#[allow(dead_code, reason = "a part of it is needed here")]
#[path = "support/program.rs"]
mod program;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};

use rustix::process::Pid;

use program::{Folders, IKRAR, SMALL, SPACE, USUAL};

/// So many bytes a program that is copied to a USB stick may have.
const LARGEST: u64 = 8_000_000;

/// So much memory a leader whom two screens follow may take, in KiB.
const MOST_MEMORY: u64 = 12 * 1024;

/// The released program, beside the one that is tested.
fn released() -> PathBuf {
    let target = Path::new(IKRAR).parent().and_then(Path::parent).unwrap();
    let released = target.join("release").join("ikrar");
    assert!(released.exists(), "cargo build --release comes first");
    released
}

/// The most memory that a process has had, in KiB.
fn peak_memory(process: Pid) -> u64 {
    let file = format!("/proc/{}/status", process.as_raw_pid());
    let status = fs::read_to_string(file).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.unwrap().trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
#[ignore = "needs the released program; .ci/run plays it"]
fn the_program_has_room_on_any_stick() {
    let size = fs::metadata(released()).unwrap().len();
    println!("{size} bytes");
    assert!(size <= LARGEST, "{size} bytes");
}

#[test]
#[ignore = "needs the released program; .ci/run plays it"]
fn a_leader_with_two_screens_takes_little_memory() {
    let folders = Folders::with_script();
    let play = |size, arguments| folders.play_program(&released(), size, arguments);
    let mut leader = play(USUAL, "run apel.toml --at ikrar --guard 0");
    let (hall, reader) = (play(SMALL, "screen"), play(SMALL, "screen --reader"));
    leader.until_present("Satu.");
    for phrase in ["Menjaga netralitas.", "Dua.", "Menolak KATA uang.", "Tiga."] {
        leader.press(SPACE);
        for screen in [&hall, &reader] {
            screen.until_shown(phrase);
        }
    }
    let peak = peak_memory(leader.pid());
    println!("{peak} KiB");
    assert!(peak <= MOST_MEMORY, "{peak} KiB");
}
