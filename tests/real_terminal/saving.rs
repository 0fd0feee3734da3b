//! `--save-changes`: the programme as it was run becomes a new script, and never another one's place.

use std::fs;
use std::path::Path;

use ikrar::lang::{Lang, SavingWords};
use ikrar::programme::{Occasion, compile};
use ikrar::script::{self, Script};

use crate::program::{Folders, IKRAR, SCRIPT, SPACE, USUAL, script_with, words};
use crate::terminal::{Played, find};

fn saving() -> &'static SavingWords {
    &Lang::Id.words().saving
}

/// A script as the program reads it from a file.
#[track_caller]
fn read(path: &Path) -> Script {
    let reading = script::read(&ikrar::edge::watch::read_sources(path));
    assert_eq!(reading.totals.all(), 0, "{:#?}", reading.problems);
    reading.script.unwrap()
}

/// The titles of the steps of a script.
fn titles(path: &Path) -> Vec<String> {
    let programme = compile(&read(path), &Occasion::default());
    programme.steps.into_iter().map(|step| step.title).collect()
}

/// What stands on the shell's screen once the terminal has been given back, wherever its lines were broken.
fn said(played: &Played) -> String {
    unspaced(&played.rows().concat())
}

fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The script of the tests with a step that may be dropped without a question.
fn with_optional_step(folders: &Folders) -> String {
    let script = SCRIPT.replace(
        "kind = \"report\"\n",
        "kind = \"report\"\noptional = true # bila sempat\n",
    );
    fs::write(folders.path("apel.toml"), &script).unwrap();
    script
}

#[test]
fn a_run_without_a_change_saves_the_script_as_it_is() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --save-changes hasil.toml");
    played.until_ready();
    played.quit();
    assert_eq!(fs::read_to_string(folders.path("hasil.toml")).unwrap(), SCRIPT);
    assert_eq!(said(&played), unspaced(&(saving().saved_unchanged)("hasil.toml")));
}

#[test]
fn a_dropped_step_is_left_out_and_named_in_its_place() {
    let folders = Folders::with_script();
    let script = with_optional_step(&folders);
    let mut played = folders.play("run apel.toml --save-changes hasil.toml --at 1 --guard 0");
    played.until_present("Laporan");
    played.press("s");
    played.until_present("Satu.");
    played.quit_from_running();
    let saved = fs::read_to_string(folders.path("hasil.toml")).unwrap();
    let comment = format!("# {}\n", (saving().dropped)("Laporan", None));
    let dropped = "[[step]]\ntitle = \"Laporan\"\nkind = \"report\"\noptional = true # bila sempat\n";
    assert!(saved.ends_with(&script.replace(dropped, &comment)), "{saved}");
    assert!(
        saved.contains("# Disimpan oleh program ikrar dari naskah apel.toml.\n"),
        "{saved}"
    );
    assert_eq!(
        titles(&folders.path("hasil.toml")),
        ["Pembacaan ikrar", "Pembacaan naskah", "Penutup"]
    );
    assert_eq!(
        fs::read_to_string(folders.path("apel.toml")).unwrap(),
        script,
        "the old one is as it was"
    );
    assert_eq!(said(&played), unspaced(&(saving().saved)("hasil.toml")));
    // The new script runs.
    let mut again = folders.play("run hasil.toml");
    again.until_ready();
    again.quit();
}

#[test]
fn what_was_decided_in_the_outline_is_written_where_the_author_would() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --save-changes hasil.toml --at 1 --guard 0");
    played.until_present("Laporan");
    // The third step goes behind the fourth, another one behind it, and somebody else reads.
    played.press("g");
    played.until_shown(words().outline_title);
    played.press("\x1b[B\x1b[B>");
    played.until_shown("4  Pembacaan naskah");
    played.press("i\rFoto \"bersama\" {pagi}\r5\r");
    played.until_shown("5  Foto \"bersama\" {pagi}");
    played.press("w\rAni, S.Sos.\rPlh. Sekda\r");
    played.until_told("Ani");
    played.press_esc();
    played.quit_from_running();
    let saved = fs::read_to_string(folders.path("hasil.toml")).unwrap();
    let people = format!(
        "[people]\n# {}\npembina = {{ role = \"Pembina apel\", short = \"Sekda\", name = \"Ani, S.Sos.\", office = \"Plh. Sekda\" }}\n",
        (saving().replaced)("pembina", "name = \"Drs. Contoh\"")
    );
    assert!(saved.contains(&people), "{saved}");
    let put_in = "[[step]]\nid = \"sisipan-1\"\ntitle = 'Foto \"bersama\" {{pagi}}'\nkind = \"act\"\nduration = \"5m\"\n";
    assert!(saved.ends_with(put_in), "{saved}");
    assert_eq!(
        titles(&folders.path("hasil.toml")),
        [
            "Laporan",
            "Pembacaan ikrar",
            "Penutup",
            "Pembacaan naskah",
            "Foto \"bersama\" {pagi}"
        ]
    );
}

#[test]
fn the_script_as_it_was_saved_last_is_what_is_written() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --save-changes hasil.toml --at ikrar.2 --guard 0");
    played.until_present("Dua.");
    played.press(SPACE);
    played.until_present("Menolak KATA uang.");
    fs::write(folders.path("apel.toml"), script_with("politik")).unwrap();
    played.until_present("Menolak politik uang.");
    // A broken save was never on air.
    fs::write(folders.path("apel.toml"), "title = ").unwrap();
    played.until_told("apel.toml");
    played.quit_from_running();
    let saved = fs::read_to_string(folders.path("hasil.toml")).unwrap();
    assert_eq!(saved, script_with("politik"));
}

#[test]
fn a_file_that_exists_is_refused_before_the_screen_is_taken_over() {
    let folders = Folders::with_script();
    fs::create_dir(folders.path("folder")).unwrap();
    let reason = |text: String| text.split("(os error").next().unwrap().to_owned();
    let missing = reason(std::io::Error::from_raw_os_error(2).to_string());
    let missing = missing.trim();
    for (file, told) in [
        ("apel.toml", (saving().exists)("apel.toml")),
        ("folder", (saving().exists)("folder")),
        ("baru/", (saving().no_name)("baru/")),
        (
            "tidak-ada/hasil.toml",
            (saving().folder_refused)("tidak-ada", missing),
        ),
    ] {
        let mut played = folders.play(&format!("run apel.toml --save-changes {file}"));
        assert_eq!(played.status(), 2, "{file}");
        assert!(said(&played).contains(&unspaced(&told)), "{:#?}", played.rows());
        assert_eq!(find(&played.written(), b"\x1b"), None);
    }
    assert_eq!(fs::read_to_string(folders.path("apel.toml")).unwrap(), SCRIPT);
}

#[test]
fn a_file_that_has_come_up_meanwhile_is_kept_and_the_programme_saved_beside_it() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --save-changes hasil.toml");
    played.until_ready();
    fs::write(folders.path("hasil.toml"), "lain").unwrap();
    played.quit();
    assert_eq!(fs::read_to_string(folders.path("hasil.toml")).unwrap(), "lain");
    assert_eq!(fs::read_to_string(folders.path("hasil-2.toml")).unwrap(), SCRIPT);
    assert_eq!(
        said(&played),
        unspaced(&(saving().saved_beside)("hasil.toml", "hasil-2.toml"))
    );
}

#[test]
fn what_cannot_be_saved_any_more_is_printed() {
    let folders = Folders::with_script();
    fs::create_dir(folders.path("arsip")).unwrap();
    // So tall that all that is printed stands on the screen.
    let (columns, _) = USUAL;
    let arguments = "run apel.toml --save-changes arsip/hasil.toml";
    let mut played = folders.play_program(Path::new(IKRAR), (columns, 60), arguments);
    played.until_ready();
    fs::remove_dir(folders.path("arsip")).unwrap();
    played.press("q");
    assert_eq!(played.status(), 2);
    let rows = played.rows();
    for line in SCRIPT.lines() {
        assert!(rows.iter().any(|row| row == line), "{line}: {rows:#?}");
    }
    let told = (saving().not_saved)("arsip/hasil.toml", "…");
    let (before, after) = told.split_once('…').unwrap();
    let said = said(&played);
    assert!(
        said.contains(&unspaced(before)) && said.ends_with(&unspaced(after)),
        "{rows:#?}"
    );
}

#[test]
fn texts_that_the_new_script_does_not_find_are_named() {
    let folders = Folders::with_script();
    fs::create_dir_all(folders.path("arsip/texts")).unwrap();
    fs::write(
        folders.path("arsip/texts/naskah.toml"),
        "title = 'Lain'\nclauses = ['Lain.']\n",
    )
    .unwrap();
    fs::create_dir(folders.path("kosong")).unwrap();
    for folder in ["arsip", "kosong"] {
        let mut played = folders.play(&format!("run apel.toml --save-changes {folder}/hasil.toml"));
        played.until_ready();
        played.quit();
        let told = (saving().other_texts)(&format!("{folder}/texts"), "naskah.toml");
        assert!(said(&played).contains(&unspaced(&told)), "{:#?}", played.rows());
    }
    // A shipped script needs no file beside it.
    let mut played = folders.play("run purworejo-2024 --save-changes kosong/lagi.toml");
    played.until_ready();
    played.quit();
    assert_eq!(
        said(&played),
        unspaced(&(saving().saved_unchanged)("kosong/lagi.toml"))
    );
}

#[test]
fn a_script_that_could_never_be_run_is_not_saved() {
    let folders = Folders::with_script();
    fs::write(folders.path("rusak.toml"), "title = ").unwrap();
    let mut played = folders.play("run rusak.toml --save-changes hasil.toml");
    played.until_waiting();
    played.press("q");
    assert_eq!(played.status(), 1);
    assert!(
        said(&played).contains(&unspaced(saving().no_script)),
        "{:#?}",
        played.rows()
    );
    assert!(!folders.path("hasil.toml").exists());
}

#[test]
fn a_run_of_which_every_step_was_dropped_is_told() {
    let folders = Folders::empty();
    let script = "title = 'Apel'\n[[step]]\ntitle = 'Doa'\nkind = 'prayer'\noptional = true\n";
    fs::write(folders.path("apel.toml"), script).unwrap();
    let mut played = folders.play("run apel.toml --save-changes hasil.toml --at 1 --guard 0");
    played.until_present("Doa");
    played.press("s");
    played.until_shown(words().closing_title);
    played.press("q");
    assert_eq!(played.status(), 2);
    assert!(
        said(&played).contains(&unspaced(saving().nothing_left)),
        "{:#?}",
        played.rows()
    );
}
