//! An address as a QR code, two modules a cell, one above the other. It is black on white whatever the theme, with the
//! quiet zone of the standard around it: cameras look for both.

use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::Line;

use crate::show::{Colours, Look};
use crate::view::text::{above, below, put_centred};

/// The light modules around the code, on each side.
const QUIET: u16 = 4;

/// A code, ready to be drawn.
pub(super) struct Code {
    modules: Vec<Module>,
    /// How many modules it has on each side.
    side: u16,
    /// Black on white.
    style: Style,
}

impl Code {
    /// The code of an address. None without colours: whether a terminal's ground is the light one is not known then, and
    /// of a code with both turned round many cameras make nothing. And none for what no code can hold.
    pub(super) fn of(address: &str, look: Look) -> Option<Self> {
        let style = match look.colours {
            Colours::None => return None,
            Colours::Sixteen => Style::new().fg(Color::Black).bg(Color::White),
            Colours::Many | Colours::All => Style::new().fg(Color::Indexed(16)).bg(Color::Indexed(231)),
        };
        // A screen is a good print: the smallest code is the one that has room.
        let code = QrCode::with_error_correction_level(address, EcLevel::L).ok()?;
        Some(Self {
            side: u16::try_from(code.width()).ok()?,
            modules: code.into_colors(),
            style,
        })
    }

    /// The columns that it takes, with its quiet zone.
    pub(super) fn columns(&self) -> u16 {
        self.side + 2 * QUIET
    }

    /// The rows that it takes, with its quiet zone.
    pub(super) fn rows(&self) -> u16 {
        self.columns().div_ceil(2)
    }

    /// Draws it from the corner of an area, and in a row of the same ground below it what it leads to.
    pub(super) fn draw(&self, caption: &str, area: Rect, buffer: &mut Buffer) {
        for row in 0..self.rows().min(area.height) {
            for column in 0..self.columns().min(area.width) {
                let sign = match (self.is_dark(column, 2 * row), self.is_dark(column, 2 * row + 1)) {
                    (false, false) => ' ',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (true, true) => '█',
                };
                if let Some(cell) = buffer.cell_mut((area.x + column, area.y + row)) {
                    cell.set_char(sign).set_style(self.style);
                }
            }
        }
        let ground = above(below(area, self.rows()), 1);
        let ground = Rect {
            width: ground.width.min(self.columns()),
            ..ground
        };
        buffer.set_style(ground, self.style);
        put_centred(&Line::styled(caption, self.style), 0, ground, buffer);
    }

    /// Whether a module is dark, counted with the quiet zone, in which none is.
    fn is_dark(&self, column: u16, row: u16) -> bool {
        let (Some(column), Some(row)) = (column.checked_sub(QUIET), row.checked_sub(QUIET)) else {
            return false;
        };
        let inside = column < self.side && row < self.side;
        let at = usize::from(row) * usize::from(self.side) + usize::from(column);
        inside && self.modules.get(at) == Some(&Module::Dark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "http://192.168.100.100:17845";

    fn drawn(address: &str) -> Buffer {
        let code = Code::of(address, Look::default()).expect("an address has room in a code");
        let mut buffer = Buffer::empty(Rect::new(0, 0, code.columns(), code.rows()));
        code.draw("", buffer.area, &mut buffer);
        buffer
    }

    #[test]
    fn every_module_stands_where_the_standard_has_it_with_a_quiet_zone_around() {
        let buffer = drawn(ADDRESS);
        let code = QrCode::with_error_correction_level(ADDRESS, EcLevel::L).expect("it has room");
        let side = code.width();
        let quiet = usize::from(QUIET);
        for row in 0..side + 2 * quiet {
            for column in 0..side + 2 * quiet {
                let inside = (quiet..side + quiet).contains(&row) && (quiet..side + quiet).contains(&column);
                let wanted = inside && code[(column - quiet, row - quiet)] == Module::Dark;
                let cell = &buffer[(column as u16, (row / 2) as u16)];
                let dark = match cell.symbol() {
                    "█" => true,
                    "▀" => row % 2 == 0,
                    "▄" => row % 2 == 1,
                    _ => false,
                };
                assert_eq!(dark, wanted, "column {column} of row {row}");
            }
        }
    }

    #[test]
    fn it_is_black_on_white_whatever_the_theme() {
        for cell in &drawn(ADDRESS).content {
            assert_eq!((cell.fg, cell.bg), (Color::Indexed(16), Color::Indexed(231)));
        }
    }

    #[test]
    fn without_colours_and_for_what_is_too_long_there_is_none() {
        let without = Look {
            colours: Colours::None,
            ..Look::default()
        };
        assert!(Code::of(ADDRESS, without).is_none());
        assert!(Code::of(&"a".repeat(4_000), Look::default()).is_none());
    }
}
