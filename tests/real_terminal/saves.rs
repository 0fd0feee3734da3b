//! Saves while the show runs: every editor's way arrives, nothing moves the leader, and no broken one is taken.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::program::{Folders, SCRIPT, SPACE, script_with, words};
use crate::terminal::{Played, Seen, find};

/// The program in the midst of the second clause.
fn in_second_clause(folders: &Folders, arguments: &str) -> Played {
    let mut played = folders.play(&format!("run {arguments} --at ikrar.2 --guard 0"));
    played.until_present("Dua.");
    played.press(SPACE);
    played.until_present("Menolak KATA uang.");
    played
}

/// Holds that a save has arrived, and that the leader is where the leader was.
#[track_caller]
fn arrives(played: &Played, word: &str) {
    played.until_present(&format!("Menolak {word} uang."));
    played.look(|seen| {
        let place = (words().clause_of)(ikrar::script::Unit::Butir, 2, 3);
        assert!(
            seen.shows(&place) && seen.shows("2/4  Pembacaan ikrar"),
            "{:#?}",
            seen.rows()
        );
        assert!(
            seen.told()
                .contains((words().audience_waits)(None).split('.').next().unwrap()),
            "{:#?}",
            seen.rows()
        );
    });
}

fn in_place(path: &Path, text: &str) {
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.set_len(text.len() as u64).unwrap();
}

fn rename_over(path: &Path, text: &str) {
    let beside = path.with_extension("toml~");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, path).unwrap();
}

fn truncate_then_write(path: &Path, text: &str) {
    let mut file = File::create(path).unwrap();
    let (half, rest) = text.split_at(text.len() / 2);
    for part in [half, rest] {
        file.write_all(part.as_bytes()).unwrap();
        file.sync_all().unwrap();
    }
}

fn delete_and_recreate(path: &Path, text: &str) {
    fs::remove_file(path).unwrap();
    fs::write(path, text).unwrap();
}

fn move_away_then_write(path: &Path, text: &str) {
    fs::rename(path, path.with_extension("bak")).unwrap();
    fs::write(path, text).unwrap();
}

fn copy_of_an_older_file(path: &Path, text: &str) {
    let older = path.with_extension("older");
    fs::write(&older, text).unwrap();
    let last_year = SystemTime::now() - Duration::from_secs(365 * 24 * 3_600);
    File::options()
        .write(true)
        .open(&older)
        .unwrap()
        .set_modified(last_year)
        .unwrap();
    let copied = Command::new("cp")
        .arg("-p")
        .args([&older, path])
        .status()
        .unwrap();
    assert!(copied.success());
}

type Save = fn(&Path, &str);
const STYLES: [(&str, Save); 6] = [
    ("ditulis", in_place),
    ("diganti", rename_over),
    ("dipotong", truncate_then_write),
    ("dibuat", delete_and_recreate),
    ("digeser", move_away_then_write),
    ("disalin", copy_of_an_older_file),
];

#[test]
fn every_way_of_saving_arrives_and_the_leader_stays() {
    let folders = Folders::with_script();
    let mut played = in_second_clause(&folders, "apel.toml");
    for (word, save) in STYLES
        .into_iter()
        .chain(STYLES.map(|(word, save)| (&word[2..], save)))
    {
        save(&folders.path("apel.toml"), &script_with(word));
        arrives(&played, word);
    }
    played.press(SPACE);
    played.until_present("Tiga.");
    played.quit_from_running();
    // None of them was ever taken half written.
    let refused = (words().refused)("");
    let beginning: String = refused.chars().take(16).collect();
    assert_eq!(find(&played.written(), beginning.as_bytes()), None);
}

#[test]
fn looking_sees_saves_too_and_says_so() {
    let folders = Folders::with_script();
    let mut played = in_second_clause(&folders, "apel.toml --poll");
    played.until_told(words().looking_as_asked);
    for (word, save) in [STYLES[1], STYLES[5]] {
        save(&folders.path("apel.toml"), &script_with(word));
        arrives(&played, word);
    }
    played.quit_from_running();
}

#[test]
fn behind_a_link_both_the_file_and_the_link_are_watched() {
    let folders = Folders::with_script();
    fs::create_dir(folders.path("arsip")).unwrap();
    fs::rename(folders.path("apel.toml"), folders.path("arsip/apel.toml")).unwrap();
    std::os::unix::fs::symlink("arsip/apel.toml", folders.path("hari-ini.toml")).unwrap();
    let mut played = in_second_clause(&folders, "hari-ini.toml");
    rename_over(&folders.path("arsip/apel.toml"), &script_with("pertama"));
    arrives(&played, "pertama");
    fs::write(folders.path("arsip/lain.toml"), script_with("kedua")).unwrap();
    std::os::unix::fs::symlink("arsip/lain.toml", folders.path("baru")).unwrap();
    fs::rename(folders.path("baru"), folders.path("hari-ini.toml")).unwrap();
    arrives(&played, "kedua");
    played.quit_from_running();
}

#[test]
fn a_save_of_a_text_arrives() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at naskah --guard 0");
    played.until("the text's first words", |seen| {
        seen.present().contains("Setia kepada KATA.")
    });
    let text = fs::read_to_string(folders.path("texts/naskah.toml")).unwrap();
    rename_over(
        &folders.path("texts/naskah.toml"),
        &text.replace("KATA", "negara"),
    );
    played.until("the new words", |seen| {
        seen.present().contains("Setia kepada negara.")
    });
    assert!(played.look(|seen| seen.shows("3/4  Pembacaan naskah")));
    played.quit_from_running();
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_still_open_for_writing_is_not_taken() {
    let folders = Folders::with_script();
    let mut played = in_second_clause(&folders, "apel.toml");
    let whole = script_with("utuh");
    let mut file = File::create(folders.path("apel.toml")).unwrap();
    // A part that is a good script by itself: only that the file is open tells that it is not all.
    let part = script_with("sebagian");
    file.write_all(part.as_bytes()).unwrap();
    file.sync_all().unwrap();
    // Nothing at all comes of it, not even on the next key.
    assert_eq!(
        String::from_utf8_lossy(&without_minute(&played, Duration::from_millis(400))),
        ""
    );
    file.set_len(0).unwrap();
    std::io::Seek::rewind(&mut file).unwrap();
    file.write_all(whole.as_bytes()).unwrap();
    drop(file);
    arrives(&played, "utuh");
    assert_eq!(find(&played.written(), b"sebagian"), None);
    played.quit_from_running();
}

#[cfg(target_os = "linux")]
#[test]
fn looking_never_moves_the_leader_to_half_a_script() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --poll --at ikrar.3 --guard 0");
    played.until_present("Tiga.");
    played.until_told(words().looking_as_asked);
    let whole = SCRIPT.replace("Menjaga persatuan.", "Menjaga kesatuan.");
    let (first_step, rest) = whole.split_once("[[step]]\nid = \"ikrar\"").unwrap();
    let mut file = File::create(folders.path("apel.toml")).unwrap();
    file.write_all(first_step.as_bytes()).unwrap();
    file.sync_all().unwrap();
    // More than two looks. The first half is a good script by itself, without the step at which the leader is.
    let written = without_minute(&played, Duration::from_millis(2_500));
    assert_eq!(String::from_utf8_lossy(&written), "");
    write!(file, "[[step]]\nid = \"ikrar\"{rest}").unwrap();
    drop(file);
    played.press(SPACE);
    played.until_present("Menjaga kesatuan.");
    played.quit_from_running();
}

/// What is written within a time, unless it is the clock alone.
#[cfg(target_os = "linux")]
fn without_minute(played: &Played, span: Duration) -> Vec<u8> {
    let rows = |seen: &Seen| seen.rows().split_off(1);
    let before = played.look(rows);
    let written = played.written_throughout(span);
    if played.look(rows) == before {
        Vec::new()
    } else {
        written
    }
}

/// A script with a kind that there is none of.
fn broken() -> String {
    SCRIPT.replace("kind = \"ikrar\"", "kind = \"ikrrar\"")
}

const BROKEN_AT: &str = "apel.toml:14:";

#[test]
fn a_broken_save_is_told_and_the_show_goes_on() {
    let folders = Folders::with_script();
    let path = folders.path("apel.toml");
    let mut played = in_second_clause(&folders, "apel.toml");
    rename_over(&path, &broken());
    played.until("file, line and reason are told", |seen| {
        seen.told().contains(BROKEN_AT) && seen.told().contains("ikrrar")
    });
    played.until_present("Menolak KATA uang.");
    played.press(SPACE);
    played.until_present("Tiga.");
    // All of it, with the line itself.
    played.press("m");
    played.until_shown(words().problems_title);
    played.until_shown("14 │ kind = \"ikrrar\"");
    played.press("m");
    played.until_present("Tiga.");
    // The old bytes are good.
    rename_over(&path, SCRIPT);
    played.until("it is no longer told", |seen| !seen.told().contains(BROKEN_AT));
    played.until_present("Tiga.");
    // A broken one again, a worse one, and then a good one that has changed.
    in_place(&path, "");
    played.until_told("apel.toml");
    in_place(&path, &broken());
    played.until_told(BROKEN_AT);
    rename_over(&path, &SCRIPT.replace("Menjaga persatuan.", "Menjaga kesatuan."));
    played.until("it is no longer told", |seen| !seen.told().contains(BROKEN_AT));
    played.press(SPACE);
    played.until_present("Menjaga kesatuan.");
    played.quit_from_running();
}

#[test]
fn a_removed_script_is_told_and_the_show_goes_on() {
    let folders = Folders::with_script();
    let mut played = in_second_clause(&folders, "apel.toml");
    fs::remove_file(folders.path("apel.toml")).unwrap();
    played.until_told("apel.toml");
    played.press(SPACE);
    played.until_present("Tiga.");
    fs::write(folders.path("apel.toml"), SCRIPT).unwrap();
    played.until("it is no longer told", |seen| !seen.told().contains("apel.toml"));
    played.quit_from_running();
}

#[test]
fn a_broken_script_opens_with_its_problems_and_waits_for_a_good_save() {
    let folders = Folders::with_script();
    fs::write(folders.path("apel.toml"), broken()).unwrap();
    let mut played = folders.play("run apel.toml --guard 0");
    played.until_waiting();
    played.until_shown(words().problems_title);
    played.until_shown(BROKEN_AT);
    // No key begins what cannot be read.
    played.press(SPACE);
    played.press("\r");
    rename_over(&folders.path("apel.toml"), SCRIPT);
    played.until_ready();
    played.press("\r");
    played.until_present("Laporan");
    played.quit_from_running();
}

#[test]
fn a_broken_script_begins_where_it_was_asked_once_it_is_good() {
    let folders = Folders::with_script();
    fs::write(folders.path("apel.toml"), broken()).unwrap();
    let mut played = folders.play("run apel.toml --at ikrar.3");
    played.until_waiting();
    rename_over(&folders.path("apel.toml"), SCRIPT);
    played.until_present("Tiga.");
    played.quit_from_running();
}
