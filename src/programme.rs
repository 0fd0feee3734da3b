//! The programme: the script made ready for one occasion.
//!
//! Placeholders are filled in, texts taken in, steps cut into cues and cues into phrases. `compile` cannot fail: what
//! could be wrong with a script was found by `script::read`. A cue is known by its [`CueId`], never by an index, so
//! that an edit of the script never moves the leader (see `carry`).

mod arrange;
pub mod carry;
pub mod compile;
pub mod cue;
pub mod day;
pub mod phrase;
pub mod place;
pub mod plan;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Deserializer, Serialize};

pub use compile::{Occasion, USUAL_PACE, compile, compile_for_day, compile_with_stand_ins, people, planned};
pub use cue::{Cue, CueId, Part, Reply, SignatoryCalled, Stride};
pub use day::{Day, DayChange, StandIn};
pub use phrase::{Pause, Phrase, PhraseKind};
pub use place::{NotThere, Place, Turn};

use crate::script::{Kind, Mode, Posture, Presses, Unit, Zone};

/// The identity of a step: its given id, or one made from its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct StepId(pub Arc<str>);

impl StepId {
    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// By hand, for a long journal has hundreds of thousands of them: what is derived copies each twice.
impl<'de> Deserialize<'de> for StepId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Ok(Self(Arc::from(&*id)))
    }
}

/// A person of the programme, by position in [`Programme::people`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PersonIndex(pub usize);

/// A ceremony ready to be run. Two compiles of the same sources are equal.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    /// The name of the ceremony.
    pub title: String,
    /// The office that holds it.
    pub agency: Option<String>,
    /// Where it is held.
    pub place: Option<String>,
    /// The day.
    pub date: Option<Date>,
    /// When it is to begin.
    pub start: Option<Time>,
    /// The zone of every clock time.
    pub zone: Zone,
    /// Where the script was taken from.
    pub source: Option<String>,
    /// One key a phrase, or two.
    pub presses: Presses,
    /// Everybody with a part, in the order of the script.
    pub people: Vec<Person>,
    /// Whose reading this laptop serves.
    pub leader: Option<PersonIndex>,
    /// The steps; never empty.
    pub steps: Vec<Step>,
    /// Where each step stands.
    index: HashMap<StepId, usize>,
}

/// Somebody with a part in the ceremony.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The key in the script.
    pub key: String,
    /// What the person does; otherwise the key.
    pub role: String,
    /// The role in a word or two, for labels; otherwise the role.
    pub short: String,
    /// The full name, where it is known.
    pub name: Option<String>,
    /// The office, where it is known.
    pub office: Option<String>,
    /// Who would stand in.
    pub reserve: Option<String>,
    /// On the day somebody stands in, whose name and office the two above are: whom the script has, by name, office or
    /// label.
    pub stands_in_for: Option<String>,
}

impl Person {
    /// Whether somebody stands in on the day.
    pub const fn is_replaced(&self) -> bool {
        self.stands_in_for.is_some()
    }
}

/// A numbered item of the programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its identity.
    pub id: StepId,
    /// Whether the author gave the id.
    pub id_given: bool,
    /// Its position in the script, from 0; none where it was put in on the day.
    pub in_script: Option<usize>,
    /// Whether it was moved on the day, and does not stand where the script has it.
    pub moved: bool,
    /// What it is called.
    pub title: String,
    /// What sort of step it is.
    pub kind: Kind,
    /// Whose it is.
    pub by: Option<PersonIndex>,
    /// The posture the participants take.
    pub posture: Option<Posture>,
    /// How long it takes, in seconds.
    pub seconds: u32,
    /// Whether `seconds` was estimated.
    pub estimated: bool,
    /// Seconds from the beginning of the ceremony to that of this step.
    pub begins: u32,
    /// What the MC says before it.
    pub announce: Option<String>,
    /// For the leader only.
    pub notes: Option<String>,
    /// May be dropped without a question.
    pub optional: bool,
    /// Whether the audience sees the words of a text read alone.
    pub show_text: bool,
    /// What its clauses are called.
    pub unit: Unit,
    /// How its text is read.
    pub mode: Mode,
    /// The heading of its text, for the screens.
    pub heading: Vec<String>,
    /// Who witnesses.
    pub witnesses: Vec<PersonIndex>,
    /// Its cues, in order; never empty.
    pub cues: Vec<Cue>,
    /// How many clauses it has.
    pub clauses: usize,
}

impl Step {
    /// Whether it was put in on the day.
    pub fn is_inserted(&self) -> bool {
        self.in_script.is_none()
    }

    /// Whether any of its cues belongs to a text that is read.
    pub fn has_text(&self) -> bool {
        self.cues.iter().any(|cue| cue.id.part.is_text())
    }

    /// Whether leaving any of it out must be told: any ikrar, a text of ours, and a signing.
    pub fn must_be_read(&self) -> bool {
        let ours = |cue: &Cue| cue.ours && cue.id.part.is_text();
        let signed = |cue: &Cue| cue.signatory.is_some();
        (self.has_text() && self.kind == Kind::Ikrar) || self.cues.iter().any(|cue| ours(cue) || signed(cue))
    }
}

impl Programme {
    /// Makes a programme of its parts; the index follows from the steps.
    pub(crate) fn with_index(mut self) -> Self {
        self.index = self
            .steps
            .iter()
            .enumerate()
            .map(|(position, step)| (step.id.clone(), position))
            .collect();
        self
    }

    /// The position of a step.
    pub fn position(&self, id: &StepId) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// A step by its identity.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.position(id).and_then(|position| self.steps.get(position))
    }

    /// A cue by its identity.
    pub fn cue(&self, id: &CueId) -> Option<&Cue> {
        self.step(&id.step)?.cues.iter().find(|cue| cue.id == *id)
    }

    /// A person by position.
    pub fn person(&self, index: PersonIndex) -> Option<&Person> {
        self.people.get(index.0)
    }

    /// How long the whole programme takes, in seconds.
    pub fn seconds(&self) -> u32 {
        self.steps
            .last()
            .map_or(0, |step| step.begins.saturating_add(step.seconds))
    }
}
