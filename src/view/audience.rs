//! What the audience sees, drawn from a slide alone: large and calm, no clock, no key, no notice, never an error.
//!
//! Words that are read begin at the same row and column every time, so that the hall finds them without looking: the row at
//! which a usual phrase of the text stands in the optical middle of the upper two thirds. What stands below them begins at
//! that column too, and their heading stands in the middle. Nothing is dim: a projector would lose it.

mod foot;
mod plain;

use self::foot::Foot;
pub(super) use self::foot::HIGH;
pub(super) use self::plain::alone;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;

use super::big_text::TypeSize;
use super::large::{self, LEAST_ROWS, LaidOut, Readers, Room, Stack};
use super::placed::{Kept, Placed, draw_all};
use super::text::{below, inset, share, wrapped};
use super::theme::{self, Theme};
use super::{Cache, LEAST};
use crate::lang::Words;
use crate::show::Look;
use crate::slide::{Ceremony, Count, Shown, Slide};
use crate::typeface::Measure;

/// Draws a slide.
pub fn draw(
    slide: &Slide,
    cache: &mut Cache,
    words: &'static Words,
    look: Look,
    area: Rect,
    buffer: &mut Buffer,
) {
    if slide.is_dark() {
        theme::paint_dark(look, area, buffer);
        return;
    }
    let lay_out = || laid_out(slide, words, look, area);
    let kept = Kept::or_anew(cache.hall.take(), slide, words, look, area, lay_out);
    draw_all(&kept.placed, look, cache, area, buffer);
    cache.hall = Some(kept);
}

/// What stands where of a slide.
pub fn laid_out(slide: &Slide, words: &Words, look: Look, area: Rect) -> Vec<Placed> {
    let hall = Hall::new(look, area);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return vec![alone(&plain::words_of(slide), hall.theme.hall, area)];
    }
    match &slide.shown {
        Shown::Nothing => Vec::new(),
        Shown::TitleCard => title_card(&slide.ceremony, look, area),
        Shown::Title {
            title,
            count,
            words: lines,
        } => {
            if lines.is_empty() {
                let count = counted(words, *count);
                let count = Some(count.as_str()).filter(|count| !count.is_empty());
                hall.titles(&[title], count.as_slice(), hall.inner)
            } else {
                let foot = Foot::new(words, *count, None);
                hall.read_out(
                    std::slice::from_ref(title),
                    lines,
                    &slide.measures,
                    Readers::One,
                    &foot,
                )
            }
        }
        Shown::Heading { lines } => {
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            hall.titles(&lines, &[], hall.inner)
        }
        Shown::Words {
            heading,
            lines,
            count,
            manner,
        } => {
            let foot = Foot::new(words, *count, Some(*manner));
            hall.read_out(heading, lines, &slide.measures, Readers::Many, &foot)
        }
        Shown::Signatory { title, name, office } => {
            let heading = hall.heading(std::slice::from_ref(title), usize::MAX);
            let called: Vec<&str> = [name, office].into_iter().flatten().map(String::as_str).collect();
            let (first, others) = called.split_at(called.len().min(1));
            let mut placed = hall.titles(first, others, below(hall.inner, heading.row));
            placed.extend(heading.placed);
            placed
        }
    }
}

/// The title card of a ceremony: of the hall and of the podium.
pub(super) fn title_card(ceremony: &Ceremony, look: Look, area: Rect) -> Vec<Placed> {
    let hall = Hall::new(look, area);
    let facts = [&ceremony.agency, &ceremony.place, &ceremony.date];
    let facts: Vec<&str> = facts.into_iter().flatten().map(String::as_str).collect();
    hall.titles(&[&ceremony.title], &facts, hall.inner)
}

/// "butir 2 dari 4"
pub(super) fn counted(words: &Words, count: Option<Count>) -> String {
    count.map_or_else(String::new, |count| {
        (words.screens.clause_of)(count.unit, count.number, count.of)
    })
}

/// What stands at an edge of the screen, above the words or below them.
struct Edge {
    placed: Vec<Placed>,
    /// The row up to which, or from which on, it stands.
    row: u16,
}

/// A screen of the hall with room for more than the words alone.
struct Hall {
    theme: &'static Theme,
    look: Look,
    /// The screen less its margins at both sides.
    inner: Rect,
}

impl Hall {
    fn new(look: Look, area: Rect) -> Self {
        Self {
            theme: theme::of(look),
            look,
            inner: inset(area, (area.width / 30).max(2)),
        }
    }

    /// The heading of a text, small and in the middle, above what is read: at most so many of its rows, and less than a
    /// third of the height.
    fn heading(&self, lines: &[String], most: usize) -> Edge {
        let Rect { width, height, .. } = self.inner;
        let mut rows: Vec<String> = lines.iter().flat_map(|line| wrapped(line, width)).collect();
        rows.truncate(most.min(usize::from((height / 3).saturating_sub(1))));
        let placed = Placed::plain(rows, 1, self.inner, Alignment::Center, self.theme.plain);
        Edge {
            row: if placed.lines.is_empty() {
                0
            } else {
                1 + placed.area.height
            },
            placed: vec![placed],
        }
    }

    /// The heading, and the words that are read below it, at one place and of one size in all of a text.
    fn read_out(
        &self,
        heading: &[String],
        lines: &[String],
        measures: &[Measure],
        readers: Readers,
        foot: &Foot,
    ) -> Vec<Placed> {
        let own = [Measure::of(&lines.join(" "))];
        let all = if measures.is_empty() { &own } else { measures };
        let size = |heading: &Edge, foot: &Edge| {
            let (_, room) = self.room(heading.row, foot.row);
            room.common(all, self.look)
        };
        let (whole, below) = (self.heading(heading, usize::MAX), self.foot(foot));
        let (above, below) = match size(&whole, &below) {
            // Where the words have no room in large type below the whole heading, its first row has to do.
            None => (self.heading(heading, 1), below),
            // Nor are they made smaller for what stands below them.
            size_of_all => {
                let large = self.large_foot(foot);
                let large = large.filter(|large| size(&whole, large) == size_of_all);
                (whole, large.unwrap_or(below))
            }
        };
        let (top, room) = self.room(above.row, below.row);
        let Some(LaidOut { text, air }) = room.laid_out(lines, all, readers, self.look) else {
            return plain::read_out(self, heading, lines, foot);
        };
        let mut placed = above.placed;
        placed.push(Placed::large(
            text.lines,
            text.size.rows,
            top + air,
            self.inner,
            Alignment::Left,
            self.theme.hall,
        ));
        placed.extend(below.placed);
        placed
    }

    /// The first row of words between a heading and a foot, and their room: usually the upper two thirds.
    fn room(&self, heading: u16, foot: u16) -> (u16, Room) {
        let Rect { width, height, .. } = self.inner;
        let top = (heading + (height / 20).max(1)).max(height / 8);
        let room = Room {
            columns: width,
            usual: share(height, 2, 3).saturating_sub(top),
            all: foot.saturating_sub(top + 1),
            most: share(height, 1, 4),
        };
        (top, room)
    }

    /// Titles in the middle of an area, and below them, smaller, what belongs to them.
    fn titles(&self, titles: &[&str], others: &[&str], area: Rect) -> Vec<Placed> {
        let most = large::of_title(self.inner.height, self.look.size);
        let room = (area.width, share(area.height, 3, 4));
        let centred = |titles: &Stack, others: Option<&Stack>, gap: u16| {
            let below_titles = titles.height() + if others.is_some() { gap } else { 0 };
            let height = below_titles + others.map_or(0, Stack::height);
            let top = share(area.height.saturating_sub(height), 2, 5);
            let mut placed = stack(titles, top, area, self.theme.hall);
            if let Some(others) = others {
                let is_large = others.size.rows > 1;
                let style = if is_large {
                    self.theme.hall
                } else {
                    self.theme.plain
                };
                placed.extend(stack(others, top + below_titles, area, style));
            }
            placed
        };
        let Some(largest) = large::stacked(titles, room, most, self.look) else {
            return plain::centred(titles, others, self.theme, area);
        };
        if others.is_empty() {
            return centred(&largest, None, 0);
        }
        // What belongs to the titles is large too, where they are not made much smaller by that.
        let least = share(largest.size.rows, 2, 3).max(LEAST_ROWS + 1);
        for rows in (least..=largest.size.rows).rev() {
            let of_others = (rows / 2).max(LEAST_ROWS);
            let gap = (rows / 3).max(1);
            let both = Stack::at(titles, rows, room, self.look).and_then(|title| {
                let rest = room.1.checked_sub(title.height() + gap)?;
                let others = Stack::at(others, of_others, (room.0, rest), self.look)?;
                Some((title, others))
            });
            if let Some((title, others)) = both {
                return centred(&title, Some(&others), gap);
            }
        }
        let others: Vec<String> = others.iter().flat_map(|one| wrapped(one, area.width)).collect();
        let others = Stack {
            texts: vec![others],
            size: TypeSize { rows: 1 },
            air: 0,
        };
        let rest = share(area.height, 9, 10).saturating_sub(others.height() + 1);
        if let Some(titles) = large::stacked(titles, (room.0, rest), most, self.look) {
            return centred(&titles, Some(&others), 1);
        }
        let others: Vec<&str> = others.texts.iter().flatten().map(String::as_str).collect();
        plain::centred(titles, &others, self.theme, area)
    }
}

/// Texts one below the other in the middle of an area, from a row on.
fn stack(stack: &Stack, top: u16, area: Rect, style: Style) -> Vec<Placed> {
    let mut row = top;
    let placed = stack.texts.iter().map(|lines| {
        let rows = stack.size.rows;
        let one = Placed::large(lines.clone(), rows, row, area, Alignment::Center, style);
        row += one.area.height + stack.air;
        one
    });
    placed.collect()
}
