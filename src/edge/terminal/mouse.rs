//! Asking the terminal for clicks and the wheel, and for nothing more.
//!
//! Not crossterm's command where there are escapes: it asks for every motion as well, which nobody here wants to hear of,
//! and which a slow line would carry for nothing. On Windows there are no escapes but modes of the console, and what comes
//! of motions is dropped with the rest.

#[cfg(not(unix))]
pub(super) use crossterm::event::{DisableMouseCapture as GiveMouseBack, EnableMouseCapture as TakeMouse};

#[cfg(unix)]
pub(super) use self::escapes::{GiveMouseBack, TakeMouse};

#[cfg(unix)]
mod escapes {
    use std::fmt;

    use crossterm::Command;

    /// Presses, releases and the wheel, with coordinates as large as the screen.
    #[derive(Debug, Clone, Copy)]
    pub(in super::super) struct TakeMouse;

    impl Command for TakeMouse {
        fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
            out.write_str("\x1b[?1000h\x1b[?1006h")
        }
    }

    /// The terminal's own mouse again: selecting and copying.
    #[derive(Debug, Clone, Copy)]
    pub(in super::super) struct GiveMouseBack;

    impl Command for GiveMouseBack {
        fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
            out.write_str("\x1b[?1006l\x1b[?1000l")
        }
    }
}
