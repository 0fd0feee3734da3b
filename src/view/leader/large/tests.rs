//! How large type is fitted on the leader's screen: one size and one row for a step, whole phrases, and what stays plain.

use std::collections::HashMap;
use std::time::Duration;

use jiff::Timestamp;
use ratatui::buffer::Buffer;

use super::*;
use crate::programme::StepId;
use crate::script::library;
use crate::script::tests::sources_of;
use crate::show::{Key, KeyCode, Look, Moment, Msg, Settings, Stage, Watching, update};
use crate::view::Cache;
use crate::view::leader::beside;

/// The column of the verse: beside the list at 120×40 and 200×60, and alone at 80×24 and 120×40.
fn columns() -> [Rect; 4] {
    [
        beside(Rect::new(0, 0, 120, 33), 30),
        beside(Rect::new(0, 0, 160, 53), 56),
        Rect::new(0, 0, 80, 17),
        Rect::new(0, 0, 120, 33),
    ]
}

fn moment(second: u64) -> Moment {
    Moment {
        wall: Timestamp::UNIX_EPOCH,
        steady: Duration::from_secs(second),
    }
}

fn press(show: &mut Show, key: char, second: u64) {
    let msg = Msg::KeyPressed {
        key: Key::plain(KeyCode::Char(key)),
        repeated: false,
        at: moment(second),
    };
    update(show, msg);
}

fn led(script: &str, place: &str, size: Size) -> Show {
    let settings = Settings {
        begin_at: Some(place.to_owned()),
        look: Look {
            size,
            ..Look::default()
        },
        ..Settings::default()
    };
    let text = library::script(script).unwrap_or(script);
    Show::new(settings, &sources_of(text), Watching::Nothing, moment(0))
}

/// Looks at every place of a ceremony, with its step and cue.
fn walk(mut show: Show, mut look_at: impl FnMut(&Show, &Step, &Cue)) {
    for second in 1.. {
        if show.stage() != Stage::Running {
            return;
        }
        look_at(&show, show.step().unwrap(), show.cue().unwrap());
        press(&mut show, ' ', second);
    }
}

/// The panel that a column usually has below it.
fn panel_of(column: Rect) -> u16 {
    if column.height > 20 { 8 } else { 6 }
}

/// The rows of the verse with large type.
fn verse_of(fit: Fit, column: Rect) -> u16 {
    column.height - fit.panel - fit.label
}

/// The rows of the verse with its usual surroundings.
fn usual_verse(column: Rect) -> u16 {
    let height = column.height - panel_of(column);
    height - label_rows(height)
}

fn fit_here(show: &Show, column: Rect) -> Option<Fit> {
    fit_at(show, show.step()?, show.cue()?, column)
}

fn fit_at(show: &Show, step: &Step, cue: &Cue, column: Rect) -> Option<Fit> {
    let (fit, _) = place(
        show,
        step,
        cue,
        panel_of(column),
        &[column],
        &mut Cache::default(),
    )?;
    Some(fit)
}

#[test]
fn all_that_is_read_in_a_step_has_one_size_and_begins_at_one_row() {
    for size in [Size::Usual, Size::Roomy] {
        for column in columns() {
            for script in library::script_names() {
                let mut found: HashMap<StepId, (TypeSize, u16, u16)> = HashMap::new();
                walk(led(script, "1", size), |show, step, cue| {
                    let Some(fit) = fit_at(show, step, cue, column) else {
                        let of_text = cue.id.part.is_text();
                        assert!(
                            !of_text || !found.contains_key(&step.id),
                            "{script}: it jumps to plain"
                        );
                        return;
                    };
                    let this = (fit.size, fit.margin, fit.anchor);
                    let first = *found.entry(step.id.clone()).or_insert(this);
                    assert_eq!(this, first, "{script}: {:?}", cue.id);
                });
            }
        }
    }
}

#[test]
fn every_phrase_is_whole_wherever_large_type_has_room() {
    let (mut found, mut plain) = (0, 0);
    for size in [Size::Usual, Size::Roomy] {
        for column in columns() {
            for script in library::script_names() {
                walk(led(script, "1", size), |show, step, cue| {
                    let Some(fit) = fit_at(show, step, cue, column) else {
                        return;
                    };
                    let columns = inset(column, 1).width;
                    let Some(large) = phrase(show, step, cue, fit, Style::new(), columns) else {
                        plain += 1;
                        return;
                    };
                    found += 1;
                    let stretch = cue.stretch(show.stride(step, cue), show.place().unwrap().phrase);
                    let words: Vec<&str> = cue.phrases[stretch].iter().map(|one| one.text.as_str()).collect();
                    // A word of two with a stroke between them may be broken there.
                    assert_eq!(
                        large.lines.concat().replace(' ', ""),
                        words.concat().replace(' ', "")
                    );
                    let rows = large.lines.len() as u16 * large.size.rows;
                    let verse = verse_of(fit, column);
                    assert!(
                        fit.anchor + rows <= verse,
                        "{script}: {rows} rows from {}",
                        fit.anchor
                    );
                });
            }
        }
    }
    assert!(found > 10 * plain, "{found} are large, {plain} are not");
}

#[test]
fn at_the_usual_size_what_was_read_and_what_comes_keep_their_rows() {
    let mut fits = 0;
    for column in columns() {
        for script in library::script_names() {
            walk(led(script, "1", Size::Usual), |show, step, cue| {
                let Some(fit) = fit_at(show, step, cue, column) else {
                    return;
                };
                let verse = verse_of(fit, column);
                assert_eq!(fit.anchor, anchor(verse), "plain text begins there too");
                assert!(fit.anchor >= 2, "a phrase before it, and air");
                assert!(
                    verse >= fit.anchor + fit.tallest + BELOW,
                    "two phrases after it, and air"
                );
                fits += 1;
            });
        }
    }
    assert!(fits > 0, "large type has room somewhere");
}

#[test]
fn the_roomy_size_is_at_least_the_usual_one_and_the_compact_one_is_plain() {
    for column in columns() {
        let of = |size| fit_here(&led("mergangsan-2023", "ikrar.2", size), column);
        assert!(of(Size::Compact).is_none());
        let rows = |size| of(size).map_or(0, |fit| fit.size.rows);
        assert!(rows(Size::Roomy) >= rows(Size::Usual), "{column}");
    }
    let usual = columns()[3];
    let of = |size| fit_here(&led("mergangsan-2023", "ikrar.2", size), usual);
    assert!(of(Size::Usual).is_some(), "at 120×40");
    let small = columns()[2];
    let of = |size| fit_here(&led(SHORT, "ikrar", size), small);
    assert!(of(Size::Roomy).is_some(), "short phrases at 80×24");
    assert!(of(Size::Usual).is_none_or(|fit| fit.tallest <= 4));
}

#[test]
fn the_largest_type_takes_the_room_of_what_is_around_it() {
    let of = |size, column| fit_here(&led("mergangsan-2023", "ikrar.2", size), column);
    // At 80×24 it takes the whole panel, and the air of the label.
    let small = columns()[2];
    assert!(of(Size::Usual, small).is_none());
    let fit = of(Size::Roomy, small).unwrap();
    assert_eq!((fit.panel, fit.label, fit.is_tight), (0, 1, true));
    // At 120×40 it needs no more than some of the panel's rows, and leaves none that it could use.
    let usual = columns()[3];
    let fit = of(Size::Roomy, usual).unwrap();
    assert!(fit.size.rows > of(Size::Usual, usual).unwrap().size.rows);
    assert!(fit.panel >= panel::LEAST && fit.label == 2);
    let left = usual.height - panel::LEAST - fit.label;
    let larger = TypeSize {
        rows: fit.size.rows + 1,
    };
    assert!(
        MOST_LINES * larger.rows > left || {
            let columns = verse::columns_of_large(inset(usual, 1).width, fit.margin);
            let show = led("mergangsan-2023", "ikrar.2", Size::Roomy);
            big_text::largest(
                &show.measures(),
                (columns, left),
                larger.rows,
                MOST_LINES,
                show.look(),
            ) != Some(larger)
        }
    );
}

#[test]
fn of_the_lists_of_steps_the_one_stays_that_leaves_the_larger_type() {
    let show = led("mergangsan-2023", "ikrar.2", Size::Usual);
    let middle = Rect::new(0, 0, 200, 53);
    let lists = [60, 30, 0].map(|list| beside(middle, list));
    let chosen = |columns: &[Rect]| {
        let (step, cue) = (show.step().unwrap(), show.cue().unwrap());
        place(&show, step, cue, 8, columns, &mut Cache::default()).unwrap()
    };
    let (fit, at) = chosen(&lists);
    assert_eq!(at, 1, "beside the narrow list, and never without one");
    assert!(fit.size.rows > chosen(&lists[..1]).0.size.rows);
}

/// A pledge of short phrases.
const SHORT: &str = r#"
title = "Apel"
leader = "sekda"
[people]
sekda = { role = "Sekda" }
[[step]]
id = "ikrar"
title = "Ikrar"
kind = "ikrar"
by = "sekda"
clauses = ["Setia kepada negara / dan bangsa", "Menolak suap"]
"#;

#[test]
fn what_is_not_read_from_a_text_stays_plain() {
    for place in ["1", "3", "8"] {
        assert!(
            fit_here(&led("mergangsan-2023", place, Size::Roomy), columns()[1]).is_none(),
            "{place}"
        );
    }
}

#[test]
fn a_number_that_is_not_spoken_stands_small_in_a_margin_of_its_own() {
    let numbered = SHORT.replace("by = \"sekda\"\n", "by = \"sekda\"\nnumbers = \"shown\"\n");
    let column = columns()[1];
    let large_at = |presses: u64| {
        let mut show = led(&numbered, "ikrar.2", Size::Usual);
        (1..=presses).for_each(|second| press(&mut show, ' ', second));
        let fit = fit_here(&show, column).unwrap();
        let (step, cue) = (show.step().unwrap(), show.cue().unwrap());
        phrase(&show, step, cue, fit, Style::new(), inset(column, 1).width).unwrap()
    };
    let large = large_at(0);
    assert_eq!(
        (large.number.as_str(), large.lines.join(" ").as_str()),
        ("2. ", "Menolak suap")
    );
    assert!(usize::from(large.margin) > width("2. "), "beside the bar");
}

#[test]
fn dark_screens_are_told_large_above_the_phrase_that_comes_back() {
    for column in columns() {
        let mut show = led("mergangsan-2023", "ikrar.2", Size::Usual);
        press(&mut show, 'b', 1);
        let verse = usual_verse(column);
        let area = Rect::new(1, 0, column.width - 2, verse);
        let item = |text: &str, standing| Item {
            text: text.to_owned(),
            sign: " ",
            style: Style::new(),
            standing,
            air: Air::Usual,
        };
        let items = vec![
            item("sudah", Standing::Past),
            item("kini", Standing::Present),
            item("nanti", Standing::ToCome),
        ];
        let (items, large) = dark(&show, items, area);
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        assert_eq!(
            texts,
            ["sudah", "Spasi menampilkan layar kembali.", "kini", "nanti"]
        );
        let large = large.unwrap();
        assert_eq!(large.lines.join(" "), "LAYAR GELAP");
        assert!(large.is_above);
        assert!(
            large.lines.len() as u16 * large.size.rows + 3 <= verse,
            "the phrase stands below it"
        );
    }
}

#[test]
fn where_large_type_has_no_room_dark_screens_are_told_in_plain_words() {
    let mut show = led("mergangsan-2023", "ikrar.2", Size::Usual);
    press(&mut show, 'b', 1);
    let (items, large) = dark(&show, Vec::new(), Rect::new(0, 0, 38, 5));
    assert!(large.is_none());
    assert_eq!(items[0].text, "LAYAR GELAP");
}

#[test]
fn from_a_single_cell_to_a_wide_screen_the_present_phrase_is_marked() {
    let mut cache = Cache::default();
    for size in [Size::Compact, Size::Usual, Size::Roomy] {
        for place in ["ikrar", "ikrar.2"] {
            for dark in [false, true] {
                let mut show = led("mergangsan-2023", place, size);
                press(&mut show, ' ', 1);
                if dark {
                    press(&mut show, 'b', 2);
                }
                for width in (1..=200).step_by(7).chain([80, 99, 100, 120]) {
                    for height in (1..=60).step_by(3).chain([11, 12, 19, 20, 24, 40]) {
                        marked_at(&show, &mut cache, Rect::new(0, 0, width, height));
                    }
                }
            }
        }
    }
}

/// Draws a screen, and asks that the bar marks the present phrase wherever there is a verse.
fn marked_at(show: &Show, cache: &mut Cache, area: Rect) {
    let mut buffer = Buffer::empty(area);
    crate::view::draw(show, cache, area, &mut buffer);
    let marked = buffer.content.iter().any(|cell| cell.symbol() == "▌");
    assert_eq!(marked, area.width >= 40 && area.height >= 12, "{area}");
}

#[test]
fn what_is_kept_from_frame_to_frame_changes_no_cell() {
    let mut kept = Cache::default();
    let mut at = 0_u16;
    walk(led("mergangsan-2023", "1", Size::Usual), |show, _, _| {
        at += 1;
        // The size changes on the way, and back.
        let area = Rect::new(0, 0, 120 + at % 3 * 40, 40 + at % 2 * 10);
        let drawn = |cache: &mut Cache| {
            let mut buffer = Buffer::empty(area);
            crate::view::draw(show, cache, area, &mut buffer);
            buffer
        };
        let anew = drawn(&mut Cache::default());
        assert_eq!(drawn(&mut kept), anew, "the first time");
        assert_eq!(drawn(&mut kept), anew, "and again");
    });
}
