//! A ceremony of the list: what is told of it, kept from one reading of its script.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use crate::programme::{Occasion, Programme, planned};
use crate::script::characters::harmless;
use crate::script::values::filled_in;
use crate::script::{Problem, Severity, Sources, Totals, Zone, read};

/// The most problems of a script that are kept to be told beside it; all of them are told once it is opened.
const MOST_TOLD: usize = 12;

/// Which ceremony: what is opened when it is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Which {
    /// A file.
    File(PathBuf),
    /// One that ships inside the program, by its name.
    Shipped(String),
}

/// Where a ceremony was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// In `ceremonies` of the folder in which the program was started.
    Folder,
    /// In the folder of the user's data.
    User,
    /// Inside the program.
    Shipped,
    /// A file elsewhere, which was opened before.
    Elsewhere,
}

/// A ceremony of the list.
#[derive(Debug, Clone)]
pub struct Ceremony {
    /// What is opened.
    pub which: Which,
    /// Where it was found.
    pub origin: Origin,
    /// The name by which `run` opens it. May hold anything that a file's name may.
    pub name: String,
    /// What its script says; none where it has errors.
    pub facts: Option<Facts>,
    /// The first of its problems, errors before warnings.
    pub problems: Vec<Problem>,
    /// How much is wrong with it.
    pub totals: Totals,
    /// When it was last opened, where that is remembered.
    pub last_used: Option<Timestamp>,
    /// What a filter looks through.
    searched: String,
}

/// What the script of a ceremony says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The name of the ceremony.
    pub title: String,
    /// The office that holds it; none where it is still to be filled in, as the place.
    pub agency: Option<String>,
    /// Where it is held.
    pub place: Option<String>,
    /// The day.
    pub date: Option<Date>,
    /// When it is to begin.
    pub start: Option<Time>,
    /// The zone of its clock times.
    pub zone: Zone,
    /// How long it takes, in seconds.
    pub seconds: u32,
    /// Its steps.
    pub steps: Vec<PlannedStep>,
}

/// A step, as it is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedStep {
    /// What it is called.
    pub title: String,
    /// Seconds from the beginning of the ceremony.
    pub begins: u32,
    /// May be dropped on the day.
    pub optional: bool,
}

impl Ceremony {
    /// Reads a ceremony's sources, once, and keeps what is told of it. How long it takes is told for an occasion.
    pub fn new(which: Which, origin: Origin, name: String, sources: &Sources, occasion: &Occasion) -> Self {
        let reading = read(sources);
        let facts = reading.script.map(|script| Facts::of(planned(&script, occasion)));
        let (mut problems, warnings): (Vec<Problem>, Vec<Problem>) = reading
            .problems
            .into_iter()
            .partition(|problem| problem.severity == Severity::Error);
        problems.extend(warnings);
        problems.truncate(MOST_TOLD);
        let mut ceremony = Self {
            which,
            origin,
            name,
            facts,
            problems,
            totals: reading.totals,
            last_used: None,
            searched: String::new(),
        };
        let agency = ceremony.facts.as_ref().and_then(|facts| facts.agency.as_deref());
        let searched = format!(
            "{}\n{}\n{}",
            ceremony.title(),
            agency.unwrap_or_default(),
            ceremony.shown_name()
        );
        ceremony.searched = searched.to_lowercase();
        ceremony
    }

    /// The title; where the script does not tell one, its name.
    pub fn title(&self) -> String {
        match &self.facts {
            Some(facts) => facts.title.clone(),
            None => self.shown_name(),
        }
    }

    /// The name without anything that steers a terminal.
    pub fn shown_name(&self) -> String {
        harmless(&self.name).into_owned()
    }

    /// The file, as it is shown; none for one that ships.
    pub fn shown_path(&self) -> Option<String> {
        match &self.which {
            Which::File(path) => Some(harmless(&path.display().to_string()).into_owned()),
            Which::Shipped(_) => None,
        }
    }

    /// Whether a filter, in small letters, lets it through.
    pub(super) fn has(&self, filter: &str) -> bool {
        self.searched.contains(filter)
    }
}

impl Facts {
    fn of(programme: Programme) -> Self {
        let seconds = programme.seconds();
        let steps = programme.steps.into_iter().map(|step| PlannedStep {
            title: step.title,
            begins: step.begins,
            optional: step.optional,
        });
        Self {
            seconds,
            steps: steps.collect(),
            title: programme.title,
            agency: filled_in(programme.agency.as_ref()).map(str::to_owned),
            place: filled_in(programme.place.as_ref()).map(str::to_owned),
            date: programme.date,
            start: programme.start,
            zone: programme.zone,
        }
    }

    /// How long it takes in minutes, rounded up as in the rundown: half a minute is planned too.
    pub fn minutes(&self) -> u32 {
        self.seconds.div_ceil(60)
    }
}
