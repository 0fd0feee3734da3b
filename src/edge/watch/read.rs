//! Reads a script and the texts it names. Opening waits for nobody: what is no ordinary file is not opened at all.
//!
//! At the start, a file that somebody has open for writing is waited for, but no longer than a second: a program that
//! keeps its file open must not keep the ceremony from beginning. What is written later the watch takes when it is
//! closed. Where nobody can tell who is writing (see `writers`), what is there at the start is read as it is.
#![expect(clippy::disallowed_methods, reason = "this is where sources are read")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::writers;
use crate::script::{Contents, LARGEST_FILE, Source, Sources, texts_named};

/// How often it is asked whether a file is still being written, and how long is waited before it is asked again.
const MOST_WAITS: u32 = 20;
const BETWEEN_WAITS: Duration = Duration::from_millis(50);

/// Reads a script, and each text that it names and that stands beside it in `texts/`. Those that do not are left out.
/// Waits for a moment while one of them is being written.
pub fn read_sources(path: &Path) -> Sources {
    let mut seen = read(path, None);
    for _ in 0..MOST_WAITS {
        let written = is_being_written(path, &seen);
        // Once more: whoever has closed a file before this has written all of it.
        seen = read(path, Some((&seen.sources.script, &seen.names)));
        if !written {
            break;
        }
        thread::sleep(BETWEEN_WAITS);
    }
    seen.sources
}

/// The same without waiting: for a list of many, of which one will be opened and read anew.
pub fn read_at_once(path: &Path) -> Sources {
    read(path, None).sources
}

/// Whether somebody is known to have the script, or a text that it named when it was read, open for writing.
pub(super) fn is_being_written(path: &Path, read: &Read) -> bool {
    let folder = texts_folder(path);
    let texts = read.names.iter().map(|name| text_file(&folder, name));
    let files: BTreeSet<PathBuf> = texts.chain([path.to_owned()]).collect();
    !writers::being_written(&files).is_empty()
}

/// What was read, and the names of all texts that were looked for.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) sources: Sources,
    pub(super) names: Vec<String>,
}

/// Reads all of it. `known` is a script of before with the names of its texts: looking for names takes as long as
/// parsing, and the same script names the same texts.
pub(super) fn read(path: &Path, known: Option<(&Source, &[String])>) -> Read {
    let script = Source {
        name: path.display().to_string(),
        contents: contents(path),
    };
    let names = match known.filter(|(before, _)| **before == script) {
        Some((_, names)) => names.to_vec(),
        None => named_in(&script),
    };
    let folder = texts_folder(path);
    let texts = names
        .iter()
        .filter_map(|name| {
            let file = text_file(&folder, name);
            match contents(&file) {
                Contents::Missing => None,
                contents => Some((
                    name.clone(),
                    Source {
                        name: file.display().to_string(),
                        contents,
                    },
                )),
            }
        })
        .collect::<BTreeMap<_, _>>();
    Read {
        sources: Sources { script, texts },
        names,
    }
}

/// The names of the texts that these sources look for.
pub(super) fn names(sources: &Sources) -> Vec<String> {
    named_in(&sources.script)
}

fn named_in(script: &Source) -> Vec<String> {
    let Contents::Bytes(bytes) = &script.contents else {
        return Vec::new();
    };
    // Plain names only: none leads out of the folder.
    texts_named(bytes)
}

/// Where the texts of a script stand: beside it as it was named, or else beside the file that a link leads to.
pub(super) fn texts_folder(path: &Path) -> PathBuf {
    let beside = path.with_file_name("texts");
    match beside_target(path) {
        Some(texts) if !beside.is_dir() => texts,
        _ => beside,
    }
}

/// The folder of texts beside the file that a link leads to.
pub(super) fn beside_target(path: &Path) -> Option<PathBuf> {
    if !path.is_symlink() {
        return None;
    }
    Some(std::fs::canonicalize(path).ok()?.with_file_name("texts"))
}

/// The file of a text.
pub(super) fn text_file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.toml"))
}

/// What is found where a file should be.
pub fn contents(path: &Path) -> Contents {
    match bytes(path) {
        Ok(Some(bytes)) => Contents::Bytes(bytes.into()),
        Ok(None) => Contents::NotAFile,
        Err(error) if error.kind() == ErrorKind::NotFound => Contents::Missing,
        Err(error) => Contents::Unreadable(reason(&error)),
    }
}

/// The bytes of a file, or nothing where something else has the name.
fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    // Looked at before it is opened, for opening a device may do something already; and after, for it may have been
    // exchanged meanwhile.
    if !std::fs::metadata(path)?.is_file() {
        return Ok(None);
    }
    let file = open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Ok(None);
    }
    let most = LARGEST_FILE as u64 + 1;
    let mut bytes = Vec::with_capacity(metadata.len().min(most) as usize);
    file.take(most).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;

    // Opening a pipe would wait for its other end.
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// The system's reason, without its number.
pub fn reason(error: &io::Error) -> String {
    let reason = error.to_string();
    match reason.split_once(" (os error") {
        Some((words, _)) => words.to_owned(),
        None => reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_read_as_it_was_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("apel.toml");
        assert_eq!(read_sources(&path).script.contents, Contents::Missing);
        std::fs::write(&path, "title = \"Apel\"").unwrap();
        let script = read_sources(&path).script;
        assert_eq!(
            script.contents,
            Contents::Bytes(b"title = \"Apel\"".as_slice().into())
        );
        assert_eq!(script.name, path.display().to_string());
    }

    #[test]
    fn no_more_is_read_than_tells_that_a_file_is_too_large() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large.toml");
        std::fs::write(&path, vec![b'#'; LARGEST_FILE + 100]).unwrap();
        let Contents::Bytes(bytes) = read_sources(&path).script.contents else {
            panic!("not read")
        };
        assert_eq!(bytes.len(), LARGEST_FILE + 1);
    }

    #[test]
    fn a_folder_is_not_a_script() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read_sources(folder.path()).script.contents, Contents::NotAFile);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_a_device_is_refused_without_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.toml");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        for path in [pipe.as_path(), Path::new("/dev/zero")] {
            assert_eq!(read_sources(path).script.contents, Contents::NotAFile);
        }
    }

    #[cfg(unix)]
    #[test]
    fn texts_stand_beside_the_script_as_named_or_else_beside_the_file_it_links_to() {
        let folder = tempfile::tempdir().unwrap();
        let root = std::fs::canonicalize(folder.path()).unwrap();
        let (named, kept) = (root.join("named"), root.join("kept"));
        std::fs::create_dir_all(&named).unwrap();
        std::fs::create_dir_all(kept.join("texts")).unwrap();
        std::fs::write(kept.join("apel.toml"), "").unwrap();
        let link = named.join("apel.toml");
        std::os::unix::fs::symlink(kept.join("apel.toml"), &link).unwrap();

        assert_eq!(texts_folder(&link), kept.join("texts"));
        assert_eq!(texts_folder(&kept.join("apel.toml")), kept.join("texts"));
        std::fs::create_dir(named.join("texts")).unwrap();
        assert_eq!(texts_folder(&link), named.join("texts"));
    }
}
