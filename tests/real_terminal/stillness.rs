//! While nothing happens nothing is written and nothing wakes.

use std::time::Duration;

use crate::program::{Folders, TAB, words};
use crate::terminal::Played;

/// How long nothing may be written.
const STILL: Duration = Duration::from_millis(1_200);

/// Waits, where the minute is about to change on a screen with a clock, until it has.
pub(crate) fn early_in_the_minute(played: &Played) {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap();
    if now.as_secs() % 60 >= 55 {
        let first_row = played.rows().swap_remove(0);
        played.until("the minute has changed", |seen| seen.rows()[0] != first_row);
    }
}

/// How often the threads of the program have gone to sleep: once for each time that they were awake.
#[cfg(target_os = "linux")]
fn awakenings(played: &Played) -> u64 {
    let tasks = std::fs::read_dir(format!("/proc/{}/task", played.pid())).unwrap();
    let awakened = |task: std::fs::DirEntry| -> u64 {
        let status = std::fs::read_to_string(task.path().join("status")).unwrap();
        let count = status
            .lines()
            .find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        count.unwrap().trim().parse().unwrap()
    };
    tasks.map(|task| awakened(task.unwrap())).sum()
}

pub(crate) fn is_still(played: &Played) {
    // What has begun comes to its end: the script is read once more when its folder is watched.
    played.written_throughout(Duration::from_millis(300));
    #[cfg(target_os = "linux")]
    let before = awakenings(played);
    let written = played.written_throughout(STILL);
    assert_eq!(String::from_utf8_lossy(&written), "");
    #[cfg(target_os = "linux")]
    assert_eq!(awakenings(played), before, "something wakes");
}

#[test]
fn the_ready_screen_is_still() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml");
    played.until_ready();
    early_in_the_minute(&played);
    is_still(&played);
    played.quit();
}

#[test]
fn a_phrase_that_waits_is_still() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar");
    played.until_present("Satu.");
    early_in_the_minute(&played);
    is_still(&played);
    played.quit_from_running();
}

/// The hall is shown no clock: a change of the minute changes nothing there.
#[test]
fn the_audience_view_is_still() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar");
    played.until_present("Satu.");
    played.press(TAB);
    played.until_shown(words().read_then_repeated);
    played.until_not_shown("▌");
    is_still(&played);
    played.press(TAB);
    played.until_present("Satu.");
    played.quit_from_running();
}
