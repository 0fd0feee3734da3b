//! What the leader is told of the audience's screens: what they show is never forgotten, how they are is in the state
//! strip, and where they find the show in a window of its own.

#[path = "support/leading.rs"]
mod leading;

use ikrar::config;
use ikrar::lang::Lang;
use ikrar::script::{Contents, Source, library};
use ikrar::show::{Device, FollowerRole, Health, Serving, Settings, Stage};

use leading::{Leading, SIZES, lead, lead_from, present, shared, shows, unshared, walk, words};

const MERGANGSAN: &str = "mergangsan-2023";

/// Down to the smallest screen that has a strip.
const WITH_STRIP: [(u16, u16); 4] = [(80, 24), (120, 40), (200, 60), (72, 20)];

/// What stands beside the list of the steps, where there is one.
fn beside_list(text: &str) -> String {
    let rows = text
        .lines()
        .map(|row| row.split_once('│').map_or(row, |(_, beside)| beside));
    rows.collect::<Vec<_>>().join("\n")
}

/// The state strip: the last row but one.
fn strip(leading: &Leading, (columns, rows): (u16, u16)) -> String {
    let text = leading.text(columns, rows);
    let strip = text.lines().rev().nth(1).unwrap_or_default();
    strip.trim().to_owned()
}

#[test]
fn what_the_screens_show_is_in_the_strip_of_every_stage() {
    for stage in [
        "",
        "<enter>",
        "<enter><end><wait 5>n<wait 5>n",
        "<enter>g",
        "<enter>l",
        "<enter>q",
    ] {
        for (keys, label) in [("b", "LAYAR GELAP"), ("o", "LAYAR JUDUL"), ("f", "LAYAR DITAHAN")] {
            let before = lead(MERGANGSAN, Lang::Id).keys(stage);
            let (opened, stage) = match stage.rsplit_once('>') {
                Some((stage, open)) if !open.is_empty() && !open.starts_with('n') => {
                    (open, format!("{stage}>"))
                }
                _ => ("", stage.to_owned()),
            };
            let led = lead(MERGANGSAN, Lang::Id).keys(&stage).keys(keys).keys(opened);
            for size in WITH_STRIP {
                assert!(
                    strip(&led, size).contains(label),
                    "{stage}{keys}{opened} at {size:?}"
                );
                assert!(!strip(&before, size).contains(label));
            }
        }
    }
}

#[test]
fn on_a_low_screen_it_stands_beside_what_is_told_and_on_a_small_one_before_the_phrase() {
    for (keys, label) in [("b", "LAYAR GELAP"), ("o", "LAYAR JUDUL"), ("f", "LAYAR DITAHAN")] {
        let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id).keys(keys);
        for (columns, rows) in [(80, 12), (60, 16), (40, 12), (30, 8), (20, 6)] {
            let text = led.text(columns, rows);
            assert!(shows(&text, label), "{text}");
            assert!(shows(&text, &present(&led)), "{text}");
        }
    }
}

#[test]
fn dark_screens_are_told_in_the_place_of_the_phrase_with_what_brings_it_back() {
    for name in library::script_names() {
        walk(lead(name, Lang::Id), |led| {
            if led.show.place().is_none() {
                return;
            }
            let dark = led.clone().keys("b");
            if dark.show.stage() != Stage::Running {
                return;
            }
            for (columns, rows) in SIZES {
                let text = beside_list(&dark.text(columns, rows));
                assert!(shows(&text, "Spasi menampilkan layar kembali."), "{text}");
                // A text that is moved clause by clause may be as long as the screen is high.
                let wanted = words(&present(&dark));
                let beginning = wanted.iter().take(4).cloned().collect::<Vec<_>>().join(" ");
                assert!(shows(&text, &beginning), "{beginning}\n{text}");
            }
        });
    }
}

#[test]
fn the_key_that_brings_them_back_is_the_one_that_is_bound() {
    let keys = Source {
        name: "config.toml".to_owned(),
        contents: Contents::Bytes(b"[keys]\nadvance = 'w'\n".as_slice().into()),
    };
    let settings = Settings {
        keymap: config::read(&keys).config.keymap.into(),
        begin_at: Some("ikrar.2".to_owned()),
        ..Settings::default()
    };
    let dark = Leading::with(MERGANGSAN, settings).keys("b");
    let text = dark.text(80, 24);
    assert!(shows(&text, "W menampilkan layar kembali."), "{text}");
    assert!(shows(&text, "W tampilkan layar"), "{text}");
}

#[test]
fn each_label_names_the_key_that_leads_out_and_so_does_the_row_of_keys() {
    for (keys, label, hint) in [
        ("b", "LAYAR GELAP · Spasi tampilkan", "Spasi tampilkan layar"),
        ("o", "LAYAR JUDUL · Spasi tampilkan", "Spasi tampilkan layar"),
        ("f", "LAYAR DITAHAN · F lepas", "F lepas layar"),
    ] {
        let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id).keys(keys);
        for size in WITH_STRIP {
            assert!(strip(&led, size).contains(label), "{label} at {size:?}");
            assert!(shows(&led.text(size.0, size.1), hint), "{hint} at {size:?}");
        }
        // There the key does something else.
        let outline = led.keys("g");
        let (name, way_out) = label.split_once(" · ").expect("a label names a way out");
        assert!(strip(&outline, (80, 24)).contains(name));
        assert!(!strip(&outline, (80, 24)).contains(way_out));
    }
    let ready = lead(MERGANGSAN, Lang::Id).keys("of");
    let told = strip(&ready, (80, 24));
    assert!(
        told.contains("LAYAR JUDUL · Enter tampilkan   LAYAR DITAHAN · F lepas"),
        "{told}"
    );
}

#[test]
fn what_only_confirms_a_key_never_takes_the_place_of_the_state() {
    let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id)
        .with_screens()
        .keys("<space>");
    for key in ["t", "-", "e"] {
        let led = led.clone().keys(key);
        assert!(led.show.notice().is_some(), "{key}");
        for size in [(40, 12), (80, 12), (60, 18)] {
            let told = strip(&led, size);
            assert!(told.starts_with("● BERLANGSUNG · 3 layar"), "{told}");
        }
        let small = led.text(39, 11);
        assert!(shows(&small, "1 layar terputus · 1 tertinggal"), "{small}");
    }
    // What must be told is, with what is wrong beside it where it has room.
    let told = strip(&led.keys("x"), (80, 12));
    assert!(
        told.starts_with("Tidak ada yang terlewat.") && told.contains("1 layar terputus"),
        "{told}"
    );
}

#[test]
fn how_the_screens_are_is_seen_at_once_at_every_size() {
    let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id)
        .with_screens()
        .keys("l");
    let low = led.text(40, 12);
    for wanted in [
        "3 layar · 1 terputus · 1 tertinggal",
        "terputus sejak 07.58",
        "peserta · peramban · 192.168.1.57",
    ] {
        assert!(shows(&low, wanted), "{wanted}\n{low}");
    }
    let usual = led.text(80, 24);
    assert!(!usual.contains("gulir") && !usual.contains("lagi"), "{usual}");
}

#[test]
fn the_command_for_another_computer_has_the_port_only_where_it_must() {
    for (address, command) in [
        ("http://192.168.1.23:17845", "ikrar layar 192.168.1.23"),
        ("http://192.168.1.23:17846", "ikrar layar 192.168.1.23:17846"),
        ("http://[fe80::1]:17845", "ikrar layar [fe80::1]"),
    ] {
        let serving = Serving::Open {
            here: "http://127.0.0.1:17845".to_owned(),
            shared: vec![address.to_owned()],
            moved: None,
        };
        let text = lead(MERGANGSAN, Lang::Id).served(serving).keys("l").text(80, 24);
        assert!(
            shows(&text, command) && shows(&text, &format!("{address}/reader")),
            "{text}"
        );
        assert!(!text.contains(&format!("{command}:")), "{text}");
    }
    let text = lead(MERGANGSAN, Lang::Id)
        .served(unshared())
        .keys("l")
        .text(80, 24);
    assert!(text.lines().any(|row| row.ends_with("  ikrar layar")), "{text}");
}

#[test]
fn where_nothing_is_served_the_remedy_is_another_one() {
    let text = lead(MERGANGSAN, Lang::Id).keys("l").text(80, 24);
    assert!(text.contains("--no-serve") && !text.contains("--share"), "{text}");
}

#[test]
fn the_audience_view_is_only_dark() {
    let dark = lead_from(MERGANGSAN, "ikrar.2", Lang::Id)
        .with_screens()
        .keys("b<tab>");
    for (columns, rows) in SIZES {
        assert_eq!(dark.text(columns, rows).trim(), "");
    }
}

#[test]
fn the_strip_counts_the_screens_and_says_what_is_wrong_with_them() {
    use Health::{Behind, Following, LongLost, Lost};
    let one = |health| (FollowerRole::Hall, Device::Browser, None, health);
    for (followers, told) in [
        (vec![], ""),
        (vec![Following], "1 layar"),
        (vec![Following, Following], "2 layar"),
        (vec![Following, Lost], "1 layar · 1 terputus"),
        (vec![Lost], "1 layar terputus"),
        (vec![Behind], "1 layar · 1 tertinggal"),
        (
            vec![Following, Behind, Lost, Lost],
            "2 layar · 2 terputus · 1 tertinggal",
        ),
        // Nobody is to be alarmed through the whole ceremony by a window that was closed at its beginning.
        (vec![LongLost], ""),
        (vec![Following, LongLost, LongLost], "1 layar"),
        (vec![LongLost, Lost], "1 layar terputus"),
    ] {
        let followers: Vec<_> = followers.into_iter().map(one).collect();
        let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id)
            .served(shared())
            .followed(&followers);
        for size in WITH_STRIP {
            let strip = strip(&led, size);
            let rest = strip.strip_prefix("● BERLANGSUNG");
            let rest = rest.map(|rest| rest.trim_start_matches([' ', '·']));
            assert_eq!(rest, Some(told), "{size:?}");
        }
    }
}

#[test]
fn that_nobody_serves_the_screens_is_told_calmly_and_only_where_it_was_asked_for() {
    let refused = Serving::Refused("Permission denied".to_owned());
    for (serving, told) in [
        (Serving::Off, false),
        (Serving::Opening, false),
        (unshared(), false),
        (refused, true),
        (Serving::Stopped, true),
    ] {
        let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id).served(serving.clone());
        for size in WITH_STRIP {
            let strip = strip(&led, size);
            assert_eq!(strip.contains("layar peserta tidak aktif"), told, "{serving:?}");
        }
    }
}

#[test]
fn the_window_tells_every_address_and_every_screen() {
    let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id)
        .with_screens()
        .keys("l");
    for (columns, rows) in SIZES {
        let text = led.text(columns, rows);
        for wanted in [
            "http://127.0.0.1:17845",
            "http://192.168.1.23:17845",
            "http://10.42.0.1:17845",
            "http://192.168.1.23:17845/reader",
            "ikrar layar",
            "ikrar layar 192.168.1.23",
            "✓ peserta · terminal · komputer ini",
            "✓ mimbar · peramban · 192.168.1.40",
            "tertinggal sejak 07.58",
            "terputus sejak 07.58",
        ] {
            assert!(shows(&text, wanted), "{wanted}\n{text}");
        }
        assert!(!text.contains("--share"), "it is shared already\n{text}");
    }
    let unshared = lead_from(MERGANGSAN, "ikrar.2", Lang::Id)
        .served(unshared())
        .keys("l");
    let text = unshared.text(80, 24);
    assert!(
        text.contains("--share") && shows(&text, "Belum ada layar yang mengikuti."),
        "{text}"
    );
    assert!(
        !text.contains('▀'),
        "a code of this computer's own address leads nowhere\n{text}"
    );
}

#[test]
fn the_window_tells_of_a_screen_that_was_lost_long_ago_without_alarm() {
    for (health, sign) in [(Health::Lost, "!"), (Health::LongLost, "–")] {
        let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id)
            .served(unshared())
            .followed(&[(FollowerRole::Hall, Device::Browser, None, health)])
            .keys("l");
        let text = led.text(80, 24);
        let told = format!("{sign} peserta · peramban · komputer ini  terputus sejak");
        assert!(text.contains(&told), "{text}");
    }
}

#[test]
fn the_code_stands_only_where_it_has_room_whole() {
    let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id)
        .with_screens()
        .keys("l");
    for columns in 40..130 {
        for rows in 12..45 {
            let screen = led.screen(columns, rows);
            let of_code = |row: u16| {
                let white = |column: &u16| screen[(*column, row)].bg == ratatui::style::Color::White;
                (0..columns).filter(white).count()
            };
            let whole = (0..rows).filter(|row| of_code(*row) > 0).count();
            assert!(
                whole == 0 || whole == 17 + 1,
                "{whole} rows of it and its caption at {columns}×{rows}"
            );
            assert!(
                (0..rows).all(|row| [0, 33].contains(&of_code(row))),
                "{columns}×{rows}"
            );
            let text = led.text(columns, rows);
            assert_eq!(shows(&text, "Pindai: layar peserta"), whole > 0, "{text}");
        }
    }
}

#[test]
fn nothing_of_the_network_reaches_the_screen_raw() {
    let evil = "\u{1b}[2J\u{202e}10.0.0.1\n";
    let serving = Serving::Open {
        here: evil.to_owned(),
        shared: vec![evil.to_owned()],
        moved: None,
    };
    let followers = [(FollowerRole::Hall, Device::Browser, Some(evil), Health::Lost)];
    for led in [
        lead(MERGANGSAN, Lang::Id)
            .served(serving)
            .followed(&followers)
            .keys("l"),
        lead(MERGANGSAN, Lang::Id)
            .served(Serving::Refused(evil.to_owned()))
            .keys("l"),
    ] {
        for (columns, rows) in SIZES {
            let text = led.text(columns, rows);
            assert!(text.contains("10.0.0.1"), "{text}");
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
        }
    }
}

#[test]
fn a_long_list_of_screens_scrolls() {
    let follower = (
        FollowerRole::Hall,
        Device::Browser,
        Some("192.168.1.40"),
        Health::Following,
    );
    let mut followers = vec![follower; 40];
    followers.push((FollowerRole::Reader, Device::Terminal, None, Health::Following));
    let led = lead(MERGANGSAN, Lang::Id)
        .served(shared())
        .followed(&followers)
        .keys("l");
    let text = led.text(80, 24);
    assert!(text.contains("lagi") && text.contains("gulir"), "{text}");
    assert!(!text.contains("mimbar · terminal"), "{text}");
    let end = led.keys("<end>").text(80, 24);
    assert!(end.contains("mimbar · terminal"), "{end}");
}
