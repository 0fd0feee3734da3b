//! Every placeholder of a script and its texts: known or not, filled in or not, leading somewhere or in a circle.
//!
//! It walks the same pieces that `values` fills in, and never fills anything in itself: sizes are added up instead, so
//! that values within values cost no more than reading them once.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::script::nearest::Searches;
use crate::script::parse::Parsed;
use crate::script::problem::{Fault, Problem, Reporter};
use crate::script::values::{BUILT_IN, DEEPEST, LARGEST_FILLED, OF_PERSON, Piece, UNFILLED, Value, pieces};
use crate::script::{Recital, Script, Written};

/// All that is wrong with placeholders.
pub(super) fn check(parsed: &Parsed) -> Vec<Problem> {
    let script = &parsed.script;
    let mut problems = Vec::new();
    let mut unfilled: HashSet<&str> = parsed.unfilled.iter().map(String::as_str).collect();
    let known = LazyCell::new(|| known_names(script));
    let mut searches = Searches::default();
    let literals = literals(parsed);
    for &(reporter, written, _) in &literals {
        // Looked for once, and only where something is wrong within.
        let literal = LazyCell::new(|| reporter.literal(written));
        for (range, piece) in pieces(written.get_ref()) {
            match piece {
                Piece::Placeholder(name) => match script.value(name) {
                    Value::Unknown => {
                        let of_person = format!("{name}.name");
                        let is_person = !matches!(script.value(&of_person), Value::Unknown);
                        let nearest = is_person.then_some(of_person).or_else(|| {
                            let known = known.iter().map(String::as_str);
                            searches.nearest(name, known).map(str::to_owned)
                        });
                        let fault = Fault::UnknownPlaceholder {
                            name: name.to_owned(),
                            nearest,
                        };
                        problems.push(reporter.error(fault, literal.part(name_within(written, range, name))));
                    }
                    Value::Unfilled if unfilled.insert(name) => {
                        let span = literal.part(name_within(written, range, name));
                        problems.push(reporter.warning(Fault::Unfilled(name.to_owned()), span));
                    }
                    Value::Unfilled | Value::Text(_) | Value::Made(_) => {}
                },
                Piece::Broken(_) => {
                    problems.push(reporter.error(Fault::BrokenPlaceholder, literal.part(range)));
                }
                Piece::Words(_) | Piece::Brace(_) => {}
            }
        }
    }
    let values = Values::of(script);
    problems.extend(values.circles(&parsed.reporters.script));
    problems.extend(values.too_much(script, &parsed.reporters.script, &literals));
    problems
}

/// The bytes of a placeholder's name among the words, without its braces.
fn name_within(written: &Written, placeholder: Range<usize>, name: &str) -> Range<usize> {
    let inner = written
        .get_ref()
        .get(placeholder.clone())
        .and_then(|braced| braced.find(name))
        .unwrap_or_default();
    let start = placeholder.start + inner;
    start..start + name.len()
}

/// Every name that stands for something.
fn known_names(script: &Script) -> Vec<String> {
    let of_people = script.people.iter().flat_map(|person| {
        OF_PERSON
            .iter()
            .map(move |field| format!("{}.{field}", person.key.get_ref()))
    });
    let values = script.values.iter().map(|(name, _)| name.get_ref().clone());
    values
        .chain(BUILT_IN.iter().map(|&name| name.to_owned()))
        .chain(of_people)
        .collect()
}

/// Every text in which placeholders are filled in, with the reporter of its file, and how often that is done: the texts
/// of a file as often as steps name it.
fn literals(parsed: &Parsed) -> Vec<(&Reporter, &Written, usize)> {
    let script = &parsed.script;
    let mut found: Vec<&Written> = vec![&script.title];
    found.extend(
        [&script.agency, &script.place, &script.source]
            .into_iter()
            .flatten(),
    );
    found.extend(script.values.iter().map(|(_, value)| value));
    for person in &script.people {
        found.extend(
            [
                &person.role,
                &person.short,
                &person.name,
                &person.office,
                &person.reserve,
            ]
            .into_iter()
            .flatten(),
        );
    }
    for step in &script.steps {
        found.push(&step.title);
        found.extend([&step.announce, &step.notes].into_iter().flatten());
        for line in &step.lines {
            found.push(&line.words);
            found.extend(&line.reply);
        }
        found.extend(of_recital(&step.recital));
        for signatory in &step.signatories {
            found.extend([&signatory.name, &signatory.office].into_iter().flatten());
        }
    }
    let mut all: Vec<_> = found
        .into_iter()
        .map(|written| (&parsed.reporters.script, written, 1))
        .collect();
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for name in script.steps.iter().filter_map(|step| step.text.as_ref()) {
        *uses.entry(name.get_ref()).or_default() += 1;
    }
    for (name, text) in &script.texts {
        let uses = uses.get(name.as_str()).copied().unwrap_or_default();
        if let Some(reporter) = parsed.reporters.texts.get(name) {
            let of_text = std::iter::once(&text.title)
                .chain(&text.source)
                .chain(of_recital(&text.recital));
            all.extend(of_text.map(|written| (reporter, written, uses)));
        }
    }
    all
}

fn of_recital(recital: &Recital) -> impl Iterator<Item = &Written> {
    let Recital {
        heading,
        opening,
        clauses,
        closing,
        ..
    } = recital;
    heading.iter().chain(opening).chain(clauses).chain(closing)
}

/// The names that stand for texts, each with the names it leads to.
struct Values<'a> {
    /// In the order of the file.
    names: Vec<(String, &'a Written)>,
    /// What is left after everything that leads nowhere else was taken away, again and again: circles, and whatever
    /// leads into one.
    unresolved: HashSet<String>,
    /// The size of a value once filled in, and how many values deep it goes.
    measures: HashMap<String, Measure>,
}

#[derive(Clone, Copy, Default)]
struct Measure {
    bytes: usize,
    depth: usize,
}

impl<'a> Values<'a> {
    fn of(script: &'a Script) -> Self {
        let names = named_texts(script);
        let mut waiting: HashMap<&str, usize> = HashMap::new();
        let mut users: HashMap<&str, Vec<&str>> = HashMap::new();
        let known: HashSet<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
        for (name, written) in &names {
            let used: Vec<&str> = placeholders(written)
                .filter(|used| known.contains(used))
                .collect();
            waiting.insert(name, used.len());
            for other in used {
                users.entry(other).or_default().push(name);
            }
        }
        let texts: HashMap<&str, &Written> = names
            .iter()
            .map(|(name, written)| (name.as_str(), *written))
            .collect();
        let mut ready: Vec<&str> = known
            .iter()
            .copied()
            .filter(|name| waiting.get(name) == Some(&0))
            .collect();
        let mut measures: HashMap<String, Measure> = HashMap::new();
        while let Some(name) = ready.pop() {
            let measure = texts
                .get(name)
                .map_or_else(Measure::default, |text| measure(script, text, &measures));
            measures.insert(
                name.to_owned(),
                Measure {
                    depth: measure.depth + 1,
                    ..measure
                },
            );
            for &user in users.get(name).into_iter().flatten() {
                if let Some(left) = waiting.get_mut(user) {
                    *left -= 1;
                    if *left == 0 {
                        ready.push(user);
                    }
                }
            }
        }
        let unresolved = known
            .iter()
            .filter(|name| !measures.contains_key(**name))
            .map(|&name| name.to_owned())
            .collect();
        Self {
            names,
            unresolved,
            measures,
        }
    }

    /// One problem for each circle, at the first of its values that the file has.
    fn circles(&self, reporter: &Reporter) -> Vec<Problem> {
        let places: HashMap<&str, usize> = self
            .names
            .iter()
            .enumerate()
            .map(|(place, (name, _))| (name.as_str(), place))
            .collect();
        let next = |name: &str| {
            let (_, written) = self.names.get(*places.get(name)?)?;
            placeholders(written).find(|used| self.unresolved.contains(*used))
        };
        let mut walked: HashSet<&str> = HashSet::new();
        let mut problems = Vec::new();
        for (start, _) in self
            .names
            .iter()
            .filter(|(name, _)| self.unresolved.contains(name))
        {
            let mut path: Vec<&str> = Vec::new();
            let mut on_path: HashSet<&str> = HashSet::new();
            let mut name = Some(start.as_str());
            // Every unresolved value leads to another one, so a walk ends where it has been before.
            while let Some(here) = name.filter(|here| !walked.contains(here) && on_path.insert(here)) {
                path.push(here);
                name = next(here);
            }
            let closes = name.and_then(|closing| path.iter().position(|&passed| passed == closing));
            if let Some(position) = closes {
                let circle = path.get(position..).unwrap_or_default();
                let first = circle.iter().filter_map(|name| places.get(name)).min();
                let first = first.and_then(|&place| self.names.get(place));
                if let Some((name, written)) = first {
                    problems.push(reporter.error(Fault::CircularValue(name.clone()), written.span()));
                }
            }
            walked.extend(path);
        }
        problems
    }

    /// A problem where values go too deep, and where the filled texts would be too large together.
    fn too_much(
        &self,
        script: &Script,
        own: &Reporter,
        literals: &[(&Reporter, &Written, usize)],
    ) -> Option<Problem> {
        let deep = self.names.iter().find(|(name, _)| {
            self.measures
                .get(name)
                .is_some_and(|measure| measure.depth > DEEPEST)
        });
        if let Some((_, written)) = deep {
            return Some(own.error(Fault::TooMuchFilled, written.span()));
        }
        let mut bytes: usize = 0;
        let (reporter, written, _) = literals.iter().find(|(_, written, uses)| {
            let filled = measure(script, written, &self.measures).bytes;
            bytes = bytes.saturating_add(filled.saturating_mul(*uses));
            bytes > LARGEST_FILLED
        })?;
        Some(reporter.error(Fault::TooMuchFilled, written.span()))
    }
}

/// The texts of the script that have a name: values, what comes by itself, and what people are. Who has no short role
/// is called by the whole one, here as where it is filled in.
fn named_texts(script: &Script) -> Vec<(String, &Written)> {
    let own = [
        ("title", Some(&script.title)),
        ("agency", script.agency.as_ref()),
        ("place", script.place.as_ref()),
        ("source", script.source.as_ref()),
    ];
    let own = own
        .into_iter()
        .filter_map(|(name, written)| Some((name.to_owned(), written?)));
    let reserved = |name: &str| BUILT_IN.contains(&name);
    let values = script
        .values
        .iter()
        .filter(move |(name, _)| !reserved(name.get_ref()));
    let values = values.map(|(name, written)| (name.get_ref().clone(), written));
    let people = script.people.iter().flat_map(|person| {
        let key = person.key.get_ref();
        let texts = [
            person.role.as_ref(),
            person.short.as_ref().or(person.role.as_ref()),
            person.name.as_ref(),
            person.office.as_ref(),
            person.reserve.as_ref(),
        ];
        OF_PERSON
            .iter()
            .zip(texts)
            .filter_map(move |(field, text)| Some((format!("{key}.{field}"), text?)))
    });
    own.chain(values).chain(people).collect()
}

fn placeholders(written: &Written) -> impl Iterator<Item = &str> {
    pieces(written.get_ref()).filter_map(|(_, piece)| match piece {
        Piece::Placeholder(name) => Some(name),
        Piece::Words(_) | Piece::Brace(_) | Piece::Broken(_) => None,
    })
}

/// How large a text is once filled in, given the values it uses; those that are not known count as unfilled.
fn measure(script: &Script, written: &Written, measures: &HashMap<String, Measure>) -> Measure {
    let mut whole = Measure::default();
    for (_, piece) in pieces(written.get_ref()) {
        let part = match piece {
            Piece::Words(words) | Piece::Brace(words) | Piece::Broken(words) => words.len(),
            Piece::Placeholder(name) => match measures.get(name) {
                Some(value) => {
                    whole.depth = whole.depth.max(value.depth);
                    value.bytes
                }
                None => match script.value(name) {
                    Value::Made(words) => words.len(),
                    Value::Text(_) | Value::Unfilled | Value::Unknown => UNFILLED.len(),
                },
            },
        };
        whole.bytes = whole.bytes.saturating_add(part);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::tests::{read_good, sources_of};
    use crate::script::{Contents, Source, read};

    const PRAYER: &str = "[[step]]\ntitle = 'Doa'\nkind = 'prayer'\n";

    /// A script whose title is filled in to this many bytes, most of them from a value.
    fn filled_to(bytes: usize) -> String {
        let of_value = LARGEST_FILLED / 64;
        let uses = "{isi}".repeat(bytes / of_value);
        let rest = "x".repeat(bytes % of_value);
        format!(
            "title = '{uses}{rest}'\n[values]\nisi = '{}'\n{PRAYER}",
            "x".repeat(of_value)
        )
    }

    #[test]
    fn what_passes_is_filled_in_whole_and_what_is_larger_is_told() {
        let beside = LARGEST_FILLED / 64 + "Doa".len();
        let script = read_good(&filled_to(LARGEST_FILLED - beside));
        let filled = script.fill(script.title.get_ref()).text;
        assert_eq!(filled.len(), LARGEST_FILLED - beside);
        assert!(!filled.contains(UNFILLED));

        let reading = read(&sources_of(&filled_to(LARGEST_FILLED - beside + 1)));
        let faults: Vec<_> = reading.problems.iter().map(|problem| &problem.fault).collect();
        assert_eq!(faults, [&Fault::TooMuchFilled]);
    }

    #[test]
    fn a_text_counts_as_often_as_steps_name_it() {
        let step = "[[step]]\ntitle = 'Sumpah'\nkind = 'reading'\ntext = 'panjang'\n";
        let text = format!(
            "title = 'Panjang'\nopening = '{}'\n",
            "x".repeat(LARGEST_FILLED / 16)
        );
        let faults = |steps: usize| {
            let mut sources = sources_of(&format!("title = 'Apel'\n{}", step.repeat(steps)));
            let source = Source {
                name: "texts/panjang.toml".to_owned(),
                contents: Contents::Bytes(text.as_bytes().into()),
            };
            sources.texts.insert("panjang".to_owned(), source);
            let problems = read(&sources).problems.into_iter();
            problems.map(|problem| problem.fault).collect::<Vec<_>>()
        };
        assert_eq!(faults(15), []);
        assert_eq!(faults(16), [Fault::TooMuchFilled]);
    }

    #[test]
    fn a_role_that_asks_for_the_short_one_that_is_not_there_goes_round_in_a_circle() {
        let script = format!("title = 'Apel'\n[people]\nmc = {{ role = '{{mc.short}}' }}\n{PRAYER}");
        let reading = read(&sources_of(&script));
        let faults: Vec<_> = reading.problems.iter().map(|problem| &problem.fault).collect();
        assert_eq!(faults, [&Fault::CircularValue("mc.short".to_owned())]);
        read_good(&script.replace(" }", ", short = 'MC' }"));
    }
}
