//! The words to be read now: at every size they are there, whole, where the eye looks for them, and nothing around them
//! moves from phrase to phrase.

#![expect(clippy::expect_used, reason = "what a test needs must be there")]

#[path = "support/leading.rs"]
mod leading;

use ikrar::lang::Lang;
use ikrar::programme::{Cue, Stride, Turn};
use ikrar::script::library;
use ikrar::show::Stage;
use ratatui::buffer::Buffer;

use leading::{SIZES, lead, lead_from, present, shows, text, walk, words};

#[test]
fn on_a_small_terminal_the_phrase_stands_alone_and_whole() {
    walk(lead("mergangsan-2023", Lang::Id).keys("<enter>"), |leading| {
        if leading.show.stage() != Stage::Running {
            return;
        }
        let wanted = present(leading);
        for (columns, rows) in [(39, 24), (80, 11), (39, 11), (30, 8)] {
            let screen = leading.text(columns, rows);
            assert_eq!(words(&screen), words(&wanted), "at {columns}×{rows}");
        }
    });
}

#[test]
fn on_a_small_terminal_a_question_goes_before_the_phrase() {
    let leading = lead_from("mergangsan-2023", "ikrar.2", Lang::Id).keys("<space>q");
    let screen = leading.text(39, 11);
    assert!(shows(&screen, "Akhiri program?"), "{screen}");
    assert!(shows(&screen, "Enter ya · Esc tidak"), "{screen}");
}

#[test]
fn every_cue_of_every_ceremony_is_whole_on_its_screen_at_every_size_of_type() {
    for (script, size) in library::script_names()
        .into_iter()
        .flat_map(|script| [(script, ""), (script, "+"), (script, "-")])
    {
        walk(lead(script, Lang::Id).keys("<enter>").keys(size), |leading| {
            if leading.show.stage() != Stage::Running {
                return;
            }
            let wanted = present(leading);
            for (columns, rows) in SIZES.into_iter().chain([(100, 24), (110, 30), (160, 24)]) {
                // Large type has no words in its cells; that it is whole the view's own tests hold.
                if size != "-" && is_large(&leading.screen(columns, rows)) {
                    continue;
                }
                // The list of the steps would come between the lines of the verse that it stands beside.
                let screen: String = leading
                    .text(columns, rows)
                    .lines()
                    .map(|line| line.split_once('│').map_or(line, |(_, verse)| verse).to_owned() + "\n")
                    .collect();
                assert!(
                    shows(&screen, &wanted),
                    "{script} at {columns}×{rows}: {wanted}\n{screen}"
                );
            }
        });
    }
}

#[test]
fn a_text_of_somebody_else_is_whole_also_phrase_by_phrase() {
    for script in library::script_names() {
        walk(lead(script, Lang::Id).keys("<enter>"), |leading| {
            let mut leading = leading.clone();
            leading.press("v");
            if leading.show.stage() == Stage::Running {
                let screen = leading.text(80, 24);
                assert!(shows(&screen, &present(&leading)), "{script}\n{screen}");
            }
        });
    }
}

/// Whether what is present stands in large type: so many rows that the bar marks, and no letter in any of them.
fn is_large(buffer: &Buffer) -> bool {
    let area = buffer.area;
    let bar = |row: u16| (0..area.width).find(|column| buffer[(*column, row)].symbol() == "▌");
    let marked = (0..area.height).filter_map(|row| Some((row, bar(row)?)));
    let marked: Vec<(u16, u16)> = marked.collect();
    let has_letter = |(row, bar): &(u16, u16)| {
        let mut beside = (*bar..area.width).map(|column| buffer[(column, *row)].symbol());
        beside.any(|symbol| symbol.chars().all(char::is_alphabetic))
    };
    marked.len() >= 4 && !marked.iter().any(has_letter)
}

#[test]
fn large_type_stands_where_its_surroundings_have_room_or_where_it_is_asked_for() {
    let is_large_at = |keys: &str, (columns, rows)| {
        let leading = lead_from("mergangsan-2023", "ikrar.2", Lang::Id)
            .keys("<space*3>")
            .keys(keys);
        is_large(&leading.screen(columns, rows))
    };
    for size in [(120, 40), (200, 60)] {
        assert!(is_large_at("", size), "usual at {size:?}");
        assert!(is_large_at("+", size), "roomy at {size:?}");
        assert!(!is_large_at("-", size), "compact at {size:?}");
    }
    assert!(!is_large_at("", (80, 24)), "what comes would have no room");
}

#[test]
fn around_large_type_stands_what_was_read_and_what_comes() {
    let leading = lead_from("mergangsan-2023", "ikrar.2", Lang::Id).keys("<space*2>");
    for (columns, rows) in [(120, 40), (200, 60)] {
        let text = leading.text(columns, rows);
        assert!(!shows(&text, &present(&leading)), "it is large\n{text}");
        assert!(shows(&text, "Menghindari konflik kepentingan"), "{text}");
        assert!(
            shows(&text, "kepada Pegawai ASN dan seluruh elemen masyarakat"),
            "{text}"
        );
        assert!(
            text.contains("serta tidak memihak kepada pasangan calon"),
            "{text}"
        );
    }
}

/// The first row whose verse is marked as present.
fn present_row(buffer: &Buffer) -> Option<u16> {
    let columns = 0..buffer.area.width;
    (0..buffer.area.height).find(|row| {
        columns
            .clone()
            .any(|column| buffer[(column, *row)].symbol() == "▌")
    })
}

#[test]
fn the_present_phrase_begins_at_the_same_row_for_every_phrase_of_a_cue_at_every_size() {
    // Usual, roomy, compact.
    let sizes = ["", "+", "-"].into_iter();
    for (script, size) in library::script_names()
        .into_iter()
        .flat_map(|script| sizes.clone().map(move |size| (script, size)))
    {
        for (columns, rows) in SIZES {
            let mut last: Option<(Cue, u16)> = None;
            walk(lead(script, Lang::Id).keys("<enter>").keys(size), |leading| {
                let Some(cue) = leading.show.cue().filter(|cue| cue.id.part.is_text()) else {
                    return;
                };
                let Some(row) = present_row(&leading.screen(columns, rows)) else {
                    return;
                };
                if let Some((before, row_before)) = last.as_ref().filter(|(before, _)| before.id == cue.id) {
                    assert_eq!(*row_before, row, "{script} at {columns}×{rows}: {}", before.text);
                }
                last = Some((cue.clone(), row));
            });
        }
    }
}

#[test]
fn a_change_of_phrase_changes_nothing_outside_the_verse_but_its_count() {
    for script in library::script_names() {
        for (columns, rows) in [(40, 12), (60, 16), (80, 24), (100, 24), (120, 40), (200, 60)] {
            let mut last: Option<(Cue, Turn, Buffer)> = None;
            walk(lead(script, Lang::Id).keys("<enter>"), |leading| {
                let Some((step, cue)) = leading.show.step().zip(leading.show.cue()) else {
                    return;
                };
                if !cue.id.part.is_text() || leading.show.stride(step, cue) == Stride::Cue {
                    return;
                }
                let screen = leading.screen(columns, rows);
                let turn = leading.show.turn();
                let same = last.as_ref().filter(|(before, ..)| before.id == cue.id);
                if let Some((_, turn_before, before)) = same {
                    unchanged_outside_the_verse(before, &screen, *turn_before == turn, script);
                }
                last = Some((cue.clone(), turn, screen));
            });
        }
    }
}

/// The verse stands between the row of the label and the rule of the panel. A change of turn changes the label as well.
fn unchanged_outside_the_verse(before: &Buffer, after: &Buffer, same_turn: bool, script: &str) {
    let area = after.area;
    let tall = area.height >= 20;
    let label = if tall { 4 } else { 2 };
    let upright = |column: &u16| after[(*column, label)].symbol() == "│";
    // The list of the steps, where there is one.
    let margin = area.width.saturating_sub(160) / 2;
    let left = (0..area.width).find(upright).map_or(margin, |column| column + 1);
    let rule = (label + 1..area.height)
        .find(|row| (left + 3..left + 20).all(|column| after[(column, *row)].symbol() == "─"))
        .expect("a rule above the panel");
    // Time goes on while phrases are read: the mark of the plan may have moved along the bar.
    let moved = |column, row| {
        let symbols = [before, after].map(|buffer| buffer[(column, row)].symbol());
        tall && row == 1 && symbols.contains(&"╎")
    };
    for row in (0..area.height).filter(|row| *row < label || *row >= rule) {
        for column in 0..area.width {
            assert!(
                before[(column, row)] == after[(column, row)] || moved(column, row),
                "{script} at {area}, cell {column},{row}\n{}\n{}",
                text(before),
                text(after)
            );
        }
    }
    for row in label..rule {
        for column in 0..left {
            // The list beside may note that a part is read now; it never moves.
            assert_eq!(
                before[(column, row)].symbol(),
                after[(column, row)].symbol(),
                "{script}"
            );
        }
    }
    // Which phrase it is stands before the part, which stands at the edge.
    let row = |buffer: &Buffer| -> String {
        (left..area.width)
            .map(|column| buffer[(column, label)].symbol())
            .collect()
    };
    let of_label = |buffer: &Buffer| -> (String, String) {
        let row = row(buffer);
        let (whose, part) = row.trim_end().rsplit_once("  ").unwrap_or_default();
        let whose = whose.split("penggalan").next().unwrap_or_default();
        let part = part.rsplit(" · ").next().unwrap_or_default();
        (whose.trim_end().to_owned(), part.to_owned())
    };
    if same_turn {
        assert_eq!(of_label(before), of_label(after), "{script} at {area}");
    }
}
