//! The running program serves its screens: on this computer, unless it is told otherwise, and to the end and no further.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::program::{ENTER, Folders, SPACE, words};
use crate::stillness::{early_in_the_minute, is_still};
use crate::terminal::{Played, find};

const LONG: Duration = Duration::from_secs(20);

/// Where leaders announce themselves.
fn announcements(folders: &Folders) -> PathBuf {
    folders.session_bus().with_file_name("ikrar")
}

/// Waits until a leader has announced itself; its port.
pub(crate) fn port(folders: &Folders, played: &Played) -> u16 {
    let file = announcements(folders).join(format!("{}.json", played.pid()));
    let begun = Instant::now();
    loop {
        let text = fs::read_to_string(&file).unwrap_or_default();
        if let Some((_, rest)) = text.split_once("\"port\":") {
            return rest.split(',').next().unwrap().parse().unwrap();
        }
        assert!(begun.elapsed() < LONG, "no {}", file.display());
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn ask(port: u16, target: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    stream
}

fn join(port: u16) -> BufReader<TcpStream> {
    try_join(port).expect("a server with room")
}

/// Joins, if there is a server: the last connections of one that has died are refused, or reset.
fn try_join(port: u16) -> Option<BufReader<TcpStream>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(LONG)).unwrap();
    let target = "/events?as=hall&device=terminal&screen=screen-1";
    write!(stream, "GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n").ok()?;
    let (mut stream, mut status) = (BufReader::new(stream), String::new());
    stream.read_line(&mut status).ok()?;
    status.starts_with("HTTP/1.1 200 ").then_some(stream)
}

/// Reads a stream until a line has these words.
#[track_caller]
fn until_read(stream: &mut BufReader<TcpStream>, words: &str) {
    let mut read = String::new();
    while !read.lines().last().is_some_and(|line| line.contains(words)) {
        assert!(
            stream.read_line(&mut read).unwrap() > 0,
            "no {words:?} in\n{read}"
        );
    }
}

#[test]
fn a_screen_that_follows_gets_what_the_leader_moves_to_until_the_end() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --guard 0");
    played.until_ready();
    let port = port(&folders, &played);
    let mut page = String::new();
    ask(port, "/").read_to_string(&mut page).unwrap();
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    let mut screen = join(port);
    until_read(&mut screen, "\"state\":\"title-card\"");
    played.press(ENTER);
    until_read(&mut screen, "\"title\":\"Laporan\"");
    played.press(SPACE);
    until_read(&mut screen, "Satu.");
    played.quit_from_running();
    let mut rest = String::new();
    screen.read_to_string(&mut rest).unwrap();
    assert_eq!(fs::read_dir(announcements(&folders)).unwrap().count(), 0);
}

#[test]
fn whoever_does_not_want_it_served_is_not_served() {
    let folders = Folders::with_script();
    for arguments in ["run apel.toml --no-serve", "run apel.toml"] {
        let mut played = folders.play(arguments);
        played.until_ready();
        played.quit();
        // Whoever has served has announced it, however soon the end came.
        assert!(!announcements(&folders).exists(), "{arguments}");
        folders.settings("serve = false\n");
    }
    let mut played = folders.play("run apel.toml --no-config");
    played.until_ready();
    port(&folders, &played);
    played.quit();
}

#[test]
fn whoever_shares_is_told_that_others_can_see_it() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --share");
    played.until_told(words().sharing);
    played.quit();
    let mut played = folders.play("run apel.toml");
    played.until_ready();
    assert!(!played.look(|seen| seen.told().contains(words().sharing)));
    played.quit();
}

/// A port that is free, as far as anybody can tell.
fn free_port() -> u16 {
    let any = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    any.local_addr().unwrap().port()
}

#[test]
fn a_killed_leader_comes_back_to_its_port_also_when_another_one_has_run_beside_it() {
    let folders = Folders::with_script();
    let own = free_port();
    let first = folders.play(&format!("run apel.toml --port {own}"));
    assert_eq!(port(&folders, &first), own);
    // A second one, forgotten in another terminal: it must move on, and takes nothing from the first. Nor does one that asked
    // for a port of its own.
    let mut second = folders.play("run apel.toml");
    assert_ne!(port(&folders, &second), own);
    let other = free_port();
    let mut third = folders.play(&format!("run apel.toml --port {other}"));
    assert_eq!(port(&folders, &third), other);
    first.signal(Signal::KILL);
    drop(first);
    let mut again = folders.play("run apel.toml");
    assert_eq!(port(&folders, &again), own);
    for played in [&mut again, &mut second, &mut third] {
        played.until_ready();
        played.quit();
    }
}

#[test]
fn a_leader_that_does_not_get_the_port_it_asked_for_says_so() {
    let folders = Folders::with_script();
    let used = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let wanted = used.local_addr().unwrap().port();
    let mut played = folders.play(&format!("run apel.toml --port {wanted}"));
    let taken = port(&folders, &played);
    assert_ne!(taken, wanted);
    played.until_told(&(words().port_moved)(wanted, taken));
    played.quit();
}

#[test]
fn a_screen_that_says_goodbye_is_counted_no_more_and_one_that_breaks_off_is() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar");
    let port = port(&folders, &played);
    let mut screen = join(port);
    until_read(&mut screen, "Satu.");
    played.until_shown("1 layar");
    let mut answered = String::new();
    ask(port, "/seen?screen=screen-1&n=1&gone=1")
        .read_to_string(&mut answered)
        .unwrap();
    assert!(answered.starts_with("HTTP/1.1 204 "), "{answered}");
    played.until_not_shown("1 layar");
    // Its stream ends after it, as that of a page that is closed.
    drop(screen);
    let mut screen = join(port);
    until_read(&mut screen, "Satu.");
    played.until_shown("1 layar");
    drop(screen);
    played.until_shown("1 layar terputus");
    played.quit_from_running();
}

#[test]
fn when_the_server_panics_the_leader_is_told_and_the_screens_come_back_to_the_next_one() {
    let folders = Folders::with_script();
    // While there is no server any other leader may take its port: a port that the leaders of other tests do not try.
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let free_port = free.local_addr().unwrap().port();
    drop(free);
    let arguments = format!("run apel.toml --at ikrar --guard 0 --port {free_port}");
    let mut played = folders.play_panicking("server", &arguments);
    let first_port = port(&folders, &played);
    let mut screen = join(first_port);
    until_read(&mut screen, "Satu.");
    played.until_shown("1 layar");
    played.press(SPACE);
    let mut rest = String::new();
    screen.read_to_string(&mut rest).unwrap();
    played.until_present("Menjaga netralitas.");
    let stopped = words().server_stopped;
    // The next one listens at the same port, some seconds later where this one was young.
    let begun = Instant::now();
    let mut screen = loop {
        if let Some(screen) = try_join(first_port) {
            break screen;
        }
        assert!(begun.elapsed() < LONG, "no server");
        std::thread::sleep(Duration::from_millis(5));
    };
    until_read(&mut screen, "Menjaga netralitas.");
    played.until_shown("1 layar");
    assert!(!played.look(|seen| seen.told().contains(stopped)));
    // That one is young, so that it is a while before there is a third.
    played.press(SPACE);
    played.until_told(stopped);
    played.until_present("Dua.");
    assert_eq!(find(&played.written(), b"panicked"), None);
    played.quit_from_running();
}

#[test]
fn once_the_last_screen_has_gone_nothing_wakes_any_more() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --at ikrar");
    played.until_present("Satu.");
    let mut screen = join(port(&folders, &played));
    until_read(&mut screen, "Satu.");
    drop(screen);
    // That it has gone is noticed, told, and told no more often than now and then.
    played.written_throughout(Duration::from_secs(2));
    early_in_the_minute(&played);
    is_still(&played);
    played.quit_from_running();
}
