//! A problem as it is printed: file, line and column, the line itself, a mark under the word, and what to do.
//!
//! The renderer gets one line of the file and never more: cut to a length that fits, and without any character that
//! could steer a terminal.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Problem, Severity};
use crate::lang::Lang;
use crate::script::characters::harmless;

/// The most characters of a line that are shown.
const LONGEST_LINE: usize = 100;

/// How many characters are kept before the marked word when a line is cut.
const KEPT_BEFORE: usize = 30;

/// What stands where a line was cut.
const CUT: char = '…';

/// Whether colours may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Plain text, for files and pipes.
    Plain,
    /// With colours, for a terminal.
    Coloured,
}

/// The problem as it is printed, without a line end.
pub fn render(problem: &Problem, lang: Lang, style: Style) -> String {
    let words = &lang.words().problems;
    let explained = problem.explained(lang);
    let level = match problem.severity {
        Severity::Error => Level::ERROR.with_name(words.error),
        Severity::Warning => Level::WARNING.with_name(words.warning),
    };
    let file = harmless(&problem.file).into_owned();
    let (line, marked) = shown_line(problem);
    let mut group = Group::with_title(level.primary_title(&explained.title));
    if problem.has_line() {
        let mark = AnnotationKind::Primary.span(marked);
        let label = Some(explained.label.as_str()).filter(|label| !label.is_empty());
        let snippet = Snippet::source(line.as_str())
            .line_start(problem.line)
            .annotation(mark.label(label));
        // The renderer counts the column in the line it is given, which is wrong where its beginning was cut off.
        group = if line.starts_with(CUT) {
            let origin = Origin::path(file.as_str())
                .line(problem.line)
                .char_column(problem.column());
            group.element(origin).element(snippet)
        } else {
            group.element(snippet.path(file.as_str()))
        };
    } else {
        group = group.element(Origin::path(file.as_str()));
    }
    if !explained.help.is_empty() {
        group = group.element(Level::HELP.with_name(words.help).message(&explained.help));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    // Wide enough that the renderer never cuts a line itself: that was done already, around the mark.
    renderer
        .decor_style(DecorStyle::Unicode)
        .term_width(LONGEST_LINE * 4)
        .render(&[group])
}

/// The line of a problem, cut around the marked word where it is long.
pub(super) fn shown_line(problem: &Problem) -> (String, Range<usize>) {
    let text = &problem.text;
    let start = text[..problem.span.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let end = text[start..]
        .find('\n')
        .map_or(text.len(), |newline| start + newline);
    let line = text[start..end].strip_suffix('\r').unwrap_or(&text[start..end]);
    let mark_start = problem.span.start - start;
    let mark_end = problem.span.end.saturating_sub(start);

    let before_mark = line.get(..mark_start).unwrap_or(line).chars().count();
    let is_long = line.chars().count() > LONGEST_LINE;
    let skipped = if is_long && before_mark > LONGEST_LINE / 2 {
        before_mark - KEPT_BEFORE
    } else {
        0
    };

    let mut text = String::new();
    let (mut mark_from, mut mark_to) = (None, 0);
    if skipped > 0 {
        text.push(CUT);
    }
    for (position, character) in line.char_indices().skip(skipped).take(LONGEST_LINE) {
        if position >= mark_start && mark_from.is_none() {
            mark_from = Some(text.len());
        }
        text.push_str(&harmless(character.encode_utf8(&mut [0; 4])));
        if position < mark_end {
            mark_to = text.len();
        }
    }
    // A mark that begins past the last character stands at the end of the line.
    let mark_from = mark_from.unwrap_or(text.len());
    if is_long && line.chars().count() > skipped + LONGEST_LINE {
        text.push(CUT);
    }
    (text, mark_from..mark_to.max(mark_from))
}
