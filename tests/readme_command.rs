//! The README's main command, typed into a real terminal as it stands there: the list, the ready screen of its first,
//! the whole ceremony with Space alone at the pace of a hand, its end. It builds the released program, so `cargo test`
//! leaves it out and `.ci/run` plays it.
#![cfg(unix)]
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

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use portable_pty::CommandBuilder;
use program::{ENTER, IKRAR, SPACE, USUAL};
use serde_json::Value;
use terminal::{Played, Seen};

/// The first command of the README that runs the program.
fn main_command() -> &'static str {
    let line = include_str!("../README.md")
        .lines()
        .find(|line| line.starts_with("cargo run"))
        .unwrap();
    line.split(" #").next().unwrap().trim_end()
}

/// A little more than the guard lets through: a hand is slower still.
const A_HAND: Duration = Duration::from_millis(270);

/// Where the show is: the step, and all between its row and the state strip. Not the clock, nor how late it is: they
/// change by themselves.
fn whereabouts(seen: &Seen) -> Vec<String> {
    let rows = seen.rows();
    let step = rows.get(2).map(|row| row.split("  ").take(2).collect::<String>());
    step.into_iter()
        .chain(rows.iter().take(21).skip(3).cloned())
        .collect()
}

/// Where the program keeps and finds what is the user's own. The rest of the surroundings is cargo's.
const OWN_FOLDERS: [&str; 3] = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"];

/// What the program prints as JSON in the folder of the README.
fn printed(folders: &Path, arguments: &[&str]) -> Value {
    let mut command = Command::new(IKRAR);
    let command = command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.envs(OWN_FOLDERS.map(|name| (name, folders))).output();
    serde_json::from_slice(&output.unwrap().stdout).unwrap()
}

#[test]
#[ignore = "builds the released program; .ci/run plays it"]
fn the_main_command_runs_a_whole_ceremony() {
    let folders = tempfile::tempdir().unwrap();
    // The first of the list, which nobody has used before.
    let listed = printed(folders.path(), &["list", "--format", "json"]);
    let rundown = printed(
        folders.path(),
        &["show", listed[0]["name"].as_str().unwrap(), "--format", "json"],
    );
    let steps = rundown["steps"].as_array().unwrap();
    let ikrar = steps.iter().find(|step| step["kind"] == "ikrar").unwrap();
    let expected: Vec<&str> = ikrar["cues"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|cue| cue["phrases"].as_array().unwrap())
        .map(|phrase| phrase.as_str().unwrap())
        .collect();

    let mut shell = CommandBuilder::new("sh");
    shell.args(["-c", &format!("exec {}", main_command())]);
    shell.cwd(env!("CARGO_MANIFEST_DIR"));
    shell.env("TERM", "xterm-256color");
    for name in OWN_FOLDERS {
        shell.env(name, folders.path());
    }
    let mut played = Played::start(shell, USUAL);
    played.until_shown(listed[0]["title"].as_str().unwrap());
    played.press(ENTER);
    played.until_shown("SIAP");
    // A bouncing Enter must not begin what it has just opened.
    played.written_throughout(A_HAND);
    played.press(ENTER);
    played.until_not_shown("SIAP");

    let header = format!("{}/{}", ikrar["number"], steps.len());
    let mut read = Vec::new();
    for _ in 0..500 {
        if played.look(|seen| seen.shows(&header)) {
            read.push(played.look(Seen::present));
        }
        let before = played.look(whereabouts);
        played.written_throughout(A_HAND);
        played.press(SPACE);
        played.until("the show moves", |seen| whereabouts(seen) != before);
        if played.look(|seen| seen.shows("Upacara selesai")) {
            break;
        }
    }
    assert_eq!(read, expected, "every phrase once, in order");
    assert!(played.look(|seen| seen.shows("Tidak ada yang terlewat.")));
    played.press("q");
    assert_eq!(played.status(), 0);
    played.is_given_back();
}
