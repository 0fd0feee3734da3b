//! How a verse is drawn: air, anchor, what has no room, and large type in the place of what is present.

use super::*;

fn item(text: &str, standing: Standing, air: Air) -> Item {
    Item {
        text: text.to_owned(),
        sign: " ",
        style: Style::new(),
        standing,
        air,
    }
}

/// An announcement, two phrases that were read, two that are read together, two to come.
fn verse() -> Vec<Item> {
    let mut items = vec![item("mc", Standing::Past, Air::After)];
    let phrases = [
        ("satu", Standing::Past),
        ("dua", Standing::Past),
        ("tiga", Standing::Present),
        ("empat", Standing::Present),
        ("lima", Standing::ToCome),
        ("enam", Standing::ToCome),
    ];
    items.extend(phrases.map(|(text, standing)| item(text, standing, Air::Usual)));
    items
}

/// The words of each row of so many, the present one marked.
fn drawn(items: &[Item], size: Size, rows: u16) -> Vec<String> {
    let area = Rect::new(0, 0, 20, rows);
    let mut buffer = Buffer::empty(area);
    let verse = Verse {
        items,
        size,
        anchor: rows / 3,
        bar: Style::new(),
        large: None,
    };
    verse.draw(Look::default(), &mut Cache::default(), area, &mut buffer);
    let row = |row| {
        (0..20)
            .map(|column| buffer[(column, row)].symbol())
            .collect::<String>()
    };
    (0..rows).map(|at| row(at).trim().to_owned()).collect()
}

#[test]
fn compact_leaves_no_row_empty() {
    assert_eq!(
        drawn(&verse(), Size::Compact, 9),
        ["mc", "satu", "dua", "▌  tiga", "▌  empat", "lima", "enam", "", ""]
    );
}

#[test]
fn usual_has_air_around_what_is_present() {
    assert_eq!(
        drawn(&verse(), Size::Usual, 9),
        ["satu", "dua", "", "▌  tiga", "▌  empat", "", "lima", "enam", ""]
    );
}

#[test]
fn roomy_has_air_around_every_phrase_and_twice_as_much_around_the_present_ones() {
    assert_eq!(
        drawn(&verse(), Size::Roomy, 12),
        [
            "",
            "dua",
            "",
            "",
            "▌  tiga",
            "",
            "▌  empat",
            "",
            "",
            "lima",
            "",
            "enam"
        ]
    );
}

#[test]
fn what_belongs_to_the_item_above_has_no_air_before_it() {
    let reply = [
        item("lapor", Standing::Present, Air::Usual),
        item("lanjutkan", Standing::ToCome, Air::NoneBefore),
    ];
    for size in [Size::Compact, Size::Usual, Size::Roomy] {
        assert_eq!(drawn(&reply, size, 3), ["", "▌  lapor", "lanjutkan"], "{size:?}");
    }
}

#[test]
fn what_is_present_begins_at_the_same_row_and_is_whole_before_it_has_air() {
    // Two phrases and the air between them have no room below the second row.
    assert_eq!(drawn(&verse(), Size::Roomy, 3), ["", "▌  tiga", "▌  empat"]);
    for size in [Size::Compact, Size::Usual, Size::Roomy] {
        for rows in 3..40 {
            let drawn = drawn(&verse(), size, rows);
            assert_eq!(drawn[usize::from(rows / 3)], "▌  tiga", "{size:?} in {rows} rows");
            assert!(
                drawn.iter().any(|row| row.starts_with("▌  empat")),
                "{size:?} in {rows} rows"
            );
        }
    }
    // Only where it would not be whole at all it begins above.
    assert_eq!(drawn(&verse(), Size::Roomy, 2), ["▌  tiga", "▌  empat"]);
}

#[test]
fn what_has_no_room_is_marked() {
    assert_eq!(
        drawn(&verse(), Size::Usual, 6),
        ["dua", "", "▌  tiga", "▌  empat", "", "…"],
        "more follows"
    );
    assert_eq!(
        drawn(&verse(), Size::Usual, 3),
        ["", "▌  tiga", "▌  empat"],
        "a mark beside words that are whole would look like a cut"
    );
    assert_eq!(
        drawn(&verse(), Size::Usual, 1),
        ["▌  tiga            …"],
        "they are cut"
    );
    let long = [
        item("kepada Pegawai ASN dan masyarakat", Standing::Past, Air::Usual),
        item("satu", Standing::Present, Air::Usual),
    ];
    assert_eq!(
        drawn(&long, Size::Usual, 6),
        ["… masyarakat", "", "▌  satu", "", "", ""],
        "the beginning is above"
    );
    assert_eq!(drawn(&long, Size::Usual, 12)[0], "kepada Pegawai", "it is whole");
}
