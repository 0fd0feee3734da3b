//! What the audience sees, and what it never sees: every word meant for it whole and in its place, and nothing else.

#![expect(clippy::expect_used, reason = "what a test needs must be there")]

#[path = "support/leading.rs"]
mod leading;
#[path = "audience/unseen.rs"]
mod unseen;

use std::collections::BTreeMap;

use ikrar::lang::Lang;
use ikrar::script::library;
use ikrar::show::{Colours, Look, Size, ThemeName};
use ikrar::slide::{ReadManner, Shown, Slide};
use ikrar::view::{self, Placed};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Alignment, Position, Rect};
use ratatui::style::Color;

use leading::{Leading, PICTURED, SIZES, lead, lead_as, lead_from, said, shows, text, walk};

/// The words of a slide that must be seen whole; none on a title card.
fn wanted(slide: &Slide) -> String {
    match slide.shown.clone() {
        Shown::Nothing => String::new(),
        Shown::TitleCard => slide.ceremony.title.clone(),
        Shown::Title { title, words, .. } if words.is_empty() => title,
        Shown::Title { words, .. } | Shown::Words { lines: words, .. } => words.join(" "),
        Shown::Heading { lines } => lines.join(" "),
        Shown::Signatory { name, office, .. } => {
            [name, office].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    }
}

/// Calls for every place of every ceremony that ships.
fn everywhere(mut at_each: impl FnMut(&str, &Leading)) {
    for script in library::script_names() {
        walk(lead(script, Lang::Id), |leading| at_each(script, leading));
    }
}

/// What is read in a slide, where it stands.
fn read_out<'a>(leading: &Leading, placed: &'a [Placed]) -> Option<&'a Placed> {
    let Shown::Words { lines, .. } = &leading.show.slide().shown else {
        return None;
    };
    let wanted = leading::words(&lines.join(" "));
    let has = |one: &&Placed| leading::words(&said(std::slice::from_ref(*one))) == wanted;
    Some(placed.iter().find(has).expect("the words are there"))
}

/// Whether a text has room on a screen by itself, with what is lost at the ends of its lines.
fn may_fit(text: &str, columns: u16, rows: u16) -> bool {
    text.len() * 3 <= usize::from(columns) * usize::from(rows) * 2
}

#[test]
fn every_slide_of_every_ceremony_shows_its_words_whole() {
    everywhere(|script, leading| {
        let wanted = wanted(leading.show.slide());
        for (columns, rows) in SIZES.into_iter().chain([(40, 12), (60, 16), (30, 12), (160, 45)]) {
            if !may_fit(&wanted, columns, rows) {
                continue;
            }
            let said = said(&leading.hall(columns, rows));
            assert!(
                shows(&said, &wanted),
                "{script} at {columns}×{rows}: {wanted}\n{said}"
            );
        }
    });
}

#[test]
fn what_is_laid_out_is_drawn_there_and_nothing_else_anywhere() {
    for script in library::script_names() {
        let mut cache = view::Cache::default();
        walk(lead(script, Lang::Id), |leading| {
            for (columns, rows) in [(80, 24), (120, 40)] {
                let area = Rect::new(0, 0, columns, rows);
                let mut buffer = Buffer::empty(area);
                let (words, look) = (leading.show.words(), leading.show.look());
                view::audience::draw(leading.show.slide(), &mut cache, words, look, area, &mut buffer);
                is_drawn(&leading.hall(columns, rows), &buffer);
            }
        });
    }
}

/// Every plain line stands in the row where it was laid out; every line of large type has left its traces in its own
/// rows; and there is nothing beside.
fn is_drawn(placed: &[Placed], buffer: &Buffer) {
    let has_ink = |at: Position| {
        let cell = &buffer[at];
        !cell.symbol().trim().is_empty()
    };
    for one in placed {
        assert_eq!(
            usize::from(one.area.height),
            one.lines.len() * usize::from(one.rows),
            "{one:?}"
        );
        for (number, line) in (0..).zip(&one.lines) {
            let band = Rect {
                y: one.area.y + number * one.rows,
                height: one.rows,
                ..one.area
            };
            if one.rows == 1 {
                let row: String = band.positions().map(|at| buffer[at].symbol()).collect();
                assert!(row.contains(line), "{line} in {row}");
            } else {
                let ink = band.positions().filter(|at| has_ink(*at)).count();
                let letters = line.chars().filter(|letter| !letter.is_whitespace()).count();
                assert!(ink >= 2 * letters, "{line} has left {ink} cells");
            }
        }
    }
    for at in buffer.area.positions().filter(|at| has_ink(*at)) {
        let is_meant = placed.iter().any(|one| one.area.contains(at));
        assert!(is_meant, "{} at {at}\n{}", buffer[at].symbol(), text(buffer));
    }
    for (number, one) in placed.iter().enumerate() {
        for other in &placed[number + 1..] {
            let same_row = one.rows == 1 && other.rows == 1 && one.alignment != other.alignment;
            assert!(
                same_row || one.area.intersection(other.area).is_empty(),
                "{one:?} over {other:?}"
            );
        }
    }
}

#[test]
fn every_phrase_stands_in_large_type_and_nearly_every_one_on_a_small_screen() {
    let (mut large, mut all) = (0, 0);
    everywhere(|script, leading| {
        for (columns, rows) in [(120, 40), (160, 45), (200, 60)] {
            let placed = leading.hall(columns, rows);
            if let Some(phrase) = read_out(leading, &placed) {
                assert!(phrase.rows >= 4, "{script} at {columns}×{rows}: {phrase:?}");
                assert!(
                    phrase.lines.len() <= 4,
                    "{script} at {columns}×{rows}: {phrase:?}"
                );
            }
        }
        let placed = leading.hall(80, 24);
        if let Some(phrase) = read_out(leading, &placed) {
            all += 1;
            large += usize::from(phrase.rows >= 4);
        }
    });
    assert!(large * 10 >= all * 9, "{large} of {all}");
}

/// Sizes of screens, from those with room for a few words to those with room for all.
const MANY_SIZES: [(u16, u16); 8] = [
    (40, 12),
    (60, 16),
    (80, 24),
    (90, 30),
    (100, 30),
    (120, 40),
    (160, 45),
    (200, 60),
];

#[test]
fn what_people_repeat_or_read_together_is_never_in_more_than_four_lines_of_large_type() {
    everywhere(|script, leading| {
        for (columns, rows) in MANY_SIZES {
            let placed = leading.hall(columns, rows);
            if let Some(words) = read_out(leading, &placed) {
                let is_calm = words.rows == 1 || words.lines.len() <= 4;
                assert!(is_calm, "{script} at {columns}×{rows}: {words:?}");
            }
        }
    });
}

#[test]
fn on_a_high_screen_how_words_are_read_is_large_where_it_has_room_and_always_at_the_same_rows() {
    for script in ["mergangsan-2023", "seruyan-2024"] {
        let mut firsts = BTreeMap::new();
        walk(lead(script, Lang::Id), |leading| {
            let Shown::Words { manner, .. } = leading.show.slide().shown else {
                return;
            };
            for (columns, rows) in [(80, 24), (110, 35), (120, 40), (200, 60)] {
                let placed = leading.hall(columns, rows);
                let foot = placed
                    .iter()
                    .filter(|one| !one.lines.is_empty())
                    .max_by_key(|one| (one.area.bottom(), one.area.x));
                let foot = foot.expect("it is told how the words are read");
                // “DIBACAKAN, LALU DITIRUKAN” takes more than two thirds of 120 columns.
                let has_room = columns >= 200 || manner != ReadManner::ReadThenRepeated;
                assert_eq!(
                    foot.rows > 1,
                    rows >= 36 && has_room,
                    "{columns}×{rows}: {foot:?}"
                );
                let step = leading.show.slide().step.as_ref().map(|step| step.number);
                let here = (foot.area, foot.rows);
                let first = *firsts
                    .entry((columns, rows, step, format!("{manner:?}")))
                    .or_insert(here);
                assert_eq!(here, first, "{script} at {columns}×{rows}: {foot:?}");
            }
        });
    }
}

/// Whether the ink of a screen between two rows has as much air on its left as on its right, but for a cell.
fn is_in_the_middle(screen: &Buffer, one: &Placed) -> bool {
    let inked = one.area.positions().filter(|at| screen[*at].symbol() != " ");
    let columns: Vec<u16> = inked.map(|at| at.x).collect();
    let (Some(first), Some(last)) = (columns.iter().min(), columns.iter().max()) else {
        return false;
    };
    first.abs_diff(screen.area.width - 1 - last) <= 1
}

#[test]
fn plain_words_stand_in_the_middle_with_air_on_every_side() {
    let leading = lead_from("mergangsan-2023", "ikrar.2", Lang::Id).keys("<space*3>");
    for (columns, rows) in [(60, 16), (40, 12), (39, 11), (20, 5)] {
        let hall = leading.clone().keys("<tab>").screen(columns, rows);
        let placed = leading.hall(columns, rows);
        let words = read_out(&leading, &placed).expect("a phrase");
        assert_eq!(words.rows, 1, "{columns}×{rows}");
        assert!(
            is_in_the_middle(&hall, words),
            "{columns}×{rows}\n{}",
            text(&hall)
        );
        let above = placed.iter().map(|one| one.area.bottom());
        let above = above.filter(|bottom| *bottom <= words.area.y).max().unwrap_or(0);
        assert!(words.area.y > above, "a row of air above\n{}", text(&hall));
        let below = placed.iter().map(|one| one.area.y);
        let below = below.filter(|y| *y >= words.area.bottom()).min().unwrap_or(rows);
        assert!(words.area.bottom() < below, "and below\n{}", text(&hall));
        let podium = leading.podium(columns, rows);
        let is_it = |one: &&Placed| said(std::slice::from_ref(*one)).contains("kepada");
        let words = podium.iter().find(is_it).expect("the words are there");
        let screen = leading.podium_screen(columns, rows);
        assert!(
            is_in_the_middle(&screen, words),
            "{columns}×{rows}\n{}",
            text(&screen)
        );
        assert!(words.area.y > 0, "{}", text(&screen));
    }
}

#[test]
fn what_was_kept_of_a_picture_is_drawn_only_as_long_as_it_is_the_same() {
    let mut cache = view::Cache::default();
    let looks = [Size::Usual, Size::Roomy].map(|size| Look { size, ..PICTURED });
    for keys in [
        "<enter>4.2<enter><space*2>",
        "<enter>4.2<enter><space*3>",
        "b",
        "",
    ] {
        for (look, lang) in looks.into_iter().zip([Lang::Id, Lang::En]) {
            let leading = lead("mergangsan-2023", lang).keys(keys);
            for (columns, rows) in [(80, 24), (120, 40), (120, 40)] {
                let area = Rect::new(0, 0, columns, rows);
                let words = leading.show.words();
                let drawn = |cache: &mut view::Cache| {
                    let mut buffers = [Buffer::empty(area), Buffer::empty(area)];
                    let [hall, podium] = &mut buffers;
                    view::audience::draw(leading.show.slide(), cache, words, look, area, hall);
                    view::podium::draw(leading.show.prompt(), cache, words, look, area, podium);
                    buffers
                };
                let kept = drawn(&mut cache);
                assert_eq!(
                    kept,
                    drawn(&mut view::Cache::default()),
                    "{keys} {columns}×{rows}"
                );
            }
        }
    }
}

#[test]
fn words_begin_at_one_place_and_are_of_one_size_through_a_text() {
    for size in [Size::Compact, Size::Usual, Size::Roomy] {
        let look = Look { size, ..PICTURED };
        for script in library::script_names() {
            let mut firsts = BTreeMap::new();
            walk(lead_as(script, look), |leading| {
                for (columns, rows) in SIZES {
                    let placed = leading.hall(columns, rows);
                    let Some(phrase) = read_out(leading, &placed) else {
                        continue;
                    };
                    if phrase.rows == 1 && (columns, rows) == (80, 24) {
                        continue;
                    }
                    let step = leading.show.slide().step.as_ref().map(|step| step.number);
                    let here = (phrase.area.x, phrase.area.y, phrase.rows);
                    let first = *firsts.entry((columns, rows, step)).or_insert(here);
                    assert_eq!(here, first, "{script} at {columns}×{rows}: {phrase:?}");
                }
            });
        }
    }
}

#[test]
fn the_usual_size_leaves_air_and_the_others_are_larger_and_about_half_as_large() {
    let of_size = |size, columns, rows| {
        let leading =
            lead_as("mergangsan-2023", Look { size, ..PICTURED }).keys("<enter>4.2<enter><space*2>");
        let placed = leading.hall(columns, rows);
        read_out(&leading, &placed).expect("a phrase").clone()
    };
    for (columns, rows) in [(120, 40), (160, 45), (200, 60)] {
        let [compact, usual, roomy] =
            [Size::Compact, Size::Usual, Size::Roomy].map(|size| of_size(size, columns, rows));
        // Coarse letters are worth more as large as they may be.
        assert!(
            usual.area.bottom() <= rows * 2 / 3 || usual.rows <= 6,
            "{usual:?}"
        );
        assert!(usual.rows <= roomy.rows && compact.rows < usual.rows);
        assert!(
            (roomy.rows / 2).max(4).abs_diff(compact.rows) <= 1,
            "{compact:?} {roomy:?}"
        );
    }
    assert!(of_size(Size::Usual, 200, 60).rows > 6);
}

#[test]
fn the_size_is_changed_on_the_audiences_screen_itself() {
    let leading = lead_from("mergangsan-2023", "ikrar.2", Lang::Id).keys("<tab>");
    let rows = |leading: &Leading| {
        let placed = leading.hall(120, 40);
        read_out(leading, &placed).expect("a phrase").rows
    };
    let usual = rows(&leading);
    let compact = leading.keys("-");
    assert!(rows(&compact) < usual);
    assert_eq!(compact.show.notice(), None, "it is seen, and so not told");
    assert_eq!(rows(&compact.keys("+")), usual);
}

#[test]
fn titles_and_names_stand_in_large_type_too() {
    everywhere(|script, leading| {
        let slide = leading.show.slide();
        let first = match &slide.shown {
            Shown::TitleCard => &slide.ceremony.title,
            Shown::Title { title, words, .. } if words.is_empty() => title,
            Shown::Signatory { name: Some(name), .. } => name,
            _ => return,
        };
        let placed = leading.hall(120, 40);
        let is_it =
            |one: &&Placed| leading::words(&said(std::slice::from_ref(*one))) == leading::words(first);
        let title = placed.iter().find(is_it).expect("the title is there");
        assert!(title.rows >= 4, "{script}: {title:?}");
        assert_eq!(title.alignment, Alignment::Center);
    });
}

#[test]
fn a_dark_screen_is_dark_whatever_the_theme_and_nothing_is_on_it() {
    for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
        for (colours, black) in [
            (Colours::None, Color::Reset),
            (Colours::Sixteen, Color::Black),
            (Colours::Many, Color::Indexed(16)),
            (Colours::All, Color::Indexed(16)),
        ] {
            let look = Look {
                theme,
                colours,
                ..PICTURED
            };
            for keys in ["b", "<enter>4.2<enter>b"] {
                let leading = lead_as("mergangsan-2023", look).keys(keys);
                for screen in [
                    leading.clone().keys("<tab>").screen(80, 24),
                    leading.podium_screen(80, 24),
                ] {
                    let is_dark = |cell: &Cell| cell.symbol() == " " && cell.bg == black;
                    assert!(screen.content.iter().all(is_dark), "{theme:?} {colours:?}");
                }
            }
        }
    }
}

#[test]
fn a_slide_is_drawn_at_every_size() {
    let script = "mergangsan-2023";
    let slides = [
        "",
        "<enter>",
        "<enter>4<enter>",
        "<enter>4.2<enter><space*2>",
        "<enter>4.2<enter>b",
        "<enter>7<enter>",
    ];
    for keys in slides {
        let leading = lead(script, Lang::Id).keys(keys).keys("<tab>");
        let small = (1..=44).flat_map(|columns| (1..=14).map(move |rows| (columns, rows)));
        let others = (1..=200)
            .step_by(13)
            .flat_map(|columns| (1..=60).step_by(7).map(move |rows| (columns, rows)));
        for (columns, rows) in small.chain(others).chain([(200, 60), (200, 1), (1, 60)]) {
            leading.screen(columns, rows);
            leading.podium_screen(columns, rows);
        }
    }
}
