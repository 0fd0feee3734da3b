//! Time: from the real beginning, less pauses, measured in steady time and told in wall time.

use std::time::Duration;

use super::harness::{APEL, Performance};
use crate::script::Zone;
use crate::show::clock::{day, time_of_day};
use crate::show::{Clock, Lateness, Moment, Msg};

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[test]
fn elapsed_counts_from_the_real_beginning() {
    let mut apel = Performance::ready(APEL);
    apel.wait(600_000);
    assert_eq!(apel.show.clock().elapsed(), Duration::ZERO);
    apel.press("enter");
    apel.wait(42_000);
    assert_eq!(apel.show.clock().elapsed(), seconds(42));
}

#[test]
fn a_pause_does_not_count_and_moving_does_not_end_it() {
    let mut apel = Performance::begun(APEL);
    apel.wait(9_000);
    apel.press("c");
    assert!(apel.show.clock().is_paused());
    apel.wait(60_000);
    apel.press("space n left");
    assert!(apel.show.clock().is_paused());
    assert_eq!(apel.show.clock().elapsed(), seconds(10));
    apel.press("c");
    assert!(!apel.show.clock().is_paused());
    apel.wait(5_000);
    assert_eq!(apel.show.clock().elapsed(), seconds(15));
}

#[test]
fn within_the_time_of_its_step_a_show_is_on_time_and_after_it_late() {
    let mut apel = Performance::begun(APEL);
    apel.wait(60_000);
    assert_eq!(apel.show.lateness(), Some(Lateness::OnTime));
    apel.wait(20_000);
    assert_eq!(apel.show.lateness(), Some(Lateness::Late(seconds(20))));
    apel.press("space");
    assert_eq!(
        apel.show.lateness(),
        Some(Lateness::OnTime),
        "that is the next step's time"
    );
}

#[test]
fn without_a_schedule_nothing_is_late_or_early() {
    let without = APEL.replace("start = 07:30:00\n", "");
    let mut apel = Performance::begun(&without);
    apel.press("n");
    assert_eq!(apel.show.lateness(), None);
    apel.wait(3_600_000);
    assert_eq!(apel.show.lateness(), None);
}

#[test]
fn ahead_of_its_step_a_show_is_early() {
    let mut apel = Performance::begun(APEL);
    apel.press("n");
    assert_eq!(apel.show.lateness(), Some(Lateness::Early(seconds(59))));
}

#[test]
fn a_run_from_the_middle_is_measured_from_there() {
    let mut apel = Performance::begun_at(APEL, "doa");
    apel.wait(170_000);
    assert_eq!(apel.show.lateness(), Some(Lateness::OnTime));
    assert_eq!(apel.show.plan().unwrap().total, seconds(240));
}

#[test]
fn the_projected_finish_moves_with_what_remains() {
    let mut apel = Performance::begun(APEL);
    let finish = |apel: &Performance| {
        let plan = apel.show.plan().unwrap();
        let end = apel.show.clock().projected_end(plan.step, plan.total);
        time_of_day(end, Zone::Wib).to_string()
    };
    assert_eq!(finish(&apel), "07:41:01", "eleven minutes from 07.30.01");
    apel.wait(30_000);
    assert_eq!(finish(&apel), "07:41:01");
    apel.wait(60_000);
    assert_eq!(finish(&apel), "07:41:31", "half a minute over the first step");
}

#[test]
fn a_long_pause_over_midnight_moves_the_finish_into_the_next_day_and_makes_nobody_late() {
    let mut apel = Performance::ready(APEL);
    apel.put_clock(16 * 3600 + 15 * 60).press("enter");
    apel.wait(30_000).press("c");
    apel.wait(3 * 3600 * 1000);
    let finish = |apel: &Performance| {
        let plan = apel.show.plan().unwrap();
        let end = apel.show.clock().projected_end(plan.step, plan.total);
        (day(end, Zone::Wib).day(), time_of_day(end, Zone::Wib).to_string())
    };
    assert_eq!(
        finish(&apel),
        (8, "02:56:01".to_owned()),
        "begun at 23.45.01, eleven minutes and the three hours of the pause"
    );
    apel.press("c");
    assert_eq!(apel.show.clock().elapsed(), seconds(31));
    assert_eq!(apel.show.lateness(), Some(Lateness::OnTime));
    apel.press("n space space space");
    assert_eq!(apel.show.clock().elapsed(), seconds(35));
    assert_eq!(finish(&apel).0, 8);
}

#[test]
fn on_the_closing_card_the_time_stands_and_goes_on_when_back_returns() {
    let mut apel = Performance::begun_at(APEL, "6");
    apel.wait(59_000);
    apel.press("space");
    assert_eq!(apel.show.lateness(), Some(Lateness::OnTime));
    apel.wait(600_000);
    assert_eq!(apel.show.clock().elapsed(), seconds(60));
    apel.press("left");
    assert_eq!(apel.show.clock().elapsed(), seconds(661));
}

#[test]
fn a_wall_clock_that_jumps_changes_nothing_that_is_measured() {
    let mut apel = Performance::begun(APEL);
    apel.wait(10_000);
    let Moment { wall, steady } = apel.moment();
    let at = Moment {
        wall: wall.checked_sub(Duration::from_secs(7200)).unwrap(),
        steady: steady + seconds(1),
    };
    apel.send(Msg::Ticked { at });
    assert_eq!(apel.show.clock().elapsed(), seconds(11));
}

#[test]
fn a_late_stamp_is_no_step_backwards() {
    let mut apel = Performance::begun(APEL);
    let early = apel.moment();
    apel.wait(10_000);
    apel.send(Msg::Ticked { at: early });
    assert_eq!(apel.show.clock().elapsed(), seconds(10));
}

#[test]
fn clock_times_are_told_in_the_zone_of_the_ceremony() {
    let wall = "2024-10-07T23:59:00Z".parse().unwrap();
    assert_eq!(time_of_day(wall, Zone::Wib).to_string(), "06:59:00");
    assert_eq!(time_of_day(wall, Zone::Wit).to_string(), "08:59:00");
}

#[test]
fn idle_waits_for_the_next_minute_shown_and_typed_digits_for_their_end() {
    let mut apel = Performance::ready(APEL);
    apel.wait(12_000);
    assert_eq!(apel.show.until_next_change(), Some(seconds(48)));
    apel.press("enter 5");
    assert_eq!(apel.show.until_next_change(), Some(seconds(3)));
}

#[test]
fn the_audience_view_waits_for_nothing() {
    let mut apel = Performance::begun(APEL);
    apel.press("5 tab 5");
    assert_eq!(apel.show.until_next_change(), None);
    apel.press("tab");
    assert!(apel.show.until_next_change().is_some(), "the leader has a clock");
}

#[test]
fn during_an_ikrar_only_the_clock_and_being_alarmingly_late_are_waited_for() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.wait(3 * 60_000 + 15_000);
    assert_eq!(
        apel.show.until_next_change(),
        Some(seconds(45)),
        "the clock, not the tens"
    );
    apel.wait(44_500);
    assert_eq!(apel.show.until_next_change(), Some(Duration::from_millis(500)));
    apel.press("tab tab");
    let mut doa = Performance::begun_at(APEL, "doa");
    doa.wait(3 * 60_000 + 15_000);
    assert_eq!(
        doa.show.until_next_change(),
        Some(seconds(5)),
        "late by twenty seconds"
    );
}

#[test]
fn a_pause_stops_all_but_the_clock_and_the_finish() {
    let mut apel = Performance::begun_at(APEL, "doa");
    apel.wait(3 * 60_000 + 15_000);
    apel.press("c");
    let plan = apel.show.plan().unwrap();
    let now = apel.show.clock().now().wall;
    let finish = apel.show.clock().projected_end(plan.step, plan.total);
    let next = Clock::until_next_minute(now).min(Clock::until_next_minute(finish));
    assert_eq!(apel.show.until_next_change(), Some(next));
}
