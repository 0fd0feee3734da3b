//! The thread that finds a leader, joins it, and reads its stream until that ends. While there is none it tries again
//! every `RETRY`; it waits for nothing that cannot be woken when the screen is ended.

use std::io::{self, BufReader, Read};
use std::net::SocketAddr;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use jiff::Timestamp;
use ureq::{Agent, BodyReader};

use super::arrival::{Arrived, arrived};
use super::events::Events;
use super::handed::Handed;
use super::names::{LookedUp, Names};
use super::report::Joined;
use super::screen_name::ScreenName;
use super::{Candidate, Find, RETRY, Times};
use crate::edge::{Outlet, Timekeeper};
use crate::follower::{AnnouncedRun, Choice, Content, LostRun};
use crate::show::{FollowerRole, Heard};
use crate::slide::State;

/// What wakes the thread while it waits.
#[derive(Debug)]
pub(super) enum Woken {
    /// The screen is ended.
    Ended,
    /// The network has told the numbers of a name.
    LookedUp(LookedUp),
}

/// The thread.
pub(super) struct StreamThread {
    pub(super) times: Times,
    pub(super) find: Find,
    pub(super) role: FollowerRole,
    pub(super) screen: ScreenName,
    pub(super) agent: Agent,
    pub(super) outlet: Outlet,
    pub(super) handed: Handed,
    pub(super) joined: Joined,
    pub(super) wake: Sender<Woken>,
    pub(super) woken: Receiver<Woken>,
    pub(super) timekeeper: Timekeeper,
    pub(super) names: Names,
    pub(super) choice: Choice,
}

/// Nobody listens to us any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unheard;

/// What a leader answers to a screen that wants to join.
enum Answer {
    Stream(BodyReader<'static>),
    /// It has no room; so long it is left alone.
    Full(Duration),
    Nothing,
}

/// How listening to a stream came to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Listened {
    /// What came was shown, and then the leader was lost.
    Lost(LostRun),
    /// Nothing that came could be shown: another leader may be tried.
    ToNobody,
}

impl StreamThread {
    /// Follows until the screen is ended.
    pub(super) fn follow(&mut self) {
        // After a panic nobody is joined.
        self.joined.set(None);
        while let Ok(wait) = self.tried() {
            if self.is_ended_within(wait) {
                return;
            }
        }
    }

    /// Waits until the next try; whether the screen is ended.
    pub(super) fn is_ended_within(&mut self, wait: Duration) -> bool {
        match self.woken.recv_timeout(wait) {
            Ok(Woken::LookedUp(numbers)) => {
                self.names.take(numbers);
                false
            }
            Err(RecvTimeoutError::Timeout) => false,
            Ok(Woken::Ended) | Err(RecvTimeoutError::Disconnected) => true,
        }
    }

    /// Tries the leaders that there are, until one can be followed; comes back when it was lost. Gives how long after that
    /// the next try is due.
    fn tried(&mut self) -> Result<Duration, Unheard> {
        let mut wait = RETRY;
        let found = (self.find)();
        let allowed = found.into_iter().filter(|one| self.choice.allows_candidate(one));
        let allowed: Vec<Candidate> = allowed.collect();
        for candidate in allowed {
            let mut is_full = false;
            for number in self.names.numbers(&candidate.address) {
                match self.join(number) {
                    Answer::Stream(stream) => match self.listened(stream, number, &candidate)? {
                        Listened::Lost(lost) => {
                            self.lose(&candidate, &lost)?;
                            return Ok(RETRY);
                        }
                        Listened::ToNobody => {}
                    },
                    Answer::Full(long) => {
                        is_full = true;
                        wait = wait.max(long);
                    }
                    Answer::Nothing => {}
                }
            }
            if !is_full {
                self.names
                    .fail(&candidate.address, &self.wake, &self.outlet, self.timekeeper);
            }
        }
        Ok(wait)
    }

    /// Joins a leader.
    fn join(&self, address: SocketAddr) -> Answer {
        let role = match self.role {
            FollowerRole::Hall => "hall",
            FollowerRole::Reader => "reader",
        };
        let screen = self.screen;
        let path = format!("http://{address}/events?as={role}&device=terminal&screen={screen}");
        let Ok(response) = self.agent.get(path).call() else {
            return Answer::Nothing;
        };
        let header = |name| response.headers().get(name);
        match response.status().as_u16() {
            // Anybody may listen on a port.
            200 if header("content-type")
                .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream")) =>
            {
                Answer::Stream(response.into_body().into_reader())
            }
            503 => {
                let told = header("retry-after").and_then(|told| told.to_str().ok());
                Answer::Full(screen.comes_again_after(told))
            }
            _ => Answer::Nothing,
        }
    }

    /// Hands on what comes until the stream ends.
    fn listened(
        &self,
        stream: BodyReader<'static>,
        number: SocketAddr,
        candidate: &Candidate,
    ) -> Result<Listened, Unheard> {
        let begun = self.timekeeper.now();
        let patient = Patient {
            stream,
            timekeeper: self.timekeeper,
            silence: self.times.silence,
            since: begun.steady,
        };
        let mut events = Events::new(BufReader::new(patient));
        let mut followed: Option<LostRun> = None;
        // A leader whose slides are not understood may beat as it likes: what stands on the screen is not its own.
        let mut is_understood = false;
        while let Ok(Some(event)) = events.next() {
            let at = self.timekeeper.now();
            let heard = match arrived(&event, self.role) {
                Arrived::Heard(Heard::Beat) if !is_understood => continue,
                Arrived::Heard(heard) => heard,
                Arrived::NotUnderstood => {
                    is_understood = false;
                    continue;
                }
                Arrived::Nothing => continue,
            };
            match followed_run(followed.take(), Content::of(&heard), candidate, at.wall) {
                Some(run) => followed = Some(run),
                None => return Ok(Listened::ToNobody),
            }
            self.joined.set(Some(number));
            is_understood = true;
            events.reader().get_mut().since = at.steady;
            if !self.handed.hand_on(heard, at) {
                return Err(Unheard);
            }
        }
        let Some(followed) = followed else {
            return Ok(Listened::ToNobody);
        };
        let now = self.timekeeper.now();
        let silent = now.steady.saturating_sub(events.reader().get_ref().since);
        // Who fell silent was lost then, and not when that was noticed.
        let at = if silent < self.times.silence {
            now.wall
        } else {
            followed.at
        };
        Ok(Listened::Lost(LostRun { at, ..followed }))
    }

    /// The leader is lost: what is announced now decides who may be followed next.
    fn lose(&mut self, candidate: &Candidate, lost: &LostRun) -> Result<(), Unheard> {
        self.joined.set(None);
        if candidate.announced.is_some() {
            let announced = (self.find)().into_iter().filter_map(|one| one.announced);
            self.choice = Choice::after(lost, &announced.collect::<Vec<AnnouncedRun>>());
        }
        let at = self.timekeeper.now();
        self.handed.hand_on(Heard::Cut, at).then_some(()).ok_or(Unheard)
    }
}

/// The run that is followed now that this was heard, as it would be if it were lost now. None where another one than is
/// announced there leads: what a killed leader has left behind may name the port of another.
fn followed_run(
    before: Option<LostRun>,
    content: Option<Content>,
    candidate: &Candidate,
    at: Timestamp,
) -> Option<LostRun> {
    let Some(content) = content else {
        return before.map(|run| LostRun { at, ..run });
    };
    let started = match (before, &candidate.announced) {
        (Some(before), _) if before.run == *content.run() => before.started,
        // A leader that opens another ceremony is followed into it.
        (Some(_), _) | (None, None) => at,
        (None, Some(announced)) if announced.run == *content.run() => announced.started,
        (None, Some(_)) => return None,
    };
    Some(LostRun {
        run: content.run().clone(),
        started,
        is_over: content.state() == State::Ended,
        at,
    })
}

impl Choice {
    /// Whether a candidate may be followed. One that somebody has named always may.
    fn allows_candidate(&self, candidate: &Candidate) -> bool {
        candidate.announced.as_ref().is_none_or(|one| self.allows(one))
    }
}

/// A stream that ends where no event that is understood has come for too long, however many bytes of others have.
struct Patient {
    stream: BodyReader<'static>,
    timekeeper: Timekeeper,
    silence: Duration,
    /// When the last event came that was understood. Steady time.
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
