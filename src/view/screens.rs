//! The window of the audience's screens: where they find the show, and which follow it. Whatever came from the network is
//! shown as harmless text.

mod code;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use self::code::Code;
use super::text::{hanging, put_centred, right_end, width, wrapped};
use super::theme::Theme;
use super::{Drawn, bottom, frame, lines, theme};
use crate::script::characters::harmless;
use crate::show::keys::Action;
use crate::show::{Follower, Health, Serving, Show};

/// The columns that the words need beside the code.
const LEAST_COLUMNS: u16 = 40;

/// The cells between the words and the code.
const BETWEEN: u16 = 3;

/// Draws the window, scrolled to a row; gives the furthest to which it can be.
pub(super) fn draw(show: &Show, scroll: usize, area: Rect, buffer: &mut Buffer) -> Drawn {
    let words = &show.words().screens;
    let room = frame::rows(area);
    let code = likeliest(show)
        .and_then(|address| Code::of(address, show.look()))
        .filter(|code| code.rows() <= room.height && code.columns() + BETWEEN + LEAST_COLUMNS <= room.width);
    let taken = code.as_ref().map_or(0, |code| code.columns() + BETWEEN);
    let beside = Rect {
        width: room.width - taken,
        ..room
    };
    let told = told(show, beside.width);
    let mut hints = vec![
        (Action::Close, words.hint_close.to_owned()),
        bottom::quit_hint(show),
    ];
    if told.len() > usize::from(room.height) {
        hints.insert(0, (Action::Up, words.hint_scroll.to_owned()));
    }
    let (_, targets) = frame::draw(show, words.screens_title, &hints, area, buffer);
    if let Some(code) = code {
        let at = right_end(room, code.columns());
        code.draw(at, buffer);
        let caption = Line::styled(words.code_leads, theme::of(show.look()).dim);
        put_centred(&caption, code.rows(), at, buffer);
    }
    Drawn {
        furthest: frame::put_scrolled(show, &told, scroll, beside, buffer),
        targets,
    }
}

/// The address at which another device most likely finds the show.
fn likeliest(show: &Show) -> Option<&str> {
    match show.serving() {
        Serving::Open { shared, .. } => shared.first().map(String::as_str),
        Serving::Off | Serving::Opening | Serving::Refused(_) | Serving::Stopped => None,
    }
}

/// What the state strip tells of the screens: how many are joined, and what is wrong with which. Nothing where none
/// follows and nothing is wrong: one that was lost long ago is only in the window.
pub(super) fn state(show: &Show) -> Vec<Span<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    if matches!(show.serving(), Serving::Refused(_) | Serving::Stopped) {
        return vec![Span::styled(words.screens_not_served, theme.notice)];
    }
    let count = |health| show.followers().iter().filter(|one| one.health == health).count();
    let (behind, lost) = (count(Health::Behind), count(Health::Lost));
    let joined = count(Health::Following) + behind;
    let mut parts = Vec::new();
    if joined > 0 {
        parts.push(Span::styled((words.screens_joined)(joined), theme.dim));
    }
    for (count, health) in [(lost, Health::Lost), (behind, Health::Behind)] {
        if count > 0 {
            let told = (words.screens_ill)(count, health, !parts.is_empty());
            parts.push(Span::styled(told, theme.warning));
        }
    }
    parts
}

/// All that the window tells, in so many columns.
pub(super) fn told(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let sentence = |text: &str, style: Style| {
        let rows = wrapped(text, columns).into_iter();
        rows.map(move |row| Line::styled(row, style)).collect::<Vec<_>>()
    };
    let mut told = match show.serving() {
        Serving::Off => {
            let mut told = sentence(words.serving_off, theme.plain);
            told.extend(sentence(words.how_to_share, theme.plain));
            told
        }
        Serving::Opening => sentence(words.serving_opening, theme.plain),
        Serving::Refused(reason) => {
            let reason = harmless(reason.trim().trim_end_matches('.'));
            let mut told = sentence(&(words.serving_refused)(&reason), theme.notice);
            told.extend(sentence(words.serving_show_goes_on, theme.plain));
            told
        }
        Serving::Stopped => {
            let mut told = sentence(words.serving_stopped, theme.notice);
            told.extend(sentence(words.serving_show_goes_on, theme.plain));
            told
        }
        Serving::Open { here, shared } => {
            let mut told = addresses(show, here, shared, columns);
            if shared.is_empty() {
                told.push(Line::default());
                told.extend(sentence(words.how_to_share, theme.plain));
            }
            told
        }
    };
    let is_open = matches!(show.serving(), Serving::Open { .. });
    if is_open || !show.followers().is_empty() {
        told.push(Line::default());
        told.push(Line::styled(words.followers_title, theme.strong));
        if show.followers().is_empty() {
            told.extend(sentence(words.no_followers, theme.dim));
        }
        told.extend(followers(show, columns));
    }
    told
}

/// Where the screens find the show: on this computer, on others, at the podium, and in another terminal.
fn addresses(show: &Show, here: &str, shared: &[String], columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let likeliest = shared.first().map_or(here, String::as_str);
    let mut rows = vec![(words.address_here, harmless(here))];
    rows.extend(
        shared
            .iter()
            .map(|address| (words.address_shared, harmless(address))),
    );
    let reader = (words.reader_address)(likeliest.trim_end_matches('/'));
    rows.push((words.address_reader, Cow::Owned(harmless(&reader).into_owned())));
    rows.push((words.address_terminal, Cow::Borrowed(words.screen_command)));
    let widest = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    let longest = rows.iter().map(|(_, address)| width(address)).max().unwrap_or(0);
    let beside = widest + 2 + longest <= usize::from(columns);
    let mut before = "";
    let mut told = Vec::new();
    for (label, address) in rows {
        // The same label is told once.
        let shown = if label == before { "" } else { label };
        before = label;
        if !beside {
            // An address that is broken in two is not one.
            let label = (!shown.is_empty()).then(|| Line::styled(shown, theme.dim));
            told.extend(label);
            told.extend(hanging(vec![Span::raw("  ")], &address, theme.strong, columns));
            continue;
        }
        let pad = " ".repeat(widest - width(shown));
        let head = Span::styled(format!("{shown}{pad}  "), theme.dim);
        told.extend(hanging(vec![head], &address, theme.strong, columns));
    }
    told
}

/// Every screen that follows or followed: what it is and where, and how it is since when. In two columns where they have
/// room, else one below the other.
fn followers(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let told: Vec<(&Follower, String, String)> = show
        .followers()
        .iter()
        .map(|follower| (follower, which(show, follower), how(show, follower)))
        .collect();
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let which_width = widest(&mut told.iter().map(|(_, which, _)| width(which)));
    let how_width = widest(&mut told.iter().map(|(_, _, how)| width(how)));
    let beside = 2 + which_width + 2 + how_width <= usize::from(columns);
    let mut rows = Vec::new();
    for (follower, which, how) in told {
        let (sign, style) = look_of(theme, follower.health);
        let sign = Span::styled(format!("{sign} "), style);
        if beside {
            let pad = " ".repeat(which_width - width(&which) + 2);
            rows.push(Line::from(vec![
                sign,
                Span::styled(format!("{which}{pad}"), theme.plain),
                Span::styled(how, style),
            ]));
        } else {
            rows.extend(hanging(vec![sign], &which, theme.plain, columns));
            rows.extend(hanging(vec![Span::raw("  ")], &how, style, columns));
        }
    }
    rows
}

/// A sign for how a screen is, and the style of its words.
fn look_of(theme: &Theme, health: Health) -> (&'static str, Style) {
    match health {
        Health::Following => ("✓", theme.dim),
        Health::Behind | Health::Lost => ("!", theme.warning),
        Health::LongLost => ("–", theme.dim),
    }
}

/// "peserta · peramban · 192.168.1.40"
fn which(show: &Show, follower: &Follower) -> String {
    let words = &show.words().screens;
    let address = match &follower.address {
        Some(address) => harmless(address),
        None => Cow::Borrowed(words.this_computer),
    };
    let role = (words.follower_role)(follower.role);
    let device = (words.follower_device)(follower.device);
    format!("{role} · {device} · {address}")
}

/// "mengikuti sejak 07.41"
fn how(show: &Show, follower: &Follower) -> String {
    let since = lines::clock_time(show, follower.since);
    (show.words().screens.follower_health)(follower.health, &since)
}
