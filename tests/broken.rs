//! Every broken script of `tests/broken/` is told exactly as its `.expected` file says, and nothing goes unmentioned:
//! each fault that a script can have is in at least one of them.
//!
//! The broken settings of `tests/broken/config/` likewise, in both languages.
//!
//! `UPDATE_EXPECTED=1 cargo test --test broken` writes the `.expected` files anew; read the difference before keeping it.

#![expect(clippy::expect_used, reason = "what a test needs must be there")]
#![expect(
    clippy::disallowed_methods,
    reason = "a test reads its files and the wish to write them anew"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use ikrar::config;
use ikrar::lang::Lang;
use ikrar::script::problem::{Style, render};
use ikrar::script::{
    Contents, Fault, LARGEST_FILE, Problem, Reading, Severity, Source, Sources, read, texts_named,
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken");
const CONFIG_FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken/config");

/// A script of a folder with the texts that it names, as the program would read them.
fn sources(folder: &str, name: &str) -> Sources {
    let bytes = fs::read(Path::new(folder).join(name)).expect("the script is there");
    let text = |text: String| {
        let name = format!("texts/{text}.toml");
        let contents = match fs::read(Path::new(folder).join(&name)) {
            Ok(bytes) => Contents::Bytes(bytes.into()),
            Err(_) => Contents::Missing,
        };
        (text, Source { name, contents })
    };
    let texts = texts_named(&bytes).into_iter().map(text).collect();
    Sources {
        script: Source {
            name: name.to_owned(),
            contents: Contents::Bytes(bytes.into()),
        },
        texts,
    }
}

/// The sources of a script that is no file of the folder.
fn lone(contents: Contents) -> Sources {
    Sources {
        script: Source {
            name: "apel.toml".to_owned(),
            contents,
        },
        texts: BTreeMap::new(),
    }
}

fn told(reading: &Reading, lang: Lang) -> String {
    all_told(&reading.problems, lang)
}

fn all_told(problems: &[Problem], lang: Lang) -> String {
    let problems = problems
        .iter()
        .map(|problem| render(problem, lang, Style::Plain) + "\n");
    problems.collect::<Vec<_>>().join("\n")
}

fn broken_scripts() -> Vec<String> {
    broken_files(FOLDER)
}

/// What is wrong with each of the broken settings, by the name of the file.
fn broken_configs() -> Vec<(String, Vec<Problem>)> {
    let files = broken_files(CONFIG_FOLDER).into_iter().map(|name| {
        let bytes = fs::read(Path::new(CONFIG_FOLDER).join(&name)).expect("the settings are there");
        let name = name.trim_end_matches(".toml").to_owned();
        (name, Contents::Bytes(bytes.into()))
    });
    let others = [
        ("not-a-file", Contents::NotAFile),
        (
            "unreadable",
            Contents::Unreadable("Permission denied (os error 13)".to_owned()),
        ),
        ("too-large", Contents::Bytes(vec![b'#'; LARGEST_FILE + 1].into())),
    ];
    let others = others.map(|(name, contents)| (name.to_owned(), contents));
    let read = |(file, contents)| {
        let source = Source {
            name: "config.toml".to_owned(),
            contents,
        };
        (file, config::read(&source).problems)
    };
    files.chain(others).map(read).collect()
}

fn broken_files(folder: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| {
            Path::new(name)
                .extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    names.sort();
    names
}

/// A script with so many values.
fn with_values(count: usize) -> String {
    let values: Vec<_> = (0..count).map(|number| format!("v{number:x}=''\n")).collect();
    let step = "[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\n";
    format!("title = \"Apel\"\n{step}[values]\n{}", values.concat())
}

/// Faults of files that cannot be kept in the folder, by what was found in place of the script.
fn without_file() -> Vec<(&'static str, Contents)> {
    vec![
        ("missing", Contents::Missing),
        ("not-a-file", Contents::NotAFile),
        (
            "unreadable",
            Contents::Unreadable("Permission denied (os error 13)".to_owned()),
        ),
        (
            "too-many-statements",
            Contents::Bytes(with_values(100_000).into_bytes().into()),
        ),
        ("too-large", Contents::Bytes(vec![b'#'; LARGEST_FILE + 1].into())),
    ]
}

fn name_of(fault: &Fault) -> String {
    match fault {
        Fault::Keyboard(fault) => variant(fault),
        fault => variant(fault),
    }
}

fn variant(fault: &impl std::fmt::Debug) -> String {
    format!("{fault:?}")
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect()
}

/// The faults that there are, read off their definitions.
fn all_faults() -> BTreeSet<String> {
    let mut faults = variants(include_str!("../src/script/problem.rs"), "Fault");
    assert!(faults.remove("Keyboard"), "told by its own faults");
    faults.extend(variants(
        include_str!("../src/script/problem/keyboard.rs"),
        "KeyboardFault",
    ));
    faults
}

fn variants(source: &str, of: &str) -> BTreeSet<String> {
    let definition = source
        .split(&format!("pub enum {of} {{"))
        .nth(1)
        .and_then(|rest| rest.split("\n}").next())
        .expect("the faults");
    let variants = definition.lines().filter_map(|line| line.strip_prefix("    "));
    let variants = variants.filter(|line| line.starts_with(|first: char| first.is_ascii_uppercase()));
    variants
        .map(|line| line.chars().take_while(char::is_ascii_alphanumeric).collect())
        .collect()
}

#[test]
fn every_broken_script_is_told_as_expected() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let files = broken_scripts()
        .into_iter()
        .map(|name| (name.trim_end_matches(".toml").to_owned(), sources(FOLDER, &name)));
    let others = without_file()
        .into_iter()
        .map(|(name, contents)| (name.to_owned(), lone(contents)));
    let mut differing = Vec::new();
    for (name, sources) in files.chain(others) {
        let reading = read(&sources);
        let told = told(&reading, Lang::Id);
        let path = Path::new(FOLDER).join(format!("{name}.expected"));
        if update {
            fs::write(&path, &told).expect("the folder can be written to");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if told != expected {
            differing.push(format!("{name}: expected\n{expected}\ntold\n{told}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn all_broken_settings_are_told_as_expected_in_both_languages() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut differing = Vec::new();
    for (name, problems) in broken_configs() {
        for lang in Lang::ALL {
            let told = all_told(&problems, *lang);
            let path = Path::new(CONFIG_FOLDER).join(format!("{name}.{}.expected", lang.spelling()));
            if update {
                fs::write(&path, &told).expect("the folder can be written to");
            }
            let expected = fs::read_to_string(&path).unwrap_or_default();
            if told != expected || told.is_empty() {
                differing.push(format!("{name}: expected\n{expected}\ntold\n{told}"));
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn every_fault_has_a_broken_script_and_words_in_both_languages() {
    let mut found = BTreeSet::new();
    let files = broken_scripts().into_iter().map(|name| sources(FOLDER, &name));
    let scripts = files.chain(without_file().into_iter().map(|(_, contents)| lone(contents)));
    let of_scripts = scripts.map(|sources| read(&sources).problems);
    let of_settings = broken_configs().into_iter().map(|(_, problems)| problems);
    for problems in of_scripts.chain(of_settings) {
        for problem in problems {
            let (indonesian, english) = (problem.explained(Lang::Id), problem.explained(Lang::En));
            assert!(
                !indonesian.title.is_empty() && !indonesian.help.is_empty(),
                "{problem:?}"
            );
            assert!(
                !english.title.is_empty() && !english.help.is_empty(),
                "{problem:?}"
            );
            assert_ne!(
                indonesian.title, english.title,
                "{:?} is said in one language only",
                problem.fault
            );
            found.insert(name_of(&problem.fault));
        }
    }
    let without: Vec<_> = all_faults().difference(&found).cloned().collect();
    assert!(without.is_empty(), "no broken script has {without:?}");
}

#[test]
fn a_broken_script_stays_off_the_air_and_a_script_with_warnings_does_not() {
    for name in broken_scripts() {
        let reading = read(&sources(FOLDER, &name));
        assert!(!reading.problems.is_empty(), "{name} has nothing wrong with it");
        let stops = reading
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::Error);
        assert_eq!(reading.script.is_none(), stops, "{name}");
    }
}

#[test]
fn nothing_that_is_printed_can_steer_a_terminal() {
    for name in broken_scripts() {
        let mut sources = sources(FOLDER, &name);
        sources.script.name = "nama\u{1b}[2J\u{202E}.toml".to_owned();
        let printed = told(&read(&sources), Lang::Id);
        let harmful =
            |character: char| character != '\n' && character.is_control() || character == '\u{202E}';
        assert!(!printed.contains(harmful), "{name}: {printed:?}");
    }
}

#[test]
fn a_script_that_uses_everything_has_nothing_wrong() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/good");
    let reading = read(&sources(folder, "everything.toml"));
    assert_eq!(told(&reading, Lang::Id), "");
    let script = reading.script.expect("a good script is given");
    assert_eq!(script.steps.len(), 12);
    let words = script
        .steps
        .last()
        .map(|step| script.fill(step.title.get_ref()).text);
    assert_eq!(
        words.as_deref(),
        Some("Barisan dibubarkan pada Senin, 7 Oktober 2024, 07.30 WIB")
    );
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_do_no_harm() {
    let text = "\u{FEFF}title = \"Apel\"\r\n\r\n[[step]]\r\ntitle = \"Doa\"\r\nkind = \"prayer\"\r\nnotes = \"\"\"\r\nsatu\r\ndua\"\"\"\r\n";
    let reading = read(&lone(Contents::Bytes(Arc::from(text.as_bytes()))));
    assert_eq!(told(&reading, Lang::Id), "");
    assert!(reading.script.is_some());
}
