//! Script → programme: placeholders filled in, texts taken in, steps cut into cues and phrases.
//!
//! Never fails: a script that gets here has no errors, and what is missing shows as `……`.

mod recital;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::cue::{Cue, CueId, Part, Reply, SignatoryCalled};
use super::phrase::{Phrase, cut, uncut};
use super::{Day, Pause, Person, PersonIndex, PhraseKind, Programme, StandIn, Step, StepId, plan};
use crate::script::{self, Kind, Manner, Mode, Presses, Script, Written};

/// Words a minute, where nobody says.
pub const USUAL_PACE: u32 = 90;

/// What is particular to one run of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The key of the person whose reading is served, over the script's own `leader`; that one again where no person has
    /// the key.
    pub leader: Option<String>,
    /// Words a minute, where the script does not say.
    pub pace: u32,
    /// One key a phrase or two, where the script does not say.
    pub presses: Presses,
}

impl Default for Occasion {
    fn default() -> Self {
        Self {
            leader: None,
            pace: USUAL_PACE,
            presses: Presses::default(),
        }
    }
}

/// Makes a programme of a script that has no errors.
pub fn compile(script: &Script, occasion: &Occasion) -> Programme {
    compiled(script, occasion, cut)
}

/// Makes the programme of the day: as [`compile`] does, with all that was decided on the day.
pub fn compile_for_day(script: &Script, occasion: &Occasion, day: &Day) -> Programme {
    let programme = compile_with_stand_ins(script, occasion, day);
    if day.is_empty() {
        return programme;
    }
    programme.arranged(day)
}

/// Makes a programme with the people of the day and the steps of the script in its own order.
pub fn compile_with_stand_ins(script: &Script, occasion: &Occasion, day: &Day) -> Programme {
    let stand_ins: Vec<(&str, StandIn)> = day.stand_ins().collect();
    if stand_ins.is_empty() {
        return compile(script, occasion);
    }
    let own = Compiler::new(script, occasion, cut);
    let people = people(script);
    let mut of_the_day = script.clone();
    for (person, by) in &stand_ins {
        of_the_day.stand_in(person, by.name.as_deref(), by.office.as_deref());
    }
    // The ids are those of the script, whoever stands in: a title may hold a name, and what names a step must not change.
    let ids = step_ids(&script.steps, |title| own.text(title));
    let mut programme = Compiler::new(&of_the_day, occasion, cut).programme(ids);
    for (person, own) in programme.people.iter_mut().zip(people) {
        if stand_ins.iter().any(|(key, _)| *key == person.key) {
            person.stands_in_for = own.name.or(own.office).or(Some(own.short));
        }
    }
    programme
}

/// The people of a script as it has them.
pub fn people(script: &Script) -> Vec<Person> {
    script.people.iter().map(|one| person(script, one)).collect()
}

/// The programme as far as its plan goes: as [`compile`] makes it, but with every text as one phrase, its marks left in.
/// Cutting takes longer than all the rest, and what a step is called and how long it takes does not depend on it.
pub fn planned(script: &Script, occasion: &Occasion) -> Programme {
    compiled(script, occasion, uncut)
}

/// Makes phrases of a text, with the ranges in it that came from placeholders.
type Cut = fn(&str, &[Range<usize>]) -> Vec<Phrase>;

fn compiled(script: &Script, occasion: &Occasion, cut: Cut) -> Programme {
    let compiler = Compiler::new(script, occasion, cut);
    let ids = step_ids(&script.steps, |title| compiler.text(title));
    compiler.programme(ids)
}

/// Looks up what the steps of one script refer to.
struct Compiler<'a> {
    script: &'a Script,
    people: HashMap<&'a str, PersonIndex>,
    leader: Option<PersonIndex>,
    pace: u32,
    presses: Presses,
    cut: Cut,
}

impl<'a> Compiler<'a> {
    fn new(script: &'a Script, occasion: &Occasion, cut: Cut) -> Self {
        let people: HashMap<&str, PersonIndex> = script
            .people
            .iter()
            .enumerate()
            .map(|(index, person)| (person.key.get_ref().as_str(), PersonIndex(index)))
            .collect();
        let first_reader = || {
            script
                .steps
                .iter()
                .find(|step| step.kind == Kind::Ikrar)
                .and_then(|step| step.by.as_ref())
        };
        let index_of = |key: &str| people.get(key).copied();
        // A key that an edit has taken away would leave the laptop with nobody to serve.
        let leader = occasion.leader.as_deref().and_then(index_of).or_else(|| {
            let own = script.leader.as_ref().or_else(first_reader);
            own.and_then(|key| index_of(key.get_ref()))
        });
        Self {
            script,
            people,
            leader,
            pace: script.pace.unwrap_or(occasion.pace),
            presses: script.presses.unwrap_or(occasion.presses),
            cut,
        }
    }

    /// The whole programme; each step under its id.
    fn programme(&self, ids: Vec<StepId>) -> Programme {
        let script = self.script;
        let mut steps: Vec<Step> = script
            .steps
            .iter()
            .zip(ids)
            .enumerate()
            .map(|(position, (step, id))| self.step(step, position, id))
            .collect();
        plan::lay_out(&mut steps);
        Programme {
            title: self.text(&script.title),
            agency: self.optional_text(script.agency.as_ref()),
            place: self.optional_text(script.place.as_ref()),
            date: script.date,
            start: script.start,
            zone: script.zone,
            source: self.optional_text(script.source.as_ref()),
            presses: self.presses,
            people: people(script),
            leader: self.leader,
            steps,
            index: HashMap::new(),
        }
        .with_index()
    }

    fn text(&self, written: &Written) -> String {
        text(self.script, written)
    }

    /// The phrases of a text.
    fn phrases(&self, written: &str) -> Vec<Phrase> {
        let filled = self.script.fill(written);
        (self.cut)(&filled.text, &filled.values)
    }

    fn optional_text(&self, written: Option<&Written>) -> Option<String> {
        optional_text(self.script, written)
    }

    fn index_of(&self, key: Option<&Written>) -> Option<PersonIndex> {
        key.and_then(|key| self.people.get(key.get_ref().as_str()).copied())
    }

    fn step(&self, step: &script::Step, position: usize, id: StepId) -> Step {
        let recital = self.recital(step);
        // An ikrar that names no reader is read by the leader: it is what the laptop is there for.
        let leader_reads = (step.kind == Kind::Ikrar).then_some(self.leader).flatten();
        let by = self.index_of(step.by.as_ref()).or(leader_reads);
        let mut cues: Vec<Cue> = Vec::new();
        cues.extend(
            step.lines
                .iter()
                .enumerate()
                .map(|(index, line)| self.line(line, by, &id, index + 1)),
        );
        cues.extend(recital.cues(&id, by, self.is_ours(step.kind, by), &|text| self.phrases(text)));
        cues.extend(
            step.signatories
                .iter()
                .enumerate()
                .map(|(index, one)| self.signatory(one, by, &id, index + 1)),
        );
        let title = self.text(&step.title);
        if cues.is_empty() {
            cues.push(Cue {
                ours: self.is_ours(step.kind, by),
                ..plain_cue(&id, Part::Title, by, &title)
            });
        }
        let clauses = cues.iter().filter(|cue| cue.id.part.clause().is_some()).count();
        Step {
            id,
            id_given: step.id.is_some(),
            in_script: Some(position),
            moved: false,
            title,
            kind: step.kind,
            by,
            posture: step.posture,
            seconds: step
                .seconds
                .unwrap_or_else(|| plan::estimate(step.kind, &cues, self.pace)),
            estimated: step.seconds.is_none(),
            begins: 0,
            announce: self.optional_text(step.announce.as_ref()),
            notes: self.optional_text(step.notes.as_ref()),
            optional: step.optional,
            show_text: step.show_text,
            unit: recital.unit,
            mode: recital.mode,
            heading: recital
                .heading
                .iter()
                .map(|line| joined(&self.phrases(line)))
                .collect(),
            witnesses: step
                .witnesses
                .iter()
                .filter_map(|key| self.index_of(Some(key)))
                .collect(),
            cues,
            clauses,
        }
    }

    /// Whether a cue of this person is ours. A script without people has one reader, who reads the ikrar.
    fn is_ours(&self, kind: Kind, by: Option<PersonIndex>) -> bool {
        match (by, self.leader) {
            (Some(by), Some(leader)) => by == leader,
            (None, None) => kind == Kind::Ikrar,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    fn line(&self, line: &script::Line, step_by: Option<PersonIndex>, step: &StepId, number: usize) -> Cue {
        let by = self.index_of(line.by.as_ref()).or(step_by);
        let phrases = match line.manner {
            Manner::Say => self.phrases(line.words.get_ref()),
            Manner::Do => vec![whole(&self.text(&line.words))],
        };
        let reply = line.reply.as_ref().map(|reply| Reply {
            text: joined(&self.phrases(reply.get_ref())),
            by: self.index_of(line.reply_by.as_ref()),
        });
        Cue {
            ours: by.is_some() && by == self.leader,
            manner: line.manner,
            reply,
            ..cue_of(step, Part::Line(number), by, phrases)
        }
    }

    fn signatory(
        &self,
        one: &script::Signatory,
        by: Option<PersonIndex>,
        step: &StepId,
        number: usize,
    ) -> Cue {
        let name = self.optional_text(one.name.as_ref());
        let office = self.optional_text(one.office.as_ref());
        let called = name
            .as_deref()
            .or(office.as_deref())
            .unwrap_or(script::values::UNFILLED)
            .to_owned();
        Cue {
            signatory: Some(SignatoryCalled {
                name,
                office,
                group: one.group,
            }),
            manner: Manner::Do,
            ..plain_cue(step, Part::Signatory(number), by, &called)
        }
    }
}

fn text(script: &Script, written: &Written) -> String {
    script.fill(written.get_ref()).text
}

fn optional_text(script: &Script, written: Option<&Written>) -> Option<String> {
    written
        .map(|written| text(script, written))
        .filter(|text| !text.is_empty())
}

fn person(script: &Script, person: &script::Person) -> Person {
    let optional = |written: &Option<Written>| optional_text(script, written.as_ref());
    let key = person.key.get_ref().clone();
    let role = optional(&person.role).unwrap_or_else(|| key.clone());
    Person {
        short: optional(&person.short).unwrap_or_else(|| role.clone()),
        role,
        key,
        name: optional(&person.name),
        office: optional(&person.office),
        reserve: optional(&person.reserve),
        stands_in_for: None,
    }
}

/// A cue of phrases that somebody else speaks alone; the caller changes what is not so.
fn cue_of(step: &StepId, part: Part, by: Option<PersonIndex>, mut phrases: Vec<Phrase>) -> Cue {
    let text = joined(&phrases);
    if phrases.is_empty() {
        phrases.push(whole(script::values::UNFILLED));
    }
    Cue {
        id: CueId {
            step: step.clone(),
            part,
        },
        by,
        ours: false,
        mode: Mode::Alone,
        manner: Manner::Say,
        text,
        groups: Vec::new(),
        phrases,
        reply: None,
        signatory: None,
        shown_number: None,
    }
}

/// A cue that is one phrase.
pub(super) fn plain_cue(step: &StepId, part: Part, by: Option<PersonIndex>, text: &str) -> Cue {
    cue_of(step, part, by, vec![whole(text)])
}

/// A text as one phrase.
fn whole(text: &str) -> Phrase {
    Phrase {
        text: text.to_owned(),
        kind: PhraseKind::Words,
        pause: Pause::Unmarked,
        words: text.split_whitespace().count(),
        first_word: 0,
    }
}

/// The text of phrases, spoken numbers left out.
fn joined(phrases: &[Phrase]) -> String {
    let words: Vec<&str> = phrases
        .iter()
        .filter(|phrase| phrase.kind == PhraseKind::Words)
        .map(|phrase| phrase.text.as_str())
        .collect();
    words.join(" ")
}

/// The identities of steps: given ids as they are, the others from their titles, `-2`, `-3` added where they meet
/// another (an apel has *laporan* twice).
fn step_ids(steps: &[script::Step], title: impl Fn(&Written) -> String) -> Vec<StepId> {
    let mut taken: HashMap<String, usize> = steps
        .iter()
        .filter_map(|step| step.id.as_ref())
        .map(|id| (id.get_ref().clone(), 1))
        .collect();
    steps
        .iter()
        .map(|step| {
            let id = step.id.as_ref().map_or_else(
                || made_id(&title(&step.title), &mut taken),
                |id| id.get_ref().clone(),
            );
            StepId(Arc::from(id))
        })
        .collect()
}

fn made_id(title: &str, taken: &mut HashMap<String, usize>) -> String {
    let words: Vec<String> = title
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let base = if words.is_empty() {
        "acara".to_owned()
    } else {
        words.join("-")
    };
    let mut candidate = base.clone();
    while taken.contains_key(&candidate) {
        let count = taken.entry(base.clone()).or_insert(1);
        *count += 1;
        candidate = format!("{base}-{count}");
    }
    taken.insert(candidate.clone(), 1);
    candidate
}

#[cfg(test)]
mod tests;
