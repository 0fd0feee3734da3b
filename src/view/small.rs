//! A screen too small for anything else: the phrase alone, or what waits for an answer: a question, an open window.
//! Whatever takes the keys is what is seen, so that no key ever does something unseen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::interface::Interface;
use super::text::{below, put, wrapped, wrapped_at_most};
use super::{bottom, form, frame, help, keys_told, lines, recording, resume, screens, theme, veil};
use crate::show::keys::{Action, Section};
use crate::show::{Outline, OutlineRow, Overlay, Show, Stage};

/// Draws the phrase from the top; a question goes before it, for its answer changes what is read. Gives the furthest row
/// to which the help and the window of the audience's screens can be scrolled; 0 where they are closed.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) -> usize {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let (text, style) = match (show.question(), show.stage()) {
        (None, _) if show.overlay().is_some() => open(show),
        (Some(question), _) => (
            format!("{} {}", bottom::asked(show, question), keys_told::answers(show)),
            theme.question,
        ),
        (None, _) if show.offer().is_some() => (resume::in_short(show), theme.strong),
        (None, Stage::Waiting) => (words.waiting.to_owned(), theme.warning),
        (None, Stage::Ready) => {
            let key = bottom::hint_key(show, Action::Begin).unwrap_or_default();
            (
                format!("{} · {key} {}", words.ready, veil::hint(show, words.hint_begin)),
                theme.strong,
            )
        }
        (None, Stage::Running) => phrase(show),
        (None, Stage::Finished) => (words.closing_title.to_owned(), theme.strong),
    };
    let mut rows: Vec<Line<'_>> = Vec::new();
    if show.question().is_none() && show.overlay().is_none() {
        rows.extend(screens_told(show, area.width));
    }
    // What has no room is marked, so that a part of a phrase is not taken for the whole.
    let room = usize::from(area.height).saturating_sub(rows.len()).max(1);
    let text = wrapped_at_most(&text, area.width, room).into_iter();
    rows.extend(text.map(|line| Line::styled(line, style)));
    let taken = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    for (row, line) in (0..area.height).zip(&rows) {
        put(line, row, area, buffer);
    }
    let rest = below(area, taken);
    match (show.question(), show.overlay()) {
        (None, Some(Overlay::Help { scroll })) => {
            let keys = help::told_keys(Interface::of_show(show), &[Section::Running], rest.width);
            return frame::put_scrolled(show, &keys.lines, *scroll, rest, buffer);
        }
        (None, Some(Overlay::Screens { scroll })) => {
            let told = screens::told(show, rest.width);
            return frame::put_scrolled(show, &told, *scroll, rest, buffer);
        }
        (None, Some(Overlay::Outline(_) | Overlay::Problems { .. }) | None) | (Some(_), _) => {}
    }
    // What was left out, and digits being typed, where the phrase leaves a row for them.
    if show.question().is_none() && taken < area.height {
        bottom::put_least(show, area.height - 1, area, buffer);
    }
    0
}

/// That nothing is recorded, what the leader has made of the audience's screens, and what the next advance does about it:
/// before the phrase, for it comes back only then.
fn screens_told(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let mut names = veil::names(show);
    names.splice(..0, recording::stopped(show));
    let labels = wrapped(&names.join(" · "), columns)
        .into_iter()
        .filter(|row| !row.is_empty());
    let mut told: Vec<Line<'_>> = labels.map(|row| Line::styled(row, theme.label_screens)).collect();
    if show.runs_elsewhere() && show.stage() == Stage::Ready {
        let elsewhere = wrapped(show.words().screens.runs_elsewhere, columns).into_iter();
        told.extend(elsewhere.map(|row| Line::styled(row, theme.warning)));
    }
    if show.veil().is_some() && show.stage() != Stage::Ready {
        let returns = wrapped(&veil::returns_by(show), columns).into_iter();
        told.extend(returns.map(|row| Line::styled(row, theme.strong)));
    }
    told
}

/// The window that is open: its name, what is chosen in it, and the key that closes it.
fn open(show: &Show) -> (String, ratatui::style::Style) {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let close = bottom::hint_key(show, Action::Close).unwrap_or_default();
    let close = format!("{close} {}", words.hint_close);
    let text = match show.overlay() {
        Some(Overlay::Outline(Outline { form: Some(form), .. })) => {
            let leave = bottom::hint_key(show, Action::LeaveForm).unwrap_or_default();
            let leaves = show.words().changes.hint_leave;
            format!("{} · {leave} {leaves}", form::in_short(show, form))
        }
        Some(Overlay::Outline(Outline { list, form: None })) => {
            let chosen = show.outline_rows(&list.filter).into_iter().nth(list.chosen);
            let chosen = chosen.map_or_else(|| words.nothing_found.to_owned(), |row| row_name(show, &row));
            format!("▶ {chosen} · {close}")
        }
        Some(Overlay::Help { .. }) => format!("{} · {close}", words.help_title),
        Some(Overlay::Problems { .. }) => format!("{} · {close}", words.problems_title),
        Some(Overlay::Screens { .. }) => format!("{} · {close}", words.screens_title),
        None => String::new(),
    };
    (text, theme.strong)
}

fn row_name(show: &Show, row: &OutlineRow) -> String {
    let words = &show.words().screens;
    let Some(programme) = show.programme() else {
        return String::new();
    };
    let (id, cue) = match row {
        OutlineRow::Step(id) => (id, None),
        OutlineRow::Cue(id) => (&id.step, programme.cue(id)),
    };
    let (Some(step), Some(position)) = (programme.step(id), programme.position(id)) else {
        return String::new();
    };
    let part = cue.map_or_else(String::new, |cue| {
        format!(" ({})", lines::part_name(words, step, cue))
    });
    format!("{} {}{part}", position + 1, step.title)
}

fn phrase(show: &Show) -> (String, ratatui::style::Style) {
    let theme = theme::of(show.look());
    let (Some(step), Some(cue)) = (show.step(), show.cue()) else {
        return (String::new(), theme.plain);
    };
    let text = lines::present_words(show, step, cue);
    let style = if lines::is_deed(cue) {
        theme.plain
    } else {
        lines::who(show, step, cue).1
    };
    (text, style)
}
