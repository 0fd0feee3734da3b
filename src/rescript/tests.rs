use proptest::prelude::*;

use super::*;
use crate::lang::Lang;
use crate::programme::{Occasion, compile, planned};
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
fn written(script: &str, steps: Vec<StepAsRun>, stand_ins: Vec<(String, StandIn)>) -> String {
    written_moved(script, steps, Vec::new(), stand_ins)
}

/// The same, where some steps were moved.
#[track_caller]
fn written_moved(
    script: &str,
    steps: Vec<StepAsRun>,
    moved: Vec<usize>,
    stand_ins: Vec<(String, StandIn)>,
) -> String {
    let run = AsRun {
        steps,
        moved,
        stand_ins,
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

fn stand_in(person: &str, name: Option<&str>, office: Option<&str>) -> Vec<(String, StandIn)> {
    let by = StandIn {
        name: name.map(str::to_owned),
        office: office.map(str::to_owned),
    };
    vec![(person.to_owned(), by)]
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
        stand_ins: stand_in("mc", Some("Ani"), None),
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
fn people(people: &str, name: Option<&str>, office: Option<&str>) -> String {
    let text = written(&with_people(people), of_file([0]), stand_in("mc", name, office));
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
    assert_eq!(said(&person.name).as_deref(), name, "{text}");
    assert_eq!(said(&person.office).as_deref(), office, "{text}");
    let people = text.strip_prefix("title = 'Apel'\n").unwrap();
    people.split_once("\n[[step]]").unwrap().0.to_owned()
}

#[test]
fn a_person_in_braces_is_replaced_in_place() {
    let own = "[people]\nmc = { role = 'MC', name = 'Budi', office = 'Kabag', reserve = 'Citra' } # petugas";
    assert_eq!(
        people(own, Some("Citra {S.Sos}"), Some("Plh. \"Kabag\"")),
        "[people]\n# mc: diganti pada hari pelaksanaan. Semula: name = \"Budi\", office = \"Kabag\"\n\
         mc = { role = 'MC', name = \"Citra {{S.Sos}}\", office = 'Plh. \"Kabag\"', reserve = 'Citra' } # petugas"
    );
    assert!(people(own, Some("Citra"), None).contains("name = \"Citra\", reserve = 'Citra' }"));
    assert!(people(own, None, Some("Plh.")).contains("role = 'MC', office = \"Plh.\", reserve"));
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
                (Some("Ani"), None),
                (None, Some("Plh.")),
                (Some("A \"b\" 'c'"), Some("\\ {x}")),
            ] {
                people(&own, name, office);
            }
        }
    }
}

#[test]
fn what_a_person_lacks_is_put_in_behind_the_last_entry() {
    assert_eq!(
        people("[people.mc]\n  role = 'MC' # ya", Some("Ani"), None),
        "[people.mc]\n  # mc: diisi pada hari pelaksanaan.\n  role = 'MC' # ya\n  name = \"Ani\""
    );
    assert_eq!(
        people(
            "[people]\nmc.role = 'MC'\ndoa.role = 'x'",
            Some("Ani"),
            Some("Plh.")
        ),
        "[people]\n# mc: diisi pada hari pelaksanaan.\nmc.role = 'MC'\nmc.name = \"Ani\"\nmc.office = \"Plh.\"\n\
         doa.role = 'x'"
    );
}

#[test]
fn without_a_change_the_text_is_the_very_same() {
    let run = AsRun {
        steps: of_file(0..3),
        moved: Vec::new(),
        stand_ins: Vec::new(),
        leader: None,
    };
    assert_eq!(as_run(THREE, &run, told()).unwrap(), THREE);
}

#[test]
fn what_is_of_another_script_is_refused() {
    let run = |steps, stand_ins| {
        let run = AsRun {
            steps,
            moved: Vec::new(),
            stand_ins,
            leader: None,
        };
        as_run(THREE, &run, told())
    };
    assert_eq!(run(of_file([1, 0]), Vec::new()), Err(Failure::OtherSteps));
    assert_eq!(run(of_file([0, 1, 1]), Vec::new()), Err(Failure::OtherSteps));
    assert_eq!(run(of_file([0, 1, 3]), Vec::new()), Err(Failure::OtherSteps));
    let nobody = stand_in("siapa", Some("Ani"), None);
    assert_eq!(
        run(of_file(0..3), nobody),
        Err(Failure::NoSuchPerson("siapa".to_owned()))
    );
    let all = (0..3).map(|position| dropped(position, "X", None)).collect();
    assert_eq!(run(all, Vec::new()), Err(Failure::NothingLeft));
    let run = AsRun {
        steps: of_file([1, 0]),
        moved: Vec::new(),
        stand_ins: Vec::new(),
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
            stand_ins: Vec::new(),
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

/// A day as it is kept.
fn day(changes: serde_json::Value) -> Day {
    serde_json::from_value(changes).unwrap()
}

#[test]
fn the_last_stand_in_counts_and_none_who_was_put_back() {
    let replaced = |person: &str, by| serde_json::json!({ "replaced": { "person": person, "by": by } });
    let name = |name: &str| serde_json::json!({ "name": name });
    let day = day(serde_json::json!([
        replaced("mc", name("Ani")),
        replaced("doa", name("Budi")),
        replaced("mc", name("Citra")),
        replaced("doa", serde_json::Value::Null),
    ]));
    assert_eq!(stand_ins(&day), stand_in("mc", Some("Citra"), None));
}

#[test]
fn a_run_is_told_from_its_programmes_and_its_reading() {
    let script = read_good(THREE);
    let in_file = planned(&script, &Occasion::default());
    let mut on_air = in_file.clone();
    on_air.steps.swap(0, 2);
    let mut new = on_air.steps[1].clone();
    new.id = StepId("sisipan-1".into());
    on_air.steps.insert(1, new);
    let on_air = on_air.with_index();
    let mut reading = Reading::default();
    reading.drop_step(&on_air.steps[0].id, Some("hujan".into()));
    let run = AsRun::of(&script, &in_file, &on_air, &reading, &Day::default());
    let new = StepAsRun::Inserted {
        id: "sisipan-1".to_owned(),
        title: "Laporan".to_owned(),
        kind: Kind::Report,
        seconds: on_air.steps[1].seconds,
    };
    let expected = [
        dropped(2, "Lagu", Some("hujan")),
        new,
        StepAsRun::OfFile(1),
        StepAsRun::OfFile(0),
    ];
    assert_eq!(run.steps, expected);
    assert!(!run.is_as_written());
    let as_written = AsRun::of(&script, &in_file, &in_file, &Reading::default(), &Day::default());
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

/// What is decided on a day, as numbers that mean something in any script.
#[derive(Debug, Clone)]
struct Decided {
    script: usize,
    places: Vec<u16>,
    dropped: Vec<u16>,
    put_in: Vec<(u16, usize, String, u32)>,
    replaced: Vec<(u16, StandIn)>,
}

fn words_typed() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-z][A-Za-z .,'\"\\\\{}#=\\[\\]]{0,12}[a-z]", "[a-z]{1,9}"]
}

fn decided() -> impl Strategy<Value = Decided> {
    let stand_in = prop_oneof![
        words_typed().prop_map(|name| (Some(name), None)),
        words_typed().prop_map(|office| (None, Some(office))),
        (words_typed(), words_typed()).prop_map(|(name, office)| (Some(name), Some(office))),
    ];
    let stand_in = stand_in.prop_map(|(name, office)| StandIn { name, office });
    let put_in = (any::<u16>(), 0..Kind::ALL.len(), words_typed(), 0_u32..86_400);
    (
        0..scripts().len(),
        prop::collection::vec(any::<u16>(), 0..6),
        prop::collection::vec(any::<u16>(), 0..3),
        prop::collection::vec(put_in, 0..3),
        prop::collection::vec((any::<u16>(), stand_in), 0..3),
    )
        .prop_map(|(script, places, dropped, put_in, replaced)| Decided {
            script,
            places,
            dropped,
            put_in,
            replaced,
        })
}

proptest! {
    #[test]
    fn what_is_written_reads_as_the_programme_of_the_day(decided in decided()) {
        let text = scripts()[decided.script].clone();
        let script = read_good(&text);
        let errors = read(&sources_of(&text)).totals.errors;

        // The programme of the day, by other means: the people of the script first, then its steps.
        let mut of_day = script.clone();
        let mut stand_ins: Vec<(String, StandIn)> = Vec::new();
        for (which, by) in &decided.replaced {
            let count = of_day.people.len();
            let person = &mut of_day.people[usize::from(*which) % count];
            let plain = |text: &Option<String>| {
                let text = text.as_ref()?.replace('{', "{{").replace('}', "}}");
                Some(Text::new(0..0, text))
            };
            person.name = plain(&by.name);
            person.office = plain(&by.office);
            let key = person.key.get_ref().clone();
            stand_ins.retain(|(other, _)| *other != key);
            stand_ins.push((key, by.clone()));
        }
        let in_file = compile(&of_day, &Occasion::default());
        let mut on_air = in_file.clone();
        let count = on_air.steps.len();
        for pair in decided.places.chunks_exact(2) {
            let step = on_air.steps.remove(usize::from(pair[0]) % count);
            on_air.steps.insert(usize::from(pair[1]) % count, step);
        }
        for (number, (place, kind, title, seconds)) in decided.put_in.iter().enumerate() {
            let mini = format!("title = 'x'\n[[step]]\ntitle = {}\nkind = \"act\"\nduration = \"{seconds}s\"\n", places::text(title));
            let mut step = compile(&read_good(&mini), &Occasion::default()).steps.remove(0);
            step.kind = kind_without_text(Kind::ALL[*kind]);
            step.id = StepId(format!("sisipan-{number}").into());
            let place = usize::from(*place) % (on_air.steps.len() + 1);
            on_air.steps.insert(place, step);
        }
        let on_air = on_air.with_index();
        let mut reading = Reading::default();
        for which in &decided.dropped {
            let step = &on_air.steps[usize::from(*which) % on_air.steps.len()];
            reading.drop_step(&step.id, Some("karena\nhujan \u{1b}[2J".into()));
        }
        let mut expected = on_air.clone();
        expected.steps.retain(|step| !reading.is_dropped(&step.id));

        let mut run = AsRun::of(&script, &in_file, &on_air, &reading, &Day::default());
        run.stand_ins = stand_ins;
        // Whatever is told of it: what stands between the steps is all that depends on it.
        run.moved = decided.places.iter().map(|place| usize::from(*place) % count).collect();
        let new = match as_run(&text, &run, told()) {
            Ok(new) => new,
            Err(failure) => {
                prop_assert_eq!(failure, Failure::NothingLeft);
                prop_assert!(expected.steps.is_empty());
                return Ok(());
            }
        };
        let again = read(&sources_of(&new));
        prop_assert_eq!(again.totals.errors, errors, "{}", new);
        let again = compile(&again.script.unwrap(), &Occasion::default());
        prop_assert_eq!(heard(&again), heard(&expected), "{}", new);
        prop_assert_eq!(&again.people, &on_air.people, "{}", new);
        prop_assert_eq!(again.leader, on_air.leader);
        prop_assert_eq!(new.contains("\r\n"), text.contains("\r\n"));
        let ends = new.matches('\n').count();
        prop_assert!([0, ends].contains(&new.matches("\r\n").count()), "{:?}", new);
        if run.is_as_written() {
            prop_assert_eq!(new, text);
        }
    }
}
