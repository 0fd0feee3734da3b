//! The stream of one screen: the newest on joining, then each change, and a beat. It is asked for the next piece only when
//! the connection has room, and gives the newest then: a screen that reads slowly never gets what is older.

use std::convert::Infallible;
use std::future::{poll_fn, ready};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame};
use tokio::sync::watch;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use super::newest::{Newest, beat};
use super::shared::{LetIn, Shared};
use crate::show::FollowerRole;

/// A stream as the body of an answer.
pub(super) struct Events {
    next: Pin<Box<dyn Future<Output = Option<Piece>>>>,
}

/// A piece of the stream, with what makes the one after it.
type Piece = (OpenStream, Bytes);

impl Events {
    /// The stream of a screen that has joined.
    pub(super) fn new(open: OpenStream) -> Self {
        Self {
            next: Box::pin(ready(Some(open.first()))),
        }
    }
}

impl Body for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let next = self.next.as_mut().poll(context);
        next.map(|next| {
            let (open, piece) = next?;
            self.next = Box::pin(open.next());
            Some(Ok(Frame::data(piece)))
        })
    }
}

/// What a screen follows by, for as long as this lives.
pub(super) struct OpenStream {
    shared: Shared,
    screen: LetIn,
    role: FollowerRole,
    newest: watch::Receiver<Rc<Newest>>,
    beats: Interval,
}

/// What there is to be told.
enum Due {
    Change,
    Beat,
    Nothing,
}

impl OpenStream {
    /// That of a screen; see [`Shared::join`].
    pub(super) fn new(shared: Shared, screen: LetIn, role: FollowerRole) -> Self {
        let beat = shared.limits().beat;
        let mut beats = interval_at(Instant::now() + beat, beat);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            newest: shared.follow(),
            shared,
            screen,
            role,
            beats,
        }
    }

    fn first(mut self) -> Piece {
        let piece = self.event();
        (self, piece)
    }

    async fn next(mut self) -> Option<Piece> {
        let piece = match self.due().await {
            Due::Change => self.event(),
            Due::Beat if self.shared.has_gone(self.screen.line) => return None,
            Due::Beat => {
                self.shared.beat();
                beat()
            }
            Due::Nothing => return None,
        };
        Some((self, piece))
    }

    async fn due(&mut self) -> Due {
        let mut changed = pin!(self.newest.changed());
        let beats = &mut self.beats;
        poll_fn(|context| match changed.as_mut().poll(context) {
            Poll::Ready(Ok(())) => Poll::Ready(Due::Change),
            Poll::Ready(Err(_)) => Poll::Ready(Due::Nothing),
            Poll::Pending => beats.poll_tick(context).map(|_| Due::Beat),
        })
        .await
    }

    fn event(&mut self) -> Bytes {
        self.newest.borrow_and_update().event(self.role)
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.shared.leave(self.screen.line);
    }
}
