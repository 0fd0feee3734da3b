//! A journal's file at its place: made for the user alone, read and written at a position, and found out to be gone.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use crate::edge::own_folder;

/// So much is copied at once.
const PIECE: usize = 1 << 16;

/// How a file is opened that nobody else may read, from the moment it is made.
pub(super) fn for_the_user_alone() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Makes a new file, never another's, with its folder where that is missing.
#[expect(clippy::disallowed_methods, reason = "this is where the file is made")]
pub(super) fn make(path: &Path) -> io::Result<File> {
    let mut options = for_the_user_alone();
    options.create_new(true);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            own_folder::make(folder_of(path))?;
            options.open(path)
        }
        made => made,
    }
}

/// Opens a file to go on with it.
#[expect(clippy::disallowed_methods, reason = "this is where the file is opened")]
pub(super) fn open(path: &Path) -> io::Result<File> {
    for_the_user_alone().open(path)
}

/// Whether this very file is at a place. Where the system gives files no number, whether any is.
#[expect(clippy::disallowed_methods, reason = "this is where the place is looked at")]
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    let Ok(there) = fs::symlink_metadata(path) else {
        return false;
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let of = |metadata: &fs::Metadata| (metadata.dev(), metadata.ino());
        file.metadata().is_ok_and(|ours| of(&ours) == of(&there))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        there.is_file()
    }
}

/// Brings the entry of a file in its folder to the disk, without which a new file is lost with the power. Where the system
/// will not or cannot, the file is as safe as it may be there.
#[cfg_attr(
    unix,
    expect(
        clippy::disallowed_methods,
        reason = "a folder is brought to the disk like a file"
    )
)]
pub(super) fn sync_folder(path: &Path) {
    #[cfg(unix)]
    let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = path;
}

/// Copies bytes from one file to the same place of another.
pub(super) fn copy(from: &File, to: &File, range: std::ops::Range<u64>) -> io::Result<()> {
    let mut piece = vec![0; PIECE];
    let mut at = range.start;
    while at < range.end {
        let most = usize::try_from(range.end - at).map_or(PIECE, |left| left.min(PIECE));
        let room = piece.get_mut(..most).unwrap_or_default();
        let read = read_at(from, room, at)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut bytes = room.get(..read).unwrap_or_default();
        while !bytes.is_empty() {
            let written = write_at(to, bytes, at)?;
            if written == 0 {
                return Err(io::ErrorKind::WriteZero.into());
            }
            at += written as u64;
            bytes = bytes.get(written..).unwrap_or_default();
        }
    }
    Ok(())
}

/// The folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
}

/// Reads some bytes from a position on; so many were read.
pub(super) fn read_at(file: &File, into: &mut [u8], at: u64) -> io::Result<usize> {
    #[cfg(unix)]
    return std::os::unix::fs::FileExt::read_at(file, into, at);
    #[cfg(windows)]
    return std::os::windows::fs::FileExt::seek_read(file, into, at);
}

/// Writes some bytes at a position; so many were written.
pub(super) fn write_at(file: &File, bytes: &[u8], at: u64) -> io::Result<usize> {
    #[cfg(unix)]
    return std::os::unix::fs::FileExt::write_at(file, bytes, at);
    #[cfg(windows)]
    return std::os::windows::fs::FileExt::seek_write(file, bytes, at);
}
