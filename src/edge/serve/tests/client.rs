//! A screen as it is over the wire: requests written by hand, and a stream read event by event.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};

use tokio::net::TcpSocket;
use tokio::runtime;

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
    connect_from("127.0.0.1:0", port)
}

/// Connects as a peer with an address of its own.
pub(super) fn connect_from(address: &str, port: u16) -> TcpStream {
    let runtime = runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .unwrap();
    let connected = async {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(address.parse().unwrap()).unwrap();
        socket.connect((Ipv4Addr::LOCALHOST, port).into()).await.unwrap()
    };
    let stream = runtime.block_on(connected).into_std().unwrap();
    stream.set_nonblocking(false).unwrap();
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

/// Says goodbye for a screen; what is answered.
pub(super) fn say_goodbye(port: u16, screen: &str) -> u16 {
    ask(port, &format!("/seen?screen={screen}&n=1&gone=1")).status
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
    pub(super) data: String,
}

impl Event {
    /// The number of a slide or a prompt; nothing for a beat.
    pub(super) fn number(&self) -> Option<u64> {
        number_in(&self.data)
    }
}

/// The number of an event; nothing for a beat.
pub(super) fn number_in(event: &str) -> Option<u64> {
    let (_, rest) = event.split_once("\"number\":")?;
    rest.split(',').next()?.parse().ok()
}

/// A screen that has joined.
pub(super) struct Stream {
    reader: BufReader<TcpStream>,
}

impl Stream {
    pub(super) fn join(port: u16, role: &str, screen: &str) -> Self {
        Self::try_over(connect(port), role, screen).expect("a place")
    }

    /// Joins over a connection; nothing where it is refused, or was closed.
    pub(super) fn try_over(mut stream: TcpStream, role: &str, screen: &str) -> Option<Self> {
        let request = request(&joining(role, screen), stream.peer_addr().unwrap().port());
        stream.write_all(request.as_bytes()).ok()?;
        let mut reader = BufReader::new(stream);
        let mut status = String::new();
        reader.read_line(&mut status).ok()?;
        (status == "HTTP/1.1 200 OK\r\n").then_some(Self { reader })
    }

    /// The next event; nothing when the stream has ended. The lengths of chunks are passed over.
    pub(super) fn next(&mut self) -> Option<Event> {
        let (mut name, mut data) = (String::new(), None);
        loop {
            let mut line = String::new();
            if self.reader.read_line(&mut line).ok()? == 0 {
                return None;
            }
            match line.trim_end().split_once(": ") {
                Some(("event", value)) => value.clone_into(&mut name),
                Some(("data", value)) => data = Some(value.to_owned()),
                _ => {}
            }
            if let Some(data) = data.take_if(|_| !name.is_empty()) {
                return Some(Event { name, data });
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
            let Some(came) = event.number() else { continue };
            assert!(came > last, "{came} after {last}");
            (last, count) = (came, count + 1);
            if came == number {
                return count;
            }
        }
    }
}
