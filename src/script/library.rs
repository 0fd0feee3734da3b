//! What ships inside the binary: the ceremony scripts and the state texts they share.
//!
//! Nothing here is read from a disk.

/// A text that ships, by its name.
pub fn text(_name: &str) -> Option<&'static str> {
    None
}

/// The names of the texts that ship.
pub fn text_names() -> Vec<&'static str> {
    Vec::new()
}

/// A ceremony script that ships, by its name.
pub fn script(_name: &str) -> Option<&'static str> {
    None
}

/// The names of the ceremony scripts that ship.
pub fn script_names() -> Vec<&'static str> {
    Vec::new()
}
