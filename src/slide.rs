//! The slide: what the audience may see now, and nothing else.
//!
//! Types alone: a show makes its slide of them (`show::seen`). No notice, problem, warning, question, note, key or clock
//! has a place in them.

use crate::script::Unit;

/// What the audience sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slide {
    /// The ceremony, for the title card.
    pub ceremony: Ceremony,
    /// What is shown.
    pub shown: Shown,
}

/// What a title card says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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

/// What a slide shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing: there is no good script yet.
    Nothing,
    /// The ceremony's title card: before it, after it.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// What a clause is called.
    pub unit: Unit,
    /// Which, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

/// How the shown words are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
