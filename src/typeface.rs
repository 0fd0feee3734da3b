//! The typeface of large type: how wide words are in it, and the outlines of its characters. Pure; the face is inside the
//! binary, and no file of it is looked into until the first large letter is drawn.
//!
//! It is Inter Bold, version 3.019, © The Inter Project Authors (<https://github.com/rsms/inter>), under the SIL Open Font
//! License 1.1, which stands beside it as `inter-bold.OFL.txt` and has no reserved font name. What is here is a subset of
//! the file `Inter-Bold.otf` of Debian's package `fonts-inter`: the letters of Latin-1 and Latin Extended-A, quotes,
//! dashes, bullets, currencies; no layout tables, and so no kerning. Made with fonttools 4.68 by
//!
//! ```sh
//! pyftsubset Inter-Bold.otf --output-file=inter-bold.otf --layout-features='' --no-hinting --notdef-outline \
//!   --drop-tables+=GDEF,GPOS,GSUB --name-IDs='0,1,2,3,4,5,6,7,13,14' \
//!   --unicodes='U+20-7E,U+A0-FF,U+100-17F,U+218-21B,U+2BC,U+2C6,U+2DA,U+2DC,U+1E9E,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+20AC,U+20A6,U+20A8-20AA,U+20B9,U+2116,U+2122,U+2190-2193,U+2212,U+2248,U+2260,U+2264,U+2265,U+25CF,U+25CB,U+2713'
//! ```

mod advances;
pub mod breaks;
mod compose;

use ab_glyph::{Font as _, FontRef, Outline};
use serde::{Deserialize, Serialize};
use unicode_width::UnicodeWidthChar as _;

use self::advances::{ADVANCES, Advance};
pub use self::compose::letters;

/// The face, as a file of the format OpenType.
pub static FILE: &[u8] = include_bytes!("typeface/inter-bold.otf");

/// How high capitals are, in thousandths of the em; letters with an ascender are no higher.
pub const CAPITALS: u16 = 727;

/// How high small letters without an ascender are, in thousandths of the em.
pub const SMALL_LETTERS: u16 = 545;

/// How far letters reach below the line, in thousandths of the em.
pub const DESCENDERS: u16 = 205;

/// How wide an upright stroke is, in thousandths of the em.
pub const UPRIGHT_STROKES: u16 = 152;

/// How thick a level stroke is, in thousandths of the em.
pub const LEVEL_STROKES: u16 = 124;

/// How wide a character is counted that the face lacks, for each cell of plain text that it takes.
const LACKING: u32 = 600;

/// How wide the words of one piece of text are, in thousandths of the type's size. A piece is what stands on the screen
/// at once: a phrase, or a group that is read together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Measure(pub Vec<u32>);

impl Measure {
    /// Of a text, word by word.
    pub fn of(text: &str) -> Self {
        Self(words(text).map(width).collect())
    }
}

/// The words of a text, between which a line may be broken: what a space that does not break parts is one word, and so
/// are short words with a stroke between them (dan/atau). Of long ones (permusyawaratan/perwakilan) each is one, the
/// stroke with the first.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let breaks = |letter: char| letter.is_whitespace() && !['\u{a0}', '\u{202f}'].contains(&letter);
    let words = text.split(breaks).filter(|word| !word.is_empty());
    words.flat_map(|word| {
        let mut rest = Some(word);
        std::iter::from_fn(move || {
            let whole = rest?;
            let (word, left_over) = match long_words(whole) {
                Some((word, left_over)) => (word, Some(left_over)),
                None => (whole, None),
            };
            rest = left_over;
            Some(word)
        })
    })
}

/// Letters of a word that is long enough to begin a line after a stroke.
const LONG: usize = 8;

/// The first of words that strokes join, and the others, where both are long.
fn long_words(word: &str) -> Option<(&str, &str)> {
    let letters = |part: &str| part.chars().filter(|letter| letter.is_alphabetic()).count();
    word.match_indices('/').find_map(|(at, stroke)| {
        let (first, rest) = word.split_at(at + stroke.len());
        (letters(first) >= LONG && letters(rest) >= LONG).then_some((first, rest))
    })
}

/// How wide a word is, in thousandths of the type's size.
pub fn width(word: &str) -> u32 {
    let widths = letters(word).map(|letter| match advance(letter) {
        Some(advance) => u32::from(advance),
        None => LACKING * u32::try_from(letter.width().unwrap_or(0)).unwrap_or(0),
    });
    widths.fold(0, u32::saturating_add)
}

/// How wide the space between two words is, in thousandths of the type's size.
pub fn space() -> u32 {
    advance(' ').map_or(0, u32::from)
}

/// Words put on lines one after the other, each line filled as far as it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lines {
    /// So many lines were begun.
    pub begun: usize,
    /// How wide the last one is.
    last: u32,
}

impl Lines {
    /// With more words on them, where a line has so much room, all in thousandths of the type's size; none where a word is
    /// wider than a line.
    pub fn with(self, words: &[u32], room: u32) -> Option<Self> {
        words.iter().try_fold(self, |lines, word| {
            let longer = lines.last.saturating_add(space()).saturating_add(*word);
            if *word > room {
                None
            } else if lines.begun > 0 && longer <= room {
                Some(Self {
                    last: longer,
                    ..lines
                })
            } else {
                let begun = lines.begun + 1;
                Some(Self { begun, last: *word })
            }
        })
    }
}

/// Whether the face can set a text.
pub fn sets(text: &str) -> bool {
    letters(text).all(|letter| advance(letter).is_some())
}

/// How wide a character is in thousandths of the em; none where the face lacks it.
pub fn advance(character: char) -> Option<u16> {
    entry(character).map(|(advance, _, _)| *advance)
}

/// Where the ink of a character begins and how wide it is, in thousandths of the em; none where the face lacks it.
pub fn ink(character: char) -> Option<(i16, u16)> {
    entry(character).map(|(_, left, width)| (*left, *width))
}

fn entry(character: char) -> Option<&'static Advance> {
    let after = ADVANCES.partition_point(|(first, _)| *first <= character);
    let (first, widths) = ADVANCES.get(after.checked_sub(1)?)?;
    let place = u32::from(character) - u32::from(*first);
    widths.get(usize::try_from(place).ok()?)
}

/// The face, read.
#[derive(Debug)]
pub struct Face(FontRef<'static>);

impl Face {
    /// Reads the face. There is always one: a test says so.
    pub fn read() -> Option<Self> {
        FontRef::try_from_slice(FILE).ok().map(Self)
    }

    /// The outline of a character in units of the em; none for a space, and where the face lacks it.
    pub fn outline(&self, character: char) -> Option<Outline> {
        self.0.outline(self.0.glyph_id(character))
    }

    /// The units of an em.
    pub fn em(&self) -> Option<f32> {
        self.0.units_per_em()
    }
}

#[cfg(test)]
mod tests;
