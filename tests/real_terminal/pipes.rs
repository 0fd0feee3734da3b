//! Where there is no terminal: messages, exit codes, and not one escape.

use std::fs;

use serde_json::Value;

use crate::program::{Folders, script_with};
use crate::terminal::find;
use ikrar::lang::Lang;

#[test]
fn input_that_is_no_terminal_is_told() {
    let folders = Folders::with_script();
    let output = folders.run(&["run", "apel.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains(Lang::Id.words().commands.input_is_no_terminal),
        "{told}"
    );
    assert!(!told.contains('\x1b'));
    let english = folders.run(&["run", "apel.toml", "--lang", "en"]);
    let told = String::from_utf8(english.stderr).unwrap();
    assert!(
        told.contains(Lang::En.words().commands.input_is_no_terminal),
        "{told}"
    );
}

#[test]
fn output_that_is_no_terminal_is_told_and_gets_no_escape() {
    let folders = Folders::with_script();
    for (redirected, told) in [
        (">keluar 2>galat", Lang::Id.words().commands.output_is_no_terminal),
        (
            "2>galat | cat >keluar",
            Lang::Id.words().commands.output_is_no_terminal,
        ),
        (
            "</dev/null >keluar 2>galat",
            Lang::Id.words().commands.input_is_no_terminal,
        ),
    ] {
        let mut played = folders.play_shell(&format!(
            "\"$IKRAR\" run apel.toml {redirected}; echo \"<ended $?>\""
        ));
        assert_eq!(played.status(), 0);
        let code = if redirected.contains('|') { 0 } else { 2 };
        assert!(
            played.look(|seen| seen.shows(&format!("<ended {code}>"))),
            "{redirected}"
        );
        assert_eq!(find(&played.written(), b"\x1b"), None);
        assert_eq!(fs::read(folders.path("keluar")).unwrap(), b"");
        let error = fs::read_to_string(folders.path("galat")).unwrap();
        assert!(error.contains(told) && !error.contains('\x1b'), "{error}");
    }
}

#[test]
fn check_has_its_exit_codes() {
    let folders = Folders::with_script();
    fs::write(folders.path("salah.toml"), "title = \"Apel\"\n").unwrap();
    fs::write(
        folders.path("kosong.toml"),
        script_with("{kosong}") + "[values]\nkosong = \"\"\n",
    )
    .unwrap();
    for (scripts, code) in [
        (vec!["apel.toml"], 0),
        (vec!["kosong.toml"], 0),
        (vec!["mergangsan-2023"], 0),
        (vec!["salah.toml"], 1),
        (vec!["apel.toml", "salah.toml"], 1),
        (vec!["tidak-ada.toml"], 2),
        (vec!["salah.toml", "tidak-ada.toml", "apel.toml"], 2),
        (vec!["texts"], 2),
    ] {
        for format in ["text", "json"] {
            let arguments: Vec<&str> = ["check", "--format", format]
                .into_iter()
                .chain(scripts.iter().copied())
                .collect();
            let output = folders.run(&arguments);
            assert_eq!(output.status.code(), Some(code), "{arguments:?}");
            assert_eq!(find(&output.stdout, b"\x1b"), None);
            if format == "json" {
                let found: Value = serde_json::from_slice(&output.stdout).unwrap();
                assert_eq!(found.as_array().unwrap().len(), scripts.len());
            }
        }
    }
    let warned = folders.run(&["check", "kosong.toml", "--format", "json"]);
    let warned: Value = serde_json::from_slice(&warned.stdout).unwrap();
    assert_eq!(warned[0]["warnings"], 1);
    assert_eq!(warned[0]["errors"], 0);
    let wrong = folders.run(&["check"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn show_has_its_exit_codes_and_formats() {
    let folders = Folders::with_script();
    fs::write(folders.path("salah.toml"), "title = \"Apel\"\n").unwrap();
    for (script, code) in [
        ("apel.toml", 0),
        ("pekalongan-2023", 0),
        ("salah.toml", 1),
        ("tidak-ada.toml", 2),
        ("texts", 2),
    ] {
        for format in ["text", "json", "markdown"] {
            let output = folders.run(&["show", script, "--format", format]);
            assert_eq!(output.status.code(), Some(code), "{script} {format}");
            assert_eq!(output.stdout.is_empty(), code != 0, "{script} {format}");
            assert_eq!(output.stderr.is_empty(), code == 0, "{script} {format}");
            assert_eq!(find(&[output.stdout, output.stderr].concat(), b"\x1b"), None);
        }
    }
    let rundown: Value =
        serde_json::from_slice(&folders.run(&["show", "apel.toml", "--format", "json"]).stdout).unwrap();
    assert_eq!(rundown["steps"][1]["cues"][1]["phrases"][1], "Menolak KATA uang.");
    // The script itself, to begin a new one with: also one that ships, and one that is broken.
    let script = |name: &str| folders.run(&["show", name, "--format", "toml"]).stdout;
    assert_eq!(script("apel.toml"), fs::read(folders.path("apel.toml")).unwrap());
    assert_eq!(script("salah.toml"), b"title = \"Apel\"\n");
    assert!(find(&script("apel-pagi"), b"[[step]]").is_some());
    let text = String::from_utf8(folders.run(&["show", "apel.toml"]).stdout).unwrap();
    assert!(
        text.contains("KEGIATAN") && text.contains("Menolak KATA uang."),
        "{text}"
    );
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folders = Folders::with_script();
    for (arguments, code) in [
        (["show", "purworejo-2024"], 0),
        (["check", "purworejo-2024"], 0),
        (["check", "texts"], 2),
    ] {
        let output = folders.run_into_closed_pipe(&arguments);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    }
}
