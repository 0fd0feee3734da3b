//! Five hundred screens, of which fifty take nothing of what they are sent, joined at random moments. What they are sent is
//! more than a connection keeps, so that the server really stands before those fifty, and has to drop them.

use std::sync::mpsc::Sender;
use std::thread;
use std::time::Instant;

use tokio::net::{TcpSocket, TcpStream};
use tokio::time::sleep;

use super::client::{joining, number_in, request};
use super::*;

const READERS: usize = 500;
const STALLED: usize = 50;

/// They join within so many milliseconds.
const JOINING: u64 = 1_500;

/// How soon every screen shows what has left the show. The requirement itself, and the one time that is waited for.
const SOON: Duration = Duration::from_secs(1);

/// What a connection keeps for a screen that stalls, in bytes, at most: with what the server's end keeps it is full after a
/// few slides.
const KEPT: u32 = 4 * 1024;

/// A slide of several thousand bytes.
fn large(number: u64) -> Arc<Leaving> {
    leaving_with("satu", number, "kata ".repeat(1_500))
}

/// A screen has read a number.
struct Read {
    reader: usize,
    number: u64,
}

#[test]
fn of_five_hundred_screens_those_that_stall_are_dropped_and_every_other_has_each_move_within_a_second() {
    allow_files(4 * READERS as u64);
    let limits = Limits {
        behind: SOON,
        write: SOON,
        telling: Duration::from_millis(250),
        ..patient()
    };
    let served = serve(limits);
    let (sender, reads) = channel();
    let port = served.port;
    thread::spawn(move || read_with_all(port, &sender));

    let mut newest = vec![0; READERS];
    let (mut number, mut moves_with_all) = (1, 0);
    let begun = Instant::now();
    while moves_with_all < 10 {
        let joined = newest.iter().filter(|one| **one > 0).count();
        assert!(begun.elapsed() < 3 * LONG, "only {joined} have joined");
        number += 1;
        served.server.publish(large(number));
        let published = Instant::now();
        let has_come = |newest: &[u64]| newest.iter().all(|one| *one == 0 || *one == number);
        // Somebody may join between two moves as well: each must have begun with the newest of then.
        loop {
            let left = SOON.saturating_sub(published.elapsed());
            let in_time = !left.is_zero() || has_come(&newest);
            assert!(in_time, "not within a second of move {number}");
            match reads.recv_timeout(left.min(Duration::from_millis(20))) {
                Ok(read) => {
                    assert!(read.number > newest[read.reader], "never back");
                    if newest[read.reader] == 0 {
                        assert!(
                            read.number + 1 >= number,
                            "joined with {} at {number}",
                            read.number
                        );
                    }
                    newest[read.reader] = read.number;
                }
                Err(_) if has_come(&newest) => break,
                Err(_) => {}
            }
        }
        let joined = newest.iter().filter(|one| **one > 0).count();
        moves_with_all += usize::from(joined == READERS - STALLED);
    }
    // And the leader sees it: those that stalled were dropped, and all others have told of the newest.
    loop {
        let followers = served.followers();
        let count = |health| followers.iter().filter(|one| one.health == health).count();
        assert!(count(Health::Lost) <= STALLED, "a live one was dropped");
        if (count(Health::Following), count(Health::Lost)) == (READERS - STALLED, STALLED) {
            break;
        }
    }
}

/// Reads as all screens, on one thread.
fn read_with_all(port: u16, sender: &Sender<Read>) {
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    LocalSet::new().block_on(&runtime, async move {
        let mut random: u64 = 17_081_945;
        let readers: Vec<_> = (0..READERS)
            .map(|reader| {
                // Knuth's: the same moments in every run.
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let joins_after = Duration::from_millis((random >> 33) % JOINING);
                let sender = sender.clone();
                tokio::task::spawn_local(async move {
                    sleep(joins_after).await;
                    read(port, reader, &sender).await;
                })
            })
            .collect();
        for reader in readers {
            let _ = reader.await;
        }
    });
}

/// Reads as one screen until the stream ends. Every tenth takes nothing.
async fn read(port: u16, reader: usize, sender: &Sender<Read>) {
    let screen = format!("screen-{reader}");
    let socket = TcpSocket::new_v4().unwrap();
    let stalls = reader.is_multiple_of(READERS / STALLED);
    if stalls {
        socket.set_recv_buffer_size(KEPT).unwrap();
    }
    let stream = asked(socket, port, &joining("hall", &screen)).await;
    if stalls {
        // To the end of the test, without having read anything.
        sleep(10 * LONG).await;
        return;
    }
    let mut text = String::new();
    let mut bytes = vec![0; 16_384];
    loop {
        stream.readable().await.unwrap();
        match stream.try_read(&mut bytes) {
            Ok(0) => return,
            Ok(count) => text.push_str(std::str::from_utf8(&bytes[..count]).unwrap()),
            Err(reason) if reason.kind() == io::ErrorKind::WouldBlock => continue,
            Err(_) => return,
        }
        // An event ends with a blank line; of several that have come the last one counts.
        let Some((whole, rest)) = text.rsplit_once("\n\n") else {
            continue;
        };
        let number = whole.rsplit("\n\n").next().and_then(number_in).unwrap();
        text = rest.to_owned();
        let _ = sender.send(Read { reader, number });
        let socket = TcpSocket::new_v4().unwrap();
        let told = asked(socket, port, &format!("/seen?screen={screen}&n={number}")).await;
        while told.readable().await.is_ok() && !matches!(told.try_read(&mut [0; 512]), Ok(0)) {}
    }
}

async fn asked(socket: TcpSocket, port: u16, target: &str) -> TcpStream {
    let stream = socket.connect(([127, 0, 0, 1], port).into()).await.unwrap();
    let request = request(target, port);
    stream.writable().await.unwrap();
    assert_eq!(stream.try_write(request.as_bytes()).unwrap(), request.len());
    stream
}

/// Both ends of every connection are in this process.
#[cfg(unix)]
fn allow_files(needed: u64) {
    use rustix::process::{Resource, getrlimit, setrlimit};

    let mut limit = getrlimit(Resource::Nofile);
    if limit.current.is_some_and(|current| current < needed) {
        limit.current = Some(needed);
        setrlimit(Resource::Nofile, limit).expect("a hard limit of 2,000 files");
    }
}

#[cfg(not(unix))]
fn allow_files(_needed: u64) {}
