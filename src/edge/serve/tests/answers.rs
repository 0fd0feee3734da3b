//! What is answered to whom, and how much of it anybody may ask for.

use std::io::{Read, Write};
use std::time::Duration;

use super::client::{Stream, answer, ask, ask_raw, connect, joining, request, tell_seen};
use super::*;

#[test]
fn both_pages_are_answered_with_what_a_browser_may_do_with_them() {
    let served = serve(patient());
    for path in ["/", "/reader", "/reader/"] {
        let page = ask(served.port, path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.starts_with("<!doctype html>"), "{path}");
        for (name, value) in [
            ("content-type", "text/html; charset=utf-8"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("connection", "close"),
        ] {
            assert_eq!(page.header(name), Some(value), "{path} {name}");
        }
        let policy = page.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'"), "{policy}");
    }
}

#[test]
fn nothing_else_is_answered() {
    let served = serve(patient());
    let port = served.port;
    let status = |request: &str| ask_raw(port, request).status;
    for target in [
        "/index.html",
        "/../../etc/passwd",
        "/events",
        "/seen?screen=abcdefgh",
    ] {
        assert_eq!(ask(port, target).status, 404, "{target}");
    }
    let host = format!("Host: localhost:{port}\r\n");
    let refused = ask_raw(
        port,
        &format!("POST / HTTP/1.1\r\n{host}Content-Length: 2\r\n\r\nhi"),
    );
    assert_eq!((refused.status, refused.header("allow")), (405, Some("GET")));
    assert_eq!(status(&format!("HEAD / HTTP/1.1\r\n{host}\r\n")), 405);
    assert_eq!(status("GET / HTTP/1.1\r\nHost: apel.example\r\n\r\n"), 421);
    assert_eq!(status("GET / HTTP/1.1\r\n\r\n"), 421);
    let cross_site = format!("GET / HTTP/1.1\r\n{host}Sec-Fetch-Site: cross-site\r\n\r\n");
    assert_eq!(status(&cross_site), 403);
    assert_eq!(status("what is this\r\n\r\n"), 400);
}

#[test]
fn every_refusal_says_one_sentence_in_both_languages_and_nothing_of_what_was_asked() {
    let served = serve(Limits {
        connections: 4,
        kept: 3,
        ..patient()
    });
    let port = served.port;
    let _first = Stream::join(port, "hall", "screen-1");
    let _second = Stream::join(port, "hall", "screen-2");
    let host = "Host: localhost\r\n";
    let full = joining("hall", "screen-3");
    for (request, status, words) in [
        (format!("GET /secret HTTP/1.1\r\n{host}\r\n"), 404, "/reader"),
        (format!("PUT /secret HTTP/1.1\r\n{host}\r\n"), 405, "GET"),
        (
            "GET /secret HTTP/1.1\r\nHost: secret.example\r\n\r\n".to_owned(),
            421,
            "localhost",
        ),
        (
            format!("GET / HTTP/1.1\r\n{host}Sec-Fetch-Site: cross-site\r\n\r\n"),
            403,
            "situs",
        ),
        (format!("GET {full} HTTP/1.1\r\n{host}\r\n"), 503, "penuh"),
    ] {
        let refused = ask_raw(port, &request);
        assert_eq!(refused.status, status, "{request}");
        assert_eq!(refused.header("content-type"), Some("text/plain; charset=utf-8"));
        let [id, en] = refused.body.split(" · ").collect::<Vec<_>>()[..] else {
            panic!("not in both languages: {}", refused.body)
        };
        assert!(id.contains(words) && en.ends_with(".\n"), "{}", refused.body);
        assert_eq!(refused.body.lines().count(), 1);
        assert!(!refused.body.contains("secret"));
    }
    let seen = ask(port, "/seen?screen=screen-1&n=1");
    assert_eq!((seen.status, seen.body.as_str()), (204, ""));
}

#[test]
fn a_head_of_more_than_eight_kibibytes_is_refused_and_one_of_almost_that_is_not() {
    let served = serve(patient());
    let with = |length: usize| {
        let filler = "x".repeat(length);
        let head = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX-Filler: {filler}\r\n\r\n");
        ask_raw(served.port, &head).status
    };
    assert_eq!(with(7 * 1024), 200);
    assert_eq!(with(9 * 1024), 431);
}

#[test]
fn whoever_is_slow_to_ask_is_cut_off() {
    let limits = Limits {
        request: Duration::from_millis(50),
        ..patient()
    };
    let served = serve(limits);
    let mut bytes = Vec::new();
    // The end comes by itself: nothing is ever asked.
    assert_eq!(connect(served.port).read_to_end(&mut bytes).unwrap(), 0);
}

#[test]
fn whoever_takes_nothing_of_an_answer_is_cut_off_in_the_end_and_who_follows_is_not() {
    let limits = Limits {
        whole: Duration::from_millis(50),
        beat: Duration::from_millis(20),
        ..patient()
    };
    let served = serve(limits);
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    // Ten beats are longer than any other answer may take.
    for _ in 0..10 {
        assert!(stream.next().is_some());
    }
    let mut bytes = Vec::new();
    assert_eq!(connect(served.port).read_to_end(&mut bytes).unwrap(), 0);
}

#[test]
fn a_screen_that_never_joined_is_not_known() {
    let served = serve(patient());
    assert_eq!(tell_seen(served.port, "screen-1", 1), 404);
    let _stream = Stream::join(served.port, "hall", "screen-1");
    assert_eq!(tell_seen(served.port, "screen-1", 1), 204);
}

#[test]
fn no_more_screens_follow_than_there_is_room_for_and_those_that_do_are_still_heard() {
    let limits = Limits {
        connections: 4,
        kept: 2,
        ..patient()
    };
    let served = serve(limits);
    let mut first = Stream::join(served.port, "hall", "screen-1");
    let _second = Stream::join(served.port, "hall", "screen-2");
    let refused = ask(served.port, &joining("hall", "screen-3"));
    assert_eq!((refused.status, refused.header("retry-after")), (503, Some("5")));
    assert_eq!(tell_seen(served.port, "screen-2", 1), 204);
    assert_eq!(first.until(1), 1);
}

#[test]
fn one_connection_too_many_waits_until_another_ends() {
    let limits = Limits {
        connections: 4,
        ..patient()
    };
    let served = serve(limits);
    let mut held: Vec<_> = (0..4).map(|_| connect(served.port)).collect();
    let mut waiting = connect(served.port);
    waiting.write_all(request("/", served.port).as_bytes()).unwrap();
    waiting.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    assert!(waiting.read(&mut [0; 1]).is_err(), "there is no room");
    waiting.set_read_timeout(Some(LONG)).unwrap();
    held.pop();
    assert_eq!(answer(waiting).status, 200);
}
