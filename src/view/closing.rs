//! The closing card after the last step: how long it took, and what was left out after all.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::wrapped;
use super::{bottom, frame, lines, theme};
use crate::show::Show;

/// Draws the card.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) {
    let words = &show.words().screens;
    let rows = frame::draw(
        show,
        words.closing_title,
        &bottom::running_hints(show),
        area,
        buffer,
    );
    frame::put_scrolled(show, &card(show, rows.width), 0, rows, buffer);
}

fn card(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let words = &show.words().screens;
    let mut card = vec![Line::default()];
    if let Some(programme) = show.programme() {
        card.extend(
            wrapped(&programme.title, columns)
                .into_iter()
                .map(|line| Line::styled(line, theme::STRONG)),
        );
        card.extend(programme.agency.clone().map(Line::raw));
        card.push(Line::default());
    }
    card.extend(times(show).map(Line::raw));
    if let Some((text, strong)) = lines::lateness(show) {
        card.push(Line::styled(
            text,
            if strong { theme::WARNING } else { theme::PLAIN },
        ));
    }
    card.push(Line::default());
    let left_out = show.reading().left_out();
    if left_out.is_empty() {
        card.push(Line::from(vec![
            Span::styled("✓ ", theme::STRONG),
            Span::raw(words.nothing_left_out),
        ]));
    } else {
        card.push(Line::styled(words.still_left_out, theme::WARNING));
        let items = lines::omissions(show, left_out.iter().rev());
        card.extend(
            items
                .into_iter()
                .map(|item| Line::styled(format!("! {item}"), theme::WARNING)),
        );
        card.push(Line::styled(words.left_out_help, theme::DIM));
    }
    let absent = absent(show);
    if !absent.is_empty() {
        card.push(Line::default());
        card.push(Line::raw(words.absent_title));
        card.extend(absent.into_iter().map(|name| Line::raw(format!("– {name}"))));
    }
    card
}

fn times(show: &Show) -> Option<String> {
    let began = show.clock().began()?;
    let ended = show.clock().ended().unwrap_or(show.clock().now().wall);
    let began = lines::clock_time(show, began.wall);
    let ended = lines::clock_time(show, ended);
    Some((show.words().screens.began_and_ended)(
        &began,
        &ended,
        show.clock().elapsed(),
    ))
}

fn absent(show: &Show) -> Vec<String> {
    let words = &show.words().screens;
    let Some(programme) = show.programme() else {
        return Vec::new();
    };
    let cues = programme.steps.iter().flat_map(|step| &step.cues);
    cues.filter(|cue| show.reading().is_absent(&cue.id))
        .map(|cue| lines::signatory(words, cue))
        .collect()
}
