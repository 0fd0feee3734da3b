//! What the exporter takes.

use std::time::Duration;

use clap::Parser as _;
use ikrar::show::{Key, KeyCode};

use crate::arguments::Arguments;

fn parsed(arguments: &[&str]) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(["picture"].iter().chain(arguments))
}

/// The keys that are pressed, with how often.
fn pressed(keys: &str) -> Option<Vec<(Key, usize)>> {
    let arguments = parsed(&["apel-pagi", "--keys", keys]).ok()?;
    let presses = arguments.presses().iter();
    Some(presses.map(|press| (press.key, press.times)).collect())
}

#[test]
fn keys_are_named_or_typed() {
    let letter = |letter| (Key::plain(KeyCode::Char(letter)), 1);
    assert_eq!(pressed("Space g"), Some(vec![letter(' '), letter('g')]));
    assert_eq!(pressed("7.3"), Some(vec![letter('7'), letter('.'), letter('3')]));
    assert_eq!(
        pressed("Enter*12 Ctrl-R"),
        Some(vec![
            (Key::plain(KeyCode::Enter), 12),
            (Key::ctrl(KeyCode::Char('r')), 1)
        ])
    );
    assert_eq!(pressed("Spacebar"), None);
    assert_eq!(pressed("Space*often"), None);
}

#[test]
fn sizes_and_spans_are_told_with_their_units() {
    let size = |size| {
        parsed(&["apel-pagi", "--size", size])
            .ok()
            .and_then(|arguments| arguments.size)
    };
    assert_eq!(size("80x24"), Some((80, 24)));
    for wrong in ["80", "0x24", "80x501", "axb"] {
        assert_eq!(size(wrong), None, "{wrong}");
    }
    let later = |span| {
        parsed(&["apel-pagi", "--time-later", span])
            .ok()
            .and_then(|arguments| arguments.time_later)
    };
    assert_eq!(later("90s"), Some(Duration::from_secs(90)));
    assert_eq!(later("5m"), Some(Duration::from_secs(300)));
    assert_eq!(later("5h"), None);
}

#[test]
fn all_screens_and_one_script_exclude_each_other() {
    assert!(parsed(&["--all", "pictures", "--theme", "light"]).is_ok());
    assert!(parsed(&["apel-pagi", "--all", "pictures"]).is_err());
}
