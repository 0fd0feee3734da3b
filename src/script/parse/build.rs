//! From records to a [`Script`], with the rules between keys.
//!
//! It always gives a script: whatever was refused is left out of it, so that the checks after it find the other faults
//! of the file in the same pass. Only `script::read` decides whether the script may be shown.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use toml::Spanned;

use super::conform::{Conformer, Record, Value};
use crate::script::problem::Fault;
use crate::script::values::{BUILT_IN, Names};
use crate::script::{
    Kind, Line, Manner, Mode, Numbers, Person, Posture, Presses, Recital, Script, Signatory, Step, Text,
    Unit, Written, Zone,
};

/// Typed access to the values of a record. The shapes in `fields` guarantee the types.
impl Record {
    fn text(&mut self, key: &str) -> Option<Written> {
        match self.take(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn texts(&mut self, key: &str) -> Vec<Written> {
        match self.take(key) {
            Some(Value::Texts(texts)) => texts,
            _ => Vec::new(),
        }
    }

    pub(crate) fn word(&mut self, key: &str) -> Option<&'static str> {
        match self.take(key)? {
            Value::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(crate) fn boolean(&mut self, key: &str) -> bool {
        self.boolean_or(key, false)
    }

    pub(crate) fn boolean_or(&mut self, key: &str, usual: bool) -> bool {
        match self.take(key) {
            Some(Value::Boolean(value)) => value,
            _ => usual,
        }
    }

    pub(crate) fn number(&mut self, key: &str) -> Option<u32> {
        match self.take(key)? {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn presses(&mut self, key: &str) -> Option<Presses> {
        self.number(key).map(|presses| match presses {
            2 => Presses::Two,
            _ => Presses::One,
        })
    }

    /// A table of its own; an empty one where it was not written.
    pub(crate) fn table(&mut self, key: &str) -> Record {
        match self.take(key) {
            Some(Value::Table(record)) => record,
            _ => Record::default(),
        }
    }

    fn date(&mut self, key: &str) -> Option<Date> {
        match self.take(key)? {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    fn time(&mut self, key: &str) -> Option<Time> {
        match self.take(key)? {
            Value::Time(time) => Some(time),
            _ => None,
        }
    }

    fn tables(&mut self, key: &str) -> Vec<Record> {
        match self.take(key) {
            Some(Value::Tables(tables)) => tables,
            _ => Vec::new(),
        }
    }

    /// A needed text. Where it is missing that was told, and an empty one stands in.
    fn needed_text(&mut self, key: &str) -> Written {
        self.text(key)
            .unwrap_or_else(|| Spanned::new(self.span.clone(), String::new()))
    }
}

/// Makes the script; its texts are put in later.
pub(super) fn script(mut record: Record, conformer: &mut Conformer<'_>) -> Script {
    let people = match record.take("people") {
        Some(Value::NamedTables(people)) => people.into_iter().map(person).collect(),
        _ => Vec::new(),
    };
    let values = match record.take("values") {
        Some(Value::NamedTexts(values)) => values,
        _ => Vec::new(),
    };
    for (name, _) in values
        .iter()
        .filter(|(name, _)| BUILT_IN.contains(&name.get_ref().as_str()))
    {
        conformer.error(Fault::ReservedName(name.get_ref().clone()), name.span());
    }
    let steps: Vec<Step> = record
        .tables("step")
        .into_iter()
        .map(|step_record| step(step_record, conformer))
        .collect();
    if steps.is_empty() && !record.refused("step") {
        conformer.error(Fault::NoSteps, record.key_span("step").unwrap_or(0..0));
    }
    Script {
        names: Names::of(&values, &people),
        title: record.needed_text("title"),
        agency: record.text("agency"),
        place: record.text("place"),
        date: record.date("date"),
        start: record.time("start"),
        zone: record.word("zone").and_then(Zone::spelled).unwrap_or(Zone::Wib),
        leader: record.text("leader"),
        source: record.text("source"),
        presses: record.presses("presses"),
        pace: record.number("pace"),
        values,
        people,
        steps,
        texts: BTreeMap::new(),
    }
}

/// Makes a text.
pub(super) fn text(mut record: Record, conformer: &mut Conformer<'_>) -> Text {
    if !["heading", "opening", "clauses", "closing"]
        .iter()
        .any(|key| record.has(key))
    {
        conformer.error(Fault::EmptyTextFile, 0..0);
    }
    Text {
        title: record.needed_text("title"),
        source: record.text("source"),
        recital: recital(&mut record),
    }
}

fn person((key, mut record): (Written, Record)) -> Person {
    Person {
        key,
        role: record.text("role"),
        short: record.text("short"),
        name: record.text("name"),
        office: record.text("office"),
        reserve: record.text("reserve"),
    }
}

fn step(mut record: Record, conformer: &mut Conformer<'_>) -> Step {
    let kind = record.word("kind").and_then(Kind::spelled);
    let text = record.text("text");
    if text.is_some() || record.refused("text") {
        for key in ["heading", "opening", "clauses", "closing"] {
            if let Some(span) = record.key_span(key) {
                conformer.error(Fault::TextAndClauses(key), span);
            }
        }
    }
    let lines = record
        .tables("lines")
        .into_iter()
        .filter_map(|record| line(record, conformer))
        .collect();
    let signatories: Vec<_> = record
        .tables("signatories")
        .into_iter()
        .map(|record| signatory(record, conformer))
        .collect();
    let recital = recital(&mut record);

    let wordless = text.is_none() && recital.clauses.is_empty();
    if kind == Some(Kind::Ikrar) && wordless && !record.refused("text") && !record.refused("clauses") {
        conformer.error(
            Fault::EmptyIkrar,
            record.key_span("clauses").unwrap_or_else(|| record.span.clone()),
        );
    }
    if kind == Some(Kind::Signing) && signatories.is_empty() && !record.refused("signatories") {
        conformer.error(
            Fault::NoSignatories,
            record
                .key_span("signatories")
                .unwrap_or_else(|| record.span.clone()),
        );
    }
    Step {
        id: record.text("id"),
        title: record.needed_text("title"),
        // A kind that was refused keeps the script off the air; any will do for the checks.
        kind: kind.unwrap_or(Kind::Act),
        by: record.text("by"),
        posture: record.word("posture").and_then(Posture::spelled),
        seconds: record.number("duration"),
        announce: record.text("announce"),
        lines,
        notes: record.text("notes"),
        optional: record.boolean("optional"),
        show_text: record.boolean("show_text"),
        text,
        recital,
        witnesses: record.texts("witnesses"),
        signatories,
    }
}

fn recital(record: &mut Record) -> Recital {
    Recital {
        mode: record.word("mode").and_then(Mode::spelled),
        heading_mode: record.word("heading_mode").and_then(Mode::spelled),
        opening_mode: record.word("opening_mode").and_then(Mode::spelled),
        closing_mode: record.word("closing_mode").and_then(Mode::spelled),
        unit: record.word("unit").and_then(Unit::spelled),
        numbers: record.word("numbers").and_then(Numbers::spelled),
        heading: record.texts("heading"),
        opening: record.text("opening"),
        clauses: record.texts("clauses"),
        closing: record.text("closing"),
    }
}

fn line(mut record: Record, conformer: &mut Conformer<'_>) -> Option<Line> {
    match (record.has("say"), record.has("do")) {
        (true, true) => conformer.error(Fault::BothSayAndDo, record.span.clone()),
        (false, false) => conformer.error(Fault::NeitherSayNorDo, record.span.clone()),
        (true, false) | (false, true) => {}
    }
    if let Some(span) = record.key_span("reply_by").filter(|_| !record.has("reply")) {
        conformer.error(Fault::ReplyByAlone, span);
    }
    let said = record.text("say").map(|words| (Manner::Say, words));
    let (manner, words) = said.or_else(|| record.text("do").map(|words| (Manner::Do, words)))?;
    Some(Line {
        by: record.text("by"),
        manner,
        words,
        reply: record.text("reply"),
        reply_by: record.text("reply_by"),
    })
}

fn signatory(mut record: Record, conformer: &mut Conformer<'_>) -> Signatory {
    let (name, office) = (record.text("name"), record.text("office"));
    if name.is_none() && office.is_none() && !record.refused("name") && !record.refused("office") {
        conformer.error(Fault::NamelessSignatory, record.span.clone());
    }
    Signatory {
        name,
        office,
        group: record.boolean("group"),
    }
}
