//! The state strip: how far the show has come, what the leader has made of the audience's screens and how those are, and
//! what is wrong with the script.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::{hint_key, labels_in_words};
use crate::script::{Kind, Severity};
use crate::show::keys::Action;
use crate::show::{Overlay, Show, Stage};
use crate::view::text::{put_both, width};
use crate::view::{lines, recording, screens, theme};

/// Draws the state strip: how far the show has come, what the audience's screens show and how they are; on the right what
/// is wrong with the script. What only helps is told whole or not at all.
pub(super) fn put_state(show: &Show, row: u16, area: Rect, buffer: &mut Buffer) {
    let theme = theme::of(show.look());
    let right = Line::from(problem_counts(show));
    let gap = 2;
    let taken = match right.width() {
        0 => 0,
        cells => cells + gap,
    };
    let mut room = usize::from(area.width).saturating_sub(taken);
    let cells = |spans: &[Span<'_>]| spans.iter().map(Span::width).sum::<usize>();
    let stage = stage(show);
    // The way out of each is told where it has room, the stage where the labels leave it some.
    let [fewest, others @ ..] = labels_in_words(show);
    let with_room = others
        .into_iter()
        .rev()
        .find(|labels| stage.width() + gap + cells(labels) <= room);
    let labels = with_room.unwrap_or(fewest);
    let mut left = Vec::new();
    if labels.is_empty() {
        left.push(stage);
    } else {
        if stage.width() + gap + cells(&labels) <= room {
            left.extend([stage, Span::raw(" ".repeat(gap))]);
        }
        left.extend(labels);
    }
    room = room.saturating_sub(cells(&left));
    let needed = |part: &Span<'_>| width(PARTING) + part.width();
    // That all is recorded stands last, and is worth more than what stands before it.
    let recorded = recording::quiet(show).filter(|part| needed(part) <= room);
    room -= recorded.as_ref().map_or(0, needed);
    let others = screens::state(show).into_iter().chain(helpful(show));
    let with_room = others.filter(|part| {
        let has_room = needed(part) <= room;
        room -= if has_room { needed(part) } else { 0 };
        has_room
    });
    for part in with_room.chain(recorded) {
        left.extend([Span::styled(PARTING, theme.dim), part]);
    }
    put_both(Line::from(left), &right, row, area, buffer);
}

/// Between two parts of the state strip.
pub(in crate::view) const PARTING: &str = " · ";

/// How far the show has come.
fn stage(show: &Show) -> Span<'static> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let paused = show.clock().is_paused() && show.stage() == Stage::Running;
    match show.stage() {
        _ if show.offer().is_some() => Span::styled(format!("○ {}", show.words().resume.state), theme.strong),
        Stage::Running if paused => {
            let style = theme.notice.add_modifier(Modifier::BOLD);
            Span::styled(format!("‖ {}", words.paused), style)
        }
        Stage::Running => Span::styled(format!("● {}", words.running), theme.strong),
        Stage::Ready => Span::styled(format!("○ {}", words.ready), theme.strong),
        Stage::Finished => Span::styled(format!("■ {}", words.finished), theme.strong),
        Stage::Waiting => Span::styled(format!("! {}", words.waiting), theme.warning),
    }
}

/// What only helps: the time, where no pledge is read, and before the beginning whose screen it is.
fn helpful(show: &Show) -> Vec<Span<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let mut parts = Vec::new();
    if show.offer().is_some() {
        return Vec::new();
    }
    let reads_ikrar = show.step().is_some_and(|step| step.kind == Kind::Ikrar);
    if show.stage() == Stage::Running && !reads_ikrar {
        parts.push((words.elapsed)(show.clock().elapsed()));
        if let Some(plan) = show.plan() {
            let end = lines::clock_time(show, show.clock().projected_end(plan.step, plan.total));
            parts.push((words.ends_at)(&end));
        }
    }
    if show.stage() == Stage::Ready
        && let Some(leader) = show
            .programme()
            .and_then(|programme| programme.person(programme.leader?))
    {
        parts.push((words.serves)(&leader.role));
    }
    parts
        .into_iter()
        .map(|part| Span::styled(part, theme.dim))
        .collect()
}

/// How many errors and warnings the script has; nothing where it has none.
fn problem_counts(show: &Show) -> Vec<Span<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let count = |severity| {
        show.problems()
            .iter()
            .filter(|problem| problem.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let mut spans = Vec::new();
    if errors > 0 {
        spans.push(Span::styled(
            format!("! {}", (words.errors)(errors)),
            theme.warning,
        ));
    }
    if warnings > 0 {
        let gap = if spans.is_empty() { "" } else { "  " };
        spans.push(Span::styled(
            format!("{gap}{}", (words.warnings)(warnings)),
            theme.notice,
        ));
    }
    // Not on the screen that the key opens.
    let elsewhere =
        !matches!(show.overlay(), Some(Overlay::Problems { .. })) && show.stage() != Stage::Waiting;
    if let Some(key) = hint_key(show, Action::ToggleProblems).filter(|_| !spans.is_empty() && elsewhere) {
        spans.push(Span::styled(format!("  {key}"), theme.key));
    }
    spans
}

/// Labels, whole whatever the room, and after them as many parts as have room.
pub(super) fn parted(labels: Vec<Span<'static>>, parts: Vec<Span<'static>>, room: usize) -> Line<'static> {
    let mut line = Line::from(labels);
    for part in parts {
        let between = if line.spans.is_empty() { "" } else { PARTING };
        if line.width() + width(between) + part.width() <= room {
            line.push_span(Span::raw(between));
            line.push_span(part);
        }
    }
    line
}
