//! Which characters a script may hold: nothing that steers a terminal or turns the reading order around.
//!
//! Everything that comes from a file is asked here, twice: as its bytes stand, and after escapes such as `\u001b` were
//! decoded. What must be shown all the same (a line with such a character, a file's name) goes through [`harmless`].

use std::borrow::Cow;

/// What stands for a character that is not shown.
pub const REPLACEMENT: char = '\u{FFFD}';

/// What somebody typed as one line of plain text: nothing in it steers a terminal, and no space is left at either end.
pub fn typed_line(text: &str) -> String {
    let words = text.split(|one: char| one.is_whitespace() || is_forbidden(one));
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a character must not stand in a script. A line feed and a tab may; a carriage return only before a line
/// feed, which [`forbidden_in`] knows.
pub fn is_forbidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        // Left-to-right and right-to-left marks, the Arabic letter mark, embeddings, overrides and isolates.
        '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        // Line and paragraph separators, and a byte order mark within the text.
        | '\u{2028}' | '\u{2029}' | '\u{FEFF}' => true,
        // Both sets of control characters and DEL.
        other => other.is_control(),
    }
}

/// The forbidden characters of a text, each with its byte position.
pub fn forbidden_in(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    // A script is long and plain: only control characters, and what is not ASCII, are looked at as characters.
    let may_be = |byte: u8| matches!(byte, 0..=0x1F | 0x7F | 0xC0..) && !matches!(byte, b'\n' | b'\t');
    let places = text.bytes().enumerate().filter(move |(_, byte)| may_be(*byte));
    let characters =
        places.filter_map(|(position, _)| Some((position, text.get(position..)?.chars().next()?)));
    characters.filter(|&(position, character)| {
        let ends_line = character == '\r' && text[position + 1..].starts_with('\n');
        is_forbidden(character) && !ends_line
    })
}

/// The text with a replacement for every character that must not be shown, line ends and tabs among them.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let hidden = |character: char| is_forbidden(character) || matches!(character, '\n' | '\t');
    if text.contains(hidden) {
        let shown = |character| match character {
            '\n' | '\t' => ' ',
            other if is_forbidden(other) => REPLACEMENT,
            other => other,
        };
        Cow::Owned(text.chars().map(shown).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_with_tabs_and_line_ends_is_allowed() {
        assert_eq!(forbidden_in("Satu.\tDua — “tiga”…\r\nempat\n").count(), 0);
    }

    #[test]
    fn control_and_bidirectional_characters_are_found_where_they_stand() {
        let found: Vec<_> = forbidden_in("a\u{1b}b\u{202E}c\u{85}d\re\u{FEFF}").collect();
        assert_eq!(
            found,
            [
                (1, '\u{1b}'),
                (3, '\u{202E}'),
                (7, '\u{85}'),
                (10, '\r'),
                (12, '\u{FEFF}')
            ]
        );
    }

    #[test]
    fn what_was_typed_is_one_line_that_can_do_no_harm() {
        assert_eq!(typed_line(" Plh. \t Sekda\n"), "Plh. Sekda");
        assert_eq!(typed_line("a\u{1b}[2J\u{202E}b"), "a [2J b");
        assert_eq!(typed_line(" \r\n "), "");
    }

    #[test]
    fn what_is_shown_all_the_same_can_do_no_harm() {
        assert_eq!(harmless("a\u{1b}[2Jb\nc"), "a\u{FFFD}[2Jb c");
        assert_eq!(harmless("biasa"), "biasa");
    }
}
