//! The panel below the verse: what was left out, what comes next, what to prepare, notes and witnesses.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{
    allotted, at_most, below, inset, put, put_rule, width, without_joins, wrapped, wrapped_at_most,
};
use super::{lines, theme};
use crate::programme::Step;
use crate::show::Show;

/// The fewest rows of a panel: its rule and what comes next.
pub(super) const LEAST: u16 = 2;

/// From so many rows below the rule on there is room for texts of two rows.
pub(super) const LONG: u16 = 7;

/// What was left out takes so many rows at most.
const MOST_OF_LEFT_OUT: usize = 4;

/// A text of more rows gives some of them up where the verse needs them.
pub(super) const ENOUGH: usize = 2;

/// The panel below the verse, ready to be drawn at a width.
pub(super) struct Panel {
    label_width: usize,
    entries: Vec<Entry>,
}

/// What the panel tells in one or more rows.
struct Entry {
    label: &'static str,
    text: String,
    style: Style,
    /// The text, wrapped.
    lines: Vec<String>,
}

impl Panel {
    /// The panel of a step at so many columns.
    pub(super) fn of(show: &Show, step: &Step, columns: u16) -> Self {
        let label_width = label_width(show);
        let columns = text_columns(columns, label_width);
        let left_out = left_out(show, columns, MOST_OF_LEFT_OUT).map(|lines| Entry {
            label: show.words().screens.left_out,
            text: String::new(),
            style: theme::of(show.look()).warning,
            lines,
        });
        let others = entries(show, step).into_iter().map(|(label, text, style)| Entry {
            label,
            style,
            lines: wrapped(&text, columns),
            text,
        });
        Self {
            label_width,
            entries: left_out.into_iter().chain(others).collect(),
        }
    }

    /// How many rows it takes, with its rule, to tell everything whole, but nothing in more rows than so many.
    pub(super) fn wanted_rows(&self, most: usize) -> u16 {
        let rows: usize = self.entries.iter().map(|entry| entry.lines.len().min(most)).sum();
        u16::try_from(rows + 1).unwrap_or(u16::MAX)
    }

    /// Draws it into an area, its rule in the first row.
    pub(super) fn draw(self, show: &Show, area: Rect, buffer: &mut Buffer) {
        let theme = theme::of(show.look());
        let inner = inset(area, 1);
        put_rule(0, theme.rule, inner, buffer);
        let rows = below(inner, 1);
        let columns = text_columns(inner.width, self.label_width);
        let wanted: Vec<usize> = self.entries.iter().map(|entry| entry.lines.len()).collect();
        let mut at = 0;
        // A note that is whole is worth more than the rest of what comes next, which will be read from the verse.
        let words = &show.words().screens;
        let next = self.entries.iter().position(|entry| entry.label == words.next);
        let rows_of_each = allotted(&wanted, next, usize::from(rows.height));
        for (entry, most) in self.entries.into_iter().zip(rows_of_each) {
            let lines = if entry.label == words.left_out && entry.lines.len() > most {
                left_out(show, columns, most).unwrap_or_default()
            } else {
                at_most(entry.lines, &entry.text, columns, most)
            };
            for (index, line) in lines.into_iter().enumerate() {
                let label = if index == 0 { entry.label } else { "" };
                let pad = " ".repeat(self.label_width.saturating_sub(width(label)));
                let label_style = if entry.style == theme.warning {
                    entry.style
                } else {
                    theme.dim
                };
                let line = Line::from(vec![
                    Span::styled(format!("{label}{pad}  "), label_style),
                    Span::styled(line, entry.style),
                ]);
                put(&line, at, rows, buffer);
                at += 1;
            }
        }
    }
}

/// The columns that are left for the texts beside their labels.
fn text_columns(columns: u16, label_width: usize) -> u16 {
    columns.saturating_sub(u16::try_from(label_width).unwrap_or(0) + 2)
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

/// What was left out, in so many rows at most; nothing where nothing was. What has no room is counted.
fn left_out(show: &Show, columns: u16, most: usize) -> Option<Vec<String>> {
    let left_out = show.reading().left_out();
    if left_out.is_empty() {
        return None;
    }
    let omitted = lines::omitted(show, left_out.iter().rev());
    let row = usize::from(columns);
    // Breaking it into rows costs some room, which depends on the words.
    let mut less_and_less = (0..most).map(|less| {
        let text = omitted.joined_within((row * most).saturating_sub(less * row / 2));
        wrapped(&text, columns)
    });
    let lines = less_and_less.find(|lines| lines.len() <= most);
    let lines = lines.unwrap_or_else(|| wrapped_at_most(&omitted.within(row), columns, most));
    Some(lines.iter().map(|line| without_joins(line)).collect())
}

/// The other rows of the panel, the most urgent first.
fn entries(show: &Show, step: &Step) -> Vec<(&'static str, String, Style)> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let mut rows = Vec::new();
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
