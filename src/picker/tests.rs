//! The rules of the list: what a key does to what is chosen.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::Timestamp;

use super::*;
use crate::programme::Occasion;
use crate::script::{Contents, Source, Sources};

/// The settings of a list of ceremonies that is tried out.
fn settings(lang: Lang, guard: Duration) -> Settings {
    Settings {
        lang,
        guard,
        ..Settings::default()
    }
}

fn sources(script: &str) -> Sources {
    Sources {
        script: Source {
            name: "apel.toml".to_owned(),
            contents: Contents::Bytes(script.as_bytes().into()),
        },
        texts: BTreeMap::new(),
    }
}

fn ceremony(name: &str, title: &str) -> Ceremony {
    let script =
        format!("title = '{title}'\nagency = 'Kantor {name}'\n[[step]]\ntitle = 'Doa'\nkind = 'prayer'\n");
    let which = Which::File(PathBuf::from(format!("{name}.toml")));
    Ceremony::new(
        which,
        Origin::Folder,
        name.to_owned(),
        &sources(&script),
        &Occasion::default(),
    )
}

fn ceremonies() -> Vec<Ceremony> {
    [
        ("satu", "Apel Pagi"),
        ("dua", "Ikrar Netralitas"),
        ("tiga", "Apel Gabungan"),
        ("empat", "Pelantikan"),
        ("lima", "Seminar"),
        ("enam", "Apel Kesiapan"),
        ("tujuh", "Upacara"),
    ]
    .map(|(name, title)| ceremony(name, title))
    .into()
}

/// A picker and the hands at it, a second between two keys.
struct At {
    picker: Picker,
    now: Duration,
}

impl At {
    fn list() -> Self {
        let guard = Duration::from_millis(250);
        Self {
            picker: Picker::new(&settings(Lang::Id, guard), ceremonies()),
            now: Duration::ZERO,
        }
    }

    fn moment(&self) -> Moment {
        Moment {
            wall: Timestamp::UNIX_EPOCH,
            steady: self.now,
        }
    }

    fn press_after(&mut self, wait: u64, code: KeyCode) -> Vec<Effect> {
        self.now += Duration::from_millis(wait);
        let at = self.moment();
        let key = Key::plain(code);
        update(
            &mut self.picker,
            Msg::KeyPressed {
                key,
                repeated: false,
                at,
            },
        )
    }

    fn press(&mut self, code: KeyCode) -> Vec<Effect> {
        self.press_after(1000, code)
    }

    fn types(&mut self, text: &str) {
        for letter in text.chars() {
            assert_eq!(self.press(KeyCode::Char(letter)), []);
        }
    }

    fn chosen(&self) -> &str {
        self.picker.chosen().map_or("", |one| &one.name)
    }

    fn shown(&self) -> Vec<&str> {
        self.picker.shown().map(|one| one.name.as_str()).collect()
    }
}

fn open(name: &str) -> Vec<Effect> {
    vec![Effect::Open(Which::File(PathBuf::from(format!("{name}.toml"))))]
}

#[test]
fn the_first_is_chosen_and_enter_opens_it() {
    let mut at = At::list();
    assert_eq!(at.chosen(), "satu");
    assert_eq!(at.press(KeyCode::Enter), open("satu"));
}

#[test]
fn arrows_choose_and_stop_at_the_ends() {
    let mut at = At::list();
    at.press(KeyCode::Up);
    assert_eq!(at.chosen(), "satu", "not around to the last");
    at.press(KeyCode::Down);
    assert_eq!(at.chosen(), "dua");
    for _ in 0..20 {
        at.press(KeyCode::Down);
    }
    assert_eq!(at.chosen(), "tujuh", "not around to the first");
    at.press(KeyCode::Home);
    assert_eq!(at.chosen(), "satu");
    at.press(KeyCode::End);
    assert_eq!(at.press(KeyCode::Enter), open("tujuh"));
}

#[test]
fn a_clickers_keys_page_and_open_nothing() {
    let mut at = At::list();
    assert_eq!(at.press(KeyCode::PageDown), []);
    assert_eq!(at.chosen(), "enam");
    assert_eq!(at.press(KeyCode::PageUp), []);
    assert_eq!(at.chosen(), "satu");
    for code in [KeyCode::F(5), KeyCode::Esc, KeyCode::Char(' '), KeyCode::Right] {
        assert_eq!(at.press(code), []);
        assert_eq!(at.chosen(), "satu", "{code:?}");
    }
}

#[test]
fn typing_narrows_by_title_agency_and_name() {
    let mut at = At::list();
    at.types("/APEL");
    assert_eq!(at.shown(), ["satu", "tiga", "enam"]);
    at.press(KeyCode::Down);
    assert_eq!(at.chosen(), "tiga");
    at.types(" g");
    assert_eq!((at.shown(), at.chosen()), (vec!["tiga"], "tiga"));
    for _ in 0..6 {
        at.press(KeyCode::Backspace);
    }
    at.types("kantor l");
    assert_eq!(at.shown(), ["lima"]);
}

#[test]
fn letters_that_are_keys_elsewhere_are_typed_into_the_filter() {
    let mut at = At::list();
    at.types("/q?");
    assert_eq!(at.picker.list().filter, "q?");
    assert_eq!(at.picker.help(), None);
}

#[test]
fn a_paste_goes_into_the_filter_that_is_typed_and_nowhere_else() {
    let mut at = At::list();
    let shown = at.shown().len();
    let paste = |at: &mut At, text: &str| {
        let now = at.moment();
        let text = text.into();
        update(&mut at.picker, Msg::Pasted { text, at: now })
    };
    assert_eq!(paste(&mut at, "q\r/seminar\r"), []);
    assert_eq!((at.shown().len(), at.picker.list().typing), (shown, false));
    at.types("/");
    assert_eq!(paste(&mut at, "semi\u{1b}nar\r\n"), []);
    assert_eq!(at.picker.list().filter, "seminar");
    assert_eq!(at.shown().len(), 1);
}

#[test]
fn enter_keeps_the_filter_and_opens_only_at_the_second_press() {
    let mut at = At::list();
    at.types("/gab");
    assert_eq!(at.press(KeyCode::Enter), []);
    assert!(!at.picker.list().typing);
    assert_eq!(at.shown(), ["tiga"]);
    assert_eq!(at.press(KeyCode::Enter), open("tiga"));
}

#[test]
fn esc_drops_the_filter_and_leaves_what_it_led_to_chosen() {
    let mut at = At::list();
    at.types("/gab");
    at.press(KeyCode::Esc);
    assert_eq!((at.shown().len(), at.chosen()), (7, "tiga"));
    at.types("/gab");
    at.press(KeyCode::Enter);
    assert_eq!(at.press(KeyCode::Esc), []);
    assert_eq!((at.shown().len(), at.chosen()), (7, "tiga"));
}

#[test]
fn where_nothing_is_found_nothing_is_opened() {
    let mut at = At::list();
    at.types("/xyz");
    assert_eq!(at.shown(), Vec::<&str>::new());
    at.press(KeyCode::Enter);
    assert_eq!(at.press(KeyCode::Enter), []);
    at.press(KeyCode::Down);
    at.press(KeyCode::Esc);
    assert_eq!(at.chosen(), "satu");
}

#[test]
fn q_ends_the_program_and_esc_never_does() {
    let mut at = At::list();
    assert_eq!(at.press(KeyCode::Esc), []);
    assert_eq!(at.press(KeyCode::Char('Q')), [Effect::Quit]);
}

#[test]
fn keys_that_belong_to_an_esc_sequence_are_dropped() {
    let mut at = At::list();
    at.press(KeyCode::Esc);
    assert_eq!(at.press_after(10, KeyCode::Char('q')), []);
    assert_eq!(at.press_after(30, KeyCode::Char('q')), [Effect::Quit]);
}

#[test]
fn coming_back_finds_the_same_row_among_the_files_of_now() {
    let mut at = At::list();
    at.types("/apel");
    at.press(KeyCode::Enter);
    at.press(KeyCode::Down);
    assert_eq!(at.chosen(), "tiga");
    // The catalogue now has the one that was opened first, one file more, and one less.
    let mut now = ceremonies();
    let opened = now.remove(2);
    now.insert(0, opened);
    now.retain(|one| one.name != "satu");
    now.push(ceremony("delapan", "Apel Siaga"));
    let moment = at.moment();
    at.picker.come_back(now, Look::default(), moment);
    assert_eq!(at.shown(), ["tiga", "enam", "delapan"]);
    assert_eq!(at.chosen(), "tiga");
}

#[test]
fn what_is_gone_leaves_another_row_chosen() {
    let mut at = At::list();
    at.press(KeyCode::End);
    let now = ceremonies().into_iter().take(2).collect();
    let moment = at.moment();
    at.picker.come_back(now, Look::default(), moment);
    assert_eq!(at.chosen(), "dua");
}

#[test]
fn the_key_that_led_back_may_bounce() {
    let mut at = At::list();
    let moment = at.moment();
    at.picker.come_back(ceremonies(), Look::default(), moment);
    assert_eq!(at.press_after(100, KeyCode::Char('q')), []);
    assert_eq!(at.press_after(100, KeyCode::Enter), []);
    assert_eq!(at.press_after(100, KeyCode::Char('q')), [Effect::Quit]);
}

#[test]
fn an_enter_that_bounces_at_the_end_of_a_filter_opens_nothing() {
    let mut at = At::list();
    at.press(KeyCode::Char('/'));
    at.types("ikrar");
    assert_eq!(at.press(KeyCode::Enter), []);
    assert_eq!(at.press_after(60, KeyCode::Enter), []);
    assert_eq!(at.press_after(250, KeyCode::Enter), open("dua"));
}

#[test]
fn a_held_enter_opens_nothing() {
    let mut at = At::list();
    let moment = at.moment();
    let held = |code| Msg::KeyPressed {
        key: Key::plain(code),
        repeated: true,
        at: moment,
    };
    assert_eq!(update(&mut at.picker, held(KeyCode::Enter)), []);
    update(&mut at.picker, held(KeyCode::Down));
    assert_eq!(at.chosen(), "dua", "a held arrow goes on");
}

#[test]
fn the_help_opens_scrolls_and_closes_without_choosing() {
    let mut at = At::list();
    at.press(KeyCode::Char('?'));
    update(&mut at.picker, Msg::ListDrawn { furthest: 2 });
    for _ in 0..5 {
        at.press(KeyCode::Down);
    }
    assert_eq!((at.picker.help(), at.chosen()), (Some(2), "satu"));
    assert_eq!(at.press(KeyCode::Enter), [], "what is covered is not opened");
    at.press(KeyCode::Esc);
    assert_eq!(at.picker.help(), None);
}

#[test]
fn a_script_with_errors_has_its_name_for_a_title_and_can_be_chosen() {
    let which = Which::File(PathBuf::from("rusak.toml"));
    let broken = Ceremony::new(
        which,
        Origin::Folder,
        "rusak".to_owned(),
        &sources("titel = 1\n"),
        &Occasion::default(),
    );
    assert_eq!((broken.title().as_str(), broken.facts.is_none()), ("rusak", true));
    assert!(broken.totals.errors > 0 && !broken.problems.is_empty());
    let guard = Duration::ZERO;
    let mut picker = Picker::new(&settings(Lang::Id, guard), vec![broken]);
    let at = Moment {
        wall: Timestamp::UNIX_EPOCH,
        steady: Duration::ZERO,
    };
    let key = Key::plain(KeyCode::Enter);
    let pressed = Msg::KeyPressed {
        key,
        repeated: false,
        at,
    };
    assert_eq!(update(&mut picker, pressed), open("rusak"));
}

#[test]
fn no_ceremony_at_all_is_no_reason_to_fail() {
    let mut at = At::list();
    at.picker = Picker::new(&settings(Lang::Id, Duration::ZERO), Vec::new());
    for code in [
        KeyCode::Enter,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::End,
        KeyCode::Char('/'),
        KeyCode::Esc,
    ] {
        assert_eq!(at.press(code), []);
    }
    assert!(at.picker.chosen().is_none());
}

fn clicked(picker: &mut Picker, target: Clickable, seconds: u64) -> Vec<Effect> {
    let at = Moment {
        wall: Timestamp::UNIX_EPOCH,
        steady: Duration::from_secs(seconds),
    };
    update(picker, Msg::Clicked { target, at })
}

#[test]
fn a_click_on_a_ceremony_opens_it_and_the_second_of_a_double_click_does_nothing() {
    let guard = Duration::from_millis(250);
    let mut picker = Picker::new(&settings(Lang::Id, guard), ceremonies());
    let effects = clicked(&mut picker, Clickable::Ceremony(1), 1);
    let second = picker.shown().nth(1).unwrap().which.clone();
    assert_eq!(effects, [Effect::Open(second)]);
    assert_eq!(clicked(&mut picker, Clickable::Ceremony(1), 1), []);
}

#[test]
fn a_click_on_what_is_not_there_any_more_does_nothing() {
    let mut picker = Picker::new(&settings(Lang::Id, Duration::ZERO), ceremonies());
    let count = picker.count();
    assert_eq!(clicked(&mut picker, Clickable::Ceremony(count), 1), []);
    assert_eq!(clicked(&mut picker, Clickable::Key(Action::AdvanceOnly), 2), []);
    assert_eq!(
        clicked(&mut picker, Clickable::Key(Action::Quit), 3),
        [Effect::Quit],
        "what the status line names can be clicked"
    );
}

#[test]
fn the_wheel_chooses_row_by_row_and_opens_nothing() {
    let mut picker = Picker::new(&settings(Lang::Id, Duration::ZERO), ceremonies());
    let at = Moment {
        wall: Timestamp::UNIX_EPOCH,
        steady: Duration::from_secs(1),
    };
    assert_eq!(update(&mut picker, Msg::WheelTurned { rows: 3, at }), []);
    assert_eq!(picker.list().chosen, 1);
    assert_eq!(update(&mut picker, Msg::WheelTurned { rows: -3, at }), []);
    assert_eq!(picker.list().chosen, 0);
}
