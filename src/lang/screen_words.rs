//! The words of the screens: see [`ScreenWords`].

/// The words.
#[derive(Debug)]
pub struct ScreenWords {}
