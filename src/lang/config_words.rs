//! The words for the user's settings: the comments of the file that `ikrar config` prints, and what else is said of it.

/// The words. Comments may have several lines.
#[derive(Debug)]
pub struct ConfigWords {
    /// What the file is.
    pub about: &'static str,
    /// Where the file is looked for.
    pub looked_for: fn(&str) -> String,
    /// That the user has no folder for it.
    pub looked_for_nowhere: &'static str,
    /// `language`, with what may stand there.
    pub language: fn(&str) -> String,
    /// `theme`, likewise.
    pub theme: fn(&str) -> String,
    /// `size`, likewise.
    pub size: fn(&str) -> String,
    /// `guard`, with the least and the most.
    pub guard: fn(u32, u32) -> String,
    /// `pace`, likewise.
    pub pace: fn(u32, u32) -> String,
    /// `presses`
    pub presses: &'static str,
    /// `mouse`
    pub mouse: &'static str,
    // Serving the screens
    /// `serve`
    pub serve: &'static str,
    /// `share`
    pub share: &'static str,
    /// `port`, with the least and the most.
    pub port: fn(u32, u32) -> String,
    // The runs
    /// `keep_runs`, with the least and the most.
    pub keep_runs: fn(u32, u32) -> String,
    /// `[keys]`
    pub keys: &'static str,
    /// How to go on in spite of a file with faults.
    pub way_out: &'static str,
}
