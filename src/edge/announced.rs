//! The file by which another terminal of the same user finds a leader on this computer: which port it serves, and which
//! run it is. One file for each leader that runs, named after its process.
//!
//! It stands in the folder that the system clears when the user logs out, else in the user's own, which nobody else may
//! read; it is looked for in both, for a leader that was started by `su` or `cron` is not told of the first. It is taken
//! away at an orderly end; what a killed leader has left behind is taken away by the next one and never followed. Nothing
//! here is ever an error: a leader that cannot be announced is found by its address.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{own_folder, small_file};
use crate::slide::RunId;

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

/// A file that announces a leader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it says.
    pub leader: Announced,
    /// Whether the leader lives; else it was killed, and left the file behind.
    pub lives: bool,
}

/// Where leaders are announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcements {
    /// All that are looked at; the first is that in which we announce.
    folders: Vec<PathBuf>,
}

impl Announcements {
    /// The places of the user who runs the program. Without a home there is none, and nobody is announced.
    pub fn of_user() -> Self {
        let folders = etcetera::choose_base_strategy().ok();
        let folders = folders.map(|folders| {
            // On Windows the cache is the one folder that stays on this computer.
            let own = folders.state_dir().unwrap_or_else(|| folders.cache_dir());
            let runtime = folders.runtime_dir().map(|runtime| runtime.join("ikrar"));
            let own = own.join("ikrar").join("running");
            runtime.into_iter().chain([own]).collect()
        });
        Self {
            folders: folders.unwrap_or_default(),
        }
    }

    /// A place of its own, for tests.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            folders: vec![folder],
        }
    }

    /// Announces a leader, for as long as what is given lives. Takes away what dead leaders have left behind.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where dead leaders' files are removed"
    )]
    pub fn announce(&self, leader: &Announced) -> Option<Announcement> {
        let folder = self.folders.first()?;
        let path = written_to(folder, leader).ok()?;
        for (path, left_behind) in self.folders.iter().flat_map(|folder| files(folder)) {
            if !lives(left_behind.pid) {
                let _ = std::fs::remove_file(path);
            }
        }
        Some(Announcement {
            folder: folder.clone(),
            path,
        })
    }

    /// The leaders that are announced and live, the newest first.
    pub fn all(&self) -> Vec<Announced> {
        let found = self.found().into_iter().filter(|found| found.lives);
        found.map(|found| found.leader).collect()
    }

    /// The leaders that are announced, each run once, the newest first.
    pub fn found(&self) -> Vec<Found> {
        let files = self.folders.iter().flat_map(|folder| files(folder));
        let mut found: Vec<Found> = files
            .map(|(_, leader)| Found {
                lives: lives(leader.pid),
                leader,
            })
            .collect();
        found.sort_by_key(|found| {
            let leader = &found.leader;
            (!found.lives, std::cmp::Reverse(leader.started), leader.pid)
        });
        let mut seen = HashSet::new();
        found.retain(|found| seen.insert(found.leader.run.clone()));
        found
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
    #[expect(clippy::disallowed_methods, reason = "this is where the file is removed")]
    fn drop(&mut self) {
        // Who has crashed has not ended: whoever follows is to wait for it, and not to follow another.
        if !std::thread::panicking() {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

fn written_to(folder: &Path, leader: &Announced) -> io::Result<PathBuf> {
    own_folder::make(folder)?;
    let written = Written {
        version: VERSION,
        pid: leader.pid,
        port: leader.port,
        run: leader.run.clone(),
        started: leader.started.to_string(),
    };
    let path = folder.join(leader.pid.to_string()).with_extension(ENDING);
    small_file::replace(&path, &written)?;
    Ok(path)
}

/// The files of a folder that announce a leader, living or not.
#[expect(clippy::disallowed_methods, reason = "this is where the files are looked for")]
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
    if path.extension()?.to_str()? != ENDING {
        return None;
    }
    let written: Written = small_file::read(path, LARGEST)?;
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

#[expect(clippy::disallowed_methods, reason = "a test")]
#[cfg(test)]
mod tests {
    use super::*;

    fn leader(pid: u32, started: &str) -> Announced {
        Announced {
            pid,
            port: 17845,
            run: RunId(format!("{started} {pid}").into()),
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
        let found = Found {
            leader: dead,
            lives: false,
        };
        assert_eq!(announcements.found(), [found]);
        assert!(path.exists());
        let _living = announcements.announce(&leader(ourselves(), "2026-11-22T04:00:00Z"));
        assert!(!path.exists());
    }

    #[test]
    fn it_is_looked_for_in_every_folder_and_each_run_is_found_once() {
        let (runtime, own) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let of = |folders: [&tempfile::TempDir; 2]| Announcements {
            folders: folders.map(|folder| folder.path().to_owned()).into(),
        };
        let ours = leader(ourselves(), "2026-11-22T03:37:35Z");
        let announced = of([&own, &runtime]).announce(&ours).unwrap();
        assert_eq!(of([&runtime, &own]).all(), std::slice::from_ref(&ours));
        written_to(runtime.path(), &ours).unwrap();
        assert_eq!(of([&runtime, &own]).all(), std::slice::from_ref(&ours));
        drop(announced);
        assert_eq!(std::fs::read_dir(own.path()).unwrap().count(), 0);
        assert_eq!(of([&own, &runtime]).all(), [ours]);
    }

    #[test]
    fn who_has_crashed_has_not_taken_its_announcement_back() {
        let folder = tempfile::tempdir().unwrap();
        let announcements = Announcements::in_folder(folder.path().to_owned());
        let ours = leader(ourselves(), "2026-11-22T03:37:35Z");
        let announced = announcements.announce(&ours).unwrap();
        let crash = std::thread::spawn(move || {
            let _announced = announced;
            panic!("as the test wants");
        });
        assert!(crash.join().is_err());
        assert_eq!(announcements.all(), [ours]);
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
