//! What the leader has made of the audience's screens, as the leader is told of it: dark, the title card, or held. It is
//! unmistakable on every one of the leader's screens, for what is forgotten stays in front of the hall.

use ratatui::text::Span;

use super::{bottom, theme};
use crate::show::keys::Action;
use crate::show::{Show, Stage, Veil};

/// The labels of the state strip, filled; none where the screens show what they usually do.
pub(super) fn labels(show: &Show) -> Vec<Span<'static>> {
    let style = theme::of(show.look()).label_screens;
    let mut labels = Vec::new();
    for name in names(show) {
        if !labels.is_empty() {
            labels.push(Span::raw(" "));
        }
        labels.push(Span::styled(format!(" {name} "), style));
    }
    labels
}

/// Their names: what is over the picture, and whether the picture is held below it.
pub(super) fn names(show: &Show) -> Vec<&'static str> {
    let words = &show.words().screens;
    let over = show.veil().map(|veil| match veil {
        Veil::Blank => words.screens_dark,
        Veil::TitleCard => words.screens_title_card,
    });
    let held = show.holds_screens().then_some(words.screens_held);
    over.into_iter().chain(held).collect()
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

/// What the next advance does, in a sentence: "Spasi menampilkan layar kembali."
pub(super) fn returns_by(show: &Show) -> String {
    let action = match show.stage() {
        Stage::Waiting | Stage::Ready => Action::Begin,
        Stage::Running | Stage::Finished => Action::AdvanceOnly,
    };
    let key = bottom::hint_key(show, action).unwrap_or_default();
    (show.words().screens.screens_return_by)(&key)
}
