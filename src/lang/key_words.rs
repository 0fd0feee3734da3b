//! The words of the keys: see [`KeyWords`].

/// The words.
#[derive(Debug)]
pub struct KeyWords {}
