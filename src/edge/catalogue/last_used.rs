//! The file that remembers which ceremonies were opened, the last one first.
//!
//! One that is broken is the same as none.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::edge::small_file;
use crate::picker::Which;

/// The most that are remembered.
const MOST_REMEMBERED: usize = 20;

/// No file of ours is larger.
const LARGEST: u64 = 256 * 1024;

/// A ceremony that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Used {
    /// Which; files by their paths from the root.
    pub(super) which: Which,
    /// When.
    pub(super) at: Timestamp,
}

/// The file, as JSON has it.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Written {
    opened: Vec<Entry>,
}

/// A ceremony, as JSON has it: a file or one that ships.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shipped: Option<String>,
    at: String,
}

/// What is remembered, the last one first; nothing where there is nothing, or it cannot be read.
pub(super) fn read(path: &Path) -> Vec<Used> {
    let written: Written = small_file::read(path, LARGEST).unwrap_or_default();
    written.opened.into_iter().filter_map(used).collect()
}

/// Remembers one more, as the last one.
///
/// # Errors
///
/// When the file cannot be replaced.
pub(super) fn write(path: &Path, last: &Used) -> io::Result<()> {
    let before = read(path).into_iter().filter(|one| one.which != last.which);
    let all = std::iter::once(last.clone()).chain(before);
    let written = Written {
        opened: all.filter_map(entry).take(MOST_REMEMBERED).collect(),
    };
    small_file::replace_in_new_folder(path, &written)
}

fn used(entry: Entry) -> Option<Used> {
    let which = match (entry.file, entry.shipped) {
        (Some(file), _) => Which::File(PathBuf::from(file)),
        (None, Some(name)) => Which::Shipped(name),
        (None, None) => return None,
    };
    Some(Used {
        which,
        at: entry.at.parse().ok()?,
    })
}

/// None for a file whose name is no text: JSON cannot hold it.
fn entry(used: Used) -> Option<Entry> {
    let (file, shipped) = match used.which {
        Which::File(path) => (Some(path.to_str()?.to_owned()), None),
        Which::Shipped(name) => (None, Some(name)),
    };
    Some(Entry {
        file,
        shipped,
        at: used.at.to_string(),
    })
}
