//! The list as text and JSON, names instead of paths, and the completions of shells.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use ikrar::lang::Lang;
use serde_json::Value;

use crate::program::Folders;

const GOOD: &str = "title = \"Apel Uji\"\nagency = \"Kantor\"\ndate = 2024-10-07\n[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\nduration = \"90s\"\n";
const BROKEN: &str = "title = \"Apel\"\n[[step]]\ntitle = \"Doa\"\nkind = \"doa\"\n";

/// Folders with a script here, a broken one, and one of the user's own.
fn with_scripts() -> Folders {
    let folders = Folders::empty();
    fs::create_dir(folders.path("ceremonies")).unwrap();
    fs::write(folders.path("ceremonies/apel.toml"), GOOD).unwrap();
    fs::write(folders.path("ceremonies/rusak.toml"), BROKEN).unwrap();
    let user = folders.path("../data/ikrar/ceremonies");
    fs::create_dir_all(&user).unwrap();
    let of_user = GOOD
        .replace("Apel Uji", "Upacara")
        .replace("2024-10-07", "2024-10-08");
    fs::write(user.join("upacara.toml"), of_user).unwrap();
    folders
}

fn text(folders: &Folders, arguments: &[&str]) -> String {
    let output = folders.run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_table_has_a_row_for_each_and_its_columns_are_aligned() {
    let folders = with_scripts();
    for (command, lang) in [("list", Lang::Id), ("daftar", Lang::En)] {
        let code = if lang == Lang::Id { "id" } else { "en" };
        let table = text(&folders, &[command, "--lang", code]);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 1 + 3 + 6, "{table}");
        let words = lang.words();
        let at = |word: &str| lines[0].find(word).map(|at| lines[0][..at].chars().count());
        let day = at(words.commands.list_columns[1]).unwrap();
        let column = |line: &str, at| line.chars().skip(at).collect::<String>();
        assert!(lines[1].starts_with("apel ") && column(lines[1], day).starts_with("7 Oktober 2024"));
        assert!(lines[3].starts_with("upacara ") && column(lines[3], day).starts_with("8 Oktober 2024"));
        assert!(lines[1].ends_with("Apel Uji · Kantor"));
        assert!(
            lines[2].contains(&format!("! {}", (words.screens.errors)(1))),
            "{table}"
        );
        assert!(table.contains("apel-pagi") && table.contains("Seminar dan Ikrar Netralitas ASN"));
    }
}

#[test]
fn json_has_its_documented_keys() {
    let folders = with_scripts();
    let json: Value = serde_json::from_str(&text(&folders, &["list", "--format", "json"])).unwrap();
    let all = json.as_array().unwrap();
    assert_eq!(all.len(), 9);
    let keys = [
        "name",
        "path",
        "origin",
        "title",
        "agency",
        "date",
        "steps",
        "minutes",
        "errors",
        "warnings",
        "last_used",
    ];
    for one in all {
        let mut found: Vec<&str> = one.as_object().unwrap().keys().map(String::as_str).collect();
        let mut expected = keys;
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected);
    }
    let expected = serde_json::json!({
        "name": "apel", "path": "ceremonies/apel.toml", "origin": "folder", "title": "Apel Uji",
        "agency": "Kantor", "date": "2024-10-07", "steps": 1, "minutes": 2, "errors": 0, "warnings": 0,
        "last_used": null,
    });
    assert_eq!(all[0], expected);
    let broken = serde_json::json!({
        "name": "rusak", "path": "ceremonies/rusak.toml", "origin": "folder", "title": null,
        "agency": null, "date": null, "steps": null, "minutes": null, "errors": 1, "warnings": 0,
        "last_used": null,
    });
    assert_eq!(all[1], broken);
    assert_eq!(
        (&all[2]["name"], &all[2]["origin"]),
        (&"upacara".into(), &"user".into())
    );
    assert_eq!(
        (&all[3]["origin"], &all[3]["path"]),
        (&"shipped".into(), &Value::Null)
    );
    assert!(all[8]["warnings"].as_u64() > Some(0), "the one to fill in");
}

#[test]
fn the_last_used_comes_first_with_its_time() {
    let folders = with_scripts();
    let mut played = folders.play("run upacara");
    played.until_ready();
    played.quit();
    let json: Value = serde_json::from_str(&text(&folders, &["list", "--format", "json"])).unwrap();
    assert_eq!(json[0]["name"], "upacara");
    let at: jiff::Timestamp = json[0]["last_used"].as_str().unwrap().parse().unwrap();
    assert!(at > jiff::Timestamp::UNIX_EPOCH);
    assert_eq!(json[1]["last_used"], Value::Null);
}

#[test]
fn every_command_opens_what_the_list_shows_under_a_name() {
    let folders = with_scripts();
    assert!(text(&folders, &["show", "upacara"]).contains("Upacara"));
    assert!(text(&folders, &["check", "apel"]).starts_with("apel:"));
    assert_eq!(folders.run(&["check", "rusak"]).status.code(), Some(1));
    // A name with the ending of a file always means a file.
    for name in ["upacara.toml", "apel.toml", "apel-pagi.toml"] {
        assert_eq!(folders.run(&["check", name]).status.code(), Some(2), "{name}");
    }
    // A file of that very name goes first, then the folder here, then the user's, then what ships.
    fs::write(folders.path("ceremonies/apel-pagi.toml"), GOOD).unwrap();
    assert!(text(&folders, &["show", "apel-pagi"]).contains("Apel Uji"));
    assert!(text(&folders, &["show", "bawaan:apel-pagi"]).contains("Apel Pagi"));
    fs::write(folders.path("apel-pagi"), GOOD.replace("Apel Uji", "Berkas")).unwrap();
    assert!(text(&folders, &["show", "apel-pagi"]).contains("Berkas"));
}

#[test]
fn a_slip_in_a_name_is_answered_with_the_nearest_one() {
    let folders = with_scripts();
    let output = folders.run(&["show", "upacra"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("Barangkali maksudnya `upacara`."), "{told}");
}

#[cfg(unix)]
#[test]
fn names_of_files_steer_no_terminal() {
    let folders = with_scripts();
    fs::write(folders.path("ceremonies/a\x1b[31m\u{202e}b.toml"), GOOD).unwrap();
    for arguments in [&["list"][..], &["list", "--format", "json"]] {
        let printed = text(&folders, arguments);
        assert!(!printed.contains(['\x1b', '\u{202e}']), "{printed:?}");
    }
}

#[test]
fn completions_name_every_command_in_the_language() {
    let folders = Folders::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let printed = text(&folders, &["completions", shell]);
        for command in ["run", "check", "show", "list", "completions"] {
            assert!(printed.contains(command), "{shell}: {command}");
        }
    }
    let of = |code| text(&folders, &["pelengkap", "fish", "--lang", code]);
    assert!(of("id").contains(Lang::Id.words().commands.run));
    assert!(of("en").contains(Lang::En.words().commands.run));
    assert_eq!(folders.run(&["completions", "csh"]).status.code(), Some(2));
}

#[test]
fn bash_understands_its_completions() {
    let folders = Folders::empty();
    let printed = text(&folders, &["completions", "bash"]);
    let shell = Command::new("bash").arg("-n").stdin(Stdio::piped()).spawn();
    // Where there is no bash nobody needs them.
    let Ok(mut shell) = shell else { return };
    shell.stdin.take().unwrap().write_all(printed.as_bytes()).unwrap();
    assert!(shell.wait().unwrap().success());
}
