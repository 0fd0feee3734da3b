//! Whether what happens is recorded, as the leader is told.

/// How the journal is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Recording {
    /// Nothing has been recorded yet, or nothing is to be.
    #[default]
    NotYet,
    /// All that has happened is in the journal.
    Works,
    /// What happens is kept in memory until the journal can be written again.
    Stopped(RecordingTrouble),
}

/// Why nothing can be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordingTrouble {
    /// The disk, or the user's share of it, is full.
    Full,
    /// The file may not grow any further.
    TooLarge,
    /// The folder may not be written to.
    NotAllowed,
    /// There is no folder for what the user's programs keep.
    NoFolder,
    /// Anything else; the system's own words.
    Other(String),
}
