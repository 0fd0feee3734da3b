//! The name of a run: when it was opened, and by which process, so that no two runs have the same.

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;

use crate::show::Moment;
use crate::slide::RunId;

/// Runs that this process has opened.
static OPENED: AtomicU32 = AtomicU32::new(0);

/// A name for a run that is opened now: `20261122-033735-1a2b`, and `20261122-033735-1a2b-2` for the second of a process.
pub fn run_id(now: Moment) -> RunId {
    let before = OPENED.fetch_add(1, Ordering::Relaxed);
    RunId(name(now.wall, std::process::id(), before).into())
}

fn name(now: Timestamp, pid: u32, before: u32) -> String {
    let time = now.strftime("%Y%m%d-%H%M%S");
    if before == 0 {
        format!("{time}-{pid:x}")
    } else {
        format!("{time}-{pid:x}-{}", before + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_time_the_process_and_which_of_its_runs_it_is() {
        let now = "2026-11-22T03:37:35Z".parse().unwrap();
        assert_eq!(name(now, 0x1a2b, 0), "20261122-033735-1a2b");
        assert_eq!(name(now, 0x1a2b, 1), "20261122-033735-1a2b-2");
    }
}
