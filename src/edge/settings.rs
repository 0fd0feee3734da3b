//! The file of the user's settings: where it is, and what was found there. What it says is read in `config`.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;

use super::watch::contents;
use crate::script::Source;

/// Where the user's settings are looked for; nowhere, where the user has no folder of their own.
pub fn path() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.config_dir().join("ikrar").join("config.toml"))
}

/// The user's settings as they were found.
pub fn source() -> Option<Source> {
    let path = path()?;
    Some(Source {
        name: path.display().to_string(),
        contents: contents(&path),
    })
}
