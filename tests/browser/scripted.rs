//! A leader of the test's own: it serves the program's page, says in its stream what the test wants, and keeps what the page
//! asks and tells. So a page is seen with a leader of another version, one that is full, and one that never speaks.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use ikrar::slide::{Ceremony, Numbered, RunId, Shown, Slide, State, VERSION};

use crate::leader::Leader;
use crate::terminal::LONG;

/// How the stream is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joining {
    /// Whoever asks may join.
    Open,
    /// There is no room.
    Full,
    /// Nothing is ever answered.
    Silent,
    /// It has gone, but for its page.
    Gone,
}

/// A leader.
pub(crate) struct Scripted {
    pub(crate) address: String,
    told: Arc<(Mutex<Told>, Condvar)>,
}

struct Told {
    page: String,
    policy: String,
    joining: Joining,
    /// What every stream begins with.
    first: String,
    streams: Vec<TcpStream>,
    asked: Vec<String>,
}

impl Scripted {
    /// Begins to listen, with the page of the hall.
    pub(crate) fn start(joining: Joining) -> Self {
        let leader = Leader::of("mergangsan-2023");
        let mut answer = ureq::get(&leader.address).call().unwrap();
        let policy = answer.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned();
        let page = answer.body_mut().read_to_string().unwrap();
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let told = Told {
            page,
            policy,
            joining,
            first: String::new(),
            streams: Vec::new(),
            asked: Vec::new(),
        };
        let told = Arc::new((Mutex::new(told), Condvar::new()));
        let shared = Arc::clone(&told);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let shared = Arc::clone(&shared);
                thread::spawn(move || answer_one(stream, &shared));
            }
        });
        Self { address, told }
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What every stream begins with from now on.
    pub(crate) fn begins_with(&self, events: &str) {
        events.clone_into(&mut self.told().first);
    }

    /// From now on it is of another version: its page, too.
    pub(crate) fn page_of_version(&self, version: u32) {
        let mut told = self.told();
        let known = format!("\"version\":{VERSION},");
        assert!(told.page.contains(&known));
        told.page = told.page.replace(&known, &format!("\"version\":{version},"));
    }

    /// Says something to all who have joined; whether anybody has.
    pub(crate) fn say(&self, events: &str) -> bool {
        let mut told = self.told();
        told.streams
            .retain_mut(|stream| stream.write_all(events.as_bytes()).is_ok());
        !told.streams.is_empty()
    }

    /// How the stream is given from now on.
    pub(crate) fn set(&self, joining: Joining) {
        self.told().joining = joining;
    }

    /// How often a path was asked for.
    pub(crate) fn asked(&self, path: &str) -> usize {
        let told = self.told();
        told.asked.iter().filter(|asked| path_of(asked) == path).count()
    }

    /// Waits until something holds of all that was asked.
    #[track_caller]
    pub(crate) fn until_asked(&self, what: &str, holds: impl Fn(&[String]) -> bool) {
        let end = Instant::now() + LONG;
        let mut told = self.told();
        while !holds(&told.asked) {
            let left = end.saturating_duration_since(Instant::now());
            assert!(left > Duration::ZERO, "never was {what}: {:#?}", told.asked);
            let woken = self.told.1.wait_timeout(told, left);
            told = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

/// A slide with nothing but a title, as the program of a version says it.
pub(crate) fn title(version: u32, number: u64, title: &str) -> String {
    let slide = Numbered {
        version,
        run: RunId("run".into()),
        number,
        content: Slide {
            state: State::Showing,
            ceremony: Ceremony {
                title: "Apel".to_owned(),
                ..Ceremony::default()
            },
            shown: Shown::Title {
                title: title.to_owned(),
                count: None,
                words: Vec::new(),
            },
            ..Slide::default()
        },
    };
    format!(
        "event: slide\ndata: {}\n\n",
        serde_json::to_string(&slide).unwrap()
    )
}

/// That the leader lives.
pub(crate) const BEAT: &str = "event: beat\ndata: {}\n\n";

fn path_of(target: &str) -> &str {
    target.split('?').next().unwrap_or_default()
}

fn answer_one(mut stream: TcpStream, shared: &(Mutex<Told>, Condvar)) {
    let mut lines = BufReader::new(stream.try_clone().unwrap())
        .lines()
        .map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let target = first.split(' ').nth(1).unwrap_or_default().to_owned();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let mut told = shared.0.lock().unwrap_or_else(PoisonError::into_inner);
    told.asked.push(target.clone());
    shared.1.notify_all();
    let close = "Connection: close\r\n\r\n";
    let answer = match (path_of(&target), told.joining) {
        ("/", _) => {
            let (length, policy) = (told.page.len(), &told.policy);
            let kind = "Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store";
            let page = &told.page;
            format!(
                "HTTP/1.1 200 OK\r\n{kind}\r\nContent-Security-Policy: {policy}\r\nContent-Length: {length}\r\n{close}{page}"
            )
        }
        (_, Joining::Gone) => return,
        ("/seen", _) => format!("HTTP/1.1 204 No Content\r\n{close}"),
        ("/events", Joining::Open) => {
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
            let first = format!("{head}{}", told.first);
            if stream.write_all(first.as_bytes()).is_ok() {
                told.streams.push(stream);
            }
            return;
        }
        ("/events", Joining::Silent) => {
            told.streams.push(stream);
            return;
        }
        ("/events", Joining::Full) => {
            format!("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n{close}")
        }
        _ => format!("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n{close}"),
    };
    drop(told);
    let _ = stream.write_all(answer.as_bytes());
}
