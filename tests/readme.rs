//! What the README says is true: its script is a good one, and its keys are those of the table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

use std::collections::BTreeMap;

use ikrar::config::{self, Config};
use ikrar::lang::Lang;
use ikrar::script::{Contents, Source, Sources, read};
use ikrar::show::keys::BINDINGS;
use ikrar::show::{Key, KeyCode};

const README: &str = include_str!("../README.md");

/// A section of the README.
fn section(heading: &str) -> &'static str {
    let rest = README.split(&format!("\n## {heading}\n")).nth(1);
    let rest = rest.expect("the section");
    rest.split("\n## ").next().unwrap_or(rest)
}

/// The first block of TOML in a section.
fn toml_of(heading: &str) -> &'static str {
    let rest = section(heading).split("```toml\n").nth(1).expect("a block");
    rest.split("\n```").next().expect("its end")
}

#[test]
fn the_settings_that_are_shown_are_good_ones() {
    let source = Source {
        name: "README.md".to_owned(),
        contents: Contents::Bytes(toml_of("Settings").as_bytes().into()),
    };
    assert_eq!(config::read(&source).problems, [], "the README's settings");
}

#[test]
fn every_setting_and_every_action_is_told() {
    let settings = section("Settings");
    let written = config::written(&Config::default(), None);
    let keys = written.lines().filter_map(|line| line.split_once(" = "));
    let keys: Vec<&str> = keys
        .map(|(key, _)| key)
        .filter(|key| !key.starts_with('#'))
        .collect();
    assert!(keys.len() > config::keys::ACTIONS.len(), "{keys:?}");
    for key in keys {
        assert!(settings.contains(&format!("`{key}`")), "{key}");
    }
}

#[test]
fn every_command_is_told_with_its_other_name() {
    let commands = section("Commands");
    for command in ikrar::cli::worded_command(Lang::Id).get_subcommands() {
        assert!(
            commands.contains(&format!("`ikrar {}", command.get_name())),
            "{}",
            command.get_name()
        );
        for alias in command.get_visible_aliases() {
            assert!(commands.contains(&format!("`{alias}`")), "{alias}");
        }
    }
}

#[test]
fn the_example_is_a_whole_script_without_a_problem() {
    let script = Source {
        name: "README.md".to_owned(),
        contents: Contents::Bytes(toml_of("A ceremony script").as_bytes().into()),
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
            toml_of("A ceremony script")
                .lines()
                .any(|line| line.trim_start().starts_with(key) || line.contains(&format!("[{key}]"))),
            "{key}"
        );
    }
}

#[test]
fn every_key_that_the_help_tells_for_a_running_ceremony_is_in_the_table() {
    let table = section("Keys");
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
    let program = ikrar::cli::worded_command(Lang::Id);
    let commands = std::iter::once(&program).chain(program.get_subcommands());
    let options: Vec<&str> = commands
        .flat_map(clap::Command::get_arguments)
        .filter(|argument| {
            !argument.is_hide_set() && !["help", "version"].contains(&argument.get_id().as_str())
        })
        .flat_map(|argument| argument.get_long_and_visible_aliases().unwrap_or_default())
        .collect();
    assert!(
        options.contains(&"at") && options.contains(&"lang"),
        "{options:?}"
    );
    for option in options {
        assert!(README.contains(&format!("--{option}")), "--{option}");
    }
}
