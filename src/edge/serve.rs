//! Serves the audience's screens: a page, a stream of what leaves the show, and a way for a screen to tell how far it is.
//!
//! Read-only by construction: what is asked for is parsed into one of four things (see `request`), and none of them has a
//! way into the show. Out of this room comes where the screens find it, and how they are; nothing else.
//!
//! One thread, which sleeps until somebody asks or the show moves. The loop hands over what leaves the show and never
//! waits: a screen that reads slowly gets only the newest, one that stalls is dropped. Everything is bounded (see
//! `limits`).

mod answer;
mod connections;
mod limits;
mod newest;
mod page;
mod port;
mod request;
mod shared;
mod stream;
mod table;

use std::future::poll_fn;
use std::io;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::Poll;
use std::time::Duration;

use tokio::runtime;
use tokio::sync::watch;
use tokio::task::LocalSet;

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
    /// Starts serving what leaves the show now. Where it is found, or why not, comes as [`Msg::ServingChanged`].
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
            let serving = serve(style, published, answer.clone(), timekeeper);
            if let Err(reason) = serving {
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
        if let Some(newest) = &self.newest {
            newest.send_replace(leaving);
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

/// Serves until the handle is dropped.
fn serve(
    style: ServeStyle,
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
        let opened = Opened::open(&style, &limits)?;
        outlet.send(Msg::ServingChanged {
            serving: opened.serving(style.share),
            at: timekeeper.now(),
        });
        let first = Newest::new(Arc::clone(&published.borrow()));
        let shared = Shared::new(limits, opened.port, style.lang, first, timekeeper);
        opened.remember(style.memory.as_deref());
        let leader = Leader::announce(&style, opened.port, timekeeper);
        // No tasks of their own: the panic of one would be the end of nothing else, and nobody would be told.
        let mut accepting = pin!(connections::accept(opened.listener, shared.clone()));
        let mut telling = pin!(shared::tell_of_screens(shared.clone(), outlet));
        let mut handing_on = pin!(hand_on(published, &shared, leader));
        poll_fn(|context| {
            let (Poll::Pending, Poll::Pending) =
                (accepting.as_mut().poll(context), telling.as_mut().poll(context));
            handing_on.as_mut().poll(context)
        })
        .await;
        Ok(())
    })
}

/// Hands on what leaves the show, for as long as there is one.
async fn hand_on(mut published: watch::Receiver<Arc<Leaving>>, shared: &Shared, mut leader: Leader) {
    loop {
        let leaving = Arc::clone(&published.borrow_and_update());
        leader.leads(&leaving);
        shared.publish(leaving);
        if published.changed().await.is_err() {
            return;
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
    fn announce(style: &ServeStyle, port: u16, timekeeper: Timekeeper) -> Self {
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

    fn leads(&mut self, leaving: &Leaving) {
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
