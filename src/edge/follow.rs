//! Following a leader over HTTP: finding it, joining its stream of events, and telling it what stands on the screen.
//!
//! Two threads. One reads the stream and tells the loop; while there is none it looks for a leader every `RETRY`. The
//! other tells the leader what was drawn, so that a slow way to it never holds up a slide. Where the leader was given by
//! name, a third asks for its numbers now and then. A leader that is not
//! understood for as long as [`PATIENCE`] is left, for who lives beats every two seconds. Nobody is ever told of a failure:
//! it is only [`Heard::Cut`](crate::show::Heard::Cut), and tried again. A thread that panics begins again.

pub mod address;
mod arrival;
mod events;
mod handed;
mod names;
mod report;
mod screen_name;
mod stream;

use std::fmt::{self, Debug, Formatter};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use ureq::Agent;

pub use self::address::Address;
use self::handed::Handed;
use self::names::{LOOKED_UP_EVERY, LookUp, Names};
use self::report::{Joined, Reports};
use self::screen_name::ScreenName;
use self::stream::{StreamThread, Woken};
use super::{Outlet, Timekeeper, worker};
use crate::follower::{AnnouncedRun, Choice, PATIENCE};
use crate::show::{FollowerRole, Msg, Worker};

/// How long after a failure the next try follows.
pub(super) const RETRY: Duration = Duration::from_millis(250);

/// How long the way to a leader may take.
const REACHED: Duration = Duration::from_secs(1);

/// How long a leader may take to answer.
const ANSWERED: Duration = Duration::from_secs(2);

/// So long after a panic a thread begins again.
const BEGUN_AGAIN: Duration = Duration::from_secs(5);

/// How long this and that may take; other than usual only in tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Times {
    silence: Duration,
    begun_again: Duration,
    looked_up: Duration,
}

impl Default for Times {
    fn default() -> Self {
        Self {
            silence: PATIENCE,
            begun_again: BEGUN_AGAIN,
            looked_up: LOOKED_UP_EVERY,
        }
    }
}

/// The head of an answer is no longer, in bytes.
const MOST_HEAD: usize = 1 << 14;

/// A leader that may be joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Where it listens.
    pub address: Address,
    /// How it is announced on this computer; nothing for one that somebody has named.
    pub announced: Option<AnnouncedRun>,
}

/// Gives the leaders that there are.
type Find = Box<dyn FnMut() -> Vec<Candidate> + Send>;

/// What is followed. Dropping it says goodbye to the leader, which takes a moment, and ends both threads.
pub struct Follow {
    outlet: Outlet,
    handed: Handed,
    seen: Sender<u64>,
    reports: Reports,
    agent: Agent,
    wake: Sender<Woken>,
}

impl Follow {
    /// Begins to follow. What is heard comes as [`Msg::LeaderHeard`], and no second one before [`Self::drawn`]. `find` gives
    /// the leaders that there are, the one to be followed first; it is asked before every try.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn start(
        find: impl FnMut() -> Vec<Candidate> + Send + 'static,
        role: FollowerRole,
        sender: Sender<Msg>,
        timekeeper: Timekeeper,
    ) -> io::Result<Self> {
        let look_up: LookUp = Arc::new(Address::look_up);
        Self::start_with(
            Times::default(),
            look_up,
            Box::new(find),
            role,
            sender,
            timekeeper,
        )
    }

    fn start_with(
        times: Times,
        look_up: LookUp,
        find: Find,
        role: FollowerRole,
        sender: Sender<Msg>,
        timekeeper: Timekeeper,
    ) -> io::Result<Self> {
        let outlet = Outlet::new(sender);
        let handed = Handed::new(outlet.clone());
        let (seen, numbers) = channel();
        let (wake, woken) = channel();
        let (agent, screen, joined) = (agent(times), ScreenName::made_up(), Joined::default());
        let reports = Reports {
            screen,
            agent: agent.clone(),
            joined: joined.clone(),
            last: Arc::default(),
        };
        let mut stream = StreamThread {
            times,
            find,
            role,
            screen,
            agent: agent.clone(),
            outlet: outlet.clone(),
            handed: handed.clone(),
            joined,
            wake: wake.clone(),
            woken,
            timekeeper,
            names: Names::new(look_up, times.looked_up),
            choice: Choice::default(),
        };
        worker(
            "follow",
            Worker::Follower,
            outlet.clone(),
            timekeeper,
            move || {
                while panics(|| stream.follow()) && !stream.is_ended_within(times.begun_again) {}
            },
        )?;
        let telling = reports.clone();
        worker(
            "seen",
            Worker::Follower,
            outlet.clone(),
            timekeeper,
            // No sooner than the next number, which comes with the next beat.
            move || while panics(|| telling.send(&numbers)) {},
        )?;
        Ok(Self {
            outlet,
            handed,
            seen,
            reports,
            agent,
            wake,
        })
    }

    /// What was heard last has been drawn: the next may come. Waits for nobody.
    pub fn drawn(&self) {
        self.handed.drawn();
    }

    /// Tells the leader that a number stands on the screen. Waits for nobody.
    pub fn seen(&self, number: u64) {
        // Where the thread is gone, nobody counts on it.
        let _ = self.seen.send(number);
    }

    /// What says goodbye to the leader where the program ends without dropping this. It takes a moment at most.
    pub fn goodbye(&self) -> impl FnOnce() + Send + 'static {
        let reports = self.reports.clone();
        move || reports.say_goodbye()
    }
}

impl Drop for Follow {
    fn drop(&mut self) {
        self.outlet.shut();
        self.reports.say_goodbye();
        // Where the thread is gone, there is nobody to be woken.
        let _ = self.wake.send(Woken::Ended);
        // Wakes whoever waits in a read.
        self.agent.clone().shutdown();
    }
}

impl Debug for Follow {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Follow")
            .field("reports", &self.reports)
            .finish_non_exhaustive()
    }
}

/// Does something to its end; whether that was a panic.
fn panics(does: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(does)).is_err()
}

fn agent(times: Times) -> Agent {
    Agent::config_builder()
        // The leader is on this machine or on the local network.
        .proxy(None)
        .max_redirects(0)
        // A leader that has no room says how long.
        .http_status_as_error(false)
        .max_idle_connections(0)
        .max_response_header_size(MOST_HEAD)
        .user_agent("ikrar")
        .timeout_connect(Some(REACHED))
        .timeout_send_request(Some(ANSWERED))
        .timeout_recv_response(Some(ANSWERED))
        .timeout_per_read(Some(times.silence))
        .build()
        .new_agent()
}

#[cfg(test)]
mod tests;
