//! What has been read, and what was left out: nothing that was passed over is ever forgotten unseen.

use std::collections::{HashMap, HashSet};

use crate::programme::carry::{Carry, carried_phrase};
use crate::programme::{Cue, CueId, Place, Programme, Step, StepId};

/// Something that was passed over and must be told.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Omission {
    /// A required step, as a whole.
    Step(StepId),
    /// A part of an ikrar or of a text of ours.
    Cue(CueId),
}

impl Omission {
    /// The step it belongs to.
    pub fn step(&self) -> &StepId {
        match self {
            Self::Step(step) => step,
            Self::Cue(cue) => &cue.step,
        }
    }
}

/// What has been read, visited, dropped, and left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    read: HashMap<CueId, Vec<bool>>,
    visited: HashSet<StepId>,
    dropped: HashSet<StepId>,
    said: HashSet<Omission>,
    left_out: Vec<Omission>,
    absent: HashSet<CueId>,
}

impl Reading {
    /// Notes that phrases were read.
    pub fn mark(&mut self, cue: &Cue, phrases: std::ops::Range<usize>) {
        self.absent.remove(&cue.id);
        let marks = self.read.entry(cue.id.clone()).or_default();
        marks.resize(cue.phrases.len().max(marks.len()), false);
        for mark in marks.iter_mut().take(phrases.end).skip(phrases.start) {
            *mark = true;
        }
        if self.is_read(cue) {
            self.left_out
                .retain(|omission| *omission != Omission::Cue(cue.id.clone()));
        }
    }

    /// This state with what has been read and visited in another one: words once said stay said.
    pub fn with_read_of(mut self, other: &Self) -> Self {
        self.read.clone_from(&other.read);
        self.visited.clone_from(&other.visited);
        self.absent.clone_from(&other.absent);
        self
    }

    /// Whether every phrase of a cue was read.
    pub fn is_read(&self, cue: &Cue) -> bool {
        self.read
            .get(&cue.id)
            .is_some_and(|marks| marks.len() >= cue.phrases.len() && marks.iter().all(|mark| *mark))
    }

    /// Whether a phrase was read.
    pub fn is_phrase_read(&self, cue: &CueId, phrase: usize) -> bool {
        self.read
            .get(cue)
            .and_then(|marks| marks.get(phrase))
            .copied()
            .unwrap_or(false)
    }

    /// Notes that the show has come to a step. A step that was left out as a whole is not any more, unless its words
    /// must be read.
    pub fn visit(&mut self, step: &Step) {
        self.visited.insert(step.id.clone());
        self.dropped.remove(&step.id);
        self.settle(step);
    }

    /// Takes a step that was left out as a whole off the list once it has been made up for.
    pub fn settle(&mut self, step: &Step) {
        let made_up = !step.is_watched() || watched_cues(step).all(|cue| self.is_read(cue));
        if made_up && self.visited.contains(&step.id) {
            self.left_out
                .retain(|omission| *omission != Omission::Step(step.id.clone()));
        }
    }

    /// Whether the show has come to a step.
    pub fn is_visited(&self, step: &StepId) -> bool {
        self.visited.contains(step)
    }

    /// Notes that a signatory was called and is absent, until the same one is called again and signs.
    pub fn mark_absent(&mut self, cue: CueId) {
        self.absent.insert(cue);
    }

    /// Whether a signatory was called and is absent.
    pub fn is_absent(&self, cue: &CueId) -> bool {
        self.absent.contains(cue)
    }

    /// Drops a step by decision; what was left out of it is no longer listed.
    pub fn drop_step(&mut self, step: &StepId) {
        self.dropped.insert(step.clone());
        self.left_out.retain(|omission| omission.step() != step);
    }

    /// Whether a step was dropped.
    pub fn is_dropped(&self, step: &StepId) -> bool {
        self.dropped.contains(step)
    }

    /// The steps that were dropped.
    pub fn dropped(&self) -> impl Iterator<Item = &StepId> {
        self.dropped.iter()
    }

    /// What was left out, the newest last.
    pub fn left_out(&self) -> &[Omission] {
        &self.left_out
    }

    /// Whether this is listed as left out.
    pub fn is_left_out(&self, omission: &Omission) -> bool {
        self.left_out.contains(omission)
    }

    /// Marks the newest listed omission as said after all.
    pub fn mark_said(&mut self) -> Option<Omission> {
        let omission = self.left_out.pop()?;
        self.said.insert(omission.clone());
        Some(omission)
    }

    /// Lists what a move from one place to a later one passes over, and gives what was not listed before. `to` is
    /// `None` for the closing card.
    pub fn pass_over(&mut self, programme: &Programme, from: &Place, to: Option<&Place>) -> Vec<Omission> {
        let passed = self.passed_over(programme, from, to);
        let new: Vec<Omission> = passed
            .into_iter()
            .filter(|one| !self.left_out.contains(one) && !self.said.contains(one))
            .collect();
        self.left_out.extend(new.iter().cloned());
        new
    }

    fn passed_over(&self, programme: &Programme, from: &Place, to: Option<&Place>) -> Vec<Omission> {
        let Some(first) = position_of(programme, &from.cue) else {
            return Vec::new();
        };
        let end = to
            .and_then(|place| position_of(programme, &place.cue))
            .unwrap_or((programme.steps.len(), 0));
        let mut passed = Vec::new();
        let steps = programme.steps.iter().enumerate().take(end.0 + 1).skip(first.0);
        for (position, step) in steps.filter(|(_, step)| !self.is_dropped(&step.id)) {
            let from_cue = if position == first.0 { first.1 } else { 0 };
            let to_cue = if position == end.0 { end.1 } else { step.cues.len() };
            let whole = position != first.0 && position != end.0;
            if whole && !self.is_visited(&step.id) {
                passed.extend((!step.optional || step.is_watched()).then(|| Omission::Step(step.id.clone())));
            } else if step.is_watched() {
                passed.extend(self.unread(step, from_cue, to_cue));
            }
        }
        passed
    }

    /// The cues of a watched step's text within a range that were not read.
    fn unread<'a>(&'a self, step: &'a Step, from: usize, to: usize) -> impl Iterator<Item = Omission> + 'a {
        step.cues
            .iter()
            .take(to)
            .skip(from)
            .filter(|cue| cue.id.part.is_text() && !self.is_read(cue))
            .map(|cue| Omission::Cue(cue.id.clone()))
    }

    /// Carries all of it to a new programme. Gives what is new there, before the place, and so was never read.
    pub fn carry(
        &mut self,
        carry: &Carry<'_>,
        old: &Programme,
        new: &Programme,
        place: Option<&Place>,
        first_step: usize,
    ) -> Vec<Omission> {
        let before = std::mem::take(self);
        let step_ids = |steps: &HashSet<StepId>| -> HashSet<StepId> {
            steps
                .iter()
                .filter_map(|id| carry.step(id))
                .map(|step| step.id.clone())
                .collect()
        };
        self.visited = step_ids(&before.visited);
        self.dropped = step_ids(&before.dropped);
        let mut known: HashSet<CueId> = HashSet::new();
        for step in old.steps.iter().filter(|step| before.visited.contains(&step.id)) {
            for (old_cue, new_cue) in carry.cues(&step.id) {
                known.insert(new_cue.id.clone());
                if let Some(marks) = before.read.get(&old_cue.id) {
                    self.read.insert(
                        new_cue.id.clone(),
                        carried_marks(marks, old_cue, new_cue, before.is_read(old_cue)),
                    );
                }
            }
        }
        let omission = |one: &Omission| match one {
            Omission::Step(step) => carry.step(step).map(|step| Omission::Step(step.id.clone())),
            Omission::Cue(cue) => carry.cue(cue).map(|cue| Omission::Cue(cue.id.clone())),
        };
        self.said = before.said.iter().filter_map(omission).collect();
        self.left_out = before.left_out.iter().filter_map(omission).collect();
        self.absent = before.absent.iter().filter_map(|cue| carry.cue(cue)).map(|cue| cue.id.clone()).collect();
        place.map_or_else(Vec::new, |place| {
            self.new_before(new, carry, old, place, first_step, &known)
        })
    }

    /// What the edit has put in before the place: it was never read, so it is left out until it is.
    fn new_before(
        &mut self,
        new: &Programme,
        carry: &Carry<'_>,
        old: &Programme,
        place: &Place,
        first_step: usize,
        known: &HashSet<CueId>,
    ) -> Vec<Omission> {
        let Some((last, last_cue)) = position_of(new, &place.cue) else {
            return Vec::new();
        };
        let kept: HashSet<&StepId> = old
            .steps
            .iter()
            .filter_map(|step| carry.step(&step.id))
            .map(|step| &step.id)
            .collect();
        let mut found = Vec::new();
        for (position, step) in new.steps.iter().enumerate().take(last + 1).skip(first_step) {
            if self.is_dropped(&step.id) {
                continue;
            }
            if self.is_visited(&step.id) {
                let to = if position == last {
                    last_cue
                } else {
                    step.cues.len()
                };
                let unread = self.unread(step, 0, if step.is_watched() { to } else { 0 });
                found.extend(unread.filter(|one| matches!(one, Omission::Cue(cue) if !known.contains(cue))));
            } else if position < last && !kept.contains(&step.id) && (!step.optional || step.is_watched()) {
                found.push(Omission::Step(step.id.clone()));
            }
        }
        found.retain(|one| !self.left_out.contains(one));
        self.left_out.extend(found.iter().cloned());
        found
    }
}

/// The cues of a step whose omission is told.
fn watched_cues(step: &Step) -> impl Iterator<Item = &Cue> {
    step.cues.iter().filter(|cue| cue.id.part.is_text())
}

/// The marks of a cue whose words may have changed: what was read whole stays read, else up to the phrase reached.
fn carried_marks(marks: &[bool], old: &Cue, new: &Cue, whole: bool) -> Vec<bool> {
    if whole {
        return vec![true; new.phrases.len()];
    }
    let mut carried = vec![false; new.phrases.len()];
    for (phrase, _) in marks.iter().enumerate().filter(|(_, mark)| **mark) {
        let place = carried_phrase(old, new, phrase);
        let same =
            old.phrases.get(phrase).map(|one| &one.text) == new.phrases.get(place).map(|one| &one.text);
        if let Some(mark) = carried.get_mut(place).filter(|_| same) {
            *mark = true;
        }
    }
    carried
}

/// The positions of a cue's step and of the cue in it.
pub fn position_of(programme: &Programme, cue: &CueId) -> Option<(usize, usize)> {
    let step = programme.position(&cue.step)?;
    let within = programme
        .steps
        .get(step)?
        .cues
        .iter()
        .position(|one| one.id == *cue)?;
    Some((step, within))
}
