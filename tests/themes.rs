//! What holds of the cells of every screen in every theme: each has the theme's ground, what is drawn in it can be read,
//! and without colours there is none.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "what a test needs must be there"
)]

#[path = "support/leading.rs"]
mod leading;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use ikrar::lang::Lang;
use ikrar::picker::{self, Ceremony, Origin, Picker, Which};
use ikrar::programme::Occasion;
use ikrar::script::{Contents, Source, Sources, library};
use ikrar::show::{
    Colours, Key, KeyCode, Look, Moment, Msg, Notice, Screen, Serving, Settings, Size, ThemeName,
};
use ikrar::view;
use jiff::Timestamp;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use leading::{BROKEN, Leading, SIZES, lead, lead_as, sources, text};

const THEMES: [ThemeName; 3] = [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast];

fn look(theme: ThemeName, colours: Colours) -> Look {
    Look {
        theme,
        colours,
        size: Size::Usual,
        ..Look::default()
    }
}

/// Keys that lead to every sort of screen from the ready screen of Pekalongan's ceremony, and to all that can be told.
const WAYS: &[&str] = &[
    "",
    "<pagedown>",
    "<enter>",
    "<enter>3<enter>",
    "<enter>7<enter><space*6>",
    "<enter>7.2<enter><space*3>",
    "<enter>7.2<enter>e<wait 5><space*5>",
    "<enter>8<enter><space*2>a<wait 5>",
    "<enter>9<enter>",
    "<enter>9<enter><wait 5>g",
    "<enter>g<down*3>",
    "<enter>g/a",
    "<enter>?",
    "<enter>m",
    "<enter>q",
    "<enter>7.",
    "<enter>c",
    "<enter><wait 900><space>",
    "<enter>9<enter><wait 5><end><wait 5>n<wait 5>n",
    "<tab>",
    "<enter>7.2<enter><tab><space*3>",
    "<enter>8<enter><tab><space>",
    "<enter>7.2<enter><tab>b",
    "<enter>7.2<enter><tab>o",
];

/// Every sort of screen in a look.
fn screens(look: Look) -> Vec<(String, Buffer)> {
    let mut shows: Vec<(String, Leading)> = WAYS
        .iter()
        .map(|keys| ((*keys).to_owned(), lead_as("pekalongan-2023", look).keys(keys)))
        .collect();
    // Read together, and refused.
    shows.push((
        "together".to_owned(),
        lead_as("seruyan-2024", look).keys("<enter>5.2<enter><space>"),
    ));
    shows.push((
        "refused".to_owned(),
        lead_as("seruyan-2024", look).keys("<enter>").save(BROKEN),
    ));
    shows.push((
        "refused and told".to_owned(),
        lead_as("seruyan-2024", look).save(BROKEN).keys("m"),
    ));
    shows.push(("waiting".to_owned(), lead_as(BROKEN, look)));
    // The audience's screens: what the leader has made of them, and what is told of them.
    for keys in ["", "b", "o", "fb", "l"] {
        let leading = lead_as("pekalongan-2023", look).with_screens();
        shows.push((
            format!("screens and {keys}"),
            leading.keys("<enter>7.2<enter>").keys(keys),
        ));
    }
    let stopped = lead_as("pekalongan-2023", look).served(Serving::Stopped);
    shows.push(("stopped".to_owned(), stopped.clone()));
    shows.push(("stopped and told".to_owned(), stopped.keys("l")));
    let sizes = || SIZES.into_iter().take(2).chain([(60, 16), (30, 8)]);
    let lists = lists(look);
    let of_lists = sizes().flat_map(|(columns, rows)| {
        let drawn = |(name, picker): &(&str, Picker)| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
            view::picker::draw(picker, buffer.area, &mut buffer);
            (format!("{name} at {columns}×{rows}"), buffer)
        };
        lists.iter().map(drawn).collect::<Vec<_>>()
    });
    let of_lists: Vec<_> = of_lists.collect();
    sizes()
        .flat_map(|(columns, rows)| {
            let drawn = |(keys, leading): &(String, Leading)| {
                (
                    format!("{keys} at {columns}×{rows}"),
                    leading.screen(columns, rows),
                )
            };
            shows.iter().map(drawn).collect::<Vec<_>>()
        })
        .chain(of_lists)
        .collect()
}

/// The list of ceremonies: as it opens, with a filter, with one that is broken, and its help.
fn lists(look: Look) -> Vec<(&'static str, Picker)> {
    let broken = Source {
        name: "rusak.toml".to_owned(),
        contents: Contents::Bytes(BROKEN.as_bytes().into()),
    };
    let broken = Sources {
        script: broken,
        texts: BTreeMap::new(),
    };
    let which = Which::File(PathBuf::from("rusak.toml"));
    let occasion = Occasion::default();
    let mut ceremonies = vec![Ceremony::new(
        which,
        Origin::Folder,
        "rusak".to_owned(),
        &broken,
        &occasion,
    )];
    ceremonies.extend(library::script_names().into_iter().map(|name| {
        let which = Which::Shipped(name.to_owned());
        Ceremony::new(which, Origin::Shipped, name.to_owned(), &sources(name), &occasion)
    }));
    let settings = Settings {
        look,
        ..Settings::default()
    };
    let list = |keys: &[char]| {
        let mut picker = Picker::new(&settings, ceremonies.clone());
        for (second, key) in (1..).zip(keys) {
            let at = Moment {
                wall: Timestamp::UNIX_EPOCH,
                steady: Duration::from_secs(second),
            };
            let key = Key::plain(KeyCode::Char(*key));
            picker::update(
                &mut picker,
                Msg::KeyPressed {
                    key,
                    repeated: false,
                    at,
                },
            );
        }
        picker
    };
    vec![
        ("the list", list(&[])),
        ("the list, filtered", list(&['/', 'a', 's', 'n'])),
        ("the list, nothing found", list(&['/', 'x', 'y'])),
        ("the help of the list", list(&['?'])),
    ]
}

/// The cells that are seen: not those that a wide character covers.
fn seen(buffer: &Buffer) -> impl Iterator<Item = &Cell> {
    let mut covered = 0;
    buffer.content.iter().filter(move |cell| {
        if covered > 0 {
            covered -= 1;
            return false;
        }
        covered = cell.symbol().width().saturating_sub(1);
        true
    })
}

#[test]
fn no_cell_of_any_screen_has_a_colour_where_there_are_none() {
    for theme in THEMES {
        for (screen, buffer) in screens(look(theme, Colours::None)) {
            for cell in seen(&buffer) {
                assert_eq!(
                    (cell.fg, cell.bg),
                    (Color::Reset, Color::Reset),
                    "{screen}\n{}",
                    text(&buffer)
                );
            }
        }
    }
}

#[test]
fn every_cell_has_a_colour_and_a_ground_where_there_are_some() {
    for theme in THEMES {
        for colours in [Colours::Sixteen, Colours::Many] {
            for (screen, buffer) in screens(look(theme, colours)) {
                for cell in seen(&buffer) {
                    assert_ne!(cell.fg, Color::Reset, "{screen} in {theme:?}\n{}", text(&buffer));
                    assert_ne!(cell.bg, Color::Reset, "{screen} in {theme:?}\n{}", text(&buffer));
                    assert!(
                        cell.symbol().trim().is_empty() || cell.fg != cell.bg,
                        "{screen} in {theme:?}\n{}",
                        text(&buffer)
                    );
                }
            }
        }
    }
}

/// The relative luminance of a colour of the fixed part of the palette.
fn luminance(colour: Color) -> f64 {
    let Color::Indexed(index @ 16..) = colour else {
        panic!("{colour} is not of the fixed part of the palette");
    };
    let level = |part: u8| [0, 95, 135, 175, 215, 255][usize::from(part % 6)];
    let rgb = if index >= 232 {
        [8 + 10 * (index - 232); 3]
    } else {
        [(index - 16) / 36, (index - 16) / 6, index - 16].map(level)
    };
    let [red, green, blue] = rgb.map(|part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[test]
fn whatever_meets_on_a_screen_can_be_read() {
    for (theme, least) in [
        (ThemeName::Dark, 4.5),
        (ThemeName::Light, 4.5),
        (ThemeName::Contrast, 7.0),
    ] {
        for (screen, buffer) in screens(look(theme, Colours::Many)) {
            let drawn = |cell: &&Cell| !cell.symbol().trim().is_empty();
            for cell in seen(&buffer).filter(drawn).filter(|cell| !is_of_pixels(cell)) {
                // Lines are no text.
                let least = if ["─", "│", "┈"].contains(&cell.symbol()) {
                    3.0_f64.min(least)
                } else {
                    least
                };
                let (text_of, ground) = (luminance(cell.fg), luminance(cell.bg));
                let contrast = (text_of.max(ground) + 0.05) / (text_of.min(ground) + 0.05);
                assert!(
                    contrast >= least,
                    "{}: {contrast:.2} on {screen} in {theme:?}",
                    cell.symbol()
                );
                assert!(!cell.modifier.intersects(Modifier::DIM | Modifier::REVERSED));
            }
        }
    }
}

/// Whether a cell is a part of large type, or of a code: not a sign but two pixels, one above the other.
fn is_of_pixels(cell: &Cell) -> bool {
    ["▀", "▄", "█"].contains(&cell.symbol())
}

/// The pixels at the edge of a letter are between ink and ground, so that it looks round. What is read is its full ones.
#[test]
fn large_type_can_be_read_by_its_full_pixels() {
    let mut measured = 0;
    for (theme, colours) in [
        (ThemeName::Dark, Colours::Many),
        (ThemeName::Light, Colours::Many),
        (ThemeName::Contrast, Colours::Many),
    ] {
        for (screen, buffer) in screens(look(theme, colours)) {
            let pixels = seen(&buffer).filter(|cell| is_of_pixels(cell));
            let of_pixels: Vec<f64> = pixels
                .flat_map(|cell| [luminance(cell.fg), luminance(cell.bg)])
                .collect();
            // The mark of a gauge is no type.
            if of_pixels.len() < 40 {
                continue;
            }
            let brightest = of_pixels.iter().copied().fold(0.0, f64::max);
            let darkest = of_pixels.iter().copied().fold(1.0, f64::min);
            let contrast = (brightest + 0.05) / (darkest + 0.05);
            assert!(contrast >= 7.0, "{contrast:.2} on {screen} in {theme:?}");
            measured += 1;
        }
    }
    assert!(measured > 0, "large type stands on some screens");
}

/// The cell with which a text begins.
fn cell_of<'a>(buffer: &'a Buffer, wanted: &str) -> &'a Cell {
    let width = usize::from(buffer.area.width);
    let rows = buffer.content.chunks(width);
    let found = rows.into_iter().find_map(|row| {
        (0..width).find_map(|at| {
            let text: String = row[at..].iter().map(Cell::symbol).collect();
            text.starts_with(wanted).then(|| &row[at])
        })
    });
    found.expect("the text is on the screen")
}

#[test]
fn what_is_now_is_told_apart_by_signs_and_weight_alone() {
    let at = |keys: &str| lead_as("mergangsan-2023", look(ThemeName::Dark, Colours::None)).keys(keys);
    let reading = at("<enter>4.2<enter><space*2>");
    let screen = reading.screen(80, 24);
    assert!(cell_of(&screen, "▌").modifier.contains(Modifier::BOLD));
    assert!(
        cell_of(&screen, "tidak melakukan praktik")
            .modifier
            .contains(Modifier::BOLD)
    );
    assert!(
        cell_of(&screen, "Menghindari konflik")
            .modifier
            .contains(Modifier::DIM)
    );
    assert!(
        !cell_of(&screen, "serta tidak memihak")
            .modifier
            .intersects(Modifier::BOLD | Modifier::DIM)
    );
    assert!(
        cell_of(&screen, "▶ MANTRI MEMBACA")
            .modifier
            .contains(Modifier::REVERSED)
    );

    let outline = at("<enter>g<down>").screen(80, 24);
    let chosen = outline
        .content
        .chunks(80)
        .filter(|row| row[5].modifier.contains(Modifier::REVERSED));
    assert_eq!(chosen.count(), 1, "one row is chosen");

    let question = at("<enter>q").screen(80, 24);
    assert!(
        cell_of(&question, "Upacara sedang berlangsung. Akhiri")
            .modifier
            .contains(Modifier::REVERSED)
    );

    let left_out = at("<enter>4.1<enter><wait 5><space*2>3<enter>").screen(80, 24);
    assert!(
        cell_of(&left_out, "! Ada yang terlewat")
            .modifier
            .contains(Modifier::BOLD)
    );

    let repeated = at("<enter>4.2<enter>e<wait 5><space*3>").screen(80, 24);
    assert!(
        cell_of(&repeated, "◀ [ PESERTA MENIRUKAN ]")
            .modifier
            .contains(Modifier::BOLD)
    );
}

#[test]
fn the_phrase_has_a_style_that_nothing_else_around_it_has() {
    for theme in THEMES {
        for colours in [Colours::Sixteen, Colours::Many] {
            let leading = lead_as("mergangsan-2023", look(theme, colours)).keys("<enter>4.2<enter><space*2>");
            let screen = leading.screen(80, 24);
            let style = |wanted| cell_of(&screen, wanted).style();
            let phrase = style("tidak melakukan praktik");
            assert!(phrase.add_modifier.contains(Modifier::BOLD) || phrase.bg != style("serta").bg);
            for other in [
                "Menghindari konflik",
                "serta tidak memihak",
                "Berikutnya",
                "butir 3",
                "Tunggu",
                "4/8",
            ] {
                assert_ne!(phrase, style(other), "{other} in {theme:?} of {colours:?}");
            }
        }
    }
}

#[test]
fn the_chosen_row_is_of_one_colour_whatever_stands_in_it() {
    for theme in THEMES {
        for colours in [Colours::Sixteen, Colours::Many] {
            let leading = lead_as("mergangsan-2023", look(theme, colours)).keys("<enter>g<down>");
            let screen = leading.screen(80, 24);
            let second = screen.content.chunks(80).nth(3).expect("the row");
            let inner = &second[1..79];
            let colours_of = |cell: &Cell| (cell.fg, cell.bg);
            assert!(
                inner.iter().all(|cell| colours_of(cell) == colours_of(&inner[0])),
                "{theme:?}"
            );
            assert_ne!(inner[0].bg, second[0].bg, "{theme:?} of {colours:?}");
        }
    }
}

// The keys.

#[test]
fn t_goes_round_the_themes_on_both_screens_and_tells_only_the_leader() {
    for keys in [
        "",
        "<enter>",
        "<enter>g",
        "<enter>?",
        "<enter><end><wait 5>n<wait 5>n",
    ] {
        let leading = lead("mergangsan-2023", Lang::Id).keys(keys).keys("t");
        assert_eq!(leading.show.look().theme, ThemeName::Light, "{keys}");
        assert_eq!(
            leading.show.notice(),
            Some(&Notice::Theme(ThemeName::Light)),
            "{keys}"
        );
        assert_eq!(leading.keys("tt").show.look().theme, ThemeName::Dark, "{keys}");
    }
    for keys in ["<tab>", "<enter><tab>"] {
        let before = lead("mergangsan-2023", Lang::Id).keys(keys);
        let leading = before.clone().keys("T");
        assert_eq!(leading.show.screen(), Screen::Audience);
        assert_eq!(leading.show.look().theme, ThemeName::Light);
        assert_eq!(leading.show.notice(), None, "the hall is told nothing");
        assert_eq!(leading.text(80, 24), before.text(80, 24));
        assert_ne!(leading.screen(80, 24), before.screen(80, 24));
    }
}

#[test]
fn t_is_a_letter_where_letters_are_typed_and_nothing_in_a_question() {
    let typed = lead("mergangsan-2023", Lang::Id).keys("<enter>g/t");
    assert_eq!(typed.show.look().theme, ThemeName::Dark);
    let asked = lead("mergangsan-2023", Lang::Id).keys("<enter>qt");
    assert_eq!(asked.show.look().theme, ThemeName::Dark);
    assert!(asked.show.question().is_some());
}

#[test]
fn without_colours_t_says_so() {
    let leading = lead_as("mergangsan-2023", look(ThemeName::Dark, Colours::None)).keys("<enter>t");
    assert_eq!(leading.show.notice(), Some(&Notice::NoColours));
    assert_eq!(leading.show.look().theme, ThemeName::Dark);
    assert!(leading.text(80, 24).contains("tidak menampilkan warna"));
}

#[test]
fn plus_and_minus_give_more_and_less_air_and_say_where_they_end() {
    let told = |keys: &str| {
        let leading = lead("mergangsan-2023", Lang::Id).keys("<enter>").keys(keys);
        let Some(Notice::Size { size, at_end }) = leading.show.notice() else {
            panic!("{keys} tells nothing");
        };
        assert_eq!(*size, leading.show.look().size);
        (*size, *at_end)
    };
    assert_eq!(told("+"), (Size::Roomy, false));
    assert_eq!(told("="), (Size::Roomy, false));
    assert_eq!(told("++"), (Size::Roomy, true));
    assert_eq!(told("-"), (Size::Compact, false));
    assert_eq!(told("--"), (Size::Compact, true));
    assert_eq!(told("+-"), (Size::Usual, false));
}
