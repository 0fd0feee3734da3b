//! What is bounded, and how much: connections, and the time that anybody may take. The system's own bound on open files is
//! raised to what the connections need, and where it cannot be, fewer are taken.

use std::io;
use std::time::Duration;

use super::crowd::Room;

/// What is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once. Those beyond wait in the system's queue until one ends.
    pub connections: usize,
    /// Connections that a peer may have that is not this computer. Those beyond are closed.
    pub of_peer: usize,
    /// Connections of this computer that nobody else may take.
    pub of_here: usize,
    /// Of each of these, how many are kept for pages and reports: so many fewer screens follow at once.
    pub kept: usize,
    /// How long a request may take to come.
    pub request: Duration,
    /// How long everything but a stream may take in all.
    pub whole: Duration,
    /// How long a screen may take nothing of what is written to it.
    pub write: Duration,
    /// How often a screen that follows is told that the leader lives.
    pub beat: Duration,
    /// How long one may be away before it counts as lost: a page that is loaded anew has said goodbye by then, and one whose way
    /// broke off is back.
    pub away: Duration,
    /// How long a screen may not have told how far it is before it counts as lost: three beats.
    pub silence: Duration,
    /// How long before it is dropped. Its connection may take a few lines more without anybody at its other end.
    pub drop_after: Duration,
    /// How long one may show something older before it counts as behind.
    pub behind: Duration,
    /// How long one that is lost counts as lately lost.
    pub lately: Duration,
    /// How long it stays listed.
    pub listed: Duration,
    /// The least time between two tellings of how the screens are.
    pub telling: Duration,
    /// The least time from one start of the server to the next, where it panics.
    pub again: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 512,
            of_peer: 64,
            of_here: 64,
            kept: 12,
            request: Duration::from_secs(5),
            whole: Duration::from_secs(10),
            write: Duration::from_secs(5),
            beat: Duration::from_secs(2),
            away: Duration::from_secs(1),
            silence: Duration::from_secs(6),
            drop_after: Duration::from_secs(30),
            behind: Duration::from_secs(1),
            lately: Duration::from_secs(120),
            listed: Duration::from_secs(1_800),
            telling: Duration::from_millis(250),
            again: Duration::from_secs(5),
        }
    }
}

/// The longest head of a request, in bytes: the least that hyper can be told.
pub(super) const HEAD: usize = 8 * 1024;

/// What the system keeps of what is written to a connection, in bytes: a screen that reads slowly is to find the newest
/// slide, and not a queue of old ones.
pub(super) const SEND_BUFFER: u32 = 16 * 1024;

/// Connections that wait in the system's queue.
pub(super) const QUEUE: u32 = 1024;

/// Open files that are kept for everything else: the terminal, the scripts, the watcher.
#[cfg(unix)]
const RESERVE: usize = 64;

impl Limits {
    /// The room for connections.
    pub(super) fn connections(&self) -> Room {
        // Where the system allows few files, half of them at most are for nobody else.
        let of_here = self.of_here.min(self.connections / 2);
        Room {
            all: self.connections,
            others: self.connections - of_here,
            peer: self.of_peer,
        }
    }

    /// The room for screens that follow: less than that for connections, so that all can still tell how far they are.
    pub(super) fn streams(&self) -> Room {
        let Room { all, others, peer } = self.connections();
        let less = |connections: usize| connections.saturating_sub(self.kept).max(connections / 2);
        Room {
            all: less(all),
            others: less(others),
            peer: less(peer),
        }
    }

    /// The same limits with as many connections as the system allows files.
    ///
    /// # Errors
    ///
    /// When it allows none.
    #[cfg(unix)]
    pub(super) fn within_descriptors(self) -> io::Result<Self> {
        let files = raised(self.connections + RESERVE);
        let connections = self.connections.min(files.saturating_sub(RESERVE));
        if connections < 2 {
            return Err(rustix::io::Errno::MFILE.into());
        }
        Ok(Self { connections, ..self })
    }

    /// Nobody can be asked.
    #[cfg(not(unix))]
    #[expect(clippy::unnecessary_wraps, reason = "as where somebody can be asked")]
    pub(super) fn within_descriptors(self) -> io::Result<Self> {
        Ok(self)
    }
}

/// How many files may be open, after asking for as many as are needed. Never more than the system's hard limit, and never
/// fewer than before.
#[cfg(unix)]
fn raised(needed: usize) -> usize {
    use rustix::process::{Resource, getrlimit, setrlimit};

    let mut limit = getrlimit(Resource::Nofile);
    let wanted = u64::try_from(needed).unwrap_or(u64::MAX);
    if limit.current.is_some_and(|current| current < wanted) {
        let old = limit;
        limit.current = Some(limit.maximum.map_or(wanted, |most| most.min(wanted)));
        if setrlimit(Resource::Nofile, limit).is_err() {
            limit = old;
        }
    }
    limit.current.map_or(usize::MAX, |current| {
        usize::try_from(current).unwrap_or(usize::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_connections_are_kept_for_pages_and_reports() {
        let usual = Room {
            all: 500,
            others: 436,
            peer: 52,
        };
        assert_eq!(Limits::default().streams(), usual);
        let few = Limits {
            connections: 10,
            ..Limits::default()
        };
        assert_eq!((few.streams().all, few.streams().others), (5, 2));
    }

    #[test]
    fn this_computer_has_connections_that_nobody_else_can_take() {
        let usual = Room {
            all: 512,
            others: 448,
            peer: 64,
        };
        assert_eq!(Limits::default().connections(), usual);
        let few = Limits {
            connections: 10,
            ..Limits::default()
        };
        assert_eq!((few.connections().all, few.connections().others), (10, 5));
    }

    #[cfg(unix)]
    #[test]
    fn the_systems_limit_is_raised_to_what_is_needed_and_never_lowered() {
        let before = raised(0);
        assert!(before > 0);
        assert_eq!(raised(0), before);
        assert!(Limits::default().within_descriptors().is_ok());
        assert!(raised(0) >= before);
    }

    #[cfg(unix)]
    #[test]
    fn where_the_system_allows_fewer_files_fewer_connections_are_taken() {
        let most = Limits {
            connections: usize::MAX - RESERVE,
            ..Limits::default()
        };
        let within = most.within_descriptors().unwrap();
        assert_eq!(
            within.connections,
            raised(0).saturating_sub(RESERVE).min(most.connections)
        );
    }
}
