//! A session bus for tests: it reads calls as the specification of D-Bus has them, and answers as a desktop would. It knows
//! nothing of how the program makes its messages.
#![allow(dead_code, reason = "each test needs a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Far longer than anything takes.
const LONG: Duration = Duration::from_secs(30);

/// The services that keep a display lit.
pub(crate) const SCREEN_SAVER: &str = "org.freedesktop.ScreenSaver";
pub(crate) const SESSION: &str = "org.gnome.SessionManager";
pub(crate) const POWER: &str = "org.freedesktop.PowerManagement";

/// What the bus does.
#[derive(Clone, Copy)]
pub(crate) enum Manner {
    /// These services run and grant what they are asked for; the others do not run.
    Grants(&'static [&'static str]),
    /// The same, in the other byte order and with signals in between.
    GrantsInOtherOrder(&'static [&'static str]),
    /// The first service grants, the next one never answers.
    GrantsOnceThenSilent,
    /// It knows us not.
    Rejects,
    /// It takes the connection and ends it.
    HangsUp,
    /// It greets, and ends the connection at the first call.
    HangsUpLater,
    /// It takes the connection and says nothing.
    Silent,
    /// It sends lines and messages that are none.
    Babbles,
}

/// The bus.
pub(crate) struct FakeBus {
    address: String,
    heard: Arc<Heard>,
}

#[derive(Default)]
struct Heard {
    what: Mutex<Vec<String>>,
    changed: Condvar,
}

impl Heard {
    fn add(&self, what: String) {
        self.what.lock().unwrap().push(what);
        self.changed.notify_all();
    }
}

impl FakeBus {
    /// Listens at a path that is not there yet.
    pub(crate) fn listen(path: &Path, manner: Manner) -> Self {
        let listener = UnixListener::bind(path).unwrap();
        let heard = Arc::new(Heard::default());
        let told = Arc::clone(&heard);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let told = Arc::clone(&told);
                thread::spawn(move || {
                    let _ = serve(&stream.unwrap(), manner, &told);
                    told.add("closed".to_owned());
                });
            }
        });
        let address = format!("unix:path={},guid=0123456789abcdef", path.display());
        Self { address, heard }
    }

    /// Its address, as a session tells it.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// All calls so far: method, service and values. "closed" for an ended connection.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.what.lock().unwrap().clone()
    }

    /// Waits until something was heard.
    #[track_caller]
    pub(crate) fn until_heard(&self, wanted: &str) {
        let end = Instant::now() + LONG;
        let mut what = self.heard.what.lock().unwrap();
        while !what.iter().any(|one| one == wanted) {
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "{wanted:?} was never heard: {what:#?}");
            what = self.heard.changed.wait_timeout(what, left).unwrap().0;
        }
    }
}

/// Serves one connection until it ends.
fn serve(stream: &UnixStream, manner: Manner, heard: &Heard) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    if matches!(manner, Manner::HangsUp) {
        return Ok(());
    }
    let mut first = [1];
    reader.read_exact(&mut first)?;
    assert_eq!(first, [0]);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    heard.add(line.trim_end().to_owned());
    match manner {
        Manner::Silent => return swallow(reader),
        Manner::Rejects => {
            writer.write_all(b"REJECTED KERBEROS_V4\r\n")?;
            return swallow(reader);
        }
        Manner::Babbles => {
            writer.write_all(b"OK 0123\r\n")?;
            writer.write_all(&[0xff; 4096])?;
            return swallow(reader);
        }
        _ => writer.write_all(b"OK 0123456789abcdef\r\n")?,
    }
    line.clear();
    reader.read_line(&mut line)?;
    assert_eq!(line, "BEGIN\r\n");
    let mut granted = 0;
    loop {
        let call = Call::read(&mut reader)?;
        if call.member == "Hello" {
            writer.write_all(&answer(call.serial, &text(":1.42")))?;
            continue;
        }
        let values = call.values.join(" ");
        heard.add(format!("{} {} {values}", call.member, call.destination));
        let other_order = matches!(manner, Manner::GrantsInOtherOrder(_));
        let grants = match manner {
            Manner::Grants(services) | Manner::GrantsInOtherOrder(services) => {
                services.contains(&call.destination.as_str())
            }
            Manner::GrantsOnceThenSilent if granted > 0 => return swallow(reader),
            Manner::GrantsOnceThenSilent => true,
            _ => return Ok(()),
        };
        if !call.wants_answer {
            continue;
        }
        granted += u32::from(grants);
        let cookie = 100 + granted;
        match (grants, other_order) {
            (true, false) => writer.write_all(&answer(call.serial, &cookie.to_le_bytes()))?,
            (true, true) => {
                writer.write_all(&message(4, call.serial, &text("a signal of no matter"), true))?;
                writer.write_all(&message(2, call.serial, &cookie.to_be_bytes(), true))?;
            }
            (false, _) => {
                writer.write_all(&message(3, call.serial, &text("no such service"), other_order))?;
            }
        }
    }
}

fn swallow(mut reader: impl Read) -> io::Result<()> {
    io::copy(&mut reader, &mut io::sink()).map(drop)
}

/// A call as it was read.
struct Call {
    serial: u32,
    wants_answer: bool,
    destination: String,
    member: String,
    values: Vec<String>,
}

impl Call {
    fn read(reader: &mut impl Read) -> io::Result<Self> {
        let mut head = [0; 16];
        reader.read_exact(&mut head)?;
        assert_eq!((head[0], head[1], head[3]), (b'l', 1, 1), "a call, version 1");
        let mut head = Bytes { bytes: &head, at: 4 };
        let (body, serial, fields) = (head.number(), head.number(), head.number());
        let mut rest = vec![0; fields.next_multiple_of(8) as usize];
        reader.read_exact(&mut rest)?;
        let mut call = Self {
            serial,
            wants_answer: head.bytes[2] & 1 == 0,
            destination: String::new(),
            member: String::new(),
            values: Vec::new(),
        };
        let (mut path, mut interface, mut signature) = (String::new(), String::new(), String::new());
        let mut at = Bytes {
            bytes: &rest[..fields as usize],
            at: 0,
        };
        while at.at < at.bytes.len() {
            at.align(8);
            let (what, sort) = (at.byte(), at.short());
            let value = if sort == "g" { at.short() } else { at.text() };
            match (what, sort.as_str()) {
                (1, "o") => path = value,
                (2, "s") => interface = value,
                (3, "s") => call.member = value,
                (6, "s") => call.destination = value,
                (8, "g") => signature = value,
                other => panic!("a field of no use: {other:?}"),
            }
        }
        assert!(path.starts_with('/') && interface.starts_with(&call.destination));
        let mut values = vec![0; body as usize];
        reader.read_exact(&mut values)?;
        let mut at = Bytes {
            bytes: &values,
            at: 0,
        };
        for sort in signature.chars() {
            call.values.push(match sort {
                's' => at.text(),
                'u' => at.number().to_string(),
                other => panic!("nobody takes a {other}"),
            });
        }
        assert_eq!(at.at, values.len(), "the signature tells all values");
        Ok(call)
    }
}

/// Bytes that are read one value after the other.
struct Bytes<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bytes<'_> {
    fn align(&mut self, size: usize) {
        self.at = self.at.next_multiple_of(size);
    }

    fn byte(&mut self) -> u8 {
        self.at += 1;
        self.bytes[self.at - 1]
    }

    fn number(&mut self) -> u32 {
        self.align(4);
        self.at += 4;
        u32::from_le_bytes(self.bytes[self.at - 4..self.at].try_into().unwrap())
    }

    /// A text with its length in one byte.
    fn short(&mut self) -> String {
        let length = usize::from(self.byte());
        self.taken(length)
    }

    fn text(&mut self) -> String {
        let length = self.number() as usize;
        self.taken(length)
    }

    fn taken(&mut self, length: usize) -> String {
        let text = String::from_utf8(self.bytes[self.at..self.at + length].to_vec()).unwrap();
        self.at += length;
        assert_eq!(self.byte(), 0, "a text ends with a zero");
        text
    }
}

fn answer(serial: u32, body: &[u8]) -> Vec<u8> {
    message(2, serial, body, false)
}

/// A message in answer to a call, with the one field that tells which.
fn message(sort: u8, serial: u32, body: &[u8], other_order: bool) -> Vec<u8> {
    let number = |number: u32| {
        if other_order {
            number.to_be_bytes()
        } else {
            number.to_le_bytes()
        }
    };
    let mut bytes = vec![if other_order { b'B' } else { b'l' }, sort, 1, 1];
    bytes.extend(number(body.len() as u32));
    bytes.extend(number(serial + 1_000));
    bytes.extend(number(8));
    bytes.extend([5, 1, b'u', 0]);
    bytes.extend(number(serial));
    bytes.extend(body);
    bytes
}

fn text(text: &str) -> Vec<u8> {
    let mut bytes = (text.len() as u32).to_le_bytes().to_vec();
    bytes.extend(text.as_bytes());
    bytes.push(0);
    bytes
}
