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

/// The rooms that meet it.
const MEETING_THE_OUTSIDE: &[&str] = &["edge", "app", "commands", "cli"];

/// What brings the outside in.
const OUTSIDE: &[&str] = &[
    // A list in braces would hide from this search what it brings in.
    "std::{",
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
    "tokio::",
    "hyper::",
    "ureq::",
    "tempfile::",
    "if_addrs",
    "etcetera",
    "keepawake",
    "print!",
    "println!",
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
    assert_eq!(outside_in("use std::{fs, io};"), ["std::{"]);
}

/// The rooms that the library has.
fn rooms() -> Vec<String> {
    let library = fs::read_to_string(source_folder().join("lib.rs")).expect("the library");
    let named = library.lines().filter_map(|line| line.strip_prefix("pub mod "));
    named.map(|name| name.trim_end_matches(';').to_owned()).collect()
}

#[test]
fn every_room_is_known_to_be_pure_or_to_meet_the_outside() {
    let mut known: Vec<&str> = [PURE, MEETING_THE_OUTSIDE].concat();
    known.sort_unstable();
    assert_eq!(rooms(), known);
}

/// The rooms from the lowest to the highest. `lang` words what the rooms above it hold (faults, units, places), and so
/// may name their types.
const ORDER: &[&str] = &[
    "lang",
    "script",
    "typeface",
    "programme",
    "slide",
    "show",
    "rescript",
    "rundown",
    "journal",
    "config",
    "picker",
    "follower",
    "view",
    "edge",
    "app",
    "cli",
    "commands",
];

/// The rooms above the given place of the order that code names.
fn named_above(place: usize, code: &str) -> Vec<&'static str> {
    let names = |upper: &&str| {
        // A list in braces would hide from this search what it names.
        code.contains("crate::{")
            || code
                .split(&format!("crate::{upper}"))
                .skip(1)
                .any(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
    };
    ORDER[place + 1..].iter().copied().filter(names).collect()
}

#[test]
fn lower_rooms_never_name_upper_ones() {
    let mut ordered = ORDER.to_vec();
    ordered.sort_unstable();
    assert_eq!(rooms(), ordered);
    for (place, name) in ORDER.iter().enumerate().skip(1) {
        for file in room(name) {
            let named = named_above(place, &code(&file));
            assert_eq!(named, Vec::<&str>::new(), "{}", file.display());
        }
    }
}

#[test]
fn the_search_for_upper_rooms_would_find_them() {
    let show = ORDER.iter().position(|name| *name == "show").expect("the room");
    assert_eq!(named_above(show, "use crate::view::leader;"), ["view"]);
    assert_eq!(
        named_above(show, "use crate::programme::Cue;"),
        Vec::<&str>::new()
    );
    assert!(named_above(show, "use crate::{view, lang};").contains(&"view"));
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

/// A literal without its placeholders.
fn plain(literal: &str) -> String {
    let mut depth = 0_u32;
    literal
        .chars()
        .filter(|letter| {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect()
}

/// Whether it is long enough to be read as a word.
fn is_word(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() > 2
}

/// Whether a literal holds a word that a person would read, outside placeholders.
fn is_wording(literal: &str) -> bool {
    plain(literal)
        .split(|letter: char| !letter.is_alphabetic())
        .any(is_word)
}

/// Whether a literal holds two such words in a row, as no name of a key, a field or a file does.
fn is_sentence(literal: &str) -> bool {
    let is_plain = |word: &str| {
        let word = word.trim_matches([',', '.', ':', ';', '?', '!', '(', ')']);
        is_word(word) && word.chars().all(char::is_alphabetic)
    };
    let plain = plain(literal);
    let words: Vec<&str> = plain.split(' ').collect();
    words
        .windows(2)
        .any(|pair| pair.iter().all(|word| is_plain(word)))
}

/// A file's code without what is for engineers: reasons of lints, a panic on purpose, and what `{:?}` of an error says.
fn code_for_users(path: &Path) -> String {
    let for_engineers = ["reason = \"", "panic!(\"", "#[error(", "#[serde("];
    code(path)
        .lines()
        .filter(|line| !for_engineers.iter().any(|other| line.contains(other)))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn no_view_holds_a_word_of_either_language() {
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
        let code = code_for_users(&file);
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
    assert!(is_sentence("{count} orang hadir"));
    assert!(is_sentence("error: cannot read"));
    assert!(!is_sentence("text/html; charset=utf-8"));
    assert!(!is_sentence("{name} - {office}"));
}

/// What is read out, of which no pause may part a pair; what a script may say, the same in both languages, and what its
/// author may have written instead; and what a crate says of a fault, to be told in our own words.
const NO_WORDS_OF_OURS: &[&str] = &[
    "programme/phrase/fixed.rs",
    "script/indonesian.rs",
    "script/vocabulary.rs",
    "script/parse/syntax.rs",
];

#[test]
fn no_other_room_holds_a_sentence_of_either_language() {
    for name in rooms().iter().filter(|name| *name != "lang") {
        for file in room(name) {
            if NO_WORDS_OF_OURS.iter().any(|other| file.ends_with(other)) {
                continue;
            }
            // A command to be typed is the same in both languages.
            let sentences: Vec<String> = literals(&code_for_users(&file))
                .into_iter()
                .filter(|literal| is_sentence(literal) && !literal.starts_with("ikrar "))
                .collect();
            assert_eq!(sentences, Vec::<String>::new(), "{}", file.display());
        }
    }
}

#[test]
fn every_source_says_what_it_is_for() {
    for file in sources_of(&source_folder()) {
        let text = fs::read_to_string(&file).expect("a source");
        assert!(text.starts_with("//! "), "{}", file.display());
    }
}

/// A file longer than this has more than one purpose.
const LONGEST: usize = 500;

#[test]
fn no_source_is_longer_than_one_purpose_needs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["src", "tests", "benches", "examples"] {
        for file in sources_of(&root.join(folder)) {
            let lines = fs::read_to_string(&file).expect("a source").lines().count();
            assert!(lines <= LONGEST, "{} has {lines} lines", file.display());
        }
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

/// Whether a source has a test that `cargo test` leaves out and no other test plays.
fn has_a_test_left_out(source: &str) -> bool {
    source
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("#[ignore"))
        .any(|reason| !reason.contains("played by"))
}

#[test]
fn what_cargo_test_leaves_out_is_played_before_a_change_lands() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = fs::read_to_string(root.join(".ci/run")).expect("the script");
    let tests = root.join("tests");
    for file in sources_of(&tests) {
        if !has_a_test_left_out(&fs::read_to_string(&file).expect("a source")) {
            continue;
        }
        let below = file.strip_prefix(&tests).expect("a test").components().next();
        let name = Path::new(below.expect("its name").as_os_str()).with_extension("");
        let plays = format!("--test {} -- --ignored", name.display());
        assert!(script.contains(&plays), "nobody plays {}", file.display());
    }
    for file in sources_of(&source_folder()) {
        let source = fs::read_to_string(&file).expect("a source");
        assert!(!has_a_test_left_out(&source), "nobody plays {}", file.display());
    }
}

#[test]
fn a_test_that_is_left_out_would_be_found() {
    let ignored = format!("#[{}", "ignore");
    assert!(has_a_test_left_out(&format!("{ignored} = \"slow\"]")));
    assert!(has_a_test_left_out(&format!("    {ignored}]")));
    assert!(!has_a_test_left_out(&format!(
        "{ignored} = \"played by the test above\"]"
    )));
    assert!(!has_a_test_left_out("#[test]"));
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
