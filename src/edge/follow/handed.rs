//! What is heard, handed on into the loop: never more than one message at a time. What comes before that one has been
//! drawn is kept as one, the newest, so that no leader can fill the memory, or keep the screen from being drawn.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::edge::Outlet;
use crate::follower::merge;
use crate::show::{Heard, Moment, Msg};

/// The way into the loop.
#[derive(Debug, Clone)]
pub(super) struct Handed {
    outlet: Outlet,
    slot: Arc<Mutex<Slot>>,
}

#[derive(Debug, Default)]
struct Slot {
    /// Whether something was handed on that has not been drawn yet.
    is_under_way: bool,
    /// What has been heard since.
    newest: Option<(Heard, Moment)>,
}

impl Handed {
    pub(super) fn new(outlet: Outlet) -> Self {
        Self {
            outlet,
            slot: Arc::default(),
        }
    }

    /// Hands on what is heard, now or later; whether anybody listens, as far as is known.
    pub(super) fn hand_on(&self, heard: Heard, at: Moment) -> bool {
        let mut slot = self.slot();
        if slot.is_under_way {
            let later = (heard, at);
            slot.newest = Some(match slot.newest.take() {
                Some(earlier) => merge(earlier, later),
                None => later,
            });
            return true;
        }
        slot.is_under_way = true;
        self.outlet.send(Msg::LeaderHeard { heard, at })
    }

    /// What was handed on last has been drawn: what has been heard since follows.
    pub(super) fn drawn(&self) {
        let mut slot = self.slot();
        match slot.newest.take() {
            // Where nobody listens any more, nobody draws.
            Some((heard, at)) => drop(self.outlet.send(Msg::LeaderHeard { heard, at })),
            None => slot.is_under_way = false,
        }
    }

    fn slot(&self) -> MutexGuard<'_, Slot> {
        // Nothing panics while it holds the lock.
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;
    use crate::edge::Timekeeper;
    use crate::slide::{Numbered, RunId, Slide, VERSION};

    fn slide(number: u64) -> Heard {
        let numbered = Numbered {
            version: VERSION,
            run: RunId("run".into()),
            number,
            content: Slide::default(),
        };
        Heard::Slide(numbered.into())
    }

    fn handed() -> (Handed, Receiver<Msg>) {
        let (sender, messages) = channel();
        (Handed::new(Outlet::new(sender)), messages)
    }

    fn came(messages: &Receiver<Msg>) -> Vec<Heard> {
        let came = messages.try_iter().map(|msg| match msg {
            Msg::LeaderHeard { heard, .. } => heard,
            other => panic!("{other:?}"),
        });
        came.collect()
    }

    #[test]
    fn what_comes_while_nobody_draws_is_kept_as_one() {
        let (handed, messages) = handed();
        let now = || Timekeeper::start().now();
        for number in 1..1_000 {
            assert!(handed.hand_on(slide(number), now()));
            assert!(handed.hand_on(Heard::Beat, now()));
        }
        assert_eq!(came(&messages), [slide(1)]);
        handed.drawn();
        assert_eq!(came(&messages), [slide(999)]);
        assert!(handed.hand_on(slide(1_000), now()));
        assert_eq!(came(&messages), [], "the one before is not drawn yet");
        handed.drawn();
        handed.drawn();
        assert_eq!(came(&messages), [slide(1_000)]);
        assert!(handed.hand_on(slide(1_001), now()));
        assert_eq!(came(&messages), [slide(1_001)], "at once: everything is drawn");
    }

    #[test]
    fn where_nobody_listens_it_is_told() {
        let (handed, messages) = handed();
        drop(messages);
        assert!(!handed.hand_on(Heard::Beat, Timekeeper::start().now()));
    }
}
