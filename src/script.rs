//! The script as its author writes it: one TOML file, and the texts it names.
//!
//! `read` takes [`Sources`] (bytes, as they were read together) and gives a [`Reading`]: the script, where it may be
//! shown, and every [`Problem`] that was found in it. Nothing here opens a file or fills in the programme.

pub mod characters;
pub mod check;
pub mod fields;
mod indonesian;
pub mod library;
pub mod nearest;
pub mod parse;
pub mod problem;
mod stand_in;
pub mod values;
pub mod vocabulary;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Time};
use toml::Spanned;

pub use problem::{Fault, Problem, Severity};
pub use vocabulary::{Kind, Mode, Numbers, Posture, Unit, Zone};

/// A string of the script with the bytes its literal covers in its file.
pub type Written = Spanned<String>;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// The most problems that are told at once: more would help nobody.
pub const MOST_PROBLEMS: usize = 200;

/// What was found where a file should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// The bytes of the file. At most [`LARGEST_FILE`] and one more, so that a larger file can be told.
    Bytes(Arc<[u8]>),
    /// There is no such file.
    Missing,
    /// Something else has the name: a folder, a device, a pipe.
    NotAFile,
    /// The file is there and cannot be read; the reason is the system's own.
    Unreadable(String),
}

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name to show: the path as the user gave it, or the name in the library.
    pub name: String,
    /// What was in it.
    pub contents: Contents,
}

/// A script and the texts it names, as read together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// The ceremony script.
    pub script: Source,
    /// Text files by the name the script uses. A text that is missing here is looked up among those that ship.
    pub texts: BTreeMap<String, Source>,
}

/// What reading gave.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The script, where nothing that was found is an error.
    pub script: Option<Script>,
    /// What is wrong with the files, in the order of the files and of their lines: at most [`MOST_PROBLEMS`], and
    /// warnings only where errors leave room for them.
    pub problems: Vec<Problem>,
    /// How much was found, with all that `problems` has no room for.
    pub totals: Totals,
    /// What it comes to.
    pub verdict: Verdict,
}

/// How much is wrong with a script and its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// What keeps the script off the air.
    pub errors: usize,
    /// What is told and stops nothing.
    pub warnings: usize,
}

impl Totals {
    fn of(problems: &[Problem]) -> Self {
        let errors = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .count();
        Self {
            errors,
            warnings: problems.len() - errors,
        }
    }

    /// Both together.
    pub fn all(self) -> usize {
        self.errors + self.warnings
    }
}

/// What a reading comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The script may be shown.
    Accepted,
    /// The script has errors.
    Refused,
    /// The file of the script is not there, or cannot be read.
    Unread,
}

/// Reads a script and its texts, and checks them: a parse that always gives every fault at once.
pub fn read(sources: &Sources) -> Reading {
    let (parsed, mut problems) = parse::script(sources);
    let script = parsed.map(|parsed| {
        problems.extend(check::script(&parsed));
        parsed.script
    });
    problems.sort_by_key(Problem::order);
    let totals = Totals::of(&problems);
    let verdict = match (&sources.script.contents, totals.errors) {
        (Contents::Missing | Contents::NotAFile | Contents::Unreadable(_), _) => Verdict::Unread,
        (Contents::Bytes(_), 0) => Verdict::Accepted,
        (Contents::Bytes(_), _) => Verdict::Refused,
    };
    cut(&mut problems, totals);
    Reading {
        script: script.filter(|_| verdict == Verdict::Accepted),
        problems,
        totals,
        verdict,
    }
}

/// Leaves the problems that are told. Errors keep their seats: a script is never refused for what nobody can see.
fn cut(problems: &mut Vec<Problem>, totals: Totals) {
    let mut errors = MOST_PROBLEMS;
    let mut warnings = MOST_PROBLEMS.saturating_sub(totals.errors);
    problems.retain(|problem| {
        let seats = match problem.severity {
            Severity::Error => &mut errors,
            Severity::Warning => &mut warnings,
        };
        let is_told = *seats > 0;
        *seats = seats.saturating_sub(1);
        is_told
    });
}

/// The names of the texts that a script asks for, found even in a script that has faults. For the edge that reads them.
pub fn texts_named(script: &[u8]) -> Vec<String> {
    parse::texts_named(script)
}

/// A ceremony script, well formed; its placeholders are not filled in yet.
#[derive(Debug, Clone)]
pub struct Script {
    /// The name of the ceremony.
    pub title: Written,
    /// The office that holds it.
    pub agency: Option<Written>,
    /// Where it is held.
    pub place: Option<Written>,
    /// The day.
    pub date: Option<Date>,
    /// When it is to begin, in the zone of the script.
    pub start: Option<Time>,
    /// The zone of every clock time shown.
    pub zone: Zone,
    /// The key of the person whose reading this laptop serves.
    pub leader: Option<Written>,
    /// Where the script was taken from.
    pub source: Option<Written>,
    /// Whether the repeat of a phrase has a key of its own, where the script says so.
    pub presses: Option<Presses>,
    /// Words a minute, for the estimates, where the script says so.
    pub pace: Option<u32>,
    /// `[values]`, in the order of the file. An empty value is unfilled.
    pub values: Vec<(Written, Written)>,
    /// `[people]`, in the order of the file.
    pub people: Vec<Person>,
    /// The programme.
    pub steps: Vec<Step>,
    /// The texts that steps name, by name.
    pub texts: BTreeMap<String, Text>,
    /// Where each name of `values` and `people` stands.
    names: values::Names,
}

/// Somebody with a part in the ceremony.
#[derive(Debug, Clone)]
pub struct Person {
    /// The key by which the script names the person.
    pub key: Written,
    /// What the person does: "Pembina apel".
    pub role: Option<Written>,
    /// The role in a word or two, for labels: "Sekda".
    pub short: Option<Written>,
    /// The full name with degrees.
    pub name: Option<Written>,
    /// The office held: "Pj Sekretaris Daerah".
    pub office: Option<Written>,
    /// Who stands in.
    pub reserve: Option<Written>,
}

/// A numbered item of the programme, as written.
#[derive(Debug, Clone)]
pub struct Step {
    /// Given by the author; otherwise made from the title.
    pub id: Option<Written>,
    /// What the step is called.
    pub title: Written,
    /// What sort of step it is.
    pub kind: Kind,
    /// The key of the person whose step it is.
    pub by: Option<Written>,
    /// The posture the participants take.
    pub posture: Option<Posture>,
    /// How long it takes, in seconds, where the author says so.
    pub seconds: Option<u32>,
    /// What the MC says before the step.
    pub announce: Option<Written>,
    /// What is said and done, one after the other.
    pub lines: Vec<Line>,
    /// For the leader only.
    pub notes: Option<Written>,
    /// May be dropped on the day without a question.
    pub optional: bool,
    /// Shows the words of a text read alone to the audience.
    pub show_text: bool,
    /// The name of a text file.
    pub text: Option<Written>,
    /// The text given in the step itself, and how a text is read.
    pub recital: Recital,
    /// Keys of the people who witness.
    pub witnesses: Vec<Written>,
    /// Who signs, in order.
    pub signatories: Vec<Signatory>,
}

/// A text to be read, and how. In a step that names a text file only the ways of reading may be given.
#[derive(Debug, Clone, Default)]
pub struct Recital {
    /// How it is read.
    pub mode: Option<Mode>,
    /// How the heading is read; otherwise alone.
    pub heading_mode: Option<Mode>,
    /// How the opening is read; otherwise as `mode`.
    pub opening_mode: Option<Mode>,
    /// How the closing is read; otherwise as `mode`.
    pub closing_mode: Option<Mode>,
    /// What a clause is called.
    pub unit: Option<Unit>,
    /// Whether numbers are spoken.
    pub numbers: Option<Numbers>,
    /// The lines above the text.
    pub heading: Vec<Written>,
    /// The opening sentence.
    pub opening: Option<Written>,
    /// The numbered clauses.
    pub clauses: Vec<Written>,
    /// The closing sentence.
    pub closing: Option<Written>,
}

/// A text file.
#[derive(Debug, Clone)]
pub struct Text {
    /// What the text is called.
    pub title: Written,
    /// Where it was taken from.
    pub source: Option<Written>,
    /// The text.
    pub recital: Recital,
}

/// Something said or done within a step.
#[derive(Debug, Clone)]
pub struct Line {
    /// The key of who says or does it; otherwise the step's.
    pub by: Option<Written>,
    /// Said, or done.
    pub manner: Manner,
    /// The words, or the deed.
    pub words: Written,
    /// What is answered.
    pub reply: Option<Written>,
    /// The key of who answers.
    pub reply_by: Option<Written>,
}

/// Whether a line is said or done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Manner {
    /// Words that are spoken.
    Say,
    /// A deed.
    Do,
}

/// Who signs: a person, an office, or a group.
#[derive(Debug, Clone)]
pub struct Signatory {
    /// The name, where it is known.
    pub name: Option<Written>,
    /// The office, where it is known. One of the two is given.
    pub office: Option<Written>,
    /// Several people called together.
    pub group: bool,
}

/// How many keys a phrase and its repeat take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Presses {
    /// One key for a phrase and its repeat.
    #[default]
    One,
    /// One key for the phrase, one for the repeat.
    Two,
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The sources of a script that names no text of its own.
    pub(crate) fn sources_of(script: &str) -> Sources {
        let contents = Contents::Bytes(Arc::from(script.as_bytes()));
        Sources {
            script: Source {
                name: "apel.toml".to_owned(),
                contents,
            },
            texts: BTreeMap::new(),
        }
    }

    /// A script that must have no error.
    pub(crate) fn read_good(script: &str) -> Script {
        let reading = read(&sources_of(script));
        let errors: Vec<_> = reading
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| (&problem.fault, problem.line))
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
        reading.script.expect("a script without errors is given")
    }

    #[test]
    fn warnings_never_push_an_error_out() {
        let warnings = "[[step]]\ntitle = 'Doa'\nkind = 'prayer'\nnotes = ''\n".repeat(MOST_PROBLEMS + 1);
        let script = format!("title = 'Apel'\n{warnings}[[step]]\ntitle = 'Doa'\nkind = 'doa'\n");
        let reading = read(&sources_of(&script));
        let told = Totals::of(&reading.problems);
        assert!(reading.script.is_none() && reading.verdict == Verdict::Refused);
        assert_eq!((told.errors, told.warnings), (1, MOST_PROBLEMS - 1));
        assert_eq!(
            (reading.totals.errors, reading.totals.warnings),
            (1, MOST_PROBLEMS + 1),
            "what is not told is counted"
        );
    }

    #[test]
    fn where_errors_take_every_seat_the_first_of_them_are_told() {
        let errors = "[[step]]\ntitle = 'Doa'\nkind = 'doa'\nnotes = ''\n".repeat(MOST_PROBLEMS + 5);
        let reading = read(&sources_of(&format!("title = 'Apel'\n{errors}")));
        let lines: Vec<_> = reading.problems.iter().map(|problem| problem.line).collect();
        let expected: Vec<_> = (0..MOST_PROBLEMS).map(|step| 4 + 4 * step).collect();
        assert_eq!(lines, expected);
        assert_eq!(reading.totals.all(), 2 * (MOST_PROBLEMS + 5));
    }

    #[test]
    fn a_leap_second_is_a_second_like_its_neighbour_and_a_sixtieth_minute_is_none() {
        let started = |start: &str| {
            let step = "[[step]]\ntitle = 'Doa'\nkind = 'prayer'\n";
            let reading = read(&sources_of(&format!("title = 'Apel'\nstart = {start}\n{step}")));
            reading.script.and_then(|script| script.start)
        };
        assert_eq!(started("07:30:60"), started("07:30:59"));
        assert!(started("07:30:60").is_some());
        assert_eq!(started("07:60:00"), None);
    }

    #[test]
    fn a_script_that_is_not_there_is_unread_and_one_with_warnings_accepted() {
        let mut sources =
            sources_of("title = 'Apel'\nplace = ''\n[[step]]\ntitle = 'Doa'\nkind = 'prayer'\n");
        assert_eq!(read(&sources).verdict, Verdict::Accepted);
        assert_eq!(read(&sources).totals.warnings, 1);
        for contents in [Contents::Missing, Contents::Unreadable("rusak".to_owned())] {
            sources.script.contents = contents;
            assert_eq!(read(&sources).verdict, Verdict::Unread);
        }
        sources.script.contents = Contents::Bytes(vec![b'#'; LARGEST_FILE + 1].into());
        assert_eq!(read(&sources).verdict, Verdict::Refused);
    }
}
