//! A server that panics: the loop is told, and another one takes its place.

use std::time::Duration;

use super::client::Stream;
use super::*;

fn serve_with_panics(again: Duration) -> Served {
    let folder = tempfile::tempdir().unwrap();
    let limits = Limits { again, ..patient() };
    let style = ServeStyle {
        panic_on_change: true,
        ..style(&folder, limits)
    };
    serve_in(folder, style)
}

impl Served {
    /// Waits until it is told that the server has panicked.
    fn until_stopped(&self) {
        let is_end = |msg: &Msg| {
            matches!(
                msg,
                Msg::WorkerStopped {
                    worker: Worker::Server,
                    ..
                }
            )
        };
        while !is_end(&self.messages.recv_timeout(LONG).expect("a panic is told")) {}
    }

    /// Waits until it is told that there is a server again: where, and since when the program runs.
    fn until_open(&self) -> (String, Duration) {
        loop {
            if let Msg::ServingChanged {
                serving: Serving::Open { here, .. },
                at,
            } = self.messages.recv_timeout(LONG).expect("another server")
            {
                return (here, at.steady);
            }
        }
    }
}

#[test]
fn another_server_takes_the_place_of_one_that_panics_and_the_screens_find_it_there() {
    let served = serve_with_panics(Duration::ZERO);
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    assert_eq!(stream.until(1), 1);
    served.until_healths(&[Health::Following]);
    for number in 2..5 {
        served.publish(number);
        served.until_stopped();
        while stream.next().is_some() {}
        let (here, _) = served.until_open();
        assert_eq!(here, format!("http://127.0.0.1:{}", served.port));
        stream = Stream::join(served.port, "hall", "screen-1");
        assert_eq!(stream.until(number), 1, "what has left the show meanwhile");
        served.until_healths(&[Health::Following]);
    }
}

#[test]
fn a_fault_that_comes_back_at_once_does_not_keep_the_computer_busy() {
    let again = Duration::from_millis(300);
    let served = serve_with_panics(again);
    // It serves: what comes now is a change.
    assert_eq!(Stream::join(served.port, "hall", "screen-1").until(1), 1);
    served.publish(2);
    served.until_stopped();
    let (_, since) = served.until_open();
    // Time began before the server did.
    assert!(since >= again, "{since:?}");
}

#[test]
fn the_end_of_the_program_does_not_wait_for_another_server() {
    let served = serve_with_panics(10 * LONG);
    // It serves: what comes now is a change.
    assert_eq!(Stream::join(served.port, "hall", "screen-1").until(1), 1);
    served.publish(2);
    served.until_stopped();
    let Served {
        mut server, messages, ..
    } = served;
    server.newest = None;
    assert_eq!(
        server.ended.recv_timeout(LONG),
        Err(RecvTimeoutError::Disconnected)
    );
    drop(server);
    assert_eq!(messages.try_iter().count(), 0);
}
