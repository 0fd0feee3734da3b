//! Windows and macOS: the system itself is asked. It holds for the thread that asked, until that gives it back or ends.

use super::Plea;
use crate::edge::Timekeeper;

/// The display, held. Dropping it gives the display back.
pub(super) struct Held(#[expect(dead_code, reason = "held until dropped")] keepawake::KeepAwake);

/// The system can always be asked.
pub(super) fn may_be_asked(_: &Plea) -> bool {
    true
}

/// Holds the display, where the system lets us.
pub(super) fn hold(plea: &Plea, _: Timekeeper) -> Option<Held> {
    let mut asked = keepawake::Builder::default();
    asked
        .display(true)
        .idle(true)
        .reason(plea.reason)
        .app_name("ikrar");
    asked.create().ok().map(Held)
}
