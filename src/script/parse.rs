//! From bytes to a [`Script`] and everything that is wrong with its files.
//!
//! In three passes over each file: `syntax` gives a TOML tree in spite of faults, `conform` holds it against the table
//! of fields, `build` makes the types of the script and knows the rules between keys. Nothing here looks at more than
//! one file at a time, except that the texts a script names are read along; what refers from one place to another
//! (persons, placeholders, ids) is looked up in `check`.

mod build;
mod conform;
mod duration;
mod scalars;
mod statements;
mod syntax;

use std::collections::{BTreeMap, HashSet};

use super::fields::{self, Field};
use super::problem::{Fault, Problem, Reporter, Severity};
use super::values::BUILT_IN;
use super::{Contents, LARGEST_FILE, Script, Source, Sources, Text, Written, library};
use syntax::Prepared;

pub(crate) use conform::{Conformer, Record};
pub(crate) use duration::{LONGEST, read as read_duration};
pub(crate) use statements::{Statement, statements};

/// What was read of the files, before the checks that look across them.
#[derive(Debug)]
pub struct Parsed {
    /// The script, with whatever was refused left out.
    pub script: Script,
    /// What tells of problems in each file.
    pub reporters: Reporters,
    /// Whether the TOML of the script was so broken that parts of it may be missing.
    pub damaged: bool,
    /// Names that were told as unfilled where they are declared, or whose value was refused there.
    pub unfilled: Vec<String>,
    /// The names of texts that are in no place.
    pub texts_missing: HashSet<String>,
    /// The names of texts with errors of their own.
    pub texts_with_errors: HashSet<String>,
    /// The names of all texts that a script could use.
    pub texts_at_hand: Vec<String>,
}

/// What tells of problems in each file.
#[derive(Debug)]
pub struct Reporters {
    /// In the script.
    pub script: Reporter,
    /// In each text, by its name.
    pub texts: BTreeMap<String, Reporter>,
}

/// Reads a script and the texts it names. Nothing is parsed where the script's file could not be read.
pub fn script(sources: &Sources) -> (Option<Parsed>, Vec<Problem>) {
    let reporter = match open(&sources.script, 0) {
        Ok(reporter) => reporter,
        Err(problem) => return (None, vec![*problem]),
    };
    let prepared = Prepared::new(&reporter);
    let tree = prepared.tree(&reporter);
    let mut conformer = Conformer::new(&reporter);
    let record = conformer.script(tree.root.get_ref());
    let refused = BUILT_IN
        .into_iter()
        .filter(|key| record.refused(key))
        .map(str::to_owned);
    let mut unfilled: Vec<String> = refused.collect();
    let script = build::script(record, &mut conformer);
    unfilled.extend(
        conformer
            .problems
            .iter()
            .filter_map(|problem| match &problem.fault {
                Fault::Unfilled(name) => Some(name.clone()),
                _ => None,
            }),
    );
    let mut problems = tree.faults.merge(conformer.problems);
    let damaged = problems.iter().any(|problem| problem.fault.is_of_syntax());

    let mut texts_at_hand: Vec<String> = library::text_names().into_iter().map(str::to_owned).collect();
    let beside = sources
        .texts
        .iter()
        .filter(|(_, source)| source.contents != Contents::Missing);
    texts_at_hand.extend(beside.map(|(name, _)| name.clone()));
    let mut parsed = Parsed {
        reporters: Reporters {
            script: reporter.clone(),
            texts: BTreeMap::new(),
        },
        damaged,
        unfilled,
        texts_missing: HashSet::new(),
        texts_with_errors: HashSet::new(),
        texts_at_hand,
        script,
    };
    for (position, name) in names_in(&parsed.script).into_iter().enumerate() {
        problems.extend(parsed.take_in(name, position + 1, sources));
    }
    (Some(parsed), problems)
}

impl Parsed {
    /// Reads a text that the script names, and gives its problems.
    fn take_in(&mut self, name: String, order: usize, sources: &Sources) -> Vec<Problem> {
        let Some(source) = source_of(&name, sources) else {
            self.texts_missing.insert(name);
            return Vec::new();
        };
        match open(&source, order) {
            Ok(reporter) => {
                let (text, problems) = text(&reporter);
                if problems.iter().any(|problem| problem.severity == Severity::Error) {
                    self.texts_with_errors.insert(name.clone());
                }
                self.script.texts.insert(name.clone(), text);
                self.reporters.texts.insert(name, reporter);
                problems
            }
            Err(problem) => {
                self.texts_with_errors.insert(name);
                vec![*problem]
            }
        }
    }
}

/// The names of the texts that a script asks for, in the order in which it does.
pub fn texts_named(script: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(script) else {
        return Vec::new();
    };
    if script.len() > LARGEST_FILE {
        return Vec::new();
    }
    let reporter = Reporter::new("", 0, &statements::without_keys_but(&["step", "text"], text));
    let prepared = Prepared::new(&reporter);
    let tree = prepared.tree(&reporter);
    let steps = tree
        .root
        .get_ref()
        .get("step")
        .and_then(|steps| steps.get_ref().as_array());
    let names = steps
        .into_iter()
        .flatten()
        .filter_map(|step| step.get_ref().as_table()?.get("text")?.get_ref().as_str());
    unique(names.filter(|name| is_text_name(name)))
}

/// Whether a name may be that of a text: it becomes a file's name, so it must not lead anywhere else.
pub fn is_text_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    !name.is_empty() && name.len() <= 100 && name.bytes().all(plain)
}

fn names_in(script: &Script) -> Vec<String> {
    let names = script
        .steps
        .iter()
        .filter_map(|step| step.text.as_ref())
        .map(|name: &Written| name.get_ref().as_str());
    unique(names.filter(|name| is_text_name(name)))
}

fn unique<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found = HashSet::new();
    names
        .filter(|&name| found.insert(name))
        .map(str::to_owned)
        .collect()
}

/// The file of a text: beside the script, else in the library. Nothing, where it is in neither.
fn source_of(name: &str, sources: &Sources) -> Option<Source> {
    sources
        .texts
        .get(name)
        .filter(|source| source.contents != Contents::Missing)
        .cloned()
        .or_else(|| {
            let bytes = library::text(name)?.as_bytes();
            Some(Source {
                name: name.to_owned(),
                contents: Contents::Bytes(bytes.into()),
            })
        })
}

/// A reporter over the text of a file, or the problem that keeps the file from being read at all.
pub(crate) fn open(source: &Source, order: usize) -> Result<Reporter, Box<Problem>> {
    let without_text = |fault| Box::new(Reporter::new(&source.name, order, "").error(fault, 0..0));
    match &source.contents {
        Contents::Missing => Err(without_text(Fault::FileMissing)),
        Contents::NotAFile => Err(without_text(Fault::NotAFile)),
        Contents::Unreadable(reason) => Err(without_text(Fault::FileUnreadable(reason.clone()))),
        Contents::Bytes(bytes) if bytes.len() > LARGEST_FILE => Err(without_text(Fault::FileTooLarge)),
        Contents::Bytes(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Reporter::new(&source.name, order, text)),
            Err(error) => {
                let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let text = String::from_utf8_lossy(good);
                Err(Box::new(
                    Reporter::new(&source.name, order, &text).error(Fault::NotUtf8, text.len()..text.len()),
                ))
            }
        },
    }
}

/// Reads a text file.
fn text(reporter: &Reporter) -> (Text, Vec<Problem>) {
    document(reporter, fields::TEXT_FILE, build::text)
}

/// Reads a file that is no script: held against a table of fields, and made into what it means.
pub(crate) fn document<T>(
    reporter: &Reporter,
    fields: &'static [Field],
    build: impl FnOnce(Record, &mut Conformer<'_>) -> T,
) -> (T, Vec<Problem>) {
    let prepared = Prepared::new(reporter);
    let tree = prepared.tree(reporter);
    let mut conformer = Conformer::new(reporter);
    let record = conformer.document(tree.root.get_ref(), fields);
    let made = build(record, &mut conformer);
    (made, tree.faults.merge(conformer.problems))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::tests::read_good;
    use crate::script::{Manner, Mode, Presses, Zone};

    #[test]
    fn what_is_written_is_what_is_read() {
        let script = read_good(
            "title = 'Apel'\nstart = 07:30\npresses = 2\n[people]\nmc = { role = 'MC' }\n[[step]]\ntitle = 'Ikrar'\n\
             kind = 'ikrar'\nduration = '1m30s'\nmode = 'echo'\nheading = 'IKRAR'\nclauses = ['Setia.', 'Taat.']\n\
             lines = [{ by = 'mc', do = 'maju' }]\n",
        );
        assert_eq!(
            (script.presses, script.zone, script.pace),
            (Some(Presses::Two), Zone::Wib, None)
        );
        let step = &script.steps[0];
        assert_eq!(
            (step.seconds, step.recital.mode, step.recital.clauses.len()),
            (Some(90), Some(Mode::Echo), 2)
        );
        assert_eq!(
            step.recital.heading[0].get_ref(),
            "IKRAR",
            "a heading of one line needs no list"
        );
        assert_eq!(
            (step.lines[0].manner, step.lines[0].words.get_ref().as_str()),
            (Manner::Do, "maju")
        );
    }

    #[test]
    fn texts_are_named_once_in_order_even_in_a_broken_script() {
        let script = "titel = 5\nkind [[step]]\n[[step]]\ntext = 'dua'\n[[step]]\ntext = 'satu'\nclauses = [\n\
                      [[step]]\ntext = 'dua'\n[[step]]\ntext = '../luar'\n";
        assert_eq!(texts_named(script.as_bytes()), ["dua", "satu"]);
        assert!(texts_named(b"\xFF").is_empty());
    }

    #[test]
    fn a_name_of_a_text_leads_nowhere_else() {
        assert!(is_text_name("panca-prasetya_korpri2"));
        for name in ["", "..", "a/b", "a\\b", "a.toml", "Pancasila", "a b", "é"] {
            assert!(!is_text_name(name), "{name:?}");
        }
    }
}
