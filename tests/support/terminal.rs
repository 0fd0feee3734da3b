//! A program in a terminal of its own: keys in, a screen out.
//!
//! Shared by the tests that play a real program. A thread reads all that the program writes, keeps it, and draws it on a
//! screen; whoever waits for something there is woken by it. Every wait has an end and none is a sleep. The terminal
//! never answers a query: a program that waits for an answer is found out.
#![allow(dead_code, reason = "each test needs a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// Far longer than anything takes, also beside other tests.
pub(crate) const LONG: Duration = Duration::from_secs(30);

/// Switches to the screen that programs draw on.
pub(crate) const OTHER_SCREEN: &[u8] = b"\x1b[?1049h";
/// Switches back to the screen of the shell.
pub(crate) const FIRST_SCREEN: &[u8] = b"\x1b[?1049l";

const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// Where `part` stands in `bytes`.
pub(crate) fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// How often `part` stands in `bytes`.
pub(crate) fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part).count()
}

/// All that the program has written, and what it looks like.
pub(crate) struct Seen {
    bytes: Vec<u8>,
    parser: vt100::Parser,
    /// Whether the program is in the middle of a frame, so that the screen is no picture yet.
    within_frame: bool,
    frames: usize,
    ended: bool,
}

impl Seen {
    fn empty(rows: NonZeroU16, columns: NonZeroU16) -> Self {
        Self {
            bytes: Vec::new(),
            parser: vt100::Parser::new(rows, columns, 0),
            within_frame: false,
            frames: 0,
            ended: false,
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        // A mark may have come apart between two reads.
        let from = self.bytes.len().saturating_sub(FRAME_BEGINS.len() - 1);
        self.bytes.extend(bytes);
        self.parser.process(bytes);
        for window in self.bytes[from..].windows(FRAME_BEGINS.len()) {
            if window == FRAME_BEGINS {
                self.within_frame = true;
            } else if window == FRAME_ENDS {
                self.frames += usize::from(self.within_frame);
                self.within_frame = false;
            }
        }
    }

    /// All that was written.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The rows of the screen, without the empty ends of lines.
    pub(crate) fn rows(&self) -> Vec<String> {
        let screen = self.parser.screen();
        let (_, columns) = screen.size();
        screen
            .rows(0, columns.get())
            .map(|row| row.trim_end().to_owned())
            .collect()
    }

    /// Whether a text stands in one row of the screen.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.rows().iter().any(|row| row.contains(text))
    }

    /// The screen with its modes.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// What stood there after the last frame that was drawn whole; nothing where none was. The program must have ended.
    pub(crate) fn last_frame(&self) -> Option<Self> {
        let ends = |window: &[u8]| window == FRAME_ENDS;
        let end = self.bytes.windows(FRAME_ENDS.len()).rposition(ends)? + FRAME_ENDS.len();
        let (rows, columns) = self.parser.screen().size();
        let mut last = Self::empty(rows, columns);
        last.take(&self.bytes[..end]);
        Some(last)
    }

    /// How many frames were drawn whole.
    pub(crate) fn frames(&self) -> usize {
        self.frames
    }
}

struct Line {
    seen: Mutex<Seen>,
    changed: Condvar,
    let_go: AtomicBool,
}

impl Line {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// A program that is being played.
pub(crate) struct Played {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    line: Arc<Line>,
    reader: Option<JoinHandle<()>>,
    /// The settings of the line before the program began.
    before: Option<String>,
}

impl Played {
    /// Starts a program in a terminal of so many columns and rows.
    pub(crate) fn start(command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let before = settings(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let keys = pair.master.take_writer().unwrap();
        let reader = pair.master.try_clone_reader().unwrap();
        let line = Arc::new(Line {
            seen: Mutex::new(Seen::empty(cells(rows), cells(columns))),
            changed: Condvar::new(),
            let_go: AtomicBool::new(false),
        });
        let told = Arc::clone(&line);
        let reader = thread::spawn(move || listen(reader, &told));
        Self {
            master: Some(pair.master),
            keys: Some(keys),
            child,
            line,
            reader: Some(reader),
            before,
        }
    }

    /// Presses keys, all at once.
    pub(crate) fn press(&mut self, keys: impl AsRef<[u8]>) {
        let writer = self.keys.as_mut().unwrap();
        writer.write_all(keys.as_ref()).unwrap();
        writer.flush().unwrap();
    }

    /// Looks at what is seen now.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&Seen) -> T) -> T {
        at(&self.line.seen())
    }

    /// All that was written.
    pub(crate) fn written(&self) -> Vec<u8> {
        self.look(|seen| seen.bytes.clone())
    }

    /// The rows of the screen.
    pub(crate) fn rows(&self) -> Vec<String> {
        self.look(Seen::rows)
    }

    /// Waits until something is true of what is seen, between two frames.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, is_so: impl Fn(&Seen) -> bool) {
        let end = Instant::now() + LONG;
        let mut seen = self.line.seen();
        while seen.within_frame || !is_so(&seen) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.ended {
                let rows = seen.rows().join("\n");
                drop(seen);
                panic!("it never came to this: {what}. The screen:\n{rows}");
            }
            let woken = self.line.changed.wait_timeout(seen, left);
            seen = woken.unwrap_or_else(std::sync::PoisonError::into_inner).0;
        }
    }

    /// Waits until a text stands in a row of the screen.
    #[track_caller]
    pub(crate) fn until_shown(&self, text: &str) {
        self.until(&format!("{text:?} is shown"), |seen| seen.shows(text));
    }

    /// Waits until no row of the screen has a text any more.
    #[track_caller]
    pub(crate) fn until_not_shown(&self, text: &str) {
        self.until(&format!("{text:?} is not shown"), |seen| !seen.shows(text));
    }

    /// Waits until a text has been written.
    #[track_caller]
    pub(crate) fn until_written(&self, text: &str) {
        let is_written = |seen: &Seen| find(&seen.bytes, text.as_bytes()).is_some();
        self.until(&format!("{text:?} is written"), is_written);
    }

    /// Gives what is written in so long a time. Only for what may not be written, and where time itself must pass.
    pub(crate) fn written_throughout(&self, span: Duration) -> Vec<u8> {
        let seen = self.line.seen();
        let from = seen.bytes.len();
        let waited = self.line.changed.wait_timeout_while(seen, span, |_| true);
        let (seen, _) = waited.unwrap_or_else(std::sync::PoisonError::into_inner);
        seen.bytes[from..].to_vec()
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, (columns, rows): (u16, u16)) {
        self.line
            .seen()
            .parser
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        self.resize_unseen((columns, rows));
    }

    /// Gives the terminal another size, which the test's own screen does not follow.
    pub(crate) fn resize_unseen(&self, (columns, rows): (u16, u16)) {
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Kills the program, which can do nothing about it, and waits until all that it has written is read.
    pub(crate) fn kill(&mut self) {
        self.signal(Signal::KILL);
        let _ = self.child.wait();
        self.until_all_is_read();
    }

    /// The number of the program.
    pub(crate) fn pid(&self) -> Pid {
        let pid = self.child.process_id().unwrap();
        Pid::from_raw(pid.cast_signed()).unwrap()
    }

    /// Takes the terminal away, as when its window is closed or the line is cut, at a key that makes the program write.
    pub(crate) fn vanish(&mut self, key: &str) {
        // The thread that reads holds the terminal, too: it lets go after the next bytes.
        self.line.let_go.store(true, Ordering::SeqCst);
        self.press(key);
        self.until_all_is_read();
        self.keys = None;
        self.master = None;
    }

    /// Waits for the end of the program, and gives its exit code.
    pub(crate) fn status(&mut self) -> u32 {
        let (sender, ended) = channel();
        let mut killer = self.child.clone_killer();
        thread::spawn(move || {
            if ended.recv_timeout(LONG).is_err() {
                let _ = killer.kill();
            }
        });
        let status = self.child.wait().unwrap();
        let _: Result<(), _> = sender.send(());
        assert_eq!(status.signal(), None, "the program was killed");
        self.until_all_is_read();
        status.exit_code()
    }

    /// Waits until the thread that reads has let the terminal go.
    fn until_all_is_read(&mut self) {
        let seen = self.line.seen();
        let ended = self
            .line
            .changed
            .wait_timeout_while(seen, LONG, |seen| !seen.ended);
        assert!(ended.unwrap().0.ended, "somebody still holds the terminal");
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
    }

    /// Holds that the terminal is as it was before the program began.
    #[track_caller]
    pub(crate) fn is_given_back(&self) {
        let seen = self.line.seen();
        let bytes = &seen.bytes;
        assert!(find(bytes, OTHER_SCREEN) < find(bytes, FIRST_SCREEN));
        let pairs: [(&[u8], &[u8]); 4] = [
            (OTHER_SCREEN, FIRST_SCREEN),
            (b"\x1b[?25l", b"\x1b[?25h"),
            (b"\x1b[?2004h", b"\x1b[?2004l"),
            (b"\x1b[>2u", b"\x1b[<1u"),
        ];
        for (taken, given) in pairs {
            let last = |part: &[u8]| bytes.windows(part.len()).rposition(|window| window == part);
            let name = String::from_utf8_lossy(taken).into_owned();
            assert_eq!(count(bytes, taken), count(bytes, given), "{name:?}");
            assert!(last(taken) < last(given), "{name:?}");
        }
        // The mouse only where it was taken.
        for (taken, given) in [(b"\x1b[?1000h", b"\x1b[?1000l"), (b"\x1b[?1006h", b"\x1b[?1006l")] {
            assert_eq!(count(bytes, taken), count(bytes, given));
        }
        let screen = seen.screen();
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert!(!seen.within_frame);
        let settings = settings(&**self.master.as_ref().unwrap());
        assert!(settings.is_some());
        assert_eq!(settings, self.before);
    }
}

impl Drop for Played {
    fn drop(&mut self) {
        // A test that has failed leaves no program behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn listen(mut reader: Box<dyn Read + Send>, line: &Line) {
    let mut buffer = [0; 4096];
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        line.seen().take(&buffer[..count]);
        line.changed.notify_all();
        if line.let_go.load(Ordering::SeqCst) {
            break;
        }
    }
    line.seen().ended = true;
    line.changed.notify_all();
}

/// How the line is set: echo, canonical input, signals of keys and the rest.
fn settings(master: &dyn MasterPty) -> Option<String> {
    master.get_termios().map(|settings| format!("{settings:?}"))
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}
