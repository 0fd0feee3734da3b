//! One file for each command: what is read, what is run, what is printed, and the exit code.
//!
//! Exit codes: 0 all is well, 1 a script has errors, 2 something could not be read or used at all.

pub mod check;
pub mod run;
pub mod show;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::app::{self, Opened};
use crate::edge::EnterError;
use crate::edge::watch::read_sources;
use crate::lang::{CommandWords, Lang};
use crate::script::characters::harmless;
use crate::script::nearest::nearest;
use crate::script::problem::Style;
use crate::script::{Contents, Source, Sources, library, read};

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
    /// The show could not be run to its end.
    #[error(transparent)]
    Running(#[from] app::Failure),
    /// Nothing could be printed, for example because the reader of a pipe has gone.
    #[error(transparent)]
    Printing(#[from] io::Error),
}

impl Failure {
    /// What to tell the person. What was typed is told back without anything that steers a terminal.
    pub fn told(&self, words: &CommandWords) -> String {
        match self {
            Self::NoSuchScript(name) => {
                let known = library::script_names();
                // "mergangsan" is a beginning of a name, and no slip of the hand.
                let begun = known
                    .iter()
                    .copied()
                    .find(|known| !name.is_empty() && known.starts_with(name.as_str()));
                let meant = begun.or_else(|| nearest(name, known.iter().copied()));
                let meant = meant.map_or_else(String::new, |meant| format!(" {}", (words.meant)(meant)));
                format!(
                    "{}{meant}",
                    (words.no_such_script)(&harmless(name), &known.join(", "))
                )
            }
            Self::NoSuchPlace(place) => (words.no_such_place)(&harmless(place)),
            Self::NoSuchPerson { person, known } => {
                (words.no_such_person)(&harmless(person), &harmless(known))
            }
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

/// Opens a script: a file where there is one, else one that ships, by its name without an ending. `naskah.toml` always
/// means a file, so that a wrong folder is told instead of another text being read.
///
/// # Errors
///
/// When there is neither.
#[expect(
    clippy::disallowed_methods,
    reason = "whether there is a file decides what is meant"
)]
pub fn opened(script: &OsStr) -> Result<Opened, Failure> {
    let path = Path::new(script);
    if std::fs::symlink_metadata(path).is_ok() {
        return Ok(opened_sources(read_sources(path), Some(path.to_owned())));
    }
    let name = script.to_string_lossy();
    let text = library::script(&name).ok_or_else(|| Failure::NoSuchScript(name.clone().into_owned()))?;
    let source = Source {
        name: name.into_owned(),
        contents: Contents::Bytes(text.as_bytes().into()),
    };
    let sources = Sources {
        script: source,
        texts: BTreeMap::new(),
    };
    Ok(opened_sources(sources, None))
}

fn opened_sources(sources: Sources, file: Option<PathBuf>) -> Opened {
    Opened {
        reading: read(&sources),
        sources,
        file,
    }
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
