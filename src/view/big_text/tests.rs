//! Any text at any size fits its area, loses no word and never panics; and it looks as it should in every cell mode.

mod fitting;
mod pictures;

use proptest::prelude::*;
use ratatui::style::Color;

use super::*;
use crate::show::{CellShape, Colours, ThemeName};
use crate::view::theme;

const ALL_COLOURS: [Colours; 4] = [Colours::None, Colours::Sixteen, Colours::Many, Colours::All];

fn size(rows: u16) -> TypeSize {
    TypeSize { rows }
}

fn look(colours: Colours) -> Look {
    Look {
        colours,
        ..Look::default()
    }
}

/// A ground with lines drawn on it.
fn drawn(lines: &[String], size: TypeSize, look: Look, cache: &mut Cache, area: Rect) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 140, 60));
    theme::paint_ground(look, buffer.area, &mut buffer);
    let style = theme::of(look).strong;
    let rows = draw(
        lines,
        size,
        style,
        Alignment::Left,
        look,
        cache,
        area,
        &mut buffer,
    );
    assert!(rows <= area.height);
    buffer
}

fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-zA-Z]{1,14}[,.;:]?",
        2 => "[“«(]?[A-ZÀ-ž]{1,8}[”»)]?",
        2 => "[a-z]{2,9}-[a-z]{2,9}",
        1 => "[a-z]{2,20}/[a-z]{2,20}",
        1 => "e\u{301}|o\u{308}|q\u{301}|Pasal\u{a0}9",
        1 => "\\PC{1,6}",
    ];
    prop::collection::vec(word, 0..24).prop_map(|words| words.join(" "))
}

fn any_look() -> impl Strategy<Value = Look> {
    let theme = prop_oneof![
        Just(ThemeName::Dark),
        Just(ThemeName::Light),
        Just(ThemeName::Contrast)
    ];
    (
        theme,
        prop::sample::select(&ALL_COLOURS[..]),
        0..40_u16,
        0..40_u16,
    )
        .prop_map(|(theme, colours, width, height)| Look {
            theme,
            colours,
            cell: CellShape { width, height },
            ..Look::default()
        })
}

/// The words of a text as they stand in it, wherever lines break.
fn letters_of(text: &str) -> String {
    typeface::words(text).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_that_is_set_fits_its_area_and_loses_no_word(
        text in any_text(),
        rows in 0..40_u16,
        area in (0..140_u16, 0..60_u16),
        look in any_look(),
    ) {
        if let Some(size) = largest(&[Measure::of(&text)], area, rows, MOST_LINES, look) {
            let lines = broken(&text, size, area.0, look);
            prop_assert!(size.rows <= rows.max(LEAST_ROWS));
            prop_assert!((1..=usize::from(MOST_LINES)).contains(&lines.len()));
            prop_assert!(lines.len() * usize::from(size.rows) <= usize::from(area.1));
            for line in &lines {
                prop_assert!(columns(line, size, look) <= area.0, "{line:?} at {size:?}");
                // Every space between words is one space in a line, whichever it was.
                prop_assert!(letters_of(&text).contains(&letters_of(line)), "{line:?}");
            }
        }
    }

    #[test]
    fn no_word_is_lost_or_broken_at_any_size_and_only_a_word_alone_is_too_wide(
        text in any_text(),
        rows in LEAST_ROWS..40_u16,
        width in 0..200_u16,
        look in any_look(),
    ) {
        let lines = broken(&text, size(rows), width, look);
        let again: String = lines.iter().map(|line| letters_of(line)).collect();
        prop_assert_eq!(again, letters_of(&text));
        for line in &lines {
            let alone = typeface::words(line).count() == 1;
            prop_assert!(alone || columns(line, size(rows), look) <= width, "{line:?}");
        }
    }

    #[test]
    fn nothing_is_drawn_outside_the_area_and_a_dropped_cache_changes_no_cell(
        text in any_text(),
        rows in 0..30_u16,
        corner in (1..200_u16, 0..80_u16),
        area in (0..140_u16, 0..60_u16),
        look in any_look(),
    ) {
        let area = Rect::new(corner.0, corner.1, area.0, area.1);
        let lines = broken(&text, size(rows), area.width, look);
        let mut cache = Cache::default();
        let first = drawn(&lines, size(rows), look, &mut cache, area);
        prop_assert_eq!(&first, &drawn(&lines, size(rows), look, &mut cache, area));
        prop_assert_eq!(&first, &drawn(&lines, size(rows), look, &mut Cache::default(), area));
        let mut bare = Buffer::empty(first.area);
        theme::paint_ground(look, bare.area, &mut bare);
        for at in first.area.positions().filter(|at| !area.contains(*at)) {
            prop_assert_eq!(&first[at], &bare[at]);
        }
    }
}

#[test]
fn a_line_is_never_wider_than_it_was_measured_whatever_its_letters() {
    let widths = |text: &str, rows: u16| {
        let metrics = Metrics::of(size(rows), Look::default());
        (
            columns(text, size(rows), Look::default()),
            metrics.columns(typeface::width(text)),
        )
    };
    for rows in LEAST_ROWS..=30 {
        for letter in (' '..='\u{2713}').filter(|letter| typeface::advance(*letter).is_some()) {
            let text: String = std::iter::repeat_n(letter, 12).collect();
            let (set, measured) = widths(&text, rows);
            assert!(set <= measured, "{letter:?} at {rows}: {set} of {measured}");
        }
    }
}

#[test]
fn every_letter_has_ink_at_every_size() {
    let mut cache = Cache::default();
    let area = Rect::new(0, 0, 140, 60);
    let inked = |letter: char| typeface::ink(letter).is_some_and(|(_, ink)| ink > 0);
    for rows in [LEAST_ROWS, 5, 6, 7, 8, 12, 20] {
        for letter in (' '..='\u{2713}').filter(|letter| inked(*letter)) {
            let buffer = drawn(
                &[letter.to_string()],
                size(rows),
                look(Colours::Sixteen),
                &mut cache,
                area,
            );
            let ink = buffer.content.iter().any(|cell| cell.symbol() != " ");
            assert!(ink, "{letter:?} vanished at {rows} rows");
        }
    }
}

#[test]
fn letters_of_many_sizes_do_not_pile_up() {
    let mut cache = Cache::default();
    let text = ["Menghindari konflik kepentingan".to_owned()];
    for rows in (4..60).cycle().take(400) {
        let mut look = look(Colours::All);
        look.cell.width = 10 + rows % 7;
        look.cell.height = 20;
        drawn(&text, size(rows), look, &mut cache, Rect::new(0, 0, 140, 60));
        assert!(cache.large_type.pixels() <= 2 << 20);
    }
}

#[test]
fn without_shades_a_pixel_is_ink_or_ground() {
    for colours in [Colours::None, Colours::Sixteen] {
        let look = look(colours);
        let lines = ["Ikrar".to_owned()];
        let buffer = drawn(
            &lines,
            size(5),
            look,
            &mut Cache::default(),
            Rect::new(0, 0, 140, 60),
        );
        let ground = theme::of(look).ground;
        for cell in &buffer.content {
            assert!(["▀", "▄", "█", " "].contains(&cell.symbol()), "{cell:?}");
            assert_eq!(cell.bg, ground.bg.unwrap_or_default());
        }
    }
}

#[test]
fn with_256_colours_what_is_half_covered_is_a_grey_and_what_is_covered_the_theme_s_own() {
    let look = look(Colours::Many);
    let lines = ["Semangat".to_owned()];
    let mut buffer = Buffer::empty(Rect::new(0, 0, 140, 20));
    theme::paint_ground(look, buffer.area, &mut buffer);
    let style = theme::of(look).phrase;
    let mut cache = Cache::default();
    draw(
        &lines,
        size(8),
        style,
        Alignment::Left,
        look,
        &mut cache,
        buffer.area,
        &mut buffer,
    );
    let inked = buffer.content.iter().filter(|cell| cell.symbol() != " ");
    let mut greys = 0;
    for cell in inked {
        for colour in [cell.fg, cell.bg] {
            let grey = matches!(colour, Color::Indexed(232..=255));
            assert!(grey || Some(colour) == style.fg, "{cell:?}");
            greys += usize::from(grey && Some(colour) != theme::of(look).ground.bg);
        }
    }
    assert!(greys > 10, "no shade at all is no antialiasing");
}

#[test]
fn with_256_colours_what_is_nearly_covered_is_ink_and_no_grey() {
    let style = theme::of(look(Colours::Many)).phrase;
    let colours = |colours| shades::Shades::of(style, look(colours)).colours.expect("shades");
    let (many, all) = (colours(Colours::Many), colours(Colours::All));
    let is_ink =
        |colours: &[Color]| -> Vec<bool> { colours.iter().map(|colour| Some(*colour) == style.fg).collect() };
    assert_eq!(is_ink(&many[5..]), [false, true, true, true]);
    assert_eq!(is_ink(&all[5..]), [false, false, false, true]);
}

#[test]
fn with_every_colour_a_shade_lies_between_the_ground_and_the_ink() {
    let look = look(Colours::All);
    let buffer = drawn(
        &["Semangat".to_owned()],
        size(8),
        look,
        &mut Cache::default(),
        Rect::new(0, 0, 140, 60),
    );
    let shades = buffer.content.iter().filter_map(|cell| match cell.fg {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        _ => None,
    });
    let mut count = 0;
    for shade in shades {
        // #1c1c1c and #eeeeee.
        assert!(shade.iter().all(|part| (0x1c..=0xee).contains(part)), "{shade:?}");
        count += 1;
    }
    assert!(count > 10);
}

#[test]
fn a_style_with_a_ground_of_its_own_is_a_marked_line() {
    for theme in [ThemeName::Light, ThemeName::Contrast] {
        let look = Look {
            theme,
            ..look(Colours::Many)
        };
        let style = theme::of(look).phrase;
        let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 8));
        theme::paint_ground(look, buffer.area, &mut buffer);
        let mut cache = Cache::default();
        let area = Rect::new(2, 1, 58, 4);
        draw(
            &["a i".to_owned()],
            size(4),
            style,
            Alignment::Left,
            look,
            &mut cache,
            area,
            &mut buffer,
        );
        let marked = columns("a i", size(4), look);
        assert_eq!(Some(buffer[(2 + marked, 1)].bg), style.bg, "with a column of air");
        assert_eq!(Some(buffer[(2 + marked + 1, 1)].bg), theme::of(look).ground.bg);
        assert_eq!(Some(buffer[(2, 0)].bg), theme::of(look).ground.bg);
    }
}

#[test]
fn a_line_that_the_face_cannot_set_is_plain_bold_text_and_the_others_are_large() {
    let lines = ["ꦲꦏ Jawa".to_owned(), "besar".to_owned()];
    let area = Rect::new(0, 0, 140, 60);
    let buffer = drawn(&lines, size(6), look(Colours::Many), &mut Cache::default(), area);
    let row = |row: u16| {
        (0..140)
            .map(|column| buffer[(column, row)].symbol())
            .collect::<String>()
    };
    assert!(row(2).contains("Jawa"), "{}", row(2));
    assert!(buffer[(0, 2)].modifier.contains(Modifier::BOLD));
    assert_eq!(row(0).trim(), "");
    assert!(row(8).contains('█'), "{}", row(8));
}

#[test]
fn a_letter_with_its_mark_is_drawn_as_the_one_that_it_makes() {
    let of = |text: &str| {
        let area = Rect::new(0, 0, 140, 60);
        drawn(
            &[text.to_owned()],
            size(6),
            look(Colours::All),
            &mut Cache::default(),
            area,
        )
    };
    assert_eq!(of("Cafe\u{301}"), of("Café"));
    assert_ne!(of("Cafe"), of("Café"));
}

#[test]
fn lines_stand_where_they_are_aligned() {
    let look = look(Colours::Sixteen);
    let width = columns("I", size(4), look);
    for (alignment, column) in [
        (Alignment::Left, 5),
        (Alignment::Center, 5 + (50 - width) / 2),
        (Alignment::Right, 55 - width),
    ] {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 4));
        let area = Rect::new(5, 0, 50, 4);
        let mut cache = Cache::default();
        let rows = draw(
            &["I".to_owned()],
            size(4),
            Style::new(),
            alignment,
            look,
            &mut cache,
            area,
            &mut buffer,
        );
        assert_eq!(rows, 4);
        let first = (0..60).find(|column| buffer[(*column, 1)].symbol() != " ");
        assert_eq!(first, Some(column), "{alignment:?}");
    }
}
