//! What the reader at the podium is given: the present words and the next ones over every border, and whose turn it is.
//! And what leaves for hall and podium never holds.

use super::harness::{APEL, Performance};
use crate::script::library;
use crate::show::Stage;
use crate::slide::{Prompt, Shown, Voice};

/// A performance at a place, and so many advances later.
fn at(script: &str, place: &str, advances: usize) -> Prompt {
    let mut apel = Performance::begun_at(script, place);
    for _ in 0..advances {
        apel.press("space");
    }
    apel.show.prompt().clone()
}

/// The present words, the next ones, and the next step.
fn told(prompt: &Prompt) -> (&str, Option<&str>, Option<&str>) {
    (
        &prompt.present,
        prompt.next.as_deref(),
        prompt.next_step.as_deref(),
    )
}

#[test]
fn the_next_words_are_told_within_a_part_and_over_its_border() {
    assert_eq!(told(&at(APEL, "ikrar.1", 0)), ("Satu a", Some("satu b"), None));
    assert_eq!(told(&at(APEL, "ikrar.1", 1)), ("satu b", Some("Dua a"), None));
    assert_eq!(
        told(&at(APEL, "ikrar", 0)),
        ("IKRAR", Some("Kami berjanji"), None)
    );
    assert_eq!(
        told(&at(APEL, "ikrar", 1)),
        ("Kami berjanji", Some("Satu a"), None)
    );
}

#[test]
fn at_the_end_of_a_step_the_title_of_the_next_is_told_and_none_of_its_words() {
    assert_eq!(
        told(&at(APEL, "ikrar.3", 2)),
        ("Demikian ikrar kami", None, Some("Doa"))
    );
    assert_eq!(told(&at(APEL, "1", 0)), ("", None, Some("Laporan")));
    assert_eq!(
        told(&at(APEL, "6", 0)),
        ("", None, None),
        "nothing follows the last"
    );
}

#[test]
fn what_is_done_stands_in_brackets() {
    let lapor = at(APEL, "2", 0);
    assert_eq!(
        told(&lapor),
        ("Lapor, apel siap.", Some("(kembali ke tempat)"), None)
    );
    assert_eq!(at(APEL, "2", 1).present, "(kembali ke tempat)");
}

#[test]
fn a_dropped_step_is_not_told_as_the_next() {
    let mut apel = Performance::begun_at(APEL, "2");
    apel.press("n s");
    assert_eq!(apel.place(), "ikrar.heading:1");
    apel.press("p space");
    assert_eq!(apel.show.prompt().next_step.as_deref(), Some("Ikrar"));
}

#[test]
fn whose_turn_it_is() {
    let voice = |script: &str, place: &str, advances| at(script, place, advances).voice;
    assert_eq!(voice(APEL, "ikrar.1", 0), Voice::ReadThenRepeated);
    let two = format!("presses = 2\n{APEL}");
    assert_eq!(voice(&two, "ikrar.1", 0), Voice::Read);
    assert_eq!(voice(&two, "ikrar.1", 1), Voice::Repeated);
    let together = APEL.replace("numbers =", "mode = \"together\"\nnumbers =");
    assert_eq!(voice(&together, "ikrar.1", 0), Voice::Together);
    assert_eq!(voice(APEL, "2", 0), Voice::Others, "the announcer's report");
    assert_eq!(voice(&APEL.replace("\"mc\"", "\"sekda\""), "2", 0), Voice::Read);
    assert_eq!(voice(&APEL.replace("\"mc\"", "\"sekda\""), "2", 1), Voice::Act);
    assert_eq!(voice(APEL, "1", 0), Voice::Others, "nobody is named");
}

#[test]
fn with_two_presses_the_repeat_prompts_the_same_words() {
    let two = format!("presses = 2\n{APEL}");
    let (read, repeated) = (at(&two, "ikrar.1", 0), at(&two, "ikrar.1", 1));
    assert_eq!(told(&read), ("Satu a", Some("satu b"), None));
    assert_eq!(told(&read), told(&repeated));
}

#[test]
fn read_together_the_present_and_the_next_are_groups() {
    let together = APEL.replace("numbers =", "mode = \"together\"\nnumbers =");
    let prompt = at(&together, "ikrar.2", 0);
    assert_eq!(told(&prompt), ("Dua a dua b dua c", Some("Tiga a tiga b"), None));
}

/// Leads through a ceremony as Space does, and looks at what leaves at every place.
fn walk(mut apel: Performance, mut at_each: impl FnMut(&Performance)) {
    at_each(&apel);
    while apel.show.stage() != Stage::Finished {
        apel.press("space");
        at_each(&apel);
    }
}

/// Both as they leave.
fn leaving(apel: &Performance) -> [String; 2] {
    let leaving = apel.show.leaving();
    [
        serde_json::to_string(&leaving.slide()).unwrap(),
        serde_json::to_string(&leaving.prompt()).unwrap(),
    ]
}

#[test]
fn nothing_of_the_leaders_leaves() {
    // Notes, what is announced, who stands by, where it is from, the plan, and a bad save.
    let secret = |line: &str| format!("{line}\nnotes = \"SANDI\"\nannounce = \"SANDI\"");
    let script = APEL
        .replace("kind = \"act\"", &secret("kind = \"act\""))
        .replace("kind = \"report\"", &secret("kind = \"report\""))
        .replace("kind = \"ikrar\"", &secret("kind = \"ikrar\""))
        .replace("title = \"Apel\"\n", "title = \"Apel\"\nsource = \"SANDI\"\n")
        .replace("short = \"MC\" }", "short = \"MC\", reserve = \"SANDI\" }");
    assert_eq!(script.matches("SANDI").count(), 10);
    let mut apel = Performance::begun(&script);
    apel.save(&format!("{script}SANDI = 1\n"));
    assert!(format!("{:?}", apel.show.problems()).contains("SANDI"));
    walk(apel, |apel| {
        for text in leaving(apel) {
            assert!(!text.contains("SANDI"), "{text}");
            for plan in [".toml", "07:3", "07.3", "duration", "\"at\"", "line"] {
                let is_words = plan == "line" && text.contains("\"lines\":");
                assert!(is_words || !text.contains(plan), "{plan}: {text}");
            }
        }
    });
}

#[test]
fn in_echo_the_hall_is_never_given_the_next_words() {
    for script in library::script_names() {
        let script = library::script(script).unwrap();
        walk(Performance::begun(script), |apel| {
            let slide = apel.show.slide();
            let Shown::Words { lines, heading, .. } = &slide.shown else {
                return;
            };
            let prompt = apel.show.prompt();
            let Some(next) = prompt
                .next
                .as_ref()
                .filter(|next| !lines.join(" ").contains(*next))
            else {
                return;
            };
            let [slide, prompt] = leaving(apel);
            let next = serde_json::to_string(next).unwrap();
            let next = next.trim_matches('"');
            assert!(prompt.contains(next));
            let in_heading = heading.iter().any(|line| line.contains(next));
            assert!(in_heading || !slide.contains(next), "{next}: {slide}");
        });
    }
}

#[test]
fn of_commands_reports_and_salutes_the_hall_is_never_given_the_words() {
    use crate::script::Kind;
    for script in library::script_names() {
        let script = library::script(script).unwrap();
        walk(Performance::begun(script), |apel| {
            let Some((step, cue)) = apel.show.step().zip(apel.show.cue()) else {
                return;
            };
            let wordless = matches!(step.kind, Kind::Command | Kind::Report | Kind::Salute);
            if apel.show.stage() != Stage::Running || !wordless || cue.text == step.title {
                return;
            }
            let [slide, _] = leaving(apel);
            assert!(!slide.contains(&cue.text), "{}: {slide}", cue.text);
        });
    }
}

#[test]
fn one_size_is_measured_for_all_that_is_read_in_a_step_and_stays_over_the_closing_card() {
    let last = APEL.split("[[step]]\ntitle = \"Doa\"").next().unwrap();
    let mut apel = Performance::begun_at(last, "ikrar.1");
    let measures = apel.slide().measures;
    // Of the phrases of opening, clauses and closing; the heading is a title.
    assert_eq!(measures.len(), 9);
    apel.press("space");
    assert!(
        std::sync::Arc::ptr_eq(&measures, &apel.slide().measures),
        "not made anew"
    );
    for _ in 0..8 {
        apel.press("space");
    }
    assert_eq!(apel.place(), "closing card");
    assert!(apel.slide().measures.is_empty());
    apel.save(&last.replace("duration = \"3m\"", "duration = \"4m\""));
    apel.press("left");
    assert_eq!(apel.slide().measures, measures);
    assert!(at(APEL, "2", 0).measures.is_empty(), "nothing is read");
}
