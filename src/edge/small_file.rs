//! The small files that the program keeps for itself, as JSON: read whole and never without a bound, and replaced whole,
//! so that nobody ever reads one that is half written. What a broken one means is for whoever keeps it to say.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

/// What a file says; nothing where there is none, it is longer than so many bytes, or says something else.
#[expect(clippy::disallowed_methods, reason = "this is where the files are read")]
pub(super) fn read<T: DeserializeOwned>(path: &Path, most: u64) -> Option<T> {
    // What is no ordinary file may never end, or never begin.
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    // One byte more tells a file that is too long from one that just fits.
    let file = File::open(path).ok()?;
    file.take(most.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= most);
    fits.then(|| serde_json::from_slice(&bytes).ok()).flatten()
}

/// Puts a file in the place of the one before it, or of none. Its folder must be there. Nobody else may read it.
///
/// # Errors
///
/// When the system refuses; the one before is then as it was.
pub(super) fn replace(path: &Path, content: &impl Serialize) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // The system lets nobody else read a file that is made in this way.
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(&serde_json::to_vec(content)?)?;
    file.persist(path)?;
    Ok(())
}

/// The same, where the folder may have to be made first.
///
/// # Errors
///
/// As [`replace`].
#[expect(clippy::disallowed_methods, reason = "this is where the folder is made")]
pub(super) fn replace_in_new_folder(path: &Path, content: &impl Serialize) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    replace(path, content)
}

#[expect(clippy::disallowed_methods, reason = "a test")]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_last_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("file.json");
        assert_eq!(read::<Vec<u8>>(&path, 100), None);
        assert!(replace(&path, &[1]).is_err(), "no folder");
        replace_in_new_folder(&path, &[1, 2]).unwrap();
        replace(&path, &[3]).unwrap();
        assert_eq!(read(&path, 100), Some(vec![3]));
        let left = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "nothing else is left behind");
    }

    #[test]
    fn a_file_that_is_too_long_broken_or_none_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.json");
        replace(&path, &"sixteen bytes.").unwrap();
        assert_eq!(read(&path, 16), Some("sixteen bytes.".to_owned()));
        assert_eq!(read::<String>(&path, 15), None);
        for broken in ["", "\"half", "17", "\"whole\" and more"] {
            fs::write(&path, broken).unwrap();
            assert_eq!(read::<String>(&path, 100), None, "{broken}");
        }
        assert_eq!(read::<String>(folder.path(), 100), None);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.json");
        replace(&path, &1).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
