//! Places in a text and edits of it, which leave every other byte as it is.

use std::ops::Range;

use toml_writer::ToTomlValue as _;

use crate::script::characters::harmless;
use crate::script::parse::{Statement, statements};

/// Edits of a text, each of bytes that no other one touches.
#[derive(Debug, Default)]
pub(super) struct Edits {
    edits: Vec<(Range<usize>, String)>,
}

impl Edits {
    /// Puts something in the place of these bytes.
    pub(super) fn replace(&mut self, range: Range<usize>, with: String) {
        self.edits.push((range, with));
    }

    /// Puts something in.
    pub(super) fn insert(&mut self, position: usize, what: String) {
        self.replace(position..position, what);
    }

    /// The text with all of them. What is put in where something is taken out comes before it.
    pub(super) fn apply(mut self, text: &str) -> String {
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut edited = String::with_capacity(text.len());
        let mut taken = 0;
        for (range, with) in self.edits {
            edited.push_str(text.get(taken..range.start).unwrap_or_default());
            edited.push_str(&with);
            taken = taken.max(range.end);
        }
        edited.push_str(text.get(taken..).unwrap_or_default());
        edited
    }
}

/// A text by its lines and statements.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// How its lines end.
    pub(super) end: &'static str,
    statements: Vec<Statement>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let first = text.find('\n').map_or("", |end| &text[..end]);
        Self {
            text,
            end: if first.ends_with('\r') { "\r\n" } else { "\n" },
            statements: statements(text),
        }
    }

    /// The headers, and the keys with their values, in order.
    pub(super) fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// The statement in which something stands.
    pub(super) fn statement(&self, position: usize) -> Option<Range<usize>> {
        let after = self
            .statements
            .partition_point(|statement| statement.range.start <= position);
        Some(self.statements.get(after.checked_sub(1)?)?.range.clone())
    }

    /// Whether a statement is the header of a table.
    pub(super) fn is_header(&self, statement: &Range<usize>) -> bool {
        self.text[statement.clone()].trim_start().starts_with('[')
    }

    /// Where the line begins in which something stands.
    pub(super) fn start(&self, position: usize) -> usize {
        self.text[..position].rfind('\n').map_or(0, |end| end + 1)
    }

    /// Where the line after the one begins in which something stands.
    pub(super) fn after(&self, position: usize) -> usize {
        let end = self.text[position..].find('\n');
        end.map_or(self.text.len(), |end| position + end + 1)
    }

    /// A line to be put in where another one begins, or behind the last one.
    pub(super) fn line(&self, position: usize, content: &str) -> String {
        if self.text[..position].is_empty() || self.text[..position].ends_with('\n') {
            format!("{content}{}", self.end)
        } else {
            format!("{}{content}{}", self.end, self.end)
        }
    }

    /// The white space at the beginning of the line in which something stands.
    pub(super) fn indent(&self, position: usize) -> &'a str {
        let line = &self.text[self.start(position)..];
        let blank = line
            .bytes()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        &line[..blank]
    }
}

/// Where the next thing stands that is neither white space nor a comment.
pub(super) fn after_trivia(text: &str, mut position: usize) -> usize {
    loop {
        let rest = &text[position..];
        let blank = rest.len() - rest.trim_start().len();
        position += blank;
        if !text[position..].starts_with('#') {
            return position;
        }
        position += text[position..].find('\n').unwrap_or(text.len() - position);
    }
}

/// A comment of one or more lines, each with its end.
pub(super) fn comment(indent: &str, says: &str, end: &str) -> String {
    let lines = says
        .lines()
        .map(|line| format!("{indent}# {}{end}", harmless(line)));
    lines.collect()
}

/// A text as a value: read as it stands, with nothing in it taken for a placeholder.
pub(super) fn text(text: &str) -> String {
    literal(&text.replace('{', "{{").replace('}', "}}"))
}

/// A value that is no text with placeholders.
pub(super) fn literal(value: &str) -> String {
    harmless(value).as_ref().to_toml_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_leave_the_rest_and_what_is_put_in_comes_before_what_is_taken_out() {
        let mut edits = Edits::default();
        edits.replace(4..8, String::new());
        edits.insert(4, "lima ".to_owned());
        edits.replace(0..3, "SATU".to_owned());
        assert_eq!(edits.apply("sat dua tiga"), "SATU lima tiga");
        assert_eq!(Edits::default().apply("satu"), "satu");
    }

    #[test]
    fn a_text_is_read_as_it_stands() {
        for name in [
            "Drs. \"Ali\" O'Neil, M.Si.",
            "{mc.name} }} {{",
            "a\\b",
            "garis\nbaru\u{1b}",
        ] {
            let value = text(name);
            let document = format!("a = {value}");
            let read = toml::de::DeTable::parse(&document).unwrap();
            let read = read
                .get_ref()
                .get("a")
                .unwrap()
                .get_ref()
                .as_str()
                .unwrap()
                .to_owned();
            let meant = read.replace("{{", "{").replace("}}", "}");
            assert_eq!(meant, harmless(name), "{value}");
        }
    }

    #[test]
    fn a_line_is_put_in_with_the_ends_of_the_others() {
        let lines = Lines::of("a = 1\r\nb = 2");
        assert_eq!(lines.line(7, "x"), "x\r\n");
        assert_eq!(lines.line(12, "x"), "\r\nx\r\n");
        assert_eq!((lines.after(1), lines.after(8)), (7, 12));
    }
}
