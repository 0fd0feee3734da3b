//! Every broken script of `tests/broken/` is told exactly as its `.expected` file says, and nothing goes unmentioned:
//! each fault that a script can have is in at least one of them.
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

use ikrar::lang::Lang;
use ikrar::script::problem::{Style, render};
use ikrar::script::{Contents, Fault, LARGEST_FILE, Reading, Severity, Source, Sources, read, texts_named};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken");

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
    let problems = reading
        .problems
        .iter()
        .map(|problem| render(problem, lang, Style::Plain) + "\n");
    problems.collect::<Vec<_>>().join("\n")
}

fn broken_scripts() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(FOLDER)
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
    format!("{fault:?}")
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect()
}

/// The faults that there are, read off their definition.
fn all_faults() -> BTreeSet<String> {
    let source = include_str!("../src/script/problem.rs");
    let definition = source
        .split("pub enum Fault {")
        .nth(1)
        .and_then(|rest| rest.split("\n}").next())
        .expect("Fault");
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
fn every_fault_has_a_broken_script_and_words_in_both_languages() {
    let mut found = BTreeSet::new();
    let files = broken_scripts().into_iter().map(|name| sources(FOLDER, &name));
    for sources in files.chain(without_file().into_iter().map(|(_, contents)| lone(contents))) {
        for problem in read(&sources).problems {
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
