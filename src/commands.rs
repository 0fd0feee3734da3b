//! One file for each command: what is read, what is run, what is printed, and the exit code.
//!
//! Exit codes: 0 all is well, 1 a script has errors, 2 something could not be read or used at all.

pub mod check;
pub mod completions;
pub mod config;
pub mod list;
pub mod pick;
pub mod run;
pub mod runs;
pub mod screen;
pub mod show;
mod table;

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use thiserror::Error;

use crate::app;
use crate::config::Config;
use crate::edge::catalogue::scripts_beside;
use crate::edge::{Catalogue, EnterError, NotPromised, Opened, ServeStyle, terminal, watch};
use crate::lang::{Lang, Words};
use crate::programme::NotThere;
use crate::script::characters::harmless;
use crate::script::nearest::nearest;
use crate::script::problem::Style;
use crate::show::{Colours, Settings};

/// Why a command ended without doing what it is for. Each is told in the interface's language by [`Failure::told`].
#[derive(Debug, Error)]
pub enum Failure {
    /// Neither a file, nor a script of a folder, nor one that ships.
    #[error("no script {name}")]
    NoSuchScript {
        /// The name that was given.
        name: String,
        /// The names there are.
        known: Vec<String>,
        /// The scripts where one of this name would be.
        beside: Vec<String>,
    },
    /// `--at` names no place.
    #[error("no place {place}: {not_there}")]
    NoSuchPlace {
        /// The place that was given.
        place: String,
        /// What of it is not there.
        not_there: NotThere,
        /// What could be given instead: each step by number and id, or the clauses of the step.
        known: String,
        /// The id that was meant, where one is near.
        meant: Option<String>,
    },
    /// `--as` names nobody.
    #[error("no person {person}")]
    NoSuchPerson {
        /// The key that was given.
        person: String,
        /// The keys there are.
        known: Vec<String>,
    },
    /// The address of a leader can be none.
    #[error("no address {0}")]
    WrongAddress(String),
    /// The programme as it was run cannot be saved there.
    #[error("nothing can be saved: {reason}")]
    NotPromised {
        /// The file that was given.
        file: OsString,
        /// Why.
        reason: NotPromised,
    },
    /// The show could not be run to its end.
    #[error(transparent)]
    Running(#[from] app::Failure),
    /// Nothing could be printed, for example because the reader of a pipe has gone.
    #[error(transparent)]
    Printing(#[from] io::Error),
}

impl Failure {
    /// What to tell the person. What was typed is told back without anything that steers a terminal.
    pub fn told(&self, words: &Words) -> String {
        let (saving, screens) = (&words.saving, &words.screens);
        let words = &words.commands;
        let there_are = |known: &str| with_space(known, words.there_are);
        let perhaps = |meant: Option<&str>| with_space(meant.unwrap_or_default(), words.meant);
        match self {
            Self::NoSuchScript { name, known, beside } => {
                // A file that is here goes before a name: it was left without its ending, or is a letter away.
                let meant = meant(name, beside).or_else(|| meant(name, known));
                let told = (words.no_such_script)(&harmless(name), &harmless(&known.join(", ")));
                format!("{told}{}", perhaps(meant))
            }
            Self::NoSuchPlace {
                place,
                not_there,
                known,
                meant,
            } => {
                let not_there = (screens.not_there)(not_there);
                let told = (words.no_such_place)(&harmless(place), &harmless(&not_there));
                format!("{told}{}{}", there_are(known), perhaps(meant.as_deref()))
            }
            Self::NoSuchPerson { person, known } => {
                let told = (words.no_such_person)(&harmless(person));
                let meant = meant(person, known);
                format!("{told}{}{}", there_are(&known.join(", ")), perhaps(meant))
            }
            Self::NotPromised { file, reason } => {
                let file = file.to_string_lossy();
                match reason {
                    NotPromised::NoName => (saving.no_name)(&harmless(&file)),
                    NotPromised::Exists => (saving.exists)(&harmless(&file)),
                    NotPromised::Folder { folder, reason } => {
                        let folder = folder.to_string_lossy();
                        (saving.folder_refused)(&harmless(&folder), &watch::reason(reason))
                    }
                }
            }
            Self::WrongAddress(address) => (words.wrong_address)(&harmless(address)),
            Self::Running(app::Failure::NotTakenOver(reason)) => match reason {
                EnterError::InputIsNoTerminal => words.input_is_no_terminal.to_owned(),
                EnterError::OutputIsNoTerminal => words.output_is_no_terminal.to_owned(),
                EnterError::Refused(reason) => (words.terminal_refused)(&reason.to_string()),
            },
            Self::Running(app::Failure::TerminalGone(_)) => words.terminal_gone.to_owned(),
            Self::Printing(reason) => reason.to_string(),
        }
    }
}

/// A sentence about something, after another one; nothing where there is nothing to tell of.
fn with_space(what: &str, sentence: fn(&str) -> String) -> String {
    if what.is_empty() {
        String::new()
    } else {
        format!(" {}", sentence(&harmless(what)))
    }
}

/// The word that was meant by an unknown one: "mergangsan" is a beginning of a name, and no slip of the hand.
fn meant<'a>(word: &str, known: impl IntoIterator<Item = &'a String>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().map(String::as_str).collect();
    let begun = known.iter().copied().filter(|known| known.starts_with(word));
    let begun = begun.min_by_key(|known| known.len());
    begun
        .filter(|_| !word.is_empty())
        .or_else(|| nearest(word, known.iter().copied()))
}

/// Opens a script by its path or name, as the [`Catalogue`] finds it.
///
/// # Errors
///
/// When there is none.
pub fn opened(script: &OsStr, catalogue: &Catalogue) -> Result<Opened, Failure> {
    match catalogue.find(script) {
        Some(which) => Ok(catalogue.open(&which)),
        None => Err(Failure::NoSuchScript {
            name: script.to_string_lossy().into_owned(),
            known: catalogue.names(),
            beside: scripts_beside(Path::new(script)),
        }),
    }
}

/// The settings for what is drawn on this terminal, whose cells have a shape of their own.
fn settings_here(config: Config, colours: Colours) -> Settings {
    let mut settings = config.settings(colours);
    settings.look.cell = terminal::cell_shape();
    settings
}

/// How the screens are served; not at all where the settings say so.
pub fn served(config: &Config) -> Option<ServeStyle> {
    let port = u16::try_from(config.port).ok().filter(|port| *port > 0);
    config
        .serve
        .then(|| ServeStyle::of_user(config.share, port, config.lang))
}

/// Prints to standard output. A closed pipe is no error: its reader has seen enough.
///
/// # Errors
///
/// When the system refuses the write for another reason.
pub fn print(text: &str) -> io::Result<()> {
    write_quietly(&mut io::stdout(), text)
}

/// Prints to standard error.
///
/// # Errors
///
/// As [`print()`].
pub fn print_error(text: &str) -> io::Result<()> {
    write_quietly(&mut io::stderr(), text)
}

fn write_quietly(out: &mut impl Write, text: &str) -> io::Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// The problems of a script as text, one below the other.
pub fn rendered(problems: &[crate::script::Problem], lang: Lang, style: Style) -> String {
    let texts = problems
        .iter()
        .map(|problem| crate::script::problem::render(problem, lang, style));
    texts.flat_map(|text| [text, "\n\n".to_owned()]).collect()
}

/// Colours where a person reads, and has not asked for none.
pub fn style_of(out: &impl IsTerminal, no_color: bool) -> Style {
    if out.is_terminal() && !no_color {
        Style::Coloured
    } else {
        Style::Plain
    }
}
