//! The audience's screens, as the loop has them: served from the first show on, and across shows. What was last told of
//! them is kept, for a show that is opened later.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::edge::{ServeStyle, Server, Timekeeper};
use crate::show::{Follower, Moment, Msg, Serving, Show, update};
use crate::slide::Leaving;

/// The server, and what is known of it.
#[derive(Debug, Default)]
pub(super) struct ScreenServer {
    server: Option<Server>,
    serving: Serving,
    followers: Arc<[Follower]>,
    change: Change,
}

/// How far the screens are with what is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Change {
    /// They have it, or there is nothing new.
    #[default]
    Given,
    /// It has left the show, and nobody was given it.
    Due,
    /// It was laid out for them, and waits for the leader's screen.
    LaidOut,
}

impl ScreenServer {
    /// Tells a show that is opened what is known. `serves` says whether anything is to be served at all.
    pub(super) fn tell(&self, show: &mut Show, serves: bool, at: Moment) {
        if !serves {
            return;
        }
        let serving = match self.server {
            Some(_) => self.serving.clone(),
            None => Serving::Opening,
        };
        let followers = Arc::clone(&self.followers);
        update(show, Msg::ServingChanged { serving, at });
        update(show, Msg::FollowersChanged { followers, at });
    }

    /// Serves what leaves a show that has been opened. The first one waits for nobody: it has been drawn.
    pub(super) fn serve(
        &mut self,
        style: ServeStyle,
        leaving: &Arc<Leaving>,
        sender: &Sender<Msg>,
        timekeeper: Timekeeper,
    ) {
        if let Some(server) = &self.server {
            server.publish(Arc::clone(leaving));
            return;
        }
        let server = Server::start(style, Arc::clone(leaving), sender.clone(), timekeeper);
        match server {
            Ok(server) => {
                self.serving = Serving::Opening;
                self.server = Some(server);
            }
            Err(reason) => {
                // The receiver is our own: it cannot be gone.
                let _ = sender.send(Msg::ServingChanged {
                    serving: Serving::Refused(reason.to_string()),
                    at: timekeeper.now(),
                });
            }
        }
    }

    /// Something new has left the show, and more may before it is laid out.
    pub(super) fn note_change(&mut self) {
        self.change = Change::Due;
    }

    /// Lays out what leaves for the screens, if it is new, before the leader's own screen shows it.
    pub(super) fn lay_out(&mut self, leaving: Option<&Arc<Leaving>>) {
        if self.change != Change::Due {
            return;
        }
        self.change = Change::Given;
        if let Some((server, leaving)) = self.server.as_ref().zip(leaving) {
            server.lay_out(Arc::clone(leaving));
            self.change = Change::LaidOut;
        }
    }

    /// Gives the screens what was laid out: the leader's own screen shows it.
    pub(super) fn wake(&mut self) {
        if self.change == Change::LaidOut
            && let Some(server) = &self.server
        {
            server.wake();
        }
        self.change = Change::Given;
    }

    /// Keeps where the screens find the show. A server that could not begin is another one's place at the next show.
    pub(super) fn serving_changed(&mut self, serving: &Serving) {
        self.serving = serving.clone();
        if matches!(serving, Serving::Refused(_)) {
            self.server = None;
        }
    }

    /// Keeps how the screens are.
    pub(super) fn followers_changed(&mut self, followers: &Arc<[Follower]>) {
        self.followers = Arc::clone(followers);
    }

    /// The server has panicked. It begins anew by itself.
    pub(super) fn server_stopped(&mut self) {
        self.serving = Serving::Stopped;
        self.followers = Arc::default();
    }
}
