//! Clicks and the wheel.

use super::harness::{APEL, Performance};
use crate::show::keys::Action;
use crate::show::{Clickable, Effect, Msg, OutlineRow, Overlay, Settings};

/// Clicks on what the status line names for an action, a second after whatever was before.
fn click(apel: &mut Performance, action: Action) -> Vec<Effect> {
    click_after(apel, 1_000, Clickable::Key(action))
}

fn click_after(apel: &mut Performance, milliseconds: u64, target: Clickable) -> Vec<Effect> {
    apel.wait(milliseconds);
    let at = apel.moment();
    apel.send(Msg::Clicked { target, at })
}

fn turn(apel: &mut Performance, rows: isize) {
    let at = apel.moment();
    apel.send(Msg::WheelTurned { rows, at });
}

/// The row of the outline for a step.
fn row(apel: &Performance, step: &str) -> OutlineRow {
    let rows = apel.show.outline_rows("");
    let is_step = |row: &OutlineRow| matches!(row, OutlineRow::Step(id) if id.as_str() == step);
    rows.into_iter().find(is_step).unwrap()
}

#[test]
fn a_click_on_a_key_does_what_the_key_does() {
    let mut apel = Performance::ready(APEL);
    click(&mut apel, Action::Begin);
    assert_eq!(apel.place(), "persiapan:1");
    click(&mut apel, Action::AdvanceOnly);
    assert_eq!(apel.place(), "laporan.line-1:1");
    click(&mut apel, Action::Back);
    assert_eq!(apel.place(), "persiapan:1");
    click(&mut apel, Action::ToggleHelp);
    assert_eq!(apel.show.overlay(), Some(&Overlay::Help { scroll: 0 }));
    click(&mut apel, Action::Close);
    assert_eq!(apel.show.overlay(), None);
}

#[test]
fn what_no_key_does_here_no_click_does_either() {
    let mut apel = Performance::begun(APEL);
    for action in [
        Action::Begin,
        Action::Yes,
        Action::Choose,
        Action::Close,
        Action::Up,
    ] {
        let overlay = apel.show.overlay().cloned();
        assert_eq!(click(&mut apel, action), [], "{action:?}");
        assert_eq!(apel.show.overlay().cloned(), overlay);
    }
    apel.press("q");
    click(&mut apel, Action::AdvanceOnly);
    assert_eq!(apel.place(), "persiapan:1");
    assert!(apel.show.question().is_some());
}

#[test]
fn a_question_is_answered_by_a_click() {
    let mut apel = Performance::begun(APEL);
    apel.press("q");
    assert_eq!(click(&mut apel, Action::No), []);
    assert!(apel.show.question().is_none());
    apel.press("q");
    assert_eq!(click(&mut apel, Action::Yes).last(), Some(&Effect::Quit));
}

#[test]
fn a_click_soon_after_another_is_dropped_whatever_it_hits() {
    let mut apel = Performance::begun(APEL);
    let advance = || Clickable::Key(Action::AdvanceOnly);
    click_after(&mut apel, 1_000, advance());
    click_after(&mut apel, 249, advance());
    assert_eq!(apel.place(), "laporan.line-1:1");
    click_after(&mut apel, 250, advance());
    assert_eq!(apel.place(), "laporan.line-2:1");
    // The first click of two opens the outline, and the second would jump within it.
    click_after(&mut apel, 1_000, Clickable::Key(Action::ToggleOutline));
    let doa = Clickable::Row(row(&apel, "doa"));
    click_after(&mut apel, 120, doa.clone());
    assert_eq!(apel.place(), "laporan.line-2:1");
    assert!(apel.show.overlay().is_some());
    click_after(&mut apel, 250, doa);
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn keys_and_clicks_that_advance_guard_one_another() {
    let mut apel = Performance::begun(APEL);
    apel.press("space");
    click_after(&mut apel, 100, Clickable::Key(Action::AdvanceOnly));
    apel.gap(100).press("space");
    assert_eq!(apel.place(), "laporan.line-1:1");
    let free = Settings {
        guard: std::time::Duration::ZERO,
        begin_at: Some("1".to_owned()),
        ..Settings::default()
    };
    let mut apel = Performance::with(free, APEL);
    click_after(&mut apel, 1, Clickable::Key(Action::AdvanceOnly));
    click_after(&mut apel, 1, Clickable::Key(Action::AdvanceOnly));
    assert_eq!(
        apel.place(),
        "laporan.line-2:1",
        "where no guard is wanted there is none"
    );
}

#[test]
fn a_click_on_a_row_of_the_outline_jumps_there_as_enter_does() {
    let mut apel = Performance::begun(APEL);
    apel.press("g");
    let doa = Clickable::Row(row(&apel, "doa"));
    click_after(&mut apel, 1_000, doa.clone());
    assert_eq!(apel.place(), "doa:1");
    assert_eq!(apel.show.overlay(), None);
    assert!(apel.show.can_undo());
    // While the filter is typed, too.
    apel.press("u g / d");
    click_after(&mut apel, 1_000, doa);
    assert_eq!(apel.place(), "doa:1");
}

#[test]
fn a_row_that_is_not_there_any_more_is_not_clicked() {
    let mut apel = Performance::begun(APEL);
    let doa = Clickable::Row(row(&apel, "doa"));
    click_after(&mut apel, 1_000, doa.clone());
    assert_eq!(apel.place(), "persiapan:1", "no outline is open");
    apel.press("g / l a g u enter");
    click_after(&mut apel, 1_000, doa.clone());
    assert_eq!(apel.place(), "persiapan:1", "the filter has taken it away");
    apel.press("/ esc q");
    click_after(&mut apel, 1_000, doa);
    assert_eq!(apel.place(), "persiapan:1", "a question is answered first");
    assert!(apel.show.question().is_some());
}

#[test]
fn on_the_audience_view_nothing_is_clicked() {
    let mut apel = Performance::begun(APEL);
    apel.press("tab");
    click(&mut apel, Action::AdvanceOnly);
    turn(&mut apel, 3);
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn a_press_beside_everything_does_nothing() {
    let mut apel = Performance::begun(APEL);
    let at = apel.moment();
    let pressed = Msg::MousePressed {
        column: u16::MAX,
        row: 0,
        at,
    };
    assert_eq!(apel.send(pressed), []);
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn the_wheel_scrolls_help_and_problems_and_the_ready_screen_and_chooses_in_the_outline() {
    let mut apel = Performance::ready(APEL);
    turn(&mut apel, 3);
    turn(&mut apel, 3);
    turn(&mut apel, -3);
    assert_eq!(apel.show.scroll(), 3);
    apel.press("?");
    turn(&mut apel, 3);
    assert_eq!(apel.show.overlay(), Some(&Overlay::Help { scroll: 3 }));
    apel.press("m");
    turn(&mut apel, 3);
    turn(&mut apel, -9);
    assert_eq!(apel.show.overlay(), Some(&Overlay::Problems { scroll: 0 }));
    apel.press("esc enter g");
    turn(&mut apel, 3);
    apel.press("enter");
    assert_eq!(apel.place(), "laporan.line-1:1", "a row a notch");
}

#[test]
fn the_wheel_never_moves_the_show_nor_answers() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    let before = apel.show.scroll();
    for rows in [3, -3, isize::MAX, isize::MIN] {
        turn(&mut apel, rows);
    }
    assert_eq!(apel.place(), "ikrar.2:1");
    assert_eq!(apel.show.scroll(), before);
    apel.press("? q");
    turn(&mut apel, 3);
    assert_eq!(apel.show.overlay(), Some(&Overlay::Help { scroll: 0 }));
    assert!(apel.show.question().is_some());
}
