//! The forms in which a script is written, each as it comes out.

mod day;

use super::*;
use crate::lang::Lang;
use crate::script::Written as Text;
use crate::script::tests::read_good;

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
