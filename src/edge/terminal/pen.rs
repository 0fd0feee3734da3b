//! Cells as bytes for a terminal: only what changes of the style, the shortest way from one cell to another. Touches no
//! terminal.
//!
//! Nothing is written but what every terminal understands: moves forward and to a place, the next line, and the usual
//! attributes. Nothing is counted on that terminals differ in: how wide a sign is that is not of ASCII, where the cursor
//! stands after the last column, what colour an erased cell has.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// So many bytes takes a move forward.
const SHORTEST_FORWARD: u16 = 4;

/// So many bytes takes a move to a place, at least.
const SHORTEST_PLACE: u16 = 6;

/// What can be seen where nothing is written.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Modifiers that have a switch of their own, and how they are switched on and off.
const SWITCHES: [(Modifier, u16, u16); 5] = [
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Modifiers of which two are switched off together.
const PAIRS: [([(Modifier, u16); 2], u16); 2] = [
    ([(Modifier::BOLD, 1), (Modifier::DIM, 2)], 22),
    ([(Modifier::SLOW_BLINK, 5), (Modifier::RAPID_BLINK, 6)], 25),
];

/// Colours and modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    ink: Color,
    ground: Color,
    underline: Color,
    modifier: Modifier,
}

impl Style {
    const PLAIN: Self = Self {
        ink: Color::Reset,
        ground: Color::Reset,
        underline: Color::Reset,
        modifier: Modifier::empty(),
    };

    fn of(cell: &Cell) -> Self {
        Self {
            ink: cell.fg,
            ground: cell.bg,
            underline: cell.underline_color,
            modifier: cell.modifier,
        }
    }

    /// The style in which a cell is written after one of this style. A blank shows no ink: it takes what is there.
    fn for_cell(self, cell: &Cell) -> Self {
        let needs_ink = cell.symbol() != " " || (self.modifier | cell.modifier).intersects(SEEN_ON_BLANK);
        if needs_ink {
            Self::of(cell)
        } else {
            Self {
                ground: cell.bg,
                ..self
            }
        }
    }
}

/// Where a terminal writes next, and how.
#[derive(Debug)]
pub(super) struct Pen<'a> {
    bytes: &'a mut Vec<u8>,
    style: Style,
    /// Column and row, where they are known.
    at: Option<(u16, u16)>,
    /// Whether all that was written since the last move to a place is as wide in every terminal.
    sure: bool,
    /// Kept for its memory.
    parameters: Vec<u8>,
}

impl<'a> Pen<'a> {
    /// A pen over a terminal with a plain style.
    pub(super) fn new(bytes: &'a mut Vec<u8>) -> Self {
        Self {
            bytes,
            style: Style::PLAIN,
            at: None,
            sure: false,
            parameters: Vec::with_capacity(64),
        }
    }

    /// Writes a cell of a buffer; where that is shorter than moving over them, also those before it in its row.
    pub(super) fn write(&mut self, buffer: &Buffer, column: u16, row: u16, cell: &Cell) {
        self.move_to(buffer, column, row);
        let style = self.style.for_cell(cell);
        if style != self.style {
            self.change(style);
        }
        let symbol = cell.symbol();
        self.bytes.extend_from_slice(symbol.as_bytes());
        let width = if symbol.len() == 1 { 1 } else { symbol.width() };
        self.sure &= symbol.len() == 1;
        self.at = (width == 1).then_some((column + 1, row));
    }

    /// Leaves the terminal with a plain style.
    pub(super) fn put_down(mut self) {
        if self.style != Style::PLAIN {
            self.change(Style::PLAIN);
        }
    }

    fn move_to(&mut self, buffer: &Buffer, column: u16, row: u16) {
        let at = self.at.replace((column, row));
        if at == Some((column, row)) {
            return;
        }
        // In the last column a terminal may be about to begin the next row; only a move to a place is safe there.
        if let Some((from, before)) = at.filter(|(from, _)| *from < buffer.area.width) {
            if before == row && from < column {
                let gap = column - from;
                let shortest = if self.sure {
                    SHORTEST_FORWARD
                } else {
                    SHORTEST_PLACE
                };
                if gap <= shortest && self.bridged(buffer, from..column, row) {
                    return;
                }
                if self.sure {
                    return self.forward(gap);
                }
            } else if before + 1 == row && self.sure {
                self.bytes.extend_from_slice(b"\r\n");
                if column > 0 {
                    self.forward(column);
                }
                return;
            }
        }
        self.bytes.extend_from_slice(b"\x1b[");
        number(self.bytes, row + 1);
        if column > 0 {
            self.bytes.push(b';');
            number(self.bytes, column + 1);
        }
        self.bytes.push(b'H');
        self.sure = true;
    }

    fn forward(&mut self, columns: u16) {
        self.bytes.extend_from_slice(b"\x1b[");
        if columns > 1 {
            number(self.bytes, columns);
        }
        self.bytes.push(b'C');
    }

    /// Writes cells again that are on the screen, where all of them are simple and take the style that there is.
    fn bridged(&mut self, buffer: &Buffer, columns: std::ops::Range<u16>, row: u16) -> bool {
        let begun = self.bytes.len();
        for column in columns {
            let same = buffer
                .cell((column, row))
                .filter(|cell| cell.symbol().len() == 1 && self.style.for_cell(cell) == self.style);
            let Some(cell) = same else {
                self.bytes.truncate(begun);
                return false;
            };
            self.bytes.extend_from_slice(cell.symbol().as_bytes());
        }
        true
    }

    /// Changes the style, by what differs or from a plain one, whichever is shorter.
    fn change(&mut self, to: Style) {
        self.parameters.clear();
        let plain = Style {
            underline: Color::Reset,
            ..to
        } == Style::PLAIN;
        if plain {
            self.bytes.extend_from_slice(b"\x1b[m");
            self.style = Style::PLAIN;
        } else {
            differences(&mut self.parameters, self.style, to);
            let by_difference = self.parameters.len();
            self.parameters.extend_from_slice(b"0;");
            differences(&mut self.parameters, Style::PLAIN, to);
            let (by_difference, anew) = self.parameters.split_at(by_difference);
            let shorter = if anew.len() < by_difference.len() {
                self.style.underline = Color::Reset;
                anew
            } else {
                by_difference
            };
            if let Some((_, parameters)) = shorter.split_last() {
                self.bytes.extend_from_slice(b"\x1b[");
                self.bytes.extend_from_slice(parameters);
                self.bytes.push(b'm');
            }
        }
        if to.underline != self.style.underline {
            self.underline(to.underline);
        }
        self.style = to;
    }

    /// A sequence of its own, for many terminals do not know it; with colons, or they would take its parts for others.
    fn underline(&mut self, colour: Color) {
        match colour {
            Color::Reset => self.bytes.extend_from_slice(b"\x1b[59m"),
            Color::Rgb(red, green, blue) => {
                self.bytes.extend_from_slice(b"\x1b[58:2::");
                for (part, after) in [(red, b':'), (green, b':'), (blue, b'm')] {
                    number(self.bytes, u16::from(part));
                    self.bytes.push(after);
                }
            }
            other => {
                self.bytes.extend_from_slice(b"\x1b[58:5:");
                number(self.bytes, u16::from(index(other)));
                self.bytes.push(b'm');
            }
        }
    }
}

/// The parameters that lead from one style to another, each with a semicolon after it. Nothing of underlines' colours.
fn differences(parameters: &mut Vec<u8>, from: Style, to: Style) {
    let mut add = |parameter| {
        number(parameters, parameter);
        parameters.push(b';');
    };
    let (off, on) = (from.modifier - to.modifier, to.modifier - from.modifier);
    if from.modifier != to.modifier {
        for (modifiers, switch_off) in PAIRS {
            let is_off = modifiers.iter().any(|(modifier, _)| off.contains(*modifier));
            if is_off {
                add(switch_off);
            }
            for (modifier, switch_on) in modifiers {
                if on.contains(modifier) || (is_off && to.modifier.contains(modifier)) {
                    add(switch_on);
                }
            }
        }
        for (modifier, switch_on, switch_off) in SWITCHES {
            if off.contains(modifier) {
                add(switch_off);
            }
            if on.contains(modifier) {
                add(switch_on);
            }
        }
    }
    let is_bold = |style: Style| style.modifier.contains(Modifier::BOLD);
    // The short names of the eight dark colours mean bright ones in many terminals where they are bold.
    let was_short = is_dark(from.ink) && !is_bold(from);
    let is_short = is_dark(to.ink) && !is_bold(to);
    if from.ink != to.ink || was_short != is_short {
        colour(parameters, to.ink, 30, !is_bold(to));
    }
    if from.ground != to.ground {
        colour(parameters, to.ground, 40, true);
    }
}

/// A colour's parameters, each with a semicolon after it. `first` is that of the first colour.
fn colour(parameters: &mut Vec<u8>, colour: Color, first: u16, may_be_short: bool) {
    let mut add = |parameter| {
        number(parameters, parameter);
        parameters.push(b';');
    };
    match colour {
        Color::Reset => add(first + 9),
        Color::Rgb(red, green, blue) => {
            add(first + 8);
            add(2);
            for part in [red, green, blue] {
                add(u16::from(part));
            }
        }
        Color::Indexed(index) => [first + 8, 5, u16::from(index)].into_iter().for_each(add),
        named => match u16::from(index(named)) {
            dark @ ..8 if may_be_short => add(first + dark),
            dark @ ..8 => [first + 8, 5, dark].into_iter().for_each(add),
            bright => add(first + 52 + bright),
        },
    }
}

/// Whether it is one of the first eight colours by its name.
fn is_dark(colour: Color) -> bool {
    match colour {
        Color::Reset | Color::Indexed(_) | Color::Rgb(..) => false,
        named => index(named) < 8,
    }
}

/// A colour's place in the palette. What has none is never asked for.
fn index(colour: Color) -> u8 {
    match colour {
        Color::Reset | Color::Rgb(..) | Color::Black => 0,
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
        Color::Indexed(index) => index,
    }
}

/// Writes a number in digits.
fn number(bytes: &mut Vec<u8>, number: u16) {
    let mut started = false;
    for place in [10_000, 1_000, 100, 10] {
        if number >= place {
            started = true;
        }
        if started {
            bytes.push(b'0' + (number / place % 10) as u8);
        }
    }
    bytes.push(b'0' + (number % 10) as u8);
}

#[cfg(test)]
mod tests;
