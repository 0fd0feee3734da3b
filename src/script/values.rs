//! Filling in placeholders: `{pemilihan}`, `{date}`, `{pembina.name}`, and `{{` for a brace.

use std::ops::Range;

/// What stands where a value is missing.
pub const UNFILLED: &str = "……";

/// A text with its placeholders filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// The text as it is read.
    pub text: String,
    /// The bytes of `text` that came from a placeholder: no break may fall within one.
    pub values: Vec<Range<usize>>,
}
