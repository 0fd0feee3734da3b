//! A leader that does what a test says, and can be worse than any real one.
#![expect(clippy::disallowed_methods, reason = "a test")]

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use jiff::Timestamp;

use super::{LONG, numbered_of};
use crate::edge::{Address, Candidate};
use crate::follower::AnnouncedRun;
use crate::slide::{RunId, Slide, State};

pub(super) const STREAM: &str =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

/// A leader that does what the test says.
pub(super) struct Leader {
    pub(super) port: u16,
    pub(super) joins: Receiver<Join>,
    pub(super) reports: Receiver<String>,
}

/// A request for the stream.
pub(super) struct Join {
    pub(super) line: String,
    pub(super) head: String,
    pub(super) stream: TcpStream,
}

impl Leader {
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (join, joins) = channel();
        let (report, reports) = channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let (line, head) = head(&mut stream);
                if line.is_empty() {
                    // A screen that ends may leave a line before it has said anything.
                    continue;
                }
                let told = if line.contains("/seen") {
                    let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
                    report.send(line).is_ok()
                } else {
                    join.send(Join { line, head, stream }).is_ok()
                };
                if !told {
                    return;
                }
            }
        });
        Self { port, joins, reports }
    }

    /// It, as somebody names it.
    pub(super) fn named(&self) -> Candidate {
        Candidate {
            address: Address::here(self.port),
            announced: None,
        }
    }

    /// It, as it is announced with a run that was opened in some minute.
    pub(super) fn announced(&self, run: &str, minute: i64) -> Candidate {
        Candidate {
            announced: Some(AnnouncedRun {
                run: RunId(run.into()),
                started: Timestamp::from_second(minute * 60).unwrap(),
                lives: true,
            }),
            ..self.named()
        }
    }

    /// It, as it was announced and then killed.
    pub(super) fn killed(&self, run: &str, minute: i64) -> Candidate {
        let mut candidate = self.announced(run, minute);
        if let Some(run) = &mut candidate.announced {
            run.lives = false;
        }
        candidate
    }

    /// Waits for a screen that asks for the stream.
    pub(super) fn asked(&self) -> Join {
        self.joins.recv_timeout(LONG).expect("a screen")
    }

    /// Lets a screen join.
    pub(super) fn joined(&self) -> Join {
        let mut join = self.asked();
        join.say(STREAM);
        join
    }
}

/// The first line of a request, and all of its head.
pub(super) fn head(stream: &mut TcpStream) -> (String, String) {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|count| count == 1) {
        bytes.push(byte[0]);
    }
    let text = String::from_utf8(bytes).unwrap();
    (text.lines().next().unwrap_or_default().to_owned(), text)
}

impl Join {
    pub(super) fn say(&mut self, text: &str) {
        // Who hangs up in the middle is what some tests wait for.
        let _ = self.stream.write_all(text.as_bytes());
    }

    pub(super) fn event(&mut self, name: &str, data: &str) {
        self.say(&format!("event: {name}\ndata: {data}\n\n"));
    }

    pub(super) fn slide(&mut self, number: u64) {
        self.slide_of("run", number);
    }

    pub(super) fn slide_of(&mut self, run: &str, number: u64) {
        self.shows(run, number, Slide::default());
    }

    /// The slide of a ceremony that is over.
    pub(super) fn last_slide_of(&mut self, run: &str, number: u64) {
        let state = State::Ended;
        self.shows(
            run,
            number,
            Slide {
                state,
                ..Slide::default()
            },
        );
    }

    fn shows(&mut self, run: &str, number: u64, slide: Slide) {
        let numbered = numbered_of(run, number, slide);
        self.event("slide", &serde_json::to_string(&numbered).unwrap());
    }

    pub(super) fn beat(&mut self) {
        self.event("beat", "{}");
    }

    /// Waits until the screen has hung up.
    pub(super) fn is_left(&mut self) {
        self.stream.set_read_timeout(Some(LONG)).unwrap();
        assert_eq!(self.stream.read(&mut [0]).unwrap_or(0), 0);
    }
}
