//! Following a leader over HTTP: finding it, joining its stream of events, and telling it what stands on the screen.
//!
//! Two threads. One reads the stream and tells the loop; while there is none it looks for a leader every `RETRY`. The
//! other tells the leader what was drawn, so that a slow way to it never holds up a slide. No read waits longer than
//! `SILENCE`, for a leader who lives beats every two seconds. Nobody is ever told of a failure: it is only
//! [`Heard::Cut`], and tried again.

pub mod address;
mod arrival;
mod events;

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, BufReader, Read};
use std::net::SocketAddr;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ureq::{Agent, BodyReader};

pub use self::address::Address;
use self::arrival::{Arrived, arrived};
use self::events::Events;
use super::{Outlet, Timekeeper, worker};
use crate::show::{FollowerRole, Heard, Msg, Worker};
use crate::slide::RunId;

/// How long after a failure the next try follows.
const RETRY: Duration = Duration::from_millis(250);

/// How long the way to a leader may take.
const REACHED: Duration = Duration::from_secs(1);

/// How long a leader may take to answer.
const ANSWERED: Duration = Duration::from_secs(2);

/// A stream without an event for so long is cut.
const SILENCE: Duration = Duration::from_secs(5);

/// For so long after a leader was lost no other one is joined that was there beside it: it may come back.
const LOYALTY: Duration = Duration::from_secs(5);

/// How long this and that may take; other than usual only in tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Times {
    silence: Duration,
    loyalty: Duration,
}

impl Default for Times {
    fn default() -> Self {
        Self {
            silence: SILENCE,
            loyalty: LOYALTY,
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
    /// Its run; nothing where it is not known.
    pub run: RunId,
}

/// Gives the leaders that there are.
type Find = Box<dyn FnMut() -> Vec<Candidate> + Send>;

/// What is followed. Dropping it ends both threads.
#[derive(Debug)]
pub struct Follow {
    outlet: Outlet,
    seen: Sender<u64>,
    agent: Agent,
    /// Its other end sees when it is dropped.
    _end: Sender<()>,
}

impl Follow {
    /// Begins to follow. What is heard comes as [`Msg::LeaderHeard`]. `find` gives the leaders that there are, the one to be
    /// followed first; it is asked before every try.
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
        Self::start_with(Times::default(), Box::new(find), role, sender, timekeeper)
    }

    fn start_with(
        times: Times,
        find: Find,
        role: FollowerRole,
        sender: Sender<Msg>,
        timekeeper: Timekeeper,
    ) -> io::Result<Self> {
        let outlet = Outlet::new(sender);
        let (seen, numbers) = channel();
        let (end, ended) = channel();
        let agent = agent(times);
        let joined = Joined::default();
        let screen = made_up();
        let follower = Follower {
            times,
            find,
            role,
            screen: screen.clone(),
            agent: agent.clone(),
            outlet: outlet.clone(),
            joined: joined.clone(),
            ended,
            timekeeper,
            passed_over: HashSet::new(),
            lost: None,
        };
        let reports = Reports {
            screen,
            agent: agent.clone(),
            joined,
            numbers,
        };
        worker("follow", Worker::Follower, outlet.clone(), timekeeper, || {
            follower.follow();
        })?;
        worker("seen", Worker::Follower, outlet.clone(), timekeeper, || {
            reports.send();
        })?;
        Ok(Self {
            outlet,
            seen,
            agent,
            _end: end,
        })
    }

    /// Tells the leader that a number stands on the screen. Waits for nobody.
    pub fn seen(&self, number: u64) {
        // Where the thread is gone, nobody counts on it.
        let _ = self.seen.send(number);
    }
}

impl Drop for Follow {
    fn drop(&mut self) {
        self.outlet.shut();
        // Wakes whoever waits in a read.
        self.agent.clone().shutdown();
    }
}

fn agent(times: Times) -> Agent {
    Agent::config_builder()
        // The leader is on this machine or on the local network.
        .proxy(None)
        .max_redirects(0)
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

/// A name for this screen, for as long as the program runs.
fn made_up() -> String {
    // Every `RandomState` has keys of its own, from the system.
    format!("{:016x}", RandomState::new().hash_one(std::process::id()))
}

/// The leader that is joined.
#[derive(Debug, Clone, Default)]
struct Joined(Arc<Mutex<Option<SocketAddr>>>);

impl Joined {
    fn get(&self) -> Option<SocketAddr> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, address: Option<SocketAddr>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = address;
    }
}

/// How a try to join went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tried {
    /// There is no leader.
    NotJoined,
    /// It was joined, and the stream has ended.
    Cut,
    /// Nobody listens to us any more.
    Unheard,
}

/// The thread that reads the stream.
struct Follower {
    times: Times,
    find: Find,
    role: FollowerRole,
    screen: String,
    agent: Agent,
    outlet: Outlet,
    joined: Joined,
    ended: Receiver<()>,
    timekeeper: Timekeeper,
    /// The runs that were there, and not chosen, when a leader was last joined.
    passed_over: HashSet<RunId>,
    /// When the leader was lost. Steady time.
    lost: Option<Duration>,
}

impl Follower {
    fn follow(mut self) {
        loop {
            if self.tried() == Tried::Unheard {
                return;
            }
            match self.ended.recv_timeout(RETRY) {
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Tries the leaders that there are, until one can be joined; comes back when its stream has ended.
    fn tried(&mut self) -> Tried {
        let all = (self.find)();
        for candidate in self.eligible(&all) {
            let numbers = candidate.address.numbers().into_iter();
            let mut answers = numbers.filter_map(|number| Some((number, self.stream(number)?)));
            let Some((number, stream)) = answers.next() else {
                continue;
            };
            let others = all.iter().filter(|one| one.run != candidate.run);
            self.passed_over = others.map(|one| one.run.clone()).collect();
            self.joined.set(Some(number));
            let is_heard = self.listened(stream);
            self.joined.set(None);
            let at = self.timekeeper.now();
            self.lost = Some(at.steady);
            let cut = Msg::LeaderHeard {
                heard: Heard::Cut,
                at,
            };
            return if is_heard && self.outlet.send(cut) {
                Tried::Cut
            } else {
                Tried::Unheard
            };
        }
        Tried::NotJoined
    }

    /// Of the leaders that there are, those that may be joined now: a leader that was killed is given time to come back
    /// before the screen goes to another one that was there all along.
    fn eligible(&self, all: &[Candidate]) -> Vec<Candidate> {
        let now = self.timekeeper.now().steady;
        let is_loyal = self
            .lost
            .is_some_and(|lost| now.saturating_sub(lost) < self.times.loyalty);
        let may_be = |one: &&Candidate| !is_loyal || !self.passed_over.contains(&one.run);
        all.iter().filter(may_be).cloned().collect()
    }

    /// Joins a leader.
    fn stream(&self, address: SocketAddr) -> Option<BodyReader<'static>> {
        let role = match self.role {
            FollowerRole::Hall => "hall",
            FollowerRole::Reader => "reader",
        };
        let screen = &self.screen;
        let path = format!("http://{address}/events?as={role}&device=terminal&screen={screen}");
        let response = self.agent.get(path).call().ok()?;
        // Anybody may listen on a port.
        let is_stream = response.status() == 200
            && response
                .headers()
                .get("content-type")
                .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
        is_stream.then(|| response.into_body().into_reader())
    }

    /// Tells the loop what comes until the stream ends; whether the loop still listens.
    fn listened(&self, stream: BodyReader<'static>) -> bool {
        let patient = Patient {
            stream,
            timekeeper: self.timekeeper,
            silence: self.times.silence,
            since: self.timekeeper.now().steady,
        };
        let mut events = Events::new(BufReader::new(patient));
        // A leader whose slides are not understood may beat as it likes: what stands on the screen is not its own.
        let mut is_understood = false;
        while let Ok(Some(event)) = events.next() {
            let at = self.timekeeper.now();
            events.reader().get_mut().since = at.steady;
            let heard = match arrived(&event, self.role) {
                Arrived::Heard(Heard::Beat) if !is_understood => continue,
                Arrived::Heard(heard) => heard,
                Arrived::NotUnderstood => {
                    is_understood = false;
                    continue;
                }
                Arrived::Nothing => continue,
            };
            is_understood = true;
            if !self.outlet.send(Msg::LeaderHeard { heard, at }) {
                return false;
            }
        }
        true
    }
}

/// A stream that ends where no event has come for too long, however many bytes of one have.
struct Patient {
    stream: BodyReader<'static>,
    timekeeper: Timekeeper,
    silence: Duration,
    /// When the last event came. Steady time.
    since: Duration,
}

impl Read for Patient {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.timekeeper.now().steady.saturating_sub(self.since) > self.silence {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.read(buffer)
    }
}

/// The thread that tells the leader what was drawn.
struct Reports {
    screen: String,
    agent: Agent,
    joined: Joined,
    numbers: Receiver<u64>,
}

impl Reports {
    fn send(self) {
        while let Ok(number) = self.numbers.recv() {
            // Of several only the last is still true.
            let number = self.numbers.try_iter().last().unwrap_or(number);
            if let Some(address) = self.joined.get() {
                let screen = &self.screen;
                let path = format!("http://{address}/seen?screen={screen}&n={number}");
                let request = self.agent.get(path).config().timeout_global(Some(ANSWERED));
                // A report that is lost is followed by the next, after a beat at the latest.
                let _ = request.build().call();
            }
        }
    }
}

#[cfg(test)]
mod tests;
