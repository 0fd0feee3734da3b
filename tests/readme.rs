//! What the README says is true: its script is a good one, and its keys are those of the table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

use std::collections::BTreeMap;

use ikrar::lang::Lang;
use ikrar::script::{Contents, Source, Sources, read};
use ikrar::show::keys::BINDINGS;
use ikrar::show::{Key, KeyCode};

const README: &str = include_str!("../README.md");

/// The first block of a language in the README.
fn block(language: &str) -> &'static str {
    let opening = format!("```{language}\n");
    let start = README.find(&opening).expect("a block") + opening.len();
    let end = README[start..].find("\n```").expect("its end");
    &README[start..start + end]
}

#[test]
fn the_example_is_a_whole_script_without_a_problem() {
    let script = Source {
        name: "README.md".to_owned(),
        contents: Contents::Bytes(block("toml").as_bytes().into()),
    };
    let reading = read(&Sources {
        script,
        texts: BTreeMap::new(),
    });
    assert_eq!(reading.problems, [], "the README's example");
    assert!(reading.script.is_some());
}

#[test]
fn the_example_shows_every_key_of_the_format_that_a_first_script_needs() {
    for key in [
        "title",
        "agency",
        "people",
        "values",
        "clauses",
        "signatories",
        "announce",
        "optional",
        "text",
    ] {
        assert!(
            block("toml")
                .lines()
                .any(|line| line.trim_start().starts_with(key) || line.contains(&format!("[{key}]"))),
            "{key}"
        );
    }
}

#[test]
fn every_key_that_the_help_tells_for_a_running_ceremony_is_in_the_table() {
    let table = README
        .split("## Keys")
        .nth(1)
        .and_then(|rest| rest.split("\n## ").next())
        .expect("the keys");
    for binding in BINDINGS.iter().filter(|binding| binding.help.is_some()) {
        let named = binding.keys.iter().any(|key| {
            table.contains(&format!("`{}`", name(*key)))
                || table.contains(&format!("<kbd>{}</kbd>", name(*key)))
        });
        assert!(named, "{:?} is not in the README", binding.action);
    }
}

fn name(key: Key) -> String {
    let words = &Lang::Id.words().keys;
    let name = match key.code {
        KeyCode::Char(' ') => words.space.to_owned(),
        KeyCode::Char(letter) => letter.to_uppercase().to_string(),
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        KeyCode::Left => "←".to_owned(),
        KeyCode::Right => "→".to_owned(),
        other => format!("{other:?}"),
    };
    if key.ctrl { format!("Ctrl-{name}") } else { name }
}

#[test]
fn every_option_of_the_commands_is_told() {
    for option in [
        "--at",
        "--as",
        "--lang",
        "--guard",
        "--poll",
        "--format",
        "--theme",
        "--mouse",
        "--no-config",
    ] {
        assert!(README.contains(option), "{option}");
    }
}
