//! Pictures of screens as SVG: what a cell looks like, what the bytes are, and that the README's picture is what the
//! program draws now.
//!
//! `UPDATE_EXPECTED=1 cargo test --test pictures` draws the README's picture anew; look at it before keeping it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    dead_code,
    reason = "a test, which needs a part of the example"
)]

#[path = "../examples/picture/arguments.rs"]
mod arguments;
#[path = "../examples/picture/colours.rs"]
mod colours;
#[path = "support/leading.rs"]
mod leading;
#[path = "../examples/picture/scenes.rs"]
mod scenes;
#[path = "../examples/picture/shapes.rs"]
mod shapes;
#[path = "../examples/picture/stress.rs"]
mod stress;
#[path = "../examples/picture/svg.rs"]
mod svg;
#[path = "pictures/taken.rs"]
mod taken;
#[path = "pictures/xml.rs"]
mod xml;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ikrar::lang::Lang;
use ikrar::script::{Severity, read};
use ikrar::show::{Look, ThemeName};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use colours::{Palette, Rgb};
use leading::{SIZES, said, shows, sources};
use shapes::{HEIGHT, PIXEL, Rectangle, WIDTH, merged, rectangles};
use svg::svg;
use xml::fault_of_xml;

const DARK: Palette = Palette::DARK;

/// A screen of one row.
fn row(parts: &[(&str, Style)]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
    let mut column = 0;
    for (text, style) in parts {
        column = buffer.set_stringn(column, 0, text, 40, *style).0;
    }
    buffer
}

fn plain(text: &str) -> Buffer {
    row(&[(text, Style::new())])
}

fn drawn(buffer: &Buffer) -> String {
    svg(buffer, DARK, "a test")
}

/// The runs of words of a picture: their attributes and their text.
fn runs(svg: &str) -> Vec<(&str, &str)> {
    let runs = svg.lines().filter_map(|line| line.strip_prefix("<text "));
    let runs = runs.filter_map(|run| run.strip_suffix("</text>")?.split_once('>'));
    runs.collect()
}

/// The words of the runs of a picture.
fn words(svg: &str) -> Vec<&str> {
    runs(svg).into_iter().map(|(_, text)| text).collect()
}

/// The paths of a picture: their colour and what is drawn with it.
fn paths(svg: &str) -> Vec<(&str, &str)> {
    let paths = svg
        .lines()
        .filter_map(|line| line.strip_prefix("<path fill=\"")?.strip_suffix("\"/>"));
    paths.filter_map(|path| path.split_once("\" d=\"")).collect()
}

#[test]
fn every_scene_is_well_formed_small_and_the_same_again() {
    for scene in scenes::all() {
        let leading = scene.led(Lang::Id, Look::default());
        for (columns, rows) in SIZES {
            let screen = leading.screen(columns, rows);
            let picture = svg(&screen, DARK, scene.name);
            assert_eq!(fault_of_xml(&picture), None, "{} {columns}×{rows}", scene.name);
            assert_eq!(picture, svg(&screen, DARK, scene.name));
            let cells = usize::from(columns) * usize::from(rows);
            assert!(
                picture.len() < 40_000 * cells / (80 * 24),
                "{}: {} bytes",
                scene.name,
                picture.len()
            );
        }
    }
}

#[test]
fn every_scene_has_a_name_of_its_own_and_a_script_that_is_meant() {
    let scenes = scenes::all();
    let names: BTreeSet<&str> = scenes.iter().map(|scene| scene.name).collect();
    assert_eq!(names.len(), scenes.len());
    for script in [
        stress::long_titles(),
        stress::long_clause(),
        stress::many_steps(),
        stress::one_step(),
        stress::nobody(),
    ] {
        let reading = read(&sources(&script));
        let errors = reading
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error);
        assert_eq!(errors.collect::<Vec<_>>(), Vec::<&_>::new(), "{script}");
    }
}

#[test]
fn the_long_clause_is_long() {
    assert_eq!(stress::CLAUSE.chars().count(), 230);
}

#[test]
fn scenes_end_where_they_say() {
    let led = |name: &str| {
        let scene = scenes::all().into_iter().find(|scene| scene.name == name);
        scene.expect("a scene").led(Lang::Id, Look::default())
    };
    let of = |name: &str| led(name).text(80, 24);
    let hall = |name: &str| said(&led(name).hall(80, 24));
    assert!(of("leader-signing").contains("tidak hadir"));
    assert!(of("closing-left-out").contains("Belum dilaksanakan"));
    assert!(shows(
        &hall("audience-alone-without-words"),
        "Pembacaan Pembukaan UUD 1945"
    ));
    assert!(of("stress-many-closing").contains("Mata acara nomor 39"));
    assert!(of("stress-titles-closing").contains("Belum dilaksanakan"));
    assert!(shows(&hall("audience-ended"), "Kabupaten Seruyan"));
    assert!(of("stress-clause-together").contains("BERSAMA-SAMA"));
}

// Words.

#[test]
fn what_xml_means_something_by_is_written_otherwise() {
    let picture = svg(&plain("Sekda & <Bupati> \"A\""), DARK, "a < b & \"c\"");
    assert_eq!(words(&picture), ["Sekda &amp; &lt;Bupati&gt; &quot;A&quot;"]);
    assert!(picture.contains(">a &lt; b &amp; &quot;c&quot;</title>"));
    assert_eq!(fault_of_xml(&picture), None);
    assert_eq!(svg::escaped("a\u{1}\u{9b}\nb"), "a\u{fffd}\u{fffd}\nb");
}

#[test]
fn the_words_are_there_for_people_who_cannot_see() {
    let picture = drawn(&plain("▶ SEKDA MEMBACA"));
    assert!(picture.contains(" role=\"img\" aria-labelledby=\"title desc\" "));
    assert!(picture.contains("\n▶ SEKDA MEMBACA\n</desc>"));
}

#[test]
fn words_of_one_style_are_one_run_with_its_place_and_length() {
    let picture = drawn(&plain("  Menolak politik uang."));
    let (attributes, text) = runs(&picture)[0];
    assert_eq!(text, "Menolak politik uang.");
    assert!(
        attributes.starts_with("x=\"32\" y=\"29\" textLength=\"189\" lengthAdjust=\"spacingAndGlyphs\""),
        "{attributes}"
    );
}

#[test]
fn another_style_or_a_wide_gap_begins_another_run() {
    let bold = Style::new().bold();
    let picture = drawn(&row(&[
        ("R", bold),
        (" ulang", Style::new()),
        ("  G  H   I", Style::new()),
    ]));
    assert_eq!(words(&picture), ["R", "ulang  G  H", "I"]);
    let bold_runs: Vec<_> = runs(&picture)
        .into_iter()
        .filter(|(attributes, _)| attributes.contains("font-weight=\"bold\""))
        .collect();
    assert_eq!(bold_runs.len(), 1);
    assert_eq!(bold_runs[0].1, "R");
}

#[test]
fn a_character_that_a_font_may_lack_moves_nothing_else() {
    assert_eq!(words(&drawn(&plain("a✓b …c"))), ["a", "✓", "b …c"]);
}

#[test]
fn a_wide_character_takes_two_cells() {
    let picture = drawn(&plain("漢a"));
    let runs = runs(&picture);
    assert_eq!(runs[0].1, "漢");
    assert!(runs[0].0.contains("textLength=\"18\""), "{}", runs[0].0);
    assert!(runs[1].0.starts_with("x=\"32\""), "{}", runs[1].0);
}

#[test]
fn hidden_words_are_not_drawn() {
    assert!(words(&drawn(&row(&[("rahasia", Style::new().hidden())]))).is_empty());
}

#[test]
fn italic_underlined_and_crossed_out() {
    let picture = drawn(&row(&[("ab", Style::new().italic())]));
    assert!(runs(&picture)[0].0.contains("font-style=\"italic\""));
    let line = Style::new().underlined().underline_color(Color::Rgb(1, 2, 3));
    let picture = drawn(&row(&[("a b", line)]));
    assert_eq!(paths(&picture), [("#010203", "M14 31h27v1h-27z")]);
    let picture = drawn(&row(&[("ab", Style::new().crossed_out())]));
    assert_eq!(paths(&picture), [("#d5d9df", "M14 25h18v1h-18z")]);
}

// Colours.

/// The colour of the only run of a picture, where it is not that of all.
fn ink(style: Style) -> Option<String> {
    let picture = drawn(&row(&[("a", style)]));
    let (attributes, _) = runs(&picture)[0];
    let ink = attributes.split_once("fill=\"")?.1.split_once('"')?.0;
    Some(ink.to_owned())
}

#[test]
fn colours_have_the_values_of_xterm() {
    let cases = [
        (0, "#15181c"),
        (11, "#ffd866"),
        (15, "#fff"),
        (16, "#000"),
        (17, "#00005f"),
        (21, "#00f"),
        (67, "#5f87af"),
        (110, "#87afd7"),
        (196, "#f00"),
        (214, "#ffaf00"),
        (231, "#fff"),
        (232, "#080808"),
        (244, "#808080"),
        (255, "#eee"),
    ];
    for (index, written) in cases {
        assert_eq!(
            ink(Style::new().fg(Color::Indexed(index))).as_deref(),
            Some(written),
            "{index}"
        );
    }
    assert_eq!(
        ink(Style::new().fg(Color::Rgb(1, 2, 254))).as_deref(),
        Some("#0102fe")
    );
    assert_eq!(ink(Style::new()), None);
}

#[test]
fn a_named_colour_is_that_of_its_number() {
    let named = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let inks: Vec<_> = named.iter().map(|named| ink(Style::new().fg(*named))).collect();
    let numbered: Vec<_> = (0..16)
        .map(|number| ink(Style::new().fg(Color::Indexed(number))))
        .collect();
    assert_eq!(inks, numbered);
    assert_eq!(inks.iter().collect::<BTreeSet<_>>().len(), 16);
}

#[test]
fn dim_words_are_nearer_to_their_ground() {
    let of = |ground| {
        let style = Style::new().fg(Color::Rgb(200, 200, 200)).bg(ground).dim();
        ink(style)
    };
    assert_eq!(of(Color::Rgb(0, 0, 0)).as_deref(), Some("#787878"));
    assert_eq!(of(Color::Rgb(255, 255, 255)).as_deref(), Some("#dedede"));
}

#[test]
fn reversed_cells_swap_words_and_ground() {
    let picture = drawn(&row(&[("ab", Style::new().reversed())]));
    assert!(runs(&picture)[0].0.contains("fill=\"#15181c\""));
    assert_eq!(paths(&picture), [("#d5d9df", "M14 14h18v20h-18z")]);
    let both = Style::new()
        .fg(Color::Rgb(1, 1, 1))
        .bg(Color::Rgb(9, 9, 9))
        .reversed();
    let picture = drawn(&row(&[("ab", both)]));
    assert!(runs(&picture)[0].0.contains("fill=\"#090909\""));
    assert_eq!(paths(&picture)[0].0, "#010101");
}

#[test]
fn the_window_has_the_ground_of_most_cells() {
    let mut buffer = plain("a");
    buffer.set_style(buffer.area, Style::new().bg(Color::Rgb(1, 2, 3)));
    let picture = drawn(&buffer);
    assert!(picture.contains("rx=\"8\" fill=\"#010203\""), "{picture}");
    assert!(paths(&picture).is_empty());
    buffer.set_style(Rect::new(0, 0, 5, 1), Style::new().bg(Color::Rgb(4, 5, 6)));
    assert_eq!(paths(&drawn(&buffer)), [("#040506", "M14 14h45v20h-45z")]);
}

#[test]
fn grounds_one_below_the_other_are_one() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 6));
    buffer.set_style(Rect::new(2, 1, 3, 4), Style::new().bg(Color::Rgb(4, 5, 6)));
    assert_eq!(paths(&drawn(&buffer)), [("#040506", "M32 34h27v80h-27z")]);
}

// Lines and blocks.

#[test]
fn lines_have_no_gaps() {
    assert_eq!(paths(&drawn(&plain("────"))), [("#d5d9df", "M14 24h36v1h-36z")]);
    assert_eq!(
        paths(&drawn(&plain("━━╸"))),
        [("#d5d9df", "M14 23h22.5v3h-22.5z")]
    );
    let upright = Buffer::with_lines(["│", "│", "│"]);
    assert_eq!(paths(&drawn(&upright)), [("#d5d9df", "M18 14h1v60h-1z")]);
}

#[test]
fn blocks_fill_their_part_of_the_cell() {
    let at = |character| rectangles(character).expect("a shape");
    let one = |x, y, width, height| vec![Rectangle { y, x, width, height }];
    assert_eq!(at('█'), one(0, 0, WIDTH, HEIGHT));
    assert_eq!(at('▀'), one(0, 0, WIDTH, HEIGHT / 2));
    assert_eq!(at('▄'), one(0, HEIGHT / 2, WIDTH, HEIGHT / 2));
    assert_eq!(at('▌'), one(0, 0, WIDTH / 2, HEIGHT));
    assert_eq!(at('▐'), one(WIDTH / 2, 0, WIDTH / 2, HEIGHT));
    assert_eq!(at('▁'), one(0, HEIGHT / 8 * 7, WIDTH, HEIGHT / 8));
    assert_eq!(at('▏'), one(0, 0, WIDTH / 8, HEIGHT));
    assert_eq!(merged(at('▙')).len(), 2);
}

#[test]
fn corners_and_crossings_are_closed() {
    for character in "─━│┃┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋═║╔╗╚╝╠╣╦╩╬╞╡╪╟╢╫╴╵╶╷╸╹╺╻╼╽╾╿".chars()
    {
        let shape = rectangles(character).expect("a shape");
        let inside = |one: &Rectangle| one.x + one.width <= WIDTH && one.y + one.height <= HEIGHT;
        assert!(shape.iter().all(inside), "{character}");
        // Every rectangle touches or covers another, where there are several and the line is not a double one.
        let touching = |one: &Rectangle, other: &Rectangle| {
            one.x <= other.x + other.width
                && other.x <= one.x + one.width
                && one.y <= other.y + other.height
                && other.y <= one.y + one.height
        };
        if !"═║".contains(character) && shape.len() > 1 {
            for (place, one) in shape.iter().enumerate() {
                let others = shape.iter().enumerate().filter(|(other, _)| *other != place);
                assert!(
                    others.into_iter().any(|(_, other)| touching(one, other)),
                    "{character}"
                );
            }
        }
    }
}

#[test]
fn dashes_are_even_from_cell_to_cell() {
    for character in "╌╍┄┅┈┉".chars() {
        let shape = rectangles(character).expect("a shape");
        let first = shape[0].x + WIDTH;
        let starts: Vec<u32> = shape.iter().map(|one| one.x).chain([first]).collect();
        let steps: BTreeSet<u32> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert_eq!(steps.len(), 1, "{character}");
    }
    let dashes = rectangles('┈').expect("a shape");
    assert!(dashes.iter().all(|one| (one.x % PIXEL, one.width) == (0, PIXEL)));
}

#[test]
fn letters_and_signs_are_no_lines() {
    for character in "aZ1é…✓▶ ".chars() {
        assert_eq!(rectangles(character), None, "{character}");
    }
    assert!(drawn(&plain("▶")).contains("<path d=\"M14 14m.5 5.5l8 4.5"));
}

// The README's pictures.

#[test]
fn the_pictures_of_the_readme_are_what_the_program_draws() {
    let look = Look::default();
    // The leader's screen, and what the audience sees at the same moment.
    for (file, keys) in [("leader.svg", ""), ("audience.svg", "<tab>")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(file);
        let screen = scenes::leader().led(Lang::Id, look).keys(keys).screen(80, 24);
        let now = svg(&screen, Palette::of(look.theme), "ikrar: Ikrar Netralitas ASN");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&path, &now).expect("the folder can be written to");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(kept, now, "UPDATE_EXPECTED=1 draws it anew: {file}");
    }
}

#[test]
fn each_theme_has_a_terminal_of_its_kind() {
    let light = Palette::of(ThemeName::Light);
    let bright = |Rgb(red, green, blue): Rgb| u32::from(red) + u32::from(green) + u32::from(blue);
    assert!(bright(light.ground) > bright(light.ink));
    for dark in [Palette::of(ThemeName::Dark), Palette::of(ThemeName::Contrast)] {
        assert!(bright(dark.ground) < bright(dark.ink));
    }
}
