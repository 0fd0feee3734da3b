//! What type looks like, as pictures.

use super::*;

/// Rows of pixels, as strong as they are: blank, then `1` to `8`.
fn pixels(text: &str, rows: u16) -> String {
    let look = Look::default();
    let mut kept = Kept::default();
    let line = kept.line(text, size(rows), Metrics::of(size(rows), look), look.cell);
    let line = line.expect("letters that the face has");
    let rows = line.levels.chunks(usize::from(line.columns));
    let pictured = rows.map(|row| {
        let row = row.iter().map(|level| match level {
            0 => ' ',
            level => char::from(b'0' + level),
        });
        format!("{}\n", row.collect::<String>().trim_end())
    });
    pictured.collect()
}

/// Cells without shades.
fn blocks(text: &str, rows: u16) -> String {
    let look = look(Colours::Sixteen);
    let area = Rect::new(0, 0, 140, rows);
    let buffer = drawn(&[text.to_owned()], size(rows), look, &mut Cache::default(), area);
    let rows = (0..rows).map(|row| {
        let row: String = (0..140).map(|column| buffer[(column, row)].symbol()).collect();
        format!("{}\n", row.trim_end())
    });
    rows.collect()
}

#[test]
fn four_rows() {
    insta::assert_snapshot!(blocks("Ikrar: “ASN”, é", 4));
}

#[test]
fn six_rows() {
    insta::assert_snapshot!(blocks("Pegawai", 6));
}

#[test]
fn shades() {
    insta::assert_snapshot!(pixels("aso", 5));
}

/// The pixels of a letter that are ink where there are no shades, from left to right and row by row.
fn ink(letter: char, rows: u16) -> Vec<(u16, u16)> {
    let area = Rect::new(0, 0, 140, rows);
    let look = look(Colours::Sixteen);
    let buffer = drawn(
        &[letter.to_string()],
        size(rows),
        look,
        &mut Cache::default(),
        area,
    );
    let halves = area.positions().flat_map(|at| {
        let (upper, lower) = match buffer[at].symbol() {
            "▀" => (true, false),
            "▄" => (false, true),
            "█" => (true, true),
            _ => (false, false),
        };
        [(upper, (at.x, 2 * at.y)), (lower, (at.x, 2 * at.y + 1))]
    });
    halves.filter(|(is_ink, _)| *is_ink).map(|(_, at)| at).collect()
}

#[test]
fn letters_are_told_apart_at_the_smallest_size_without_shades() {
    let letters = ('a'..='z').chain('A'..='Z').chain('0'..='9');
    let all: Vec<(char, Vec<(u16, u16)>)> = letters.map(|letter| (letter, ink(letter, LEAST_ROWS))).collect();
    for (at, (one, pixels)) in all.iter().enumerate() {
        for (other, others) in &all[at + 1..] {
            // A zero and an O have the same form in the face, a large I is a small l, and the tail of a Q has no room.
            let alike = matches!((*one, *other), ('O', '0' | 'Q') | ('Q', '0') | ('l', 'I'));
            assert!(alike || pixels != others, "{one} and {other}");
        }
    }
    // The rooms within the letters that are the most frequent stay open.
    for (letter, rows) in [('a', [2, 4]), ('e', [2, 4]), ('s', [2, 4])] {
        let pixels = ink(letter, LEAST_ROWS);
        let top = pixels.iter().map(|(_, row)| *row).min().unwrap_or(0);
        for row in rows {
            let across = pixels.iter().filter(|(_, at)| *at + 1 == top + row).count();
            assert!(across <= 3, "{letter}: {across} pixels in row {row}");
        }
    }
}
