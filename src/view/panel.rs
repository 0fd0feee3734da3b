//! The panel below the verse: what was left out, what comes next, what to prepare, notes and witnesses.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{below, cut, inset, put, put_rule, width, wrapped};
use super::{lines, theme};
use crate::programme::Step;
use crate::show::Show;

/// The fewest rows of a panel: its rule and what comes next.
pub(super) const LEAST: u16 = 2;

/// From so many rows below the rule on there is room for texts of two rows.
pub(super) const LONG: u16 = 7;

/// The panel below the verse: what was left out, what comes next, what to prepare, notes, witnesses.
pub(super) fn draw(show: &Show, step: &Step, area: Rect, buffer: &mut Buffer) {
    let theme = theme::of(show.look());
    let inner = inset(area, 1);
    put_rule(0, theme.rule, inner, buffer);
    let rows = below(inner, 1);
    let label_width = label_width(show);
    let text_width = inner
        .width
        .saturating_sub(u16::try_from(label_width).unwrap_or(0) + 3);
    // A list may take a second row where there are rows to spare; wrapping then costs it some room.
    let list_room = match rows.height {
        ..LONG => usize::from(text_width),
        LONG.. => usize::from(text_width) * 2 - usize::from(text_width) / 3,
    };
    let entries = entries(show, step, list_room);
    let wanted: Vec<usize> = entries
        .iter()
        .map(|(_, text, _)| wrapped(text, text_width).len())
        .collect();
    let allotted = allotted(&wanted, usize::from(rows.height));
    let mut at = 0;
    for ((label, text, style), most) in entries.into_iter().zip(allotted) {
        for (index, line) in shortened(&text, wrapped(&text, text_width), most)
            .into_iter()
            .enumerate()
        {
            let label = if index == 0 { label } else { "" };
            let pad = " ".repeat(label_width.saturating_sub(width(label)));
            let label_style = if style == theme.warning { style } else { theme.dim };
            let line = Line::from(vec![
                Span::styled(format!(" {label}{pad}  "), label_style),
                Span::styled(line, style),
            ]);
            put(&cut(line, usize::from(rows.width)), at, rows, buffer);
            at += 1;
        }
    }
}

/// How many rows each text gets of those that there are: one, and then the texts that need the fewest to be whole what
/// they need. A note that is whole is worth more than a longer beginning of what comes next.
fn allotted(wanted: &[usize], rows: usize) -> Vec<usize> {
    let mut spare = rows.saturating_sub(wanted.len());
    let mut shortest_first: Vec<(usize, usize)> = wanted.iter().copied().enumerate().collect();
    shortest_first.sort_by_key(|(_, wanted)| *wanted);
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

/// At most so many lines of a wrapped text; the last takes all the rest, and is cut where it is drawn.
fn shortened(text: &str, mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most - 1);
        let rest = rest(text, &lines);
        lines.push(rest);
    }
    lines
}

/// What remains of a text after its first lines, in one line; cut where it is drawn.
fn rest(text: &str, lines: &[String]) -> String {
    let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
    text.split_whitespace().skip(words).collect::<Vec<_>>().join(" ")
}

fn label_width(show: &Show) -> usize {
    let words = &show.words().screens;
    [
        words.left_out,
        words.next,
        words.prepare,
        words.notes,
        words.witnesses,
    ]
    .into_iter()
    .map(width)
    .max()
    .unwrap_or(0)
}

/// The rows of the panel, the most urgent first; a list has so much room.
fn entries(show: &Show, step: &Step, room: usize) -> Vec<(&'static str, String, Style)> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let mut rows = Vec::new();
    let left_out = show.reading().left_out();
    if !left_out.is_empty() {
        let omitted = lines::omitted(show, left_out.iter().rev());
        rows.push((words.left_out, omitted.within(room), theme.warning));
    }
    let next = show.next_cue();
    let leaves_step = next.is_none_or(|(next_step, _)| next_step.id != step.id);
    let next = match next {
        None => words.end_of_programme.to_owned(),
        Some((next_step, _)) if leaves_step => next_step.title.clone(),
        Some((next_step, next)) => lines::beginning(show, next_step, next),
    };
    rows.push((words.next, next, theme.plain));
    if let Some(prepare) = prepare(show, step, leaves_step) {
        rows.push((words.prepare, prepare, theme.plain));
    }
    if let Some(notes) = &step.notes {
        rows.push((words.notes, notes.clone(), theme.plain));
    }
    if !step.witnesses.is_empty() {
        let names = step
            .witnesses
            .iter()
            .filter_map(|one| lines::short_name(show, Some(*one)));
        rows.push((words.witnesses, names.collect::<Vec<_>>().join(", "), theme.plain));
    }
    rows
}

/// What the next step needs: who comes, and a posture that changes, which must be announced a step ahead. Its title
/// only where "next" does not tell it already.
fn prepare(show: &Show, step: &Step, is_next: bool) -> Option<String> {
    let words = &show.words().screens;
    let next = show.next_step_in_order()?;
    let title = (!is_next).then(|| next.title.clone());
    let by = (next.by != step.by && next.by.is_some()).then(|| lines::role_and_name(show, next.by));
    let posture = next.posture.filter(|posture| Some(*posture) != step.posture);
    let posture = posture.map(|posture| (words.posture)(posture).to_owned());
    let parts: Vec<String> = [title, by, posture].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spare_rows_make_whole_what_needs_the_fewest() {
        assert_eq!(allotted(&[1, 1], 4), [1, 1]);
        assert_eq!(allotted(&[2, 2, 2], 4), [2, 1, 1], "of equals the first");
        assert_eq!(
            allotted(&[3, 1, 2], 4),
            [1, 1, 2],
            "the note before what comes next"
        );
        assert_eq!(
            allotted(&[3, 1, 2], 5),
            [2, 1, 2],
            "then as much of the other as there is"
        );
        assert_eq!(allotted(&[1, 1, 1], 1), [1, 1, 1], "what has no row is not drawn");
    }

    #[test]
    fn what_has_no_room_stands_in_the_last_line_to_be_cut_there() {
        let text = "Tunggu hingga peserta selesai menirukan";
        let lines = || wrapped(text, 16);
        assert_eq!(lines().len(), 3);
        assert_eq!(shortened(text, lines(), 3), lines());
        assert_eq!(
            shortened(text, lines(), 2).concat().replace(' ', ""),
            text.replace(' ', "")
        );
    }
}
