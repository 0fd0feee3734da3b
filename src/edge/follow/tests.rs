//! Following against a leader of the test's own, which can be worse than any real one.
#![expect(clippy::disallowed_methods, reason = "a test")]

mod choice;
mod leader;
mod names;

use std::io::Write as _;
use std::net::{Shutdown, TcpListener};
use std::sync::mpsc::Receiver;
use std::thread;

use self::leader::{Join, Leader, STREAM, head};
use super::*;
use crate::follower::Content;
use crate::show::Heard;
use crate::slide::{Numbered, Prompt, RunId, Slide, VERSION};

/// Far longer than anything takes, also beside other tests.
const LONG: Duration = Duration::from_secs(20);

fn numbered<T>(number: u64, content: T) -> Numbered<T> {
    numbered_of("run", number, content)
}

fn numbered_of<T>(run: &str, number: u64, content: T) -> Numbered<T> {
    Numbered {
        version: VERSION,
        run: RunId(run.into()),
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
        Self::with(Times::default(), FollowerRole::Hall, vec![leader.named()])
    }

    fn with(times: Times, role: FollowerRole, candidates: Vec<Candidate>) -> Self {
        Self::finding(times, role, Box::new(move || candidates.clone()))
    }

    fn finding(times: Times, role: FollowerRole, find: Find) -> Self {
        Self::looking_up(times, Arc::new(Address::look_up), role, find)
    }

    fn looking_up(times: Times, look_up: LookUp, role: FollowerRole, find: Find) -> Self {
        let (sender, messages) = channel();
        let timekeeper = Timekeeper::start();
        let follow = Follow::start_with(times, look_up, find, role, sender, timekeeper).unwrap();
        Self { follow, messages }
    }

    /// Waits for what is heard, and draws it.
    fn hears(&self) -> Heard {
        let heard = match self.messages.recv_timeout(LONG) {
            Ok(Msg::LeaderHeard { heard, .. }) => heard,
            other => panic!("{other:?}"),
        };
        self.follow.drawn();
        heard
    }

    /// Waits until a slide of a run is heard.
    #[track_caller]
    fn hears_of(&self, run: &str) {
        loop {
            if let Some(content) = Content::of(&self.hears()) {
                assert_eq!(&*content.run().0, run);
                return;
            }
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

/// A leader, as somebody names it.
fn named(typed: &str) -> Candidate {
    Candidate {
        address: address::Typed::read(typed).unwrap().address,
        announced: None,
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
    screen.hears_slide(5);
    join.slide(4);
    screen.hears_slide(4);
}

#[test]
fn a_leader_that_never_pauses_fills_nothing_and_leaves_the_newest() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    let mut join = leader.joined();
    for number in 1..3_000 {
        join.slide(number);
        join.beat();
    }
    // What comes after it is heard only when all of it is.
    join.event("slide", "{\"version\":2}");
    let mut heard = vec![screen.messages.recv_timeout(LONG).unwrap()];
    drop(join);
    leader.joined().slide(3_000);
    // Nothing more has come while nothing was drawn.
    heard.extend(screen.messages.try_iter());
    assert_eq!(heard.len(), 1, "{heard:?}");
    screen.follow.drawn();
    loop {
        match Content::of(&screen.hears()) {
            Some(Content::Slide(slide)) if slide.number == 3_000 => return,
            Some(Content::Slide(slide)) => assert_eq!(slide.number, 2_999),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_thread_that_panics_begins_again() {
    let leader = Leader::start();
    let named = leader.named();
    let mut tries = 0;
    let find = move || {
        tries += 1;
        assert!(tries > 2, "as the test wants");
        vec![named.clone()]
    };
    let times = Times {
        begun_again: Duration::from_millis(1),
        ..Times::default()
    };
    let screen = Screen::finding(times, FollowerRole::Hall, Box::new(find));
    let mut join = leader.joined();
    join.slide(1);
    screen.hears_slide(1);
    assert!(screen.messages.try_recv().is_err(), "and nobody is told");
}

#[test]
fn a_leader_without_room_is_left_alone_for_a_while() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    let timekeeper = Timekeeper::start();
    let full = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\n\r\n";
    leader.asked().say(full);
    let mut join = leader.joined();
    assert!(
        timekeeper.now().steady >= Duration::from_secs(5),
        "it came again at once"
    );
    join.slide(1);
    screen.hears_slide(1);
}

#[test]
fn beside_a_leader_without_room_another_one_is_joined_at_once() {
    let (full, other) = (Leader::start(), Leader::start());
    let all = vec![full.named(), other.named()];
    let screen = Screen::with(Times::default(), FollowerRole::Hall, all);
    full.asked()
        .say("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    other.joined().slide(1);
    screen.hears_slide(1);
}

#[test]
fn a_leader_that_is_named_is_asked_by_its_number() {
    let leader = Leader::start();
    let address = named(&format!("localhost:{}", leader.port));
    let screen = Screen::with(Times::default(), FollowerRole::Hall, vec![address]);
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
    let screen = Screen::with(Times::default(), FollowerRole::Reader, vec![leader.named()]);
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
    let present = leader.named();
    let mut tries = 0;
    let find = move || {
        tries += 1;
        let _ = asked.send(tries);
        match tries {
            1 => Vec::new(),
            2 => vec![named(&format!("127.0.0.1:{absent}"))],
            _ => vec![present.clone()],
        }
    };
    let screen = Screen::finding(Times::default(), FollowerRole::Hall, Box::new(find));
    let mut join = leader.joined();
    join.slide(1);
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
    let screen = Screen::with(times, FollowerRole::Hall, vec![leader.named()]);
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
    let screen = Screen::with(times, FollowerRole::Hall, vec![leader.named()]);
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
fn a_leader_that_is_never_understood_is_left_for_another() {
    let (strange, other) = (Leader::start(), Leader::start());
    let times = Times {
        silence: Duration::from_millis(300),
        ..Times::default()
    };
    let all = vec![strange.named(), other.named()];
    let screen = Screen::with(times, FollowerRole::Hall, all);
    let mut join = strange.joined();
    let beating = thread::spawn(move || {
        while join.stream.write_all(b"event: beat\ndata: {}\n\n").is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    other.joined().slide(1);
    screen.hears_slide(1);
    beating.join().unwrap();
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
    let candidate = named(&listener.local_addr().unwrap().to_string());
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
    let gone = named(&listener.local_addr().unwrap().to_string());
    drop(listener);
    let (newer, older) = (Leader::start(), Leader::start());
    let all = vec![gone, newer.announced("newer", 2), older.announced("older", 1)];
    let screen = Screen::with(Times::default(), FollowerRole::Hall, all);
    newer.joined().slide_of("newer", 1);
    screen.hears_of("newer");
    assert!(older.joins.try_recv().is_err());
}

#[test]
fn a_screen_that_ends_says_goodbye_to_its_leader() {
    let leader = Leader::start();
    let screen = Screen::of(&leader);
    let mut join = leader.joined();
    let name = screen_of(&join.line);
    join.slide(7);
    screen.hears_slide(7);
    screen.follow.seen(7);
    leader.reports.recv_timeout(LONG).unwrap();
    let at_end = screen.follow.goodbye();
    let goodbye = format!("GET /seen?screen={name}&n=7&gone=1 HTTP/1.1");
    at_end();
    assert_eq!(leader.reports.recv_timeout(LONG).unwrap(), goodbye);
    drop(screen.follow);
    assert_eq!(leader.reports.recv_timeout(LONG).unwrap(), goodbye);
}

#[test]
fn a_screen_that_follows_nobody_says_nothing_at_its_end() {
    let leader = Leader::start();
    let screen = Screen::with(Times::default(), FollowerRole::Hall, Vec::new());
    drop(screen.follow);
    assert!(leader.reports.try_recv().is_err());
    assert!(screen.messages.recv_timeout(LONG).is_err());
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
