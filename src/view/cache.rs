//! What drawing keeps from frame to frame. It may be dropped at any time without changing a cell.

use super::big_text::Kept;
use super::leader::FoundFit;
use super::placed;
use crate::slide::{Prompt, Slide};

/// What was worked out for an earlier frame and holds for the next one.
#[derive(Debug, Default)]
pub struct Cache {
    /// Letters and lines of large type.
    pub(super) large_type: Kept,
    /// How large the phrases of a text are on the leader's screen.
    pub(super) found_fit: Option<FoundFit>,
    /// What stands where on the audience's screen.
    pub(super) hall: Option<placed::Kept<Slide>>,
    /// What stands where on the screen at the podium.
    pub(super) podium: Option<placed::Kept<Prompt>>,
}
