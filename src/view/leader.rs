//! The leader's screen (layar kendali) while a ceremony runs: the phrase first, then whose turn it is, then what comes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{above, below, cut, inset, put, put_both, put_rule, width, wrapped};
use super::verse::{self, Air, Item, Standing};
use super::{bottom, lines, steps, theme};
use crate::programme::{Cue, Part, Step};
use crate::script::{Kind, Manner};
use crate::show::Show;

/// From this width on the steps stand beside the verse.
const WIDE: u16 = 100;

/// From this height on everything has its place; below it the panel is a single row.
const TALL: u16 = 20;

/// From this height on there is room for a longer panel and more air.
const ROOMY: u16 = 34;

/// The present phrase begins no lower than this row of the verse, so that on a high screen it stays near its label.
const LOWEST: u16 = 8;

/// Draws the screen.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) {
    let (Some(step), Some(cue)) = (show.step(), show.cue()) else {
        return;
    };
    let wide = area.width >= WIDE;
    head(show, step, wide, area, buffer);
    let panel_rows = match area.height {
        ROOMY.. => 8,
        TALL.. => 5,
        _ => 2,
    };
    let bottom_rows = if area.height >= TALL { bottom::ROWS } else { 2 };
    let middle_end = area.height.saturating_sub(panel_rows + bottom_rows);
    let middle_start = if area.height >= TALL { 4 } else { 2 };
    let middle = below(above(area, middle_end), middle_start);
    let column = if wide {
        beside(show, below(above(area, area.height - bottom_rows), 3), buffer)
    } else {
        area
    };
    let main = Rect {
        y: middle.y,
        height: middle.height,
        ..column
    };
    reading(show, step, cue, main, buffer);
    let panel = Rect {
        y: area.y + middle_end,
        height: panel_rows,
        ..column
    };
    put_panel(show, step, cue, panel, buffer);
    if area.height >= TALL {
        bottom::draw(show, &bottom::running_hints(show), area, buffer);
    } else {
        short_bottom(show, area, buffer);
    }
}

/// Title and clock; then the step and how we stand against the plan.
fn head(show: &Show, step: &Step, wide: bool, area: Rect, buffer: &mut Buffer) {
    let words = &show.words().screens;
    let Some(programme) = show.programme() else { return };
    let inner = inset(area, 1);
    let title = programme.agency.as_ref().map_or_else(
        || programme.title.clone(),
        |agency| format!("{} · {agency}", programme.title),
    );
    let clock = Line::styled(lines::clock_time(show, show.clock().now().wall), theme::STRONG);
    put_both(Line::styled(title, theme::DIM), &clock, 0, inner, buffer);
    let step_row = if area.height >= TALL {
        put_rule(1, theme::DIM, inner, buffer);
        2
    } else {
        1
    };
    let number = show.step_position().map_or(0, |position| position + 1);
    let count = programme.steps.len();
    let left = if wide {
        Line::from(Span::styled((words.step_of)(number, count), theme::DIM))
    } else {
        Line::from(vec![
            Span::styled(format!("{number}/{count}  "), theme::DIM),
            Span::styled(step.title.clone(), theme::STRONG),
        ])
    };
    put_both(left, &timing(show, step), step_row, inner, buffer);
}

/// Late or early, in words. During an ikrar only being late by more than a minute is worth the reader's eye.
fn timing(show: &Show, step: &Step) -> Line<'static> {
    let Some((text, strong)) = lines::lateness(show) else {
        return Line::default();
    };
    if step.kind == Kind::Ikrar && !strong {
        return Line::default();
    }
    Line::styled(text, if strong { theme::WARNING } else { theme::DIM })
}

/// The steps beside the verse; gives what is left for the verse.
fn beside(show: &Show, area: Rect, buffer: &mut Buffer) -> Rect {
    let columns = (area.width * 7 / 20).clamp(34, 60);
    let list = inset(
        Rect {
            width: columns,
            ..area
        },
        1,
    );
    steps::draw(show, below(list, 1), buffer);
    for row in 0..area.height {
        put(
            &Line::styled("│", theme::DIM),
            row,
            Rect {
                x: area.x + columns,
                width: 1,
                ..area
            },
            buffer,
        );
    }
    Rect {
        x: area.x + columns + 2,
        width: area.width - columns - 2,
        ..area
    }
}

/// Who speaks, where we are, and the verse.
fn reading(show: &Show, step: &Step, cue: &Cue, area: Rect, buffer: &mut Buffer) {
    let inner = inset(area, 1);
    let (label, phrase_style) = lines::who(show, step, cue);
    let whereabouts = lines::whereabouts(show, step, cue);
    let posture = step.posture.map_or("", show.words().screens.posture);
    let label = Line::from(label);
    let both = [whereabouts.as_str(), posture]
        .iter()
        .filter(|text| !text.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" · ");
    let room = usize::from(inner.width).saturating_sub(label.width() + 2);
    let right = if width(&both) <= room { both } else { whereabouts };
    let right = cut(Line::styled(right, theme::PLAIN), room);
    put_both(label, &right, 0, inner, buffer);
    let verse_area = below(inner, if area.height > 8 { 2 } else { 1 });
    let items = items(show, step, cue, phrase_style);
    let anchor = (verse_area.height * 2 / 5).min(LOWEST);
    verse::draw(&items, anchor, phrase_style, verse_area, buffer);
}

/// What the verse holds: phrases of the cue, or all the signatories.
fn items(show: &Show, step: &Step, cue: &Cue, phrase_style: Style) -> Vec<Item> {
    let mut items = Vec::new();
    let first_cue = step.cues.first().is_some_and(|first| first.id == cue.id);
    if let Some(announce) = step.announce.as_ref().filter(|_| first_cue) {
        let announcer = announcer(show);
        items.push(Item {
            air: Air::After,
            ..remark(format!("{announcer}: “{announce}”"), "○", Standing::Past)
        });
    }
    if cue.signatory.is_some() {
        items.extend(
            step.cues
                .iter()
                .filter(|one| one.signatory.is_some())
                .map(|one| signing_item(show, one, cue)),
        );
        return items;
    }
    items.extend(phrase_items(show, step, cue, phrase_style));
    if let Some(reply) = &cue.reply {
        let by = reply.by.map_or_else(
            || show.words().screens.participants.to_owned(),
            |by| {
                show.programme()
                    .and_then(|programme| programme.person(by))
                    .map_or_else(String::new, |one| one.role.clone())
            },
        );
        items.push(Item {
            air: Air::NoneBefore,
            ..remark(format!("{by}: “{}”", reply.text), "◀", Standing::ToCome)
        });
    }
    items
}

/// The name by which the MC is called: the script's, where one has such a part.
fn announcer(show: &Show) -> String {
    let fallback = show.words().screens.announcer;
    show.programme()
        .and_then(|programme| programme.people.iter().find(|person| person.key == "mc"))
        .map_or_else(|| fallback.to_owned(), |person| person.short.clone())
}

fn phrase_items(show: &Show, step: &Step, cue: &Cue, present_style: Style) -> Vec<Item> {
    let place = show.place().map_or(0, |place| place.phrase);
    let present = cue.stretch(show.stride(step, cue), place);
    let spoken = cue.manner == Manner::Say && matches!(cue.id.part, Part::Line(_));
    let last = cue.phrases.len().saturating_sub(1);
    cue.phrases
        .iter()
        .enumerate()
        .map(|(index, phrase)| {
            let (standing, style) = if present.contains(&index) {
                (Standing::Present, present_style)
            } else if index < present.start {
                (Standing::Past, theme::DIM)
            } else {
                (Standing::ToCome, theme::PLAIN)
            };
            let number = cue
                .shown_number
                .filter(|_| index == 0)
                .map_or_else(String::new, |number| format!("{number}. "));
            let open = if spoken && index == 0 { "“" } else { "" };
            let close = if spoken && index == last { "”" } else { "" };
            let text = format!("{number}{open}{}{close}", phrase.text);
            Item {
                text,
                sign: " ",
                style,
                standing,
                air: Air::Usual,
            }
        })
        .collect()
}

/// A signatory: called now, signed, absent, or still to come.
fn signing_item(show: &Show, one: &Cue, present: &Cue) -> Item {
    let words = &show.words().screens;
    let text = lines::signatory(words, one);
    if one.id == present.id {
        return Item {
            text,
            sign: "▶",
            style: theme::PHRASE,
            standing: Standing::Present,
            air: Air::Usual,
        };
    }
    let past = one.id.part < present.id.part;
    let standing = if past { Standing::Past } else { Standing::ToCome };
    if show.reading().is_absent(&one.id) {
        return Item {
            text: format!("{text} · {}", words.absent),
            sign: "–",
            style: theme::WARNING,
            standing,
            air: Air::Usual,
        };
    }
    if show.reading().is_read(one) {
        return Item {
            text: format!("{text} · {}", words.signed),
            sign: "✓",
            style: theme::DIM,
            standing,
            air: Air::Usual,
        };
    }
    Item {
        text,
        sign: " ",
        style: theme::PLAIN,
        standing,
        air: Air::Usual,
    }
}

fn remark(text: String, sign: &'static str, standing: Standing) -> Item {
    Item {
        text,
        sign,
        style: theme::DIM,
        standing,
        air: Air::Usual,
    }
}

/// The panel below the verse: what was left out, what comes next, what to prepare, notes, witnesses.
fn put_panel(show: &Show, step: &Step, cue: &Cue, area: Rect, buffer: &mut Buffer) {
    let inner = inset(area, 1);
    put_rule(0, theme::DIM, inner, buffer);
    let rows = below(inner, 1);
    let label_width = label_width(show);
    let text_width = inner
        .width
        .saturating_sub(u16::try_from(label_width).unwrap_or(0) + 3);
    let entries = panel(show, step, cue);
    let mut spare = usize::from(rows.height).saturating_sub(entries.len());
    let mut at = 0;
    for (label, text, style) in entries {
        let lines = wrapped(&text, text_width);
        let more = lines.len().saturating_sub(1).min(spare).min(1);
        spare -= more;
        for (index, line) in shortened(&text, lines, 1 + more).into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            let pad = " ".repeat(label_width.saturating_sub(width(label)));
            let label_style = if style == theme::WARNING {
                style
            } else {
                theme::DIM
            };
            let line = Line::from(vec![
                Span::styled(format!(" {label}{pad}  "), label_style),
                Span::styled(line, style),
            ]);
            put(&cut(line, usize::from(rows.width)), at, rows, buffer);
            at += 1;
        }
    }
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

/// The rows of the panel, the most urgent first.
fn panel(show: &Show, step: &Step, cue: &Cue) -> Vec<(&'static str, String, Style)> {
    let words = &show.words().screens;
    let mut rows = Vec::new();
    let left_out = show.reading().left_out();
    if !left_out.is_empty() {
        let omitted = lines::omissions(show, left_out.iter().rev()).join(", ");
        rows.push((words.left_out, omitted, theme::WARNING));
    }
    let next = show.next_cue().map_or_else(
        || words.end_of_programme.to_owned(),
        |(next_step, next)| {
            if next_step.id == step.id {
                lines::beginning(words, next_step, next)
            } else {
                next_step.title.clone()
            }
        },
    );
    rows.push((words.next, next, theme::PLAIN));
    if let Some(prepare) = prepare(show, step, cue) {
        rows.push((words.prepare, prepare, theme::PLAIN));
    }
    if let Some(notes) = &step.notes {
        rows.push((words.notes, notes.clone(), theme::PLAIN));
    }
    if !step.witnesses.is_empty() {
        let names = step
            .witnesses
            .iter()
            .map(|one| lines::role_and_name(show, Some(*one)));
        rows.push((
            words.witnesses,
            names.collect::<Vec<_>>().join(", "),
            theme::PLAIN,
        ));
    }
    rows
}

/// What the next step needs: who comes, and a posture that changes, which must be announced a step ahead.
fn prepare(show: &Show, step: &Step, _cue: &Cue) -> Option<String> {
    let words = &show.words().screens;
    let next = show.next_step_in_order()?;
    let mut parts = vec![next.title.clone()];
    if next.by != step.by && next.by.is_some() {
        parts.push(lines::role_and_name(show, next.by));
    }
    if let Some(posture) = next.posture.filter(|posture| Some(*posture) != step.posture) {
        parts.push((words.posture)(posture).to_owned());
    }
    Some(parts.join(" · "))
}

/// On a low screen: one row for what must be told, or else the state, and the keys.
fn short_bottom(show: &Show, area: Rect, buffer: &mut Buffer) {
    let inner = inset(area, 1);
    let row = area.height.saturating_sub(2);
    bottom::put_told(show, row, inner, buffer);
    bottom::put_keys(show, &bottom::running_hints(show), row + 1, inner, buffer);
}
