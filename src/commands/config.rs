//! The user's settings: taken in before any command that needs them, and printed by `ikrar config`.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use super::{Failure, print, print_error, rendered, style_of};
use crate::cli::Cli;
use crate::config::{self, Config, written};
use crate::edge::settings;
use crate::lang::Lang;

/// The settings that hold in this run: the command line before the file before what is built in. Nothing, where the file
/// has faults: those are told then, and nothing else is to be done.
///
/// # Errors
///
/// When nothing can be printed.
pub fn settled(cli: &Cli, no_color: bool) -> io::Result<Option<Config>> {
    let source = if cli.no_config { None } else { settings::source() };
    let Some(source) = source else {
        return Ok(Some(Config::default().with(cli.flags())));
    };
    let reading = config::read(&source);
    let config = reading.config.with(cli.flags());
    if reading.problems.is_empty() {
        return Ok(Some(config));
    }
    let words = config.lang.words();
    let mut told = rendered(&reading.problems, config.lang, style_of(&io::stderr(), no_color));
    if reading.problems.len() < reading.total {
        let count = (words.commands.told_of)(reading.problems.len(), reading.total);
        told.push_str(&count);
        told.push('\n');
    }
    print_error(&format!("{told}{}\n", words.config.way_out))?;
    Ok(None)
}

/// The language of the user's settings, for what is printed before the arguments are understood. Of a file with faults
/// what can be read of it counts: this is no place to tell of them.
pub fn usual_lang(arguments: &[OsString]) -> Lang {
    if arguments.iter().any(|argument| argument == "--no-config") {
        return Lang::default();
    }
    let source = settings::source();
    source.map_or_else(Lang::default, |source| config::read(&source).config.lang)
}

/// Prints the settings that hold, as a file to start from.
///
/// # Errors
///
/// When nothing can be printed.
pub fn run(config: &Config) -> Result<ExitCode, Failure> {
    let path = settings::path().map(|path| path.display().to_string());
    print(&written(config, path.as_deref()))?;
    Ok(ExitCode::SUCCESS)
}
