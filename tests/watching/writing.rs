//! A file that somebody still has open for writing is waited for, so that nothing half written arrives.

use std::fs::{self, File};
use std::io::Write;
use std::sync::mpsc::{RecvTimeoutError, channel};

use ikrar::edge::Timekeeper;
use ikrar::edge::watch::{Watch, WatchStyle, read_sources};
use ikrar::script::Contents;
use ikrar::show::Msg;

use crate::texts::with_text;
use crate::{FIRST, LONG, SHORT, Trial, changed, source};

#[test]
fn a_file_is_not_taken_while_it_is_being_written() {
    let trial = Trial::new();
    let mut open = File::create(&trial.script).unwrap();
    trial.nothing_arrives();
    open.write_all(b"title = ").unwrap();
    trial.nothing_arrives();
    open.write_all(b"\"Utuh\"\n").unwrap();
    trial.nothing_arrives();
    drop(open);
    trial.script_arrives("title = \"Utuh\"\n");
}

#[test]
fn a_new_file_is_not_taken_while_it_is_being_written() {
    let trial = Trial::new();
    fs::remove_file(&trial.script).unwrap();
    assert_eq!(trial.saved().script.contents, Contents::Missing);
    let mut open = File::create(&trial.script).unwrap();
    trial.nothing_arrives();
    open.write_all(b"title = \"Utuh\"\n").unwrap();
    drop(open);
    trial.script_arrives("title = \"Utuh\"\n");
}

#[test]
fn a_file_renamed_into_place_before_it_is_closed_is_waited_for() {
    let trial = Trial::new();
    let new = trial.home().join("apel.new");
    let mut open = File::create(&new).unwrap();
    fs::rename(&new, &trial.script).unwrap();
    trial.nothing_arrives();
    open.write_all(b"title = \"Utuh\"\n").unwrap();
    drop(open);
    trial.script_arrives("title = \"Utuh\"\n");
}

#[test]
fn a_text_being_written_holds_a_save_of_the_script_back() {
    let trial = Trial::with(WatchStyle::default(), with_text);
    let text = trial.home().join("texts/pancasila.toml");
    let mut open = File::create(&text).unwrap();
    fs::write(&trial.script, changed("Satu")).unwrap();
    trial.nothing_arrives();
    open.write_all(b"title = \"Utuh\"\n").unwrap();
    drop(open);
    let saved = trial.saved();
    assert_eq!(saved.script, source(&trial.script, &changed("Satu")));
    assert_eq!(
        saved.texts.get("pancasila"),
        Some(&source(&text, "title = \"Utuh\"\n"))
    );
    trial.nothing_arrives();
}

#[test]
fn what_was_opened_before_the_watch_began_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("apel.toml");
    fs::write(&script, FIRST).unwrap();
    let first = read_sources(&script);
    let mut open = File::create(&script).unwrap();
    open.write_all(b"title = \"Separuh\"\n").unwrap();
    let (sender, messages) = channel();
    let _watch = Watch::start(&script, WatchStyle::default(), first, sender, Timekeeper::start()).unwrap();
    assert!(matches!(
        messages.recv_timeout(LONG),
        Ok(Msg::WatchChanged { .. })
    ));
    assert_eq!(messages.recv_timeout(SHORT), Err(RecvTimeoutError::Timeout));
    open.write_all(b"agency = \"Utuh\"\n").unwrap();
    drop(open);
    let Ok(Msg::SourcesSaved { sources, .. }) = messages.recv_timeout(LONG) else {
        panic!("no save")
    };
    assert_eq!(
        sources.script,
        source(&script, "title = \"Separuh\"\nagency = \"Utuh\"\n")
    );
}

#[test]
fn what_is_open_for_writing_at_the_start_is_waited_for_a_moment() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("apel.toml");
    let mut open = File::create(&script).unwrap();
    open.write_all(b"title = \"Separuh\"\n").unwrap();
    let (sender, read) = channel();
    let path = script.clone();
    let reader = std::thread::spawn(move || sender.send(read_sources(&path)));
    assert_eq!(read.recv_timeout(SHORT), Err(RecvTimeoutError::Timeout));
    open.write_all(b"agency = \"Utuh\"\n").unwrap();
    drop(open);
    let whole = source(&script, "title = \"Separuh\"\nagency = \"Utuh\"\n");
    assert_eq!(
        read.recv_timeout(LONG).map(|sources| sources.script),
        Ok(whole.clone())
    );
    assert!(reader.join().unwrap().is_ok());
    // A program that never closes it does not keep the ceremony from beginning.
    let _open = File::options().append(true).open(&script).unwrap();
    assert_eq!(read_sources(&script).script, whole);
}
