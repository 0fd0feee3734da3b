//! Carrying the place from an old programme to a new one, so that an edit above or below never moves the leader.
//!
//! Steps are matched by given id, by equal words, by equal title and ordinal, and at last by likeness between matched
//! neighbours; clauses likewise within their step; within a cue the phrase is found by the word that was reached.

mod matching;
mod people;
mod split;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use self::matching::{Item, matched};
pub use self::people::person_carried;
pub use self::split::{is_read_already, phrase_in_second_half, read_of_second_half};
use super::place::first_cue;
use super::{Cue, CueId, Part, Person, PersonIndex, PhraseKind, Place, Programme, Step, StepId, Turn};

/// What has become of the steps and cues of an old programme in a new one.
#[derive(Debug)]
pub struct Carry<'a> {
    old: &'a Programme,
    new: &'a Programme,
    /// For each old step by position, the position of the new one.
    steps: Vec<Option<usize>>,
    /// The positions of the new steps that were not there, or not with these words.
    changed: Vec<usize>,
    /// Whether both are of one script, so that a part of a step is what it was.
    one_script: bool,
    /// For each old step by position, the matches of its cues; made when they are first asked for.
    cues: Vec<OnceCell<CuesMatched<'a>>>,
}

/// For every cue of an old step, the position of what it has become.
type CuesMatched<'a> = HashMap<&'a CueId, usize>;

/// A place in the new programme, and what happened to it on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The place.
    pub place: Place,
    /// How true it is to the old one.
    pub fate: Fate,
}

/// What the edit did to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The phrase stands as it was.
    Kept,
    /// The words of the phrase, or the way it is read, have changed.
    Changed,
    /// The cue is gone: the place is the nearest kept one before it.
    Gone,
}

impl<'a> Carry<'a> {
    /// Matches the steps of two programmes. Those of the scripts are matched in the order of the scripts, so that what was
    /// moved on the day changes nothing of it; what was put in is known by its id alone.
    pub fn between(old: &'a Programme, new: &'a Programme) -> Self {
        let mut steps: Vec<Option<usize>> = old
            .steps
            .iter()
            .map(|step| step.is_inserted().then(|| new.position(&step.id)).flatten())
            .collect();
        let mut unchanged = vec![false; new.steps.len()];
        for to in steps.iter().flatten() {
            unchanged[*to] = true;
        }
        let old_at = old.in_order_of_the_script();
        let mut new_at = new.in_order_of_the_script();
        new_at.retain(|at| !unchanged[*at]);
        let old_items = items(old, &old_at);
        let new_items = items(new, &new_at);
        for ((from, old), to) in old_at.iter().zip(&old_items).zip(matched(&old_items, &new_items)) {
            let Some((to, new)) = to.and_then(|to| Some((*new_at.get(to)?, new_items.get(to)?))) else {
                continue;
            };
            steps[*from] = Some(to);
            unchanged[to] = old.fingerprint == new.fingerprint;
        }
        let changed = (0..).zip(unchanged).filter(|(_, unchanged)| !unchanged);
        Self {
            changed: changed.map(|(position, _)| position).collect(),
            one_script: false,
            ..Self::of_steps(old, new, steps)
        }
    }

    /// Between two programmes of one script on the day: every step and every part is known by its identity.
    pub fn on_the_day(old: &'a Programme, new: &'a Programme) -> Self {
        let steps = old.steps.iter().map(|step| new.position(&step.id)).collect();
        Self::of_steps(old, new, steps)
    }

    fn of_steps(old: &'a Programme, new: &'a Programme, steps: Vec<Option<usize>>) -> Self {
        Self {
            old,
            new,
            steps,
            changed: Vec::new(),
            one_script: true,
            cues: old.steps.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    /// The programme that the place is carried from.
    pub fn before(&self) -> &'a Programme {
        self.old
    }

    /// The programme that the place is carried to.
    pub fn after(&self) -> &'a Programme {
        self.new
    }

    /// What a step has become.
    pub fn step(&self, id: &StepId) -> Option<&'a Step> {
        let position = self.old.position(id)?;
        let new_position = self.steps.get(position).copied().flatten()?;
        self.new.steps.get(new_position)
    }

    /// What a cue has become.
    pub fn cue(&self, id: &CueId) -> Option<&'a Cue> {
        let position = self.cues_of(&id.step)?.get(id).copied()?;
        self.step(&id.step)?.cues.get(position)
    }

    /// For every cue of a step, what it has become: pairs of old and new. A clause that was cut in two is in two of them.
    pub fn cues(&self, id: &StepId) -> Vec<(&'a Cue, &'a Cue)> {
        let (Some(old), Some(new), Some(matches)) = (self.old.step(id), self.step(id), self.cues_of(id))
        else {
            return Vec::new();
        };
        old.cues
            .iter()
            .filter_map(|cue| Some((cue, new.cues.get(*matches.get(&cue.id)?)?)))
            .flat_map(|(old, new)| {
                let second = self.second_half(old, new).map(|second| (old, second));
                std::iter::once((old, new)).chain(second)
            })
            .collect()
    }

    /// The cue that goes on with an old one which was cut in two.
    fn second_half(&self, old: &Cue, first: &'a Cue) -> Option<&'a Cue> {
        if self.one_script {
            return None;
        }
        let matches = self.cues_of(&old.id.step)?;
        let next = matches.get(&old.id)? + 1;
        let second = self.new.step(&first.id.step)?.cues.get(next)?;
        let of_one_list = std::mem::discriminant(&first.id.part) == std::mem::discriminant(&second.id.part);
        let is_second = of_one_list
            && split::are_halves(old, first, second)
            && matches.values().all(|taken| *taken != next);
        is_second.then_some(second)
    }

    /// The matches of the cues of a step that is still there.
    fn cues_of(&self, id: &StepId) -> Option<&CuesMatched<'a>> {
        let (position, new) = (self.old.position(id)?, self.step(id)?);
        let old = self.old.steps.get(position)?;
        let matches = self.cues.get(position)?.get_or_init(|| {
            let matches = if self.one_script {
                cues_of_one_script(old, new)
            } else {
                cues_matched((self.old, old), (self.new, new))
            };
            let pairs = old.cues.iter().zip(matches);
            pairs
                .filter_map(|(cue, position)| Some((&cue.id, position?)))
                .collect()
        });
        Some(matches)
    }

    /// The new steps that were not there, or not with these words: to be marked until they are visited.
    pub fn changed_steps(&self) -> Vec<StepId> {
        let changed = self.changed.iter();
        changed
            .filter_map(|position| Some(self.new.steps.get(*position)?.id.clone()))
            .collect()
    }

    /// How many old steps are no longer there.
    pub fn steps_gone(&self) -> usize {
        self.steps.iter().filter(|position| position.is_none()).count()
    }

    /// Carries a place. The new one is always valid.
    pub fn place(&self, place: &Place) -> Carried {
        self.kept_place(place).unwrap_or_else(|| Carried {
            place: Place::beginning_of(self.nearest_before(&place.cue)),
            fate: Fate::Gone,
        })
    }

    fn kept_place(&self, place: &Place) -> Option<Carried> {
        let old = self.old.cue(&place.cue)?;
        let first = self.cue(&place.cue)?;
        let in_second_half = || {
            let second = self.second_half(old, first)?;
            Some((second, split::place_in_second_half(old, second, place.phrase)?))
        };
        let (new, phrase) =
            in_second_half().unwrap_or_else(|| (first, carried_phrase(old, first, place.phrase)));
        let words = |cue: &'a Cue, index: usize| cue.phrases.get(index).map(|phrase| &phrase.text);
        let same =
            words(old, place.phrase) == words(new, phrase) && old.mode == new.mode && old.ours == new.ours;
        let (turn, fate) = if same {
            (place.turn, Fate::Kept)
        } else {
            (Turn::Lead, Fate::Changed)
        };
        Some(Carried {
            place: Place {
                cue: new.id.clone(),
                phrase,
                turn,
            },
            fate,
        })
    }

    /// The nearest cue before a lost one that is still there; the first of the programme where there is none.
    fn nearest_before(&self, id: &CueId) -> CueId {
        let lost_step = self.old.position(&id.step).unwrap_or(0);
        let lost_cue = self
            .old
            .step(&id.step)
            .and_then(|step| step.cues.iter().position(|cue| cue.id == *id))
            .unwrap_or(0);
        let earlier_steps = self.old.steps.iter().take(lost_step + 1).enumerate().rev();
        for (position, step) in earlier_steps {
            let last = if position == lost_step {
                lost_cue
            } else {
                step.cues.len()
            };
            let kept = step
                .cues
                .iter()
                .take(last)
                .rev()
                .find_map(|cue| self.cue(&cue.id));
            if let Some(cue) = kept {
                return cue.id.clone();
            }
        }
        // A step that has lost all its old cues before the place is still nearer than the top of the programme.
        let same_step = self.step(&id.step).and_then(first_cue);
        same_step
            .or_else(|| self.new.steps.first().and_then(first_cue))
            .unwrap_or_else(|| id.clone())
    }
}

/// The phrase of the new cue that holds the word reached in the old one.
pub fn carried_phrase(old: &Cue, new: &Cue, phrase: usize) -> usize {
    let Some(reached) = old.phrases.get(phrase) else {
        return 0;
    };
    // The beginning stays the beginning: nothing of the cue was read, so nothing put in before may be passed.
    if phrase == 0 || reached.kind == PhraseKind::Number {
        return 0;
    }
    let old_words: Vec<&str> = old.text.split_whitespace().collect();
    let new_words: Vec<&str> = new.text.split_whitespace().collect();
    let word = carried_word(&old_words, &new_words, reached.first_word);
    new.phrases
        .iter()
        .rposition(|phrase| phrase.kind == PhraseKind::Words && phrase.first_word <= word)
        .unwrap_or(0)
}

/// Where a word stands after an edit of its text: by its distance from whichever end the edit has not touched.
fn carried_word(old: &[&str], new: &[&str], word: usize) -> usize {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    if word < head {
        return word;
    }
    let most = old.len().min(new.len()) - head;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(most)
        .take_while(|(old, new)| old == new)
        .count();
    let from_end = old.len().saturating_sub(word);
    if from_end <= tail {
        new.len() - from_end
    } else {
        head.min(new.len().saturating_sub(1))
    }
}

/// Steps at these positions, as they are matched.
fn items<'a>(programme: &'a Programme, positions: &[usize]) -> Vec<Item<'a>> {
    let steps = positions.iter().filter_map(|at| programme.steps.get(*at));
    steps.map(|step| step_item(programme, step)).collect()
}

fn step_item<'a>(programme: &Programme, step: &'a Step) -> Item<'a> {
    Item {
        id: step.id_given.then(|| step.id.as_str()),
        name: Some(&step.title),
        sort: step.kind.spelling(),
        fingerprint: fingerprint(programme, step),
        texts: std::iter::once(step.title.as_str())
            .chain(step.cues.iter().map(|cue| cue.text.as_str()))
            .collect(),
    }
}

/// A digest of everything a step says and does, without its made id and its time: what the leader would call unchanged.
/// People count as they are shown, wherever they stand in the script; an estimate follows from the words.
fn fingerprint(programme: &Programme, step: &Step) -> u64 {
    let shown = |person: Option<PersonIndex>| person.and_then(|person| shown_person(programme, person));
    let mut hasher = DefaultHasher::new();
    (
        &step.title,
        step.kind,
        shown(step.by),
        step.posture,
        (!step.estimated).then_some(step.seconds),
        step.optional,
        step.show_text,
    )
        .hash(&mut hasher);
    (&step.announce, &step.notes, step.unit, step.mode).hash(&mut hasher);
    for witness in &step.witnesses {
        shown(Some(*witness)).hash(&mut hasher);
    }
    for cue in &step.cues {
        (
            cue.id.part,
            shown(cue.by),
            cue.mode,
            cue.manner,
            &cue.text,
            cue.shown_number,
        )
            .hash(&mut hasher);
        for phrase in &cue.phrases {
            (&phrase.text, phrase.pause).hash(&mut hasher);
        }
        cue.reply
            .as_ref()
            .map(|reply| (&reply.text, shown(reply.by)))
            .hash(&mut hasher);
        cue.signatory
            .as_ref()
            .map(|one| (&one.name, &one.office, one.group))
            .hash(&mut hasher);
    }
    hasher.finish()
}

/// What a screen shows of a person.
fn shown_person(programme: &Programme, person: PersonIndex) -> Option<(&str, &str, Option<&str>)> {
    let Person {
        role, short, name, ..
    } = programme.person(person)?;
    Some((role, short, name.as_deref()))
}

/// For each cue of the old step, the position of the same one in the new.
fn cues_of_one_script(old: &Step, new: &Step) -> Vec<Option<usize>> {
    let same = |id: &CueId| new.cues.iter().position(|cue| cue.id == *id);
    let at_its_place = |at: usize, id: &CueId| new.cues.get(at).filter(|cue| cue.id == *id).map(|_| at);
    let cues = (0..).zip(&old.cues);
    cues.map(|(at, cue)| at_its_place(at, &cue.id).or_else(|| same(&cue.id)))
        .collect()
}

/// For each cue of the old step, the position of its match in the new one.
fn cues_matched(before: (&Programme, &Step), after: (&Programme, &Step)) -> Vec<Option<usize>> {
    let ((old_programme, old), (new_programme, new)) = (before, after);
    let mut matches = vec![None; old.cues.len()];
    let lists: [fn(Part) -> bool; 3] = [
        |part| matches!(part, Part::Line(_)),
        |part| matches!(part, Part::Clause(_)),
        |part| matches!(part, Part::Signatory(_)),
    ];
    for belongs in lists {
        let (old_at, old_cues) = list_of(old, belongs);
        let (new_at, new_cues) = list_of(new, belongs);
        let old_items: Vec<Item<'_>> = old_cues.iter().map(|cue| cue_item(old_programme, cue)).collect();
        let new_items: Vec<Item<'_>> = new_cues.iter().map(|cue| cue_item(new_programme, cue)).collect();
        let mut found = matched(&old_items, &new_items);
        split::begin_with_first_halves(&mut found, &old_cues, &new_cues);
        for (from, to) in old_at.iter().zip(found) {
            matches[*from] = to.and_then(|to| new_at.get(to).copied());
        }
    }
    for (at, cue) in old.cues.iter().enumerate() {
        if matches!(
            cue.id.part,
            Part::Title | Part::Heading | Part::Opening | Part::Closing
        ) {
            matches[at] = new.cues.iter().position(|other| other.id.part == cue.id.part);
        }
    }
    // A step that had nothing but its title and was given words, or the other way round, is still entered at its top.
    let bare = |step: &Step| step.cues.first().is_some_and(|cue| cue.id.part == Part::Title);
    if bare(old) != bare(new)
        && let Some(first) = matches.first_mut()
    {
        *first = Some(0);
    }
    matches
}

/// The cues of a step that belong to one list, with where they stand in the step.
fn list_of(step: &Step, belongs: fn(Part) -> bool) -> (Vec<usize>, Vec<&Cue>) {
    let cues = step.cues.iter().enumerate();
    cues.filter(|(_, cue)| belongs(cue.id.part)).unzip()
}

fn cue_item<'a>(programme: &Programme, cue: &'a Cue) -> Item<'a> {
    let by = cue
        .by
        .and_then(|by| programme.person(by))
        .map(|person| &person.key);
    let mut hasher = DefaultHasher::new();
    (&cue.text, by).hash(&mut hasher);
    let office = cue.signatory.as_ref().and_then(|one| one.office.as_deref());
    Item {
        id: None,
        name: None,
        sort: "",
        fingerprint: hasher.finish(),
        texts: std::iter::once(cue.text.as_str()).chain(office).collect(),
    }
}

#[cfg(test)]
mod tests;
