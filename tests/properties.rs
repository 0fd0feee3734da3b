//! What holds for any programme, any keys and any saves: the place is always valid, nothing unread is passed in silence,
//! and an edit carries the leader to where they were. `PROPTEST_CASES=20000` tries longer.

#![expect(clippy::expect_used, reason = "what a test needs must be there")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use ikrar::programme::carry::{Carry, Fate};
use ikrar::programme::{Occasion, Place, Programme, Turn, compile};
use ikrar::script::{Contents, Kind, Source, Sources, read};
use ikrar::show::{Key, KeyCode, Moment, Msg, Omission, Settings, Show, Stage, Watching, update};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::select;

const KINDS: &[&str] = &["ikrar", "ikrar", "reading", "act", "report", "prayer", "signing"];
const TITLES: &[&str] = &[
    "Laporan",
    "Laporan",
    "Doa",
    "Pembacaan ikrar",
    "Amanat pembina",
    "Penandatanganan",
];
const MODES: &[&str] = &["echo", "echo", "alone", "together"];
const NUMBERS: &[&str] = &["spoken", "shown", "none"];
const BY: &[&str] = &["sekda", "sekda", "mc"];
const CLAUSES: &[&str] = &[
    "Menolak / politik uang / dan pemberian hadiah",
    "Menolak / politik uang / dan segala pemberian",
    "Menjaga netralitas / di dalam dan di luar kedinasan",
    "Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita bohong",
    "Setia",
    "Menjaga netralitas",
];

/// A step of a generated script.
#[derive(Debug, Clone)]
struct AnyStep {
    kind: &'static str,
    title: &'static str,
    /// Given by the author; of two steps with one id the second goes without.
    id: Option<u8>,
    optional: bool,
    by: &'static str,
    mode: &'static str,
    numbers: &'static str,
    heading: bool,
    closing: bool,
    lines: usize,
    clauses: Vec<&'static str>,
}

/// A generated script.
#[derive(Debug, Clone)]
struct AnyScript {
    presses: u8,
    steps: Vec<AnyStep>,
}

impl AnyStep {
    fn toml(&self, id: Option<u8>) -> String {
        let mut toml = format!("[[step]]\ntitle = \"{}\"\nkind = \"{}\"\n", self.title, self.kind);
        if let Some(id) = id {
            let _ = writeln!(toml, "id = \"acara-{id}\"");
        }
        if self.optional {
            toml.push_str("optional = true\n");
        }
        let _ = writeln!(toml, "by = \"{}\"", self.by);
        let lines = "{ say = \"Siap … gerak.\" }, ".repeat(self.lines);
        let _ = writeln!(toml, "lines = [{lines}]");
        match self.kind {
            "ikrar" | "reading" => {
                let _ = writeln!(toml, "mode = \"{}\"\nnumbers = \"{}\"", self.mode, self.numbers);
                if self.heading {
                    toml.push_str("heading = [\"IKRAR NETRALITAS\", \"PADA PEMILU\"]\n");
                }
                let _ = writeln!(toml, "clauses = {:?}", self.clauses);
                if self.closing {
                    toml.push_str("closing = \"Demikian ikrar kami\"\n");
                }
            }
            "signing" => {
                let people = "{ name = \"Adi\" }, { office = \"Para Lurah\", group = true }, ";
                let _ = writeln!(toml, "signatories = [{}]", people.repeat(self.clauses.len()));
            }
            _ => {}
        }
        toml
    }
}

impl AnyScript {
    fn toml(&self) -> String {
        let head = format!(
            "title = \"Apel\"\nleader = \"sekda\"\npresses = {}\n[people]\nsekda = {{ short = \"Sekda\" }}\n\
             mc = {{ short = \"MC\" }}\n",
            self.presses
        );
        let mut taken = BTreeSet::new();
        self.steps.iter().fold(head, |script, step| {
            let id = step.id.filter(|id| taken.insert(*id));
            script + &step.toml(id)
        })
    }
}

fn any_step() -> impl Strategy<Value = AnyStep> {
    let ways = (
        select(BY),
        select(MODES),
        select(NUMBERS),
        any::<bool>(),
        any::<bool>(),
    );
    let words = (0..3_usize, prop::collection::vec(select(CLAUSES), 1..5));
    let id = prop::option::of(0..8_u8);
    let step = (select(KINDS), select(TITLES), id, any::<bool>());
    (step, ways, words).prop_map(
        |((kind, title, id, optional), (by, mode, numbers, heading, closing), (lines, clauses))| AnyStep {
            kind,
            title,
            id,
            optional,
            by,
            mode,
            numbers,
            heading,
            closing,
            lines,
            clauses,
        },
    )
}

fn any_script() -> impl Strategy<Value = AnyScript> {
    (1..=2_u8, prop::collection::vec(any_step(), 1..6))
        .prop_map(|(presses, steps)| AnyScript { presses, steps })
}

/// Something that happens to a show.
#[derive(Debug, Clone)]
enum Event {
    Key(Key, bool),
    Resize(u16, u16),
    /// An edit of the script on air: a step of another one put in, or put in place of one.
    Edit {
        at: usize,
        step: Box<AnyStep>,
        instead: bool,
    },
    /// A step is taken out.
    TakeOut(usize),
    /// Two steps change places.
    Swap(usize, usize),
    /// Another script altogether.
    Replace(Box<AnyScript>),
    Break,
    Tick,
}

fn any_key() -> impl Strategy<Value = Key> {
    let plain = [
        " ", " ", " ", " ", " ", " ", "n", "p", "r", "u", "u", "s", "e", "v", "c", "x", "a", "g", "/", "?",
        "m", "q", "1", "2", "3", "4", ".", "5", "y",
    ];
    let letters: Vec<Key> = plain
        .iter()
        .filter_map(|key| key.chars().next())
        .map(|letter| Key::plain(KeyCode::Char(letter)))
        .collect();
    let named = [
        KeyCode::Enter,
        KeyCode::Enter,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Esc,
        KeyCode::Backspace,
        KeyCode::Tab,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Left,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::F(5),
    ];
    let control = [
        Key::ctrl(KeyCode::Char('r')),
        Key::ctrl(KeyCode::Char('c')),
        Key::ctrl(KeyCode::Char('z')),
    ];
    let keys: Vec<Key> = letters
        .into_iter()
        .chain(named.map(Key::plain))
        .chain(control)
        .collect();
    select(keys)
}

fn any_event() -> impl Strategy<Value = Event> {
    let edit = (any::<usize>(), any_step(), any::<bool>()).prop_map(|(at, step, instead)| Event::Edit {
        at,
        step: Box::new(step),
        instead,
    });
    prop_oneof![
        80 => (any_key(), prop::bool::weighted(0.05)).prop_map(|(key, repeated)| Event::Key(key, repeated)),
        2 => (1..200_u16, 1..60_u16).prop_map(|(columns, rows)| Event::Resize(columns, rows)),
        4 => edit,
        1 => any::<usize>().prop_map(Event::TakeOut),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(one, other)| Event::Swap(one, other)),
        1 => any_script().prop_map(|script| Event::Replace(Box::new(script))),
        2 => Just(Event::Break),
        1 => Just(Event::Tick),
    ]
}

/// An event, and how many milliseconds after the one before.
fn any_events() -> impl Strategy<Value = Vec<(u64, Event)>> {
    let gap = prop_oneof![8 => Just(300_u64), 1 => 0..300_u64, 1 => 1000..5000_u64];
    prop::collection::vec((gap, any_event()), 1..70)
}

fn sources(script: &str) -> Sources {
    Sources {
        script: Source {
            name: "apel.toml".to_owned(),
            contents: Contents::Bytes(Arc::from(script.as_bytes())),
        },
        texts: BTreeMap::new(),
    }
}

fn programme(script: &AnyScript) -> Programme {
    let reading = read(&sources(&script.toml()));
    let script = reading.script.expect("a generated script is good");
    compile(&script, &Occasion::default())
}

/// Applies an edit to the script on air; none where the event is no edit.
fn edited(script: &AnyScript, event: &Event) -> Option<AnyScript> {
    let mut script = script.clone();
    let count = script.steps.len();
    match event {
        Event::Edit {
            at,
            step,
            instead: true,
        } => script.steps[at % count] = (**step).clone(),
        Event::Edit {
            at,
            step,
            instead: false,
        } => script.steps.insert(at % (count + 1), (**step).clone()),
        Event::TakeOut(at) if count > 1 => drop(script.steps.remove(at % count)),
        Event::Swap(one, other) => script.steps.swap(one % count, other % count),
        Event::Replace(other) => script = (**other).clone(),
        Event::Key(..) | Event::Resize(..) | Event::TakeOut(_) | Event::Break | Event::Tick => return None,
    }
    Some(script)
}

/// A place of the programme at which an advance could have arrived.
fn holds_a_valid_place(show: &Show) {
    let (Stage::Running | Stage::Finished, Some(programme)) = (show.stage(), show.programme()) else {
        assert!(show.place().is_none());
        return;
    };
    let place = show.place().expect("a show that has begun is somewhere");
    let step = programme.step(&place.cue.step).expect("the step is there");
    let cue = programme.cue(&place.cue).expect("the cue is there");
    let stretch = cue.stretch(show.stride(step, cue), place.phrase);
    assert!(place.phrase < cue.phrases.len());
    assert_eq!(stretch.start, place.phrase, "on a stretch");
    assert!(place.turn == Turn::Lead || show.repeat_has_key(step, cue));
}

/// Whatever of an ikrar lies behind was read, is listed as left out, was marked as said, was dropped by decision, or
/// lies before the step at which the run began.
fn has_passed_nothing_in_silence(show: &Show) {
    let (Some(programme), Some(place)) = (show.programme(), show.place()) else {
        return;
    };
    let reading = show.reading();
    let here = programme.position(&place.cue.step).expect("the step is there");
    let accounted = |one: &Omission| reading.is_left_out(one) || reading.is_said(one);
    for (position, step) in programme.steps.iter().enumerate().skip(show.first_step()) {
        let behind = show.stage() == Stage::Finished || position <= here;
        if step.kind != Kind::Ikrar || !behind || reading.is_dropped(&step.id) {
            continue;
        }
        let in_this_step = show.stage() == Stage::Running && position == here;
        let cues = step
            .cues
            .iter()
            .take_while(|cue| !in_this_step || cue.id != place.cue);
        for cue in cues.filter(|cue| cue.id.part.is_text()) {
            assert!(
                reading.is_read(cue)
                    || accounted(&Omission::Cue(cue.id.clone()))
                    || accounted(&Omission::Step(step.id.clone())),
                "{:?} was passed in silence",
                cue.id
            );
        }
    }
}

/// Plays events on a show, and looks at it after each.
fn play(mut script: AnyScript, begin_at: Option<usize>, events: Vec<(u64, Event)>) {
    let settings = Settings {
        begin_at: begin_at.map(|position| (position % script.steps.len() + 1).to_string()),
        ..Settings::default()
    };
    let mut now = Duration::ZERO;
    let moment = |steady| Moment {
        wall: Timestamp::UNIX_EPOCH.checked_add(steady).expect("a short show"),
        steady,
    };
    let mut show = Show::new(settings, &sources(&script.toml()), Watching::Told, moment(now));
    holds_a_valid_place(&show);
    for (gap, event) in events {
        now += Duration::from_millis(gap);
        let at = moment(now);
        let msg = if let Some(new) = edited(&script, &event) {
            script = new;
            let sources = Arc::new(sources(&script.toml()));
            Msg::SourcesSaved { sources, at }
        } else {
            match event {
                Event::Key(key, repeated) => Msg::KeyPressed { key, repeated, at },
                Event::Resize(columns, rows) => Msg::Resized { columns, rows },
                Event::Break => Msg::SourcesSaved {
                    sources: Arc::new(sources("title = ")),
                    at,
                },
                _ => Msg::Ticked { at },
            }
        };
        update(&mut show, msg);
        holds_a_valid_place(&show);
        has_passed_nothing_in_silence(&show);
        let _ = (
            show.slide(),
            show.lateness(),
            show.until_next_change(),
            show.next_cue(),
        );
    }
}

/// Every place of a programme.
fn places(programme: &Programme) -> Vec<Place> {
    let cues = programme.steps.iter().flat_map(|step| &step.cues);
    cues.flat_map(|cue| {
        let phrases = 0..cue.phrases.len();
        phrases.map(|phrase| Place {
            phrase,
            ..Place::beginning_of(cue.id.clone())
        })
    })
    .collect()
}

/// Something that no generated script has.
const NEW_STEP: &str = "Barisan disiapkan oleh komandan";
const NEW_CLAUSE: &str = "Bersedia menerima sanksi / sesuai peraturan";

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_and_saved_the_place_is_valid_and_nothing_unread_is_passed_in_silence(
        script in any_script(),
        begin_at in prop::option::of(any::<usize>()),
        events in any_events(),
    ) {
        play(script, begin_at, events);
    }

    #[test]
    fn between_any_two_programmes_every_place_is_carried_to_a_valid_one(
        old in any_script(),
        new in any_script(),
    ) {
        let (old, new) = (programme(&old), programme(&new));
        let carry = Carry::between(&old, &new);
        for place in places(&old) {
            let carried = carry.place(&place).place;
            let cue = new.cue(&carried.cue).expect("the cue is there");
            prop_assert!(carried.phrase < cue.phrases.len());
        }
    }

    #[test]
    fn the_same_programme_gives_the_same_place(script in any_script()) {
        let programme = programme(&script);
        let carry = Carry::between(&programme, &programme);
        for place in places(&programme) {
            let carried = carry.place(&place);
            prop_assert_eq!(carried.fate, Fate::Kept);
            prop_assert_eq!(carried.place, place);
        }
        prop_assert!(carry.changed_steps().is_empty());
    }

    #[test]
    fn a_step_put_in_anywhere_leaves_every_cue_what_it_was(script in any_script(), at in any::<usize>()) {
        let old = programme(&script);
        let mut edited = script.clone();
        let at = at % (script.steps.len() + 1);
        edited.steps.insert(at, AnyStep { title: NEW_STEP, kind: "act", id: None, ..script.steps[0].clone() });
        let new = programme(&edited);
        let carry = Carry::between(&old, &new);
        for place in places(&old) {
            let carried = carry.place(&place);
            let position = old.position(&place.cue.step).expect("the step is there");
            let expected = position + usize::from(position >= at);
            prop_assert_eq!(new.position(&carried.place.cue.step), Some(expected));
            prop_assert_eq!(carried.place.cue.part, place.cue.part);
            prop_assert_eq!(carried.place.phrase, place.phrase);
        }
    }

    #[test]
    fn a_clause_put_in_anywhere_leaves_every_cue_what_it_was(
        script in any_script(),
        step in any::<usize>(),
        at in any::<usize>(),
    ) {
        let old = programme(&script);
        let mut edited = script.clone();
        let step = step % script.steps.len();
        let clauses = &mut edited.steps[step].clauses;
        let at = at % (clauses.len() + 1);
        clauses.insert(at, NEW_CLAUSE);
        let new = programme(&edited);
        let carry = Carry::between(&old, &new);
        for place in places(&old) {
            let carried = carry.place(&place).place;
            let (was, is) = (old.cue(&place.cue).expect("there"), new.cue(&carried.cue).expect("there"));
            prop_assert_eq!(&was.text, &is.text);
            prop_assert_eq!(old.position(&place.cue.step), new.position(&carried.cue.step));
            if let (Some(was), Some(is)) = (was.id.part.clause(), is.id.part.clause()) {
                let here = old.position(&place.cue.step) == Some(step);
                prop_assert_eq!(is, was + usize::from(here && was > at));
            }
            prop_assert_eq!(carried.phrase, place.phrase);
        }
    }
}
