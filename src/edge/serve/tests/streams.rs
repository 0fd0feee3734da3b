//! What a screen that follows gets: the newest on joining, then each change, only the newest where it is slow, and a beat.

use std::time::Duration;

use super::client::{Stream, tell_seen};
use super::*;
use crate::slide::Numbered;

/// Far more than a connection keeps of what nobody reads.
const MANY: u64 = 400;

fn large(number: u64) -> Arc<Leaving> {
    leaving_with("satu", number, "kata ".repeat(10_000))
}

#[test]
fn a_screen_gets_the_newest_on_joining_and_then_each_change() {
    let served = serve(patient());
    served.publish(6);
    served.publish(7);
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    let mut event = stream.next().unwrap();
    // The server's thread may not have heard of it yet.
    while event.number() != Some(7) {
        event = stream.next().unwrap();
    }
    let slide: Numbered<Slide> = serde_json::from_str(&event.data).unwrap();
    assert_eq!(
        (event.name.as_str(), slide),
        ("slide", owned(&leaving("satu", 7)))
    );
    for number in 8..12 {
        served.publish(number);
        assert_eq!(stream.until(number), 1);
    }
}

fn owned(leaving: &Leaving) -> Numbered<Slide> {
    let json = serde_json::to_string(&leaving.slide()).unwrap();
    serde_json::from_str(&json).unwrap()
}

#[test]
fn the_podium_gets_prompts() {
    let served = serve(patient());
    let mut stream = Stream::join(served.port, "reader", "screen-1");
    let event = stream.next().unwrap();
    let prompt: Numbered<Prompt> = serde_json::from_str(&event.data).unwrap();
    assert_eq!((event.name.as_str(), event.number()), ("prompt", Some(1)));
    assert_eq!(prompt.content.present, "Naskah 1");
}

#[test]
fn a_beat_tells_that_the_leader_lives_and_nothing_else() {
    let limits = Limits {
        beat: Duration::from_millis(20),
        ..patient()
    };
    let served = serve(limits);
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    assert_eq!(stream.until(1), 1);
    for _ in 0..2 {
        let beat = stream.next().unwrap();
        assert_eq!((beat.name.as_str(), beat.data.as_str()), ("beat", "{}"));
    }
}

#[test]
fn a_slow_screen_gets_only_the_newest_when_it_reads_again() {
    let served = serve(patient());
    let mut slow = Stream::join(served.port, "hall", "screen-1");
    let mut quick = Stream::join(served.port, "hall", "screen-2");
    for number in 2..=MANY {
        served.server.publish(large(number));
        // So that none is passed over because the server's thread has not heard of it.
        quick.until(number);
    }
    let came = slow.until(MANY);
    assert!(came < usize::try_from(MANY).unwrap() / 2, "{came} came");
}

#[test]
fn a_screen_that_stalls_is_dropped_and_another_one_never_waits_for_it() {
    let limits = Limits {
        write: Duration::from_millis(100),
        ..patient()
    };
    let served = serve(limits);
    let _stalled = Stream::join(served.port, "hall", "screen-1");
    served.until_healths(&[Health::Following]);
    let mut quick = Stream::join(served.port, "hall", "screen-2");
    served.until_healths(&[Health::Following, Health::Following]);
    for number in 2..=MANY {
        served.server.publish(large(number));
        quick.until(number);
    }
    served.until_healths(&[Health::Lost, Health::Following]);
}

#[test]
fn what_is_laid_out_comes_when_the_leaders_screen_shows_it_and_only_once() {
    let served = serve(patient());
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    assert_eq!(stream.until(1), 1);
    served.server.lay_out(leaving("satu", 2));
    // Who joins meanwhile still gets what is on the leader's screen.
    assert_eq!(tell_seen(served.port, "screen-1", 1), 204);
    assert_eq!(Stream::join(served.port, "hall", "screen-2").until(1), 1);
    served.server.wake();
    assert_eq!(stream.until(2), 1);
    served.server.wake();
    // Whatever could come of that has come when something else is answered.
    assert_eq!(tell_seen(served.port, "screen-1", 2), 204);
    served.publish(3);
    assert_eq!(stream.until(3), 1);
}

#[test]
fn a_leaders_screen_that_takes_nothing_holds_up_the_hall_for_a_beat_at_most() {
    let limits = Limits {
        beat: Duration::from_millis(20),
        ..patient()
    };
    let served = serve(limits);
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    assert_eq!(stream.until(1), 1);
    served.server.lay_out(leaving("satu", 2));
    assert_eq!(stream.until(2), 1);
}

#[test]
fn a_screen_that_tells_nothing_for_long_is_dropped() {
    let limits = Limits {
        beat: Duration::from_millis(10),
        drop_after: Duration::from_millis(50),
        ..patient()
    };
    let served = serve(limits);
    let mut silent = Stream::join(served.port, "hall", "screen-1");
    while silent.next().is_some() {}
    served.until_healths(&[Health::Lost]);
}

#[test]
fn the_end_of_the_server_is_the_end_of_every_stream_and_nothing_more_is_told() {
    let served = serve(patient());
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    assert_eq!(stream.until(1), 1);
    served.until_healths(&[Health::Following]);
    drop(served.server);
    assert_eq!(stream.next(), None);
    assert_eq!(served.messages.try_iter().count(), 0);
    assert!(std::net::TcpStream::connect(("127.0.0.1", served.port)).is_err());
}
