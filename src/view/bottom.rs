//! The bottom of every leader's screen: the one row for what must be told, the state strip, and the keys.
//!
//! A question, digits being typed, problems and notices all have the same row, and never cover the phrase.

mod state;
mod told;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget as _};

use super::Target;
use super::interface::Interface;
use super::text::{self, below, inset, put, put_both, put_right, right_end, width, wrapped_at_most};
use super::theme;
use super::{keys_told, recording, screens, veil};
use crate::lang::Words;
use crate::show::keys::{Action, Context};
use crate::show::{Clickable, Key, KeyCode, Question, Show, Stage};

pub(super) use state::PARTING;
use state::{parted, put_state};
pub(super) use told::asked;
use told::{Told, told};

/// The rows that the bottom takes: what is told, the state, the keys.
pub(super) const ROWS: u16 = 3;

/// The cells between two keys of the status line. One gap at one width, so that the row stays as it is from step to step.
const fn gap(columns: u16) -> usize {
    if columns < 100 { 2 } else { 3 }
}

/// What the screen above the bottom shows already, or cannot show.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Above {
    /// What was left out is listed there, and need not be told twice.
    pub(super) lists_left_out: bool,
    /// Type as large as was asked for has no room there.
    pub(super) has_no_room: bool,
}

/// Draws the bottom into the last [`ROWS`] rows of an area; gives what can be clicked.
pub(super) fn draw(show: &Show, hints: &[(Action, String)], area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let above = Above {
        // By the closing card.
        lists_left_out: show.overlay().is_none() && show.stage() == Stage::Finished,
        has_no_room: false,
    };
    draw_below(show, above, hints, area, buffer)
}

/// The same, below what shows so much.
pub(super) fn draw_below(
    show: &Show,
    above: Above,
    hints: &[(Action, String)],
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<Target> {
    let top = area.height.saturating_sub(ROWS);
    let inner = inset(area, 1);
    if let Some(question) = show.question() {
        return put_question(show, question, top, inner, buffer);
    }
    put_told(show, above, top, inner, buffer);
    put_state(show, top + 1, inner, buffer);
    put_keys(show, hints, top + 2, inner, buffer)
}

/// The rows that the bottom of a low screen takes: what is told or the state, and the keys.
pub(super) const LOW_ROWS: u16 = 2;

/// Draws the bottom of a low screen into the last [`LOW_ROWS`] rows of an area: what must be told, with what the leader has
/// made of the audience's screens and what is wrong with them beside it, or else the state. What only confirms a key does
/// not take the place of the state, and a question, which waits for an answer, has the row alone.
pub(super) fn draw_low(
    show: &Show,
    above: Above,
    hints: &[(Action, String)],
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<Target> {
    let inner = inset(area, 1);
    let row = area.height.saturating_sub(LOW_ROWS);
    let mut targets = Vec::new();
    // Its panel has no room for the whole list.
    let above = Above {
        lists_left_out: false,
        ..above
    };
    if let Some(question) = show.question() {
        let top = area.height.saturating_sub(ROWS);
        if asked_in_one_row(show, question, inner.width).is_none() {
            // It is worth more than what comes next, and must be read whole before it is answered.
            let covered = text::above(below(inner, top), 1);
            Clear.render(covered, buffer);
            theme::paint_ground(show.look(), covered, buffer);
            return put_question(show, question, top, inner, buffer);
        }
        targets = put_told(show, above, row, inner, buffer);
    } else if told(show, above, usize::from(inner.width)).is_some_and(|told| !told.can_wait) {
        let room = usize::from(inner.width) / 2;
        let beside = parted(labels(show), screens::wrong(show), room);
        put_right(&beside, row, inner, buffer);
        let taken = match u16::try_from(beside.width()).unwrap_or(u16::MAX) {
            0 => 0,
            taken => taken.saturating_add(2),
        };
        let rest = Rect {
            width: inner.width.saturating_sub(taken),
            ..inner
        };
        put_told(show, above, row, rest, buffer);
    } else {
        put_state(show, row, inner, buffer);
    }
    targets.extend(put_keys(show, hints, row + 1, inner, buffer));
    targets
}

/// What must not be forgotten: that nothing is recorded, and what the leader has made of the audience's screens.
fn labels(show: &Show) -> Vec<Span<'static>> {
    joined(
        recording_label(show, recording::stopped(show)),
        veil::labels(show),
    )
}

/// The same in more and more words, the fewest first. With more of them the key that leads out of it, and the reason.
fn labels_in_words(show: &Show) -> [Vec<Span<'static>>; 3] {
    let reason = || recording_label(show, recording::stopped_with_reason(show));
    [
        labels(show),
        joined(reason(), veil::labels(show)),
        joined(reason(), veil::labels_with_keys(show)),
    ]
}

fn recording_label(show: &Show, name: Option<impl Into<String>>) -> Vec<Span<'static>> {
    veil::filled(show, name.into_iter().map(Into::into))
}

fn joined(mut labels: Vec<Span<'static>>, others: Vec<Span<'static>>) -> Vec<Span<'static>> {
    if !labels.is_empty() && !others.is_empty() {
        labels.push(Span::raw(" "));
    }
    labels.extend(others);
    labels
}

/// Draws the only row of a screen that is too small for anything else: what must be told, or else what is wrong with the
/// audience's screens.
pub(super) fn put_least(show: &Show, row: u16, area: Rect, buffer: &mut Buffer) {
    let above = Above::default();
    if told(show, above, usize::from(area.width)).is_some_and(|told| !told.can_wait) {
        put_told(show, above, row, area, buffer);
    } else {
        // What the leader has made of the screens stands above, where no window is open.
        let stopped = recording::stopped(show).filter(|_| show.overlay().is_some());
        let labels = veil::filled(show, stopped.into_iter().map(str::to_owned));
        let wrong = parted(labels, screens::wrong(show), usize::from(area.width));
        put(&wrong, row, area, buffer);
    }
}

/// Draws a question over the rows of the bottom: whole, with its keys below where they have no room beside it.
fn put_question(show: &Show, question: &Question, top: u16, area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let theme = theme::of(show.look());
    let keys = format!(" {} ", keys_told::answers(show));
    let in_one_row = asked_in_one_row(show, question, area.width);
    let beside = in_one_row.is_some();
    let rows = in_one_row.map_or_else(
        || {
            let columns = area.width.saturating_sub(2);
            wrapped_at_most(&asked(show, question), columns, usize::from(ROWS - 1))
        },
        |text| vec![text],
    );
    for (row, text) in (top..top + ROWS - 1).zip(&rows) {
        put(
            &Line::styled(format!(" {text} "), theme.question),
            row,
            area,
            buffer,
        );
    }
    let keys_row = if beside { top } else { top + ROWS - 1 };
    let targets = answers(show, &keys, keys_row, area);
    put_right(&Line::styled(keys, theme.question), keys_row, area, buffer);
    if beside {
        put_state(show, top + 1, area, buffer);
    }
    targets
}

/// A question, where it has room in one row with its keys.
fn asked_in_one_row(show: &Show, question: &Question, columns: u16) -> Option<String> {
    let text = asked(show, question);
    // Both are filled, with air at their ends, and stand apart.
    let needed = width(&text) + 2 + width(&keys_told::answers(show)) + 2 + 2;
    (needed <= usize::from(columns)).then_some(text)
}

/// The two answers to a question, where their keys stand at the right end of a row.
fn answers(show: &Show, keys: &str, row: u16, area: Rect) -> Vec<Target> {
    let Some((yes, _)) = keys.split_once('·').filter(|_| show.takes_mouse()) else {
        return Vec::new();
    };
    let cells = |text| u16::try_from(width(text)).unwrap_or(u16::MAX);
    let both = text::above(below(area, row), 1);
    let both = right_end(both, cells(keys));
    let no = right_end(both, cells(keys) - cells(yes));
    let yes = Rect {
        width: both.width - no.width,
        ..both
    };
    let target = |area, action| Target {
        area,
        what: Clickable::Key(action),
    };
    vec![target(yes, Action::Yes), target(no, Action::No)]
}

/// Draws what must be told: the text on the left, what to do about it on the right, where it is never cut. What was left
/// out is not told twice where it is listed on the screen. Gives what can be clicked: the answers to a question.
fn put_told(show: &Show, above: Above, row: u16, area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let Some(Told {
        text, keys, style, ..
    }) = told(show, above, usize::from(area.width))
    else {
        return Vec::new();
    };
    if show.question().is_none() {
        put_both(
            Line::styled(text, style),
            &Line::styled(keys, style),
            row,
            area,
            buffer,
        );
        return Vec::new();
    }
    // A question is filled, and wants air at both ends.
    let keys = format!(" {keys} ");
    let text = Line::styled(format!(" {text} "), style);
    put_both(text, &Line::styled(keys.as_str(), style), row, area, buffer);
    answers(show, &keys, row, area)
}

/// The keys of the status line, as many as fit. Gives what can be clicked: each key with its word, and of both arrows each
/// by itself.
pub(super) fn put_keys(
    show: &Show,
    hints: &[(Action, String)],
    row: u16,
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<Target> {
    put_named_keys(Interface::of_show(show), hints, row, area, buffer)
}

/// The same, for a screen without a show. The key that leads out of it is the last to be left out; where none does, help,
/// which leads to all the others.
pub(super) fn put_named_keys(
    interface: Interface<'_>,
    hints: &[(Action, String)],
    row: u16,
    area: Rect,
    buffer: &mut Buffer,
) -> Vec<Target> {
    let theme = interface.theme();
    let named = |(action, hint): &(Action, String)| {
        let key = named_key(interface, *action)?;
        Some((*action, key, format!(" {hint}")))
    };
    let hints: Vec<(Action, String, String)> = hints.iter().filter_map(named).collect();
    let mut room = usize::from(area.width);
    let between = gap(area.width);
    let mut spans: Vec<Span<'_>> = Vec::new();
    let mut targets = Vec::new();
    let is_kept = |action| matches!(action, Action::ToggleHelp | Action::Close);
    let kept = hints.iter().find(|(action, ..)| is_kept(*action));
    let mut room_kept = kept.map_or(0, |(_, key, hint)| between + width(key) + width(hint));
    for (action, key, hint) in hints {
        let gap = if spans.is_empty() { 0 } else { between };
        let needed = gap + width(&key) + width(&hint);
        if is_kept(action) {
            room_kept = 0;
        }
        if needed + room_kept > room {
            continue;
        }
        room -= needed;
        if interface.takes_mouse {
            let rest = text::above(below(area, row), 1);
            let rest = right_end(rest, u16::try_from(room + needed - gap).unwrap_or(u16::MAX));
            targets.extend(key_targets(interface, action, width(&key), width(&hint), rest));
        }
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(Span::styled(key, theme.key));
        spans.push(Span::styled(hint, theme.dim));
    }
    put(&Line::from(spans), row, area, buffer);
    targets
}

/// Where a key with its word is clicked, at the left of an area.
fn key_targets(interface: Interface<'_>, action: Action, key: usize, hint: usize, area: Rect) -> Vec<Target> {
    let first = |area: Rect, cells: usize| Rect {
        width: u16::try_from(cells).unwrap_or(u16::MAX).min(area.width),
        ..area
    };
    let whole = first(area, key + hint);
    let target = |area, action| Target {
        area,
        what: Clickable::Key(action),
    };
    let Some(other) = other_of_pair(action) else {
        return vec![target(whole, action)];
    };
    // The word belongs to both, and so to neither.
    let both = first(whole, key);
    let name = interface
        .keymap
        .shown_key(interface.context, action)
        .map(|key| key_name(interface.words, key));
    let one = first(both, name.map_or(0, |name| width(&name)));
    vec![
        target(one, action),
        target(right_end(both, both.width - one.width), other),
    ]
}

/// The action that goes the other way: both keys are named together.
fn other_of_pair(action: Action) -> Option<Action> {
    [
        (Action::Up, Action::Down),
        (Action::MoveStepUp, Action::MoveStepDown),
        (Action::PreviousField, Action::NextField),
        (Action::PreviousChoice, Action::NextChoice),
    ]
    .into_iter()
    .find_map(|(one, other)| (one == action).then_some(other))
}

/// The key to name for an action; both arrows for what goes up and down.
pub(super) fn hint_key(show: &Show, action: Action) -> Option<String> {
    named_key(Interface::of_show(show), action)
}

/// The same, where there is no show.
pub(super) fn named_key(interface: Interface<'_>, action: Action) -> Option<String> {
    let key = |action| interface.keymap.shown_key(interface.context, action);
    let name = |action| key(action).map(|key| key_name(interface.words, key));
    match other_of_pair(action) {
        Some(other) => Some(format!("{}{}", name(action)?, name(other)?)),
        None => name(action),
    }
}

/// A key as the status line and the help name it.
pub(super) fn key_name(words: &Words, key: Key) -> String {
    let name = match key.code {
        KeyCode::Char(' ') => words.keys.space.to_owned(),
        KeyCode::Char(letter) => letter.to_uppercase().to_string(),
        KeyCode::Enter => "Enter".to_owned(),
        KeyCode::Esc => "Esc".to_owned(),
        KeyCode::Backspace => "Backspace".to_owned(),
        KeyCode::Tab => "Tab".to_owned(),
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        KeyCode::Left => "←".to_owned(),
        KeyCode::Right => "→".to_owned(),
        KeyCode::Home => "Home".to_owned(),
        KeyCode::End => "End".to_owned(),
        KeyCode::PageUp => "PageUp".to_owned(),
        KeyCode::PageDown => "PageDown".to_owned(),
        KeyCode::F(number) => format!("F{number}"),
        KeyCode::Other => String::new(),
    };
    if key.ctrl { format!("Ctrl-{name}") } else { name }
}

/// What quitting does now: it ends the program, or returns to the list of ceremonies.
pub(super) fn quit_hint(show: &Show) -> (Action, String) {
    let words = &show.words().screens;
    let hint = if show.quits_to_list() {
        words.hint_list
    } else {
        words.hint_quit
    };
    (Action::Quit, hint.to_owned())
}

/// The keys to name while a ceremony runs.
pub(super) fn running_hints(show: &Show) -> Vec<(Action, String)> {
    let words = &show.words().screens;
    let unit = show.step().filter(|_| show.is_in_text()).map(|step| step.unit);
    let mut hints = vec![(Action::AdvanceOnly, veil::hint(show, words.hint_advance))];
    hints.extend(veil::release(show));
    hints.push((Action::Back, words.hint_back.to_owned()));
    if show.cue().is_some_and(|cue| cue.signatory.is_some()) {
        hints.push((Action::MarkAbsent, words.hint_absent.to_owned()));
    } else {
        hints.push((Action::RestartCue, (words.hint_restart)(unit)));
    }
    hints.extend([
        (Action::ToggleOutline, words.hint_outline.to_owned()),
        (Action::ToggleHelp, words.hint_help.to_owned()),
        (Action::Quit, words.hint_quit.to_owned()),
        (Action::SwitchScreen, words.hint_audience.to_owned()),
        (Action::NextTheme, words.hint_theme.to_owned()),
        (Action::ToggleScreens, words.hint_screens.to_owned()),
    ]);
    if show.context() == Context::Finished {
        let nothing_to_do =
            |action| action == Action::RestartCue || action == Action::AdvanceOnly && show.veil().is_none();
        hints.retain(|(action, _)| !nothing_to_do(*action));
    }
    hints
}
