//! Filling in placeholders: `{pemilihan}`, `{date}`, `{pembina.name}`, and `{{` for a brace.
//!
//! Filling never fails: what is missing shows as [`UNFILLED`]. What is wrong with a placeholder is found in `check`,
//! which walks the same `pieces`.

use std::collections::HashMap;
use std::ops::Range;

use super::{Person, Script, Written};
use crate::lang::spoken;

/// What stands where a value is missing.
pub const UNFILLED: &str = "……";

/// A fact of the ceremony; nothing where it is not filled in: that is told by a warning, not by a row of dots.
pub fn filled_in(fact: Option<&String>) -> Option<&str> {
    fact.map(String::as_str).filter(|fact| *fact != UNFILLED)
}

/// How deep values may stand within values.
pub const DEEPEST: usize = 16;

/// The most bytes that a script and its texts may have once filled in, so that values within values cannot fill the
/// memory. `check` tells of more; filling in stops at the same bound, whoever asks.
pub(super) const LARGEST_FILLED: usize = 8 * 1024 * 1024;

/// The names that placeholders have by themselves, beside those of people.
pub const BUILT_IN: [&str; 7] = ["title", "agency", "place", "source", "date", "start", "zone"];

/// What a placeholder may ask of a person, after a point: `{pembina.name}`.
pub const OF_PERSON: [&str; 5] = ["role", "short", "name", "office", "reserve"];

/// Where each value and each person of a script stands, so that every use of a name is one look and not a search.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    values: HashMap<String, usize>,
    people: HashMap<String, usize>,
}

impl Names {
    /// The places of these values and people.
    pub(super) fn of(values: &[(Written, Written)], people: &[Person]) -> Self {
        let placed = |(place, name): (usize, &Written)| (name.get_ref().clone(), place);
        Self {
            values: values
                .iter()
                .map(|(name, _)| name)
                .enumerate()
                .map(placed)
                .collect(),
            people: people
                .iter()
                .map(|person| &person.key)
                .enumerate()
                .map(placed)
                .collect(),
        }
    }
}

/// A text with its placeholders filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// The text as it is read.
    pub text: String,
    /// The bytes of `text` that came from a placeholder: no break may fall within one.
    pub values: Vec<Range<usize>>,
}

/// A part of a text that has placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// A doubled brace, which means a single one.
    Brace(&'static str),
    /// A name in braces.
    Placeholder(&'a str),
    /// A brace that is never closed, or with nothing sensible within: shown as it stands.
    Broken(&'a str),
}

/// What a name stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// A text, which may have placeholders of its own.
    Text(&'a str),
    /// Words made by the program.
    Made(String),
    /// Known, and not filled in.
    Unfilled,
    /// No such name.
    Unknown,
}

/// Cuts a text into its parts, each with the bytes it covers.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (Range<usize>, Piece<'_>)> {
    let mut position = 0;
    std::iter::from_fn(move || {
        let rest = text.get(position..).filter(|rest| !rest.is_empty())?;
        let (length, piece) = first_piece(rest);
        let range = position..position + length;
        position = range.end;
        Some((range, piece))
    })
}

fn first_piece(rest: &str) -> (usize, Piece<'_>) {
    if rest.starts_with("{{") {
        (2, Piece::Brace("{"))
    } else if rest.starts_with("}}") {
        (2, Piece::Brace("}"))
    } else if rest.starts_with('}') {
        (1, Piece::Words(&rest[..1]))
    } else if let Some(inner) = rest.strip_prefix('{') {
        match brace_in(inner) {
            Some(end) if inner[end..].starts_with('}') => {
                let name = inner[..end].trim();
                let length = end + 2;
                let piece = if is_name(name) {
                    Piece::Placeholder(name)
                } else {
                    Piece::Broken(&rest[..length])
                };
                (length, piece)
            }
            _ => (1, Piece::Broken(&rest[..1])),
        }
    } else {
        let end = brace_in(rest).unwrap_or(rest.len());
        (end, Piece::Words(&rest[..end]))
    }
}

/// Where the first brace stands. Asked of every text, nearly always in vain: bytes are walked over faster than characters.
fn brace_in(text: &str) -> Option<usize> {
    text.bytes().position(|byte| matches!(byte, b'{' | b'}'))
}

/// Whether a name may stand in braces.
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.'))
}

impl Script {
    /// Fills in the placeholders of a text. Line ends and runs of white space become single spaces, and none is left
    /// at either end.
    pub fn fill(&self, text: &str) -> Filled {
        let mut budget = LARGEST_FILLED;
        self.fill_within(text, 0, &mut budget)
    }

    fn fill_within(&self, text: &str, depth: usize, budget: &mut usize) -> Filled {
        let mut folded = Folded::default();
        for (_, piece) in pieces(text) {
            match piece {
                Piece::Words(words) | Piece::Brace(words) | Piece::Broken(words) => {
                    *budget = budget.saturating_sub(words.len());
                    folded.push(words);
                }
                Piece::Placeholder(name) => {
                    let value = match self.value(name) {
                        Value::Text(text) if depth < DEEPEST && *budget > 0 => {
                            folded.push_value(&self.fill_within(text, depth + 1, budget).text);
                            continue;
                        }
                        Value::Made(words) => words,
                        Value::Text(_) | Value::Unfilled | Value::Unknown => UNFILLED.to_owned(),
                    };
                    // What a value is made of was counted within it: sizes are those that `check` adds up.
                    *budget = budget.saturating_sub(value.len());
                    folded.push_value(&value);
                }
            }
        }
        Filled {
            text: folded.text,
            values: folded.values,
        }
    }

    /// What a name stands for.
    pub(super) fn value(&self, name: &str) -> Value<'_> {
        match name {
            "title" => of_text(Some(&self.title)),
            "agency" => of_text(self.agency.as_ref()),
            "place" => of_text(self.place.as_ref()),
            "source" => of_text(self.source.as_ref()),
            "date" => self
                .date
                .map_or(Value::Unfilled, |date| Value::Made(spoken::date(date))),
            "start" => self.start.map_or(Value::Unfilled, |start| {
                Value::Made(spoken::time(start, self.zone))
            }),
            "zone" => Value::Made(self.zone.spelling().to_owned()),
            other => match other.split_once('.') {
                Some((key, field)) => self.value_of_person(key, field),
                None => self.value_given(other),
            },
        }
    }

    fn value_given(&self, name: &str) -> Value<'_> {
        let found = self
            .names
            .values
            .get(name)
            .and_then(|&place| self.values.get(place));
        found.map_or(Value::Unknown, |(_, value)| of_text(Some(value)))
    }

    fn value_of_person(&self, key: &str, field: &str) -> Value<'_> {
        let place = self.names.people.get(key);
        let Some(person) = place.and_then(|&place| self.people.get(place)) else {
            return Value::Unknown;
        };
        match field {
            "role" => of_text(person.role.as_ref()),
            "short" => of_text(person.short.as_ref().or(person.role.as_ref())),
            "name" => of_text(person.name.as_ref()),
            "office" => of_text(person.office.as_ref()),
            "reserve" => of_text(person.reserve.as_ref()),
            _ => Value::Unknown,
        }
    }
}

fn of_text(written: Option<&Written>) -> Value<'_> {
    let text = written
        .map(|written| written.get_ref().as_str())
        .filter(|text| !text.trim().is_empty());
    text.map_or(Value::Unfilled, Value::Text)
}

/// A text whose white space is folded as it grows.
#[derive(Default)]
struct Folded {
    text: String,
    values: Vec<Range<usize>>,
    space_due: bool,
}

impl Folded {
    fn push(&mut self, words: &str) {
        self.text.reserve(words.len());
        let mut parts = words.split(folds);
        let first = parts.next().unwrap_or_default();
        self.push_word(first);
        for part in parts {
            self.space_due = true;
            self.push_word(part);
        }
    }

    fn push_word(&mut self, word: &str) {
        if !word.is_empty() {
            self.put_space();
            self.text.push_str(word);
        }
    }

    fn push_value(&mut self, value: &str) {
        self.put_space();
        let start = self.text.len();
        self.text.push_str(value);
        self.values.push(start..self.text.len());
    }

    fn put_space(&mut self) {
        if std::mem::take(&mut self.space_due) && !self.text.is_empty() {
            self.text.push(' ');
        }
    }
}

/// Whether a character is folded into a space: any white space but that which keeps words together.
fn folds(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::tests::read_good;

    fn script() -> Script {
        read_good(
            r#"
            title = "Ikrar {pemilihan}"
            place = "Halaman  Sekretariat"
            date = 2024-10-07
            start = 07:30:00
            [values]
            pemilihan = "Pilkada Serentak Tahun {tahun}"
            tahun = "2024"
            kosong = ""
            [people]
            pembina = { role = "Pembina apel", name = "Drs. R. Achmad" }
            [[step]]
            title = "Doa"
            kind = "prayer"
            "#,
        )
    }

    fn filled(text: &str) -> String {
        script().fill(text).text
    }

    #[test]
    fn values_and_what_comes_by_itself_are_filled_in() {
        assert_eq!(
            filled("Pada {date}, {start}."),
            "Pada Senin, 7 Oktober 2024, 07.30 WIB."
        );
        assert_eq!(
            filled("{pembina.role}: {pembina.name}"),
            "Pembina apel: Drs. R. Achmad"
        );
        assert_eq!(
            filled("{title} di {place}"),
            "Ikrar Pilkada Serentak Tahun 2024 di Halaman Sekretariat"
        );
        assert_eq!(
            filled("{pembina.short}"),
            "Pembina apel",
            "a label is the role, where none is given"
        );
    }

    #[test]
    fn what_is_missing_shows_as_dots() {
        for text in [
            "{kosong}",
            "{agency}",
            "{pembina.office}",
            "{siapa}",
            "{mc.name}",
            "{pembina.umur}",
        ] {
            assert_eq!(filled(text), UNFILLED, "{text}");
        }
    }

    #[test]
    fn doubled_braces_are_single_ones_and_a_lone_closing_brace_is_itself() {
        assert_eq!(filled("{{tahun}} } }} {tahun}"), "{tahun} } } 2024");
        assert_eq!(filled("{ tahun } dan {} dan {"), "2024 dan {} dan {");
    }

    #[test]
    fn white_space_is_folded_and_words_kept_together_stay_so() {
        assert_eq!(
            filled("\n  satu\n\tdua  \r\n tiga\u{A0}empat \n"),
            "satu dua tiga\u{A0}empat"
        );
    }

    #[test]
    fn the_bytes_of_filled_values_are_told() {
        let filled = script().fill("Pada  {pemilihan}, ya {tahun}");
        let values: Vec<_> = filled
            .values
            .iter()
            .map(|range| &filled.text[range.clone()])
            .collect();
        assert_eq!(values, ["Pilkada Serentak Tahun 2024", "2024"]);
    }

    #[test]
    fn a_value_that_leads_back_to_itself_or_grows_without_end_still_ends() {
        let mut script = script();
        let value = |name: &str, text: &str| {
            (
                Written::new(0..0, name.to_owned()),
                Written::new(0..0, text.to_owned()),
            )
        };
        script.values = vec![value("a", "{a}{a}"), value("b", "x{b}")];
        script.names = Names::of(&script.values, &script.people);
        assert!(script.fill("{a}").text.len() <= LARGEST_FILLED + UNFILLED.len() * DEEPEST);
        assert_eq!(
            script.fill("{b}").text,
            format!("{}{UNFILLED}", "x".repeat(DEEPEST))
        );
    }
}
