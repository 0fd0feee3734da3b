//! What the leader is told once: the answer to a key goes by itself, what a save has done stays until a move.

use std::time::Duration;

use super::harness::{APEL, Performance};
use crate::show::{Msg, Notice};

/// Lets time pass, and the tick come for which the show asked.
fn pass(apel: &mut Performance, milliseconds: u64) {
    let asked = apel.show.until_next_change();
    assert!(asked.is_some_and(|wait| wait <= Duration::from_secs(5)));
    apel.wait(milliseconds);
    let at = apel.moment();
    apel.send(Msg::Ticked { at });
}

#[test]
fn the_answer_to_a_key_goes_by_itself_after_some_seconds() {
    for (place, key, told) in [
        ("ikrar.1", "t", "Theme"),
        ("ikrar.1", "+", "Size { size: Roomy, at_end: false }"),
        ("ikrar.1", "+ +", "Size { size: Roomy, at_end: true }"),
        ("ikrar.1", "e", "Presses"),
        ("ikrar.1", "u", "NothingToUndo"),
        ("2", "v", "NotHere"),
    ] {
        let mut apel = Performance::begun_at(APEL, place);
        apel.press(key);
        let notice = apel.show.notice().map(|notice| format!("{notice:?}"));
        assert!(notice.is_some_and(|notice| notice.starts_with(told)), "{key}");
        pass(&mut apel, 4000 + 999);
        assert!(apel.show.notice().is_some(), "{key}: it can still be read");
        pass(&mut apel, 1);
        assert_eq!(apel.show.notice(), None, "{key}");
        apel.wait(0);
        assert!(
            apel.show.until_next_change() > Some(Duration::from_secs(1)),
            "{key}: nothing more is waited for"
        );
    }
}

#[test]
fn a_key_finds_an_old_answer_gone_whether_a_tick_came_or_not() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("+");
    apel.wait(5000);
    apel.press("g");
    assert_eq!(apel.show.notice(), None);
}

#[test]
fn an_answer_that_the_audience_view_covers_waits_to_be_seen() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("tab e");
    assert_eq!(
        apel.show.until_next_change(),
        None,
        "nothing there changes by itself"
    );
    apel.wait(60_000);
    apel.press("tab");
    assert!(matches!(apel.show.notice(), Some(Notice::Presses { .. })));
    pass(&mut apel, 5000);
    assert_eq!(apel.show.notice(), None);
}

#[test]
fn what_a_save_or_a_move_has_done_stays_until_the_next_move() {
    let mut apel = Performance::begun_at(APEL, "2");
    apel.save_with("Doa", "Doa bersama");
    apel.wait(600_000);
    let at = apel.moment();
    apel.send(Msg::Ticked { at });
    assert!(matches!(apel.show.notice(), Some(Notice::Reloaded { .. })));
    apel.press("space");
    assert_eq!(apel.show.notice(), None);
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("end");
    apel.wait(600_000);
    let at = apel.moment();
    apel.send(Msg::Ticked { at });
    assert!(matches!(apel.show.notice(), Some(Notice::LeftOut(_))));
}
