//! Tables for people: aligned columns, in lines no longer than the terminal is wide.

use std::io::{self, IsTerminal};

use unicode_width::UnicodeWidthStr;

use crate::edge::terminal;

/// The width of the terminal; none where it is none, and lines may be as long as they are.
pub(super) fn columns() -> Option<usize> {
    let (columns, _) = io::stdout().is_terminal().then(terminal::size)??;
    Some(usize::from(columns))
}

/// Rows as aligned lines. Numbers end where their column ends.
pub(super) fn aligned<const COLUMNS: usize>(
    rows: &[[String; COLUMNS]],
    numbers: &[usize],
    columns: Option<usize>,
) -> String {
    let widest = |column: usize| {
        let widths = rows
            .iter()
            .filter_map(|row| row.get(column).map(|cell| cell.width()));
        widths.max().unwrap_or(0)
    };
    let widths: [usize; COLUMNS] = std::array::from_fn(widest);
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let pad = " ".repeat(width.saturating_sub(cell.width()));
            let gap = if column == 0 { "" } else { "  " };
            let cell = if numbers.contains(&column) {
                format!("{gap}{pad}{cell}")
            } else {
                format!("{gap}{cell}{pad}")
            };
            line.push_str(&cell);
        }
        let line = line.trim_end();
        let line = match columns {
            Some(columns) => crate::view::fitted(line, columns),
            None => line.to_owned(),
        };
        text.push_str(&line);
        text.push('\n');
    }
    text
}
