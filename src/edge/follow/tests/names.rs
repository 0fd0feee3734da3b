//! How the numbers of a name are asked for: seldom, and never so that anything waits for them.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::leader::Leader;
use super::{Address, LONG, Screen, Times, named};
use crate::show::{FollowerRole, Heard};

fn number(leader: &Leader) -> SocketAddr {
    Address::here(leader.port).number().unwrap()
}

fn screen(times: Times, look_up: impl Fn() -> Vec<SocketAddr> + Send + Sync + 'static) -> Screen {
    let candidate = named("laptop-mc.local");
    let find = move || vec![candidate.clone()];
    Screen::looking_up(
        times,
        Arc::new(move |_| look_up()),
        FollowerRole::Hall,
        Box::new(find),
    )
}

#[test]
fn a_leader_that_comes_back_is_found_without_asking_for_its_name_again() {
    let leader = Leader::start();
    let asked = Arc::new(AtomicUsize::new(0));
    let (asks, number) = (Arc::clone(&asked), number(&leader));
    let screen = screen(Times::default(), move || {
        asks.fetch_add(1, Ordering::SeqCst);
        vec![number]
    });
    for shown in 1..4 {
        let mut join = leader.joined();
        join.slide(shown);
        screen.hears_slide(shown);
        drop(join);
        assert_eq!(screen.hears(), Heard::Cut);
    }
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[test]
fn a_name_that_has_moved_is_found_again() {
    let (here, there) = (Leader::start(), Leader::start());
    let stands_for = Arc::new(Mutex::new(number(&here)));
    let told = Arc::clone(&stands_for);
    let times = Times {
        looked_up: Duration::ZERO,
        ..Times::default()
    };
    let screen = screen(times, move || vec![*told.lock().unwrap()]);
    let mut join = here.joined();
    join.slide(1);
    screen.hears_slide(1);
    *stands_for.lock().unwrap() = number(&there);
    drop(join);
    assert_eq!(screen.hears(), Heard::Cut);
    // What listens there now is no leader.
    here.asked()
        .say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    there.joined().slide(2);
    screen.hears_slide(2);
}

#[test]
fn a_name_that_is_not_answered_keeps_nothing_from_ending() {
    let (alive, ended) = channel::<()>();
    let (asked, asks) = channel();
    let (answer, never) = channel::<()>();
    let never = Mutex::new(never);
    let find = move || {
        let _still = &alive;
        vec![named("laptop-mc.local")]
    };
    let look_up = move |_: &Address| {
        let _ = asked.send(());
        let _ = never.lock().unwrap().recv();
        Vec::new()
    };
    let screen = Screen::looking_up(
        Times::default(),
        Arc::new(look_up),
        FollowerRole::Hall,
        Box::new(find),
    );
    asks.recv_timeout(LONG).unwrap();
    drop(screen.follow);
    // The thread has ended, and what it found leaders with is gone.
    assert!(
        ended
            .recv_timeout(LONG)
            .is_err_and(|why| why == std::sync::mpsc::RecvTimeoutError::Disconnected)
    );
    drop(answer);
}
