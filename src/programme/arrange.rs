//! The steps of a programme in the order of the day: moved ones moved, and those put in that the script does not have.
//!
//! Never fails, whatever the changes name: each step of the script is there exactly once, and each that was put in.

use std::collections::{HashMap, HashSet};

use super::compile::plain_cue;
use super::cue::Part;
use super::{Day, DayChange, Programme, Step, StepId, plan};
use crate::script::characters::typed_line;
use crate::script::values::UNFILLED;
use crate::script::{Kind, Mode, Unit};

impl Programme {
    /// The programme with its steps as they are on the day, whatever day it was arranged for before. Its people stay.
    #[must_use]
    pub fn arranged(&self, day: &Day) -> Self {
        let mut steps = self.steps_of_the_script();
        let mut named = HashSet::new();
        for change in day.changes() {
            match change {
                DayChange::Moved { step, after } => {
                    named.insert(step);
                    let from = position(&steps, step);
                    let is_there = after
                        .as_ref()
                        .is_none_or(|after| position(&steps, after).is_some());
                    if let Some(from) = from.filter(|_| is_there && after.as_ref() != Some(step)) {
                        let moved = steps.remove(from);
                        steps.insert(place_after(&steps, after.as_ref()), moved);
                    }
                }
                DayChange::Inserted {
                    step,
                    kind,
                    title,
                    seconds,
                    after,
                } => {
                    if position(&steps, step).is_none() {
                        let put_in = inserted(step, *kind, title, *seconds);
                        steps.insert(place_after(&steps, after.as_ref()), put_in);
                    }
                }
                DayChange::Replaced { .. } => {}
            }
        }
        tell_moved(&mut steps, &named);
        plan::lay_out(&mut steps);
        Self {
            title: self.title.clone(),
            agency: self.agency.clone(),
            place: self.place.clone(),
            date: self.date,
            start: self.start,
            zone: self.zone,
            source: self.source.clone(),
            presses: self.presses,
            people: self.people.clone(),
            leader: self.leader,
            steps,
            index: HashMap::new(),
        }
        .with_index()
    }

    /// The positions of the steps that the script has, in its order.
    pub(super) fn in_order_of_the_script(&self) -> Vec<usize> {
        let mut positions: Vec<(usize, usize)> = (0..)
            .zip(&self.steps)
            .filter_map(|(position, step)| Some((step.in_script?, position)))
            .collect();
        positions.sort_unstable();
        positions.into_iter().map(|(_, position)| position).collect()
    }

    fn steps_of_the_script(&self) -> Vec<Step> {
        let positions = self.in_order_of_the_script().into_iter();
        let steps = positions.filter_map(|position| self.steps.get(position));
        steps.cloned().collect()
    }
}

fn position(steps: &[Step], id: &StepId) -> Option<usize> {
    steps.iter().position(|step| step.id == *id)
}

/// Where a step comes to stand: behind another, or at the top; at the end where that other one is not there.
fn place_after(steps: &[Step], after: Option<&StepId>) -> usize {
    after.map_or(0, |after| position(steps, after).map_or(steps.len(), |at| at + 1))
}

/// Marks the steps that were moved: of those that a change names, the ones that do not follow the same step as in the
/// script. Whoever moves a step there and back has moved nothing.
fn tell_moved(steps: &mut [Step], named: &HashSet<&StepId>) {
    let mut next = 0;
    for step in steps {
        let Some(position) = step.in_script else { continue };
        step.moved = position != next && named.contains(&step.id);
        next = position + 1;
    }
}

/// A step that the script does not have: its title is all of it.
fn inserted(id: &StepId, kind: Kind, title: &str, seconds: u32) -> Step {
    let title = Some(typed_line(title)).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| UNFILLED.to_owned());
    Step {
        id: id.clone(),
        id_given: true,
        in_script: None,
        moved: false,
        cues: vec![plain_cue(id, Part::Title, None, &title)],
        title,
        kind,
        by: None,
        posture: None,
        seconds,
        estimated: false,
        begins: 0,
        announce: None,
        notes: None,
        optional: false,
        show_text: false,
        unit: Unit::Butir,
        mode: Mode::Alone,
        heading: Vec::new(),
        witnesses: Vec::new(),
        clauses: 0,
    }
}
