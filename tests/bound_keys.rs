//! Keys of the user's own on the screens: every word that names a key names the one that is bound, wherever it stands.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

#[path = "support/leading.rs"]
mod leading;

use ikrar::config;
use ikrar::lang::Lang;
use ikrar::script::{Contents, Source};
use ikrar::show::Settings;

use leading::{BROKEN, Leading, SIZES};

const MERGANGSAN: &str = "mergangsan-2023";

/// Another key for every action that may have one.
const OTHERS: &str = r##"
[keys]
advance = "f2"
back = "f3"
next_step = "f4"
previous_step = "f5"
first = "f6"
last = "f7"
restart_clause = "f8"
restart_text = "f9"
undo = "f10"
drop_step = "f11"
mark_absent = "f12"
mark_said = "("
toggle_presses = ")"
toggle_phrases = "{"
pause = "}"
switch_screen = "$"
outline = "%"
theme = "["
larger = "]"
smaller = "_"
help = "!"
problems = "#"
quit = "&"
blank = ":"
title_card = ";"
hold = "@"
screens = "*"
"##;

/// Leads a ceremony with keys of one's own.
fn led(script: &str, place: &str, keys: &str, lang: Lang) -> Leading {
    let source = Source {
        name: "config.toml".to_owned(),
        contents: Contents::Bytes(keys.as_bytes().into()),
    };
    let reading = config::read(&source);
    assert_eq!(reading.problems, [], "the settings are good");
    let settings = Settings {
        lang,
        begin_at: Some(place.to_owned()).filter(|place| !place.is_empty()),
        keymap: reading.config.keymap.into(),
        ..Settings::default()
    };
    Leading::with(script, settings)
}

#[test]
fn every_action_that_may_have_another_key_has_one_here() {
    for (name, _) in config::keys::ACTIONS {
        let named = OTHERS.lines().any(|line| line.starts_with(&format!("{name} = ")));
        assert!(named, "{name}");
    }
}

/// The keys of a row of the status line or of an answer, each with what it does.
fn named(text: &str) -> Vec<String> {
    text.split("   ").map(|part| part.trim().to_owned()).collect()
}

#[test]
fn the_status_line_names_the_bound_keys() {
    let screen = led(MERGANGSAN, "ikrar.2", OTHERS, Lang::Id).text(120, 40);
    let row = screen.lines().last().unwrap();
    for key in [
        "F2 lanjut",
        "F3 kembali",
        "F8 ulang butir",
        "% susunan",
        "! bantuan",
        "$ tampilan peserta",
    ] {
        assert!(named(row).iter().any(|one| one == key), "{key}: {row}");
    }
}

#[test]
fn what_was_left_out_is_made_up_for_with_the_bound_keys() {
    let screen = |keys: &str, pressed: &str| {
        led(MERGANGSAN, "ikrar.2", keys, Lang::Id)
            .keys(pressed)
            .text(120, 40)
    };
    let told = screen(OTHERS, "4<enter>");
    assert!(told.contains("F10 batalkan · ( tandai terlaksana"), "{told}");
    let told = screen("[keys]\nundo = []\nmark_said = ['z', 'x']", "4<enter>");
    assert!(
        told.contains("Z tandai") && !told.contains("· Z") && !told.contains("U batalkan"),
        "{told}"
    );
    let told = screen("[keys]\noutline = 'y'", "4<enter><space*60>");
    assert!(told.contains("Y susunan · X tandai terlaksana"), "{told}");
}

#[test]
fn notices_and_questions_name_the_bound_keys() {
    let dropped = |keys: &str, key: &str, lang| {
        let keys = format!("[keys]\ndrop_step = \"{key}\"\n{keys}");
        led(MERGANGSAN, "2", &keys, lang)
            .keys(&format!("{key}<enter>"))
            .text(120, 40)
    };
    assert!(dropped("undo = 'z'", "d", Lang::Id).contains("Z batalkan"));
    assert!(dropped("undo = 'z'", "d", Lang::En).contains("Z undo"));
    let without = dropped("undo = []", "d", Lang::Id);
    assert!(
        without.contains("Ditiadakan: ") && !without.contains("batalkan"),
        "{without}"
    );
    let refused = led(MERGANGSAN, "2", "[keys]\nproblems = 'w'", Lang::Id).save(BROKEN);
    assert!(refused.text(120, 40).contains("W rincian"));
    let changed = ikrar::script::library::script(MERGANGSAN)
        .unwrap()
        .replace("Menghindari", "Menjauhi");
    let waiting = |keys: &str| {
        led(MERGANGSAN, "ikrar.2", keys, Lang::Id)
            .keys("<space>")
            .save(&changed)
            .text(120, 40)
    };
    let words = &Lang::Id.words().screens;
    assert!(waiting("[keys]\nrestart_clause = 'w'").contains(&(words.audience_waits)(Some("W"))));
    assert!(waiting("[keys]\nrestart_clause = []").contains(&(words.audience_waits)(None)));
}

#[test]
fn the_help_tells_the_bound_keys_and_nothing_of_actions_without_one() {
    let help = |keys: &str, key: &str| led(MERGANGSAN, "2", keys, Lang::En).keys(key).text(200, 60);
    let told = help(OTHERS, "!");
    let words = &Lang::En.words().keys;
    for (key, does) in [
        ("F2", words.advance),
        ("F9", words.restart_text),
        ("&", words.quit),
        ("Ctrl-C", words.quit),
    ] {
        let row = format!("{key} {does}");
        assert!(leading::shows(&told, &row), "{row}: {told}");
    }
    assert!(leading::shows(&told, &format!("number, Enter {}", words.number)));
    let without = help("[keys]\ndrop_step = []", "?");
    assert!(
        !without.contains(words.drop_step) && without.contains(words.undo),
        "{without}"
    );
}

#[test]
fn no_screen_is_too_small_for_keys_of_ones_own() {
    for (columns, rows) in SIZES.into_iter().chain([(20, 6), (3, 2)]) {
        for lang in [Lang::Id, Lang::En] {
            for pressed in ["", "!", "%", "%i", "#", "&", "4"] {
                let text = led(MERGANGSAN, "ikrar", OTHERS, lang)
                    .keys(pressed)
                    .text(columns, rows);
                assert_eq!(text.lines().count(), usize::from(rows));
            }
        }
    }
}
