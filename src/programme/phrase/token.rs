//! A text taken apart: words between white space, and the author's marks between stretches of words.
//!
//! Nothing here knows the language; it looks at white space, signs and the ranges of filled-in values only.

use std::ops::Range;

use super::Pause;

/// The sign after a word, as far as it matters to breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// None, or one that is part of the word.
    None,
    /// A comma, a dash, an ellipsis, or the end of a bracket.
    Comma,
    /// A semicolon or a colon.
    Colon,
    /// The end of a sentence, or the full stop of an abbreviation: `gap` tells which.
    Stop,
}

/// A word as it is written, signs included.
#[derive(Debug)]
pub(super) struct Token<'a> {
    /// As it is written.
    pub(super) written: &'a str,
    /// In lower case and without the signs around it; empty for a sign that stands alone.
    pub(super) core: String,
    /// The sign after it.
    pub(super) sign: Sign,
    /// Whether it and the next word must stay together: a filled-in value, or a no-break space.
    pub(super) tied: bool,
    /// Its bytes in the text.
    range: Range<usize>,
}

impl Token<'_> {
    /// Whether it begins with a capital letter, be it behind a prefix: "se-Kecamatan".
    pub(super) fn is_capitalised(&self) -> bool {
        let begun = |written: &str| written.chars().find(|c| c.is_alphanumeric());
        let behind_prefix = || self.written.strip_prefix("se-").and_then(begun);
        let is_capital = |first: Option<char>| first.is_some_and(char::is_uppercase);
        is_capital(begun(self.written)) || is_capital(behind_prefix())
    }

    /// Whether it is a name of capitals alone, and short: "ASN", "NKRI", "RI".
    pub(super) fn is_acronym(&self) -> bool {
        let letters = || self.written.chars().filter(|c| c.is_alphabetic());
        (2..=5).contains(&letters().count()) && letters().all(char::is_uppercase)
    }

    /// Whether a quotation or a bracket opens before it.
    pub(super) fn opens_aside(&self) -> bool {
        self.written.starts_with(['(', '[', '"', '“', '‘', '«']) && !self.core.is_empty()
    }

    /// How many words are heard when it is read: "dan/atau" is two.
    pub(super) fn heard(&self) -> usize {
        self.core
            .split('/')
            .filter(|part| !part.is_empty())
            .count()
            .max(1)
    }
}

/// Words up to a mark, or to the end of the text; never empty.
#[derive(Debug)]
pub(super) struct Stretch<'a> {
    /// The words.
    pub(super) tokens: Vec<Token<'a>>,
    /// The mark after them.
    pub(super) pause: Pause,
}

/// Takes a text apart. A mark before the first word is dropped; of several marks in a row the strongest holds.
pub(super) fn stretches<'a>(text: &'a str, values: &[Range<usize>]) -> Vec<Stretch<'a>> {
    let values = merged(values);
    let mut stretches: Vec<Stretch<'a>> = Vec::new();
    let mut open = false;
    for (at, written) in split(text) {
        let range = at..at + written.len();
        if let Some(mark) = mark_at(written, &range, &values) {
            if let Some(stretch) = stretches.last_mut() {
                stretch.pause = stretch.pause.max(mark);
            }
            open = false;
            continue;
        }
        let token = token(written, range);
        match stretches.last_mut().filter(|_| open) {
            Some(stretch) => stretch.tokens.push(token),
            None => stretches.push(Stretch {
                tokens: vec![token],
                pause: Pause::Unmarked,
            }),
        }
        open = true;
    }
    for stretch in &mut stretches {
        tie(text, &values, &mut stretch.tokens);
    }
    stretches
}

/// How many words there are in all stretches of a text.
pub(super) fn words(text: &str, values: &[Range<usize>]) -> usize {
    let values = merged(values);
    let is_word =
        |(at, written): &(usize, &str)| mark_at(written, &(*at..at + written.len()), &values).is_none();
    split(text).filter(is_word).count()
}

/// The words of a text, each with where it begins.
fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(char::is_whitespace).filter_map(move |written| {
        let begins = at;
        // The separator is one character of white space; the next word begins after it.
        let separator = text
            .get(at + written.len()..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        at += written.len() + separator;
        (!written.is_empty()).then_some((begins, written))
    })
}

/// The mark that what is written there means; what came from a value is never one.
fn mark_at(written: &str, range: &Range<usize>, values: &[Range<usize>]) -> Option<Pause> {
    let mark = match written {
        "/" => Pause::Short,
        "//" => Pause::Full,
        _ => return None,
    };
    (!touches(values, range)).then_some(mark)
}

/// The ranges in order, those that overlap made one, so that each text is walked once.
fn merged(values: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut values: Vec<Range<usize>> = values
        .iter()
        .filter(|value| value.start < value.end)
        .cloned()
        .collect();
    values.sort_by_key(|value| value.start);
    values.dedup_by(|later, kept| {
        let overlap = later.start < kept.end;
        if overlap {
            kept.end = kept.end.max(later.end);
        }
        overlap
    });
    values
}

/// Whether a value covers a byte of the range.
fn touches(values: &[Range<usize>], range: &Range<usize>) -> bool {
    let first = values.partition_point(|value| value.end <= range.start);
    values.get(first).is_some_and(|value| value.start < range.end)
}

fn token(written: &str, range: Range<usize>) -> Token<'_> {
    let core = written
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    Token {
        written,
        core,
        sign: sign(written),
        tied: false,
        range,
    }
}

fn sign(written: &str) -> Sign {
    let unquoted = written.trim_end_matches(['"', '”', '’', '\'', '»']);
    if unquoted.ends_with("...") {
        return Sign::Comma;
    }
    match unquoted.chars().next_back() {
        Some(',' | '…' | '—' | '–' | ')' | ']' | '،' | '、') => Sign::Comma,
        Some('-') if unquoted.trim_matches('-').is_empty() => Sign::Comma,
        Some(';' | ':') => Sign::Colon,
        Some('.' | '!' | '?' | '؟' | '。') => Sign::Stop,
        _ => Sign::None,
    }
}

/// Ties the words of each value to one another, and those with a no-break space between them.
fn tie(text: &str, values: &[Range<usize>], tokens: &mut [Token<'_>]) {
    let begins = tokens.first().map_or(0, |token| token.range.start);
    let ends = tokens.last().map_or(0, |token| token.range.end);
    let before = values.partition_point(|value| value.end <= begins);
    let within = values.iter().skip(before);
    for value in within.take_while(|value| value.start < ends) {
        let first = tokens.partition_point(|token| token.range.end <= value.start);
        let last = tokens.partition_point(|token| token.range.start < value.end);
        // The last word touched by the value is not tied to what follows it.
        for token in tokens.iter_mut().take(last.saturating_sub(1)).skip(first) {
            token.tied = true;
        }
    }
    for at in 1..tokens.len() {
        let between = tokens[at - 1].range.end..tokens[at].range.start;
        if text
            .get(between)
            .is_some_and(|space| space.contains(['\u{a0}', '\u{202f}', '\u{2007}']))
        {
            tokens[at - 1].tied = true;
        }
    }
}
