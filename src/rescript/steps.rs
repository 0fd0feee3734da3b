//! The steps of a script in the order of the day. A step is its header with all that stands under it and the comments
//! right above it; what stands between two steps stays with those that were not moved.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use toml::de::DeTable;

use super::places::{Lines, comment};
use super::{AsRun, Failure, StepAsRun, Written, dropped, holds_all, listed};
use crate::lang::SavingWords;

/// The text with its steps as they were run.
pub(super) fn as_run(text: &str, run: &AsRun, words: &SavingWords) -> Result<String, Failure> {
    let root = DeTable::parse(text).map_err(|_| Failure::NoScript)?;
    let step = root.get_ref().get("step").ok_or(Failure::NoScript)?;
    let list = step.get_ref().as_array().ok_or(Failure::NoScript)?;
    holds_all(&run.steps, list.len())?;
    let lines = Lines::of(text);
    let statement = lines.statement(step.span().start).ok_or(Failure::NoScript)?;
    if lines.is_header(&statement) {
        let parts = Parts::of(text, &lines);
        if parts.steps.len() != list.len() {
            return Err(Failure::OtherSteps);
        }
        return Ok(parts.in_order(run, words));
    }
    let spans: Vec<Range<usize>> = list.iter().map(toml::Spanned::span).collect();
    let listed = listed::as_run(text, step.span(), &spans, &run.steps, words, lines.end);
    Ok(format!(
        "{}{listed}{}",
        &text[..step.span().start],
        &text[step.span().end..]
    ))
}

/// A text cut at its steps.
struct Parts<'a> {
    text: &'a str,
    end: &'static str,
    /// For each step where it stands, in one part or, with a table of something else in between, in several.
    steps: Vec<Vec<Range<usize>>>,
    /// The blank lines right above each step.
    above: Vec<Range<usize>>,
    /// What stands before steps: the position of the step, and what.
    between: Vec<(usize, Range<usize>)>,
    /// What stands below the last one.
    tail: Range<usize>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str, lines: &Lines<'_>) -> Self {
        let mut parts = Self {
            text,
            end: lines.end,
            steps: Vec::new(),
            above: Vec::new(),
            between: Vec::new(),
            tail: 0..text.len(),
        };
        // Whether what was taken last is of the last step.
        let mut is_under_step = false;
        for section in sections(text, lines) {
            let is_new = section.begins_step;
            if !section.is_of_step {
                is_under_step = false;
            } else if is_new {
                let before = parts.tail.start..section.range.start;
                let blank = blank_lines_at_end(&text[before.clone()]);
                parts.above.push(before.end - blank..before.end);
                parts
                    .between
                    .push((parts.steps.len(), before.start..before.end - blank));
                parts.steps.push(vec![section.range.clone()]);
                (parts.tail.start, is_under_step) = (section.range.end, true);
            } else if let Some(last) = parts.steps.last_mut() {
                if let Some(part) = last.last_mut().filter(|_| is_under_step) {
                    part.end = section.range.end;
                } else {
                    last.push(section.range.clone());
                    let before = parts.tail.start..section.range.start;
                    parts.between.push((parts.steps.len(), before));
                }
                (parts.tail.start, is_under_step) = (section.range.end, true);
            }
        }
        parts
    }

    fn in_order(&self, run: &AsRun, words: &SavingWords) -> String {
        let mut joined = Joined {
            text: String::with_capacity(self.text.len()),
            end: self.end,
        };
        let between = self.between(run);
        let between = |step: Option<usize>| between.get(&step).into_iter().flatten();
        // What stands above the first step is the head of the file, wherever that step went.
        for (_, head) in self.between.iter().filter(|(step, _)| *step == 0) {
            joined.push(&self.text[head.clone()]);
        }
        for step in &run.steps {
            let (position, what) = match step {
                StepAsRun::OfFile(position) => (Some(*position), None),
                StepAsRun::Dropped {
                    position,
                    title,
                    reason,
                } => {
                    let says = dropped(title, reason.as_deref(), words);
                    (*position, Some(comment("", &says, self.end)))
                }
                StepAsRun::Inserted {
                    id,
                    title,
                    kind,
                    seconds,
                } => {
                    let written = Written::of(id, title, *kind, *seconds, words);
                    (None, Some(self.table(&written)))
                }
            };
            if position.is_some() {
                between(position).for_each(|part| joined.push(part));
            }
            let above = position.and_then(|position| self.above.get(position));
            joined.push(above.map_or(self.end, |above| &self.text[above.clone()]));
            match (what, position.and_then(|position| self.steps.get(position))) {
                (Some(what), _) => joined.push(&what),
                (None, Some(parts)) => parts
                    .iter()
                    .for_each(|part| joined.push(&self.text[part.clone()])),
                (None, None) => {}
            }
        }
        between(None).for_each(|part| joined.push(part));
        joined.push(&self.text[self.tail.clone()]);
        joined.text
    }

    /// What stands between steps, by the next one that was not moved; below all steps where there is none.
    fn between(&self, run: &AsRun) -> HashMap<Option<usize>, Vec<&'a str>> {
        let moved: HashSet<usize> = run.moved.iter().copied().collect();
        let mut between: HashMap<Option<usize>, Vec<&str>> = HashMap::new();
        for (step, range) in self.between.iter().filter(|(step, _)| *step > 0) {
            let stays = (*step..self.steps.len()).find(|step| !moved.contains(step));
            between.entry(stays).or_default().push(&self.text[range.clone()]);
        }
        between
    }

    fn table(&self, written: &Written) -> String {
        let end = self.end;
        let entries = written
            .entries
            .iter()
            .map(|(key, value)| format!("{key} = {value}{end}"));
        let entries: String = entries.collect();
        format!("{}[[step]]{end}{entries}", comment("", &written.comment, end))
    }
}

/// Parts that are put together, each on lines of its own.
struct Joined {
    text: String,
    end: &'static str,
}

impl Joined {
    fn push(&mut self, part: &str) {
        if !part.is_empty() && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push_str(self.end);
        }
        self.text.push_str(part);
    }
}

/// A header with all that stands under it, and the comments right above and below.
struct Section {
    range: Range<usize>,
    /// Whether it is a step, or a table of one.
    is_of_step: bool,
    begins_step: bool,
}

fn sections(text: &str, lines: &Lines<'_>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut last_end = 0;
    for statement in lines.statements() {
        let range = &statement.range;
        let after = lines.after(range.end);
        if lines.is_header(range) {
            let start = comments_above(text, lines, lines.start(range.start), last_end);
            if let Some(before) = sections.last_mut() {
                before.range.end = comments_below(text, lines, last_end, start);
            }
            let header = text[range.clone()].trim_end();
            let (is_of_step, begins_step) = header_of_step(header);
            sections.push(Section {
                range: start..after,
                is_of_step,
                begins_step,
            });
        } else if let Some(section) = sections.last_mut() {
            section.range.end = after;
        }
        last_end = after;
    }
    if let Some(last) = sections.last_mut() {
        last.range.end = comments_below(text, lines, last_end, text.len());
    }
    sections
}

/// Whether a header is of a step or of a table in one, and whether it begins one.
fn header_of_step(header: &str) -> (bool, bool) {
    let Ok(root) = DeTable::parse(header) else {
        return (false, false);
    };
    let step = root.get_ref().get("step");
    // `[[step.lines]]` alone is a table of tables, `[[step]]` a list.
    (step.is_some(), step.is_some_and(|step| step.get_ref().is_array()))
}

/// Where the comments begin that stand right above a line, with no blank line in between.
fn comments_above(text: &str, lines: &Lines<'_>, mut line: usize, not_before: usize) -> usize {
    while line > not_before {
        let above = lines.start(line - 1);
        if above < not_before || !text[above..].trim_start_matches([' ', '\t']).starts_with('#') {
            break;
        }
        line = above;
    }
    line
}

/// Where the comments end that stand right below a line.
fn comments_below(text: &str, lines: &Lines<'_>, mut line: usize, not_after: usize) -> usize {
    while line < not_after && text[line..].trim_start_matches([' ', '\t']).starts_with('#') {
        line = lines.after(line);
    }
    line
}

/// How many bytes at the end of a text are blank lines.
fn blank_lines_at_end(text: &str) -> usize {
    let content = text.trim_end();
    let line_end = text[content.len()..]
        .find('\n')
        .map_or(text.len(), |end| content.len() + end + 1);
    if content.is_empty() {
        text.len()
    } else {
        text.len() - line_end
    }
}
