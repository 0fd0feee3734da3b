//! The words of the commands: see [`CommandWords`].

/// The words.
#[derive(Debug)]
pub struct CommandWords {}
