//! Which of several leaders a screen follows, over real connections: the rule itself is tested in `follower::choice`.

use std::sync::mpsc::{Receiver, Sender, channel};

use super::leader::Leader;
use super::{Candidate, LONG, Screen, Times};
use crate::show::{FollowerRole, Heard};

/// A screen that finds whatever the test says was announced last.
struct Finding {
    screen: Screen,
    announce: Sender<Vec<Candidate>>,
    /// A word for every time that it looks for leaders.
    looks: Receiver<()>,
}

fn finding(first: Vec<Candidate>) -> Finding {
    let (announce, announced) = channel::<Vec<Candidate>>();
    let (look, looks) = channel();
    let mut now = first;
    let find = move || {
        if let Some(last) = announced.try_iter().last() {
            now = last;
        }
        let _ = look.send(());
        now.clone()
    };
    let screen = Screen::finding(Times::default(), FollowerRole::Hall, Box::new(find));
    Finding {
        screen,
        announce,
        looks,
    }
}

impl Finding {
    /// Waits until it has looked for leaders again and again.
    fn looks_around(&self) {
        self.looks.try_iter().for_each(drop);
        for _ in 0..4 {
            self.looks.recv_timeout(LONG).unwrap();
        }
    }
}

#[test]
fn after_a_leader_was_killed_another_one_beside_it_is_never_joined_and_a_newcomer_is() {
    let (own, beside, back) = (Leader::start(), Leader::start(), Leader::start());
    let other = beside.announced("other", 1);
    let finding = finding(vec![own.announced("own", 2), other.clone()]);
    let mut join = own.joined();
    join.slide_of("own", 1);
    finding.screen.hears_of("own");
    let announced = vec![own.killed("own", 2), other.clone()];
    finding.announce.send(announced).unwrap();
    drop(join);
    assert_eq!(finding.screen.hears(), Heard::Cut);
    finding.looks_around();
    let announced = vec![back.announced("back", 3), other];
    finding.announce.send(announced).unwrap();
    back.joined().slide_of("back", 1);
    finding.screen.hears_of("back");
    assert!(beside.joins.try_recv().is_err());
}

#[test]
fn after_an_orderly_end_a_later_leader_is_joined_and_no_older_one() {
    let (own, older, later) = (Leader::start(), Leader::start(), Leader::start());
    let older_one = older.announced("older", 1);
    let finding = finding(vec![own.announced("own", 2), older_one.clone()]);
    let mut join = own.joined();
    join.last_slide_of("own", 9);
    finding.screen.hears_of("own");
    let announced = vec![later.announced("later", 3), older_one];
    finding.announce.send(announced).unwrap();
    drop(join);
    later.joined().slide_of("later", 1);
    finding.screen.hears_of("later");
    assert!(older.joins.try_recv().is_err());
}

#[test]
fn a_leader_that_opens_another_ceremony_is_followed_into_it_and_found_again_by_it() {
    let (own, beside) = (Leader::start(), Leader::start());
    let other = beside.announced("other", 1);
    let finding = finding(vec![own.announced("own", 2), other.clone()]);
    let mut join = own.joined();
    join.slide_of("own", 1);
    finding.screen.hears_of("own");
    join.slide_of("second", 1);
    finding.screen.hears_of("second");
    let announced = vec![own.announced("second", 3), other];
    finding.announce.send(announced).unwrap();
    drop(join);
    own.joined().slide_of("second", 2);
    finding.screen.hears_of("second");
    assert!(beside.joins.try_recv().is_err());
}

#[test]
fn at_the_port_of_a_dead_leader_another_ones_slides_are_not_shown() {
    let (stranger, own) = (Leader::start(), Leader::start());
    let all = vec![stranger.announced("dead", 2), own.announced("own", 1)];
    let finding = finding(all);
    stranger.joined().slide_of("another", 1);
    own.joined().slide_of("own", 1);
    finding.screen.hears_of("own");
}
