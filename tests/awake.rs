//! Keeping the display lit, against buses of every sort: what is granted is held until the end, and whatever a bus does, an
//! answer comes and nothing waits for ever.
#![cfg(all(unix, not(target_os = "macos")))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

#[path = "support/bus.rs"]
mod bus;

use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use ikrar::edge::{KeepAwake, Plea, Timekeeper};
use ikrar::show::{Awake, Msg};
use tempfile::TempDir;

use bus::{FakeBus, Manner, POWER, SCREEN_SAVER, SESSION};

/// Far longer than a bus is given.
const LONG: Duration = Duration::from_secs(30);

/// A bus, what was asked of it, and where the answer comes.
struct Asked {
    bus: FakeBus,
    awake: Option<KeepAwake>,
    messages: Receiver<Msg>,
    _folder: TempDir,
}

fn asked(manner: Manner) -> Asked {
    let folder = tempfile::tempdir().unwrap();
    let bus = FakeBus::listen(&folder.path().join("bus"), manner);
    let (awake, messages) = ask(Some(bus.address().to_owned()));
    Asked {
        bus,
        awake,
        messages,
        _folder: folder,
    }
}

fn ask(session_bus: Option<String>) -> (Option<KeepAwake>, Receiver<Msg>) {
    let (sender, messages) = channel();
    let plea = Plea {
        session_bus,
        reason: "Upacara sedang dipandu",
    };
    let awake = KeepAwake::ask(plea, &sender, Timekeeper::start());
    (awake, messages)
}

impl Asked {
    #[track_caller]
    fn is_answered(&self, awake: Awake) {
        assert!(self.awake.is_some());
        assert_eq!(self.messages.recv_timeout(LONG), Ok(Msg::AwakeChanged { awake }));
    }
}

#[test]
fn what_is_granted_is_held_and_given_back_at_the_end() {
    let mut asked = asked(Manner::Grants(&[SCREEN_SAVER]));
    asked.is_answered(Awake::Held);
    let heard = asked.bus.heard();
    assert!(heard[0].starts_with("AUTH EXTERNAL 3"), "{heard:?}");
    assert_eq!(
        heard[1],
        format!("Inhibit {SCREEN_SAVER} ikrar Upacara sedang dipandu")
    );
    assert!(!heard.contains(&"closed".to_owned()));
    asked.awake = None;
    asked.bus.until_heard("closed");
    let heard = asked.bus.heard();
    assert_eq!(
        heard[heard.len() - 2..],
        [format!("UnInhibit {SCREEN_SAVER} 101"), "closed".to_owned()]
    );
}

#[test]
fn every_service_that_runs_is_asked_and_one_is_enough() {
    for (services, given_back) in [
        (&[SESSION][..], vec![format!("Uninhibit {SESSION} 101")]),
        (&[POWER][..], vec![format!("UnInhibit {POWER} 101")]),
        (
            &[SCREEN_SAVER, SESSION, POWER][..],
            vec![
                format!("UnInhibit {SCREEN_SAVER} 101"),
                format!("Uninhibit {SESSION} 102"),
                format!("UnInhibit {POWER} 103"),
            ],
        ),
    ] {
        let mut asked = asked(Manner::Grants(services));
        asked.is_answered(Awake::Held);
        let heard = asked.bus.heard();
        assert!(
            heard.contains(&format!("Inhibit {SESSION} ikrar 0 Upacara sedang dipandu 8")),
            "{heard:?}"
        );
        asked.awake = None;
        asked.bus.until_heard("closed");
        let heard = asked.bus.heard();
        let last = &heard[heard.len() - 1 - given_back.len()..heard.len() - 1];
        assert_eq!(last, given_back);
    }
}

#[test]
fn answers_in_the_other_byte_order_and_signals_in_between_are_understood() {
    let mut asked = asked(Manner::GrantsInOtherOrder(&[SCREEN_SAVER]));
    asked.is_answered(Awake::Held);
    asked.awake = None;
    asked.bus.until_heard(&format!("UnInhibit {SCREEN_SAVER} 101"));
}

#[test]
fn where_nobody_grants_it_is_not_held() {
    let asked = asked(Manner::Grants(&[]));
    asked.is_answered(Awake::NotHeld);
    asked.bus.until_heard("closed");
}

#[test]
fn a_bus_that_refuses_hangs_up_or_babbles_is_left() {
    for manner in [
        Manner::Rejects,
        Manner::HangsUp,
        Manner::HangsUpLater,
        Manner::Babbles,
    ] {
        let asked = asked(manner);
        asked.is_answered(Awake::NotHeld);
        asked.bus.until_heard("closed");
    }
}

#[test]
fn a_bus_that_says_nothing_is_not_waited_for_for_ever() {
    let asked = asked(Manner::Silent);
    asked.is_answered(Awake::NotHeld);
    asked.bus.until_heard("closed");
}

#[test]
fn what_one_service_has_granted_is_held_though_another_never_answers() {
    let mut asked = asked(Manner::GrantsOnceThenSilent);
    asked.is_answered(Awake::Held);
    asked.awake = None;
    asked.bus.until_heard("closed");
}

#[test]
fn without_a_bus_it_is_known_at_once_that_it_cannot_be_had() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("bus").display().to_string();
    for address in [
        None,
        Some(String::new()),
        Some("tcp:host=localhost,port=1".to_owned()),
        Some(format!("unix:path={gone}")),
    ] {
        let (awake, messages) = ask(address);
        assert!(awake.is_none());
        assert!(messages.recv().is_err(), "no answer comes");
    }
}

#[test]
fn a_socket_at_which_nobody_listens_is_answered_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bus");
    drop(std::os::unix::net::UnixListener::bind(&path).unwrap());
    let (awake, messages) = ask(Some(format!("unix:path={}", path.display())));
    assert!(awake.is_some());
    let not_held = Msg::AwakeChanged {
        awake: Awake::NotHeld,
    };
    assert_eq!(messages.recv_timeout(LONG), Ok(not_held));
}
