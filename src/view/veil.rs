//! What the leader has made of the audience's screens, as the leader is told of it: dark, the title card, or held. It is
//! unmistakable on every one of the leader's screens, for what is forgotten stays in front of the hall.

use ratatui::text::Span;

use super::{bottom, theme};
use crate::show::keys::Action;
use crate::show::{Show, Stage, Veil};

/// The labels of the state strip, filled; none where the screens show what they usually do.
pub(super) fn labels(show: &Show) -> Vec<Span<'static>> {
    filled(show, names(show).into_iter().map(str::to_owned))
}

/// The same, each with the key that leads out of it, where one does here: "LAYAR DITAHAN · F lepas".
pub(super) fn labels_with_keys(show: &Show) -> Vec<Span<'static>> {
    let words = &show.words().screens;
    let told = |name: &str, key: Option<String>, does: &str| match key {
        Some(key) => format!("{name} · {key} {does}"),
        None => name.to_owned(),
    };
    let over = over(show).map(|name| {
        let key = bottom::hint_key(show, lifted_by(show));
        told(name, key, words.screens_return)
    });
    let held = held(show).map(|name| {
        let key = bottom::hint_key(show, Action::ToggleHold);
        told(name, key, words.screens_release)
    });
    filled(show, over.into_iter().chain(held))
}

/// Labels, filled: what must not be forgotten.
pub(super) fn filled(show: &Show, names: impl Iterator<Item = String>) -> Vec<Span<'static>> {
    let style = theme::of(show.look()).label_screens;
    let mut labels = Vec::new();
    for name in names {
        if !labels.is_empty() {
            labels.push(Span::raw(" "));
        }
        labels.push(Span::styled(format!(" {name} "), style));
    }
    labels
}

/// Their names: what is over the picture, and whether the picture is held below it.
pub(super) fn names(show: &Show) -> Vec<&'static str> {
    over(show).into_iter().chain(held(show)).collect()
}

/// The name of what is over the picture.
fn over(show: &Show) -> Option<&'static str> {
    let words = &show.words().screens;
    show.veil().map(|veil| match veil {
        Veil::Blank => words.screens_dark,
        Veil::TitleCard => words.screens_title_card,
    })
}

/// The name of a hold.
fn held(show: &Show) -> Option<&'static str> {
    show.holds_screens().then_some(show.words().screens.screens_held)
}

/// What takes away what is over the picture: the next advance, before the ceremony its beginning.
fn lifted_by(show: &Show) -> Action {
    match show.stage() {
        Stage::Waiting | Stage::Ready => Action::Begin,
        Stage::Running | Stage::Finished => Action::AdvanceOnly,
    }
}

/// Whether all screens are dark.
pub(super) fn is_dark(show: &Show) -> bool {
    show.veil() == Some(Veil::Blank)
}

/// What the key of an advance or of the beginning does, for the row of the keys: while something is over the picture it
/// takes that away and does nothing else.
pub(super) fn hint(show: &Show, usually: &'static str) -> String {
    let hint = match show.veil() {
        Some(_) => show.words().screens.hint_screens_return,
        None => usually,
    };
    hint.to_owned()
}

/// The key that ends a hold, for the row of the keys; none where nothing is held.
pub(super) fn release(show: &Show) -> Option<(Action, String)> {
    let hint = show.words().screens.hint_screens_release;
    show.holds_screens()
        .then(|| (Action::ToggleHold, hint.to_owned()))
}

/// What the next advance does, in a sentence: "Spasi menampilkan layar kembali."
pub(super) fn returns_by(show: &Show) -> String {
    let key = bottom::hint_key(show, lifted_by(show)).unwrap_or_default();
    (show.words().screens.screens_return_by)(&key)
}
