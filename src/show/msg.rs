//! All that can happen to a show, and all it asks of the world.
//!
//! Messages are in the past tense, effects in the imperative. Both enums are closed: a new source of events or a new
//! deed is a new variant, handled by everybody.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::OutlineRow;
use super::keys::Action;
use super::record::Record;
use super::recording::Recording;
use super::screens::{Follower, Heard, Serving};
use crate::script::Sources;

/// A point in time, by both clocks. Wall time is for what is shown, steady time for what is measured: the wall clock
/// may jump, the steady one never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The time of day and the day.
    pub wall: Timestamp,
    /// Time since the program started.
    pub steady: Duration,
}

/// Something that has happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// A key went down. Releases are never sent.
    KeyPressed {
        /// Which key.
        key: Key,
        /// Whether the terminal says that the key was held down (most do not tell).
        repeated: bool,
        /// When it was read, stamped by the thread that read it.
        at: Moment,
    },
    /// A text was pasted into the terminal. It is raw: whoever takes it in cleans it.
    Pasted {
        /// What was pasted.
        text: Arc<str>,
        /// When it was read.
        at: Moment,
    },
    /// The left button of the mouse went down over a cell. What lies there only drawing knows: over something that can be
    /// clicked the loop makes it [`Msg::Clicked`], and drops it elsewhere.
    MousePressed {
        /// The cell's column, from 0.
        column: u16,
        /// The cell's row, from 0.
        row: u16,
        /// When it was read.
        at: Moment,
    },
    /// Something on the screen was clicked.
    Clicked {
        /// What.
        target: Clickable,
        /// When the button went down.
        at: Moment,
    },
    /// The wheel of the mouse was turned.
    WheelTurned {
        /// How far, in rows; up is negative.
        rows: isize,
        /// When it was read.
        at: Moment,
    },
    /// The terminal has a new size, in cells.
    Resized {
        /// Cells from left to right.
        columns: u16,
        /// Cells from top to bottom.
        rows: u16,
    },
    /// A list was drawn: so far it can be scrolled, in rows. Only drawing knows how its words are wrapped.
    ListDrawn {
        /// The furthest first row.
        furthest: usize,
    },
    /// The script or one of its texts was saved: all of them, as read together.
    SourcesSaved {
        /// What was read.
        sources: Arc<Sources>,
        /// When it was read.
        at: Moment,
    },
    /// The time that was waited for has come.
    Ticked {
        /// The time.
        at: Moment,
    },
    /// How saves are noticed has changed.
    WatchChanged {
        /// How they are noticed now.
        watching: Watching,
        /// When it changed.
        at: Moment,
    },
    /// Whether the display is kept from going dark has changed.
    AwakeChanged {
        /// How it is now.
        awake: Awake,
    },
    /// Where the audience's screens find the show has changed.
    ServingChanged {
        /// How it is now.
        serving: Serving,
        /// When it changed.
        at: Moment,
    },
    /// Which screens follow has changed, or how they are.
    FollowersChanged {
        /// All of them.
        followers: Arc<[Follower]>,
        /// When it changed.
        at: Moment,
    },
    /// How the journal is has changed.
    RecordingChanged {
        /// How it is now.
        recording: Recording,
        /// When it changed.
        at: Moment,
    },
    /// Another process runs the same script on this computer.
    RunsElsewhere {
        /// When it was found.
        at: Moment,
    },
    /// A screen that follows has heard of its leader.
    LeaderHeard {
        /// What.
        heard: Heard,
        /// When.
        at: Moment,
    },
    /// A worker thread has panicked. The show goes on without it.
    WorkerStopped {
        /// Which worker.
        worker: Worker,
        /// When it stopped.
        at: Moment,
    },
    /// The system asks the program to stop for a while, as Ctrl-Z does.
    SuspendAsked {
        /// When it asked.
        at: Moment,
    },
    /// The program was stopped and runs again.
    Resumed {
        /// When it went on.
        at: Moment,
    },
}

/// How saves of the script are noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Watching {
    /// There is nothing to watch: the script is inside the binary.
    Nothing,
    /// The system tells of every save.
    Told,
    /// By looking once a second, as the user asked.
    LookingAsAsked,
    /// By looking once a second, because the folder is on a network.
    LookingOnNetwork,
    /// By looking once a second, because the system cannot watch the folder; its reason.
    LookingForWantOf(String),
    /// Not any more: the watcher has died.
    Stopped,
}

/// Whether the display is kept from going dark while the show is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Awake {
    /// It was asked for; there is no answer yet.
    Asked,
    /// It is kept lit.
    Held,
    /// It cannot be had: no desktop to ask, or it refuses.
    NotHeld,
}

/// The threads that may die without ending the show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Worker {
    /// The one that notices saves.
    Watcher,
    /// The one that keeps the display from going dark.
    Awake,
    /// The one that serves the audience's screens.
    Server,
    /// The one that follows a leader.
    Follower,
    /// The one that brings the journal to the disk.
    Journal,
}

/// What can be clicked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clickable {
    /// A key that the status line or a question names: a click does what the key does.
    Key(Action),
    /// A row of the outline: a click chooses it, as Enter does.
    Row(OutlineRow),
    /// A row of the list of ceremonies, counted among those that its filter lets through: a click opens it, as Enter does.
    Ceremony(usize),
}

/// A key with its modifiers. Letters are as typed: the table of keys treats both cases alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Held together with Ctrl.
    pub ctrl: bool,
    /// Held together with Alt or another modifier that no action uses.
    pub alt: bool,
}

impl Key {
    /// A key by itself.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// A key together with Ctrl.
    pub const fn ctrl(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: true,
            alt: false,
        }
    }
}

/// The keys of a keyboard that the program tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A character, Space among them.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Tab.
    Tab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
    /// Any other key.
    Other,
}

/// Something to be done by the loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put this into the journal, before anything that follows from it is on a screen.
    Record(Box<Record>),
    /// Give the terminal back and stop until the shell resumes the program.
    Suspend,
    /// Give the screens what leaves the show now.
    Publish,
    /// Close the show and go back to the list of ceremonies.
    ReturnToList,
    /// End the program.
    Quit,
}
