//! The screens of the audience, as the leader is told of them: where they find the show, which follow it, how they are. And
//! what such a screen hears of its leader.

use std::sync::Arc;

use jiff::Timestamp;

use crate::slide::{Numbered, Prompt, Slide};

/// The port on which a leader listens where nothing else is said: the seventeenth of August 1945.
pub const USUAL_PORT: u16 = 17845;

/// Where the audience's screens find the show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Serving {
    /// Nowhere: nobody asked for it.
    #[default]
    Off,
    /// It is being opened.
    Opening,
    /// At these addresses.
    Open {
        /// The page of the audience on this computer, with its port: `http://127.0.0.1:17845`.
        here: String,
        /// The same as other computers of the local network find it, where it is shared; the likeliest first.
        shared: Vec<String>,
        /// Where another port had to be taken than the one that was asked for.
        moved: Option<PortMoved>,
    },
    /// Nowhere: the system refused, with its reason.
    Refused(String),
    /// Nowhere any more: the server has died.
    Stopped,
}

/// The address of a page as it is typed after the command of another terminal: without what that understands by itself.
pub fn typed_address(page: &str) -> &str {
    let typed = page.strip_prefix("http://").unwrap_or(page);
    let typed = typed.strip_suffix('/').unwrap_or(typed);
    match typed.rsplit_once(':') {
        Some((host, port)) if port.parse() == Ok(USUAL_PORT) => host,
        Some(_) | None => typed,
    }
}

/// A screen that follows, or followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follower {
    /// What it shows.
    pub role: FollowerRole,
    /// What it is.
    pub device: Device,
    /// The address from which it follows; nothing for this computer.
    pub address: Option<String>,
    /// How it is.
    pub health: Health,
    /// Since when it is so.
    pub since: Timestamp,
}

/// The port that was asked for is another program's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PortMoved {
    /// The one that was asked for.
    pub wanted: u16,
    /// The one that was taken in its place.
    pub taken: u16,
}

/// What a screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FollowerRole {
    /// The slide, for the hall.
    Hall,
    /// The prompt, for the reader at the podium.
    Reader,
}

/// What a screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Device {
    /// A page in a browser.
    Browser,
    /// A terminal.
    Terminal,
}

/// How a screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Health {
    /// It shows what it should.
    Following,
    /// It is joined, and shows something older.
    Behind,
    /// It is not joined any more, or tells nothing.
    Lost,
    /// It has been lost for so long that nobody is to be alarmed by it any more.
    LongLost,
}

/// What a screen hears of its leader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// What the hall may see now.
    Slide(Arc<Numbered<Slide>>),
    /// What the reader needs now.
    Prompt(Arc<Numbered<Prompt>>),
    /// That the leader lives.
    Beat,
    /// That the way to the leader is cut.
    Cut,
}
