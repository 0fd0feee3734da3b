//! Pixels made cells: two to a cell, one above the other, in the colours that the terminal has.
//!
//! With every colour a pixel half covered is half way between the ground and the ink. With 256 it is the nearest grey,
//! for the fixed palette has no steps between others, and the ink itself where it is nearly that. With sixteen or none it
//! is ink or ground.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::kept::Pixels;
use crate::show::{Colours, Look};
use crate::view::theme;

/// With 256 colours a pixel so strong is ink: a grey beside a coloured stroke would be a blot.
const NEARLY_INK: u8 = 6;

/// A pixel is so strong at most; few strengths make few changes of colour, and so few bytes.
pub(super) const LEVELS: u8 = 8;

/// How strong a pixel is, of which so much is covered, of 255.
pub(super) fn level(coverage: u8) -> u8 {
    let level = (u16::from(coverage) * u16::from(LEVELS) + 127) / 255;
    level.min(u16::from(LEVELS)) as u8
}

/// How pixels are shown.
#[derive(Debug)]
pub(super) struct Shades {
    /// Put over each cell that has ink.
    style: Style,
    /// The colour of each level, with the ground as the first; none where a pixel is ink or ground.
    pub(super) colours: Option<[Color; LEVELS as usize + 1]>,
    /// Behind the whole line, where the style has a ground of its own.
    behind: Option<Color>,
}

impl Shades {
    /// Of a style over the theme's ground.
    pub(super) fn of(style: Style, look: Look) -> Self {
        let theme = theme::of(look).ground;
        let behind = style.bg.filter(|ground| Some(*ground) != theme.bg);
        let ground = style.bg.or(theme.bg).unwrap_or_default();
        let ink = style.fg.or(theme.fg).unwrap_or_default();
        let colours = match look.colours {
            Colours::None | Colours::Sixteen => None,
            Colours::Many => shades(ground, ink, |part, ground, ink| {
                nearest_grey(ground_and_ink(part, ground, ink))
            })
            .map(|mut all| {
                all.iter_mut()
                    .skip(usize::from(NEARLY_INK))
                    .for_each(|colour| *colour = ink);
                all
            }),
            Colours::All => shades(ground, ink, |part, ground, ink| {
                let [red, green, blue] = ground_and_ink(part, ground, ink);
                Color::Rgb(red, green, blue)
            }),
        };
        // Some terminals smear bold blocks. Where a bold colour is a brighter one, it stays.
        let style = if colours.is_some() {
            style.remove_modifier(Modifier::BOLD)
        } else {
            style
        };
        Self {
            style,
            colours,
            behind,
        }
    }

    /// Puts pixels into an area from its upper left corner, as far as they go.
    pub(super) fn put(&self, pixels: &Pixels, area: Rect, buffer: &mut Buffer) {
        if let Some(ground) = self.behind {
            let with_air = Rect {
                x: area.x.saturating_sub(1),
                width: area.width.saturating_add(2),
                ..area
            };
            buffer.set_style(with_air.intersection(buffer.area), Style::new().bg(ground));
        }
        let width = usize::from(pixels.columns).max(1);
        let whole = buffer.area;
        let mut halves = pixels.levels.chunks_exact(width);
        let rows = buffer.content.chunks_exact_mut(usize::from(whole.width).max(1));
        let rows = rows
            .skip(usize::from(area.y.saturating_sub(whole.y)))
            .take(usize::from(area.height));
        for row in rows {
            let (Some(upper), Some(lower)) = (halves.next(), halves.next()) else {
                break;
            };
            let cells = row
                .iter_mut()
                .skip(usize::from(area.x.saturating_sub(whole.x)))
                .take(usize::from(area.width));
            for (cell, (upper, lower)) in cells.zip(upper.iter().zip(lower)) {
                let Some(shown) = self.shown(*upper, *lower) else {
                    continue;
                };
                cell.set_char(shown.0).set_style(self.style);
                if let Some(ink) = shown.1 {
                    cell.fg = ink;
                }
                if let Some(ground) = shown.2 {
                    cell.bg = ground;
                }
            }
        }
    }

    /// The block for two pixels, with its ink and its ground where they are not those of the style; none for ground alone.
    fn shown(&self, upper: u8, lower: u8) -> Option<(char, Option<Color>, Option<Color>)> {
        let Some(colours) = &self.colours else {
            let ink = |level: u8| level * 2 >= LEVELS;
            return match (ink(upper), ink(lower)) {
                (false, false) => None,
                (true, false) => Some(('▀', None, None)),
                (false, true) => Some(('▄', None, None)),
                (true, true) => Some(('█', None, None)),
            };
        };
        let [upper, lower] = [upper, lower].map(|level| colours.get(usize::from(level)).copied());
        let ground = colours.first().copied();
        // The stronger half is ink, so that cells side by side are alike and few bytes are written.
        match (upper == ground, lower == ground) {
            (true, true) => None,
            (false, true) => Some(('▀', upper, None)),
            (true, false) => Some(('▄', lower, None)),
            (false, false) if upper == lower => Some(('█', upper, None)),
            (false, false) if lower == colours.last().copied() => Some(('▄', lower, upper)),
            (false, false) => Some(('▀', upper, lower)),
        }
    }
}

type Rgb = [u8; 3];

/// The colours of all levels; none where one of the two is not known. The first and the last are named as they came.
fn shades(
    ground: Color,
    ink: Color,
    between: impl Fn(f32, Rgb, Rgb) -> Color,
) -> Option<[Color; LEVELS as usize + 1]> {
    let (from, to) = (rgb(ground)?, rgb(ink)?);
    let mut all = [ground; LEVELS as usize + 1];
    for (level, colour) in all.iter_mut().enumerate() {
        *colour = match level as u8 {
            0 => ground,
            LEVELS => ink,
            level => between(f32::from(level) / f32::from(LEVELS), from, to),
        };
    }
    Some(all)
}

/// A part of the way from the ground to the ink.
fn ground_and_ink(part: f32, ground: Rgb, ink: Rgb) -> Rgb {
    let mut mixed = ground;
    for (mixed, ink) in mixed.iter_mut().zip(ink) {
        let from = f32::from(*mixed);
        *mixed = (from + (f32::from(ink) - from) * part).round() as u8;
    }
    mixed
}

/// The grey of the palette that is as light as a colour.
fn nearest_grey([red, green, blue]: Rgb) -> Color {
    let lightness = 0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue);
    let step = ((lightness - 8.0) / 10.0).round().clamp(0.0, 23.0);
    Color::Indexed(232 + step as u8)
}

/// Red, green and blue of a colour that is the same on every terminal.
fn rgb(colour: Color) -> Option<Rgb> {
    match colour {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(grey @ 232..) => Some([8 + 10 * (grey - 232); 3]),
        Color::Indexed(index @ 16..) => {
            let part = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let index = index - 16;
            Some([part(index / 36), part(index / 6 % 6), part(index % 6)])
        }
        _ => None,
    }
}
