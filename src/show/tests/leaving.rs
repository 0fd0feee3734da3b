//! What the leader makes of the screens: dark, the title card, held as they are. And the number that tells screens of a
//! change: it rises with each and with nothing else.

use super::harness::{APEL, Performance};
use crate::show::{Effect, Key, KeyCode, Msg, Stage, Veil};
use crate::slide::{Prompt, Shown, Slide, State};

fn at(place: &str) -> Performance {
    Performance::begun_at(APEL, place)
}

/// The words of the slide.
fn words(apel: &Performance) -> String {
    match apel.slide().shown {
        Shown::Words { lines, .. } => lines.join(" "),
        shown => format!("{shown:?}"),
    }
}

/// A letter or Space, and whether the screens are to be told.
fn publishes(apel: &mut Performance, letter: char) -> bool {
    apel.wait(1_000);
    let before = apel.show.leaving().number;
    let pressed = Msg::KeyPressed {
        key: Key::plain(KeyCode::Char(letter)),
        repeated: false,
        at: apel.moment(),
    };
    let effects = apel.send(pressed);
    let told = effects
        .iter()
        .filter(|effect| **effect == Effect::Publish)
        .count();
    let risen = apel.show.leaving().number - before;
    assert_eq!(
        u64::try_from(told).unwrap(),
        risen,
        "told as often as it has risen"
    );
    risen == 1
}

#[test]
fn the_number_rises_with_each_change_and_with_nothing_else() {
    let mut apel = at("ikrar.1");
    assert_eq!(apel.show.leaving().number, 1, "the first that is published");
    for changes in [
        ' ', 'b', 'b', 'o', 'b', 'b', 'f', 'f', 'e', 'e', 'n', 'p', ' ', ' ', ' ', 'r',
    ] {
        assert!(publishes(&mut apel, changes), "{changes}");
    }
    let mut apel = at("ikrar.1");
    for nothing in [
        '?', '?', 'g', 'g', 't', '+', '-', 'c', 'c', 'x', 'u', '1', 'z', 'l', 'l', 'm', 'm',
    ] {
        assert!(!publishes(&mut apel, nothing), "{nothing}");
    }
    apel.wait(100_000);
    apel.save("title = 1");
    assert_eq!(apel.show.leaving().number, 1, "nor with time or a bad save");
}

#[test]
fn on_a_dark_screen_is_nothing_at_all() {
    let mut apel = at("ikrar.1");
    apel.press("b");
    assert_eq!(apel.show.veil(), Some(Veil::Blank));
    assert_eq!(
        (apel.slide(), apel.show.prompt()),
        (Slide::default(), &Prompt::default())
    );
    assert_eq!(apel.slide().state, State::Blank);
    apel.press("b");
    assert_eq!(words(&apel), "Satu a");
}

#[test]
fn a_clickers_point_darkens_too_and_belongs_to_a_number_that_is_typed() {
    let mut apel = at("ikrar.1");
    apel.press(".");
    assert_eq!(apel.show.veil(), Some(Veil::Blank));
    apel.press(".");
    assert_eq!(apel.show.veil(), None);
    apel.press("4 . 2 enter");
    assert_eq!(apel.show.veil(), None, "the point was part of the number");
    assert_eq!(apel.place(), "ikrar.2:1");
}

#[test]
fn the_title_card_tells_of_the_ceremony_alone() {
    let mut apel = at("ikrar.1");
    apel.press("o");
    let slide = apel.slide();
    assert_eq!((slide.state, &slide.shown), (State::TitleCard, &Shown::TitleCard));
    assert_eq!(slide.ceremony.title, "Apel");
    assert_eq!((slide.step, slide.speaker, slide.measures.len()), (None, None, 0));
    let prompt = apel.show.prompt();
    assert_eq!(
        (prompt.state, prompt.present.as_str(), &prompt.next),
        (State::TitleCard, "", &None)
    );
    apel.press("b");
    assert_eq!(apel.show.veil(), Some(Veil::Blank), "one in place of the other");
    apel.press("o o");
    assert_eq!(words(&apel), "Satu a");
}

#[test]
fn the_next_advance_only_restores_the_picture() {
    for veil in ["b", "o"] {
        for advance in ["space", "enter", "right", "pagedown"] {
            let mut apel = at("ikrar.1");
            apel.press(veil);
            apel.press(advance);
            assert_eq!(
                (apel.place().as_str(), words(&apel).as_str()),
                ("ikrar.1:1", "Satu a")
            );
            apel.press(advance);
            assert_eq!(
                (apel.place().as_str(), words(&apel).as_str()),
                ("ikrar.1:2", "satu b")
            );
        }
    }
}

#[test]
fn other_moves_go_on_in_the_dark() {
    let mut apel = at("ikrar.1");
    apel.press("b n");
    assert_eq!(apel.slide(), Slide::default());
    apel.press("p left");
    assert_eq!(apel.slide(), Slide::default());
    apel.press("space");
    assert_eq!(apel.slide().state, State::Showing);
}

#[test]
fn to_begin_in_the_dark_only_restores_the_title_card() {
    for (veil, begin) in [("b", "enter"), ("o", "enter")] {
        let mut apel = Performance::ready(APEL);
        apel.press(veil);
        apel.press(begin);
        assert_eq!(
            (apel.place().as_str(), apel.show.veil()),
            ("ready", None),
            "{veil}"
        );
        assert_eq!(apel.slide().shown, Shown::TitleCard);
        apel.press(begin);
        assert_eq!(apel.place(), "persiapan:1");
    }
}

#[test]
fn after_the_end_the_screens_can_be_darkened_too() {
    let mut apel = at("6");
    apel.press("space");
    assert_eq!(
        (apel.show.stage(), apel.slide().state),
        (Stage::Finished, State::Ended)
    );
    apel.press("b");
    assert_eq!(apel.slide(), Slide::default());
    apel.press("space");
    assert_eq!(apel.slide().state, State::Ended);
}

#[test]
fn held_screens_stay_while_the_leader_moves_until_they_are_released() {
    let mut apel = at("ikrar.1");
    apel.press("f");
    let held = (
        apel.slide(),
        apel.show.prompt().clone(),
        apel.show.leaving().number,
    );
    assert_eq!((held.0.state, held.1.state), (State::Held, State::Held));
    assert_eq!(words(&apel), "Satu a");
    apel.press("space n p end home");
    let now = (
        apel.slide(),
        apel.show.prompt().clone(),
        apel.show.leaving().number,
    );
    assert_eq!(now, held, "and nothing is told");
    apel.press("r n f");
    assert_eq!(apel.show.slide().step.as_ref().unwrap().title, "Doa");
    assert_eq!(apel.slide().state, State::Showing);
}

#[test]
fn held_screens_can_be_darkened_and_come_back_as_they_were_held() {
    let mut apel = at("ikrar.1");
    apel.press("f space b");
    assert_eq!(apel.slide(), Slide::default());
    apel.press("space");
    assert_eq!(
        (words(&apel).as_str(), apel.slide().state),
        ("Satu a", State::Held)
    );
    assert_eq!(apel.place(), "ikrar.1:2", "that advance only restored");
    apel.press("b f b");
    assert_eq!(
        (words(&apel).as_str(), apel.slide().state),
        ("satu b", State::Showing)
    );
}

#[test]
fn a_save_while_the_screens_are_held_changes_nothing_on_them() {
    let mut apel = at("ikrar.1");
    apel.press("f");
    let held = apel.slide();
    apel.save_with("Satu a", "Satu lain");
    assert_eq!(apel.slide(), held);
    // Released at the same place, the words from before the save wait for a move as they do without being held.
    apel.press("f");
    assert_eq!(words(&apel), "Satu a");
    assert!(apel.show.audience_waits());
    apel.press("space left");
    assert_eq!(words(&apel), "Satu lain");
}

#[test]
fn screens_released_after_a_move_and_a_save_show_where_the_leader_is() {
    for (from, to) in [
        ("Satu a", "Satu lain"),
        ("satu b", "satu lain"),
        ("Apel\"", "Apel Pagi\""),
    ] {
        let mut apel = at("ikrar.1");
        apel.press("f space");
        apel.save_with(from, to);
        assert!(!apel.show.audience_waits());
        assert_eq!(words(&apel), "Satu a", "held");
        apel.press("f");
        assert_eq!(words(&apel), if from == "satu b" { to } else { "satu b" });
    }
}

#[test]
fn a_save_in_the_dark_is_seen_when_the_words_may_change() {
    let mut apel = at("ikrar.1");
    apel.press("b");
    apel.save_with("Satu a", "Satu lain");
    assert_eq!(apel.slide(), Slide::default());
    apel.press("b");
    assert_eq!(
        words(&apel),
        "Satu a",
        "the words from before wait for the next move"
    );
    apel.press("space left");
    assert_eq!(words(&apel), "Satu lain");
}

#[test]
fn a_save_that_is_taken_back_waits_for_nothing() {
    let mut apel = at("ikrar.1");
    apel.save_with("Satu a", "Satu lain");
    assert!(apel.show.audience_waits());
    apel.save(APEL);
    assert!(!apel.show.audience_waits());
    assert_eq!(words(&apel), "Satu a");
}
