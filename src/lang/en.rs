//! The interface in English.

mod answers;
mod changes;
mod commands;
mod config;
mod keys;
mod problems;
mod resume;
mod saving;
mod screens;

use super::Words;

/// The words.
pub static WORDS: Words = Words {
    problems: problems::WORDS,
    screens: screens::WORDS,
    resume: resume::WORDS,
    saving: saving::WORDS,
    keys: keys::WORDS,
    commands: commands::WORDS,
    config: config::WORDS,
    answers: answers::WORDS,
    changes: changes::WORDS,
};
