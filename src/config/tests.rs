//! What the settings say is what holds: each key, what comes before what, and the file that they are printed as.

use super::*;
use crate::script::Fault;
use crate::show::keys::{Action, Context};
use crate::show::{Key, KeyCode};

fn source(text: &str) -> Source {
    Source {
        name: "config.toml".to_owned(),
        contents: Contents::Bytes(text.as_bytes().into()),
    }
}

/// Settings without a fault.
pub(super) fn good(text: &str) -> Config {
    let reading = read(&source(text));
    assert_eq!(reading.problems, [], "{text}");
    reading.config
}

/// What is wrong with settings.
pub(super) fn faults(text: &str) -> Vec<Fault> {
    let problems = read(&source(text)).problems;
    problems.into_iter().map(|problem| problem.fault).collect()
}

const UNUSUAL: &str = r#"
language = "en"
theme = "contrast"
size = "roomy"
guard = 0
pace = 120
presses = 2
mouse = true
serve = false
share = true
port = 8080
keep_runs = 90

[keys]
advance = ["space", "f7", "ctrl-space"]
outline = "y"
next_step = ["ctrl-n", "'", '"', "\\", "]", "é"]
drop_step = []
"#;

#[test]
fn a_file_that_is_not_there_or_says_nothing_leaves_everything_as_it_is() {
    let missing = Source {
        name: "config.toml".to_owned(),
        contents: Contents::Missing,
    };
    let reading = read(&missing);
    assert_eq!((reading.config, reading.total), (Config::default(), 0));
    assert_eq!(good(""), Config::default());
    assert_eq!(good("# nothing\n[keys]\n"), Config::default());
}

#[test]
fn each_key_says_what_holds() {
    let config = good(UNUSUAL);
    assert_eq!(
        (config.lang, config.theme, config.size),
        (Lang::En, ThemeName::Contrast, Size::Roomy)
    );
    assert_eq!(
        (config.guard, config.pace, config.presses, config.mouse),
        (0, 120, Presses::Two, true)
    );
    assert_eq!((config.serve, config.share, config.port), (false, true, 8080));
    assert_eq!((config.keep_runs, Config::default().keep_runs), (90, 400));
    let does = |letter| {
        config
            .keymap
            .action(Context::Running, Key::plain(KeyCode::Char(letter)))
    };
    assert_eq!(does('Y'), Some(Action::ToggleOutline));
    assert_eq!(does('g'), None);
    assert_eq!(does('s'), None);
}

#[test]
fn the_command_line_comes_before_the_file_and_the_file_before_what_is_built_in() {
    let nothing = Flags::default();
    assert_eq!(Config::default().with(nothing), Config::default());
    assert_eq!(good(UNUSUAL).with(nothing), good(UNUSUAL));
    let flags = Flags {
        lang: Some(Lang::Id),
        theme: Some(ThemeName::Light),
        guard: Some(400),
        mouse: true,
        no_serve: false,
        share: true,
        port: Some(9000),
    };
    for config in [Config::default(), good(UNUSUAL)] {
        let with = config.clone().with(flags);
        assert_eq!(
            (with.lang, with.theme, with.guard, with.mouse),
            (Lang::Id, ThemeName::Light, 400, true)
        );
        assert_eq!(
            (with.pace, with.keymap),
            (config.pace, config.keymap),
            "what no flag says stays"
        );
    }
    assert!(good("mouse = true").with(nothing).mouse);
}

#[test]
fn whoever_shares_serves_and_whoever_does_not_serve_does_not_share() {
    let served = |config: &Config| (config.serve, config.share, config.port);
    assert_eq!(served(&Config::default()), (true, false, 0));
    let share = Flags {
        share: true,
        port: Some(9000),
        ..Flags::default()
    };
    assert_eq!(served(&good(UNUSUAL).with(share)), (true, true, 9000));
    let no_serve = Flags {
        no_serve: true,
        share: true,
        ..Flags::default()
    };
    assert_eq!(served(&good("share = true").with(no_serve)), (false, false, 0));
    assert!(good("share = true").settings(Colours::default()).share);
    assert!(
        !good(UNUSUAL).settings(Colours::default()).share,
        "nobody is told of what is not done"
    );
}

#[test]
fn the_edges_of_every_bound_hold_and_what_is_past_them_does_not() {
    for good_one in [
        "guard = 0",
        "guard = 5000",
        "pace = 20",
        "pace = 400",
        "port = 0",
        "port = 65535",
        "keep_runs = 1",
        "keep_runs = 10000",
    ] {
        good(good_one);
    }
    for (bad, bounds) in [
        ("guard = 5001", (0, 5000)),
        ("keep_runs = 0", (1, 10_000)),
        ("keep_runs = 10001", (1, 10_000)),
        ("pace = 19", (20, 400)),
        ("pace = 401", (20, 400)),
        ("presses = 0", (1, 2)),
        ("port = 65536", (0, 65535)),
    ] {
        let (least, most) = bounds;
        assert_eq!(faults(bad), [Fault::WrongNumber { least, most }], "{bad}");
    }
}

#[test]
fn what_is_refused_is_at_its_default_and_the_rest_holds_so_that_faults_are_told_in_the_language() {
    let reading = read(&source("language = \"en\"\nguard = 9999\n"));
    assert_eq!(reading.config.lang, Lang::En);
    assert_eq!(reading.config.guard, USUAL_GUARD);
    assert_eq!(reading.total, 1);
}

#[test]
fn of_very_many_faults_the_first_are_told_and_all_are_counted() {
    let many: Vec<String> = (0..MOST_PROBLEMS + 5)
        .map(|number| format!("kunci{number} = 1\n"))
        .collect();
    let reading = read(&source(&many.concat()));
    assert_eq!(
        (reading.problems.len(), reading.total),
        (MOST_PROBLEMS, MOST_PROBLEMS + 5)
    );
}

#[test]
fn settings_that_are_printed_read_as_the_same_settings() {
    for lang in Lang::ALL {
        for config in [Config::default(), good(UNUSUAL)] {
            let config = Config {
                lang: *lang,
                ..config
            };
            let text = written(&config, Some("/home/a/.config/ikrar/config.toml"));
            assert_eq!(good(&text), config, "{text}");
        }
    }
}

#[test]
fn settings_are_printed_with_where_they_are_looked_for_and_a_comment_for_each_key() {
    for lang in Lang::ALL {
        let config = Config {
            lang: *lang,
            ..Config::default()
        };
        let text = written(&config, Some("/a\u{1b}b/config.toml"));
        assert!(
            text.lines()
                .any(|line| line.starts_with('#') && line.ends_with("/a\u{FFFD}b/config.toml"))
        );
        for field in FIELDS {
            let at = text.lines().position(|line| {
                line.starts_with(&format!("{} = ", field.key)) || line == format!("[{}]", field.key)
            });
            let above = text.lines().nth(at.expect(field.key) - 1);
            assert!(above.is_some_and(|line| line.starts_with("# ")), "{}", field.key);
        }
        for (name, _) in keys::ACTIONS {
            let line = text.lines().find(|line| line.starts_with(&format!("{name} = [")));
            assert!(line.is_some_and(|line| line.contains("] # ")), "{name}");
        }
        assert!(written(&config, None).contains(lang.words().config.looked_for_nowhere));
    }
}
