//! What has been read, and what was left out: nothing that was passed over is ever forgotten unseen.

mod change;
mod marks;
mod omissions;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rpds::{HashTrieMapSync, HashTrieSetSync};
use serde::{Deserialize, Serialize};

pub use self::change::Change;
use self::marks::{carried_marks, marks_of_second_half};
use self::omissions::Omissions;
use crate::programme::carry::Carry;
use crate::programme::{Cue, CueId, Place, Programme, Step, StepId};

/// Something that was passed over and must be told.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

impl Omission {
    /// What it has become in a new programme; nothing where what it names is gone.
    pub fn carried(&self, carry: &Carry<'_>) -> Option<Self> {
        match self {
            Self::Step(step) => carry.step(step).map(|step| Self::Step(step.id.clone())),
            Self::Cue(cue) => carry.cue(cue).map(|cue| Self::Cue(cue.id.clone())),
        }
    }
}

/// What lies behind a show: from the first step of its run up to its place.
#[derive(Debug, Clone, Copy)]
pub struct Behind<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// The position of the step at which the run began.
    pub first_step: usize,
    /// The place; `None` on the closing card, when all of the programme is behind.
    pub until: Option<&'a Place>,
}

impl Behind<'_> {
    fn end(&self) -> (usize, usize) {
        position_or_end(self.programme, self.until)
    }
}

/// What has been read, visited, dropped, and left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Shares what it has in common with its copies, as the next does: every jump keeps one, to be undone.
    read: HashTrieMapSync<CueId, Marks>,
    visited: HashTrieSetSync<StepId>,
    /// With the reason, where somebody gave one.
    dropped: HashMap<StepId, Option<Arc<str>>>,
    said: HashSet<Omission>,
    left_out: Arc<Omissions>,
    absent: HashSet<CueId>,
    /// What has changed since it was last asked for.
    changes: Vec<Change>,
}

/// For each phrase of a cue whether it was read.
pub type Marks = Arc<[bool]>;

impl Reading {
    /// Notes that phrases were read.
    pub fn mark(&mut self, cue: &Cue, phrases: std::ops::Range<usize>) {
        if self.absent.contains(&cue.id) {
            self.change(Change::Present(cue.id.clone()));
        }
        let before = self.read.get(&cue.id).map_or(&[][..], |marks| marks);
        let count = cue.phrases.len().max(before.len());
        let was = |phrase: usize| before.get(phrase).copied().unwrap_or(false);
        let marks = (0..count).map(|phrase| phrases.contains(&phrase) || was(phrase));
        self.change(Change::Read {
            cue: cue.id.clone(),
            marks: marks.collect(),
        });
        if self.is_read(cue) {
            self.take_off(&Omission::Cue(cue.id.clone()));
        }
    }

    /// This state put back in place of a later one: words once said stay said, and so the step where they were said
    /// stays visited; a step that was only looked at is to come again.
    #[must_use]
    pub fn restored_after(mut self, later: &Self, programme: &Programme) -> Self {
        self.read = later.read.clone();
        let spoken = later.read.iter().filter(|(_, marks)| marks.contains(&true));
        for (cue, _) in spoken {
            self.visited.insert_mut(cue.step.clone());
        }
        self.absent.retain(|cue| later.absent.contains(cue));
        for step in &programme.steps {
            self.take_off_made_up(step);
        }
        let cues = programme.steps.iter().flat_map(|step| &step.cues);
        let read: HashSet<&CueId> = cues.filter(|cue| self.is_read(cue)).map(|cue| &cue.id).collect();
        let read = |one: &Omission| matches!(one, Omission::Cue(cue) if read.contains(cue));
        let left_out = self.left_out.as_slice().iter().filter(|one| !read(one)).cloned();
        self.left_out = Arc::new(left_out.collect());
        self
    }

    /// Whether every phrase of a cue was read.
    pub fn is_read(&self, cue: &Cue) -> bool {
        self.read
            .get(&cue.id)
            .is_some_and(|marks| marks.len() >= cue.phrases.len() && marks.iter().all(|mark| *mark))
    }

    /// Notes that the show has come to a step. A step that was left out as a whole is not any more, unless its words
    /// must be read.
    pub fn visit(&mut self, step: &Step) {
        if !self.visited.contains(&step.id) {
            self.change(Change::Visited(step.id.clone()));
        }
        self.keep_step(&step.id);
        self.take_off_made_up(step);
    }

    /// Takes back that the show has come to a step: it was only looked at, unless something of it was read or signed.
    pub fn unvisit(&mut self, step: &Step) {
        let spoken = |cue: &Cue| self.read.get(&cue.id).is_some_and(|marks| marks.contains(&true));
        let is_begun = step.cues.iter().any(|cue| spoken(cue) || self.is_absent(&cue.id));
        if !is_begun && self.is_visited(&step.id) {
            self.change(Change::Unvisited(step.id.clone()));
        }
    }

    /// Takes a step that was left out as a whole off the list once it has been made up for.
    pub fn take_off_made_up(&mut self, step: &Step) {
        if self.is_made_up(step) {
            self.take_off(&Omission::Step(step.id.clone()));
        }
    }

    fn is_made_up(&self, step: &Step) -> bool {
        let read = !step.must_be_read() || cues_to_be_read(step).all(|cue| self.is_done(cue));
        read && self.visited.contains(&step.id)
    }

    /// Takes an omission off the list, which copies share for as long as it stays the same.
    fn take_off(&mut self, omission: &Omission) {
        if self.left_out.contains(omission) {
            self.change(Change::MadeUp(omission.clone()));
        }
    }

    /// Takes in a change, and notes it for the journal.
    fn change(&mut self, change: Change) {
        self.changes.push(change.clone());
        self.take_in(change);
    }

    /// Whether the show has come to a step.
    pub fn is_visited(&self, step: &StepId) -> bool {
        self.visited.contains(step)
    }

    /// Notes that a signatory was called and is absent, until the same one is called again and signs.
    pub fn mark_absent(&mut self, cue: CueId) {
        self.take_off(&Omission::Cue(cue.clone()));
        self.change(Change::Absent(cue));
    }

    /// Whether nothing of a cue is owed any more: it was read or signed, or its signatory is absent.
    pub fn is_done(&self, cue: &Cue) -> bool {
        self.is_read(cue) || self.is_absent(&cue.id)
    }

    /// Whether a signatory was called and is absent.
    pub fn is_absent(&self, cue: &CueId) -> bool {
        self.absent.contains(cue)
    }

    /// Drops a step by decision, with a reason where somebody gave one; what was left out of it is no longer listed.
    pub fn drop_step(&mut self, step: &StepId, reason: Option<Arc<str>>) {
        self.change(Change::Dropped {
            step: step.clone(),
            reason,
        });
        let of_step = self.left_out.as_slice().iter().filter(|one| one.step() == step);
        for omission in of_step.cloned().collect::<Vec<_>>() {
            self.take_off(&omission);
        }
    }

    /// Takes back that a step was dropped.
    pub fn keep_step(&mut self, step: &StepId) {
        if self.is_dropped(step) {
            self.change(Change::Kept(step.clone()));
        }
    }

    /// Takes back what was decided since of steps to come: what was dropped is to be held again, with what was left out of
    /// it; and what was to be held again is dropped, unless it was held by now.
    pub fn take_back_decisions(&mut self, before: &Self, is_behind: impl Fn(&StepId) -> bool) {
        let since = self.dropped.keys().filter(|step| !before.is_dropped(step));
        let since: HashSet<StepId> = since.cloned().collect();
        for step in &since {
            self.keep_step(step);
        }
        let listed = before.left_out.as_slice().iter();
        self.list(listed.filter(|one| since.contains(one.step())).cloned());
        for (step, reason) in &before.dropped {
            let was_held = self.is_visited(step) && is_behind(step);
            if !self.is_dropped(step) && !was_held {
                self.drop_step(step, reason.clone());
            }
        }
    }

    /// Takes back that something was marked as said since. It is listed again, unless it was made up for by now.
    pub fn take_back_marks(&mut self, before: &Self, programme: &Programme) {
        let since: Vec<Omission> = self.said.difference(&before.said).cloned().collect();
        for omission in since {
            self.change(Change::Unsaid(omission.clone()));
            if before.is_left_out(&omission) && self.is_still_owed(&omission, programme) {
                self.list([omission]);
            }
        }
    }

    /// Whether what was left out was neither made up for nor dropped.
    fn is_still_owed(&self, omission: &Omission, programme: &Programme) -> bool {
        if self.is_dropped(omission.step()) {
            return false;
        }
        match omission {
            Omission::Step(step) => programme.step(step).is_some_and(|step| !self.is_made_up(step)),
            Omission::Cue(cue) => programme.cue(cue).is_some_and(|cue| !self.is_done(cue)),
        }
    }

    /// Whether a step was dropped.
    pub fn is_dropped(&self, step: &StepId) -> bool {
        self.dropped.contains_key(step)
    }

    /// Why a step was dropped, where somebody said so.
    pub fn reason_dropped(&self, step: &StepId) -> Option<&str> {
        self.dropped.get(step)?.as_deref()
    }

    /// The steps that were dropped.
    pub fn dropped(&self) -> impl Iterator<Item = &StepId> {
        self.dropped.keys()
    }

    /// What was left out, the newest last.
    pub fn left_out(&self) -> &[Omission] {
        self.left_out.as_slice()
    }

    /// Whether a step, or something of it, is listed as left out.
    pub fn has_left_out_of(&self, step: &StepId) -> bool {
        self.left_out.has_of(step)
    }

    /// Whether this is listed as left out.
    pub fn is_left_out(&self, omission: &Omission) -> bool {
        self.left_out.contains(omission)
    }

    /// Whether this was left out and is marked as said after all.
    pub fn is_said(&self, omission: &Omission) -> bool {
        self.said.contains(omission)
    }

    /// Takes over what was marked as said since, as the programme of this reading names it.
    pub fn take_said(&mut self, since: &Self, carry: &Carry<'_>) {
        self.said
            .extend(since.said.iter().filter_map(|one| one.carried(carry)));
        Arc::make_mut(&mut self.left_out).retain(|one| !self.said.contains(one));
    }

    /// Marks the newest listed omission as said after all.
    pub fn mark_said(&mut self) -> Option<Omission> {
        let omission = self.left_out.as_slice().last()?.clone();
        self.take_off(&omission);
        self.change(Change::Said(omission.clone()));
        Some(omission)
    }

    /// Lists what a move passes over, and gives what was not listed before. A place is `None` on the closing card.
    pub fn pass_over(
        &mut self,
        programme: &Programme,
        from: Option<&Place>,
        to: Option<&Place>,
    ) -> Vec<Omission> {
        let (start, end) = (position_or_end(programme, from), position_or_end(programme, to));
        let mut passed = self.passed_over(programme, start, end);
        passed.extend(self.above_in_dropped(programme, end));
        self.list(passed)
    }

    /// Whoever enters a dropped step in its middle passes over what stands above, from wherever they come.
    fn above_in_dropped(&self, programme: &Programme, to: (usize, usize)) -> Vec<Omission> {
        let entered = programme.steps.get(to.0).filter(|step| step.must_be_read());
        let revived = entered.filter(|step| self.is_dropped(&step.id));
        revived.map_or_else(Vec::new, |step| self.unread(step, 0, to.1).collect())
    }

    /// Takes omissions onto the list, and gives those that were neither on it nor marked as said.
    fn list(&mut self, omissions: impl IntoIterator<Item = Omission>) -> Vec<Omission> {
        let listed = |one: &Omission| self.left_out.contains(one) || self.said.contains(one);
        let new: Vec<Omission> = omissions.into_iter().filter(|one| !listed(one)).collect();
        for omission in &new {
            self.change(Change::LeftOut(omission.clone()));
        }
        new
    }

    fn passed_over(&self, programme: &Programme, from: (usize, usize), to: (usize, usize)) -> Vec<Omission> {
        let mut passed = Vec::new();
        let steps = programme.steps.iter().enumerate().take(to.0 + 1).skip(from.0);
        for (position, step) in steps.filter(|(_, step)| !self.is_dropped(&step.id)) {
            let from_cue = if position == from.0 { from.1 } else { 0 };
            let to_cue = if position == to.0 { to.1 } else { step.cues.len() };
            if position < to.0 && !self.is_visited(&step.id) {
                passed
                    .extend((!step.optional || step.must_be_read()).then(|| Omission::Step(step.id.clone())));
            } else if step.must_be_read() {
                passed.extend(self.unread(step, from_cue, to_cue));
            }
        }
        passed
    }

    /// The cues of the text of a step that must be read within a range that were not read.
    fn unread<'a>(&'a self, step: &'a Step, from: usize, to: usize) -> impl Iterator<Item = Omission> + 'a {
        step.cues
            .iter()
            .take(to)
            .skip(from)
            .filter(|cue| cue.id.part.is_owed() && !self.is_done(cue))
            .map(|cue| Omission::Cue(cue.id.clone()))
    }

    /// Everything behind a show that was not read and should have been, listed or not.
    fn owed(&self, behind: &Behind<'_>) -> Vec<Omission> {
        let end = behind.end();
        self.passed_over(behind.programme, (behind.first_step, 0), end)
    }

    /// What is owed behind a show, as a new programme names it.
    pub fn owed_carried(&self, behind: &Behind<'_>, carry: &Carry<'_>) -> HashSet<Omission> {
        self.owed(behind)
            .iter()
            .filter_map(|one| one.carried(carry))
            .collect()
    }

    /// Lists what is owed behind a show and is not `known`: what an edit has put there. Gives what is newly listed.
    pub fn list_owed(&mut self, behind: &Behind<'_>, known: &HashSet<Omission>) -> Vec<Omission> {
        let outside = self.before_the_run(behind, known);
        let owed = self.owed(behind).into_iter();
        let mut new: Vec<Omission> = owed
            .filter(|one| !known.contains(one) && !outside.contains(one))
            .collect();
        new.extend(self.above_in_dropped(behind.programme, behind.end()));
        self.list(new)
    }

    /// Where the run began in the middle of the first step: all before the last cue that is not part of it, which `known`
    /// has as owed and which was never listed. What an edit puts among those is no more part of the run than they are.
    fn before_the_run(&self, behind: &Behind<'_>, known: &HashSet<Omission>) -> HashSet<Omission> {
        let step = behind.programme.steps.get(behind.first_step);
        let cues = step.into_iter().flat_map(|step| &step.cues);
        let before: Vec<Omission> = cues
            .take_while(|cue| !self.is_of_the_run(cue, behind))
            .map(|cue| Omission::Cue(cue.id.clone()))
            .collect();
        let last = before.iter().rposition(|one| known.contains(one)).unwrap_or(0);
        before.into_iter().take(last).collect()
    }

    fn is_of_the_run(&self, cue: &Cue, behind: &Behind<'_>) -> bool {
        let omission = Omission::Cue(cue.id.clone());
        let is_begun = self.read.get(&cue.id).is_some_and(|marks| marks.contains(&true));
        let is_told = self.is_left_out(&omission) || self.is_said(&omission);
        let is_here = behind.until.is_some_and(|place| place.cue == cue.id);
        is_begun || is_told || is_here || self.is_absent(&cue.id)
    }

    /// Carries all of it to a new programme. What is gone there is forgotten.
    pub fn carry(&mut self, carry: &Carry<'_>) {
        let before = std::mem::take(self);
        let visited = before.visited.iter().filter_map(|id| carry.step(id));
        self.visited = visited.map(|step| step.id.clone()).collect();
        let dropped = before.dropped.iter();
        let dropped = dropped.filter_map(|(id, reason)| Some((carry.step(id)?.id.clone(), reason.clone())));
        self.dropped = dropped.collect();
        for (old_cue, new_cue) in before.visited.iter().flat_map(|step| carry.cues(step)) {
            if let Some(marks) = before.read.get(&old_cue.id) {
                let whole = before.is_read(old_cue);
                let goes_on = carry.cue(&old_cue.id).is_some_and(|first| first.id != new_cue.id);
                let marks = if goes_on && !whole {
                    marks_of_second_half(marks, old_cue, new_cue)
                } else {
                    carried_marks(marks, old_cue, new_cue, whole)
                };
                self.read.insert_mut(new_cue.id.clone(), marks.into());
            }
        }
        let omission = |one: &Omission| one.carried(carry);
        self.said = before.said.iter().filter_map(omission).collect();
        self.left_out = Arc::new(before.left_out.as_slice().iter().filter_map(omission).collect());
        let cues = before.absent.iter().filter_map(|cue| carry.cue(cue));
        self.absent = cues.map(|cue| cue.id.clone()).collect();
    }
}

/// The cues of a step whose omission is told.
fn cues_to_be_read(step: &Step) -> impl Iterator<Item = &Cue> {
    step.cues.iter().filter(|cue| cue.id.part.is_owed())
}

/// The position of a place; that after the last step where there is none.
fn position_or_end(programme: &Programme, place: Option<&Place>) -> (usize, usize) {
    place
        .and_then(|place| position_of(programme, &place.cue))
        .unwrap_or((programme.steps.len(), 0))
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

#[cfg(test)]
mod tests;
