//! What holds of every cut, whatever the text.

use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::{Pause, Phrase, cut, uncut};

/// Words that make running text without a unit that must stay whole.
const WORDS: &[&str] = &[
    "menjaga",
    "menegakkan",
    "netralitas",
    "masyarakat",
    "kepentingan",
    "keputusan",
    "tindakan",
    "elemen",
    "instansi",
    "integritas",
    "bermartabat",
    "demokratis",
    "bangsa",
    "negara",
    "calon",
    "tertentu",
    "praktik-praktik",
    "Pegawai",
    "ASN",
    "Purworejo",
    "“netral”",
    "(ASN)",
    "tanggung",
    "jawab",
    "media",
    "sosial",
    "permusyawaratan/perwakilan",
];

/// Words that open a phrase or lead on.
const JOINTS: &[&str] = &[
    "dan", "atau", "dan/atau", "serta", "kepada", "dalam", "pada", "di", "untuk", "dengan", "yang", "tidak",
    "demi", "para", "seluruh", "agar", "melalui",
];

/// What must never be parted.
const UNITS: &[&str] = &[
    "7 Oktober 2024",
    "Senin, 7 Oktober 2024",
    "Jumat 24 November 2023",
    "17 Agustus",
    "Oktober 2024",
    "8.100",
    "07.30",
    "1 000 000",
    "tujuh puluh sembilan",
    "dua ribu dua puluh empat",
    "4/9/2023",
    "200.1.5.9/4611/SE/2023",
];

/// A piece of a text: how it is written, and what is to be asked of it.
#[derive(Debug, Clone)]
enum Piece {
    Words(String),
    Unit(String),
    Value(String),
    Mark(&'static str),
}

impl Piece {
    fn written(&self) -> &str {
        match self {
            Self::Words(written) | Self::Unit(written) | Self::Value(written) => written,
            Self::Mark(written) => written,
        }
    }

    fn words(&self) -> usize {
        if matches!(self, Self::Mark(_)) {
            0
        } else {
            self.written().split_whitespace().count()
        }
    }
}

fn sign() -> impl Strategy<Value = &'static str> {
    prop_oneof![8 => Just(""), 2 => Just(","), 1 => Just("."), 1 => Just(";"), 1 => Just(" —"), 1 => Just("…")]
}

/// A joint and one to four words, as running text has them.
fn group() -> impl Strategy<Value = String> {
    let words = vec(proptest::sample::select(WORDS), 1..=4);
    (
        proptest::option::of(proptest::sample::select(JOINTS)),
        words,
        sign(),
    )
        .prop_map(|(joint, words, sign)| {
            let mut all: Vec<&str> = joint.into_iter().collect();
            all.extend(words);
            all.join(" ") + sign
        })
}

fn unit() -> impl Strategy<Value = Piece> {
    (proptest::sample::select(UNITS), sign()).prop_map(|(unit, sign)| Piece::Unit(format!("{unit}{sign}")))
}

fn value() -> impl Strategy<Value = Piece> {
    let words = vec(
        prop_oneof![
            proptest::sample::select(WORDS),
            Just("/"),
            Just("//"),
            Just("dan")
        ],
        // Some longer than any phrase that is looked at where a break is allowed.
        1..=24,
    );
    words.prop_map(|words| Piece::Value(words.join(" ")))
}

fn text() -> impl Strategy<Value = Vec<Piece>> {
    let mark = prop_oneof![Just("/"), Just("//")].prop_map(Piece::Mark);
    vec(
        prop_oneof![8 => group().prop_map(Piece::Words), 2 => unit(), 1 => value(), 1 => mark],
        0..24,
    )
}

/// The pieces written one after the other, with the ranges of the values.
fn written(pieces: &[Piece], space: &str) -> (String, Vec<Range<usize>>) {
    let (mut text, mut values) = (String::new(), Vec::new());
    for piece in pieces {
        if !text.is_empty() {
            text.push_str(space);
        }
        let begins = text.len();
        text.push_str(piece.written());
        if matches!(piece, Piece::Value(_)) {
            values.push(begins..text.len());
        }
    }
    (text, values)
}

fn joined(phrases: &[Phrase]) -> String {
    phrases
        .iter()
        .map(|phrase| phrase.text.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Holds of every cut: nothing is empty, and the counts are those of the words.
fn counts_hold(phrases: &[Phrase]) -> Result<(), TestCaseError> {
    let mut before = 0;
    for phrase in phrases {
        prop_assert!(phrase.words > 0);
        prop_assert_eq!(phrase.words, phrase.text.split_whitespace().count());
        prop_assert_eq!(phrase.first_word, before);
        before += phrase.words;
    }
    Ok(())
}

proptest! {
    #[test]
    fn phrases_joined_give_back_the_text_without_marks(pieces in text(), space in "[ \n\t]{1,3}") {
        let (text, values) = written(&pieces, &space);
        let phrases = cut(&text, &values);
        counts_hold(&phrases)?;
        let words = pieces.iter().filter(|piece| !matches!(piece, Piece::Mark(_))).map(Piece::written);
        prop_assert_eq!(joined(&phrases), words.collect::<Vec<_>>().join(" "));
    }

    #[test]
    fn uncut_a_text_has_as_many_words_and_is_one_phrase_or_none(
        pieces in text(), space in "[ \n\t]{1,3}", others in vec(any::<Range<usize>>(), 0..3)
    ) {
        let (text, mut values) = written(&pieces, &space);
        for more in [Vec::new(), others] {
            values.extend(more);
            let (uncut, cut) = (uncut(&text, &values), cut(&text, &values));
            prop_assert_eq!(uncut.len(), cut.len().min(1));
            let words = |phrases: &[Phrase]| phrases.iter().map(|phrase| phrase.words).sum::<usize>();
            prop_assert_eq!(words(&uncut), words(&cut));
        }
    }

    #[test]
    fn no_date_number_or_value_is_parted(pieces in text()) {
        let (text, values) = written(&pieces, " ");
        let phrases = cut(&text, &values);
        let mut before = 0;
        for piece in &pieces {
            let inside = before + 1..before + piece.words();
            if matches!(piece, Piece::Unit(_) | Piece::Value(_)) {
                // A dash after a unit is no part of it.
                let inside = inside.start..inside.end - usize::from(piece.written().ends_with(" —"));
                let parted = phrases.iter().any(|phrase| inside.contains(&phrase.first_word));
                prop_assert!(!parted, "{:?} in {:?}", piece, phrases);
            }
            before += piece.words();
        }
    }

    #[test]
    fn every_mark_between_words_is_a_break_with_its_pause(pieces in text()) {
        let (text, values) = written(&pieces, " ");
        let phrases = cut(&text, &values);
        let mut before = 0;
        for piece in &pieces {
            if let Piece::Mark(mark) = piece && before > 0 {
                let ended = phrases.iter().find(|phrase| phrase.first_word + phrase.words == before);
                let least = if *mark == "/" { Pause::Short } else { Pause::Full };
                prop_assert!(ended.is_some_and(|phrase| phrase.pause >= least), "{:?}", phrases);
            }
            before += piece.words();
        }
        let marked = phrases.iter().filter(|phrase| phrase.pause != Pause::Unmarked).count();
        prop_assert!(marked <= pieces.iter().filter(|piece| matches!(piece, Piece::Mark(_))).count());
    }

    #[test]
    fn the_same_text_is_always_cut_the_same(pieces in text()) {
        let (text, values) = written(&pieces, " ");
        prop_assert_eq!(cut(&text, &values), cut(&text, &values));
    }

    #[test]
    fn any_text_with_any_ranges_is_cut_without_losing_a_word(
        text in "(\\PC|[ /.,\u{a0}\u{200d}\u{301}\u{5d0}\u{1f1ee}\u{1f1e9}\u{1f468}\n]){0,80}",
        values in vec((0..100_usize, 0..100_usize).prop_map(|(start, end)| start..end), 0..4),
    ) {
        let phrases = cut(&text, &values);
        counts_hold(&phrases)?;
        // Which strokes are marks depends on the values; every other word must be there.
        let without_strokes = |text: &str| -> Vec<String> {
            text.split_whitespace().filter(|word| !matches!(*word, "/" | "//")).map(str::to_owned).collect()
        };
        prop_assert_eq!(without_strokes(&joined(&phrases)), without_strokes(&text));
    }

    #[test]
    fn any_text_at_all_is_cut(text in any::<String>()) {
        counts_hold(&cut(&text, &[]))?;
    }
}

/// Nearly all, counted over many texts: a unit, a value or a short end may ask for an exception.
#[test]
fn nearly_all_phrases_are_of_three_to_eight_words() {
    let mut runner = TestRunner::deterministic();
    let texts = vec(
        prop_oneof![8 => group().prop_map(Piece::Words), 1 => unit()],
        2..24,
    );
    let (mut all, mut good) = (0, 0);
    for _ in 0..500 {
        let Ok(tree) = texts.new_tree(&mut runner) else {
            panic!("a strategy without a value")
        };
        let (text, _) = written(&tree.current(), " ");
        let phrases = cut(&text, &[]);
        all += phrases.len();
        good += phrases
            .iter()
            .filter(|phrase| (3..=8).contains(&phrase.words))
            .count();
    }
    assert!(good * 100 >= all * 97, "{good} of {all}");
}
