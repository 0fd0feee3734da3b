//! The way from a worker into the loop, which can be shut: what a worker of a closed show still has to tell must not be
//! told to the next one.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::show::Msg;

/// A way into the loop. All clones are shut at once.
#[derive(Debug, Clone)]
pub struct Outlet {
    sender: Arc<Mutex<Option<Sender<Msg>>>>,
}

impl Outlet {
    /// An open one.
    pub fn new(sender: Sender<Msg>) -> Self {
        Self {
            sender: Arc::new(Mutex::new(Some(sender))),
        }
    }

    /// Tells the loop something; whether anybody still listens.
    pub fn send(&self, msg: Msg) -> bool {
        let sender = self.sender();
        sender.as_ref().is_some_and(|sender| sender.send(msg).is_ok())
    }

    /// Shuts it: when this returns nothing more comes out of it.
    pub fn shut(&self) {
        *self.sender() = None;
    }

    fn sender(&self) -> MutexGuard<'_, Option<Sender<Msg>>> {
        // Nothing panics while it holds the lock.
        self.sender.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_shut_outlet_tells_nothing_more_whoever_holds_a_clone_of_it() {
        let (sender, messages) = channel();
        let outlet = Outlet::new(sender);
        let msg = Msg::ListDrawn { furthest: 1 };
        assert!(outlet.clone().send(msg.clone()));
        outlet.shut();
        assert!(!outlet.clone().send(msg.clone()));
        assert_eq!(messages.try_iter().collect::<Vec<_>>(), [msg]);
    }

    #[test]
    fn an_outlet_into_a_loop_that_has_ended_says_so() {
        let (sender, messages) = channel();
        drop(messages);
        assert!(!Outlet::new(sender).send(Msg::ListDrawn { furthest: 1 }));
    }
}
