//! The user's settings: what `config.toml` in the folder of the user's configuration may say, and what it comes to.
//!
//! [`read`] takes the file as it was found and always gives a [`Config`], with whatever was refused left at its default,
//! and everything that is wrong with it; whether a config with faults is used is not decided here. [`written`] gives a
//! config as a file to start from. Nothing here opens a file.

pub mod keys;
mod write;

use std::ops::RangeInclusive;
use std::sync::Arc;
use std::time::Duration;

pub use write::written;

use crate::lang::Lang;
use crate::programme::{Occasion, USUAL_PACE};
use crate::script::fields::{self, Field, Shape};
use crate::script::parse::{self, Conformer, Record};
use crate::script::{Contents, Fault, MOST_PROBLEMS, Presses, Problem, Source};
use crate::show::{CellShape, Colours, Keymap, Look, Settings, Size, ThemeName};
use crate::slide::RunId;

/// What an advance may be guarded by, in milliseconds.
pub const GUARD: RangeInclusive<u32> = 0..=5000;

/// The port that the screens are served at; none of its own where it is 0.
pub const PORT: RangeInclusive<u32> = 0..=65535;

/// How many days a run may be old before it is listed as one that may be deleted.
pub const KEEP_RUNS: RangeInclusive<u32> = 1..=10_000;

/// The same where nobody says: more than a year, so that the ceremony of last year is there.
const USUAL_KEEP_RUNS: u32 = 400;

/// The guard of an advance where nobody says, in milliseconds.
const USUAL_GUARD: u32 = 250;

/// The file.
static FIELDS: &[Field] = &[
    Field::new("language", Shape::Word(Lang::SPELLINGS)),
    Field::new("theme", Shape::Word(ThemeName::SPELLINGS)),
    Field::new("size", Shape::Word(Size::SPELLINGS)),
    Field::new("guard", Shape::Number(GUARD)),
    Field::new("pace", fields::PACE),
    Field::new("presses", fields::PRESSES),
    Field::new("mouse", Shape::Boolean),
    Field::new("serve", Shape::Boolean),
    Field::new("share", Shape::Boolean),
    Field::new("port", Shape::Number(PORT)),
    Field::new("keep_runs", Shape::Number(KEEP_RUNS)),
    Field::new("keys", Shape::Table(&keys::FIELDS)),
];

/// The settings that hold in a run of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The language of the interface.
    pub lang: Lang,
    /// The theme of the screens at first.
    pub theme: ThemeName,
    /// How large the words are at first.
    pub size: Size,
    /// An advance so soon after the last one is dropped, in milliseconds.
    pub guard: u32,
    /// Words a minute, where the script does not say.
    pub pace: u32,
    /// One key a phrase or two, where the script does not say.
    pub presses: Presses,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Whether screens are served.
    pub serve: bool,
    /// Whether those of the local network are, too.
    pub share: bool,
    /// The port that is tried first; 0 for that of last time.
    pub port: u32,
    /// So many days old a run is listed as one that may be deleted.
    pub keep_runs: u32,
    /// What each key does.
    pub keymap: Keymap,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            theme: ThemeName::default(),
            size: Size::default(),
            guard: USUAL_GUARD,
            pace: USUAL_PACE,
            presses: Presses::default(),
            mouse: false,
            serve: true,
            share: false,
            port: 0,
            keep_runs: USUAL_KEEP_RUNS,
            keymap: Keymap::default(),
        }
    }
}

/// What the command line says over the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    /// `--lang`
    pub lang: Option<Lang>,
    /// `--theme`
    pub theme: Option<ThemeName>,
    /// `--guard`, in milliseconds.
    pub guard: Option<u32>,
    /// `--mouse`
    pub mouse: bool,
    /// `--no-serve`
    pub no_serve: bool,
    /// `--share`
    pub share: bool,
    /// `--port`
    pub port: Option<u32>,
}

impl Config {
    /// The settings with what the command line says over them.
    #[must_use]
    pub fn with(self, flags: Flags) -> Self {
        Self {
            lang: flags.lang.unwrap_or(self.lang),
            theme: flags.theme.unwrap_or(self.theme),
            guard: flags.guard.unwrap_or(self.guard),
            mouse: flags.mouse || self.mouse,
            // Whoever asks for others to see it asks for it to be served.
            serve: !flags.no_serve && (flags.share || self.serve),
            share: !flags.no_serve && (flags.share || self.share),
            port: flags.port.unwrap_or(self.port),
            ..self
        }
    }

    /// For whom a script is made ready, where nobody else is asked for.
    pub fn occasion(&self) -> Occasion {
        Occasion {
            leader: None,
            pace: self.pace,
            presses: self.presses,
        }
    }

    /// What is decided before a show, on a terminal of these colours.
    pub fn settings(self, colours: Colours) -> Settings {
        Settings {
            lang: self.lang,
            guard: Duration::from_millis(self.guard.into()),
            occasion: self.occasion(),
            run: RunId::default(),
            script: Arc::default(),
            begin_at: None,
            look: Look {
                theme: self.theme,
                size: self.size,
                colours,
                cell: CellShape::default(),
            },
            keymap: Arc::new(self.keymap),
            mouse: self.mouse,
            share: self.serve && self.share,
            from_list: false,
        }
    }
}

/// What reading gave.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The settings: what was refused, or is not said, is at its default.
    pub config: Config,
    /// What is wrong with the file, from top to bottom: at most [`MOST_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// How much is wrong, with all that `problems` has no room for.
    pub total: usize,
}

impl Reading {
    fn of(config: Config, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(Problem::order);
        let total = problems.len();
        problems.truncate(MOST_PROBLEMS);
        Self {
            config,
            problems,
            total,
        }
    }
}

/// Reads the settings. A file that is not there says nothing, and nothing is wrong with that.
pub fn read(source: &Source) -> Reading {
    if source.contents == Contents::Missing {
        return Reading::of(Config::default(), Vec::new());
    }
    match parse::open(source, 0) {
        Ok(reporter) => {
            let (config, mut problems) = parse::document(&reporter, FIELDS, config);
            problems.iter_mut().for_each(tell_of_settings);
            Reading::of(config, problems)
        }
        Err(problem) => Reading::of(Config::default(), vec![*problem]),
    }
}

/// Says what holds for settings where the words for a script would be another's.
fn tell_of_settings(problem: &mut Problem) {
    match problem.fault {
        // Only the keys of actions may not be blank.
        Fault::EmptyText(action) => problem.fault = Fault::Keyboard(keys::blank(action)),
        Fault::DuplicateKey => problem.fault = Fault::DuplicateSetting,
        _ => {}
    }
}

/// The settings of a file; what was refused is told by then.
fn config(mut record: Record, conformer: &mut Conformer<'_>) -> Config {
    let usual = Config::default();
    Config {
        lang: record
            .word("language")
            .and_then(Lang::spelled)
            .unwrap_or(usual.lang),
        theme: record
            .word("theme")
            .and_then(ThemeName::spelled)
            .unwrap_or(usual.theme),
        size: record.word("size").and_then(Size::spelled).unwrap_or(usual.size),
        guard: record.number("guard").unwrap_or(usual.guard),
        pace: record.number("pace").unwrap_or(usual.pace),
        presses: record.presses("presses").unwrap_or(usual.presses),
        mouse: record.boolean("mouse"),
        serve: record.boolean_or("serve", usual.serve),
        share: record.boolean_or("share", usual.share),
        port: record.number("port").unwrap_or(usual.port),
        keep_runs: record.number("keep_runs").unwrap_or(usual.keep_runs),
        keymap: keys::keymap(record.table("keys"), conformer),
    }
}

#[cfg(test)]
mod tests;
