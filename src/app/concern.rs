//! Whom a message concerns in the loop, besides what is played, which hears all of them. The one place in the loop where a new
//! message has to be sorted in.

use std::sync::Arc;

use crate::show::{Follower, Msg, Serving, Worker};

/// What in the loop a message concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Concern<'a> {
    /// The terminal: its size, in columns and rows.
    Size(u16, u16),
    /// The terminal: it may be in another state than we left it in.
    Resumed,
    /// The screens: where they find the show.
    Serving(&'a Serving),
    /// The screens: which follow, and how they are.
    Followers(&'a Arc<[Follower]>),
    /// The screens: their server has panicked.
    ServerStopped,
    /// The journal: time has passed, and the program is awake.
    Time,
    /// Nothing but the one show, or list, that is played now: its script, its display, what lies under the mouse. It must not
    /// reach whatever is played next.
    PlayedNow,
    /// Nothing but what is played, now or next.
    Played,
}

/// What a message concerns.
pub(super) fn concern(msg: &Msg) -> Concern<'_> {
    match msg {
        Msg::Resized { columns, rows } => Concern::Size(*columns, *rows),
        Msg::Resumed { .. } => Concern::Resumed,
        Msg::ServingChanged { serving, .. } => Concern::Serving(serving),
        Msg::Ticked { .. } => Concern::Time,
        Msg::FollowersChanged { followers, .. } => Concern::Followers(followers),
        Msg::WorkerStopped {
            worker: Worker::Server,
            ..
        } => Concern::ServerStopped,
        Msg::SourcesSaved { .. }
        | Msg::WatchChanged { .. }
        | Msg::AwakeChanged { .. }
        | Msg::RecordingChanged { .. }
        | Msg::RunsElsewhere { .. }
        | Msg::WorkerStopped {
            worker: Worker::Watcher | Worker::Awake | Worker::Follower | Worker::Journal,
            ..
        }
        | Msg::MousePressed { .. }
        | Msg::Clicked { .. }
        | Msg::WheelTurned { .. } => Concern::PlayedNow,
        Msg::KeyPressed { .. }
        | Msg::Pasted { .. }
        | Msg::ListDrawn { .. }
        | Msg::LeaderHeard { .. }
        | Msg::SuspendAsked { .. } => Concern::Played,
    }
}
