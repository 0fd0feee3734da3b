//! Saves of a script and its texts arrive, whatever the editor does; nothing else does, and nothing half written.
//!
//! In a real folder, with the system's own telling. Every wait is for a message and has an end; only where nothing may
//! come is a short time waited out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

#[path = "watching/looking.rs"]
mod looking;
#[path = "watching/texts.rs"]
mod texts;
#[cfg(target_os = "linux")]
#[path = "watching/writing.rs"]
mod writing;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use ikrar::edge::Timekeeper;
use ikrar::edge::watch::{Watch, WatchStyle, read_sources};
use ikrar::script::{Contents, Source, Sources};
use ikrar::show::{Msg, Watching, Worker};

/// Far longer than any message takes.
const LONG: Duration = Duration::from_secs(20);
/// Longer than a message takes that should not come.
const SHORT: Duration = Duration::from_millis(300);

const FIRST: &str =
    "title = \"Apel\"\n[[step]]\ntitle = \"Pancasila\"\nkind = \"reading\"\ntext = \"pancasila\"\n";

struct Trial {
    folder: tempfile::TempDir,
    script: PathBuf,
    messages: Receiver<Msg>,
    watch: Option<Watch>,
}

impl Trial {
    /// A script in a folder of its own, watched.
    fn new() -> Self {
        Self::with(WatchStyle::default(), |_| ())
    }

    fn with(style: WatchStyle, prepare: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("home");
        fs::create_dir(&home).unwrap();
        let script = home.join("apel.toml");
        fs::write(&script, FIRST).unwrap();
        prepare(&home);
        let (sender, messages) = channel();
        let first = read_sources(&script);
        let watch = Watch::start(&script, style, first, sender, Timekeeper::start()).unwrap();
        let trial = Self {
            folder,
            script,
            messages,
            watch: Some(watch),
        };
        let expected = if style.poll {
            Watching::LookingAsAsked
        } else {
            Watching::Told
        };
        assert_eq!(trial.watching(), expected);
        trial
    }

    fn home(&self) -> &Path {
        self.script.parent().unwrap()
    }

    fn next(&self) -> Msg {
        self.messages.recv_timeout(LONG).expect("a message")
    }

    fn watching(&self) -> Watching {
        match self.next() {
            Msg::WatchChanged { watching, .. } => watching,
            other => panic!("not a change of the watch: {other:?}"),
        }
    }

    fn saved(&self) -> Arc<Sources> {
        match self.next() {
            Msg::SourcesSaved { sources, .. } => sources,
            other => panic!("not a save: {other:?}"),
        }
    }

    #[track_caller]
    fn script_arrives(&self, expected: &str) {
        assert_eq!(self.saved().script, source(&self.script, expected));
    }

    #[track_caller]
    fn nothing_arrives(&self) {
        assert_eq!(self.messages.recv_timeout(SHORT), Err(RecvTimeoutError::Timeout));
    }
}

fn source(path: &Path, text: &str) -> Source {
    Source {
        name: path.display().to_string(),
        contents: Contents::Bytes(text.as_bytes().into()),
    }
}

fn changed(word: &str) -> String {
    FIRST.replace("Apel", word)
}

/// As vim, helix and Visual Studio Code save: a new file, renamed over the old one.
fn save_by_rename(path: &Path, text: &str) {
    let new = path.with_extension("new");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
}

#[test]
fn a_save_in_place_arrives_once() {
    let trial = Trial::new();
    fs::write(&trial.script, changed("Satu")).unwrap();
    trial.script_arrives(&changed("Satu"));
    trial.nothing_arrives();
}

#[test]
fn saves_by_rename_arrive_again_and_again() {
    let trial = Trial::new();
    for word in ["Satu", "Dua", "Tiga"] {
        save_by_rename(&trial.script, &changed(word));
        trial.script_arrives(&changed(word));
    }
    trial.nothing_arrives();
}

#[test]
fn a_save_that_first_moves_the_old_file_away_arrives_whole() {
    let trial = Trial::new();
    fs::rename(&trial.script, trial.home().join("apel.toml~")).unwrap();
    fs::write(&trial.script, changed("Satu")).unwrap();
    trial.script_arrives(&changed("Satu"));
    trial.nothing_arrives();
}

#[test]
fn a_file_that_is_removed_and_made_again_at_once_was_never_missing() {
    let trial = Trial::new();
    fs::remove_file(&trial.script).unwrap();
    fs::write(&trial.script, changed("Satu")).unwrap();
    trial.script_arrives(&changed("Satu"));
}

#[test]
fn a_removed_file_is_missing_until_it_is_back() {
    let trial = Trial::new();
    fs::remove_file(&trial.script).unwrap();
    assert_eq!(trial.saved().script.contents, Contents::Missing);
    fs::write(&trial.script, FIRST).unwrap();
    trial.script_arrives(FIRST);
}

#[test]
fn a_copy_with_an_older_time_arrives() {
    let trial = Trial::new();
    let older = trial.folder.path().join("older.toml");
    fs::write(&older, changed("Lama")).unwrap();
    let long_ago = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    File::options()
        .write(true)
        .open(&older)
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    let copied = std::process::Command::new("cp")
        .arg("-p")
        .arg(&older)
        .arg(&trial.script)
        .status()
        .unwrap();
    assert!(copied.success());
    trial.script_arrives(&changed("Lama"));
    trial.nothing_arrives();
}

#[cfg(unix)]
#[test]
fn a_file_put_there_by_a_link_arrives() {
    let trial = Trial::new();
    let ready = trial.folder.path().join("ready.toml");
    fs::write(&ready, changed("Satu")).unwrap();
    fs::remove_file(&trial.script).unwrap();
    fs::hard_link(&ready, &trial.script).unwrap();
    trial.script_arrives(&changed("Satu"));
}

#[test]
fn the_same_words_saved_again_and_other_files_are_nothing() {
    let trial = Trial::new();
    fs::write(&trial.script, FIRST).unwrap();
    fs::write(trial.home().join("other.toml"), "x").unwrap();
    assert!(fs::read_to_string(&trial.script).is_ok());
    trial.nothing_arrives();
    fs::write(&trial.script, changed("Satu")).unwrap();
    trial.script_arrives(&changed("Satu"));
}

#[cfg(unix)]
#[test]
fn a_script_that_cannot_be_read_any_more_is_told_and_told_again_when_it_can() {
    use std::os::unix::fs::PermissionsExt;

    let trial = Trial::new();
    fs::set_permissions(&trial.script, fs::Permissions::from_mode(0o000)).unwrap();
    if File::open(&trial.script).is_ok() {
        // Rights do not bind the superuser.
        return trial.nothing_arrives();
    }
    assert!(matches!(trial.saved().script.contents, Contents::Unreadable(_)));
    fs::set_permissions(&trial.script, fs::Permissions::from_mode(0o644)).unwrap();
    trial.script_arrives(FIRST);
}

#[cfg(unix)]
#[test]
fn behind_a_link_both_the_file_and_the_link_are_watched() {
    use std::os::unix::fs::symlink;

    let trial = Trial::with(WatchStyle::default(), |home| {
        let kept = home.parent().unwrap().join("kept");
        fs::create_dir(&kept).unwrap();
        fs::rename(home.join("apel.toml"), kept.join("real.toml")).unwrap();
        symlink("../kept/real.toml", home.join("apel.toml")).unwrap();
    });
    let kept = trial.folder.path().join("kept");
    fs::write(kept.join("real.toml"), changed("Satu")).unwrap();
    trial.script_arrives(&changed("Satu"));
    save_by_rename(&kept.join("real.toml"), &changed("Dua"));
    trial.script_arrives(&changed("Dua"));

    // The link is led elsewhere, and the new place is watched too.
    let other = trial.folder.path().join("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("real.toml"), changed("Tiga")).unwrap();
    symlink("../other/real.toml", trial.home().join("new")).unwrap();
    fs::rename(trial.home().join("new"), &trial.script).unwrap();
    trial.script_arrives(&changed("Tiga"));
    fs::write(other.join("real.toml"), changed("Empat")).unwrap();
    trial.script_arrives(&changed("Empat"));
    // The old place is nothing any more.
    fs::write(kept.join("real.toml"), changed("Lima")).unwrap();
    trial.nothing_arrives();
}

#[cfg(unix)]
#[test]
fn a_folder_on_the_way_that_a_link_leads_may_be_put_in_the_place_of_another() {
    use std::os::unix::fs::symlink;

    let trial = Trial::with(WatchStyle::default(), |home| {
        fs::create_dir_all(home.join("arsip/pagi")).unwrap();
        fs::rename(home.join("apel.toml"), home.join("arsip/pagi/apel.toml")).unwrap();
        symlink("arsip/pagi/apel.toml", home.join("apel.toml")).unwrap();
    });
    let home = trial.home();
    fs::create_dir_all(home.join("baru/pagi")).unwrap();
    fs::write(home.join("baru/pagi/apel.toml"), changed("Satu")).unwrap();
    fs::rename(home.join("arsip"), home.join("lama")).unwrap();
    fs::rename(home.join("baru"), home.join("arsip")).unwrap();
    // Whether anybody looked between the two is chance: then the folder was gone for a moment.
    let expected = source(&trial.script, &changed("Satu"));
    let mut told = std::iter::repeat_with(|| trial.next());
    assert!(told.any(|msg| matches!(msg, Msg::SourcesSaved { sources, .. } if sources.script == expected)));
    // The new one is watched, however it was found.
    fs::write(home.join("arsip/pagi/apel.toml"), changed("Dua")).unwrap();
    let expected = source(&trial.script, &changed("Dua"));
    assert!(told.any(|msg| matches!(msg, Msg::SourcesSaved { sources, .. } if sources.script == expected)));
}

#[test]
fn when_the_folder_is_gone_it_is_looked_for_until_it_is_back() {
    let trial = Trial::new();
    let away = trial.folder.path().join("away");
    fs::rename(trial.home(), &away).unwrap();
    assert!(matches!(trial.watching(), Watching::LookingForWantOf(_)));
    assert_eq!(trial.saved().script.contents, Contents::Missing);
    fs::write(away.join("apel.toml"), changed("Satu")).unwrap();
    fs::rename(&away, trial.home()).unwrap();
    // What is there now and that it is watched again come in either order.
    let mut told = [trial.next(), trial.next()];
    told.sort_by_key(|msg| matches!(msg, Msg::SourcesSaved { .. }));
    assert!(matches!(
        &told[0],
        Msg::WatchChanged {
            watching: Watching::Told,
            ..
        }
    ));
    let Msg::SourcesSaved { sources, .. } = &told[1] else {
        panic!("not a save: {told:?}")
    };
    assert_eq!(sources.script, source(&trial.script, &changed("Satu")));
    fs::write(&trial.script, changed("Dua")).unwrap();
    trial.script_arrives(&changed("Dua"));
}

#[test]
fn what_was_saved_before_the_watch_began_arrives() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("apel.toml");
    fs::write(&script, FIRST).unwrap();
    let first = read_sources(&script);
    fs::write(&script, changed("Satu")).unwrap();
    let (sender, messages) = channel();
    let _watch = Watch::start(&script, WatchStyle::default(), first, sender, Timekeeper::start()).unwrap();
    assert!(matches!(
        messages.recv_timeout(LONG),
        Ok(Msg::WatchChanged { .. })
    ));
    let Ok(Msg::SourcesSaved { sources, .. }) = messages.recv_timeout(LONG) else {
        panic!("no save")
    };
    assert_eq!(sources.script, source(&script, &changed("Satu")));
}

#[test]
fn a_panic_of_the_watcher_is_told() {
    let trial = Trial::with(
        WatchStyle {
            panic_on_save: true,
            ..WatchStyle::default()
        },
        |_| (),
    );
    fs::write(&trial.script, FIRST).unwrap();
    trial.nothing_arrives();
    fs::write(&trial.script, changed("Satu")).unwrap();
    assert!(matches!(
        trial.next(),
        Msg::WorkerStopped {
            worker: Worker::Watcher,
            ..
        }
    ));
}

#[test]
fn a_dropped_watch_ends_its_threads() {
    for poll in [false, true] {
        let mut trial = Trial::with(
            WatchStyle {
                poll,
                ..WatchStyle::default()
            },
            |_| (),
        );
        trial.watch = None;
        // The thread had the only other end of the channel.
        assert_eq!(
            trial.messages.recv_timeout(LONG),
            Err(RecvTimeoutError::Disconnected)
        );
    }
}
