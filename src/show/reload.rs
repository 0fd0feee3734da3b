//! Taking in a save: a good one carries the place, a bad one changes nothing but the list of problems.

use std::sync::Arc;

use super::lost::Lost;
use super::reading::{Behind, Omission};
use super::state::{Notice, Noticed, Question};
use super::{Moment, Show, Stage};
use crate::programme::carry::{Carry, Fate};
use crate::programme::place::find;
use crate::programme::{self, Day, Place, Programme, StepId, Turn, compile_for_day, compile_with_stand_ins};
use crate::script::{self, Script, Sources};

impl Show {
    /// Takes in what sources say. Sources with errors never replace those on air.
    pub(super) fn take_in(&mut self, reading: script::Reading, sources: &Sources, at: Moment) {
        self.problems = reading.problems;
        self.refused = reading.script.is_none();
        let Some(script) = reading.script else {
            // What an earlier save was told of has been seen: it must not come back when this one is mended.
            self.notice = self.notice.take().and_then(Noticed::without_save);
            return;
        };
        if *self.sources != *sources {
            self.sources = Arc::new(sources.clone());
            self.note_sources();
        } else if self.programme.is_some() {
            // The good bytes of before, after a bad save: nothing has changed but the list of problems.
            return;
        }
        match self.programme.clone() {
            None => {
                let new = Arc::new(compile_for_day(&script, &self.occasion, &self.day));
                self.programme = Some(Arc::clone(&new));
                self.first_good(&new, at);
                if let Some(gone) = self.reader_gone(None) {
                    self.tell(gone, at);
                }
            }
            Some(old) => {
                let taken_in = self.compiled(&script, &old);
                if *old == *taken_in.programme {
                    self.day = taken_in.day;
                } else {
                    self.carry_over(&old, taken_in, at);
                }
            }
        }
    }

    /// The programme that a new script gives for this day, and for the reader of this show.
    fn compiled(&mut self, script: &Script, old: &Programme) -> TakenIn {
        let people = programme::people(script);
        self.follow_reader(&old.people, &people);
        let mut day = self.day.with_people_carried(&old.people, &people);
        let mut in_script = compile_with_stand_ins(script, &self.occasion, &day);
        let found = self.find_lost(&in_script);
        if let Some(lost) = &found {
            let of_lost = lost.day(&people);
            if !of_lost.stand_ins().eq(day.stand_ins()) {
                in_script = compile_with_stand_ins(script, &self.occasion, &of_lost);
            }
            day = of_lost;
        }
        if !day.is_empty() {
            let from = found.as_ref().map_or(old, Lost::programme);
            day = day.carried(&Carry::between(from, &in_script));
            in_script = in_script.arranged(&day);
            day = day.settled(&in_script);
        }
        TakenIn {
            programme: Arc::new(in_script),
            day,
            found,
        }
    }

    /// The first good script: ready, or begun at once where the settings say so.
    fn first_good(&mut self, programme: &Programme, at: Moment) {
        self.stage = Stage::Ready;
        self.scroll = 0;
        self.presses = programme.presses;
        match self
            .settings
            .begin_at
            .as_deref()
            .map(|wanted| find(programme, wanted))
        {
            Some(Ok(cue)) => self.begin_at(cue, at),
            Some(Err(not_there)) => self.tell(Notice::NotThere(not_there), at),
            None => {}
        }
    }

    fn carry_over(&mut self, old: &Arc<Programme>, taken_in: TakenIn, at: Moment) {
        let new = &taken_in.programme;
        // An edit of `presses` takes effect; the leader's own choice of the day is kept over any other edit.
        if old.presses != new.presses {
            self.presses = new.presses;
        }
        let chosen = self.chosen_row();
        let reading = self.reading.clone();
        let carry = Carry::between(old, new);
        let (changed, gone) = (carry.changed_steps().len(), carry.steps_gone());
        let leaving_out = |left_out| Notice::ReloadedLeavingOut {
            left_out,
            changed,
            gone,
        };
        let untold = self.young_left_out(&carry, at);
        let found = taken_in.found.map(|lost| self.put_back(lost, old));
        let run = found.as_deref().map(|lost| Carry::between(lost, new));
        let run = run.as_ref().unwrap_or(&carry);
        self.keep_lost(run, old);
        self.programme = Some(Arc::clone(new));
        let told = if let Some(place) = self.place.clone() {
            self.carry_run(run, &place)
        } else {
            self.carry_before_the_beginning(run);
            None
        };
        self.day = taken_in.day;
        self.reading = std::mem::take(&mut self.reading).in_place_of(&reading);
        self.choose_carried(&carry, chosen);
        self.carry_question(&carry, at);
        self.carry_form(&carry, at);
        let reader_gone = self.reader_gone(Some(old));
        match (reader_gone.or(told), untold) {
            (Some(Notice::LeftOut(new)), untold) => {
                let omissions = untold.into_iter().flatten().chain(new);
                self.tell(leaving_out(omissions.collect()), at);
            }
            // The leader must know where they are now; all else can wait until what was left out is seen.
            (Some(notice @ (Notice::CueGone | Notice::ReaderGone { .. })), _) => self.tell(notice, at),
            (_, Some(omissions)) => self.retell(leaving_out(omissions)),
            (told, None) => self.tell(told.unwrap_or(Notice::Reloaded { changed, gone }), at),
        }
        self.wait_after_save();
    }

    /// What the leader was told of moments ago as left out, and may not have seen yet, as the new programme names it.
    fn young_left_out(&self, carry: &Carry<'_>, at: Moment) -> Option<Vec<Omission>> {
        let noticed = self.notice.as_ref().filter(|noticed| noticed.is_young(at))?;
        let told = noticed.notice.left_out().iter();
        let kept = told.filter_map(|one| one.carried(carry)).collect();
        Some(kept).filter(|kept: &Vec<Omission>| !kept.is_empty())
    }

    /// Carries a run that has begun: where it is, what was read and left out, and what can be undone. Gives what the
    /// leader must know before anything else.
    fn carry_run(&mut self, carry: &Carry<'_>, place: &Place) -> Option<Notice> {
        let finished = self.stage == Stage::Finished;
        let was_first = position_or_top(carry.before(), self.first_step.as_ref());
        self.first_step = self
            .first_step
            .as_ref()
            .and_then(|first| carried_first_step(carry, first));
        let kept = |id: &StepId| carry.step(id).map(|step| step.id.clone());
        self.changed = self.changed.iter().filter_map(kept).collect();
        self.changed.extend(carry.changed_steps());
        self.by_phrase = self.by_phrase.as_ref().and_then(kept);
        self.looked_at = self.looked_at.as_ref().and_then(kept);

        self.carry_undo(carry, was_first);

        let owed = behind(carry.before(), was_first, place, finished);
        let known = self.reading.owed_carried(&owed, carry);
        self.reading.carry(carry);
        let carried = carry.place(place);
        let here = match carried.fate {
            Fate::Gone if !finished => self.beside_dropped(carried.place),
            Fate::Gone | Fate::Changed | Fate::Kept => carried.place,
        };
        let owing = behind(carry.after(), self.first_step(), &here, finished);
        let left_out = self.reading.list_owed(&owing, &known);
        if !finished && let Some(step) = carry.after().step(&here.cue.step) {
            self.visit(step);
        }
        self.place = Some(here);
        self.settle_on_stretch();
        match carried.fate {
            Fate::Gone if !finished => Some(Notice::CueGone),
            Fate::Changed if !finished && self.has_given_back(place.turn) => Some(Notice::TurnGivenBack),
            Fate::Changed if !finished => Some(Notice::PhraseChanged),
            Fate::Gone | Fate::Changed | Fate::Kept => {
                (!left_out.is_empty()).then_some(Notice::LeftOut(left_out))
            }
        }
    }

    /// Whether it was the participants' turn and is the reader's now, to be repeated once more.
    fn has_given_back(&self, was: Turn) -> bool {
        let is_lead = self.place.as_ref().is_some_and(|place| place.turn == Turn::Lead);
        let mut here = self.step().into_iter().zip(self.cue());
        was == Turn::Echo && is_lead && here.any(|(step, cue)| self.repeat_has_key(step, cue))
    }

    /// Carries what was decided before the beginning: there is no place yet, and nothing lies behind.
    fn carry_before_the_beginning(&mut self, carry: &Carry<'_>) {
        self.carry_undo(carry, 0);
        self.reading.carry(carry);
    }

    /// A question stays open over a save, lest its Enter become a move; unless the save has taken away the step that it
    /// asks about, or the place out of it.
    pub(super) fn carry_question(&mut self, carry: &Carry<'_>, at: Moment) {
        let here = self.place.as_ref().map(|place| place.cue.step.clone());
        let kept = |id: &StepId| {
            let step = carry.step(id).map(|step| step.id.clone());
            step.filter(|step| here.as_ref() == Some(step))
        };
        let Some(question) = self.question.take() else {
            return;
        };
        self.question = match question {
            Question::Quit => Some(Question::Quit),
            Question::DropStep(step) => kept(&step).map(Question::DropStep),
            Question::RestartText(step) => kept(&step).map(Question::RestartText),
        };
        if self.question.is_none() {
            self.hands.advance = Some(at.steady);
        }
    }
}

/// A script that was taken in.
struct TakenIn {
    /// The programme of the day.
    programme: Arc<Programme>,
    day: Day,
    /// The run that an earlier save had taken away, found again.
    found: Option<Lost>,
}

pub(super) fn behind<'a>(
    programme: &'a Programme,
    first_step: usize,
    place: &'a Place,
    finished: bool,
) -> Behind<'a> {
    Behind {
        programme,
        first_step,
        until: Some(place).filter(|_| !finished),
    }
}

/// The step at which the run began; where it is gone, the next one that is still there, or the last of all.
fn carried_first_step(carry: &Carry<'_>, first: &StepId) -> Option<StepId> {
    let position = position_or_top(carry.before(), Some(first));
    let mut from_there = carry.before().steps.iter().skip(position);
    let kept = from_there.find_map(|step| carry.step(&step.id));
    kept.or(carry.after().steps.last()).map(|step| step.id.clone())
}

/// The position of a step; that of the first one where none is named.
fn position_or_top(programme: &Programme, step: Option<&StepId>) -> usize {
    step.and_then(|step| programme.position(step)).unwrap_or(0)
}
