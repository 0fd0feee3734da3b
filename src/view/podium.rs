//! What the reader at the podium sees, standing two metres away, drawn from a prompt alone: whose turn it is, what is read
//! now, and what comes after it. No note, no time, no key, never an error.
//!
//! What is read now begins at the same row and column every time, and its colour tells whose turn it is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;

use super::audience::{self, counted};
use super::large::{Large, Room};
use super::placed::{self, Placed};
use super::text::{above, fitted, inset, middle, share, width, wrapped, wrapped_at_most};
use super::theme::{self, Theme};
use super::turn::{self, Does};
use super::{Cache, LEAST};
use crate::lang::{ScreenWords, Words};
use crate::script::Kind;
use crate::show::Look;
use crate::slide::{Position, Prompt, State, Voice};
use crate::typeface::Measure;

/// From this height on the label of whose turn it is is as high as three rows.
const HIGH: u16 = 30;

/// Plain text is no wider, however wide the screen.
const WIDEST: u16 = 72;

/// Draws a prompt.
pub fn draw(prompt: &Prompt, cache: &mut Cache, words: &Words, look: Look, area: Rect, buffer: &mut Buffer) {
    if prompt.state == State::Blank {
        theme::paint_dark(look, area, buffer);
        return;
    }
    let placed = laid_out(prompt, words, look, area);
    placed::draw(&placed, look, cache, area, buffer);
}

/// What stands where of a prompt.
pub fn laid_out(prompt: &Prompt, words: &Words, look: Look, area: Rect) -> Vec<Placed> {
    let Some(step) = prompt.step.as_ref().filter(|_| prompt.state != State::Blank) else {
        return match prompt.state {
            State::Blank => Vec::new(),
            State::Showing | State::Held | State::TitleCard | State::Ended => {
                audience::title_card(&prompt.ceremony, look, area)
            }
        };
    };
    let podium = Podium {
        prompt,
        step,
        words,
        look,
        theme: theme::of(look),
        inner: inset(area, (area.width / 30).max(2)),
        high: area.height >= HIGH,
    };
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let rows = wrapped(podium.now(), area.width);
        return vec![Placed::plain(rows, 0, area, Alignment::Left, podium.style())];
    }
    let next = podium.next();
    let mut placed = podium.whereabouts();
    placed.extend(podium.label());
    placed.push(podium.present(next.area.y - area.y));
    placed.push(next);
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
    high: bool,
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

    /// Whether something is done now: in brackets, or nothing but a title.
    fn is_deed(&self) -> bool {
        self.prompt.present.is_empty() || self.prompt.present.starts_with('(')
    }

    fn does(&self) -> Does {
        if self.is_deed() {
            Does::Acts
        } else if !self.prompt.measures.is_empty() {
            Does::Reads
        } else if self.step.kind == Kind::Signing {
            Does::IsCalled
        } else {
            Does::Says
        }
    }

    /// How the words look: in the colour of whose turn it is, where they are words.
    fn style(&self) -> Style {
        match self.prompt.voice {
            _ if self.is_deed() => self.theme.hall,
            Voice::ReadThenRepeated | Voice::Read | Voice::Act => self.theme.phrase,
            Voice::Repeated => self.theme.phrase_repeated,
            Voice::Together => self.theme.phrase_together,
            Voice::Others => self.theme.phrase_of_others,
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
        if self.high { (3, 6) } else { (2, 3) }
    }

    /// Whose turn it is.
    fn label(&self) -> Vec<Placed> {
        let words = &self.words.screens;
        let speaker = self.prompt.speaker.as_ref();
        let short = speaker.map(|speaker| speaker.short.as_str());
        let reader = || turn::reader(words, short, self.does());
        let (label, style, after) = match self.prompt.voice {
            Voice::ReadThenRepeated => (
                format!(" {} ", reader()),
                self.theme.label_lead,
                turn::then_repeated(words),
            ),
            Voice::Read | Voice::Act => (format!(" {} ", reader()), self.theme.label_lead, String::new()),
            Voice::Repeated => (turn::repeated(words), self.theme.label_echo, String::new()),
            Voice::Together => (
                format!(" {} ", turn::together(words)),
                self.theme.label_together,
                String::new(),
            ),
            Voice::Others => (
                turn::others(&self.others(words)),
                self.theme.label_others,
                String::new(),
            ),
        };
        let (row, _) = self.label_rows();
        let columns = usize::from(self.inner.width);
        let label = fitted(&label, columns);
        let taken = u16::try_from(width(&label)).unwrap_or(u16::MAX);
        let at = Rect {
            width: taken.min(self.inner.width),
            ..self.inner
        };
        let rest = Rect {
            x: at.right(),
            width: self.inner.width - at.width,
            ..self.inner
        };
        let after = if after.is_empty() || width(&after) + 2 > usize::from(rest.width) {
            Vec::new()
        } else {
            vec![format!("  {after}")]
        };
        let mut placed = Vec::new();
        // A filled label is filled above and below too, where there is room.
        if self.high && style.bg.is_some() {
            let air = || vec![" ".repeat(usize::from(at.width))];
            placed.push(Placed::plain(air(), row - 1, at, Alignment::Left, style));
            placed.push(Placed::plain(air(), row + 1, at, Alignment::Left, style));
        }
        placed.push(Placed::plain(vec![label], row, at, Alignment::Left, style));
        placed.push(Placed::plain(
            after,
            row,
            rest,
            Alignment::Left,
            self.theme.strong,
        ));
        placed
    }

    /// Somebody else, by role and name. Where nobody is named, the participants for what all of them do, and else only
    /// what is done.
    fn others(&self, words: &ScreenWords) -> String {
        let by_all = matches!(self.step.kind, Kind::Song | Kind::Silence | Kind::Salute);
        match &self.prompt.speaker {
            Some(speaker) => turn::role_and_name(&speaker.role, speaker.name.as_deref()),
            None if by_all && self.is_deed() => words.participants.to_owned(),
            None => turn::by_nobody(words, self.does()).to_owned(),
        }
    }

    /// What is read, said or done now, above a row.
    fn present(&self, until: u16) -> Placed {
        let (_, label) = self.label_rows();
        let top = label + (self.inner.height / 20).max(1);
        let all = until.saturating_sub(top + 1);
        let now = self.now().to_owned();
        let style = self.style();
        let room = Room {
            columns: self.inner.width,
            usual: all,
            all,
            most: share(self.inner.height, 1, 4),
        };
        let own = [Measure::of(&now)];
        let measures: &[Measure] = if self.prompt.present.is_empty() || self.prompt.measures.is_empty() {
            &own
        } else {
            &self.prompt.measures
        };
        let words = above(self.inner, until.saturating_sub(1));
        if let Some(Large { lines, size }) = room.now(std::slice::from_ref(&now), measures, self.look) {
            return Placed::large(lines, size.rows, top, words, Alignment::Left, style);
        }
        let narrow = middle(words, WIDEST);
        let rows = wrapped(&now, narrow.width);
        if rows.len() <= usize::from(all) {
            return Placed::plain(rows, top, narrow, Alignment::Left, style);
        }
        Placed::plain(wrapped(&now, words.width), label, words, Alignment::Left, style)
    }

    /// What comes after it, in the last rows: the next words, or else the title of the next step.
    fn next(&self) -> Placed {
        let words = &self.words.screens;
        let text = match (&self.prompt.next, &self.prompt.next_step) {
            (Some(next), _) => format!("{}  {next}", words.next),
            (None, Some(title)) => format!("{}  {title}", words.next_step),
            (None, None) => String::new(),
        };
        let Rect {
            width: columns,
            height,
            ..
        } = self.inner;
        // The rows are kept free where nothing comes, so that nothing moves.
        let most = if self.high { 3 } else { 2 };
        let row = height.saturating_sub(most + 1);
        let lines = if text.is_empty() {
            Vec::new()
        } else {
            wrapped_at_most(&text, columns, usize::from(most))
        };
        Placed::plain(lines, row, self.inner, Alignment::Left, self.theme.plain)
    }
}
