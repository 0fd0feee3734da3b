//! Finds files that somebody has open for writing, where no system's telling says so: at the start, and when looking.
//!
//! On Linux `/proc` is asked, which opens nothing and never waits for a network. It knows the programs of the same user
//! on the same machine alone: a save by another person or from another machine is not seen here, nor is any on another
//! system. A file that is put in the place of another is its own file, whoever still writes the old one.
#![cfg_attr(
    target_os = "linux",
    expect(
        clippy::disallowed_methods,
        reason = "this is where open files are looked for"
    )
)]

use std::collections::BTreeSet;
#[cfg(target_os = "linux")]
use std::path::Path;
use std::path::PathBuf;

/// The most open files that are looked at. Far more than a person's programs have open.
#[cfg(target_os = "linux")]
const MOST_HANDLES: usize = 32_768;

/// Which of these files somebody has open for writing. Where that cannot be known none is.
#[cfg(target_os = "linux")]
pub(super) fn being_written(files: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
    let true_paths: BTreeSet<(PathBuf, &PathBuf)> = files
        .iter()
        .filter_map(|file| Some((true_path(file)?, file)))
        .collect();
    if true_paths.is_empty() {
        return BTreeSet::new();
    }
    let mut written = BTreeSet::new();
    for (process, handle) in handles().take(MOST_HANDLES) {
        let Some(open) = link_of(&process.join("fd").join(&handle)) else {
            continue;
        };
        let named = true_paths.iter().filter(|(true_path, _)| *true_path == open);
        for (_, file) in named {
            if !written.contains(*file) && may_write(&process.join("fdinfo").join(&handle)) {
                written.insert((*file).clone());
            }
        }
    }
    written
}

/// Which of these files somebody has open for writing. Here nobody tells.
#[cfg(not(target_os = "linux"))]
pub(super) fn being_written(_files: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
    BTreeSet::new()
}

/// Every open file of every process that may be looked into.
#[cfg(target_os = "linux")]
fn handles() -> impl Iterator<Item = (PathBuf, std::ffi::OsString)> {
    let is_number = |name: &std::ffi::OsStr| name.as_encoded_bytes().iter().all(u8::is_ascii_digit);
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter(move |process| is_number(&process.file_name()))
        .flat_map(|process| {
            let process = process.path();
            let handles = std::fs::read_dir(process.join("fd"))
                .into_iter()
                .flatten()
                .flatten();
            handles.map(move |handle| (process.clone(), handle.file_name()))
        })
}

#[cfg(target_os = "linux")]
fn true_path(file: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(file).ok()
}

#[cfg(target_os = "linux")]
fn link_of(handle: &Path) -> Option<PathBuf> {
    std::fs::read_link(handle).ok()
}

/// Whether an open file was opened for writing.
#[cfg(target_os = "linux")]
fn may_write(information: &Path) -> bool {
    std::fs::read_to_string(information).is_ok_and(|information| is_for_writing(&information))
}

/// The same, by what the kernel says of it: `flags:`, in octal.
#[cfg(target_os = "linux")]
fn is_for_writing(information: &str) -> bool {
    use rustix::fs::OFlags;

    let flags = information
        .lines()
        .find_map(|line| line.strip_prefix("flags:"))
        .and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok());
    flags.is_some_and(|flags| {
        let flags = OFlags::from_bits_retain(flags);
        // O_PATH opens nothing, whatever else was asked for.
        !flags.contains(OFlags::PATH) && flags.intersects(OFlags::WRONLY | OFlags::RDWR)
    })
}

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;

    fn written(file: &Path) -> bool {
        let files = BTreeSet::from([file.to_owned()]);
        let written = being_written(&files);
        assert!(written.is_subset(&files));
        !written.is_empty()
    }

    #[test]
    fn a_file_is_being_written_while_it_is_open_for_writing_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("apel.toml");
        let open = File::create(&path).unwrap();
        assert!(written(&path));
        drop(open);
        assert!(!written(&path));
        let open = File::open(&path).unwrap();
        assert!(!written(&path));
        drop(open);
        let open = File::options().read(true).append(true).open(&path).unwrap();
        assert!(written(&path));
        drop(open);
    }

    #[test]
    fn a_file_is_found_behind_a_link_and_no_other_is() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("real.toml"), folder.path().join("apel.toml"));
        std::os::unix::fs::symlink("real.toml", &link).unwrap();
        let _open = File::create(&path).unwrap();
        let _other = File::create(folder.path().join("other.toml")).unwrap();
        assert!(written(&link));
        std::fs::remove_file(&link).unwrap();
        std::fs::write(&link, "").unwrap();
        assert!(!written(&link));
    }

    #[test]
    fn the_old_file_is_nothing_once_another_is_in_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("apel.toml");
        let _open = File::create(&path).unwrap();
        std::fs::write(folder.path().join("new"), "").unwrap();
        std::fs::rename(folder.path().join("new"), &path).unwrap();
        assert!(!written(&path));
        assert!(!written(&folder.path().join("missing.toml")));
    }

    #[test]
    fn flags_tell_writing_from_reading() {
        for (flags, writing) in [
            ("0100000", false),
            ("0100001", true),
            ("02102002", true),
            ("010000000", false),
        ] {
            assert_eq!(
                is_for_writing(&format!("pos:\t0\nflags:\t{flags}\nmnt_id:\t1\n")),
                writing
            );
        }
        assert!(!is_for_writing("pos:\t0\n"));
    }
}
