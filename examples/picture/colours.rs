//! The colours of a terminal as red, green and blue. A real terminal lets its user choose some of them; here they are
//! chosen once, so that a picture of today is the picture of every day.

use ikrar::show::ThemeName;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rgb(pub(crate) u8, pub(crate) u8, pub(crate) u8);

impl Rgb {
    /// As SVG writes it, in three digits where that says the same.
    pub(crate) fn written(self) -> String {
        let Self(red, green, blue) = self;
        if [red, green, blue].iter().all(|part| part >> 4 == part & 15) {
            return format!("#{:x}{:x}{:x}", red & 15, green & 15, blue & 15);
        }
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// So many hundredths of the way to another colour.
    pub(crate) fn towards(self, other: Self, hundredths: u16) -> Self {
        let part = |from: u8, to: u8| {
            let sum = u16::from(from) * (100 - hundredths) + u16::from(to) * hundredths;
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self(
            part(self.0, other.0),
            part(self.1, other.1),
            part(self.2, other.2),
        )
    }
}

/// How far a dim word has gone towards the ground, in hundredths.
const DIMMED: u16 = 40;

/// The sixteen that a user would set: easy to tell apart on a dark ground, none of them glaring.
const SIXTEEN: [Rgb; 16] = [
    Rgb(0x15, 0x18, 0x1c),
    Rgb(0xcc, 0x4b, 0x4b),
    Rgb(0x5f, 0xa0, 0x52),
    Rgb(0xc4, 0x96, 0x3c),
    Rgb(0x4f, 0x86, 0xc6),
    Rgb(0xa9, 0x6c, 0xc0),
    Rgb(0x3f, 0xa0, 0xa8),
    Rgb(0xc8, 0xcc, 0xd2),
    Rgb(0x6b, 0x72, 0x7c),
    Rgb(0xff, 0x7b, 0x72),
    Rgb(0x8d, 0xdb, 0x7e),
    Rgb(0xff, 0xd8, 0x66),
    Rgb(0x7f, 0xb4, 0xf5),
    Rgb(0xd5, 0xa0, 0xea),
    Rgb(0x6f, 0xdc, 0xe3),
    Rgb(0xff, 0xff, 0xff),
];

/// What a terminal shows where a program names no colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Palette {
    /// Behind the words.
    pub(crate) ground: Rgb,
    /// The words.
    pub(crate) ink: Rgb,
}

impl Palette {
    /// A dark terminal.
    pub(crate) const DARK: Self = Self {
        ground: Rgb(0x15, 0x18, 0x1c),
        ink: Rgb(0xd5, 0xd9, 0xdf),
    };
    /// A light terminal.
    pub(crate) const LIGHT: Self = Self {
        ground: Rgb(0xfa, 0xfa, 0xf7),
        ink: Rgb(0x24, 0x28, 0x2e),
    };
    /// A terminal of black and white.
    pub(crate) const CONTRAST: Self = Self {
        ground: Rgb(0, 0, 0),
        ink: Rgb(0xff, 0xff, 0xff),
    };

    /// The terminal for which a theme is meant.
    pub(crate) const fn of(theme: ThemeName) -> Self {
        match theme {
            ThemeName::Dark => Self::DARK,
            ThemeName::Light => Self::LIGHT,
            ThemeName::Contrast => Self::CONTRAST,
        }
    }

    /// The colours in which a cell is seen: its words, the ground behind them, and the line under them.
    pub(crate) fn seen(self, cell: &Cell) -> Seen {
        let mut ink = coloured(cell.fg, self.ink);
        let mut ground = coloured(cell.bg, self.ground);
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut ground);
        }
        if cell.modifier.contains(Modifier::DIM) {
            ink = ink.towards(ground, DIMMED);
        }
        Seen {
            ink,
            ground,
            line: coloured(cell.underline_color, ink),
        }
    }
}

/// The colours of a cell as they are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Of the words.
    pub(crate) ink: Rgb,
    /// Behind them.
    pub(crate) ground: Rgb,
    /// Of the line under them, where there is one.
    pub(crate) line: Rgb,
}

/// A colour; the given one where none is named.
fn coloured(colour: Color, unnamed: Rgb) -> Rgb {
    let index = match colour {
        Color::Reset => return unnamed,
        Color::Rgb(red, green, blue) => return Rgb(red, green, blue),
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    indexed(index)
}

/// A colour by its number, as xterm has them: the user's sixteen, a cube of six steps a side, and 24 greys.
fn indexed(index: u8) -> Rgb {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match index {
        0..=15 => SIXTEEN[usize::from(index)],
        16..=231 => {
            let at = |side: u8| STEPS[usize::from((index - 16) / side % 6)];
            Rgb(at(36), at(6), at(1))
        }
        232..=255 => {
            let grey = 8 + 10 * (index - 232);
            Rgb(grey, grey, grey)
        }
    }
}
