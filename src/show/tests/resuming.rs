//! Going on with a run whose program was killed.

use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;

use super::harness::{APEL, Performance};
use crate::show::record::Happened;
use crate::show::{Effect, Record, Show, Stage};
use crate::slide::Slide;

/// Keys that do something in a ceremony; in the outline, all that changes the day.
const KEYS: &[&str] = &[
    "space",
    "space",
    "space",
    "space",
    "left",
    "n",
    "p",
    "home",
    "end",
    "r",
    "u",
    "u",
    "x",
    "s",
    "e",
    "v",
    "c",
    "b",
    "o",
    "f",
    "enter",
    "3",
    "ctrl-r",
    "a",
    "esc",
    "g down down > esc",
    "g end < < esc",
    "g down s h enter esc",
    "g end s enter esc",
    "g end s esc",
    "g i enter b o enter 2 enter esc",
    "g end w enter b enter p enter esc",
];

/// What the hall sees, but for how wide the words are that it does not see.
fn seen(performance: &Performance) -> Slide {
    Slide {
        measures: Arc::default(),
        ..performance.slide()
    }
}

/// That a run that is killed and gone on with at the very phrase is the run that it was.
fn assert_comes_back(apel: &Performance, script: &str) {
    let mut back = apel.killed(5, script);
    // Which words stood there before a save is not recorded: where there were saves, a case of its own holds the picture.
    let is_source = |record: &&Record| matches!(record.what, Happened::Sources(_));
    let keeps_older = apel.records.iter().filter(is_source).count() > 1;
    if !keeps_older {
        assert_eq!(seen(&back), seen(apel), "the screens keep their picture");
    }
    back.press("k");
    if !keeps_older {
        assert_eq!(seen(&back), seen(apel));
    }
    assert_eq!(back.show.day(), apel.show.day());
    let (was, is) = (&apel.show, &back.show);
    assert_eq!((is.stage, &is.place), (was.stage, &was.place));
    assert_eq!(
        (is.presses, &is.by_phrase, &is.first_step, &is.looked_at),
        (was.presses, &was.by_phrase, &was.first_step, &was.looked_at)
    );
    assert_eq!((is.veil(), is.holds_screens()), (was.veil(), was.holds_screens()));
    assert_eq!(is.clock.is_paused(), was.clock.is_paused());
    assert_eq!(is.reading.changes_since(&was.reading), []);
    assert!(is.programme == was.programme, "another programme");
    let deeds = |show: &Show| show.undo.iter().map(|one| one.deed).collect::<Vec<_>>();
    assert_eq!(deeds(is), deeds(was));
    for (is, was) in is.undo.iter().zip(&was.undo) {
        assert_eq!((&is.place, is.finished), (&was.place, was.finished));
        assert_eq!(is.reading.changes_since(&was.reading), []);
    }
    // The key that answers comes a second after the start.
    let stands =
        apel.show.clock.is_paused() || apel.show.stage() == Stage::Finished || apel.show.place().is_none();
    let since = Duration::from_secs(if stands { 0 } else { 6 });
    assert_eq!(back.show.clock.elapsed(), apel.show.clock.elapsed() + since);
}

#[test]
fn enter_goes_on_from_the_beginning_of_the_clause() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space space");
    assert_eq!(apel.place(), "ikrar.2:3");
    let mut back = apel.killed(120, APEL);
    assert!(back.show.offer().is_some());
    back.press("enter");
    assert_eq!(back.place(), "ikrar.2:1");
    assert!(back.show.offer().is_none());
    let resumed = &back.records.last().unwrap().what;
    assert!(matches!(resumed, Happened::Resumed { .. }), "{resumed:?}");
}

#[test]
fn k_goes_on_at_the_very_phrase_and_a_at_the_top_of_the_text() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space space");
    for (key, place) in [("k", "ikrar.2:3"), ("a", "ikrar.heading:1")] {
        let mut back = apel.killed(120, APEL);
        back.press(key);
        assert_eq!(back.place(), place);
    }
}

#[test]
fn n_begins_anew_and_writes_another_journal() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    let mut back = apel.killed(120, APEL);
    back.press("n");
    assert_eq!(back.place(), "ready");
    assert_eq!(back.records.len(), apel.records.len(), "nothing has begun yet");
    back.press("enter");
    let begun = &back.records[apel.records.len()..];
    assert_eq!(begun.first().map(|record| record.number), Some(1));
    assert_eq!(back.place(), "persiapan:1");
}

#[test]
fn the_clock_has_the_true_time_and_goes_on() {
    let mut apel = Performance::begun(APEL);
    apel.wait(60_000).press("space");
    let mut back = apel.killed(120, APEL);
    back.press("enter");
    assert_eq!(back.show.clock().elapsed().as_secs(), 61 + 120 + 1);
    back.wait(10_000);
    assert_eq!(back.show.clock().elapsed().as_secs(), 61 + 120 + 11);
}

#[test]
fn a_clock_that_was_put_back_takes_no_time_away() {
    let mut apel = Performance::begun(APEL);
    apel.wait(60_000).press("space");
    for record in &mut apel.records {
        record.wall = record.wall.checked_add(Duration::from_secs(3600)).unwrap();
    }
    let mut back = apel.killed(120, APEL);
    back.press("enter");
    assert_eq!(back.show.clock().elapsed().as_secs(), 61 + 1);
}

#[test]
fn while_the_offer_stands_nothing_else_happens() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    let mut back = apel.killed(120, APEL);
    for key in [
        "space", "pagedown", "left", "right", "s", "r", "u", "tab", "b", "g", "x", "3", "e", "c", "esc",
    ] {
        back.press(key);
        assert!(back.show.offer().is_some(), "{key}");
        assert_eq!(back.place(), apel.place(), "{key}");
    }
    assert_eq!(back.records.len(), apel.records.len());
    assert_eq!(back.press("q"), [Effect::Quit], "and it is offered again");
    assert_eq!(back.records.len(), apel.records.len());
}

#[test]
fn meanwhile_the_screens_have_the_picture_that_they_had() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    assert_eq!(apel.killed(120, APEL).slide(), apel.slide());
    apel.press("f space");
    assert_eq!(apel.killed(120, APEL).slide(), apel.slide(), "held");
    apel.press("f b");
    assert_eq!(apel.killed(120, APEL).slide(), apel.slide(), "dark");
}

#[test]
fn where_the_script_is_broken_by_then_that_of_the_journal_serves() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    let mut back = apel.killed(120, "title = ");
    assert!(back.show.offer().is_some_and(|offer| offer.from_journal));
    back.press("k");
    assert_eq!(back.place(), "ikrar.2:2");
    assert!(back.show.is_refused(), "and the leader sees why");
}

#[test]
fn who_begins_anew_with_a_broken_script_waits_for_a_good_one() {
    let mut apel = Performance::begun(APEL);
    apel.press("space");
    let mut back = apel.killed(120, "title = ");
    back.press("n");
    assert_eq!(back.place(), "waiting");
    back.save(APEL);
    assert_eq!(back.place(), "ready");
}

#[test]
fn a_script_that_was_changed_since_is_taken_in_and_recorded_after_the_resume() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    let script = APEL.replace("Dua a / dua b", "Dua a / dua z");
    let mut back = apel.killed(120, &script);
    back.press("k");
    assert_eq!(back.place(), "ikrar.2:2");
    let told: Vec<_> = back.records[apel.records.len()..]
        .iter()
        .map(|record| &record.what)
        .collect();
    assert!(
        matches!(told[..], [Happened::Resumed { .. }, Happened::Sources(_)]),
        "{told:?}"
    );
}

#[test]
fn a_save_while_the_offer_stands_counts_for_who_begins_anew() {
    let mut apel = Performance::begun(APEL);
    apel.press("space");
    let mut back = apel.killed(120, APEL);
    back.save_with("title = \"Persiapan\"", "title = \"Persiapan barisan\"");
    back.press("n enter");
    assert_eq!(back.place(), "persiapan-barisan:1");
}

#[test]
fn it_can_be_killed_again_and_again() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    for place in ["ikrar.1:2", "ikrar.2:1", "ikrar.2:2", "ikrar.2:3", "ikrar.3:1"] {
        apel.press("space");
        assert_eq!(apel.place(), place);
        apel = apel.killed(1, APEL);
        apel.press("k");
        assert_eq!(apel.place(), place);
    }
    let numbers: Vec<_> = apel.records.iter().map(|record| record.number).collect();
    assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
}

#[test]
fn on_the_closing_card_it_comes_back_there() {
    let mut apel = Performance::begun(APEL);
    apel.press("space n n n n n n n");
    assert_eq!(apel.place(), "closing card");
    assert_comes_back(&apel, APEL);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_a_killed_run_comes_back_as_it_was(
        keys in proptest::collection::vec(proptest::sample::select(KEYS), 1..60),
    ) {
        let mut apel = Performance::begun(APEL);
        for key in keys {
            apel.press(key);
        }
        apel.press("esc esc");
        assert_comes_back(&apel, APEL);
    }

    #[test]
    fn also_over_saves_and_kills(
        deeds in proptest::collection::vec((0..6_usize, proptest::sample::select(KEYS)), 1..40),
    ) {
        let reworded = APEL.replace("Dua a / dua b", "Dua a / dua z").replace("\"Doa\"", "\"Doa bersama\"");
        let shortened = APEL.replace("\"Satu a / satu b\", ", "");
        let scripts = [APEL, &reworded, &shortened];
        let mut script = APEL;
        let mut apel = Performance::ready(APEL);
        for (save, key) in deeds {
            if let Some(saved) = scripts.get(save) {
                script = saved;
                apel.save(script);
            } else if save == 5 && !apel.records.is_empty() {
                apel = apel.killed(3, script);
                apel.press("k");
            }
            apel.press(key);
        }
        apel.press("esc esc");
        if !apel.records.is_empty() {
            assert_comes_back(&apel, script);
        }
    }
}

#[test]
fn what_was_decided_before_the_beginning_is_offered_too() {
    for keys in [
        "g end < esc",
        "g down s esc h enter esc",
        "g down down s h enter esc",
    ] {
        let mut apel = Performance::ready(APEL);
        apel.press(keys);
        if apel.records.is_empty() {
            continue;
        }
        assert_comes_back(&apel, APEL);
    }
}

#[test]
fn after_a_save_the_screens_still_keep_their_picture() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    let script = APEL.replace("Tiga a", "Tiga z");
    apel.save(&script);
    apel.press("space");
    let mut back = apel.killed(5, &script);
    assert_eq!(back.slide(), apel.slide());
    back.press("enter");
    assert_ne!(back.slide(), apel.slide(), "the beginning of the clause");
    let later = script.replace("Dua a", "Dua z");
    assert_eq!(seen(&apel.killed(5, &later)), seen(&apel));
}

#[test]
fn who_begins_anew_begins_with_what_was_asked_for_now() {
    let mut apel = Performance::with(
        crate::show::Settings {
            occasion: crate::programme::Occasion {
                leader: Some("mc".to_owned()),
                ..Default::default()
            },
            ..Default::default()
        },
        APEL,
    );
    apel.press("enter space");
    let leader = |show: &Show| show.programme().and_then(|one| one.leader).map(|leader| leader.0);
    let mut back = apel.killed(5, APEL);
    assert_eq!(leader(&back.show), Some(1), "the interrupted run serves the MC");
    back.press("n");
    assert_eq!(leader(&back.show), Some(0));
}

#[test]
fn without_the_record_of_the_beginning_the_clock_goes_on_all_the_same() {
    let mut apel = Performance::begun(APEL);
    apel.wait(60_000).press("space");
    apel.records
        .retain(|record| !matches!(record.what, Happened::Begun { .. }));
    let mut back = apel.killed(120, APEL);
    back.press("enter");
    assert_eq!(back.show.clock().elapsed().as_secs(), 61 + 120 + 1);
}

#[test]
fn who_begins_anew_gives_the_screens_the_title_card_at_once() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    let mut back = apel.killed(5, APEL);
    let before = back.show.leaving().number;
    let key = crate::show::Key::plain(crate::show::KeyCode::Char('n'));
    let at = back.moment();
    let effects = back.send(crate::show::Msg::KeyPressed {
        key,
        repeated: false,
        at,
    });
    assert_eq!(effects, [Effect::Publish]);
    assert!(back.show.leaving().number > before);
    assert_ne!(seen(&back), seen(&apel));
}
