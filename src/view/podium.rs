//! What the reader at the podium sees, standing two metres away, drawn from a prompt alone: whose turn it is, what is read
//! now, and what comes after it. No note, no time, no key, never an error.
//!
//! What is read now begins at the same row and column every time, and its colour tells whose turn it is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;

use super::audience::{self, HIGH, alone, counted};
use super::big_text::{self, TypeSize};
use super::large::{self, LEAST_ROWS, LaidOut, Readers, Room};
use super::placed::{Kept, Placed, draw_all};
use super::text::{above, below, fitted, inset, middle, share, width, wrapped, wrapped_at_most};
use super::theme::{self, Theme};
use super::turn;
use super::{Cache, LEAST};
use crate::lang::{ScreenWords, Words};
use crate::show::Look;
use crate::slide::{Doing, Position, Prompt, Voice};
use crate::typeface::Measure;

/// From this height on what comes next does so too.
const VERY_HIGH: u16 = 48;

/// Plain text is no wider, however wide the screen.
const WIDEST: u16 = 72;

/// Draws a prompt.
pub fn draw(
    prompt: &Prompt,
    cache: &mut Cache,
    words: &'static Words,
    look: Look,
    area: Rect,
    buffer: &mut Buffer,
) {
    if prompt.is_dark() {
        theme::paint_dark(look, area, buffer);
        return;
    }
    let lay_out = || laid_out(prompt, words, look, area);
    let kept = Kept::or_anew(cache.podium.take(), prompt, words, look, area, lay_out);
    draw_all(&kept.placed, look, cache, area, buffer);
    cache.podium = Some(kept);
}

/// What stands where of a prompt.
pub fn laid_out(prompt: &Prompt, words: &Words, look: Look, area: Rect) -> Vec<Placed> {
    if prompt.is_dark() {
        return Vec::new();
    }
    let Some(step) = &prompt.step else {
        return audience::title_card(&prompt.ceremony, look, area);
    };
    let mut podium = Podium {
        prompt,
        step,
        words,
        look,
        theme: theme::of(look),
        inner: inset(area, (area.width / 30).max(2)),
        small: TypeSize {
            rows: (area.height / 12).max(LEAST_ROWS),
        },
        high: area.height >= HIGH,
        very_high: area.height >= VERY_HIGH,
    };
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return vec![alone(&[podium.now()], podium.style(), area)];
    }
    let until = area.height.saturating_sub(podium.next_rows());
    // What is read is worth more than the size of the label.
    podium.high = podium.high && (prompt.measures.is_empty() || podium.has_size(until));
    let mut placed = podium.whereabouts();
    placed.extend(podium.label());
    // What has no room above the next words takes theirs, and in the end the whole screen.
    if let Some(present) = podium.present(until) {
        placed.push(present);
        placed.extend(podium.next());
    } else if let Some(present) = podium.present(area.height) {
        placed.push(present);
    } else {
        placed = vec![alone(&[podium.now()], podium.style(), podium.inner)];
    }
    placed
}

/// A screen at the podium with room for more than the words alone.
struct Podium<'a> {
    prompt: &'a Prompt,
    step: &'a Position,
    words: &'a Words,
    look: Look,
    theme: &'static Theme,
    /// The screen less its margins at both sides.
    inner: Rect,
    /// The size of what is not read now, where it is large.
    small: TypeSize,
    /// Whether the label is large.
    high: bool,
    /// Whether what comes next is large too.
    very_high: bool,
}

impl Podium<'_> {
    /// What is read, said or done now; the title of a step that is nothing but its title.
    fn now(&self) -> &str {
        if self.prompt.present.is_empty() {
            &self.step.title
        } else {
            &self.prompt.present
        }
    }

    /// Whether something is done now, or the step is nothing but its title: nothing is read out.
    fn is_deed(&self) -> bool {
        self.prompt.doing == Doing::Acts
    }

    /// How the words look: in the colour of whose turn it is, where they are words.
    fn style(&self) -> Style {
        match self.prompt.voice {
            _ if self.is_deed() => self.theme.hall,
            Voice::ReadThenRepeated | Voice::Read | Voice::Act => self.theme.phrase,
            Voice::Repeated => self.theme.phrase_repeated,
            Voice::Together => self.theme.phrase_together,
            Voice::Everybody | Voice::Others => self.theme.phrase_of_others,
        }
    }

    /// The step, and which clause it is: the first row.
    fn whereabouts(&self) -> Vec<Placed> {
        let count = counted(self.words, self.prompt.count);
        let Position {
            number, of, title, ..
        } = self.step;
        let step = format!("{number}/{of}  {title}");
        let room = usize::from(self.inner.width).saturating_sub(width(&count) + 2);
        let line =
            |text: String, alignment| Placed::plain(vec![text], 0, self.inner, alignment, self.theme.plain);
        vec![
            line(fitted(&step, room), Alignment::Left),
            line(count, Alignment::Right),
        ]
    }

    /// The row of the label, and the first row below it.
    fn label_rows(&self) -> (u16, u16) {
        if self.high {
            (2, 2 + self.small.rows)
        } else {
            (2, 3)
        }
    }

    /// Whose turn it is: sign and words, and what comes of it.
    fn label(&self) -> Vec<Placed> {
        let words = &self.words.screens;
        let speaker = self.prompt.speaker.as_ref();
        let short = speaker.map(|speaker| speaker.short.as_str());
        let reader = || turn::reader(words, short, self.prompt.doing);
        let (label, style, after) = match self.prompt.voice {
            Voice::ReadThenRepeated => (reader(), self.theme.label_lead, turn::then_repeated(words)),
            Voice::Read | Voice::Act => (reader(), self.theme.label_lead, String::new()),
            Voice::Repeated => (turn::repeated(words), self.theme.label_echo, String::new()),
            Voice::Together => (turn::together(words), self.theme.label_together, String::new()),
            Voice::Everybody | Voice::Others => (
                turn::others(&self.others(words)),
                self.theme.label_others,
                String::new(),
            ),
        };
        let mut placed = self
            .large_label(&label, self.inner, style)
            .unwrap_or_else(|| vec![self.plain_label(&label, style)]);
        let taken = placed
            .iter()
            .map(|one| one.area.right())
            .max()
            .unwrap_or(self.inner.x);
        let rest = Rect {
            x: taken,
            width: self.inner.right().saturating_sub(taken),
            ..self.inner
        };
        // What comes of it stands as large as the label, where that is.
        let is_large = placed.iter().any(|one| one.rows > 1);
        let air = 3.min(rest.width);
        let beside = Rect {
            x: rest.x + air,
            width: rest.width - air,
            ..rest
        };
        let large = self.large_label(&after, beside, self.theme.strong);
        if let Some(large) = large.filter(|_| is_large) {
            placed.extend(large);
            return placed;
        }
        let after = format!("  {after}");
        let has_room = width(&after) <= usize::from(rest.width) && !after.trim().is_empty();
        let after = if has_room { vec![after] } else { Vec::new() };
        let row = self.middle_of_label();
        placed.push(Placed::plain(
            after,
            row,
            rest,
            Alignment::Left,
            self.theme.strong,
        ));
        placed
    }

    /// The row of the label in which plain words stand.
    fn middle_of_label(&self) -> u16 {
        let (row, below) = self.label_rows();
        row + (below - row - 1) / 2
    }

    /// A label in large type, behind its sign, at the left of an area; nothing where it has no room there.
    fn large_label(&self, label: &str, area: Rect, style: Style) -> Option<Vec<Placed>> {
        let (sign, words) = label.split_once(' ').filter(|_| self.high)?;
        let (row, below) = self.label_rows();
        let columns = big_text::columns(words, self.small, self.look);
        // The sign with its air, and the air after the words.
        let (before, after) = (SIGN + 3, 2);
        if !crate::typeface::sets(words) || columns + before + after > area.width {
            return None;
        }
        let whole = Rect {
            width: before + columns + after,
            ..area
        };
        let of_words = Rect {
            x: whole.x + before,
            width: columns,
            ..whole
        };
        // A filled label is filled from edge to edge, and above what reaches below the line.
        let air = vec![" ".repeat(usize::from(whole.width)); usize::from(below - row + 1)];
        let sign = drawn(sign).map(|row| format!(" {row}")).to_vec();
        let left = Alignment::Left;
        Some(vec![
            Placed::plain(air, row - 1, whole, left, style),
            Placed::plain(sign, row + (self.small.rows - 3) / 2, whole, left, style),
            Placed::large(
                vec![words.to_owned()],
                self.small.rows,
                row,
                of_words,
                left,
                style,
            ),
        ])
    }

    fn plain_label(&self, label: &str, style: Style) -> Placed {
        let label = if style.bg.is_some() {
            format!(" {label} ")
        } else {
            label.to_owned()
        };
        let label = fitted(&label, usize::from(self.inner.width));
        let area = Rect {
            width: u16::try_from(width(&label)).unwrap_or(u16::MAX),
            ..self.inner
        };
        let row = self.middle_of_label();
        Placed::plain(vec![label], row, area, Alignment::Left, style)
    }

    /// Somebody else, by role and name; where nobody is named, only what is done.
    fn others(&self, words: &ScreenWords) -> String {
        match &self.prompt.speaker {
            _ if self.prompt.voice == Voice::Everybody => words.participants.to_owned(),
            Some(speaker) => turn::role_and_name(&speaker.role, speaker.name.as_deref()),
            None => turn::by_nobody(words, self.prompt.doing).to_owned(),
        }
    }

    /// The row at which the words begin, and their room above another row.
    fn room(&self, until: u16) -> (u16, Room) {
        let (_, label) = self.label_rows();
        let top = label + (self.inner.height / 20).max(1);
        let all = until.saturating_sub(top + 1);
        let room = Room {
            columns: self.inner.width,
            usual: all,
            all,
            most: share(self.inner.height, 1, 4),
        };
        (top, room)
    }

    /// Whether there is a size for all that is read in the step.
    fn has_size(&self, until: u16) -> bool {
        let (_, room) = self.room(until);
        room.common(&self.prompt.measures, self.look).is_some()
    }

    /// What is read, said or done now, above a row; nothing where it has no room there.
    fn present(&self, until: u16) -> Option<Placed> {
        let (_, label) = self.label_rows();
        let (top, room) = self.room(until);
        let now = [self.now().to_owned()];
        let own = [Measure::of(self.now())];
        // A title, or a line that is said, is no part of a text: its size is its own.
        let is_of_text = self.prompt.doing == Doing::Reads;
        let measures: &[Measure] = if !is_of_text || self.prompt.measures.is_empty() {
            &own
        } else {
            &self.prompt.measures
        };
        let words = above(self.inner, until);
        if let Some(LaidOut { text, air }) = room.laid_out(&now, measures, self.readers(), self.look) {
            let (rows, row) = (text.size.rows, top + air);
            let left = Alignment::Left;
            return Some(Placed::large(text.lines, rows, row, words, left, self.style()));
        }
        let block = middle(words, WIDEST);
        let ways = [(block, top), (block, label), (words, label)];
        ways.into_iter().find_map(|(area, row)| {
            let (area, rows) = (below(area, row), wrapped(self.now(), area.width));
            let fits = rows.len() <= usize::from(area.height);
            fits.then(|| Placed::in_the_middle(rows, area, self.style()))
        })
    }

    /// Who reads the words: all people where they repeat them or read along.
    fn readers(&self) -> Readers {
        match self.prompt.voice {
            Voice::ReadThenRepeated | Voice::Repeated | Voice::Together => Readers::Many,
            Voice::Read | Voice::Act | Voice::Everybody | Voice::Others => Readers::One,
        }
    }

    /// What comes after it, in the last rows: the next words, or else the title of the next step. Those rows are kept free
    /// where nothing comes, so that nothing moves.
    fn next(&self) -> Vec<Placed> {
        let words = &self.words.screens;
        let (head, text) = match (&self.prompt.next, &self.prompt.next_step) {
            (Some(next), _) => (words.next, next.as_str()),
            (None, Some(title)) => (words.next_step, title.as_str()),
            (None, None) => ("", ""),
        };
        let Rect {
            width: columns,
            height,
            ..
        } = self.inner;
        let plain = self.theme.plain;
        let row = height.saturating_sub(self.next_rows());
        let left = Alignment::Left;
        let large = if self.very_high {
            large::stacked(
                &[text],
                (columns, 2 * self.small.rows),
                self.small.rows,
                self.look,
            )
        } else {
            None
        };
        if let Some(large) = large {
            let (rows, lines) = (large.size.rows, large.texts.concat());
            return vec![
                Placed::plain(vec![head.to_owned()], row, self.inner, left, plain),
                Placed::large(lines, rows, row + 1, self.inner, left, plain),
            ];
        }
        let lines = if text.is_empty() {
            Vec::new()
        } else {
            let most = if self.high { 3 } else { 2 };
            wrapped_at_most(&format!("{head}  {text}"), columns, most)
        };
        vec![Placed::plain(lines, row, self.inner, left, plain)]
    }

    /// The last rows of the screen that are kept for what comes next, with the air below it.
    fn next_rows(&self) -> u16 {
        match (self.very_high, self.high) {
            (true, _) => 2 * self.small.rows + 2,
            (false, true) => 4,
            (false, false) => 3,
        }
    }
}

/// The columns of a sign as high as large type.
const SIGN: u16 = 5;

/// A sign as high as large type: the face has none of them.
fn drawn(sign: &str) -> [&'static str; 3] {
    match sign {
        "▶" => ["█▄▄  ", "█████", "█▀▀  "],
        "◀" => ["  ▄▄█", "█████", "  ▀▀█"],
        "◆" => [" ▄█▄ ", "█████", " ▀█▀ "],
        _ => ["▄▀▀▀▄", "█   █", "▀▄▄▄▀"],
    }
}
