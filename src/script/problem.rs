//! What can be wrong with a script, where, and how it is shown.
//!
//! A [`Fault`] is what is wrong, typed; a [`Problem`] is a fault at a place of a file. The words for a fault are in
//! `lang`; this file never holds any.

mod keyboard;
mod render;

use std::ops::Range;
use std::sync::Arc;

pub use keyboard::{FixedUse, KeyboardFault};
pub use render::{Style, render};

use super::characters::harmless;
use super::{Kind, Written};
use crate::lang::{Explained, Lang};

/// Whether a problem keeps a script off the air.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Keeps the script off the air.
    Error,
    /// Is told, and stops nothing.
    Warning,
}

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether it keeps the script off the air.
    pub severity: Severity,
    /// What is wrong.
    pub fault: Fault,
    /// The file, as it is shown.
    pub file: Arc<str>,
    /// Which of the sources: 0 the script, then the texts in order. For sorting.
    pub file_order: usize,
    /// The whole text of the file, empty where it has none; shared by all problems of the file.
    pub text: Arc<str>,
    /// The bytes it is about: within `text` and on character boundaries.
    pub span: Range<usize>,
    /// The line, from 1.
    pub line: usize,
}

/// What is wrong. Each has its own words in `lang`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is no such file.
    FileMissing,
    /// A folder, a device or a pipe has the name.
    NotAFile,
    /// The file cannot be read; the system's reason.
    FileUnreadable(String),
    /// The file is larger than [`super::LARGEST_FILE`].
    FileTooLarge,
    /// The file is not UTF-8.
    NotUtf8,
    /// A character that could steer the terminal or turn the text around.
    ForbiddenCharacter(char),
    /// Not TOML; the description of the parser (English), to be looked up in `lang`.
    Syntax(String),
    /// More headers and keys than are read.
    TooManyStatements,
    /// A bracket, a brace or a triple quote that is never closed.
    Unclosed(&'static str),
    /// A text without quotes around it.
    Unquoted,
    /// The curved quotes of a word processor where straight ones belong.
    WrongQuotes,
    /// The same key twice in a table.
    DuplicateKey,
    /// The same in the user's settings.
    DuplicateSetting,
    /// A key that the format does not know, and the nearest one it does.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest known one.
        nearest: Option<&'static str>,
        /// Every key that may stand here.
        known: Vec<&'static str>,
    },
    /// A key that the format knows, but not in a step of this kind.
    KeyNotForKind {
        /// The key.
        key: &'static str,
        /// The kind of the step.
        kind: Kind,
    },
    /// A needed key is not there.
    MissingKey(&'static str),
    /// A needed text is empty or blank.
    EmptyText(&'static str),
    /// Another type of value was expected.
    WrongType {
        /// What belongs there.
        expected: ValueType,
        /// What is there.
        found: ValueType,
    },
    /// A word that is not one of the known ones, for example a kind or a mode.
    UnknownWord {
        /// The word.
        word: String,
        /// The nearest known one.
        nearest: Option<&'static str>,
        /// Every word that may stand here.
        known: &'static [&'static str],
    },
    /// A number that is not allowed here.
    WrongNumber {
        /// The least that is.
        least: u32,
        /// The most that is.
        most: u32,
    },
    /// Not a duration such as `90s` or `1m30s`.
    WrongDuration,
    /// A duration below nothing.
    NegativeDuration,
    /// A date and time where only a date may stand.
    NotADate,
    /// Something else where only a time of day may stand.
    NotATime,
    /// A day that the calendar does not have.
    NoSuchDay,
    /// A placeholder with no value, and the nearest that has one.
    UnknownPlaceholder {
        /// The name within the braces.
        name: String,
        /// The nearest name that has a value.
        nearest: Option<String>,
    },
    /// A brace that is never closed, or with nothing sensible within it.
    BrokenPlaceholder,
    /// A value that leads back to itself.
    CircularValue(String),
    /// Values within values make the script too large.
    TooMuchFilled,
    /// A name for a value or a person with other characters than letters, digits, `-` and `_`.
    WrongName(String),
    /// A value with the name of one that comes by itself, such as `date`.
    ReservedName(String),
    /// A person that `[people]` does not have.
    UnknownPerson {
        /// The key.
        key: String,
        /// The nearest known one.
        nearest: Option<String>,
    },
    /// A text that is neither beside the script nor in the library.
    UnknownText {
        /// Its name.
        name: String,
        /// The nearest name of a text that is there.
        nearest: Option<String>,
    },
    /// A name of a text that could lead out of the folder.
    WrongTextName(String),
    /// The same given id twice; the line of the first.
    DuplicateId {
        /// The id.
        id: String,
        /// The line of the first.
        first_line: usize,
    },
    /// An ikrar without a clause.
    EmptyIkrar,
    /// A script without a step.
    NoSteps,
    /// A text file without anything to read.
    EmptyTextFile,
    /// `text` together with a text in the step; the key of that text.
    TextAndClauses(&'static str),
    /// A line with neither `say` nor `do`.
    NeitherSayNorDo,
    /// A line with both `say` and `do`.
    BothSayAndDo,
    /// `reply_by` without `reply`.
    ReplyByAlone,
    /// A signatory with neither name nor office.
    NamelessSignatory,
    /// Signing without a signatory.
    NoSignatories,
    /// A value that is declared and not filled in (a warning).
    Unfilled(String),
    /// Any other key whose text is blank, which counts as not written (a warning).
    Blank(&'static str),
    /// A key of the keyboard that the user's settings cannot give to an action.
    Keyboard(KeyboardFault),
}

impl Fault {
    /// Whether the TOML itself is at fault, so that parts of the file may not have been understood.
    pub fn is_of_syntax(&self) -> bool {
        matches!(
            self,
            Self::Syntax(_)
                | Self::TooManyStatements
                | Self::Unclosed(_)
                | Self::Unquoted
                | Self::WrongQuotes
        )
    }

    /// Whether something is said to be missing: not to be trusted while parts of the file were not understood.
    pub fn is_of_absence(&self) -> bool {
        matches!(
            self,
            Self::MissingKey(_)
                | Self::UnknownPlaceholder { .. }
                | Self::UnknownPerson { .. }
                | Self::EmptyIkrar
                | Self::NoSteps
                | Self::EmptyTextFile
                | Self::NeitherSayNorDo
                | Self::ReplyByAlone
                | Self::NamelessSignatory
                | Self::NoSignatories
                | Self::Unfilled(_)
                // What has a key by default may have been given another one where nothing was understood.
                | Self::Keyboard(KeyboardFault::Taken { line: None, .. })
        )
    }

    /// Whether it says what belongs in the place of a value.
    pub fn is_of_value(&self) -> bool {
        matches!(
            self,
            Self::WrongType { .. }
                | Self::WrongNumber { .. }
                | Self::WrongDuration
                | Self::NotADate
                | Self::NotATime
        )
    }
}

/// A type of TOML value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueType {
    /// Text in quotes.
    Text,
    /// A whole number.
    Integer,
    /// A number with a point.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A date or a time.
    DateTime,
    /// A list in brackets.
    List,
    /// A table.
    Table,
    /// A list of texts.
    Texts,
    /// Text, or a list of texts.
    TextOrTexts,
    /// A list of tables.
    Tables,
    /// A length of time, written as a text.
    Duration,
}

impl Problem {
    /// The order in which problems are told: file by file, from top to bottom, errors before warnings at one place.
    pub fn order(&self) -> (usize, usize, Severity) {
        (self.file_order, self.span.start, self.severity)
    }

    /// The fault in words.
    pub fn explained(&self, lang: Lang) -> Explained {
        (lang.words().problems.explain)(&self.fault)
    }

    /// Whether there is a line to point at: a file that could not be read has none.
    pub fn has_line(&self) -> bool {
        !self.text.is_empty()
    }

    /// The column, in characters, from 1. Counted when it is asked for: a line may be long, and its faults many.
    pub fn column(&self) -> usize {
        let before = &self.text[..self.span.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        before[line_start..]
            .trim_start_matches('\u{FEFF}')
            .chars()
            .count()
            + 1
    }

    /// Where it is: `apel.toml:12:3`, or the file alone where there is no line.
    pub fn position(&self) -> String {
        let file = harmless(&self.file);
        if self.has_line() {
            format!("{file}:{}:{}", self.line, self.column())
        } else {
            file.into_owned()
        }
    }

    /// The line of the file that it is about, safe to show, cut around the word where it is long; and which bytes of
    /// it to mark.
    pub fn shown_line(&self) -> (String, Range<usize>) {
        render::shown_line(self)
    }
}

/// Makes the problems of one file: the one place where spans are put right.
#[derive(Debug, Clone)]
pub struct Reporter {
    file: Arc<str>,
    file_order: usize,
    text: Arc<str>,
    /// Where each line begins, so that a file full of faults is told in no time.
    line_starts: Arc<[usize]>,
}

impl Reporter {
    /// A reporter for a file whose text is `text` (empty where the file has none).
    pub fn new(file: &str, file_order: usize, text: &str) -> Self {
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(newline, _)| newline + 1))
            .collect();
        Self {
            file: Arc::from(file),
            file_order,
            text: Arc::from(text),
            line_starts,
        }
    }

    /// A problem that keeps the script off the air.
    pub fn error(&self, fault: Fault, span: Range<usize>) -> Problem {
        self.problem(Severity::Error, fault, span)
    }

    /// A problem that stops nothing.
    pub fn warning(&self, fault: Fault, span: Range<usize>) -> Problem {
        self.problem(Severity::Warning, fault, span)
    }

    /// The text of the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file, as it is shown.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of a byte, from 1.
    pub fn line(&self, position: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= position)
    }

    /// Where what was written stands in the file. It searches the literal, so it is asked once for all of its parts.
    pub fn literal(&self, written: &Written) -> Literal {
        let span = written.span();
        let inner = self
            .text
            .get(span.clone())
            .and_then(|raw| raw.find(written.get_ref().as_str()));
        Literal {
            words_start: inner.map(|offset| span.start + offset),
            span,
        }
    }

    /// A problem at `span`, which is clamped to the text and widened to whole characters: a span out of range must
    /// never reach the renderer, which panics on it.
    fn problem(&self, severity: Severity, fault: Fault, span: Range<usize>) -> Problem {
        let start = floor_boundary(&self.text, span.start.min(self.text.len()));
        let end = ceil_boundary(&self.text, span.end.clamp(start, self.text.len()));
        Problem {
            severity,
            fault,
            file: Arc::clone(&self.file),
            file_order: self.file_order,
            text: Arc::clone(&self.text),
            span: start..end,
            line: self.line(start),
        }
    }
}

/// A literal of a file, in which parts of its words can be pointed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    span: Range<usize>,
    /// Where its words begin; nothing where escapes make them other than the bytes of the file.
    words_start: Option<usize>,
}

impl Literal {
    /// The bytes of a part of the words, where the literal has no escapes; otherwise all of the literal.
    pub fn part(&self, part: Range<usize>) -> Range<usize> {
        self.words_start
            .map_or(self.span.clone(), |start| start + part.start..start + part.end)
    }
}

fn floor_boundary(text: &str, mut index: usize) -> usize {
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

fn ceil_boundary(text: &str, mut index: usize) -> usize {
    while !text.is_char_boundary(index) {
        index += 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use toml::Spanned;

    use super::*;

    #[test]
    fn a_span_out_of_range_or_within_a_character_is_put_right() {
        let reporter = Reporter::new("apel.toml", 0, "satu\ndu…a");
        assert_eq!(reporter.error(Fault::NoSteps, 90..99).span, 11..11);
        assert_eq!(
            reporter.error(Fault::NoSteps, 8..9).span,
            7..10,
            "the sign of three bytes is taken whole"
        );
        assert_eq!(
            reporter.error(Fault::NoSteps, Range { start: 6, end: 2 }).span,
            6..6
        );
    }

    #[test]
    fn line_and_column_are_counted_in_characters_from_one() {
        let reporter = Reporter::new("apel.toml", 0, "\u{FEFF}satu\ndu…a");
        let at = |position| {
            let problem = reporter.error(Fault::NoSteps, position..position);
            (problem.line, problem.column())
        };
        assert_eq!([at(0), at(3), at(8), at(13)], [(1, 1), (1, 1), (2, 1), (2, 4)]);
        assert_eq!(reporter.error(Fault::NoSteps, 13..13).position(), "apel.toml:2:4");
        assert_eq!(
            Reporter::new("apel.toml", 0, "")
                .error(Fault::FileMissing, 0..0)
                .position(),
            "apel.toml"
        );
    }

    #[test]
    fn a_part_of_a_literal_is_found_unless_it_has_escapes() {
        let reporter = Reporter::new("apel.toml", 0, r#"a = "satu dua" b = "s\u0061tu""#);
        let plain = Spanned::new(4..14, "satu dua".to_owned());
        assert_eq!(&reporter.text()[reporter.literal(&plain).part(5..8)], "dua");
        let escaped = Spanned::new(19..30, "satu".to_owned());
        assert_eq!(reporter.literal(&escaped).part(0..1), 19..30);
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = format!("{} SALAH {}", "kata ".repeat(60), "lagi ".repeat(60));
        let place = text.find("SALAH").expect("it is there");
        let problem = Reporter::new("apel.toml", 0, &text).error(Fault::NoSteps, place..place + 5);
        let (line, mark) = problem.shown_line();
        assert_eq!(&line[mark], "SALAH");
        assert!(
            line.starts_with('…') && line.ends_with('…') && line.chars().count() <= 102,
            "{line}"
        );
    }
}
