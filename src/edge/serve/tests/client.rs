//! A screen as it is over the wire: requests written by hand, and a stream read event by event.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use super::LONG;

/// An answer, read to its end.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

impl Answer {
    /// A header's value.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let mut found = lines.filter(|(key, _)| key.eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| value)
    }
}

pub(super) fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    stream
}

/// Writes a request as it stands and reads what is answered.
pub(super) fn ask_raw(port: u16, request: &str) -> Answer {
    let mut stream = connect(port);
    // Whoever is refused early may not be listened to up to the end.
    let _ = stream.write_all(request.as_bytes());
    answer(stream)
}

/// Reads an answer up to the end of its connection.
pub(super) fn answer(mut stream: TcpStream) -> Answer {
    let mut text = Vec::new();
    let _ = stream.read_to_end(&mut text);
    let text = String::from_utf8(text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    Answer {
        status: status.unwrap_or_else(|| panic!("no answer: {text:?}")),
        head: head.to_owned(),
        body: body.to_owned(),
    }
}

pub(super) fn request(target: &str, port: u16) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")
}

pub(super) fn ask(port: u16, target: &str) -> Answer {
    ask_raw(port, &request(target, port))
}

/// Tells that a screen has drawn a number; what is answered.
pub(super) fn tell_seen(port: u16, screen: &str, number: u64) -> u16 {
    ask(port, &format!("/seen?screen={screen}&n={number}")).status
}

/// Where a screen joins.
pub(super) fn joining(role: &str, screen: &str) -> String {
    format!("/events?as={role}&device=browser&screen={screen}")
}

/// An event of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) name: String,
    pub(super) id: Option<u64>,
    pub(super) data: String,
}

/// A screen that has joined.
pub(super) struct Stream {
    reader: BufReader<TcpStream>,
}

impl Stream {
    pub(super) fn join(port: u16, role: &str, screen: &str) -> Self {
        let mut stream = connect(port);
        stream
            .write_all(request(&joining(role, screen), port).as_bytes())
            .unwrap();
        let mut reader = BufReader::new(stream);
        let mut status = String::new();
        reader.read_line(&mut status).unwrap();
        assert_eq!(status, "HTTP/1.1 200 OK\r\n");
        Self { reader }
    }

    /// The next event; nothing when the stream has ended. The lengths of chunks are passed over.
    pub(super) fn next(&mut self) -> Option<Event> {
        let (mut name, mut id, mut data) = (String::new(), None, None);
        loop {
            let mut line = String::new();
            if self.reader.read_line(&mut line).ok()? == 0 {
                return None;
            }
            match line.trim_end().split_once(": ") {
                Some(("event", value)) => value.clone_into(&mut name),
                Some(("id", value)) => id = value.parse().ok(),
                Some(("data", value)) => data = Some(value.to_owned()),
                _ => {}
            }
            if let Some(data) = data.take_if(|_| !name.is_empty()) {
                return Some(Event { name, id, data });
            }
        }
    }

    /// Reads up to the event of a number; how many slides or prompts came, with that one.
    #[track_caller]
    pub(super) fn until(&mut self, number: u64) -> usize {
        let mut count = 0;
        let mut last = 0;
        loop {
            let event = self.next().expect("the stream has ended");
            let Some(id) = event.id else { continue };
            assert!(id > last, "{id} after {last}");
            (last, count) = (id, count + 1);
            if id == number {
                return count;
            }
        }
    }
}
