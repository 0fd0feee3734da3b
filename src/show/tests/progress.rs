//! How far the programme has come, and how far it should be by its plan.

use std::time::Duration;

use super::harness::{APEL, Performance};
use crate::show::Progress;

/// Done, planned now, and the whole, in seconds.
fn progress(performance: &Performance) -> Option<(u64, u64, u64)> {
    let Progress { done, planned, whole } = performance.show.progress()?;
    Some((done.as_secs(), planned.as_secs(), whole.as_secs()))
}

#[test]
fn before_the_beginning_there_is_none() {
    assert_eq!(progress(&Performance::ready(APEL)), None);
    assert_eq!(progress(&Performance::begun(APEL)), Some((0, 0, 11 * 60)));
}

#[test]
fn steps_count_by_their_planned_time_and_within_a_step_its_cues() {
    let mut performance = Performance::begun(APEL);
    performance.press("space");
    assert_eq!(
        progress(&performance),
        Some((60, 1, 660)),
        "the first step is done"
    );
    performance.press("space");
    assert_eq!(
        progress(&performance),
        Some((90, 2, 660)),
        "and half of the second"
    );
    // Heading, opening, three clauses, closing: half a minute each.
    performance.press("4 enter");
    assert_eq!(progress(&performance).map(|(done, ..)| done), Some(240));
    performance.press("space");
    assert_eq!(progress(&performance).map(|(done, ..)| done), Some(270));
    performance.press("2 enter");
    assert_eq!(progress(&performance).map(|(done, ..)| done), Some(330));
    performance.press("space");
    assert_eq!(
        progress(&performance).map(|(done, ..)| done),
        Some(330),
        "a phrase is no cue"
    );
}

#[test]
fn the_plan_goes_on_with_the_clock_and_no_further_than_its_end() {
    let mut performance = Performance::begun(APEL);
    performance.wait(90_000);
    assert_eq!(progress(&performance), Some((0, 90, 660)));
    performance.wait(3_600_000);
    assert_eq!(progress(&performance), Some((0, 660, 660)));
}

#[test]
fn a_paused_clock_stands() {
    let mut performance = Performance::begun(APEL);
    performance.press("c");
    performance.wait(600_000);
    assert_eq!(progress(&performance), Some((0, 1, 660)));
    performance.press("c");
    performance.wait(10_000);
    assert_eq!(progress(&performance), Some((0, 11, 660)));
}

#[test]
fn a_dropped_step_takes_no_time() {
    let mut performance = Performance::begun(APEL);
    performance.press("3 enter");
    assert_eq!(
        progress(&performance).map(|(done, _, whole)| (done, whole)),
        Some((120, 660))
    );
    performance.press("s");
    assert_eq!(
        progress(&performance).map(|(done, _, whole)| (done, whole)),
        Some((120, 540))
    );
}

#[test]
fn a_run_that_began_at_a_step_begins_there() {
    let mut performance = Performance::begun_at(APEL, "ikrar");
    assert_eq!(progress(&performance), Some((0, 0, 420)));
    performance.press("n");
    assert_eq!(progress(&performance), Some((180, 1, 420)));
    // What comes before is no part of it.
    performance.press("p p");
    assert_eq!(progress(&performance).map(|(done, ..)| done), Some(0));
}

#[test]
fn on_the_closing_card_all_is_done() {
    let mut performance = Performance::begun(APEL);
    performance.press("6 enter space");
    assert_eq!(
        progress(&performance).map(|(done, _, whole)| (done, whole)),
        Some((660, 660))
    );
}

#[test]
fn the_mark_of_the_plan_wakes_nobody() {
    let script = APEL.replace("duration = \"3m\"\nheading", "duration = \"50m\"\nheading");
    let performance = Performance::begun_at(&script, "ikrar");
    // The clock, which shows half past, changes after a whole minute; the mark would have moved before.
    let wait = performance.show.until_next_change();
    assert!(
        wait.is_some_and(|wait| wait >= Duration::from_secs(60)),
        "{wait:?}"
    );
}
