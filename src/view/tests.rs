//! What holds of the files of the screens themselves.

use std::path::{Path, PathBuf};

/// The names of keys as they are printed on keyboards, which no language translates.
const KEY_NAMES: &[&str] = &[
    "Enter",
    "Esc",
    "Backspace",
    "Tab",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Ctrl-",
];

/// The key by which a script calls its announcer, as its authors write it.
const SCRIPT_KEYS: &[&str] = &["mc"];

/// The files of the screens, this one left out.
#[expect(clippy::disallowed_methods, reason = "a test reads the files it speaks of")]
fn files() -> Vec<(PathBuf, String)> {
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![rooms.join("view.rs")];
    let folder = std::fs::read_dir(rooms.join("view")).unwrap();
    files.extend(folder.map(|entry| entry.unwrap().path()));
    files.retain(|file| !file.ends_with("tests.rs"));
    files
        .into_iter()
        .map(|file| {
            let text = std::fs::read_to_string(&file).unwrap();
            (file, text)
        })
        .collect()
}

/// The string literals of a file, its own tests and its comments left out.
fn literals(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| {
            line.split('"')
                .skip(1)
                .step_by(2)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// What a literal says by itself: without what is filled into it.
fn said(literal: &str) -> String {
    literal
        .split('{')
        .map(|part| part.rsplit('}').next().unwrap_or_default())
        .collect()
}

#[test]
fn no_screen_holds_a_word_of_either_language() {
    for (file, text) in files() {
        for literal in literals(&text) {
            let mut letters = said(&literal)
                .chars()
                .filter(|letter| letter.is_alphabetic())
                .count();
            // A single letter names a function key.
            letters = letters.saturating_sub(1);
            let allowed =
                KEY_NAMES.contains(&said(&literal).as_str()) || SCRIPT_KEYS.contains(&literal.as_str());
            assert!(letters == 0 || allowed, "{} says {literal:?}", file.display());
        }
    }
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    for (file, text) in files() {
        assert!(text.starts_with("//! "), "{}", file.display());
    }
}
