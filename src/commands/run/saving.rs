//! `--save-changes`: the programme as it was run, saved as a new script once the terminal has been given back, and what
//! is told of it.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use crate::commands::{print, print_error};
use crate::edge::NewFile;
use crate::edge::watch::{read_at_once, reason};
use crate::lang::{SavingWords, Words, spoken};
use crate::rescript::{AsRun, Failure, Told, as_run};
use crate::script::characters::harmless;
use crate::script::{self, Contents, Sources, library, texts_named};
use crate::show::Show;
use crate::show::clock::{day, time_of_day};

/// Saves the programme of a show that was ended, and says so. What cannot be saved is printed, so that it is not lost.
///
/// # Errors
///
/// When nothing can be printed.
pub(super) fn save(file: &NewFile, show: &Show, words: &Words) -> io::Result<ExitCode> {
    let told = |text: &str| print_error(&format!("{}: {text}\n", words.commands.error));
    let words = &words.saving;
    let Some((run, text)) = written_anew(show, words) else {
        told(words.no_script)?;
        return Ok(ExitCode::from(1));
    };
    let text = match text {
        Ok(text) => text,
        Err(failure) => {
            told(match failure {
                Failure::NothingLeft => words.nothing_left,
                Failure::NoScript | Failure::OtherSteps | Failure::NoSuchPerson(_) => words.does_not_fit,
            })?;
            return Ok(ExitCode::from(2));
        }
    };
    let given = shown(file.given());
    match file.write(&text) {
        Ok(path) => {
            let saved = if path != file.given() {
                (words.saved_beside)(&given, &shown(&path))
            } else if run.is_as_written() {
                (words.saved_unchanged)(&given)
            } else {
                (words.saved)(&given)
            };
            print(&format!("{saved}\n"))?;
            for told in differences(show.sources(), &path, words) {
                print(&format!("{told}\n"))?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            print(&text)?;
            told(&(words.not_saved)(&given, &reason(&error)))?;
            Ok(ExitCode::from(2))
        }
    }
}

/// What became of the script on air, and its text; nothing where none ever was.
fn written_anew(show: &Show, words: &SavingWords) -> Option<(AsRun, Result<String, Failure>)> {
    let on_air = show.programme()?;
    let sources = show.sources();
    let Contents::Bytes(bytes) = &sources.script.contents else {
        return None;
    };
    let text = std::str::from_utf8(bytes).ok()?;
    let script = script::read(sources).script?;
    let run = AsRun::of(&script, on_air, show.reading(), show.day());
    let began = show.clock().began().map(|began| {
        let (date, time) = (day(began.wall, script.zone), time_of_day(began.wall, script.zone));
        format!("{}, {}", spoken::date(date), spoken::time(time, script.zone))
    });
    let told = Told {
        script: &sources.script.name,
        when: began.as_deref(),
        words,
    };
    let text = as_run(text, &run, told);
    Some((run, text))
}

/// What must be told of a saved script: whether it reads as it should where it stands now.
fn differences(on_air: &Sources, path: &Path, words: &SavingWords) -> Vec<String> {
    let saved = read_at_once(path);
    let mut told = Vec::new();
    let texts = other_texts(on_air, &saved);
    if !texts.is_empty() {
        let folder = path.with_file_name("texts");
        told.push((words.other_texts)(&shown(&folder), &texts.join(", ")));
    }
    let errors = script::read(&saved).totals.errors;
    // What a missing text leads to was told in better words.
    if errors > 0 && texts.is_empty() {
        told.push((words.has_errors)(errors));
    }
    told
}

/// The names of the texts of which the saved script does not find the words that were on air.
fn other_texts(on_air: &Sources, saved: &Sources) -> Vec<String> {
    let Contents::Bytes(script) = &saved.script.contents else {
        return Vec::new();
    };
    let named = texts_named(script).into_iter();
    named
        .filter(|name| words_of(name, on_air) != words_of(name, saved))
        .map(|name| format!("{name}.toml"))
        .collect()
}

/// The bytes of a text: beside the script, else of those that ship.
fn words_of<'a>(name: &str, sources: &'a Sources) -> Option<&'a [u8]> {
    match sources.texts.get(name).map(|source| &source.contents) {
        Some(Contents::Bytes(bytes)) => Some(bytes),
        None | Some(Contents::Missing) => library::text(name).map(str::as_bytes),
        Some(Contents::NotAFile | Contents::Unreadable(_)) => None,
    }
}

fn shown(path: &Path) -> String {
    harmless(&path.to_string_lossy()).into_owned()
}
