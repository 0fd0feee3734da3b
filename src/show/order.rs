//! The order of a programme as it is run: what comes before and after, with dropped steps passed by. Moves nothing.

use super::Show;
use super::reading::position_of;
use crate::programme::place::first_cue;
use crate::programme::{Cue, CueId, Place, Programme, Step, Turn};

/// Where a move leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// To a place.
    Place(Place),
    /// Past the last step.
    ClosingCard,
}

impl Show {
    /// What comes after the last phrase of a cue; dropped steps are passed by.
    pub(super) fn after(&self, programme: &Programme, cue: &CueId) -> Target {
        let Some((step, within)) = position_of(programme, cue) else {
            return Target::ClosingCard;
        };
        let next_here = programme
            .steps
            .get(step)
            .and_then(|step| step.cues.get(within + 1));
        let next = next_here
            .map(|cue| cue.id.clone())
            .or_else(|| self.step_after(programme, step).and_then(first_cue));
        next.map_or(Target::ClosingCard, |cue| Target::Place(Place::beginning_of(cue)))
    }

    /// The next step that was not dropped.
    pub(super) fn step_after<'a>(&self, programme: &'a Programme, position: usize) -> Option<&'a Step> {
        self.step_from(programme, position + 1)
    }

    /// The first step from a position on that was not dropped.
    pub(super) fn step_from<'a>(&self, programme: &'a Programme, position: usize) -> Option<&'a Step> {
        programme
            .steps
            .iter()
            .skip(position)
            .find(|step| !self.reading.is_dropped(&step.id))
    }

    /// The last step before a position that was not dropped.
    pub(super) fn step_before<'a>(&self, programme: &'a Programme, position: usize) -> Option<&'a Step> {
        programme
            .steps
            .iter()
            .take(position)
            .rev()
            .find(|step| !self.reading.is_dropped(&step.id))
    }

    /// The last stretch of the cue before; none at the top of the programme.
    pub(super) fn before(&self, programme: &Programme, cue: &CueId) -> Option<Place> {
        let (position, within) = position_of(programme, cue)?;
        let (step, cue) = if let Some(within) = within.checked_sub(1) {
            let step = programme.steps.get(position)?;
            (step, step.cues.get(within)?)
        } else {
            let step = self.step_before(programme, position)?;
            (step, step.cues.last()?)
        };
        Some(self.last_stretch(step, cue))
    }

    /// The place itself; in a dropped step the last place before it, or the next one after it where there is none, so
    /// that nobody is led back into what was dropped.
    pub(super) fn beside_dropped(&self, place: Place) -> Place {
        let dropped = self
            .programme()
            .filter(|_| self.reading.is_dropped(&place.cue.step));
        let beside = dropped.and_then(|programme| {
            let position = programme.position(&place.cue.step)?;
            let before = self.step_before(programme, position);
            let last = before.and_then(|step| Some(self.last_stretch(step, step.cues.last()?)));
            let after = || self.step_from(programme, position).and_then(first_cue);
            last.or_else(|| after().map(Place::beginning_of))
        });
        beside.unwrap_or(place)
    }

    /// The place at the last stretch of a cue.
    pub(super) fn last_stretch(&self, step: &Step, cue: &Cue) -> Place {
        let stretch = cue.stretch(self.stride(step, cue), cue.phrases.len().saturating_sub(1));
        Place {
            cue: cue.id.clone(),
            phrase: stretch.start,
            turn: Turn::Lead,
        }
    }

    /// What comes after the present cue; none before the closing card.
    pub fn next_cue(&self) -> Option<(&Step, &Cue)> {
        let programme = self.programme()?;
        match self.after(programme, &self.place.as_ref()?.cue) {
            Target::Place(place) => Some((programme.step(&place.cue.step)?, programme.cue(&place.cue)?)),
            Target::ClosingCard => None,
        }
    }

    /// The step that comes after the present one.
    pub fn next_step_in_order(&self) -> Option<&Step> {
        self.step_after(self.programme()?, self.step_position()?)
    }
}
