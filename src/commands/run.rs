//! `ikrar run`: runs a ceremony on the terminal.

mod saving;

use std::ffi::OsStr;
use std::process::ExitCode;

use super::{Failure, opened, served, settings_here};
use crate::app::{self, Resume, Surroundings, TestPanic};
use crate::cli::Run;
use crate::config::Config;
use crate::edge::catalogue::script_of_runs;
use crate::edge::journal::Journals;
use crate::edge::{Catalogue, NewFile, Opened, Timekeeper};
use crate::programme::place::find;
use crate::programme::{NotThere, Occasion, Part, Programme, Step, compile};
use crate::script::nearest::nearest;
use crate::show::Colours;

/// Runs the ceremony until it is ended.
///
/// # Errors
///
/// When there is no such script, place or person, the terminal cannot be used, or the programme as it was run cannot be
/// saved where it is to be.
pub fn run(
    run: &Run,
    config: Config,
    colours: Colours,
    test_panic: Option<TestPanic>,
    session_bus: Option<String>,
) -> Result<ExitCode, Failure> {
    let catalogue = Catalogue::of_user();
    let timekeeper = Timekeeper::start();
    let journals = (!run.no_journal).then(Journals::of_user);
    let opened = match opened(&run.script, &catalogue) {
        Err(no_such) => {
            let lost = lost(run, &catalogue, journals.as_ref(), timekeeper);
            lost.ok_or(no_such)?
        }
        Ok(opened) => opened,
    };
    let serve = served(&config);
    let mut settings = settings_here(config, colours);
    settings.occasion.leader.clone_from(&run.person);
    settings.begin_at.clone_from(&run.at);
    check_arguments(run, &opened, &settings.occasion)?;
    let save_to = run.save_changes.as_deref().map(promised).transpose()?;
    let words = settings.lang.words();
    let surroundings = Surroundings {
        poll: run.poll,
        test_panic,
        timekeeper,
        catalogue,
        session_bus,
        serve,
        journals,
        resume: match (run.resume, run.fresh) {
            (true, _) => Resume::AtOnce,
            (false, true) => Resume::Never,
            (false, false) => Resume::Ask,
        },
    };
    let show = app::run(settings, opened, surroundings)?;
    match save_to {
        // Whoever leaves an offer unanswered has run nothing.
        Some(file) if show.offer().is_none() => Ok(saving::save(&file, &show, words)?),
        Some(_) | None => Ok(ExitCode::SUCCESS),
    }
}

/// The file in which the programme as it was run is to be saved: told before the screen is taken over where it cannot be.
fn promised(file: &OsStr) -> Result<NewFile, Failure> {
    NewFile::promised(file).map_err(|reason| Failure::NotPromised {
        file: file.to_owned(),
        reason,
    })
}

/// A script that is gone, of which a run was interrupted: what its journal has of it serves.
fn lost(
    run: &Run,
    catalogue: &Catalogue,
    journals: Option<&Journals>,
    timekeeper: Timekeeper,
) -> Option<Opened> {
    let journals = journals.filter(|_| !run.fresh && run.at.is_none())?;
    let now = timekeeper.now().wall;
    let meant = catalogue.would_mean(&run.script).into_iter();
    let mut interrupted = meant.filter(|which| journals.interrupted(&script_of_runs(which), now).is_some());
    Some(catalogue.open(&interrupted.next()?))
}

/// Tells a wrong `--at` or `--as` before the screen is taken over. A script with errors opens with its problems; its
/// places are looked up once it is good.
fn check_arguments(run: &Run, opened: &Opened, occasion: &Occasion) -> Result<(), Failure> {
    let Some(script) = &opened.reading.script else {
        return Ok(());
    };
    if let Some(person) = &run.person {
        let keys = script.people.iter().map(|person| person.key.get_ref());
        let known: Vec<String> = keys.cloned().collect();
        if !known.contains(person) {
            return Err(Failure::NoSuchPerson {
                person: person.clone(),
                known,
            });
        }
    }
    if let Some(at) = &run.at {
        let programme = compile(script, occasion);
        find(&programme, at).map_err(|not_there| no_such_place(at, not_there, &programme))?;
    }
    Ok(())
}

/// What is told of a wrong `--at`: what could be given instead.
fn no_such_place(place: &str, not_there: NotThere, programme: &Programme) -> Failure {
    let ids = || programme.steps.iter().map(|step| step.id.as_str());
    let (known, meant) = match &not_there {
        NotThere::Step(name) => {
            let known: Vec<String> = (1..)
                .zip(ids())
                .map(|(number, id)| format!("{number} ({id})"))
                .collect();
            (known.join(", "), nearest(name, ids()).map(str::to_owned))
        }
        NotThere::Clause { step, .. } => {
            let clauses = step
                .checked_sub(1)
                .and_then(|position| programme.steps.get(position))
                .map_or(0, clauses_of);
            let known = match clauses {
                0 => String::new(),
                1 => format!("{step}.1"),
                more => format!("{step}.1–{step}.{more}"),
            };
            (known, None)
        }
    };
    Failure::NoSuchPlace {
        place: place.to_owned(),
        not_there,
        known,
        meant,
    }
}

/// How many clauses a step has.
fn clauses_of(step: &Step) -> usize {
    let is_clause = |part: &Part| matches!(part, Part::Clause(_));
    step.cues.iter().filter(|cue| is_clause(&cue.id.part)).count()
}
