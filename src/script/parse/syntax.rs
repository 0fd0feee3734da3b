//! The TOML beneath a script: a tree in spite of faults, and each fault told once.
//!
//! The text given to the TOML parser has the same bytes at the same places as the file, with two things taken out:
//! forbidden characters, and statements that are broken as a whole. Both have problems of their own by then.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::statements::{Statement, Unclosed, statements};
use crate::script::characters;
use crate::script::nearest::nearest;
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
    /// The statements with a forbidden character in them.
    forbidden: HashSet<Option<usize>>,
    /// What is left where statements are none; made when the parser finds such ones.
    mended: OnceCell<Mended>,
}

/// A text without the statements that are none, and their problems.
struct Mended {
    text: String,
    problems: Vec<Problem>,
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
            // A byte order mark at the very beginning only says that the file is UTF-8.
            let is_mark = position == 0 && character == '\u{FEFF}';
            let stand_in = if is_mark { ' ' } else { '_' };
            text.extend(std::iter::repeat_n(stand_in, character.len_utf8()));
            if !is_mark {
                problems.push(reporter.error(Fault::ForbiddenCharacter(character), position..taken));
            }
        }
        text.push_str(&original[taken..]);

        let statements = statements(&text);
        let forbidden = problems
            .iter()
            .map(|problem| statement_at(&statements, problem.span.start))
            .collect();
        let mut prepared = Self {
            text,
            problems,
            statements,
            forbidden,
            mended: OnceCell::new(),
        };
        prepared.take_out_excess(reporter);
        prepared.take_out_unclosed(reporter);
        prepared
    }

    /// Takes out what follows the last statement that is read: the parser has much to say of each that is none.
    fn take_out_excess(&mut self, reporter: &Reporter) {
        let Some(first) = self
            .statements
            .get(MOST_STATEMENTS)
            .map(|first| first.range.clone())
        else {
            return;
        };
        self.statements.truncate(MOST_STATEMENTS);
        self.text.truncate(first.start);
        self.problems
            .push(reporter.error(Fault::TooManyStatements, first));
    }

    fn take_out_unclosed(&mut self, reporter: &Reporter) {
        let unclosed = self.statements.iter().enumerate();
        let unclosed: Vec<_> = unclosed
            .filter_map(|(index, statement)| Some((index, statement.unclosed?)))
            .collect();
        for (_, Unclosed { position, sign }) in &unclosed {
            self.problems
                .push(reporter.error(Fault::Unclosed(sign), *position..position + sign.len()));
        }
        let text = std::mem::take(&mut self.text);
        self.text = self.blanked(text, unclosed.into_iter().map(|(index, _)| index));
    }

    /// Tells of the statements that are no statements, and takes them out: the parser stops at some of them, and what
    /// it makes of others is not what the author wrote. `errors` are those of the text as it is.
    fn mended(&self, mut errors: Vec<toml::de::Error>, reporter: &Reporter) -> Mended {
        let mut text = self.text.clone();
        let mut problems = Vec::new();
        for round in 1..=MOST_ROUNDS {
            let broken = self.broken(&errors);
            problems.extend(broken.iter().filter_map(|found| self.problem(found, reporter)));
            text = self.blanked(text, broken.iter().filter_map(|found| found.statement));
            // Whether there were any, and so few that another look is worth it.
            if !(1..=MOST_BROKEN).contains(&broken.len()) || round == MOST_ROUNDS {
                break;
            }
            errors = DeTable::parse_recoverable(&text).1;
        }
        Mended { text, problems }
    }

    /// The errors of statements that are not built as such.
    fn broken<'e>(&self, errors: &'e [toml::de::Error]) -> Vec<Found<'e>> {
        let mut broken = by_statement(errors, &self.statements);
        broken.retain(|found| found.statement.is_some() && is_of_structure(found.message));
        broken
    }

    /// The problem of an error, unless a forbidden character in the same statement may be the reason for it.
    fn problem(&self, found: &Found<'_>, reporter: &Reporter) -> Option<Problem> {
        let fault = || fault(found.message, reporter.text(), &found.span);
        let is_clean = !self.forbidden.contains(&found.statement);
        is_clean.then(|| reporter.error(fault(), found.span.clone()))
    }

    /// Makes statements blank; with a header, all that stands under it.
    fn blanked(&self, text: String, indices: impl Iterator<Item = usize>) -> String {
        let mut bytes = text.into_bytes();
        for index in indices {
            let mut under = self.statements.iter().skip(index);
            let Some(statement) = under.next() else { continue };
            let end = if is_header(&bytes, statement) {
                under
                    .find(|statement| is_header(&bytes, statement))
                    .map_or(bytes.len(), |next| next.range.start)
            } else {
                statement.range.end
            };
            let blanked = bytes.get_mut(statement.range.start..end).into_iter().flatten();
            blanked
                .filter(|byte| **byte != b'\n')
                .for_each(|byte| *byte = b' ');
        }
        // Statements begin and end between characters, so what is left is still text.
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// Reads the tree. A text without broken statements, as nearly all are, is parsed once.
    pub(super) fn tree(&self, reporter: &Reporter) -> Tree<'_> {
        let (root, errors) = DeTable::parse_recoverable(&self.text);
        if self.broken(&errors).is_empty() {
            return self.tree_of(root, &errors, self.problems.clone(), reporter);
        }
        drop(root);
        let mended = self.mended.get_or_init(|| self.mended(errors, reporter));
        let (root, errors) = DeTable::parse_recoverable(&mended.text);
        let problems = [self.problems.as_slice(), &mended.problems].concat();
        self.tree_of(root, &errors, problems, reporter)
    }

    fn tree_of<'t>(
        &'t self,
        root: Spanned<DeTable<'t>>,
        errors: &[toml::de::Error],
        mut problems: Vec<Problem>,
        reporter: &Reporter,
    ) -> Tree<'t> {
        let found = by_statement(errors, &self.statements);
        problems.extend(found.iter().filter_map(|found| self.problem(found, reporter)));
        let duplicates = errors.iter().filter(|error| error.message() == DUPLICATE);
        problems.extend(
            duplicates.map(|error| reporter.error(Fault::DuplicateKey, error.span().unwrap_or_default())),
        );
        Tree {
            root,
            faults: SyntaxFaults {
                problems,
                statements: self.statements.clone(),
            },
        }
    }
}

/// The most headers and keys that are read: hundreds of times those of a long ceremony, and enough for ten thousand
/// steps.
const MOST_STATEMENTS: usize = 100_000;

/// How often a file is looked through for statements that are none: one may hide another.
const MOST_ROUNDS: usize = 8;

/// Where more statements than this are none, what they may hide is of no interest yet.
const MOST_BROKEN: usize = 2_000;

/// What the parser says of a key that is there twice. That is no fault of the syntax.
const DUPLICATE: &str = "duplicate key";

/// An error of the TOML parser.
struct Found<'a> {
    statement: Option<usize>,
    span: Range<usize>,
    message: &'a str,
}

/// The first error of each statement: those after it mostly follow from it.
fn by_statement<'a>(errors: &'a [toml::de::Error], statements: &[Statement]) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = errors
        .iter()
        .filter(|error| error.message() != DUPLICATE)
        .map(|error| {
            let span = error.span();
            Found {
                // An error that the parser puts nowhere, as that of too deep a key, is of no statement.
                statement: span
                    .as_ref()
                    .and_then(|span| statement_at(statements, span.start)),
                span: span.unwrap_or_default(),
                message: error.message(),
            }
        })
        .collect();
    found.sort_by_key(|found| (found.statement, found.span.start, found.span.end));
    found.dedup_by_key(|found| found.statement);
    found
}

/// Whether an error means that a statement is not built as one; others are about a single value within it.
fn is_of_structure(message: &str) -> bool {
    [
        "key with no value",
        "missing value for key",
        "missing assignment",
        "missing comma",
        "missing key",
        "missing table",
        "missing inline table",
        "missing array",
        "extra ",
        "unexpected `=`",
        "unexpected key or value",
        "unexpected content",
        "unclosed",
        "invalid inline table",
        "invalid key",
        "invalid table",
        "cannot recurse",
        "recursion limit",
    ]
    .iter()
    .any(|begin| message.starts_with(begin))
}

fn is_header(bytes: &[u8], statement: &Statement) -> bool {
    let bytes = bytes.get(statement.range.clone()).unwrap_or_default();
    bytes.trim_ascii_start().starts_with(b"[")
}

impl SyntaxFaults {
    /// Puts the faults of the TOML together with those of what it says, and leaves out what only follows from others.
    pub(super) fn merge(self, meaning: Vec<Problem>) -> Vec<Problem> {
        let Self {
            problems: syntax,
            statements,
        } = self;
        let place = |problem: &Problem| statement_at(&statements, problem.span.start);
        let mut values: HashMap<Option<usize>, Vec<Range<usize>>> = HashMap::new();
        for problem in meaning.iter().filter(|problem| problem.fault.is_of_value()) {
            values
                .entry(place(problem))
                .or_default()
                .push(problem.span.clone());
        }
        let covered = |problem: &Problem| {
            let is_of_number =
                matches!(&problem.fault, Fault::Syntax(description) if is_of_number(description));
            let mut spans = values.get(&place(problem)).into_iter().flatten();
            is_of_number && spans.any(|span| span.start <= problem.span.start && problem.span.end <= span.end)
        };
        let mut all: Vec<Problem> = syntax.into_iter().filter(|problem| !covered(problem)).collect();
        let damaged: HashSet<Option<usize>> = all
            .iter()
            .filter(|problem| problem.fault.is_of_syntax())
            .map(place)
            .collect();
        all.extend(meaning.into_iter().filter(|problem| {
            let follows = !damaged.is_empty() && problem.fault.is_of_absence();
            !follows && !damaged.contains(&place(problem))
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
        "invalid boolean" if nearest(word, ["true", "false"]).is_some() => {
            Fault::Syntax(description.to_owned())
        }
        "string values must be quoted" if word.is_empty() => Fault::Syntax("missing value".to_owned()),
        "string values must be quoted" if first.is_some_and(|first| "“”„‘’‚«»`´".contains(first)) => {
            Fault::WrongQuotes
        }
        "string values must be quoted" | "invalid boolean" | "invalid float"
            if first.is_some_and(char::is_alphanumeric) =>
        {
            Fault::Unquoted
        }
        "invalid unquoted key" if first == Some(':') => Fault::Syntax("colon for assignment".to_owned()),
        "invalid date" if message.contains(" between ") => Fault::NoSuchDay,
        other => Fault::Syntax(other.to_owned()),
    }
}
