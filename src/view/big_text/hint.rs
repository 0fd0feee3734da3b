//! Bringing the strokes of a letter onto whole pixels, in one direction at a time: a stroke keeps its place among the
//! others, and is as thick as all strokes are at that size. What lies between strokes is stretched to fit.

use ab_glyph::{Outline, OutlineCurve, Point};

/// The direction in which places are changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    /// From left to right.
    Across,
    /// From the line upwards.
    Up,
}

impl Axis {
    fn along(self, point: Point) -> f32 {
        match self {
            Self::Across => point.x,
            Self::Up => point.y,
        }
    }

    fn aside(self, point: Point) -> f32 {
        match self {
            Self::Across => point.y,
            Self::Up => point.x,
        }
    }
}

/// An edge of ink: where it is in thousandths of the em, and whether the ink begins there or ends.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Edge {
    at: f32,
    begins: bool,
}

/// A stroke between two edges, in thousandths of the em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    /// Where it begins.
    pub(super) from: f32,
    /// Where it ends.
    pub(super) to: f32,
}

/// Edges nearer to each other than this are one: a bowl reaches a little beyond the stem that it grows from.
const ONE_EDGE: f32 = 14.0;

/// An edge is at least so long.
const LEAST_EDGE: f32 = 30.0;

/// The strokes of an outline in a direction, about as thick as is usual, from the first to the last.
pub(super) fn strokes(outline: &Outline, axis: Axis, em: f32, usual: u16) -> Vec<Stroke> {
    let mut edges = Vec::new();
    for curve in &outline.curves {
        match *curve {
            OutlineCurve::Line(from, to) => edges.extend(edge(axis, em, from, to)),
            OutlineCurve::Quad(from, control, to) => {
                edges.extend(edge(axis, em, from, control));
                edges.extend(edge(axis, em, control, to));
            }
            OutlineCurve::Cubic(from, first, last, to) => {
                edges.extend(edge(axis, em, from, first));
                edges.extend(edge(axis, em, last, to));
            }
        }
    }
    edges.sort_by(|one, other| one.at.total_cmp(&other.at));
    let usual = f32::from(usual);
    let mut strokes: Vec<Stroke> = Vec::new();
    for begin in edges.iter().filter(|edge| edge.begins) {
        let end = edges
            .iter()
            .find(|end| !end.begins && (usual * 0.55..usual * 1.45).contains(&(end.at - begin.at)));
        let Some(end) = end else { continue };
        let (from, to) = (begin.at, end.at);
        match strokes.last_mut() {
            Some(last) if from - last.from < ONE_EDGE => last.to = last.to.max(to),
            Some(last) if from < last.to + ONE_EDGE => {}
            _ => strokes.push(Stroke { from, to }),
        }
    }
    strokes
}

/// The edge that two points make, where they lie straight across the direction. Ink lies to the left of an outline.
fn edge(axis: Axis, em: f32, from: Point, to: Point) -> Option<Edge> {
    let scale = 1000.0 / em;
    let [along, aside] = [
        axis.along(to) - axis.along(from),
        axis.aside(to) - axis.aside(from),
    ];
    if aside.abs() * scale < LEAST_EDGE || along.abs() > aside.abs() * 0.05 {
        return None;
    }
    let begins = match axis {
        Axis::Across => aside < 0.0,
        Axis::Up => aside > 0.0,
    };
    let at = axis.along(from) * scale;
    Some(Edge { at, begins })
}

/// Where places go, from thousandths of the em to pixels: between two knots in a straight line.
#[derive(Debug, Clone, Default)]
pub(super) struct Warp(Vec<(f32, f32)>);

impl Warp {
    /// Takes a knot, unless it would turn the order of places around.
    pub(super) fn pin(&mut self, from: f32, to: f32) {
        let place = self.0.partition_point(|(other, _)| *other < from);
        let before = place.checked_sub(1).and_then(|place| self.0.get(place));
        let after = self.0.get(place);
        let rises = before.is_none_or(|(_, other)| *other <= to)
            && after.is_none_or(|(at, other)| *other >= to && *at > from);
        if rises {
            self.0.insert(place, (from, to));
        }
    }

    /// Where a place goes; beyond the last knots as between the nearest two.
    pub(super) fn of(&self, from: f32) -> f32 {
        let place = self.0.partition_point(|(other, _)| *other < from);
        let place = place.clamp(1, self.0.len().saturating_sub(1).max(1));
        match (self.0.get(place - 1), self.0.get(place)) {
            (Some((a, to_a)), Some((b, to_b))) => to_a + (from - a) * (to_b - to_a) / (b - a),
            (Some((a, to_a)), None) => to_a + from - a,
            _ => from,
        }
    }
}
