//! `ikrar run`: runs a ceremony on the terminal.

use std::process::ExitCode;
use std::time::Duration;

use super::{Failure, opened};
use crate::app::{self, Opened, TestPanic};
use crate::cli::Run;
use crate::edge::Timekeeper;
use crate::lang::Lang;
use crate::programme::place::find;
use crate::programme::{Occasion, compile};
use crate::show::{Look, Settings};

/// Runs the ceremony until it is ended.
///
/// # Errors
///
/// When there is no such script, place or person, or the terminal cannot be used.
pub fn run(run: &Run, lang: Lang, test_panic: Option<TestPanic>) -> Result<ExitCode, Failure> {
    let opened = opened(&run.script)?;
    let occasion = Occasion {
        leader: run.person.clone(),
    };
    check_arguments(run, &opened, &occasion)?;
    let settings = Settings {
        lang,
        guard: Duration::from_millis(run.guard),
        occasion,
        begin_at: run.at.clone(),
        look: Look::default(),
    };
    app::run(settings, opened, run.poll, test_panic, Timekeeper::start())?;
    Ok(ExitCode::SUCCESS)
}

/// Tells a wrong `--at` or `--as` before the screen is taken over. A script with errors opens with its problems; its
/// places are looked up once it is good.
fn check_arguments(run: &Run, opened: &Opened, occasion: &Occasion) -> Result<(), Failure> {
    let Some(script) = &opened.reading.script else {
        return Ok(());
    };
    if let Some(person) = &run.person {
        let keys: Vec<&str> = script
            .people
            .iter()
            .map(|person| person.key.get_ref().as_str())
            .collect();
        if !keys.contains(&person.as_str()) {
            return Err(Failure::NoSuchPerson {
                person: person.clone(),
                known: keys.join(", "),
            });
        }
    }
    if let Some(at) = &run.at {
        find(&compile(script, occasion), at).map_err(|_| Failure::NoSuchPlace(at.clone()))?;
    }
    Ok(())
}
