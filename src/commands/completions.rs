//! `ikrar completions`: what a shell needs to complete the command line, with its words in the interface's language.

use std::process::ExitCode;

use clap_complete::generate;

use super::{Failure, print};
use crate::cli::{Completions, worded_command};
use crate::lang::Lang;

/// Prints the completions for a shell.
///
/// # Errors
///
/// When nothing can be printed.
pub fn run(completions: &Completions, lang: Lang) -> Result<ExitCode, Failure> {
    let mut command = worded_command(lang);
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    generate(completions.shell, &mut command, name, &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
