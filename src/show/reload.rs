//! Taking in a save: a good one carries the place, a bad one changes nothing but the list of problems.

use std::sync::Arc;

use super::state::{Notice, Snapshot};
use super::{Moment, Show, Stage};
use crate::programme::carry::{Carry, Fate};
use crate::programme::place::find;
use crate::programme::{Programme, compile};
use crate::script::{self, Sources};
use crate::slide::Slide;

impl Show {
    /// Takes in the sources as they were read. Sources with errors never replace those on air.
    pub(super) fn take_in(&mut self, sources: &Sources, at: Moment) {
        let reading = script::read(sources);
        self.problems = reading.problems;
        self.refused = reading.script.is_none();
        let Some(script) = reading.script else { return };
        let new = Arc::new(compile(&script, &self.settings.occasion));
        match self.programme.replace(Arc::clone(&new)) {
            None => self.first_good(&new, at),
            // The good bytes of before, after a bad save: nothing has changed but the list of problems.
            Some(old) if old == new => {}
            Some(old) => self.carry_over(&old, &new, at),
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

    fn carry_over(&mut self, old: &Arc<Programme>, new: &Arc<Programme>, at: Moment) {
        // An edit of `presses` takes effect; the leader's own choice of the day is kept over any other edit.
        if old.presses != new.presses {
            self.presses = new.presses;
        }
        let carry = Carry::between(old, new);
        let seen = self.seen_before(old);
        let changed = carry.changed_steps();
        let notice = Notice::Reloaded {
            changed: changed.len(),
            gone: carry.steps_gone(),
        };
        let here = self.place.as_ref().map(|place| carry.place(place));
        self.first_step = self.carried_first_step(&carry, old, new);
        let place = here.as_ref().map(|carried| carried.place.clone());
        let left_out = self
            .reading
            .carry(&carry, old, new, place.as_ref(), self.first_step);
        self.changed = self
            .changed
            .iter()
            .filter_map(|id| carry.step(id))
            .map(|step| step.id.clone())
            .collect();
        if self.stage != Stage::Ready {
            self.changed.extend(changed);
        }
        self.by_phrase = self
            .by_phrase
            .as_ref()
            .and_then(|id| carry.step(id))
            .map(|step| step.id.clone());
        self.carry_undo(&carry, old, new);
        self.question = None;
        let fate = here.as_ref().map(|carried| carried.fate);
        self.place = place;
        self.on_stretch();
        if let Some(step) = self.place.as_ref().and_then(|place| new.step(&place.cue.step)) {
            self.reading.visit(step);
        }
        let running = self.stage == Stage::Running;
        self.tell(
            match fate.filter(|_| running) {
                Some(Fate::Gone) => Notice::CueGone,
                Some(Fate::Changed) => Notice::PhraseChanged,
                Some(Fate::Kept) | None if left_out.is_empty() => notice,
                Some(Fate::Kept) | None => Notice::LeftOut(left_out),
            },
            at,
        );
        self.hold_slide(seen);
    }

    /// What the audience saw under the old programme.
    fn seen_before(&mut self, old: &Arc<Programme>) -> Slide {
        let new = self.programme.replace(Arc::clone(old));
        let seen = Slide::of(self);
        self.programme = new;
        seen
    }

    /// Words that the audience is reading do not change under its eyes: they wait for the next move.
    fn hold_slide(&mut self, seen: Slide) {
        self.held_slide = None;
        if self.stage == Stage::Running && Slide::of(self) != seen {
            self.held_slide = Some(seen);
        }
    }

    fn carried_first_step(&self, carry: &Carry<'_>, old: &Programme, new: &Programme) -> usize {
        // At the top of the programme, what is put in before is part of the run.
        if self.first_step == 0 {
            return 0;
        }
        let carried = old
            .steps
            .get(self.first_step)
            .and_then(|step| carry.step(&step.id));
        carried
            .and_then(|step| new.position(&step.id))
            .unwrap_or(self.first_step)
    }

    fn carry_undo(&mut self, carry: &Carry<'_>, old: &Programme, new: &Programme) {
        let first_step = self.first_step;
        self.undo = std::mem::take(&mut self.undo)
            .into_iter()
            .map(|snapshot| {
                let mut reading = snapshot.reading;
                reading.carry(carry, old, new, None, first_step);
                Snapshot {
                    place: carry.place(&snapshot.place).place,
                    reading,
                    ..snapshot
                }
            })
            .collect();
    }

    /// Puts the place at the beginning of the stretch that it is within, as every advance does.
    fn on_stretch(&mut self) {
        let start = self
            .step()
            .zip(self.cue())
            .zip(self.place.as_ref())
            .map(|((step, cue), place)| cue.stretch(self.stride(step, cue), place.phrase).start);
        if let (Some(start), Some(place)) = (start, &mut self.place) {
            place.phrase = start;
        }
    }
}
