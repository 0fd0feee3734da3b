//! `ikrar` alone: the list of ceremonies, from which one is opened.

use std::process::ExitCode;

use super::{Failure, served, settings_here};
use crate::app::{self, Resume, Surroundings, TestPanic};
use crate::config::Config;
use crate::edge::journal::Journals;
use crate::edge::{Catalogue, Timekeeper};
use crate::show::Colours;

/// Lets a ceremony be picked and runs it, until the program is ended.
///
/// # Errors
///
/// When the terminal cannot be used.
pub fn run(
    config: Config,
    colours: Colours,
    test_panic: Option<TestPanic>,
    session_bus: Option<String>,
) -> Result<ExitCode, Failure> {
    let serve = served(&config);
    let settings = settings_here(config, colours);
    let surroundings = Surroundings {
        poll: false,
        test_panic,
        timekeeper: Timekeeper::start(),
        catalogue: Catalogue::of_user(),
        session_bus,
        serve,
        journals: Some(Journals::of_user()),
        resume: Resume::Ask,
    };
    app::pick(settings, surroundings)?;
    Ok(ExitCode::SUCCESS)
}
