//! The closing card after the last step: how long it took, and what was left out after all.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::hanging;
use super::{bottom, frame, keys_told, lines, theme};
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
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let mut card = vec![Line::default()];
    if let Some(programme) = show.programme() {
        card.extend(hanging(Vec::new(), &programme.title, theme.strong, columns));
        let agency = programme.agency.iter();
        card.extend(agency.flat_map(|agency| hanging(Vec::new(), agency, theme.plain, columns)));
        card.push(Line::default());
    }
    card.extend(times(show));
    card.push(Line::default());
    let left_out = show.reading().left_out();
    if left_out.is_empty() {
        card.push(Line::from(vec![
            Span::styled("✓ ", theme.strong),
            Span::raw(words.nothing_left_out),
        ]));
    } else {
        card.push(Line::styled(words.still_left_out, theme.warning));
        let omitted = lines::omitted(show, left_out.iter().rev());
        let items = omitted.texts();
        let listed = |item: String| {
            let sign = Span::styled("! ", theme.warning);
            hanging(vec![sign], &item, theme.warning, columns)
        };
        card.extend(items.flat_map(listed));
        card.push(Line::styled(keys_told::made_up_later(show), theme.dim));
    }
    let absent = absent(show);
    if !absent.is_empty() {
        card.push(Line::default());
        card.push(Line::raw(words.absent_title));
        let listed = |name: String| hanging(vec![Span::raw("– ")], &name, theme.plain, columns);
        card.extend(absent.into_iter().flat_map(listed));
    }
    card
}

/// When it began and ended, and how that stands against the plan.
fn times(show: &Show) -> Option<Line<'static>> {
    let theme = theme::of(show.look());
    let began = show.clock().began()?;
    let ended = show.clock().ended().unwrap_or(show.clock().now().wall);
    let began = lines::clock_time(show, began.wall);
    let ended = lines::clock_time(show, ended);
    let times = (show.words().screens.began_and_ended)(&began, &ended, show.clock().elapsed());
    let mut line = Line::from(times);
    if let Some((text, strong)) = lines::lateness(show) {
        let style = if strong { theme.warning } else { theme.plain };
        line.push_span(Span::raw(" · "));
        line.push_span(Span::styled(text, style));
    }
    Some(line)
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
