//! A screen as an SVG picture: a window in which every cell has its place, whatever monospace font the reader has.
//!
//! Grounds, lines and blocks are paths of merged rectangles, a few signs are drawn by hand, and the words are runs of one
//! style, each held to its cells by `textLength`. The words stand in `<desc>` too, for people who cannot see. The same
//! screen gives the same bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use crate::colours::{Palette, Rgb, Seen};
use crate::leading::text;
use crate::shapes::{HEIGHT, PIXEL, Painted, Rectangle, WIDTH, pixels, rectangles};

/// Between the window's edge and the first cell.
const PADDING: u32 = 14 * PIXEL;
/// From a cell's top to the line on which its letters stand.
const BASELINE: u32 = 15 * PIXEL;
/// So large are the letters of the first font exactly as wide as a cell.
const FONT_SIZE: &str = "14.95";
const FONTS: &str = "DejaVu Sans Mono,Cascadia Mono,Menlo,Consolas,monospace";
/// Blanks that part a run in two; fewer are part of it.
const PARTING: u16 = 3;
/// How far the window's edge has gone from its ground to its words, in hundredths.
const EDGE: u16 = 22;

/// The picture of a screen, with a title for people who cannot see it.
pub(crate) fn svg(buffer: &Buffer, palette: Palette, title: &str) -> String {
    let ground = most_common_ground(buffer, palette);
    let [width, height] = [(buffer.area.width, WIDTH), (buffer.area.height, HEIGHT)]
        .map(|(cells, size)| pixels(u32::from(cells) * size + 2 * PADDING));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n"
    );
    let words = escaped(text(buffer).trim_end());
    let _ = writeln!(svg, "<title id=\"title\">{}</title>", escaped(title));
    let _ = writeln!(svg, "<desc id=\"desc\" xml:space=\"preserve\">\n{words}\n</desc>");
    let edge = [buffer.area.width, buffer.area.height];
    svg.push_str(&window(edge, ground, ground.towards(palette.ink, EDGE)));
    svg.push_str(&grounds(buffer, palette, ground).written());
    svg.push_str(&lines(buffer, palette).written());
    let _ = writeln!(
        svg,
        "<g font-family=\"{FONTS}\" font-size=\"{FONT_SIZE}\" fill=\"{}\" xml:space=\"preserve\">",
        palette.ink.written()
    );
    for row in 0..buffer.area.height {
        write_row(&mut svg, buffer, palette, row);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// The ground that most cells have: that of the window around them.
fn most_common_ground(buffer: &Buffer, palette: Palette) -> Rgb {
    let mut counts: BTreeMap<Rgb, usize> = BTreeMap::new();
    for cell in &buffer.content {
        *counts.entry(palette.seen(cell).ground).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(palette.ground, |(ground, _)| ground)
}

fn window([columns, rows]: [u16; 2], ground: Rgb, edge: Rgb) -> String {
    let inner = |cells: u16, size: u32| pixels(u32::from(cells) * size + 2 * PADDING - PIXEL);
    format!(
        "<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{}\" stroke=\"{}\"/>\n",
        inner(columns, WIDTH),
        inner(rows, HEIGHT),
        ground.written(),
        edge.written()
    )
}

/// The left upper corner of a cell.
fn corner(column: u16, row: u16) -> (u32, u32) {
    (
        PADDING + u32::from(column) * WIDTH,
        PADDING + u32::from(row) * HEIGHT,
    )
}

/// The cells that begin something: those that a wide character covers are passed over. With each, its place and how many
/// cells it has.
fn cells(buffer: &Buffer) -> impl Iterator<Item = (u16, u16, &Cell, u16)> {
    (0..buffer.area.height).flat_map(move |row| row_of(buffer, row))
}

fn row_of(buffer: &Buffer, row: u16) -> impl Iterator<Item = (u16, u16, &Cell, u16)> {
    let mut next = 0;
    (0..buffer.area.width).filter_map(move |column| {
        if column < next {
            return None;
        }
        let cell = &buffer[(column, row)];
        let cells = u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
        next = column + cells;
        Some((column, row, cell, cells))
    })
}

/// What lies behind the words, where it is not the window's own ground.
fn grounds(buffer: &Buffer, palette: Palette, ground: Rgb) -> Painted {
    let mut painted = Painted::default();
    for (column, row, cell, cells) in cells(buffer) {
        let seen = palette.seen(cell);
        if seen.ground != ground {
            let (x, y) = corner(column, row);
            let width = u32::from(cells) * WIDTH;
            let rectangle = Rectangle {
                x,
                y,
                width,
                height: HEIGHT,
            };
            painted.add(seen.ground, rectangle);
        }
    }
    painted
}

/// The characters that are lines and blocks, and the lines under and through words.
fn lines(buffer: &Buffer, palette: Palette) -> Painted {
    let mut painted = Painted::default();
    for (column, row, cell, cells) in cells(buffer) {
        let seen = palette.seen(cell);
        let (x, y) = corner(column, row);
        let lines = [
            (Modifier::UNDERLINED, BASELINE + 2 * PIXEL, seen.line),
            (Modifier::CROSSED_OUT, BASELINE - 4 * PIXEL, seen.ink),
        ];
        for (modifier, below, colour) in lines {
            if cell.modifier.contains(modifier) {
                let line = Rectangle {
                    x,
                    y: y + below,
                    width: u32::from(cells) * WIDTH,
                    height: PIXEL,
                };
                painted.add(colour, line);
            }
        }
        if let Drawn::Shape(shape) = drawn(cell) {
            for rectangle in shape {
                painted.add(seen.ink, rectangle.moved(x, y));
            }
        }
    }
    painted
}

/// What is drawn for a cell.
enum Drawn {
    Nothing,
    /// A line or a block.
    Shape(Vec<Rectangle>),
    /// A sign of our own, as a path from the cell's corner.
    Sign(&'static str),
    /// Part of a run of words.
    Letter,
    /// A character that a font may not have, or not as wide as others: by itself, so that it moves nothing else.
    Alone,
}

fn drawn(cell: &Cell) -> Drawn {
    let symbol = cell.symbol();
    if symbol.trim().is_empty() || cell.modifier.contains(Modifier::HIDDEN) {
        return Drawn::Nothing;
    }
    let mut characters = symbol.chars();
    let (Some(character), None) = (characters.next(), characters.next()) else {
        return Drawn::Alone;
    };
    if let Some(shape) = rectangles(character) {
        return Drawn::Shape(shape);
    }
    if let Some(sign) = sign(character) {
        return Drawn::Sign(sign);
    }
    match character {
        // Latin, and the marks of its typography: every monospace font has them.
        '!'..='\u{17f}' | '\u{2010}'..='\u{2027}' => Drawn::Letter,
        _ => Drawn::Alone,
    }
}

/// Signs that many fonts lack, or show as an emoji, and round corners, which meet the lines beside them.
fn sign(character: char) -> Option<&'static str> {
    Some(match character {
        '▶' => "m.5 5.5l8 4.5l-8 4.5z",
        '◀' => "m8.5 5.5v9l-8-4.5z",
        '▸' => "m1.5 7l6 3.5l-6 3.5z",
        '◆' => "m4.5 5.5l4.5 4.5l-4.5 4.5l-4.5-4.5z",
        '●' => "m.75 10a3.75 3.75 0 0 1 7.5 0a3.75 3.75 0 0 1-7.5 0z",
        '○' => {
            "m.75 10a3.75 3.75 0 0 1 7.5 0a3.75 3.75 0 0 1-7.5 0zm1.2 0a2.55 2.55 0 0 0 5.1 0a2.55 2.55 0 0 0-5.1 0z"
        }
        '■' => "m1 6.5h7v7h-7z",
        '□' => "m1 6.5h7v7h-7zm1 1v5h5v-5z",
        '╭' => "m4 20v-5.5a4.5 4.5 0 0 1 4.5-4.5h.5v1h-.5a3.5 3.5 0 0 0-3.5 3.5v5.5z",
        '╮' => "m0 10h.5a4.5 4.5 0 0 1 4.5 4.5v5.5h-1v-5.5a3.5 3.5 0 0 0-3.5-3.5h-.5z",
        '╰' => "m4 0v6.5a4.5 4.5 0 0 0 4.5 4.5h.5v-1h-.5a3.5 3.5 0 0 1-3.5-3.5v-6.5z",
        '╯' => "m0 11h.5a4.5 4.5 0 0 0 4.5-4.5v-6.5h-1v6.5a3.5 3.5 0 0 1-3.5 3.5h-.5z",
        _ => return None,
    })
}

/// How letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hand {
    ink: Rgb,
    bold: bool,
    italic: bool,
}

impl Hand {
    fn of(cell: &Cell, seen: Seen) -> Self {
        Self {
            ink: seen.ink,
            bold: cell.modifier.contains(Modifier::BOLD),
            italic: cell.modifier.contains(Modifier::ITALIC),
        }
    }
}

/// Letters of one style side by side.
#[derive(Debug)]
struct Run {
    hand: Hand,
    first: u16,
    /// The column after the last letter.
    end: u16,
    text: String,
    /// Whether more may be written on.
    open: bool,
}

fn write_row(svg: &mut String, buffer: &Buffer, palette: Palette, row: u16) {
    let mut run: Option<Run> = None;
    for (column, _, cell, cells) in row_of(buffer, row) {
        let hand = Hand::of(cell, palette.seen(cell));
        let drawn = drawn(cell);
        if matches!(drawn, Drawn::Nothing) {
            continue;
        }
        let letter = matches!(drawn, Drawn::Letter);
        let goes_on = run
            .as_ref()
            .is_some_and(|run| letter && run.open && run.hand == hand && column < run.end + PARTING);
        if !goes_on {
            write_run(svg, palette, row, run.take());
        }
        match drawn {
            Drawn::Letter | Drawn::Alone => {}
            Drawn::Sign(path) => {
                write_sign(svg, palette, corner(column, row), hand.ink, path);
                continue;
            }
            Drawn::Nothing | Drawn::Shape(_) => continue,
        }
        let run = run.get_or_insert_with(|| Run {
            hand,
            first: column,
            end: column,
            text: String::new(),
            open: letter,
        });
        run.text
            .extend(std::iter::repeat_n(' ', usize::from(column - run.end)));
        run.text.push_str(cell.symbol());
        run.end = column + cells;
    }
    write_run(svg, palette, row, run);
}

fn write_sign(svg: &mut String, palette: Palette, (x, y): (u32, u32), ink: Rgb, path: &str) {
    let (x, y) = (pixels(x), pixels(y));
    let _ = writeln!(svg, "<path{} d=\"M{x} {y}{path}\"/>", fill(palette, ink));
}

fn write_run(svg: &mut String, palette: Palette, row: u16, run: Option<Run>) {
    let Some(Run {
        hand,
        first,
        end,
        text,
        ..
    }) = run
    else {
        return;
    };
    let (x, y) = corner(first, row);
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"{}{}{}>{}</text>",
        pixels(x),
        pixels(y + BASELINE),
        pixels(u32::from(end - first) * WIDTH),
        fill(palette, hand.ink),
        if hand.bold { " font-weight=\"bold\"" } else { "" },
        if hand.italic { " font-style=\"italic\"" } else { "" },
        escaped(&text)
    );
}

/// The colour of something, where it is not that of all.
fn fill(palette: Palette, ink: Rgb) -> String {
    if ink == palette.ink {
        return String::new();
    }
    format!(" fill=\"{}\"", ink.written())
}

/// Text as XML has it. What XML cannot hold at all becomes the sign for that.
pub(crate) fn escaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => all.push_str("&amp;"),
            '<' => all.push_str("&lt;"),
            '>' => all.push_str("&gt;"),
            '"' => all.push_str("&quot;"),
            '\0'..'\t' | '\u{b}'..' ' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => all.push('\u{fffd}'),
            _ => all.push(character),
        }
    }
    all
}
