//! A stage for the tests: scripts as TOML, keys as words, places as "ikrar.2:1" (step, part, phrase from 1).

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::programme::{Part, StandIn, Step, StepId, Turn};
use crate::script::tests::sources_of;
use crate::script::{self, Kind, Sources};
use crate::show::{
    Effect, Interrupted, Key, KeyCode, Moment, Msg, Omission, Record, Settings, Show, Stage, Watching, update,
};
use crate::slide::Slide;

/// An apel in miniature: a step of one cue, one with lines, an optional one, the pledge, a prayer, and an act.
pub(super) const APEL: &str = r#"
title = "Apel"
start = 07:30:00
leader = "sekda"

[people]
sekda = { role = "Sekretaris Daerah", short = "Sekda" }
mc = { role = "Pembawa acara", short = "MC" }

[[step]]
title = "Persiapan"
kind = "act"
duration = "1m"

[[step]]
title = "Laporan"
kind = "report"
by = "mc"
duration = "1m"
lines = [{ say = "Lapor, apel siap." }, { do = "kembali ke tempat" }]

[[step]]
title = "Lagu"
kind = "song"
duration = "2m"
optional = true

[[step]]
id = "ikrar"
title = "Ikrar"
kind = "ikrar"
by = "sekda"
numbers = "none"
duration = "3m"
heading = ["IKRAR"]
opening = "Kami berjanji"
clauses = ["Satu a / satu b", "Dua a / dua b / dua c", "Tiga a / tiga b"]
closing = "Demikian ikrar kami"

[[step]]
title = "Doa"
kind = "prayer"
by = "mc"
duration = "3m"

[[step]]
title = "Bubar"
kind = "act"
duration = "1m"
"#;

/// A show under test, and the time on its stage.
pub(super) struct Performance {
    pub(super) show: Show,
    /// All that was recorded.
    pub(super) records: Vec<Record>,
    /// The time on the stage before the program was started.
    past: Duration,
    now: Duration,
    /// By so much the clock on the wall was put forward.
    put: SignedDuration,
    gap: Duration,
}

impl Performance {
    /// The ready screen of a script.
    pub(super) fn ready(script: &str) -> Self {
        Self::with(Settings::default(), script)
    }

    /// A show with settings of its own.
    pub(super) fn with(settings: Settings, script: &str) -> Self {
        Self::of(settings, &sources_of(script))
    }

    /// A show of a script and the texts it names.
    pub(super) fn of(settings: Settings, sources: &Sources) -> Self {
        let mut show = Show::new(settings, sources, Watching::Told, moment(Duration::ZERO));
        Self {
            records: show.take_records(),
            show,
            past: Duration::ZERO,
            now: Duration::ZERO,
            put: SignedDuration::ZERO,
            gap: Duration::from_secs(1),
        }
    }

    /// A show that has begun at its top.
    pub(super) fn begun(script: &str) -> Self {
        let mut performance = Self::ready(script);
        performance.press("enter");
        performance
    }

    /// A show that was begun with `--at`.
    pub(super) fn begun_at(script: &str, place: &str) -> Self {
        let settings = Settings {
            begin_at: Some(place.to_owned()),
            ..Settings::default()
        };
        Self::with(settings, script)
    }

    /// From now on keys come so many milliseconds apart; otherwise a second.
    pub(super) fn gap(&mut self, milliseconds: u64) -> &mut Self {
        self.gap = Duration::from_millis(milliseconds);
        self
    }

    /// Presses keys one after the other: "space n 3 enter ctrl-r". Gives all that they ask of the world, but that the
    /// screens be told: that has tests of its own.
    pub(super) fn press(&mut self, keys: &str) -> Vec<Effect> {
        keys.split_whitespace()
            .flat_map(|key| self.key(key, false))
            .filter(|effect| !matches!(effect, Effect::Publish | Effect::Record(_)))
            .collect()
    }

    /// A key that the terminal says is held down.
    pub(super) fn hold(&mut self, key: &str) -> Vec<Effect> {
        self.key(key, true)
    }

    fn key(&mut self, name: &str, repeated: bool) -> Vec<Effect> {
        self.now += self.gap;
        let at = self.moment();
        let key = key(name);
        self.send(Msg::KeyPressed { key, repeated, at })
    }

    /// The program is killed, and started again after so many seconds, with the script as it is then. The clock that
    /// never jumps starts anew.
    pub(super) fn killed(&self, seconds: u64, script: &str) -> Self {
        let records = serde_json::to_string(&self.records).expect("records are JSON");
        let records: Vec<Record> = serde_json::from_str(&records).expect("records are read again");
        let (sources, past) = (
            sources_of(script),
            self.past + self.now + Duration::from_secs(seconds),
        );
        let mut now = moment(past);
        now.steady = Duration::ZERO;
        now.wall += self.put;
        let interrupted = Interrupted {
            records,
            lost: 0,
            spoiled: 0,
        };
        let reading = script::read(&sources);
        let show = Show::resuming(
            Settings::default(),
            interrupted,
            reading,
            &sources,
            Watching::Told,
            now,
        );
        Self {
            show: show.expect("a run to be gone on with"),
            records: self.records.clone(),
            past,
            now: Duration::ZERO,
            put: self.put,
            gap: self.gap,
        }
    }

    /// Lets time go by.
    pub(super) fn wait(&mut self, milliseconds: u64) -> &mut Self {
        self.now += Duration::from_millis(milliseconds);
        let at = self.moment();
        self.send(Msg::Ticked { at });
        self
    }

    /// The clock on the wall is put forward by so many seconds, or back.
    pub(super) fn put_clock(&mut self, seconds: i64) -> &mut Self {
        self.put += SignedDuration::from_secs(seconds);
        self
    }

    /// Saves the script.
    pub(super) fn save(&mut self, script: &str) -> &mut Self {
        let (sources, at) = (Arc::new(sources_of(script)), self.moment());
        self.send(Msg::SourcesSaved { sources, at });
        self
    }

    /// Saves the script of `APEL` with one text put in place of another.
    pub(super) fn save_with(&mut self, from: &str, to: &str) -> &mut Self {
        assert!(APEL.contains(from), "{from} is not in the script");
        self.save(&APEL.replace(from, to))
    }

    /// Something that the leader does by a form: a change on the day.
    pub(super) fn decide(&mut self, deed: impl FnOnce(&mut Show, Moment)) -> &mut Self {
        self.now += self.gap;
        let at = self.moment();
        self.show.clock.advance_to(at);
        deed(&mut self.show, at);
        self.show.refresh_leaving();
        self.records.extend(self.show.take_records());
        self
    }

    /// Moves steps one place each: "doa< lagu>".
    pub(super) fn shift(&mut self, moves: &str) -> &mut Self {
        for one in moves.split_whitespace() {
            let step = StepId(one.trim_end_matches(['<', '>']).into());
            self.decide(|show, at| show.move_step(&step, one.ends_with('>'), at));
        }
        self
    }

    /// Puts in a step of two minutes behind another.
    pub(super) fn put_in(&mut self, after: &str, title: &str) -> &mut Self {
        let after = StepId(after.into());
        self.decide(|show, at| show.insert_step(&after, Kind::Address, title, 120, at))
    }

    /// Lets somebody of this name stand in for a person; nobody any more where it is empty.
    pub(super) fn replace(&mut self, person: &str, name: &str) -> &mut Self {
        let by = Some(name).filter(|name| !name.is_empty()).map(|name| StandIn {
            name: Some(name.to_owned()),
            office: None,
        });
        self.decide(|show, at| show.replace_person(person, by, at))
    }

    /// Drops a step with a reason.
    pub(super) fn drop_for(&mut self, step: &str, reason: &str) -> &mut Self {
        let (step, reason) = (StepId(step.into()), Some(reason.into()));
        self.decide(|show, at| show.drop_chosen(&step, reason, at))
    }

    /// Takes back that a step was dropped.
    pub(super) fn restore(&mut self, step: &str) -> &mut Self {
        let step = StepId(step.into());
        self.decide(|show, at| show.restore_step(&step, at))
    }

    /// The order of the programme, dropped steps in brackets: "persiapan laporan (lagu) ikrar doa bubar".
    pub(super) fn order(&self) -> String {
        let steps = self
            .show
            .programme()
            .map_or(&[][..], |programme| &programme.steps);
        let name = |step: &Step| {
            if self.show.reading().is_dropped(&step.id) {
                format!("({})", step.id.as_str())
            } else {
                step.id.as_str().to_owned()
            }
        };
        steps.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = update(&mut self.show, msg);
        let recorded = effects.iter().filter_map(|effect| match effect {
            Effect::Record(record) => Some((**record).clone()),
            Effect::Publish | Effect::Suspend | Effect::ReturnToList | Effect::Quit => None,
        });
        self.records.extend(recorded);
        effects
    }

    /// The time on the stage.
    pub(super) fn moment(&self) -> Moment {
        Moment {
            steady: self.now,
            wall: moment(self.past + self.now).wall + self.put,
        }
    }

    /// Where the show is: "ikrar.2:1", "ikrar.2:1 repeated", "ready", "closing card".
    pub(super) fn place(&self) -> String {
        match (self.show.stage(), self.show.place()) {
            (Stage::Running, Some(place)) => {
                let part = part(place.cue.part);
                let turn = if place.turn == Turn::Echo { " repeated" } else { "" };
                format!("{}{part}:{}{turn}", place.cue.step.as_str(), place.phrase + 1)
            }
            (Stage::Finished, _) => "closing card".to_owned(),
            (Stage::Ready, _) => "ready".to_owned(),
            (Stage::Waiting | Stage::Running, _) => "waiting".to_owned(),
        }
    }

    /// What is listed as left out: "ikrar.2 doa".
    pub(super) fn left_out(&self) -> String {
        names(self.show.reading().left_out())
    }

    /// What the audience sees.
    pub(super) fn slide(&self) -> Slide {
        self.show.slide().clone()
    }
}

/// Omissions by their names: "ikrar.2 doa".
pub(super) fn names(omissions: &[Omission]) -> String {
    let name = |one: &Omission| match one {
        Omission::Step(step) => step.as_str().to_owned(),
        Omission::Cue(cue) => format!("{}{}", cue.step.as_str(), part(cue.part)),
    };
    omissions.iter().map(name).collect::<Vec<_>>().join(" ")
}

fn part(part: Part) -> String {
    match part {
        Part::Title => String::new(),
        Part::Line(number) => format!(".line-{number}"),
        Part::Heading => ".heading".to_owned(),
        Part::Opening => ".opening".to_owned(),
        Part::Clause(number) => format!(".{number}"),
        Part::Closing => ".closing".to_owned(),
        Part::Signatory(number) => format!(".signatory-{number}"),
    }
}

/// 07.30 WIB of 7 October 2024, and so much later.
fn moment(steady: Duration) -> Moment {
    let start: Timestamp = "2024-10-07T00:30:00Z".parse().unwrap();
    Moment {
        wall: start.checked_add(steady).unwrap(),
        steady,
    }
}

/// The key of a name.
pub(super) fn key(name: &str) -> Key {
    let code = match name {
        "space" => KeyCode::Char(' '),
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "backspace" => KeyCode::Backspace,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "f5" => KeyCode::F(5),
        _ => {
            let mut letters = name.trim_start_matches("ctrl-").chars();
            let code = letters.next().map(KeyCode::Char);
            assert!(letters.next().is_none(), "no key is called {name}");
            code.unwrap_or(KeyCode::Other)
        }
    };
    if name.starts_with("ctrl-") {
        Key::ctrl(code)
    } else {
        Key::plain(code)
    }
}
