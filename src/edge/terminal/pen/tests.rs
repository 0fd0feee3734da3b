//! What any two frames lead to on a screen, and how many bytes that takes.

use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::Rect;
use ratatui::style;

use super::super::frame::Frame;
use super::*;
use crate::script::library;
use crate::script::tests::sources_of;
use crate::show::{Key, KeyCode, Moment, Msg, Settings, Show, Watching, update};
use crate::view;

const COLUMNS: u16 = 24;
const ROWS: u16 = 4;

/// A text in a style at a place.
type Patch = (u16, u16, String, style::Style);

fn terminal(columns: u16, rows: u16) -> vt100::Parser {
    let cells = |count| std::num::NonZero::new(count).unwrap();
    vt100::Parser::new(cells(rows), cells(columns), 0)
}

fn colour() -> impl Strategy<Value = Color> {
    prop_oneof![
        3 => Just(Color::Reset),
        2 => prop::sample::select(vec![Color::Black, Color::Red, Color::Gray, Color::DarkGray, Color::White]),
        2 => any::<u8>().prop_map(Color::Indexed),
        1 => any::<[u8; 3]>().prop_map(|[red, green, blue]| Color::Rgb(red, green, blue)),
    ]
}

fn style() -> impl Strategy<Value = style::Style> {
    let modifier = prop_oneof![
        Just(Modifier::empty()),
        any::<u16>().prop_map(Modifier::from_bits_truncate)
    ];
    (colour(), colour(), colour(), modifier).prop_map(|(ink, ground, underline, modifier)| {
        let style = style::Style::new().fg(ink).bg(ground);
        style.underline_color(underline).add_modifier(modifier)
    })
}

fn patches() -> impl Strategy<Value = Vec<Patch>> {
    let text = "[ab .]{0,9}|[ ]{3,24}|[ab─…é]{1,6}|[a一二 ]{1,5}|[a ]{20,30}";
    prop::collection::vec((0..COLUMNS, 0..ROWS, text, style()), 0..12)
}

fn paint(patches: &[Patch], ground: style::Style, buffer: &mut Buffer) {
    buffer.set_style(buffer.area, ground);
    for (column, row, text, style) in patches {
        buffer.set_string(*column, *row, text, *style);
    }
    for cell in &mut buffer.content {
        // Terminals differ in which of the two they show.
        if cell.modifier.contains(Modifier::BOLD) {
            cell.modifier.remove(Modifier::DIM);
        }
    }
    // What stands under the second half of a wide sign is never seen: it has the ground of the first.
    for row in 0..ROWS {
        for column in 1..COLUMNS {
            let before = buffer[(column - 1, row)].clone();
            if before.symbol().width() > 1 {
                buffer[(column, row)].reset();
                buffer[(column, row)].set_style(before.style());
            }
        }
        // A wide sign in the last column stands in no terminal.
        let last = &mut buffer[(COLUMNS - 1, row)];
        if last.symbol().width() > 1 {
            last.set_symbol(" ");
        }
    }
}

/// What can be seen of a screen.
fn seen(screen: &vt100::Screen) -> Vec<String> {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    places
        .map(|(row, column)| {
            let cell = screen.cell(row, column).unwrap();
            let symbol = if cell.has_contents() { cell.contents() } else { " " };
            let ground = cell.bgcolor();
            if symbol == " " && !cell.inverse() && !cell.underline() {
                return format!("{ground:?}");
            }
            let style = (
                cell.bold(),
                cell.dim(),
                cell.italic(),
                cell.underline(),
                cell.inverse(),
            );
            format!("{symbol} {ground:?} {:?} {style:?}", cell.fgcolor())
        })
        .collect()
}

/// A buffer on a fresh screen, by the library's own hand.
fn afresh(buffer: &Buffer) -> Vec<String> {
    let mut buffer = buffer.clone();
    for cell in &mut buffer.content {
        // The terminal of the tests takes the parts of such a colour for others.
        cell.underline_color = Color::Reset;
    }
    let mut bytes = Vec::new();
    let empty = Buffer::empty(buffer.area);
    CrosstermBackend::new(&mut bytes)
        .draw(empty.diff_iter(&buffer))
        .unwrap();
    let mut terminal = terminal(buffer.area.width, buffer.area.height);
    terminal.process(&bytes);
    seen(terminal.screen())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_frame_after_another_is_seen_as_if_it_were_the_first(
        frames in prop::collection::vec((patches(), style()), 1..4)
    ) {
        let (mut frame, mut terminal) = (Frame::new((COLUMNS, ROWS)), terminal(COLUMNS, ROWS));
        for (patches, ground) in &frames {
            let mut painted = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
            paint(patches, *ground, &mut painted);
            let bytes = frame.paint(|buffer, _| paint(patches, *ground, buffer)).unwrap();
            terminal.process(bytes.unwrap_or_default());
            prop_assert_eq!(seen(terminal.screen()), afresh(&painted));
        }
    }

    #[test]
    fn a_frame_ends_with_a_plain_style(patches in patches(), ground in style()) {
        let (mut frame, mut terminal) = (Frame::new((COLUMNS, ROWS)), terminal(COLUMNS, ROWS));
        let bytes = frame.paint(|buffer, _| paint(&patches, ground, buffer)).unwrap();
        terminal.process(bytes.unwrap_or_default());
        terminal.process(b"\x1b[Ha");
        let mut plain = self::terminal(COLUMNS, ROWS);
        plain.process(b"a");
        prop_assert_eq!(&seen(terminal.screen())[0], &seen(plain.screen())[0]);
    }
}

/// The frames of a ceremony that is read from its beginning, and at once to its end and back.
fn frames() -> Vec<Buffer> {
    let area = Rect::new(0, 0, 80, 24);
    let sources = sources_of(library::script("mergangsan-2023").unwrap());
    let at = |seconds| Moment {
        wall: jiff::Timestamp::UNIX_EPOCH,
        steady: std::time::Duration::from_secs(seconds),
    };
    let settings = Settings {
        guard: std::time::Duration::ZERO,
        ..Settings::default()
    };
    let mut show = Show::new(settings, &sources, Watching::Nothing, at(0));
    let walk = [KeyCode::Enter]
        .into_iter()
        .chain(std::iter::repeat_n(KeyCode::Right, 60))
        .chain("pnvtg?".chars().map(KeyCode::Char));
    let mut frames = Vec::new();
    for (second, code) in (1..).zip(walk) {
        let key = Key::plain(code);
        let at = at(second * 7);
        update(
            &mut show,
            Msg::KeyPressed {
                key,
                repeated: false,
                at,
            },
        );
        let mut buffer = Buffer::empty(area);
        view::draw(&show, &mut view::Cache::default(), area, &mut buffer);
        frames.push(buffer);
    }
    frames
}

#[test]
fn no_frame_of_a_ceremony_takes_more_bytes_than_by_the_hand_of_the_library() {
    let (mut frame, mut shown) = (Frame::new((80, 24)), Buffer::empty(Rect::new(0, 0, 80, 24)));
    let mut terminal = terminal(80, 24);
    let mut kinds = 0;
    for next in frames() {
        let mut theirs = b"\x1b[?2026h\x1b[?2026l".to_vec();
        CrosstermBackend::new(&mut theirs)
            .draw(shown.diff_iter(&next))
            .unwrap();
        let ours = frame.paint(|buffer, _| *buffer = next.clone()).unwrap();
        let ours = ours.unwrap_or_default();
        assert!(ours.len() <= theirs.len(), "{} : {}", ours.len(), theirs.len());
        kinds += usize::from(ours.len() * 4 < theirs.len() * 3);
        terminal.process(ours);
        assert_eq!(seen(terminal.screen()), afresh(&next));
        shown = next;
    }
    assert!(kinds > 0, "some are much shorter");
}

#[test]
fn dark_colours_have_their_long_names_where_they_are_bold() {
    let written = |style: style::Style| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
        buffer[(0, 0)].set_symbol("a").set_style(style);
        let mut bytes = Vec::new();
        let mut pen = Pen::new(&mut bytes);
        pen.write(&buffer, 0, 0, &buffer[(0, 0)]);
        pen.put_down();
        String::from_utf8(bytes).unwrap()
    };
    let red = style::Style::new().fg(Color::Red);
    assert_eq!(written(red), "\x1b[1H\x1b[31ma\x1b[m");
    let bold = red.add_modifier(Modifier::BOLD);
    assert_eq!(written(bold), "\x1b[1H\x1b[1;38;5;1ma\x1b[m");
}

#[test]
fn a_blank_over_the_first_half_of_a_wide_sign_leaves_nothing_of_it() {
    let plain = style::Style::new();
    let first = vec![(15, 1, "一一".to_owned(), plain)];
    let second = vec![
        (17, 1, "一".to_owned(), plain),
        (12, 1, "      ".to_owned(), plain.bg(Color::Black)),
    ];
    let (mut frame, mut terminal) = (Frame::new((COLUMNS, ROWS)), terminal(COLUMNS, ROWS));
    for patches in [first, second] {
        let mut painted = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
        paint(&patches, plain, &mut painted);
        let bytes = frame.paint(|buffer, _| paint(&patches, plain, buffer)).unwrap();
        let bytes = bytes.unwrap_or_default();
        terminal.process(bytes);
        assert_eq!(seen(terminal.screen()), afresh(&painted));
    }
}
