//! Where the screens find the show: the port, the addresses, and the file for the user's other terminals.

use std::net::TcpListener;

use super::client::{Stream, ask};
use super::*;

#[test]
fn in_the_place_of_a_used_port_the_next_free_one_is_taken_and_not_remembered() {
    let used = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let used_port = used.local_addr().unwrap().port();
    let folder = tempfile::tempdir().unwrap();
    let asked = ServeStyle {
        port: Some(used_port),
        ..style(&folder, patient())
    };
    let served = serve_in(folder, asked);
    assert_ne!(served.port, used_port);
    assert_eq!(ask(served.port, "/").status, 200);
    assert!(!served.folder.path().join("port.json").exists());
}

#[test]
fn the_port_that_was_asked_for_is_tried_first_the_next_time() {
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let folder = tempfile::tempdir().unwrap();
    let asked = ServeStyle {
        port: Some(port),
        ..style(&folder, patient())
    };
    let Served { server, folder, .. } = serve_in(folder, asked);
    ask(port, "/");
    drop(server);
    let again = style(&folder, patient());
    assert_eq!(serve_in(folder, again).port, port);
}

#[test]
fn the_users_other_terminals_are_told_of_each_run_until_the_end() {
    let served = serve(patient());
    let announcements = Announcements::in_folder(served.folder.path().join("run"));
    let mut stream = Stream::join(served.port, "hall", "screen-1");
    served.server.publish(leaving("dua", 2));
    stream.until(2);
    let told = announcements.all();
    let told: Vec<_> = told.iter().map(|one| (one.pid, one.port, &*one.run.0)).collect();
    assert_eq!(told, [(std::process::id(), served.port, "dua")]);
    drop(served.server);
    assert_eq!(announcements.all(), []);
}

/// All of 127.0.0.0/8 is this computer's there.
#[cfg(target_os = "linux")]
#[test]
fn only_where_it_is_shared_other_addresses_of_this_computer_answer() {
    for share in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let style = ServeStyle {
            share,
            ..style(&folder, patient())
        };
        let served = serve_in(folder, style);
        let elsewhere = std::net::TcpStream::connect(("127.0.0.2", served.port));
        assert_eq!(elsewhere.is_ok(), share);
    }
}
