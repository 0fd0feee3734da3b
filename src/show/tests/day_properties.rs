//! What holds after any changes on the day, moves, undos and saves in any order: the place is valid, nothing required is
//! passed in silence, and the programme on air is that of the file with the changes of the day.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::harness::Performance;
use crate::programme::{Programme, StandIn, StepId, Turn, compile_for_day};
use crate::script::Kind;
use crate::script::tests::read_good;
use crate::show::{Omission, Stage};

/// Steps of which scripts are made; two have one title, and two name a person.
const STEPS: [&str; 9] = [
    "title = \"Laporan\"\nkind = \"report\"\nby = \"mc\"\nlines = [{ say = \"Lapor.\" }, { do = \"kembali\" }]",
    "title = \"Laporan\"\nkind = \"report\"\nby = \"mc\"",
    "title = \"Lagu\"\nkind = \"song\"\noptional = true",
    "id = \"ikrar\"\ntitle = \"Ikrar\"\nkind = \"ikrar\"\nby = \"sekda\"\nheading = [\"IKRAR\"]\n\
     clauses = [\"Satu / bersama {sekda.name} / setia\", \"Dua a / dua b\"]\nclosing = \"Demikian\"",
    "title = \"Amanat {sekda.name}\"\nkind = \"address\"\nby = \"sekda\"",
    "title = \"Tanda tangan\"\nkind = \"signing\"\nsignatories = [{ name = \"Adi\" }, { office = \"Para Lurah\", group = true }]",
    "title = \"Doa\"\nkind = \"prayer\"\nby = \"mc\"",
    "title = \"Pancasila\"\nkind = \"reading\"\nby = \"mc\"\nunit = \"sila\"\n\
     clauses = [\"Ketuhanan / Yang Maha Esa\", \"Kemanusiaan / yang adil / dan beradab\"]",
    "title = \"Prasetya\"\nkind = \"reading\"\nby = \"sekda\"\nmode = \"together\"\nopening = \"Kami berjanji\"\n\
     clauses = [\"Setia / kepada negara\", \"Menjaga / rahasia\"]",
];

/// A script of some of them.
pub(super) fn script(steps: &[usize], people: usize) -> String {
    let head = "title = \"Apel\"\nleader = \"sekda\"\n[people]\nsekda = { short = \"Sekda\", name = \"Adi\" }\nmc = { short = \"MC\" }\n";
    let head = head.replace("Adi", ["Adi", "Drs. Adi Wijaya Kusuma, M.Si."][people % 2]);
    let mut taken = BTreeSet::new();
    let steps = steps.iter().filter(|step| **step != 3 || taken.insert(**step));
    steps.fold(head, |script, step| {
        format!("{script}[[step]]\n{}\n", STEPS[step % STEPS.len()])
    })
}

#[derive(Debug, Clone)]
enum Event {
    Press(&'static str),
    Shift(usize, bool),
    PutIn(usize),
    Drop(usize),
    Restore(usize),
    Replace(usize, &'static str),
    Save(Vec<usize>, usize),
}

pub(super) fn any_steps() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..STEPS.len(), 1..7)
}

fn any_event() -> impl Strategy<Value = Event> {
    let keys = prop::sample::select(vec![
        "space", "space", "space", "space", "n", "p", "u", "u", "r", "left", "x", "a", "e", "v", "end",
        "home", "g", "esc", "s", "enter", "1", "2", "3", "4", "5", "tab",
    ]);
    let people = prop::sample::select(vec!["", "Budi", "Ir. Hj. Citra {mc.short} Dewi, M.M.", "a / b"]);
    prop_oneof![
        12 => keys.prop_map(Event::Press),
        5 => (0..9_usize, any::<bool>()).prop_map(|(step, down)| Event::Shift(step, down)),
        2 => (0..9_usize).prop_map(Event::PutIn),
        2 => (0..9_usize).prop_map(Event::Drop),
        1 => (0..9_usize).prop_map(Event::Restore),
        2 => (0..2_usize, people).prop_map(|(person, name)| Event::Replace(person, name)),
        2 => (any_steps(), 0..2_usize).prop_map(|(steps, people)| Event::Save(steps, people)),
    ]
}

fn step_at(apel: &Performance, position: usize) -> StepId {
    let steps = &apel.show.programme().unwrap().steps;
    steps[position % steps.len()].id.clone()
}

fn happens(apel: &mut Performance, saved: &mut String, event: &Event) {
    match event {
        Event::Press(key) => {
            apel.press(key);
        }
        Event::Shift(position, down) => {
            let step = step_at(apel, *position);
            apel.decide(|show, at| show.move_step(&step, *down, at));
        }
        Event::PutIn(position) => {
            let after = step_at(apel, *position);
            apel.decide(|show, at| show.insert_step(&after, Kind::Address, "Sambutan", 90, at));
        }
        Event::Drop(position) => {
            let step = step_at(apel, *position);
            apel.decide(|show, at| show.drop_chosen(&step, Some("hujan".into()), at));
        }
        Event::Restore(position) => {
            let step = step_at(apel, *position);
            apel.decide(|show, at| show.restore_step(&step, at));
        }
        Event::Replace(person, name) => {
            let by = Some(StandIn {
                name: Some((*name).to_owned()),
                office: None,
            });
            let by = by.filter(|_| !name.is_empty());
            apel.decide(|show, at| show.replace_person(["sekda", "mc"][*person], by, at));
        }
        Event::Save(steps, people) => {
            *saved = script(steps, *people);
            apel.save(saved);
        }
    }
}

/// The place is one at which an advance could have arrived.
fn place_is_valid(apel: &Performance) {
    let show = &apel.show;
    let (Stage::Running | Stage::Finished, Some(programme)) = (show.stage(), show.programme()) else {
        assert!(show.place().is_none());
        return;
    };
    let place = show.place().unwrap();
    let (step, cue) = (
        programme.step(&place.cue.step).unwrap(),
        programme.cue(&place.cue).unwrap(),
    );
    assert!(place.phrase < cue.phrases.len());
    assert_eq!(
        cue.stretch(show.stride(step, cue), place.phrase).start,
        place.phrase
    );
    assert!(place.turn == Turn::Lead || show.repeat_has_key(step, cue));
}

/// Every step is there once and is found where it stands, and each begins when the one before it ends.
fn programme_is_whole(programme: &Programme) {
    let mut begins = 0;
    let mut in_script: Vec<usize> = Vec::new();
    for (position, step) in programme.steps.iter().enumerate() {
        assert_eq!(programme.position(&step.id), Some(position));
        assert_eq!(step.begins, begins);
        begins += step.seconds;
        in_script.extend(step.in_script);
    }
    in_script.sort_unstable();
    let all: Vec<usize> = (0..in_script.len()).collect();
    assert_eq!(in_script, all);
    assert!(!in_script.is_empty());
}

/// Whatever is required and lies behind was visited, read, dropped, listed as left out, or marked as said.
pub(super) fn nothing_is_passed_in_silence(apel: &Performance) {
    let show = &apel.show;
    let (Some(programme), Some(place)) = (show.programme(), show.place()) else {
        return;
    };
    let reading = show.reading();
    let accounted = |one: &Omission| reading.is_left_out(one) || reading.is_said(one);
    let here = programme.position(&place.cue.step).unwrap();
    let finished = show.stage() == Stage::Finished;
    let until = if finished { programme.steps.len() } else { here };
    for step in programme.steps.iter().take(until).skip(show.first_step()) {
        let whole = Omission::Step(step.id.clone());
        if reading.is_dropped(&step.id) || accounted(&whole) {
            continue;
        }
        if step.must_be_read() {
            for cue in step.cues.iter().filter(|cue| cue.id.part.is_owed()) {
                let known = reading.is_done(cue) || accounted(&Omission::Cue(cue.id.clone()));
                assert!(known, "{:?} was passed in silence", cue.id);
            }
        } else {
            assert!(
                step.optional || reading.is_visited(&step.id),
                "{:?} was passed",
                step.id
            );
        }
    }
}

fn on_air_is_the_file_and_the_day(apel: &Performance, saved: &str) {
    let expected = compile_for_day(&read_good(saved), &apel.show.occasion, apel.show.day());
    assert_eq!(apel.show.programme(), Some(&expected));
}

fn play(steps: &[usize], begin_at: Option<usize>, events: &[Event]) {
    let mut saved = script(steps, 0);
    let mut apel = match begin_at {
        Some(position) => {
            let count = saved.matches("[[step]]").count();
            Performance::begun_at(&saved, &(position % count + 1).to_string())
        }
        None => Performance::ready(&saved),
    };
    for event in events {
        happens(&mut apel, &mut saved, event);
        place_is_valid(&apel);
        programme_is_whole(apel.show.programme().unwrap());
        nothing_is_passed_in_silence(&apel);
        on_air_is_the_file_and_the_day(&apel, &saved);
        let _ = (
            apel.show.plan(),
            apel.show.lateness(),
            apel.show.next_cue(),
            apel.show.progress(),
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_changed_moved_undone_and_saved_the_place_is_valid_and_nothing_is_passed_in_silence(
        steps in any_steps(),
        begin_at in prop::option::of(0..7_usize),
        events in prop::collection::vec(any_event(), 1..60),
    ) {
        play(&steps, begin_at, &events);
    }

    #[test]
    fn all_changes_undone_give_the_programme_of_the_file(
        steps in any_steps(),
        events in prop::collection::vec(any_event(), 1..30),
    ) {
        let saved = script(&steps, 0);
        let mut apel = Performance::begun(&saved);
        let first = apel.show.programme().cloned();
        let mut ignored = saved.clone();
        for event in events.iter().filter(|event| !matches!(event, Event::Save(..) | Event::Press(_))) {
            happens(&mut apel, &mut ignored, event);
        }
        while apel.show.can_undo() {
            apel.press("u");
        }
        prop_assert!(apel.show.day().is_empty());
        prop_assert_eq!(apel.show.programme().cloned(), first);
        prop_assert_eq!(apel.show.reading().dropped().count(), 0);
    }
}
