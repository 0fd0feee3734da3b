//! The size that is found, and where lines break.

use std::collections::BTreeMap;

use super::*;
use crate::programme::{Occasion, Programme, compile};
use crate::script::{Contents, Source, Sources, library, read, texts_named};

fn fitted_to(texts: &[&str], area: (u16, u16)) -> Option<u16> {
    let measures: Vec<Measure> = texts.iter().map(|text| Measure::of(text)).collect();
    fitted(&measures, area, 20, Needed::AllButFew, Look::default()).map(|size| size.rows)
}

/// The size of a text by itself.
fn in_few_lines(text: &str, most_rows: u16, area: (u16, u16)) -> Option<TypeSize> {
    largest(&[Measure::of(text)], area, most_rows, MOST_LINES, Look::default())
}

fn lines(text: &str, rows: u16, columns: u16) -> Vec<String> {
    broken(text, size(rows), columns, Look::default())
}

#[test]
fn one_size_is_that_of_the_piece_that_needs_most_room() {
    let short = fitted_to(&["aku"], (112, 30));
    let long = fitted_to(&["menyelenggarakan pemerintahan yang baik"], (112, 30));
    assert!(short > long);
    assert_eq!(
        fitted_to(&["aku", "menyelenggarakan pemerintahan yang baik"], (112, 30)),
        long
    );
}

#[test]
fn it_is_never_more_than_was_asked_for_nor_less_than_large_type_is() {
    let measures = [Measure::of("aku")];
    let at_most = |rows| {
        let size = fitted(&measures, (112, 30), rows, Needed::All, Look::default());
        size.map(|size| size.rows)
    };
    assert_eq!(at_most(6), Some(6));
    assert_eq!(at_most(LEAST_ROWS - 1), None);
    assert_eq!(fitted_to(&["aku"], (112, LEAST_ROWS - 1)), None);
    assert_eq!(fitted_to(&["aku"], (5, 30)), None);
    assert_eq!(fitted_to(&[], (112, 30)), None);
    assert_eq!(fitted_to(&[" "], (112, 30)), None);
}

#[test]
fn three_lines_are_taken_for_four_where_the_size_hardly_shrinks() {
    let text = "kepada Pegawai ASN dan seluruh elemen masyarakat,";
    for columns in 60..140 {
        let Some(rows) = fitted_to(&[text], (columns, 40)) else {
            continue;
        };
        let four = |rows: u16| lines(text, rows, columns).len() > 3;
        if four(rows) {
            let smaller = (LEAST_ROWS..rows).rev().find(|rows| !four(*rows));
            assert!(
                smaller.is_none_or(|smaller| smaller * 5 < rows * 4),
                "{columns} columns"
            );
        }
    }
}

#[test]
fn a_few_pieces_that_are_too_long_do_not_take_large_type_from_the_others() {
    let too_long = "kata ".repeat(60);
    let area = (112, 30);
    let alone = fitted_to(&["aku", "kamu", "kita"], area);
    assert!(alone.is_some());
    assert_eq!(fitted_to(&["aku", "kamu", "kita", &too_long], area), alone);
    assert_eq!(
        fitted_to(&["aku", "kamu", &too_long], area),
        None,
        "but no more than a quarter"
    );
    let [short, long] = ["aku", &too_long].map(Measure::of);
    let all = [short.clone(), short.clone(), short, long];
    assert_eq!(fitted(&all, area, 20, Needed::All, Look::default()), None);
}

#[test]
fn a_text_that_was_not_measured_gets_a_smaller_size_for_itself() {
    let area = (112, 30);
    let alone = |text: &str| in_few_lines(text, 10, area).map(|size| size.rows);
    assert_eq!(alone("aku"), Some(10));
    let smaller = alone("kepada Pegawai ASN dan seluruh elemen masyarakat,");
    assert!(
        smaller.is_some_and(|rows| (LEAST_ROWS..10).contains(&rows)),
        "{smaller:?}"
    );
}

#[test]
fn lines_are_balanced_and_tear_nothing_apart_where_that_costs_no_line() {
    let text = "kepada Pegawai ASN dan seluruh elemen masyarakat,";
    assert_eq!(
        lines(text, 5, 112),
        ["kepada Pegawai ASN", "dan seluruh elemen", "masyarakat,"]
    );
    // Where a name has no room on a line it is torn: a line more would make the type smaller.
    assert_eq!(lines("Pegawai Negeri Sipil", 5, 80), ["Pegawai", "Negeri Sipil"]);
    assert_eq!(
        lines("praktik-praktik intimidasi", 6, 40),
        ["praktik-praktik", "intimidasi"]
    );
    assert_eq!(lines("", 6, 40), Vec::<String>::new());
}

#[test]
fn a_stroke_between_long_words_may_end_a_line_and_has_no_space_after_it() {
    let text = "dalam permusyawaratan/perwakilan.";
    assert_eq!(lines(text, 4, 100), ["dalam", "permusyawaratan/", "perwakilan."]);
    assert_eq!(lines(text, 4, 300), [text]);
}

fn shipped() -> impl Iterator<Item = (&'static str, Programme)> {
    library::script_names().into_iter().map(|name| {
        let source = |name: &str, text: &str| Source {
            name: name.to_owned(),
            contents: Contents::Bytes(text.as_bytes().into()),
        };
        let script = library::script(name).expect("a script that ships");
        let texts: BTreeMap<_, _> = texts_named(script.as_bytes())
            .into_iter()
            .filter_map(|name| library::text(&name).map(|text| (name.clone(), source(&name, text))))
            .collect();
        let sources = Sources {
            script: source(name, script),
            texts,
        };
        let script = read(&sources).script.expect("a good script");
        (name, compile(&script, &Occasion::default()))
    })
}

/// Every piece that stands on the screen at once, of every text that ships: phrases, or groups read together.
fn pieces(together: bool) -> Vec<String> {
    let mut pieces = Vec::new();
    for (_, programme) in shipped() {
        for cue in programme.steps.iter().flat_map(|step| &step.cues) {
            if !cue.id.part.is_text() {
                continue;
            }
            let groups = cue
                .groups
                .iter()
                .filter_map(|group| cue.phrases.get(group.clone()));
            let stretches: Vec<_> = if together {
                groups.collect()
            } else {
                cue.phrases.chunks(1).collect()
            };
            pieces.extend(stretches.into_iter().map(|phrases| {
                phrases
                    .iter()
                    .map(|phrase| phrase.text.as_str())
                    .collect::<Vec<_>>()
                    .join(" ")
            }));
        }
    }
    pieces
}

fn stands(piece: &str, area: (u16, u16)) -> bool {
    in_few_lines(piece, LEAST_ROWS, area).is_some()
}

#[test]
fn on_120_columns_all_that_ships_stands_in_large_type() {
    for together in [false, true] {
        for piece in pieces(together) {
            assert!(stands(&piece, (112, 30)), "{piece}");
        }
    }
}

#[test]
fn on_80_columns_nearly_every_phrase_stands_in_large_type() {
    let pieces = pieces(false);
    let large = pieces.iter().filter(|piece| stands(piece, (74, 17))).count();
    assert!(large * 100 >= pieces.len() * 85, "{large} of {}", pieces.len());
}
