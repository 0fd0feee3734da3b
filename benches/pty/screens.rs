//! Screens that follow a leader, all on one thread: some read and tell how far they are, some join and take nothing more.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task::LocalSet;

pub(crate) struct Screens {
    read: Arc<AtomicUsize>,
    /// Ends the thread when it is dropped.
    _end: oneshot::Sender<()>,
}

impl Screens {
    /// Waits until all have joined.
    pub(crate) fn join(port: u16, live: usize, stalled: usize) -> Self {
        allow_files();
        let read = Arc::new(AtomicUsize::new(0));
        let (end, ended) = oneshot::channel();
        let (sender, joined) = channel();
        let count = Arc::clone(&read);
        thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build().unwrap();
            LocalSet::new().block_on(&runtime, async move {
                for number in 0..live + stalled {
                    let (count, sender) = (Arc::clone(&count), sender.clone());
                    tokio::task::spawn_local(async move {
                        let screen = format!("screen-{number}");
                        let target = format!("/events?as=hall&device=browser&screen={screen}");
                        let stream = asked(port, &target).await;
                        stream.readable().await.unwrap();
                        sender.send(()).unwrap();
                        if number < live {
                            follow(port, &screen, &stream, &count).await;
                        } else {
                            std::future::pending::<()>().await;
                        }
                    });
                }
                let _ = ended.await;
            });
        });
        for _ in 0..live + stalled {
            joined.recv_timeout(Duration::from_secs(20)).expect("all join");
        }
        Self { read, _end: end }
    }

    /// How many slides were read in all.
    pub(crate) fn read(&self) -> usize {
        self.read.load(Ordering::Relaxed)
    }
}

async fn follow(port: u16, screen: &str, stream: &TcpStream, count: &AtomicUsize) {
    let mut bytes = [0; 8_192];
    let mut number = 0;
    loop {
        stream.readable().await.unwrap();
        match stream.try_read(&mut bytes) {
            Ok(0) => return,
            Ok(read) => {
                let text = String::from_utf8_lossy(&bytes[..read]).into_owned();
                if let Some(newest) = newest_in(&text) {
                    number = newest;
                    count.fetch_add(1, Ordering::Relaxed);
                }
                let told = asked(port, &format!("/seen?screen={screen}&n={number}")).await;
                while told.readable().await.is_ok() && !matches!(told.try_read(&mut [0; 512]), Ok(0)) {}
            }
            Err(reason) if reason.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}

/// The number of the last slide among what has come.
fn newest_in(text: &str) -> Option<u64> {
    // Its own number comes first, before those of the step and the clause.
    let (_, slide) = text.rsplit_once("\"version\":")?;
    let (_, rest) = slide.split_once("\"number\":")?;
    rest.split(|sign: char| !sign.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

async fn asked(port: u16, target: &str) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    stream.writable().await.unwrap();
    let request = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    assert_eq!(stream.try_write(request.as_bytes()).unwrap(), request.len());
    stream
}

fn allow_files() {
    use rustix::process::{Resource, getrlimit, setrlimit};

    let mut limit = getrlimit(Resource::Nofile);
    if limit.current.is_some_and(|current| current < 2_000) {
        limit.current = Some(2_000);
        setrlimit(Resource::Nofile, limit).expect("a hard limit of 2,000 files");
    }
}
