//! The help: made from the keys as they are bound, so that it never tells of a key that does not work.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget as _};

use super::interface::Interface;
use super::text::{above, hanging, put, share, width};
use super::{Drawn, bottom, frame, keys_told, theme};
use crate::show::Show;
use crate::show::keys::{Action, Section};

/// From this width on the keys of a running ceremony and all others stand side by side.
const SIDE_BY_SIDE: u16 = 110;

/// The cells between the two columns.
const BETWEEN: u16 = 4;

/// Draws the help from the row to which it is scrolled; gives the furthest to which it can be.
pub(super) fn draw(show: &Show, scroll: usize, area: Rect, buffer: &mut Buffer) -> Drawn {
    let words = &show.words().screens;
    let columns = columns(show, frame::rows(area));
    let scrolls = columns
        .iter()
        .any(|(area, told)| told.lines.len() > usize::from(area.height));
    let mut hints = vec![
        (Action::Close, words.hint_close.to_owned()),
        bottom::quit_hint(show),
    ];
    if scrolls {
        hints.insert(0, (Action::Up, words.hint_scroll.to_owned()));
    }
    let (_, targets) = frame::draw(show, words.help_title, &hints, area, buffer);
    let furthest = columns
        .into_iter()
        .map(|(area, told)| put_column(show, &told, scroll, area, buffer));
    Drawn {
        furthest: furthest.max().unwrap_or(0),
        targets,
    }
}

/// A column from the row to which it is scrolled. The heading of a section stays above it while its rows scroll past.
fn put_column(show: &Show, told: &Told, scroll: usize, area: Rect, buffer: &mut Buffer) -> usize {
    let lines = &told.lines;
    let furthest = frame::put_scrolled(show, lines, scroll, area, buffer);
    let first = scroll.min(furthest);
    let heading = told.headings.iter().rfind(|heading| **heading <= first);
    let heading = heading.and_then(|heading| lines.get(*heading));
    let seen = lines.get(first).filter(|line| line.width() > 0);
    if let (Some(_), Some(heading)) = (seen, heading) {
        // What is hidden is hidden with its end.
        let goes_on = |line: &&Line<'_>| {
            line.spans
                .first()
                .is_some_and(|span| span.content.trim().is_empty())
        };
        let ends = lines.iter().skip(first + 1).take_while(goes_on).count();
        let heading_row = u16::try_from(ends).unwrap_or(0);
        let hidden = above(area, heading_row + 1);
        Clear.render(hidden, buffer);
        theme::paint_ground(show.look(), hidden, buffer);
        put(heading, heading_row, area, buffer);
    }
    furthest
}

/// The columns of the help, one or two, with where they stand.
fn columns(show: &Show, area: Rect) -> Vec<(Rect, Told)> {
    if area.width < SIDE_BY_SIDE {
        let all: Vec<Section> = FIRST.into_iter().chain(OTHERS).collect();
        return vec![(area, lines(show, &all, area.width))];
    }
    let width = share(area.width, 3, 5);
    let left = Rect { width, ..area };
    let right = Rect {
        x: area.x + width + BETWEEN,
        width: area.width.saturating_sub(width + BETWEEN),
        ..area
    };
    vec![
        (left, lines(show, &FIRST, left.width)),
        (right, lines(show, &OTHERS, right.width)),
    ]
}

/// What is needed most.
const FIRST: [Section; 1] = [Section::Running];

/// The other sections, in the order in which they are needed.
const OTHERS: [Section; 3] = [Section::Ready, Section::Outline, Section::Overlay];

/// The keys of several sections, each with what it does.
pub(super) struct Told {
    /// The lines, one below the other.
    pub(super) lines: Vec<Line<'static>>,
    /// Which of them are the headings of sections.
    headings: Vec<usize>,
}

/// The keys of several sections, each with what it does.
fn lines(show: &Show, sections: &[Section], columns: u16) -> Told {
    told_keys(Interface::of_show(show), sections, columns)
}

/// The same, for a screen without a show.
pub(super) fn told_keys(interface: Interface<'_>, sections: &[Section], columns: u16) -> Told {
    let theme = interface.theme();
    let keys = &interface.words.keys;
    let mut lines = Vec::new();
    let mut headings = Vec::new();
    let told: Vec<(Section, Vec<(String, String)>)> = sections
        .iter()
        .map(|section| (*section, told_in(interface, *section)))
        .collect();
    // What keys do begins in one column, whatever the section.
    let most = usize::from(columns) * 2 / 5;
    let key_width = told
        .iter()
        .flat_map(|(_, rows)| rows)
        .map(|(key, _)| width(key))
        .filter(|width| *width <= most)
        .max()
        .unwrap_or(0);
    for (section, rows) in told {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        let title = match section {
            Section::Running => keys.section_running,
            Section::Ready => keys.section_ready,
            Section::Outline => keys.section_outline,
            Section::Overlay => keys.section_overlay,
            Section::Picker => keys.section_picker,
        };
        headings.push(lines.len());
        lines.push(Line::styled(title, theme.strong));
        for (key, does) in rows {
            // Keys that would leave no room beside them have a row of their own.
            let beside = if width(&key) <= key_width {
                key
            } else {
                lines.push(Line::styled(format!("  {key}"), theme.key));
                String::new()
            };
            let pad = " ".repeat(key_width - width(&beside));
            let key = Span::styled(format!("  {beside}{pad}  "), theme.key);
            lines.extend(hanging(vec![key], &does, theme.plain, columns));
        }
    }
    Told { lines, headings }
}

/// What is told in a section: its rows, and how to go by number.
fn told_in(interface: Interface<'_>, section: Section) -> Vec<(String, String)> {
    let keys = &interface.words.keys;
    let mut rows = rows(interface, section);
    if let Some(key) = keys_told::jump_key(interface).filter(|_| section == Section::Running) {
        rows.insert(
            rows.len().min(2),
            ((keys.number_keys)(&key), keys.number.to_owned()),
        );
    }
    rows
}

/// The rows of a section: the keys of each row of the table that is told there, and what they do. An action that has no
/// key is not told.
fn rows(interface: Interface<'_>, section: Section) -> Vec<(String, String)> {
    let words = interface.words;
    interface
        .keymap
        .rows()
        .iter()
        .filter(|binding| !binding.keys.is_empty())
        .filter_map(|binding| {
            let (told_in, does) = binding.help?;
            (told_in == section).then(|| {
                let names = binding.keys.iter().map(|key| bottom::key_name(words, *key));
                (names.collect::<Vec<_>>().join("  "), does(&words.keys).to_owned())
            })
        })
        .collect()
}
