//! What the reader at the podium sees: whose turn it is, the present words whole, the next ones, and nothing else.

#![expect(clippy::expect_used, reason = "what a test needs must be there")]

#[path = "support/leading.rs"]
mod leading;

use std::collections::BTreeMap;

use ikrar::lang::Lang;
use ikrar::script::library;
use ikrar::show::{Look, Stage, ThemeName};
use ikrar::slide::{Prompt, Voice};
use ikrar::view::Placed;

use leading::{BROKEN, Leading, PICTURED, SIZES, lead, lead_as, lead_from, said, shows, text, walk};

/// Calls for every place of every ceremony that ships, as its own reader and as nobody who reads anything.
fn everywhere(mut at_each: impl FnMut(&str, &Leading)) {
    for script in library::script_names() {
        walk(lead(script, Lang::Id), |leading| at_each(script, leading));
    }
}

/// The words of now.
fn now(prompt: &Prompt) -> &str {
    let title = prompt.step.as_ref().map_or("", |step| &step.title);
    if prompt.present.is_empty() {
        title
    } else {
        &prompt.present
    }
}

/// The words of now where they stand.
fn present<'a>(leading: &Leading, placed: &'a [Placed]) -> &'a Placed {
    let wanted = leading::words(now(leading.show.prompt()));
    let has = |one: &&Placed| leading::words(&said(std::slice::from_ref(*one))) == wanted;
    placed.iter().find(has).expect("the words are there")
}

/// Whether a text has room on a screen by itself, with what is lost at the ends of its lines.
fn may_fit(text: &str, columns: u16, rows: u16) -> bool {
    text.len() * 3 <= usize::from(columns) * usize::from(rows) * 2
}

#[test]
fn every_prompt_of_every_ceremony_shows_its_words_whole_and_the_beginning_of_the_next() {
    everywhere(|script, leading| {
        let prompt = leading.show.prompt();
        if leading.show.stage() != Stage::Running {
            let card = said(&leading.podium(80, 24));
            assert!(shows(&card, &prompt.ceremony.title), "{card}");
            return;
        }
        for (columns, rows) in SIZES.into_iter().chain([(40, 12), (60, 16), (30, 12), (160, 45)]) {
            if !may_fit(now(prompt), columns, rows) {
                continue;
            }
            let said = said(&leading.podium(columns, rows));
            assert!(
                shows(&said, now(prompt)),
                "{script} at {columns}×{rows}: {prompt:?}\n{said}"
            );
            let next = prompt.next.as_ref().or(prompt.next_step.as_ref());
            let first = next.map(|next| leading::words(next)[..1].join(" "));
            let has_next = first.is_none_or(|first| shows(&said, &first));
            assert!(
                has_next || rows < 16 || columns < 40,
                "{script}: {prompt:?}\n{said}"
            );
        }
    });
}

#[test]
fn whose_turn_it_is_is_told_as_to_the_leader() {
    let label = |keys: &str| said(&lead("mergangsan-2023", Lang::Id).keys(keys).podium(80, 24));
    let echo = label("<enter>4.2<enter><space*2>");
    assert!(
        echo.contains("▶ MANTRI MEMBACA") && echo.contains("◀ lalu ditirukan"),
        "{echo}"
    );
    let two = label("<enter>4.2<enter>e<space*2>");
    assert!(
        two.contains("▶ MANTRI MEMBACA") && !two.contains("ditirukan"),
        "{two}"
    );
    let repeated = label("<enter>4.2<enter>e<space*3>");
    assert!(
        repeated.contains("◀ [ PESERTA MENIRUKAN ]") && !repeated.contains('▶'),
        "{repeated}"
    );
    let song = label("<enter>3<enter>");
    assert!(song.contains("○ Peserta"), "{song}");
    let together = lead("seruyan-2024", Lang::Id).keys("<enter>5.2<enter>");
    assert_eq!(together.show.prompt().voice, Voice::Together);
    assert!(said(&together.podium(80, 24)).contains("◆ BERSAMA-SAMA"));
}

#[test]
fn the_label_is_the_leaders_wherever_it_is_the_leaders_turn() {
    everywhere(|script, leading| {
        if leading.show.stage() != Stage::Running {
            return;
        }
        let podium = said(&leading.podium(80, 24));
        let label = podium
            .lines()
            .find(|line| line.trim_start().starts_with(['▶', '◀', '◆', '○']))
            .expect("a label");
        let there = leading.text(80, 24);
        assert!(there.contains(label.trim()), "{script}: {label}\n{there}");
    });
}

#[test]
fn what_comes_next_is_told_apart_from_the_next_step() {
    let at = |keys: &str| said(&lead("mergangsan-2023", Lang::Id).keys(keys).podium(80, 24));
    let within = at("<enter>4.2<enter><space*2>");
    assert!(within.contains("Berikutnya  kepada Pegawai ASN"), "{within}");
    let last = at("<enter>3<enter>");
    assert!(last.contains("Acara berikutnya  Pembacaan ikrar"), "{last}");
}

#[test]
fn words_begin_at_one_place_and_are_of_one_size_through_a_text() {
    for script in library::script_names() {
        let mut places = BTreeMap::new();
        walk(lead(script, Lang::Id), |leading| {
            let prompt = leading.show.prompt();
            let in_text = prompt.voice == Voice::ReadThenRepeated && prompt.count.is_some();
            if leading.show.stage() != Stage::Running || !in_text {
                return;
            }
            for (columns, rows) in [(120, 40), (200, 60)] {
                let placed = leading.podium(columns, rows);
                let phrase = present(leading, &placed);
                let step = prompt.step.as_ref().map(|step| step.number);
                let place = (phrase.area.x, phrase.area.y, phrase.rows);
                let first = *places.entry((columns, rows, step)).or_insert(place);
                assert_eq!(place, first, "{script} at {columns}×{rows}: {phrase:?}");
                assert!(phrase.rows >= 4, "{script} at {columns}×{rows}: {phrase:?}");
            }
        });
    }
}

#[test]
fn the_reader_sees_nothing_of_notes_times_problems_digits_and_questions() {
    for keys in ["q", "2", "g", "m", "c", "<wait 900>", "?"] {
        let calm = lead_from("mergangsan-2023", "ikrar.3", Lang::Id);
        let told = calm.clone().keys(keys).save(BROKEN);
        assert!(told.show.is_refused());
        for (columns, rows) in SIZES {
            assert_eq!(
                calm.podium_screen(columns, rows),
                told.podium_screen(columns, rows),
                "{keys}"
            );
        }
    }
    everywhere(|script, leading| {
        let said = said(&leading.podium(120, 40));
        let notes = leading.show.step().and_then(|step| step.notes.clone());
        assert!(
            notes.is_none_or(|notes| !shows(&said, &notes)),
            "{script}: {said}"
        );
    });
}

#[test]
fn what_is_plain_is_drawn_where_it_was_laid_out() {
    for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
        let look = Look { theme, ..PICTURED };
        walk(lead_as("pekalongan-2023", look), |leading| {
            for (columns, rows) in [(80, 24), (120, 40)] {
                let screen = text(&leading.podium_screen(columns, rows));
                for one in leading.podium(columns, rows).iter().filter(|one| one.rows == 1) {
                    for line in &one.lines {
                        assert!(screen.contains(line.trim()), "{line}\n{screen}");
                    }
                }
            }
        });
    }
}
