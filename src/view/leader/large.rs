//! Large type on the leader's screen: how large the phrases of a text are, the present one at that size, and the words
//! that tell that all screens are dark.
//!
//! One size for all that is read in a step, so that the type does not jump from phrase to phrase. What is not read from a
//! text (titles, lines, signatories) stays plain: it is looked at, not read out, and tells more in plain rows.

use std::cmp::Reverse;
use std::sync::Arc;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Room, anchor, shared, verse_rows};
use crate::programme::{Cue, Step};
use crate::show::{Look, Show, Size};
use crate::typeface::Measure;
use crate::view::Cache;
use crate::view::big_text::{self, MOST_LINES, Needed, TypeSize};
use crate::view::text::{inset, width};
use crate::view::verse::{self, Air, Item, Large, Standing};
use crate::view::{panel, theme, veil};

/// What the verse keeps below large type at the usual size: air, and two rows of what comes.
const BELOW: u16 = 3;

/// No type is higher, however much room there is: of a short text every phrase would fill the screen.
const MOST_ROWS: u16 = 10;

/// Nor are the words that tell that all screens are dark: the phrase that comes back is what is needed next.
const MOST_ROWS_OF_DARK: u16 = 6;

/// What is read together is longer than a breath, and stands in so many lines where it has no room in fewer.
const MORE_LINES: u16 = 7;

/// How large the phrases of a text are in a column.
#[derive(Debug, Clone, Copy)]
pub(in crate::view) struct Fit {
    pub(super) size: TypeSize,
    /// The columns before the words.
    margin: u16,
    /// The rows of the panel as they were reckoned with.
    panel: u16,
    /// The row of the verse at which the present phrase begins.
    anchor: u16,
    /// No phrase takes more rows.
    tallest: u16,
}

/// Where the phrases of a text were placed, and for what: it holds as long as that does.
#[derive(Debug)]
pub(in crate::view) struct Placed {
    measures: Arc<[Measure]>,
    look: Look,
    margin: u16,
    usual_panel: u16,
    columns: Vec<Rect>,
    found: Option<(Fit, usize)>,
}

/// The first of several columns in which the phrases of a text stand in large type; at the roomy size the one in which
/// they are largest. None where a cue is not read from a text, where plain type is asked for, and where large type has no
/// room.
pub(super) fn place(
    show: &Show,
    step: &Step,
    cue: &Cue,
    usual_panel: u16,
    columns: &[Rect],
    cache: &mut Cache,
) -> Option<(Fit, usize)> {
    let measures = show.measures();
    if !cue.id.part.is_text() || measures.is_empty() {
        return None;
    }
    let look = show.look();
    let margin = verse::margin_for(widest_number(step));
    let kept = cache.placed.as_ref().filter(|placed| {
        Arc::ptr_eq(&placed.measures, &measures)
            && (placed.look, placed.margin, placed.usual_panel) == (look, margin, usual_panel)
            && placed.columns == columns
    });
    if let Some(placed) = kept {
        return placed.found;
    }
    let found = placed(&measures, look, margin, usual_panel, columns);
    cache.placed = Some(Placed {
        measures,
        look,
        margin,
        usual_panel,
        columns: columns.to_vec(),
        found,
    });
    found
}

/// The same, worked out.
fn placed(
    measures: &[Measure],
    look: Look,
    margin: u16,
    usual_panel: u16,
    columns: &[Rect],
) -> Option<(Fit, usize)> {
    let of = |how: How| {
        let fits = columns.iter().enumerate();
        fits.filter_map(move |(at, column)| {
            Some((fit(measures, look, margin, usual_panel, how, *column)?, at))
        })
    };
    let chosen = |how: How| match look.size {
        Size::Compact => None,
        Size::Usual => of(how).next(),
        // Of equals the first.
        Size::Roomy => of(how).min_by_key(|(fit, at)| (Reverse(fit.size.rows), *at)),
    };
    [How::Whole(MOST_LINES), How::Whole(MORE_LINES), How::ButFew]
        .into_iter()
        .find_map(chosen)
}

/// What must stand in large type, so that any of it does.
#[derive(Debug, Clone, Copy)]
enum How {
    /// Every phrase, in at most so many lines.
    Whole(u16),
    /// All but a few that are plain.
    ButFew,
}

/// How large the phrases of a text are in a column above a panel of so many rows.
fn fit(
    measures: &[Measure],
    look: Look,
    margin: u16,
    usual_panel: u16,
    how: How,
    column: Rect,
) -> Option<Fit> {
    let columns = verse::columns_of_large(inset(column, 1).width, margin);
    let fitted = |rows: u16, most_rows: u16, panel: u16| {
        let room = (columns, rows);
        let (size, most_lines) = match how {
            How::Whole(MOST_LINES) => (
                big_text::fitted(measures, room, most_rows, Needed::All, look)?,
                MOST_LINES,
            ),
            How::Whole(lines) => (big_text::largest(measures, room, most_rows, lines, look)?, lines),
            How::ButFew => (
                big_text::fitted(measures, room, most_rows, Needed::AllButFew, look)?,
                MOST_LINES,
            ),
        };
        let lines = (rows / size.rows.max(1)).min(most_lines);
        Some(Fit {
            size,
            margin,
            panel,
            anchor: anchor(verse_rows(panel, column)),
            tallest: lines * size.rows,
        })
    };
    match look.size {
        Size::Compact => None,
        Size::Usual => {
            let verse = verse_rows(usual_panel, column);
            let rows = verse.saturating_sub(anchor(verse) + BELOW);
            fitted(rows, MOST_ROWS, usual_panel)
        }
        // The notes step back before the phrase does.
        Size::Roomy => [usual_panel, panel::LEAST].into_iter().find_map(|panel| {
            let verse = verse_rows(panel, column);
            let fit = fitted(verse, verse, panel)?;
            Some(Fit {
                anchor: fit.anchor.min(verse.saturating_sub(fit.tallest)),
                ..fit
            })
        }),
    }
}

/// How many cells the widest number before a clause takes; 0 where none has one.
fn widest_number(step: &Step) -> usize {
    let numbers = step.cues.iter().filter_map(|cue| cue.shown_number);
    numbers.map(|number| width(&numbered(number))).max().unwrap_or(0)
}

/// A number before a clause, with the space after it.
fn numbered(number: usize) -> String {
    format!("{number}. ")
}

impl Fit {
    /// No phrase takes more rows.
    pub(super) fn tallest(&self) -> usize {
        usize::from(self.tallest)
    }

    /// How the height of a column is parted.
    pub(super) fn room(&self, items: &[Item], wanted_panel: u16, column: Rect) -> Room {
        let whole = verse::whole_rows(items, inset(column, 1).width) + usize::from(self.tallest);
        // A panel that makes room for the type has no more rows than that.
        let wanted_panel = if self.panel == panel::LEAST {
            panel::LEAST
        } else {
            wanted_panel
        };
        Room {
            panel: shared(whole, self.panel, wanted_panel, self.anchor, column),
            anchor: self.anchor,
        }
    }
}

/// The phrase that is read now, in large type. None where it would not be whole: then it is plain.
pub(super) fn phrase(
    show: &Show,
    step: &Step,
    cue: &Cue,
    fit: Fit,
    style: Style,
    columns: u16,
) -> Option<Large> {
    let stretch = cue.stretch(
        show.stride(step, cue),
        show.place().map_or(0, |place| place.phrase),
    );
    let number = cue.shown_number.filter(|_| stretch.start == 0);
    let phrases = cue.phrases.get(stretch)?.iter();
    let text: Vec<&str> = phrases.map(|phrase| phrase.text.as_str()).collect();
    let columns = verse::columns_of_large(columns, fit.margin);
    let text = text.join(" ");
    let look = show.look();
    let of_size = |size| big_text::broken(&text, size, columns, look);
    let is_whole = |lines: &[String]| {
        lines.len() <= usize::from(fit.tallest / fit.size.rows.max(1))
            && lines
                .iter()
                .all(|line| big_text::columns(line, fit.size, look) <= columns)
    };
    let (size, lines) = match of_size(fit.size) {
        lines if is_whole(&lines) => (fit.size, lines),
        // Of a text with very many phrases not all were measured.
        _ => {
            let size = big_text::largest(
                &[Measure::of(&text)],
                (columns, fit.tallest),
                fit.size.rows,
                MOST_LINES,
                look,
            )?;
            (size, of_size(size))
        }
    };
    Some(Large {
        lines,
        size,
        style,
        margin: fit.margin,
        number: number.map_or_else(String::new, numbered),
        is_above: false,
    })
}

/// A verse that tells that all screens are dark, where the present phrase stands else: what the next advance does follows,
/// and the phrase that it brings back, in plain type, among its surroundings.
pub(super) fn dark(show: &Show, items: Vec<Item>, area: Rect) -> (Vec<Item>, Option<Large>) {
    let theme = theme::of(show.look());
    let name = show.words().screens.screens_dark;
    let told = Item {
        text: veil::returns_by(show),
        sign: " ",
        style: theme.strong,
        standing: Standing::Present,
        air: Air::After,
    };
    let margin = verse::margin_for(0);
    let columns = verse::columns_of_large(area.width, margin);
    let below = verse::present_rows(std::slice::from_ref(&told), area.width)
        + 1
        + verse::present_rows(&items, area.width);
    let rows = area
        .height
        .saturating_sub(u16::try_from(below).unwrap_or(u16::MAX));
    let look = show.look();
    let measures = [Measure::of(name)];
    let large =
        big_text::fitted(&measures, (columns, rows), MOST_ROWS_OF_DARK, Needed::All, look).map(|size| {
            Large {
                lines: big_text::broken(name, size, columns, look),
                size,
                style: theme.warning,
                margin,
                number: String::new(),
                is_above: true,
            }
        });
    let plain = large.is_none().then(|| Item {
        text: name.to_owned(),
        style: theme.warning,
        air: Air::Usual,
        ..told.clone()
    });
    let first = items.iter().position(|item| item.standing == Standing::Present);
    let mut items = items;
    let mut after = items.split_off(first.unwrap_or(items.len()));
    // Nothing is read now: what tells of the screens is the strongest.
    for item in after.iter_mut().filter(|item| item.standing == Standing::Present) {
        item.style = theme.strong;
    }
    items.extend(plain);
    items.push(told);
    items.extend(after);
    (items, large)
}

#[cfg(test)]
mod tests;
