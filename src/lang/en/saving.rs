//! English: saving a script as it was run.

use crate::lang::SavingWords;

/// The words.
pub(super) const WORDS: SavingWords = SavingWords {
    heading: |script, when| {
        let held = when.map_or_else(String::new, |when| format!(" on {when}"));
        format!("The programme as it was run{held}.\nSaved by the program ikrar from the script {script}.")
    },
    dropped: |title, reason| match reason {
        Some(reason) => format!("Dropped on the day: {title}. Reason: {reason}"),
        None => format!("Dropped on the day: {title}."),
    },
    inserted: "Put in on the day.",
    inserted_as: |kind, written| {
        format!("Put in on the day as \"{kind}\"; without a text it is written as \"{written}\".")
    },
    replaced: |person, own| {
        if own.is_empty() {
            format!("{person}: filled in on the day.")
        } else {
            format!("{person}: replaced on the day. Before: {own}")
        }
    },
    leader_named: "the reader of the first pledge of the script before",
    exists: |file| {
        format!(
            "`--save-changes {file}`: the file exists and will not be written over. Give a name that is not taken."
        )
    },
    no_name: |file| format!("`--save-changes {file}`: this is no name of a file."),
    folder_refused: |folder, reason| {
        format!("`--save-changes`: no file can be saved in the folder {folder} ({reason}).")
    },
    saved: |file| format!("The programme as it was run is saved in {file}."),
    saved_unchanged: |file| format!("The programme was not changed; the script is saved as it is in {file}."),
    saved_beside: |file, other| {
        format!("Meanwhile {file} exists and was not written over; the programme is saved in {other}.")
    },
    other_texts: |folder, texts| {
        format!(
            "These texts are not in the folder {folder}, or say something else there; copy them before the script is \
             used: {texts}."
        )
    },
    has_errors: |errors| {
        let errors = if errors == 1 {
            "an error".to_owned()
        } else {
            format!("{errors} errors")
        };
        format!("The saved script has {errors}; see `ikrar check`.")
    },
    no_script: "Nothing is saved: the script could not be run yet.",
    nothing_left: "Nothing is saved: every step was dropped.",
    does_not_fit: "Nothing is saved: what was decided on the day does not fit the script.",
    not_saved: |file, reason| {
        format!("The programme is not saved in {file} ({reason}); its script is printed above.")
    },
};
