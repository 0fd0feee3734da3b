//! A slide in plain words, where there is no room for large type: in the middle of the screen, with air.

use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;

use super::{Foot, Hall};
use crate::slide::{Shown, Slide};
use crate::view::placed::{self, Placed};
use crate::view::text::{above, below, inset, middle, share, wrapped};
use crate::view::theme::Theme;

/// Words that are read are no wider, however wide the screen.
const WIDEST: u16 = 64;

/// The words of a slide, without what stands above and below them.
pub(super) fn words_of(slide: &Slide) -> Vec<&str> {
    match &slide.shown {
        Shown::Nothing => Vec::new(),
        Shown::TitleCard => vec![&slide.ceremony.title],
        Shown::Title { title, words, .. } if words.is_empty() => vec![title],
        Shown::Title { words: lines, .. } | Shown::Heading { lines } | Shown::Words { lines, .. } => {
            lines.iter().map(String::as_str).collect()
        }
        Shown::Signatory { name, office, .. } => {
            [name, office].into_iter().flatten().map(String::as_str).collect()
        }
    }
}

/// Words alone in the middle of a screen that has room for nothing else.
pub(in crate::view) fn alone(texts: &[&str], style: Style, area: Rect) -> Placed {
    let with_air = inset(area, 1);
    let has_room = |rows: &Vec<String>| rows.len() <= usize::from(area.height);
    let (area, rows) = Some((with_air, wrapped_all(texts, with_air.width)))
        .filter(|(_, rows)| has_room(rows))
        .unwrap_or_else(|| (area, wrapped_all(texts, area.width)));
    Placed::in_the_middle(rows, area, style)
}

/// Titles in the middle of an area, and below them what belongs to them.
pub(super) fn centred(titles: &[&str], others: &[&str], theme: &Theme, area: Rect) -> Vec<Placed> {
    let columns = area.width.min(WIDEST);
    let (titles, others) = (wrapped_all(titles, columns), wrapped_all(others, columns));
    let gap = u16::from(!others.is_empty() && !titles.is_empty());
    let below_titles = placed::height(titles.len(), 1) + gap;
    let height = below_titles + placed::height(others.len(), 1);
    let top = share(area.height.saturating_sub(height), 2, 5);
    vec![
        Placed::plain(titles, top, area, Alignment::Center, theme.hall),
        Placed::plain(others, top + below_titles, area, Alignment::Center, theme.plain),
    ]
}

/// The heading, and the words that are read below it, in the middle between it and what stands below, with air. Words
/// without room for all that stand alone.
pub(super) fn read_out(hall: &Hall, heading: &[String], lines: &[String], foot: &Foot) -> Vec<Placed> {
    let columns = hall.inner.width.min(WIDEST);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let run_on = lines.join(" ");
    let texts = [
        (wrapped_all(&lines, columns), columns),
        (wrapped(&run_on, columns), columns),
        (wrapped(&run_on, hall.inner.width), hall.inner.width),
    ];
    let foot = hall.foot(foot);
    for most in [usize::MAX, 1, 0] {
        let heading = hall.heading(heading, most);
        // A row of air on both sides.
        let free = below(above(hall.inner, foot.row.saturating_sub(1)), heading.row + 1);
        let has_room = |(rows, _): &&(Vec<String>, u16)| rows.len() <= usize::from(free.height);
        if let Some((rows, columns)) = texts.iter().find(has_room) {
            let words = Placed::in_the_middle(rows.clone(), middle(free, *columns), hall.theme.hall);
            let mut placed = heading.placed;
            placed.push(words);
            placed.extend(foot.placed);
            return placed;
        }
    }
    vec![alone(&[&run_on], hall.theme.hall, hall.inner)]
}

/// Several texts, each wrapped for itself.
fn wrapped_all(texts: &[&str], columns: u16) -> Vec<String> {
    texts.iter().flat_map(|text| wrapped(text, columns)).collect()
}
