//! The terminal of the leader: taken over, drawn on, and given back as it was however the program ends.
//!
//! Nothing is asked of the terminal at the start, so that nothing can hang over a slow line or inside tmux. Drawing is
//! one write between the marks of a synchronized update, and none at all when no cell has changed. What is drawn is
//! none of this room's business.

mod frame;
mod input;
mod mouse;
mod pen;
mod restore;
#[cfg(unix)]
mod signals;

use std::io::{self, IsTerminal};
use std::sync::mpsc::Sender;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use thiserror::Error;

use self::frame::Frame;
pub use self::restore::{install_panic_hook, say_at_end};
use super::Timekeeper;
use crate::show::{CellShape, Msg};

/// Why the terminal could not be taken over. Nothing has been written to it.
#[derive(Debug, Error)]
pub enum EnterError {
    /// Standard input is a file or a pipe.
    #[error("standard input is not a terminal")]
    InputIsNoTerminal,
    /// Standard output is a file or a pipe.
    #[error("standard output is not a terminal")]
    OutputIsNoTerminal,
    /// The system refused.
    #[error(transparent)]
    Refused(#[from] io::Error),
}

/// The terminal, taken over. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Terminal {
    frame: Frame,
    /// Whom the keys are told, and whether the mouse too, until the thread that does so is started.
    unheard: Option<(Sender<Msg>, Timekeeper, bool)>,
}

impl Terminal {
    /// Takes the terminal over, and starts the threads that listen to signals. Those that listen to keys and to the line
    /// itself start with the first frame: until then they would only keep it waiting, and keys wait in the line.
    ///
    /// To be called once. The threads live as long as the program. Without `mouse` the mouse stays the terminal's own,
    /// to select and copy with.
    ///
    /// # Errors
    ///
    /// When input or output is no terminal, or the system refuses; the terminal is then as it was.
    pub fn enter(sender: &Sender<Msg>, timekeeper: Timekeeper, mouse: bool) -> Result<Self, EnterError> {
        if !io::stdin().is_terminal() {
            return Err(EnterError::InputIsNoTerminal);
        }
        if !io::stdout().is_terminal() {
            return Err(EnterError::OutputIsNoTerminal);
        }
        // Signals first: from the first changed setting on there must be somebody who puts it back, and from the first
        // look at the size on somebody who tells of another.
        #[cfg(unix)]
        signals::listen(sender.clone(), timekeeper)?;
        restore::with_mouse(mouse);
        restore::enter()?;
        Ok(Self {
            frame: Frame::new(size().unwrap_or(USUAL_SIZE)),
            unheard: Some((sender.clone(), timekeeper, mouse)),
        })
    }

    /// Draws: `paint` gets an empty buffer of the whole screen. What differs from the screen is written at once.
    ///
    /// # Errors
    ///
    /// When the terminal takes no more, or the system gives no thread for its keys.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer, Rect)) -> io::Result<()> {
        self.put(paint)?;
        if let Some((sender, timekeeper, mouse)) = self.unheard.take() {
            #[cfg(unix)]
            signals::listen_to_line()?;
            input::listen(sender, timekeeper, mouse)?;
        }
        Ok(())
    }

    fn put(&mut self, paint: impl FnOnce(&mut Buffer, Rect)) -> io::Result<()> {
        let Some(bytes) = self.frame.paint(paint)? else {
            return Ok(());
        };
        let written = restore::show(bytes);
        if written.is_err() {
            self.frame.forget();
        }
        written
    }

    /// The terminal says that it has a new size. The next draw paints all of it.
    pub fn resized(&mut self, columns: u16, rows: u16) {
        // Of several messages only the last is true, and it may still be on its way: the terminal itself knows best.
        self.frame.resize(size().unwrap_or((columns, rows)));
    }

    /// Gives the terminal back and stops the program until the shell resumes it; then takes the terminal over again.
    ///
    /// Where nobody could resume the program (no shell with jobs above it) it does not stop.
    ///
    /// # Errors
    ///
    /// When the terminal is gone on return.
    pub fn suspend(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        {
            restore::leave();
            signals::stop_until_resumed();
            restore::enter()?;
            self.everything_anew();
        }
        Ok(())
    }

    /// The program was stopped and runs again: the shell may have changed the terminal meanwhile. The next draw paints
    /// all of it. Harmless when nothing was changed.
    ///
    /// # Errors
    ///
    /// When the terminal is gone.
    pub fn reenter(&mut self) -> io::Result<()> {
        restore::reenter()?;
        self.everything_anew();
        Ok(())
    }

    /// Gives the terminal back as it was. A second call does nothing, and so does a later draw.
    pub fn leave(&mut self) {
        restore::leave();
    }

    fn everything_anew(&mut self) {
        let area = self.frame.area();
        self.frame.resize(size().unwrap_or((area.width, area.height)));
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore::leave();
    }
}

/// What a terminal that does not know its own size is taken for.
const USUAL_SIZE: (u16, u16) = (80, 24);

/// Columns and rows, as the system knows them. A serial line knows none.
pub fn size() -> Option<(u16, u16)> {
    // Not crossterm's on Unix: it opens /dev/tty, and as a last resort starts another program to ask.
    #[cfg(unix)]
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())
        .ok()
        .map(|size| (size.ws_col, size.ws_row));
    #[cfg(not(unix))]
    let size = crossterm::terminal::size().ok();
    size.filter(|(columns, rows)| *columns > 0 && *rows > 0)
}

/// The shape of the terminal's cells, as the system knows it: not every terminal tells its pixels, and the terminal itself
/// is not asked.
pub fn cell_shape() -> CellShape {
    #[cfg(unix)]
    let shape = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).map_or_else(
        |_| CellShape::default(),
        |size| CellShape::of((size.ws_xpixel, size.ws_ypixel), (size.ws_col, size.ws_row)),
    );
    #[cfg(not(unix))]
    let shape = CellShape::default();
    shape
}
