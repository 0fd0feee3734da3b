//! Drawing: `&Show` in, cells out. Pure: what is drawn depends on the show and on the size alone, and nothing is changed.
//!
//! One file a screen; `theme` holds every style, `text` the fitting and wrapping of words, `lines` the sentences that more
//! than one screen needs. Whatever the size, down to a single cell, nothing here panics.

pub mod audience;
mod big_text;
mod bottom;
mod cache;
mod closing;
pub mod follower;
mod form;
mod frame;
mod help;
mod interface;
mod keys_told;
mod large;
mod leader;
mod lines;
mod outline;
mod panel;
pub mod picker;
mod placed;
pub mod podium;
mod problems;
mod progress;
mod ready;
mod recording;
mod resume;
mod screens;
mod small;
mod steps;
mod target;
mod text;
mod theme;
mod turn;
mod veil;
mod verse;

pub use cache::Cache;
pub use placed::Placed;
pub use text::fitted;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use self::target::{Drawn, Target};

use crate::show::{Overlay, Screen, Show, Stage};

/// Below this many columns or rows only the phrase is shown.
const LEAST: (u16, u16) = (40, 12);

/// The screens of the leader are no wider: on a wider terminal what belongs together would stand too far apart, so they
/// stand in its middle.
const WIDEST: u16 = 200;

/// Draws what the terminal of a show shows now. Gives what only drawing knows: how far the list on it can be scrolled, and
/// what can be clicked where.
pub fn draw(show: &Show, cache: &mut Cache, area: Rect, buffer: &mut Buffer) -> Drawn {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return Drawn::default();
    }
    if show.screen() == Screen::Audience {
        audience::draw(show.slide(), cache, show.words(), show.look(), area, buffer);
        return Drawn::default();
    }
    theme::paint_ground(show.look(), area, buffer);
    let area = text::middle(area, WIDEST);
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let furthest = small::draw(show, area, buffer);
        return Drawn {
            furthest,
            ..Drawn::default()
        };
    }
    match (show.overlay(), show.offer(), show.stage()) {
        (Some(Overlay::Outline(outline)), ..) => outline::draw(show, outline, area, buffer).into(),
        (Some(Overlay::Help { scroll }), ..) => help::draw(show, *scroll, area, buffer),
        (Some(Overlay::Problems { scroll }), ..) => problems::draw(show, *scroll, area, buffer),
        (Some(Overlay::Screens { scroll }), ..) => screens::draw(show, *scroll, area, buffer),
        (None, Some(offer), _) => resume::draw(show, offer, area, buffer),
        (None, None, Stage::Waiting) => problems::draw(show, show.scroll(), area, buffer),
        (None, None, Stage::Ready) => ready::draw(show, area, buffer),
        (None, None, Stage::Running) => leader::draw(show, cache, area, buffer).into(),
        (None, None, Stage::Finished) => closing::draw(show, area, buffer).into(),
    }
}
