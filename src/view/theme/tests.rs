//! What every theme must hold: each text stands out from its ground, the phrase more than anything else, and without
//! colours nothing is told by one. Contrast is measured as WCAG 2.2 does, by relative luminance.

use ratatui::style::{Color, Modifier};

use super::*;

const THEMES: [ThemeName; 3] = [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast];

fn theme(theme: ThemeName, colours: Colours) -> &'static Theme {
    of(Look {
        theme,
        colours,
        ..Look::default()
    })
}

/// All styles but the ground, by name.
fn styles(theme: &Theme) -> Vec<(&'static str, Style)> {
    // Taken apart, so that a new style cannot be forgotten here.
    let Theme {
        ground: _,
        phrase,
        phrase_repeated,
        phrase_together,
        phrase_of_others,
        hall,
        label_lead,
        label_echo,
        label_together,
        label_others,
        label_screens,
        plain,
        strong,
        dim,
        rule,
        warning,
        notice,
        question,
        chosen,
        key,
        progress,
        progress_planned,
    } = theme;
    vec![
        ("phrase", *phrase),
        ("phrase_repeated", *phrase_repeated),
        ("phrase_together", *phrase_together),
        ("phrase_of_others", *phrase_of_others),
        ("hall", *hall),
        ("label_lead", *label_lead),
        ("label_echo", *label_echo),
        ("label_together", *label_together),
        ("label_others", *label_others),
        ("label_screens", *label_screens),
        ("plain", *plain),
        ("strong", *strong),
        ("dim", *dim),
        ("rule", *rule),
        ("warning", *warning),
        ("notice", *notice),
        ("question", *question),
        ("chosen", *chosen),
        ("key", *key),
        ("progress", *progress),
        ("progress_planned", *progress_planned),
    ]
}

/// Red, green and blue of a colour of the fixed part of the palette: a cube of six levels, then 24 greys.
fn rgb(colour: Color) -> [u8; 3] {
    let Color::Indexed(index @ 16..) = colour else {
        panic!("{colour} is not of the fixed part of the palette");
    };
    if index >= 232 {
        return [8 + 10 * (index - 232); 3];
    }
    let level = |part: u8| [0, 95, 135, 175, 215, 255][usize::from(part % 6)];
    let index = index - 16;
    [level(index / 36), level(index / 6), level(index)]
}

/// The relative luminance of a colour, from 0 for black to 1 for white.
fn luminance(colour: Color) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = rgb(colour).map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two colours, from 1 to 21.
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The contrast of the text of a style with what is behind it.
fn contrast_of(theme: &Theme, style: Style) -> f64 {
    let whole = theme.ground.patch(style);
    assert!(
        !whole.add_modifier.intersects(Modifier::DIM | Modifier::REVERSED),
        "a known colour is made another one"
    );
    contrast(
        whole.fg.expect("a colour of its own"),
        whole.bg.expect("a ground of its own"),
    )
}

#[test]
fn contrast_is_measured_as_it_is_published() {
    let black_on_white = contrast(Color::Indexed(16), Color::Indexed(231));
    assert!((black_on_white - 21.0).abs() < 1e-9, "{black_on_white}");
    // #767676 on white is the well-known limit of 4.5; its neighbours in the greys lie on both sides of it.
    assert!(contrast(Color::Indexed(243), Color::Indexed(231)) > 4.5);
    assert!(contrast(Color::Indexed(244), Color::Indexed(231)) < 4.5);
    assert_eq!(rgb(Color::Indexed(208)), [255, 135, 0]);
    assert_eq!(rgb(Color::Indexed(255)), [238, 238, 238]);
}

#[test]
fn with_high_contrast_everything_stands_out_seven_to_one() {
    let theme = theme(ThemeName::Contrast, Colours::Many);
    for (name, style) in styles(theme) {
        let contrast = contrast_of(theme, style);
        assert!(contrast >= 7.0, "{name}: {contrast:.2}");
    }
}

#[test]
fn in_dark_and_light_every_text_can_be_read_and_a_phrase_from_far_away() {
    for name in [ThemeName::Dark, ThemeName::Light] {
        let theme = theme(name, Colours::Many);
        for (meaning, style) in styles(theme) {
            let least = match meaning {
                _ if meaning.starts_with("phrase") => 7.0,
                // No text: lines must be seen, not read.
                "rule" => 3.0,
                _ => 4.5,
            };
            let contrast = contrast_of(theme, style);
            assert!(contrast >= least, "{meaning} in {name:?}: {contrast:.2}");
        }
    }
}

#[test]
fn the_phrase_is_bold_and_stands_out_more_than_what_is_around_it() {
    for name in THEMES {
        let theme = theme(name, Colours::Many);
        for (meaning, style) in styles(theme) {
            if meaning.starts_with("phrase") {
                assert!(
                    style.add_modifier.contains(Modifier::BOLD),
                    "{meaning} in {name:?}"
                );
            }
        }
        let of = |style| contrast_of(theme, style);
        let filled = theme.phrase.bg.is_some();
        assert!(filled || of(theme.phrase) > of(theme.plain), "{name:?}");
        assert!(
            of(theme.dim) < of(theme.plain),
            "what is over steps back in {name:?}"
        );
    }
}

#[test]
fn every_theme_with_colours_has_a_ground_of_its_own() {
    for name in THEMES {
        for colours in [Colours::Sixteen, Colours::Many] {
            let ground = theme(name, colours).ground;
            assert!(
                ground.fg.is_some() && ground.bg.is_some(),
                "{name:?} of {colours:?}"
            );
            assert_ne!(ground.fg, ground.bg);
        }
    }
}

#[test]
fn sixteen_colours_are_named_and_no_text_is_of_the_colour_of_its_ground() {
    for name in THEMES {
        let theme = theme(name, Colours::Sixteen);
        for (meaning, style) in styles(theme) {
            let whole = theme.ground.patch(style);
            assert_ne!(whole.fg, whole.bg, "{meaning} in {name:?}");
            for colour in [whole.fg, whole.bg].into_iter().flatten() {
                assert!(
                    !matches!(colour, Color::Indexed(_) | Color::Rgb(..) | Color::Reset),
                    "{meaning} in {name:?} is {colour}"
                );
            }
            // Bold makes black a grey on many terminals, which cannot be read on a colour.
            let on_colour = whole.fg == Some(Color::Black) && style.bg.is_some();
            assert!(
                !(on_colour && whole.add_modifier.contains(Modifier::BOLD)),
                "{meaning} in {name:?}"
            );
            assert_ne!(whole.fg, Some(Color::DarkGray), "it is black for some users");
        }
    }
}

#[test]
fn without_colours_all_themes_are_one_and_the_ground_is_the_terminals() {
    let none = theme(ThemeName::Dark, Colours::None);
    for name in THEMES {
        assert!(std::ptr::eq(none, theme(name, Colours::None)), "{name:?}");
    }
    assert_eq!(none.ground, Style::new());
    for (meaning, style) in styles(none) {
        assert_eq!((style.fg, style.bg), (None, None), "{meaning}");
    }
}

#[test]
fn a_label_a_question_and_the_chosen_row_are_filled_in_every_theme() {
    for name in THEMES {
        for colours in [Colours::None, Colours::Sixteen, Colours::Many] {
            let theme = theme(name, colours);
            for (meaning, style) in [
                ("label_lead", theme.label_lead),
                ("label_screens", theme.label_screens),
                ("question", theme.question),
                ("chosen", theme.chosen),
            ] {
                let filled = style.bg.is_some_and(|bg| Some(bg) != theme.ground.bg);
                let turned = style.add_modifier.contains(Modifier::REVERSED);
                assert!(filled != turned, "{meaning} in {name:?} of {colours:?}");
            }
            assert!(
                theme.chosen.fg.is_some() || colours == Colours::None,
                "the styles of the row's words are put away"
            );
        }
    }
}

#[test]
fn the_ground_is_painted_over_the_whole_area_and_nothing_else() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 2));
    paint_ground(Look::default(), Rect::new(1, 0, 2, 2), &mut buffer);
    let painted = of(Look::default()).ground.bg.expect("a ground");
    for row in 0..2 {
        let grounds: Vec<Color> = (0..4).map(|column| buffer[(column, row)].bg).collect();
        assert_eq!(grounds, [Color::Reset, painted, painted, Color::Reset]);
    }
}

/// The colours of a theme on the page of a browser, by name; those that end in `-ground` are filled.
fn page_colours(theme: ThemeName) -> Vec<(&'static str, &'static str)> {
    let style = include_str!("../../edge/serve/page/style.css");
    let opens = format!(":root[data-theme=\"{}\"] {{", theme.spelling());
    let (_, after) = style.split_once(&opens).expect("the theme");
    let (block, _) = after.split_once('}').expect("its end");
    let set = block.split(';').filter_map(|one| one.trim().split_once(": "));
    set.map(|(name, colour)| (name.trim_start_matches("--"), colour))
        .collect()
}

fn hex(colour: Color) -> String {
    let [red, green, blue] = rgb(colour);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[test]
fn the_page_of_a_browser_has_the_same_colours_and_all_its_text_stands_out_seven_to_one() {
    for name in THEMES {
        let theme = theme(name, Colours::Many);
        let mut expected = vec![("ground".to_owned(), hex(theme.ground.bg.expect("a ground")))];
        for (meaning, style) in styles(theme) {
            // What the leader has made of the screens is told to the leader alone.
            let is_shown =
                meaning.starts_with("phrase") || (meaning.starts_with("label") && meaning != "label_screens");
            if !is_shown && !["plain", "strong"].contains(&meaning) {
                continue;
            }
            let whole = theme.ground.patch(style);
            let meaning = meaning.replace('_', "-");
            if let Some(ground) = style.bg {
                expected.push((format!("{meaning}-ground"), hex(ground)));
            }
            let contrast = contrast_of(theme, style);
            assert!(contrast >= 7.0, "{meaning} in {name:?}: {contrast:.2}");
            expected.push((meaning, hex(whole.fg.expect("a colour"))));
        }
        let page = page_colours(name).into_iter();
        let mut page: Vec<_> = page
            .map(|(name, colour)| (name.to_owned(), colour.to_owned()))
            .collect();
        page.sort();
        expected.sort();
        assert_eq!(page, expected, "{name:?}");
    }
}

#[test]
fn the_page_of_a_browser_draws_in_no_other_colour() {
    let style = include_str!("../../edge/serve/page/style.css");
    let (_, rules) = style.split_once("\n* {").expect("the rules after the themes");
    let named = rules.match_indices('#').map(|(at, _)| &rules[at..]);
    let colours =
        named.filter(|text| text.len() > 6 && text[1..7].bytes().all(|digit| digit.is_ascii_hexdigit()));
    let colours: Vec<&str> = colours.map(|text| &text[..7]).collect();
    // A dark screen and the mark on it, whatever the theme.
    assert_eq!(
        colours,
        [Color::Indexed(16), Color::Indexed(250)].map(hex),
        "as `paint_dark`"
    );
}
