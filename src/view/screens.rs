//! The window of the audience's screens: where they find the show, and which follow it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Drawn, frame};
use crate::show::Show;

/// Draws the window, scrolled to a row.
pub(super) fn draw(show: &Show, _scroll: usize, area: Rect, buffer: &mut Buffer) -> Drawn {
    let (_, targets) = frame::draw(show, show.words().screens.screens_title, &[], area, buffer);
    targets.into()
}
