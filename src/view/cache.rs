//! What drawing keeps from frame to frame. It may be dropped at any time without changing a cell.

/// What was worked out for an earlier frame and holds for the next one.
#[derive(Debug, Default)]
pub struct Cache {}
