//! How the screens look: the theme, and the colours that the terminal has. What it means in styles is the view's.

/// A theme of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum ThemeName {
    /// Light on dark, for a hall.
    #[default]
    Dark,
    /// Dark on light, for sunlight.
    Light,
    /// Black and white, and little else.
    Contrast,
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

/// How the screens look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Look {
    /// The theme.
    pub theme: ThemeName,
    /// The colours of the terminal.
    pub colours: Colours,
}
