//! What the screens say of keys that may be pressed: each by the name of the key that is bound, and nothing of an action
//! that has none.

use super::bottom::{PARTING, key_name};
use super::interface::Interface;
use super::text::width;
use crate::show::Show;
use crate::show::keys::Action;

/// The name of the key of an action, wherever it counts; none where it has no key.
pub(super) fn named(show: &Show, action: Action) -> Option<String> {
    name(Interface::of_show(show), action)
}

fn name(interface: Interface<'_>, action: Action) -> Option<String> {
    let key = interface.keymap.keys(action).first()?;
    Some(key_name(interface.words, *key))
}

/// Keys with what each does, parted by points; those of actions without a key are left out.
pub(super) fn row(show: &Show, keys: &[(Action, &str)]) -> String {
    let keys = keys.iter();
    keys.filter_map(|(action, does)| Some(format!("{} {does}", named(show, *action)?)))
        .collect::<Vec<_>>()
        .join(PARTING)
}

/// As many of such a row, from its first, as have room.
pub(super) fn as_many(row: &str, room: usize) -> String {
    let mut shown = row;
    while width(shown) > room {
        shown = shown.rsplit_once(PARTING).map_or("", |(first, _)| first);
    }
    shown.to_owned()
}

/// The answers to a question, each with its key.
pub(super) fn answers(show: &Show) -> String {
    let words = &show.words().screens;
    row(show, &[(Action::Yes, words.ask_yes), (Action::No, words.ask_no)])
}

/// How to make up for what was left out when the jump that did it is no longer the last.
pub(super) fn made_up_later(show: &Show) -> String {
    let words = &show.words().screens;
    row(
        show,
        &[
            (Action::ToggleOutline, words.left_out_outline),
            (Action::MarkSaid, words.left_out_said),
        ],
    )
}

/// How to make up for what was left out just now.
pub(super) fn made_up_now(show: &Show) -> String {
    let words = &show.words().screens;
    row(
        show,
        &[
            (Action::Undo, words.left_out_undo),
            (Action::MarkSaid, words.left_out_said),
        ],
    )
}

/// The key that ends a number that is typed.
pub(super) fn jump_key(interface: Interface<'_>) -> Option<String> {
    name(interface, Action::Advance).or_else(|| name(interface, Action::Jump))
}
