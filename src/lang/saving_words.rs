//! What is written into a script that is saved as it was run, and what is told of it on the command line.

/// The words.
#[derive(Debug)]
pub struct SavingWords {
    // In the script, as comments
    /// At its top: which script was run, and when where it was; of several lines.
    pub heading: fn(script: &str, when: Option<&str>) -> String,
    /// A step was dropped: its title, and why.
    pub dropped: fn(title: &str, reason: Option<&str>) -> String,
    /// A step was put in.
    pub inserted: &'static str,
    /// The same, written as another kind, because its own needs a text or signatories.
    pub inserted_as: fn(kind: &str, written: &str) -> String,
    /// Somebody stood in for a person: the key, and what the script says, which may be nothing.
    pub replaced: fn(person: &str, own: &str) -> String,
    /// The leader is named, because the first ikrar is another one's now.
    pub leader_named: &'static str,

    // On the command line
    /// The file is there already.
    pub exists: fn(file: &str) -> String,
    /// The name is none of a file.
    pub no_name: fn(file: &str) -> String,
    /// No file can be put into its folder; the system's reason.
    pub folder_refused: fn(folder: &str, reason: &str) -> String,
    /// It was saved.
    pub saved: fn(file: &str) -> String,
    /// It was saved, and says what the script says.
    pub saved_unchanged: fn(file: &str) -> String,
    /// A file of the name has come up meanwhile, and it was saved under another: the name given, the other.
    pub saved_beside: fn(file: &str, other: &str) -> String,
    /// Texts that the script names read otherwise there: the folder where they should be, and their names.
    pub other_texts: fn(folder: &str, texts: &str) -> String,
    /// The script that was saved has errors.
    pub has_errors: fn(errors: usize) -> String,
    /// No good script was ever seen.
    pub no_script: &'static str,
    /// Every step was dropped.
    pub nothing_left: &'static str,
    /// What was decided on the day cannot be put into the text of the script.
    pub does_not_fit: &'static str,
    /// The system refuses to write it, and it was printed instead; the system's reason.
    pub not_saved: fn(file: &str, reason: &str) -> String,
}
