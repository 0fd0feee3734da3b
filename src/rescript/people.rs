//! The people of a script, some of them replaced by who stood in: the name and the office change where they stand, in
//! whatever form of table, and a comment above keeps what the script says.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::places::{Edits, Lines, after_trivia, comment, literal, text as written};
use super::{Failure, StoodIn};
use crate::lang::SavingWords;

/// The text with these people replaced.
pub(super) fn replaced(text: &str, stood_in: &[StoodIn], words: &SavingWords) -> Result<String, Failure> {
    if stood_in.is_empty() {
        return Ok(text.to_owned());
    }
    let root = DeTable::parse(text).map_err(|_| Failure::NoScript)?;
    let lines = Lines::of(text);
    let people = root
        .get_ref()
        .get("people")
        .and_then(|people| people.get_ref().as_table());
    let mut edits = Edits::default();
    for by in stood_in {
        let person = people.and_then(|people| people.get(by.person.as_str()));
        let found = person.and_then(|person| Some((person, person.get_ref().as_table()?)));
        let (table, entries) = found.ok_or_else(|| Failure::NoSuchPerson(by.person.clone()))?;
        let person = Person {
            text,
            lines: &lines,
            table,
            entries,
        };
        person.replace(by, words, &mut edits);
    }
    Ok(edits.apply(text))
}

/// A person of the file.
struct Person<'a> {
    text: &'a str,
    lines: &'a Lines<'a>,
    table: &'a Spanned<DeValue<'a>>,
    entries: &'a DeTable<'a>,
}

/// A key with its value.
struct Entry<'a> {
    key: Range<usize>,
    value: Range<usize>,
    says: &'a str,
}

impl<'a> Person<'a> {
    fn replace(&self, by: &StoodIn, words: &SavingWords, edits: &mut Edits) {
        let (name, office) = (self.entry("name"), self.entry("office"));
        self.tell(by, name.as_ref(), office.as_ref(), words, edits);
        match (name, &by.office, office) {
            // The office of another is none of whoever stood in: the name takes its place.
            (None, None, Some(old)) => {
                edits.replace(old.key, "name".to_owned());
                edits.replace(old.value, written(&by.name));
            }
            (name, new_office, office) => {
                let mut put_in = Vec::new();
                match name {
                    Some(old) => edits.replace(old.value, written(&by.name)),
                    None => put_in.push(("name", &by.name)),
                }
                match (new_office, office) {
                    (Some(new), Some(old)) => edits.replace(old.value, written(new)),
                    (Some(new), None) => put_in.push(("office", new)),
                    (None, Some(old)) => self.take_out(&old, edits),
                    (None, None) => {}
                }
                if !put_in.is_empty() {
                    self.put_in(&put_in, edits);
                }
            }
        }
    }

    /// Says above what the script says.
    fn tell(
        &self,
        by: &StoodIn,
        name: Option<&Entry<'_>>,
        office: Option<&Entry<'_>>,
        words: &SavingWords,
        edits: &mut Edits,
    ) {
        let own: Vec<String> = [("name", name), ("office", office)]
            .into_iter()
            .filter_map(|(field, entry)| Some(format!("{field} = {}", literal(entry?.says))))
            .collect();
        let place = name.or(office).map_or_else(
            || self.last().map_or(self.table.span().start, |last| last.start),
            |entry| entry.key.start,
        );
        let statement = self.lines.statement(place);
        let line = self
            .lines
            .start(statement.map_or(place, |statement| statement.start));
        let says = (words.replaced)(&by.person, &own.join(", "));
        edits.insert(line, comment(self.lines.indent(line), &says, self.lines.end));
    }

    fn entry(&self, field: &str) -> Option<Entry<'a>> {
        let (key, value) = self.entries.get_key_value(field)?;
        Some(Entry {
            key: key.span(),
            value: value.span(),
            says: value.get_ref().as_str().unwrap_or_default(),
        })
    }

    /// The last entry in the file: its key up to its value.
    fn last(&self) -> Option<Range<usize>> {
        let spans = self
            .entries
            .iter()
            .map(|(key, value)| key.span().start..value.span().end);
        spans.max_by_key(|span| span.start)
    }

    /// Whether an entry stands in braces; otherwise it is a statement of its own.
    fn is_in_braces(&self, key: usize) -> bool {
        let statement = self.lines.statement(key);
        // The names of people are plain: no sign of equality stands in a key.
        statement.is_some_and(|statement| self.text[statement.start..key].contains('='))
    }

    /// Where the whole of a dotted key begins.
    fn path_start(&self, key: usize) -> usize {
        let before = &self.text[..key];
        let start = before.rfind([',', '{', '\n']).map_or(0, |sign| sign + 1);
        key - before[start..].trim_start().len()
    }

    fn take_out(&self, old: &Entry<'_>, edits: &mut Edits) {
        if !self.is_in_braces(old.key.start) {
            let start = self.lines.start(old.key.start);
            edits.replace(start..self.lines.after(old.value.end), String::new());
            return;
        }
        let start = self.path_start(old.key.start);
        let next = after_trivia(self.text, old.value.end);
        if self.text[next..].starts_with(',') {
            let blank = &self.text[next + 1..];
            let blank = blank.len() - blank.trim_start_matches([' ', '\t']).len();
            edits.replace(start..next + 1 + blank, String::new());
        } else {
            let before = self.text[..start].trim_end();
            let from = before
                .strip_suffix(',')
                .map_or(start, |before| before.trim_end().len());
            edits.replace(from..old.value.end, String::new());
        }
    }

    fn put_in(&self, fields: &[(&str, &String)], edits: &mut Edits) {
        let Some(last) = self.last() else {
            let entries = fields
                .iter()
                .map(|(field, new)| format!("{field} = {}", written(new)));
            let entries: Vec<String> = entries.collect();
            let span = self.table.span();
            if self.text[span.clone()].starts_with('{') {
                edits.insert(span.start + 1, format!(" {} ", entries.join(", ")));
            } else {
                let after = self.lines.after(span.end);
                edits.insert(after, self.lines.line(after, &entries.join(self.lines.end)));
            }
            return;
        };
        let path = &self.text[self.path_start(last.start)..last.start];
        let entries = fields
            .iter()
            .map(|(field, new)| format!("{path}{field} = {}", written(new)));
        if self.is_in_braces(last.start) {
            let entries: Vec<String> = entries.collect();
            edits.insert(last.end, format!(", {}", entries.join(", ")));
        } else {
            let indent = self.lines.indent(last.start);
            let entries: Vec<String> = entries.map(|entry| format!("{indent}{entry}")).collect();
            let after = self.lines.after(last.end);
            edits.insert(after, self.lines.line(after, &entries.join(self.lines.end)));
        }
    }
}
