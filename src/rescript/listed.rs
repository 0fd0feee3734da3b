//! The steps of a script that lists them as tables in braces: `step = [{ … }, { … }]`.

use std::ops::Range;

use super::places::{after_trivia, comment};
use super::{StepAsRun, Written, dropped};
use crate::lang::SavingWords;

/// The list with its steps as they were run. `list` is where its brackets stand, `spans` where each table does.
pub(super) fn as_run(
    text: &str,
    list: Range<usize>,
    spans: &[Range<usize>],
    steps: &[StepAsRun],
    words: &SavingWords,
    end: &str,
) -> String {
    let mut tables = Vec::with_capacity(spans.len());
    let mut from = after_comment_on_line(text, list.start + 1);
    let head = &text[list.start..from];
    for span in spans {
        let table = Table::of(text, from, span);
        from = table.until;
        tables.push(table);
    }
    let indent = tables.iter().find_map(Table::indent).unwrap_or("  ");
    let mut listed = Listed {
        text: head.to_owned(),
        end,
        after_comment: head.contains('#'),
    };
    let final_one = steps
        .iter()
        .rposition(|step| !matches!(step, StepAsRun::Dropped { .. }));
    let closes_with_comma = tables.last().is_some_and(|table| table.has_comma);
    for (place, step) in steps.iter().enumerate() {
        let comma = if final_one != Some(place) || closes_with_comma {
            ","
        } else {
            ""
        };
        match step {
            StepAsRun::OfFile(position) => {
                if let Some(table) = tables.get(*position) {
                    listed.push(table.before);
                    listed.push(table.braces);
                    listed.push(table.before_comma);
                    listed.push(comma);
                    listed.push(table.after_comma);
                    listed.after_comment = table.after_comma.contains('#');
                }
            }
            StepAsRun::Dropped { title, reason, .. } => {
                listed.comment(indent, &dropped(title, reason.as_deref(), words));
            }
            StepAsRun::Inserted {
                id,
                title,
                kind,
                seconds,
            } => {
                let written = Written::of(id, title, *kind, *seconds, words);
                listed.comment(indent, &written.comment);
                let entries = written
                    .entries
                    .iter()
                    .map(|(key, value)| format!("{key} = {value}"));
                let entries: Vec<String> = entries.collect();
                listed.push(&format!("{end}{indent}{{ {} }}{comma}", entries.join(", ")));
            }
        }
    }
    listed.push(&text[from..list.end]);
    listed.text
}

/// A table of the list with what stands around it.
struct Table<'a> {
    /// White space and comments above it.
    before: &'a str,
    braces: &'a str,
    /// What stands between it and its comma.
    before_comma: &'a str,
    has_comma: bool,
    /// A comment on the line of its comma.
    after_comma: &'a str,
    until: usize,
}

impl<'a> Table<'a> {
    fn of(text: &'a str, from: usize, span: &Range<usize>) -> Self {
        let next = after_trivia(text, span.end);
        let has_comma = text[next..].starts_with(',');
        let comma = if has_comma { next } else { span.end };
        let after = comma + usize::from(has_comma);
        let until = after_comment_on_line(text, after);
        Self {
            before: &text[from..span.start],
            braces: &text[span.clone()],
            before_comma: &text[span.end..comma],
            has_comma,
            after_comma: &text[after..until],
            until,
        }
    }

    /// How far it is indented, where it begins a line.
    fn indent(&self) -> Option<&'a str> {
        self.before.rsplit_once('\n').map(|(_, indent)| indent)
    }
}

/// Where a comment ends that follows on a line; here, where none does.
fn after_comment_on_line(text: &str, from: usize) -> usize {
    let line = &text[from..];
    let line = &line[..line.find(['\r', '\n']).unwrap_or(line.len())];
    from + if line.trim_start().starts_with('#') {
        line.len()
    } else {
        0
    }
}

/// The list as it grows.
struct Listed<'e> {
    text: String,
    end: &'e str,
    /// Whether what comes next would be part of a comment.
    after_comment: bool,
}

impl Listed<'_> {
    fn push(&mut self, part: &str) {
        if part.is_empty() {
            return;
        }
        let begins_line = part.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
        if std::mem::take(&mut self.after_comment) && !begins_line {
            self.text.push_str(self.end);
        }
        self.text.push_str(part);
    }

    fn comment(&mut self, indent: &str, says: &str) {
        let lines = comment(indent, says, self.end);
        self.push(self.end.to_owned().as_str());
        self.text.push_str(lines.trim_end_matches(['\r', '\n']));
        self.after_comment = true;
    }
}
