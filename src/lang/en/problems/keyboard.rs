//! What is wrong with a key of the user's settings, in English.

use crate::lang::Explained;
use crate::lang::problem_words::{all_uses, quoted, quoted_all};
use crate::script::problem::{FixedUse, KeyboardFault};

pub(super) fn explain(fault: &KeyboardFault) -> Explained {
    match fault {
        KeyboardFault::Unknown { name, nearest, known } => Explained::new(
            format!("There is no key called {}", quoted(name)),
            "not known",
            match nearest {
                Some(nearest) => format!("Perhaps {} was meant.", quoted(nearest)),
                None => format!(
                    "Write a letter or a sign, `ctrl-` with a letter, or one of these names: {}.",
                    quoted_all(known)
                ),
            },
        ),
        KeyboardFault::Escape { key, same_as } => Explained::new(
            format!(
                "The key {}{} cannot be given to an action",
                quoted(key),
                same(same_as.as_deref())
            ),
            "keeps its meaning",
            "Esc always closes what is open and answers no. Choose another key.",
        ),
        KeyboardFault::Number(key) => Explained::new(
            format!("The key {} cannot be given to an action", quoted(key)),
            "keeps its meaning",
            "Digits are typed to go to a step or a clause. Choose another key.",
        ),
        KeyboardFault::Modifier(key) => Explained::new(
            format!("The combination {} cannot be used", quoted(key)),
            "with Alt, Shift or the like",
            "Not every terminal tells of it, and capitals are the same as small letters. \
             Choose a key without Alt and Shift.",
        ),
        KeyboardFault::ControlSign(key) => Explained::new(
            format!("The combination {} cannot be used", quoted(key)),
            "not a letter",
            "Every terminal tells of Ctrl with a letter or with space only, as in `ctrl-r`.",
        ),
        KeyboardFault::Always(key) => Explained::new(
            format!("The key {} cannot be given to an action", quoted(key)),
            "keeps its meaning",
            "Ctrl-C always ends the program, and Ctrl-Z suspends it. Choose another key.",
        ),
        KeyboardFault::Taken {
            key,
            same_as,
            action,
            other,
            line,
        } => Explained::new(
            format!(
                "The key {}{} is given to {} and to {}",
                quoted(key),
                same(same_as.as_deref()),
                quoted(action),
                quoted(other)
            ),
            format!("{} has it already", quoted(other)),
            match line {
                Some(line) => format!(
                    "Remove it from one of them; {} has it in line {line}.",
                    quoted(other)
                ),
                None => format!(
                    "{} has this key by default. Choose another one, or give {} other keys: `{other} = [\"…\"]`.",
                    quoted(other),
                    quoted(other)
                ),
            },
        ),
        KeyboardFault::Fixed {
            key,
            same_as,
            action,
            uses,
        } => Explained::new(
            format!(
                "The key {}{} keeps its meaning where {} counts",
                quoted(key),
                same(same_as.as_deref()),
                quoted(action)
            ),
            "keeps its meaning",
            format!(
                "It is always there to {}. Choose another key.",
                all_uses(uses, " and to ", used_to)
            ),
        ),
        KeyboardFault::Blank(action) => Explained::new(
            format!("The key of {} must not be empty", quoted(action)),
            "empty",
            format!("Write the name of a key, or `{action} = []` for no key."),
        ),
        KeyboardFault::Without(action) => Explained::new(
            format!("{} must have a key", quoted(action)),
            "without a key",
            "Write at least one key, or remove this line so that its default keys hold.",
        ),
    }
}

fn used_to(fixed_use: FixedUse) -> &'static str {
    match fixed_use {
        FixedUse::Begin => "begin on the ready screen",
        FixedUse::Clicker => "try the clicker on the ready screen",
        FixedUse::Answer => "answer a question",
        FixedUse::Rows => "scroll and choose a row, in lists and on the ready screen",
        FixedUse::Open => "open the chosen row of a list",
        FixedUse::Filter => "filter a list",
        FixedUse::GoToNumber => "go to the number that is typed",
        FixedUse::EraseDigit => "take back a digit that is typed",
        FixedUse::Change => "change the programme in the outline",
        FixedUse::Form => "fill in a form",
    }
}

fn same(same_as: Option<&str>) -> String {
    same_as.map_or_else(String::new, |key| {
        format!(" (to a terminal the same as {})", quoted(key))
    })
}
