//! Following against a leader of the test's own, which can be worse than any real one.
#![expect(clippy::disallowed_methods, reason = "a test")]

mod leader;

use std::io::Write as _;
use std::net::{Shutdown, TcpListener};
use std::thread;

use self::leader::{Join, Leader, STREAM, head};
use super::*;
use crate::slide::{Numbered, Prompt, Slide, VERSION};

/// Far longer than anything takes, also beside other tests.
const LONG: Duration = Duration::from_secs(20);

fn numbered<T>(number: u64, content: T) -> Numbered<T> {
    Numbered {
        version: VERSION,
        run: RunId("run".into()),
        number,
        content,
    }
}

/// A screen that follows, and what it hears.
struct Screen {
    follow: Follow,
    messages: Receiver<Msg>,
}

impl Screen {
    fn of(leader: &Leader) -> Self {
        Self::with(Times::default(), FollowerRole::Hall, vec![leader.candidate("")])
    }

    fn with(times: Times, role: FollowerRole, candidates: Vec<Candidate>) -> Self {
        Self::finding(times, role, Box::new(move || candidates.clone()))
    }

    fn finding(times: Times, role: FollowerRole, find: Find) -> Self {
        let (sender, messages) = channel();
        let follow = Follow::start_with(times, find, role, sender, Timekeeper::start()).unwrap();
        Self { follow, messages }
    }

    fn hears(&self) -> Heard {
        match self.messages.recv_timeout(LONG) {
            Ok(Msg::LeaderHeard { heard, .. }) => heard,
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn hears_slide(&self, number: u64) {
        assert_eq!(
            self.hears(),
            Heard::Slide(numbered(number, Slide::default()).into())
        );
    }
}

fn screen_of(line: &str) -> String {
    let rest = line.split("screen=").nth(1).unwrap();
    rest.split(['&', ' ']).next().unwrap().to_owned()
}

#[test]
fn a_screen_joins_and_hears_what_comes_as_it_comes() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    let mut join = leader.joined();
    let name = screen_of(&join.line);
    assert_eq!(
        join.line,
        format!("GET /events?as=hall&device=terminal&screen={name} HTTP/1.1")
    );
    assert!((8..=32).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    join.slide(3);
    screen.hears_slide(3);
    join.beat();
    assert_eq!(screen.hears(), Heard::Beat);
    join.slide(5);
    join.slide(4);
    screen.hears_slide(5);
    screen.hears_slide(4);
}

#[test]
fn a_leader_that_is_named_is_asked_by_its_number() {
    let leader = Leader::start();
    let address = Address::read(&format!("localhost:{}", leader.port)).unwrap();
    let run = RunId::default();
    let screen = Screen::with(
        Times::default(),
        FollowerRole::Hall,
        vec![Candidate { address, run }],
    );
    let mut join = leader.joined();
    assert!(
        join.head
            .to_lowercase()
            .contains(&format!("host: 127.0.0.1:{}\r\n", leader.port))
    );
    join.slide(1);
    screen.hears_slide(1);
}

#[test]
fn a_reader_hears_prompts() {
    let leader = Leader::start();
    let screen = Screen::with(Times::default(), FollowerRole::Reader, vec![leader.candidate("")]);
    let mut join = leader.joined();
    assert!(join.line.contains("as=reader"), "{}", join.line);
    join.slide(1);
    let prompt = numbered(2, Prompt::default());
    join.event("prompt", &serde_json::to_string(&prompt).unwrap());
    assert_eq!(screen.hears(), Heard::Prompt(prompt.into()));
}

#[test]
fn every_screen_has_a_name_of_its_own() {
    let leader = Leader::start();
    let (_one, _other) = (Screen::of(&leader), Screen::of(&leader));
    assert_ne!(screen_of(&leader.joined().line), screen_of(&leader.joined().line));
}

#[test]
fn a_screen_whose_stream_ends_joins_again_by_itself_as_the_same_screen() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    let mut join = leader.joined();
    let name = screen_of(&join.line);
    join.slide(1);
    screen.hears_slide(1);
    join.say("event: slide\ndata: {\"version");
    join.stream.shutdown(Shutdown::Both).unwrap();
    assert_eq!(screen.hears(), Heard::Cut);
    let mut join = leader.joined();
    assert_eq!(screen_of(&join.line), name);
    join.slide(2);
    screen.hears_slide(2);
}

#[test]
fn a_leader_that_comes_later_is_found() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let absent = listener.local_addr().unwrap().port();
    drop(listener);
    let leader = Leader::start();
    let (asked, asks) = channel();
    let present = leader.candidate("");
    let mut tries = 0;
    let find = move || {
        tries += 1;
        let _ = asked.send(tries);
        match tries {
            1 => Vec::new(),
            2 => vec![Candidate {
                address: Address::here(absent),
                run: RunId::default(),
            }],
            _ => vec![present.clone()],
        }
    };
    let screen = Screen::finding(Times::default(), FollowerRole::Hall, Box::new(find));
    leader.joined().slide(1);
    screen.hears_slide(1);
    assert_eq!(asks.try_iter().collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn a_silent_leader_is_cut_and_joined_anew() {
    let leader = Leader::start();
    let times = Times {
        silence: Duration::from_millis(200),
        ..Times::default()
    };
    let screen = Screen::with(times, FollowerRole::Hall, vec![leader.candidate("")]);
    let mut join = leader.joined();
    join.slide(1);
    screen.hears_slide(1);
    assert_eq!(screen.hears(), Heard::Cut);
    leader.joined().slide(2);
    screen.hears_slide(2);
}

#[test]
fn bytes_alone_are_no_sign_of_life() {
    let leader = Leader::start();
    let times = Times {
        silence: Duration::from_millis(200),
        ..Times::default()
    };
    let screen = Screen::with(times, FollowerRole::Hall, vec![leader.candidate("")]);
    let mut join = leader.joined();
    join.slide(1);
    screen.hears_slide(1);
    // A leader that is so slow that it never ends a line.
    let slow = thread::spawn(move || {
        while join.stream.write_all(b"x").is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    assert_eq!(screen.hears(), Heard::Cut);
    slow.join().unwrap();
}

#[test]
fn what_is_no_stream_of_a_leader_is_left_and_never_told() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    for answer in [
        "",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nContent-Type: text/event-stream\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
        &format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(MOST_HEAD * 2)),
    ] {
        let mut join = leader.asked();
        join.say(answer);
        let _ = join.stream.shutdown(Shutdown::Write);
    }
    leader.joined().slide(1);
    screen.hears_slide(1);
}

#[test]
fn an_endless_line_cuts_the_stream() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    let mut join = leader.joined();
    join.slide(1);
    screen.hears_slide(1);
    let endless = thread::spawn(move || while join.stream.write_all(&[b'x'; 1 << 12]).is_ok() {});
    assert_eq!(screen.hears(), Heard::Cut);
    endless.join().unwrap();
    leader.joined().slide(2);
    screen.hears_slide(2);
}

#[test]
fn a_leader_that_is_not_understood_is_not_heard_however_it_beats() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    let mut join = leader.joined();
    join.beat();
    join.event("slide", "{\"version\":2,\"run\":\"run\",\"number\":1}");
    join.beat();
    join.slide(1);
    screen.hears_slide(1);
    join.beat();
    assert_eq!(screen.hears(), Heard::Beat);
    join.event("slide", "{");
    join.beat();
    join.slide(2);
    screen.hears_slide(2);
}

#[test]
fn what_is_drawn_is_told_under_the_name_of_the_screen() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    // Before a leader is joined there is nobody to tell.
    screen.follow.seen(1);
    let mut join = leader.joined();
    join.slide(7);
    screen.hears_slide(7);
    screen.follow.seen(7);
    let name = screen_of(&join.line);
    assert_eq!(
        leader.reports.recv_timeout(LONG).unwrap(),
        format!("GET /seen?screen={name}&n=7 HTTP/1.1")
    );
    screen.follow.seen(8);
    assert!(leader.reports.recv_timeout(LONG).unwrap().contains("&n=8 "));
}

#[test]
fn a_leader_that_takes_no_reports_holds_up_no_slide() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let candidate = Candidate {
        address: Address::here(listener.local_addr().unwrap().port()),
        run: RunId::default(),
    };
    let screen = Screen::with(Times::default(), FollowerRole::Hall, vec![candidate]);
    let (mut stream, _) = listener.accept().unwrap();
    let (line, head) = head(&mut stream);
    let mut join = Join { line, head, stream };
    join.say(STREAM);
    join.slide(1);
    screen.hears_slide(1);
    screen.follow.seen(1);
    // The report is taken, and never answered.
    let _report = listener.accept().unwrap();
    for number in 2..20 {
        join.slide(number);
        screen.hears_slide(number);
        screen.follow.seen(number);
    }
}

#[test]
fn the_first_that_can_be_joined_is() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let gone = Candidate {
        address: Address::here(listener.local_addr().unwrap().port()),
        run: RunId("gone".into()),
    };
    drop(listener);
    let (newer, older) = (Leader::start(), Leader::start());
    let all = vec![gone, newer.candidate("newer"), older.candidate("older")];
    let screen = Screen::with(Times::default(), FollowerRole::Hall, all);
    newer.joined().slide(1);
    screen.hears_slide(1);
    assert!(older.joins.try_recv().is_err());
}

/// A screen that has joined the newer of two leaders and lost it.
struct Loss {
    screen: Screen,
    newer: Leader,
    older: Leader,
    /// Brings the newer one back, as another run.
    bring_back: Sender<()>,
    /// A word for every time that the screen looks for leaders.
    looks: Receiver<()>,
}

fn after_a_loss(loyalty: Duration) -> Loss {
    let (newer, older) = (Leader::start(), Leader::start());
    let found = [newer.candidate("newer"), older.candidate("older")];
    let back = newer.candidate("newer again");
    let (bring_back, brought_back) = channel();
    let (mut is_lost, mut is_back) = (false, false);
    let (look, looks) = channel();
    let find = move || {
        is_back |= brought_back.try_recv().is_ok();
        let _ = look.send(());
        let was_lost = std::mem::replace(&mut is_lost, true);
        match (was_lost, is_back) {
            (false, _) => found.to_vec(),
            (true, false) => vec![found[1].clone()],
            (true, true) => vec![back.clone(), found[1].clone()],
        }
    };
    let times = Times {
        loyalty,
        ..Times::default()
    };
    let screen = Screen::finding(times, FollowerRole::Hall, Box::new(find));
    let mut join = newer.joined();
    join.slide(1);
    screen.hears_slide(1);
    drop(join);
    assert_eq!(screen.hears(), Heard::Cut);
    Loss {
        screen,
        newer,
        older,
        bring_back,
        looks,
    }
}

#[test]
fn a_lost_leader_is_given_time_to_come_back_before_an_older_one_is_joined() {
    let loss = after_a_loss(LONG * 10);
    // The first was before the loss.
    for _ in 0..4 {
        loss.looks.recv_timeout(LONG).unwrap();
    }
    loss.bring_back.send(()).unwrap();
    loss.newer.joined().slide(2);
    loss.screen.hears_slide(2);
    assert!(loss.older.joins.try_recv().is_err());
}

#[test]
fn a_leader_that_stays_away_is_followed_by_the_one_that_is_there() {
    let loss = after_a_loss(Duration::ZERO);
    loss.older.joined().slide(2);
    loss.screen.hears_slide(2);
}

#[test]
fn who_follows_no_more_hangs_up_and_is_silent() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    let mut join = leader.joined();
    join.slide(1);
    screen.hears_slide(1);
    drop(screen.follow);
    join.is_left();
    assert!(screen.messages.recv_timeout(LONG).is_err());
}
