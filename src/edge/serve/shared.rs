//! What all connections share: what leaves the show, the pages, and how the screens are. All of it lives on the server's
//! one thread.

use std::cell::RefCell;
use std::convert::Infallible;
use std::future::pending;
use std::net::IpAddr;
use std::rc::Rc;
use std::sync::Arc;

use hyper::StatusCode;
use tokio::sync::{Notify, watch};
use tokio::time::{sleep, timeout};

use super::answer::ReadyPage;
use super::crowd::{Crowd, Peer, Place};
use super::limits::Limits;
use super::newest::Newest;
use super::page;
use super::request::{Joining, ScreenId};
use super::table::{Line, Table};
use crate::edge::{Outlet, Timekeeper};
use crate::lang::Lang;
use crate::show::{Follower, FollowerRole, Msg};
use crate::slide::Leaving;

/// It, for everybody.
#[derive(Clone)]
pub(super) struct Shared {
    inner: Rc<Inner>,
}

struct Inner {
    limits: Limits,
    hall: ReadyPage,
    reader: ReadyPage,
    newest: watch::Sender<Rc<Newest>>,
    /// Who holds a place for a screen that follows.
    crowd: Crowd,
    table: RefCell<Table>,
    /// Told when how the screens are may have changed.
    changed: Notify,
    /// Told at each beat.
    beaten: Notify,
    timekeeper: Timekeeper,
}

/// A screen that was let in: its line, and its place until this is dropped.
pub(super) struct LetIn {
    pub(super) line: Line,
    _place: Place,
}

impl Shared {
    pub(super) fn new(limits: Limits, lang: Lang, first: Newest, timekeeper: Timekeeper) -> Self {
        let page = |role| ReadyPage::new(page::of(lang, role));
        Self {
            inner: Rc::new(Inner {
                limits,
                hall: page(FollowerRole::Hall),
                reader: page(FollowerRole::Reader),
                newest: watch::Sender::new(Rc::new(first)),
                crowd: Crowd::of(limits.streams()),
                table: RefCell::new(Table::new(limits)),
                changed: Notify::new(),
                beaten: Notify::new(),
                timekeeper,
            }),
        }
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.inner.limits
    }

    /// The page of a role.
    pub(super) fn page(&self, role: FollowerRole) -> &ReadyPage {
        match role {
            FollowerRole::Hall => &self.inner.hall,
            FollowerRole::Reader => &self.inner.reader,
        }
    }

    /// Gives all that follow what leaves the show now.
    pub(super) fn publish(&self, leaving: Arc<Leaving>) {
        let newest = Newest::new(leaving);
        let is_new_run = self.inner.newest.borrow().run() != newest.run();
        {
            let mut table = self.inner.table.borrow_mut();
            if is_new_run {
                table.begin_run();
            }
            table.published(newest.number(), self.inner.timekeeper.now());
        }
        self.inner.newest.send_replace(Rc::new(newest));
        self.inner.changed.notify_one();
    }

    /// What leaves the show, now and later.
    pub(super) fn follow(&self) -> watch::Receiver<Rc<Newest>> {
        self.inner.newest.subscribe()
    }

    /// Lets a screen follow, if there is room.
    pub(super) fn join(&self, joining: &Joining, address: IpAddr) -> Result<LetIn, StatusCode> {
        let place = self.inner.crowd.take(Peer::of(address));
        let place = place.ok_or(StatusCode::SERVICE_UNAVAILABLE)?;
        let mut table = self.inner.table.borrow_mut();
        let line = table.join(joining, address, self.inner.timekeeper.now());
        self.inner.changed.notify_one();
        Ok(LetIn { line, _place: place })
    }

    /// A stream of a screen has ended.
    pub(super) fn leave(&self, line: Line) {
        let mut table = self.inner.table.borrow_mut();
        table.leave(line, self.inner.timekeeper.now());
        self.inner.changed.notify_one();
    }

    /// A screen tells how far it is.
    pub(super) fn seen(&self, screen: &ScreenId, number: u64) -> StatusCode {
        let mut table = self.inner.table.borrow_mut();
        match table.seen(screen, number, self.inner.timekeeper.now()) {
            None => return StatusCode::NOT_FOUND,
            Some(true) => self.inner.changed.notify_one(),
            Some(false) => {}
        }
        StatusCode::NO_CONTENT
    }

    /// A screen says goodbye.
    pub(super) fn say_goodbye(&self, screen: &ScreenId) -> StatusCode {
        let mut table = self.inner.table.borrow_mut();
        if !table.say_goodbye(screen) {
            return StatusCode::NOT_FOUND;
        }
        self.inner.changed.notify_one();
        StatusCode::NO_CONTENT
    }

    /// A stream beats.
    pub(super) fn beat(&self) {
        self.inner.beaten.notify_one();
    }

    /// Waits for a beat, whoever's.
    pub(super) async fn beaten(&self) {
        self.inner.beaten.notified().await;
    }

    /// Whether nobody can be at the other end of a screen's stream.
    pub(super) fn has_gone(&self, line: Line) -> bool {
        let table = self.inner.table.borrow();
        table.has_gone(line, self.inner.timekeeper.now())
    }
}

/// Tells the loop how the screens are, whenever that has changed and not too often. Sleeps for as long as nothing can
/// change by itself: without a screen, for ever.
pub(super) async fn tell_of_screens(shared: Shared, outlet: Outlet) -> Infallible {
    let Inner {
        limits,
        table,
        changed,
        timekeeper,
        ..
    } = &*shared.inner;
    let mut told: Arc<[Follower]> = Arc::default();
    loop {
        let now = timekeeper.now();
        let (followers, wait) = table.borrow_mut().look(now);
        if *followers != *told {
            told = followers.into();
            let followers = Arc::clone(&told);
            if !outlet.send(Msg::FollowersChanged { followers, at: now }) {
                // Nobody listens any more.
                return pending().await;
            }
            sleep(limits.telling).await;
            continue;
        }
        match wait {
            // Whichever comes first; both lead back to the table.
            Some(wait) => drop(timeout(wait, changed.notified()).await),
            None => changed.notified().await,
        }
    }
}
