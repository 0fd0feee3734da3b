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

/// What stands between a step and a clause: some keypads have a comma there.
const POINTS: [char; 2] = ['.', ','];

/// A name of a place without the points at its end, which wait for a clause that was not given: `7.` is `7`.
pub fn without_last_points(wanted: &str) -> &str {
    wanted.trim_end_matches(POINTS)
}

/// The cue that a person means by a step's number or id, with or without a clause: `7`, `ikrar`, `7.3`, `ikrar.3`.
///
/// # Errors
///
/// When there is no such step, or the step has no such clause.
pub fn find(programme: &Programme, wanted: &str) -> Result<CueId, NotThere> {
    let wanted = wanted.trim();
    let given = without_last_points(wanted);
    // An id is looked up as it was written first: it may hold a point itself.
    if let Some(step) = step_named(programme, wanted).or_else(|| step_named(programme, given)) {
        return first_cue(step).ok_or_else(|| NotThere::Step(wanted.to_owned()));
    }
    let (name, clause) = given
        .rsplit_once(POINTS)
        .filter(|(name, _)| !name.is_empty())
        .ok_or_else(|| NotThere::Step(if given.is_empty() { wanted } else { given }.to_owned()))?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::{Occasion, compile};
    use crate::script::tests::read_good;

    /// The part that a name means, in a programme of one ikrar of three clauses; none where it is not there.
    fn part(wanted: &str) -> Option<Part> {
        let script = "title = \"A\"\n[[step]]\nid = \"ikrar\"\ntitle = \"Ikrar\"\nkind = \"ikrar\"\n\
                      clauses = [\"Satu\", \"Dua\", \"Tiga\"]\n";
        let programme = compile(&read_good(script), &Occasion::default());
        find(&programme, wanted).ok().map(|cue| cue.part)
    }

    #[test]
    fn a_clause_stands_behind_a_point_or_a_comma() {
        for wanted in ["1.3", "1,3", "ikrar.3", "ikrar,3", " 1,3 ", "1.3.", "1,3,"] {
            assert_eq!(part(wanted), Some(Part::Clause(3)), "{wanted}");
        }
        for wanted in ["1;3", "1,4", ",3", "1.1.3", "2,1"] {
            assert_eq!(part(wanted), None, "{wanted}");
        }
    }

    #[test]
    fn points_at_the_end_wait_for_a_clause_however_many_they_are() {
        for wanted in ["1", "1.", "1,", "ikrar...", "1.,"] {
            assert_eq!(part(wanted), Some(Part::Clause(1)), "{wanted}");
        }
        assert_eq!(
            part(&format!("1{}", ".".repeat(1_000_000))),
            Some(Part::Clause(1))
        );
        assert_eq!(part("."), None);
        assert_eq!(part(""), None);
    }
}
