//! How the screens are, by what they did and when.

use super::*;

const THERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 1, 7));

const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

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

/// A table with one screen that has joined at 0, with its line, and shows number 1.
fn table() -> (Table, Line) {
    let mut table = Table::new(Limits::default());
    table.published(1, at(0));
    let line = table.join(&joining("screen-1"), THERE, at(0));
    assert_eq!(table.seen(&id("screen-1"), 1, at(10)), Some(false));
    (table, line)
}

fn healths(table: &mut Table, now: u64) -> Vec<(Health, Timestamp)> {
    let (followers, _) = table.look(at(now));
    followers.iter().map(|one| (one.health, one.since)).collect()
}

#[test]
fn a_screen_that_shows_the_newest_follows_since_it_joined() {
    let (mut table, _) = table();
    assert_eq!(healths(&mut table, 1_500), [(Health::Following, wall(0))]);
    let (followers, _) = table.look(at(1_500));
    assert_eq!(followers[0].address.as_deref(), Some("192.168.1.7"));
    table.join(&joining("screen-2"), HERE, at(1_500));
    let (followers, _) = table.look(at(1_500));
    assert_eq!(followers[1].address, None);
}

#[test]
fn a_screen_that_shows_something_older_for_a_second_is_behind_until_it_has_seen_the_newest() {
    let (mut table, _) = table();
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
    let (mut table, _) = table();
    for number in 2..100 {
        let now = number * 100;
        table.published(number, at(now));
        table.seen(&id("screen-1"), number.saturating_sub(5), at(now));
        assert_eq!(healths(&mut table, now), [(Health::Following, wall(0))]);
    }
}

#[test]
fn a_screen_whose_stream_has_ended_is_lost_and_the_same_one_when_it_comes_back() {
    let (mut table, line) = table();
    table.leave(line, at(2_000));
    let (_, wait) = table.look(at(2_000));
    assert_eq!(wait, Some(Duration::from_secs(1)));
    assert_eq!(healths(&mut table, 3_000), [(Health::Lost, wall(2_000))]);
    assert_eq!(table.seen(&id("screen-1"), 1, at(3_200)), Some(false));
    assert_eq!(table.join(&joining("screen-1"), THERE, at(4_000)), line);
    assert_eq!(healths(&mut table, 4_000), [(Health::Following, wall(4_000))]);
}

#[test]
fn a_screen_that_comes_back_or_says_goodbye_within_a_second_was_never_lost() {
    let (mut table, line) = table();
    table.leave(line, at(2_000));
    assert_eq!(healths(&mut table, 2_999), [(Health::Following, wall(0))]);
    assert_eq!(table.join(&joining("screen-1"), THERE, at(2_999)), line);
    table.seen(&id("screen-1"), 1, at(3_000));
    assert_eq!(healths(&mut table, 4_500), [(Health::Following, wall(0))]);
    table.leave(line, at(5_000));
    assert_eq!(healths(&mut table, 5_001), [(Health::Following, wall(0))]);
    assert!(table.say_goodbye(&id("screen-1")));
    assert_eq!(table.look(at(5_002)), (Vec::new(), None));
}

#[test]
fn a_screen_that_tells_nothing_is_lost_since_it_was_last_heard_of() {
    let (mut table, line) = table();
    let (_, wait) = table.look(at(1_010));
    assert_eq!(wait, Some(Duration::from_secs(5)));
    assert_eq!(healths(&mut table, 6_009), [(Health::Following, wall(0))]);
    assert_eq!(healths(&mut table, 6_010), [(Health::Lost, wall(10))]);
    assert!(!table.has_gone(line, at(30_009)));
    assert!(table.has_gone(line, at(30_010)));
    assert_eq!(table.seen(&id("screen-1"), 1, at(30_010)), Some(true));
    assert_eq!(healths(&mut table, 30_010), [(Health::Following, wall(30_010))]);
}

#[test]
fn a_lost_screen_is_lately_lost_for_two_minutes_and_listed_for_thirty_and_then_nothing_is_waited_for() {
    let (mut table, line) = table();
    table.leave(line, at(2_000));
    let (followers, wait) = table.look(at(3_000));
    assert_eq!((followers.len(), wait), (1, Some(Duration::from_secs(119))));
    assert_eq!(healths(&mut table, 121_999), [(Health::Lost, wall(2_000))]);
    assert_eq!(healths(&mut table, 122_000), [(Health::LongLost, wall(2_000))]);
    let (_, wait) = table.look(at(122_000));
    assert_eq!(wait, Some(Duration::from_secs(1_680)));
    assert_eq!(healths(&mut table, 1_801_999), [(Health::LongLost, wall(2_000))]);
    assert_eq!(table.look(at(1_802_000)), (Vec::new(), None));
}

#[test]
fn one_that_comes_back_after_long_is_the_same_line() {
    let (mut table, line) = table();
    table.leave(line, at(2_000));
    assert_eq!(healths(&mut table, 200_000), [(Health::LongLost, wall(2_000))]);
    assert_eq!(table.join(&joining("screen-1"), THERE, at(200_000)), line);
    assert_eq!(healths(&mut table, 200_000), [(Health::Following, wall(200_000))]);
}

#[test]
fn a_screen_that_says_goodbye_is_missed_by_nobody() {
    let (mut table, line) = table();
    assert!(table.say_goodbye(&id("screen-1")));
    assert_eq!(table.look(at(1_000)), (Vec::new(), None));
    assert!(table.has_gone(line, at(1_000)), "its stream may end");
    table.leave(line, at(1_100));
    assert_eq!(table.seen(&id("screen-1"), 1, at(1_200)), None);
    assert_eq!(table.look(at(1_200)), (Vec::new(), None));
    assert!(!table.say_goodbye(&id("screen-1")), "once");
}

#[test]
fn what_is_left_of_a_screen_that_said_goodbye_takes_nothing_from_it_when_it_comes_back() {
    let (mut table, old) = table();
    table.say_goodbye(&id("screen-1"));
    let new = table.join(&joining("screen-1"), THERE, at(1_000));
    assert_ne!(old, new);
    table.leave(old, at(1_100));
    assert_eq!(healths(&mut table, 1_200), [(Health::Following, wall(1_000))]);
    table.leave(new, at(1_300));
    assert_eq!(healths(&mut table, 2_300), [(Health::Lost, wall(1_300))]);
}

#[test]
fn a_screen_that_only_joins_again_and_tells_nothing_stays_lost() {
    let (mut table, mut line) = table();
    assert_eq!(healths(&mut table, 6_010), [(Health::Lost, wall(10))]);
    for again in [31_000, 62_000, 93_000] {
        table.leave(line, at(again));
        line = table.join(&joining("screen-1"), THERE, at(again + 300));
        assert!(!table.has_gone(line, at(again + 30_299)));
        assert!(table.has_gone(line, at(again + 30_300)));
        assert_eq!(healths(&mut table, again + 400), [(Health::Lost, wall(10))]);
    }
    assert_eq!(healths(&mut table, 120_010), [(Health::LongLost, wall(10))]);
    assert_eq!(table.look(at(3_600_000)).0.len(), 1, "it is there, after all");
    assert_eq!(table.seen(&id("screen-1"), 1, at(3_600_000)), Some(true));
    assert_eq!(
        healths(&mut table, 3_600_000),
        [(Health::Following, wall(3_600_000))]
    );
    table.leave(line, at(3_601_000));
    line = table.join(&joining("screen-1"), THERE, at(3_601_000));
    assert!(!table.has_gone(line, at(3_601_000)));
    assert_eq!(
        healths(&mut table, 3_601_000),
        [(Health::Following, wall(3_600_000))]
    );
}

#[test]
fn without_a_screen_nothing_is_waited_for() {
    let mut table = Table::new(Limits::default());
    table.published(1, at(0));
    assert_eq!(table.look(at(0)), (Vec::new(), None));
}

/// The screens that are listed.
fn listed(table: &Table) -> Vec<&str> {
    table.screens.iter().map(|screen| &*screen.id.0).collect()
}

#[test]
fn the_longest_lost_makes_room_and_those_that_follow_never_do() {
    let limits = Limits {
        connections: 3,
        ..Limits::default()
    };
    let mut table = Table::new(limits);
    let [_, second, third] =
        [1, 2, 3].map(|number| table.join(&joining(&format!("screen-{number}")), HERE, at(number)));
    table.leave(second, at(10));
    table.join(&joining("screen-4"), HERE, at(11));
    assert_eq!(listed(&table), ["screen-1", "screen-3", "screen-4"]);
    table.leave(third, at(12));
    table.join(&joining("screen-5"), HERE, at(13));
    assert_eq!(listed(&table), ["screen-1", "screen-4", "screen-5"]);
    assert_eq!(table.seen(&id("screen-2"), 0, at(14)), None);
}

#[test]
fn a_peer_that_makes_up_screens_crowds_out_only_its_own() {
    let limits = Limits {
        of_peer: 2,
        ..Limits::default()
    };
    let mut table = Table::new(limits);
    let lost = table.join(&joining("honest-1"), HERE, at(0));
    table.leave(lost, at(1));
    for number in 1..10 {
        let line = table.join(&joining(&format!("made-up-{number}")), THERE, at(number * 10));
        table.leave(line, at(number * 10 + 1));
    }
    assert_eq!(listed(&table), ["honest-1", "made-up-8", "made-up-9"]);
    for number in 1..4 {
        table.join(&joining(&format!("honest-{number}")), HERE, at(100));
    }
    assert_eq!(table.screens.len(), 5, "this computer is trusted");
}

#[test]
fn the_numbers_of_another_run_begin_anew() {
    let (mut table, _) = table();
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
