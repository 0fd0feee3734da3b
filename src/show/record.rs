//! What the journal is told of a show: each record says what has happened and how the show stands after it, in absolute
//! terms, so that no record needs another one to tell the place.
//!
//! A record says besides what of the reading has changed with it; all of these together, in order, are the reading
//! (see [`Change`]). Types alone, and their form as JSON; the lines of the file are the journal's.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::leaving::Veil;
use super::reading::{Change, Omission};
use super::state::Deed;
use crate::programme::{CueId, DayChange, Place, StepId};
use crate::script::Presses;

/// The form of the records. A journal of a later form is left alone.
pub const VERSION: u32 = 1;

/// What a line of the journal says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Counts the records of a run, from 1.
    pub number: u64,
    /// When it happened, by the clock on the wall.
    #[serde(serialize_with = "write_time", deserialize_with = "read_time")]
    pub wall: Timestamp,
    /// When it happened, in microseconds since the program was started: this clock never jumps, but starts anew with
    /// every start.
    pub steady: u64,
    /// What happened.
    pub what: Happened,
    /// How the show stands since.
    pub now: RunState,
    /// What `u` takes back, where this can be taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoable: Option<Deed>,
    /// What has changed in what was read, dropped and left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reading: Vec<Change>,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Happened {
    /// The run was opened: always the first record.
    Opened(Box<Opened>),
    /// Sources were accepted: those that the run begins with, and every good save.
    Sources(Box<Accepted>),
    /// The ceremony has begun.
    Begun {
        /// So many seconds after it was to begin; nothing where it was not late, or there is no telling.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late: Option<u64>,
    },
    /// One move forward.
    Moved,
    /// One move back.
    Returned,
    /// To somewhere else.
    Jumped,
    /// The present part again, from its beginning.
    Repeated,
    /// The whole text again, from its top.
    Restarted,
    /// Something was taken back.
    Undone {
        /// What.
        deed: Deed,
    },
    /// A step was dropped by decision.
    Dropped {
        /// The step.
        step: StepId,
        /// Why, where somebody said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Arc<str>>,
    },
    /// A step that was dropped is to be held after all.
    Restored {
        /// The step.
        step: StepId,
    },
    /// Somebody was called and has signed.
    Signed {
        /// Who.
        cue: CueId,
    },
    /// Somebody was called and is absent.
    Absent {
        /// Who.
        cue: CueId,
    },
    /// What was left out was said after all.
    Said {
        /// What.
        what: Omission,
    },
    /// The clock was paused.
    Paused,
    /// The clock goes on.
    Continued,
    /// The screens are dark.
    Blanked,
    /// The screens show the title card.
    TitleCard,
    /// The screens show where the ceremony is again.
    Shown,
    /// The screens stay as they are.
    Held,
    /// The screens follow again.
    Released,
    /// A repeat has a key of its own now, or no more.
    Presses,
    /// A text of somebody else moves phrase by phrase now, or clause by clause.
    ByPhrase,
    /// The programme was changed on the day.
    Changed(Box<DayChange>),
    /// The program had been stopped, and the run goes on.
    Resumed {
        /// From where.
        from: ResumedFrom,
        /// Whether the script was not to be had, or not in order, and the sources of the journal serve.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        from_journal: bool,
    },
    /// The end of the journal was torn or altered and was cut off.
    Cut {
        /// So many bytes.
        bytes: u64,
    },
    /// The leader has ended the run.
    Ended,
}

impl Happened {
    /// Whether a run is recorded from here on, and can be gone on with: it has begun, or something was decided of it before.
    pub fn opens_run(&self) -> bool {
        matches!(
            self,
            Self::Begun { .. } | Self::Changed(_) | Self::Dropped { .. } | Self::Restored { .. }
        )
    }
}

/// Where a run goes on from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResumedFrom {
    /// From the beginning of the part that was read.
    Clause,
    /// From the very phrase.
    Phrase,
    /// From the top of the text.
    Text,
}

/// How a show stands. What is as usual is left out in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RunState {
    /// The place; none before the beginning. On the closing card the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Whether it is on the closing card.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub finished: bool,
    /// Milliseconds since the beginning, less pauses.
    #[serde(default)]
    pub elapsed: u64,
    /// Whether the clock is paused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paused: bool,
    /// Whether a repeat has a key of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub two_presses: bool,
    /// The step of somebody else that moves phrase by phrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_phrase: Option<StepId>,
    /// The step that the show has come to for the first time, as long as it stays there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looked_at: Option<StepId>,
    /// The step at which the run began, where that is not the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_step: Option<StepId>,
    /// What is over the picture on the screens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub veil: Option<Veil>,
    /// Whether the screens are held.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub held: bool,
}

/// What a run is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// [`VERSION`].
    pub version: u32,
    /// The program and its version.
    pub program: String,
    /// The script: its path from the root, or `bawaan:NAME` for one that ships.
    pub script: String,
    /// The title of the ceremony, with placeholders filled in.
    pub title: String,
    /// The key of the person whose reading is served, where one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leader: Option<String>,
    /// Words a minute, where the script does not say.
    pub pace: u32,
    /// Whether a repeat has a key of its own, where the script does not say.
    pub two_presses: bool,
}

/// A script and its texts, as they were accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The script.
    pub script: AcceptedFile,
    /// Its texts by the name that the script uses; those that ship as well.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, AcceptedFile>,
}

/// A file with its whole text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AcceptedFile {
    /// The name to show.
    pub name: String,
    /// SHA-256 of the text, as hexadecimal digits.
    pub sha256: String,
    /// The whole text.
    pub text: String,
}

impl RunState {
    /// One key a phrase and its repeat, or two.
    pub fn presses(&self) -> Presses {
        presses(self.two_presses)
    }
}

impl Opened {
    /// One key a phrase and its repeat, or two, where the script does not say.
    pub fn presses(&self) -> Presses {
        presses(self.two_presses)
    }
}

fn presses(two: bool) -> Presses {
    if two { Presses::Two } else { Presses::One }
}

fn write_time<S: Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(time)
}

fn read_time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
    let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
    text.parse().map_err(serde::de::Error::custom)
}
