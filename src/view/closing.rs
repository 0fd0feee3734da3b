//! The closing card after the last step: how long it took, what was left out after all, and what was changed on the day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text::{hanging, width};
use super::{Target, bottom, frame, keys_told, lines, steps, theme};
use crate::script::values::filled_in;
use crate::show::Show;

/// Draws the card; gives what can be clicked.
pub(super) fn draw(show: &Show, area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let words = &show.words().screens;
    let (rows, targets) = frame::draw(
        show,
        words.closing_title,
        &bottom::running_hints(show),
        area,
        buffer,
    );
    frame::put_scrolled(show, &card(show, rows.width, rows.height), 0, rows, buffer);
    targets
}

/// Below so many rows the card does without air and without the agency: what was left out is worth more.
const AIRY: u16 = 14;

/// The card. Of a long list of what was left out as much as there is room for: what to do about it, and who was absent,
/// is told whatever its length.
fn card(show: &Show, columns: u16, rows: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let is_airy = rows >= AIRY;
    let air = || is_airy.then(Line::default);
    let mut card: Vec<Line<'static>> = air().into_iter().collect();
    if let Some(programme) = show.programme() {
        card.extend(hanging(Vec::new(), &programme.title, theme.strong, columns));
        let agency = filled_in(programme.agency.as_ref()).filter(|_| is_airy);
        let told = |agency| hanging(Vec::new(), agency, theme.plain, columns);
        card.extend(agency.into_iter().flat_map(told));
        card.extend(air());
    }
    card.extend(times(show, columns));
    card.extend(air());
    let left_out = show.reading().left_out();
    let absent = absent_told(show, columns);
    if left_out.is_empty() {
        card.push(Line::from(vec![
            Span::styled("✓ ", theme.strong),
            Span::raw(words.nothing_left_out),
        ]));
    } else {
        card.push(Line::styled(words.still_left_out, theme.warning));
        card.push(Line::styled(keys_told::made_up_later(show), theme.dim));
        // A row for that the programme was changed, however much was left out.
        let kept = absent.len() + usize::from(!changes(show).is_empty());
        let room = usize::from(rows).saturating_sub(card.len() + kept);
        card.extend(left_out_told(show, columns, room));
    }
    card.extend(absent);
    // What was left out comes first: whatever room it leaves.
    let room = usize::from(rows).saturating_sub(card.len());
    card.extend(changes_told(show, columns, room));
    card
}

/// What was left out, in so many rows.
fn left_out_told(show: &Show, columns: u16, room: usize) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let omitted = lines::omitted(show, show.reading().left_out().iter().rev());
    let mut told = Vec::new();
    let mut left = omitted.len();
    for item in omitted.texts() {
        let sign = Span::styled("! ", theme.warning);
        let item = hanging(vec![sign], &item, theme.warning, columns);
        let row_for_more = usize::from(left > 1);
        if told.len() + item.len() + row_for_more > room {
            told.push(Line::styled((words.more)(left), theme.dim));
            break;
        }
        told.extend(item);
        left -= 1;
    }
    told
}

/// What was changed on the day, below an empty row, in so many rows; nothing where nothing was, or there is no room.
fn changes_told(show: &Show, columns: u16, room: usize) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let words = show.words();
    let changes = changes(show);
    let count = changes.len();
    let mut told = vec![Line::default(), Line::raw(words.changes.changed_title)];
    let mut left = count;
    for change in changes {
        let change = hanging(vec![Span::raw("– ")], &change, theme.plain, columns);
        let row_for_more = usize::from(left > 1);
        if told.len() + change.len() + row_for_more > room {
            told.push(Line::styled((words.screens.more)(left), theme.dim));
            break;
        }
        told.extend(change);
        left -= 1;
    }
    let fits = told.len() <= room && told.len() > 2;
    if fits || count == 0 {
        return if fits { told } else { Vec::new() };
    }
    // In short, where there is no room for any of them.
    let more = (words.screens.more)(count);
    let short = Line::raw(format!("{} {more}", words.changes.changed_title));
    std::iter::once(short).take(room).collect()
}

/// Every change of the day: steps in their order, then people.
fn changes(show: &Show) -> Vec<String> {
    let words = &show.words().changes;
    let Some(programme) = show.programme() else {
        return Vec::new();
    };
    let steps = (1..).zip(&programme.steps).filter_map(|(number, step)| {
        let is_dropped = show.reading().is_dropped(&step.id);
        let what = if is_dropped {
            steps::remark_in_full(show, step)?
        } else {
            steps::of_the_day(show, step)?.to_owned()
        };
        Some(format!("{number} {} · {what}", step.title))
    });
    let people = programme.people.iter().filter_map(|person| {
        let own = person.stands_in_for.as_ref()?;
        let by = person.name.as_ref().or(person.office.as_ref())?;
        Some(format!("{} · {}", person.role, (words.replaced)(by, own)))
    });
    steps.chain(people).collect()
}

/// When it began and ended, and how that stands against the plan.
fn times(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let Some(began) = show.clock().began() else {
        return Vec::new();
    };
    let ended = show.clock().ended().unwrap_or(show.clock().now().wall);
    let began = lines::clock_time(show, began.wall);
    let ended = lines::clock_time(show, ended);
    let times = (show.words().screens.began_and_ended)(&began, &ended, show.clock().elapsed());
    let Some((text, strong)) = lines::lateness(show) else {
        return hanging(Vec::new(), &times, theme.plain, columns);
    };
    let style = if strong { theme.warning } else { theme.plain };
    let between = " · ";
    if width(&times) + width(between) + width(&text) <= usize::from(columns) {
        let spans = vec![Span::raw(times), Span::raw(between), Span::styled(text, style)];
        return vec![Line::from(spans)];
    }
    let mut lines = hanging(Vec::new(), &times, theme.plain, columns);
    lines.extend(hanging(Vec::new(), &text, style, columns));
    lines
}

/// Who was absent, below an empty row; nothing where everybody was there.
fn absent_told(show: &Show, columns: u16) -> Vec<Line<'static>> {
    let theme = theme::of(show.look());
    let absent = absent(show);
    if absent.is_empty() {
        return Vec::new();
    }
    let mut told = vec![Line::default(), Line::raw(show.words().screens.absent_title)];
    let listed = |name: String| hanging(vec![Span::raw("– ")], &name, theme.plain, columns);
    told.extend(absent.into_iter().flat_map(listed));
    told
}

fn absent(show: &Show) -> Vec<String> {
    let words = &show.words().screens;
    let Some(programme) = show.programme() else {
        return Vec::new();
    };
    let cues = programme.steps.iter().flat_map(|step| &step.cues);
    cues.filter(|cue| show.reading().is_absent(&cue.id))
        .map(|cue| lines::signatory(words, cue))
        .collect()
}
