//! The journal of the show that is played, as the loop has it: found again on start, begun with the first record, written
//! before each draw.

use std::sync::mpsc::Sender;

use super::play::Play;
use super::{Session, Surroundings};
use crate::edge::Timekeeper;
use crate::edge::journal::{Held, Journal, Journals, Left, Lock};
use crate::script::{Reading, Sources};
use crate::show::{Interrupted, Moment, Msg, Record, Recording, Settings, Show, Watching, update};
use crate::slide::RunId;

/// What becomes of a run that was interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Resume {
    /// The leader is asked.
    #[default]
    Ask,
    /// It is gone on with, from the beginning of the part that was read.
    AtOnce,
    /// Nothing: another one begins.
    Never,
}

/// What was found of earlier runs of a script.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Kept for as long as the show is open: another process is told that the script, or this run of it, is led.
    held: Option<Held>,
    /// Whether another process runs the script.
    pub(super) elsewhere: bool,
    /// The run that can be gone on with.
    pub(super) interrupted: Option<Interrupted>,
    left: Option<Left>,
}

impl Found {
    /// Looks for what was interrupted, unless somebody says at once where to begin. A run that another process leads was
    /// not interrupted.
    pub(super) fn of(journals: &Journals, settings: &Settings, resume: Resume, now: Moment) -> Self {
        let mut found = Self::default();
        match journals.lock(&settings.script) {
            Lock::Held(held) => {
                found.held = Some(held);
                found.elsewhere = journals.is_run_beside(&settings.script);
            }
            Lock::Elsewhere => {
                found.elsewhere = true;
                if let Lock::Held(held) = journals.lock_run(&settings.run, &settings.script) {
                    found.held = Some(held);
                }
                return found;
            }
            Lock::Impossible => {}
        }
        if resume == Resume::Never || settings.begin_at.is_some() {
            return found;
        }
        if let Some(interrupted) = journals.interrupted(&settings.script, now.wall) {
            found.interrupted = Some(Interrupted {
                lost: interrupted.journal.torn,
                spoiled: interrupted.journal.spoiled,
                records: interrupted.journal.records,
            });
            found.left = Some(interrupted.left);
        }
        found
    }
}

/// The journal of a show.
#[derive(Debug)]
pub(super) struct Recorded {
    journals: Journals,
    run: RunId,
    script: String,
    /// None before the first record of a run that begins.
    journal: Option<Journal>,
    sender: Sender<Msg>,
    timekeeper: Timekeeper,
    _held: Option<Held>,
}

impl Recorded {
    /// That of a show with these settings, which goes on with what was found, where it does.
    pub(super) fn new(
        journals: &Journals,
        settings: &Settings,
        found: Found,
        sender: &Sender<Msg>,
        timekeeper: Timekeeper,
    ) -> Self {
        let go_on = |left| Journal::go_on(left, sender.clone(), timekeeper);
        Self {
            journals: journals.clone(),
            run: settings.run.clone(),
            script: settings.script.to_string(),
            journal: found.left.map(go_on),
            sender: sender.clone(),
            timekeeper,
            _held: found.held,
        }
    }

    /// Puts a record to what is to be written. The first of a run begins a journal of its own, whatever was offered.
    pub(super) fn note(&mut self, record: &Record) {
        if record.number == 1 {
            self.journal = None;
        }
        let begin = || {
            let (sender, timekeeper) = (self.sender.clone(), self.timekeeper);
            Journal::begin(&self.journals, &self.run, &self.script, sender, timekeeper)
        };
        self.journal.get_or_insert_with(begin).note(record);
    }

    /// Lets it be seen whether the file is still where it belongs. Asked for when the program is awake anyway.
    pub(super) fn look_after(&mut self) {
        if let Some(journal) = &mut self.journal {
            journal.look_after();
        }
    }

    /// Writes what was noted; how the journal is now, where that has changed.
    pub(super) fn write(&mut self) -> Option<Recording> {
        self.journal.as_mut()?.write()
    }
}

impl Session {
    /// The show of a script: one that was interrupted, where there is such a run, else one that begins. Its journal is that of
    /// the session from here on.
    pub(super) fn opened_show(
        &mut self,
        settings: Settings,
        reading: Reading,
        sources: &Sources,
        now: Moment,
    ) -> Show {
        let Surroundings {
            journals,
            resume,
            timekeeper,
            ..
        } = &self.surroundings;
        let watching = Watching::Nothing;
        let Some(journals) = journals else {
            return Show::of_reading(settings, reading, sources, watching, now);
        };
        let mut found = Found::of(journals, &settings, *resume, now);
        let interrupted = found.interrupted.take();
        let elsewhere = found.elsewhere;
        self.recorded = Some(Recorded::new(
            journals,
            &settings,
            found,
            &self.sender,
            *timekeeper,
        ));
        let resumed = interrupted.and_then(|interrupted| {
            let (settings, reading) = (settings.clone(), reading.clone());
            Show::resuming(settings, interrupted, reading, sources, watching.clone(), now)
        });
        let mut show = resumed.unwrap_or_else(|| Show::of_reading(settings, reading, sources, watching, now));
        if *resume == Resume::AtOnce {
            show.resume_at_once(now);
        }
        // Before any message: what that gives would have these records in it.
        for record in show.take_records() {
            self.note(&record);
        }
        self.record(&mut show);
        if elsewhere {
            update(&mut show, Msg::RunsElsewhere { at: now });
        }
        show
    }

    /// Puts a record into the journal, to be written before the next draw.
    pub(super) fn note(&mut self, record: &Record) {
        if let Some(recorded) = &mut self.recorded {
            recorded.note(record);
        }
    }

    /// Writes what has happened, before it is seen; where that does not work any more, or works again, it is told at once.
    pub(super) fn record<P: Play>(&mut self, play: &mut P) {
        let changed = self.recorded.as_mut().and_then(Recorded::write);
        if let Some(recording) = changed {
            let at = self.surroundings.timekeeper.now();
            play.take(Msg::RecordingChanged { recording, at });
        }
    }
}
