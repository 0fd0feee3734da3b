//! Whether what happens is recorded: a quiet word where it is, and where it is not, a label that cannot be missed on any
//! of the leader's screens.

use ratatui::text::Span;

use super::theme;
use crate::script::characters::harmless;
use crate::show::{Recording, RecordingTrouble, Show};

/// The word for a journal that works; nothing where there is none yet, or it has stopped.
pub(super) fn quiet(show: &Show) -> Option<Span<'static>> {
    let words = &show.words().screens;
    let is_recorded = matches!(show.recording(), Recording::Works);
    is_recorded.then(|| Span::styled(words.recorded, theme::of(show.look()).dim))
}

/// The name of a journal that has stopped.
pub(super) fn stopped(show: &Show) -> Option<&'static str> {
    trouble(show).map(|_| show.words().screens.recording_stopped)
}

/// The same, with the reason: "PENCATATAN BERHENTI · disk penuh".
pub(super) fn stopped_with_reason(show: &Show) -> Option<String> {
    let words = &show.words().screens;
    let trouble = trouble(show)?;
    let reason = match trouble {
        RecordingTrouble::Other(told) => harmless(told),
        RecordingTrouble::Full
        | RecordingTrouble::TooLarge
        | RecordingTrouble::NotAllowed
        | RecordingTrouble::NoFolder => (words.recording_trouble)(trouble).unwrap_or_default().into(),
    };
    Some(match reason.trim() {
        "" => words.recording_stopped.to_owned(),
        reason => format!("{} · {reason}", words.recording_stopped),
    })
}

fn trouble(show: &Show) -> Option<&RecordingTrouble> {
    match show.recording() {
        Recording::Stopped(trouble) => Some(trouble),
        Recording::NotYet | Recording::Works => None,
    }
}
