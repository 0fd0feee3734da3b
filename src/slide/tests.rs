//! Slides and prompts leave as JSON and come back the same, and their form is the one that the page knows.

use serde_json::{Value, json};

use super::*;

const MANNERS: [ReadManner; 4] = [
    ReadManner::ReadThenRepeated,
    ReadManner::Read,
    ReadManner::Repeated,
    ReadManner::Together,
];

const COUNT: Count = Count {
    unit: Unit::Butir,
    number: 2,
    of: 4,
};

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// Everything that a slide may show, each with all that may be missing and without.
fn everything_shown() -> Vec<Shown> {
    let mut all = vec![
        Shown::Nothing,
        Shown::TitleCard,
        Shown::Heading {
            lines: lines(&["IKRAR", "ASN"]),
        },
    ];
    for count in [None, Some(COUNT)] {
        for words in [lines(&[]), lines(&["Satu \"a\"", "dan/atau b"])] {
            all.push(Shown::Title {
                title: "Doa".to_owned(),
                count,
                words,
            });
        }
        all.extend(MANNERS.map(|manner| Shown::Words {
            heading: lines(&["IKRAR"]),
            lines: lines(&["kepada Pegawai ASN"]),
            count,
            manner,
        }));
    }
    for name in [None, Some("Adi")] {
        for office in [None, Some("Camat")] {
            all.push(Shown::Signatory {
                title: "Penandatanganan".to_owned(),
                name: name.map(str::to_owned),
                office: office.map(str::to_owned),
            });
        }
    }
    all
}

const STATES: [State; 5] = [
    State::Showing,
    State::Blank,
    State::Held,
    State::TitleCard,
    State::Ended,
];

fn full_slide(state: State, shown: Shown) -> Slide {
    Slide {
        state,
        ceremony: Ceremony {
            title: "Apel".to_owned(),
            agency: Some("Kota".to_owned()),
            place: None,
            date: Some("Senin, 7 Oktober 2024".to_owned()),
        },
        step: Some(Position {
            number: 4,
            of: 9,
            title: "Ikrar".to_owned(),
            kind: Kind::Ikrar,
        }),
        speaker: Some(Speaker {
            role: "Sekretaris Daerah".to_owned(),
            short: "Sekda".to_owned(),
            name: None,
        }),
        shown,
        measures: vec![Measure(vec![1200, 3400]), Measure(Vec::new())].into(),
    }
}

fn leaves(content: Slide) -> Numbered<Slide> {
    Numbered {
        version: VERSION,
        run: RunId("a1".into()),
        number: 7,
        content,
    }
}

#[test]
fn every_slide_comes_back_as_it_left() {
    for state in STATES {
        for shown in everything_shown() {
            let slide = leaves(full_slide(state, shown));
            let text = serde_json::to_string(&slide).unwrap();
            assert_eq!(
                serde_json::from_str::<Numbered<Slide>>(&text).unwrap(),
                slide,
                "{text}"
            );
            assert!(!text.contains('\n'), "one line of an event: {text}");
        }
    }
    let empty = leaves(Slide::default());
    let text = serde_json::to_string(&empty).unwrap();
    assert_eq!(serde_json::from_str::<Numbered<Slide>>(&text).unwrap(), empty);
}

#[test]
fn every_prompt_comes_back_as_it_left() {
    let voices = [
        Voice::ReadThenRepeated,
        Voice::Read,
        Voice::Repeated,
        Voice::Together,
        Voice::Act,
        Voice::Everybody,
        Voice::Others,
    ];
    let slide = full_slide(State::Showing, Shown::Nothing);
    for state in STATES {
        for (voice, doing) in voices.into_iter().zip(Doing::ALL.into_iter().cycle()) {
            for next in [None, Some("dan b".to_owned())] {
                for next_step in [None, Some("Doa".to_owned())] {
                    let prompt = Prompt {
                        state,
                        ceremony: slide.ceremony.clone(),
                        step: slide.step.clone(),
                        speaker: slide.speaker.clone(),
                        voice,
                        doing,
                        present: "Satu a".to_owned(),
                        next: next.clone(),
                        next_step,
                        count: next.as_ref().map(|_| COUNT),
                        measures: Arc::clone(&slide.measures),
                    };
                    let text = serde_json::to_string(&prompt).unwrap();
                    assert_eq!(serde_json::from_str::<Prompt>(&text).unwrap(), prompt, "{text}");
                }
            }
        }
    }
}

#[test]
fn what_leaves_has_the_form_that_screens_know() {
    let words = Shown::Words {
        heading: lines(&["IKRAR"]),
        lines: lines(&["kepada Pegawai ASN"]),
        count: Some(COUNT),
        manner: ReadManner::Repeated,
    };
    let value: Value = serde_json::to_value(leaves(full_slide(State::TitleCard, words))).unwrap();
    assert_eq!(
        value,
        json!({
            "version": 1,
            "run": "a1",
            "number": 7,
            "state": "title-card",
            "ceremony": {"title": "Apel", "agency": "Kota", "place": null, "date": "Senin, 7 Oktober 2024"},
            "step": {"number": 4, "of": 9, "title": "Ikrar", "kind": "ikrar"},
            "speaker": {"role": "Sekretaris Daerah", "short": "Sekda", "name": null},
            "shown": {
                "what": "words",
                "heading": ["IKRAR"],
                "lines": ["kepada Pegawai ASN"],
                "count": {"unit": "butir", "number": 2, "of": 4},
                "mode": "echo",
                "turn": "echo",
            },
            "measures": [[1200, 3400], []],
        })
    );
}

#[test]
fn a_screen_takes_a_slide_without_measures_and_with_more_than_it_knows() {
    let mut value = serde_json::to_value(leaves(full_slide(State::Showing, Shown::TitleCard))).unwrap();
    let fields = value.as_object_mut().unwrap();
    fields.remove("measures");
    fields.insert("later".to_owned(), json!({"a": 1}));
    let slide: Numbered<Slide> = serde_json::from_value(value).unwrap();
    assert_eq!(slide.content.shown, Shown::TitleCard);
    assert!(slide.content.measures.is_empty());
}

#[test]
fn what_is_no_slide_is_refused() {
    for text in [
        "",
        "{}",
        "[]",
        "{\"version\":1,\"run\":\"a\",\"number\":1,\"shown\":{\"what\":\"film\"}}",
    ] {
        assert!(serde_json::from_str::<Numbered<Slide>>(text).is_err(), "{text}");
    }
}

#[test]
fn a_screen_is_dark_by_its_state_alone() {
    assert!(Slide::dark().is_dark() && Prompt::dark().is_dark());
    for state in STATES {
        let slide = Slide::title_card(state, Ceremony::default());
        let prompt = Prompt::title_card(state, Ceremony::default());
        assert_eq!(slide.is_dark(), state == State::Blank);
        assert_eq!(prompt.is_dark(), state == State::Blank);
    }
}
