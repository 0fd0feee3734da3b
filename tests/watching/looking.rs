//! Where the system does not tell of saves, the watch looks by itself, and sees the same.

use std::fs::{self, File};
use std::io::Write;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use ikrar::edge::watch::WatchStyle;
use ikrar::script::Contents;

use crate::texts::with_text;
use crate::{Trial, changed, save_by_rename, source};

const LOOKING: WatchStyle = WatchStyle {
    poll: true,
    panic_on_save: false,
};

#[test]
fn looking_as_asked_sees_every_way_of_saving() {
    let trial = Trial::with(LOOKING, with_text);
    fs::write(&trial.script, changed("Satu")).unwrap();
    trial.script_arrives(&changed("Satu"));
    save_by_rename(&trial.script, &changed("Dua"));
    trial.script_arrives(&changed("Dua"));
    let text = trial.home().join("texts/pancasila.toml");
    fs::write(&text, "title = \"Baru\"\n").unwrap();
    assert_eq!(
        trial.saved().texts.get("pancasila"),
        Some(&source(&text, "title = \"Baru\"\n"))
    );
    fs::remove_file(&trial.script).unwrap();
    assert_eq!(trial.saved().script.contents, Contents::Missing);
}

/// The script is looked at, not told of.
#[cfg(target_os = "linux")]
#[test]
fn looking_waits_for_a_file_that_is_open_for_writing() {
    let trial = Trial::with(LOOKING, |_| ());
    let mut open = File::create(&trial.script).unwrap();
    open.write_all(b"title = \"Separuh\"\n").unwrap();
    open.sync_all().unwrap();
    // More than two looks, in which nothing about the file changes.
    let halted = trial.messages.recv_timeout(Duration::from_millis(2_500));
    assert_eq!(halted, Err(RecvTimeoutError::Timeout));
    open.write_all(b"agency = \"Utuh\"\n").unwrap();
    drop(open);
    trial.script_arrives("title = \"Separuh\"\nagency = \"Utuh\"\n");
}

#[test]
fn looking_takes_a_file_that_grows_only_when_it_has_stayed_the_same() {
    let trial = Trial::with(LOOKING, |_| ());
    fs::write(&trial.script, "").unwrap();
    let mut whole = String::new();
    for part in ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh"] {
        // Closed each time, as by a copy over a network that comes in pieces.
        let line = format!("{part} = 1\n");
        whole.push_str(&line);
        let mut open = File::options().append(true).open(&trial.script).unwrap();
        open.write_all(line.as_bytes()).unwrap();
        drop(open);
        trial.nothing_arrives();
    }
    trial.script_arrives(&whole);
}
