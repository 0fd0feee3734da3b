//! What can only be judged across the places of a script: persons, texts and ids that are referred to.
//!
//! Placeholders, which are references too, have a file of their own. Nothing here looks at a single table by itself:
//! that is done while parsing.

mod placeholders;

use std::collections::{HashMap, HashSet};

use super::nearest::Searches;
use super::parse::{Parsed, is_text_name};
use super::problem::{Fault, Problem};
use super::{Kind, Script, Step, Written};

/// Everything that is wrong across a script and its texts.
pub fn script(parsed: &Parsed) -> Vec<Problem> {
    let script = &parsed.script;
    let mut problems = Vec::new();
    unknown_persons(parsed, &mut problems);
    let mut searches = Searches::default();
    for step in &script.steps {
        let wrong = |name| wrong_text(step, name, parsed, &mut searches);
        problems.extend(step.text.as_ref().and_then(wrong));
    }
    problems.extend(duplicate_ids(parsed));
    problems.extend(placeholders::check(parsed));
    // What is said to be missing may stand in the part that could not be read.
    problems.retain(|problem| !(parsed.damaged && problem.fault.is_of_absence()));
    problems
}

/// Every key of a person that the script names.
fn persons_named(script: &Script) -> impl Iterator<Item = &Written> {
    script
        .leader
        .iter()
        .chain(script.steps.iter().flat_map(persons_of_step))
}

fn persons_of_step(step: &Step) -> impl Iterator<Item = &Written> {
    let of_lines = step
        .lines
        .iter()
        .flat_map(|line| [&line.by, &line.reply_by])
        .flatten();
    step.by.iter().chain(of_lines).chain(&step.witnesses)
}

fn unknown_persons(parsed: &Parsed, problems: &mut Vec<Problem>) {
    let known: HashSet<&str> = parsed
        .script
        .people
        .iter()
        .map(|person| person.key.get_ref().as_str())
        .collect();
    let mut searches = Searches::default();
    for key in persons_named(&parsed.script).filter(|key| !known.contains(key.get_ref().as_str())) {
        let name = key.get_ref().clone();
        let people = parsed.script.people.iter();
        let nearest = searches
            .nearest(&name, people.map(|person| person.key.get_ref().as_str()))
            .map(str::to_owned);
        problems.push(
            parsed
                .reporters
                .script
                .error(Fault::UnknownPerson { key: name, nearest }, key.span()),
        );
    }
}

fn wrong_text(step: &Step, written: &Written, parsed: &Parsed, searches: &mut Searches) -> Option<Problem> {
    let name = written.get_ref();
    let fault = if !is_text_name(name) {
        Fault::WrongTextName(name.clone())
    } else if parsed.texts_missing.contains(name) {
        let at_hand = parsed.texts_at_hand.iter().map(String::as_str);
        let nearest = searches.nearest(name, at_hand).map(str::to_owned);
        Fault::UnknownText {
            name: name.clone(),
            nearest,
        }
    } else {
        let text = parsed.script.texts.get(name)?;
        // A text that has faults of its own may have lost its clauses to them.
        let wordless = text.recital.clauses.is_empty() && !parsed.texts_with_errors.contains(name);
        (step.kind == Kind::Ikrar && wordless).then_some(Fault::EmptyIkrar)?
    };
    Some(parsed.reporters.script.error(fault, written.span()))
}

fn duplicate_ids(parsed: &Parsed) -> Vec<Problem> {
    let reporter = &parsed.reporters.script;
    let mut first_lines: HashMap<&str, usize> = HashMap::new();
    let mut problems = Vec::new();
    for id in parsed.script.steps.iter().filter_map(|step| step.id.as_ref()) {
        match first_lines.get(id.get_ref().as_str()) {
            Some(&first_line) => {
                let fault = Fault::DuplicateId {
                    id: id.get_ref().clone(),
                    first_line,
                };
                problems.push(reporter.error(fault, id.span()));
            }
            None => {
                first_lines.insert(id.get_ref(), reporter.line(id.span().start));
            }
        }
    }
    problems
}
