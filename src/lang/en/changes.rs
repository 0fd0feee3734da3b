//! The words for changes of the programme on the day, in English.

use std::time::Duration;

use crate::lang::ChangeWords;
use crate::script::Kind;
use crate::show::form::{Field, FormFault};

pub(super) const WORDS: ChangeWords = ChangeWords {
    drop_title: |number, title| format!("Drop step {number} · {title}"),
    insert_title: |number, title| format!("Put in a step after {number} · {title}"),
    replace_title: "Replace somebody",
    field,
    kind,
    reason_may_be_empty: "may stay empty",
    drops_present: "may stay empty; the screen moves on to the next step",
    length_example: |usual| format!("such as 2 or 1m30s; empty: {}", length(usual)),
    office_example: "such as Acting Regional Secretary",
    is_reserve: "reserve",
    somebody_else: "somebody else",
    put_back: |own| format!("back to {own}"),
    fault: |fault| match fault {
        FormFault::WithoutTitle => "it needs a title",
        FormFault::WrongLength => "write minutes, such as 2 or 1m30s",
        FormFault::WithoutName => "give a name, an office, or both",
    },
    nobody_named: "The script names nobody.",
    undone_elsewhere: "The last deed was no change of the programme: close this, then undo it.",
    hint_move: "move",
    hint_drop: "drop",
    hint_restore: "restore",
    hint_insert: "put in",
    hint_replace: "replace",
    hint_next_field: "next",
    hint_fields: "field",
    hint_choices: "choice",
    hint_leave: "cancel",
    moved: "moved",
    inserted: "put in",
    dropped_because: |reason| format!("dropped: {reason}"),
    stood_in_by: |name| format!("{name} stands in"),
    replaced: |by, own| format!("replaced by {by}, originally {own}"),
    changed_title: "The programme was changed:",
};

const fn field(field: Field) -> &'static str {
    match field {
        Field::Reason => "Reason",
        Field::Kind => "Kind",
        Field::Title => "Title",
        Field::Length => "Minutes",
        Field::Person => "Person",
        Field::By => "By",
        Field::Name => "Name",
        Field::Office => "Office",
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Announcement => "announcement",
        Kind::Command => "commands",
        Kind::Report => "report",
        Kind::Salute => "salute",
        Kind::Song => "song",
        Kind::Silence => "silence",
        Kind::Reading => "reading",
        Kind::Ikrar => "pledge",
        Kind::Address => "address",
        Kind::Prayer => "prayer",
        Kind::Signing => "signing",
        Kind::Act => "other act",
    }
}

/// Seconds, or whole minutes: no step takes usually a part of one.
fn length(length: Duration) -> String {
    match length.as_secs() {
        seconds @ 0..60 => format!("{seconds} seconds"),
        60..120 => "1 minute".to_owned(),
        seconds => format!("{} minutes", seconds / 60),
    }
}
