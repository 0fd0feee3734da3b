//! A screen too small for anything else: the phrase alone, or the question that waits.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::text::{put, wrapped};
use super::{bottom, lines, theme};
use crate::show::{Show, Stage};

/// Draws the phrase from the top; a question goes before it, for its answer changes what is read.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) {
    let words = &show.words().screens;
    let (text, style) = match (show.question(), show.stage()) {
        (Some(question), _) => (
            format!("{} {}", bottom::asked(show, question), words.ask_keys),
            theme::QUESTION,
        ),
        (None, Stage::Waiting) => (words.waiting.to_owned(), theme::WARNING),
        (None, Stage::Ready) => (
            format!("{} · Enter {}", words.ready, words.hint_begin),
            theme::STRONG,
        ),
        (None, Stage::Running) => phrase(show),
        (None, Stage::Finished) => (words.closing_title.to_owned(), theme::STRONG),
    };
    for (row, line) in (0..area.height).zip(wrapped(&text, area.width)) {
        put(&Line::styled(line, style), row, area, buffer);
    }
}

fn phrase(show: &Show) -> (String, ratatui::style::Style) {
    let (Some(step), Some(cue)) = (show.step(), show.cue()) else {
        return (String::new(), theme::PLAIN);
    };
    let stretch = cue.stretch(
        show.stride(step, cue),
        show.place().map_or(0, |place| place.phrase),
    );
    let phrases = cue.phrases.get(stretch).unwrap_or_default();
    let words: Vec<&str> = phrases.iter().map(|phrase| phrase.text.as_str()).collect();
    let (_, style) = lines::who(show, step, cue);
    (words.join(" "), style)
}
