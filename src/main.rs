//! Arguments in, exit code out. The only place that reads the environment, but for the folders of the user.
#![expect(
    clippy::disallowed_methods,
    reason = "the environment is read here, once, and handed on"
)]

use std::ffi::OsString;
use std::process::ExitCode;

use ikrar::app::TestPanic;
use ikrar::cli::{self, Cli, Command, Parsed};
use ikrar::commands::{self, print, print_error};
use ikrar::lang::Lang;
use ikrar::show::Colours;

fn main() -> anyhow::Result<ExitCode> {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let parsed = match cli::parse(&arguments, Lang::default()) {
        good @ Parsed::Run(_) => good,
        // What is only printed speaks the user's language as well.
        Parsed::Print(_) | Parsed::Wrong(_) => {
            cli::parse(&arguments, commands::config::usual_lang(&arguments))
        }
    };
    match parsed {
        Parsed::Run(cli) => perform(&cli),
        Parsed::Print(text) => {
            print(&text)?;
            Ok(ExitCode::SUCCESS)
        }
        Parsed::Wrong(text) => {
            print_error(&format!("{text}\n"))?;
            Ok(ExitCode::from(2))
        }
    }
}

fn perform(cli: &Cli) -> anyhow::Result<ExitCode> {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let Some(config) = commands::config::settled(cli, no_color)? else {
        return Ok(ExitCode::from(2));
    };
    let lang = config.lang;
    let outcome = match &cli.command {
        None => commands::pick::run(config, colours(no_color), test_panic(), session_bus()),
        Some(Command::Run(run)) => {
            commands::run::run(run, config, colours(no_color), test_panic(), session_bus())
        }
        Some(Command::Check(check)) => commands::check::run(check, lang, no_color),
        Some(Command::Show(show)) => commands::show::run(show, &config, no_color),
        Some(Command::Screen(screen)) => {
            commands::screen::run(screen, config, colours(no_color), test_panic(), session_bus())
        }
        Some(Command::List(list)) => commands::list::run(list, &config),
        Some(Command::Runs(runs)) => commands::runs::run(runs, &config),
        Some(Command::Config) => commands::config::run(&config),
        Some(Command::Completions(completions)) => commands::completions::run(completions, lang),
    };
    match outcome {
        Ok(code) => Ok(code),
        Err(failure) => {
            let words = lang.words();
            print_error(&format!("{}: {}\n", words.commands.error, failure.told(words)))?;
            Ok(ExitCode::from(2))
        }
    }
}

/// The colours of the terminal, as far as the environment tells.
fn colours(no_color: bool) -> Colours {
    let colorterm = std::env::var("COLORTERM").ok();
    let term = std::env::var("TERM").ok();
    Colours::of(no_color, colorterm.as_deref(), term.as_deref(), cfg!(windows))
}

/// Where the bus of the desktop's session listens: as the session tells, else where it usually does.
fn session_bus() -> Option<String> {
    // Over ssh the display is that of another computer.
    if std::env::var_os("SSH_CONNECTION").is_some() {
        return None;
    }
    let told = std::env::var("DBUS_SESSION_BUS_ADDRESS").ok();
    told.filter(|address| !address.is_empty()).or_else(|| {
        Some(format!(
            "unix:path={}/bus",
            std::env::var("XDG_RUNTIME_DIR").ok()?
        ))
    })
}

/// The hidden switch of the tests: a panic on purpose, on the loop or on a worker.
fn test_panic() -> Option<TestPanic> {
    match std::env::var("IKRAR_TEST_PANIC").ok()?.as_str() {
        "loop" => Some(TestPanic::Loop),
        "worker" => Some(TestPanic::Worker),
        "server" => Some(TestPanic::Server),
        _ => None,
    }
}
