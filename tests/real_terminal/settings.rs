//! The user's settings in the real program: keys of their own, what comes before what, and a file with faults.

use std::fs;

use ikrar::lang::Lang;

use crate::program::{ENTER, Folders, SPACE, in_one_line, script_with, words};

const KEYS: &str = "[keys]\nadvance = [\"j\", \"space\"]\nundo = \"z\"\nhelp = [\"f1\", \"w\"]\n";

fn printed(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_key_of_the_users_own_works_and_is_the_one_that_the_screens_name() {
    let folders = Folders::with_script();
    folders.settings(KEYS);
    let mut played = folders.play("run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    let advance = format!("J {}", words().hint_advance);
    played.until_shown(&advance);
    played.until_shown(&format!("F1 {}", words().hint_help));
    // Enter is no longer a key of it.
    played.press(ENTER);
    played.press("J");
    played.until_present("Menjaga netralitas.");
    played.press(SPACE);
    played.until_present("Dua.");
    played.press("w");
    played.until_shown(words().help_title);
    let keys = &Lang::Id.words().keys;
    played.until("the help names the keys", |seen| {
        let rows: Vec<String> = seen.rows().iter().map(|row| in_one_line(row)).collect();
        let has = |row: &str| rows.iter().any(|one| one == row);
        has(&format!("J Spasi {}", keys.advance)) && has(&format!("N {}", keys.next_step))
    });
    played.press("q");
    played.press(ENTER);
    assert_eq!(played.status(), 0);
    played.is_given_back();
}

#[test]
fn keys_that_get_in_each_others_way_are_refused_before_the_screen_is_taken_over() {
    let folders = Folders::with_script();
    let path = folders.settings("language = \"en\"\n[keys]\nundo = \"g\"\nfirst = \"ctrl-i\"\n");
    for command in ["run", "check", "show"] {
        let output = folders.run(&[command, "apel.toml"]);
        let told = printed(&output.stderr);
        assert_eq!(
            (output.status.code(), output.stdout.len()),
            (Some(2), 0),
            "{told}"
        );
        for part in [
            format!("{}:3:8", path.display()),
            format!("{}:4:9", path.display()),
            "`undo`".to_owned(),
            "`outline`".to_owned(),
            "`switch_screen`".to_owned(),
            Lang::En.words().config.way_out.to_owned(),
        ] {
            assert!(told.contains(&part), "{part}: {told}");
        }
        let told = printed(&folders.run(&[command, "apel.toml", "--lang", "id"]).stderr);
        assert!(told.contains(Lang::Id.words().config.way_out), "{told}");
    }
    let mut played = folders.play("run apel.toml");
    assert_eq!(played.status(), 2);
    assert!(!printed(&played.written()).contains("\u{1b}[?1049h"));
}

#[test]
fn without_the_file_the_program_runs_as_ever() {
    let folders = Folders::with_script();
    folders.settings("theme = 5\n");
    assert_eq!(folders.run(&["check", "apel.toml"]).status.code(), Some(2));
    assert_eq!(
        folders.run(&["check", "apel.toml", "--no-config"]).status.code(),
        Some(0)
    );
    let mut played = folders.play("run apel.toml --no-config");
    played.until_ready();
    played.quit();
}

#[test]
fn help_and_version_never_read_the_file() {
    let folders = Folders::empty();
    folders.settings("language = \"en\"\nrusak");
    for arguments in [&["--help"][..], &["--version"], &["run", "--help"]] {
        let output = folders.run(arguments);
        assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
    }
}

#[test]
fn what_is_printed_of_the_command_line_speaks_the_language_of_the_file() {
    let folders = Folders::empty();
    folders.settings("language = \"en\"");
    assert!(printed(&folders.run(&["--help"]).stdout).contains("Usage:"));
    assert!(printed(&folders.run(&["rum"]).stderr).contains("error:"));
    assert!(printed(&folders.run(&["--help", "--lang", "id"]).stdout).contains("Pemakaian:"));
    assert!(printed(&folders.run(&["--help", "--no-config"]).stdout).contains("Pemakaian:"));
}

#[test]
fn what_stands_in_the_place_of_the_file_is_told() {
    let folders = Folders::with_script();
    let path = folders.settings("");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let output = folders.run(&["check", "apel.toml"]);
    let told = printed(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(
        told.contains("bukan berkas") && told.contains(&path.display().to_string()),
        "{told}"
    );
}

#[test]
fn the_command_line_comes_before_the_file_in_the_language() {
    let folders = Folders::with_script();
    let check = |arguments: &[&str]| {
        let output = folders.run(&[&["check", "apel.toml"], arguments].concat());
        printed(&output.stdout)
    };
    let said = |lang: Lang| format!("{}\n", (lang.words().commands.no_problems)("apel.toml"));
    assert_eq!(check(&[]), said(Lang::Id));
    folders.settings("language = \"en\"\n");
    assert_eq!(check(&[]), said(Lang::En));
    assert_eq!(check(&["--lang", "id"]), said(Lang::Id));
    assert_eq!(check(&["--no-config"]), said(Lang::Id));
}

#[test]
fn pace_and_presses_hold_where_the_script_says_nothing() {
    let folders = Folders::with_script();
    let script = script_with(&"kata ".repeat(100));
    fs::write(folders.path("apel.toml"), &script).unwrap();
    let shown = || {
        let output = folders.run(&["show", "apel.toml", "--format", "json"]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (json["presses"].clone(), json["steps"].clone())
    };
    let (usual_presses, usual_steps) = shown();
    assert_eq!(usual_presses, 1);
    folders.settings("pace = 20\npresses = 2\n");
    let (presses, steps) = shown();
    assert_eq!(presses, 2);
    assert_ne!(steps, usual_steps, "slower readers need more time");
    fs::write(
        folders.path("apel.toml"),
        format!("pace = 90\npresses = 1\n{script}"),
    )
    .unwrap();
    assert_eq!(
        shown(),
        (usual_presses, usual_steps),
        "the script's own word counts"
    );
}

#[test]
fn the_settings_that_are_printed_are_those_that_hold_and_can_be_kept() {
    let folders = Folders::empty();
    let config = |arguments: &[&str]| {
        let output = folders.run(&[&["pengaturan"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", printed(&output.stderr));
        printed(&output.stdout)
    };
    let before = config(&["--theme", "light", "--mouse", "--lang", "en"]);
    for line in [
        "theme = \"light\"",
        "mouse = true",
        "language = \"en\"",
        "guard = 250",
    ] {
        assert!(before.lines().any(|one| one == line), "{line}: {before}");
    }
    let path = folders.settings(&before);
    assert!(before.contains(&path.display().to_string()), "{before}");
    assert_eq!(config(&[]), before, "kept, they hold without the flags");
    assert_ne!(config(&["--no-config"]), before);
}
