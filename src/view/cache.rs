//! What drawing keeps from frame to frame. It may be dropped at any time without changing a cell.

use super::big_text::Kept;
use super::leader::FoundFit;

/// What was worked out for an earlier frame and holds for the next one.
#[derive(Debug, Default)]
pub struct Cache {
    /// Letters and lines of large type.
    pub(super) large_type: Kept,
    /// How large the phrases of a text are on the leader's screen.
    pub(super) found_fit: Option<FoundFit>,
}
