//! Folders for the user alone: what stands in them tells where a ceremony is, and what was read.

use std::fs::DirBuilder;
use std::io;
use std::path::Path;

/// Makes the folder, with those above it, so that nobody else may look into it. One that is there stays as it is.
#[expect(clippy::disallowed_methods, reason = "this is where folders are made")]
pub(super) fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}
