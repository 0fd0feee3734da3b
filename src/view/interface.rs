//! What every screen is told with, whether a show stands behind it or the list of ceremonies: words, keys, and looks.

use super::theme::{self, Theme};
use crate::lang::Words;
use crate::picker::Picker;
use crate::show::keys::Context;
use crate::show::{Keymap, Look, Show};

/// The words of the interface, the keys as they are bound, and how the screen looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Interface<'a> {
    /// The words.
    pub(super) words: &'static Words,
    /// What each key does.
    pub(super) keymap: &'a Keymap,
    /// Where a key is pressed now.
    pub(super) context: Context,
    /// How the screen looks.
    pub(super) look: Look,
    /// Whether the mouse may be used.
    pub(super) takes_mouse: bool,
}

impl<'a> Interface<'a> {
    /// That of a show.
    pub(super) fn of_show(show: &'a Show) -> Self {
        Self {
            words: show.words(),
            keymap: show.keymap(),
            context: show.context(),
            look: show.look(),
            takes_mouse: show.takes_mouse(),
        }
    }

    /// That of the list of ceremonies.
    pub(super) fn of_picker(picker: &'a Picker) -> Self {
        Self {
            words: picker.words(),
            keymap: picker.keymap(),
            context: picker.context(),
            look: picker.look(),
            takes_mouse: picker.takes_mouse(),
        }
    }

    /// The styles.
    pub(super) fn theme(self) -> &'static Theme {
        theme::of(self.look)
    }
}
