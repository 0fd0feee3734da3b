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
