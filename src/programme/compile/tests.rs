//! What a script becomes: identities, cues in order, ways of reading, whose each is, and how long it takes.

use std::collections::BTreeMap;

use super::*;
use crate::programme::Part;
use crate::script::tests::{read_good, sources_of};
use crate::script::{Contents, Source, Unit, library, read, texts_named};

fn compiled(script: &str) -> Programme {
    compile(&read_good(script), &Occasion::default())
}

fn compiled_as(script: &str, person: &str) -> Programme {
    let occasion = Occasion {
        leader: Some(person.to_owned()),
        ..Occasion::default()
    };
    compile(&read_good(script), &occasion)
}

/// A script of one ikrar with these lines in its step.
fn ikrar(lines: &str) -> Step {
    let script = format!("title = \"A\"\n[[step]]\ntitle = \"Ikrar\"\nkind = \"ikrar\"\n{lines}");
    compiled(&script).steps.remove(0)
}

fn parts(step: &Step) -> Vec<Part> {
    step.cues.iter().map(|cue| cue.id.part).collect()
}

fn phrases(step: &Step, part: Part) -> Vec<&str> {
    let cue = step.cues.iter().find(|cue| cue.id.part == part).unwrap();
    cue.phrases.iter().map(|phrase| phrase.text.as_str()).collect()
}

#[test]
fn the_cues_of_a_step_stand_in_the_order_of_the_table() {
    let step = ikrar(
        "closing = \"Demikian\"\nclauses = [\"satu\", \"dua\"]\nopening = \"Kami\"\nheading = [\"IKRAR\"]\n\
         lines = [{ say = \"Siap … gerak.\" }, { do = \"maju\" }]",
    );
    assert_eq!(
        parts(&step),
        [
            Part::Line(1),
            Part::Line(2),
            Part::Heading,
            Part::Opening,
            Part::Clause(1),
            Part::Clause(2),
            Part::Closing
        ]
    );
    assert_eq!(step.clauses, 2);
    let signing = "title = \"A\"\n[[step]]\ntitle = \"Tanda tangan\"\nkind = \"signing\"\n\
                   signatories = [{ name = \"Adi\" }, { office = \"Para Lurah\", group = true }]\n\
                   lines = [{ do = \"maju\" }]";
    assert_eq!(
        parts(&compiled(signing).steps[0]),
        [Part::Line(1), Part::Signatory(1), Part::Signatory(2)]
    );
}

#[test]
fn a_step_with_nothing_else_is_one_cue_its_title() {
    let programme = compiled("title = \"A\"\n[[step]]\ntitle = \"Doa bersama\"\nkind = \"prayer\"");
    assert_eq!(parts(&programme.steps[0]), [Part::Title]);
    assert_eq!(programme.steps[0].cues[0].text, "Doa bersama");
}

#[test]
fn made_ids_come_from_titles_and_a_second_one_gets_a_number() {
    let step = |title: &str| format!("[[step]]\ntitle = \"{title}\"\nkind = \"act\"\n");
    let titles = ["Laporan", "Laporan!", "laporan", "Doa & Salam", "…", "Amanat 2"];
    let script: String = titles.iter().map(|title| step(title)).collect();
    let programme = compiled(&format!("title = \"A\"\n{script}"));
    let ids: Vec<&str> = programme.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "laporan",
            "laporan-2",
            "laporan-3",
            "doa-salam",
            "acara",
            "amanat-2"
        ]
    );
    assert!(programme.steps.iter().all(|step| !step.id_given));
}

#[test]
fn a_given_id_is_kept_and_a_made_one_gives_way_to_it() {
    let programme = compiled(
        "title = \"A\"\n[[step]]\ntitle = \"Doa\"\nkind = \"act\"\n\
         [[step]]\nid = \"doa\"\ntitle = \"Penutup\"\nkind = \"act\"\n\
         [[step]]\nid = \"doa-2\"\ntitle = \"Foto\"\nkind = \"act\"",
    );
    let ids: Vec<&str> = programme.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(ids, ["doa-3", "doa", "doa-2"]);
    assert!(programme.steps[1].id_given);
}

#[test]
fn the_heading_is_read_alone_and_the_rest_in_the_mode_of_the_text() {
    let words = "heading = [\"H\"]\nopening = \"O\"\nclauses = [\"K\"]\nclosing = \"P\"\n";
    let modes = |step: &Step| -> Vec<Mode> { step.cues.iter().map(|cue| cue.mode).collect() };
    assert_eq!(
        modes(&ikrar(words)),
        [Mode::Alone, Mode::Echo, Mode::Echo, Mode::Echo]
    );
    let together = format!("mode = \"together\"\n{words}");
    assert_eq!(
        modes(&ikrar(&together)),
        [Mode::Alone, Mode::Together, Mode::Together, Mode::Together]
    );
    let each = format!(
        "heading_mode = \"together\"\nopening_mode = \"alone\"\nclosing_mode = \"together\"\nmode = \"echo\"\n{words}"
    );
    assert_eq!(
        modes(&ikrar(&each)),
        [Mode::Together, Mode::Alone, Mode::Echo, Mode::Together]
    );
}

#[test]
fn a_reading_is_read_alone_by_default() {
    let script = "title = \"A\"\n[[step]]\ntitle = \"Pembukaan\"\nkind = \"reading\"\nclauses = [\"Bahwa\"]";
    let step = &compiled(script).steps[0];
    assert_eq!((step.mode, step.unit), (Mode::Alone, Unit::Butir));
    assert_eq!(step.cues[0].shown_number, Some(1));
}

#[test]
fn a_number_is_spoken_in_echo_shown_elsewhere_or_neither() {
    let clauses = "clauses = [\"Menolak politik uang\", \"Menjaga netralitas\"]\n";
    let spoken = ikrar(clauses);
    assert_eq!(phrases(&spoken, Part::Clause(2)), ["Dua.", "Menjaga netralitas"]);
    let cue = &spoken.cues[1];
    assert_eq!(cue.text, "Menjaga netralitas", "the number is not in the text");
    assert_eq!(cue.shown_number, None);
    assert_eq!(cue.counted_phrases(), 1, "nor is it counted");
    let together = ikrar(&format!("mode = \"together\"\n{clauses}"));
    assert_eq!(phrases(&together, Part::Clause(2)), ["Menjaga netralitas"]);
    assert_eq!(together.cues[1].shown_number, Some(2));
    let none = ikrar(&format!("numbers = \"none\"\n{clauses}"));
    assert_eq!(phrases(&none, Part::Clause(2)), ["Menjaga netralitas"]);
    assert_eq!(none.cues[1].shown_number, None);
    let shown = ikrar(&format!("numbers = \"shown\"\n{clauses}"));
    assert_eq!(shown.cues[1].shown_number, Some(2));
}

#[test]
fn every_line_of_a_heading_is_a_phrase_of_its_own() {
    let step = ikrar("heading = [\"IKRAR NETRALITAS\", \"PADA PEMILU\"]\nclauses = [\"satu\"]");
    assert_eq!(phrases(&step, Part::Heading), ["IKRAR NETRALITAS", "PADA PEMILU"]);
    assert_eq!(step.heading, ["IKRAR NETRALITAS", "PADA PEMILU"]);
    assert_eq!(step.cues[0].phrases[1].first_word, 2);
}

#[test]
fn marks_cut_a_text_and_are_not_in_it() {
    let step = ikrar("clauses = [\"Menolak / politik uang // dan/atau hadiah\"]\nnumbers = \"none\"");
    assert_eq!(
        phrases(&step, Part::Clause(1)),
        ["Menolak", "politik uang", "dan/atau hadiah"]
    );
    assert_eq!(step.cues[0].text, "Menolak politik uang dan/atau hadiah");
}

#[test]
fn read_together_a_group_has_at_most_24_words_and_four_phrases_and_groups_cover_the_cue() {
    let clause = "di sini kita ada di apel / ".repeat(9);
    let step = ikrar(&format!("mode = \"together\"\nclauses = [\"{clause}akhir\"]"));
    let cue = &step.cues[0];
    assert_eq!(cue.phrases.len(), 10);
    let mut next = 0;
    for group in &cue.groups {
        assert_eq!(group.start, next);
        next = group.end;
        let words: usize = cue.phrases[group.clone()].iter().map(|one| one.words).sum();
        assert!(words <= 24 && group.len() <= 4, "{group:?} has {words} words");
    }
    assert_eq!(next, cue.phrases.len());
    assert_eq!(cue.groups.len(), 3, "and no more groups than needed");
}

#[test]
fn read_together_a_group_stands_on_a_screen_in_four_lines_of_large_type() {
    let clause = "menyelenggarakan pemerintahan / ".repeat(9);
    let step = ikrar(&format!("mode = \"together\"\nclauses = [\"{clause}akhir\"]"));
    let cue = &step.cues[0];
    // Two words a line fill it: four phrases have eight words, and would take eight lines.
    assert!(
        cue.groups.iter().all(|group| group.len() <= 2),
        "{:?}",
        cue.groups
    );
    assert_eq!(cue.groups.len(), 5);
}

#[test]
fn a_phrase_longer_than_a_group_is_a_group_of_its_own() {
    let phrase = |words: usize| Phrase {
        text: "kata ".repeat(words).trim_end().to_owned(),
        kind: PhraseKind::Words,
        pause: Pause::Unmarked,
        words,
        first_word: 0,
    };
    let groups = recital::groups(&[phrase(3), phrase(30), phrase(3)]);
    assert_eq!(groups, [0..1, 1..2, 2..3]);
    assert!(recital::groups(&[]).is_empty());
}

const PEOPLE: &str = "title = \"A\"\n[people]\nsekda = { role = \"Sekretaris Daerah\", short = \"Sekda\" }\n\
     mc = { role = \"Pembawa acara\" }\n";
const READINGS: &str = "[[step]]\ntitle = \"Ikrar\"\nkind = \"ikrar\"\nby = \"sekda\"\nclauses = [\"satu\"]\n\
     lines = [{ by = \"mc\", say = \"Ikrar.\" }, { say = \"Siap.\" }]\n\
     [[step]]\ntitle = \"Pancasila\"\nkind = \"reading\"\nby = \"mc\"\nclauses = [\"Ketuhanan\"]\n\
     [[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\n";

fn ours(programme: &Programme) -> Vec<bool> {
    let cues = programme.steps.iter().flat_map(|step| &step.cues);
    cues.map(|cue| cue.ours).collect()
}

#[test]
fn without_a_leader_the_reader_of_the_first_ikrar_is_served() {
    let programme = compiled(&format!("{PEOPLE}{READINGS}"));
    assert_eq!(programme.leader, Some(PersonIndex(0)));
    assert_eq!(
        ours(&programme),
        [false, true, true, false, false],
        "a line is its own speaker's, else the step's"
    );
}

#[test]
fn the_scripts_leader_is_served_and_as_goes_before_it() {
    let script = format!("leader = \"mc\"\n{PEOPLE}{READINGS}");
    assert_eq!(ours(&compiled(&script)), [true, false, false, true, false]);
    assert_eq!(
        ours(&compiled_as(&script, "sekda")),
        [false, true, true, false, false]
    );
}

#[test]
fn an_ikrar_that_names_no_reader_is_the_leaders() {
    let step = ikrar("clauses = [\"satu\"]");
    assert!(step.cues[0].ours, "even where nobody is named at all");
    let script = format!(
        "leader = \"sekda\"\n{PEOPLE}[[step]]\ntitle = \"Ikrar\"\nkind = \"ikrar\"\nclauses = [\"satu\"]\n\
         [[step]]\ntitle = \"Pancasila\"\nkind = \"reading\"\nclauses = [\"Ketuhanan\"]"
    );
    let programme = compiled(&script);
    assert_eq!(ours(&programme), [true, false]);
    assert_eq!(programme.steps[0].by, Some(PersonIndex(0)));
}

#[test]
fn a_person_without_a_short_name_is_called_by_the_role_and_without_a_role_by_the_key() {
    let programme = compiled(
        "title = \"A\"\n[people]\nsekda = { role = \"Sekretaris Daerah\", short = \"Sekda\" }\n\
         mc = { role = \"Pembawa acara\" }\ndoa = {}\n[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"",
    );
    let shorts: Vec<&str> = programme.people.iter().map(|one| one.short.as_str()).collect();
    assert_eq!(shorts, ["Sekda", "Pembawa acara", "doa"]);
}

#[test]
fn values_are_filled_in_everywhere_and_unfilled_ones_show_as_dots() {
    let programme = compiled(
        "title = \"Apel {pemilu}\"\nplace = \"{tempat}\"\n[values]\npemilu = \"Pemilu 2024\"\ntempat = \"\"\n\
         [[step]]\ntitle = \"Ikrar {pemilu}\"\nkind = \"ikrar\"\nnotes = \"di {tempat}\"\nnumbers = \"none\"\n\
         heading = [\"PADA {pemilu}\"]\nclauses = [\"Menjaga {pemilu} di {tempat}\"]\n\
         announce = \"{date}\"",
    );
    assert_eq!(programme.title, "Apel Pemilu 2024");
    assert_eq!(programme.place.as_deref(), Some("……"));
    let step = &programme.steps[0];
    assert_eq!(step.id.as_str(), "ikrar-pemilu-2024");
    assert_eq!(step.heading, ["PADA Pemilu 2024"]);
    assert_eq!(step.notes.as_deref(), Some("di ……"));
    assert_eq!(step.announce.as_deref(), Some("……"));
    assert_eq!(step.cues[1].text, "Menjaga Pemilu 2024 di ……");
}

#[test]
fn a_line_is_said_phrase_by_phrase_or_done_as_a_whole_and_its_reply_takes_no_cue() {
    let script = format!(
        "{PEOPLE}[[step]]\ntitle = \"Laporan\"\nkind = \"report\"\nby = \"mc\"\nlines = [\
         {{ say = \"Lapor, apel siap.\", reply = \"Lanjutkan / segera.\", reply_by = \"sekda\" }},\
         {{ do = \"kembali / ke tempat\" }}]"
    );
    let step = &compiled(&script).steps[0];
    assert_eq!(step.cues.len(), 2);
    assert_eq!(step.cues[0].manner, Manner::Say);
    assert_eq!(
        step.cues[0].reply,
        Some(Reply {
            text: "Lanjutkan segera.".to_owned(),
            by: Some(PersonIndex(0))
        })
    );
    assert_eq!(step.cues[1].manner, Manner::Do);
    assert_eq!(step.cues[1].phrases.len(), 1);
    assert_eq!(step.cues[1].reply, None);
}

#[test]
fn a_signatory_is_called_by_name_else_by_office() {
    let script = "title = \"A\"\n[values]\nnama = \"\"\n[[step]]\ntitle = \"T\"\nkind = \"signing\"\n\
         signatories = [{ name = \"Adi\", office = \"Camat\" }, { office = \"Para Lurah\", group = true }, \
         { name = \"{nama}\" }]";
    let step = &compiled(script).steps[0];
    let called: Vec<&str> = step.cues.iter().map(|cue| cue.text.as_str()).collect();
    assert_eq!(called, ["Adi", "Para Lurah", "……"]);
    assert!(step.cues[1].signatory.as_ref().unwrap().group);
}

#[test]
fn a_given_duration_goes_before_the_estimate_and_steps_follow_one_another() {
    let programme = compiled(
        "title = \"A\"\n[[step]]\ntitle = \"Satu\"\nkind = \"act\"\nduration = \"1m30s\"\n\
         [[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\n[[step]]\ntitle = \"Amanat\"\nkind = \"address\"",
    );
    let plan: Vec<_> = programme
        .steps
        .iter()
        .map(|step| (step.begins, step.seconds, step.estimated))
        .collect();
    assert_eq!(plan, [(0, 90, false), (90, 180, true), (270, 600, true)]);
    assert_eq!(programme.seconds(), 870);
}

#[test]
fn a_text_is_estimated_from_its_words_its_mode_and_the_pace() {
    let clause = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh ".repeat(30);
    let script = |head: &str, mode: &str| {
        format!(
            "title = \"A\"\n{head}[[step]]\ntitle = \"I\"\nkind = \"ikrar\"\nmode = \"{mode}\"\n\
             numbers = \"none\"\nclauses = [\"{clause}\"]"
        )
    };
    let seconds = |script: &str| compiled(script).steps[0].seconds;
    assert_eq!(seconds(&script("", "together")), 200, "300 words at 90 a minute");
    assert_eq!(seconds(&script("", "echo")), 400, "twice where they are repeated");
    assert_eq!(seconds(&script("pace = 60\n", "echo")), 600);
    assert_eq!(
        ikrar("clauses = [\"satu\"]").seconds,
        120,
        "at least the usual slot"
    );
}

#[test]
fn a_signatory_takes_time_and_no_words() {
    let people = "{ name = \"Adi Budi Citra\" }, ".repeat(9);
    let script =
        format!("title = \"A\"\n[[step]]\ntitle = \"T\"\nkind = \"signing\"\nsignatories = [{people}]");
    assert_eq!(compiled(&script).steps[0].seconds, 180);
}

#[test]
fn the_steps_ways_of_reading_go_before_those_of_the_text_it_names() {
    let script = "title = \"A\"\n[[step]]\ntitle = \"P\"\nkind = \"reading\"\ntext = \"naskah\"\n\
                  [[step]]\ntitle = \"Q\"\nkind = \"reading\"\ntext = \"naskah\"\nmode = \"together\"\n\
                  unit = \"butir\"";
    let text = "title = \"Naskah\"\nmode = \"echo\"\nunit = \"sila\"\nclauses = [\"Ketuhanan\"]";
    let mut sources = sources_of(script);
    sources.texts.insert(
        "naskah".to_owned(),
        Source {
            name: "naskah.toml".to_owned(),
            contents: Contents::Bytes(Arc::from(text.as_bytes())),
        },
    );
    let programme = compile(&read(&sources).script.unwrap(), &Occasion::default());
    let ways: Vec<_> = programme
        .steps
        .iter()
        .map(|step| (step.mode, step.unit))
        .collect();
    assert_eq!(ways, [(Mode::Echo, Unit::Sila), (Mode::Together, Unit::Butir)]);
}

/// A ceremony that ships, with the texts that ship.
fn shipped(name: &str) -> Programme {
    let script = library::script(name).unwrap();
    let texts: BTreeMap<String, Source> = texts_named(script.as_bytes())
        .into_iter()
        .filter_map(|text| {
            let contents = Contents::Bytes(Arc::from(library::text(&text)?.as_bytes()));
            Some((text.clone(), Source { name: text, contents }))
        })
        .collect();
    let sources = script::Sources {
        texts,
        ..sources_of(script)
    };
    compile(&read(&sources).script.unwrap(), &Occasion::default())
}

#[test]
fn the_phrases_of_every_shipped_cue_joined_are_its_words() {
    for name in library::script_names() {
        for cue in shipped(name).steps.iter().flat_map(|step| &step.cues) {
            assert_eq!(joined(&cue.phrases), cue.text, "{name}");
            let mut first_word = 0;
            for phrase in cue.phrases.iter().filter(|one| one.kind == PhraseKind::Words) {
                assert_eq!(phrase.first_word, first_word, "{name}: {}", cue.text);
                assert_eq!(phrase.words, phrase.text.split_whitespace().count(), "{name}");
                first_word += phrase.words;
            }
        }
    }
}

#[test]
fn two_compiles_of_the_same_sources_are_equal() {
    for name in library::script_names() {
        assert_eq!(shipped(name), shipped(name));
    }
}

#[test]
fn an_occasion_whose_person_is_not_there_leaves_the_scripts_own_leader() {
    let script = read_good(
        "title = \"A\"\nleader = \"sekda\"\n[people]\nsekda = {}\nmc = {}\n[[step]]\ntitle = \"Doa\"\nkind = \"act\"\n",
    );
    let served = |key: &str| {
        let leader = Some(key.to_owned());
        let occasion = Occasion {
            leader,
            ..Occasion::default()
        };
        let programme = compile(&script, &occasion);
        programme
            .leader
            .and_then(|one| programme.person(one).map(|one| one.key.clone()))
    };
    assert_eq!(served("mc").as_deref(), Some("mc"));
    assert_eq!(served("camat").as_deref(), Some("sekda"));
}

/// What is planned of a programme: all but how its texts are cut.
fn plan_of(programme: &Programme) -> Vec<(Step, Vec<usize>)> {
    let of_step = |step: &Step| {
        let words = |cue: &Cue| cue.phrases.iter().map(|phrase| phrase.words).sum();
        let words = step.cues.iter().map(words).collect();
        let mut step = step.clone();
        for cue in &mut step.cues {
            cue.phrases.clear();
            cue.groups.clear();
            cue.text.clear();
            cue.reply.iter_mut().for_each(|reply| reply.text.clear());
        }
        step.heading.clear();
        (step, words)
    };
    programme.steps.iter().map(of_step).collect()
}

#[test]
fn what_is_planned_of_a_ceremony_is_what_is_run_of_it() {
    let own = "title = 'A / B'\n[values]\na = 'satu // dua'\n[[step]]\ntitle = 'Ikrar / {a}'\nkind = 'ikrar'\n\
               heading = ['/ Satu / dua //']\nclauses = ['{a} / tiga', '/ empat // lima / / enam']\n\
               lines = [{ say = 'satu / dua', reply = 'tiga / empat' }, { do = 'maju / mundur' }]\n";
    let sources = [sources_of(own)].into_iter().chain(
        library::script_names()
            .into_iter()
            .map(|name| sources_of(library::script(name).unwrap())),
    );
    for sources in sources {
        let script = read(&sources).script.unwrap();
        for pace in [1, 90] {
            let occasion = Occasion {
                pace,
                ..Occasion::default()
            };
            let (planned, whole) = (planned(&script, &occasion), compile(&script, &occasion));
            assert_eq!(plan_of(&planned), plan_of(&whole));
            assert_eq!(planned.seconds(), whole.seconds());
            assert_ne!(planned.steps, whole.steps, "nothing is cut");
            let without_steps = |programme: &Programme| Programme {
                steps: Vec::new(),
                ..programme.clone()
            };
            assert_eq!(without_steps(&planned), without_steps(&whole));
        }
    }
}
