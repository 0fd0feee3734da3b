//! From a TOML tree to records that hold to the table of fields, with every key and value that does not.
//!
//! It knows the shapes of `fields` and nothing of what a script means: rules between keys are in `build`.

use std::ops::Range;

use jiff::civil::{Date, Time};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::script::fields::{self, Field, Shape};
use crate::script::indonesian;
use crate::script::nearest::Searches;
use crate::script::problem::{Fault, Problem, Reporter, Severity, ValueType};
use crate::script::values::BUILT_IN;
use crate::script::{Kind, Written};

/// A table that holds to its fields.
#[derive(Default)]
pub(crate) struct Record {
    /// Where the table is: its header, or its braces.
    pub(crate) span: Range<usize>,
    entries: Vec<Entry>,
}

struct Entry {
    key: &'static str,
    key_span: Range<usize>,
    /// Nothing, where the value was refused or left blank.
    value: Option<Value>,
    /// Whether an error was told within the value.
    refused: bool,
}

/// The value of a key, by its shape.
pub(crate) enum Value {
    /// A text, a name, or a key of something.
    Text(Written),
    /// Several of them.
    Texts(Vec<Written>),
    /// One of a few words.
    Word(&'static str),
    /// `true` or `false`.
    Boolean(bool),
    /// A number, or a length of time in seconds.
    Number(u32),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A table.
    Table(Record),
    /// A list of tables.
    Tables(Vec<Record>),
    /// Tables by name.
    NamedTables(Vec<(Written, Record)>),
    /// Texts by name.
    NamedTexts(Vec<(Written, Written)>),
}

impl Record {
    /// Where a key stands, if it was written at all.
    pub(crate) fn key_span(&self, key: &str) -> Option<Range<usize>> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| entry.key_span.clone())
    }

    /// Whether a key was written, whatever became of its value.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.key_span(key).is_some()
    }

    /// Whether an error was told within the value of a key: what is missing then may be what was refused.
    pub(crate) fn refused(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key && entry.refused)
    }

    /// Takes the value of a key.
    pub(crate) fn take(&mut self, key: &str) -> Option<Value> {
        self.entries
            .iter_mut()
            .find(|entry| entry.key == key)?
            .value
            .take()
    }
}

/// Makes records of one file and collects what is wrong with it.
pub(crate) struct Conformer<'a> {
    pub(crate) reporter: &'a Reporter,
    pub(crate) problems: Vec<Problem>,
    pub(crate) searches: Searches,
}

/// Which table is being read, as far as placeholders can ask for its texts.
#[derive(Clone, Copy)]
enum Within<'a> {
    /// The top of a script.
    Script,
    /// A person, by the key.
    Person(&'a str),
    /// Any other table.
    Other,
}

impl Within<'_> {
    /// The problem of a text that is left blank here.
    fn blank(self, key: &'static str) -> Fault {
        match self {
            Self::Script if BUILT_IN.contains(&key) => Fault::Unfilled(key.to_owned()),
            Self::Person(person) => Fault::Unfilled(format!("{person}.{key}")),
            Self::Script | Self::Other => Fault::Blank(key),
        }
    }
}

impl<'a> Conformer<'a> {
    pub(super) fn new(reporter: &'a Reporter) -> Self {
        Self {
            reporter,
            problems: Vec::new(),
            searches: Searches::default(),
        }
    }

    pub(crate) fn error(&mut self, fault: Fault, span: Range<usize>) {
        self.problems.push(self.reporter.error(fault, span));
    }

    pub(crate) fn warn(&mut self, fault: Fault, span: Range<usize>) {
        self.problems.push(self.reporter.warning(fault, span));
    }

    /// The known word that an unknown one may have been meant for: mistyped, or written in Indonesian.
    pub(super) fn meant<'k>(&mut self, word: &str, known: &[&'k str]) -> Option<&'k str> {
        indonesian::meant(word, known.iter().copied())
            .or_else(|| self.searches.nearest(word, known.iter().copied()))
    }

    /// The root table of a script.
    pub(super) fn script(&mut self, table: &DeTable<'_>) -> Record {
        self.record(table, 0..0, fields::SCRIPT, Within::Script)
    }

    /// The root table of any other file.
    pub(super) fn document(&mut self, table: &DeTable<'_>, fields: &'static [Field]) -> Record {
        self.record(table, 0..0, fields, Within::Other)
    }

    fn record(
        &mut self,
        table: &DeTable<'_>,
        span: Range<usize>,
        fields: &'static [Field],
        within: Within<'_>,
    ) -> Record {
        // Keys that belong to some kinds only are judged by the kind, wherever in the table it stands.
        let kind = table
            .get("kind")
            .and_then(|kind| kind.get_ref().as_str())
            .and_then(Kind::spelled);
        let mut record = Record {
            span,
            entries: Vec::with_capacity(table.len()),
        };
        for (key, value) in table {
            let key_span = key.span();
            let name: &str = key.get_ref();
            if !self.is_clean(key.get_ref(), &key_span) {
                continue;
            }
            let Some(field) = fields.iter().find(|field| field.key == name) else {
                let known: Vec<_> = fields
                    .iter()
                    .filter(|field| field.stands_in(kind))
                    .map(|field| field.key)
                    .collect();
                let nearest = self.meant(name, &known);
                self.error(
                    Fault::UnknownKey {
                        key: name.to_owned(),
                        nearest,
                        known,
                    },
                    key_span,
                );
                continue;
            };
            if let Some(kind) = kind.filter(|&kind| !field.stands_in(Some(kind))) {
                self.error(Fault::KeyNotForKind { key: field.key, kind }, key_span);
                continue;
            }
            let told = self.problems.len();
            let value = self.value(value, field, within);
            // A value that is gone without a word was refused by the TOML parser, which told of it.
            let mut problems = self.problems.iter().skip(told).peekable();
            let refused = value.is_none() && problems.peek().is_none()
                || problems.any(|problem| problem.severity == Severity::Error);
            record.entries.push(Entry {
                key: field.key,
                key_span,
                value,
                refused,
            });
        }
        for field in fields
            .iter()
            .filter(|field| field.needed && !record.has(field.key))
        {
            self.error(Fault::MissingKey(field.key), record.span.clone());
        }
        record
    }

    fn value(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        field: &'static Field,
        within: Within<'_>,
    ) -> Option<Value> {
        match &field.shape {
            Shape::Text | Shape::Name | Shape::Person | Shape::TextName => {
                self.filled_text(value, field, within).map(Value::Text)
            }
            Shape::TextList | Shape::PersonList => {
                self.texts(value, field.key, ValueType::Texts).map(Value::Texts)
            }
            Shape::TextOrList if value.get_ref().is_str() => self
                .filled_text(value, field, within)
                .map(|text| Value::Texts(vec![text])),
            Shape::TextOrList => self
                .texts(value, field.key, ValueType::TextOrTexts)
                .map(Value::Texts),
            Shape::Word(known) => self.word(value, known).map(Value::Word),
            Shape::Boolean => self.boolean(value).map(Value::Boolean),
            Shape::Number(bounds) => self.number(value, bounds).map(Value::Number),
            Shape::Duration => self.duration(value).map(Value::Number),
            Shape::Date => self.date(value).map(Value::Date),
            Shape::Time => self.time(value).map(Value::Time),
            Shape::Table(fields) => self.table(value, fields).map(Value::Table),
            Shape::Tables(fields) => self.tables(value, fields).map(Value::Tables),
            Shape::NamedTables(fields) => self.named_tables(value, fields).map(Value::NamedTables),
            Shape::NamedTexts => self.named_texts(value).map(Value::NamedTexts),
        }
    }

    fn table(&mut self, value: &Spanned<DeValue<'_>>, fields: &'static [Field]) -> Option<Record> {
        let table = self.named(value)?;
        Some(self.record(table, value.span(), fields, Within::Other))
    }

    fn tables(&mut self, value: &Spanned<DeValue<'_>>, fields: &'static [Field]) -> Option<Vec<Record>> {
        let Some(list) = value.get_ref().as_array() else {
            return self.wrong_type(value, ValueType::Tables);
        };
        let mut records = Vec::with_capacity(list.len());
        for element in list {
            let table = element
                .get_ref()
                .as_table()
                .or_else(|| self.wrong_type(element, ValueType::Table));
            records.extend(table.map(|table| self.record(table, element.span(), fields, Within::Other)));
        }
        Some(records)
    }

    fn named_tables(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        fields: &'static [Field],
    ) -> Option<Vec<(Written, Record)>> {
        let mut records = Vec::new();
        for (key, value) in self.named(value)? {
            let Some(key) = self.name(key) else { continue };
            // What is refused is still named, so that whatever refers to it is not told as unknown.
            let table = value
                .get_ref()
                .as_table()
                .or_else(|| self.wrong_type(value, ValueType::Table));
            let record = match table {
                Some(table) => self.record(table, value.span(), fields, Within::Person(key.get_ref())),
                None => Record {
                    span: value.span(),
                    entries: Vec::new(),
                },
            };
            records.push((key, record));
        }
        Some(records)
    }

    fn named_texts(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<(Written, Written)>> {
        let mut texts = Vec::new();
        for (key, value) in self.named(value)? {
            let Some(key) = self.name(key) else { continue };
            let text = self
                .text(value)
                .unwrap_or_else(|| Spanned::new(value.span(), String::new()));
            if value.get_ref().as_str().is_some_and(is_blank) {
                self.warn(Fault::Unfilled(key.get_ref().clone()), value.span());
            }
            texts.push((key, text));
        }
        Some(texts)
    }

    fn named<'t, 'i>(&mut self, value: &'t Spanned<DeValue<'i>>) -> Option<&'t DeTable<'i>> {
        value
            .get_ref()
            .as_table()
            .or_else(|| self.wrong_type(value, ValueType::Table))
    }

    /// A name that the author chooses, for a value or a person.
    fn name(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>) -> Option<Written> {
        let name: &str = key.get_ref();
        if !self.is_clean(key.get_ref(), &key.span()) {
            return None;
        }
        let plain = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_');
        if name.is_empty() || !name.chars().all(plain) {
            self.error(Fault::WrongName(name.to_owned()), key.span());
            return None;
        }
        Some(Spanned::new(key.span(), name.to_owned()))
    }

    /// A text, where one may also have been left blank: then it counts as not written.
    fn filled_text(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        field: &'static Field,
        within: Within<'_>,
    ) -> Option<Written> {
        let text = self.text(value)?;
        if !says_nothing(field.key, text.get_ref()) {
            return Some(text);
        }
        if field.never_blank {
            self.error(Fault::EmptyText(field.key), value.span());
        } else {
            self.warn(within.blank(field.key), value.span());
        }
        None
    }

    fn texts(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        key: &'static str,
        expected: ValueType,
    ) -> Option<Vec<Written>> {
        let Some(list) = value.get_ref().as_array() else {
            return self.wrong_type(value, expected);
        };
        let mut texts = Vec::with_capacity(list.len());
        for element in list {
            let Some(text) = self.text(element) else { continue };
            if says_nothing(key, text.get_ref()) {
                self.error(Fault::EmptyText(key), element.span());
            } else {
                texts.push(text);
            }
        }
        Some(texts)
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The keys whose texts are cut into phrases, so that a stroke by itself is the mark of a pause.
const MARKED: &[&str] = &["heading", "opening", "clauses", "closing", "say", "reply"];

/// Whether there is nothing to read in the text of a key: it is blank, or nothing but marks of pauses.
fn says_nothing(key: &str, text: &str) -> bool {
    let is_mark = |word| MARKED.contains(&key) && matches!(word, "/" | "//");
    text.split_whitespace().all(is_mark)
}
