//! Threads that may die without ending the show. Their panics become a message, and nothing is printed: the panic hook
//! stays silent for them (see [`super::terminal::install_panic_hook`]).

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use super::{Outlet, Timekeeper};
use crate::show::{Msg, Worker};

/// Starts a named thread whose panic is caught and told as [`Msg::WorkerStopped`].
///
/// # Errors
///
/// When the system gives no thread.
#[expect(clippy::disallowed_methods, reason = "this is where threads are started")]
pub fn worker(
    name: &str,
    which: Worker,
    outlet: Outlet,
    timekeeper: Timekeeper,
    body: impl FnOnce() + Send + 'static,
) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        if catch_unwind(AssertUnwindSafe(body)).is_err() {
            // Where nobody listens any more, its show is over.
            outlet.send(Msg::WorkerStopped {
                worker: which,
                at: timekeeper.now(),
            });
        }
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;

    const LONG: Duration = Duration::from_secs(20);

    #[test]
    fn a_workers_panic_is_told() {
        let (sender, messages) = channel();
        worker(
            "dies",
            Worker::Watcher,
            Outlet::new(sender),
            Timekeeper::start(),
            || panic!("as the test wants"),
        )
        .unwrap();
        assert!(matches!(
            messages.recv_timeout(LONG),
            Ok(Msg::WorkerStopped {
                worker: Worker::Watcher,
                ..
            })
        ));
    }

    #[test]
    fn a_worker_that_ends_well_says_nothing() {
        let (sender, messages) = channel();
        worker(
            "ends",
            Worker::Watcher,
            Outlet::new(sender),
            Timekeeper::start(),
            || (),
        )
        .unwrap();
        // The channel closes with the thread.
        assert!(messages.recv_timeout(LONG).is_err());
    }
}
