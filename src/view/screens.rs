//! The window of the audience's screens: where they find the show, and which follow it. Whatever came from the network is
//! shown as harmless text.

mod code;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use self::code::Code;
use super::text::{hanging, right_end, width, wrapped};
use super::theme::Theme;
use super::{Drawn, bottom, frame, lines, theme};
use crate::script::characters::harmless;
use crate::show::keys::Action;
use crate::show::{Follower, Health, Serving, Show, typed_address};

/// The columns that the words need beside the code.
const LEAST_COLUMNS: u16 = 40;

/// The words beside the code have no more columns.
const MOST_COLUMNS: u16 = 84;

/// The cells between the words and the code.
const BETWEEN: u16 = 3;

/// Draws the window, scrolled to a row; gives the furthest to which it can be.
pub(super) fn draw(show: &Show, scroll: usize, area: Rect, buffer: &mut Buffer) -> Drawn {
    let words = &show.words().screens;
    let room = frame::rows(area);
    let code = likeliest(show)
        .and_then(|address| Code::of(address, show.look()))
        .filter(|code| code.rows() < room.height && code.columns() + BETWEEN + LEAST_COLUMNS <= room.width);
    let taken = code.as_ref().map_or(0, |code| code.columns() + BETWEEN);
    // On a wide screen the code stands beside the words all the same.
    let beside = Rect {
        width: match taken {
            0 => room.width,
            taken => (room.width - taken).min(MOST_COLUMNS),
        },
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
        let at = right_end(room, room.width - beside.width - BETWEEN);
        code.draw(words.code_leads, at, buffer);
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
    followed(show)
}

/// The same of the screens alone.
fn followed(show: &Show) -> Vec<Span<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let joined = count(show, Health::Following) + count(show, Health::Behind);
    let mut parts = Vec::new();
    if joined > 0 {
        parts.push(Span::styled((words.screens_joined)(joined), theme.dim));
    }
    let is_after_screens = !parts.is_empty();
    parts.extend(ill(show, is_after_screens));
    parts
}

/// The same of what is wrong alone, where there is no room for more.
pub(super) fn wrong(show: &Show) -> Vec<Span<'static>> {
    if matches!(show.serving(), Serving::Refused(_) | Serving::Stopped) {
        return state(show);
    }
    ill(show, false).collect()
}

/// How many screens are as they should not be; the word for a screen stands before them already, or with the first.
fn ill(show: &Show, is_after_screens: bool) -> impl Iterator<Item = Span<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    [Health::Lost, Health::Behind]
        .into_iter()
        .map(|health| (count(show, health), health))
        .filter(|(count, _)| *count > 0)
        .enumerate()
        .map(move |(at, (count, health))| {
            let told = (words.screens_ill)(count, health, is_after_screens || at > 0);
            Span::styled(told, theme.warning)
        })
}

fn count(show: &Show, health: Health) -> usize {
    show.followers().iter().filter(|one| one.health == health).count()
}

/// All that the window tells, in so many columns: first how the screens are and which are not as they should be, for that
/// is what it is opened for; then where they find the show; and last those with which nothing is wrong.
pub(super) fn told(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let is_open = matches!(show.serving(), Serving::Open { .. });
    let mut told = Vec::new();
    if is_open || !show.followers().is_empty() {
        told.extend(health(show, columns));
        told.push(Line::default());
    }
    told.extend(where_found(show, columns));
    let well: Vec<&Follower> = show.followers().iter().filter(|one| !is_ill(one)).collect();
    if !well.is_empty() {
        told.push(Line::default());
        told.extend(followers(show, &well, columns));
    }
    told
}

/// How many screens follow, and each that is lost or behind, the worst first.
fn health(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let title = Span::styled(words.followers_title, theme.strong);
    let followed = followed(show);
    if followed.is_empty() {
        let none = wrapped(words.no_followers, columns).into_iter();
        let none = none.map(|row| Line::styled(row, theme.dim));
        return std::iter::once(Line::from(title)).chain(none).collect();
    }
    let mut summary: Vec<Span<'_>> = Vec::new();
    for part in followed {
        if !summary.is_empty() {
            summary.push(Span::styled(bottom::PARTING, theme.dim));
        }
        summary.push(part);
    }
    let cells: usize = summary.iter().map(Span::width).sum();
    let mut told = if title.width() + 2 + cells <= usize::from(columns) {
        summary.splice(0..0, [title, Span::raw("  ")]);
        vec![Line::from(summary)]
    } else {
        vec![Line::from(title), Line::from(summary)]
    };
    let mut ill: Vec<&Follower> = show.followers().iter().filter(|one| is_ill(one)).collect();
    ill.sort_by_key(|one| one.health != Health::Lost);
    told.extend(followers(show, &ill, columns));
    told
}

fn is_ill(follower: &Follower) -> bool {
    match follower.health {
        Health::Behind | Health::Lost => true,
        Health::Following | Health::LongLost => false,
    }
}

/// Where the screens find the show, or why they do not.
fn where_found(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let sentences = |texts: &[(&str, Style)]| {
        let rows = texts.iter().flat_map(|(text, style)| {
            let rows = wrapped(text, columns).into_iter();
            rows.map(|row| Line::styled(row, *style))
        });
        rows.collect::<Vec<_>>()
    };
    match show.serving() {
        Serving::Off => sentences(&[
            (words.serving_off, theme.plain),
            (words.how_to_serve, theme.plain),
        ]),
        Serving::Opening => sentences(&[(words.serving_opening, theme.plain)]),
        Serving::Refused(reason) => {
            let reason = harmless(reason.trim().trim_end_matches('.'));
            sentences(&[
                (&(words.serving_refused)(&reason), theme.notice),
                (words.serving_show_goes_on, theme.plain),
            ])
        }
        Serving::Stopped => sentences(&[
            (words.serving_stopped, theme.notice),
            (words.serving_show_goes_on, theme.plain),
        ]),
        Serving::Open { here, shared, .. } => {
            let mut told = addresses(show, here, shared, columns);
            if shared.is_empty() {
                told.push(Line::default());
                told.extend(sentences(&[(words.how_to_share, theme.plain)]));
            }
            told
        }
    }
}

/// Where the screens find the show: on other computers, at the podium and in another terminal, and on this one.
fn addresses(show: &Show, here: &str, shared: &[String], columns: u16) -> Vec<Line<'static>> {
    let words = &show.words().screens;
    let reader = |address: &str| (words.reader_address)(address.trim_end_matches('/'));
    let Some(likeliest) = shared.first() else {
        let rows = [
            (words.address_here, here.to_owned()),
            (words.address_reader, reader(here)),
            (words.address_terminal, words.screen_command.to_owned()),
        ];
        return labelled(show, &rows, columns);
    };
    let mut rows: Vec<(&str, String)> = vec![(words.address_shared, likeliest.clone())];
    rows.extend(shared.iter().skip(1).map(|address| ("", address.clone())));
    rows.push((words.address_reader, reader(likeliest)));
    let command = format!("{} {}", words.screen_command, typed_address(likeliest));
    rows.push((words.address_terminal, command));
    let of_others = rows.len();
    rows.push((words.address_here, here.to_owned()));
    rows.push(("", words.screen_command.to_owned()));
    if is_beside(&rows, columns) {
        return labelled(show, &rows, columns);
    }
    let (others, here) = rows.split_at(of_others);
    let mut told = labelled(show, others, columns);
    told.extend(labelled(show, here, columns));
    told
}

/// Whether each of some addresses has room beside its label.
fn is_beside(rows: &[(&str, String)], columns: u16) -> bool {
    let widest = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    let longest = rows.iter().map(|(_, address)| width(&harmless(address))).max();
    widest + 2 + longest.unwrap_or(0) <= usize::from(columns)
}

/// Addresses, each beside its label, or below it where one of them has no room there: an address that is broken in two is
/// none. One without a label belongs to the label before.
fn labelled(show: &Show, rows: &[(&'static str, String)], columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let beside = is_beside(rows, columns);
    let widest = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    let mut told = Vec::new();
    for (label, address) in rows {
        let address = harmless(address);
        if beside {
            let pad = " ".repeat(widest - width(label));
            let head = Span::styled(format!("{label}{pad}  "), theme.dim);
            told.extend(hanging(vec![head], &address, theme.strong, columns));
        } else {
            told.extend((!label.is_empty()).then(|| Line::styled(*label, theme.dim)));
            told.extend(hanging(vec![Span::raw("  ")], &address, theme.strong, columns));
        }
    }
    told
}

/// Screens that follow or followed: what each is and where, and how it is since when. In two columns where they have room,
/// else one below the other.
fn followers(show: &Show, followers: &[&Follower], columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let told: Vec<(&Follower, String, String)> = followers
        .iter()
        .map(|follower| (*follower, which(show, follower), how(show, follower)))
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
