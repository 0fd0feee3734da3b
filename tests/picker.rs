//! Pictures of the list of ceremonies at three sizes, and that it is drawn at every other.
//!
//! `INSTA_UPDATE=always cargo test --test picker` draws the pictures in `snapshots/` anew; look at each before keeping it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

#[path = "support/leading.rs"]
mod leading;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use ikrar::lang::Lang;
use ikrar::picker::{Ceremony, Effect, Origin, Picker, Which, update};
use ikrar::programme::Occasion;
use ikrar::script::{Contents, Source, Sources, library};
use ikrar::show::{self, Key, KeyCode, Moment, Msg};
use ikrar::view;
use insta::{Settings, assert_snapshot};
use jiff::Timestamp;
use leading::{BROKEN, PICTURED, SIZES, picture, text};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The settings of a list of ceremonies that is tried out.
fn settings(lang: Lang, guard: Duration) -> show::Settings {
    show::Settings {
        lang,
        guard,
        look: PICTURED,
        ..show::Settings::default()
    }
}

/// A title that no list has room for.
const LONG_TITLE: &str = "Apel Gabungan Memperingati Hari Ulang Tahun Korps Pegawai Republik Indonesia Ke-53 Tingkat \
                          Kabupaten, Dilanjutkan Pembacaan dan Penandatanganan Ikrar Netralitas Pegawai ASN";
const LONG_AGENCY: &str = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Pemerintah Kabupaten Hulu Sungai \
                           Selatan Provinsi Kalimantan Selatan";

fn ceremony(which: Which, origin: Origin, name: &str, script: &str) -> Ceremony {
    let sources = Sources {
        script: Source {
            name: format!("{name}.toml"),
            contents: Contents::Bytes(script.as_bytes().into()),
        },
        texts: BTreeMap::new(),
    };
    Ceremony::new(which, origin, name.to_owned(), &sources, &Occasion::default())
}

fn file(name: &str, origin: Origin, script: &str) -> Ceremony {
    let which = Which::File(PathBuf::from(format!("ceremonies/{name}.toml")));
    ceremony(which, origin, name, script)
}

/// What ships, one with a long title that was last used, and a broken one.
fn ceremonies() -> Vec<Ceremony> {
    let long = library::script("purworejo-2024")
        .unwrap()
        .replace("Apel Gabungan dan Ikrar Netralitas", LONG_TITLE)
        .replace("Pemerintah Kabupaten Purworejo", LONG_AGENCY);
    let mut long = file("hut-korpri", Origin::User, &long);
    assert_eq!(long.title(), LONG_TITLE);
    long.last_used = Some("2024-10-06T23:30:00Z".parse().unwrap());
    let shipped = library::script_names().into_iter().map(|name| {
        let which = Which::Shipped(name.to_owned());
        ceremony(which, Origin::Shipped, name, library::script(name).unwrap())
    });
    let broken = file("rusak", Origin::Folder, BROKEN);
    [long, broken].into_iter().chain(shipped).collect()
}

/// A list in which keys have been pressed.
fn pressed(ceremonies: Vec<Ceremony>, lang: Lang, keys: &[KeyCode]) -> Picker {
    let mut picker = Picker::new(&settings(lang, Duration::ZERO), ceremonies);
    for (second, code) in (1..).zip(keys) {
        let at = Moment {
            wall: Timestamp::UNIX_EPOCH,
            steady: Duration::from_secs(second),
        };
        let key = Key::plain(*code);
        let effects = update(
            &mut picker,
            Msg::KeyPressed {
                key,
                repeated: false,
                at,
            },
        );
        assert_eq!(effects, []);
    }
    picker
}

fn typed(text: &str) -> Vec<KeyCode> {
    text.chars().map(KeyCode::Char).collect()
}

fn screen(picker: &Picker, columns: u16, rows: u16) -> Buffer {
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    view::picker::draw(picker, area, &mut buffer);
    buffer
}

/// Compares the list with its pictures in both languages.
fn look(name: &str, keys: &[KeyCode]) {
    for (lang, code) in [(Lang::Id, "id"), (Lang::En, "en")] {
        let picker = pressed(ceremonies(), lang, keys);
        let pictures: Vec<String> = SIZES
            .into_iter()
            .map(|(columns, rows)| picture(&screen(&picker, columns, rows)))
            .collect();
        let mut settings = Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| assert_snapshot!(format!("{name}-{code}"), pictures.join("\n")));
    }
}

#[test]
fn the_last_used_with_a_long_title() {
    look("picker", &[]);
}

#[test]
fn a_broken_script() {
    look("picker-broken", &[KeyCode::Down]);
}

#[test]
fn a_script_with_values_to_fill() {
    look("picker-warnings", &[KeyCode::End]);
}

#[test]
fn a_filter_is_typed() {
    look("picker-filter", &typed("/netral"));
}

#[test]
fn a_filter_with_nothing_found() {
    look("picker-nothing", &typed("/xyz"));
}

#[test]
fn the_help_of_the_list() {
    look("picker-help", &typed("?"));
}

/// Keys that lead to everything that the list can show.
fn states() -> Vec<Vec<KeyCode>> {
    vec![
        vec![],
        vec![KeyCode::Down],
        vec![KeyCode::End],
        typed("/netral"),
        typed("/xyz"),
        typed("?"),
    ]
}

#[test]
fn every_size_is_drawn_and_has_something_on_it() {
    for keys in states() {
        let picker = pressed(ceremonies(), Lang::Id, &keys);
        for columns in (1..100).chain([130, 250, 500]) {
            for rows in (1..30).chain([61, 200]) {
                let drawn = text(&screen(&picker, columns, rows));
                assert!(!drawn.trim().is_empty(), "{columns}×{rows} {keys:?}");
            }
        }
    }
}

#[test]
fn the_chosen_one_is_always_on_the_screen() {
    let many = || {
        (0..40)
            .map(|number| {
                let name = format!("naskah-{number}");
                let script = format!("title = 'Apel {number}'\n[[step]]\ntitle = 'Doa'\nkind = 'prayer'\n");
                file(&name, Origin::Folder, &script)
            })
            .collect::<Vec<_>>()
    };
    for chosen in [0, 1, 7, 20, 38, 39] {
        let keys = vec![KeyCode::Down; chosen];
        let picker = pressed(many(), Lang::Id, &keys);
        for (columns, rows) in [
            (80, 24),
            (120, 40),
            (200, 60),
            (60, 30),
            (60, 14),
            (41, 12),
            (30, 5),
        ] {
            let drawn = text(&screen(&picker, columns, rows));
            let bar = drawn.lines().find(|line| line.contains('▌')).unwrap_or_default();
            let title = format!("Apel {chosen} ");
            assert!(
                format!("{bar} ").contains(&title),
                "{columns}×{rows} {chosen}:\n{drawn}"
            );
        }
    }
}

/// Any of the keys that a hand may find.
fn any_key() -> impl Strategy<Value = KeyCode> {
    prop_oneof![
        Just(KeyCode::Up),
        Just(KeyCode::Down),
        Just(KeyCode::PageUp),
        Just(KeyCode::PageDown),
        Just(KeyCode::Home),
        Just(KeyCode::End),
        Just(KeyCode::Enter),
        Just(KeyCode::Esc),
        Just(KeyCode::Backspace),
        Just(KeyCode::Tab),
        prop::sample::select(vec!['/', '?', 'a', 'e', ' ', 'm', 'x', '\u{301}', '漢'])
            .prop_map(KeyCode::Char),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_is_pressed_only_what_is_chosen_on_the_screen_opens(
        keys in prop::collection::vec(any_key(), 0..40)
    ) {
        let mut picker = Picker::new(&settings(Lang::Id, Duration::ZERO), ceremonies());
        for (second, code) in (1..).zip(keys) {
            let at = Moment { wall: Timestamp::UNIX_EPOCH, steady: Duration::from_secs(second) };
            let key = Key::plain(code);
            let chosen = picker.chosen().map(|one| one.which.clone());
            let is_open = picker.help().is_none() && !picker.list().typing;
            let effects = update(&mut picker, Msg::KeyPressed { key, repeated: false, at });
            let expected = chosen.filter(|_| is_open && code == KeyCode::Enter).map(Effect::Open);
            prop_assert_eq!(effects, expected.into_iter().collect::<Vec<_>>());
            prop_assert!(picker.list().chosen < picker.shown().len().max(1));
            for (columns, rows) in [(80, 24), (50, 16), (20, 4)] {
                prop_assert!(!text(&screen(&picker, columns, rows)).trim().is_empty());
            }
        }
    }
}

#[test]
fn an_empty_list_is_drawn() {
    let picker = Picker::new(&settings(Lang::Id, Duration::ZERO), Vec::new());
    for (columns, rows) in SIZES.into_iter().chain([(20, 3), (1, 1)]) {
        let drawn = text(&screen(&picker, columns, rows));
        assert!(!drawn.trim().is_empty());
    }
}

#[test]
fn words_carry_the_meaning_where_no_style_is_seen() {
    let words = &Lang::Id.words().screens;
    let drawn = text(&screen(
        &pressed(ceremonies(), Lang::Id, &[KeyCode::Down]),
        120,
        40,
    ));
    assert!(drawn.contains(&format!("! {}", (words.errors)(3))), "{drawn}");
    assert!(drawn.contains(&format!("! {}", words.cannot_run)), "{drawn}");
    assert!(drawn.contains("□ "), "{drawn}");
}
