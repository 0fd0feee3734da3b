//! A screen that follows: the slide or the prompt of its leader, and a small mark in a corner while none is heard.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::text::{below, put, right_end};
use super::{Cache, audience, podium, theme};
use crate::follower::{Content, Following, Mark};
use crate::slide::Slide;

/// Draws it. Before the first leader it is dark.
pub fn draw(following: &Following, cache: &mut Cache, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let (words, look) = (following.words(), following.look());
    match following.content() {
        Some(Content::Slide(slide)) => audience::draw(&slide.content, cache, words, look, area, buffer),
        Some(Content::Prompt(prompt)) => podium::draw(&prompt.content, cache, words, look, area, buffer),
        None => audience::draw(&Slide::default(), cache, words, look, area, buffer),
    }
    if let Some(mark) = following.mark() {
        let told = match mark {
            Mark::Waiting => words.screens.leader_awaited,
            Mark::Lost => words.screens.leader_lost,
        };
        corner(told, following, area, buffer);
    }
}

/// A word in the corner at the bottom right, over whatever stands there; its sign alone where there is no room for it.
fn corner(told: &str, following: &Following, area: Rect, buffer: &mut Buffer) {
    let theme = theme::of(following.look());
    let whole = Line::styled(format!(" ○ {told} "), theme.plain);
    let line = if whole.width() * 2 <= usize::from(area.width) {
        whole
    } else {
        Line::styled("○", theme.plain)
    };
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    let place = right_end(below(area, area.height - 1), width);
    for cell in place.positions() {
        if let Some(cell) = buffer.cell_mut(cell) {
            cell.reset();
        }
    }
    theme::paint_ground(following.look(), place, buffer);
    put(&line, 0, place, buffer);
}
