//! Fitting words into cells: widths as a terminal counts them, wrapping by words, cutting with an ellipsis.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use textwrap::{Options, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Whether every character of a text is a sign of its own that takes one cell, as nearly all are that the screens show:
/// then nothing needs to be looked up for it. Every frame asks this of every text.
fn is_plain(text: &str) -> bool {
    let is_one_cell =
        |sign| matches!(sign, ' '..='~' | '·' | '–' | '“' | '”' | '…' | '─'..='┿' | '╸' | '▌' | '●' | '○');
    text.chars().all(is_one_cell)
}

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    if is_plain(text) {
        text.chars().count()
    } else {
        text.width()
    }
}

/// Wraps a text into lines of at most `width` cells, never inside a word that fits.
pub(super) fn wrapped(text: &str, width: u16) -> Vec<String> {
    let fits = self::width(text) <= usize::from(width.max(1));
    if fits && !text.contains('\n') && !text.ends_with(' ') {
        return vec![text.to_owned()];
    }
    let options = Options::new(usize::from(width.max(1))).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// A text after its head, wrapped to `columns`: the lines that follow hang below its beginning.
pub(super) fn hanging(
    head: Vec<Span<'static>>,
    text: &str,
    style: Style,
    columns: u16,
) -> Vec<Line<'static>> {
    let indent: usize = head.iter().map(Span::width).sum();
    let room = columns.saturating_sub(u16::try_from(indent).unwrap_or(u16::MAX));
    let mut head = Some(head);
    wrapped(text, room)
        .into_iter()
        .map(|text| {
            let mut spans = head.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
            spans.push(Span::styled(text, style));
            Line::from(spans)
        })
        .collect()
}

/// So many cells may be lost for a cut between two words rather than within one.
const MOST_LOST: usize = 10;

/// A text that takes at most `width` cells, with an ellipsis where it had to be cut: between two words where that loses
/// little.
pub fn fitted(text: &str, width: usize) -> String {
    if self::width(text) <= width {
        return text.to_owned();
    }
    let mut taken = String::new();
    let mut cells = 0;
    for grapheme in text.graphemes(true) {
        cells += self::width(grapheme);
        if cells >= width {
            break;
        }
        taken.push_str(grapheme);
    }
    if width == 0 {
        return String::new();
    }
    let mut shown = taken.as_str();
    let within_word = text.get(taken.len()..).is_some_and(|rest| !rest.starts_with(' '));
    if let Some((words, begun)) = shown.rsplit_once(' ').filter(|_| within_word)
        && self::width(begun) < MOST_LOST
        && self::width(words) > self::width(begun)
    {
        shown = words;
    }
    // No sign that joins is left hanging before the ellipsis.
    let joins = |sign: char| sign.is_whitespace() || "·,;:(–".contains(sign);
    match shown.trim_end_matches(joins) {
        "" => format!("{}…", taken.trim_end()),
        shown => format!("{shown}…"),
    }
}

/// A text whose words were kept in one line by spaces that join them, with usual spaces.
pub(super) fn without_joins(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// Wraps a text into at most so many lines; the last ends in an ellipsis where there would be more.
pub(super) fn wrapped_at_most(text: &str, width: u16, most: usize) -> Vec<String> {
    at_most(wrapped(text, width), text, width, most)
}

/// The same, of a text that is wrapped already.
pub(super) fn at_most(mut lines: Vec<String>, text: &str, width: u16, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.pop() {
            let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
            let rest = text.split_whitespace().skip(words).collect::<Vec<_>>().join(" ");
            // A word that is longer than a line is broken: then the words cannot be counted.
            let rest = if rest.starts_with(last.trim_end()) {
                rest
            } else {
                format!("{last} …")
            };
            lines.push(fitted(&rest, usize::from(width)));
        }
    }
    lines
}

/// How many rows each of several texts gets of those that there are: one, and then the texts that need the fewest to be
/// whole what they need; of equals the first, and the one that yields after all of them.
pub(super) fn allotted(wanted: &[usize], yielding: Option<usize>, rows: usize) -> Vec<usize> {
    let mut spare = rows.saturating_sub(wanted.len());
    let mut shortest_first: Vec<(usize, usize)> = wanted.iter().copied().enumerate().collect();
    shortest_first.sort_by_key(|(place, wanted)| (*wanted, Some(*place) == yielding));
    let mut allotted = vec![1; wanted.len()];
    for (place, wanted) in shortest_first {
        let more = wanted.saturating_sub(1).min(spare);
        spare -= more;
        if let Some(rows) = allotted.get_mut(place) {
            *rows += more;
        }
    }
    allotted
}

/// Draws a line at a row of an area, cut at the area's edge. Rows outside the area are not drawn.
pub(super) fn put(line: &Line<'_>, row: u16, area: Rect, buffer: &mut Buffer) {
    if row >= area.height {
        return;
    }
    let (mut column, row) = (area.x, area.y + row);
    for span in &line.spans {
        let (text, style) = (span.content.as_ref(), line.style.patch(span.style));
        let room = area.right().saturating_sub(column);
        column = if is_plain(text) {
            put_plain(text, style, Rect::new(column, row, room, 1), buffer)
        } else {
            buffer.set_stringn(column, row, text, usize::from(room), style).0
        };
    }
}

/// Draws a plain text at the left of a row, cut at its end; gives the column after it.
fn put_plain(text: &str, style: Style, area: Rect, buffer: &mut Buffer) -> u16 {
    let mut column = area.x;
    for (at, sign) in (area.x..area.right()).zip(text.chars()) {
        if let Some(cell) = buffer.cell_mut((at, area.y)) {
            cell.set_char(sign).set_style(style);
        }
        column = at + 1;
    }
    column
}

/// Draws a line that ends at the right edge of an area.
pub(super) fn put_right(line: &Line<'_>, row: u16, area: Rect, buffer: &mut Buffer) {
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    put(line, row, right_end(area, width), buffer);
}

/// Draws a line in the middle of an area.
pub(super) fn put_centred(line: &Line<'_>, row: u16, area: Rect, buffer: &mut Buffer) {
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX).min(area.width);
    put(line, row, middle(area, width), buffer);
}

/// Draws what must be on the left and what may be on the right of one row: the left is cut before the right is.
pub(super) fn put_both(left: Line<'_>, right: &Line<'_>, row: u16, area: Rect, buffer: &mut Buffer) {
    // Nothing needs no air.
    let taken = match right.width() {
        0 => 0,
        cells => cells + 2,
    };
    let room = usize::from(area.width).saturating_sub(taken);
    put(&cut(left, room), row, area, buffer);
    put_right(right, row, area, buffer);
}

/// A line of at most `width` cells, with an ellipsis where it had to be cut.
pub(super) fn cut(line: Line<'_>, width: usize) -> Line<'_> {
    if line.width() <= width {
        return line;
    }
    let style = line.style;
    let mut spans: Vec<Span<'_>> = Vec::new();
    let mut room = width;
    for span in line.spans {
        let span_width = span.width();
        if span_width < room {
            room -= span_width;
            spans.push(span);
        } else {
            spans.push(Span::styled(
                fitted(&format!("{}  ", span.content), room),
                span.style,
            ));
            break;
        }
    }
    Line::from(spans).style(style)
}

/// A part of a width or a height, rounded down: `part` of `of`. No product of the screen's own type can overflow.
pub(super) fn share(of_what: u16, part: u32, of: u32) -> u16 {
    u16::try_from(u32::from(of_what) * part / of).unwrap_or(of_what)
}

/// A rule across an area.
pub(super) fn put_rule(row: u16, style: Style, area: Rect, buffer: &mut Buffer) {
    // Cell by cell: as a text its width would be worked out sign by sign, a fifth of the whole frame.
    for place in above(below(area, row), 1).positions() {
        if let Some(cell) = buffer.cell_mut(place) {
            cell.set_symbol("─").set_style(style);
        }
    }
}

/// The part of an area from a row down.
pub(super) fn below(area: Rect, row: u16) -> Rect {
    let row = row.min(area.height);
    Rect {
        y: area.y + row,
        height: area.height - row,
        ..area
    }
}

/// The part of an area above a row.
pub(super) fn above(area: Rect, row: u16) -> Rect {
    Rect {
        height: row.min(area.height),
        ..area
    }
}

/// The middle of an area, of at most so many columns.
pub(super) fn middle(area: Rect, most: u16) -> Rect {
    let width = area.width.min(most);
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

/// The last so many columns of an area.
pub(super) fn right_end(area: Rect, columns: u16) -> Rect {
    let width = columns.min(area.width);
    Rect {
        x: area.x + area.width - width,
        width,
        ..area
    }
}

/// An area less its margins on both sides, at least one cell wide where it was.
pub(super) fn inset(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width.saturating_sub(1) / 2);
    Rect {
        x: area.x + columns,
        width: area.width - 2 * columns,
        ..area
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts as they come: plain ones, signs of two cells, marks that join the sign before, what steers a terminal.
    const TEXTS: &str = "([ -~·–“”…─━│┈╎┿╸▌●○]{0,30}|[ -~·–“…━▌●▶一é\\u{301}\\u{7}\\n]{0,30})";

    proptest! {
        #[test]
        fn a_line_is_drawn_as_ratatui_draws_it(first in TEXTS, second in TEXTS, columns in 0_u16..40) {
            let line = Line::from(vec![Span::raw(first), Span::styled(second, Style::new().bold())]);
            let area = Rect::new(0, 0, 40, 1);
            let (mut ours, mut theirs) = (Buffer::empty(area), Buffer::empty(area));
            put(&line, 0, Rect { width: columns, ..area }, &mut ours);
            theirs.set_line(0, 0, &line, columns);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn a_text_is_wrapped_as_textwrap_wraps_it(text in TEXTS, columns in 1_u16..40) {
            let options = Options::new(usize::from(columns)).word_splitter(WordSplitter::NoHyphenation);
            prop_assert_eq!(wrapped(&text, columns), textwrap::wrap(&text, options));
        }

        #[test]
        fn a_text_is_as_wide_as_a_terminal_counts_it(text in TEXTS) {
            prop_assert_eq!(width(&text), text.width());
        }
    }

    #[test]
    fn a_text_that_fits_is_whole_and_a_longer_one_ends_in_an_ellipsis() {
        assert_eq!(fitted("butir 3", 7), "butir 3");
        assert_eq!(fitted("butir 3 dari 4", 8), "butir 3…");
        assert_eq!(fitted("butir 3 dari 4", 9), "butir 3…");
        assert_eq!(fitted("butir", 0), "");
    }

    #[test]
    fn a_text_is_cut_between_words_where_that_loses_little() {
        assert_eq!(fitted("Sekretariat Daerah (SETDA)", 17), "Sekretariat…");
        assert_eq!(fitted("Sekretariat Daerah (SETDA)", 10), "Sekretari…", "one word");
        assert_eq!(
            fitted("Menolak ketidakberpihakan", 20),
            "Menolak ketidakberp…",
            "too much would be lost"
        );
        assert_eq!(fitted("Ikrar · Pemerintah", 12), "Ikrar…", "without the point");
        assert_eq!(fitted("! Terlewat", 7), "! Terl…", "too little would be left");
    }

    #[test]
    fn a_text_of_too_many_lines_ends_in_an_ellipsis() {
        let text = "Tunggu hingga peserta selesai menirukan";
        assert_eq!(wrapped_at_most(text, 16, 3), wrapped(text, 16));
        assert_eq!(
            wrapped_at_most(text, 16, 2),
            ["Tunggu hingga", "peserta selesai…"]
        );
        assert_eq!(wrapped_at_most(text, 16, 1), ["Tunggu hingga…"]);
        assert_eq!(
            wrapped_at_most("ketidakberpihakan itu", 9, 2),
            ["ketidakbe", "rpihakan…"]
        );
    }

    #[test]
    fn spare_rows_make_whole_what_needs_the_fewest() {
        assert_eq!(allotted(&[1, 1], None, 4), [1, 1]);
        assert_eq!(allotted(&[2, 2, 2], None, 4), [2, 1, 1], "of equals the first");
        assert_eq!(allotted(&[2, 1, 2], Some(0), 4), [1, 1, 2], "unless it yields");
        assert_eq!(allotted(&[2, 1, 3], Some(0), 4), [2, 1, 1], "but only to equals");
        assert_eq!(allotted(&[3, 1, 2], None, 4), [1, 1, 2], "the shorter one first");
        assert_eq!(
            allotted(&[3, 1, 2], None, 5),
            [2, 1, 2],
            "then as much of the other as there is"
        );
        assert_eq!(
            allotted(&[1, 1, 1], None, 1),
            [1, 1, 1],
            "what has no row is not drawn"
        );
    }

    #[test]
    fn a_wide_character_counts_two_cells() {
        assert_eq!(width("漢字"), 4);
        assert_eq!(fitted("漢字漢字", 5), "漢字…");
    }

    #[test]
    fn words_are_never_broken_at_a_hyphen() {
        assert_eq!(
            wrapped("tidak melakukan praktik-praktik", 20),
            ["tidak melakukan", "praktik-praktik"]
        );
    }

    #[test]
    fn a_cut_line_keeps_its_first_spans() {
        let line = Line::from(vec![Span::raw("Berikutnya "), Span::raw("butir 3")]);
        assert_eq!(cut(line.clone(), 18).to_string(), "Berikutnya butir 3");
        assert_eq!(cut(line, 15).to_string(), "Berikutnya but…");
    }
}
