//! The slide: what the audience may see now, and nothing else.
//!
//! Made of a show by one pure function. No notice, problem, warning, question, note, key or clock is in it, and for
//! commands, reports and the like never the words.

use crate::programme::{Cue, Part, PhraseKind, Programme, Step, Stride, Turn};
use crate::script::{Kind, Mode, Unit};
use crate::show::{Show, Stage};

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

impl Slide {
    /// What the audience of a show may see now.
    pub fn of(show: &Show) -> Self {
        if let Some(held) = show.held_slide() {
            return held.clone();
        }
        let Some(programme) = show.programme() else {
            return Self {
                ceremony: Ceremony::default(),
                shown: Shown::Nothing,
            };
        };
        let shown = match (show.stage(), show.step(), show.cue()) {
            (Stage::Running, Some(step), Some(cue)) => shown(show, step, cue),
            _ => Shown::TitleCard,
        };
        Self {
            ceremony: Ceremony::of(programme),
            shown,
        }
    }
}

impl Ceremony {
    fn of(programme: &Programme) -> Self {
        Self {
            title: programme.title.clone(),
            agency: programme.agency.clone(),
            place: programme.place.clone(),
            date: programme.date.map(crate::lang::spoken::date),
        }
    }
}

/// What a cue shows to the hall.
fn shown(show: &Show, step: &Step, cue: &Cue) -> Shown {
    if let Some(signatory) = &cue.signatory {
        return Shown::Signatory {
            title: step.title.clone(),
            name: signatory.name.clone(),
            office: signatory.office.clone(),
        };
    }
    let stride = show.stride(step, cue);
    let clause_by_clause = stride == Stride::Cue;
    let silent = matches!(
        step.kind,
        Kind::Silence | Kind::Prayer | Kind::Song | Kind::Address
    );
    let count = count(step, cue).filter(|_| !silent);
    if !cue.id.part.is_text() || silent || clause_by_clause {
        // Words by somebody else are shown only where the author asks for it, and never to be read ahead of an echo.
        let asked_for = step.show_text && cue.id.part.is_text() && cue.mode == Mode::Alone && !silent;
        let words = if asked_for {
            phrases(cue, 0..cue.phrases.len())
        } else {
            Vec::new()
        };
        return Shown::Title {
            title: step.title.clone(),
            count,
            words,
        };
    }
    let place = show.place().map_or(0, |place| place.phrase);
    let lines = phrases(cue, cue.stretch(stride, place));
    match cue.mode {
        _ if cue.id.part == Part::Heading => Shown::Heading {
            lines: step.heading.clone(),
        },
        Mode::Alone => {
            let words = if step.show_text { lines } else { Vec::new() };
            Shown::Title {
                title: step.title.clone(),
                count,
                words,
            }
        }
        Mode::Echo => {
            let manner = match (show.repeat_has_key(step, cue), show.turn()) {
                (false, _) => ReadManner::ReadThenRepeated,
                (true, Turn::Lead) => ReadManner::Read,
                (true, Turn::Echo) => ReadManner::Repeated,
            };
            Shown::Words {
                heading: step.heading.clone(),
                lines,
                count,
                manner,
            }
        }
        Mode::Together => Shown::Words {
            heading: step.heading.clone(),
            lines,
            count,
            manner: ReadManner::Together,
        },
    }
}

fn count(step: &Step, cue: &Cue) -> Option<Count> {
    let number = cue.id.part.clause()?;
    (step.unit != Unit::None).then_some(Count {
        unit: step.unit,
        number,
        of: step.clauses,
    })
}

/// The words of phrases, a line each; a spoken number stands before the phrase that follows it.
fn phrases(cue: &Cue, range: std::ops::Range<usize>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut number: Option<&str> = None;
    for phrase in cue.phrases.get(range).unwrap_or_default() {
        match phrase.kind {
            PhraseKind::Number => number = Some(&phrase.text),
            PhraseKind::Words => {
                let before = number
                    .take()
                    .map_or_else(String::new, |number| format!("{number} "));
                lines.push(format!("{before}{}", phrase.text));
            }
        }
    }
    lines.extend(number.map(str::to_owned));
    lines
}

#[cfg(test)]
mod tests;
