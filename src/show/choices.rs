//! What the leader decides on the way: who is absent, what was said after all, how much one key moves, and how the
//! screens look.

use super::state::{Deed, Notice};
use super::{Colours, Happened, Moment, Screen, Show, Size, Stage};
use crate::programme::Turn;
use crate::script::Presses;

impl Show {
    /// The signatory who is called is absent: noted, and the next one is called. The call counts as no signature.
    pub(super) fn mark_absent(&mut self, at: Moment) {
        let Some(programme) = self.programme.clone() else {
            return;
        };
        let called = self.cue().filter(|cue| cue.signatory.is_some());
        let Some(cue) = called.map(|cue| cue.id.clone()) else {
            self.tell(Notice::NotHere, at);
            return;
        };
        self.sweep_notice(at);
        self.remember(Deed::Absence);
        let next = self.after(&programme, &cue);
        let step = programme.step(&cue.step);
        self.note(Happened::Absent { cue: cue.clone() });
        self.reading.mark_absent(cue);
        if let Some(step) = step {
            self.reading.take_off_made_up(step);
        }
        self.arrive(next);
    }

    pub(super) fn mark_said(&mut self, at: Moment) {
        if self.reading.left_out().is_empty() {
            self.tell(Notice::NothingLeftOut, at);
            return;
        }
        self.remember_in_place(Deed::Mark);
        if let Some(omission) = self.reading.mark_said() {
            self.note(Happened::Said {
                what: omission.clone(),
            });
            self.tell(Notice::MarkedSaid(omission), at);
        }
    }

    /// One key or two for a phrase and its repeat. The phrase stays; its turn is the reader's again with one key.
    pub(super) fn toggle_presses(&mut self, at: Moment) {
        self.presses = match self.presses {
            Presses::One => Presses::Two,
            Presses::Two => Presses::One,
        };
        if let Some(place) = &mut self.place {
            place.turn = Turn::Lead;
        }
        self.note(Happened::Presses);
        self.tell(
            Notice::Presses {
                two: self.presses == Presses::Two,
            },
            at,
        );
    }

    /// A text of somebody else phrase by phrase, or clause by clause again; the clause stays.
    pub(super) fn toggle_by_phrase(&mut self, at: Moment) {
        let theirs = self
            .step()
            .filter(|_| self.stage == Stage::Running)
            .filter(|step| step.cues.iter().any(|cue| cue.id.part.is_text() && !cue.ours))
            .map(|step| step.id.clone());
        let Some(step) = theirs else {
            self.tell(Notice::NotHere, at);
            return;
        };
        self.by_phrase = if self.by_phrase.as_ref() == Some(&step) {
            None
        } else {
            Some(step)
        };
        self.settle_on_stretch();
        self.note(Happened::ByPhrase);
        self.tell(Notice::ByPhrase(self.by_phrase.is_some()), at);
    }

    /// The next theme, on the audience's screen too; the hall is told nothing of it.
    pub(super) fn next_theme(&mut self, at: Moment) {
        let notice = if self.look.colours == Colours::None {
            Notice::NoColours
        } else {
            self.look.theme = self.look.theme.next();
            Notice::Theme(self.look.theme)
        };
        if self.screen == Screen::Leader {
            self.tell(notice, at);
        }
    }

    /// Larger or smaller type.
    pub(super) fn resize(&mut self, size: Size, at: Moment) {
        let at_end = size == self.look.size;
        self.look.size = size;
        // What the audience reads shows its size itself.
        if self.screen == Screen::Leader {
            self.tell(Notice::Size { size, at_end }, at);
        }
    }
}
