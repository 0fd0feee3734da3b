//! Where each statement of a TOML file begins and ends, found without understanding it.
//!
//! A bracket or a triple quote that is never closed makes a TOML parser complain about all that follows. This scan
//! notices at the next header or key that the statement before it is unclosed, so that one slip is one problem. It
//! judges nothing else: what is between the bounds is the parser's business.

use std::ops::Range;

/// A header or a key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    /// Its bytes, up to the end of its last line.
    pub(crate) range: Range<usize>,
    /// The sign that opens something which is never closed.
    pub(super) unclosed: Option<Unclosed>,
}

/// A sign that opens something, and is never closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unclosed {
    /// Where it stands.
    pub(super) position: usize,
    /// The sign.
    pub(super) sign: &'static str,
}

/// The statements of a file, in order. Lines between them are blank or comments.
pub(crate) fn statements(text: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut position = 0;
    while position < text.len() {
        let rest = &text[position..];
        let line = line_of(rest);
        let content = line.trim_start();
        if content.is_empty() || content.starts_with('#') {
            position += line.len() + 1;
            continue;
        }
        let (length, unclosed) = if content.starts_with('[') {
            (line.len(), None)
        } else {
            Scan::new(rest).run()
        };
        let unclosed = unclosed.map(|unclosed| Unclosed {
            position: position + unclosed.position,
            ..unclosed
        });
        let end = (position + length).min(text.len());
        found.push(Statement {
            range: position..end,
            unclosed,
        });
        position = end + 1;
    }
    found
}

/// The statements that a look for a few keys needs: all but those that plainly give another key a value. Most of a script
/// is left out so, and parsing what remains takes a fraction of the time.
pub(super) fn without_keys_but(wanted: &[&str], text: &str) -> String {
    let mut kept = String::new();
    for statement in statements(text) {
        let statement = &text[statement.range];
        let key = statement.split_once('=').map(|(key, _)| key.trim());
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let is_another = key.is_some_and(|key| key.bytes().all(plain) && !wanted.contains(&key));
        if !is_another {
            kept.push_str(statement);
            kept.push('\n');
        }
    }
    kept
}

/// The text up to its first line feed.
fn line_of(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

/// A walk over one key and its value. All signs it looks for are ASCII, so it walks over bytes.
struct Scan<'a> {
    text: &'a str,
    bytes: &'a [u8],
    position: usize,
    open: Vec<(u8, usize)>,
    /// How many of the open ones are square, and how many curly: a stray bracket must not search them all.
    open_lists: usize,
    open_tables: usize,
    /// The last quote that its line does not close: where a bracket is open too, the quote is why.
    open_quote: Option<Unclosed>,
    /// The last byte that was neither white space nor within a comment.
    previous: u8,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            position: 0,
            open: Vec::new(),
            open_lists: 0,
            open_tables: 0,
            open_quote: None,
            previous: 0,
        }
    }

    /// The length of the statement, and what in it is never closed.
    fn run(mut self) -> (usize, Option<Unclosed>) {
        while let Some(&byte) = self.bytes.get(self.position) {
            match byte {
                b'\n' if self.open.is_empty() => return (self.position, None),
                b'\n' if self.next_line_begins_anew() => return (self.position, self.innermost()),
                b'#' => {
                    self.position += line_of(&self.text[self.position..]).len();
                    continue;
                }
                b'"' | b'\'' => {
                    if let Some(unclosed) = self.skip_string(byte) {
                        return (self.text.len(), Some(unclosed));
                    }
                    self.previous = byte;
                    continue;
                }
                b'[' | b'{' => {
                    self.open.push((byte, self.position));
                    *self.open_of(byte) += 1;
                }
                b']' | b'}' => {
                    let opening = if byte == b']' { b'[' } else { b'{' };
                    match self.open.last().copied() {
                        Some((last, _)) if last == opening => {
                            self.open.pop();
                            *self.open_of(opening) -= 1;
                        }
                        // `[ { … ]`: the brace is the one that is not closed, if there is a bracket to close.
                        Some(_) if *self.open_of(opening) > 0 => {
                            let rest_of_line = line_of(&self.text[self.position..]).len();
                            return (self.position + rest_of_line, self.innermost());
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                self.previous = byte;
            }
            self.position += 1;
        }
        (self.text.len(), self.innermost())
    }

    /// How many of a bracket are open.
    fn open_of(&mut self, bracket: u8) -> &mut usize {
        if bracket == b'[' {
            &mut self.open_lists
        } else {
            &mut self.open_tables
        }
    }

    fn innermost(&self) -> Option<Unclosed> {
        let &(byte, position) = self.open.last()?;
        let bracket = Unclosed {
            position,
            sign: if byte == b'[' { "[" } else { "{" },
        };
        Some(self.open_quote.unwrap_or(bracket))
    }

    /// Moves past a string. One line strings end with their line at the latest: the parser tells of those.
    fn skip_string(&mut self, quote: u8) -> Option<Unclosed> {
        let start = self.position;
        let sign = if quote == b'"' { "\"\"\"" } else { "'''" };
        let multi_line = self.text[start..].starts_with(sign);
        self.position += if multi_line { 3 } else { 1 };
        while let Some(&byte) = self.bytes.get(self.position) {
            match byte {
                b'\\' if quote == b'"' && self.bytes.get(self.position + 1) != Some(&b'\n') => {
                    self.position += 2;
                }
                b'\n' if !multi_line => break,
                _ if byte == quote && !multi_line => {
                    self.position += 1;
                    return None;
                }
                _ if byte == quote && self.text[self.position..].starts_with(sign) => {
                    self.position += 3;
                    // A string may end in one or two quotes of its own.
                    while self.bytes.get(self.position) == Some(&quote) {
                        self.position += 1;
                    }
                    return None;
                }
                _ => self.position += 1,
            }
        }
        if multi_line {
            self.position = self.text.len();
            return Some(Unclosed {
                position: start,
                sign,
            });
        }
        self.open_quote = Some(Unclosed {
            position: start,
            sign: &sign[..1],
        });
        None
    }

    /// Whether the line after this line feed can only be the beginning of another statement.
    fn next_line_begins_anew(&self) -> bool {
        let line = line_of(&self.text[self.position + 1..]).trim();
        if is_header(line) {
            return true;
        }
        let within_list = self.open.last().is_some_and(|&(byte, _)| byte == b'[');
        let separated = matches!(self.previous, b',' | b'{');
        begins_with_key(line) && (within_list || !separated)
    }
}

/// Whether a line is a table's header: `[people]`, `[[step]]`. A list of numbers is not.
fn is_header(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim_end();
    let inner = line
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"))
        .or_else(|| line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')));
    inner.is_some_and(|name| {
        is_bare_key(name.trim()) && name.contains(|character: char| character.is_ascii_alphabetic())
    })
}

/// Whether a line begins with a bare key and an equals sign.
fn begins_with_key(line: &str) -> bool {
    line.split_once('=')
        .is_some_and(|(key, _)| is_bare_key(key.trim()))
}

fn is_bare_key(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The statements of a text as their own words, an unclosed one with its sign.
    fn of(text: &str) -> Vec<(&str, Option<&'static str>)> {
        statements(text)
            .into_iter()
            .map(|statement| {
                (
                    &text[statement.range],
                    statement.unclosed.map(|unclosed| unclosed.sign),
                )
            })
            .collect()
    }

    #[test]
    fn headers_and_keys_are_statements_and_comments_are_not() {
        assert_eq!(
            of("# satu\na = 1 # dua\n\n[people]\nb = { c = 2 }\n"),
            [("a = 1 # dua", None), ("[people]", None), ("b = { c = 2 }", None)]
        );
    }

    #[test]
    fn all_but_the_plain_keys_that_nobody_looks_for_is_kept() {
        let text =
            "title = \"a\"\nnotes = [\n1,\n]\n[[step]]\ntext = \"b\"\n\"kind\" = 1\nstep.text = 2\nby\n";
        assert_eq!(
            without_keys_but(&["text"], text),
            "[[step]]\ntext = \"b\"\n\"kind\" = 1\nstep.text = 2\nby\n"
        );
    }

    #[test]
    fn a_list_over_many_lines_is_one_statement() {
        let text = "a = [\n  \"]\", # ]\n  { b = 1 },\n]\nc = 2";
        assert_eq!(
            of(text),
            [("a = [\n  \"]\", # ]\n  { b = 1 },\n]", None), ("c = 2", None)]
        );
    }

    #[test]
    fn a_list_that_is_never_closed_ends_before_the_next_header_or_key() {
        assert_eq!(
            of("a = [\n\"b\",\n[[step]]\nc = 1"),
            [("a = [\n\"b\",", Some("[")), ("[[step]]", None), ("c = 1", None)]
        );
        assert_eq!(
            of("a = [\n\"b\"\nc = 1"),
            [("a = [\n\"b\"", Some("[")), ("c = 1", None)]
        );
    }

    #[test]
    fn a_table_in_braces_may_go_on_with_a_key_after_a_comma_only() {
        assert_eq!(of("a = {\nb = 1,\nc = 2 }").len(), 1);
        assert_eq!(
            of("a = { b = 1\nc = 2"),
            [("a = { b = 1", Some("{")), ("c = 2", None)]
        );
        assert_eq!(
            of("a = [ { b = 1, ]\nc = 2"),
            [("a = [ { b = 1, ]", Some("{")), ("c = 2", None)]
        );
    }

    #[test]
    fn triple_quotes_go_over_lines_and_may_be_left_open() {
        assert_eq!(of("a = \"\"\"\nb = 1\n\"\"\"\nc = 2").len(), 2);
        assert_eq!(of("a = '''\nb = 1\n"), [("a = '''\nb = 1\n", Some("'''"))]);
        assert_eq!(
            of("a = \"b\nc = 1"),
            [("a = \"b", None), ("c = 1", None)],
            "one quote ends with its line"
        );
    }
}
