//! What a size of type comes to in pixels. A pixel is a column wide and half a row high; letters stand on whole ones.

use super::TypeSize;
use crate::show::{CellShape, Look};
use crate::typeface::{CAPITALS, DESCENDERS, LEVEL_STROKES, SMALL_LETTERS, UPRIGHT_STROKES};

/// A line is measured so much wider than the face says, divided by the square of its rows: letters stand on whole columns
/// and never touch, and need more room for it the smaller they are.
const LOOSE: f32 = 1.6;

/// A stroke that is nearly so many whole pixels is as many.
const CRISP: f32 = 0.3;

/// Small letters are never lower where a line has the pixels for it: a, e and s are three level strokes with two rooms
/// between them, and with fewer pixels one of the rooms is shut and the three look alike.
const LEAST_OF_SMALL: u16 = 5;

/// Capitals, and letters with an ascender, are at least so much higher than small ones.
const ASCENT: u16 = 2;

/// No terminal has cells that are flatter or taller, as many times as high as they are wide.
const FLATTEST: f32 = 1.5;
const TALLEST: f32 = 3.0;

/// A size in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Metrics {
    /// From one line to the next.
    pub(super) pitch: u16,
    /// Above capitals, for what reaches over them.
    pub(super) above: u16,
    /// The height of capitals.
    pub(super) capitals: u16,
    /// The height of small letters.
    pub(super) small: u16,
    /// Below the line on which letters stand.
    pub(super) descent: u16,
    /// The columns of an em.
    pub(super) across: f32,
    /// The pixels of an em from top to bottom.
    pub(super) up: f32,
    /// How much wider letters are set than the face says.
    pub(super) loose: f32,
}

impl Metrics {
    /// Of a size on a terminal.
    pub(super) fn of(size: TypeSize, look: Look) -> Self {
        let CellShape { width, height } = look.cell;
        let tall = f32::from(height) / f32::from(width.max(1));
        let pitch = size.rows.max(1).saturating_mul(2);
        // Set tight, as headlines are: seven tenths of a line for the capitals, the rest for descenders and air.
        let wanted = f32::from(pitch) * 0.7;
        let has_room = pitch > LEAST_OF_SMALL + ASCENT;
        let least = if has_room { LEAST_OF_SMALL + ASCENT } else { 1 };
        let capitals = rounded(wanted).max(least);
        let up = f32::from(capitals) / thousandths(CAPITALS);
        // Where whole pixels make letters higher than wanted, they need not be wider.
        let em = up.min(wanted / thousandths(CAPITALS));
        let small = rounded(f32::from(capitals) * f32::from(SMALL_LETTERS) / f32::from(CAPITALS));
        let descent = rounded(up * thousandths(DESCENDERS)).min(pitch - capitals);
        Self {
            pitch,
            above: pitch - capitals - descent,
            capitals,
            small,
            descent,
            across: em * tall.clamp(FLATTEST, TALLEST) / 2.0,
            up,
            loose: 1.0 + LOOSE / f32::from(size.rows.max(1)).powi(2),
        }
    }

    /// The width of an upright stroke, in columns.
    pub(super) fn upright_stroke(self) -> f32 {
        stroke(self.across * thousandths(UPRIGHT_STROKES))
    }

    /// The thickness of a level stroke, in pixels.
    pub(super) fn level_stroke(self) -> f32 {
        (self.up * thousandths(LEVEL_STROKES)).round().max(1.0)
    }

    /// The columns for ink of a width in thousandths of the em, of a letter so wide with its air: of strokes, never fewer
    /// than one takes, and never more than the letter has room for.
    pub(super) fn ink_columns(self, ink: u16, advance: u16) -> u16 {
        if ink == 0 {
            return 0;
        }
        let room = self.across * thousandths(advance) * self.loose;
        let room = (room.floor() as u16).max(1);
        let one_stroke = ink.abs_diff(UPRIGHT_STROKES) < UPRIGHT_STROKES / 4;
        let columns = if one_stroke {
            self.upright_stroke().ceil() as u16
        } else {
            rounded(self.across * thousandths(ink))
        };
        columns.clamp(1, room)
    }

    /// How wide text may be that stands in so many columns, in thousandths of the em.
    pub(super) fn room(self, columns: u16) -> u32 {
        let em = f64::from(self.across) * f64::from(self.loose);
        let mut room = (f64::from(columns) * 1000.0 / em) as u32;
        // What is rounded on the way there and back must never make a line too wide.
        while room > 0 && self.columns(room) > columns {
            room -= 1;
        }
        room
    }

    /// The columns in which text so wide always stands, in thousandths of the em.
    pub(super) fn columns(self, width: u32) -> u16 {
        let width = f64::from(width) * f64::from(self.loose) / 1000.0;
        let columns = (width * f64::from(self.across)).ceil();
        // A text wider than any screen is as wide as the widest.
        columns.clamp(0.0, f64::from(u16::MAX)) as u16
    }
}

/// Whole pixels are crisp; half a one more is what makes a stroke bold where two would fill the letter. It is less than
/// half, so that without shades it is not seen.
fn stroke(natural: f32) -> f32 {
    let whole = natural.round().max(1.0);
    if (natural - whole).abs() < CRISP {
        whole
    } else {
        natural.clamp(1.0, whole + 0.42)
    }
}

/// To the nearest whole number, a half upwards.
pub(super) fn rounded(number: f32) -> u16 {
    (number + 0.5).floor().clamp(0.0, f32::from(u16::MAX)) as u16
}

/// So many thousandths.
pub(super) fn thousandths(number: u16) -> f32 {
    f32::from(number) / 1000.0
}
