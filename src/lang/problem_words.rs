//! The words for what is wrong with a script.

use crate::script::Fault;

/// A fault in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What is wrong, in one short sentence.
    pub title: String,
    /// What stands beside the place, in a few words; may be empty.
    pub label: String,
    /// What to do.
    pub help: String,
}

/// The words for problems.
#[derive(Debug)]
pub struct ProblemWords {
    /// "kesalahan"
    pub error: &'static str,
    /// "peringatan"
    pub warning: &'static str,
    /// "saran"
    pub help: &'static str,
    /// A fault in words.
    pub explain: fn(&Fault) -> Explained,
}
