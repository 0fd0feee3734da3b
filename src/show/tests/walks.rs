//! What holds on any walk through any programme, key by key: nothing but an advance reads, what was read stays read, what
//! is listed as left out is what was passed over unread, one `u` gives back what one key has done, and what is open over
//! the show, or asks something, keeps it where it is.

use std::collections::HashMap;

use proptest::prelude::*;
use proptest::sample::select;

use super::day_properties::{any_steps, nothing_is_passed_in_silence, script};
use super::harness::{Performance, key};
use crate::programme::{CueId, Place, StepId};
use crate::show::keys::{Action, Context};
use crate::show::reading::{Change, position_of};
use crate::show::{Moment, Msg, Omission, Reading, Screen, Show, Stage, update};

const KEYS: &[&str] = &[
    "space",
    "space",
    "space",
    "space",
    "space",
    "space",
    "enter",
    "enter",
    "left",
    "left",
    "backspace",
    "n",
    "p",
    "home",
    "end",
    "r",
    "ctrl-r",
    "u",
    "u",
    "s",
    "a",
    "x",
    "e",
    "v",
    "c",
    "tab",
    "b",
    ".",
    "g",
    "esc",
    "down",
    "up",
    "/",
    "d",
    "i",
    "w",
    "1",
    "2",
    "3",
    "4",
    "5",
    "q",
    "?",
    "m",
    "l",
    "o",
    "f",
    "<",
    ">",
];

/// What a key can change.
struct Before {
    show: Show,
    context: Context,
    action: Option<Action>,
}

/// For each cue of which anything was read, which phrases.
fn read(reading: &Reading) -> HashMap<CueId, Vec<bool>> {
    let all = reading.changes_since(&Reading::default());
    let read = all.into_iter().filter_map(|change| match change {
        Change::Read { cue, marks } => Some((cue, marks.to_vec())),
        _ => None,
    });
    read.collect()
}

/// What was read stays read, and is read by an advance alone: that of the stretch it leaves.
fn only_an_advance_reads(before: &Before, after: &Show) {
    let (was, is) = (read(before.show.reading()), read(after.reading()));
    for (cue, marks) in &was {
        let still = is.get(cue).map_or(&[][..], Vec::as_slice);
        let lost = marks.iter().enumerate().any(|(at, mark)| *mark && !still[at]);
        assert!(!lost, "{cue:?} was read and is not any more");
    }
    for (cue, marks) in &is {
        let had = |phrase: usize| was.get(cue).is_some_and(|marks| marks[phrase]);
        for phrase in (0..marks.len()).filter(|phrase| marks[*phrase] && !had(*phrase)) {
            assert!(matches!(
                before.action,
                Some(Action::Advance | Action::AdvanceOnly)
            ));
            let place = before.show.place().unwrap();
            let step = before.show.step().unwrap();
            let here = before.show.cue().unwrap();
            let stretch = here.stretch(before.show.stride(step, here), place.phrase);
            assert!(*cue == place.cue && stretch.contains(&phrase));
            assert_eq!(
                before.show.veil(),
                None,
                "an advance that lifts a veil reads nothing"
            );
        }
    }
}

/// What is decided is decided by the keys that are there for it.
fn decisions_have_their_keys(before: &Before, after: &Show) {
    let Some(action) = before.action else {
        assert!(after.reading().changes_since(before.show.reading()).is_empty());
        return;
    };
    for change in after.reading().changes_since(before.show.reading()) {
        let may = match change {
            Change::Read { .. } => true,
            Change::Unread(_) => false,
            Change::Said(_) => action == Action::MarkSaid,
            Change::Unsaid(_) => action == Action::Undo,
            Change::Absent(_) => action == Action::MarkAbsent,
            Change::Present(_) => {
                matches!(action, Action::Advance | Action::AdvanceOnly | Action::Undo)
            }
            Change::Dropped { .. } => matches!(
                action,
                Action::DropStep | Action::Yes | Action::FinishField | Action::Undo
            ),
            Change::Kept(_)
            | Change::Visited(_)
            | Change::Unvisited(_)
            | Change::LeftOut(_)
            | Change::MadeUp(_)
            | Change::LeftOutInAll(_) => {
                action == Action::MarkSaid
                    || action == Action::DropChosen
                    || action == Action::Undo
                    || before.show.place() != after.place()
                    || before.show.stage() != after.stage()
            }
        };
        assert!(may, "{action:?} has made {change:?}");
    }
}

/// What lies open keeps the show where it is, until a row is chosen or what was asked is done.
fn what_is_open_moves_nothing(before: &Before, after: &Show) {
    let leads_on = matches!(
        before.action,
        Some(Action::Yes | Action::Choose | Action::FinishField)
    );
    let is_open = matches!(
        before.context,
        Context::Question | Context::Outline | Context::Filter | Context::Form | Context::Scrolling
    );
    if is_open && !leads_on {
        assert_eq!(before.show.place(), after.place());
        assert_eq!(before.show.stage(), after.stage());
        assert_eq!(before.show.veil(), after.veil());
    }
}

/// Over the picture of the hall nothing opens, nothing is asked and nothing is typed.
fn the_hall_sees_the_picture_alone(after: &Show) {
    if after.screen() == Screen::Audience {
        assert_eq!(after.overlay(), None);
        assert_eq!(after.question(), None);
        assert_eq!(after.typed(), None);
    }
}

/// How far a show is: the positions of step and cue, those after the last on the closing card.
fn reached(show: &Show) -> (usize, usize) {
    let programme = show.programme().unwrap();
    let end = (programme.steps.len(), 0);
    match (show.stage(), show.place()) {
        (Stage::Running, Some(place)) => position_of(programme, &place.cue).unwrap(),
        (Stage::Finished, _) => end,
        (Stage::Waiting | Stage::Ready | Stage::Running, _) => (0, 0),
    }
}

/// Whatever is listed as left out is owed and unread, and was passed at some time; it stands there once.
fn the_list_holds_nothing_but_what_was_passed(show: &Show, furthest: (usize, usize)) {
    let (programme, reading) = (show.programme().unwrap(), show.reading());
    for (place, one) in reading.left_out().iter().enumerate() {
        assert!(!reading.left_out()[..place].contains(one), "{one:?} twice");
        assert!(!reading.is_said(one) && !reading.is_dropped(one.step()));
        let passed = match one {
            Omission::Cue(cue) => {
                let listed = programme.cue(cue).unwrap();
                assert!(cue.part.is_owed() && !reading.is_done(listed), "{cue:?} was read");
                position_of(programme, cue).unwrap() < furthest
            }
            Omission::Step(step) => programme.position(step).unwrap() < furthest.0,
        };
        assert!(passed, "{one:?} lies beyond all that was reached");
    }
}

/// In the text that is read, what stands above the place was read, or is known to be left out.
fn nothing_above_is_unknown(show: &Show) {
    let (Stage::Running, Some(programme)) = (show.stage(), show.programme()) else {
        return;
    };
    let (step, cue) = reached(show);
    let here = &programme.steps[step];
    if step < show.first_step() || !here.must_be_read() {
        return;
    }
    let reading = show.reading();
    let known = |one: Omission| reading.is_left_out(&one) || reading.is_said(&one);
    for above in here.cues[..cue].iter().filter(|cue| cue.id.part.is_owed()) {
        assert!(
            reading.is_done(above)
                || known(Omission::Cue(above.id.clone()))
                || known(Omission::Step(here.id.clone())),
            "{:?} above the place is unknown",
            above.id
        );
    }
}

/// What `u` is to give back.
fn standing(show: &Show) -> (Option<Place>, Stage, [Option<StepId>; 2], Vec<String>) {
    let steps = show.programme().map_or(&[][..], |programme| &programme.steps);
    let order = steps.iter().map(|step| step.id.as_str().to_owned()).collect();
    let of_step = [show.by_phrase.clone(), show.looked_at.clone()];
    (show.place().cloned(), show.stage(), of_step, order)
}

/// One key that can be undone is undone by one `u`: place, list and marks are what they were.
fn one_u_gives_it_back(before: &Before, after: &Show, at: Moment) {
    if after.undo.len() != before.show.undo.len() + 1 || after.question().is_some() {
        return;
    }
    let mut undone = after.clone();
    update(
        &mut undone,
        Msg::KeyPressed {
            key: key("u"),
            repeated: false,
            at,
        },
    );
    assert_eq!(standing(&undone), standing(&before.show), "{:?}", before.action);
    let rest = undone.reading().changes_since(before.show.reading());
    assert!(rest.is_empty(), "{:?} leaves {rest:?} behind", before.action);
}

fn play(steps: &[usize], begin_at: Option<usize>, keys: &[&str], two_presses: bool) {
    let script = script(steps, 0);
    let mut apel = match begin_at {
        Some(position) => {
            let count = script.matches("[[step]]").count();
            Performance::begun_at(&script, &(position % count + 1).to_string())
        }
        None => Performance::ready(&script),
    };
    if two_presses {
        apel.press("e");
    }
    let mut furthest = reached(&apel.show);
    for name in keys {
        let before = Before {
            context: apel.show.context(),
            action: apel.show.keymap().action(apel.show.context(), key(name)),
            show: apel.show.clone(),
        };
        apel.press(name);
        furthest = furthest.max(reached(&apel.show));
        let after = &apel.show;
        only_an_advance_reads(&before, after);
        decisions_have_their_keys(&before, after);
        what_is_open_moves_nothing(&before, after);
        the_hall_sees_the_picture_alone(after);
        the_list_holds_nothing_but_what_was_passed(after, furthest);
        nothing_above_is_unknown(after);
        nothing_is_passed_in_silence(&apel);
        let unrecorded = after.reading().clone().take_changes();
        assert!(unrecorded.is_empty(), "{name} leaves {unrecorded:?} unrecorded");
        let mut at = apel.moment();
        at.steady += std::time::Duration::from_millis(300);
        one_u_gives_it_back(&before, after, at);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_any_walk_only_an_advance_reads_the_list_is_what_was_passed_and_u_gives_back_what_a_key_has_done(
        steps in any_steps(),
        begin_at in prop::option::of(0..7_usize),
        keys in prop::collection::vec(select(KEYS), 1..80),
        two_presses in any::<bool>(),
    ) {
        play(&steps, begin_at, &keys, two_presses);
    }

    #[test]
    fn however_a_key_bounces_or_is_held_together_with_others_the_show_moves_once_and_answers_nothing(
        steps in any_steps(),
        keys in prop::collection::vec(
            (0..250_u64, select(&["space", "enter", "right", "down", "pagedown", "a", "s"][..])),
            1..40,
        ),
    ) {
        let mut apel = Performance::begun(&script(&steps, 0));
        apel.gap(250);
        let mut places = vec![apel.place()];
        let mut asked = false;
        for (gap, key) in keys {
            apel.press(key);
            apel.gap(gap);
            places.push(apel.place());
            assert!(!asked || apel.show.question().is_some(), "{key} has answered");
            asked = apel.show.question().is_some();
        }
        places.dedup();
        prop_assert!(places.len() <= 2, "{places:?}");
    }
}
