//! What leaves the show as the stream has it: made at most once for each of the two roles, and only when a screen of that
//! role is there to read it.

use std::cell::OnceCell;
use std::sync::Arc;

use hyper::body::Bytes;
use serde::Serialize;

use crate::show::FollowerRole;
use crate::slide::{Leaving, RunId};

/// The newest that leaves the show.
#[derive(Debug)]
pub(super) struct Newest {
    leaving: Arc<Leaving>,
    slide: OnceCell<Bytes>,
    prompt: OnceCell<Bytes>,
}

/// The event that tells that the leader lives. It has data because a browser passes over one without.
pub(super) fn beat() -> Bytes {
    Bytes::from_static(b"event: beat\ndata: {}\n\n")
}

impl Newest {
    pub(super) fn new(leaving: Arc<Leaving>) -> Self {
        Self {
            leaving,
            slide: OnceCell::new(),
            prompt: OnceCell::new(),
        }
    }

    pub(super) fn number(&self) -> u64 {
        self.leaving.number
    }

    pub(super) fn run(&self) -> &RunId {
        &self.leaving.run
    }

    /// It as an event for a role.
    pub(super) fn event(&self, role: FollowerRole) -> Bytes {
        let event = match role {
            FollowerRole::Hall => self
                .slide
                .get_or_init(|| in_stream("slide", &self.leaving.slide())),
            FollowerRole::Reader => self
                .prompt
                .get_or_init(|| in_stream("prompt", &self.leaving.prompt())),
        };
        event.clone()
    }
}

/// An event of the stream: its name, its data in one line, and the blank line that ends it.
fn in_stream(name: &str, data: &impl Serialize) -> Bytes {
    // Nothing of ours cannot be written as JSON, and JSON holds no line break. An event without data is none to a screen.
    let data = serde_json::to_string(data).unwrap_or_default();
    Bytes::from(format!("event: {name}\ndata: {data}\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slide::{Prompt, Shown, Slide, VERSION};

    #[test]
    fn an_event_is_one_line_of_data_whatever_is_said_in_it() {
        let shown = Shown::Heading {
            lines: vec!["satu\ndata: dua\n\n".to_owned(), "\u{2028}\r".to_owned()],
        };
        let newest = Newest::new(Arc::new(Leaving {
            run: RunId("run".into()),
            number: 7,
            slide: Slide {
                shown,
                ..Slide::default()
            },
            prompt: Prompt::default(),
        }));
        let event = newest.event(FollowerRole::Hall);
        let text = std::str::from_utf8(&event).unwrap();
        let lines: Vec<&str> = text.split(['\n', '\r']).collect();
        assert_eq!(lines[0], "event: slide");
        let beginning = format!("data: {{\"version\":{VERSION},\"run\":\"run\",\"number\":7,");
        assert!(lines[1].starts_with(&beginning), "{}", lines[1]);
        assert_eq!(&lines[2..], ["", ""]);
        let prompt = newest.event(FollowerRole::Reader);
        assert!(prompt.starts_with(b"event: prompt\ndata: {"));
    }
}
