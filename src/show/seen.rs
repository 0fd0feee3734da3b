//! What the audience may see of a show now, and nothing else: for commands, reports and the like never the words.

use super::{Show, Stage};
use crate::programme::{Cue, Part, PhraseKind, Programme, Step, Stride, Turn};
use crate::script::values::UNFILLED;
use crate::script::{Kind, Mode, Unit};
use crate::slide::{Ceremony, Count, ReadManner, Shown, Slide};

impl Show {
    /// What the audience may see now.
    pub fn slide(&self) -> Slide {
        if let Some(held) = self.held_slide() {
            return held.clone();
        }
        let Some(programme) = self.programme() else {
            return Slide {
                ceremony: Ceremony::default(),
                shown: Shown::Nothing,
            };
        };
        let shown = match (self.stage(), self.step(), self.cue()) {
            (Stage::Running, Some(step), Some(cue)) => shown(self, step, cue),
            _ => Shown::TitleCard,
        };
        Slide {
            ceremony: ceremony(programme),
            shown,
        }
    }
}

/// A fact for the title card; nothing where it is not filled in, for the hall is no place for a gap.
fn filled(fact: Option<&String>) -> Option<String> {
    fact.filter(|fact| *fact != UNFILLED).cloned()
}

fn ceremony(programme: &Programme) -> Ceremony {
    Ceremony {
        title: programme.title.clone(),
        agency: filled(programme.agency.as_ref()),
        place: filled(programme.place.as_ref()),
        date: programme.date.map(crate::lang::spoken::date),
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
