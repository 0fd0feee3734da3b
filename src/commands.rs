//! One file for each command: what is read, what is run, what is printed, and the exit code.
//!
//! Exit codes: 0 all is well, 1 a script has errors, 2 something could not be read or used at all.

pub mod check;
pub mod run;
pub mod show;

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::edge::watch::read_sources;
use crate::lang::{CommandWords, Lang};
use crate::script::characters::harmless;
use crate::script::problem::Style;
use crate::script::{Contents, Source, Sources, library};

/// Why a command ended without doing what it is for. Each is told in the interface's language by [`Failure::told`].
#[derive(Debug, Error)]
pub enum Failure {
    /// Neither a file nor a script that ships.
    #[error("no script {0}")]
    NoSuchScript(String),
    /// `--at` names no place.
    #[error("no place {0}")]
    NoSuchPlace(String),
    /// `--as` names nobody; the keys there are.
    #[error("no person {person}")]
    NoSuchPerson {
        /// The key that was given.
        person: String,
        /// The keys there are.
        known: String,
    },
    /// The terminal cannot be used.
    #[error(transparent)]
    Terminal(#[from] crate::edge::EnterError),
    /// The terminal is gone, or the system refuses what the loop needs.
    #[error("the terminal takes no more: {0}")]
    TerminalGone(io::Error),
    /// Nothing could be printed, for example because the reader of a pipe has gone.
    #[error(transparent)]
    Printing(#[from] io::Error),
}

impl Failure {
    /// What to tell the person. What was typed is told back without anything that steers a terminal.
    pub fn told(&self, words: &CommandWords) -> String {
        use crate::edge::EnterError;
        match self {
            Self::NoSuchScript(name) => {
                (words.no_such_script)(&harmless(name), &library::script_names().join(", "))
            }
            Self::NoSuchPlace(place) => (words.no_such_place)(&harmless(place)),
            Self::NoSuchPerson { person, known } => {
                (words.no_such_person)(&harmless(person), &harmless(known))
            }
            Self::Terminal(EnterError::InputIsNoTerminal) => words.input_is_no_terminal.to_owned(),
            Self::Terminal(EnterError::OutputIsNoTerminal) => words.output_is_no_terminal.to_owned(),
            Self::Terminal(EnterError::Refused(reason)) => (words.terminal_refused)(&reason.to_string()),
            Self::TerminalGone(_) => words.terminal_gone.to_owned(),
            Self::Printing(reason) => reason.to_string(),
        }
    }
}

/// A script as the command line names it.
#[derive(Debug)]
pub enum Named {
    /// A file, to be watched.
    File(PathBuf, Sources),
    /// One that ships inside the binary.
    Shipped(Sources),
}

impl Named {
    /// What was read.
    pub fn sources(&self) -> &Sources {
        match self {
            Self::File(_, sources) | Self::Shipped(sources) => sources,
        }
    }
}

/// Reads a script: a file where there is one, else one that ships.
///
/// # Errors
///
/// When there is neither.
#[expect(
    clippy::disallowed_methods,
    reason = "whether there is a file decides what is meant"
)]
pub fn named(script: &OsStr) -> Result<Named, Failure> {
    let path = Path::new(script);
    if std::fs::symlink_metadata(path).is_ok() {
        return Ok(Named::File(path.to_owned(), read_sources(path)));
    }
    let name = script.to_string_lossy();
    let text = library::script(name.strip_suffix(".toml").unwrap_or(&name));
    let text = text.ok_or_else(|| Failure::NoSuchScript(name.clone().into_owned()))?;
    let source = Source {
        name: name.into_owned(),
        contents: Contents::Bytes(text.as_bytes().into()),
    };
    Ok(Named::Shipped(Sources {
        script: source,
        texts: std::collections::BTreeMap::new(),
    }))
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
