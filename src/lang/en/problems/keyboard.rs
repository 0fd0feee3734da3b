//! What is wrong with a key of the user's settings, in English.

use crate::lang::Explained;
use crate::lang::problem_words::{quoted, quoted_all};
use crate::script::problem::KeyboardFault;

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
        KeyboardFault::Escape(key) => Explained::new(
            format!("The key {} cannot be given to an action", quoted(key)),
            "keeps its meaning",
            "Esc always closes what is open and answers no. Choose another key.",
        ),
        KeyboardFault::Number(key) => Explained::new(
            format!("The key {} cannot be given to an action", quoted(key)),
            "keeps its meaning",
            "Digits and the point are typed to go to a step or a clause. Choose another key.",
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
        KeyboardFault::Fixed { key, same_as, action } => Explained::new(
            format!(
                "The key {}{} keeps its meaning where {} counts",
                quoted(key),
                same(same_as.as_deref()),
                quoted(action)
            ),
            "keeps its meaning",
            "It is used in questions, lists, the ready screen, or numbers being typed. Choose another key.",
        ),
        KeyboardFault::Without(action) => Explained::new(
            format!("{} must have a key", quoted(action)),
            "without a key",
            "Write at least one key, or remove this line so that its default keys hold.",
        ),
    }
}

fn same(same_as: Option<&str>) -> String {
    same_as.map_or_else(String::new, |key| {
        format!(" (to a terminal the same as {})", quoted(key))
    })
}
