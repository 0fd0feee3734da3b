//! The leader's screen (layar kendali) while a ceremony runs: the phrase first, then whose turn it is, then what comes.

mod large;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use self::large::Fit;
pub(super) use self::large::FoundFit;
use super::bottom::{self, Above};
use super::panel::{self, Panel};
use super::text::{above, below, fitted as fitted_text, inset, put, put_both, put_right, share, width};
use super::theme::{self, Theme};
use super::verse::{self, Air, Item, Standing, Verse};
use super::{Cache, Target, lines, progress, steps, veil};
use crate::programme::{Cue, Step};
use crate::script::Kind;
use crate::script::values::filled_in;
use crate::show::{Notice, Show};

/// From this width on the steps stand beside the verse.
const WIDE: u16 = 100;

/// From this height on everything has its place; below it the panel is a single row.
const TALL: u16 = 20;

/// The usual height of a terminal: the verse can spare a row for long notes.
const USUAL: u16 = 24;

/// From this height on there is room for a longer panel and more air.
const ROOMY: u16 = 34;

/// The present phrase begins no lower than this row of the verse, so that on a high screen it stays near its label and has
/// the more room below for large type.
const LOWEST: u16 = 4;

/// Draws the screen; gives what can be clicked.
pub(super) fn draw(show: &Show, cache: &mut Cache, area: Rect, buffer: &mut Buffer) -> Vec<Target> {
    let (Some(step), Some(cue)) = (show.step(), show.cue()) else {
        return Vec::new();
    };
    let (label, phrase_style) = lines::who(show, step, cue);
    let items = items(show, step, cue, phrase_style);
    let tall = area.height >= TALL;
    let bottom_rows = if tall { bottom::ROWS } else { bottom::LOW_ROWS };
    let usual_panel = match area.height {
        ROOMY.. => panel::LONG + 1,
        USUAL.. => 6,
        TALL.. => 5,
        _ => panel::LEAST,
    };
    let middle_start = if tall { 4 } else { 2 };
    let middle = Rect {
        y: area.y + middle_start,
        height: area.height.saturating_sub(middle_start + bottom_rows),
        ..area
    };
    // Where a text has no room beside the list of the steps, it needs the whole width.
    let list = list_columns(middle);
    let has_list = area.width >= WIDE && fits(&run_on(items.clone()), panel::LEAST, beside(middle, list));
    let lists: &[u16] = if has_list { &[list, NARROW_LIST, 0] } else { &[0] };
    let columns_of_verse: Vec<Rect> = lists.iter().map(|list| beside(middle, *list)).collect();
    let (fit, chosen) = large::place(show, step, cue, usual_panel, &columns_of_verse, cache).unzip();
    let chosen = chosen.unwrap_or(0);
    let list = lists.get(chosen).copied().unwrap_or(0);
    let column = columns_of_verse.get(chosen).copied().unwrap_or(middle);
    head(show, step, area, buffer);
    put_list(show, list, middle, buffer);
    let columns = inset(column, 1).width;
    let panel = Panel::of(show, step, columns);
    let whole_panel = panel.wanted_rows(usize::MAX);
    let least_panel = if area.height >= ROOMY {
        whole_panel
    } else {
        panel.wanted_rows(panel::ENOUGH)
    };
    let panel_rows = PanelRows {
        least: least_panel.clamp(panel::LEAST, usual_panel),
        usual: usual_panel,
        most: whole_panel.max(usual_panel),
    };
    let phrase = fit.and_then(|fit| large::phrase(show, step, cue, fit, phrase_style, columns));
    // A phrase that is plain among large ones stands where they do.
    let stands = |fit: &Fit| phrase.is_some() || verse::present_rows(&items, columns) <= fit.tallest();
    let (mut items, room) = match fit.filter(stands) {
        Some(fit) => {
            let room = fit.room(&items, &panel_rows, column);
            (items, room)
        }
        None => fitted(items, &panel_rows, column),
    };
    let panel_at = column.height.saturating_sub(room.panel);
    let reading_area = inset(above(column, panel_at), 1);
    let raised = u16::from(room.is_tight && tall);
    let label_area = Rect {
        y: reading_area.y - raised,
        ..reading_area
    };
    put_label(show, step, cue, Line::from(label), room.label, label_area, buffer);
    let verse_area = below(reading_area, room.label);
    let mut large = phrase;
    let mut bar = if lines::is_deed(cue) {
        theme::of(show.look()).strong
    } else {
        phrase_style
    };
    if veil::is_dark(show) {
        (items, large) = large::dark(show, items, verse_area);
        bar = theme::of(show.look()).warning;
    }
    let verse = Verse {
        items: &items,
        size: show.look().size,
        anchor: room.anchor,
        bar,
        large: large.as_ref(),
    };
    verse.draw(show.look(), cache, verse_area, buffer);
    panel.draw(show, below(column, panel_at), buffer);
    let hints = bottom::running_hints(show);
    let above = Above {
        lists_left_out: room.panel > 0,
        has_no_room: matches!(show.notice(), Some(Notice::Size { .. }))
            && large::has_no_room(show, step, cue, usual_panel, &columns_of_verse),
    };
    if tall {
        bottom::draw_below(show, above, &hints, area, buffer)
    } else {
        bottom::draw_low(show, above, &hints, area, buffer)
    }
}

/// Whether what is read now has room in a column above a panel of so many rows.
fn fits(items: &[Item], panel: u16, column: Rect) -> bool {
    let height = column.height.saturating_sub(panel);
    let columns = inset(column, 1).width;
    verse::present_rows(items, columns) <= usize::from(height.saturating_sub(label_rows(height)))
}

/// The rows of the label, with air below it where there is room.
fn label_rows(height: u16) -> u16 {
    if height > 8 { 2 } else { 1 }
}

/// How the height of the middle is parted.
struct Room {
    /// The rows of the label.
    label: u16,
    /// Whether it has no air below it: then it takes that of the head.
    is_tight: bool,
    /// The rows of the panel.
    panel: u16,
    /// The row of the verse at which what is read now begins.
    anchor: u16,
}

impl Room {
    fn above_panel(panel: u16, column: Rect) -> Self {
        let height = column.height.saturating_sub(panel);
        let label = label_rows(height);
        Self {
            label,
            is_tight: false,
            panel,
            anchor: anchor(height.saturating_sub(label)),
        }
    }
}

/// The row at which what is read now begins, in a verse of so many: the same for plain and for large type.
fn anchor(verse_rows: u16) -> u16 {
    (verse_rows / 3).min(LOWEST)
}

/// The verse and its room. What is read now must be seen whole: where its phrases have no room one below the other they
/// run on, and where that is not enough the panel makes room too.
fn fitted(items: Vec<Item>, panel: &PanelRows, column: Rect) -> (Vec<Item>, Room) {
    let items = if fits(&items, panel.usual, column) {
        items
    } else {
        run_on(items)
    };
    if !fits(&items, panel.usual, column) {
        return (items, Room::above_panel(panel::LEAST, column));
    }
    let mut room = Room::above_panel(panel.usual, column);
    let whole = verse::whole_rows(&items, inset(column, 1).width);
    room.panel = panel.shared(whole, room.anchor, column);
    (items, room)
}

/// How many rows the panel may have.
struct PanelRows {
    /// What it keeps where the text needs the others.
    least: u16,
    /// What it usually has.
    usual: u16,
    /// What it takes of rows that the text leaves empty, to tell everything whole.
    most: u16,
}

impl PanelRows {
    /// The rows of the panel where all has its room, and the text is whole in so many. What the panel does not need goes to
    /// a text that would not be whole above it, and what the text does not need to the panel. The same for every phrase of
    /// a cue, so that the rule stays where it is.
    fn shared(&self, whole: usize, anchor: u16, column: Rect) -> u16 {
        let whole = u16::try_from(whole).unwrap_or(u16::MAX);
        // An empty row below what is read now, and one above the rule.
        let verse = whole.saturating_add(anchor + 2 + label_rows(column.height));
        column.height.saturating_sub(verse).clamp(self.least, self.most)
    }
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
fn head(show: &Show, step: &Step, area: Rect, buffer: &mut Buffer) {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let Some(programme) = show.programme() else { return };
    let inner = inset(area, 1);
    let title = filled_in(programme.agency.as_ref()).map_or_else(
        || programme.title.clone(),
        |agency| format!("{} · {agency}", programme.title),
    );
    let clock = Line::styled(lines::clock_time(show, show.clock().now().wall), theme.strong);
    put_both(Line::styled(title, theme.dim), &clock, 0, inner, buffer);
    let step_row = if area.height >= TALL {
        progress::draw(show, 1, inner, buffer);
        2
    } else {
        1
    };
    let number = show.step_position().map_or(0, |position| position + 1);
    let count = programme.steps.len();
    let counted = if area.width >= WIDE {
        (words.step_of)(number, count)
    } else {
        format!("{number}/{count}")
    };
    let (mut timing, is_strong) = timing(show, step);
    let mut posture = step
        .posture
        .map_or_else(String::new, |posture| format!(" · {}", (words.posture)(posture)));
    // The posture is called out: of the two the title is cut first. But it must tell the step: a time that is no cause for
    // alarm steps back for the most of a title, and the posture for half of it.
    let room_for_title = |posture: &str, timing: &Line<'_>| {
        let taken = width(&counted) + 2 + width(posture) + timing.width() + 2;
        usize::from(inner.width).saturating_sub(taken)
    };
    let whole = width(&step.title);
    if room_for_title(&posture, &timing) < whole * 3 / 4 && !is_strong {
        timing = Line::default();
    }
    if room_for_title(&posture, &timing) < whole / 2 {
        posture.clear();
    }
    let title = fitted_text(&step.title, room_for_title(&posture, &timing));
    let left = Line::from(vec![
        Span::styled(format!("{counted}  "), theme.dim),
        Span::styled(title, theme.strong),
        Span::styled(posture, theme.dim),
    ]);
    put_both(left, &timing, step_row, inner, buffer);
}

/// Late or early, in words, and whether that is a cause for alarm. During an ikrar nothing else is worth the reader's eye.
fn timing(show: &Show, step: &Step) -> (Line<'static>, bool) {
    let theme = theme::of(show.look());
    let told = lines::lateness(show).filter(|(_, strong)| *strong || step.kind != Kind::Ikrar);
    let (text, strong) = told.unwrap_or_default();
    (
        Line::styled(text, if strong { theme.warning } else { theme.dim }),
        strong,
    )
}

/// How many columns the list of the steps takes.
fn list_columns(area: Rect) -> u16 {
    share(area.width, 7, 20).clamp(34, 60)
}

/// The list of the steps is so narrow where large type has no room beside a wider one.
const NARROW_LIST: u16 = 30;

/// The column of the verse beside a list of so many columns; the whole where there is none.
fn beside(area: Rect, list: u16) -> Rect {
    let taken = if list == 0 { 0 } else { (list + 2).min(area.width) };
    Rect {
        x: area.x + taken,
        width: area.width - taken,
        ..area
    }
}

/// The steps beside the verse in so many columns, and the rule between them; nothing in none.
fn put_list(show: &Show, width: u16, area: Rect, buffer: &mut Buffer) {
    if width == 0 {
        return;
    }
    let theme = theme::of(show.look());
    let rule = Rect {
        x: area.x + width,
        width: 1,
        ..area
    };
    steps::draw(show, inset(Rect { width, ..area }, 1), buffer);
    for row in 0..area.height {
        put(&Line::styled("│", theme.rule), row, rule, buffer);
    }
}

/// Who speaks, and where we are: below it where it has no room beside a long role.
fn put_label(
    show: &Show,
    step: &Step,
    cue: &Cue,
    label: Line<'_>,
    rows: u16,
    area: Rect,
    buffer: &mut Buffer,
) {
    let room = usize::from(area.width).saturating_sub(label.width() + 2);
    let whereabouts = lines::whereabouts(show, step, cue, room);
    if whereabouts.is_empty() && rows > 1 {
        let whereabouts = lines::whereabouts(show, step, cue, usize::from(area.width));
        put_right(&Line::raw(whereabouts), 1, area, buffer);
    }
    put_both(label, &Line::raw(whereabouts), 0, area, buffer);
}

/// What the verse holds: phrases of the cue, or all the signatories.
fn items(show: &Show, step: &Step, cue: &Cue, phrase_style: Style) -> Vec<Item> {
    let theme = theme::of(show.look());
    let mut items = Vec::new();
    let first_cue = step.cues.first().is_some_and(|first| first.id == cue.id);
    if let Some(announce) = step.announce.as_ref().filter(|_| first_cue) {
        let announcer = show.words().screens.announcer;
        items.push(Item {
            air: Air::After,
            ..remark(theme, format!("{announcer}: “{announce}”"), "○", Standing::Past)
        });
    }
    if cue.signatory.is_some() {
        items.extend(
            step.cues
                .iter()
                .filter(|one| one.signatory.is_some())
                .map(|one| signing_item(show, one, cue, phrase_style)),
        );
        return items;
    }
    items.extend(phrase_items(show, step, cue, phrase_style));
    if let Some(reply) = &cue.reply {
        let (sign, by) = lines::answers(show, cue, reply);
        let by = by.map_or_else(String::new, |by| format!("{by}: "));
        items.push(Item {
            air: Air::NoneBefore,
            ..remark(theme, format!("{by}“{}”", reply.text), sign, Standing::ToCome)
        });
    }
    items
}

fn phrase_items(show: &Show, step: &Step, cue: &Cue, present_style: Style) -> Vec<Item> {
    let theme = theme::of(show.look());
    let place = show.place().map_or(0, |place| place.phrase);
    let present = cue.stretch(show.stride(step, cue), place);
    let present_style = if lines::is_deed(cue) {
        theme.plain
    } else {
        present_style
    };
    let (opens, closes) = lines::marks(cue);
    let last = cue.phrases.len().saturating_sub(1);
    cue.phrases
        .iter()
        .enumerate()
        .map(|(index, phrase)| {
            let (standing, style) = if present.contains(&index) {
                (Standing::Present, present_style)
            } else if index < present.start {
                (Standing::Past, theme.dim)
            } else {
                (Standing::ToCome, theme.plain)
            };
            let number = cue
                .shown_number
                .filter(|_| index == 0)
                .map_or_else(String::new, |number| format!("{number}. "));
            let open = if index == 0 { opens } else { "" };
            let close = if index == last { closes } else { "" };
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
fn signing_item(show: &Show, one: &Cue, present: &Cue, present_style: Style) -> Item {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let text = lines::signatory(words, one);
    let past = one.id.part < present.id.part;
    let item = |text, sign, style| Item {
        text,
        sign,
        style,
        standing: if past { Standing::Past } else { Standing::ToCome },
        air: Air::Usual,
    };
    if one.id == present.id {
        Item {
            standing: Standing::Present,
            ..item(text, "▶", present_style)
        }
    } else if show.reading().is_absent(&one.id) {
        item(format!("{text} · {}", words.absent), "–", theme.warning)
    } else if show.reading().is_read(one) {
        item(format!("{text} · {}", words.signed), "✓", theme.dim)
    } else {
        item(text, " ", theme.plain)
    }
}

fn remark(theme: &Theme, text: String, sign: &'static str, standing: Standing) -> Item {
    Item {
        text,
        sign,
        style: theme.dim,
        standing,
        air: Air::Usual,
    }
}
