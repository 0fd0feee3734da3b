//! What a show notes for the journal: what has happened in a message, and then, once, how it stands.
//!
//! Deeds call [`Show::note`]; nothing is recorded before the run has begun, or its programme was changed on the day: who
//! only looks at a ready screen leaves no journal.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::record::{Accepted, AcceptedFile, Happened, Opened, Record, RunState, VERSION};
use super::state::Deed;
use super::{Moment, Show, Stage};
use crate::script::{Contents, Presses, Source, Sources, library, texts_named};

/// What is noted between two messages, and how far the journal is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Recorder {
    /// The number of the last record.
    number: u64,
    noted: Vec<Noted>,
    /// What was remembered to be undone, for the note that comes of it.
    undoable: Option<Deed>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Noted {
    what: Happened,
    undoable: Option<Deed>,
}

impl Recorder {
    /// That of a run of so many records.
    pub(super) fn after(number: u64) -> Self {
        Self {
            number,
            ..Self::default()
        }
    }

    /// Whether the run has a journal.
    pub(super) fn is_open(&self) -> bool {
        self.number > 0 || !self.noted.is_empty()
    }

    /// That what happens next can be taken back.
    pub(super) fn note_undoable(&mut self, deed: Deed) {
        self.undoable = Some(deed);
    }

    /// Forgets what was noted.
    pub(super) fn forget(&mut self) {
        self.noted.clear();
        self.undoable = None;
    }

    /// Notes something before all that was noted so far.
    pub(super) fn note_first(&mut self, what: Happened) {
        self.noted.insert(0, Noted { what, undoable: None });
    }
}

impl Show {
    /// Notes that something has happened.
    pub(super) fn note(&mut self, what: Happened) {
        let undoable = self.recorder.undoable.take();
        if !self.recorder.is_open() {
            if !what.opens_run() {
                return;
            }
            let opened = Happened::Opened(Box::new(self.opened()));
            let sources = Happened::Sources(Box::new(Accepted::of(&self.sources)));
            for what in [opened, sources] {
                self.recorder.noted.push(Noted { what, undoable: None });
            }
        }
        self.recorder.noted.push(Noted { what, undoable });
    }

    /// The records of all that was noted. The last of them has what changed in the reading.
    pub fn take_records(&mut self) -> Vec<Record> {
        if self.recorder.noted.is_empty() || self.offer.is_some() {
            return Vec::new();
        }
        let at = self.clock.now();
        let now = self.run_state();
        let noted = std::mem::take(&mut self.recorder.noted);
        self.recorder.undoable = None;
        let mut records: Vec<Record> = noted
            .into_iter()
            .map(|Noted { what, undoable }| {
                self.recorder.number += 1;
                Record {
                    number: self.recorder.number,
                    wall: at.wall,
                    steady: microseconds(at),
                    what,
                    now: now.clone(),
                    undoable,
                    reading: Vec::new(),
                }
            })
            .collect();
        if let Some(last) = records.last_mut() {
            last.reading = self.reading.take_changes();
        }
        records
    }

    /// How the show stands, for the journal.
    fn run_state(&self) -> RunState {
        RunState {
            place: self.place.clone(),
            finished: self.stage == Stage::Finished,
            elapsed: u64::try_from(self.clock.elapsed().as_millis()).unwrap_or(u64::MAX),
            paused: self.clock.is_paused(),
            two_presses: self.presses == Presses::Two,
            by_phrase: self.by_phrase.clone(),
            looked_at: self.looked_at.clone(),
            first_step: self.first_step.clone(),
            veil: self.veil(),
            held: self.holds_screens(),
        }
    }

    fn opened(&self) -> Opened {
        let Self { settings, .. } = self;
        Opened {
            version: VERSION,
            program: concat!("ikrar ", env!("CARGO_PKG_VERSION")).to_owned(),
            script: settings.script.to_string(),
            title: self.programme().map_or_else(String::new, |one| one.title.clone()),
            leader: self.occasion.leader.clone(),
            pace: settings.occasion.pace,
            two_presses: settings.occasion.presses == Presses::Two,
        }
    }
}

fn microseconds(at: Moment) -> u64 {
    u64::try_from(at.steady.as_micros()).unwrap_or(u64::MAX)
}

impl Accepted {
    /// Sources that were accepted. What cannot be read of them was not needed.
    pub fn of(sources: &Sources) -> Self {
        let script = AcceptedFile::of(&sources.script).unwrap_or_default();
        let mut texts: BTreeMap<String, AcceptedFile> = BTreeMap::new();
        for name in texts_named(script.text.as_bytes()) {
            let own = sources.texts.get(&name).and_then(AcceptedFile::of);
            let shipped = || Some(AcceptedFile::named(&name, library::text(&name)?));
            if let Some(text) = own.or_else(shipped) {
                texts.insert(name, text);
            }
        }
        Self { script, texts }
    }

    /// Whether these are the sources that were accepted.
    pub fn is_of(&self, sources: &Sources) -> bool {
        let is_text = |file: &AcceptedFile, source: &Source| match &source.contents {
            Contents::Bytes(bytes) => **bytes == *file.text.as_bytes(),
            Contents::Missing | Contents::NotAFile | Contents::Unreadable(_) => false,
        };
        let is_same = |(name, file): (&String, &AcceptedFile)| match sources.texts.get(name) {
            Some(source) if source.contents != Contents::Missing => is_text(file, source),
            _ => library::text(name) == Some(file.text.as_str()),
        };
        is_text(&self.script, &sources.script) && self.texts.iter().all(is_same)
    }

    /// The sources, to be read again.
    pub fn sources(&self) -> Sources {
        let source = |file: &AcceptedFile| Source {
            name: file.name.clone(),
            contents: Contents::Bytes(file.text.as_bytes().into()),
        };
        Sources {
            script: source(&self.script),
            texts: self
                .texts
                .iter()
                .map(|(name, file)| (name.clone(), source(file)))
                .collect(),
        }
    }
}

impl AcceptedFile {
    fn of(source: &Source) -> Option<Self> {
        match &source.contents {
            Contents::Bytes(bytes) => Some(Self::named(&source.name, std::str::from_utf8(bytes).ok()?)),
            Contents::Missing | Contents::NotAFile | Contents::Unreadable(_) => None,
        }
    }

    fn named(name: &str, text: &str) -> Self {
        use std::fmt::Write as _;

        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(text.as_bytes()) {
            let _ = write!(sha256, "{byte:02x}");
        }
        Self {
            name: name.to_owned(),
            sha256,
            text: text.to_owned(),
        }
    }
}

impl Show {
    /// Notes that sources were accepted, once the run has a journal: it begins with those on air then.
    pub(super) fn note_sources(&mut self) {
        if self.recorder.is_open() {
            self.note(Happened::Sources(Box::new(Accepted::of(&self.sources))));
        }
    }
}
