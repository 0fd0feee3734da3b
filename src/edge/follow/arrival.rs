//! What arrives from a leader, made harmless: it is another program's, and perhaps another machine's. Nothing of it may
//! steer the terminal, turn the reading order around, or be without bounds.

use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::events::Event;
use crate::script::characters::harmless;
use crate::show::{FollowerRole, Heard};
use crate::slide::{Numbered, VERSION};
use crate::typeface::Measure;

/// A text has no more characters; the longest that a screen shows has a few hundred.
const MOST_CHARACTERS: usize = 4_000;

/// A list has no more entries.
const MOST_ENTRIES: usize = 4_000;

/// A word is no wider, in thousandths of the type's size.
const WIDEST: u32 = 1_000_000;

/// What came of an event.
#[derive(Debug, PartialEq)]
pub(super) enum Arrived {
    /// The leader was heard.
    Heard(Heard),
    /// It brings what this screen shows, in a form that is not understood: what stands on the screen may be old.
    NotUnderstood,
    /// It is of no interest.
    Nothing,
}

/// Reads an event for a screen.
pub(super) fn arrived(event: &Event, role: FollowerRole) -> Arrived {
    match (event.name.as_str(), role) {
        ("slide", FollowerRole::Hall) => read(&event.data, |slide| Heard::Slide(Arc::new(slide))),
        ("prompt", FollowerRole::Reader) => read(&event.data, |prompt| Heard::Prompt(Arc::new(prompt))),
        ("beat", _) => Arrived::Heard(Heard::Beat),
        _ => Arrived::Nothing,
    }
}

fn read<T: DeserializeOwned + Measured>(data: &str, heard: fn(Numbered<T>) -> Heard) -> Arrived {
    let read = || -> Option<Numbered<T>> {
        let mut value: Value = serde_json::from_str(data).ok()?;
        if value.get("version").and_then(Value::as_u64) != Some(VERSION.into()) {
            return None;
        }
        make_harmless(&mut value);
        let mut numbered = Numbered::<T>::deserialize(value).ok()?;
        numbered.content.bound();
        Some(numbered)
    };
    read().map_or(Arrived::NotUnderstood, |numbered| Arrived::Heard(heard(numbered)))
}

/// Before it is known what each text is for: so none can be forgotten.
fn make_harmless(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some((end, _)) = text.char_indices().nth(MOST_CHARACTERS) {
                text.truncate(end);
            }
            *text = harmless(text).into_owned();
        }
        Value::Array(values) => {
            values.truncate(MOST_ENTRIES);
            values.iter_mut().for_each(make_harmless);
        }
        Value::Object(entries) => entries.values_mut().for_each(make_harmless),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What tells how wide its words are.
trait Measured {
    fn measures(&mut self) -> &mut Arc<[Measure]>;

    /// Words of no possible width are told to be of none: type is then fitted to the others.
    fn bound(&mut self) {
        let is_possible = |measure: &Measure| measure.0.iter().all(|width| *width <= WIDEST);
        if !self.measures().iter().all(is_possible) {
            *self.measures() = Arc::default();
        }
    }
}

impl Measured for crate::slide::Slide {
    fn measures(&mut self) -> &mut Arc<[Measure]> {
        &mut self.measures
    }
}

impl Measured for crate::slide::Prompt {
    fn measures(&mut self) -> &mut Arc<[Measure]> {
        &mut self.measures
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::slide::{Prompt, RunId, Shown, Slide};

    fn event(name: &str, data: &str) -> Event {
        Event {
            name: name.to_owned(),
            data: data.to_owned(),
        }
    }

    fn numbered<T>(content: T) -> Numbered<T> {
        Numbered {
            version: VERSION,
            run: RunId("run".into()),
            number: 7,
            content,
        }
    }

    fn titled(title: &str) -> Slide {
        Slide {
            shown: Shown::Title {
                title: title.to_owned(),
                count: None,
                words: vec![title.to_owned()],
            },
            ..Slide::default()
        }
    }

    fn slide_of(value: &Value) -> Option<Slide> {
        match arrived(&event("slide", &value.to_string()), FollowerRole::Hall) {
            Arrived::Heard(Heard::Slide(slide)) => Some(slide.content.clone()),
            _ => None,
        }
    }

    #[test]
    fn a_screen_hears_what_is_for_it_and_the_beat() {
        let slide = numbered(titled("Ikrar"));
        let prompt = numbered(Prompt::default());
        let slides = event("slide", &serde_json::to_string(&slide).unwrap());
        let prompts = event("prompt", &serde_json::to_string(&prompt).unwrap());
        let (hall, reader) = (FollowerRole::Hall, FollowerRole::Reader);
        assert_eq!(arrived(&slides, hall), Arrived::Heard(Heard::Slide(slide.into())));
        assert_eq!(
            arrived(&prompts, reader),
            Arrived::Heard(Heard::Prompt(prompt.into()))
        );
        assert_eq!(arrived(&slides, reader), Arrived::Nothing);
        assert_eq!(arrived(&prompts, hall), Arrived::Nothing);
        assert_eq!(
            arrived(&event("beat", "whatever"), hall),
            Arrived::Heard(Heard::Beat)
        );
        assert_eq!(arrived(&event("news", "{}"), hall), Arrived::Nothing);
    }

    #[test]
    fn another_version_and_garbage_are_not_understood() {
        let mut value = serde_json::to_value(numbered(titled("Ikrar"))).unwrap();
        assert!(slide_of(&value).is_some());
        value["version"] = json!(VERSION + 1);
        let nested = "[".repeat(100_000);
        for data in [
            "",
            "{}",
            "[]",
            "null",
            "{\"version\":1}",
            &value.to_string(),
            &nested,
        ] {
            assert_eq!(
                arrived(&event("slide", data), FollowerRole::Hall),
                Arrived::NotUnderstood,
                "{}",
                &data[..data.len().min(60)]
            );
        }
    }

    #[test]
    fn what_a_later_leader_adds_is_passed_over() {
        let mut value = serde_json::to_value(numbered(titled("Ikrar"))).unwrap();
        value["weather"] = json!("cerah");
        assert_eq!(slide_of(&value), Some(titled("Ikrar")));
    }

    #[test]
    fn nothing_that_steers_a_terminal_or_the_reading_order_is_let_in() {
        let mut slide = titled("a\u{1b}]0;x\u{7}b\nc\u{202E}d\u{9b}");
        slide.ceremony.title = "\u{1b}[2J".to_owned();
        slide.ceremony.agency = Some("\u{2066}".to_owned());
        let arrived = slide_of(&serde_json::to_value(numbered(slide)).unwrap()).unwrap();
        let told = format!("{arrived:?}");
        assert!(
            !told.contains("\\u{1b}") && !told.contains("\\u{7}") && !told.contains("\\n"),
            "{told}"
        );
        assert!(
            !told.contains("\\u{202e}") && !told.contains("\\u{9b}") && !told.contains("\\u{2066}"),
            "{told}"
        );
        let expected = "a\u{FFFD}]0;x\u{FFFD}b c\u{FFFD}d\u{FFFD}";
        assert_eq!(arrived.shown, titled(expected).shown);
    }

    #[test]
    fn nothing_is_without_bounds() {
        let long = "é".repeat(MOST_CHARACTERS + 5);
        let slide = Slide {
            shown: Shown::Heading {
                lines: vec![long; MOST_ENTRIES.min(3)],
            },
            ..Slide::default()
        };
        let arrived = slide_of(&serde_json::to_value(numbered(slide)).unwrap()).unwrap();
        let Shown::Heading { lines } = arrived.shown else {
            panic!("another slide")
        };
        assert!(lines.iter().all(|line| line.chars().count() == MOST_CHARACTERS));
        let slide = Slide {
            shown: Shown::Heading {
                lines: vec![String::new(); MOST_ENTRIES + 5],
            },
            ..Slide::default()
        };
        let arrived = slide_of(&serde_json::to_value(numbered(slide)).unwrap()).unwrap();
        assert!(matches!(arrived.shown, Shown::Heading { lines } if lines.len() == MOST_ENTRIES));
    }

    #[test]
    fn words_of_no_possible_width_are_told_to_be_of_none() {
        let measured = |width| Slide {
            measures: [Measure(vec![600, width])].into(),
            ..Slide::default()
        };
        let arrived = |slide: Slide| slide_of(&serde_json::to_value(numbered(slide)).unwrap()).unwrap();
        assert_eq!(arrived(measured(9_000)), measured(9_000));
        assert_eq!(arrived(measured(u32::MAX)).measures.len(), 0);
    }
}
