//! The cue: the smallest thing that is announced, read or done.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{PersonIndex, Phrase, PhraseKind, StepId};
use crate::script::{Manner, Mode};

/// Which part of its step a cue is. Numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The step itself, where it has nothing else.
    Title,
    /// A line that is said or done.
    Line(usize),
    /// The heading of a text.
    Heading,
    /// The opening of a text.
    Opening,
    /// A clause of a text.
    Clause(usize),
    /// The closing of a text.
    Closing,
    /// A signatory.
    Signatory(usize),
}

impl Part {
    /// Whether it belongs to a text that is read.
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Self::Heading | Self::Opening | Self::Clause(_) | Self::Closing
        )
    }

    /// Whether passing it over must be told: the parts of a text, and signatories.
    pub fn is_owed(self) -> bool {
        self.is_text() || matches!(self, Self::Signatory(_))
    }

    /// The number of the clause.
    pub fn clause(self) -> Option<usize> {
        match self {
            Self::Clause(number) => Some(number),
            Self::Title
            | Self::Line(_)
            | Self::Heading
            | Self::Opening
            | Self::Closing
            | Self::Signatory(_) => None,
        }
    }
}

/// The identity of a cue within a programme.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CueId {
    /// Its step.
    pub step: StepId,
    /// Its part of the step.
    pub part: Part,
}

/// What is answered to a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The words.
    pub text: String,
    /// Who answers; the participants where nobody is named.
    pub by: Option<PersonIndex>,
}

/// Who is called to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatoryCalled {
    /// The name, where it is known.
    pub name: Option<String>,
    /// The office, where it is known.
    pub office: Option<String>,
    /// Several people called together.
    pub group: bool,
}

/// How much of a cue one advance moves over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stride {
    /// A phrase.
    Phrase,
    /// Consecutive phrases, as many as are read together.
    Group,
    /// The whole cue.
    Cue,
}

/// The smallest thing that is announced, read or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// Its identity.
    pub id: CueId,
    /// Whose it is.
    pub by: Option<PersonIndex>,
    /// Whether the leader whom this laptop serves reads it.
    pub ours: bool,
    /// How it is read.
    pub mode: Mode,
    /// Said or done.
    pub manner: Manner,
    /// The words, without marks; the name of a signatory; the title of a step without cues. A spoken number is not in it.
    pub text: String,
    /// The phrases, a spoken number first; never empty.
    pub phrases: Vec<Phrase>,
    /// In a text that is read together, the phrases that are read at one key, as ranges of `phrases`: they cover all of it.
    /// Empty elsewhere.
    pub groups: Vec<Range<usize>>,
    /// What is answered.
    pub reply: Option<Reply>,
    /// Who is called to sign.
    pub signatory: Option<SignatoryCalled>,
    /// The number to draw before the text, where numbers are shown.
    pub shown_number: Option<usize>,
}

impl Cue {
    /// The phrases that one advance moves over when the place is at `phrase`: a range of `phrases` that holds it.
    pub fn stretch(&self, stride: Stride, phrase: usize) -> Range<usize> {
        let last = self.phrases.len().saturating_sub(1);
        let phrase = phrase.min(last);
        match stride {
            Stride::Phrase => phrase..phrase + 1,
            Stride::Group => self
                .groups
                .iter()
                .find(|group| group.contains(&phrase))
                .cloned()
                .unwrap_or(phrase..phrase + 1),
            Stride::Cue => 0..self.phrases.len(),
        }
    }

    /// How many phrases it has, spoken numbers not counted.
    pub fn counted_phrases(&self) -> usize {
        self.phrases
            .iter()
            .filter(|phrase| phrase.kind == PhraseKind::Words)
            .count()
    }
}
