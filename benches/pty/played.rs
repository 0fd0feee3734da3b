//! A program in a terminal of its own, read by the thread that measures, so that nothing stands between its last byte
//! and the clock.

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::ops::Range;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

pub(crate) const COLUMNS: u16 = 80;
pub(crate) const ROWS: u16 = 24;

const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// Far longer than anything takes: a program that is still at it then is ended, and the bench with it.
const LONG: Duration = Duration::from_secs(60);

pub(crate) struct Played {
    child: Box<dyn Child + Send + Sync>,
    /// Ends with us; kept for as long as the program runs.
    _master: Box<dyn MasterPty + Send>,
    reader: Box<dyn Read + Send>,
    keys: Box<dyn Write + Send>,
    pub(crate) parser: vt100::Parser,
    /// Read after the end of the last frame that was waited for.
    rest: Vec<u8>,
    started: Instant,
    _alive: Sender<()>,
}

/// What was read while a frame was waited for.
pub(crate) struct Frames {
    /// When the last of them ended.
    pub(crate) at: Instant,
    /// How many there were.
    pub(crate) count: usize,
    /// Their bytes.
    pub(crate) bytes: usize,
}

impl Played {
    pub(crate) fn start(program: &Path, arguments: &[&OsStr], folder: &Path) -> Self {
        let size = PtySize {
            rows: ROWS,
            cols: COLUMNS,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("HOME", folder);
        command.cwd(folder);
        let reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut killer = child.clone_killer();
        let (alive, ended) = channel::<()>();
        thread::spawn(move || {
            if ended.recv_timeout(LONG) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                let _ = killer.kill();
            }
        });
        let cells = |count| NonZeroU16::new(count).unwrap();
        Self {
            child,
            _master: pair.master,
            reader,
            keys,
            parser: vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0),
            rest: Vec::new(),
            started,
            _alive: alive,
        }
    }

    /// Since the program was started.
    pub(crate) fn since_start(&self, frames: &Frames) -> Duration {
        frames.at - self.started
    }

    pub(crate) fn write(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).unwrap();
    }

    /// Reads up to the end of a frame after which something is true of the screen; nothing where the program ends first.
    pub(crate) fn frames_until(&mut self, is_so: impl Fn(&vt100::Screen) -> bool) -> Option<Frames> {
        let mut buffer = [0; 8_192];
        let mut frames = Frames {
            at: Instant::now(),
            count: 0,
            bytes: 0,
        };
        loop {
            while let Some(end) = find(&self.rest, FRAME_ENDS).map(|at| at + FRAME_ENDS.len()) {
                self.parser.process(&self.rest[..end]);
                self.rest.drain(..end);
                frames.count += 1;
                frames.bytes += end;
                if is_so(self.parser.screen()) {
                    return Some(frames);
                }
            }
            let count = self.reader.read(&mut buffer).ok().filter(|count| *count > 0)?;
            frames.at = Instant::now();
            self.rest.extend_from_slice(&buffer[..count]);
        }
    }

    /// Reads up to the end of the next frame.
    pub(crate) fn frame(&mut self) -> Frames {
        self.frames_until(|_| true)
            .expect("the program ended instead of drawing")
    }

    /// Presses keys and gives what was drawn until they had changed some rows. A frame that a clock elsewhere asks for is
    /// not taken for theirs.
    pub(crate) fn press(&mut self, keys: &[u8], rows: Range<u16>) -> (Duration, Frames) {
        let before = in_rows(self.parser.screen(), rows.clone());
        let begun = Instant::now();
        self.write(keys);
        let frames = self.frames_until(|screen| in_rows(screen, rows.clone()) != before);
        let frames = frames.expect("the program ended instead of drawing");
        (frames.at - begun, frames)
    }

    /// Reads until a text is on the screen.
    pub(crate) fn until_shown(&mut self, text: &str) -> Frames {
        self.frames_until(|screen| screen.contents().contains(text))
            .unwrap_or_else(|| panic!("the program ended before it showed {text:?}"))
    }

    /// A value of `/proc/PID/status` in its own unit.
    pub(crate) fn status(&self, key: &str) -> u64 {
        let process = self.child.process_id().unwrap();
        status_of(Path::new(&format!("/proc/{process}/status")), key)
    }

    /// The most memory that it has had, in MiB.
    pub(crate) fn peak_memory(&self) -> f64 {
        self.status("VmHWM") as f64 / 1024.0
    }

    /// What is on its screen.
    pub(crate) fn contents(&self) -> String {
        self.parser.screen().contents()
    }

    /// Its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// How often any thread of the program has gone to sleep, and so was woken.
    pub(crate) fn sleeps(&self) -> u64 {
        let process = self.child.process_id().unwrap();
        let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
        threads
            .map(|thread| status_of(&thread.unwrap().path().join("status"), "voluntary_ctxt_switches"))
            .sum()
    }

    /// Ends the program by a key, and a question where it asks one.
    pub(crate) fn end(mut self, keys: &[u8]) {
        for key in keys {
            self.write(&[*key]);
        }
        let mut buffer = [0; 8_192];
        while self.reader.read(&mut buffer).is_ok_and(|count| count > 0) {}
        assert!(self.child.wait().unwrap().success(), "the program failed");
    }
}

impl Drop for Played {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn status_of(file: &Path, key: &str) -> u64 {
    let text = fs::read_to_string(file).unwrap();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    let number = line.and_then(|line| line.split_whitespace().next()).unwrap();
    number.parse().unwrap()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// What some rows of a screen say.
fn in_rows(screen: &vt100::Screen, rows: Range<u16>) -> Vec<String> {
    let count = usize::from(rows.end - rows.start);
    let skipped = usize::from(rows.start);
    screen.rows(0, COLUMNS).skip(skipped).take(count).collect()
}
