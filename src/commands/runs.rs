//! `ikrar runs`: the runs there are, as a table or JSON, the newest first; those that are old are told of by themselves,
//! and deleted where that is asked for. Nothing else deletes a run.

use std::io;
use std::process::ExitCode;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::table::{aligned, columns};
use super::{Failure, print, print_error};
use crate::cli::{ListFormat, Runs};
use crate::config::Config;
use crate::edge::journal::{Listed, NotDeleted};
use crate::edge::{Journals, Timekeeper};
use crate::journal::{Summary, Unreadable};
use crate::lang::{Words, spoken};
use crate::programme::compile::planned;
use crate::programme::{Occasion, Programme};
use crate::script::characters::harmless;
use crate::script::{self, Zone};
use crate::show::clock;

/// A run, as JSON has it. What comes from a file is told without anything that steers a terminal.
#[derive(Serialize)]
struct Told {
    name: String,
    /// Its file.
    path: String,
    /// None where the file cannot be read, as all that follows from it.
    script: Option<String>,
    title: Option<String>,
    /// When its first record was made, as 2024-10-07T00:30:00Z.
    begun: Option<String>,
    /// When its last record was made.
    last: Option<String>,
    /// Whether it is run just now.
    running: bool,
    ended: Option<bool>,
    /// Whether it came to its closing card.
    finished: Option<bool>,
    records: Option<u64>,
    bytes: u64,
    /// Whether it is older than the settings say.
    deletable: bool,
}

/// Prints the runs, or deletes those that are old.
///
/// # Errors
///
/// When nothing can be printed.
pub fn run(runs: &Runs, config: &Config) -> Result<ExitCode, Failure> {
    let words = config.lang.words();
    let journals = Journals::of_user();
    let now = Timekeeper::start().now().wall;
    let all = journals.all();
    let is_old = |one: &Listed| is_old(one, config.keep_runs, now);
    if runs.delete_old {
        let old = all.iter().filter(|one| is_old(one));
        return delete(&journals, old, words, config.keep_runs);
    }
    let text = match runs.format {
        ListFormat::Text => {
            let (old, new): (Vec<&Listed>, Vec<&Listed>) = all.iter().partition(|one| is_old(one));
            listing(&new, &old, &journals, words, config.keep_runs)
        }
        ListFormat::Json => {
            let told: Vec<Told> = all.iter().map(|one| told(one, is_old(one))).collect();
            let text = serde_json::to_string_pretty(&told).map_err(io::Error::from)?;
            format!("{text}\n")
        }
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// Whether nothing has happened in a run for so many days.
fn is_old(one: &Listed, days: u32, now: Timestamp) -> bool {
    now.duration_since(one.last()) > SignedDuration::from_hours(i64::from(days) * 24)
}

/// Deletes runs, and tells of each.
fn delete<'a>(
    journals: &Journals,
    old: impl Iterator<Item = &'a Listed>,
    words: &Words,
    days: u32,
) -> Result<ExitCode, Failure> {
    let words = &words.commands;
    let (mut any, mut refused) = (false, false);
    for one in old {
        any = true;
        let file = one.path.display().to_string();
        let file = harmless(&file);
        match journals.delete(one) {
            Ok(()) => print(&format!("{}\n", (words.run_deleted)(&file)))?,
            Err(reason) => {
                refused = true;
                let reason = match reason {
                    NotDeleted::Open => words.run_is_open.to_owned(),
                    NotDeleted::Refused(reason) => reason.to_string(),
                };
                print_error(&format!("{}\n", (words.run_not_deleted)(&file, &reason)))?;
            }
        }
    }
    if !any {
        print(&format!("{}\n", (words.no_old_runs)(days)))?;
    }
    Ok(if refused {
        ExitCode::from(2)
    } else {
        ExitCode::SUCCESS
    })
}

fn told(one: &Listed, deletable: bool) -> Told {
    let summary = one.summary.as_ref().ok();
    Told {
        name: harmless(&one.run.0).into_owned(),
        path: harmless(&one.path.display().to_string()).into_owned(),
        script: summary.map(|told| harmless(&told.opened.script).into_owned()),
        title: summary.map(|told| harmless(&told.opened.title).into_owned()),
        begun: summary.map(|told| told.begun.to_string()),
        last: summary.map(|told| told.last.to_string()),
        running: one.is_open,
        ended: summary.map(|told| told.ended),
        finished: summary.map(|told| told.finished),
        records: summary.map(|told| told.records),
        bytes: one.bytes,
        deletable,
    }
}

/// The runs as a person reads them.
fn listing(new: &[&Listed], old: &[&Listed], journals: &Journals, words: &Words, days: u32) -> String {
    if new.is_empty() && old.is_empty() {
        return format!("{}\n", words.commands.no_runs);
    }
    let columns = columns();
    let mut text = String::new();
    if !new.is_empty() {
        text.push_str(&table(new, words, columns));
        text.push('\n');
    }
    if !old.is_empty() {
        let heading = (words.commands.old_runs)(days);
        text.push_str(&heading);
        text.push_str("\n\n");
        text.push_str(&table(old, words, columns));
        text.push('\n');
    }
    let folder = journals.folder().map(|folder| folder.display().to_string());
    let folder = folder.unwrap_or_default();
    text.push_str(&(words.commands.runs_folder)(&harmless(&folder)));
    text.push('\n');
    text
}

/// When it began, title, how it stands, kilobytes, script: in a narrow terminal the last ones are cut.
const COLUMNS: usize = 5;

/// The column of numbers.
const NUMBERS: [usize; 1] = [3];

fn table(runs: &[&Listed], words: &Words, columns: Option<usize>) -> String {
    let heading = words.commands.runs_columns.map(str::to_owned);
    let rows = runs.iter().map(|one| row(one, words));
    let rows: Vec<[String; COLUMNS]> = std::iter::once(heading).chain(rows).collect();
    aligned(&rows, &NUMBERS, columns)
}

fn row(one: &Listed, words: &Words) -> [String; COLUMNS] {
    let kilobytes = one.bytes.div_ceil(1000).to_string();
    let (title, script, programme) = if let Ok(told) = &one.summary {
        let title = harmless(&told.opened.title).into_owned();
        let script = harmless(&told.opened.script).into_owned();
        (title, script, programme(told))
    } else {
        let file = one.path.display().to_string();
        ("–".to_owned(), harmless(&file).into_owned(), None)
    };
    // Without a script the zone of most ceremonies, which is told beside the time.
    let zone = programme.as_ref().map_or(Zone::Wib, |programme| programme.zone);
    let begun = one.begun();
    let day = spoken::day(clock::day(begun, zone));
    let time = spoken::time(clock::time_of_day(begun, zone), zone);
    let stands = stands(one, programme.as_ref(), words);
    [format!("{day} {time}"), title, stands, kilobytes, script]
}

/// How a run stands, in words.
fn stands(one: &Listed, programme: Option<&Programme>, words: &Words) -> String {
    let told = match &one.summary {
        Ok(told) => told,
        Err(Unreadable::Later(_)) => return words.commands.run_of_later_version.to_owned(),
        Err(Unreadable::Broken) => return words.commands.run_unreadable.to_owned(),
    };
    let place = programme.and_then(|programme| place(told, programme, words));
    let place = place.as_deref();
    let words = &words.commands;
    match (one.is_open, told.ended, told.finished, &told.place) {
        (true, ..) => words.run_is_open.to_owned(),
        (false, true, true, _) => words.run_finished.to_owned(),
        (false, true, false, None) => words.run_given_up_before.to_owned(),
        (false, true, false, Some(_)) => (words.run_given_up)(place),
        (false, false, true, _) => words.run_interrupted_at_end.to_owned(),
        (false, false, false, None) => words.run_interrupted_before.to_owned(),
        (false, false, false, Some(_)) => (words.run_interrupted)(place),
    }
}

/// Where a run stands, as the script that it was begun with names it.
fn place(told: &Summary, programme: &Programme, words: &Words) -> Option<String> {
    let cue = &told.place.as_ref()?.cue;
    let step = programme.step(&cue.step)?;
    let title = format!("“{}”", harmless(&step.title));
    Some(match cue.part.clause() {
        Some(clause) => format!("{title}, {}", (words.screens.clause)(step.unit, clause)),
        None => title,
    })
}

/// The programme that a run was begun with.
fn programme(told: &Summary) -> Option<Programme> {
    let accepted = told.sources.as_deref()?;
    let script = script::read(&accepted.sources()).script?;
    Some(planned(&script, &Occasion::default()))
}
