//! The screens that follow, or did, and how they are. Time is handed in: nothing here waits or is told.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::time::Duration;

use jiff::Timestamp;

use super::crowd::Peer;
use super::limits::Limits;
use super::request::{Joining, ScreenId};
use crate::show::{Device, Follower, FollowerRole, Health, Moment};

/// The screens, those that joined first in front. There are never more lines than connections, nor more of a peer than it
/// may have connections, whoever made them up.
#[derive(Debug)]
pub(super) struct Table {
    limits: Limits,
    screens: Vec<Screen>,
    /// The line that comes next.
    next: Line,
    newest: u64,
    /// What was published so lately that a screen need not show it yet, with when.
    young: VecDeque<(u64, Duration)>,
    /// What every screen should show by now.
    due: u64,
}

/// A line of the table. No two screens have the same one, not even one that has said goodbye and comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line(u64);

/// A screen. Spans are in steady time.
#[derive(Debug)]
struct Screen {
    line: Line,
    id: ScreenId,
    role: FollowerRole,
    device: Device,
    peer: Peer,
    address: Option<String>,
    /// Its streams that are open; after a broken way two, for a while.
    streams: usize,
    joined: Duration,
    /// When it was last heard of: since then it is lost, if it is.
    heard: Moment,
    /// Whether it was lost because it told nothing, and has told nothing since: that it joins again, as a page does that
    /// nobody can see, makes nothing better.
    is_mute: bool,
    /// The newest that it has shown.
    seen: u64,
    health: Health,
    since: Timestamp,
}

impl Table {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            limits,
            screens: Vec::new(),
            next: Line(0),
            newest: 0,
            young: VecDeque::new(),
            due: 0,
        }
    }

    /// Another run: its numbers begin anew.
    pub(super) fn begin_run(&mut self) {
        self.newest = 0;
        self.due = 0;
        self.young.clear();
        for screen in &mut self.screens {
            screen.seen = 0;
        }
    }

    /// Something new has left the show.
    pub(super) fn published(&mut self, number: u64, now: Moment) {
        self.newest = number;
        self.grow_old(now);
        self.young.push_back((number, now.steady));
    }

    /// Lets a screen follow that has been given a place; its line.
    pub(super) fn join(&mut self, joining: &Joining, address: IpAddr, now: Moment) -> Line {
        let peer = Peer::of(address);
        let address = (peer != Peer::Here).then(|| address.to_canonical().to_string());
        let limits = self.limits;
        if let Some(screen) = self.screen(&joining.screen) {
            screen.fall_mute_if_silent(now, &limits);
            screen.role = joining.role;
            screen.device = joining.device;
            screen.peer = peer;
            screen.address = address;
            screen.streams += 1;
            screen.joined = now.steady;
            screen.seen = 0;
            if !screen.is_mute {
                screen.heard = now;
            }
            return screen.line;
        }
        let of_peer = self.screens.iter().filter(|screen| screen.peer == peer).count();
        if peer != Peer::Here && of_peer >= limits.of_peer {
            self.forget_longest_lost(|screen| screen.peer == peer);
        } else if self.screens.len() >= limits.connections {
            self.forget_longest_lost(|_| true);
        }
        let line = self.next;
        self.next = Line(line.0 + 1);
        self.screens.push(Screen {
            line,
            id: joining.screen.clone(),
            role: joining.role,
            device: joining.device,
            peer,
            address,
            streams: 1,
            joined: now.steady,
            heard: now,
            is_mute: false,
            seen: 0,
            health: Health::Following,
            since: now.wall,
        });
        line
    }

    /// A stream of a screen has ended. One that said goodbye has no line any more.
    pub(super) fn leave(&mut self, line: Line, now: Moment) {
        let limits = self.limits;
        if let Some(screen) = self.screens.iter_mut().find(|screen| screen.line == line) {
            screen.fall_mute_if_silent(now, &limits);
            screen.streams = screen.streams.saturating_sub(1);
            if screen.streams == 0 && !screen.is_mute {
                screen.heard = now;
            }
        }
    }

    /// A screen says goodbye: nobody is to miss it. Whether it was there.
    pub(super) fn say_goodbye(&mut self, id: &ScreenId) -> bool {
        let before = self.screens.len();
        self.screens.retain(|screen| screen.id != *id);
        self.screens.len() < before
    }

    /// A screen tells what it has drawn; whether that changes how it is. None for one that never joined.
    pub(super) fn seen(&mut self, id: &ScreenId, number: u64, now: Moment) -> Option<bool> {
        self.grow_old(now);
        let (limits, due, newest) = (self.limits, self.due, self.newest);
        let screen = self.screen(id)?;
        if screen.streams > 0 {
            screen.heard = now;
            screen.is_mute = false;
        }
        // What was never published is of another run, or made up.
        if number <= newest {
            screen.seen = screen.seen.max(number);
        }
        Some(screen.health_at(now, &limits, due) != screen.health)
    }

    /// Whether nobody can be at the other end of a screen's stream: it has said goodbye, or told nothing for long.
    pub(super) fn has_gone(&self, line: Line, now: Moment) -> bool {
        let screen = self.screens.iter().find(|screen| screen.line == line);
        screen.is_none_or(|screen| {
            let last = screen.heard.steady.max(screen.joined);
            now.steady.saturating_sub(last) >= self.limits.drop_after
        })
    }

    /// How all of them are now, and how long until that can change by itself.
    pub(super) fn look(&mut self, now: Moment) -> (Vec<Follower>, Option<Duration>) {
        self.grow_old(now);
        let (limits, due) = (self.limits, self.due);
        for screen in &mut self.screens {
            screen.find_health(now, &limits, due);
        }
        let is_listed = |screen: &Screen| screen.streams > 0 || screen.unheard_for(now) < limits.listed;
        self.screens.retain(is_listed);
        let next = self
            .screens
            .iter()
            .filter_map(|screen| self.next_change(screen, now));
        let wait = next.min().map(|next| next.saturating_sub(now.steady));
        (self.screens.iter().map(Screen::told).collect(), wait)
    }

    fn screen(&mut self, id: &ScreenId) -> Option<&mut Screen> {
        self.screens.iter_mut().find(|screen| screen.id == *id)
    }

    fn grow_old(&mut self, now: Moment) {
        while let Some((number, at)) = self.young.front().copied()
            && at + self.limits.behind <= now.steady
        {
            self.due = number;
            self.young.pop_front();
        }
    }

    fn forget_longest_lost(&mut self, may_be: impl Fn(&Screen) -> bool) {
        let lost = self.screens.iter().enumerate();
        let longest = lost
            .filter(|(_, screen)| screen.streams == 0 && may_be(screen))
            .min_by_key(|(_, screen)| screen.heard.steady);
        if let Some((at, _)) = longest {
            self.screens.remove(at);
        }
    }

    /// When a screen may be something else without anything having happened.
    fn next_change(&self, screen: &Screen, now: Moment) -> Option<Duration> {
        let limits = &self.limits;
        let after_heard = |span: Duration| Some(screen.heard.steady + span);
        let times = if screen.is_lost(now, limits) {
            let leaves = after_heard(limits.listed).filter(|_| screen.streams == 0);
            [after_heard(limits.lately), leaves, None]
        } else {
            let young = self.young.iter().find(|(number, _)| *number > screen.seen);
            let behind = young.map(|(_, at)| *at + limits.behind);
            let settled = screen.joined + limits.behind;
            [after_heard(screen.patience(limits)), Some(settled), behind]
        };
        times.into_iter().flatten().filter(|at| *at > now.steady).min()
    }
}

impl Screen {
    fn unheard_for(&self, now: Moment) -> Duration {
        now.steady.saturating_sub(self.heard.steady)
    }

    /// How long it may be unheard.
    fn patience(&self, limits: &Limits) -> Duration {
        if self.streams > 0 {
            limits.silence
        } else {
            limits.away
        }
    }

    fn is_lost(&self, now: Moment, limits: &Limits) -> bool {
        self.is_mute || self.unheard_for(now) >= self.patience(limits)
    }

    /// Before its streams change: whether it is lost already, although it is joined.
    fn fall_mute_if_silent(&mut self, now: Moment, limits: &Limits) {
        self.is_mute |= self.streams > 0 && self.is_lost(now, limits);
    }

    fn health_at(&self, now: Moment, limits: &Limits, due: u64) -> Health {
        let has_settled = now.steady.saturating_sub(self.joined) >= limits.behind;
        if self.is_lost(now, limits) {
            if self.unheard_for(now) < limits.lately {
                Health::Lost
            } else {
                Health::LongLost
            }
        } else if self.seen < due && has_settled {
            Health::Behind
        } else {
            Health::Following
        }
    }

    fn find_health(&mut self, now: Moment, limits: &Limits, due: u64) {
        let health = self.health_at(now, limits, due);
        if health == self.health {
            return;
        }
        self.health = health;
        // It is lost since it was last heard of, and not since that was found out.
        let is_lost = matches!(health, Health::Lost | Health::LongLost);
        self.since = if is_lost { self.heard } else { now }.wall;
    }

    fn told(&self) -> Follower {
        Follower {
            role: self.role,
            device: self.device,
            address: self.address.clone(),
            health: self.health,
            since: self.since,
        }
    }
}

#[cfg(test)]
mod tests;
