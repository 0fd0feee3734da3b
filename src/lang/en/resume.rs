//! English: going on with a run that was interrupted.

use super::screens::whole_minutes;
use crate::lang::ResumeWords;

/// The words.
pub(super) const WORDS: ResumeWords = ResumeWords {
    title: "Ceremony interrupted",
    state: "INTERRUPTED",
    interrupted: |ago, at| match ago.as_secs() {
        0..60 => format!("Interrupted just now, at {at}."),
        _ => format!("Interrupted {} ago, at {at}.", whole_minutes(ago)),
    },
    not_begun: "It has not begun; changes of the programme are recorded.",
    at_the_end: "All steps are over (closing card).",
    elapsed: |elapsed| format!("Time since the beginning: {}.", whole_minutes(elapsed)),
    paused: "The clock is paused.",
    from_part: |part| format!("go on from the beginning of {part}"),
    from_here: "go on from here",
    from_phrase: "go on at the very phrase",
    from_text: "this text again from its top",
    from_step: "this step again from its beginning",
    anew: "begin anew; the interrupted record is kept",
    go_on: "go on",
    from_journal: "The script is gone or has errors now: the one of the record is used.",
    lost: |bytes| match bytes {
        1 => "The end of the record was damaged; its last byte is left out.".to_owned(),
        _ => format!("The end of the record was damaged; its last {bytes} bytes are left out."),
    },
    spoiled: |lines| match lines {
        1 => "A line in the middle of the record was damaged and is passed over.".to_owned(),
        _ => format!("{lines} lines in the middle of the record were damaged and are passed over."),
    },
    hint_go_on: "go on",
    hint_anew: "begin anew",
    begun_late: |late| format!("Begun {} after the planned time.", whole_minutes(late)),
    ask_quit_unrecorded: "Recording has stopped: what is not recorded will be lost. End the program?",
    journal_unguarded: "The guard of the record has stopped: it is still written, but not brought to the disk at once.",
    nothing: "There is no ceremony to go on with.",
};
