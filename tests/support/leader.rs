//! A leader of the test's own: a stream of events that says what the test wants, and the reports that come back.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test"
)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use ikrar::script::Kind;
use ikrar::slide::{Numbered, Position, Prompt, RunId, Shown, Slide, State, VERSION};

use crate::terminal::LONG;

/// How a stream begins.
const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

/// A leader that listens on a port of this computer.
pub(crate) struct Leader {
    pub(crate) port: u16,
    joins: Receiver<Join>,
    reports: Receiver<String>,
}

/// A screen that has joined.
pub(crate) struct Join {
    /// The first line of its request.
    pub(crate) asked: String,
    stream: TcpStream,
}

impl Leader {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (join, joins) = channel();
        let (report, reports) = channel();
        thread::spawn(move || {
            for mut stream in listener.incoming().map_while(Result::ok) {
                let asked = first_line(&mut stream);
                if asked.is_empty() {
                    // A screen that ends may leave a line before it has said anything.
                    continue;
                }
                let told = if asked.contains("/seen") {
                    let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
                    report.send(asked).is_ok()
                } else {
                    let _ = stream.write_all(HEAD.as_bytes());
                    join.send(Join { asked, stream }).is_ok()
                };
                if !told {
                    return;
                }
            }
        });
        Self { port, joins, reports }
    }

    /// Waits for a screen.
    pub(crate) fn joined(&self) -> Join {
        self.joins.recv_timeout(LONG).expect("a screen joins")
    }

    /// Waits until a screen reports that it shows a number.
    pub(crate) fn until_seen(&self, number: u64) {
        self.until_told(&format!("&n={number} "));
    }

    /// Waits until a screen that showed a number says goodbye.
    pub(crate) fn until_gone(&self, number: u64) {
        self.until_told(&format!("&n={number}&gone=1 "));
    }

    fn until_told(&self, wanted: &str) {
        let told = || self.reports.recv_timeout(LONG).expect("a report");
        while !told().contains(wanted) {}
    }
}

fn first_line(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|count| count == 1) {
        bytes.push(byte[0]);
    }
    let text = String::from_utf8(bytes).unwrap();
    text.lines().next().unwrap_or_default().to_owned()
}

impl Join {
    /// The first screen that asks at a listener.
    pub(crate) fn taken(listener: &TcpListener) -> Self {
        let (mut stream, _) = listener.accept().unwrap();
        let asked = first_line(&mut stream);
        stream.write_all(HEAD.as_bytes()).unwrap();
        Self { asked, stream }
    }

    /// Says anything at all.
    pub(crate) fn say(&mut self, text: &str) {
        assert!(self.try_to_say(text));
    }

    fn try_to_say(&mut self, text: &str) -> bool {
        self.stream.write_all(text.as_bytes()).is_ok()
    }

    /// Shows a title.
    pub(crate) fn title(&mut self, number: u64, title: &str) {
        assert!(self.try_title(number, title));
    }

    /// Shows a title, if the screen is still there.
    pub(crate) fn try_title(&mut self, number: u64, title: &str) -> bool {
        let content = Slide {
            state: State::Showing,
            shown: Shown::Title {
                title: title.to_owned(),
                count: None,
                words: Vec::new(),
            },
            ..Slide::default()
        };
        self.numbered("slide", number, content)
    }

    /// Prompts the reader.
    pub(crate) fn prompt(&mut self, number: u64, present: &str) {
        let content = Prompt {
            state: State::Showing,
            step: Some(Position {
                number: 1,
                of: 2,
                title: "Acara".to_owned(),
                kind: Kind::Act,
            }),
            present: present.to_owned(),
            ..Prompt::default()
        };
        assert!(self.numbered("prompt", number, content));
    }

    fn numbered<T: serde::Serialize>(&mut self, event: &str, number: u64, content: T) -> bool {
        let numbered = Numbered {
            version: VERSION,
            run: RunId("run".into()),
            number,
            content,
        };
        let data = serde_json::to_string(&numbered).unwrap();
        self.try_to_say(&format!("event: {event}\ndata: {data}\n\n"))
    }

    /// Says that the leader lives.
    pub(crate) fn beat(&mut self) {
        self.say("event: beat\ndata: {}\n\n");
    }
}
