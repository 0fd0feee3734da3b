//! The settings as a file: what holds now, with a comment for each key, to be kept and changed.

use std::fmt::Write as _;

use super::keys::{ACTIONS, name_of};
use super::{Config, GUARD, KEEP_RUNS, PORT};
use crate::lang::Lang;
use crate::script::Presses;
use crate::script::characters::harmless;
use crate::script::fields::{PACE, Shape};
use crate::show::keys::Action;
use crate::show::{Key, Size, ThemeName};

/// A config as a file that reads as that config again. `path` is where the file is looked for, if anywhere.
pub fn written(config: &Config, path: Option<&str>) -> String {
    let lang = config.lang;
    let words = &lang.words().config;
    let looked_for = match path {
        Some(path) => (words.looked_for)(&harmless(path)),
        None => words.looked_for_nowhere.to_owned(),
    };
    let presses = match config.presses {
        Presses::One => 1,
        Presses::Two => 2,
    };
    let mut text = String::new();
    comment(&mut text, &format!("{}\n{looked_for}", words.about));
    let entries = [
        (
            (words.language)(&quoted_all(Lang::SPELLINGS)),
            "language",
            quoted(lang.spelling()),
        ),
        (
            (words.theme)(&quoted_all(ThemeName::SPELLINGS)),
            "theme",
            quoted(config.theme.spelling()),
        ),
        (
            (words.size)(&quoted_all(Size::SPELLINGS)),
            "size",
            quoted(config.size.spelling()),
        ),
        (
            (words.guard)(*GUARD.start(), *GUARD.end()),
            "guard",
            config.guard.to_string(),
        ),
        (
            bounds(&PACE).map_or_else(String::new, |(least, most)| (words.pace)(least, most)),
            "pace",
            config.pace.to_string(),
        ),
        (words.presses.to_owned(), "presses", presses.to_string()),
        (words.mouse.to_owned(), "mouse", config.mouse.to_string()),
        (words.serve.to_owned(), "serve", config.serve.to_string()),
        (words.share.to_owned(), "share", config.share.to_string()),
        (
            (words.port)(*PORT.start(), *PORT.end()),
            "port",
            config.port.to_string(),
        ),
        (
            (words.keep_runs)(*KEEP_RUNS.start(), *KEEP_RUNS.end()),
            "keep_runs",
            config.keep_runs.to_string(),
        ),
    ];
    for (about, key, value) in entries {
        text.push('\n');
        comment(&mut text, &about);
        let _ = writeln!(text, "{key} = {value}");
    }
    text.push('\n');
    comment(&mut text, words.keys);
    text.push_str("[keys]\n");
    keys(&mut text, config);
    text
}

/// The keys of every action, each with what it does.
fn keys(text: &mut String, config: &Config) {
    let words = &config.lang.words().keys;
    let does = |action: Action| {
        let mut told = config.keymap.rows().iter().filter(|row| row.action == action);
        told.find_map(|row| row.help).map(|(_, told)| told(words))
    };
    for (name, action) in ACTIONS {
        let names = config.keymap.keys(*action).iter().copied();
        let names: Vec<String> = names.map(|key: Key| quoted(&name_of(key))).collect();
        let _ = write!(text, "{name} = [{}]", names.join(", "));
        if let Some(does) = does(*action) {
            let _ = write!(text, " # {does}");
        }
        text.push('\n');
    }
}

fn comment(text: &mut String, about: &str) {
    for line in about.lines() {
        let _ = writeln!(text, "# {line}");
    }
}

/// A text in quotes that it does not hold itself. Only the name of a key can hold any, and that is one sign then.
fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{text}'")
    } else {
        format!("\"{text}\"")
    }
}

fn quoted_all(texts: &[&str]) -> String {
    texts
        .iter()
        .map(|text| quoted(text))
        .collect::<Vec<_>>()
        .join(", ")
}

fn bounds(shape: &Shape) -> Option<(u32, u32)> {
    match shape {
        Shape::Number(bounds) => Some((*bounds.start(), *bounds.end())),
        _ => None,
    }
}
