//! What the audience sees, drawn from a slide alone: large and calm, no clock, no key, no notice, never an error.
//!
//! Words that are read begin at the same row and column every time, so that the hall finds them without looking; what
//! stands above and below them begins at that column too. Nothing is dim: a projector would lose it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::Cache;
use super::text::{above, below, cut, inset, middle, put, put_both, put_centred, share, wrapped};
use super::theme::{self, Theme};
use crate::lang::Words;
use crate::show::Look;
use crate::slide::{Ceremony, Count, ReadManner, Shown, Slide};

/// Words that are read are no wider, however wide the screen.
const WIDEST: u16 = 64;

/// Below this height there is no heading and no foot: the words alone.
const LEAST: u16 = 8;

/// The rows of the foot, with the air above it.
const FOOT: u16 = 3;

/// Draws a slide.
pub fn draw(slide: &Slide, _cache: &mut Cache, words: &Words, look: Look, area: Rect, buffer: &mut Buffer) {
    theme::paint_ground(look, area, buffer);
    let theme = theme::of(look);
    if area.width < super::LEAST.0 || area.height < super::LEAST.1 {
        alone(slide, theme, area, buffer);
        return;
    }
    let inner = inset(area, if area.width >= 40 { 3 } else { 0 });
    match &slide.shown {
        Shown::Nothing => {}
        Shown::TitleCard => title_card(&slide.ceremony, theme, inner, buffer),
        Shown::Title {
            title,
            count,
            words: lines,
        } => {
            if lines.is_empty() {
                centred(&[(title.as_str(), theme.strong)], inner, buffer);
                let count = counted(words, *count);
                if inner.height >= LEAST {
                    put_centred(&Line::styled(count, theme.plain), inner.height - 2, inner, buffer);
                }
            } else {
                read_out(std::slice::from_ref(title), lines, theme, inner, buffer);
                foot(words, *count, None, theme, inner, buffer);
            }
        }
        Shown::Heading { lines } => {
            let lines: Vec<(&str, Style)> = lines.iter().map(|line| (line.as_str(), theme.strong)).collect();
            centred(&lines, inner, buffer);
        }
        Shown::Words {
            heading,
            lines,
            count,
            manner,
        } => {
            read_out(heading, lines, theme, inner, buffer);
            foot(words, *count, Some(*manner), theme, inner, buffer);
        }
        Shown::Signatory { title, name, office } => {
            heading(std::slice::from_ref(title), put_centred, theme, inner, buffer);
            let called = [name.as_deref(), office.as_deref()].into_iter().flatten();
            let styles = [theme.strong, theme.plain];
            centred(&called.zip(styles).collect::<Vec<_>>(), inner, buffer);
        }
    }
}

/// On a screen too small for anything else: the words alone.
fn alone(slide: &Slide, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let lines: Vec<&str> = match &slide.shown {
        Shown::Nothing => Vec::new(),
        Shown::TitleCard => vec![&slide.ceremony.title],
        Shown::Title { title, words, .. } if words.is_empty() => vec![title],
        Shown::Title { words: lines, .. } | Shown::Heading { lines } | Shown::Words { lines, .. } => {
            lines.iter().map(String::as_str).collect()
        }
        Shown::Signatory { name, office, .. } => {
            [name, office].into_iter().flatten().map(String::as_str).collect()
        }
    };
    let rows = lines.into_iter().flat_map(|line| wrapped(line, area.width));
    for (row, line) in (0..area.height).zip(rows) {
        put(&Line::styled(line, theme.strong), row, area, buffer);
    }
}

fn title_card(ceremony: &Ceremony, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let mut lines = vec![(ceremony.title.as_str(), theme.strong)];
    let facts = [&ceremony.agency, &ceremony.place, &ceremony.date];
    lines.push(("", theme.plain));
    lines.extend(
        facts
            .into_iter()
            .flatten()
            .map(|fact| (fact.as_str(), theme.plain)),
    );
    centred(&lines, area, buffer);
}

/// Lines in the middle of the screen.
fn centred(lines: &[(&str, Style)], area: Rect, buffer: &mut Buffer) {
    let columns = area.width.min(WIDEST);
    let rows: Vec<Line<'_>> = lines
        .iter()
        .flat_map(|(text, style)| {
            let lines = wrapped(text, columns).into_iter();
            lines.map(|line| Line::styled(line, *style))
        })
        .collect();
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let top = share(area.height.saturating_sub(height), 2, 5);
    for (row, line) in (top..area.height).zip(rows) {
        put_centred(&line, row, area, buffer);
    }
}

/// How a line is put into a row: in its middle, or from its left.
type Put = fn(&Line<'_>, u16, Rect, &mut Buffer);

/// The heading of a text, small, above what is read; gives the rows it took.
fn heading(lines: &[String], put: Put, theme: &Theme, area: Rect, buffer: &mut Buffer) -> u16 {
    if area.height < LEAST {
        return 0;
    }
    let rows = lines.iter().flat_map(|line| wrapped(line, area.width));
    let mut taken = 0;
    for (row, line) in (1..area.height / 3).zip(rows) {
        put(&Line::styled(line, theme.plain), row, area, buffer);
        taken = row + 1;
    }
    taken
}

/// The heading, and the words that are read below it. Words without room for both stand alone.
fn read_out(heading_lines: &[String], lines: &[String], theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let foot = if area.height < LEAST { 0 } else { FOOT };
    let words_area = above(area, area.height - foot);
    let columns = area.width.min(WIDEST);
    let whole: Vec<String> = lines.iter().flat_map(|line| wrapped(line, columns)).collect();
    // The heading takes less than a third of the height.
    let top = area.height / 3;
    if whole.len() <= usize::from(below(words_area, top).height) {
        heading(heading_lines, put, theme, middle(area, columns), buffer);
        spoken(&whole, columns, theme, below(words_area, top), buffer);
        return;
    }
    let run_on = |columns| wrapped(&lines.join(" "), columns);
    let height = usize::from(words_area.height);
    let room = words_area.height.saturating_sub(top / 2);
    let texts = [
        (whole, columns),
        (run_on(columns), columns),
        (run_on(area.width), area.width),
    ];
    let first_that = |most: usize| texts.iter().find(|(rows, _)| rows.len() <= most);
    if let Some((rows, columns)) = first_that(usize::from(room)).filter(|_| area.height >= LEAST) {
        let first_line = heading_lines.get(..1).unwrap_or_default();
        let taken = heading(first_line, put, theme, middle(area, *columns), buffer);
        spoken(
            rows,
            *columns,
            theme,
            below(words_area, (top / 2).max(taken)),
            buffer,
        );
    } else {
        let (rows, columns) = first_that(height).unwrap_or(&texts[2]);
        spoken(rows, *columns, theme, words_area, buffer);
    }
}

/// Words that are read: left-aligned, from the top of an area, as a block of a fixed width in its middle.
fn spoken(rows: &[String], columns: u16, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let block = middle(area, columns);
    for (row, text) in (0..block.height).zip(rows) {
        put(&Line::styled(text.as_str(), theme.strong), row, block, buffer);
    }
}

/// "butir 2 dari 4"
fn counted(words: &Words, count: Option<Count>) -> String {
    count.map_or_else(String::new, |count| {
        (words.screens.clause_of)(count.unit, count.number, count.of)
    })
}

/// Which clause it is, and how it is read: below the words, from edge to edge.
fn foot(
    words: &Words,
    count: Option<Count>,
    manner: Option<ReadManner>,
    theme: &Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    if area.height < LEAST {
        return;
    }
    let count = counted(words, count);
    let words = &words.screens;
    let manner = manner.map_or("", |manner| match manner {
        ReadManner::ReadThenRepeated => words.read_then_repeated,
        ReadManner::Read => words.being_read,
        ReadManner::Repeated => words.being_repeated,
        ReadManner::Together => words.together,
    });
    let area = middle(area, WIDEST);
    let manner = cut(Line::styled(manner, theme.plain), usize::from(area.width));
    let row = area.height - 2;
    put_both(Line::styled(count, theme.plain), &manner, row, area, buffer);
}
