//! Rectangles: grounds, lines, blocks and signs that a font would draw with gaps, or not at all.
//!
//! All is measured in eighths of a pixel: an eighth of a cell is then a whole number of them, and no rounding ever shows.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::colours::Rgb;

/// Eighths of a pixel in a pixel.
pub(crate) const PIXEL: u32 = 8;
/// The width of a cell.
pub(crate) const WIDTH: u32 = 9 * PIXEL;
/// The height of a cell.
pub(crate) const HEIGHT: u32 = 20 * PIXEL;

/// A rectangle: its left upper corner, its width, its height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rectangle {
    pub(crate) y: u32,
    pub(crate) x: u32,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Rectangle {
    /// So much further to the right and down.
    pub(crate) const fn moved(self, x: u32, y: u32) -> Self {
        Self {
            x: self.x + x,
            y: self.y + y,
            ..self
        }
    }
}

const fn rectangle(x: u32, y: u32, width: u32, height: u32) -> Rectangle {
    Rectangle { y, x, width, height }
}

/// How strong an arm of a line is, from the middle of its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arm {
    None,
    Light,
    Heavy,
    Double,
}

/// The rectangles of a character that is a line or a block; nothing for all others, which are left to the font.
pub(crate) fn rectangles(character: char) -> Option<Vec<Rectangle>> {
    dashes(character)
        .or_else(|| block(character))
        .or_else(|| arms(character).map(crossing))
}

/// Lines of dashes. They begin anew in each cell and go on evenly; level ones stand on whole pixels, so that they are
/// crisp, for which the finest have three dashes a cell instead of four.
fn dashes(character: char) -> Option<Vec<Rectangle>> {
    let (count, dash, thickness, upright) = match character {
        '╌' => (2, 24, 1, false),
        '╍' => (2, 24, 3, false),
        '┄' => (3, 16, 1, false),
        '┅' => (3, 16, 3, false),
        '┈' => (3, 8, 1, false),
        '┉' => (3, 8, 3, false),
        '╎' => (2, 40, 1, true),
        '╏' => (2, 40, 3, true),
        '┆' => (3, 28, 1, true),
        '┇' => (3, 28, 3, true),
        '┊' => (4, 16, 1, true),
        '┋' => (4, 16, 3, true),
        _ => return None,
    };
    let thickness = thickness * PIXEL;
    let length = if upright { HEIGHT } else { WIDTH };
    let step = length / count;
    let one = |number: u32| {
        let along = number * step + (step - dash) / (2 * PIXEL) * PIXEL;
        if upright {
            rectangle(middle(WIDTH, thickness), along, thickness, dash)
        } else {
            rectangle(along, middle(HEIGHT, thickness), dash, thickness)
        }
    };
    Some((0..count).map(one).collect())
}

/// Where something so thick begins that stands in the middle of a cell, on a whole pixel.
const fn middle(length: u32, thickness: u32) -> u32 {
    (length - thickness).div_ceil(2 * PIXEL) * PIXEL
}

/// Eighths, halves and quarters of a cell.
fn block(character: char) -> Option<Vec<Rectangle>> {
    const W: u32 = WIDTH / 8;
    const H: u32 = HEIGHT / 8;
    let quarters = |which: &[u32]| {
        let quarter = |which: &u32| rectangle((which % 2) * 4 * W, (which / 2) * 4 * H, 4 * W, 4 * H);
        which.iter().map(quarter).collect()
    };
    let one = match character {
        '▀' => rectangle(0, 0, WIDTH, 4 * H),
        '▔' => rectangle(0, 0, WIDTH, H),
        '▁'..='█' => {
            let eighths = u32::from(character) - u32::from('▁') + 1;
            rectangle(0, (8 - eighths) * H, WIDTH, eighths * H)
        }
        '▉'..='▏' => {
            let eighths = 7 - (u32::from(character) - u32::from('▉'));
            rectangle(0, 0, eighths * W, HEIGHT)
        }
        '▐' => rectangle(4 * W, 0, 4 * W, HEIGHT),
        '▕' => rectangle(7 * W, 0, W, HEIGHT),
        '▖' => return Some(quarters(&[2])),
        '▗' => return Some(quarters(&[3])),
        '▘' => return Some(quarters(&[0])),
        '▙' => return Some(quarters(&[0, 2, 3])),
        '▚' => return Some(quarters(&[0, 3])),
        '▛' => return Some(quarters(&[0, 1, 2])),
        '▜' => return Some(quarters(&[0, 1, 3])),
        '▝' => return Some(quarters(&[1])),
        '▞' => return Some(quarters(&[1, 2])),
        '▟' => return Some(quarters(&[1, 2, 3])),
        _ => return None,
    };
    Some(vec![one])
}

/// The arms of a line, from the middle to the left, right, top and bottom.
fn arms(character: char) -> Option<[Arm; 4]> {
    use Arm::{Double as D, Heavy as H, Light as L, None as N};
    Some(match character {
        '─' => [L, L, N, N],
        '━' => [H, H, N, N],
        '│' => [N, N, L, L],
        '┃' => [N, N, H, H],
        '┌' => [N, L, N, L],
        '┐' => [L, N, N, L],
        '└' => [N, L, L, N],
        '┘' => [L, N, L, N],
        '├' => [N, L, L, L],
        '┤' => [L, N, L, L],
        '┬' => [L, L, N, L],
        '┴' => [L, L, L, N],
        '┼' => [L, L, L, L],
        '┏' => [N, H, N, H],
        '┓' => [H, N, N, H],
        '┗' => [N, H, H, N],
        '┛' => [H, N, H, N],
        '┣' => [N, H, H, H],
        '┫' => [H, N, H, H],
        '┳' => [H, H, N, H],
        '┻' => [H, H, H, N],
        '╋' => [H, H, H, H],
        '╴' => [L, N, N, N],
        '╵' => [N, N, L, N],
        '╶' => [N, L, N, N],
        '╷' => [N, N, N, L],
        '╸' => [H, N, N, N],
        '╹' => [N, N, H, N],
        '╺' => [N, H, N, N],
        '╻' => [N, N, N, H],
        '╼' => [L, H, N, N],
        '╽' => [N, N, L, H],
        '╾' => [H, L, N, N],
        '╿' => [N, N, H, L],
        '═' => [D, D, N, N],
        '║' => [N, N, D, D],
        '╔' => [N, D, N, D],
        '╗' => [D, N, N, D],
        '╚' => [N, D, D, N],
        '╝' => [D, N, D, N],
        '╠' => [N, D, D, D],
        '╣' => [D, N, D, D],
        '╦' => [D, D, N, D],
        '╩' => [D, D, D, N],
        '╬' => [D, D, D, D],
        '╞' => [N, D, L, L],
        '╡' => [D, N, L, L],
        '╪' => [D, D, L, L],
        '╟' => [N, L, D, D],
        '╢' => [L, N, D, D],
        '╫' => [L, L, D, D],
        _ => return None,
    })
}

/// The strokes of an arm: for each, how far its middle is from the cell's, as -1, 0 or 1, and how thick it is.
const fn strokes(arm: Arm) -> &'static [(i8, u32)] {
    match arm {
        Arm::None => &[],
        Arm::Light => &[(0, PIXEL)],
        Arm::Heavy => &[(0, 3 * PIXEL)],
        Arm::Double => &[(-1, PIXEL), (1, PIXEL)],
    }
}

/// Where a stroke begins across its arm, in a cell so long.
const fn across(length: u32, (side, thickness): (i8, u32)) -> u32 {
    let begins = middle(length, thickness);
    match side {
        ..=-1 => begins - PIXEL,
        0 => begins,
        1.. => begins + PIXEL,
    }
}

/// Arms that meet in the middle of a cell. Each reaches over what crosses it there, so that corners are closed.
fn crossing([left, right, up, down]: [Arm; 4]) -> Vec<Rectangle> {
    let extent = |length: u32, arms: [Arm; 2]| {
        let strokes = arms.into_iter().flat_map(strokes);
        let ends = strokes.map(|stroke| (across(length, *stroke), across(length, *stroke) + stroke.1));
        ends.fold(None, |all: Option<(u32, u32)>, (first, last)| {
            let (from, to) = all.unwrap_or((first, last));
            Some((from.min(first), to.max(last)))
        })
    };
    // An arm that nothing crosses ends in the middle of the cell.
    let (from_x, to_x) = extent(WIDTH, [up, down]).unwrap_or((WIDTH / 2, WIDTH / 2));
    let (from_y, to_y) = extent(HEIGHT, [left, right]).unwrap_or((HEIGHT / 2, HEIGHT / 2));
    let mut all = Vec::new();
    for stroke in strokes(left) {
        all.push(rectangle(0, across(HEIGHT, *stroke), to_x, stroke.1));
    }
    for stroke in strokes(right) {
        all.push(rectangle(
            from_x,
            across(HEIGHT, *stroke),
            WIDTH - from_x,
            stroke.1,
        ));
    }
    for stroke in strokes(up) {
        all.push(rectangle(across(WIDTH, *stroke), 0, stroke.1, to_y));
    }
    for stroke in strokes(down) {
        all.push(rectangle(
            across(WIDTH, *stroke),
            from_y,
            stroke.1,
            HEIGHT - from_y,
        ));
    }
    all
}

/// Rectangles by colour.
#[derive(Debug, Default)]
pub(crate) struct Painted(BTreeMap<Rgb, Vec<Rectangle>>);

impl Painted {
    pub(crate) fn add(&mut self, colour: Rgb, rectangle: Rectangle) {
        self.0.entry(colour).or_default().push(rectangle);
    }

    /// A path for each colour, of as few rectangles as touching ones can be merged into.
    pub(crate) fn written(self) -> String {
        let mut svg = String::new();
        for (colour, rectangles) in self.0 {
            let _ = write!(svg, "<path fill=\"{}\" d=\"", colour.written());
            for one in merged(rectangles) {
                let [x, y, width, height] = [one.x, one.y, one.width, one.height].map(pixels);
                let _ = write!(svg, "M{x} {y}h{width}v{height}h-{width}z");
            }
            svg.push_str("\"/>\n");
        }
        svg
    }
}

/// Rectangles side by side made one, then rectangles one below the other.
pub(crate) fn merged(mut rectangles: Vec<Rectangle>) -> Vec<Rectangle> {
    rectangles.sort_unstable_by_key(|one| (one.y, one.height, one.x));
    let mut rows = join(rectangles, |one, next| {
        let touching = (one.y, one.height) == (next.y, next.height) && next.x <= one.x + one.width;
        touching.then(|| {
            rectangle(
                one.x,
                one.y,
                one.width.max(next.x + next.width - one.x),
                one.height,
            )
        })
    });
    rows.sort_unstable_by_key(|one| (one.x, one.width, one.y));
    let mut all = join(rows, |one, next| {
        let touching = (one.x, one.width) == (next.x, next.width) && next.y <= one.y + one.height;
        touching.then(|| {
            rectangle(
                one.x,
                one.y,
                one.width,
                one.height.max(next.y + next.height - one.y),
            )
        })
    });
    all.sort_unstable();
    all
}

/// Joins each rectangle to the one before it, where the two can be one.
fn join(
    rectangles: Vec<Rectangle>,
    joined: impl Fn(Rectangle, Rectangle) -> Option<Rectangle>,
) -> Vec<Rectangle> {
    let mut all: Vec<Rectangle> = Vec::new();
    for next in rectangles {
        let last = all.last_mut();
        match last.and_then(|last| joined(*last, next).map(|one| *last = one)) {
            Some(()) => {}
            None => all.push(next),
        }
    }
    all
}

/// A length in pixels, with no more digits than it has.
pub(crate) fn pixels(eighths: u32) -> String {
    let (whole, rest) = (eighths / PIXEL, eighths % PIXEL);
    if rest == 0 {
        return whole.to_string();
    }
    let thousandths = format!("{:03}", rest * 1000 / PIXEL);
    format!("{whole}.{}", thousandths.trim_end_matches('0'))
}
