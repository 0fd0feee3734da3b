//! Numbers and dates: what they look like, and where a text must not be broken because of them.

use super::token::{Sign, Token};

/// Whether a word is a number in figures, or begins as one: "2024", "8.100", "07.30".
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a word is a number in an order: "ke-79".
pub(super) fn is_ordinal(word: &str) -> bool {
    word.strip_prefix("ke-").is_some_and(is_number)
}

/// Whether a number is a year: it counts nothing that would follow it.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the gap is within a date: "Senin, | 7 | Oktober | 2024".
pub(super) fn is_within_date(last: &Token<'_>, rest: &[Token<'_>]) -> bool {
    let Some(here) = rest.first() else { return false };
    let month_next = rest.get(1).is_some_and(|token| is_month(&token.core));
    let numeric = here.core.contains(['/', '-', '.']);
    is_weekday(&last.core) && is_number(&here.core) && (month_next || numeric)
        || is_number(&last.core) && last.core.len() <= 5 && is_month(&here.core) && last.sign == Sign::None
        || is_month(&last.core) && is_year(&here.core)
}

fn is_weekday(word: &str) -> bool {
    matches!(
        word,
        "senin" | "selasa" | "rabu" | "kamis" | "jumat" | "jum'at" | "jum’at" | "sabtu" | "minggu" | "ahad"
    )
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "januari"
            | "februari"
            | "pebruari"
            | "maret"
            | "april"
            | "mei"
            | "juni"
            | "juli"
            | "agustus"
            | "september"
            | "oktober"
            | "november"
            | "nopember"
            | "desember"
            | "muharram"
            | "safar"
            | "rabiulawal"
            | "rabiulakhir"
            | "jumadilawal"
            | "jumadilakhir"
            | "rajab"
            | "syakban"
            | "ramadan"
            | "syawal"
            | "zulkaidah"
            | "zulhijah"
    )
}

/// Whether the gap is within one number: groups of thousands, or a number in words ("tujuh puluh sembilan").
pub(super) fn is_within_number(last: &Token<'_>, here: &Token<'_>) -> bool {
    let figures = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let grouped = figures(&last.core)
        && (1..=3).contains(&last.core.len())
        && figures(&here.core)
        && here.core.len() == 3;
    last.sign == Sign::None && (grouped || is_number_word(&last.core) && is_number_word(&here.core))
}

/// Whether the gap is between a number and the same in words, or between these and what they count:
/// "7 | (tujuh) | hari kerja". A long one in brackets may be set apart: "Rp10.000,00 | (sepuluh ribu rupiah)".
pub(super) fn is_spelt_out(last: &Token<'_>, here: &Token<'_>) -> bool {
    let in_words = |token: &Token<'_>| {
        token.written.starts_with('(') && token.written.contains(')') && is_number_word(&token.core)
    };
    is_number(&last.core) && in_words(here) || in_words(last) && last.written.ends_with(')')
}

fn is_number_word(word: &str) -> bool {
    matches!(
        word,
        "satu"
            | "dua"
            | "tiga"
            | "empat"
            | "lima"
            | "enam"
            | "tujuh"
            | "delapan"
            | "sembilan"
            | "sepuluh"
            | "sebelas"
            | "belas"
            | "puluh"
            | "seratus"
            | "ratus"
            | "seribu"
            | "ribu"
            | "juta"
            | "miliar"
            | "triliun"
    )
}
