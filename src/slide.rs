//! What leaves the program: the slide, which the hall may see now, and the prompt, which the reader at the podium needs.
//! Nothing else does.
//!
//! Types alone, and their form as JSON: a show makes them of itself (`show::seen`). No notice, problem, warning, question,
//! note, key, file name or clock has a place in them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::programme::{Cue, Part, Step, Turn};
use crate::script::{Kind, Manner, Mode, Unit};
use crate::typeface::Measure;

/// The version of the form in which they leave. A screen that knows another one says nothing of it to the hall.
pub const VERSION: u32 = 1;

/// Which run of which program something is from, so that a screen tells a restarted leader from a number that has risen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunId(pub Arc<str>);

/// Both as they leave, with where they are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// The run.
    pub run: RunId,
    /// Rises with every change of either.
    pub number: u64,
    /// For the hall.
    pub slide: Slide,
    /// For the podium.
    pub prompt: Prompt,
}

impl Leaving {
    /// The slide as it leaves.
    pub fn slide(&self) -> Numbered<&Slide> {
        self.numbered(&self.slide)
    }

    /// The prompt as it leaves.
    pub fn prompt(&self) -> Numbered<&Prompt> {
        self.numbered(&self.prompt)
    }

    fn numbered<T>(&self, content: T) -> Numbered<T> {
        Numbered {
            version: VERSION,
            run: self.run.clone(),
            number: self.number,
            content,
        }
    }
}

/// A slide or a prompt with where it is from; one object in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbered<T> {
    /// [`VERSION`].
    pub version: u32,
    /// The run.
    pub run: RunId,
    /// Rises with every change.
    pub number: u64,
    /// The slide or the prompt.
    #[serde(flatten)]
    pub content: T,
}

/// What the leader has made of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// They show where the ceremony is.
    Showing,
    /// They are dark.
    #[default]
    Blank,
    /// They stay as they are while the leader moves on.
    Held,
    /// They show the title card: before the beginning, or because the leader has put it there.
    TitleCard,
    /// The ceremony is over.
    Ended,
}

/// What the audience sees.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Slide {
    /// What the leader has made of the screens.
    pub state: State,
    /// The ceremony, for the title card.
    pub ceremony: Ceremony,
    /// The present step; none on a title card and on a dark screen.
    pub step: Option<Position>,
    /// Who speaks or acts, where the script names somebody.
    pub speaker: Option<Speaker>,
    /// What is shown.
    pub shown: Shown,
    /// How wide the words are of everything that is read in this step, so that every screen finds one size for all of it
    /// and the type does not jump. Widths alone: the hall must not read ahead.
    #[serde(default)]
    pub measures: Arc<[Measure]>,
}

/// What the reader at the podium sees.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Prompt {
    /// What the leader has made of the screens.
    pub state: State,
    /// The ceremony, for the title card.
    pub ceremony: Ceremony,
    /// The present step; none on a title card and on a dark screen.
    pub step: Option<Position>,
    /// Who speaks or acts, where the script names somebody.
    pub speaker: Option<Speaker>,
    /// Whose turn it is.
    pub voice: Voice,
    /// What is done with the present words.
    #[serde(default)]
    pub doing: Doing,
    /// What is read, said or done now; empty on a title card and where a step is nothing but its title. What is done
    /// stands in brackets, so that nobody reads it out.
    pub present: String,
    /// What comes after it in this step.
    pub next: Option<String>,
    /// The title of the next step, where nothing more comes in this one.
    pub next_step: Option<String>,
    /// Which clause it is.
    pub count: Option<Count>,
    /// As in the slide.
    #[serde(default)]
    pub measures: Arc<[Measure]>,
}

impl Slide {
    /// A dark screen: the leader has made it dark, or there is no good script yet.
    pub fn dark() -> Self {
        Self::default()
    }

    /// The title card of a ceremony.
    pub fn title_card(state: State, ceremony: Ceremony) -> Self {
        Self {
            state,
            ceremony,
            shown: Shown::TitleCard,
            ..Self::default()
        }
    }

    /// Whether the screen is dark: the one test of it.
    pub fn is_dark(&self) -> bool {
        self.state == State::Blank
    }
}

impl Prompt {
    /// A dark screen, as of the hall.
    pub fn dark() -> Self {
        Self::default()
    }

    /// The title card of a ceremony.
    pub fn title_card(state: State, ceremony: Ceremony) -> Self {
        Self {
            state,
            ceremony,
            ..Self::default()
        }
    }

    /// Whether the screen is dark: the one test of it.
    pub fn is_dark(&self) -> bool {
        self.state == State::Blank
    }
}

/// Whose turn it is, as the reader must know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// The reader reads, and the participants repeat before the next phrase.
    ReadThenRepeated,
    /// The reader reads; where the participants repeat it, that is another prompt.
    Read,
    /// The participants repeat.
    Repeated,
    /// All read together.
    Together,
    /// The reader says or does something.
    Act,
    /// All participants do something: a song, a silence, a salute.
    Everybody,
    /// Somebody else speaks or acts: wait and watch.
    #[default]
    Others,
}

/// What is done with the words of a cue. A deed must never look like words to be read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doing {
    /// They are read.
    Reads,
    /// They are said.
    Says,
    /// They tell what is done.
    #[default]
    Acts,
    /// They call somebody, to sign.
    Calls,
}

impl Doing {
    /// All there is.
    pub const ALL: [Self; 4] = [Self::Reads, Self::Says, Self::Acts, Self::Calls];

    /// What is done with a cue.
    pub fn of(cue: &Cue) -> Self {
        match cue.id.part {
            Part::Heading | Part::Opening | Part::Clause(_) | Part::Closing => Self::Reads,
            Part::Title => Self::Acts,
            Part::Line(_) if cue.manner == Manner::Do => Self::Acts,
            Part::Line(_) => Self::Says,
            Part::Signatory(_) => Self::Calls,
        }
    }

    /// Words as they stand where no label tells what is done from what is read out: a deed in brackets, so that nobody reads
    /// it out.
    pub fn written(self, words: String) -> String {
        match self {
            Self::Acts => format!("({words})"),
            Self::Reads | Self::Says | Self::Calls => words,
        }
    }

    /// Whether all participants do it though nobody is named: a song, a silence, a salute.
    pub fn is_by_all(self, step: &Step, cue: &Cue) -> bool {
        let by_nobody = cue.by.is_none() && self == Self::Acts;
        by_nobody && matches!(step.kind, Kind::Song | Kind::Silence | Kind::Salute)
    }
}

/// What a title card says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ceremony {
    /// The name of the ceremony.
    pub title: String,
    /// The office that holds it.
    pub agency: Option<String>,
    /// Where it is held.
    pub place: Option<String>,
    /// The day as it is spoken.
    pub date: Option<String>,
}

/// Which step of how many, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Which, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
    /// Its title.
    pub title: String,
    /// What sort of step it is.
    pub kind: Kind,
}

/// Who speaks or acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The role.
    pub role: String,
    /// The role in a word or two, for labels.
    pub short: String,
    /// The name, where the script has it.
    pub name: Option<String>,
}

/// What a slide shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Shown {
    /// Nothing: the screen is dark, or there is no good script yet.
    #[default]
    Nothing,
    /// The ceremony's title card: before it, after it, and where the leader has put it.
    TitleCard,
    /// The title of a step, and how far its text is where one is being read.
    Title {
        /// The title of the step.
        title: String,
        /// Which clause is being read.
        count: Option<Count>,
        /// The words, where the author has them shown.
        words: Vec<String>,
    },
    /// Words that are read and repeated, or read together.
    Words {
        /// The heading of the text, above.
        heading: Vec<String>,
        /// The phrase, or consecutive phrases, a line each.
        lines: Vec<String>,
        /// Which clause it is.
        count: Option<Count>,
        /// How it is read.
        #[serde(flatten)]
        manner: ReadManner,
    },
    /// The heading of a text while it is read.
    Heading {
        /// Its lines.
        lines: Vec<String>,
    },
    /// Who is called to sign.
    Signatory {
        /// The title of the step.
        title: String,
        /// The name.
        name: Option<String>,
        /// The office.
        office: Option<String>,
    },
}

/// Which clause of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// What a clause is called.
    pub unit: Unit,
    /// Which, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

/// How the shown words are read. In JSON its mode and whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "ModeAndTurn", into = "ModeAndTurn")]
pub enum ReadManner {
    /// Read out, then repeated.
    ReadThenRepeated,
    /// Being read out; the repeat has a slide of its own.
    Read,
    /// Being repeated.
    Repeated,
    /// Read by all together.
    Together,
}

/// How a [`ReadManner`] leaves: no turn where the repeat has no slide of its own.
#[derive(Serialize, Deserialize)]
struct ModeAndTurn {
    mode: Mode,
    turn: Option<Turn>,
}

impl From<ReadManner> for ModeAndTurn {
    fn from(manner: ReadManner) -> Self {
        let (mode, turn) = match manner {
            ReadManner::ReadThenRepeated => (Mode::Echo, None),
            ReadManner::Read => (Mode::Echo, Some(Turn::Lead)),
            ReadManner::Repeated => (Mode::Echo, Some(Turn::Echo)),
            ReadManner::Together => (Mode::Together, None),
        };
        Self { mode, turn }
    }
}

impl From<ModeAndTurn> for ReadManner {
    fn from(ModeAndTurn { mode, turn }: ModeAndTurn) -> Self {
        match (mode, turn) {
            (Mode::Together, _) => Self::Together,
            (Mode::Alone, _) | (Mode::Echo, Some(Turn::Lead)) => Self::Read,
            (Mode::Echo, Some(Turn::Echo)) => Self::Repeated,
            (Mode::Echo, None) => Self::ReadThenRepeated,
        }
    }
}

#[cfg(test)]
mod tests;
