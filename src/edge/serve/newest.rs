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
    beat: OnceCell<Bytes>,
}

/// What tells that the leader lives.
#[derive(Serialize)]
struct Beat<'a> {
    run: &'a RunId,
    number: u64,
}

impl Newest {
    pub(super) fn new(leaving: Arc<Leaving>) -> Self {
        Self {
            leaving,
            slide: OnceCell::new(),
            prompt: OnceCell::new(),
            beat: OnceCell::new(),
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
        let id = self.leaving.number;
        let event = match role {
            FollowerRole::Hall => self.slide.get_or_init(|| {
                let head = format!("event: slide\nid: {id}\n");
                in_stream(&head, &self.leaving.slide())
            }),
            FollowerRole::Reader => self.prompt.get_or_init(|| {
                let head = format!("event: prompt\nid: {id}\n");
                in_stream(&head, &self.leaving.prompt())
            }),
        };
        event.clone()
    }

    /// That the leader lives, and which is the newest.
    pub(super) fn beat(&self) -> Bytes {
        let beat = self.beat.get_or_init(|| {
            let beat = Beat {
                run: &self.leaving.run,
                number: self.leaving.number,
            };
            in_stream("event: beat\n", &beat)
        });
        beat.clone()
    }
}

/// An event of the stream: its head, its data in one line, and the blank line that ends it.
fn in_stream(head: &str, data: &impl Serialize) -> Bytes {
    // Nothing of ours cannot be written as JSON, and JSON holds no line break. An event without data is none to a screen.
    let data = serde_json::to_string(data).unwrap_or_default();
    Bytes::from(format!("{head}data: {data}\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slide::{Prompt, Shown, Slide};

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
        assert_eq!(&lines[..2], ["event: slide", "id: 7"]);
        assert!(lines[2].starts_with("data: {\"version\":1,\"run\":\"run\",\"number\":7,"));
        assert_eq!(&lines[3..], ["", ""]);
        assert!(
            newest
                .event(FollowerRole::Reader)
                .starts_with(b"event: prompt\nid: 7\ndata: {")
        );
        assert_eq!(
            newest.beat(),
            "event: beat\ndata: {\"run\":\"run\",\"number\":7}\n\n"
        );
    }
}
