//! Serves the audience's screens: a page, a stream of what leaves the show, and a way for a screen to tell how far it is.
//!
//! Read-only by construction: what is asked for is parsed into one of a few things (see `request`), and none of them has a
//! way into the show. Out of this room comes where the screens find it, and how they are; nothing else.
//!
//! One thread, which sleeps until somebody asks or the show moves. The loop hands over what leaves the show and never
//! waits: a screen that reads slowly gets only the newest, one that stalls is dropped. Everything is bounded, in all and for
//! each peer (see `limits` and `crowd`). A panic is the end of what is open, and another server takes the place of that one.
//!
//! # What is spoken
//!
//! HTTP/1.1, `GET` alone, one request a connection.
//!
//! - `/`, `/reader`: the page of the audience, and that of the reader at the podium.
//! - `/events?as=hall|reader&device=browser|terminal&screen=ID`: a `text/event-stream`. On joining the newest comes whole, then
//!   each change, only the newest for who reads slowly: `event: slide` (for the hall) or `event: prompt` (for the reader) with
//!   `data:` one line of JSON, a [`Numbered`](crate::slide::Numbered). While anybody is joined `event: beat` with `data: {}`
//!   comes every two seconds: the leader lives.
//! - `/seen?screen=ID&n=NUMBER`: 204. A screen tells which number it has drawn, after it has drawn it and after each beat;
//!   with `&gone=1` that it goes, so that it is not missed. 404 where no such screen has joined.
//!
//! ID is made up by the screen, 8 to 32 letters, digits and `-`. Whatever else is asked for is refused with a sentence: 404,
//! other methods with 405, another name than an address or `localhost` in `Host` with 421, a page of another site with 403,
//! and a screen for which there is no place with 503 and `Retry-After`. Whoever has too many connections is not answered.

mod answer;
mod connections;
mod crowd;
mod limits;
mod newest;
mod page;
mod port;
mod request;
mod shared;
mod stream;
mod table;

use std::cell::Cell;
use std::future::poll_fn;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::Poll;
use std::time::Duration;

use tokio::runtime;
use tokio::sync::watch;
use tokio::task::LocalSet;
use tokio::time::timeout;

pub use self::limits::Limits;
use self::newest::Newest;
use self::port::Opened;
use self::shared::Shared;
use super::announced::{Announced, Announcement, Announcements};
use super::{Outlet, Timekeeper, worker};
use crate::lang::Lang;
use crate::show::{Msg, Serving, Worker};
use crate::slide::Leaving;

/// How long the end of the program waits for what is announced to be taken back.
const PATIENCE: Duration = Duration::from_millis(200);

/// How the screens are served.
#[derive(Debug, Clone)]
pub struct ServeStyle {
    /// Whether the local network is served, or this computer alone.
    pub share: bool,
    /// The port that is tried first; without it that of last time.
    pub port: Option<u16>,
    /// The language of the page.
    pub lang: Lang,
    /// Where other terminals are told of us.
    pub announcements: Announcements,
    /// The file that remembers the port of last time.
    pub memory: Option<PathBuf>,
    /// What is bounded.
    pub limits: Limits,
    /// Panic on purpose whenever something new leaves the show.
    pub panic_on_change: bool,
}

impl ServeStyle {
    /// How the user who runs the program is served.
    pub fn of_user(share: bool, port: Option<u16>, lang: Lang) -> Self {
        Self {
            share,
            port,
            lang,
            announcements: Announcements::of_user(),
            memory: port::memory_of_user(),
            limits: Limits::default(),
            panic_on_change: false,
        }
    }
}

/// The server. Dropping it ends its thread, and cuts every screen off.
#[derive(Debug)]
pub struct Server {
    newest: Option<watch::Sender<Arc<Leaving>>>,
    ended: Receiver<()>,
    outlet: Outlet,
}

impl Server {
    /// Starts serving what leaves the show now. Where it is found, or why not, comes as [`Msg::ServingChanged`]. Where the
    /// server panics, that comes as [`Msg::WorkerStopped`], and another one takes its place by itself.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn start(
        style: ServeStyle,
        first: Arc<Leaving>,
        sender: Sender<Msg>,
        timekeeper: Timekeeper,
    ) -> io::Result<Self> {
        let outlet = Outlet::new(sender);
        let (newest, published) = watch::channel(first);
        let (done, ended) = channel();
        let answer = outlet.clone();
        worker("serve", Worker::Server, outlet.clone(), timekeeper, move || {
            let served = keep_serving(style, &published, &answer, timekeeper);
            if let Err(reason) = served {
                answer.send(Msg::ServingChanged {
                    serving: Serving::Refused(reason.to_string()),
                    at: timekeeper.now(),
                });
            }
            drop(done);
        })?;
        Ok(Self {
            newest: Some(newest),
            ended,
            outlet,
        })
    }

    /// Gives the screens what leaves the show now. Waits for nobody.
    pub fn publish(&self, leaving: Arc<Leaving>) {
        self.lay_out(leaving);
        self.wake();
    }

    /// Lays out what leaves the show now, and wakes nobody for it: the leader's own screen is drawn in the meantime, which
    /// takes much longer where the server writes to five hundred screens beside it on a computer of two cores. Where
    /// [`Self::wake`] does not follow, because the leader's terminal takes nothing, the screens get it with the next beat.
    pub fn lay_out(&self, leaving: Arc<Leaving>) {
        if let Some(newest) = &self.newest {
            newest.send_if_modified(|newest| {
                *newest = leaving;
                false
            });
        }
    }

    /// Gives the screens what was laid out.
    pub fn wake(&self) {
        if let Some(newest) = &self.newest {
            newest.send_modify(|_| ());
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.outlet.shut();
        if std::thread::panicking() {
            // A leader that has crashed has not ended: what is announced stays, so that its screens wait for it.
            std::mem::forget(self.newest.take());
            return;
        }
        self.newest = None;
        let _ = self.ended.recv_timeout(PATIENCE);
    }
}

/// Serves until the handle is dropped. A server that panics is told, and another one begins at the same port, but not too
/// soon after it: a fault that comes back at once would otherwise keep the computer busy, and the leader with it.
fn keep_serving(
    mut style: ServeStyle,
    published: &watch::Receiver<Arc<Leaving>>,
    outlet: &Outlet,
    timekeeper: Timekeeper,
) -> io::Result<()> {
    let port = Cell::new(style.port);
    loop {
        let began = timekeeper.now().steady;
        let serving = || serve(&style, &port, published.clone(), outlet.clone(), timekeeper);
        if let Ok(served) = catch_unwind(AssertUnwindSafe(serving)) {
            return served;
        }
        outlet.send(Msg::WorkerStopped {
            worker: Worker::Server,
            at: timekeeper.now(),
        });
        style.port = port.get();
        // What is to be remembered has been: a port that was not wanted is none that is wanted now.
        style.memory = None;
        let wait = (began + style.limits.again).saturating_sub(timekeeper.now().steady);
        if is_dropped_within(wait, published.clone())? {
            return Ok(());
        }
    }
}

/// Waits for so long; whether the handle was dropped meanwhile.
fn is_dropped_within(wait: Duration, mut published: watch::Receiver<Arc<Leaving>>) -> io::Result<bool> {
    let runtime = runtime::Builder::new_current_thread().enable_time().build()?;
    let dropped = async { while published.changed().await.is_ok() {} };
    Ok(runtime.block_on(async { timeout(wait, dropped).await.is_ok() }))
}

/// Serves until the handle is dropped; tells at which port.
fn serve(
    style: &ServeStyle,
    port: &Cell<Option<u16>>,
    published: watch::Receiver<Arc<Leaving>>,
    outlet: Outlet,
    timekeeper: Timekeeper,
) -> io::Result<()> {
    let limits = style.limits.within_descriptors()?;
    let runtime = runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .build()?;
    let tasks = LocalSet::new();
    tasks.block_on(&runtime, async move {
        let opened = Opened::open(style, &limits)?;
        port.set(Some(opened.port));
        outlet.send(Msg::ServingChanged {
            serving: opened.serving(style.share),
            at: timekeeper.now(),
        });
        let first = Newest::new(Arc::clone(&published.borrow()));
        let shared = Shared::new(limits, style.lang, first, timekeeper);
        opened.remember(style.memory.as_deref(), style.announcements.all().is_empty());
        let leader = Leader::new(style, opened.port, timekeeper);
        // No tasks of their own: the panic of one would be the end of nothing else, and nobody would be told.
        let mut accepting = pin!(connections::accept(opened.listener, shared.clone()));
        let mut telling = pin!(shared::tell_of_screens(shared.clone(), outlet));
        let mut handing_on = pin!(hand_on(style, published, &shared, leader));
        poll_fn(|context| {
            let (Poll::Pending, Poll::Pending) =
                (accepting.as_mut().poll(context), telling.as_mut().poll(context));
            handing_on.as_mut().poll(context)
        })
        .await;
        Ok(())
    })
}

/// Hands on what leaves the show, for as long as there is one: when it is told that there is something, and with each beat
/// what was laid out without a word.
async fn hand_on(
    style: &ServeStyle,
    mut published: watch::Receiver<Arc<Leaving>>,
    shared: &Shared,
    mut leader: Leader,
) {
    let mut last = None;
    loop {
        let leaving = Arc::clone(&published.borrow_and_update());
        if !last.as_ref().is_some_and(|last| Arc::ptr_eq(last, &leaving)) {
            leader.announce(&leaving);
            shared.publish(Arc::clone(&leaving));
            last = Some(leaving);
        }
        let mut changed = pin!(published.changed());
        let mut beaten = pin!(shared.beaten());
        let woken = poll_fn(|context| match changed.as_mut().poll(context) {
            Poll::Ready(told) => Poll::Ready(Some(told)),
            Poll::Pending => beaten.as_mut().poll(context).map(|()| None),
        });
        match woken.await {
            Some(Ok(())) => assert!(!style.panic_on_change, "asked to panic at a change"),
            Some(Err(_)) => return,
            None => {}
        }
    }
}

/// What other terminals of the user are told of us.
struct Leader {
    announcements: Announcements,
    announcement: Option<Announcement>,
    announced: Announced,
    timekeeper: Timekeeper,
}

impl Leader {
    /// Announces nothing before the first run is known.
    fn new(style: &ServeStyle, port: u16, timekeeper: Timekeeper) -> Self {
        Self {
            announcements: style.announcements.clone(),
            announcement: None,
            announced: Announced {
                pid: std::process::id(),
                port,
                run: crate::slide::RunId::default(),
                started: timekeeper.now().wall,
            },
            timekeeper,
        }
    }

    fn announce(&mut self, leaving: &Leaving) {
        if self.announcement.is_some() && self.announced.run == leaving.run {
            return;
        }
        self.announced.run = leaving.run.clone();
        self.announced.started = self.timekeeper.now().wall;
        match &mut self.announcement {
            Some(announcement) => announcement.renew(&self.announced),
            None => self.announcement = self.announcements.announce(&self.announced),
        }
    }
}

#[cfg(test)]
mod tests;
