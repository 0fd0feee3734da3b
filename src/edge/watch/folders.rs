//! Which folders to watch, and which of their entries matter: every link on the way to a file, and the file.
//!
//! Everything here is in true paths, free of links: the system tells of a folder under one name only.
#![expect(clippy::disallowed_methods, reason = "this is where folders are looked at")]

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ffi::OsString;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::read;

/// What tells one folder from another of the same name.
#[cfg(unix)]
pub(super) type Identity = (u64, u64);
/// What tells one folder from another of the same name.
#[cfg(not(unix))]
pub(super) type Identity = Option<std::time::SystemTime>;

/// All that must be watched for one script.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// The folders.
    pub(super) folders: BTreeMap<PathBuf, Identity>,
    /// The entries that matter: files and links, and the first missing name on a way that leads nowhere.
    pub(super) entries: BTreeSet<PathBuf>,
}

/// The surroundings of a script that names these texts.
///
/// # Errors
///
/// When the folder of the script, or of the file it links to, cannot be reached.
pub(super) fn surroundings(script: &Path, names: &[String]) -> io::Result<Surroundings> {
    let mut entries = BTreeSet::new();
    let way = way(script);
    if let Some(error) = way.broken {
        return Err(error);
    }
    entries.extend(way.entries);
    // Both places of the texts: which of them counts may change.
    let places = [Some(script.with_file_name("texts")), read::beside_target(script)];
    for folder in places.into_iter().flatten() {
        for name in names {
            entries.extend(self::way(&read::text_file(&folder, name)).entries);
        }
    }
    let folders = entries
        .iter()
        .filter_map(|entry| entry.parent())
        .filter_map(|folder| Some((folder.to_owned(), identity(folder).ok()?)))
        .collect();
    Ok(Surroundings { folders, entries })
}

/// The way from the root to a file.
struct Way {
    /// Links, and the file itself; or the name that is missing.
    entries: Vec<PathBuf>,
    /// Why a folder on the way could not be entered.
    broken: Option<io::Error>,
}

/// As many links as Linux follows.
const MOST_LINKS: usize = 40;

fn way(path: &Path) -> Way {
    let mut entries = Vec::new();
    let mut rest: VecDeque<OsString> = VecDeque::new();
    let mut at = PathBuf::new();
    let mut links = 0;
    enter(path, &mut at, &mut rest);
    while let Some(name) = rest.pop_front() {
        if name == ".." {
            at.pop();
            continue;
        }
        let next = at.join(&name);
        match std::fs::symlink_metadata(&next) {
            Ok(metadata) if metadata.is_symlink() && links < MOST_LINKS => {
                links += 1;
                // Links in the root are the system's own, and the root is too busy to be watched.
                if at.parent().is_some() {
                    entries.push(next.clone());
                }
                match std::fs::read_link(&next) {
                    Ok(target) => enter(&target, &mut at, &mut rest),
                    Err(error) => {
                        return Way {
                            entries,
                            broken: Some(error),
                        };
                    }
                }
            }
            Ok(metadata) if metadata.is_dir() && !rest.is_empty() => at = next,
            other => {
                entries.push(next);
                // The last name may be missing; a folder on the way may not.
                let broken = if rest.is_empty() {
                    None
                } else {
                    Some(other.err().unwrap_or_else(not_a_folder))
                };
                return Way { entries, broken };
            }
        }
    }
    Way {
        entries,
        broken: None,
    }
}

/// The system's own words for a way that leads through a file.
fn not_a_folder() -> io::Error {
    #[cfg(unix)]
    let error = rustix::io::Errno::NOTDIR.into();
    #[cfg(not(unix))]
    let error = io::ErrorKind::NotADirectory.into();
    error
}

/// Puts the parts of a path before the rest; a path from the root begins there again.
fn enter(path: &Path, at: &mut PathBuf, rest: &mut VecDeque<OsString>) {
    let mut parts = Vec::new();
    for component in path.components() {
        match component {
            Component::Prefix(_) => *at = PathBuf::from(component.as_os_str()),
            // Takes the place of all but the prefix.
            Component::RootDir => at.push(component),
            Component::CurDir => {}
            Component::ParentDir | Component::Normal(_) => parts.push(component.as_os_str().to_owned()),
        }
    }
    for part in parts.into_iter().rev() {
        rest.push_front(part);
    }
}

#[cfg(unix)]
fn identity(folder: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;

    let metadata = std::fs::metadata(folder)?;
    Ok((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> io::Result<Identity> {
    Ok(std::fs::metadata(folder)?.created().ok())
}

/// Whether any of the folders is on a network, where others save and nobody tells.
pub(super) fn on_network(script: &Path, names: &[String]) -> bool {
    surroundings(script, names).is_ok_and(|around| around.folders.keys().any(|folder| is_network(folder)))
}

#[cfg(target_os = "linux")]
fn is_network(folder: &Path) -> bool {
    #[allow(
        clippy::cast_sign_loss,
        reason = "the field is signed on some machines and wider on others"
    )]
    rustix::fs::statfs(folder).is_ok_and(|found| is_network_kind(found.f_type as u32))
}

/// Whether file systems of this kind are on a network.
#[cfg(target_os = "linux")]
fn is_network_kind(kind: u32) -> bool {
    // The numbers of statfs(2) and of the kernel's own headers. FUSE is sshfs, or a disk of Windows, which is on no
    // network, but looking costs little.
    const FILE_SYSTEMS: [u32; 17] = [
        0x0000_6969, // NFS
        0x0000_517b, // SMB
        0xff53_4d42, // CIFS
        0xfe53_4d42, // SMB2
        0x0102_1997, // 9p, and with it the disks of Windows within WSL
        0x6573_5546, // FUSE
        0x5346_414f, // AFS
        0x6b41_4653, // AFS, the kernel's
        0x00c3_6400, // Ceph
        0x7375_7245, // Coda
        0x0000_564c, // NCP
        0x0bd0_0bd0, // Lustre
        0x4750_4653, // GPFS
        0x7461_636f, // OCFS2
        0x0116_1970, // GFS2
        0x786f_4256, // VirtualBox shared folders
        0xbacb_acbc, // VMware shared folders
    ];
    FILE_SYSTEMS.contains(&kind)
}

#[cfg(not(target_os = "linux"))]
fn is_network(_folder: &Path) -> bool {
    false
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let root = std::fs::canonicalize(folder.path()).unwrap();
        (folder, root)
    }

    fn paths<const N: usize>(paths: [PathBuf; N]) -> BTreeSet<PathBuf> {
        BTreeSet::from(paths)
    }

    #[test]
    fn a_plain_script_needs_its_own_folder() {
        let (_kept, root) = folder();
        std::fs::write(root.join("apel.toml"), "").unwrap();
        let around = surroundings(&root.join("apel.toml"), &[]).unwrap();
        assert_eq!(around.entries, paths([root.join("apel.toml")]));
        assert_eq!(around.folders.into_keys().collect::<Vec<_>>(), [root]);
    }

    #[test]
    fn every_link_on_the_way_matters_and_so_do_linked_folders() {
        let (_kept, root) = folder();
        for name in ["a", "b", "c"] {
            std::fs::create_dir(root.join(name)).unwrap();
        }
        std::fs::write(root.join("c/real.toml"), "").unwrap();
        symlink("../b/middle.toml", root.join("a/apel.toml")).unwrap();
        symlink(root.join("c/real.toml"), root.join("b/middle.toml")).unwrap();
        symlink("a", root.join("now")).unwrap();

        let around = surroundings(&root.join("now/apel.toml"), &[]).unwrap();
        let expected = ["now", "a/apel.toml", "b/middle.toml", "c/real.toml"].map(|name| root.join(name));
        assert_eq!(around.entries, paths(expected));
        let folders = around.folders.into_keys().collect::<BTreeSet<_>>();
        assert_eq!(
            folders,
            paths([root.clone(), root.join("a"), root.join("b"), root.join("c")])
        );
    }

    #[test]
    fn a_missing_folder_of_texts_matters_by_its_name() {
        let (_kept, root) = folder();
        let names = ["pancasila".to_owned()];
        let around = surroundings(&root.join("apel.toml"), &names).unwrap();
        assert_eq!(
            around.entries,
            paths([root.join("apel.toml"), root.join("texts")])
        );

        std::fs::create_dir(root.join("texts")).unwrap();
        let around = surroundings(&root.join("apel.toml"), &names).unwrap();
        assert_eq!(
            around.entries,
            paths([root.join("apel.toml"), root.join("texts/pancasila.toml")])
        );
        assert!(around.folders.contains_key(&root.join("texts")));
    }

    #[test]
    fn without_its_folder_a_script_cannot_be_watched() {
        let (_kept, root) = folder();
        assert!(surroundings(&root.join("apel.toml"), &[]).is_ok());
        assert!(surroundings(&root.join("gone/apel.toml"), &[]).is_err());
        std::fs::write(root.join("file"), "").unwrap();
        let error = surroundings(&root.join("file/apel.toml"), &[]).unwrap_err();
        // Told in the system's own words, as every reason is.
        assert_eq!(
            error.raw_os_error(),
            Some(rustix::io::Errno::NOTDIR.raw_os_error())
        );
    }

    #[test]
    fn links_in_a_circle_end() {
        let (_kept, root) = folder();
        symlink("apel.toml", root.join("apel.toml")).unwrap();
        let around = surroundings(&root.join("apel.toml"), &[]).unwrap();
        assert_eq!(around.entries, paths([root.join("apel.toml")]));
    }

    #[test]
    fn the_folder_of_the_tests_is_on_no_network() {
        let (_kept, root) = folder();
        assert!(!on_network(&root.join("apel.toml"), &[]));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_network_is_told_from_a_disk_by_its_kind() {
        // NFS, SMB, CIFS, SMB2, 9p, FUSE.
        for network in [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x6573_5546] {
            assert!(is_network_kind(network), "{network:x}");
        }
        // ext4, btrfs, XFS, tmpfs, overlayfs, FAT, NTFS.
        for disk in [
            0xef53,
            0x9123_683e,
            0x5846_5342,
            0x0102_1994,
            0x794c_7630,
            0x4d44,
            0x7366_746e,
        ] {
            assert!(!is_network_kind(disk), "{disk:x}");
        }
    }
}
