//! Where a show is, and how a person names such a place: `7`, `7.3`, `ikrar`, `ikrar.3`.

use crate::script::Unit;

use serde::{Deserialize, Serialize};

use super::{Cue, CueId, Part, Programme, Step};

/// With two presses a phrase: who speaks now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// The reader.
    #[default]
    Lead,
    /// The participants, who repeat.
    Echo,
}

impl Turn {
    /// Whether it is the reader's.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
    const fn is_lead(&self) -> bool {
        matches!(self, Self::Lead)
    }
}

/// Where the show is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The cue.
    pub cue: CueId,
    /// The phrase within it, from 0.
    pub phrase: usize,
    /// Whose turn it is.
    #[serde(default, skip_serializing_if = "Turn::is_lead")]
    pub turn: Turn,
}

impl Place {
    /// The beginning of a cue.
    pub fn beginning_of(cue: CueId) -> Self {
        Self {
            cue,
            phrase: 0,
            turn: Turn::Lead,
        }
    }
}

/// A place that was asked for and is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotThere {
    /// No step has this number or id.
    #[error("no step {0}")]
    Step(String),
    /// The step has no such clause.
    #[error("no clause {clause} in step {step}")]
    Clause {
        /// The clause as it was asked for.
        clause: String,
        /// The number of the step.
        step: usize,
        /// What its clauses are called.
        unit: Unit,
    },
}

/// The cue that a person means by a step's number or id, with or without a clause: `7`, `ikrar`, `7.3`, `ikrar.3`.
///
/// # Errors
///
/// When there is no such step, or the step has no such clause.
pub fn find(programme: &Programme, wanted: &str) -> Result<CueId, NotThere> {
    let wanted = wanted.trim();
    if let Some(step) = step_named(programme, wanted) {
        return first_cue(step).ok_or_else(|| NotThere::Step(wanted.to_owned()));
    }
    // A point at the end waits for a clause that was not given: `7.` is `7`, as it is while a leader types it.
    if let Some(name) = wanted.strip_suffix('.').filter(|name| !name.is_empty()) {
        return find(programme, name);
    }
    let (name, clause) = wanted
        .rsplit_once('.')
        .filter(|(name, _)| !name.is_empty())
        .ok_or_else(|| NotThere::Step(wanted.to_owned()))?;
    let step = step_named(programme, name).ok_or_else(|| NotThere::Step(name.to_owned()))?;
    let number = programme.position(&step.id).map_or(0, |position| position + 1);
    clause
        .parse()
        .ok()
        .and_then(|clause| clause_of(step, clause))
        .map(|cue| cue.id.clone())
        .ok_or_else(|| NotThere::Clause {
            clause: clause.to_owned(),
            step: number,
            unit: step.unit,
        })
}

/// The first cue of a step.
pub fn first_cue(step: &Step) -> Option<CueId> {
    step.cues.first().map(|cue| cue.id.clone())
}

/// The first cue of the text of a step; none where it has no text.
pub fn top_of_text(step: &Step) -> Option<CueId> {
    let text = step.cues.iter().find(|cue| cue.id.part.is_text());
    text.map(|cue| cue.id.clone())
}

/// A clause of a step by its number.
pub fn clause_of(step: &Step, number: usize) -> Option<&Cue> {
    step.cues.iter().find(|cue| cue.id.part == Part::Clause(number))
}

fn step_named<'a>(programme: &'a Programme, name: &str) -> Option<&'a Step> {
    match name.parse::<usize>() {
        Ok(number) => number
            .checked_sub(1)
            .and_then(|position| programme.steps.get(position)),
        Err(_) => programme.steps.iter().find(|step| step.id.as_str() == name),
    }
}
