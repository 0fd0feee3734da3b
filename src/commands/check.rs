//! `ikrar check`: the problems of scripts, as text or JSON.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use serde::Serialize;

use super::{Failure, opened, print, print_error, rendered, style_of};
use crate::cli::{Check, CheckFormat};
use crate::lang::Lang;
use crate::script::characters::harmless;
use crate::script::{Contents, Problem, Severity, read};

/// A script's problems, as JSON has them.
#[derive(Serialize)]
struct Checked {
    script: String,
    errors: usize,
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
    let mut worst = 0;
    let mut all = Vec::new();
    for script in &check.scripts {
        let (checked, problems, code) = checked(script, lang);
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

fn checked(script: &OsString, lang: Lang) -> (Checked, Vec<Problem>, u8) {
    let name = script.to_string_lossy().into_owned();
    let words = &lang.words().commands;
    let opened = match opened(script) {
        Ok(opened) => opened,
        Err(failure) => {
            let message = failure.told(words);
            let found = Found {
                severity: Severity::Error,
                file: name.clone(),
                line: 0,
                column: 0,
                message,
                help: String::new(),
            };
            return (
                Checked {
                    script: name,
                    errors: 1,
                    warnings: 0,
                    problems: vec![found],
                },
                Vec::new(),
                2,
            );
        }
    };
    let reading = read(&opened.sources);
    let count = |severity| {
        reading
            .problems
            .iter()
            .filter(|problem| problem.severity == severity)
            .count()
    };
    let errors = count(Severity::Error);
    let readable = matches!(&opened.sources.script.contents, Contents::Bytes(_));
    let code = match (readable, errors) {
        (false, _) => 2,
        (true, 0) => 0,
        (true, _) => 1,
    };
    let found = reading
        .problems
        .iter()
        .map(|problem| found(problem, lang))
        .collect();
    let warnings = count(Severity::Warning);
    (
        Checked {
            script: name,
            errors,
            warnings,
            problems: found,
        },
        reading.problems,
        code,
    )
}

fn found(problem: &Problem, lang: Lang) -> Found {
    let explained = problem.explained(lang);
    Found {
        severity: problem.severity,
        file: problem.file.clone(),
        line: problem.line,
        column: problem.column(),
        message: explained.title,
        help: explained.help,
    }
}

fn print_text(checked: &Checked, problems: &[Problem], lang: Lang, no_color: bool) -> io::Result<()> {
    let words = &lang.words().commands;
    if checked.problems.is_empty() {
        return print(&format!("{}\n", (words.no_problems)(&harmless(&checked.script))));
    }
    if problems.is_empty() {
        let messages = checked.problems.iter().map(|found| found.message.as_str());
        let messages = messages
            .flat_map(|message| [words.error, ": ", message, "\n"])
            .collect::<String>();
        return print_error(&messages);
    }
    let style = style_of(&io::stdout(), no_color);
    let summary = (words.summary)(checked.errors, checked.warnings);
    print(&format!(
        "{}{}: {summary}\n",
        rendered(problems, lang, style),
        harmless(&checked.script)
    ))
}
