//! `ikrar screen`: a screen that follows a ceremony which is run elsewhere.

use std::process::ExitCode;

use super::{Failure, settings_here};
use crate::app::{self, Resume, Surroundings, TestPanic};
use crate::cli::Screen;
use crate::config::Config;
use crate::edge::announced::Announcements;
use crate::edge::{Address, Candidate, Catalogue, Timekeeper, Typed};
use crate::follower::AnnouncedRun;
use crate::show::{Colours, FollowerRole};

/// Follows a leader until the program is ended: the one at the address that is given, else whichever is announced on this
/// computer.
///
/// # Errors
///
/// When the address can be none, or the terminal cannot be used.
pub fn run(
    screen: &Screen,
    config: Config,
    colours: Colours,
    test_panic: Option<TestPanic>,
    session_bus: Option<String>,
) -> Result<ExitCode, Failure> {
    let address = screen.address.as_deref();
    let typed =
        address.map(|typed| Typed::read(typed).ok_or_else(|| Failure::WrongAddress(typed.to_owned())));
    let typed = typed.transpose()?;
    let role = if screen.reader || typed.as_ref().is_some_and(|typed| typed.reader) {
        FollowerRole::Reader
    } else {
        FollowerRole::Hall
    };
    let surroundings = Surroundings {
        poll: false,
        test_panic,
        timekeeper: Timekeeper::start(),
        catalogue: Catalogue::of_user(),
        session_bus,
        serve: None,
        journals: None,
        resume: Resume::Never,
    };
    let find = move || match &typed {
        Some(typed) => vec![Candidate {
            address: typed.address.clone(),
            announced: None,
        }],
        None => on_this_computer(),
    };
    let settings = settings_here(config, colours);
    app::follow(find, role, &settings, surroundings)?;
    Ok(ExitCode::SUCCESS)
}

/// The leaders that are announced on this computer, those that live first, and of them the newest.
fn on_this_computer() -> Vec<Candidate> {
    let found = Announcements::of_user().found().into_iter();
    found
        .map(|found| Candidate {
            address: Address::here(found.leader.port),
            announced: Some(AnnouncedRun {
                run: found.leader.run,
                started: found.leader.started,
                lives: found.lives,
            }),
        })
        .collect()
}
