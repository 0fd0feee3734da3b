//! Where the lines of a text end: in as few lines as it needs, and of those ways the cheapest.
//!
//! A way costs, for each line, the square of how far it is from the ideal width, and for each line but the last its
//! [`dearness`] times the square of the ideal width. Ideal is the whole text on one line, parted by the number of lines. The
//! audience's page goes by the same rule and the same numbers, so that screens side by side break alike.

use super::space;

/// How dear it is to end a line after a sign: that is where one breathes.
pub const AFTER_A_SIGN: f64 = -0.06;

/// How dear it is to tear apart what belongs together: two words of a name, a short word and what it leads on to, words
/// that a stroke joins.
pub const TORN: f64 = 0.15;

/// A word of so many small letters at most leads on to the next: "dan", "di", "yang".
pub const LEADS_ON: usize = 4;

/// How dear it is to end a line between two words, in squares of the ideal width.
pub fn dearness(one: &str, other: &str) -> f64 {
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let leads_on = one.chars().count() <= LEADS_ON && one.chars().all(char::is_lowercase);
    if one.ends_with([',', ';', ':', '.', '!', '?', '…']) {
        AFTER_A_SIGN
    } else if one.ends_with('/') || (is_name(one) && is_name(other)) || leads_on {
        TORN
    } else {
        0.0
    }
}

/// The words with which lines begin, from the first one on: of words with their widths, on lines of so much room, all in
/// thousandths of the type's size. A word wider than a line has one of its own.
pub fn beginnings(words: &[(&str, u32)], room: u32) -> Vec<usize> {
    let ideal = ideal(words, room);
    // For the words from each one to the last: in how many lines, at what cost, and where the second line begins.
    let mut best: Vec<(usize, f64, usize)> = vec![(0, 0.0, words.len()); words.len() + 1];
    for first in (0..words.len()).rev() {
        let mut width: u32 = 0;
        let mut found: Option<(usize, f64, usize)> = None;
        for (place, (word, long)) in words.iter().enumerate().skip(first) {
            let gap = if place == first { 0 } else { space() };
            width = width.saturating_add(gap).saturating_add(*long);
            if width > room && place > first {
                break;
            }
            let Some((lines, cost, _)) = best.get(place + 1) else {
                break;
            };
            let dear = words.get(place + 1).map_or(0.0, |(next, _)| dearness(word, next));
            let cost = cost + (f64::from(width) - ideal).powi(2) + dear * ideal.powi(2);
            // Of two that are equal, the one with the longer first line.
            let is_better = |(fewest, cheapest, _): (usize, f64, usize)| {
                lines + 1 < fewest || (lines + 1 == fewest && cost <= cheapest)
            };
            if found.is_none_or(is_better) {
                found = Some((lines + 1, cost, place + 1));
            }
        }
        if let (Some(found), Some(slot)) = (found, best.get_mut(first)) {
            *slot = found;
        }
    }
    let next = |first: &usize| best.get(*first).map(|(_, _, next)| *next);
    std::iter::successors(Some(0), next)
        .take_while(|first| *first < words.len())
        .collect()
}

/// The width of each line, if all were alike and as few as can be.
fn ideal(words: &[(&str, u32)], room: u32) -> f64 {
    let (mut whole, mut last, mut lines) = (0.0, None, 0.0_f64);
    for (_, word) in words {
        whole += f64::from(*word);
        let longer = last.map(|last: u32| last.saturating_add(space()).saturating_add(*word));
        last = longer.filter(|longer| *longer <= room);
        if last.is_none() {
            lines += 1.0;
            last = Some(*word);
        }
    }
    let spaces = f64::from(u32::try_from(words.len().saturating_sub(1)).unwrap_or(u32::MAX));
    (whole + spaces * f64::from(space())) / lines.max(1.0)
}

#[cfg(test)]
mod tests {
    use super::super::{width, words};
    use super::*;

    /// The lines of a text that are as wide as another text.
    fn lines(text: &str, as_wide_as: &str) -> Vec<String> {
        let all: Vec<(&str, u32)> = words(text).map(|word| (word, width(word))).collect();
        let room = words(as_wide_as).map(|word| width(word) + space()).sum();
        let begins = beginnings(&all, room);
        let ends = begins.iter().skip(1).copied().chain([all.len()]);
        let line = |(begin, end): (&usize, usize)| {
            let words: Vec<&str> = all[*begin..end].iter().map(|(word, _)| *word).collect();
            words.join(" ")
        };
        begins.iter().zip(ends).map(line).collect()
    }

    #[test]
    fn a_name_is_not_torn_where_it_costs_no_line() {
        let text = "kepada Pegawai ASN dan seluruh elemen masyarakat,";
        assert_eq!(
            lines(text, "kepada Pegawai ASN dan"),
            ["kepada Pegawai ASN", "dan seluruh elemen", "masyarakat,"]
        );
        // Without a name the lines are as alike as they can be.
        assert_eq!(
            lines(
                &text.replace("Pegawai ASN", "pegawai para"),
                "kepada Pegawai ASN dan"
            ),
            ["kepada pegawai", "para dan seluruh", "elemen masyarakat,"]
        );
    }

    #[test]
    fn no_line_ends_with_a_short_word_that_leads_on_where_it_costs_no_line() {
        let text = "menegakkan aturan dan menjaga kehormatan";
        let room = "menegakkan aturan serta kita";
        assert_eq!(lines(text, room), ["menegakkan aturan", "dan menjaga kehormatan"]);
        // A longer word is not known to lead on.
        assert_eq!(
            lines(&text.replace("dan", "serta"), room),
            ["menegakkan aturan serta", "menjaga kehormatan"]
        );
        assert_eq!(dearness("dan", "adil").to_bits(), TORN.to_bits());
        assert_eq!(dearness("serta", "adil").to_bits(), 0.0_f64.to_bits());
        assert_eq!(dearness("ASN", "dan").to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn a_line_ends_rather_after_a_sign() {
        assert_eq!(
            lines("bersikap netral, tidak memihak", "bersikap netral, tidak"),
            ["bersikap netral,", "tidak memihak"]
        );
        assert_eq!(dearness("dan,", "Adil").to_bits(), AFTER_A_SIGN.to_bits());
        assert_eq!(
            dearness("permusyawaratan/", "perwakilan").to_bits(),
            TORN.to_bits()
        );
    }

    #[test]
    fn there_are_never_more_lines_than_are_needed_however_dear_the_break() {
        assert_eq!(
            lines("Pegawai Negeri Sipil", "Pegawai Negeri"),
            ["Pegawai", "Negeri Sipil"]
        );
        assert_eq!(lines("", "Pegawai"), Vec::<String>::new());
        assert_eq!(lines("kemerdekaan itu", "itu"), ["kemerdekaan", "itu"]);
    }
}
