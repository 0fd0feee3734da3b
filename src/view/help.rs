//! The help: made from the one table of keys, so that it never tells of a key that does not work.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{hanging, width};
use super::{bottom, frame, theme};
use crate::lang::Words;
use crate::show::Show;
use crate::show::keys::{Action, BINDINGS, Section};

/// From this width on the keys of a running ceremony and all others stand side by side.
const SIDE_BY_SIDE: u16 = 110;

/// The cells between the two columns.
const BETWEEN: u16 = 4;

/// Draws the help from the row to which it is scrolled.
pub(super) fn draw(show: &Show, scroll: usize, area: Rect, buffer: &mut Buffer) {
    let words = &show.words().screens;
    let hints = [
        (Action::Up, words.hint_scroll.to_owned()),
        (Action::Close, words.hint_close.to_owned()),
        (Action::Quit, words.hint_quit.to_owned()),
    ];
    let rows = frame::draw(show, words.help_title, &hints, area, buffer);
    if rows.width < SIDE_BY_SIDE {
        let all: Vec<Section> = FIRST.into_iter().chain(OTHERS).collect();
        frame::put_scrolled(show, &lines(show.words(), &all, rows.width), scroll, rows, buffer);
        return;
    }
    let width = rows.width.saturating_sub(BETWEEN) / 2;
    let left = Rect { width, ..rows };
    let right = Rect {
        x: rows.x + width + BETWEEN,
        ..left
    };
    frame::put_scrolled(show, &lines(show.words(), &FIRST, width), scroll, left, buffer);
    frame::put_scrolled(show, &lines(show.words(), &OTHERS, width), scroll, right, buffer);
}

/// What is needed most.
const FIRST: [Section; 1] = [Section::Running];

/// The other sections, in the order in which they are needed.
const OTHERS: [Section; 3] = [Section::Ready, Section::Outline, Section::Overlay];

/// The keys of several sections, each with what it does.
fn lines(words: &Words, sections: &[Section], columns: u16) -> Vec<Line<'static>> {
    let keys = &words.keys;
    let mut lines = Vec::new();
    for section in sections {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let title = match section {
            Section::Running => keys.section_running,
            Section::Ready => keys.section_ready,
            Section::Outline => keys.section_outline,
            Section::Overlay => keys.section_overlay,
        };
        lines.push(Line::styled(title, theme::STRONG));
        let mut rows = rows(words, *section);
        if *section == Section::Running {
            rows.insert(2, (keys.number_keys.to_owned(), keys.number.to_owned()));
        }
        let key_width = rows.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
        for (key, does) in rows {
            let pad = " ".repeat(key_width - width(&key));
            let key = Span::styled(format!("  {key}{pad}  "), theme::KEY);
            lines.extend(hanging(vec![key], &does, theme::PLAIN, columns));
        }
    }
    lines
}

/// The rows of a section: the keys of an action, and what it does. Rows of the same action that the help does not tell
/// by themselves add their keys to the one it does.
fn rows(words: &Words, section: Section) -> Vec<(String, String)> {
    BINDINGS
        .iter()
        .filter_map(|binding| {
            let (told_in, does) = binding.help?;
            (told_in == section).then(|| {
                let names = binding.keys.iter().map(|key| bottom::key_name(words, *key));
                (names.collect::<Vec<_>>().join("  "), does(&words.keys).to_owned())
            })
        })
        .collect()
}
