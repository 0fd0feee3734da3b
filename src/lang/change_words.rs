//! The words for changes of the programme on the day: the forms of the outline, and what the screens say of a changed
//! programme.

use std::time::Duration;

use crate::script::Kind;
use crate::show::form::{Field, FormFault};

/// The words.
#[derive(Debug)]
pub struct ChangeWords {
    // The forms
    /// The heading of the form for a step that is dropped; its number and title.
    pub drop_title: fn(usize, &str) -> String,
    /// The same for a step that is put in after this one.
    pub insert_title: fn(usize, &str) -> String,
    /// The same for somebody who is replaced.
    pub replace_title: &'static str,
    /// What a field is called.
    pub field: fn(Field) -> &'static str,
    /// What a kind of step is called.
    pub kind: fn(Kind) -> &'static str,
    /// In an empty field for the reason.
    pub reason_may_be_empty: &'static str,
    /// The same where the step is the present one: dropping it moves on.
    pub drops_present: &'static str,
    /// In an empty field for the length, with the usual one.
    pub length_example: fn(Duration) -> String,
    /// In an empty field for the office.
    pub office_example: &'static str,
    /// After the name that is proposed: "cadangan".
    pub is_reserve: &'static str,
    /// Somebody else is to stand in.
    pub somebody_else: &'static str,
    /// The script's own person is to be put back.
    pub put_back: fn(&str) -> String,
    /// What is missing.
    pub fault: fn(FormFault) -> &'static str,
    /// The script names nobody who could be replaced.
    pub nobody_named: &'static str,
    /// What was done last is undone where the show is led, not in the outline.
    pub undone_elsewhere: &'static str,

    // Keys in the status line
    /// "pindah"
    pub hint_move: &'static str,
    /// "tiadakan"
    pub hint_drop: &'static str,
    /// "adakan kembali"
    pub hint_restore: &'static str,
    /// "sisipkan"
    pub hint_insert: &'static str,
    /// "ganti petugas"
    pub hint_replace: &'static str,
    /// "kolom berikutnya"
    pub hint_next_field: &'static str,
    /// "kolom lain"
    pub hint_fields: &'static str,
    /// "pilihan lain"
    pub hint_choices: &'static str,
    /// "batal"
    pub hint_leave: &'static str,

    // What the screens say of a changed programme
    /// "dipindah"
    pub moved: &'static str,
    /// "sisipan"
    pub inserted: &'static str,
    /// "ditiadakan: hujan"
    pub dropped_because: fn(&str) -> String,
    /// "digantikan Budi"
    pub stood_in_by: fn(&str) -> String,
    /// "diganti Budi, semula Ahmad"
    pub replaced: fn(&str, &str) -> String,
    /// The heading of what was changed, on the closing card.
    pub changed_title: &'static str,
}
