//! What a size of type comes to in pixels. A pixel is a column wide and half a row high; letters stand on whole ones.

use super::TypeSize;
use crate::show::{CellShape, Look};
use crate::typeface::{CAPITALS, DESCENDERS, LEVEL_STROKES, SMALL_LETTERS, UPRIGHT_STROKES};

/// A line is measured so much wider, in thousandths, than the face says, divided by the rows of a line: letters stand on
/// whole columns, and need more room for it the smaller they are.
const LOOSE: f32 = 320.0;

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
        let pitch = size.rows.max(1).saturating_mul(2);
        // Set tight, as headlines are: seven tenths of a line for the capitals, the rest for descenders and air.
        let capitals = rounded(f32::from(pitch) * 0.7).max(1);
        let up = f32::from(capitals) / thousandths(CAPITALS);
        let small = rounded(f32::from(capitals) * f32::from(SMALL_LETTERS) / f32::from(CAPITALS));
        let descent = rounded(up * thousandths(DESCENDERS)).min(pitch - capitals);
        Self {
            pitch,
            above: pitch - capitals - descent,
            capitals,
            small,
            descent,
            across: up * f32::from(height.max(1)) / f32::from(width.max(1)) / 2.0,
            up,
            loose: 1.0 + LOOSE / 1000.0 / f32::from(size.rows.max(1)),
        }
    }

    /// The width of an upright stroke.
    pub(super) fn upright_stroke(self) -> u16 {
        rounded(self.across * thousandths(UPRIGHT_STROKES)).max(1)
    }

    /// The thickness of a level stroke.
    pub(super) fn level_stroke(self) -> u16 {
        rounded(self.up * thousandths(LEVEL_STROKES)).max(1)
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
            self.upright_stroke()
        } else {
            rounded(self.across * thousandths(ink))
        };
        columns.clamp(1, room)
    }

    /// The columns in which text so wide always stands, in thousandths of the em.
    pub(super) fn columns(self, width: u32) -> u16 {
        let width = f64::from(width) * f64::from(self.loose) / 1000.0;
        let columns = (width * f64::from(self.across)).ceil();
        // A text wider than any screen is as wide as the widest.
        columns.clamp(0.0, f64::from(u16::MAX)) as u16
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
