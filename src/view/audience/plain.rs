//! A slide in plain words, where there is no room for large type: in the middle of the screen, with air.

use ratatui::layout::{Alignment, Rect};

use super::{Foot, Hall};
use crate::slide::{Shown, Slide};
use crate::view::placed::{self, Placed};
use crate::view::text::{above, middle, share, wrapped};
use crate::view::theme::Theme;

/// Words that are read are no wider, however wide the screen.
const WIDEST: u16 = 64;

/// On a screen too small for anything else: the words alone.
pub(super) fn alone(slide: &Slide, theme: &Theme, area: Rect) -> Vec<Placed> {
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
    let rows = wrapped_all(&lines, area.width);
    vec![Placed::plain(rows, 0, area, Alignment::Left, theme.hall)]
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

/// The heading, and the words that are read below it, as a block in the middle whose edges are those of all of them. Words
/// without room for all that stand alone.
pub(super) fn read_out(hall: &Hall, heading: &[String], lines: &[String], foot: &Foot) -> Vec<Placed> {
    let area = hall.inner;
    let columns = area.width.min(WIDEST);
    let whole: Vec<String> = lines.iter().flat_map(|line| wrapped(line, columns)).collect();
    let put = |(rows, columns): &(Vec<String>, u16), most: usize, row: u16| {
        let block = Hall {
            inner: middle(area, *columns),
            ..*hall
        };
        let heading = block.heading(heading, most);
        let foot = block.foot(foot);
        let words = above(block.inner, foot.row.saturating_sub(1));
        let mut placed = heading.placed;
        let words_row = row.max(heading.row);
        placed.push(Placed::plain(
            rows.clone(),
            words_row,
            words,
            Alignment::Left,
            hall.theme.hall,
        ));
        placed.extend(foot.placed);
        placed
    };
    // The rows of the foot, with the air above it.
    let foot_rows = 3;
    let height = area.height.saturating_sub(foot_rows);
    // The heading takes less than a third of the height.
    let top = area.height / 3;
    let run_on = |columns| (wrapped(&lines.join(" "), columns), columns);
    let texts = [(whole, columns), run_on(columns), run_on(area.width)];
    let [first, .., longest] = &texts;
    let first_that = |most: u16| texts.iter().find(|(rows, _)| rows.len() <= usize::from(most));
    if first.0.len() <= usize::from(height.saturating_sub(top)) {
        put(first, usize::MAX, top)
    } else if let Some(text) = first_that(height.saturating_sub(top / 2)) {
        put(text, 1, top / 2)
    } else if let Some(text) = first_that(height) {
        put(text, 0, 0)
    } else {
        vec![Placed::plain(
            longest.0.clone(),
            0,
            area,
            Alignment::Left,
            hall.theme.hall,
        )]
    }
}

/// Several texts, each wrapped for itself.
fn wrapped_all(texts: &[&str], columns: u16) -> Vec<String> {
    texts.iter().flat_map(|text| wrapped(text, columns)).collect()
}
