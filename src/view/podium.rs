//! What the reader at the podium sees, drawn from a prompt alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Cache;
use super::text::{put, wrapped};
use super::theme;
use crate::lang::Words;
use crate::show::Look;
use crate::slide::Prompt;

/// Draws a prompt.
pub fn draw(
    prompt: &Prompt,
    _cache: &mut Cache,
    _words: &Words,
    look: Look,
    area: Rect,
    buffer: &mut Buffer,
) {
    theme::paint_ground(look, area, buffer);
    let theme = theme::of(look);
    for (row, line) in (0..area.height).zip(wrapped(&prompt.present, area.width)) {
        put(&Line::styled(line, theme.strong), row, area, buffer);
    }
}
