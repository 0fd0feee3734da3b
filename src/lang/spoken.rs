//! The Indonesian of the ceremonies themselves: spoken dates, times and numbers. Never of the interface: a ceremony is
//! held in Indonesian whatever language its leader's screen speaks.

use jiff::civil::{Date, Time, Weekday};

use crate::script::Zone;

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// A day as it is spoken: "Senin, 7 Oktober 2024".
pub fn date(date: Date) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => "Senin",
        Weekday::Tuesday => "Selasa",
        Weekday::Wednesday => "Rabu",
        Weekday::Thursday => "Kamis",
        Weekday::Friday => "Jumat",
        Weekday::Saturday => "Sabtu",
        Weekday::Sunday => "Minggu",
    };
    format!("{weekday}, {}", day(date))
}

/// The same without its weekday: "7 Oktober 2024".
pub fn day(date: Date) -> String {
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|index| MONTHS.get(index))
        .copied()
        .unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A time of day: "07.30 WIB".
pub fn time(time: Time, zone: Zone) -> String {
    format!("{:02}.{:02} {}", time.hour(), time.minute(), zone.spelling())
}

/// A number in words, as it is read before a clause: 21 is "Dua puluh satu". From 1 to 999; others in digits.
pub fn number(number: usize) -> String {
    let words = words(number);
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn words(number: usize) -> String {
    const ONES: [&str; 12] = [
        "", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
        "sebelas",
    ];
    let joined = |head: String, rest: usize| {
        if rest == 0 {
            head
        } else {
            format!("{head} {}", words(rest))
        }
    };
    match number {
        0 | 1000.. => number.to_string(),
        1..=11 => ONES[number].to_owned(),
        12..=19 => format!("{} belas", ONES[number - 10]),
        20..=99 => joined(format!("{} puluh", ONES[number / 10]), number % 10),
        100..=199 => joined("seratus".to_owned(), number - 100),
        200..=999 => joined(format!("{} ratus", ONES[number / 100]), number % 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_spoken_with_its_weekday() {
        assert_eq!(date(jiff::civil::date(2024, 10, 7)), "Senin, 7 Oktober 2024");
        assert_eq!(date(jiff::civil::date(2023, 11, 24)), "Jumat, 24 November 2023");
        assert_eq!(day(jiff::civil::date(2023, 11, 24)), "24 November 2023");
    }

    #[test]
    fn a_time_has_a_point_and_its_zone() {
        assert_eq!(time(jiff::civil::time(7, 30, 0, 0), Zone::Wib), "07.30 WIB");
        assert_eq!(time(jiff::civil::time(14, 5, 0, 0), Zone::Wit), "14.05 WIT");
    }

    #[test]
    fn numbers_are_spoken_in_words() {
        let spoken: Vec<_> = [1, 4, 10, 11, 12, 20, 21, 100, 111, 245].map(number).into();
        assert_eq!(
            spoken,
            [
                "Satu",
                "Empat",
                "Sepuluh",
                "Sebelas",
                "Dua belas",
                "Dua puluh",
                "Dua puluh satu",
                "Seratus",
                "Seratus sebelas",
                "Dua ratus empat puluh lima"
            ]
        );
        assert_eq!(
            number(1000),
            "1000",
            "past 999 digits are read more surely than a long word"
        );
    }
}
