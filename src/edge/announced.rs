//! The file by which another terminal of the same user finds a leader on this computer: which port it serves, and which
//! run it is. One file for each leader that runs, named after its process.
//!
//! It stands in the folder that the system clears when the user logs out, else in the user's own, which nobody else may
//! read. It is replaced whole, so that it is never half written, and taken away at the end; what a killed leader has left
//! behind is taken away by the next one and never given to a reader. Nothing here is ever an error: a leader that cannot
//! be announced is found by its address.
#![expect(
    clippy::disallowed_methods,
    reason = "this is where the file is read and written"
)]

use std::fs::{DirBuilder, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::slide::RunId;

pub use crate::show::USUAL_PORT;

/// The version of the file. One of another version is passed over.
const VERSION: u32 = 1;

/// No file of ours is larger.
const LARGEST: u64 = 4096;

/// The most entries of the folder that are looked at.
const MOST_ENTRIES: usize = 1000;

/// The ending of a file's name.
const ENDING: &str = "json";

/// A leader that serves its screens on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announced {
    /// Its process.
    pub pid: u32,
    /// The port, on the loopback address.
    pub port: u16,
    /// The run that it leads now.
    pub run: RunId,
    /// When that run was opened.
    pub started: Timestamp,
}

/// The file, as JSON has it.
#[derive(Debug, Serialize, Deserialize)]
struct Written {
    version: u32,
    pid: u32,
    port: u16,
    run: RunId,
    started: String,
}

/// The leaders of this user that run on this computer, the newest first.
pub fn announced() -> Vec<Announced> {
    Announcements::of_user().all()
}

/// Where leaders are announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcements {
    folder: Option<PathBuf>,
}

impl Announcements {
    /// The place of the user who runs the program. Without a home there is none, and nobody is announced.
    pub fn of_user() -> Self {
        let folders = etcetera::choose_base_strategy().ok();
        let folder = folders.map(|folders| {
            // On Windows the cache is the one folder that stays on this computer.
            let own = || folders.state_dir().unwrap_or_else(|| folders.cache_dir());
            let runtime = folders.runtime_dir().map(|runtime| runtime.join("ikrar"));
            runtime.unwrap_or_else(|| own().join("ikrar").join("running"))
        });
        Self { folder }
    }

    /// A place of its own, for tests.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder: Some(folder) }
    }

    /// Announces a leader, for as long as what is given lives. Takes away what dead leaders have left behind.
    pub fn announce(&self, leader: &Announced) -> Option<Announcement> {
        let folder = self.folder.as_deref()?;
        let path = written_to(folder, leader).ok()?;
        for (path, left_behind) in files(folder) {
            if !lives(left_behind.pid) {
                let _ = std::fs::remove_file(path);
            }
        }
        Some(Announcement {
            folder: folder.to_owned(),
            path,
        })
    }

    /// The leaders that are announced and live, the newest first.
    pub fn all(&self) -> Vec<Announced> {
        let files = self.folder.as_deref().map(files).unwrap_or_default();
        let leaders = files.into_iter().map(|(_, leader)| leader);
        let mut leaders: Vec<Announced> = leaders.filter(|leader| lives(leader.pid)).collect();
        leaders.sort_by_key(|leader| (std::cmp::Reverse(leader.started), leader.pid));
        leaders
    }
}

/// A leader, announced. Dropping it takes that back.
#[derive(Debug)]
pub struct Announcement {
    folder: PathBuf,
    path: PathBuf,
}

impl Announcement {
    /// Announces the next run of the same leader in the place of this one.
    pub fn renew(&mut self, leader: &Announced) {
        if let Ok(path) = written_to(&self.folder, leader) {
            self.path = path;
        }
    }
}

impl Drop for Announcement {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

fn written_to(folder: &Path, leader: &Announced) -> io::Result<PathBuf> {
    make_folder(folder)?;
    let written = Written {
        version: VERSION,
        pid: leader.pid,
        port: leader.port,
        run: leader.run.clone(),
        started: leader.started.to_string(),
    };
    // The system lets nobody else read a file that is made in this way.
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(&serde_json::to_vec(&written)?)?;
    let path = folder.join(leader.pid.to_string()).with_extension(ENDING);
    file.persist(&path)?;
    Ok(path)
}

/// Makes the folder, for the user alone.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// The files of a folder that announce a leader, living or not.
fn files(folder: &Path) -> Vec<(PathBuf, Announced)> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries
        .take(MOST_ENTRIES)
        .filter_map(|entry| Some(entry.ok()?.path()));
    paths
        .filter_map(|path| {
            let leader = read(&path)?;
            Some((path, leader))
        })
        .collect()
}

/// What a file announces; nothing where it is none of ours.
fn read(path: &Path) -> Option<Announced> {
    let pid: u32 = path.file_stem()?.to_str()?.parse().ok()?;
    // What is no ordinary file may never end, or never begin.
    if path.extension()?.to_str()? != ENDING || !std::fs::symlink_metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path)
        .ok()?
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .ok()?;
    let written: Written = serde_json::from_slice(&bytes).ok()?;
    (written.version == VERSION && written.pid == pid && written.port > 0).then_some(())?;
    Some(Announced {
        pid,
        port: written.port,
        run: written.run,
        started: written.started.parse().ok()?,
    })
}

/// Whether a process runs.
#[cfg(unix)]
fn lives(pid: u32) -> bool {
    let Some(pid) = i32::try_from(pid).ok().and_then(rustix::process::Pid::from_raw) else {
        return false;
    };
    // One that may not be asked is there.
    rustix::process::test_kill_process(pid) != Err(rustix::io::Errno::SRCH)
}

/// Nobody can be asked: what is announced is taken for true, and found out by asking at its port.
#[cfg(not(unix))]
fn lives(_pid: u32) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leader(pid: u32, started: &str) -> Announced {
        Announced {
            pid,
            port: 17845,
            run: RunId("20261122-033735-1a2b".into()),
            started: started.parse().unwrap(),
        }
    }

    fn ourselves() -> u32 {
        std::process::id()
    }

    #[test]
    fn a_leader_is_found_for_as_long_as_it_is_announced() {
        let folder = tempfile::tempdir().unwrap();
        let announcements = Announcements::in_folder(folder.path().join("new").join("ikrar"));
        assert_eq!(announcements.all(), []);
        let first = leader(ourselves(), "2026-11-22T03:37:35Z");
        let announced = announcements.announce(&first).unwrap();
        assert_eq!(announcements.all(), [first]);
        drop(announced);
        assert_eq!(announcements.all(), []);
    }

    #[test]
    fn the_next_run_of_a_leader_takes_the_place_of_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let announcements = Announcements::in_folder(folder.path().to_owned());
        let first = leader(ourselves(), "2026-11-22T03:37:35Z");
        let mut announced = announcements.announce(&first).unwrap();
        let next = leader(ourselves(), "2026-11-22T04:00:00Z");
        announced.renew(&next);
        assert_eq!(announcements.all(), [next]);
    }

    #[cfg(unix)]
    #[test]
    fn the_newest_leader_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        let announcements = Announcements::in_folder(folder.path().to_owned());
        // The first process of the system is there, and may not be asked.
        let older = leader(1, "2026-11-22T03:37:35Z");
        let newer = leader(ourselves(), "2026-11-22T04:00:00Z");
        let _older = announcements.announce(&older);
        let _newer = announcements.announce(&newer);
        assert_eq!(announcements.all(), [newer, older]);
    }

    #[cfg(unix)]
    #[test]
    fn what_a_dead_leader_has_left_behind_is_given_to_nobody_and_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let mut child = std::process::Command::new("true").spawn().unwrap();
        let dead = leader(child.id(), "2026-11-22T03:37:35Z");
        child.wait().unwrap();
        let path = written_to(folder.path(), &dead).unwrap();
        let announcements = Announcements::in_folder(folder.path().to_owned());
        assert_eq!(announcements.all(), []);
        assert!(path.exists());
        let _living = announcements.announce(&leader(ourselves(), "2026-11-22T04:00:00Z"));
        assert!(!path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("ikrar");
        let path = written_to(&own, &leader(ourselves(), "2026-11-22T03:37:35Z")).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&own), mode(&path)), (0o700, 0o600));
    }

    #[test]
    fn what_is_no_announcement_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let ours = leader(ourselves(), "2026-11-22T03:37:35Z");
        let path = written_to(folder.path(), &ours).unwrap();
        let good = std::fs::read_to_string(&path).unwrap();
        let announcements = Announcements::in_folder(folder.path().to_owned());
        assert_eq!(announcements.all(), [ours]);
        let broken = [
            String::new(),
            good[..good.len() / 2].to_owned(),
            good.replace("\"version\":1", "\"version\":2"),
            good.replace("\"port\":17845", "\"port\":0"),
            good.replace("\"port\":17845", "\"port\":99999"),
            good.replace(&format!("\"pid\":{}", ourselves()), "\"pid\":1"),
            good.replace("2026-11-22T", "yesterday "),
            format!("{good}{}", " ".repeat(8192)).replace('{', &" ".repeat(5000)),
        ];
        for text in broken {
            std::fs::write(&path, &text).unwrap();
            assert_eq!(announcements.all(), [], "{text}");
        }
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir(&path).unwrap();
        std::fs::write(folder.path().join("notes.txt"), &good).unwrap();
        assert_eq!(announcements.all(), []);
    }
}
