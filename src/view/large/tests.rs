//! How large words stand and how high, and how many lines they take.

use super::*;

fn measures(texts: &[&str]) -> Vec<Measure> {
    texts.iter().map(|text| Measure::of(text)).collect()
}

/// A screen of 120 columns.
fn room(usual: u16, all: u16) -> Room {
    Room {
        columns: 112,
        usual,
        all,
        most: 6,
    }
}

fn laid_out(text: &str, measures: &[Measure], readers: Readers, room: Room) -> Option<LaidOut> {
    room.laid_out(&[text.to_owned()], measures, readers, Look::default())
}

const SHORT: &str = "Satu.";
const USUAL: &str = "serta tidak memihak siapa pun";
const LONG: &str = "kepada Pegawai ASN dan seluruh elemen masyarakat,";

#[test]
fn a_usual_piece_stands_in_the_optical_middle_and_each_other_begins_at_its_row() {
    let all = measures(&[SHORT, USUAL, LONG]);
    let room = room(24, 30);
    let airs: Vec<u16> = [SHORT, USUAL, LONG]
        .into_iter()
        .filter_map(|text| laid_out(text, &all, Readers::Many, room))
        .map(|laid_out| laid_out.air)
        .collect();
    let usual = laid_out(USUAL, &all, Readers::Many, room).expect("large type");
    let free = room.usual - usual.text.height();
    assert!(usual.air >= 1, "{usual:?}");
    assert!((free / 3..=free / 2).contains(&usual.air), "{usual:?} of {free}");
    assert_eq!(airs, [usual.air; 3], "nothing jumps");
}

#[test]
fn the_longest_piece_has_room_below_the_air() {
    for rows in 12..60 {
        let room = room(rows * 2 / 3, rows);
        let all = measures(&[SHORT, SHORT, SHORT, LONG]);
        for text in [SHORT, LONG] {
            if let Some(laid_out) = laid_out(text, &all, Readers::Many, room) {
                assert!(
                    laid_out.air + laid_out.text.height() <= rows,
                    "{rows}: {laid_out:?}"
                );
            }
        }
    }
}

#[test]
fn what_people_read_along_is_plain_before_it_has_more_than_four_lines() {
    let group = format!("{LONG} {LONG}");
    let all = measures(&[&group]);
    assert_eq!(laid_out(&group, &all, Readers::Many, room(24, 30)), None);
    let alone = laid_out(&group, &all, Readers::One, room(24, 30)).expect("one person reads it");
    assert!(alone.text.lines.len() > usize::from(MOST_LINES), "{alone:?}");
    assert_eq!(alone.text.size, LEAST);
    assert_eq!(
        laid_out(&group, &all, Readers::One, room(12, 16)),
        None,
        "no room at all"
    );
}

#[test]
fn a_phrase_a_line_makes_no_block_higher() {
    let lines = ["Satu.".to_owned(), "Dua.".to_owned(), "Tiga.".to_owned()];
    let run_on = lines.join(" ");
    let laid_out = |measures: &[Measure]| {
        let laid_out = room(24, 30).laid_out(&lines, measures, Readers::Many, Look::default());
        laid_out.expect("large type").text.lines
    };
    let of_a_low_block = laid_out(&measures(&[&run_on]));
    assert!(of_a_low_block.len() < 3, "{of_a_low_block:?}");
    assert_eq!(laid_out(&measures(&[&run_on, LONG])), lines);
}

fn stacked_in(texts: &[&str], area: (u16, u16)) -> Stack {
    stacked(texts, area, 8, Look::default()).expect("large type")
}

#[test]
fn each_line_of_a_heading_is_one_line_where_that_can_be() {
    let heading = stacked_in(&["IKRAR NETRALITAS", "APARATUR SIPIL NEGARA"], (112, 30));
    assert!(heading.texts.iter().all(|lines| lines.len() == 1), "{heading:?}");
    assert_eq!(heading.air, 0);
    // By itself it would be larger, in two lines.
    let alone = stacked_in(&["APARATUR SIPIL NEGARA"], (112, 30));
    assert!(alone.size.rows > heading.size.rows, "{alone:?}");
}

#[test]
fn a_heading_has_four_lines_where_that_can_be_and_then_air_tells_where_a_line_of_it_ends() {
    let two = [
        "PEMERINTAH KOTA",
        "IKRAR NETRALITAS PEGAWAI APARATUR SIPIL NEGARA",
    ];
    let four = stacked_in(&two, (112, 40));
    assert_eq!(four.lines(), 4, "{four:?}");
    assert!(four.air >= 1);
    assert_eq!(four.height(), 4 * four.size.rows + four.air);
    let three = [two[0], two[1], "PADA PEMILU DAN PEMILIHAN TAHUN 2024"];
    let more = stacked_in(&three, (112, 40));
    assert!(more.lines() > 4 && more.air >= 1, "{more:?}");
    assert_eq!(stacked(&three, (112, 20), 8, Look::default()), None);
}
