//! Going on with a run whose program was stopped: its records are put back onto a show, and the leader says from where.
//!
//! What the records say in absolute terms is taken as it is. Only what can be undone, and what a save or a change on the
//! day does to the programme, is done again by the means of the show itself. While the offer stands, the screens have the
//! picture that they had.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::record::{Accepted, Happened, Opened, Record, ResumedFrom, RunState};
use super::recorder::Recorder;
use super::{Clock, Moment, Settings, Show, Stage, Watching};
use crate::programme::place::{first_cue, top_of_text};
use crate::programme::{Place, Programme};
use crate::script::{self, Sources};

/// A run whose program was stopped, as its journal tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interrupted {
    /// Its records, in order.
    pub records: Vec<Record>,
    /// So many bytes of its journal's end could not be read.
    pub lost: u64,
    /// So many lines before could not, and were passed over.
    pub spoiled: u64,
}

/// That a run can be gone on with: what the leader is told, and answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// When the last thing happened in it.
    pub last: Timestamp,
    /// Whether the script is not to be had, or not in order: the sources of the journal serve.
    pub from_journal: bool,
    /// So many bytes of its journal's end could not be read.
    lost: u64,
    /// So many lines before could not, and were passed over.
    spoiled: u64,
    /// The script as it was last seen, and what was asked for at this start: for who begins anew.
    seen: Arc<Sources>,
    asked: Box<Settings>,
}

impl Offer {
    /// So many bytes of its journal's end could not be read; nothing where all could.
    pub fn lost(&self) -> Option<u64> {
        Some(self.lost).filter(|lost| *lost > 0)
    }

    /// So many lines before could not be read and were passed over; nothing where all could.
    pub fn spoiled(&self) -> Option<u64> {
        Some(self.spoiled).filter(|spoiled| *spoiled > 0)
    }
}

impl Show {
    /// A show that goes on with an interrupted run as soon as the leader has said from where. `reading` and `sources` are
    /// of the script as it is now. Nothing where the records are not those of a run that can be gone on with.
    pub fn resuming(
        settings: Settings,
        interrupted: Interrupted,
        reading: script::Reading,
        sources: &Sources,
        watching: Watching,
        now: Moment,
    ) -> Option<Self> {
        let Interrupted {
            records,
            lost,
            spoiled,
        } = interrupted;
        let last = records.last().map(|last| (last.number, last.wall))?;
        let asked = Box::new(settings.clone());
        let mut show = Self::relived(settings, records, (&reading, sources), watching, now)?;
        show.recorder = Recorder::after(last.0);
        show.notice = None;
        let from_journal = reading.script.is_none();
        show.catch_up_screens();
        show.take_in(reading, sources, now);
        show.offer = Some(Offer {
            last: last.1,
            from_journal,
            lost,
            spoiled,
            seen: Arc::new(sources.clone()),
            asked,
        });
        show.refresh_leaving();
        Some(show)
    }

    /// Goes on from the beginning of the part that was read, as whoever asked for it beforehand wants.
    pub fn resume_at_once(&mut self, at: Moment) {
        if self.offer.is_some() {
            self.resume(ResumedFrom::Clause, at);
            self.refresh_leaving();
        } else {
            self.tell(super::Notice::NothingToResume, at);
        }
    }

    /// What is offered to be gone on with.
    pub fn offer(&self) -> Option<&Offer> {
        self.offer.as_ref()
    }

    /// A show with the records of a run put back onto it. Where the records have lost what they begin with, the script as it
    /// is now stands in.
    fn relived(
        settings: Settings,
        records: Vec<Record>,
        now_read: (&script::Reading, &Sources),
        watching: Watching,
        now: Moment,
    ) -> Option<Self> {
        let opened = records.iter().find_map(|record| match &record.what {
            Happened::Opened(opened) => Some(opened),
            _ => None,
        });
        let settings = match opened {
            Some(opened) => settings_of(settings, opened),
            None => Settings {
                begin_at: None,
                ..settings
            },
        };
        let accepted = records.iter().find_map(|record| match &record.what {
            Happened::Sources(accepted) => Some(&**accepted),
            _ => None,
        });
        let (reading, sources) = match accepted {
            Some(accepted) => read_again(accepted, now_read),
            None => (now_read.0.clone(), now_read.1.clone()),
        };
        let mut show = Self::of_reading(settings, reading, &sources, watching, now);
        show.programme.as_ref()?;
        let mut began = None;
        let mut last = None;
        for record in records {
            if matches!(record.what, Happened::Begun { .. }) {
                began = Some(record.wall);
            }
            last = Some((record.wall, record.now.elapsed, record.now.paused));
            show.relive(record, now_read, now);
        }
        let (stopped, elapsed, paused) = last?;
        if show.place.is_some() {
            let elapsed = Duration::from_millis(elapsed);
            // Where the record of the beginning is lost, it was so long before the last one.
            let began = began
                .or_else(|| stopped.checked_sub(elapsed).ok())
                .unwrap_or(stopped);
            let finished = show.stage == Stage::Finished;
            // The time without the program is time of the ceremony.
            let since = if paused || finished {
                Duration::ZERO
            } else {
                between(stopped, now.wall)
            };
            show.clock = Clock::gone_on(now, began, elapsed + since, paused);
            if finished {
                show.clock.end_at(stopped);
            }
        }
        show.recorder.forget();
        Some(show)
    }

    /// Puts one record back.
    fn relive(&mut self, record: Record, now_read: (&script::Reading, &Sources), now: Moment) {
        // What the records say of the reading is whole; what is done again below must not be counted twice.
        let is_done_again = matches!(
            record.what,
            Happened::Sources(_) | Happened::Changed(_) | Happened::Undone { .. }
        );
        let reading = is_done_again.then(|| self.reading.clone());
        // A save finds the picture that the screens had then, and so do those that are held from here on.
        let is_seen = matches!(record.what, Happened::Sources(_) | Happened::Changed(_)) || record.now.held;
        if is_seen {
            self.catch_up_screens();
        }
        let is_elsewhere =
            record.now.place != self.place || record.now.finished != (self.stage == Stage::Finished);
        let arrives = arrives(&record.what);
        match record.what {
            Happened::Sources(accepted) => {
                if !accepted.is_of(&self.sources) {
                    let (reading, sources) = read_again(&accepted, now_read);
                    self.take_in(reading, &sources, now);
                }
            }
            Happened::Undone { .. } => self.undo(now),
            Happened::Changed(change) => self.change_day(*change, now),
            Happened::Opened(_)
            | Happened::Begun { .. }
            | Happened::Moved
            | Happened::Returned
            | Happened::Jumped
            | Happened::Repeated
            | Happened::Restarted
            | Happened::Signed { .. }
            | Happened::Absent { .. }
            | Happened::Paused
            | Happened::Continued
            | Happened::Blanked
            | Happened::TitleCard
            | Happened::Shown
            | Happened::Held
            | Happened::Released
            | Happened::Presses
            | Happened::ByPhrase
            | Happened::Resumed { .. }
            | Happened::Cut { .. }
            | Happened::Ended => {
                if let Some(deed) = record.undoable {
                    self.remember(deed);
                }
            }
            Happened::Dropped { .. } | Happened::Restored { .. } | Happened::Said { .. } => {
                if let Some(deed) = record.undoable {
                    if is_elsewhere {
                        self.remember(deed);
                    } else {
                        self.remember_in_place(deed);
                    }
                }
            }
        }
        if arrives {
            self.lost = None;
        }
        if let Some(reading) = reading {
            self.reading = reading;
        }
        for change in record.reading {
            self.reading.take_in(change);
        }
        self.stand_as(record.now);
        if arrives {
            self.end_wait();
        }
        // What is put back is in the journal already.
        self.recorder.forget();
        self.reading.take_changes();
    }

    /// Puts the show where a record says that it stood. What the programme does not have is left as it is.
    fn stand_as(&mut self, state: RunState) {
        let there = |programme: &Programme, place: &Place| {
            let cue = programme.cue(&place.cue);
            cue.is_some_and(|cue| place.phrase < cue.phrases.len())
        };
        let programme = self.programme.clone();
        self.presses = state.presses();
        let place = state
            .place
            .filter(|place| programme.as_ref().is_some_and(|one| there(one, place)));
        if let Some(place) = place {
            self.changed.remove(&place.cue.step);
            self.place = Some(place);
        }
        if self.place.is_some() {
            self.stage = if state.finished {
                Stage::Finished
            } else {
                Stage::Running
            };
        }
        let is_step = |id: &_| programme.as_ref().is_some_and(|one| one.position(id).is_some());
        self.by_phrase = state.by_phrase.filter(is_step);
        self.looked_at = state.looked_at.filter(is_step);
        self.first_step = state.first_step.filter(is_step);
        self.put_back_screens(state.veil, state.held);
    }

    /// Goes on as the leader has said.
    pub(super) fn resume(&mut self, from: ResumedFrom, at: Moment) {
        let Some(offer) = self.offer.take() else { return };
        self.hands.advance = Some(at.steady);
        self.lost = None;
        self.end_wait();
        let place = self.place.clone().filter(|_| self.stage == Stage::Running);
        if let Some(place) = place.and_then(|place| self.resumed_place(from, place)) {
            self.place = Some(place);
            self.settle_on_stretch();
        }
        self.recorder.note_first(Happened::Resumed {
            from,
            from_journal: offer.from_journal,
        });
        if offer.lost > 0 {
            self.recorder.note_first(Happened::Cut { bytes: offer.lost });
        }
    }

    /// Where a run is gone on with that stood at a place.
    fn resumed_place(&self, from: ResumedFrom, place: Place) -> Option<Place> {
        match from {
            ResumedFrom::Phrase => Some(place),
            ResumedFrom::Clause => Some(Place::beginning_of(place.cue)),
            ResumedFrom::Text => {
                let step = self.programme()?.step(&place.cue.step)?;
                let top = top_of_text(step).or_else(|| first_cue(step));
                top.map(Place::beginning_of)
            }
        }
    }

    /// Begins anew, with the script as it is now. The run that was offered stays in its journal.
    pub(super) fn begin_anew(&mut self, at: Moment) {
        let Some(offer) = self.offer.take() else { return };
        let reading = script::read(&offer.seen);
        let anew = Self::of_reading(*offer.asked, reading, &offer.seen, self.watching.clone(), at);
        let before = std::mem::replace(self, anew);
        self.take_over(before);
        self.hands.advance = Some(at.steady);
    }

    /// Takes over what is not of a run but of the program and its surroundings.
    fn take_over(&mut self, before: Self) {
        self.awake = before.awake;
        self.serving = before.serving;
        self.followers = before.followers;
        self.runs_elsewhere = before.runs_elsewhere;
        self.look = before.look;
        self.hands = before.hands;
        self.take_over_screens(&before.screens);
    }

    /// The script was seen anew while the offer stands.
    pub(super) fn see(&mut self, sources: &Arc<Sources>, is_good: bool) {
        if let Some(offer) = &mut self.offer {
            offer.seen = Arc::clone(sources);
            offer.from_journal = !is_good;
        }
    }
}

/// What accepted sources say. Those that are still the script's are not read twice.
fn read_again(accepted: &Accepted, now_read: (&script::Reading, &Sources)) -> (script::Reading, Sources) {
    let (reading, sources) = now_read;
    if accepted.is_of(sources) {
        return (reading.clone(), sources.clone());
    }
    let sources = accepted.sources();
    (script::read(&sources), sources)
}

/// Whether the show comes to a place with this, so that one that a save has taken away is not to be found again.
fn arrives(what: &Happened) -> bool {
    matches!(
        what,
        Happened::Begun { .. }
            | Happened::Moved
            | Happened::Returned
            | Happened::Jumped
            | Happened::Repeated
            | Happened::Restarted
            | Happened::Undone { .. }
            | Happened::Dropped { .. }
            | Happened::Restored { .. }
            | Happened::Signed { .. }
            | Happened::Absent { .. }
            | Happened::Resumed { .. }
    )
}

/// The settings of a run that was opened with its own.
fn settings_of(mut settings: Settings, opened: &Opened) -> Settings {
    settings.begin_at = None;
    settings.occasion.pace = opened.pace;
    settings.occasion.presses = opened.presses();
    if settings.occasion.leader.is_none() {
        settings.occasion.leader.clone_from(&opened.leader);
    }
    settings
}

/// The time between two times on the wall; nothing where the clock was put back.
fn between(earlier: Timestamp, later: Timestamp) -> Duration {
    let between: SignedDuration = later.duration_since(earlier);
    between.try_into().unwrap_or(Duration::ZERO)
}
