//! Large type on the leader's screen: how large the phrases of a text are, the present one at that size, and the words
//! that tell that all screens are dark.
//!
//! One size for all that is read in a step, so that the type does not jump from phrase to phrase. What is not read from a
//! text (titles, lines, signatories) stays plain: it is looked at, not read out, and tells more in plain rows.

use std::cmp::Reverse;
use std::sync::Arc;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{PanelRows, Room, anchor, label_rows};
use crate::programme::{Cue, Step};
use crate::show::{Look, Show, Size};
use crate::typeface::Measure;
use crate::view::Cache;
use crate::view::big_text::{self, MOST_LINES, Needed, TypeSize};
use crate::view::text::{inset, width};
use crate::view::verse::{self, Air, Item, LargeWords, Standing};
use crate::view::{panel, theme, veil};

/// What the verse keeps below large type at the usual size: air, and two rows of what comes.
const BELOW: u16 = 3;

/// No type is higher, however much room there is: of a short text every phrase would fill the screen.
const MOST_ROWS: u16 = 10;

/// Nor are the words that tell that all screens are dark: the phrase that comes back is what is needed next.
const MOST_ROWS_OF_DARK: u16 = 6;

/// What is read together is longer than a breath, and stands in so many lines where it has no room in fewer. More than the
/// four of the screens that many look at: this one is read by one person who knows the text, and from near; to lose the large
/// type would cost more than a longer way for the eye.
const MORE_LINES: u16 = 7;

/// How large the phrases of a text are in a column.
#[derive(Debug, Clone, Copy)]
pub(in crate::view) struct Fit {
    pub(super) size: TypeSize,
    /// The columns before the words.
    margin: u16,
    /// The rows of the label above the verse.
    label: u16,
    /// Whether the label gives up its air.
    is_tight: bool,
    /// The rows of the panel as they were reckoned with.
    panel: u16,
    /// Whether that is what it usually has.
    has_usual_panel: bool,
    /// The row of the verse at which the present phrase begins.
    anchor: u16,
    /// No phrase takes more rows.
    tallest: u16,
}

/// How large the phrases of a text were found to be, and for what: it holds as long as that does.
#[derive(Debug)]
pub(in crate::view) struct FoundFit {
    measures: Arc<[Measure]>,
    look: Look,
    margin: u16,
    usual_panel: u16,
    columns: Vec<Rect>,
    found: Option<(Fit, usize)>,
}

/// The one of several columns in which the phrases of a text stand in the largest type, the last of which has no list of the
/// steps beside it; at the usual size that one only where the others have no room. None where a cue is not read from a text,
/// where plain type is asked for, and where large type has no room.
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
    let kept = cache.found_fit.as_ref().filter(|kept| {
        Arc::ptr_eq(&kept.measures, &measures)
            && (kept.look, kept.margin, kept.usual_panel) == (look, margin, usual_panel)
            && kept.columns == columns
    });
    if let Some(kept) = kept {
        return kept.found;
    }
    let found = found_fit(&measures, look, margin, usual_panel, columns);
    cache.found_fit = Some(FoundFit {
        measures,
        look,
        margin,
        usual_panel,
        columns: columns.to_vec(),
        found,
    });
    found
}

/// Whether the largest size, which was asked for, has no room for larger type than the usual one.
pub(super) fn has_no_room(show: &Show, step: &Step, cue: &Cue, usual_panel: u16, columns: &[Rect]) -> bool {
    if show.look().size != Size::Roomy || !cue.id.part.is_text() {
        return false;
    }
    let margin = verse::margin_for(widest_number(step));
    let rows = |size| {
        let look = Look { size, ..show.look() };
        let found = found_fit(&show.measures(), look, margin, usual_panel, columns);
        found.map_or(0, |(fit, _)| fit.size.rows)
    };
    rows(Size::Roomy) <= rows(Size::Usual)
}

/// The same as [`place`], worked out.
fn found_fit(
    measures: &[Measure],
    look: Look,
    margin: u16,
    usual_panel: u16,
    columns: &[Rect],
) -> Option<(Fit, usize)> {
    let fitting = Fitting {
        measures,
        look,
        margin,
        usual_panel,
    };
    // Of equals the first.
    let largest = |ways: &[Way], columns: &[Rect]| {
        let fits = columns.iter().enumerate();
        let fits = fits.flat_map(|(at, column)| ways.iter().map(move |way| (at, *column, *way)));
        fits.filter_map(|(at, column, way)| Some((fitting.fit(way, column)?, at)))
            .min_by_key(|(fit, _)| Reverse(fit.size.rows))
    };
    match look.size {
        Size::Compact => None,
        // The list of the steps stays wherever large type has room beside it.
        Size::Usual => {
            let beside_list = columns.get(..columns.len().saturating_sub(1)).unwrap_or_default();
            let room = Surroundings::usual(usual_panel);
            HOW.into_iter().find_map(|how| {
                let way = [Way { how, room }];
                largest(&way, beside_list).or_else(|| largest(&way, columns))
            })
        }
        // The notes step back before the phrase does, and in the end what comes next; but before any phrase is plain.
        Size::Roomy => {
            let with_panel: Vec<_> = Surroundings::with_panel(usual_panel).collect();
            let rooms: [&[Surroundings]; 2] = [&with_panel, &Surroundings::BARE];
            let in_room = |rooms: &[Surroundings], how: How| {
                let ways: Vec<Way> = rooms.iter().map(|room| Way { how, room: *room }).collect();
                largest(&ways, columns)
            };
            let [whole @ .., but_few] = HOW;
            let mut all = rooms.iter().flat_map(|rooms| whole.map(|how| (rooms, how)));
            all.find_map(|(rooms, how)| in_room(rooms, how))
                .or_else(|| rooms.iter().find_map(|rooms| in_room(rooms, but_few)))
        }
    }
}

/// What must stand in large type, so that any of it does.
#[derive(Debug, Clone, Copy)]
enum How {
    /// Every phrase, in at most so many lines.
    Whole(u16),
    /// All but a few that are plain.
    ButFew,
}

/// The ways to stand, the best first.
const HOW: [How; 3] = [How::Whole(MOST_LINES), How::Whole(MORE_LINES), How::ButFew];

/// The rows of what stands around the verse in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Surroundings {
    /// Of the label above it; none for as many as usual.
    label: Option<u16>,
    /// Of the panel below it.
    panel: u16,
}

impl Surroundings {
    /// Without a panel, and in the end without the air below the label.
    const BARE: [Self; 2] = [
        Self {
            label: None,
            panel: 0,
        },
        Self {
            label: Some(1),
            panel: 0,
        },
    ];

    fn usual(panel: u16) -> Self {
        Self { label: None, panel }
    }

    /// With a panel, the one of most rows first.
    fn with_panel(usual: u16) -> impl Iterator<Item = Self> {
        (panel::LEAST..=usual.max(panel::LEAST)).rev().map(Self::usual)
    }
}

/// A way to stand.
#[derive(Debug, Clone, Copy)]
struct Way {
    how: How,
    room: Surroundings,
}

/// What is fitted.
struct Fitting<'a> {
    measures: &'a [Measure],
    look: Look,
    margin: u16,
    usual_panel: u16,
}

impl Fitting<'_> {
    /// How large the phrases of a text are in a column.
    fn fit(&self, way: Way, column: Rect) -> Option<Fit> {
        let columns = verse::columns_of_large(inset(column, 1).width, self.margin);
        let height = column.height.saturating_sub(way.room.panel);
        let label = way.room.label.unwrap_or_else(|| label_rows(height));
        let verse = height.saturating_sub(label);
        let is_roomy = self.look.size == Size::Roomy;
        let (rows, most_rows) = if is_roomy {
            (verse, verse)
        } else {
            (verse.saturating_sub(anchor(verse) + BELOW), MOST_ROWS)
        };
        let (measures, room, look) = (self.measures, (columns, rows), self.look);
        let (size, most_lines) = match way.how {
            // As large as can be, however much calmer fewer lines would be.
            How::Whole(lines) if is_roomy => {
                (big_text::largest(measures, room, most_rows, lines, look)?, lines)
            }
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
        let tallest = lines * size.rows;
        Some(Fit {
            size,
            margin: self.margin,
            label,
            is_tight: way.room.label.is_some(),
            panel: way.room.panel,
            has_usual_panel: way.room.panel == self.usual_panel,
            anchor: anchor(verse).min(verse.saturating_sub(tallest)),
            tallest,
        })
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
    pub(super) fn room(&self, items: &[Item], panel: &PanelRows, column: Rect) -> Room {
        let whole = verse::whole_rows(items, inset(column, 1).width) + usize::from(self.tallest);
        Room {
            label: self.label,
            is_tight: self.is_tight,
            // A panel that makes room for the type has no more rows than that.
            panel: if self.has_usual_panel {
                panel.shared(whole, self.anchor, column)
            } else {
                self.panel
            },
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
) -> Option<LargeWords> {
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
    Some(LargeWords {
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
pub(super) fn dark(show: &Show, items: Vec<Item>, area: Rect) -> (Vec<Item>, Option<LargeWords>) {
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
    let large = big_text::fitted(
        &[Measure::of(name)],
        (columns, rows),
        MOST_ROWS_OF_DARK,
        Needed::All,
        look,
    )
    .map(|size| LargeWords {
        lines: big_text::broken(name, size, columns, look),
        size,
        style: theme.warning,
        margin,
        number: String::new(),
        is_above: true,
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
