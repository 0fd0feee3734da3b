//! What is wrong with a script, in English: what it is, a few words beside the place, and what to do.

mod keyboard;
mod syntax;

use crate::lang::problem_words::{code_point, quoted, quoted_all};
use crate::lang::{Explained, ProblemWords};
use crate::script::Fault;
use crate::script::problem::ValueType;

pub(super) const WORDS: ProblemWords = ProblemWords {
    error: "error",
    warning: "warning",
    help: "help",
    explain,
};

#[expect(clippy::too_many_lines, reason = "a table: one entry a fault")]
fn explain(fault: &Fault) -> Explained {
    match fault {
        Fault::FileMissing => Explained::new(
            "There is no such file",
            "",
            "Check the name of the file and its folder.",
        ),
        Fault::NotAFile => Explained::new(
            "This is not a file but a folder or a device",
            "",
            "Check the name; of a folder, name the file within it.",
        ),
        Fault::FileUnreadable(reason) => Explained::new(
            format!("The file cannot be read: {}", quoted(reason)),
            "",
            "Check that you may read the file.",
        ),
        Fault::FileTooLarge => Explained::new(
            "The file is larger than 1 MiB",
            "",
            "Check that this file is meant; scripts and settings are far smaller.",
        ),
        Fault::NotUtf8 => Explained::new(
            "The file was not saved as UTF-8",
            "from here on",
            "Save the file again as UTF-8.",
        ),
        Fault::ForbiddenCharacter(character) => Explained::new(
            format!(
                "The control character {} must not stand in this file",
                code_point(*character)
            ),
            "an invisible character",
            "Delete it; it usually came along when the text was copied from another document.",
        ),
        Fault::Syntax(description) => syntax::explain(description),
        Fault::Unclosed(sign) => Explained::new(
            format!("{} is opened and never closed", quoted(sign)),
            "opened here",
            format!("Add {} where this part ends.", quoted(closing(sign))),
        ),
        Fault::TooManyStatements => Explained::new(
            "The file has more keys than are read",
            "not read from here on",
            "Check that this file is meant; scripts and settings have far fewer keys.",
        ),
        Fault::Unquoted => Explained::new(
            "A text needs quotes around it",
            "without quotes",
            "Put straight quotes around it: `\"…\"`.",
        ),
        Fault::WrongQuotes => Explained::new(
            "Curved quotes cannot stand around a text",
            "not a straight quote",
            "Use the straight quote `\"`. Within a text curved quotes are welcome.",
        ),
        Fault::DuplicateKey => Explained::new(
            "This key is already in the same table",
            "written twice",
            "Remove one of the two, or join them. In a script a new step begins with a line `[[step]]`.",
        ),
        Fault::DuplicateSetting => Explained::new(
            "This key is already in the same table",
            "written twice",
            "Remove one of them, or put both into one.",
        ),
        Fault::UnknownKey { key, nearest, known } => Explained::new(
            format!("The key {} is not known", quoted(key)),
            "not known",
            meant_or_known(*nearest, known),
        ),
        Fault::KeyNotForKind { key, kind } => Explained::new(
            format!(
                "The key {} does not belong in a step of kind {}",
                quoted(key),
                quoted(kind.spelling())
            ),
            "does not belong here",
            "Remove the key, or change the `kind` of the step.",
        ),
        Fault::MissingKey(key) => Explained::new(
            format!("The key {} is missing", quoted(key)),
            "",
            format!("Add a line `{key} = …`."),
        ),
        Fault::EmptyText(key) => Explained::new(
            format!("{} must not be empty", quoted(key)),
            "empty",
            "Fill in the text, or remove this part if it is not needed.",
        ),
        Fault::WrongType { expected, found } => Explained::new(
            format!("Expected {}, found {}", value_type(*expected), value_type(*found)),
            format!("this is {}", value_type(*found)),
            example(*expected, *found),
        ),
        Fault::UnknownWord { word, nearest, known } => Explained::new(
            format!("The word {} is not known here", quoted(word)),
            "not known",
            meant_or_known(*nearest, known),
        ),
        Fault::WrongNumber { least, most } => Explained::new(
            "This number is out of bounds",
            "out of bounds",
            format!("Give a whole number from {least} to {most}."),
        ),
        Fault::WrongDuration => Explained::new(
            "This is not a length of time",
            "not a length of time",
            "Write `\"90s\"`, `\"1m\"` or `\"1m30s\"`, for example; a day at most.",
        ),
        Fault::NegativeDuration => Explained::new(
            "A length of time cannot be below zero",
            "below zero",
            "Remove the minus sign.",
        ),
        Fault::NotADate => Explained::new(
            "Only a date may stand here, without a time and without quotes",
            "not just a date",
            "Write year, month and day, for example `2024-10-07`.",
        ),
        Fault::NotATime => Explained::new(
            "Only a local time of day may stand here, without quotes",
            "not a time of day",
            "Write hours, minutes and seconds, for example `07:30:00`; the last is `23:59:59`. The zone goes into `zone`.",
        ),
        Fault::NoSuchDay => Explained::new(
            "The calendar has no such day",
            "not in the calendar",
            "Write the year, the month, then the day, and check how many days the month has.",
        ),
        Fault::UnknownPlaceholder { name, nearest } => Explained::new(
            format!("There is no value named {}", quoted(name)),
            "not known",
            match nearest {
                Some(nearest) => meant(nearest),
                None => "Add the value to `[values]`. To write a plain brace, double it: `{{`.".to_owned(),
            },
        ),
        Fault::BrokenPlaceholder => Explained::new(
            "A placeholder in braces is not complete",
            "not complete",
            "Write the name of a value between `{` and `}`. To write a plain brace, double it: `{{`.",
        ),
        Fault::CircularValue(name) => Explained::new(
            format!("The value {} leads back to itself", quoted(name)),
            "goes round in a circle",
            "Replace one of the placeholders in the circle with plain text.",
        ),
        Fault::TooMuchFilled => Explained::new(
            "There are too many values within values",
            "too large once filled in",
            "Use fewer values that use other values.",
        ),
        Fault::WrongName(name) => Explained::new(
            format!("The name {} cannot be used", quoted(name)),
            "",
            "Use letters, digits, `-` and `_` only.",
        ),
        Fault::ReservedName(name) => Explained::new(
            format!("The value {} comes by itself", quoted(name)),
            "comes by itself",
            "Fill in the key of that name at the top of the script, or use another name in `[values]`.",
        ),
        Fault::UnknownPerson { key, nearest } => Explained::new(
            format!("{} is not in `[people]`", quoted(key)),
            "not known",
            match nearest {
                Some(nearest) => meant(nearest),
                None => format!(
                    "Add the person to `[people]`, as in `{} = {{ role = \"…\" }}`.",
                    bare(key)
                ),
            },
        ),
        Fault::UnknownText { name, nearest } => Explained::new(
            format!("The text {} was not found", quoted(name)),
            "not found",
            match nearest {
                Some(nearest) => meant(nearest),
                None => format!("Save the text as `texts/{}.toml` beside this file.", bare(name)),
            },
        ),
        Fault::WrongTextName(name) => Explained::new(
            format!("{} is not the name of a text", quoted(name)),
            "not the name of a text",
            "Write the name alone, without folder and without `.toml`: small letters, digits, `-` and `_`.",
        ),
        Fault::DuplicateId { id, first_line } => Explained::new(
            format!("The `id` {} is already used in line {first_line}", quoted(id)),
            "already used",
            "Choose another, or remove this `id`: one is then made from the title.",
        ),
        Fault::EmptyIkrar => Explained::new(
            "This ikrar has no clause at all",
            "",
            "Fill `clauses` with the clauses of the pledge, or name a text with `text`.",
        ),
        Fault::NoSteps => Explained::new(
            "This script has no step at all",
            "",
            "Add at least one `[[step]]` with `title` and `kind`.",
        ),
        Fault::EmptyTextFile => Explained::new(
            "This text file has nothing to read",
            "",
            "Fill in at least one of `heading`, `opening`, `clauses` and `closing`.",
        ),
        Fault::TextAndClauses(key) => Explained::new(
            format!("`text` and {} cannot stand together", quoted(key)),
            "there is a `text` already",
            "Choose one: a text from another file, or a text written here.",
        ),
        Fault::NeitherSayNorDo => Explained::new(
            "This line does not tell what is said or done",
            "",
            "Add `say` for words, or `do` for a deed.",
        ),
        Fault::BothSayAndDo => Explained::new(
            "`say` and `do` cannot stand in one line",
            "",
            "Make two lines of it.",
        ),
        Fault::ReplyByAlone => Explained::new(
            "`reply_by` names who replies, but there is no reply",
            "without `reply`",
            "Add `reply`, or remove `reply_by`.",
        ),
        Fault::NamelessSignatory => Explained::new(
            "This signatory has neither a name nor an office",
            "",
            "Fill in `name`, `office`, or both.",
        ),
        Fault::NoSignatories => Explained::new(
            "This signing has no signatory",
            "",
            "Fill `signatories` with at least one name or office.",
        ),
        Fault::Blank(key) => Explained::new(
            format!("{} is left blank, and counts as not written", quoted(key)),
            "blank",
            "Fill in the text, or remove this part.",
        ),
        Fault::Unfilled(name) => Explained::new(
            format!("{} is not filled in yet", quoted(name)),
            "not filled in",
            "A placeholder `{…}` of this name shows as `……`. Fill it in before the ceremony begins.",
        ),
        Fault::Keyboard(fault) => keyboard::explain(fault),
    }
}

fn meant(nearest: &str) -> String {
    format!("Perhaps {} was meant.", quoted(nearest))
}

fn meant_or_known(nearest: Option<&str>, known: &[&str]) -> String {
    nearest.map_or_else(|| format!("What may stand here: {}.", quoted_all(known)), meant)
}

fn closing(sign: &str) -> &str {
    match sign {
        "[" => "]",
        "{" => "}",
        quotes => quotes,
    }
}

/// A word as [`quoted`] gives it, to stand within other backticks.
fn bare(word: &str) -> String {
    quoted(word).trim_matches('`').to_owned()
}

fn value_type(value_type: ValueType) -> &'static str {
    match value_type {
        ValueType::Text => "a text",
        ValueType::Integer => "a whole number",
        ValueType::Float => "a number with a point",
        ValueType::Boolean => "`true` or `false`",
        ValueType::DateTime => "a date or time",
        ValueType::List => "a list",
        ValueType::Table => "a table",
        ValueType::Texts => "a list of texts",
        ValueType::TextOrTexts => "a text or a list of texts",
        ValueType::Tables => "a list of tables",
        ValueType::Duration => "a length of time",
    }
}

/// How a value of a type is written.
fn example(expected: ValueType, found: ValueType) -> &'static str {
    match expected {
        ValueType::Text => "Put quotes around it, as in `\"2024\"`.",
        ValueType::Integer => "Write a number without quotes, as in `90`.",
        ValueType::Float => "Write a number with a point, as in `1.5`.",
        ValueType::Boolean => "Write `true` or `false`, without quotes.",
        ValueType::DateTime => "Write `2024-10-07` or `07:30:00`, for example.",
        ValueType::List => "Put it in brackets: `[ … ]`.",
        ValueType::Table if found == ValueType::List => {
            "Write one bracket only, as in `[name]`, or braces: `{ key = \"value\" }`."
        }
        ValueType::Table => "Write a table in braces: `{ key = \"value\" }`.",
        ValueType::Texts => "Write a list in brackets: `[\"…\", \"…\"]`.",
        ValueType::TextOrTexts => "Write `\"…\"`, or a list `[\"…\", \"…\"]`.",
        ValueType::Tables if found == ValueType::Table => {
            "Begin each part with two brackets, as in `[[step]]`, or put it into brackets: `[{ … }]`."
        }
        ValueType::Tables => "Write a list of tables: `[{ … }, { … }]`.",
        ValueType::Duration => "Write it in quotes, as in `\"90s\"` or `\"1m30s\"`.",
    }
}
