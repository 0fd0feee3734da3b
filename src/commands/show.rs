//! `ikrar show`: the rundown of a script, as a table, JSON or Markdown.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::check::exit_code;
use super::{Failure, opened, print, print_error, rendered, style_of};
use crate::cli::{RundownFormat, ShowRundown};
use crate::config::Config;
use crate::edge::{Catalogue, Opened, terminal};
use crate::programme::compile;
use crate::rundown;
use crate::script::Contents;

/// Prints the rundown; with errors in the script, those instead, and 1; 2 where it cannot be read.
///
/// # Errors
///
/// When there is no such script, or nothing can be printed.
pub fn run(show: &ShowRundown, config: &Config, no_color: bool) -> Result<ExitCode, Failure> {
    let lang = config.lang;
    let Opened { sources, reading, .. } = opened(&show.script, &Catalogue::of_user())?;
    if let (RundownFormat::Toml, Contents::Bytes(bytes)) = (show.format, &sources.script.contents) {
        // As it is, with whatever may be wrong with it: a copy is where it is mended.
        print(&String::from_utf8_lossy(bytes))?;
        return Ok(ExitCode::SUCCESS);
    }
    let Some(script) = reading.script else {
        print_error(&rendered(
            &reading.problems,
            lang,
            style_of(&io::stderr(), no_color),
        ))?;
        return Ok(ExitCode::from(exit_code(reading.verdict)));
    };
    let occasion = config.occasion();
    let programme = compile(&script, &occasion);
    let text = match show.format {
        RundownFormat::Text | RundownFormat::Toml => rundown::text(&programme, lang, columns()),
        RundownFormat::Markdown => rundown::markdown(&programme, lang),
        RundownFormat::Json => rundown::json(&programme).map_err(io::Error::from)?,
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// The width of the terminal; that of a page where it is none.
fn columns() -> usize {
    if !io::stdout().is_terminal() {
        return rundown::WIDTH;
    }
    terminal::size().map_or(rundown::WIDTH, |(columns, _)| {
        usize::from(columns).min(rundown::WIDTH)
    })
}
