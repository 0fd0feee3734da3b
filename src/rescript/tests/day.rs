//! What is written against what was decided: it reads as the programme of the day.

use proptest::prelude::*;

use super::*;
use crate::programme::{DayChange, Occasion, StepId, compile, compile_for_day};
use crate::script::tests::sources_of;
use crate::script::{library, read};

fn replaced(person: &str, name: Option<&str>, office: Option<&str>) -> DayChange {
    let by = StandIn {
        name: name.map(str::to_owned),
        office: office.map(str::to_owned),
    };
    DayChange::Replaced {
        person: person.to_owned(),
        by: Some(by),
    }
}

#[test]
fn a_run_is_told_from_its_programme_its_reading_and_its_day() {
    let script = read_good(THREE);
    let id = |id: &str| StepId(id.into());
    let day = Day::default()
        .with(DayChange::Moved {
            step: id("lagu"),
            after: None,
        })
        .with(DayChange::Inserted {
            step: id("sisipan-1"),
            kind: Kind::Report,
            title: "Sambutan".to_owned(),
            seconds: 60,
            after: Some(id("lagu")),
        })
        .with(replaced("mc", None, Some("Plh.")));
    let on_air = compile_for_day(&script, &Occasion::default(), &day);
    let mut reading = Reading::default();
    reading.drop_step(&id("lagu"), Some("hujan".into()));
    let run = AsRun::of(&script, &on_air, &reading, &day);
    let expected = AsRun {
        steps: vec![
            dropped(2, "Lagu", Some("hujan")),
            put_in("Sambutan", Kind::Report, 60),
            StepAsRun::OfFile(0),
            StepAsRun::OfFile(1),
        ],
        moved: vec![2],
        stood_in: by("mc", "Plh.", Some("Plh.")),
        leader: None,
    };
    assert_eq!(run, expected);
    assert!(!run.is_as_written());
    let on_air = compile(&script, &Occasion::default());
    let as_written = AsRun::of(&script, &on_air, &Reading::default(), &Day::default());
    assert!(as_written.is_as_written());
}

/// What is seen and heard of a step.
fn heard(programme: &Programme) -> Vec<String> {
    let steps = programme.steps.iter();
    let told = steps.map(|step| {
        let by = |by: Option<crate::programme::PersonIndex>| {
            by.and_then(|by| programme.person(by)).map(|by| &by.key)
        };
        let cues = step.cues.iter();
        let cues: Vec<_> = cues
            .map(|cue| {
                (
                    &cue.id.part,
                    by(cue.by),
                    cue.ours,
                    &cue.text,
                    &cue.phrases,
                    &cue.reply,
                    &cue.signatory,
                )
            })
            .collect();
        format!(
            "{} {:?} {:?} {} {:?} {:?} {:?} {cues:?}",
            step.title,
            step.kind,
            by(step.by),
            step.seconds,
            step.announce,
            step.notes,
            step.posture
        )
    });
    told.collect()
}

/// The scripts that ship, and forms that they do not have.
fn scripts() -> Vec<String> {
    let shipped = library::script_names().into_iter().filter_map(library::script);
    let own = "[values]\na = 'b'\n[[step]]\ntitle = 'A {mc.name}'\nkind = 'act'\n[[step]]\ntitle = 'A {mc.name}'\nkind = 'act'\n\
               [people]\nmc.role = 'MC'\nmc.name = 'Budi'\n[[step]]\ntitle = 'I {mc.office}'\nkind = 'ikrar'\nby = 'mc'\n\
               clauses = [\n  # satu\n  'Setia [[step]] {a}.',\n]\n  [[step.lines]]\n  say = \"\"\"\n[[step]]\n{mc.name}\"\"\"\n";
    let listed = LISTED.replace("step =", "people = { mc.role = 'MC' }\nstep =");
    let mut scripts: Vec<String> = shipped.map(str::to_owned).collect();
    scripts.extend([format!("title = 'Apel'\n{own}"), listed]);
    let windows: Vec<String> = scripts
        .iter()
        .map(|script| script.replace('\n', "\r\n"))
        .collect();
    scripts.extend(windows);
    scripts
}

/// What is decided on a day, in numbers that mean something in any script.
#[derive(Debug, Clone)]
enum Decided {
    Moved(u16, u16),
    Inserted(u16, Kind, String, u32),
    Replaced(u16, StandIn),
    Dropped(u16),
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-z][A-Za-z .,'\"\\\\{}#=\\[\\]]{0,12}[a-z]", "[a-z]{1,9}"]
}

fn decided() -> impl Strategy<Value = Decided> {
    let stand_in = prop_oneof![
        typed().prop_map(|name| (Some(name), None)),
        typed().prop_map(|office| (None, Some(office))),
        (typed(), typed()).prop_map(|(name, office)| (Some(name), Some(office))),
    ];
    let stand_in = stand_in.prop_map(|(name, office)| StandIn { name, office });
    let kind = prop::sample::select(Kind::ALL);
    prop_oneof![
        (any::<u16>(), any::<u16>()).prop_map(|(step, after)| Decided::Moved(step, after)),
        (any::<u16>(), kind, typed(), 0..=LONGEST)
            .prop_map(|(after, kind, title, seconds)| Decided::Inserted(after, kind, title, seconds)),
        (any::<u16>(), stand_in).prop_map(|(person, by)| Decided::Replaced(person, by)),
        any::<u16>().prop_map(Decided::Dropped),
    ]
}

/// A show as far as its programme goes.
struct OnTheDay {
    script: Script,
    day: Day,
    on_air: Programme,
    reading: Reading,
}

impl OnTheDay {
    fn of(script: Script) -> Self {
        Self {
            on_air: compile(&script, &Occasion::default()),
            script,
            day: Day::default(),
            reading: Reading::default(),
        }
    }

    fn decide(&mut self, decided: Decided) {
        let step = |number: u16| {
            let steps = &self.on_air.steps;
            steps[usize::from(number) % steps.len()].id.clone()
        };
        let after = |number: u16| (!number.is_multiple_of(7)).then(|| step(number));
        let change = match decided {
            Decided::Moved(number, to) => DayChange::Moved {
                step: step(number),
                after: after(to),
            },
            Decided::Inserted(number, kind, title, seconds) => DayChange::Inserted {
                step: self.day.new_step_id(&self.on_air),
                kind,
                title,
                seconds,
                after: after(number),
            },
            Decided::Replaced(number, by) => DayChange::Replaced {
                person: {
                    let people = &self.on_air.people;
                    people[usize::from(number) % people.len()].key.clone()
                },
                by: Some(by),
            },
            Decided::Dropped(number) => {
                let step = step(number);
                let reason = Some("karena\nhujan \u{1b}[2J".into());
                self.reading.drop_step(&step, reason);
                return;
            }
        };
        self.day = self.day.with(change);
        self.on_air = compile_for_day(&self.script, &Occasion::default(), &self.day);
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_as_the_programme_of_the_day(
        text in prop::sample::select(scripts()),
        decided in prop::collection::vec(decided(), 0..8),
    ) {
        let mut show = OnTheDay::of(read_good(&text));
        for decided in decided {
            show.decide(decided);
        }
        let OnTheDay { script, day, on_air, reading } = show;
        let run = AsRun::of(&script, &on_air, &reading, &day);
        let mut expected = on_air.clone();
        expected.steps.retain(|step| !reading.is_dropped(&step.id));
        for step in &mut expected.steps {
            step.kind = if step.is_inserted() { kind_without_text(step.kind) } else { step.kind };
        }
        let new = match as_run(&text, &run, told()) {
            Ok(new) => new,
            Err(failure) => {
                prop_assert_eq!(failure, Failure::NothingLeft);
                prop_assert!(expected.steps.is_empty());
                return Ok(());
            }
        };
        let again = read(&sources_of(&new));
        prop_assert_eq!(again.totals.errors, 0, "{}", new);
        let again = compile(&again.script.unwrap(), &Occasion::default());
        prop_assert_eq!(heard(&again), heard(&expected), "{}", new);
        let people = |programme: &Programme| {
            let mut people = programme.people.clone();
            for person in &mut people {
                person.stands_in_for = None;
            }
            people
        };
        prop_assert_eq!(people(&again), people(&on_air), "{}", new);
        prop_assert_eq!(again.leader, on_air.leader);
        let ends = new.matches('\n').count();
        prop_assert_eq!(new.matches("\r\n").count(), if text.contains('\r') { ends } else { 0 }, "{:?}", new);
        prop_assert_eq!(new == text, run.is_as_written());
    }
}
