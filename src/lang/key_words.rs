//! The words for what keys do: one for each row of the table that the help tells.

/// The words.
#[derive(Debug)]
pub struct KeyWords {
    /// Heading of the keys on the ready screen.
    pub section_ready: &'static str,
    /// Heading of the keys while a ceremony runs.
    pub section_running: &'static str,
    /// Heading of the keys in the outline.
    pub section_outline: &'static str,
    /// Heading of the keys in questions and overlays.
    pub section_overlay: &'static str,
    /// The space bar.
    pub space: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Begin.
    pub begin: &'static str,
    /// A clicker begins at the second press.
    pub begin_by_clicker: &'static str,
    /// Forward.
    pub advance: &'static str,
    /// Back.
    pub back: &'static str,
    /// The next step.
    pub next_step: &'static str,
    /// The previous step.
    pub previous_step: &'static str,
    /// The first clause or step.
    pub first: &'static str,
    /// The last clause or step.
    pub last: &'static str,
    /// The clause again.
    pub restart_cue: &'static str,
    /// The text again.
    pub restart_text: &'static str,
    /// Undo.
    pub undo: &'static str,
    /// Drop the step.
    pub drop_step: &'static str,
    /// The signatory is absent.
    pub mark_absent: &'static str,
    /// Mark as said.
    pub mark_said: &'static str,
    /// One key or two.
    pub toggle_presses: &'static str,
    /// Phrase by phrase.
    pub toggle_by_phrase: &'static str,
    /// Pause the clock.
    pub toggle_pause: &'static str,
    /// The other screen.
    pub switch_screen: &'static str,
    /// All screens dark.
    pub blank: &'static str,
    /// The title card.
    pub title_card: &'static str,
    /// Hold the screens.
    pub hold: &'static str,
    /// The screens that follow.
    pub screens: &'static str,
    /// The outline.
    pub outline: &'static str,
    /// Choose a row.
    pub choose_row: &'static str,
    /// Jump to it.
    pub choose: &'static str,
    /// Filter the rows.
    pub filter: &'static str,
    /// Move the chosen step.
    pub move_step: &'static str,
    /// Drop it, or take that back.
    pub drop_chosen: &'static str,
    /// Put in a step after it.
    pub insert_step: &'static str,
    /// Let somebody stand in.
    pub replace_person: &'static str,
    /// Scroll.
    pub scroll: &'static str,
    /// Close.
    pub close: &'static str,
    /// This help.
    pub help: &'static str,
    /// The problems.
    pub problems: &'static str,
    /// End the program.
    pub quit: &'static str,
    /// Suspend the program.
    pub suspend: &'static str,
    // How the screens look
    /// The next theme.
    pub theme: &'static str,
    /// Larger text.
    pub larger: &'static str,
    /// Smaller text.
    pub smaller: &'static str,

    /// The keys of a jump by number: "angka, Enter", with the key that ends it.
    pub number_keys: fn(&str) -> String,
    /// What a number does.
    pub number: &'static str,

    // The list of ceremonies
    /// Heading of the keys in the list of ceremonies.
    pub section_picker: &'static str,
    /// Open the chosen ceremony.
    pub open_ceremony: &'static str,
    /// Choose a ceremony.
    pub choose_ceremony: &'static str,
    /// Drop the filter.
    pub drop_filter: &'static str,
    /// Suspend the program.
    pub suspend_list: &'static str,
}
