//! The TOML beneath a script: a tree in spite of faults, and each fault told once.
//!
//! The text given to the TOML parser has the same bytes at the same places as the file, with two things taken out:
//! forbidden characters, and statements with something unclosed. Both have problems of their own by then.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::statements::{Statement, statements};
use crate::script::characters;
use crate::script::problem::{Fault, Problem, Reporter};

/// The tree of a file, and what is wrong with its TOML.
pub(super) struct Tree<'a> {
    /// The root table, as far as it could be read.
    pub(super) root: Spanned<DeTable<'a>>,
    /// What was wrong.
    pub(super) faults: SyntaxFaults,
}

/// What is wrong with the TOML of a file.
pub(super) struct SyntaxFaults {
    problems: Vec<Problem>,
    statements: Vec<Statement>,
}

/// The text as the TOML parser may see it, and the problems of what was taken out.
pub(super) struct Prepared {
    text: String,
    problems: Vec<Problem>,
    statements: Vec<Statement>,
}

impl Prepared {
    /// Prepares the text of a file.
    pub(super) fn new(reporter: &Reporter) -> Self {
        let original = reporter.text();
        let mut problems = Vec::new();
        let mut text = String::with_capacity(original.len());
        let mut taken = 0;
        for (position, character) in characters::forbidden_in(original) {
            text.push_str(&original[taken..position]);
            taken = position + character.len_utf8();
            // A byte order mark at the very beginning says what every script is, and does no harm.
            let is_mark = position == 0 && character == '\u{FEFF}';
            let stand_in = if is_mark { ' ' } else { '_' };
            text.extend(std::iter::repeat_n(stand_in, character.len_utf8()));
            if !is_mark {
                problems.push(reporter.error(Fault::ForbiddenCharacter(character), position..taken));
            }
        }
        text.push_str(&original[taken..]);

        let statements = statements(&text);
        for statement in &statements {
            if let Some(unclosed) = statement.unclosed {
                let span = unclosed.position..unclosed.position + unclosed.sign.len();
                problems.push(reporter.error(Fault::Unclosed(unclosed.sign), span));
                let blank: String = text[statement.range.clone()].chars().map(blank).collect();
                text.replace_range(statement.range.clone(), &blank);
            }
        }
        Self {
            text,
            problems,
            statements,
        }
    }

    /// Reads the tree.
    pub(super) fn tree(&mut self, reporter: &Reporter) -> Tree<'_> {
        let mut problems = std::mem::take(&mut self.problems);
        let statements = std::mem::take(&mut self.statements);
        let (root, errors) = DeTable::parse_recoverable(&self.text);

        let mut found: Vec<(Range<usize>, &str)> = errors
            .iter()
            .map(|error| (error.span().unwrap_or_default(), error.message()))
            .collect();
        found.sort_by_key(|(span, _)| (span.start, span.end));
        let mut damaged = None;
        for (span, message) in found {
            if message == "duplicate key" {
                problems.push(reporter.error(Fault::DuplicateKey, span));
                continue;
            }
            // Only the first fault of a statement is told: those after it mostly follow from it.
            let statement = statement_at(&statements, span.start);
            if statement.is_some() && damaged == statement {
                continue;
            }
            damaged = statement;
            let has_forbidden = |problem: &Problem| {
                matches!(problem.fault, Fault::ForbiddenCharacter(_))
                    && statement_at(&statements, problem.span.start) == statement
            };
            if !problems.iter().any(has_forbidden) {
                problems.push(reporter.error(fault(message, reporter.text(), &span), span));
            }
        }
        Tree {
            root,
            faults: SyntaxFaults { problems, statements },
        }
    }
}

/// White space as wide as a character, with the line ends where they were.
fn blank(character: char) -> &'static str {
    match (character, character.len_utf8()) {
        ('\n', _) => "\n",
        (_, 1) => " ",
        (_, 2) => "  ",
        (_, 3) => "   ",
        _ => "    ",
    }
}

impl SyntaxFaults {
    /// Whether parts of the file may be missing from the tree.
    pub(super) fn damage(&self) -> bool {
        self.problems.iter().any(|problem| problem.fault.is_of_syntax())
    }

    /// Puts the faults of the TOML together with those of what it says, and leaves out what only follows from others.
    pub(super) fn merge(self, meaning: Vec<Problem>) -> Vec<Problem> {
        let Self {
            problems: syntax,
            statements,
        } = self;
        let covered = |problem: &Problem| {
            matches!(&problem.fault, Fault::Syntax(description) if is_of_number(description))
                && meaning.iter().any(|other| {
                    other.fault.is_of_value()
                        && other.span.start <= problem.span.start
                        && problem.span.end <= other.span.end
                })
        };
        let syntax: Vec<Problem> = syntax.into_iter().filter(|problem| !covered(problem)).collect();
        let damaged: Vec<Option<usize>> = syntax
            .iter()
            .filter(|problem| problem.fault.is_of_syntax())
            .map(|problem| statement_at(&statements, problem.span.start))
            .collect();
        let any_damage = !damaged.is_empty();
        let mut all = syntax;
        all.extend(meaning.into_iter().filter(|problem| {
            let in_damage = any_damage && damaged.contains(&statement_at(&statements, problem.span.start));
            !(in_damage || (any_damage && problem.fault.is_of_absence()))
        }));
        all
    }
}

/// The statement at or before a position.
fn statement_at(statements: &[Statement], position: usize) -> Option<usize> {
    statements
        .partition_point(|statement| statement.range.start <= position)
        .checked_sub(1)
}

/// Whether a description is about a number, a date or a time, which may be better explained by what should be there.
fn is_of_number(description: &str) -> bool {
    [
        "unexpected leading zero",
        "invalid float",
        "invalid date-time",
        "invalid datetime",
        "invalid date",
        "invalid time",
    ]
    .iter()
    .any(|begin| description.starts_with(begin))
        || description.starts_with("invalid integer")
}

/// The fault of a message of the TOML parser.
fn fault(message: &str, text: &str, span: &Range<usize>) -> Fault {
    let description = message.split(", expected").next().unwrap_or(message);
    let word = text.get(span.clone()).unwrap_or_default();
    let first = word.chars().next();
    match description {
        "string values must be quoted" if word.is_empty() => Fault::Syntax("missing value".to_owned()),
        "string values must be quoted" if first.is_some_and(|first| "“”„‘’‚«»`´".contains(first)) => {
            Fault::WrongQuotes
        }
        "string values must be quoted" | "invalid boolean" | "invalid float"
            if first.is_some_and(char::is_alphanumeric) =>
        {
            Fault::Unquoted
        }
        "invalid date" if message.contains(" between ") => Fault::NoSuchDay,
        other => Fault::Syntax(other.to_owned()),
    }
}
