//! Taking the terminal over and giving it back: from the loop, from its panic, and from the threads that end the program.
//!
//! Giving back is possible from any thread at any time, waits for nobody longer than a moment, and ignores errors. No
//! state but two flags is needed for it; the settings of the line are kept by crossterm. Whoever ends the program from
//! another thread than the loop's also says what the loop can say no more: see [`say_at_end`].
#![expect(
    clippy::disallowed_methods,
    reason = "the program may end while the loop is stuck in a write"
)]

use std::io;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
#[cfg(unix)]
use crossterm::event::{KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use super::mouse::{GiveMouseBack, TakeMouse};

/// Whether the terminal is ours.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is taken over with it.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Held while bytes are written, so that a frame never lands on a screen that was given back.
static WRITING: Mutex<()> = Mutex::new(());

/// What is said at the end; see [`say_at_end`].
static LAST_WORDS: Mutex<Option<Body>> = Mutex::new(None);

/// How long the end of the program waits for a write that is under way.
const PATIENCE: Duration = Duration::from_millis(200);

/// Says whether the mouse is taken over together with the terminal; not unless it is said. To be said before.
pub(super) fn with_mouse(mouse: bool) {
    MOUSE.store(mouse, Ordering::SeqCst);
}

/// Takes the terminal over.
pub(super) fn enter() -> io::Result<()> {
    // What was printed before must not come out in the middle of a frame.
    io::Write::flush(&mut io::stdout())?;
    let taken = {
        let _held = hold();
        ENTERED.store(true, Ordering::SeqCst);
        enable_raw_mode().and_then(|()| write(&entering()?))
    };
    if taken.is_err() {
        leave();
    }
    taken
}

/// Takes the terminal over again, whatever the shell did to it while we were stopped.
pub(super) fn reenter() -> io::Result<()> {
    let _held = hold();
    if !ENTERED.load(Ordering::SeqCst) {
        return Ok(());
    }
    // Out and in again: crossterm believes that raw mode is still on, and entering the other screen twice would
    // forget where the cursor was on the first.
    let mut bytes = leaving()?;
    disable_raw_mode()?;
    enable_raw_mode()?;
    bytes.extend(entering()?);
    write(&bytes)
}

/// Gives the terminal back as it was, if it is ours.
pub(super) fn leave() {
    let _held = hold_if_possible();
    leave_holding();
}

/// Puts a frame on the screen, as long as the screen is ours.
pub(super) fn show(bytes: &[u8]) -> io::Result<()> {
    let _held = hold();
    if ENTERED.load(Ordering::SeqCst) {
        write(bytes)
    } else {
        Ok(())
    }
}

/// Gives the terminal back and ends the program at once, from whichever thread.
pub(super) fn end(status: i32) -> ! {
    let start = |body: Body| {
        let helper = thread::Builder::new().name("restore".to_owned());
        helper.spawn(body).map(drop)
    };
    within_patience(leave_and_hold_on, leave, start);
    // Whoever else ends the program waits here until it is said.
    let mut last_words = LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(say) = last_words.take() {
        let said = move |done: &Sender<()>| {
            say();
            let _ = done.send(());
        };
        within_patience(said, || {}, start);
    }
    exit(status)
}

/// Has something said where the program is ended at once, when the terminal has been given back. It must take a moment at
/// most; what takes longer is cut off.
pub fn say_at_end(say: impl FnOnce() + Send + 'static) {
    *LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(say));
}

/// What a thread does.
type Body = Box<dyn FnOnce() + Send>;

/// Does something on a thread of its own, and waits for it, but not for long: a terminal that takes no bytes would hold
/// us for ever. Where no thread is to be had the other thing is done right here.
fn within_patience(
    on_a_thread: impl FnOnce(&Sender<()>) + Send + 'static,
    without_a_thread: impl FnOnce(),
    start: impl FnOnce(Body) -> io::Result<()>,
) {
    let (done, waiting) = channel();
    match start(Box::new(move || on_a_thread(&done))) {
        Ok(()) => {
            let _ = waiting.recv_timeout(2 * PATIENCE);
        }
        Err(_) => without_a_thread(),
    }
}

/// Gives the terminal back, and keeps the right to write, so that the loop draws nothing in the moment that is left.
fn leave_and_hold_on(done: &Sender<()>) {
    let _held = hold_if_possible();
    leave_holding();
    let _ = done.send(());
    loop {
        thread::park();
    }
}

/// Makes a panic on the calling thread give the terminal back before its message is printed. A panic on any other
/// thread prints nothing and restores nothing: it is not the end of the show.
pub fn install_panic_hook() {
    let drawing = thread::current().id();
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |information| {
        if thread::current().id() == drawing {
            leave();
            usual(information);
        }
    }));
}

fn leave_holding() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        // The bytes are only made here, but Windows gives the mouse back at once, by a mode that raw mode is part of.
        let bytes = leaving();
        // The line before the bytes: it needs no room in the terminal's queue.
        let _ = disable_raw_mode();
        if let Ok(bytes) = bytes {
            let _ = write(&bytes);
        }
    }
}

fn entering() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, Hide, EnableBracketedPaste)?;
    // Asked for blindly: terminals that do not know it ignore it, and an answer could be a long time coming.
    #[cfg(unix)]
    queue!(
        bytes,
        PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::REPORT_EVENT_TYPES)
    )?;
    if MOUSE.load(Ordering::SeqCst) {
        queue!(bytes, TakeMouse)?;
    }
    Ok(bytes)
}

fn leaving() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // A frame may have been cut off in the middle.
    queue!(bytes, EndSynchronizedUpdate)?;
    if MOUSE.load(Ordering::SeqCst) {
        queue!(bytes, GiveMouseBack)?;
    }
    #[cfg(unix)]
    queue!(bytes, PopKeyboardEnhancementFlags)?;
    queue!(
        bytes,
        DisableBracketedPaste,
        SetAttribute(Attribute::Reset),
        Show,
        LeaveAlternateScreen
    )?;
    Ok(bytes)
}

fn hold() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The right to write, or nothing when somebody has been stuck in a write for long.
fn hold_if_possible() -> Option<MutexGuard<'static, ()>> {
    let step = Duration::from_millis(2);
    let mut waited = Duration::ZERO;
    loop {
        match WRITING.try_lock() {
            Ok(held) => return Some(held),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if waited < PATIENCE => {
                thread::sleep(step);
                waited += step;
            }
            Err(TryLockError::WouldBlock) => return None,
        }
    }
}

/// Writes past the standard library's own buffer and lock, which a stuck write of the loop would keep.
#[cfg(unix)]
fn write(mut bytes: &[u8]) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    let terminal = rustix::stdio::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(terminal, bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Another program has left the terminal in a mode where a full queue is an error.
            Err(Errno::AGAIN) => match poll(&mut [PollFd::new(&terminal, PollFlags::OUT)], None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            },
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn write(bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;

    let mut terminal = io::stdout().lock();
    terminal.write_all(bytes)?;
    terminal.flush()
}

#[cfg(unix)]
fn exit(status: i32) -> ! {
    // Nothing is to be tidied up that could wait for the stuck loop.
    signal_hook::low_level::exit(status)
}

#[cfg(not(unix))]
fn exit(status: i32) -> ! {
    std::process::exit(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is done, and whether on a thread of its own.
    fn done(start: impl FnOnce(Body) -> io::Result<()>) -> Vec<bool> {
        let (tell, told) = channel();
        let tell_on_a_thread = tell.clone();
        within_patience(
            move |done: &Sender<()>| {
                let _ = tell_on_a_thread.send(true);
                let _ = done.send(());
            },
            move || tell.send(false).unwrap(),
            start,
        );
        told.iter().collect()
    }

    #[test]
    fn the_terminal_is_given_back_on_a_thread_and_without_one_where_there_is_none() {
        assert_eq!(done(|body| thread::Builder::new().spawn(body).map(drop)), [true]);
        assert_eq!(done(|_| Err(io::ErrorKind::WouldBlock.into())), [false]);
    }
}
