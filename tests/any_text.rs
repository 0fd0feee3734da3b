//! Whatever stands in a file, reading it ends, panics never, and points into the file: with random texts, and with a
//! good script in which random bytes were lost or added.

use std::collections::BTreeMap;

use ikrar::lang::Lang;
use ikrar::script::problem::{Style, render};
use ikrar::script::{Contents, LARGEST_FILE, MOST_PROBLEMS, Severity, Source, Sources, read, texts_named};
use proptest::prelude::*;

const GOOD: &str = include_str!("good/everything.toml");
const TEXT: &str = include_str!("good/texts/naskah.toml");

fn source(name: &str, bytes: &[u8]) -> Source {
    Source {
        name: name.to_owned(),
        contents: Contents::Bytes(bytes.into()),
    }
}

/// Reads a script and a text, prints all that is wrong in both languages, and fills in all there is.
fn holds(script: &[u8], text: &[u8]) {
    let texts = BTreeMap::from([("naskah".to_owned(), source("texts/naskah.toml", text))]);
    texts_named(script);
    let reading = read(&Sources {
        script: source("apel.toml", script),
        texts,
    });
    for problem in &reading.problems {
        assert!(problem.text.get(problem.span.clone()).is_some(), "{problem:?}");
        assert!(problem.line >= 1 && problem.column() >= 1, "{problem:?}");
        let (line, mark) = problem.shown_line();
        assert!(line.get(mark).is_some(), "{problem:?}");
        for lang in [Lang::Id, Lang::En] {
            for style in [Style::Plain, Style::Coloured] {
                assert!(!render(problem, lang, style).is_empty());
            }
        }
    }
    let stops = reading
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    assert_eq!(reading.script.is_none(), stops);
    if let Some(script) = &reading.script {
        for step in &script.steps {
            let filled = script.fill(step.title.get_ref());
            assert!(
                filled
                    .values
                    .iter()
                    .all(|range| filled.text.get(range.clone()).is_some())
            );
        }
    }
}

/// Bits of which scripts are made, so that random texts get past the first line.
fn scrap() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("[[step]]\n".to_owned()),
        Just("title = \"Apel {a}\"\n".to_owned()),
        Just("kind = \"ikrar\"\n".to_owned()),
        Just("clauses = [\n".to_owned()),
        Just("\"Setia\",\n".to_owned()),
        Just("[people]\n".to_owned()),
        Just("[values]\n".to_owned()),
        Just("a = \"{a}{b}\"\n".to_owned()),
        Just("lines = [{ say = \"x\" }]\n".to_owned()),
        Just("text = \"naskah\"\n".to_owned()),
        Just("date = 2024-02-30\n".to_owned()),
        Just("\"\"\"".to_owned()),
        Just("\u{202E}\u{1b}[2J".to_owned()),
        "[\\[\\]{}\"'=,.#a-c0-9 \n\r\t…é\\\\]{1,6}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        holds(&bytes, &bytes);
    }

    #[test]
    fn any_scraps_of_a_script_can_be_read(scraps in prop::collection::vec(scrap(), 0..25)) {
        let text = scraps.concat();
        holds(text.as_bytes(), text.as_bytes());
    }

    #[test]
    fn a_good_script_that_lost_something_can_be_read(start in 0..GOOD.len(), length in 1..40_usize) {
        let mut bytes = GOOD.as_bytes().to_vec();
        bytes.drain(start..(start + length).min(GOOD.len()));
        holds(&bytes, TEXT.as_bytes());
    }

    #[test]
    fn a_good_script_with_something_added_can_be_read(at in 0..GOOD.len(), added in scrap()) {
        let mut bytes = GOOD.as_bytes().to_vec();
        bytes.splice(at..at, added.bytes());
        holds(&bytes, TEXT.as_bytes());
    }
}

/// A unit again and again, up to the largest file between a beginning and an end.
fn filled_with(begin: &str, unit: &str, end: &str) -> String {
    let room = LARGEST_FILE - begin.len() - end.len();
    [begin, &unit.repeat(room / unit.len()), end].concat()
}

const BEGIN: &str = "title = \"x\"\n[[step]]\ntitle = \"x\"\nkind = \"act\"\n";

#[test]
fn large_files_full_of_faults_are_read() {
    let units = [
        "a\n",
        "[a\n",
        "[[step]]\n",
        "a = [\n",
        "\"",
        "{",
        "a = {a}\n",
        "=\n",
        "\u{1b}",
        "a = 1\n",
        "[[step]]\nduration = 01\n",
    ];
    for unit in units {
        holds_at_the_limit(&filled_with("", unit, ""));
    }
    let lists = LARGEST_FILE / 2 - 4;
    holds_at_the_limit(&format!("a = {}{}", "[".repeat(lists), "}".repeat(lists)));
    let many = (0..10_000)
        .map(|number| format!("[[step]]\ntitle = \"{{v{number}}}\"\nkind = \"act\"\nby = \"p{number}\"\n"));
    holds_at_the_limit(&(BEGIN.to_owned() + &many.collect::<String>()));
}

/// Reads a file as large as one may be, and prints the first and the last of its problems.
fn holds_at_the_limit(script: &str) {
    assert!(script.len() <= LARGEST_FILE);
    texts_named(script.as_bytes());
    let reading = read(&Sources {
        script: source("apel.toml", script.as_bytes()),
        texts: BTreeMap::new(),
    });
    assert!(reading.problems.len() <= MOST_PROBLEMS);
    assert_eq!(reading.script.is_none(), reading.totals.errors > 0);
    let ends = [reading.problems.first(), reading.problems.last()];
    for problem in ends.into_iter().flatten() {
        assert!(!render(problem, Lang::Id, Style::Plain).is_empty());
    }
}

#[test]
fn a_literal_as_large_as_the_file_may_be_is_read_with_every_fault_in_it() {
    for (unit, faults_of_unit) in [("{x}", 1), ("{}", 1), ("{é", 1), ("{x.y}{}", 2)] {
        let begin = format!("{BEGIN}notes = \"");
        let script = filled_with(&begin, unit, "\"\n");
        holds_at_the_limit(&script);
        let reading = read(&Sources {
            script: source("apel.toml", script.as_bytes()),
            texts: BTreeMap::new(),
        });
        let units = (LARGEST_FILE - begin.len() - 2) / unit.len();
        assert_eq!(reading.totals.errors, units * faults_of_unit, "{unit}");
        assert_eq!(reading.problems.len(), MOST_PROBLEMS);
    }
}

#[test]
fn many_unknown_placeholders_beside_many_values_and_people_are_each_told() {
    let numbered = |written: fn(u32) -> String| (0..9_000).map(written).collect::<Vec<_>>().concat();
    let values = numbered(|number| format!("v{number} = \"x\"\n"));
    let people = numbered(|number| format!("p{number} = {{ name = \"x\" }}\n"));
    let begin = format!(
        "title = \"x\"\n[values]\n{values}[people]\n{people}[[step]]\ntitle = \"x\"\nkind = \"act\"\nnotes = \""
    );
    let script = filled_with(&begin, "{x}", "\"\n");
    holds_at_the_limit(&script);
    // Of a person the name is meant, whatever else there is.
    let of_person = format!("{begin}{{p8999}}\"\n");
    let reading = read(&Sources {
        script: source("apel.toml", of_person.as_bytes()),
        texts: BTreeMap::new(),
    });
    let told = reading
        .problems
        .iter()
        .map(|problem| render(problem, Lang::Id, Style::Plain));
    let told: Vec<String> = told.filter(|told| told.contains("p8999")).collect();
    assert!(told.iter().any(|told| told.contains("p8999.name")), "{told:?}");
}

#[test]
fn many_uses_of_many_values_and_people_are_all_understood() {
    let numbered = |written: fn(u32) -> String| (0..9_000).map(written).collect::<Vec<_>>().concat();
    let values = numbered(|number| format!("v{number} = \"x\"\n"));
    let people = numbered(|number| format!("p{number} = {{ name = \"x\" }}\n"));
    let uses = numbered(|number| format!("{{v{number}}}{{p{number}.name}}"));
    let script = format!(
        "title = \"x\"\n[values]\n{values}[people]\n{people}[[step]]\ntitle = \"x\"\nkind = \"act\"\nnotes = \"{uses}\"\n"
    );
    let reading = read(&Sources {
        script: source("apel.toml", script.as_bytes()),
        texts: BTreeMap::new(),
    });
    assert_eq!(reading.problems, []);
    let filled = reading.script.map(|script| {
        let notes = script.steps[0].notes.clone();
        script.fill(notes.as_ref().map_or("", |notes| notes.get_ref()))
    });
    assert_eq!(filled.map(|filled| filled.values.len()), Some(18_000));
}

#[test]
fn a_good_script_stays_good() {
    holds(GOOD.as_bytes(), TEXT.as_bytes());
    let texts = BTreeMap::from([("naskah".to_owned(), source("texts/naskah.toml", TEXT.as_bytes()))]);
    assert!(
        read(&Sources {
            script: source("apel.toml", GOOD.as_bytes()),
            texts
        })
        .script
        .is_some()
    );
}

#[test]
fn ten_thousand_steps_are_a_script() {
    let step = |number: usize| {
        format!("[[step]]\ntitle = \"Acara {number}\"\nkind = \"act\"\nnotes = \"ya\"\nduration = \"1m\"\n")
    };
    let steps: String = (1..=10_000).map(step).collect();
    let script = format!("title = \"Apel\"\n{steps}");
    let reading = read(&Sources {
        script: source("apel.toml", script.as_bytes()),
        texts: BTreeMap::new(),
    });
    assert_eq!(reading.problems, []);
    assert_eq!(reading.script.map(|script| script.steps.len()), Some(10_000));
}
