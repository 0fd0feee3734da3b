//! What is measured, one function each.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;

use crate::ceremony;
use crate::played::{COLUMNS, Played, ROWS};
use crate::screens::Screens;
use crate::table::{line, milliseconds, ratio, time};

/// How often a start is measured.
pub(crate) const STARTS: usize = 40;
/// How many keys are measured.
pub(crate) const KEYS: usize = 200;
/// How many saves of a length are measured.
const SAVES: usize = 30;

pub(crate) const RIGHT: &[u8] = b"\x1b[C";
pub(crate) const LEFT: &[u8] = b"\x1b[D";
/// The rows of the step and the verse, which change with every move and with nothing else.
pub(crate) const VERSE: std::ops::Range<u16> = 2..20;

/// The programs and a folder for scripts.
pub(crate) struct Stage {
    program: PathBuf,
    bare: PathBuf,
    folder: TempDir,
}

pub(crate) fn all() {
    let own = PathBuf::from(env!("CARGO_BIN_EXE_ikrar"));
    // Cargo itself hands on `--bench`.
    let other = std::env::args_os().skip(1).find(|argument| argument != "--bench");
    let stage = Stage {
        program: other.map_or(own, PathBuf::from),
        bare: bare(),
        // On a disk, as a user's own folder is: a folder for what is temporary may be in memory.
        folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap(),
    };
    println!("{}, {COLUMNS}×{ROWS}, medians\n", stage.program.display());
    stage.size();
    stage.starts();
    stage.long_start();
    stage.interrupted_starts();
    stage.keys();
    stage.bytes_of_keys();
    stage.keys_recorded();
    stage.keys_of_a_long_programme();
    stage.keys_before_screens();
    stage.many_keys_at_once();
    for (steps, most) in [(100, 2), (1_000, 12), (10_000, 120)] {
        stage.saves(steps, Duration::from_millis(most));
    }
    stage.idle();
    stage.keys_on_screens();
    stage.returns();
    for (steps, most) in [(100, 8), (1_000, 16), (10_000, 96)] {
        stage.memory(steps, most);
    }
}

/// The bare program, as fast as ours was built.
fn bare() -> PathBuf {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "--example", "bare"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(built.unwrap().success(), "the bare program does not build");
    let release = Path::new(env!("CARGO_BIN_EXE_ikrar")).parent().unwrap();
    release.join("examples/bare")
}

impl Stage {
    pub(crate) fn bare(&self) -> Played {
        Played::start(&self.bare, &[], self.folder.path())
    }

    /// Where the user's journals are.
    pub(crate) fn runs(&self) -> PathBuf {
        self.folder.path().join(".local/state/ikrar/runs")
    }

    pub(crate) fn play(&self, arguments: &[&str]) -> Played {
        let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
        Played::start(&self.program, &arguments, self.folder.path())
    }

    /// A script of so many steps in the folder.
    fn script(&self, steps: usize) -> String {
        let path = self.folder.path().join(format!("apel-{steps}.toml"));
        fs::write(&path, ceremony::script(steps, "satu")).unwrap();
        path.display().to_string()
    }

    /// A made-up ceremony that runs, at a step.
    fn running(&self, steps: usize, at: usize) -> Played {
        let (script, at) = (self.script(steps), at.to_string());
        let mut played = self.play(&["run", "--guard", "0", "--at", &at, &script]);
        played.frame();
        settle(&mut played);
        played
    }

    fn size(&self) {
        let size = fs::metadata(&self.program).unwrap().len();
        let figure = format!("{:.2} MB", size as f64 / 1e6);
        line(
            "size of the program",
            &figure,
            "8 MB at most",
            Some(size <= 8_000_000),
        );
    }

    fn starts(&self) {
        let (mut bare, mut ours, mut alone) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..STARTS {
            let mut played = self.bare();
            let first = played.frame();
            bare.push(played.since_start(&first));
            played.end(b"q");

            let mut played = self.play(&["run", "mergangsan-2023"]);
            let first = played.frame();
            assert!(
                played.parser.screen().contents().contains("Mergangsan"),
                "no full frame"
            );
            ours.push(played.since_start(&first));
            played.end(b"q");

            let mut played = self.play(&[]);
            let first = played.frame();
            alone.push(played.since_start(&first));
            played.end(b"q");
        }
        ratio("start of `ikrar run`, serving : bare", &mut ours, &mut bare, 1.5);
        ratio("start of `ikrar` : bare", &mut alone, &mut bare, 1.3);
    }

    fn long_start(&self) {
        let script = self.script(10_000);
        let mut times = Vec::new();
        for _ in 0..STARTS / 2 {
            let mut played = self.play(&["run", &script]);
            let first = played.frame();
            times.push(played.since_start(&first));
            played.end(b"q");
        }
        time("start at 10,000 steps", &mut times, Duration::from_millis(80));
    }

    fn keys(&self) {
        let (mut bare, mut ours) = (
            self.bare(),
            self.play(&["run", "--guard", "0", "--at", "1", "mergangsan-2023"]),
        );
        bare.frame();
        ours.frame();
        let (mut bare_times, mut our_times) = (Vec::new(), Vec::new());
        for key in 0..KEYS {
            bare_times.push(bare.press(b"x", 0..ROWS).0);
            our_times.push(ours.press(if key / 10 % 2 == 0 { RIGHT } else { LEFT }, VERSE).0);
        }
        ratio(
            "key to last byte of its frame : bare",
            &mut our_times,
            &mut bare_times,
            1.2,
        );
        bare.end(b"q");
        ours.end(b"q\r");
    }

    /// What a key writes, against what vt100 would write to get from the one screen to the other.
    fn bytes_of_keys(&self) {
        let mut played = self.play(&["run", "--guard", "0", "--at", "1", "mergangsan-2023"]);
        played.frame();
        let (mut written, mut needed, mut changed, mut keys) = (0, 0, 0, 0);
        for _ in 0..24 {
            let before = played.parser.screen().clone();
            let (_, frames) = played.press(RIGHT, VERSE);
            let after = played.parser.screen();
            if frames.count != 1 {
                // The minute has changed meanwhile.
                continue;
            }
            keys += 1;
            written += frames.bytes;
            // Beside the change itself, the marks of a synchronized update.
            needed += after.contents_diff(&before).len() + 16;
            changed += cells_changed(&before, after);
        }
        let figure = format!("{} bytes for {} cells", written / keys, changed / keys);
        let target = format!("{} bytes at most", needed / keys);
        line("written a key", &figure, &target, Some(written <= needed));
        played.end(b"q\r");
    }

    fn keys_of_a_long_programme(&self) {
        let (mut short, mut long) = (self.running(10, 2), self.running(10_000, 5_000));
        let (mut short_times, mut long_times) = (Vec::new(), Vec::new());
        for key in 0..KEYS {
            let key = if key % 2 == 0 { RIGHT } else { LEFT };
            short_times.push(short.press(key, VERSE).0);
            long_times.push(long.press(key, VERSE).0);
        }
        ratio(
            "key at 10,000 steps : at 10",
            &mut long_times,
            &mut short_times,
            1.2,
        );
        short.end(b"q\r");
        long.end(b"q\r");
    }

    /// Keys of a leader whom five hundred screens follow, and of one whom nobody follows.
    fn keys_before_screens(&self) {
        let leader = || self.play(&["run", "--guard", "0", "--at", "1", "mergangsan-2023"]);
        let (mut followed, mut alone) = (leader(), leader());
        followed.frame();
        alone.frame();
        let screens = Screens::join(self.port_of(&followed), 450, 50);
        let (mut times, mut alone_times) = (Vec::new(), Vec::new());
        for key in 0..KEYS {
            let key = if key / 10 % 2 == 0 { RIGHT } else { LEFT };
            times.push(followed.press(key, VERSE).0);
            // A leader presses no key before the screens show what came of the one before; both rest equally long.
            thread::sleep(Duration::from_millis(60));
            alone_times.push(alone.press(key, VERSE).0);
            thread::sleep(Duration::from_millis(60));
        }
        ratio(
            "key before 500 screens, 50 stalled : before none",
            &mut times,
            &mut alone_times,
            1.2,
        );
        assert!(screens.read() > 450 * KEYS, "the screens did not follow");
        drop(screens);
        followed.end(b"q\r");
        alone.end(b"q\r");
    }

    /// The port that a leader has announced.
    fn port_of(&self, leader: &Played) -> u16 {
        let folder = self.folder.path().join(".local/state/ikrar/running");
        let file = folder.join(format!("{}.json", leader.process()));
        let begun = Instant::now();
        loop {
            let text = fs::read_to_string(&file).unwrap_or_default();
            let port = text.split("\"port\":").nth(1);
            let port = port.and_then(|rest| rest.split(',').next()?.parse().ok());
            match port {
                Some(port) => return port,
                None => assert!(begun.elapsed() < Duration::from_secs(20), "no {}", file.display()),
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn many_keys_at_once(&self) {
        let steps = 2_001;
        let (mut times, mut draws) = (Vec::new(), 0);
        for _ in 0..5 {
            let mut played = self.running(steps, 1);
            let begun = Instant::now();
            played.write(&vec![b'n'; steps - 1]);
            let shown = played.until_shown(&format!("Acara {steps} satu"));
            times.push(shown.at - begun);
            draws = draws.max(shown.count);
            played.end(b"q\r");
        }
        time("2,000 keys at once", &mut times, Duration::from_millis(50));
        line("  and its draws", &draws.to_string(), "a few", Some(draws <= 20));
    }

    fn saves(&self, steps: usize, most: Duration) {
        for in_place in [false, true] {
            let path = PathBuf::from(self.script(steps));
            let beside = path.with_extension("new");
            let mut played = self.play(&["run", "--at", "1", path.to_str().unwrap()]);
            played.frame();
            settle(&mut played);
            let words = ["dua", "satu"].map(|word| (word, ceremony::script(steps, word)));
            let mut times = Vec::new();
            for (word, script) in words.iter().cycle().take(SAVES) {
                if !in_place {
                    fs::write(&beside, script).unwrap();
                }
                let begun = Instant::now();
                if in_place {
                    fs::write(&path, script).unwrap();
                } else {
                    fs::rename(&beside, &path).unwrap();
                }
                let shown = played.until_shown(&format!("Acara 1 {word}"));
                times.push(shown.at - begun);
            }
            let how = if in_place { "in place" } else { "by rename" };
            time(&format!("save to screen, {steps} steps, {how}"), &mut times, most);
            played.end(b"q\r");
        }
    }

    fn idle(&self) {
        let seconds = 4;
        for (what, at) in [
            ("idle on the ready screen", None),
            ("idle in an ikrar", Some("7")),
        ] {
            let script = self.script(100);
            let at = at.map_or_else(Vec::new, |at| vec!["--at", at]);
            let mut played = self.play(&[&["run"], at.as_slice(), &[&script]].concat());
            played.frame();
            settle(&mut played);
            // The clock on the screen changes with the minute: a wake-up that is meant to be.
            let of_minute = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() % 60;
            if of_minute + seconds + 1 >= 60 {
                thread::sleep(Duration::from_secs(60 - of_minute));
                settle(&mut played);
            }
            let before = played.sleeps();
            thread::sleep(Duration::from_secs(seconds));
            let woken = played.sleeps() - before;
            line(
                what,
                &format!("woken {woken} times in {seconds} s"),
                "never",
                Some(woken == 0),
            );
            played.end(if at.is_empty() { b"q" } else { b"q\r" });
        }
    }

    fn memory(&self, steps: usize, most: u32) {
        let mut played = self.running(steps, 1);
        for _ in 0..20 {
            played.press(RIGHT, VERSE);
        }
        let peak = played.peak_memory();
        let figure = format!("{peak:.1} MiB");
        let target = format!("{most} MiB at most");
        line(
            &format!("peak memory, {steps} steps"),
            &figure,
            &target,
            Some(peak <= f64::from(most)),
        );
        played.end(b"q\r");
    }
}

/// Waits until the watch is set up: nothing on the screen tells it.
fn settle(played: &mut Played) {
    let begun = Instant::now();
    let mut sleeps = played.sleeps();
    loop {
        thread::sleep(Duration::from_millis(150));
        let now = played.sleeps();
        if now == sleeps {
            return;
        }
        sleeps = now;
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "never still for {}",
            milliseconds(begun.elapsed())
        );
    }
}

fn cells_changed(before: &vt100::Screen, after: &vt100::Screen) -> usize {
    let places = (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column)));
    places
        .filter(|(row, column)| before.cell(*row, *column) != after.cell(*row, *column))
        .count()
}
