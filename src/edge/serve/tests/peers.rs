//! How much one peer of the network may take, and what is left to the others.

use std::io::{Read as _, Write as _};

use super::client::{Stream, answer, connect, connect_from, joining, request};
use super::*;

/// Another peer, as far as the server can see: the address from which it comes is not that of this computer.
const THERE: &str = "127.0.0.2:0";

/// Four connections a peer, two of which may follow. Who asks nothing is left alone.
fn narrow() -> Limits {
    Limits {
        of_peer: 4,
        kept: 2,
        request: 10 * LONG,
        whole: 10 * LONG,
        ..patient()
    }
}

#[test]
fn of_one_peer_no_more_screens_follow_than_leave_it_room_to_tell_how_far_they_are() {
    let served = serve(narrow());
    let join = |screen: &str| Stream::try_over(connect_from(THERE, served.port), "hall", screen);
    let asks = |target: &str| {
        let mut stream = connect_from(THERE, served.port);
        stream.write_all(request(target, served.port).as_bytes()).unwrap();
        answer(stream)
    };
    let (_first, second) = (join("screen-1").unwrap(), join("screen-2").unwrap());
    let refused = asks(&joining("hall", "screen-3"));
    assert_eq!((refused.status, refused.header("retry-after")), (503, Some("5")));
    assert_eq!(asks("/seen?screen=screen-1&n=1").status, 204);
    assert_eq!(asks("/").status, 200);
    // This computer is another peer.
    let _here = Stream::join(served.port, "hall", "screen-4");
    drop(second);
    served.until_healths(&[Health::Following, Health::Lost, Health::Following]);
    assert!(join("screen-3").is_some(), "its place is free again");
}

#[test]
fn a_peer_that_holds_connections_takes_only_its_own() {
    let served = serve(narrow());
    let held: Vec<_> = (0..4).map(|_| connect_from(THERE, served.port)).collect();
    let mut refused = connect_from(THERE, served.port);
    let came = refused.read(&mut [0; 1]);
    assert!(matches!(came, Ok(0)), "closed without a word: {came:?}");
    // Many more than all places there are.
    for _ in 0..20 {
        drop(connect_from(THERE, served.port));
    }
    let mut here = Stream::join(served.port, "hall", "screen-1");
    assert_eq!(here.until(1), 1);
    drop(held);
    loop {
        let again = connect_from(THERE, served.port);
        if let Some(mut stream) = Stream::try_over(again, "hall", "screen-2") {
            assert_eq!(stream.until(1), 1);
            return;
        }
    }
}

#[test]
fn this_computer_may_have_more_than_a_peer_of_the_network() {
    let served = serve(narrow());
    let streams: Vec<Stream> = (0..6)
        .map(|number| Stream::join(served.port, "hall", &format!("screen-{number}")))
        .collect();
    served.until_healths(&[Health::Following; 6]);
    let _idle: Vec<_> = (0..6).map(|_| connect(served.port)).collect();
    assert_eq!(client::ask(served.port, "/").status, 200);
    drop(streams);
}
