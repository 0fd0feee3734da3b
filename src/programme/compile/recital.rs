//! A text that is read: from the step or from the text it names, with its ways of reading, cut into cues.

use std::ops::Range;

use super::{Compiler, cue_of};
use crate::lang::spoken;
use crate::programme::{Cue, Part, Pause, PersonIndex, Phrase, PhraseKind, StepId};
use crate::script::{self, Kind, Mode, Numbers, Unit, Written};
use crate::typeface::{Lines, Measure};

/// Read together, so many words at one key; more would not stand on a screen in large type.
const WORDS_TOGETHER: usize = 24;

/// Read together, so many phrases at one key: each takes a line of the audience's screen.
const PHRASES_TOGETHER: usize = 4;

/// Read together, so many lines of large type at one key, so wide in thousandths of its size: those of a screen of 120
/// columns in its smallest large type. The cut is the same on every screen.
const LINES_TOGETHER: usize = 4;
const LINE_TOGETHER: u32 = 13_000;

/// The text of a step with everything decided.
pub(super) struct Recital<'a> {
    pub(super) mode: Mode,
    pub(super) unit: Unit,
    pub(super) heading: Vec<&'a str>,
    heading_mode: Mode,
    opening_mode: Mode,
    closing_mode: Mode,
    numbers: Numbers,
    opening: Option<&'a str>,
    clauses: Vec<&'a str>,
    closing: Option<&'a str>,
}

impl Compiler<'_> {
    /// The text of a step: the one it names or its own; the step's ways of reading go before the text's.
    pub(super) fn recital<'a>(&'a self, step: &'a script::Step) -> Recital<'a> {
        let own = &step.recital;
        let named = step
            .text
            .as_ref()
            .and_then(|name| self.script.texts.get(name.get_ref()))
            .map(|text| &text.recital);
        let text = named.unwrap_or(own);
        let usual = if step.kind == Kind::Ikrar {
            Mode::Echo
        } else {
            Mode::Alone
        };
        let mode = own.mode.or(text.mode).unwrap_or(usual);
        let usual_numbers = if mode == Mode::Echo {
            Numbers::Spoken
        } else {
            Numbers::Shown
        };
        Recital {
            mode,
            unit: own.unit.or(text.unit).unwrap_or(Unit::Butir),
            heading: text.heading.iter().map(as_str).collect(),
            heading_mode: own.heading_mode.or(text.heading_mode).unwrap_or(Mode::Alone),
            opening_mode: own.opening_mode.or(text.opening_mode).unwrap_or(mode),
            closing_mode: own.closing_mode.or(text.closing_mode).unwrap_or(mode),
            numbers: own.numbers.or(text.numbers).unwrap_or(usual_numbers),
            opening: text.opening.as_ref().map(as_str),
            clauses: text.clauses.iter().map(as_str).collect(),
            closing: text.closing.as_ref().map(as_str),
        }
    }
}

fn as_str(written: &Written) -> &str {
    written.get_ref()
}

impl Recital<'_> {
    /// The cues of the text: heading, opening, clauses, closing.
    pub(super) fn cues(
        &self,
        step: &StepId,
        by: Option<PersonIndex>,
        ours: bool,
        phrases_of: &dyn Fn(&str) -> Vec<Phrase>,
    ) -> Vec<Cue> {
        let part = |part: Part, mode: Mode, phrases: Vec<Phrase>| {
            let cue = cue_of(step, part, by, phrases);
            let groups = match mode {
                Mode::Together => groups(&cue.phrases),
                Mode::Alone | Mode::Echo => Vec::new(),
            };
            Cue {
                ours,
                mode,
                groups,
                ..cue
            }
        };
        let mut cues = Vec::new();
        if !self.heading.is_empty() {
            cues.push(part(
                Part::Heading,
                self.heading_mode,
                heading(self.heading.iter().map(|line| phrases_of(line))),
            ));
        }
        cues.extend(
            self.opening
                .map(|text| part(Part::Opening, self.opening_mode, phrases_of(text))),
        );
        for (number, clause) in (1..).zip(&self.clauses) {
            let mut phrases = phrases_of(clause);
            if self.numbers == Numbers::Spoken {
                phrases.insert(0, spoken_number(number));
            }
            let shown_number = (self.numbers == Numbers::Shown).then_some(number);
            cues.push(Cue {
                shown_number,
                ..part(Part::Clause(number), self.mode, phrases)
            });
        }
        cues.extend(
            self.closing
                .map(|text| part(Part::Closing, self.closing_mode, phrases_of(text))),
        );
        cues
    }
}

/// The phrases of a heading: each of its lines by itself.
fn heading(lines: impl Iterator<Item = Vec<Phrase>>) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    for line in lines {
        let before: usize = phrases.iter().map(|phrase| phrase.words).sum();
        phrases.extend(line.into_iter().map(|phrase| Phrase {
            first_word: phrase.first_word + before,
            ..phrase
        }));
    }
    phrases
}

/// "Satu.": read, and repeated, before the clause.
fn spoken_number(number: usize) -> Phrase {
    Phrase {
        text: format!("{}.", spoken::number(number)),
        kind: PhraseKind::Number,
        pause: Pause::Unmarked,
        words: 1,
        first_word: 0,
    }
}

/// Consecutive phrases that are read together with one key: as few groups as the limits allow, as even as can be.
pub(super) fn groups(phrases: &[Phrase]) -> Vec<Range<usize>> {
    let measured: Vec<(&Phrase, Measure)> = phrases
        .iter()
        .map(|phrase| (phrase, Measure::of(&phrase.text)))
        .collect();
    let fewest = grouped(&measured, WORDS_TOGETHER).len();
    let total: usize = phrases.iter().map(|phrase| phrase.words).sum();
    (total.div_ceil(fewest.max(1))..WORDS_TOGETHER)
        .map(|limit| grouped(&measured, limit))
        .find(|groups| groups.len() == fewest)
        .unwrap_or_else(|| grouped(&measured, WORDS_TOGETHER))
}

/// Fills each group up to `limit` words, and as long as it stands on a screen. A single phrase over a limit is a group of
/// its own.
fn grouped(phrases: &[(&Phrase, Measure)], limit: usize) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let (mut words, mut spoken) = (0, 0);
    // What stands on the screen; none with a word wider than a line.
    let mut lines = None;
    for (index, (phrase, measure)) in phrases.iter().enumerate() {
        let line = usize::from(phrase.kind == PhraseKind::Words);
        let more = lines.and_then(|lines: Lines| lines.with(&measure.0, LINE_TOGETHER));
        let stands = more.is_some_and(|lines| lines.begun <= LINES_TOGETHER);
        match groups.last_mut() {
            Some(group) if stands && words + phrase.words <= limit && spoken + line <= PHRASES_TOGETHER => {
                group.end = index + 1;
                words += phrase.words;
                spoken += line;
                lines = more;
            }
            _ => {
                groups.push(index..index + 1);
                words = phrase.words;
                spoken = line;
                lines = Lines::default().with(&measure.0, LINE_TOGETHER);
            }
        }
    }
    groups
}
