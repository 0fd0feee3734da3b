//! What can be wrong with a script, where, and how it is shown.
//!
//! A [`Fault`] is what is wrong, typed; a [`Problem`] is a fault at a place of a file. The words for a fault are in
//! `lang`; this file never holds any.

use std::ops::Range;
use std::sync::Arc;

use super::{Kind, Source};

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
    pub file: String,
    /// Which of the sources: 0 the script, then the texts in order. For sorting.
    pub file_order: usize,
    /// The whole text of the file, empty where it has none; shared by all problems of the file.
    pub text: Arc<str>,
    /// The bytes it is about: within `text` and on character boundaries.
    pub span: Range<usize>,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
}

/// What is wrong. Each has its own words in `lang`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is no such file.
    FileMissing,
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
    /// The same key twice in a table.
    DuplicateKey,
    /// A key that the format does not know, and the nearest one it does.
    UnknownKey {
        key: String,
        nearest: Option<&'static str>,
    },
    /// A key that the format knows, but not in a step of this kind.
    KeyNotForKind { key: String, kind: Kind },
    /// A needed key is not there.
    MissingKey(&'static str),
    /// A needed text is empty or blank.
    EmptyText(&'static str),
    /// Another type of value was expected.
    WrongType { expected: ValueType, found: ValueType },
    /// A word that is not one of the known ones, for example a kind or a mode.
    UnknownWord {
        word: String,
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
    },
    /// A number that is not allowed here.
    WrongNumber { allowed: &'static str },
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
    UnknownPlaceholder { name: String, nearest: Option<String> },
    /// A brace that is never closed, or with nothing sensible within it.
    BrokenPlaceholder,
    /// A value that leads back to itself.
    CircularValue(String),
    /// A person that `[people]` does not have.
    UnknownPerson { key: String, nearest: Option<String> },
    /// A text that is neither beside the script nor in the library.
    UnknownText { name: String, nearest: Option<String> },
    /// A name of a text that could lead out of the folder.
    WrongTextName(String),
    /// The same given id twice; the line of the first.
    DuplicateId { id: String, first_line: usize },
    /// An ikrar without a clause.
    EmptyIkrar,
    /// A script without a step.
    NoSteps,
    /// `text` together with a text in the step.
    TextAndClauses(&'static str),
    /// A line with neither or both of `say` and `do`.
    SayOrDo,
    /// `reply_by` without `reply`.
    ReplyByAlone,
    /// A signatory with neither name nor office.
    NamelessSignatory,
    /// Signing without a signatory.
    NoSignatories,
    /// A value that is declared and not filled in (a warning).
    Unfilled(String),
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
}

impl Problem {
    /// The order in which problems are told: file by file, from top to bottom, errors before warnings at one place.
    pub fn order(&self) -> (usize, usize, Severity) {
        (self.file_order, self.span.start, self.severity)
    }
}

/// Makes the problems of one file: the one place where spans are put right.
#[derive(Debug, Clone)]
pub struct Reporter {
    file: String,
    file_order: usize,
    text: Arc<str>,
}

impl Reporter {
    /// A reporter for a file whose text is `text` (empty where the file has none).
    pub fn new(source: &Source, file_order: usize, text: &str) -> Self {
        Self {
            file: source.name.clone(),
            file_order,
            text: Arc::from(text),
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

    /// A problem at `span`, which is clamped to the text and widened to whole characters: a span out of range must
    /// never reach the renderer, which panics on it.
    fn problem(&self, severity: Severity, fault: Fault, span: Range<usize>) -> Problem {
        let start = floor_boundary(&self.text, span.start.min(self.text.len()));
        let end = ceil_boundary(&self.text, span.end.clamp(start, self.text.len()));
        let before = &self.text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Problem {
            severity,
            fault,
            file: self.file.clone(),
            file_order: self.file_order,
            text: Arc::clone(&self.text),
            span: start..end,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
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
