//! What the audience may see of a show now, and nothing else: for commands, reports and the like never the words. And what
//! the reader at the podium needs.

use std::ops::Range;
use std::sync::Arc;

use super::{Show, Stage};
use crate::programme::{Cue, Part, PersonIndex, PhraseKind, Programme, Step, Stride, Turn};
use crate::script::values::filled_in;
use crate::script::{Kind, Manner, Mode, Unit};
use crate::slide::{
    Ceremony, Count, Doing, Position, Prompt, ReadManner, Shown, Slide, Speaker, State, Voice,
};
use crate::typeface::Measure;

impl Show {
    /// The slide of where the show is, whatever the leader has made of the screens.
    pub(super) fn slide_here(&self, measures: &Arc<[Measure]>) -> Slide {
        let Some(programme) = self.programme() else {
            return Slide::dark();
        };
        let Some((step, cue)) = self.read_here() else {
            return Slide::title_card(self.card_state(), ceremony(programme));
        };
        Slide {
            state: State::Showing,
            ceremony: ceremony(programme),
            step: Some(position(self, programme, step)),
            speaker: speaker(programme, cue.by),
            shown: shown(self, step, cue),
            measures: Arc::clone(measures),
        }
    }

    /// The prompt of where the show is, whatever the leader has made of the screens.
    pub(super) fn prompt_here(&self, measures: &Arc<[Measure]>) -> Prompt {
        let Some(programme) = self.programme() else {
            return Prompt::dark();
        };
        let Some((step, cue)) = self.read_here() else {
            return Prompt::title_card(self.card_state(), ceremony(programme));
        };
        let stride = self.stride(step, cue);
        let stretch = cue.stretch(stride, self.place().map_or(0, |place| place.phrase));
        let next = self.next_here(step, cue, &stretch);
        let next_step = self.next_step_in_order().filter(|_| next.is_none());
        Prompt {
            state: State::Showing,
            ceremony: ceremony(programme),
            step: Some(position(self, programme, step)),
            speaker: speaker(programme, cue.by),
            voice: voice(self, step, cue),
            doing: Doing::of(cue),
            present: if cue.id.part == Part::Title {
                String::new()
            } else {
                told(cue, stretch)
            },
            next,
            next_step: next_step.map(|step| step.title.clone()),
            count: count(step, cue),
            measures: Arc::clone(measures),
        }
    }

    /// The step and the cue that are on, where the ceremony is.
    fn read_here(&self) -> Option<(&Step, &Cue)> {
        if self.stage() != Stage::Running {
            return None;
        }
        self.step().zip(self.cue())
    }

    fn card_state(&self) -> State {
        match self.stage() {
            Stage::Finished => State::Ended,
            Stage::Waiting | Stage::Ready | Stage::Running => State::TitleCard,
        }
    }

    /// What is read, said or done in the present step after a stretch of a cue.
    fn next_here(&self, step: &Step, cue: &Cue, stretch: &Range<usize>) -> Option<String> {
        if stretch.end < cue.phrases.len() {
            return Some(told(cue, cue.stretch(self.stride(step, cue), stretch.end)));
        }
        let (next_step, next) = self.next_cue()?;
        let stretch = next.stretch(self.stride(next_step, next), 0);
        (next_step.id == step.id).then(|| told(next, stretch))
    }

    /// How wide everything is that is read in the present step, for one size of type; nothing where no text is read. A
    /// heading is no part of it: the hall sees it as a title of its own size.
    pub(super) fn measured(&self) -> Arc<[Measure]> {
        let Some(step) = self.step().filter(|step| step.has_text()) else {
            return Arc::default();
        };
        let is_read = |cue: &&Cue| cue.id.part.is_text() && cue.id.part != Part::Heading;
        let text = step.cues.iter().filter(is_read);
        let pieces = text.flat_map(|cue| {
            let stride = self.stride(step, cue);
            let mut at = 0;
            std::iter::from_fn(move || {
                let stretch = (at < cue.phrases.len()).then(|| cue.stretch(stride, at))?;
                at = stretch.end;
                Some(spoken(cue, stretch))
            })
        });
        widest(pieces.map(|piece| Measure::of(&piece)).collect())
    }
}

/// So many pieces of a text decide about its size, so that the longest text does not make every slide of it long.
const MOST_MEASURES: usize = 24;

/// The pieces that need the most room: the longest in all, and the one with the widest word.
fn widest(mut measures: Vec<Measure>) -> Arc<[Measure]> {
    let widest_word = |measure: &Measure| measure.0.iter().copied().max().unwrap_or(0);
    measures.sort_by_key(|measure| std::cmp::Reverse(measure.0.iter().sum::<u32>()));
    let with_widest = (0..measures.len()).max_by_key(|at| measures.get(*at).map_or(0, widest_word));
    if let Some(at) = with_widest {
        let at_end = at.min(measures.len() - 1).min(MOST_MEASURES - 1);
        measures.swap(at, at_end);
    }
    measures.truncate(MOST_MEASURES);
    measures.into()
}

fn position(show: &Show, programme: &Programme, step: &Step) -> Position {
    Position {
        number: show.step_position().map_or(0, |position| position + 1),
        of: programme.steps.len(),
        title: step.title.clone(),
        kind: step.kind,
    }
}

fn speaker(programme: &Programme, by: Option<PersonIndex>) -> Option<Speaker> {
    let person = programme.person(by?)?;
    Some(Speaker {
        role: person.role.clone(),
        short: person.short.clone(),
        name: filled_in(person.name.as_ref()).map(str::to_owned),
    })
}

/// Whose turn it is, for the reader.
fn voice(show: &Show, step: &Step, cue: &Cue) -> Voice {
    let is_text = cue.id.part.is_text();
    let has_key = show.repeat_has_key(step, cue);
    match (cue.mode, show.turn()) {
        (Mode::Together, _) if is_text => Voice::Together,
        (Mode::Echo, Turn::Echo) if is_text && has_key => Voice::Repeated,
        _ if Doing::of(cue).is_by_all(step, cue) => Voice::Everybody,
        _ if !cue.ours => Voice::Others,
        (Mode::Echo, _) if is_text && !has_key => Voice::ReadThenRepeated,
        _ if is_text || (cue.manner == Manner::Say && matches!(cue.id.part, Part::Line(_))) => Voice::Read,
        _ => Voice::Act,
    }
}

/// The words of a stretch in one piece.
fn spoken(cue: &Cue, stretch: Range<usize>) -> String {
    phrases(cue, stretch).join(" ")
}

/// The same for the podium.
fn told(cue: &Cue, stretch: Range<usize>) -> String {
    Doing::of(cue).written(spoken(cue, stretch))
}

fn ceremony(programme: &Programme) -> Ceremony {
    Ceremony {
        title: programme.title.clone(),
        agency: filled_in(programme.agency.as_ref()).map(str::to_owned),
        place: filled_in(programme.place.as_ref()).map(str::to_owned),
        date: programme.date.map(crate::lang::spoken::date),
    }
}

/// What a cue shows to the hall.
fn shown(show: &Show, step: &Step, cue: &Cue) -> Shown {
    if let Some(signatory) = &cue.signatory {
        return Shown::Signatory {
            title: step.title.clone(),
            name: filled_in(signatory.name.as_ref()).map(str::to_owned),
            office: filled_in(signatory.office.as_ref()).map(str::to_owned),
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
fn phrases(cue: &Cue, range: Range<usize>) -> Vec<String> {
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
