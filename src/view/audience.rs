//! What the audience sees, drawn from a slide alone: large and calm, no clock, no key, no notice, never an error.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::text::{below, cut, inset, put, put_both, put_centred, width, wrapped};
use super::theme;
use crate::lang::Words;
use crate::slide::{Ceremony, Count, ReadManner, Shown, Slide};

/// Words that are read are no wider, however wide the screen.
const WIDEST: u16 = 64;

/// Draws a slide.
pub fn draw(slide: &Slide, words: &Words, area: Rect, buffer: &mut Buffer) {
    let inner = inset(area, if area.width >= 40 { 3 } else { 0 });
    match &slide.shown {
        Shown::Nothing => {}
        Shown::TitleCard => title_card(&slide.ceremony, inner, buffer),
        Shown::Title {
            title,
            count,
            words: lines,
        } => {
            if lines.is_empty() {
                centred(&[(title.as_str(), theme::STRONG)], inner, buffer);
            } else {
                heading(std::slice::from_ref(title), inner, buffer);
                spoken(lines, theme::STRONG, inner, buffer);
            }
            foot(words, *count, None, inner, buffer);
        }
        Shown::Heading { lines } => {
            let lines: Vec<(&str, Style)> = lines.iter().map(|line| (line.as_str(), theme::STRONG)).collect();
            centred(&lines, inner, buffer);
        }
        Shown::Words {
            heading: lines_above,
            lines,
            count,
            manner,
        } => {
            heading(lines_above, inner, buffer);
            spoken(lines, theme::STRONG, inner, buffer);
            foot(words, *count, Some(*manner), inner, buffer);
        }
        Shown::Signatory { title, name, office } => {
            heading(std::slice::from_ref(title), inner, buffer);
            let called = [name.as_deref(), office.as_deref()].into_iter().flatten();
            let styles = [theme::STRONG, theme::PLAIN];
            centred(&called.zip(styles).collect::<Vec<_>>(), inner, buffer);
        }
    }
}

fn title_card(ceremony: &Ceremony, area: Rect, buffer: &mut Buffer) {
    let mut lines = vec![(ceremony.title.as_str(), theme::STRONG)];
    let facts = [&ceremony.agency, &ceremony.place, &ceremony.date];
    lines.push(("", theme::PLAIN));
    lines.extend(
        facts
            .into_iter()
            .flatten()
            .map(|fact| (fact.as_str(), theme::PLAIN)),
    );
    centred(&lines, area, buffer);
}

/// Lines in the middle of the screen.
fn centred(lines: &[(&str, Style)], area: Rect, buffer: &mut Buffer) {
    let rows: Vec<(String, Style)> = lines
        .iter()
        .flat_map(|(text, style)| {
            let lines = if text.is_empty() {
                vec![String::new()]
            } else {
                wrapped(text, area.width.min(WIDEST))
            };
            lines.into_iter().map(|line| (line, *style))
        })
        .collect();
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let top = area.height.saturating_sub(height) * 2 / 5;
    for (row, (text, style)) in (top..).zip(rows) {
        put_centred(&Line::styled(text, style), row, area, buffer);
    }
}

/// The heading of a text, small, above what is read.
fn heading(lines: &[String], area: Rect, buffer: &mut Buffer) {
    if area.height < 8 {
        return;
    }
    let rows = lines.iter().flat_map(|line| wrapped(line, area.width));
    for (row, line) in (1..area.height / 3).zip(rows) {
        put_centred(&Line::styled(line, theme::DIM), row, area, buffer);
    }
}

/// Words that are read: left-aligned, as a block in the middle of the upper two thirds.
fn spoken(lines: &[String], style: Style, area: Rect, buffer: &mut Buffer) {
    let rows: Vec<String> = lines
        .iter()
        .flat_map(|line| wrapped(line, area.width.min(WIDEST)))
        .collect();
    let widest = rows.iter().map(|row| width(row)).max().unwrap_or(0);
    let widest = u16::try_from(widest).unwrap_or(area.width).min(area.width);
    let block = Rect {
        x: area.x + (area.width - widest) / 2,
        width: widest,
        ..area
    };
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let top = (area.height * 2 / 3)
        .saturating_sub(height)
        .div_ceil(2)
        .max(area.height / 4)
        .min(area.height.saturating_sub(height));
    for (row, text) in (0..).zip(rows) {
        put(&Line::styled(text, style), row, below(block, top), buffer);
    }
}

/// Which clause it is, and how it is read.
fn foot(words: &Words, count: Option<Count>, manner: Option<ReadManner>, area: Rect, buffer: &mut Buffer) {
    let words = &words.screens;
    let count = count.map_or_else(String::new, |count| {
        (words.clause_of)(count.unit, count.number, count.of)
    });
    let manner = manner.map_or("", |manner| match manner {
        ReadManner::ReadThenRepeated => words.read_then_repeated,
        ReadManner::Read => words.being_read,
        ReadManner::Repeated => words.being_repeated,
        ReadManner::Together => words.together,
    });
    let row = area.height.saturating_sub(2);
    if area.height >= 4 {
        put_both(
            Line::styled(count, theme::DIM),
            &cut(Line::styled(manner, theme::DIM), usize::from(area.width)),
            row,
            area,
            buffer,
        );
    }
}
