//! Letters written as a letter and a mark after it, made the one character that the face has.

/// A mark that is put over or under the letter before it, and what letters become by it.
type Mark = (char, &'static str, &'static str);

pub(super) const MARKS: &[Mark] = &[
    ('\u{300}', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ('\u{301}', "AEIOUYaeiouyCcLlNnRrSsZz", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź"),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
    ('\u{303}', "ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"),
    ('\u{304}', "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"),
    ('\u{306}', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
    ('\u{307}', "CcEeGgIZz", "ĊċĖėĠġİŻż"),
    ('\u{308}', "AEIOUaeiouyY", "ÄËÏÖÜäëïöüÿŸ"),
    ('\u{30a}', "AaUu", "ÅåŮů"),
    ('\u{30b}', "OoUu", "ŐőŰű"),
    ('\u{30c}', "CcDdEeNnRrSsTtZzLl", "ČčĎďĚěŇňŘřŠšŤťŽžĽľ"),
    ('\u{326}', "SsTt", "ȘșȚț"),
    ('\u{327}', "CcGKkLlNnRrSsTt", "ÇçĢĶķĻļŅņŖŗŞşŢţ"),
    ('\u{328}', "AaEeIiUu", "ĄąĘęĮįŲų"),
];

/// The characters of a text as the face has them: a letter with a mark after it is one.
pub fn letters(text: &str) -> impl Iterator<Item = char> {
    let mut coming = text.chars().peekable();
    std::iter::from_fn(move || {
        let mut letter = coming.next()?;
        while let Some(whole) = coming.peek().and_then(|mark| composed(letter, *mark)) {
            letter = whole;
            coming.next();
        }
        Some(letter)
    })
}

fn composed(letter: char, mark: char) -> Option<char> {
    let (_, bare, whole) = MARKS.iter().find(|(other, _, _)| *other == mark)?;
    let place = bare.chars().position(|other| other == letter)?;
    whole.chars().nth(place)
}
