//! Which characters a script may hold: nothing that steers a terminal or turns the reading order around.
//!
//! Everything that comes from a file is asked here, twice: as its bytes stand, and after escapes such as `\u001b` were
//! decoded. What must be shown all the same (a line with such a character, a file's name) goes through [`harmless`].

use std::borrow::Cow;

/// What stands for a character that is not shown.
pub const REPLACEMENT: char = '\u{FFFD}';

/// What somebody typed as one line of plain text: nothing is left in it that steers a terminal or turns the reading order
/// around, and no space at either end.
pub fn typed_line(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.replace(is_forbidden, ""));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Of what was pasted as much as anybody means for one field, in characters.
const MOST_PASTED: usize = 1_000;

/// What somebody pasted after what stands before it, where one line of plain text is typed. A space at an end parts it from
/// the words beside it and is kept, in front only where there are any; a line's end after it is none. Of a text without end
/// only the beginning is looked at.
pub fn pasted_line(before: &str, text: &str) -> String {
    let begun = text.trim_start();
    let shown = begun.chars();
    let shown = shown.filter(|letter| letter.is_whitespace() || !is_forbidden(*letter));
    let shown: String = shown.take(MOST_PASTED).collect();
    let words = typed_line(&shown);
    let is_parted = before.is_empty() || before.ends_with(char::is_whitespace);
    let front = !is_parted && begun.len() < text.len();
    let ends_line = |letter: char| letter == '\n' || is_forbidden(letter);
    if words.is_empty() {
        let is_space = front && !text.contains(ends_line);
        return if is_space { " " } else { "" }.to_owned();
    }
    let space_after = &shown[shown.trim_end().len()..];
    let back = !space_after.is_empty() && !space_after.contains(ends_line);
    let space = |is_kept: bool| if is_kept { " " } else { "" };
    format!("{}{words}{}", space(front), space(back))
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

/// Whether a character can stand in one line of plain text as it is typed.
pub fn is_typed(character: char) -> bool {
    !character.is_control() && !is_forbidden(character)
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
    fn what_is_pasted_becomes_one_line_without_anything_that_steers() {
        for (pasted, taken) in [
            ("\r\n  Drs. Adi,\r\n\tM.Si.\n", "Drs. Adi, M.Si."),
            (
                "satu\u{2028}dua\u{85}tiga\u{b}empat\rlima",
                "satu dua tiga empat lima",
            ),
            ("\u{1b}[31mA\u{202E}d\u{0}i\u{200F}", "[31mAdi"),
            ("é漢 ‘Adi’ — {nama}", "é漢 ‘Adi’ — {nama}"),
            (" \u{1b}\n\t", ""),
        ] {
            assert_eq!(pasted_line("", pasted), taken, "{pasted:?}");
        }
        for (before, pasted, taken) in [
            ("", " Adi ", "Adi "),
            ("", " ", ""),
            ("Bapak", " Adi", " Adi"),
            ("Bapak", "\r\nAdi", " Adi"),
            ("Bapak ", " Adi", "Adi"),
            ("Bapak", "\tAdi\t", " Adi "),
            ("Bapak", "Adi \n", "Adi"),
            ("Bapak", "  ", " "),
            ("Bapak ", "  ", ""),
            ("Bapak", " \r\n", ""),
        ] {
            assert_eq!(pasted_line(before, pasted), taken, "{before:?}, {pasted:?}");
        }
        let endless = format!("{}{}", "\n".repeat(5_000), "\u{1b}ab ".repeat(5_000));
        let taken = pasted_line("", &endless);
        assert!(taken.starts_with("ab ab ab"));
        assert!((900..=MOST_PASTED).contains(&taken.chars().count()));
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
        assert_eq!(typed_line("a\u{1b}[2J\u{202E}b"), "a[2Jb");
        assert_eq!(typed_line(" \r\n \u{1b} "), "");
    }

    #[test]
    fn what_is_shown_all_the_same_can_do_no_harm() {
        assert_eq!(harmless("a\u{1b}[2Jb\nc"), "a\u{FFFD}[2Jb c");
        assert_eq!(harmless("biasa"), "biasa");
    }
}
