//! The events of a leader's stream, line by line, and never more of a line than [`MOST`].

use std::io::{self, BufRead, Read as _};

/// A line, and an event, has no more bytes. A slide has a few thousand.
const MOST: u64 = 1 << 20;

/// An event as it came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Event {
    /// What sort of event it is.
    pub(super) name: String,
    /// What it brings.
    pub(super) data: String,
}

/// A stream of events.
#[derive(Debug)]
pub(super) struct Events<R> {
    reader: R,
}

impl<R: BufRead> Events<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader }
    }

    /// Where the events come from.
    pub(super) fn reader(&mut self) -> &mut R {
        &mut self.reader
    }

    /// Gives the next event, whatever it is called; nothing at the end of the stream.
    ///
    /// # Errors
    ///
    /// When the stream breaks off, is silent for too long, is no text, or a line or an event is too long.
    pub(super) fn next(&mut self) -> io::Result<Option<Event>> {
        let mut event = Event::default();
        loop {
            let Some(line) = self.line()? else {
                return Ok(None);
            };
            let (field, value) = line.split_once(':').unwrap_or((&line, ""));
            let value = value.strip_prefix(' ').unwrap_or(value);
            match field {
                "event" => value.clone_into(&mut event.name),
                "data" if event.data.is_empty() => value.clone_into(&mut event.data),
                "data" => {
                    event.data.push('\n');
                    event.data.push_str(value);
                    if event.data.len() as u64 > MOST {
                        return Err(too_long());
                    }
                }
                "" if line.is_empty() && event != Event::default() => return Ok(Some(event)),
                // Numbers, which no leader sends, comments, and what is not known.
                _ => {}
            }
        }
    }

    /// The next line without its end; nothing at the end of the stream, where a line that was begun is worth nothing.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        self.reader.by_ref().take(MOST).read_until(b'\n', &mut line)?;
        if line.pop() != Some(b'\n') {
            return if line.len() as u64 + 1 < MOST {
                Ok(None)
            } else {
                Err(too_long())
            };
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        let line = String::from_utf8(line);
        line.map(Some)
            .map_err(|reason| io::Error::new(io::ErrorKind::InvalidData, reason))
    }
}

fn too_long() -> io::Error {
    io::ErrorKind::FileTooLarge.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(stream: &[u8]) -> (Vec<(String, String)>, io::Result<()>) {
        let mut events = Events::new(stream);
        let mut found = Vec::new();
        loop {
            match events.next() {
                Ok(Some(event)) => found.push((event.name, event.data)),
                Ok(None) => return (found, Ok(())),
                Err(reason) => return (found, Err(reason)),
            }
        }
    }

    fn event(name: &str, data: &str) -> (String, String) {
        (name.to_owned(), data.to_owned())
    }

    #[test]
    fn events_end_at_an_empty_line() {
        let (found, end) =
            all(b"event: slide\nid: 3\ndata: {\"a\": 1}\n\n: still here\n\nevent:beat\r\ndata:x\r\n\r\n");
        assert_eq!(found, [event("slide", "{\"a\": 1}"), event("beat", "x")]);
        assert!(end.is_ok());
    }

    #[test]
    fn what_is_broken_off_at_the_end_is_no_event() {
        for stream in ["event: slide\ndata: {\"a", "event: slide\ndata: {}\n", "", "\n\n"] {
            let (found, end) = all(stream.as_bytes());
            assert_eq!((found, end.is_ok()), (Vec::new(), true), "{stream:?}");
        }
    }

    #[test]
    fn an_endless_line_and_an_endless_event_break_the_stream() {
        let (found, end) = all(&[b"data: x\n\ndata: ".as_slice(), &vec![b'x'; 3 << 20]].concat());
        assert_eq!(found, [event("", "x")]);
        assert_eq!(end.unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        let lines = [b"data: ".as_slice(), &vec![b'x'; 1 << 19], b"\n"]
            .concat()
            .repeat(3);
        assert_eq!(all(&lines).1.unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        let fits = [b"data: ".as_slice(), &vec![b'x'; (1 << 20) - 7], b"\n\n"].concat();
        assert_eq!(all(&fits).0.len(), 1);
    }

    #[test]
    fn what_is_no_text_breaks_the_stream() {
        let (found, end) = all(b"data: \xFF\n\n");
        assert_eq!(found, []);
        assert_eq!(end.unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
