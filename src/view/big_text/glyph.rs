//! One letter as pixels: its outline brought onto them, and how much of each it covers.

use ab_glyph::{
    Glyph as Positioned, GlyphId, Outline, OutlineCurve, OutlinedGlyph, Point, PxScaleFactor, Rect, point,
};

use super::hint::{Axis, Warp, strokes};
use super::metrics::{Metrics, thousandths};
use crate::typeface::{
    CAPITALS, DESCENDERS, Face, LEVEL_STROKES, SMALL_LETTERS, UPRIGHT_STROKES, advance, ink,
};

/// How far round letters reach over the height of straight ones, in thousandths of the em; at so few pixels they do not.
const OVERSHOOT: f32 = 16.0;

/// Up to here, in thousandths of the em, what reaches over capitals is brought down to them: quotes, f, brackets.
const ABOUT_CAPITALS: f32 = 765.0;

/// What covers at least one pixel so much, of 255, is seen.
const SOLID: u8 = 220;

/// A letter as pixels, in a box as high as its line.
#[derive(Debug, Clone)]
pub(in crate::view) struct Glyph {
    /// The columns of its ink.
    pub(super) columns: u16,
    /// How much of each pixel it covers, row by row.
    pub(super) coverage: Box<[u8]>,
}

impl Glyph {
    /// Draws a letter; nothing where it has no ink.
    pub(super) fn drawn(face: &Face, character: char, metrics: Metrics) -> Option<Self> {
        let (left, ink_width) = ink(character)?;
        let columns = metrics.ink_columns(ink_width, advance(character)?);
        let outline = face.outline(character)?;
        let em = face.em()?;
        let edges = [f32::from(left), f32::from(left) + f32::from(ink_width)];
        let across = across(&outline, em, edges, columns, metrics);
        let up = up(&outline, em, metrics);
        // From the em to pixels, down from the top of the line's box.
        let base = f32::from(metrics.above + metrics.capitals);
        let placed = |at: Point| {
            let [x, y] = [at.x, at.y].map(|units| units * 1000.0 / em);
            point(across.of(x), base - up.of(y))
        };
        let mut coverage = vec![0; usize::from(columns) * usize::from(metrics.pitch)].into_boxed_slice();
        let size = [columns, metrics.pitch].map(f32::from);
        let curves = outline.curves.iter().map(|curve| match *curve {
            OutlineCurve::Line(a, b) => OutlineCurve::Line(placed(a), placed(b)),
            OutlineCurve::Quad(a, b, c) => OutlineCurve::Quad(placed(a), placed(b), placed(c)),
            OutlineCurve::Cubic(a, b, c, d) => {
                OutlineCurve::Cubic(placed(a), placed(b), placed(c), placed(d))
            }
        });
        let outline = Outline {
            bounds: bounds(curves.clone()),
            curves: curves.collect(),
        };
        let glyph = Positioned {
            id: GlyphId(0),
            scale: 1.0.into(),
            position: point(0.0, 0.0),
        };
        let factor = PxScaleFactor {
            horizontal: 1.0,
            vertical: -1.0,
        };
        let drawn = OutlinedGlyph::new(glyph, outline, factor);
        let corner = drawn.px_bounds().min;
        drawn.draw(|x, y, part| {
            let [x, y] = [corner.x + x as f32, corner.y + y as f32];
            if (0.0..size[0]).contains(&x) && (0.0..size[1]).contains(&y) {
                let place = y as usize * usize::from(columns) + x as usize;
                if let Some(pixel) = coverage.get_mut(place) {
                    *pixel = (part.clamp(0.0, 1.0) * 255.0).round() as u8;
                }
            }
        });
        // A sign so fine that it covers no pixel must not vanish where there are no shades, and is no ghost where there are.
        let most = coverage.iter().copied().max().unwrap_or(0);
        if (1..SOLID).contains(&most) {
            for pixel in &mut coverage {
                *pixel = (u16::from(*pixel) * u16::from(u8::MAX) / u16::from(most)) as u8;
            }
        }
        for pixel in &mut coverage {
            *pixel = sharper(*pixel, metrics.pitch);
        }
        Some(Self { columns, coverage })
    }
}

/// Where a pixel becomes ink that has no shades, of 255.
const INK: f32 = 111.5;

/// In lines of so few pixels more of a pixel must be covered for that, of 255: the openings of a and s, which tell them
/// apart, are hardly a pixel wide.
const FEW_PIXELS: u16 = 8;
const INK_OF_FEW: f32 = 132.0;

/// What is covered a little more or less than makes a pixel ink is left as it is, and the rest is brought to all or
/// nothing, the more the fewer pixels a line has: shades fill the small rooms within a letter, and from afar it would be a
/// spot.
fn sharper(coverage: u8, pitch: u16) -> u8 {
    let slope = 1.0 + 14.0 / f32::from(pitch.max(1));
    let least = if pitch > FEW_PIXELS { INK } else { INK_OF_FEW };
    ((f32::from(coverage) - least) * slope + INK)
        .round()
        .clamp(0.0, 255.0) as u8
}

/// The box around curves, as a rasteriser takes it: the pixels that it has to look at.
fn bounds(curves: impl Iterator<Item = OutlineCurve>) -> Rect {
    let points = curves.flat_map(|curve| match curve {
        OutlineCurve::Line(a, b) => [a, b, a, b],
        OutlineCurve::Quad(a, b, c) => [a, b, c, a],
        OutlineCurve::Cubic(a, b, c, d) => [a, b, c, d],
    });
    let around = points.fold(None, |all: Option<Rect>, at| {
        let all = all.unwrap_or(Rect { min: at, max: at });
        Some(Rect {
            min: point(all.min.x.min(at.x), all.min.y.min(at.y)),
            max: point(all.max.x.max(at.x), all.max.y.max(at.y)),
        })
    });
    around.unwrap_or_default()
}

/// From the left edge of the ink to its right, over so many columns.
fn across(outline: &Outline, em: f32, [left, right]: [f32; 2], columns: u16, metrics: Metrics) -> Warp {
    let width = f32::from(columns);
    let mut warp = Warp::default();
    warp.pin(left, 0.0);
    let stroke = metrics.upright_stroke().min(width);
    let one_stroke = right - left < f32::from(UPRIGHT_STROKES) * 1.25;
    warp.pin(right, if one_stroke { stroke } else { width });
    let strokes = strokes(outline, Axis::Across, em, UPRIGHT_STROKES);
    for one in &strokes {
        if one.from - left < OVERSHOOT {
            warp.pin(one.to, stroke);
        } else if right - one.to < OVERSHOOT {
            warp.pin(one.from, width - stroke);
        }
    }
    for one in strokes {
        if one.from - left >= OVERSHOOT && right - one.to >= OVERSHOOT {
            let middle = f32::midpoint(one.from, one.to) - left;
            let middle = middle * width / (right - left).max(1.0);
            let from = (middle - stroke / 2.0 + 0.49).floor().clamp(0.0, width - stroke);
            warp.pin(one.from, from);
            warp.pin(one.to, from + stroke);
        }
    }
    warp
}

/// From the line upwards, in pixels.
fn up(outline: &Outline, em: f32, metrics: Metrics) -> Warp {
    let scale = 1000.0 / em;
    // The least of an outline's box is its left upper corner.
    let [top, bottom] = [outline.bounds.min.y, outline.bounds.max.y].map(|units| units * scale);
    let [capitals, small, descent, above] =
        [metrics.capitals, metrics.small, metrics.descent, metrics.above].map(f32::from);
    let [capitals_at, small_at, descent_at] = [CAPITALS, SMALL_LETTERS, DESCENDERS].map(f32::from);
    let stroke = metrics.level_stroke();
    // What is over the letter needs a pixel for itself and one of air: the letter below it gives way.
    let ceiling = capitals + above;
    let (capitals, small) = if top > 850.0 {
        let accent = (metrics.up * thousandths(232)).round().max(2.0);
        let capitals = capitals.min(ceiling - accent).max(1.0);
        (capitals, small.min(capitals - 1.0))
    } else if top > ABOUT_CAPITALS {
        (capitals, small.min(ceiling - 2.0).max(1.0))
    } else {
        (capitals, small)
    };
    let mut warp = Warp::default();
    warp.pin(-descent_at, -descent);
    warp.pin(0.0, 0.0);
    warp.pin(small_at, small);
    warp.pin(capitals_at, capitals);
    if top > ABOUT_CAPITALS {
        let natural = capitals + ((top - capitals_at) * metrics.up / 1000.0).round().max(0.0);
        let room = if top > 850.0 {
            ceiling
        } else {
            natural.max(small + 2.0).min(ceiling)
        };
        warp.pin(top, room);
    } else if top > capitals_at {
        warp.pin(top, capitals);
    }
    if bottom < -descent_at {
        warp.pin(bottom, -descent);
    }
    let zones = [
        (0.0, 0.0),
        (small_at, small),
        (capitals_at, capitals),
        (-descent_at, -descent),
    ];
    let zone = |at: f32| {
        zones
            .iter()
            .find(|(zone, _)| (at - zone).abs() < OVERSHOOT)
            .map(|(_, to)| *to)
    };
    let strokes = strokes(outline, Axis::Up, em, LEVEL_STROKES);
    for one in &strokes {
        if let Some(to) = zone(one.from) {
            warp.pin(one.from, to);
            warp.pin(one.to, to + stroke);
        } else if let Some(to) = zone(one.to) {
            warp.pin(one.to, to);
            warp.pin(one.from, to - stroke);
        }
    }
    for one in &strokes {
        if zone(one.from).is_none() && zone(one.to).is_none() {
            let middle = warp.of(f32::midpoint(one.from, one.to));
            let from = (middle - stroke / 2.0 + 0.5).floor();
            warp.pin(one.from, from);
            warp.pin(one.to, from + stroke);
        }
    }
    for (at, to) in [(-11.0, 0.0), (553.0, small), (737.0, capitals)] {
        if top >= at && bottom <= at {
            warp.pin(at, to);
        }
    }
    warp
}
