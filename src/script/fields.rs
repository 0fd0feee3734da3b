//! The format of a script as one table: every key of every table, what it holds, and in which kinds of steps it may
//! stand.
//!
//! The parser and the search for the nearest key both follow it, so that a schema made from it can never say anything
//! else. Rules between keys (`say` or `do`, `text` without `clauses`) are not here but in `parse::build`.

use std::ops::RangeInclusive;

use super::{Kind, Mode, Numbers, Posture, Unit, Zone};

/// A key of a table.
#[derive(Debug)]
pub struct Field {
    /// The key as it is written.
    pub key: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether the table is wrong without it.
    pub needed: bool,
    /// Whether it must not be blank where it is written. A needed text never may; others count as not filled in yet.
    pub never_blank: bool,
    /// The kinds of steps in which it may stand; empty for all.
    pub kinds: &'static [Kind],
}

/// What a key holds.
#[derive(Debug)]
pub enum Shape {
    /// A text that is shown or read; its placeholders are filled in.
    Text,
    /// A name that is only compared with others, such as an id.
    Name,
    /// The key of a person in `[people]`.
    Person,
    /// A list of keys of persons.
    PersonList,
    /// The name of a text file.
    TextName,
    /// A list of texts.
    TextList,
    /// A text, or a list of them.
    TextOrList,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Boolean,
    /// A whole number within bounds.
    Number(RangeInclusive<u32>),
    /// A length of time: "1m30s".
    Duration,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A table of its own.
    Table(&'static [Field]),
    /// A list of tables.
    Tables(&'static [Field]),
    /// A table of tables, whose keys the author chooses.
    NamedTables(&'static [Field]),
    /// A table of texts, whose keys the author chooses.
    NamedTexts,
}

impl Field {
    pub(crate) const fn new(key: &'static str, shape: Shape) -> Self {
        Self {
            key,
            shape,
            needed: false,
            never_blank: false,
            kinds: &[],
        }
    }

    const fn needed(key: &'static str, shape: Shape) -> Self {
        Self {
            key,
            shape,
            needed: true,
            never_blank: true,
            kinds: &[],
        }
    }

    pub(crate) const fn never_blank(key: &'static str, shape: Shape) -> Self {
        Self {
            key,
            shape,
            needed: false,
            never_blank: true,
            kinds: &[],
        }
    }

    const fn only(kinds: &'static [Kind], key: &'static str, shape: Shape) -> Self {
        Self {
            key,
            shape,
            needed: false,
            never_blank: false,
            kinds,
        }
    }

    /// Whether the key may stand in a step of this kind; where the kind is not known, any may.
    pub fn stands_in(&self, kind: Option<Kind>) -> bool {
        self.kinds.is_empty() || kind.is_none_or(|kind| self.kinds.contains(&kind))
    }
}

/// The kinds whose steps may hold a text.
const WITH_TEXT: &[Kind] = &[
    Kind::Ikrar,
    Kind::Reading,
    Kind::Prayer,
    Kind::Song,
    Kind::Address,
];
/// The kinds whose steps may be witnessed.
const WITH_WITNESSES: &[Kind] = &[Kind::Ikrar, Kind::Reading, Kind::Signing];
/// The kinds whose steps are signed.
const WITH_SIGNATORIES: &[Kind] = &[Kind::Signing];

/// How many keys a phrase and its repeat take.
pub(crate) const PRESSES: Shape = Shape::Number(1..=2);
/// Words a minute.
pub(crate) const PACE: Shape = Shape::Number(20..=400);

/// A ceremony script.
pub static SCRIPT: &[Field] = &[
    Field::needed("title", Shape::Text),
    Field::new("agency", Shape::Text),
    Field::new("place", Shape::Text),
    Field::new("date", Shape::Date),
    Field::new("start", Shape::Time),
    Field::new("zone", Shape::Word(Zone::SPELLINGS)),
    Field::new("leader", Shape::Person),
    Field::new("source", Shape::Text),
    Field::new("presses", PRESSES),
    Field::new("pace", PACE),
    Field::new("values", Shape::NamedTexts),
    Field::new("people", Shape::NamedTables(PERSON)),
    // Needed too, but with a problem of its own: a script without a step has no line to point at.
    Field::new("step", Shape::Tables(STEP)),
];

/// Somebody in `[people]`.
pub static PERSON: &[Field] = &[
    Field::new("role", Shape::Text),
    Field::new("short", Shape::Text),
    Field::new("name", Shape::Text),
    Field::new("office", Shape::Text),
    Field::new("reserve", Shape::Text),
];

/// A step.
pub static STEP: &[Field] = &[
    Field::new("id", Shape::Name),
    Field::needed("title", Shape::Text),
    Field::needed("kind", Shape::Word(Kind::SPELLINGS)),
    Field::new("by", Shape::Person),
    Field::new("posture", Shape::Word(Posture::SPELLINGS)),
    Field::new("duration", Shape::Duration),
    Field::new("announce", Shape::Text),
    Field::new("lines", Shape::Tables(LINE)),
    Field::new("notes", Shape::Text),
    Field::new("optional", Shape::Boolean),
    Field::new("show_text", Shape::Boolean),
    Field::only(WITH_TEXT, "text", Shape::TextName),
    Field::only(WITH_TEXT, "mode", Shape::Word(Mode::SPELLINGS)),
    Field::only(WITH_TEXT, "heading_mode", Shape::Word(Mode::SPELLINGS)),
    Field::only(WITH_TEXT, "opening_mode", Shape::Word(Mode::SPELLINGS)),
    Field::only(WITH_TEXT, "closing_mode", Shape::Word(Mode::SPELLINGS)),
    Field::only(WITH_TEXT, "unit", Shape::Word(Unit::SPELLINGS)),
    Field::only(WITH_TEXT, "numbers", Shape::Word(Numbers::SPELLINGS)),
    Field::only(WITH_TEXT, "heading", Shape::TextOrList),
    Field::only(WITH_TEXT, "opening", Shape::Text),
    Field::only(WITH_TEXT, "clauses", Shape::TextList),
    Field::only(WITH_TEXT, "closing", Shape::Text),
    Field::only(WITH_WITNESSES, "witnesses", Shape::PersonList),
    Field::only(WITH_SIGNATORIES, "signatories", Shape::Tables(SIGNATORY)),
];

/// A line of a step.
pub static LINE: &[Field] = &[
    Field::new("by", Shape::Person),
    Field::never_blank("say", Shape::Text),
    Field::never_blank("do", Shape::Text),
    Field::new("reply", Shape::Text),
    Field::new("reply_by", Shape::Person),
];

/// Somebody who signs.
pub static SIGNATORY: &[Field] = &[
    Field::new("name", Shape::Text),
    Field::new("office", Shape::Text),
    Field::new("group", Shape::Boolean),
];

/// A text file.
pub static TEXT_FILE: &[Field] = &[
    Field::needed("title", Shape::Text),
    Field::new("source", Shape::Text),
    Field::new("mode", Shape::Word(Mode::SPELLINGS)),
    Field::new("unit", Shape::Word(Unit::SPELLINGS)),
    Field::new("numbers", Shape::Word(Numbers::SPELLINGS)),
    Field::new("heading", Shape::TextOrList),
    Field::new("opening", Shape::Text),
    Field::new("clauses", Shape::TextList),
    Field::new("closing", Shape::Text),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_table_has_a_key_twice() {
        for table in [SCRIPT, PERSON, STEP, LINE, SIGNATORY, TEXT_FILE] {
            let keys: HashSet<_> = table.iter().map(|field| field.key).collect();
            assert_eq!(keys.len(), table.len());
        }
    }

    #[test]
    fn a_key_stands_in_the_kinds_that_it_is_for() {
        let stands = |key: &str, kind| STEP.iter().any(|field| field.key == key && field.stands_in(kind));
        assert!(stands("clauses", Some(Kind::Ikrar)) && stands("title", Some(Kind::Ikrar)));
        assert!(!stands("clauses", Some(Kind::Salute)));
        assert!(
            stands("clauses", None),
            "where the kind is not known, nothing is refused for it"
        );
    }
}
