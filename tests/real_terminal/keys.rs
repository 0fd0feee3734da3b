//! Nervous hands: held keys, a flood of keys, questions, and a terminal that changes its size all the time.

use ikrar::lang::Lang;
use ikrar::show::form::Field;

use crate::program::{CTRL_C, ENTER, Folders, SPACE, TAB, USUAL, words};
use crate::terminal::{Played, Seen};

/// Presses a key that asks whether to end, and holds that no is no.
fn asked_and_kept(played: &mut Played, key: &str, present: &str) {
    played.press(key);
    played.until_told(words().ask_quit);
    // Only Enter and Esc answer.
    played.press("n");
    played.press(SPACE);
    played.press_esc();
    played.until("the question is gone", |seen| {
        !seen.told().contains(words().ask_quit)
    });
    played.until_present(present);
}

#[test]
fn quitting_is_asked_while_a_ceremony_runs() {
    let folders = Folders::with_script();
    for key in ["q", CTRL_C] {
        let mut played = folders.play("run apel.toml --at ikrar --guard 0");
        played.until_present("Satu.");
        asked_and_kept(&mut played, key, "Satu.");
        played.press("c");
        played.until_shown(words().paused);
        asked_and_kept(&mut played, key, "Satu.");
        played.press(key);
        played.until_told(words().ask_quit);
        played.press(ENTER);
        assert_eq!(played.status(), 0);
        played.is_given_back();
    }
}

#[test]
fn ctrl_c_on_the_ready_screen_ends_without_a_question() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --guard 0");
    played.until_ready();
    played.press(CTRL_C);
    assert_eq!(played.status(), 0);
    played.is_given_back();
}

#[test]
fn on_the_audience_view_quitting_first_returns_to_the_leader() {
    let folders = Folders::with_script();
    for key in ["q", CTRL_C] {
        let mut played = folders.play("run apel.toml --at ikrar --guard 0");
        played.until_present("Satu.");
        played.press(TAB);
        played.until_shown(words().read_then_repeated);
        played.press(key);
        played.until_present("Satu.");
        assert!(!played.look(|seen| seen.told().contains(words().ask_quit)));
        played.quit_from_running();
    }
}

#[test]
fn esc_never_quits() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    for overlay in ["g", "?", "m"] {
        played.press(overlay);
        played.until_not_shown("▌");
        played.press_esc();
        played.until_present("Satu.");
    }
    played.quit_from_running();
}

/// What follows the beginning of the text, with one key each.
const FOLLOWING: [&str; 3] = ["Satu.", "Menjaga netralitas.", "Dua."];

#[test]
fn a_held_key_moves_twice_at_most() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar");
    played.until_present(FOLLOWING[0]);
    played.press(SPACE.repeat(30));
    // Keys are taken in order: when the help opens, all before it have been.
    played.press("?");
    played.until_shown(words().help_title);
    played.press("?");
    played.until_not_shown(words().help_title);
    let present = played.look(Seen::present);
    let moved = FOLLOWING.iter().position(|one| *one == present);
    assert!(matches!(moved, Some(1 | 2)), "{present}");
}

#[test]
fn a_flood_of_keys_is_taken_to_its_last_without_another_key() {
    let folders = Folders::empty();
    let mut played = folders.play("run purworejo-2024 --guard 0");
    played.until_ready();
    played.press(ENTER);
    played.until_shown("1/13  ");
    played.press("n".repeat(2_000));
    played.until_shown(words().closing_title);
    played.press("p".repeat(2_000));
    played.until_shown("1/13  ");
    played.quit_from_running();
}

#[test]
fn a_paste_moves_nothing() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    played.press("\x1b[200~   nnn\rq\r\x1b[201~");
    played.press(SPACE);
    played.until_present("Menjaga netralitas.");
    played.quit_from_running();
}

#[test]
fn a_paste_is_typed_into_a_form_and_into_the_filter_and_its_line_ends_are_no_enter() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar --guard 0");
    played.until_present("Satu.");
    played.press("gs");
    let asked = (Lang::Id.words().changes.field)(Field::Reason);
    played.until_shown(asked);
    played.press("\x1b[200~hujan \x1b[31m\r\nlebat\r\x1b[201~");
    played.until_shown("hujan [31m lebat");
    played.press_esc();
    played.until_not_shown("hujan [31m lebat");
    played.press("/");
    played.until_shown(words().filter);
    played.press("\x1b[200~LAPOR\r\n\x1b[201~");
    played.until_shown(&format!("{} LAPOR", words().filter));
    played.press_esc();
    played.until_not_shown(words().filter);
    played.press_esc();
    played.until_present("Satu.");
    played.quit_from_running();
}

/// Sizes without a pattern, always the same ones: a test that fails must fail again.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let columns = u16::try_from(state % 250).unwrap() + 1;
        let rows = u16::try_from((state >> 32) % 70).unwrap() + 1;
        (columns, rows)
    })
}

#[test]
fn a_storm_of_sizes_leaves_the_screen_complete() {
    let folders = Folders::empty();
    for (arguments, is_there) in [
        ("run mergangsan-2023 --at ikrar.2", "Dua."),
        ("run mergangsan-2023", words().ready),
    ] {
        let mut played = folders.play(arguments);
        played.until_shown(is_there);
        // The first row has the clock.
        let whole = played.rows().split_off(1);
        for size in std::iter::once((1, 1))
            .chain(sizes().take(198))
            .chain([(250, 70)])
        {
            played.resize_unseen(size);
        }
        played.resize_unseen((30, 8));
        played.until("it was drawn anew", |seen| seen.rows().split_off(1) != whole);
        played.resize_unseen(USUAL);
        played.until(&format!("it is as it was: {whole:#?}"), |seen| {
            seen.rows().split_off(1) == whole
        });
        if is_there == words().ready {
            played.quit();
        } else {
            played.quit_from_running();
        }
    }
}

#[test]
fn every_small_size_shows_something_of_the_phrase() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar.2 --guard 0");
    played.until_present("Dua.");
    for size in [(39, 24), (80, 11), (20, 5), (6, 1), (4, 1)] {
        played.resize(size);
        played.until("the phrase is alone", |seen| seen.rows()[0].starts_with("Dua."));
    }
    played.resize((1, 1));
    played.until("its first letter", |seen| seen.rows() == ["D"]);
    played.resize(USUAL);
    played.until_present("Dua.");
    played.quit_from_running();
}
