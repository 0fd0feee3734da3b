//! One line: where each of its letters begins, and all of them as pixels.

use super::metrics::{Metrics, rounded};
use crate::typeface::{advance, ink, letters, width};

/// A line laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Laid {
    /// The letters that have ink, each with the column where it begins.
    pub(super) letters: Vec<(char, u16)>,
    /// The columns of the whole.
    pub(super) columns: u16,
}

/// The air between two letters, before which one.
#[derive(Debug)]
struct Gap {
    before: usize,
    columns: u16,
    /// How much more it is than the face says, in columns.
    over: f32,
}

/// Lays a line out; none where the face lacks one of its characters. It is never wider than [`Metrics::columns`] says.
pub(super) fn laid(line: &str, metrics: Metrics) -> Option<Laid> {
    let mut inks: Vec<(char, u16)> = Vec::new();
    let mut gaps: Vec<Gap> = Vec::new();
    // Air after the last ink, in thousandths of the em.
    let mut air: i32 = 0;
    let mut spaces: u16 = 0;
    for letter in letters(line) {
        let (advance, (left, ink)) = (advance(letter)?, ink(letter)?);
        if ink == 0 {
            air += i32::from(advance);
            spaces += 1;
            continue;
        }
        if !inks.is_empty() {
            let natural = metrics.across * (air + i32::from(left)) as f32 / 1000.0;
            // Letters never touch, and words stand further apart than letters.
            let columns = rounded(natural).max(1 + spaces);
            gaps.push(Gap {
                before: inks.len(),
                columns,
                over: f32::from(columns) - natural,
            });
        }
        inks.push((letter, metrics.ink_columns(ink, advance)));
        air = i32::from(advance) - i32::from(left) - i32::from(ink);
        spaces = 0;
    }
    let sum = |gaps: &[Gap]| -> u32 {
        let gaps: u32 = gaps.iter().map(|gap| u32::from(gap.columns)).sum();
        gaps + inks.iter().map(|(_, ink)| u32::from(*ink)).sum::<u32>()
    };
    let most = u32::from(metrics.columns(width(line)));
    let mut over = sum(&gaps).saturating_sub(most);
    if over > 0 {
        // What is most too wide gives first, and no letter touches another before all else has given.
        gaps.sort_by(|one, other| other.over.total_cmp(&one.over));
        for least in [1, 0] {
            for gap in &mut gaps {
                if over > 0 && gap.columns > least {
                    gap.columns -= 1;
                    over -= 1;
                }
            }
        }
        gaps.sort_by_key(|gap| gap.before);
    }
    let mut column: u16 = 0;
    let mut placed = Vec::with_capacity(inks.len());
    for (place, (letter, ink)) in inks.iter().enumerate() {
        if let Some(gap) = place.checked_sub(1).and_then(|place| gaps.get(place)) {
            column = column.saturating_add(gap.columns);
        }
        placed.push((*letter, column));
        column = column.saturating_add(*ink);
    }
    Some(Laid {
        letters: placed,
        columns: column,
    })
}
