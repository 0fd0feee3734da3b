//! What was decided on the day: the programme of the day is not the programme of the file, and both are kept.
//!
//! A change names steps and people by their identity and says where they come to stand, never by how much they move, so
//! that it means the same after a save of the file and after a resume. Steps that are dropped are no change of these: they
//! keep their number, and what was read of them counts.

use serde::{Deserialize, Serialize};

use super::StepId;
use crate::script::Kind;

/// A change of the programme on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayChange {
    /// A step comes elsewhere.
    Moved {
        /// The step.
        step: StepId,
        /// The step that it comes after; the top where none is named.
        after: Option<StepId>,
    },
    /// A step that the script does not have.
    Inserted {
        /// Its identity, made up when it was put in.
        step: StepId,
        /// What sort of step it is.
        kind: Kind,
        /// What it is called.
        title: String,
        /// How long it takes, in seconds.
        seconds: u32,
        /// The step that it comes after; the top where none is named.
        after: Option<StepId>,
    },
    /// Somebody else does the part of a person.
    Replaced {
        /// The person's key in the script.
        person: String,
        /// Who; the person of the script again where nobody is named.
        by: Option<StandIn>,
    },
}

/// Who stands in for somebody. One of the two is given.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StandIn {
    /// The name, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The office, where it is known ("Plh. Sekretaris Daerah").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
}

/// All changes of a day, in the order in which they were made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day {
    changes: Vec<DayChange>,
}

impl Day {
    /// The changes, in order.
    pub fn changes(&self) -> &[DayChange] {
        &self.changes
    }

    /// Whether the programme is that of the file.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}
