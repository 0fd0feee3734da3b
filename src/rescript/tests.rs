use proptest::prelude::*;

use super::*;
use crate::lang::Lang;
use crate::programme::{DayChange, Occasion, StepId, compile, compile_for_day};
use crate::script::tests::{read_good, sources_of};
use crate::script::{Written as Text, library, read};

fn words() -> &'static SavingWords {
    &Lang::Id.words().saving
}

fn told() -> Told<'static> {
    Told {
        script: "apel.toml",
        when: None,
        words: words(),
    }
}

/// The new script below its heading.
#[track_caller]
fn written(script: &str, steps: Vec<StepAsRun>, stood_in: Vec<StoodIn>) -> String {
    written_moved(script, steps, Vec::new(), stood_in)
}

/// The same, where some steps were moved.
#[track_caller]
fn written_moved(script: &str, steps: Vec<StepAsRun>, moved: Vec<usize>, stood_in: Vec<StoodIn>) -> String {
    let run = AsRun {
        steps,
        moved,
        stood_in,
        leader: None,
    };
    let text = as_run(script, &run, told()).unwrap();
    read_good(&text);
    let heading = (words().heading)("apel.toml", None).lines().count() + 1;
    text.split_inclusive('\n').skip(heading).collect()
}

fn of_file(positions: impl IntoIterator<Item = usize>) -> Vec<StepAsRun> {
    positions.into_iter().map(StepAsRun::OfFile).collect()
}

fn dropped(position: usize, title: &str, reason: Option<&str>) -> StepAsRun {
    StepAsRun::Dropped {
        position: Some(position),
        title: title.to_owned(),
        reason: reason.map(str::to_owned),
    }
}

fn put_in(title: &str, kind: Kind, seconds: u32) -> StepAsRun {
    StepAsRun::Inserted {
        id: "sisipan-1".to_owned(),
        title: title.to_owned(),
        kind,
        seconds,
    }
}

fn by(person: &str, name: &str, office: Option<&str>) -> Vec<StoodIn> {
    vec![StoodIn {
        person: person.to_owned(),
        name: name.to_owned(),
        office: office.map(str::to_owned),
    }]
}

const THREE: &str = "\
title = 'Apel' # judul

# Bagian pertama

# Doa bersama.
[[step]]
kind  = \"prayer\"
title = \"Doa\"

[[step]]
title = 'Laporan'
kind = 'report'
  [[step.lines]]
  say = 'Lapor.'
# notes = 'dulu'

# Bagian kedua

# Lagu wajib.
[[step]]
title = 'Lagu'
kind = 'song'

[people]
mc = { role = 'MC' }
# akhir
";

#[test]
fn a_step_moves_with_its_comments_and_what_stands_between_stays() {
    let moved = written_moved(THREE, of_file([0, 2, 1]), vec![1], Vec::new());
    let expected = "\
title = 'Apel' # judul

# Bagian pertama

# Doa bersama.
[[step]]
kind  = \"prayer\"
title = \"Doa\"

# Bagian kedua

# Lagu wajib.
[[step]]
title = 'Lagu'
kind = 'song'

[[step]]
title = 'Laporan'
kind = 'report'
  [[step.lines]]
  say = 'Lapor.'
# notes = 'dulu'

[people]
mc = { role = 'MC' }
# akhir
";
    assert_eq!(moved, expected);
    let first = written_moved(THREE, of_file([1, 0, 2]), vec![1], Vec::new());
    assert!(
        first.starts_with("title = 'Apel' # judul\n\n# Bagian pertama\n\n[[step]]\ntitle = 'Laporan'"),
        "{first}"
    );
    assert!(
        first.contains("title = \"Doa\"\n\n# Bagian kedua\n\n# Lagu wajib.\n[[step]]"),
        "{first}"
    );
}

#[test]
fn a_dropped_step_leaves_its_title_and_the_reason_and_one_put_in_is_told() {
    let steps = vec![
        StepAsRun::OfFile(0),
        put_in("Sambutan {pagi}", Kind::Address, 330),
        dropped(1, "Laporan", Some("hujan\n[[step]]")),
        StepAsRun::OfFile(2),
    ];
    let text = written(THREE, steps, Vec::new());
    let expected = "\
title = \"Doa\"

# Disisipkan pada hari pelaksanaan.
[[step]]
id = \"sisipan-1\"
title = \"Sambutan {{pagi}}\"
kind = \"address\"
duration = \"5m30s\"

# Ditiadakan pada hari pelaksanaan: Laporan. Alasan: hujan [[step]]

# Bagian kedua
";
    assert!(text.contains(expected), "{text}");
    assert!(!text.contains("Lapor."), "{text}");
    let script = read_good(&text);
    assert_eq!(script.steps.len(), 3);
    assert_eq!(
        script.fill(script.steps[1].title.get_ref()).text,
        "Sambutan {pagi}"
    );
}

#[test]
fn a_step_put_in_is_none_that_needs_a_text_or_signatories() {
    for kind in Kind::ALL {
        let steps = vec![
            StepAsRun::OfFile(0),
            put_in("Baru", *kind, 0),
            StepAsRun::OfFile(1),
            StepAsRun::OfFile(2),
        ];
        let text = written(THREE, steps, Vec::new());
        assert_eq!(
            text.contains(&format!("kind = \"{}\"", kind.spelling())),
            !matches!(kind, Kind::Ikrar | Kind::Signing)
        );
        assert!(text.contains("duration = \"0s\""), "{text}");
    }
}

#[test]
fn lines_end_as_they_did() {
    let script = THREE.replace('\n', "\r\n");
    let steps = vec![
        dropped(2, "Lagu", None),
        put_in("Baru", Kind::Act, 60),
        StepAsRun::OfFile(1),
        StepAsRun::OfFile(0),
    ];
    let run = AsRun {
        steps,
        moved: Vec::new(),
        stood_in: by("mc", "Ani", None),
        leader: None,
    };
    let text = as_run(&script, &run, told()).unwrap();
    assert_eq!(
        text.matches('\n').count(),
        text.matches("\r\n").count(),
        "{text:?}"
    );
    read_good(&text);
    let marked = as_run(&format!("\u{FEFF}{script}"), &run, told()).unwrap();
    assert_eq!(marked, format!("\u{FEFF}{text}"), "the mark is the first of all");
}

#[test]
fn a_last_line_without_an_end_is_no_part_of_the_next() {
    let script = "title = 'Apel'\n[[step]]\ntitle = 'A'\nkind = 'act'\n[[step]]\ntitle = 'B'\nkind = 'act'";
    let text = written(script, of_file([1, 0]), Vec::new());
    assert_eq!(
        text,
        "title = 'Apel'\n[[step]]\ntitle = 'B'\nkind = 'act'\n[[step]]\ntitle = 'A'\nkind = 'act'\n"
    );
}

#[test]
fn a_table_of_a_step_that_stands_elsewhere_goes_with_its_step() {
    let script = "title = 'Apel'\n[[step]]\ntitle = 'A'\nkind = 'act'\n[[step]]\ntitle = 'B'\nkind = 'act'\n\
                  [values]\na = 'b'\n[[step.lines]]\nsay = 'Siap.'\n[[step]]\ntitle = 'C'\nkind = 'act'\n";
    let text = written(script, of_file([1, 2, 0]), Vec::new());
    let script = read_good(&text);
    let lines: Vec<_> = script
        .steps
        .iter()
        .map(|step| (step.title.get_ref().as_str(), step.lines.len()))
        .collect();
    assert_eq!(lines, [("B", 1), ("C", 0), ("A", 0)]);
    assert_eq!(script.values.len(), 1);
}

const LISTED: &str = "title = 'Apel'\nstep = [ # acara\n  # satu\n  { title = 'A', kind = 'act' }, # a\n  \
                      { title = 'B', kind = 'act' } # b\n  , { title = 'C', kind = 'act' }\n] # habis\n";

#[test]
fn a_list_of_tables_in_braces_keeps_its_form() {
    let moved = written(LISTED, of_file([2, 0, 1]), Vec::new());
    assert!(
        moved.starts_with(
            "title = 'Apel'\nstep = [ # acara\n { title = 'C', kind = 'act' },\n  # satu\n  { title = 'A'"
        ),
        "{moved}"
    );
    let steps = vec![
        dropped(0, "A", None),
        StepAsRun::OfFile(2),
        put_in("Baru", Kind::Act, 60),
        StepAsRun::OfFile(1),
    ];
    let text = written(LISTED, steps, Vec::new());
    let titles: Vec<_> = read_good(&text)
        .steps
        .iter()
        .map(|step| step.title.get_ref().clone())
        .collect();
    assert_eq!(titles, ["C", "Baru", "B"], "{text}");
    assert!(
        text.contains("# Ditiadakan pada hari pelaksanaan: A.\n") && text.ends_with("] # habis\n"),
        "{text}"
    );

    let in_line = "title = 'Apel'\nstep = [{ title = 'A', kind = 'act' }, { title = 'B', kind = 'act' }]\n";
    assert_eq!(
        written(in_line, of_file([1, 0]), Vec::new()),
        "title = 'Apel'\nstep = [ { title = 'B', kind = 'act' },{ title = 'A', kind = 'act' }]\n"
    );
    for last in [0, 1] {
        let steps = vec![StepAsRun::OfFile(1 - last), dropped(last, "X", None)];
        assert_eq!(read_good(&written(in_line, steps, Vec::new())).steps.len(), 1);
    }
}

/// A script whose people are written so.
fn with_people(people: &str) -> String {
    format!("title = 'Apel'\n{people}\n[[step]]\ntitle = 'Doa'\nkind = 'prayer'\n")
}

/// What becomes of the lines about people.
#[track_caller]
fn people(people: &str, name: &str, office: Option<&str>) -> String {
    let text = written(&with_people(people), of_file([0]), by("mc", name, office));
    let script = read_good(&text);
    let person = script
        .people
        .iter()
        .find(|person| person.key.get_ref() == "mc")
        .unwrap();
    let said = |written: &Option<Text>| {
        written
            .as_ref()
            .map(|written| script.fill(written.get_ref()).text)
    };
    assert_eq!(said(&person.name).as_deref(), Some(name), "{text}");
    assert_eq!(said(&person.office).as_deref(), office, "{text}");
    let people = text.strip_prefix("title = 'Apel'\n").unwrap();
    people.split_once("\n[[step]]").unwrap().0.to_owned()
}

#[test]
fn a_person_in_braces_is_replaced_in_place() {
    let own = "[people]\nmc = { role = 'MC', name = 'Budi', office = 'Kabag', reserve = 'Citra' } # petugas";
    assert_eq!(
        people(own, "Citra {S.Sos}", Some("Plh. \"Kabag\"")),
        "[people]\n# mc: diganti pada hari pelaksanaan. Semula: name = \"Budi\", office = \"Kabag\"\n\
         mc = { role = 'MC', name = \"Citra {{S.Sos}}\", office = 'Plh. \"Kabag\"', reserve = 'Citra' } # petugas"
    );
    assert!(people(own, "Citra", None).contains("name = \"Citra\", reserve = 'Citra' }"));
}

#[test]
fn every_form_of_table_takes_what_is_replaced_put_in_and_taken_out() {
    let forms = [
        "[people]\nmc = { ROLE }",
        "[people]\nmc = {ROLE}\ndoa = { role = 'x' }",
        "[people.mc]\nROLE",
        "[people.mc] # petugas\nROLE # ya\n\n[values]\na = 'b'",
        "  [people]\n  DOTTED",
        "people.mc.role = 'MC'\npeople.doa.role = 'x'",
        "people = { mc = { ROLE }, doa = { role = 'x' } }",
        "people = { mc.role = 'MC' , doa.role = 'x' }",
        "people = { mc.name = 'Budi', doa.role = 'x', mc.office = 'Kabag' }",
        "[people]\nmc.office = 'Kabag'\ndoa.role = 'x'\nmc.name = '''Budi\nAgus'''\nmc.reserve = 'y'",
        "[people]\n\"mc\" = { \"name\" = 'Budi' }",
    ];
    let fields = [
        "role = 'MC'",
        "name = 'Budi'",
        "office = 'Kabag', name = 'Budi'",
        "name = 'Budi', role = 'MC', office = 'Kabag'",
        "role = 'MC', office = 'Kabag'",
        "",
    ];
    for form in forms {
        for fields in fields {
            let one_a_line = fields.replace(", ", "\n");
            let dotted: Vec<String> = one_a_line.lines().map(|line| format!("mc.{line}")).collect();
            if form.contains("DOTTED") && dotted.is_empty() {
                continue;
            }
            let fields = if form.starts_with("[people.mc]") {
                &one_a_line
            } else {
                fields
            };
            let own = form
                .replace("DOTTED", &dotted.join("\n  "))
                .replace("ROLE", fields);
            for (name, office) in [
                ("Ani", None),
                ("Ani", Some("Plh.")),
                ("A \"b\" 'c'", Some("\\ {x}")),
            ] {
                people(&own, name, office);
            }
        }
    }
}

#[test]
fn what_a_person_lacks_is_put_in_behind_the_last_entry() {
    assert_eq!(
        people("[people.mc]\n  role = 'MC' # ya", "Ani", None),
        "[people.mc]\n  # mc: diisi pada hari pelaksanaan.\n  role = 'MC' # ya\n  name = \"Ani\""
    );
    assert_eq!(
        people("[people]\nmc.role = 'MC'\ndoa.role = 'x'", "Ani", Some("Plh.")),
        "[people]\n# mc: diisi pada hari pelaksanaan.\nmc.role = 'MC'\nmc.name = \"Ani\"\nmc.office = \"Plh.\"\n\
         doa.role = 'x'"
    );
}

#[test]
fn without_a_change_the_text_is_the_very_same() {
    let run = AsRun {
        steps: of_file(0..3),
        moved: Vec::new(),
        stood_in: Vec::new(),
        leader: None,
    };
    assert_eq!(as_run(THREE, &run, told()).unwrap(), THREE);
}

#[test]
fn what_is_of_another_script_is_refused() {
    let run = |steps, stood_in| {
        let run = AsRun {
            steps,
            moved: Vec::new(),
            stood_in,
            leader: None,
        };
        as_run(THREE, &run, told())
    };
    assert_eq!(run(of_file([1, 0]), Vec::new()), Err(Failure::OtherSteps));
    assert_eq!(run(of_file([0, 1, 1]), Vec::new()), Err(Failure::OtherSteps));
    assert_eq!(run(of_file([0, 1, 3]), Vec::new()), Err(Failure::OtherSteps));
    let nobody = by("siapa", "Ani", None);
    assert_eq!(
        run(of_file(0..3), nobody),
        Err(Failure::NoSuchPerson("siapa".to_owned()))
    );
    let all = (0..3).map(|position| dropped(position, "X", None)).collect();
    assert_eq!(run(all, Vec::new()), Err(Failure::NothingLeft));
    let run = AsRun {
        steps: of_file([1, 0]),
        moved: Vec::new(),
        stood_in: Vec::new(),
        leader: None,
    };
    assert_eq!(as_run("title = 'Apel\n", &run, told()), Err(Failure::NoScript));
}

#[test]
fn the_same_reading_is_served_whichever_ikrar_is_the_first_now() {
    let ikrar =
        |by: &str| format!("[[step]]\ntitle = 'Ikrar'\nkind = 'ikrar'\nby = '{by}'\nclauses = ['Setia.']\n");
    let people = "[people]\na = { role = 'A' }\nb = { role = 'B' }\n";
    let text = format!("title = 'Apel'\n{people}{}{}", ikrar("a"), ikrar("b"));
    let script = read_good(&text);
    for steps in [
        of_file([1, 0]),
        vec![dropped(0, "Ikrar", None), StepAsRun::OfFile(1)],
    ] {
        let run = AsRun {
            leader: leader_to_be_named(&script, &steps),
            moved: Vec::new(),
            steps,
            stood_in: Vec::new(),
        };
        let again = read_good(&as_run(&text, &run, told()).unwrap());
        assert_eq!(again.leader.unwrap().get_ref(), "a");
    }
    assert_eq!(leader_to_be_named(&script, &of_file([0, 1])), None);
    let named = read_good(&format!("leader = 'b'\n{text}"));
    assert_eq!(
        leader_to_be_named(&named, &of_file([1, 0])),
        None,
        "the script says so itself"
    );
}

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
        let after = |number: u16| (number % 7 > 0).then(|| step(number));
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
            people.iter_mut().for_each(|person| person.stands_in_for = None);
            people
        };
        prop_assert_eq!(people(&again), people(&on_air), "{}", new);
        prop_assert_eq!(again.leader, on_air.leader);
        let ends = new.matches('\n').count();
        prop_assert_eq!(new.matches("\r\n").count(), if text.contains('\r') { ends } else { 0 }, "{:?}", new);
        prop_assert_eq!(new == text, run.is_as_written());
    }
}
