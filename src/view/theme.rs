//! Every style of the screens, by what it means. Signs and words carry the meaning; a style only helps, so that nothing
//! is lost on a terminal of sixteen colours or of none.
//!
//! Each theme has a file: its styles for many colours and for sixteen. With many, only the fixed part of the palette is
//! used, whose colours are known and so can be measured. Every theme with colours paints its own ground, and never
//! counts on the terminal's.

mod contrast;
mod dark;
mod light;
mod none;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use crate::show::{Colours, Look, ThemeName};

/// A style for each meaning.
#[derive(Debug)]
pub(super) struct Theme {
    /// Every cell before anything is drawn; all other styles are put over it.
    pub(super) ground: Style,
    /// The phrase that is read now by the leader: the strongest thing on the screen.
    pub(super) phrase: Style,
    /// The phrase while the participants repeat it.
    pub(super) phrase_repeated: Style,
    /// The phrase that all read together.
    pub(super) phrase_together: Style,
    /// The phrase while somebody else speaks: wait and watch.
    pub(super) phrase_of_others: Style,
    /// The words that the hall reads: nothing stands out more, for a projector loses much.
    pub(super) hall: Style,
    /// The filled label of the reader.
    pub(super) label_lead: Style,
    /// The outlined label of the participants.
    pub(super) label_echo: Style,
    /// The label of all together.
    pub(super) label_together: Style,
    /// The name of somebody else who speaks or acts.
    pub(super) label_others: Style,
    /// The filled label of what the leader has made of the audience's screens, so that it is not forgotten; and of a journal
    /// that is not written.
    pub(super) label_screens: Style,
    /// Plain text.
    pub(super) plain: Style,
    /// What matters more than its surroundings.
    pub(super) strong: Style,
    /// What is over, or only helps.
    pub(super) dim: Style,
    /// A line between two parts of the screen.
    pub(super) rule: Style,
    /// What was left out, is late, or is wrong.
    pub(super) warning: Style,
    /// Something new to be told.
    pub(super) notice: Style,
    /// A question that waits.
    pub(super) question: Style,
    /// The chosen row of a list, put over the styles of its words.
    pub(super) chosen: Style,
    /// A key in the status line.
    pub(super) key: Style,
    /// The part of the programme that is done.
    pub(super) progress: Style,
    /// Where the programme should be by its plan.
    pub(super) progress_planned: Style,
}

/// The theme of a look.
pub(super) const fn of(look: Look) -> &'static Theme {
    match (look.colours, look.theme) {
        (Colours::None, _) => &none::THEME,
        (Colours::Sixteen, ThemeName::Dark) => &dark::SIXTEEN,
        (Colours::Sixteen, ThemeName::Light) => &light::SIXTEEN,
        (Colours::Sixteen, ThemeName::Contrast) => &contrast::SIXTEEN,
        (Colours::Many | Colours::All, ThemeName::Dark) => &dark::MANY,
        (Colours::Many | Colours::All, ThemeName::Light) => &light::MANY,
        (Colours::Many | Colours::All, ThemeName::Contrast) => &contrast::MANY,
    }
}

/// Paints the ground, before anything else is drawn.
pub(super) fn paint_ground(look: Look, area: Rect, buffer: &mut Buffer) {
    paint(of(look).ground, area, buffer);
}

/// Makes a screen dark, whatever the theme: no light comes from it.
pub(super) fn paint_dark(look: Look, area: Rect, buffer: &mut Buffer) {
    let dark = match look.colours {
        // Without colours only the terminal's own ground can be had.
        Colours::None => Style::new(),
        Colours::Sixteen => Style::new().fg(Color::Gray).bg(Color::Black),
        // Of the fixed part of the palette: users have sixteen colours of their own in which black is a grey.
        Colours::Many | Colours::All => Style::new().fg(Color::Indexed(250)).bg(Color::Indexed(16)),
    };
    paint(dark, area, buffer);
}

/// Gives every cell of an area a style.
fn paint(ground: Style, area: Rect, buffer: &mut Buffer) {
    let (whole, area) = (buffer.area, buffer.area.intersection(area));
    let columns = usize::from(area.x - whole.x)..usize::from(area.right() - whole.x);
    // Row by row: a look-up of every cell would take as long as drawing a quarter of what stands on it.
    let rows = buffer.content.chunks_exact_mut(usize::from(whole.width).max(1));
    let rows = rows
        .skip(usize::from(area.y - whole.y))
        .take(usize::from(area.height));
    for cell in rows.filter_map(|row| row.get_mut(columns.clone())).flatten() {
        cell.set_style(ground);
    }
}

#[cfg(test)]
mod tests;
