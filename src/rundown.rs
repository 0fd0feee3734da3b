//! The rundown of a programme (NO · JAM · KEGIATAN · PETUGAS · KETERANGAN) with all its words: as a table for people, as
//! Markdown for documents, as JSON for programs. Pure: text in memory, printed elsewhere.

mod json;

use std::time::Duration;

pub use json::json;

use unicode_width::UnicodeWidthStr;

use crate::lang::{Lang, Words, spoken};
use crate::programme::{Cue, Part, Person, PersonIndex, PhraseKind, Programme, Step};
use crate::script::Manner;

/// The width of the table on paper and in pipes, in cells.
pub const WIDTH: usize = 110;

/// A narrower table would be all wrapping.
const NARROWEST: usize = 72;

/// The rundown as a table of plain text, so many cells wide.
pub fn text(programme: &Programme, lang: Lang, width: usize) -> String {
    let width = width.max(NARROWEST);
    let words = lang.words();
    let rows: Vec<[String; 5]> = rows(programme, words).collect();
    let narrow = |column: usize, most: usize| {
        let cells = rows
            .iter()
            .filter_map(|row| row.get(column))
            .flat_map(|cell| cell.lines());
        let head = words.commands.columns.get(column).copied();
        cells
            .chain(head)
            .map(UnicodeWidthStr::width)
            .max()
            .unwrap_or(0)
            .min(most)
    };
    // On a narrow screen the words, which are the most, keep two fifths of it.
    let widths = [
        narrow(0, 4),
        narrow(1, 11),
        narrow(2, width / 4),
        narrow(3, width / 5),
    ];
    let rest = width
        .saturating_sub(widths.iter().sum::<usize>() + 2 * widths.len())
        .max(20);
    let widths = [widths[0], widths[1], widths[2], widths[3], rest];
    let head = head(programme, words);
    let head = head.lines().flat_map(|line| wrapped(line, width));
    let mut table: String = head.flat_map(|line| [line, "\n".to_owned()]).collect();
    table.push('\n');
    table.push_str(&table_row(&words.commands.columns.map(str::to_owned), widths));
    table.push_str(&"─".repeat(width));
    table.push('\n');
    for row in &rows {
        table.push_str(&table_row(row, widths));
    }
    table
}

/// The rundown as a Markdown table.
pub fn markdown(programme: &Programme, lang: Lang) -> String {
    let words = lang.words();
    let cell = |text: &str| text.lines().map(escaped).collect::<Vec<_>>().join("<br>");
    let line = |cells: &[String; 5]| format!("| {} |\n", cells.each_ref().map(|text| cell(text)).join(" | "));
    let mut facts = head(programme, words);
    let title_end = facts.find('\n').unwrap_or(facts.len());
    let rest = facts.split_off(title_end);
    let mut table = format!("# {}\n", escaped(&facts));
    for fact in rest.lines().filter(|fact| !fact.is_empty()) {
        table.extend(["\n", &escaped(fact), "\n"]);
    }
    table.push('\n');
    table.push_str(&line(&words.commands.columns.map(str::to_owned)));
    table.push_str("| ---: | --- | --- | --- | --- |\n");
    for row in rows(programme, words) {
        table.push_str(&line(&row));
    }
    table
}

/// A text that means only itself in Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&'
        ) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Title, agency and place, day and time, source.
fn head(programme: &Programme, words: &Words) -> String {
    let start = programme.start.map(|start| spoken::time(start, programme.zone));
    let minutes = (words.commands.length)(u64::from(programme.seconds()).div_ceil(60));
    let joined = |parts: Vec<Option<String>>| parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let facts = [
        joined(vec![programme.agency.clone(), programme.place.clone()]),
        joined(vec![programme.date.map(spoken::date), start, Some(minutes)]),
        programme.source.as_ref().map_or_else(String::new, |source| {
            format!("{}: {source}", words.commands.source)
        }),
    ];
    let mut head = format!("{}\n", programme.title);
    for fact in facts.iter().filter(|fact| !fact.is_empty()) {
        head.extend([fact, "\n"]);
    }
    head
}

/// The rows: number, time, step, people, and everything else.
fn rows<'a>(programme: &'a Programme, words: &'a Words) -> impl Iterator<Item = [String; 5]> + 'a {
    (1..)
        .zip(&programme.steps)
        .map(move |(number, step): (usize, &Step)| {
            [
                number.to_string(),
                planned(programme, step),
                step.title.clone(),
                step.by.map_or_else(String::new, |by| person(programme, by)),
                remarks(programme, step, words),
            ]
        })
}

/// "07.30–07.32"; nothing without a start.
fn planned(programme: &Programme, step: &Step) -> String {
    let Some(start) = programme.start else {
        return String::new();
    };
    let clock = |seconds: u32| {
        let time = start.wrapping_add(Duration::from_secs(u64::from(seconds)));
        format!("{:02}.{:02}", time.hour(), time.minute())
    };
    format!(
        "{}–{}",
        clock(step.begins),
        clock(step.begins.saturating_add(step.seconds))
    )
}

fn person(programme: &Programme, index: PersonIndex) -> String {
    programme
        .person(index)
        .map_or_else(String::new, |person: &Person| match &person.name {
            Some(name) => format!("{}: {name}", person.role),
            None => match person.office.as_ref().filter(|office| **office != person.role) {
                Some(office) => format!("{} ({office})", person.role),
                None => person.role.clone(),
            },
        })
}

/// Everything about a step that has no column of its own, a line each: all its words among them.
fn remarks(programme: &Programme, step: &Step, words: &Words) -> String {
    let commands = &words.commands;
    let mut remarks: Vec<String> = Vec::new();
    if step.optional {
        remarks.push(format!("({})", commands.optional));
    }
    remarks.extend(
        step.posture
            .map(|posture| format!("{}: {}", commands.posture, (words.screens.posture)(posture))),
    );
    if !step.witnesses.is_empty() {
        let names: Vec<String> = step.witnesses.iter().map(|one| person(programme, *one)).collect();
        remarks.push(format!("{}: {}", commands.witnesses, names.join(", ")));
    }
    remarks.extend(
        step.announce
            .as_ref()
            .map(|words_of_mc| format!("{}: “{words_of_mc}”", words.screens.announcer)),
    );
    remarks.extend(
        step.cues
            .iter()
            .filter(|cue| cue.id.part != Part::Title)
            .map(|cue| cue_line(programme, step, cue, words)),
    );
    remarks.extend(
        step.notes
            .as_ref()
            .map(|notes| format!("{}: {notes}", commands.notes)),
    );
    remarks.join("\n")
}

/// Whether the number of a clause is read or shown.
fn is_numbered(cue: &Cue) -> bool {
    let spoken = cue
        .phrases
        .first()
        .is_some_and(|phrase| phrase.kind == PhraseKind::Number);
    spoken || cue.shown_number.is_some()
}

fn cue_line(programme: &Programme, step: &Step, cue: &Cue, words: &Words) -> String {
    let by = cue
        .by
        .filter(|by| Some(*by) != step.by)
        .map_or_else(String::new, |by| {
            programme
                .person(by)
                .map_or_else(String::new, |person| format!("{}: ", person.short))
        });
    let said = match (cue.id.part, cue.manner) {
        (Part::Clause(number), _) if is_numbered(cue) => format!("{number}. {}", cue.text),
        (Part::Line(_), Manner::Say) => format!("{by}“{}”", cue.text),
        (Part::Line(_), Manner::Do) => format!("{by}({})", cue.text),
        (Part::Signatory(number), _) => {
            let one = cue.signatory.as_ref();
            let parts = [
                one.and_then(|one| one.name.clone()),
                one.and_then(|one| one.office.clone()),
                one.filter(|one| one.group)
                    .map(|_| words.screens.group.to_owned()),
            ];
            format!(
                "{number}. {}",
                parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
            )
        }
        (Part::Heading, _) => step.heading.join("\n"),
        (Part::Title | Part::Opening | Part::Clause(_) | Part::Closing, _) => cue.text.clone(),
    };
    let reply = cue.reply.as_ref().map_or_else(String::new, |reply| {
        let by = reply
            .by
            .and_then(|by| programme.person(by))
            .map_or(words.commands.reply, |person| person.short.as_str());
        format!(" — {by}: “{}”", reply.text)
    });
    format!("{said}{reply}")
}

/// A row of the table: cells wrapped to their widths, side by side.
fn table_row(cells: &[String; 5], widths: [usize; 5]) -> String {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| cell.lines().flat_map(|line| wrapped(line, width)).collect())
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let mut row = String::new();
    for at in 0..height {
        let mut line = String::new();
        for (cell, width) in wrapped.iter().zip(widths) {
            let text = cell.get(at).map_or("", String::as_str);
            let pad = width.saturating_sub(text.width());
            line.push_str(text);
            line.push_str(&" ".repeat(pad + 2));
        }
        row.push_str(line.trim_end());
        row.push('\n');
    }
    row
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width.max(1)).word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}
