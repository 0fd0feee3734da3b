//! The invariants that no compiler holds: which rooms may meet the outside, and where words may stand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms that must never meet a file, a clock, a thread or a terminal.
const PURE: &[&str] = &[
    "script",
    "programme",
    "show",
    "journal",
    "config",
    "picker",
    "follower",
    "view",
    "slide",
    "typeface",
    "rundown",
    "rescript",
    "lang",
];

/// What brings the outside in.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::thread",
    "std::process",
    "std::env",
    "std::io",
    "std::sync::mpsc",
    "Instant",
    "SystemTime",
    "Timestamp::now",
    "Zoned",
    "crossterm",
    "notify",
    "rustix",
    "signal_hook",
    "println!",
    "eprintln!",
];

fn sources_of(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(sources_of(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The files of a room: `name.rs` and everything in `name/`.
fn room(name: &str) -> Vec<PathBuf> {
    let mut files = vec![source_folder().join(format!("{name}.rs"))];
    let folder = source_folder().join(name);
    if folder.is_dir() {
        files.extend(sources_of(&folder));
    }
    files
}

/// A file's code: without comments, and without its tests. Nothing of a file that is all tests.
fn code(path: &Path) -> String {
    if is_test(path) {
        return String::new();
    }
    let text = fs::read_to_string(path).expect("a source");
    let lines: Vec<&str> = text.lines().collect();
    // Tests stand at the end of a file, in a module of their own.
    let end = lines
        .windows(2)
        .position(|pair| pair[0] == "#[cfg(test)]" && pair[1].ends_with('{'))
        .unwrap_or(lines.len());
    lines[..end]
        .iter()
        .filter(|line| !line.trim_start().starts_with("//"))
        .copied()
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a file holds tests alone: the file above it names it under `#[cfg(test)]`, or it stands below such a one.
fn is_test(path: &Path) -> bool {
    let (Some(folder), Some(name)) = (path.parent(), path.file_stem().and_then(|stem| stem.to_str())) else {
        return false;
    };
    let above = folder.with_extension("rs");
    if !above.exists() || folder == source_folder() {
        return false;
    }
    let text = fs::read_to_string(&above).expect("a source");
    text.contains(&format!("#[cfg(test)]\nmod {name};")) || is_test(&above)
}

/// What a file brings in that a pure room must not have.
fn outside_in(code: &str) -> Vec<&'static str> {
    OUTSIDE
        .iter()
        .copied()
        .filter(|outside| code.contains(outside))
        .collect()
}

#[test]
fn pure_rooms_never_meet_the_outside() {
    for file in PURE.iter().flat_map(|name| room(name)) {
        assert_eq!(outside_in(&code(&file)), Vec::<&str>::new(), "{}", file.display());
    }
}

#[test]
fn the_search_for_the_outside_would_find_it() {
    assert_eq!(outside_in("use std::fs::File;"), ["std::fs"]);
    assert_eq!(outside_in("let now = Instant::now();"), ["Instant"]);
}

#[test]
fn lower_rooms_never_name_upper_ones() {
    let order = [
        "lang",
        "script",
        "typeface",
        "programme",
        "slide",
        "show",
        "rescript",
        "journal",
        "config",
        "picker",
        "follower",
        "view",
        "edge",
        "app",
    ];
    // `lang` words what the rooms above it hold (faults, units, places), and so may name their types.
    for (place, name) in order.iter().enumerate().skip(1) {
        for file in room(name) {
            for upper in &order[place + 1..] {
                let named = code(&file).contains(&format!("crate::{upper}"));
                assert!(!named, "{} names {upper}", file.display());
            }
        }
    }
}

/// String literals of a file.
fn literals(code: &str) -> Vec<String> {
    let mut literals = Vec::new();
    for line in code.lines() {
        let mut parts = line.split('"');
        parts.next();
        while let (Some(literal), Some(_)) = (parts.next(), parts.next()) {
            literals.push(literal.to_owned());
        }
    }
    literals
}

/// Whether a literal holds a word that a person would read: two words or more in a row, outside placeholders.
fn is_wording(literal: &str) -> bool {
    let mut depth = 0_u32;
    let plain: String = literal
        .chars()
        .filter(|letter| {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect();
    plain
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| word.chars().count() > 2)
        .count()
        > 0
}

#[test]
fn no_view_holds_a_word_of_either_language() {
    // Reasons of lints, a panic on purpose, and what `{:?}` of an error says are for engineers.
    // Names of keys are the same on every keyboard.
    let keys = [
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
    for file in ["view", "slide", "picker", "follower", "app"]
        .iter()
        .flat_map(|name| room(name))
    {
        let code: String = code(&file)
            .lines()
            .filter(|line| {
                !["reason = \"", "panic!(\"", "#[error(", "#[serde("]
                    .iter()
                    .any(|other| line.contains(other))
            })
            .collect::<Vec<_>>()
            .join("\n");
        let words: Vec<String> = literals(&code)
            .into_iter()
            .filter(|literal| is_wording(literal) && !keys.iter().any(|key| literal.contains(key)))
            .collect();
        // A person's key in the script is no word of the interface.
        let words: Vec<String> = words.into_iter().filter(|word| word != "mc").collect();
        assert_eq!(words, Vec::<String>::new(), "{}", file.display());
    }
}

#[test]
fn the_search_for_words_would_find_them() {
    assert!(is_wording("Berikutnya"));
    assert!(is_wording("{number} dari {of}"));
    assert!(!is_wording("{name}  {value}"));
    assert!(!is_wording("▶ "));
}

#[test]
fn every_source_says_what_it_is_for() {
    for file in sources_of(&source_folder()) {
        let text = fs::read_to_string(&file).expect("a source");
        assert!(text.starts_with("//! "), "{}", file.display());
    }
}

#[test]
fn no_source_gives_up_outside_tests() {
    for file in sources_of(&source_folder()) {
        for giving_up in [".unwrap()", ".expect(", "todo!(", "unimplemented!(", "dbg!("] {
            assert!(
                !code(&file).contains(giving_up),
                "{} has {giving_up}",
                file.display()
            );
        }
    }
}

/// The crates of which two versions would be two terminals, two runtimes or two servers in one program.
const ONCE: &[&str] = &["crossterm", "ratatui", "tokio", "hyper"];

/// How often each of them is in a lock file.
fn copies(lock: &str) -> Vec<(&'static str, usize)> {
    let named = |name: &str| lock.matches(&format!("[[package]]\nname = \"{name}\"\n")).count();
    ONCE.iter().map(|name| (*name, named(name))).collect()
}

#[test]
fn one_version_of_each_great_crate_is_in_the_tree() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    for (name, count) in copies(&fs::read_to_string(lock).expect("the lock file")) {
        assert_eq!(count, 1, "{name}");
    }
}

#[test]
fn a_second_version_would_be_found() {
    let twice = "[[package]]\nname = \"tokio\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"tokio\"\nversion = \"2.0.0\"\n";
    assert!(copies(twice).contains(&("tokio", 2)));
}
