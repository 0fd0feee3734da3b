//! A show with keys of the user's own: they do what they are bound to, and numbers are typed as ever.

use super::harness::{APEL, Performance};
use crate::show::keys::Action;
use crate::show::{Key, KeyCode, Keymap, Settings};

fn letter(letter: char) -> Key {
    Key::plain(KeyCode::Char(letter))
}

/// A show that has begun, with these keys.
fn begun(bound: &[(Action, Vec<Key>)]) -> Performance {
    let settings = Settings {
        keymap: Keymap::bound(bound).into(),
        ..Settings::default()
    };
    let mut apel = Performance::with(settings, APEL);
    apel.press("enter");
    apel
}

#[test]
fn a_bound_key_does_it_and_the_usual_one_no_longer_does() {
    let mut apel = begun(&[(Action::NextStep, vec![letter('k')])]);
    let first = apel.place();
    apel.press("n");
    assert_eq!(apel.place(), first);
    apel.press("K");
    assert_eq!(apel.place(), "laporan.line-1:1");
}

#[test]
fn enter_that_does_not_advance_ends_a_number_all_the_same() {
    let mut apel = begun(&[(Action::AdvanceOnly, vec![letter('j')])]);
    let first = apel.place();
    apel.press("enter space right");
    assert_eq!(apel.place(), first);
    apel.press("5 enter");
    assert_eq!(apel.place(), "doa:1");
    apel.press("j");
    assert_eq!(apel.place(), "bubar:1");
}

#[test]
fn backspace_that_does_not_go_back_mends_a_number_all_the_same() {
    let mut apel = begun(&[(Action::Back, vec![letter('b')])]);
    apel.press("space backspace");
    assert_eq!(apel.place(), "laporan.line-1:1");
    apel.press("6 backspace 5 enter");
    assert_eq!(apel.place(), "doa:1");
    apel.press("b backspace");
    assert_eq!(apel.place(), "ikrar.closing:1");
}

#[test]
fn ctrl_h_is_backspace_and_ctrl_m_is_enter_whatever_they_are_bound_to() {
    let mut apel = begun(&[]);
    apel.press("6 ctrl-h 5 ctrl-m");
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn a_guarded_move_is_guarded_with_any_key() {
    let mut apel = begun(&[(Action::AdvanceOnly, vec![letter('j'), letter('k')])]);
    apel.gap(100).press("j k");
    assert_ne!(apel.place(), "laporan.line-2:1", "one hand pressed twice");
}
