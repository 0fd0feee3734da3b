//! A file that is promised before a ceremony and written after it: never over another one, and whole or not at all.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf, absolute};

use tempfile::{Builder, NamedTempFile};
use thiserror::Error;

/// How many names are tried beside one that was taken meanwhile.
const MOST_NAMES: u32 = 99;

/// A file that is not there yet, in a folder that takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// As it was asked for.
    given: PathBuf,
    /// From the root: whatever becomes of the folder in which the program was started.
    path: PathBuf,
}

/// Why a file cannot be promised.
#[derive(Debug, Error)]
pub enum NotPromised {
    /// The name is none of a file.
    #[error("no name of a file")]
    NoName,
    /// There is one already, or something else of the name.
    #[error("exists already")]
    Exists,
    /// No file can be put into the folder.
    #[error("no file can be put into {folder}: {reason}")]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The system's reason.
        reason: io::Error,
    },
}

impl NewFile {
    /// Promises a file: nothing has its name, and its folder takes new files.
    ///
    /// # Errors
    ///
    /// When that is not so.
    #[expect(clippy::disallowed_methods, reason = "this is where it is looked for")]
    pub fn promised(given: &OsStr) -> Result<Self, NotPromised> {
        let names_folder = given.as_encoded_bytes().last().is_none_or(|last| {
            let last = char::from(*last);
            std::path::is_separator(last)
        });
        let given = PathBuf::from(given);
        let path = absolute(&given).map_err(|_| NotPromised::NoName)?;
        // A link that leads nowhere has the name as well.
        if fs::symlink_metadata(&path).is_ok() {
            return Err(NotPromised::Exists);
        }
        if names_folder || given.file_name().is_none() {
            return Err(NotPromised::NoName);
        }
        let file = Self { given, path };
        match beside(&file.path) {
            // It is deleted with this.
            Ok(_) => Ok(file),
            Err(reason) => Err(NotPromised::Folder {
                folder: folder_of(&file.given).to_owned(),
                reason,
            }),
        }
    }

    /// As it was asked for.
    pub fn given(&self) -> &Path {
        &self.given
    }

    /// Writes it; where something has taken its name meanwhile, under the next name that is free. Gives the name it has.
    ///
    /// # Errors
    ///
    /// When the system refuses. Nothing is left behind then.
    pub fn write(&self, text: &str) -> io::Result<PathBuf> {
        let mut file = beside(&self.path)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        for number in 1..=MOST_NAMES {
            match file.persist_noclobber(numbered(&self.path, number)) {
                Ok(_) => return Ok(numbered(&self.given, number)),
                Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => file = refused.file,
                Err(refused) => return Err(refused.error),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }
}

/// A file without a name of its own yet, in the folder of another one. It may be read by all who may read what the user
/// writes otherwise.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".ikrar-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder_of(path))
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// `apel.toml`, then `apel-2.toml`.
fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

#[expect(clippy::disallowed_methods, reason = "a test")]
#[cfg(test)]
mod tests {
    use super::*;

    fn in_folder(name: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        (folder, path)
    }

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_promise_leaves_nothing_and_the_file_is_as_any_other() {
        let (folder, path) = in_folder("apel.toml");
        let file = NewFile::promised(path.as_os_str()).unwrap();
        assert!(names(folder.path()).is_empty());
        assert_eq!(file.write("title = 'Apel'\n").unwrap(), path);
        assert_eq!(fs::read_to_string(&path).unwrap(), "title = 'Apel'\n");
        assert_eq!(names(folder.path()), ["apel.toml"]);
        let other = folder.path().join("other");
        fs::write(&other, "").unwrap();
        let rights = |path: &Path| fs::metadata(path).unwrap().permissions();
        assert_eq!(
            rights(&path),
            rights(&other),
            "whoever reads the one reads the other"
        );
    }

    #[test]
    fn what_exists_is_refused_whatever_it_is() {
        let (folder, path) = in_folder("apel.toml");
        fs::write(&path, "lama").unwrap();
        for path in [path.as_path(), folder.path()] {
            assert!(matches!(
                NewFile::promised(path.as_os_str()),
                Err(NotPromised::Exists)
            ));
        }
        #[cfg(unix)]
        {
            let link = folder.path().join("link.toml");
            std::os::unix::fs::symlink("nowhere", &link).unwrap();
            assert!(matches!(
                NewFile::promised(link.as_os_str()),
                Err(NotPromised::Exists)
            ));
        }
    }

    #[test]
    fn a_name_of_no_file_and_a_folder_that_is_not_there_are_refused() {
        let (folder, path) = in_folder("apel.toml");
        let in_new = folder.path().join("new").join("apel.toml");
        let refused = NewFile::promised(in_new.as_os_str());
        assert!(
            matches!(refused, Err(NotPromised::Folder { folder, .. }) if folder == in_new.parent().unwrap())
        );
        fs::write(&path, "lama").unwrap();
        let under_a_file = path.join("apel.toml");
        assert!(matches!(
            NewFile::promised(under_a_file.as_os_str()),
            Err(NotPromised::Folder { .. })
        ));
        let with_slash = format!("{}/", folder.path().join("new.toml").display());
        for none in ["", &with_slash] {
            assert!(
                matches!(NewFile::promised(OsStr::new(none)), Err(NotPromised::NoName)),
                "{none:?}"
            );
        }
    }

    #[test]
    fn what_has_come_up_meanwhile_is_kept_and_the_next_name_taken() {
        let (folder, path) = in_folder("apel.pagi.toml");
        let file = NewFile::promised(path.as_os_str()).unwrap();
        fs::write(&path, "lain").unwrap();
        fs::write(folder.path().join("apel.pagi-2.toml"), "lain lagi").unwrap();
        let beside = file.write("baru").unwrap();
        assert_eq!(beside, folder.path().join("apel.pagi-3.toml"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "lain");
        assert_eq!(fs::read_to_string(beside).unwrap(), "baru");
        assert_eq!(names(folder.path()).len(), 3, "nothing else is left behind");
    }

    #[test]
    fn a_folder_that_is_gone_meanwhile_is_told() {
        let (folder, path) = in_folder("apel.toml");
        let file = NewFile::promised(path.as_os_str()).unwrap();
        folder.close().unwrap();
        assert!(file.write("baru").is_err());
    }
}
