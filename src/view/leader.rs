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

/// Who speaks and where we are stand no farther apart, however wide the screen.
const WIDEST: u16 = 120;

/// Draws the screen.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) {
    let (Some(step), Some(cue)) = (show.step(), show.cue()) else {
        return;
    };
    let wide = area.width >= WIDE;
    head(show, step, wide, area, buffer);
    let tall = area.height >= TALL;
    let bottom_rows = if tall { bottom::ROWS } else { 2 };
    let middle_start = if tall { 4 } else { 2 };
    let column = if wide {
        beside(show, below(above(area, area.height - bottom_rows), 3), buffer)
    } else {
        area
    };
    let column = Rect {
        y: area.y + middle_start,
        height: area.height.saturating_sub(middle_start + bottom_rows),
        width: column.width.min(WIDEST),
        ..column
    };
    let usual_panel = match area.height {
        ROOMY.. => 8,
        TALL.. => 5,
        _ => 2,
    };
    let (label, phrase_style) = lines::who(show, step, cue);
    let (items, panel_rows) = fitted_items(items(show, step, cue, phrase_style), usual_panel, column);
    let panel_at = column.height.saturating_sub(panel_rows);
    reading(
        show,
        step,
        cue,
        Line::from(label),
        above(column, panel_at),
        buffer,
    );
    let verse_area = below(inset(above(column, panel_at), 1), label_rows(panel_at));
    verse::draw(
        &items,
        (verse_area.height / 3).min(LOWEST),
        phrase_style,
        verse_area,
        buffer,
    );
    put_panel(show, step, below(column, panel_at), buffer);
    if tall {
        bottom::draw(show, &bottom::running_hints(show), area, buffer);
    } else {
        short_bottom(show, area, buffer);
    }
}

/// The rows of the label, with air below it where there is room.
fn label_rows(height: u16) -> u16 {
    if height > 8 { 2 } else { 1 }
}

/// The verse and the rows of the panel. What is read now must be seen whole: where its phrases have no room one below
/// the other they run on, and where that is not enough the panel makes room too.
fn fitted_items(items: Vec<Item>, usual_panel: u16, column: Rect) -> (Vec<Item>, u16) {
    let columns = inset(column, 1).width;
    let fits = |items: &[Item], panel: u16| {
        let height = column.height.saturating_sub(panel);
        verse::present_rows(items, columns) <= usize::from(height.saturating_sub(label_rows(height)))
    };
    if fits(&items, usual_panel) {
        return (items, usual_panel);
    }
    let items = run_on(items);
    let panel = if fits(&items, usual_panel) { usual_panel } else { 2 };
    (items, panel)
}

/// The present items as one.
fn run_on(items: Vec<Item>) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::new();
    for item in items {
        match joined.last_mut() {
            Some(last) if last.standing == Standing::Present && item.standing == Standing::Present => {
                last.text = format!("{} {}", last.text, item.text);
            }
            _ => joined.push(item),
        }
    }
    joined
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
    let mut left = if wide {
        Line::styled((words.step_of)(number, count), theme::DIM)
    } else {
        Line::from(vec![
            Span::styled(format!("{number}/{count}  "), theme::DIM),
            Span::styled(step.title.clone(), theme::STRONG),
        ])
    };
    let timing = timing(show, step);
    if let Some(posture) = step.posture {
        let posture = Span::styled(format!(" · {}", (words.posture)(posture)), theme::DIM);
        let room = usize::from(inner.width).saturating_sub(timing.width() + 2);
        if left.width() + posture.width() <= room {
            left.push_span(posture);
        }
    }
    put_both(left, &timing, step_row, inner, buffer);
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

/// Who speaks, and where we are.
fn reading(show: &Show, step: &Step, cue: &Cue, label: Line<'_>, area: Rect, buffer: &mut Buffer) {
    let inner = inset(area, 1);
    let room = usize::from(inner.width).saturating_sub(label.width() + 2);
    let whereabouts = lines::whereabouts(show, step, cue, room);
    put_both(label, &Line::raw(whereabouts), 0, inner, buffer);
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
fn put_panel(show: &Show, step: &Step, area: Rect, buffer: &mut Buffer) {
    let inner = inset(area, 1);
    put_rule(0, theme::DIM, inner, buffer);
    let rows = below(inner, 1);
    let label_width = label_width(show);
    let text_width = inner
        .width
        .saturating_sub(u16::try_from(label_width).unwrap_or(0) + 3);
    let entries = panel(show, step, usize::from(text_width));
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

/// The rows of the panel, the most urgent first; a list has so much room.
fn panel(show: &Show, step: &Step, room: usize) -> Vec<(&'static str, String, Style)> {
    let words = &show.words().screens;
    let mut rows = Vec::new();
    let left_out = show.reading().left_out();
    if !left_out.is_empty() {
        let omitted = lines::omissions(show, left_out.iter().rev());
        rows.push((
            words.left_out,
            lines::listed(words, &omitted, room),
            theme::WARNING,
        ));
    }
    let next = show.next_cue();
    let leaves_step = next.is_none_or(|(next_step, _)| next_step.id != step.id);
    let next = match next {
        None => words.end_of_programme.to_owned(),
        Some((next_step, _)) if leaves_step => next_step.title.clone(),
        Some((next_step, next)) => lines::beginning(show, next_step, next),
    };
    rows.push((words.next, next, theme::PLAIN));
    if let Some(prepare) = prepare(show, step, leaves_step) {
        rows.push((words.prepare, prepare, theme::PLAIN));
    }
    if let Some(notes) = &step.notes {
        rows.push((words.notes, notes.clone(), theme::PLAIN));
    }
    if !step.witnesses.is_empty() {
        let names = step
            .witnesses
            .iter()
            .filter_map(|one| lines::short_name(show, Some(*one)));
        rows.push((
            words.witnesses,
            names.collect::<Vec<_>>().join(", "),
            theme::PLAIN,
        ));
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

/// On a low screen: one row for what must be told, or else the state, and the keys.
fn short_bottom(show: &Show, area: Rect, buffer: &mut Buffer) {
    let inner = inset(area, 1);
    let row = area.height.saturating_sub(2);
    bottom::put_told(show, row, inner, buffer);
    bottom::put_keys(show, &bottom::running_hints(show), row + 1, inner, buffer);
}
