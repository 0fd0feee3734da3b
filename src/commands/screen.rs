//! `ikrar screen`: a screen that follows a ceremony which is run elsewhere.

use std::process::ExitCode;

use super::Failure;
use crate::app::{self, Surroundings, TestPanic};
use crate::cli::Screen;
use crate::config::Config;
use crate::edge::announced::announced;
use crate::edge::{Address, Candidate, Catalogue, Timekeeper, terminal};
use crate::show::{Colours, FollowerRole};
use crate::slide::RunId;

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
    let address =
        address.map(|typed| Address::read(typed).ok_or_else(|| Failure::WrongAddress(typed.to_owned())));
    let address = address.transpose()?;
    let role = if screen.reader {
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
    };
    let find = move || match &address {
        Some(address) => vec![Candidate {
            address: address.clone(),
            run: RunId::default(),
        }],
        None => on_this_computer(),
    };
    let mut settings = config.settings(colours);
    settings.look.cell = terminal::cell_shape();
    app::follow(find, role, &settings, surroundings)?;
    Ok(ExitCode::SUCCESS)
}

/// The leaders of this user on this computer, the newest first.
fn on_this_computer() -> Vec<Candidate> {
    let leaders = announced().into_iter();
    leaders
        .map(|leader| Candidate {
            address: Address::here(leader.port),
            run: leader.run,
        })
        .collect()
}
