//! The offer to go on with an interrupted run: where it was, how long ago, and from where it can be gone on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text::{hanging, width};
use super::{Drawn, bottom, frame, lines, theme};
use crate::programme::{Cue, Part, Step};
use crate::show::keys::Action;
use crate::show::{Offer, Show, Stage};

/// Draws the offer.
pub(super) fn draw(show: &Show, offer: &Offer, area: Rect, buffer: &mut Buffer) -> Drawn {
    let words = &show.words().resume;
    let screens = &show.words().screens;
    let mut hints = vec![
        (Action::ResumeClause, words.hint_go_on.to_owned()),
        (Action::BeginAnew, words.hint_anew.to_owned()),
        (Action::ToggleHelp, screens.hint_help.to_owned()),
        bottom::quit_hint(show),
        (Action::NextTheme, screens.hint_theme.to_owned()),
    ];
    if !show.problems().is_empty() {
        hints.insert(2, (Action::ToggleProblems, screens.hint_problems.to_owned()));
    }
    let (rows, targets) = frame::draw(show, words.title, &hints, area, buffer);
    let told = told(show, offer, rows);
    frame::put_scrolled(show, &told, 0, rows, buffer);
    Drawn {
        targets,
        ..Drawn::default()
    }
}

/// From so many rows on what belongs together has air around it.
const AIRY: u16 = 16;

/// What is told, in the order in which it is asked: what, when, where, and then what to do.
fn told(show: &Show, offer: &Offer, area: Rect) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().resume;
    let columns = area.width;
    let plain = |text: &str, style: Style| hanging(Vec::new(), text, style, columns);
    let air = || (area.height >= AIRY).then(Line::default);
    let mut told = Vec::new();
    told.extend(air());
    if let Some(programme) = show.programme() {
        told.extend(plain(&programme.title, theme.dim));
    }
    let ago = interrupted_ago(show, offer);
    let at = lines::clock_time(show, offer.last);
    told.extend(plain(&(words.interrupted)(ago, &at), theme.notice));
    told.extend(air());
    told.extend(place(show, columns));
    if show.clock().began().is_some() {
        let mut elapsed = (words.elapsed)(show.clock().elapsed());
        if show.clock().is_paused() {
            elapsed = format!("{elapsed} {}", words.paused);
        }
        told.extend(plain(&elapsed, theme.dim));
    }
    if offer.from_journal {
        told.extend(plain(words.from_journal, theme.warning));
    }
    if let Some(bytes) = offer.lost() {
        told.extend(plain(&(words.lost)(bytes), theme.warning));
    }
    if let Some(lines) = offer.spoiled() {
        told.extend(plain(&(words.spoiled)(lines), theme.warning));
    }
    told.push(Line::default());
    told.extend(answers(show, columns));
    told
}

/// How long ago it was interrupted.
fn interrupted_ago(show: &Show, offer: &Offer) -> std::time::Duration {
    let ago = show.clock().now().wall.duration_since(offer.last);
    ago.try_into().unwrap_or_default()
}

/// Where it was: the step, the part, and the words.
fn place(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().resume;
    let plain = |text: &str, style: Style| hanging(Vec::new(), text, style, columns);
    if show.stage() == Stage::Finished {
        return plain(words.at_the_end, theme.strong);
    }
    let (Some(step), Some(cue), Some(programme)) = (show.step(), show.cue(), show.programme()) else {
        return plain(words.not_begun, theme.strong);
    };
    let number = show.step_position().map_or(0, |position| position + 1);
    let counted = (show.words().screens.step_of)(number, programme.steps.len());
    let mut told = plain(&format!("{counted} · {}", step.title), theme.strong);
    let whereabouts = lines::whereabouts(show, step, cue, usize::from(columns));
    if !whereabouts.is_empty() {
        told.extend(plain(&whereabouts, theme.plain));
    }
    if cue.id.part != Part::Title {
        let style = if lines::is_deed(cue) {
            theme.plain
        } else {
            theme.phrase
        };
        let bar = Span::styled("▌ ", style);
        let words = lines::present_words(show, step, cue);
        told.extend(hanging(vec![bar], &words, style, columns));
    }
    told
}

/// The answers, each with its key: those that lead elsewhere than the first.
fn answers(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let answers = possible(show);
    let keys: Vec<String> = answers
        .iter()
        .map(|(action, _)| bottom::hint_key(show, *action).unwrap_or_default())
        .collect();
    let widest = keys.iter().map(|key| width(key)).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (index, (key, (_, does))) in keys.iter().zip(&answers).enumerate() {
        let pad = " ".repeat(widest - width(key));
        let style = if index == 0 { theme.strong } else { theme.plain };
        let head = vec![
            Span::styled(key.clone(), theme.key),
            Span::raw(format!("{pad}   ")),
        ];
        lines.extend(hanging(head, does, style, columns));
    }
    lines
}

fn possible(show: &Show) -> Vec<(Action, String)> {
    let words = &show.words().resume;
    let anew = (Action::BeginAnew, words.anew.to_owned());
    let here = show
        .step()
        .zip(show.cue())
        .filter(|_| show.stage() == Stage::Running);
    let Some((step, cue)) = here else {
        return vec![(Action::ResumeClause, words.go_on.to_owned()), anew];
    };
    let mut answers = vec![(Action::ResumeClause, from_part(show, step, cue))];
    let is_inside = show.place().is_some_and(|place| place.phrase > 0);
    if is_inside {
        answers.push((Action::ResumePhrase, words.from_phrase.to_owned()));
    }
    let again = if step.has_text() {
        words.from_text
    } else {
        words.from_step
    };
    answers.push((Action::ResumeText, again.to_owned()));
    answers.push(anew);
    answers
}

fn from_part(show: &Show, step: &Step, cue: &Cue) -> String {
    let words = &show.words().resume;
    if cue.id.part.is_text() {
        (words.from_part)(&lines::part_name(&show.words().screens, step, cue))
    } else {
        words.from_here.to_owned()
    }
}

/// The offer in one sentence, for a screen that is too small for more.
pub(super) fn in_short(show: &Show) -> String {
    let words = &show.words().resume;
    let does = possible(show).into_iter();
    let keys = does.map(|(action, does)| {
        let key = bottom::hint_key(show, action).unwrap_or_default();
        format!("{key} {does}")
    });
    format!("{} · {}", words.title, keys.collect::<Vec<_>>().join(" · "))
}
