//! What the leader is told when the program starts after it was stopped in the middle of a run.

use std::time::Duration;

/// The words.
#[derive(Debug)]
pub struct ResumeWords {
    /// The heading: "Upacara terputus".
    pub title: &'static str,
    /// The state of the run: "TERPUTUS".
    pub state: &'static str,
    /// How long ago, and at what time: "Terputus 2 menit yang lalu, pukul 07.41."
    pub interrupted: fn(ago: Duration, at: &str) -> String,
    /// Before the beginning, with changes of the day alone.
    pub not_begun: &'static str,
    /// On the closing card.
    pub at_the_end: &'static str,
    /// So much time has passed since the beginning.
    pub elapsed: fn(Duration) -> String,
    /// The clock was paused when it was stopped.
    pub paused: &'static str,
    /// Enter, in a text: "lanjutkan dari awal butir 3".
    pub from_part: fn(part: &str) -> String,
    /// Enter, elsewhere: "lanjutkan dari acara ini".
    pub from_here: &'static str,
    /// At the very phrase.
    pub from_phrase: &'static str,
    /// From the top of the text.
    pub from_text: &'static str,
    /// From the beginning of the step, where it has no text.
    pub from_step: &'static str,
    /// From the beginning of the ceremony.
    pub anew: &'static str,
    /// Where there is no place to choose from: "lanjutkan".
    pub go_on: &'static str,
    /// The script has faults or is gone: that of the journal serves.
    pub from_journal: &'static str,
    /// So many bytes of the journal could not be read.
    pub lost: fn(bytes: u64) -> String,
    /// So many lines in the middle of the journal could not be read.
    pub spoiled: fn(lines: u64) -> String,
    /// The hint of the status line for Enter.
    pub hint_go_on: &'static str,
    /// The hint of the status line for `n`.
    pub hint_anew: &'static str,
    /// A ceremony has begun late: "Mulai 18 menit setelah jadwal."
    pub begun_late: fn(Duration) -> String,
    /// Whether to end the program while what has happened is not recorded.
    pub ask_quit_unrecorded: &'static str,
    /// Nobody brings the journal to the disk any more.
    pub journal_unguarded: &'static str,
    /// `--resume`, and there is nothing to be gone on with.
    pub nothing: &'static str,
}
