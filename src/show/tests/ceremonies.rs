//! The ceremonies that ship, walked from the ready screen with Space alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::harness::Performance;
use crate::programme::{CueId, PhraseKind, Turn};
use crate::script::tests::sources_of;
use crate::script::{Contents, Kind, Script, Source, Sources, library, read, texts_named};
use crate::show::{Settings, Stage};

/// A ceremony that ships, and the texts it names.
fn shipped(name: &str) -> Sources {
    let script = library::script(name).unwrap();
    let texts: BTreeMap<String, Source> = texts_named(script.as_bytes())
        .into_iter()
        .map(|text| {
            let contents = Contents::Bytes(Arc::from(library::text(&text).unwrap().as_bytes()));
            (text.clone(), Source { name: text, contents })
        })
        .collect();
    Sources {
        texts,
        ..sources_of(script)
    }
}

/// The words of every ikrar as its author wrote them, without the marks of pauses.
fn words_of_ikrar(script: &Script) -> Vec<String> {
    let ikrar = script.steps.iter().filter(|step| step.kind == Kind::Ikrar);
    ikrar
        .flat_map(|step| {
            let named = step
                .text
                .as_ref()
                .map(|name| &script.texts[name.get_ref()].recital);
            let text = named.unwrap_or(&step.recital);
            let opening = text.heading.iter().chain(&text.opening);
            opening.chain(&text.clauses).chain(&text.closing)
        })
        .flat_map(|written| {
            let filled = script.fill(written.get_ref()).text;
            let words = filled
                .split_whitespace()
                .filter(|word| !["/", "//"].contains(word));
            words.map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn space_alone_visits_every_cue_once_in_order_and_ends_on_the_card_with_nothing_left_out() {
    for name in library::script_names() {
        let mut walk = Performance::of(Settings::default(), &shipped(name));
        walk.press("enter");
        let mut visited: Vec<CueId> = Vec::new();
        let mut presses = 0;
        while walk.show.stage() == Stage::Running {
            let cue = walk.show.place().unwrap().cue.clone();
            if visited.last() != Some(&cue) {
                visited.push(cue);
            }
            walk.press("space");
            presses += 1;
            assert!(presses < 2000, "{name} does not end");
        }
        let steps = &walk.show.programme().unwrap().steps;
        let every: Vec<CueId> = steps
            .iter()
            .flat_map(|step| &step.cues)
            .map(|cue| cue.id.clone())
            .collect();
        assert_eq!(visited, every, "{name}");
        assert_eq!(walk.place(), "closing card");
        assert_eq!(walk.left_out(), "", "{name}");
    }
}

#[test]
fn the_phrases_of_an_ikrar_as_they_are_walked_are_its_words_with_its_spoken_numbers() {
    for name in library::script_names() {
        let sources = shipped(name);
        let script = read(&sources).script.unwrap();
        let mut walk = Performance::of(Settings::default(), &sources);
        walk.press("enter");
        let (mut said, mut numbers): (Vec<String>, usize) = (Vec::new(), 0);
        while walk.show.stage() == Stage::Running {
            let (step, cue) = (walk.show.step().unwrap(), walk.show.cue().unwrap());
            // Where the repeat has a key of its own, the words are said by the reader in their own turn.
            let read = cue.id.part.is_text() && walk.show.turn() == Turn::Lead;
            if step.kind == Kind::Ikrar && read {
                let place = walk.show.place().unwrap();
                for phrase in &cue.phrases[cue.stretch(walk.show.stride(step, cue), place.phrase)] {
                    match phrase.kind {
                        PhraseKind::Number => numbers += 1,
                        PhraseKind::Words => said.extend(phrase.text.split_whitespace().map(str::to_owned)),
                    }
                }
            }
            walk.press("space");
        }
        assert_eq!(said, words_of_ikrar(&script), "{name}");
        let steps = &walk.show.programme().unwrap().steps;
        let spoken: usize = steps
            .iter()
            .filter(|step| step.kind == Kind::Ikrar)
            .flat_map(|step| &step.cues)
            .filter(|cue| cue.phrases[0].kind == PhraseKind::Number)
            .count();
        assert_eq!(numbers, spoken, "{name}: each number once");
    }
}

#[test]
fn the_pledge_of_mergangsan_is_walked_phrase_by_phrase_with_its_four_numbers() {
    let mut walk = Performance::of(Settings::default(), &shipped("mergangsan-2023"));
    walk.press("enter");
    let mut numbers = Vec::new();
    while walk.show.stage() == Stage::Running {
        let (step, cue) = (walk.show.step().unwrap(), walk.show.cue().unwrap());
        let phrase = &cue.phrases[walk.show.place().unwrap().phrase];
        if step.kind == Kind::Ikrar && phrase.kind == PhraseKind::Number {
            numbers.push(phrase.text.clone());
        }
        walk.press("space");
    }
    assert_eq!(numbers, ["Satu.", "Dua.", "Tiga.", "Empat."]);
}
