//! The edges: all threads, files, clocks and the terminal, each with one `Sender<Msg>` into the loop.
//!
//! An edge decides nothing about the ceremony. It says what has happened, stamped when it happened, and does what it is
//! asked. What only Unix has stays in here, behind `cfg`, with a plain fallback beside it.
//!
//! # What the loop calls, in order
//!
//! 1. [`Timekeeper::start`], once, first of all; every edge gets a copy.
//! 2. [`terminal::install_panic_hook`], on the thread that will draw.
//! 3. [`watch::read_sources`], which waits a second at most for whoever is writing, and whatever may still fail with a
//!    message on an ordinary screen.
//!    Where a ceremony is picked from the list, [`Catalogue::all`] and this come after 4.
//! 4. [`Terminal::enter`], which also starts the thread for signals, and the first [`Terminal::draw`], which starts those
//!    for keys and a vanished terminal.
//! 5. For a show, [`KeepAwake::ask`] before its first frame, which waits for nobody, and after that frame [`Watch::start`]
//!    with the sources read in 3, unless the script is inside the binary, and [`Server::start`], unless screens are
//!    served already: they are across shows.
//!    A show asks for its script with [`Journals::lock`], which it holds until it is closed, then for a run to go on with,
//!    [`Journals::interrupted`]; its [`Journal`] touches no disk before something has happened.
//!    For a screen that follows a leader, [`Follow::start`] in the place of both, and [`terminal::say_at_end`] with its
//!    [`Follow::goodbye`]; after a draw [`Follow::drawn`] and [`Follow::seen`].
//! 6. Then, until the show, the picker or the screen ends: wait for a `Msg`, drain the channel, update, perform, and
//!    [`Terminal::draw`] once.
//!    - `Msg::Resized` → [`Terminal::resized`] before the draw;
//!    - `Effect::Record` → [`Journal::note`], and once for all that was drained, before everything else,
//!      [`Journal::write`];
//!    - `Effect::Publish` → [`Server::lay_out`], once for all that was drained, before the draw, and [`Server::wake`] after
//!      it;
//!    - `Effect::Suspend` → [`Terminal::suspend`], which comes back when the shell resumes the program;
//!    - `Msg::Resumed` → [`Terminal::reenter`], which is harmless after a `suspend` of our own;
//!    - an error of `draw`, `suspend` or `reenter` means that the terminal is gone: end.
//! 7. Drop the `Watch`, call [`Terminal::leave`] (or drop it), drop the `Journal`, which may wait for the disk, the
//!    `KeepAwake`, the `Server` and the `Follow`, which says goodbye, then print what is left to be said.
//!
//! Signals that end the program, and a vanished terminal, never reach the loop: their threads restore, say what is to be
//! said at the end, and exit.

pub mod announced;
pub mod awake;
pub mod catalogue;
pub mod follow;
pub mod journal;
pub mod new_file;
pub mod outlet;
mod own_folder;
pub mod run_id;
pub mod serve;
pub mod settings;
mod small_file;
pub mod terminal;
pub mod timekeeper;
pub mod watch;
pub mod worker;

pub use awake::{KeepAwake, Plea};
pub use catalogue::{Catalogue, Opened};
pub use follow::address::Typed;
pub use follow::{Address, Candidate, Follow};
pub use journal::{Interrupted, Journal, Journals, Lock};
pub use new_file::{NewFile, NotPromised};
pub use outlet::Outlet;
pub use serve::{ServeStyle, Server};
pub use terminal::{EnterError, Terminal};
pub use timekeeper::Timekeeper;
pub use watch::{Watch, WatchStyle};
pub use worker::worker;
