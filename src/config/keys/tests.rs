//! Which keys may be given to which actions.

use std::collections::HashSet;

use super::*;
use crate::config::tests::{faults, good};
use crate::show::keys::{Context, Section};

/// The faults of a table `[keys]`, as short as can be: the action, the other one, and the key.
fn told(keys: &str) -> Vec<String> {
    let faults = faults(&format!("[keys]\n{keys}\n"));
    let short = |fault| match fault {
        Fault::Keyboard(KeyboardFault::Taken {
            key,
            action,
            other,
            line,
            ..
        }) => format!("{action} {other} {key} {line:?}"),
        Fault::Keyboard(KeyboardFault::Fixed {
            key, action, uses, ..
        }) => format!("{action} fixed {key} {uses:?}"),
        Fault::Keyboard(other) => format!("{other:?}"),
        other => format!("{other:?}"),
    };
    faults.into_iter().map(short).collect()
}

#[test]
fn every_action_of_a_running_ceremony_that_the_help_tells_can_be_bound() {
    for row in BINDINGS.iter().filter(|row| !row.is_fixed()) {
        let is_told = row.help.is_some_and(|(section, _)| section == Section::Running);
        let is_named = ACTIONS.iter().any(|(_, action)| *action == row.action);
        if is_told {
            assert!(is_named, "{:?} has no name in the settings", row.action);
        }
    }
}

#[test]
fn names_of_actions_and_keys_are_told_apart() {
    let names: HashSet<_> = ACTIONS.iter().map(|(name, _)| name).collect();
    let actions: HashSet<_> = ACTIONS.iter().map(|(_, action)| action).collect();
    assert_eq!((names.len(), actions.len()), (ACTIONS.len(), ACTIONS.len()));
    let keys: HashSet<_> = NAMED.iter().map(|(_, code)| code).collect();
    assert_eq!(keys.len(), NAMED.len());
}

#[test]
fn the_usual_keys_are_no_fault_when_they_are_written_out() {
    for (name, action) in ACTIONS {
        let keys = Keymap::default();
        let keys: Vec<_> = keys
            .keys(*action)
            .iter()
            .map(|key| format!("'{}'", name_of(*key)))
            .collect();
        let config = good(&format!("[keys]\n{name} = [{}]", keys.join(", ")));
        assert_eq!(config.keymap, Keymap::default(), "{name}");
    }
}

#[test]
fn a_key_has_one_name_that_reads_as_it() {
    let signs = "abzé+-/?'\"\\[]"
        .chars()
        .map(|sign| Key::plain(KeyCode::Char(sign)));
    let named = NAMED.iter().map(|(_, code)| Key::plain(*code));
    let held = "arx ".chars().map(|sign| Key::ctrl(KeyCode::Char(sign)));
    for one in signs.chain(named).chain(held) {
        assert_eq!(key(&name_of(one)), Ok(one));
    }
    assert_eq!(key("PAGE-Down"), Ok(Key::plain(KeyCode::PageDown)));
    assert_eq!(key("N"), key("n"));
}

#[test]
fn keys_in_disguise_are_what_a_terminal_sends() {
    for (written, meant) in [
        ("ctrl-i", "tab"),
        ("ctrl-m", "enter"),
        ("ctrl-j", "enter"),
        ("CTRL-H", "backspace"),
        ("ctrl-@", "ctrl-space"),
    ] {
        assert_eq!(key(written), key(meant), "{written}");
    }
}

#[test]
fn keys_that_lead_out_and_those_that_are_typed_are_refused_with_their_reason() {
    let refused = |name: &str| {
        format!("{:?}", key(name).expect_err(name))
            .split(['(', ' '])
            .next()
            .unwrap()
            .to_owned()
    };
    for (reason, names) in [
        ("Escape", &["esc", "Esc", "escape", "ctrl-["][..]),
        ("Number", &["0", "9"]),
        (
            "Modifier",
            &[
                "alt-x",
                "shift-a",
                "ctrl-shift-a",
                "Alt+F4",
                "shift-tab",
                "ctrl-alt-x",
            ],
        ),
        ("ControlSign", &["ctrl-1", "ctrl-/", "ctrl-up", "ctrl-enter"]),
        ("Always", &["ctrl-c", "Ctrl-Z"]),
        (
            "Unknown",
            &["spaec", "ctrl-", "ctrl-foo", "ab", "f13", "f0", "\u{301}", "x y"],
        ),
    ] {
        for name in names {
            assert_eq!(refused(name), reason, "{name:?}");
        }
    }
    assert_eq!(told("undo = 'z'"), Vec::<String>::new());
}

#[test]
fn two_actions_that_count_at_once_cannot_have_one_key_in_either_case() {
    assert_eq!(told("undo = 'j'\nfirst = 'J'"), ["first undo J Some(2)"]);
    assert_eq!(
        told("undo = 'ctrl-i'\nswitch_screen = 'tab'"),
        ["switch_screen undo tab Some(2)"]
    );
    assert_eq!(told("undo = 'j'\nfirst = 'k'"), Vec::<String>::new());
    assert_eq!(
        told("undo = ['j', 'J', 'j']"),
        Vec::<String>::new(),
        "one action may name a key twice"
    );
}

#[test]
fn a_usual_key_of_another_action_is_free_only_when_that_one_is_listed_too() {
    assert_eq!(told("undo = 'g'"), ["undo outline g None"]);
    assert_eq!(told("undo = 'g'\noutline = 'y'"), Vec::<String>::new());
    assert_eq!(told("outline = 'y'\nundo = 'g'"), Vec::<String>::new());
    assert_eq!(told("undo = 'g'\noutline = []"), Vec::<String>::new());
    assert_eq!(
        told("undo = 'g'\noutline = 5").len(),
        1,
        "what is refused may have freed it"
    );
    assert_eq!(
        told("undo = 'g'\noutline = [").len(),
        1,
        "so may what was not understood"
    );
}

#[test]
fn keys_of_lists_questions_and_numbers_stay_where_they_count_and_are_free_elsewhere() {
    assert_eq!(
        told("quit = '/'"),
        ["quit fixed / [Filter]"],
        "quit counts in the outline"
    );
    assert_eq!(
        told("first = '/'"),
        Vec::<String>::new(),
        "the first clause does not"
    );
    assert_eq!(
        told("first = 'enter'\nadvance = 'space'"),
        ["first fixed enter [GoToNumber]"]
    );
    assert_eq!(
        told("first = 'backspace'\nback = 'y'"),
        ["first fixed backspace [EraseDigit]"]
    );
    assert_eq!(
        told("help = 'f5'"),
        ["help fixed f5 [Clicker]"],
        "a clicker is heard on the ready screen"
    );
    assert_eq!(told("first = 'f5'"), Vec::<String>::new());
    for key in ["<", ".", "s", "i", "w"] {
        assert_eq!(
            told(&format!("drop_step = 'd'\nblank = 'b'\noutline = '{key}'")),
            [format!("outline fixed {key} [Change]")],
            "the outline is changed with it"
        );
    }
    assert_eq!(told("first = 'w'"), Vec::<String>::new());
    assert_eq!(
        told("theme = 'tab'\nswitch_screen = 'y'"),
        Vec::<String>::new(),
        "a form has its own use of it"
    );
}

#[test]
fn only_what_leads_on_and_out_must_have_a_key() {
    assert_eq!(told("undo = []\nback = []\nhelp = []"), Vec::<String>::new());
    assert_eq!(told("advance = []"), ["Without(\"advance\")"]);
    assert_eq!(told("quit = []"), ["Without(\"quit\")"]);
    assert_eq!(
        told("quit = ''"),
        ["Without(\"quit\")"],
        "an empty list would not do"
    );
    assert_eq!(told("help = ''"), ["Blank(\"help\")"]);
}

#[test]
fn enter_goes_on_to_end_a_number_when_it_no_longer_advances() {
    let keymap = good("[keys]\nadvance = 'space'\nback = 'left'").keymap;
    let does = |code| keymap.action(Context::Running, Key::plain(code));
    assert_eq!(does(KeyCode::Enter), Some(Action::Jump));
    assert_eq!(does(KeyCode::Backspace), Some(Action::EraseDigit));
}

#[test]
fn what_a_fixed_key_is_for_is_known_of_every_row() {
    for row in BINDINGS.iter().filter(|row| !row.is_fixed()) {
        let is_chosen = ACTIONS.iter().any(|(_, action)| *action == row.action);
        let known = FIXED_USES.iter().any(|(action, _)| *action == row.action);
        assert!(is_chosen != known, "{:?}", row.action);
    }
}
