//! The one table of keys: what a key does, the help tells.

use crate::lang::Lang;
use crate::show::keys::{Action, BINDINGS, Context};
use crate::show::{Key, KeyCode, Keymap};

/// Keys of which the help says nothing: those that do nothing of note, or are there for hands that expect them.
const UNTOLD: &[Key] = &[Key::ctrl(KeyCode::Char('c')), Key::ctrl(KeyCode::Char('z'))];

#[test]
fn every_key_is_told_where_it_does_something() {
    for context in [
        Context::Running,
        Context::Finished,
        Context::Question,
        Context::Scrolling,
    ] {
        let here = || {
            BINDINGS
                .iter()
                .filter(|binding| binding.contexts.contains(&context))
        };
        for key in here()
            .flat_map(|binding| binding.keys.iter())
            .filter(|key| !UNTOLD.contains(key))
        {
            let told = here().any(|binding| binding.help.is_some() && binding.keys.contains(key));
            assert!(told, "{context:?} {key:?}");
        }
    }
}

#[test]
fn a_told_key_does_what_its_row_says_or_its_twin() {
    let twins = [
        (Action::AdvanceOnly, Action::Advance),
        (Action::Back, Action::BackOrErase),
        (Action::MoveStepUp, Action::MoveStepDown),
    ];
    let keymap = Keymap::default();
    for binding in BINDINGS.iter().filter(|binding| binding.help.is_some()) {
        if binding.action == Action::Up {
            continue;
        }
        for (context, key) in binding
            .contexts
            .iter()
            .flat_map(|one| binding.keys.iter().map(move |key| (*one, *key)))
        {
            // On the ready screen Esc is a clicker's key, in the filter and in a form it ends the typing.
            let elsewhere = [Context::Ready, Context::Filter, Context::Form];
            if binding.action == Action::Close && elsewhere.contains(&context) {
                continue;
            }
            let does = keymap.action(context, key);
            let same = does == Some(binding.action)
                || does.is_some_and(|does| twins.contains(&(binding.action, does)));
            assert!(
                same,
                "{context:?} {key:?} is told as {:?} and does {does:?}",
                binding.action
            );
        }
    }
}

#[test]
fn both_languages_have_words_for_every_row() {
    for lang in [Lang::Id, Lang::En] {
        for (_, told) in BINDINGS.iter().filter_map(|binding| binding.help) {
            assert!(!told(&lang.words().keys).is_empty());
        }
    }
}

#[test]
fn a_key_with_alt_is_another_key() {
    let mut key = Key::plain(KeyCode::Char('n'));
    let keymap = Keymap::default();
    assert_eq!(keymap.action(Context::Running, key), Some(Action::NextStep));
    key.alt = true;
    assert_eq!(keymap.action(Context::Running, key), None);
}
