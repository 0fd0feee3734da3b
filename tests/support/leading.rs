//! Leading a ceremony in a test: a script and keys in, the screen out. The clock stands still but for the keys, so that a
//! picture of today is the picture of every day. Nothing here opens a file or a terminal.
//!
//! Keys are written as they are typed: `g`, `/`, `7.3`. Named keys stand in angle brackets, with how often where that is
//! more than once: `<space>`, `<space*12>`, `<C-r>`. `<wait 90>` lets ninety seconds pass.

#![allow(dead_code, reason = "each test that leads a ceremony needs a part of this")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "what a test needs must be there"
)]

#[path = "pictured.rs"]
mod pictured;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use ikrar::lang::Lang;
use ikrar::programme::{Occasion, compile};
use ikrar::script::{Contents, Source, Sources, library, read};
use ikrar::show::{
    Awake, CellShape, Colours, Device, Effect, Follower, FollowerRole, Health, Interrupted, Key, KeyCode,
    Look, Moment, Msg, Record, Recording, Serving, Settings, Show, Size, Stage, ThemeName, Watching, update,
};
use ikrar::view::{self, Drawn, Placed};
use jiff::Timestamp;
use jiff::civil::{date, time};
use jiff::tz::Offset;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[allow(unused_imports, reason = "each test needs a part of this")]
pub(crate) use self::pictured::{picture, said, text};

/// The three sizes at which every screen is looked at.
pub(crate) const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// The look of the pictures: the dark theme of sixteen colours, whose styles have names.
pub(crate) const PICTURED: Look = Look {
    theme: ThemeName::Dark,
    colours: Colours::Sixteen,
    size: Size::Usual,
    cell: CellShape { width: 1, height: 2 },
};

/// The time between two keys: longer than the guard against bouncing ones, shorter than digits stay.
const BETWEEN_KEYS: Duration = Duration::from_secs(1);

/// How long before its beginning a ceremony is opened.
const EARLY: Duration = Duration::from_secs(120);

/// A broken script.
pub(crate) const BROKEN: &str = "title = \"Apel\"\n\n[[step]]\ntitel = \"Doa\"\nkind = \"prayr\"\n";

/// A ceremony that is being led.
#[derive(Clone)]
pub(crate) struct Leading {
    /// The show, to be looked at.
    pub(crate) show: Show,
    now: Moment,
    /// All that was recorded.
    records: Vec<Record>,
    /// Whether the program was ended.
    pub(crate) ended: bool,
}

/// Opens a ceremony: one that ships, by its name, or the text of a script.
pub(crate) fn lead(script: &str, lang: Lang) -> Leading {
    Leading::open(script, lang, None, PICTURED)
}

/// Opens a ceremony in Indonesian with a look of its own.
pub(crate) fn lead_as(script: &str, look: Look) -> Leading {
    Leading::open(script, Lang::Id, None, look)
}

/// Opens a ceremony at a place of it, as `--at` does.
pub(crate) fn lead_from(script: &str, place: &str, lang: Lang) -> Leading {
    Leading::open(script, lang, Some(place.to_owned()), PICTURED)
}

/// Opens a ceremony of sources that were read elsewhere, with settings of its own.
pub(crate) fn lead_with(sources: &Sources, settings: Settings) -> Leading {
    Leading::of(sources, settings)
}

/// Opens a ceremony that is led with the mouse as well.
pub(crate) fn lead_with_mouse(script: &str, lang: Lang) -> Leading {
    let settings = Settings {
        lang,
        look: PICTURED,
        mouse: true,
        ..Settings::default()
    };
    Leading::with(script, settings)
}

impl Leading {
    fn open(script: &str, lang: Lang, begin_at: Option<String>, look: Look) -> Self {
        let settings = Settings {
            lang,
            begin_at,
            look,
            ..Settings::default()
        };
        Self::with(script, settings)
    }

    /// Opens a ceremony with settings of the user's own.
    pub(crate) fn with(script: &str, settings: Settings) -> Self {
        Self::of(&sources(script), settings)
    }

    fn of(sources: &Sources, settings: Settings) -> Self {
        let now = Moment {
            wall: opened(sources),
            steady: Duration::ZERO,
        };
        let show = Show::new(settings, sources, Watching::Told, now);
        Self {
            show,
            now,
            records: Vec::new(),
            ended: false,
        }
    }

    /// Presses keys, a second apart.
    pub(crate) fn keys(mut self, keys: &str) -> Self {
        self.press(keys);
        self
    }

    /// Presses keys, a second apart.
    pub(crate) fn press(&mut self, keys: &str) {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let name = rest
                .strip_prefix('<')
                .and_then(|rest| rest.split_once('>'))
                .filter(|(name, _)| !name.is_empty());
            if let Some((name, after)) = name {
                self.press_named(name);
                rest = after;
            } else {
                self.press_key(Key::plain(KeyCode::Char(first)));
                rest = &rest[first.len_utf8()..];
            }
        }
    }

    fn press_named(&mut self, name: &str) {
        if let Some(seconds) = name.strip_prefix("wait ") {
            self.wait(Duration::from_secs(
                seconds.parse().expect("seconds are a number"),
            ));
            return;
        }
        let (name, times) = name.split_once('*').unwrap_or((name, "1"));
        for _ in 0..times.parse().expect("how often is a number") {
            self.press_key(named(name).unwrap_or_else(|| panic!("no key is called {name}")));
        }
    }

    /// Presses one key.
    pub(crate) fn press_key(&mut self, key: Key) {
        self.pass(BETWEEN_KEYS);
        let at = self.now;
        self.tell(Msg::KeyPressed {
            key,
            repeated: false,
            at,
        });
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, span: Duration) {
        self.pass(span);
        self.tell(Msg::Ticked { at: self.now });
    }

    /// Saves another text of the script.
    pub(crate) fn save(mut self, script: &str) -> Self {
        self.pass(BETWEEN_KEYS);
        let sources = Arc::new(sources(script));
        let at = self.now;
        self.tell(Msg::SourcesSaved { sources, at });
        self
    }

    /// Nobody keeps the display from going dark.
    pub(crate) fn without_a_desktop(mut self) -> Self {
        self.tell(Msg::AwakeChanged {
            awake: Awake::NotHeld,
        });
        self
    }

    /// Where the audience's screens find the show changes.
    pub(crate) fn served(mut self, serving: Serving) -> Self {
        let at = self.now;
        self.tell(Msg::ServingChanged { serving, at });
        self
    }

    /// Screens follow, each as it is since now.
    pub(crate) fn followed(mut self, followers: &[(FollowerRole, Device, Option<&str>, Health)]) -> Self {
        let at = self.now;
        let followers = followers.iter().map(|(role, device, address, health)| Follower {
            role: *role,
            device: *device,
            address: address.map(str::to_owned),
            health: *health,
            since: at.wall,
        });
        let followers = followers.collect();
        self.tell(Msg::FollowersChanged { followers, at });
        self
    }

    /// The show is shared, and four screens follow, one of them behind and one cut off.
    pub(crate) fn with_screens(self) -> Self {
        self.served(shared()).followed(FOLLOWERS)
    }

    /// How the journal is changes.
    pub(crate) fn recording(mut self, recording: Recording) -> Self {
        let at = self.now;
        self.tell(Msg::RecordingChanged { recording, at });
        self
    }

    /// Another process runs the same script.
    pub(crate) fn runs_elsewhere(mut self) -> Self {
        let at = self.now;
        self.tell(Msg::RunsElsewhere { at });
        self
    }

    fn pass(&mut self, span: Duration) {
        self.now.steady += span;
        self.now.wall = self
            .now
            .wall
            .checked_add(span)
            .expect("the calendar does not end here");
    }

    fn tell(&mut self, msg: Msg) {
        let effects = update(&mut self.show, msg);
        self.ended |= effects.contains(&Effect::Quit);
        self.records
            .extend(effects.into_iter().filter_map(|effect| match effect {
                Effect::Record(record) => Some(*record),
                Effect::Publish | Effect::Suspend | Effect::ReturnToList | Effect::Quit => None,
            }));
    }

    /// The program is killed, and started again after so many seconds with the script as it is then. So many bytes of the
    /// end of its journal could not be read.
    pub(crate) fn killed(mut self, seconds: u64, script: &str, lost: u64) -> Self {
        self.pass(Duration::from_secs(seconds));
        let (sources, settings) = (
            sources(script),
            Settings {
                lang: self.show.lang(),
                look: self.show.look(),
                ..Settings::default()
            },
        );
        let records = self.records.clone();
        let spoiled = u64::from(lost > 0);
        let interrupted = Interrupted {
            records,
            lost,
            spoiled,
        };
        let (watching, now) = (Watching::Told, self.now);
        let resumed = Show::resuming(settings, interrupted, read(&sources), &sources, watching, now);
        self.show = resumed.expect("a run that can be gone on with");
        self
    }

    /// The screen, in cells.
    pub(crate) fn screen(&self, columns: u16, rows: u16) -> Buffer {
        self.drawn(columns, rows).0
    }

    /// The screen, and what only drawing knows of it.
    pub(crate) fn drawn(&self, columns: u16, rows: u16) -> (Buffer, Drawn) {
        let area = Rect::new(0, 0, columns, rows);
        let mut buffer = Buffer::empty(area);
        let drawn = view::draw(&self.show, &mut view::Cache::default(), area, &mut buffer);
        (buffer, drawn)
    }

    /// What stands where on a screen of the hall.
    pub(crate) fn hall(&self, columns: u16, rows: u16) -> Vec<Placed> {
        let area = Rect::new(0, 0, columns, rows);
        view::audience::laid_out(self.show.slide(), self.show.words(), self.show.look(), area)
    }

    /// What stands where on the screen at the podium.
    pub(crate) fn podium(&self, columns: u16, rows: u16) -> Vec<Placed> {
        let area = Rect::new(0, 0, columns, rows);
        view::podium::laid_out(self.show.prompt(), self.show.words(), self.show.look(), area)
    }

    /// The screen at the podium, in cells.
    pub(crate) fn podium_screen(&self, columns: u16, rows: u16) -> Buffer {
        let area = Rect::new(0, 0, columns, rows);
        let mut buffer = Buffer::empty(area);
        let (words, look) = (self.show.words(), self.show.look());
        let mut cache = view::Cache::default();
        view::podium::draw(self.show.prompt(), &mut cache, words, look, area, &mut buffer);
        buffer
    }

    /// The words on the screen, a line for each row.
    pub(crate) fn text(&self, columns: u16, rows: u16) -> String {
        text(&self.screen(columns, rows))
    }
}

/// Where screens find a show that is shared on two networks.
pub(crate) fn shared() -> Serving {
    Serving::Open {
        here: "http://127.0.0.1:17845".to_owned(),
        shared: vec![
            "http://192.168.1.23:17845".to_owned(),
            "http://10.42.0.1:17845".to_owned(),
        ],
        moved: None,
    }
}

/// Where screens of this computer find a show that is not shared.
pub(crate) fn unshared() -> Serving {
    Serving::Open {
        here: "http://127.0.0.1:17845".to_owned(),
        shared: Vec::new(),
        moved: None,
    }
}

/// Screens of every sort.
const FOLLOWERS: &[(FollowerRole, Device, Option<&str>, Health)] = &[
    (FollowerRole::Hall, Device::Terminal, None, Health::Following),
    (
        FollowerRole::Reader,
        Device::Browser,
        Some("192.168.1.40"),
        Health::Following,
    ),
    (
        FollowerRole::Hall,
        Device::Browser,
        Some("192.168.1.57"),
        Health::Behind,
    ),
    (
        FollowerRole::Hall,
        Device::Browser,
        Some("192.168.1.58"),
        Health::Lost,
    ),
];

/// A script as the program reads it: of the ceremonies that ship by its name, or as given.
pub(crate) fn sources(script: &str) -> Sources {
    let text = library::script(script).unwrap_or(script);
    let name = if text == script { "apel" } else { script };
    Sources {
        script: Source {
            name: format!("{name}.toml"),
            contents: Contents::Bytes(text.as_bytes().into()),
        },
        texts: BTreeMap::new(),
    }
}

/// When the ceremony of a script is opened: shortly before its beginning, where it tells one.
fn opened(sources: &Sources) -> Timestamp {
    let programme = read(sources)
        .script
        .map(|script| compile(&script, &Occasion::default()));
    let programme = programme.as_ref();
    let day = programme
        .and_then(|programme| programme.date)
        .unwrap_or(date(2024, 10, 7));
    let start = programme
        .and_then(|programme| programme.start)
        .unwrap_or(time(7, 30, 0, 0));
    let zone = Offset::constant(programme.map_or(7, |programme| programme.zone.hours()));
    let begins = zone
        .to_timestamp(day.to_datetime(start))
        .expect("a day of our time");
    begins
        .checked_sub(EARLY)
        .expect("the calendar does not begin here")
}

/// A key by its name: "space", "C-r".
pub(crate) fn named(name: &str) -> Option<Key> {
    if let Some(letter) = name.strip_prefix("C-") {
        return letter.chars().next().map(KeyCode::Char).map(Key::ctrl);
    }
    Some(Key::plain(match name {
        "space" => KeyCode::Char(' '),
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backspace" => KeyCode::Backspace,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        _ => return None,
    }))
}

/// Leads through a ceremony as Space does, and shows every place on the way.
pub(crate) fn walk(mut leading: Leading, mut at_each: impl FnMut(&Leading)) {
    if leading.show.stage() == Stage::Ready {
        at_each(&leading);
        leading.press("<enter>");
    }
    while leading.show.stage() == Stage::Running {
        at_each(&leading);
        leading.press("<space>");
    }
    at_each(&leading);
}

/// The words of a text, however they are broken into lines; quotes and brackets do not count.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| word.trim_matches(['“', '”', '"', '▌', '│', '(', ')']).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The words to be read or done now.
pub(crate) fn present(leading: &Leading) -> String {
    let (step, cue) = leading
        .show
        .step()
        .zip(leading.show.cue())
        .expect("a running ceremony");
    let phrase = leading.show.place().map_or(0, |place| place.phrase);
    let stretch = cue.stretch(leading.show.stride(step, cue), phrase);
    let phrases: Vec<&str> = cue.phrases[stretch]
        .iter()
        .map(|phrase| phrase.text.as_str())
        .collect();
    phrases.join(" ")
}

/// Whether words stand on a screen, one after the other.
pub(crate) fn shows(screen: &str, wanted: &str) -> bool {
    let (screen, wanted) = (words(screen), words(wanted));
    screen.windows(wanted.len().max(1)).any(|some| some == wanted)
}

/// A script of forty steps from seven o'clock on.
pub(crate) fn forty_steps() -> String {
    let mut script = "title = \"Upacara Panjang\"\nstart = 07:00:00\n".to_owned();
    for number in 1..=40 {
        let _ = write!(
            script,
            "\n[[step]]\ntitle = \"Mata acara nomor {number}\"\nkind = \"act\"\nduration = \"90s\"\n"
        );
    }
    script
}
