//! A screen that follows: the slide or the prompt of its leader, and a small mark in a corner while none is heard.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::text::{below, put, right_end};
use super::{Cache, audience, podium, theme};
use crate::follower::{Content, FollowingScreen, Mark};
use crate::show::{FollowerRole, Look};

/// Draws it. Before the first leader it is dark.
pub fn draw(following: &FollowingScreen, cache: &mut Cache, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let (words, look) = (following.words(), following.look());
    match following.content() {
        Some(Content::Slide(slide)) => audience::draw(&slide.content, cache, words, look, area, buffer),
        Some(Content::Prompt(prompt)) => podium::draw(&prompt.content, cache, words, look, area, buffer),
        None => theme::paint_dark(look, area, buffer),
    }
    if let Some(mark) = following.mark() {
        let told = match (mark, following.role()) {
            (Mark::Waiting, _) => words.screens.leader_awaited,
            // A spectator would take a word for a fault.
            (Mark::Lost, FollowerRole::Hall) => "",
            (Mark::Lost, FollowerRole::Reader) => words.screens.leader_lost,
        };
        corner(told, following, area, buffer);
    }
}

/// A word in the corner at the bottom right, over whatever stands there; its sign alone where there is no word, or no room
/// for it.
fn corner(told: &str, following: &FollowingScreen, area: Rect, buffer: &mut Buffer) {
    let look = following.look();
    let (ground, style): (Paint, Style) = if is_dark(following.content()) {
        (theme::paint_dark, Style::new())
    } else {
        (theme::paint_ground, theme::of(look).plain)
    };
    let whole = Line::styled(format!(" ○ {told} "), style);
    // On a screen of its own it may be as wide as that; else no wider than half of it.
    let share = if following.content().is_none() { 1 } else { 2 };
    let line = if !told.is_empty() && whole.width() * share <= usize::from(area.width) {
        whole
    } else {
        Line::styled("○", style)
    };
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    let place = right_end(below(area, area.height - 1), width);
    for cell in place.positions() {
        if let Some(cell) = buffer.cell_mut(cell) {
            cell.reset();
        }
    }
    ground(look, place, buffer);
    put(&line, 0, place, buffer);
}

/// How a ground is painted.
type Paint = fn(Look, Rect, &mut Buffer);

/// Whether no light comes from the screen: the mark stands on the same ground.
fn is_dark(content: Option<&Content>) -> bool {
    match content {
        None => true,
        Some(Content::Slide(slide)) => slide.content.is_dark(),
        Some(Content::Prompt(prompt)) => prompt.content.is_dark(),
    }
}
