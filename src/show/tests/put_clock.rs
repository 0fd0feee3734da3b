//! A clock on the wall that is put forward and back while a ceremony runs: neither the order of what is recorded nor the
//! time that has elapsed is touched by it.

use std::time::Duration;

use proptest::prelude::*;

use super::harness::{APEL, Performance};
use crate::show::{Record, Show};

const HOUR: i64 = 3_600;

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn elapsed(show: &Show) -> Duration {
    show.clock().elapsed()
}

/// Holds that the records count on, and that their times are those of the clock that never jumps.
fn assert_in_order(records: &[Record]) {
    let begun = records[0].steady;
    for (number, record) in (1..).zip(records) {
        assert_eq!(record.number, number);
        if !record.now.finished {
            let elapsed = (record.steady - begun) / 1_000;
            assert_eq!(record.now.elapsed, elapsed, "record {number}");
        }
    }
}

#[test]
fn the_time_on_the_wall_is_told_as_it_was_and_elapsed_time_goes_by_the_other_clock() {
    let mut apel = Performance::begun(APEL);
    let begun = apel.moment().wall;
    apel.press("space");
    apel.put_clock(-2 * HOUR).press("space");
    apel.put_clock(5 * HOUR).press("space");
    assert_eq!(elapsed(&apel.show), seconds(3));
    assert_in_order(&apel.records);
    let walls: Vec<i64> = apel.records[2..]
        .iter()
        .map(|record| record.wall.duration_since(begun).as_secs())
        .collect();
    assert_eq!(walls, [0, 1, 2 - 2 * HOUR, 3 + 3 * HOUR]);
}

#[test]
fn a_killed_run_comes_back_at_its_last_record_not_at_the_one_with_the_latest_time() {
    for put in [-2 * HOUR, 2 * HOUR] {
        let mut apel = Performance::begun_at(APEL, "ikrar.1");
        apel.press("space");
        apel.put_clock(put).press("space space");
        assert_eq!(apel.place(), "ikrar.2:2");
        let mut back = apel.killed(120, APEL);
        back.press("k");
        assert_eq!(back.place(), "ikrar.2:2", "put by {put} s");
        assert_eq!(
            elapsed(&back.show),
            elapsed(&apel.show) + seconds(121),
            "put by {put} s"
        );
        let last = apel.records.last().map_or(0, |record| record.number);
        assert_eq!(back.records[apel.records.len()].number, last + 1);
    }
}

#[test]
fn put_back_while_the_program_is_away_it_takes_no_time_away_and_put_forward_it_is_believed() {
    let mut apel = Performance::begun(APEL);
    apel.wait(60_000).press("space");
    let had = elapsed(&apel.show);
    apel.put_clock(-HOUR);
    let mut back = apel.killed(120, APEL);
    back.press("k");
    assert_eq!(elapsed(&back.show), had + seconds(1));
    // Nothing tells a clock that was put forward from a longer time without the program.
    apel.put_clock(2 * HOUR);
    let mut back = apel.killed(120, APEL);
    back.press("k");
    assert_eq!(elapsed(&back.show), had + seconds(3_600 + 121));
}

#[test]
fn a_clock_that_was_put_back_is_offered_as_of_just_now() {
    let mut apel = Performance::begun(APEL);
    apel.press("space");
    apel.put_clock(-HOUR);
    let back = apel.killed(120, APEL);
    let offer = back.show.offer().expect("an offer");
    assert!(offer.last > back.show.clock().now().wall);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_often_it_is_put_a_run_is_recorded_in_order_and_comes_back_where_it_was(
        deeds in proptest::collection::vec(
            (-3 * HOUR..3 * HOUR, proptest::sample::select(&["space", "left", "n", "r", "b", "home"][..])),
            1..30,
        ),
    ) {
        let mut apel = Performance::begun(APEL);
        for (put, key) in deeds {
            apel.put_clock(put).press(key);
        }
        // Only what is recorded knows of the clock: the last key must be one that is.
        apel.press("b");
        assert_in_order(&apel.records);
        let mut back = apel.killed(5, APEL);
        back.press("k");
        prop_assert_eq!(back.place(), apel.place());
        let is_over = apel.place() == "closing card";
        let since = seconds(if is_over { 0 } else { 6 });
        prop_assert_eq!(elapsed(&back.show), elapsed(&apel.show) + since);
    }
}
