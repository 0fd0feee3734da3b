//! The rundown as JSON. Times are ISO 8601 in the zone of the ceremony, spans are in seconds, words are as they are read.

use serde::Serialize;

use crate::programme::{Cue, Part, PersonIndex, Programme, Step};
use crate::script::{Manner, Presses, Unit};

#[derive(Serialize)]
struct Rundown<'a> {
    title: &'a str,
    agency: Option<&'a str>,
    place: Option<&'a str>,
    date: Option<String>,
    start: Option<String>,
    zone: &'static str,
    presses: u8,
    source: Option<&'a str>,
    leader: Option<&'a str>,
    seconds: u32,
    people: Vec<PersonOf<'a>>,
    steps: Vec<StepOf<'a>>,
}

#[derive(Serialize)]
struct PersonOf<'a> {
    key: &'a str,
    role: &'a str,
    short: &'a str,
    name: Option<&'a str>,
    office: Option<&'a str>,
    reserve: Option<&'a str>,
}

#[derive(Serialize)]
struct StepOf<'a> {
    number: usize,
    id: &'a str,
    title: &'a str,
    kind: &'static str,
    by: Option<&'a str>,
    planned: Option<String>,
    begins: u32,
    seconds: u32,
    estimated: bool,
    posture: Option<&'static str>,
    optional: bool,
    announce: Option<&'a str>,
    notes: Option<&'a str>,
    witnesses: Vec<&'a str>,
    unit: Option<&'static str>,
    cues: Vec<CueOf<'a>>,
}

#[derive(Serialize)]
struct CueOf<'a> {
    part: &'static str,
    number: Option<usize>,
    by: Option<&'a str>,
    ours: bool,
    mode: &'static str,
    manner: &'static str,
    text: &'a str,
    phrases: Vec<&'a str>,
    reply: Option<ReplyOf<'a>>,
    signatory: Option<SignatoryOf<'a>>,
}

#[derive(Serialize)]
struct ReplyOf<'a> {
    text: &'a str,
    by: Option<&'a str>,
}

#[derive(Serialize)]
struct SignatoryOf<'a> {
    name: Option<&'a str>,
    office: Option<&'a str>,
    group: bool,
}

/// The rundown as JSON, with a line end.
///
/// # Errors
///
/// Never for a programme; the type is the serializer's.
pub fn json(programme: &Programme) -> Result<String, serde_json::Error> {
    let rundown = Rundown {
        title: &programme.title,
        agency: programme.agency.as_deref(),
        place: programme.place.as_deref(),
        date: programme.date.map(|date| date.to_string()),
        start: programme.start.map(|start| start.to_string()),
        zone: programme.zone.spelling(),
        presses: match programme.presses {
            Presses::One => 1,
            Presses::Two => 2,
        },
        source: programme.source.as_deref(),
        leader: key(programme, programme.leader),
        seconds: programme.seconds(),
        people: people(programme),
        steps: (1..)
            .zip(&programme.steps)
            .map(|(number, step)| step_of(programme, number, step))
            .collect(),
    };
    serde_json::to_string_pretty(&rundown).map(|json| format!("{json}\n"))
}

fn people(programme: &Programme) -> Vec<PersonOf<'_>> {
    let people = programme.people.iter().map(|person| PersonOf {
        key: &person.key,
        role: &person.role,
        short: &person.short,
        name: person.name.as_deref(),
        office: person.office.as_deref(),
        reserve: person.reserve.as_deref(),
    });
    people.collect()
}

fn key(programme: &Programme, person: Option<PersonIndex>) -> Option<&str> {
    programme.person(person?).map(|person| person.key.as_str())
}

fn step_of<'a>(programme: &'a Programme, number: usize, step: &'a Step) -> StepOf<'a> {
    let begins = std::time::Duration::from_secs(u64::from(step.begins));
    StepOf {
        number,
        id: step.id.as_str(),
        title: &step.title,
        kind: step.kind.spelling(),
        by: key(programme, step.by),
        planned: programme
            .start
            .map(|start| start.wrapping_add(begins).to_string()),
        begins: step.begins,
        seconds: step.seconds,
        estimated: step.estimated,
        posture: step.posture.map(crate::script::Posture::spelling),
        optional: step.optional,
        announce: step.announce.as_deref(),
        notes: step.notes.as_deref(),
        witnesses: step
            .witnesses
            .iter()
            .filter_map(|one| key(programme, Some(*one)))
            .collect(),
        unit: (step.clauses > 0 && step.unit != Unit::None).then(|| step.unit.spelling()),
        cues: step.cues.iter().map(|cue| cue_of(programme, cue)).collect(),
    }
}

fn cue_of<'a>(programme: &'a Programme, cue: &'a Cue) -> CueOf<'a> {
    let (part, number) = match cue.id.part {
        Part::Title => ("title", None),
        Part::Line(number) => ("line", Some(number)),
        Part::Heading => ("heading", None),
        Part::Opening => ("opening", None),
        Part::Clause(number) => ("clause", Some(number)),
        Part::Closing => ("closing", None),
        Part::Signatory(number) => ("signatory", Some(number)),
    };
    CueOf {
        part,
        number,
        by: key(programme, cue.by),
        ours: cue.ours,
        mode: cue.mode.spelling(),
        manner: match cue.manner {
            Manner::Say => "say",
            Manner::Do => "do",
        },
        text: &cue.text,
        phrases: cue.phrases.iter().map(|phrase| phrase.text.as_str()).collect(),
        reply: cue.reply.as_ref().map(|reply| ReplyOf {
            text: &reply.text,
            by: key(programme, reply.by),
        }),
        signatory: cue.signatory.as_ref().map(|one| SignatoryOf {
            name: one.name.as_deref(),
            office: one.office.as_deref(),
            group: one.group,
        }),
    }
}
