//! `ikrar check`: the problems of scripts, as text or JSON.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use serde::Serialize;

use super::{Failure, opened, print, print_error, rendered, style_of};
use crate::cli::{Check, CheckFormat};
use crate::edge::Catalogue;
use crate::lang::Lang;
use crate::script::characters::harmless;
use crate::script::{Problem, Reading, Severity, Verdict};

/// A script's problems, as JSON has them. Names of files are told without anything that steers a terminal: JSON itself
/// escapes no more than the first set of control characters.
#[derive(Serialize)]
struct Checked {
    script: String,
    /// All that were found, also those that `problems` has no room for.
    errors: usize,
    /// All that were found.
    warnings: usize,
    problems: Vec<Found>,
}

/// A problem, as JSON has it.
#[derive(Serialize)]
struct Found {
    severity: Severity,
    file: String,
    line: usize,
    column: usize,
    message: String,
    help: String,
}

/// Checks every script, prints what is wrong, and gives 0 without errors, 1 with errors, 2 where one cannot be read.
///
/// # Errors
///
/// When nothing can be printed.
pub fn run(check: &Check, lang: Lang, no_color: bool) -> Result<ExitCode, Failure> {
    let catalogue = Catalogue::of_user();
    let mut worst = 0;
    let mut all = Vec::new();
    for script in &check.scripts {
        let (checked, problems, code) = checked(script, &catalogue, lang);
        worst = worst.max(code);
        if check.format == CheckFormat::Text {
            print_text(&checked, &problems, lang, no_color)?;
        }
        all.push(checked);
    }
    if check.format == CheckFormat::Json {
        let json = serde_json::to_string_pretty(&all).map_err(io::Error::from)?;
        print(&format!("{json}\n"))?;
    }
    Ok(ExitCode::from(worst))
}

/// The exit code of a verdict: the same for every command that reads a script and ends.
pub(super) fn exit_code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Accepted => 0,
        Verdict::Refused => 1,
        Verdict::Unread => 2,
    }
}

fn checked(script: &OsString, catalogue: &Catalogue, lang: Lang) -> (Checked, Vec<Problem>, u8) {
    let name = harmless(&script.to_string_lossy()).into_owned();
    match opened(script, catalogue) {
        Ok(opened) => of_reading(name, opened.reading, lang),
        Err(failure) => {
            let found = Found {
                severity: Severity::Error,
                file: name.clone(),
                line: 0,
                column: 0,
                message: failure.told(lang.words()),
                help: String::new(),
            };
            let checked = Checked {
                script: name,
                errors: 1,
                warnings: 0,
                problems: vec![found],
            };
            (checked, Vec::new(), exit_code(Verdict::Unread))
        }
    }
}

fn of_reading(script: String, reading: Reading, lang: Lang) -> (Checked, Vec<Problem>, u8) {
    let problems = reading.problems.iter();
    let checked = Checked {
        script,
        errors: reading.totals.errors,
        warnings: reading.totals.warnings,
        problems: problems.map(|problem| found(problem, lang)).collect(),
    };
    (checked, reading.problems, exit_code(reading.verdict))
}

fn found(problem: &Problem, lang: Lang) -> Found {
    let explained = problem.explained(lang);
    Found {
        severity: problem.severity,
        file: harmless(&problem.file).into_owned(),
        line: problem.line,
        column: problem.column(),
        message: explained.title,
        help: explained.help,
    }
}

fn print_text(checked: &Checked, problems: &[Problem], lang: Lang, no_color: bool) -> io::Result<()> {
    let words = &lang.words().commands;
    if checked.problems.is_empty() {
        return print(&format!("{}\n", (words.no_problems)(&checked.script)));
    }
    if problems.is_empty() {
        let messages = checked.problems.iter().map(|found| found.message.as_str());
        let messages = messages
            .flat_map(|message| [words.error, ": ", message, "\n"])
            .collect::<String>();
        return print_error(&messages);
    }
    let style = style_of(&io::stdout(), no_color);
    print(&format!(
        "{}{}\n",
        rendered(problems, lang, style),
        summary(checked, lang)
    ))
}

/// How much is wrong, and how much of it is told where that is not all.
fn summary(checked: &Checked, lang: Lang) -> String {
    let words = &lang.words().commands;
    let all = checked.errors + checked.warnings;
    let summary = (words.summary)(checked.errors, checked.warnings);
    let cut = if checked.problems.len() < all {
        format!(" ({})", (words.told_of)(checked.problems.len(), all))
    } else {
        String::new()
    };
    format!("{}: {summary}{cut}", checked.script)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::MOST_PROBLEMS;
    use crate::script::tests::sources_of;

    fn checked(script: &str, name: &str) -> (Checked, u8) {
        let mut sources = sources_of(script);
        name.clone_into(&mut sources.script.name);
        let (checked, _, code) = of_reading("apel.toml".to_owned(), crate::script::read(&sources), Lang::En);
        (checked, code)
    }

    #[test]
    fn all_that_was_found_is_counted_and_what_is_not_told_is_owned_up_to() {
        let warnings = "[[step]]\ntitle = 'Doa'\nkind = 'prayer'\nnotes = ''\n".repeat(MOST_PROBLEMS + 1);
        let (checked, code) = checked(
            &format!("title = 'Apel'\n{warnings}[[step]]\ntitle = 'Doa'\nkind = 'doa'\n"),
            "apel.toml",
        );
        assert_eq!((code, checked.errors, checked.warnings), (1, 1, 201));
        assert_eq!(
            summary(&checked, Lang::En),
            "apel.toml: 1 error, 201 warnings (200 of 202 shown)"
        );
        let json = serde_json::to_value(&checked).unwrap();
        assert_eq!(
            (json["errors"].as_u64(), json["warnings"].as_u64()),
            (Some(1), Some(201))
        );
    }

    #[test]
    fn where_all_is_told_the_summary_is_the_count_alone() {
        let (checked, code) = checked("title = 'Apel'\n", "apel.toml");
        assert_eq!(
            (code, summary(&checked, Lang::Id).as_str()),
            (1, "apel.toml: 1 kesalahan, 0 peringatan")
        );
    }

    #[test]
    fn no_name_of_a_file_steers_a_terminal_through_json() {
        let (checked, _) = checked("title = 'Apel'\n", "a\u{9B}31m\u{202E}b.toml");
        let json = serde_json::to_string(&checked).unwrap();
        assert!(json.contains("a\u{FFFD}31m\u{FFFD}b.toml"), "{json}");
        let (missing, _, code) = super::checked(
            &"tidak-ada\u{9B}\u{202E}".into(),
            &Catalogue::of_nobody(),
            Lang::Id,
        );
        let json = serde_json::to_string(&missing).unwrap();
        assert_eq!(code, 2);
        assert!(!json.contains(['\u{9B}', '\u{202E}']), "{json}");
    }
}
