//! How the screens are, as the loop is told of it.

use std::time::Duration;

use super::client::{Stream, say_goodbye, tell_seen};
use super::*;
use crate::show::{Device, FollowerRole};

#[test]
fn a_screen_joins_falls_behind_catches_up_is_lost_and_comes_back_as_the_same() {
    let limits = Limits {
        behind: Duration::from_millis(50),
        ..patient()
    };
    let served = serve(limits);
    let stream = Stream::join(served.port, "reader", "screen-1");
    let followers = served.followers();
    let joined = &followers[0];
    assert_eq!(
        (
            joined.role,
            joined.device,
            joined.address.as_deref(),
            joined.health
        ),
        (FollowerRole::Reader, Device::Browser, None, Health::Following)
    );
    tell_seen(served.port, "screen-1", 1);
    served.publish(2);
    served.until_healths(&[Health::Behind]);
    tell_seen(served.port, "screen-1", 2);
    served.until_healths(&[Health::Following]);
    drop(stream);
    served.until_healths(&[Health::Lost]);
    let _back = Stream::join(served.port, "reader", "screen-1");
    served.until_healths(&[Health::Following]);
}

#[test]
fn a_screen_that_is_silent_is_lost_although_its_stream_is_open() {
    let limits = Limits {
        silence: Duration::from_millis(50),
        ..patient()
    };
    let served = serve(limits);
    let _stream = Stream::join(served.port, "hall", "screen-1");
    served.until_healths(&[Health::Following]);
    served.until_healths(&[Health::Lost]);
    tell_seen(served.port, "screen-1", 1);
    served.until_healths(&[Health::Following]);
}

#[test]
fn a_screen_that_says_goodbye_leaves_the_list_at_once_and_joins_again_as_a_new_one() {
    let limits = Limits {
        beat: Duration::from_millis(20),
        ..patient()
    };
    let served = serve(limits);
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    served.until_healths(&[Health::Following]);
    assert_eq!(say_goodbye(served.port, "screen-1"), 204);
    served.until_healths(&[]);
    assert_eq!(say_goodbye(served.port, "screen-1"), 404);
    assert_eq!(tell_seen(served.port, "screen-1", 1), 404);
    // Whatever it leaves open ends by itself.
    while stream.next().is_some() {}
    let _back = Stream::join(served.port, "hall", "screen-1");
    served.until_healths(&[Health::Following]);
}

#[test]
fn a_page_that_is_loaded_anew_is_never_told_to_be_lost() {
    let limits = Limits {
        away: LONG,
        ..patient()
    };
    let served = serve(limits);
    for screen in ["screen-1", "screen-2", "screen-3"] {
        let mut stream = Stream::join(served.port, "hall", screen);
        assert_eq!(stream.until(1), 1);
        served.until_healths(&[Health::Following]);
        // The stream first, and the goodbye after it.
        drop(stream);
        assert_eq!(say_goodbye(served.port, screen), 204);
        let told = served.followers();
        assert_eq!(told.len(), 0, "{told:?}");
    }
}

#[test]
fn a_screen_that_is_lost_for_long_is_told_to_be_until_it_comes_back() {
    let limits = Limits {
        lately: Duration::from_millis(50),
        ..patient()
    };
    let served = serve(limits);
    drop(Stream::join(served.port, "hall", "screen-1"));
    served.until_healths(&[Health::LongLost]);
    let _back = Stream::join(served.port, "hall", "screen-1");
    served.until_healths(&[Health::Following]);
}

#[test]
fn one_that_is_lost_for_very_long_is_listed_no_more() {
    let limits = Limits {
        listed: Duration::from_millis(50),
        ..patient()
    };
    let served = serve(limits);
    drop(Stream::join(served.port, "hall", "screen-1"));
    served.until_healths(&[Health::Following]);
    served.until_healths(&[]);
}

#[test]
fn nothing_is_told_where_nothing_that_is_shown_has_changed() {
    let served = serve(patient());
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    served.until_healths(&[Health::Following]);
    for number in 2..10 {
        served.publish(number);
        stream.until(number);
        assert_eq!(tell_seen(served.port, "screen-1", number), 204);
    }
    // Its end waits for whatever was under way.
    drop(served.server);
    assert_eq!(served.messages.try_iter().count(), 0);
}
