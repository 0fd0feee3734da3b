//! As much of the D-Bus protocol as it takes to ask a service for something: the greeting, calls of texts and numbers, and
//! an answer that is a number. What is said and heard has a time limit; only a bus with a full queue can keep us waiting
//! to be let in, and that keeps nobody but this thread. A bus that says something strange is left, and leaving it gives
//! back all that was granted: the bus itself lets through no answer that was not asked for.
//!
//! The protocol is that of the D-Bus Specification 0.43: <https://dbus.freedesktop.org/doc/dbus-specification.html>.

use std::io::{self, Read, Write};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::{SocketAddr, UnixStream};
use std::path::PathBuf;
use std::time::Duration;

use crate::edge::Timekeeper;

/// The longest line of a greeting, and the longest message, in bytes: far more than any that is meant for us.
const LONGEST_LINE: usize = 512;
const LONGEST_MESSAGE: usize = 64 * 1024;

/// Bytes of a message before its fields.
const HEAD: usize = 16;

/// The sorts of messages that matter.
const CALL: u8 = 1;
const ANSWER: u8 = 2;
const REFUSAL: u8 = 3;

/// What a call may say of itself.
const WANTS_NO_ANSWER: u8 = 1;
const STARTS_NO_SERVICE: u8 = 2;

/// Where a bus listens: any of several sockets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    sockets: Vec<Socket>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Socket {
    Path(PathBuf),
    /// A name that is no file.
    #[cfg(target_os = "linux")]
    Abstract(Vec<u8>),
}

impl Address {
    /// Reads an address as sessions tell it: `unix:path=/run/user/1000/bus,guid=…;unix:abstract=…`. Other transports than
    /// sockets of this machine are left out.
    pub(super) fn parse(address: &str) -> Self {
        let sockets = address.split(';').filter_map(|one| {
            let mut pairs = one.strip_prefix("unix:")?.split(',');
            pairs.find_map(|pair| match pair.split_once('=')? {
                ("path", path) => {
                    let path = std::ffi::OsString::from_vec(unescaped(path)?);
                    Some(Socket::Path(path.into()))
                }
                #[cfg(target_os = "linux")]
                ("abstract", name) => Some(Socket::Abstract(unescaped(name)?)),
                _ => None,
            })
        });
        Self {
            sockets: sockets.collect(),
        }
    }

    /// Whether somebody may listen there.
    #[expect(
        clippy::disallowed_methods,
        reason = "a look at one file, so that without a desktop no thread is started"
    )]
    pub(super) fn may_be_there(&self) -> bool {
        self.sockets.iter().any(|socket| match socket {
            Socket::Path(path) => std::fs::symlink_metadata(path).is_ok(),
            #[cfg(target_os = "linux")]
            Socket::Abstract(_) => true,
        })
    }

    fn connect(&self) -> io::Result<UnixStream> {
        let mut outcome = Err(io::ErrorKind::NotFound.into());
        for socket in &self.sockets {
            outcome = socket
                .address()
                .and_then(|address| UnixStream::connect_addr(&address));
            if outcome.is_ok() {
                break;
            }
        }
        outcome
    }
}

impl Socket {
    fn address(&self) -> io::Result<SocketAddr> {
        match self {
            Self::Path(path) => SocketAddr::from_pathname(path),
            #[cfg(target_os = "linux")]
            Self::Abstract(name) => {
                use std::os::linux::net::SocketAddrExt;
                SocketAddr::from_abstract_name(name)
            }
        }
    }
}

/// A value of an address: bytes other than plain ones are written `%2c`.
fn unescaped(value: &str) -> Option<Vec<u8>> {
    let mut parts = value.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        bytes.extend(rest.as_bytes());
    }
    Some(bytes)
}

/// A value that is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(u32),
}

/// A call of a method.
#[derive(Debug)]
pub(super) struct Call<'a> {
    pub(super) destination: &'a str,
    pub(super) path: &'a str,
    pub(super) interface: &'a str,
    pub(super) member: &'a str,
    pub(super) values: Vec<Value<'a>>,
}

/// A connection to a bus.
#[derive(Debug)]
pub(super) struct Bus {
    stream: UnixStream,
    timekeeper: Timekeeper,
    /// In steady time: whatever is under way then fails.
    until: Duration,
    /// The number of the last call.
    serial: u32,
}

impl Bus {
    /// Connects and greets. All that follows has so much time in all.
    pub(super) fn connect(address: &Address, within: Duration, timekeeper: Timekeeper) -> io::Result<Self> {
        let mut bus = Self {
            stream: address.connect()?,
            timekeeper,
            until: Duration::ZERO,
            serial: 0,
        };
        bus.give_time(within);
        bus.greet()?;
        Ok(bus)
    }

    /// Gives whatever follows so much time in all.
    pub(super) fn give_time(&mut self, within: Duration) {
        self.until = self.timekeeper.now().steady.saturating_add(within);
    }

    /// Calls a method that answers with a number, of a service that runs. None where it is refused or not there.
    pub(super) fn call(&mut self, call: &Call<'_>) -> io::Result<Option<u32>> {
        self.send(call, STARTS_NO_SERVICE)?;
        Ok(self.answer()?.and_then(|answer| answer.number()))
    }

    /// Calls a method and waits for no answer.
    pub(super) fn tell(&mut self, call: &Call<'_>) -> io::Result<()> {
        self.send(call, STARTS_NO_SERVICE | WANTS_NO_ANSWER)
    }

    /// Says who we are (the system has told the bus already), and asks for a name, as every connection must.
    fn greet(&mut self) -> io::Result<()> {
        let user = rustix::process::getuid().as_raw().to_string();
        // In hexadecimal, where the digit 7 is 37.
        let user: String = user.chars().flat_map(|digit| ['3', digit]).collect();
        self.write(format!("\0AUTH EXTERNAL {user}\r\n").as_bytes())?;
        if !self.line()?.starts_with(b"OK ") {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        self.write(b"BEGIN\r\n")?;
        let hello = Call {
            destination: "org.freedesktop.DBus",
            path: "/org/freedesktop/DBus",
            interface: "org.freedesktop.DBus",
            member: "Hello",
            values: Vec::new(),
        };
        self.send(&hello, 0)?;
        self.answer()?
            .map(drop)
            .ok_or_else(|| io::ErrorKind::PermissionDenied.into())
    }

    fn send(&mut self, call: &Call<'_>, flags: u8) -> io::Result<()> {
        self.serial += 1;
        let message = message(call, flags, self.serial);
        self.write(&message)
    }

    /// The answer to the last call, or none where it was refused. One call waits at a time, so that the next answer is its
    /// answer; what else the bus tells is passed over.
    fn answer(&mut self) -> io::Result<Option<Answer>> {
        loop {
            let head: [u8; HEAD] = self.read()?;
            let order = match head[0] {
                b'l' => u32::from_le_bytes,
                b'B' => u32::from_be_bytes,
                _ => return Err(io::ErrorKind::InvalidData.into()),
            };
            let number = |at: usize| order([head[at], head[at + 1], head[at + 2], head[at + 3]]) as usize;
            let (body, fields) = (number(4), number(12));
            if body > LONGEST_MESSAGE || fields > LONGEST_MESSAGE {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let _: Vec<u8> = self.read_exactly(fields.next_multiple_of(8))?;
            let body = self.read_exactly(body)?;
            match head[1] {
                ANSWER => return Ok(Some(Answer { body, order })),
                REFUSAL => return Ok(None),
                _ => {}
            }
        }
    }

    fn line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        while !line.ends_with(b"\r\n") {
            if line.len() == LONGEST_LINE {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let byte: [u8; 1] = self.read()?;
            line.extend(byte);
        }
        Ok(line)
    }

    fn read<const COUNT: usize>(&mut self) -> io::Result<[u8; COUNT]> {
        let bytes = self.read_exactly(COUNT)?;
        bytes.try_into().map_err(|_| io::ErrorKind::InvalidData.into())
    }

    fn read_exactly(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; count];
        let mut filled = 0;
        while filled < count {
            self.stream.set_read_timeout(Some(self.time_left()?))?;
            match self.stream.read(bytes.get_mut(filled..).unwrap_or_default()) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(read) => filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(bytes)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            self.stream.set_write_timeout(Some(self.time_left()?))?;
            match self.stream.write(rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => rest = rest.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn time_left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_sub(self.timekeeper.now().steady);
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(left)
    }
}

/// What a method has answered.
struct Answer {
    body: Vec<u8>,
    order: fn([u8; 4]) -> u32,
}

impl Answer {
    /// Its first value, as a number.
    fn number(&self) -> Option<u32> {
        self.body.first_chunk().map(|bytes| (self.order)(*bytes))
    }
}

/// The bytes of a call: a head, fields of (what, type, value), and the values.
fn message(call: &Call<'_>, flags: u8, serial: u32) -> Vec<u8> {
    let mut body = Vec::new();
    for value in &call.values {
        match value {
            Value::Text(text) => put_text(text, &mut body),
            Value::Number(number) => put_number(*number, &mut body),
        }
    }
    let mut bytes = vec![b'l', CALL, flags, 1];
    put_number(length(&body), &mut bytes);
    put_number(serial, &mut bytes);
    // How long the fields are, once that is known.
    put_number(0, &mut bytes);
    let fields = [
        (1, b'o', call.path),
        (2, b's', call.interface),
        (3, b's', call.member),
        (6, b's', call.destination),
    ];
    for (what, sort, text) in fields {
        pad(8, &mut bytes);
        bytes.extend([what, 1, sort, 0]);
        put_text(text, &mut bytes);
    }
    if !call.values.is_empty() {
        let signature = call.values.iter().map(|value| match value {
            Value::Text(_) => b's',
            Value::Number(_) => b'u',
        });
        pad(8, &mut bytes);
        bytes.extend([8, 1, b'g', 0, call.values.len() as u8]);
        bytes.extend(signature);
        bytes.push(0);
    }
    let fields = (length(&bytes) - HEAD as u32).to_le_bytes();
    bytes[HEAD - fields.len()..HEAD].copy_from_slice(&fields);
    pad(8, &mut bytes);
    bytes.extend(body);
    bytes
}

fn put_text(text: &str, bytes: &mut Vec<u8>) {
    put_number(length(text.as_bytes()), bytes);
    bytes.extend(text.as_bytes());
    bytes.push(0);
}

fn put_number(number: u32, bytes: &mut Vec<u8>) {
    pad(4, bytes);
    bytes.extend(number.to_le_bytes());
}

/// Everything begins at a multiple of its own size.
fn pad(size: usize, bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(size), 0);
}

fn length(bytes: &[u8]) -> u32 {
    bytes.len() as u32
}

#[cfg(test)]
mod tests;
