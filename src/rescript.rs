//! The programme as it was run, as a new script: the text of the file with what was decided on the day.
//!
//! Nothing of the author's is written anew: the comments, blank lines, order of keys and spelling of the script stay byte
//! for byte, in whatever form of TOML it is. Only whole steps change their place, and what was decided is put in, each
//! with a comment that says so. (`toml_edit` would write other line ends, and gather dotted keys.) Reads no clock and no
//! file.

mod listed;
mod people;
mod places;
mod steps;
#[cfg(test)]
mod tests;

use thiserror::Error;
use toml::de::DeTable;

use self::places::{Edits, Lines, comment, literal};
use crate::lang::SavingWords;
use crate::programme::{Day, Programme, StandIn};
use crate::script::characters::harmless;
use crate::script::parse::LONGEST;
use crate::script::{Kind, Script};
use crate::show::Reading;

/// What became of a script on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsRun {
    /// The steps, in the order of the day.
    pub steps: Vec<StepAsRun>,
    /// The positions in the file of those that were moved. All others stand in the order of the file, and with them
    /// what the author wrote between them.
    pub moved: Vec<usize>,
    /// Who stood in.
    pub stood_in: Vec<StoodIn>,
    /// The key of the person who must be named as the leader, so that the same reading is served: the script names none,
    /// and the reader of the first ikrar is another one now.
    pub leader: Option<String>,
}

/// Somebody who stood in for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoodIn {
    /// The key of the person.
    pub person: String,
    /// The name; the office, where only that is known, as on the day.
    pub name: String,
    /// The office, where it is known.
    pub office: Option<String>,
}

/// A step as it was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepAsRun {
    /// A step of the file, by its position there.
    OfFile(usize),
    /// A step that was dropped.
    Dropped {
        /// Its position in the file; none for one that was put in.
        position: Option<usize>,
        /// What it is called.
        title: String,
        /// Why, where somebody said so.
        reason: Option<String>,
    },
    /// A step that was put in.
    Inserted {
        /// Its identity.
        id: String,
        /// What it is called.
        title: String,
        /// What sort of step it is.
        kind: Kind,
        /// How long it takes, in seconds.
        seconds: u32,
    },
}

/// Why no script can be written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failure {
    /// What is to be written anew is no script.
    #[error("no script")]
    NoScript,
    /// The steps of the day are not those of the file.
    #[error("other steps than those of the file")]
    OtherSteps,
    /// Every step was dropped: a script must have one.
    #[error("every step was dropped")]
    NothingLeft,
    /// Somebody stood in for a person whom the file does not have.
    #[error("no person {0}")]
    NoSuchPerson(String),
}

/// What the comments say of the run, besides what was decided.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The script that was run.
    pub script: &'a str,
    /// When, as it is spoken; none where it never began.
    pub when: Option<&'a str>,
    /// The words.
    pub words: &'a SavingWords,
}

impl AsRun {
    /// What became of a script: its programme of the day, what of it was dropped, and who stood in.
    pub fn of(script: &Script, on_air: &Programme, reading: &Reading, day: &Day) -> Self {
        let steps = on_air.steps.iter().map(|step| {
            if reading.is_dropped(&step.id) {
                return StepAsRun::Dropped {
                    position: step.in_script,
                    title: step.title.clone(),
                    reason: reading.reason_dropped(&step.id).map(str::to_owned),
                };
            }
            match step.in_script {
                Some(position) => StepAsRun::OfFile(position),
                None => StepAsRun::Inserted {
                    id: step.id.as_str().to_owned(),
                    title: step.title.clone(),
                    kind: step.kind,
                    seconds: step.seconds,
                },
            }
        });
        let steps: Vec<StepAsRun> = steps.collect();
        let moved = on_air.steps.iter().filter(|step| step.moved);
        Self {
            leader: leader_to_be_named(script, &steps),
            moved: moved.filter_map(|step| step.in_script).collect(),
            stood_in: day.stand_ins().filter_map(stood_in).collect(),
            steps,
        }
    }

    /// Whether it was run as the file says.
    pub fn is_as_written(&self) -> bool {
        let in_place = |(place, step): (usize, &StepAsRun)| *step == StepAsRun::OfFile(place);
        self.stood_in.is_empty() && self.steps.iter().enumerate().all(in_place)
    }
}

fn stood_in((person, by): (&str, StandIn)) -> Option<StoodIn> {
    Some(StoodIn {
        person: person.to_owned(),
        name: by.named()?.to_owned(),
        office: by.office,
    })
}

/// Whoever reads the first ikrar is served where the script names nobody. That must not be another one because the
/// steps stand in another order, or one is not there any more.
fn leader_to_be_named(script: &Script, steps: &[StepAsRun]) -> Option<String> {
    if script.leader.is_some() {
        return None;
    }
    let reader = |position: usize| {
        let step = script.steps.get(position)?;
        (step.kind == Kind::Ikrar).then_some(step.by.as_ref().map(toml::Spanned::get_ref))
    };
    let before = (0..script.steps.len()).find_map(reader)??;
    let mut kept = steps.iter().filter_map(|step| match step {
        StepAsRun::OfFile(position) => Some(*position),
        StepAsRun::Dropped { .. } | StepAsRun::Inserted { .. } => None,
    });
    let now = kept.find_map(reader).flatten();
    (now != Some(before)).then(|| before.clone())
}

/// The text of the script as it was run; the very same text where nothing was decided on the day.
///
/// # Errors
///
/// When the text is no script, what was decided is of another one, or no step is left.
pub fn as_run(script: &str, run: &AsRun, told: Told<'_>) -> Result<String, Failure> {
    if run.is_as_written() {
        return Ok(script.to_owned());
    }
    if run
        .steps
        .iter()
        .all(|step| matches!(step, StepAsRun::Dropped { .. }))
    {
        return Err(Failure::NothingLeft);
    }
    // A byte order mark stands at the very beginning, or nowhere.
    let (mark, text) = match script.strip_prefix('\u{FEFF}') {
        Some(rest) => ("\u{FEFF}", rest),
        None => ("", script),
    };
    let text = people::replaced(text, &run.stood_in, told.words)?;
    let text = with_leader(text, run.leader.as_deref(), told.words)?;
    let text = steps::as_run(&text, run, told.words)?;
    let end = Lines::of(&text).end;
    let heading = comment("", &(told.words.heading)(told.script, told.when), end);
    Ok(format!("{mark}{heading}{end}{text}"))
}

/// Names the leader below the title.
fn with_leader(text: String, leader: Option<&str>, words: &SavingWords) -> Result<String, Failure> {
    let Some(leader) = leader else {
        return Ok(text);
    };
    let lines = Lines::of(&text);
    let root = DeTable::parse(&text).map_err(|_| Failure::NoScript)?;
    let title = root.get_ref().get_key_value("title").ok_or(Failure::NoScript)?;
    let after = lines.after(title.1.span().end);
    let mut edits = Edits::default();
    let named = format!("leader = {} # {}", literal(leader), words.leader_named);
    edits.insert(after, lines.line(after, &named));
    Ok(edits.apply(&text))
}

/// Holds that the steps of a day are those of a file that has so many, each once.
fn holds_all(steps: &[StepAsRun], count: usize) -> Result<(), Failure> {
    let position = |step: &StepAsRun| match step {
        StepAsRun::OfFile(position) => Some(*position),
        StepAsRun::Dropped { position, .. } => *position,
        StepAsRun::Inserted { .. } => None,
    };
    let mut positions: Vec<usize> = steps.iter().filter_map(position).collect();
    positions.sort_unstable();
    if positions.into_iter().eq(0..count) {
        Ok(())
    } else {
        Err(Failure::OtherSteps)
    }
}

/// What is said in the place of a step that was dropped, in one line.
fn dropped(title: &str, reason: Option<&str>, words: &SavingWords) -> String {
    let reason = reason.map(harmless);
    (words.dropped)(&harmless(title), reason.as_deref())
}

/// The keys of a step that was put in, and what is said of it.
struct Written {
    comment: String,
    /// Keys and values, in order.
    entries: Vec<(&'static str, String)>,
}

impl Written {
    fn of(id: &str, title: &str, kind: Kind, seconds: u32, words: &SavingWords) -> Self {
        let written = kind_without_text(kind);
        let comment = if written == kind {
            words.inserted.to_owned()
        } else {
            (words.inserted_as)(kind.spelling(), written.spelling())
        };
        Self {
            comment,
            entries: vec![
                ("id", literal(id)),
                ("title", places::text(title)),
                ("kind", literal(written.spelling())),
                ("duration", literal(&duration(seconds))),
            ],
        }
    }
}

/// An ikrar has clauses and a signing signatories, or the script is refused: a step that was put in has neither.
const fn kind_without_text(kind: Kind) -> Kind {
    match kind {
        Kind::Ikrar => Kind::Reading,
        Kind::Signing => Kind::Act,
        Kind::Announcement
        | Kind::Command
        | Kind::Report
        | Kind::Salute
        | Kind::Song
        | Kind::Silence
        | Kind::Reading
        | Kind::Address
        | Kind::Prayer
        | Kind::Act => kind,
    }
}

/// A length of time as a script writes it: `1h`, `1m30s`. A longer one than a script may have is written as the longest.
fn duration(seconds: u32) -> String {
    let seconds = seconds.min(LONGEST);
    let parts = [
        (seconds / 3600, "h"),
        (seconds % 3600 / 60, "m"),
        (seconds % 60, "s"),
    ];
    let mut written = String::new();
    for (number, unit) in parts.into_iter().filter(|(number, _)| *number > 0) {
        written.push_str(&number.to_string());
        written.push_str(unit);
    }
    if written.is_empty() {
        "0s".to_owned()
    } else {
        written
    }
}
