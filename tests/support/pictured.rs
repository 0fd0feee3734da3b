//! A screen of a test as text: its words, and a picture that keeps its styles.

#![allow(dead_code, reason = "each test needs a part of this")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ikrar::view::Placed;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr as _;

/// The words of a screen, a line for each row.
pub(crate) fn text(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut text = String::new();
    for row in 0..area.height {
        let mut line = String::new();
        let mut column = 0;
        while column < area.width {
            let symbol = buffer[(column, row)].symbol();
            line.push_str(symbol);
            // The cells that a wide character covers hold nothing of their own.
            column += u16::try_from(symbol.width()).unwrap_or(1).max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The words of what stands on a screen, be they plain or in large type: from the top, a line each, but for a word that is
/// broken after a stroke.
pub(crate) fn said(placed: &[Placed]) -> String {
    let mut placed: Vec<&Placed> = placed.iter().collect();
    placed.sort_by_key(|one| (one.area.y, one.area.x));
    let lines: Vec<&str> = placed
        .iter()
        .flat_map(|one| one.lines.iter().map(String::as_str))
        .collect();
    lines.join("\n").replace("/\n", "/")
}

/// A picture of a screen: its words, and below them each style with the cells that have it, as row:column+cells.
pub(crate) fn picture(buffer: &Buffer) -> String {
    let Rect { width, height, .. } = buffer.area;
    let mut runs: BTreeMap<String, String> = BTreeMap::new();
    for row in 0..height {
        let mut column = 0;
        while column < width {
            let style = style(&buffer[(column, row)]);
            let cells = (column..width)
                .take_while(|at| self::style(&buffer[(*at, row)]) == style)
                .count();
            if !style.is_empty() {
                let _ = write!(runs.entry(style).or_default(), " {row}:{column}+{cells}");
            }
            column += u16::try_from(cells).expect("no wider than the screen");
        }
    }
    let mut picture = format!("{width}×{height}\n{}", text(buffer));
    for (style, cells) in runs {
        let _ = writeln!(picture, "· {style}:{cells}");
    }
    picture
}

/// A style in words; nothing for plain text on the ground, which is the same in every cell.
fn style(cell: &Cell) -> String {
    let mut words = Vec::new();
    if ![Color::Reset, Color::Gray].contains(&cell.fg) {
        words.push(cell.fg.to_string());
    }
    if ![Color::Reset, Color::Black].contains(&cell.bg) {
        words.push(format!("on {}", cell.bg));
    }
    let named = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::REVERSED, "reversed"),
    ];
    words.extend(
        named
            .into_iter()
            .filter(|(modifier, _)| cell.modifier.contains(*modifier))
            .map(|(_, word)| word.to_owned()),
    );
    words.join(" ")
}
