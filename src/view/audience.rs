//! What the audience sees, drawn from a slide alone: large and calm, no clock, no key, no notice, never an error.
//!
//! Words that are read begin at the same row and column every time, so that the hall finds them without looking; what
//! stands below them begins at that column too, and their heading stands in the middle. Nothing is dim: a projector would
//! lose it.

mod plain;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use super::big_text::{MOST_LINES, TypeSize};
use super::large::{self, Large, Room};
use super::placed::{self, Placed};
use super::text::{below, fitted, inset, share, width, wrapped};
use super::theme::{self, Theme};
use super::{Cache, LEAST};
use crate::lang::Words;
use crate::show::Look;
use crate::slide::{Ceremony, Count, Doing, ReadManner, Shown, Slide};
use crate::typeface::Measure;

/// Draws a slide.
pub fn draw(slide: &Slide, cache: &mut Cache, words: &Words, look: Look, area: Rect, buffer: &mut Buffer) {
    if slide.shown == Shown::Nothing {
        theme::paint_dark(look, area, buffer);
    } else {
        placed::draw(&laid_out(slide, words, look, area), look, cache, area, buffer);
    }
}

/// What stands where of a slide.
pub fn laid_out(slide: &Slide, words: &Words, look: Look, area: Rect) -> Vec<Placed> {
    let hall = Hall::new(look, area);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return plain::alone(slide, hall.theme, area);
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
                hall.read_out(std::slice::from_ref(title), lines, &slide.measures, &foot)
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
            hall.read_out(heading, lines, &slide.measures, &foot)
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

/// What stands below the words.
struct Foot {
    /// Which clause it is.
    count: String,
    /// How the words are read; empty where nobody reads along.
    manner: &'static str,
}

impl Foot {
    fn new(words: &Words, count: Option<Count>, manner: Option<ReadManner>) -> Self {
        let screens = &words.screens;
        Self {
            count: counted(words, count),
            manner: manner.map_or("", |manner| match manner {
                ReadManner::ReadThenRepeated => screens.read_then_repeated,
                ReadManner::Read => (screens.doing)(Doing::Reads).by_nobody,
                ReadManner::Repeated => screens.being_repeated,
                ReadManner::Together => screens.together,
            }),
        }
    }
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

    /// The heading of a text, small and in the middle, above what is read: at most so many of its rows, and less than a third of the height.
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

    /// What stands below the words: which clause it is at the left, and how they are read at the right.
    fn foot(&self, foot: &Foot) -> Edge {
        let Rect {
            width: columns,
            height,
            ..
        } = self.inner;
        let row = height.saturating_sub(2);
        let line = |text: String, alignment| {
            let lines = if text.is_empty() { Vec::new() } else { vec![text] };
            Placed::plain(lines, row, self.inner, alignment, self.theme.plain)
        };
        // Of the two the count is cut first.
        let count = fitted(
            &foot.count,
            usize::from(columns).saturating_sub(width(foot.manner) + 2),
        );
        Edge {
            placed: vec![
                line(count, Alignment::Left),
                line(foot.manner.to_owned(), Alignment::Right),
            ],
            row,
        }
    }

    /// The heading, and the words that are read below it, at one place and of one size in all of a text.
    fn read_out(
        &self,
        heading: &[String],
        lines: &[String],
        measures: &[Measure],
        foot: &Foot,
    ) -> Vec<Placed> {
        let edge = self.foot(foot);
        let own = [Measure::of(&lines.join(" "))];
        let all = if measures.is_empty() { &own } else { measures };
        // Where the words have no room in large type below the whole heading, its first row has to do.
        let below_heading = |most| {
            let heading = self.heading(heading, most);
            let room = self.room(heading.row, edge.row);
            (heading, room)
        };
        let (mut heading_above, mut room) = below_heading(usize::MAX);
        let mut size = room.common(all, self.look);
        if size.is_none() {
            (heading_above, room) = below_heading(1);
            size = room.common(all, self.look);
        }
        let least = TypeSize {
            rows: large::LEAST_ROWS,
        };
        let large = room.now(lines, size.unwrap_or(least), self.look);
        let long = || room.long(lines, self.look);
        let Some(Large {
            lines: rows,
            size: own,
        }) = large.or_else(long)
        else {
            return plain::read_out(self, heading, lines, foot);
        };
        let highest = edge.row.saturating_sub(room.all + 1);
        // Smaller words stand lower, so that the most lines that there may be end with the upper two thirds. Where some
        // need more lines than that, all the room is theirs.
        let top = size.map_or(highest, |size| {
            let of_all = placed::height(usize::from(MOST_LINES), size.rows);
            let lowest = share(self.inner.height, 2, 3).saturating_sub(of_all);
            highest.max(lowest.min(self.inner.height / 4))
        });
        let mut placed = heading_above.placed;
        placed.push(Placed::large(
            rows,
            own.rows,
            top,
            self.inner,
            Alignment::Left,
            self.theme.hall,
        ));
        placed.extend(edge.placed);
        placed
    }

    /// The room of words between a heading and a foot: usually the upper two thirds.
    fn room(&self, heading: u16, foot: u16) -> Room {
        let Rect { width, height, .. } = self.inner;
        let top = (heading + (height / 20).max(1)).max(height / 8);
        Room {
            columns: width,
            usual: share(height, 2, 3).saturating_sub(top),
            all: foot.saturating_sub(top + 1),
            most: share(height, 1, 4),
        }
    }

    /// Titles in the middle of an area, and below them, smaller, what belongs to them.
    fn titles(&self, titles: &[&str], others: &[&str], area: Rect) -> Vec<Placed> {
        let most = large::of_title(self.inner.height, self.look.size);
        let room = (area.width, share(area.height, 3, 4));
        let centred = |title: Large, others: (Vec<String>, u16), gap| {
            let below_title = title.height() + if others.0.is_empty() { 0 } else { gap };
            let height = below_title + placed::height(others.0.len(), others.1);
            let top = share(area.height.saturating_sub(height), 2, 5);
            let strong = self.theme.hall;
            let plain = if others.1 > 1 { strong } else { self.theme.plain };
            vec![
                Placed::large(title.lines, title.size.rows, top, area, Alignment::Center, strong),
                Placed::large(
                    others.0,
                    others.1,
                    top + below_title,
                    area,
                    Alignment::Center,
                    plain,
                ),
            ]
        };
        let Some(largest) = large::stacked(titles, room, most, self.look) else {
            return plain::centred(titles, others, self.theme, area);
        };
        if others.is_empty() {
            return centred(largest, (Vec::new(), 1), 0);
        }
        // What belongs to the titles is large too, where they are not made much smaller by that.
        let least = share(largest.size.rows, 2, 3).max(large::LEAST_ROWS + 1);
        for rows in (least..=largest.size.rows).rev() {
            let of_others = (rows / 2).max(large::LEAST_ROWS);
            let gap = (rows / 3).max(1);
            let both = large::at_size(titles, rows, room, self.look).and_then(|title| {
                let rest = room.1.checked_sub(title.height() + gap)?;
                let others = large::at_size(others, of_others, (room.0, rest), self.look)?;
                Some((title, others))
            });
            if let Some((title, others)) = both {
                return centred(title, (others.lines, of_others), gap);
            }
        }
        let others: Vec<String> = others.iter().flat_map(|one| wrapped(one, area.width)).collect();
        let rest = (
            room.0,
            share(area.height, 9, 10).saturating_sub(placed::height(others.len(), 1) + 1),
        );
        if let Some(title) = large::stacked(titles, rest, most, self.look) {
            return centred(title, (others, 1), 1);
        }
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        plain::centred(titles, &others, self.theme, area)
    }
}
