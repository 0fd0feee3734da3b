//! How the screens look: the theme, and the colours that the terminal has. What it means in styles is the view's.

use crate::script::vocabulary::spelled;

spelled! {
    /// A theme of the screens.
    #[derive(Default)]
    ThemeName {
        /// Light on dark, for a hall.
        #[default]
        Dark = "dark",
        /// Dark on light, for sunlight.
        Light = "light",
        /// Black and white, and little else.
        Contrast = "contrast",
    }
}

/// The colours of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Colours {
    /// None, or none are wanted: weight and signs alone.
    None,
    /// The sixteen that every user sets for themselves.
    Sixteen,
    /// Those and the 240 fixed ones beside them.
    #[default]
    Many,
}

spelled! {
    /// How much air the words have that are read.
    #[derive(Default)]
    Size {
        /// As many phrases on the screen as it holds.
        Compact = "compact",
        /// Air around the present phrase.
        #[default]
        Usual = "usual",
        /// Air around every phrase, and more around the present one.
        Roomy = "roomy",
    }
}

/// How the screens look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Look {
    /// The theme.
    pub theme: ThemeName,
    /// The colours of the terminal.
    pub colours: Colours,
    /// How much air the words have that are read.
    pub size: Size,
}
