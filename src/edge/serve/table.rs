//! The screens that follow, or did, and how they are. Time is handed in: nothing here waits or is told.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::time::Duration;

use jiff::Timestamp;

use super::limits::Limits;
use super::request::{Joining, ScreenId};
use crate::show::{Device, Follower, FollowerRole, Health, Moment};

/// The screens, those that joined first in front.
#[derive(Debug)]
pub(super) struct Table {
    limits: Limits,
    screens: Vec<Screen>,
    newest: u64,
    /// What was published so lately that a screen need not show it yet, with when.
    young: VecDeque<(u64, Duration)>,
    /// What every screen should show by now.
    due: u64,
}

/// A screen. Spans are in steady time.
#[derive(Debug)]
struct Screen {
    id: ScreenId,
    role: FollowerRole,
    device: Device,
    address: Option<String>,
    /// Its streams that are open; after a broken way two, for a while.
    streams: usize,
    joined: Duration,
    /// When it was last heard of.
    heard: Moment,
    /// The newest that it has shown.
    seen: u64,
    health: Health,
    since: Timestamp,
    /// When it was lost.
    lost: Option<Duration>,
}

impl Table {
    pub(super) fn new(limits: Limits) -> Self {
        Self {
            limits,
            screens: Vec::new(),
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

    /// Lets a screen follow; whether there is room.
    pub(super) fn join(&mut self, joining: &Joining, peer: IpAddr, now: Moment) -> bool {
        let streams: usize = self.screens.iter().map(|screen| screen.streams).sum();
        if streams >= self.limits.streams() {
            return false;
        }
        let address = (!peer.is_loopback()).then(|| peer.to_string());
        if let Some(screen) = self.screen(&joining.screen) {
            screen.role = joining.role;
            screen.device = joining.device;
            screen.address = address;
            screen.streams += 1;
            screen.joined = now.steady;
            screen.heard = now;
            screen.seen = 0;
            return true;
        }
        if self.screens.len() >= self.limits.connections {
            self.forget_longest_lost();
        }
        self.screens.push(Screen {
            id: joining.screen.clone(),
            role: joining.role,
            device: joining.device,
            address,
            streams: 1,
            joined: now.steady,
            heard: now,
            seen: 0,
            health: Health::Following,
            since: now.wall,
            lost: None,
        });
        true
    }

    /// A stream of a screen has ended.
    pub(super) fn leave(&mut self, id: &ScreenId, now: Moment) {
        if let Some(screen) = self.screen(id) {
            screen.streams = screen.streams.saturating_sub(1);
            if screen.streams == 0 {
                screen.heard = now;
            }
        }
    }

    /// A screen tells what it has drawn; whether that changes how it is. None for one that never joined.
    pub(super) fn seen(&mut self, id: &ScreenId, number: u64, now: Moment) -> Option<bool> {
        self.grow_old(now);
        let (limits, due, newest) = (self.limits, self.due, self.newest);
        let screen = self.screen(id)?;
        if screen.streams > 0 {
            screen.heard = now;
        }
        // What was never published is of another run, or made up.
        if number <= newest {
            screen.seen = screen.seen.max(number);
        }
        Some(screen.health_at(now, &limits, due) != screen.health)
    }

    /// Whether a screen has told nothing for so long that nobody can be at the other end.
    pub(super) fn is_silent(&self, id: &ScreenId, now: Moment) -> bool {
        let screen = self.screens.iter().find(|screen| screen.id == *id);
        screen.is_some_and(|screen| now.steady.saturating_sub(screen.heard.steady) >= self.limits.drop_after)
    }

    /// How all of them are now, and how long until that can change by itself.
    pub(super) fn look(&mut self, now: Moment) -> (Vec<Follower>, Option<Duration>) {
        self.grow_old(now);
        let (limits, due) = (self.limits, self.due);
        for screen in &mut self.screens {
            screen.find_health(now, &limits, due);
        }
        self.screens.retain(|screen| {
            let lost_for = screen.lost.map(|lost| now.steady.saturating_sub(lost));
            screen.streams > 0 || lost_for.is_none_or(|lost_for| lost_for < limits.listed)
        });
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

    fn forget_longest_lost(&mut self) {
        let lost = self.screens.iter().enumerate();
        let longest = lost
            .filter(|(_, screen)| screen.streams == 0)
            .min_by_key(|(_, screen)| screen.heard.steady);
        if let Some((at, _)) = longest {
            self.screens.remove(at);
        }
    }

    /// When a screen may be something else without anything having happened.
    fn next_change(&self, screen: &Screen, now: Moment) -> Option<Duration> {
        if screen.streams == 0 {
            return screen.lost.map(|lost| lost + self.limits.listed);
        }
        let lost = screen.heard.steady + self.limits.silence;
        let settled = screen.joined + self.limits.behind;
        let young = self.young.iter().find(|(number, _)| *number > screen.seen);
        let behind = young.map(|(_, at)| *at + self.limits.behind);
        let times = [Some(lost), Some(settled), behind];
        times.into_iter().flatten().filter(|at| *at > now.steady).min()
    }
}

impl Screen {
    fn health_at(&self, now: Moment, limits: &Limits, due: u64) -> Health {
        let is_silent = now.steady.saturating_sub(self.heard.steady) >= limits.silence;
        let has_settled = now.steady.saturating_sub(self.joined) >= limits.behind;
        if self.streams == 0 || is_silent {
            Health::Lost
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
        let since = if health == Health::Lost { self.heard } else { now };
        self.since = since.wall;
        self.lost = (health == Health::Lost).then_some(since.steady);
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
mod tests {
    use super::*;

    const THERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 1, 7));

    fn at(milliseconds: u64) -> Moment {
        let steady = Duration::from_millis(milliseconds);
        Moment {
            wall: Timestamp::UNIX_EPOCH + steady,
            steady,
        }
    }

    fn wall(milliseconds: u64) -> Timestamp {
        at(milliseconds).wall
    }

    fn joining(id: &str) -> Joining {
        Joining {
            screen: ScreenId::parse(id).unwrap(),
            role: FollowerRole::Hall,
            device: Device::Browser,
        }
    }

    fn id(id: &str) -> ScreenId {
        joining(id).screen
    }

    /// A table with one screen that has joined at 0 and shows number 1.
    fn table() -> Table {
        let mut table = Table::new(Limits::default());
        table.published(1, at(0));
        assert!(table.join(&joining("screen-1"), THERE, at(0)));
        assert_eq!(table.seen(&id("screen-1"), 1, at(10)), Some(false));
        table
    }

    fn healths(table: &mut Table, now: u64) -> Vec<(Health, Timestamp)> {
        let (followers, _) = table.look(at(now));
        followers.iter().map(|one| (one.health, one.since)).collect()
    }

    #[test]
    fn a_screen_that_shows_the_newest_follows_since_it_joined() {
        let mut table = table();
        assert_eq!(healths(&mut table, 1_500), [(Health::Following, wall(0))]);
        let (followers, _) = table.look(at(1_500));
        assert_eq!(followers[0].address.as_deref(), Some("192.168.1.7"));
        assert!(table.join(
            &joining("screen-2"),
            std::net::Ipv4Addr::LOCALHOST.into(),
            at(1_500)
        ));
        let (followers, _) = table.look(at(1_500));
        assert_eq!(followers[1].address, None);
    }

    #[test]
    fn a_screen_that_shows_something_older_for_a_second_is_behind_until_it_has_seen_the_newest() {
        let mut table = table();
        table.published(2, at(2_000));
        assert_eq!(healths(&mut table, 2_999), [(Health::Following, wall(0))]);
        let (_, wait) = table.look(at(2_999));
        assert_eq!(wait, Some(Duration::from_millis(1)));
        assert_eq!(healths(&mut table, 3_000), [(Health::Behind, wall(3_000))]);
        table.published(3, at(3_000));
        assert_eq!(table.seen(&id("screen-1"), 1, at(3_100)), Some(false));
        assert_eq!(table.seen(&id("screen-1"), 2, at(3_200)), Some(true));
        assert_eq!(healths(&mut table, 3_200), [(Health::Following, wall(3_200))]);
    }

    #[test]
    fn a_screen_that_keeps_up_is_never_behind_however_fast_the_leader_moves() {
        let mut table = table();
        for number in 2..100 {
            let now = number * 100;
            table.published(number, at(now));
            table.seen(&id("screen-1"), number.saturating_sub(5), at(now));
            assert_eq!(healths(&mut table, now), [(Health::Following, wall(0))]);
        }
    }

    #[test]
    fn a_screen_whose_stream_has_ended_is_lost_and_the_same_one_when_it_comes_back() {
        let mut table = table();
        table.leave(&id("screen-1"), at(2_000));
        assert_eq!(healths(&mut table, 2_100), [(Health::Lost, wall(2_000))]);
        assert_eq!(table.seen(&id("screen-1"), 1, at(2_200)), Some(false));
        assert!(table.join(&joining("screen-1"), THERE, at(3_000)));
        assert_eq!(healths(&mut table, 3_000), [(Health::Following, wall(3_000))]);
    }

    #[test]
    fn a_screen_that_tells_nothing_is_lost_since_it_was_last_heard_of() {
        let mut table = table();
        let (_, wait) = table.look(at(1_010));
        assert_eq!(wait, Some(Duration::from_secs(5)));
        assert_eq!(healths(&mut table, 6_009), [(Health::Following, wall(0))]);
        assert_eq!(healths(&mut table, 6_010), [(Health::Lost, wall(10))]);
        assert!(!table.is_silent(&id("screen-1"), at(30_009)));
        assert!(table.is_silent(&id("screen-1"), at(30_010)));
        assert_eq!(table.seen(&id("screen-1"), 1, at(30_010)), Some(true));
        assert_eq!(healths(&mut table, 30_010), [(Health::Following, wall(30_010))]);
    }

    #[test]
    fn a_lost_screen_is_listed_for_ten_minutes_and_then_nothing_is_waited_for() {
        let mut table = table();
        table.leave(&id("screen-1"), at(2_000));
        let (followers, wait) = table.look(at(2_000));
        assert_eq!((followers.len(), wait), (1, Some(Duration::from_secs(600))));
        assert_eq!(table.look(at(602_000)), (Vec::new(), None));
    }

    #[test]
    fn without_a_screen_nothing_is_waited_for() {
        let mut table = Table::new(Limits::default());
        table.published(1, at(0));
        assert_eq!(table.look(at(0)), (Vec::new(), None));
    }

    #[test]
    fn the_longest_lost_makes_room_and_those_that_follow_never_do() {
        let limits = Limits {
            connections: 4,
            kept: 1,
            ..Limits::default()
        };
        let mut table = Table::new(limits);
        for number in 1..=3 {
            assert!(table.join(&joining(&format!("screen-{number}")), THERE, at(number)));
        }
        assert!(
            !table.join(&joining("screen-4"), THERE, at(4)),
            "no more than the streams"
        );
        table.leave(&id("screen-2"), at(10));
        assert!(table.join(&joining("screen-4"), THERE, at(11)));
        table.leave(&id("screen-3"), at(12));
        assert!(table.join(&joining("screen-5"), THERE, at(13)));
        let left: Vec<&str> = table.screens.iter().map(|screen| &*screen.id.0).collect();
        assert_eq!(left, ["screen-1", "screen-3", "screen-4", "screen-5"]);
        assert_eq!(table.seen(&id("screen-2"), 0, at(14)), None);
    }

    #[test]
    fn the_numbers_of_another_run_begin_anew() {
        let mut table = table();
        table.published(70, at(2_000));
        table.seen(&id("screen-1"), 70, at(2_100));
        table.begin_run();
        table.published(1, at(4_000));
        // Of the run before.
        table.seen(&id("screen-1"), 70, at(4_100));
        assert_eq!(healths(&mut table, 5_000), [(Health::Behind, wall(5_000))]);
        table.seen(&id("screen-1"), 1, at(5_100));
        assert_eq!(healths(&mut table, 5_100), [(Health::Following, wall(5_100))]);
    }
}
