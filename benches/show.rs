//! What the pure rooms cost: reading a script, moving, drawing, and taking in a save.
//!
//! `cargo bench --bench show`. Nothing here touches a terminal, and no file but a journal's; for the whole program see
//! `pty`.
#![allow(clippy::unwrap_used, reason = "a bench")]

#[path = "support/ceremony.rs"]
mod ceremony;
#[path = "support/recorded.rs"]
mod recorded;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use divan::Bencher;
use ikrar::programme::{Occasion, compile};
use ikrar::script::{Contents, Source, Sources, library, read, texts_named};
use ikrar::show::{Key, KeyCode, Moment, Msg, Settings, Show, Watching, update};
use ikrar::view;
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// So many steps.
const LENGTHS: [usize; 3] = [100, 1_000, 10_000];

const USUAL: Rect = Rect::new(0, 0, 80, 24);
const LARGE: Rect = Rect::new(0, 0, 200, 60);

fn main() {
    divan::main();
}

/// So many seconds after the beginning.
fn at(seconds: u64) -> Moment {
    Moment {
        wall: Timestamp::UNIX_EPOCH,
        steady: Duration::from_secs(seconds),
    }
}

fn press(show: &mut Show, code: KeyCode, seconds: u64) {
    update(
        show,
        Msg::KeyPressed {
            key: Key::plain(code),
            repeated: false,
            at: at(seconds),
        },
    );
}

fn type_in(show: &mut Show, keys: &str, seconds: u64) {
    for key in keys.chars() {
        press(show, KeyCode::Char(key), seconds);
    }
}

/// A show on its ready screen.
fn ready(steps: usize) -> Show {
    let settings = Settings {
        guard: Duration::ZERO,
        ..Settings::default()
    };
    Show::new(settings, &ceremony::sources(steps, "satu"), Watching::Told, at(0))
}

/// A show that runs, at a step in the middle.
fn running(steps: usize) -> Show {
    let mut show = ready(steps);
    press(&mut show, KeyCode::Enter, 10);
    type_in(&mut show, &(steps / 2).to_string(), 20);
    press(&mut show, KeyCode::Enter, 20);
    show
}

fn saved(sources: &Arc<Sources>, seconds: u64) -> Msg {
    Msg::SourcesSaved {
        sources: Arc::clone(sources),
        at: at(seconds),
    }
}

#[divan::bench_group]
mod script {
    use super::{Bencher, LENGTHS, Occasion, black_box, ceremony, compile, read, texts_named};

    #[divan::bench(args = LENGTHS)]
    fn names_of_texts(bencher: Bencher<'_, '_>, steps: usize) {
        let script = ceremony::script(steps, "satu");
        bencher.bench(|| texts_named(black_box(script.as_bytes())));
    }

    #[divan::bench(args = LENGTHS)]
    fn parse_and_check(bencher: Bencher<'_, '_>, steps: usize) {
        let sources = ceremony::sources(steps, "satu");
        bencher.bench(|| read(black_box(&sources)));
    }

    #[divan::bench(args = LENGTHS)]
    fn make_programme(bencher: Bencher<'_, '_>, steps: usize) {
        let script = read(&ceremony::sources(steps, "satu")).script.unwrap();
        bencher.bench(|| compile(black_box(&script), &Occasion::default()));
    }

    #[divan::bench(args = LENGTHS)]
    fn both(bencher: Bencher<'_, '_>, steps: usize) {
        let sources = ceremony::sources(steps, "satu");
        bencher.bench(|| {
            let script = read(black_box(&sources)).script.unwrap();
            compile(&script, &Occasion::default())
        });
    }
}

/// What `ikrar run` does with a ceremony that ships before its first frame.
#[divan::bench(args = library::script_names())]
fn shipped(bencher: Bencher<'_, '_>, name: &str) {
    let sources = Sources {
        script: Source {
            name: name.to_owned(),
            contents: Contents::Bytes(library::script(name).unwrap().as_bytes().into()),
        },
        texts: BTreeMap::new(),
    };
    bencher.bench(|| Show::new(Settings::default(), black_box(&sources), Watching::Nothing, at(0)));
}

#[divan::bench_group]
mod moves {
    use super::{Bencher, KeyCode, LENGTHS, press, ready, running, type_in};

    #[divan::bench(args = LENGTHS)]
    fn advance(bencher: Bencher<'_, '_>, steps: usize) {
        let mut show = running(steps);
        bencher.bench_local(|| {
            press(&mut show, KeyCode::Right, 30);
            press(&mut show, KeyCode::Left, 30);
        });
    }

    #[divan::bench(args = LENGTHS)]
    fn next_step(bencher: Bencher<'_, '_>, steps: usize) {
        let mut show = running(steps);
        bencher.bench_local(|| {
            type_in(&mut show, "n", 30);
            type_in(&mut show, "p", 30);
        });
    }

    #[divan::bench(args = LENGTHS)]
    fn jump_over_all(bencher: Bencher<'_, '_>, steps: usize) {
        bencher.with_inputs(|| running(steps)).bench_local_refs(|show| {
            type_in(show, &steps.to_string(), 30);
            press(show, KeyCode::Enter, 30);
        });
    }

    #[divan::bench(args = LENGTHS)]
    fn every_step_once(bencher: Bencher<'_, '_>, steps: usize) {
        let ready = ready(steps);
        let begun = || {
            let mut show = ready.clone();
            press(&mut show, KeyCode::Enter, 10);
            show
        };
        bencher.with_inputs(begun).bench_local_refs(|show| {
            for _ in 1..steps {
                press(show, KeyCode::Char('n'), 30);
            }
        });
    }
}

#[divan::bench_group]
mod saves {
    use super::{Arc, Bencher, LENGTHS, ceremony, running, saved, update};

    /// An edit of the first and the last step, taken in by a show that runs.
    #[divan::bench(args = LENGTHS)]
    fn carry(bencher: Bencher<'_, '_>, steps: usize) {
        let mut show = running(steps);
        let sources = ["dua", "satu"].map(|word| Arc::new(ceremony::sources(steps, word)));
        let mut saves = sources.iter().cycle();
        bencher.bench_local(|| update(&mut show, saved(saves.next().unwrap(), 30)));
    }
}

#[divan::bench_group]
mod draws {
    use super::{
        Bencher, Buffer, KeyCode, LARGE, Rect, Show, USUAL, black_box, press, ready, running, type_in, view,
    };

    fn draw(bencher: Bencher<'_, '_>, area: Rect, show: &Show) {
        let mut buffer = Buffer::empty(area);
        let mut cache = view::Cache::default();
        bencher.bench_local(|| {
            buffer.reset();
            view::draw(black_box(show), &mut cache, area, &mut buffer)
        });
    }

    fn both(bencher: Bencher<'_, '_>, large: bool, show: &Show) {
        draw(bencher, if large { LARGE } else { USUAL }, show);
    }

    /// 80 × 24 and 200 × 60, each for an ordinary length and for a very long one.
    const SIZES: [(bool, usize); 4] = [(false, 24), (true, 24), (false, 10_000), (true, 10_000)];

    #[divan::bench(args = SIZES)]
    fn ready_screen(bencher: Bencher<'_, '_>, (large, steps): (bool, usize)) {
        both(bencher, large, &ready(steps));
    }

    #[divan::bench(args = SIZES)]
    fn leader(bencher: Bencher<'_, '_>, (large, steps): (bool, usize)) {
        both(bencher, large, &running(steps));
    }

    #[divan::bench(args = SIZES)]
    fn ikrar(bencher: Bencher<'_, '_>, (large, steps): (bool, usize)) {
        let mut show = running(steps);
        type_in(&mut show, "7", 30);
        press(&mut show, KeyCode::Enter, 30);
        both(bencher, large, &show);
    }

    #[divan::bench(args = SIZES)]
    fn audience(bencher: Bencher<'_, '_>, (large, steps): (bool, usize)) {
        let mut show = running(steps);
        press(&mut show, KeyCode::Tab, 30);
        both(bencher, large, &show);
    }

    /// A phrase in large type, drawn before and for the first time: 2 ms at most for the first, 0.3 ms after.
    #[divan::bench(args = [(false, false), (false, true), (true, false), (true, true)])]
    fn large_type(bencher: Bencher<'_, '_>, (large, first): (bool, bool)) {
        let mut show = running(24);
        type_in(&mut show, "7", 30);
        press(&mut show, KeyCode::Enter, 30);
        press(&mut show, KeyCode::Tab, 30);
        let area = if large { LARGE } else { USUAL };
        let mut buffer = Buffer::empty(area);
        let mut cache = view::Cache::default();
        bencher.bench_local(|| {
            if first {
                cache = view::Cache::default();
            }
            buffer.reset();
            view::draw(black_box(&show), &mut cache, area, &mut buffer)
        });
    }

    #[divan::bench(args = SIZES)]
    fn outline(bencher: Bencher<'_, '_>, (large, steps): (bool, usize)) {
        let mut show = running(steps);
        type_in(&mut show, "g", 30);
        both(bencher, large, &show);
    }

    #[divan::bench(args = SIZES)]
    fn outline_filtered(bencher: Bencher<'_, '_>, (large, steps): (bool, usize)) {
        let mut show = running(steps);
        type_in(&mut show, "g/ikrar", 30);
        both(bencher, large, &show);
    }

    #[divan::bench(args = SIZES)]
    fn help(bencher: Bencher<'_, '_>, (large, steps): (bool, usize)) {
        let mut show = running(steps);
        type_in(&mut show, "?", 30);
        both(bencher, large, &show);
    }

    #[divan::bench(args = SIZES)]
    fn problems(bencher: Bencher<'_, '_>, (large, steps): (bool, usize)) {
        let mut show = running(steps);
        type_in(&mut show, "m", 30);
        both(bencher, large, &show);
    }

    #[divan::bench(args = SIZES)]
    fn closing_card(bencher: Bencher<'_, '_>, (large, steps): (bool, usize)) {
        let mut show = running(steps);
        press(&mut show, KeyCode::End, 30);
        press(&mut show, KeyCode::Right, 30);
        both(bencher, large, &show);
    }
}

/// What is recorded: 0.1 ms a record at most, and 100 ms at most for opening a journal of 100,000.
#[divan::bench_group]
mod journal {
    use ikrar::edge::{Journal, Journals, Timekeeper};
    use ikrar::journal;
    use ikrar::slide::RunId;
    use jiff::Timestamp;

    use super::recorded::{MANY, SCRIPT, moved, run, text};
    use super::{Bencher, black_box};

    #[divan::bench]
    fn write_line(bencher: Bencher<'_, '_>) {
        let record = moved(1234);
        let mut line = Vec::new();
        bencher.bench_local(|| {
            line.clear();
            journal::write_line(black_box(&record), &mut line);
        });
    }

    /// A record put to a file of the disk, as the loop does for each key.
    #[divan::bench]
    fn note_and_write(bencher: Bencher<'_, '_>) {
        let folder = tempfile::tempdir().unwrap();
        let journals = Journals::at(folder.path().to_owned());
        let (sender, _messages) = std::sync::mpsc::channel();
        let name = RunId("run".into());
        let mut journal = Journal::begin(&journals, &name, SCRIPT, sender, Timekeeper::start());
        let record = moved(1234);
        bencher.bench_local(|| {
            journal.note(black_box(&record));
            journal.write()
        });
    }

    /// All of it on one thread.
    #[divan::bench]
    fn read(bencher: Bencher<'_, '_>) {
        let text = text(&run(MANY));
        bencher.bench(|| journal::read(black_box(&text)));
    }

    /// As a start does it: found in its folder, read from the disk, on two threads.
    #[expect(clippy::disallowed_methods, reason = "a journal of long ago is made")]
    #[divan::bench]
    fn open(bencher: Bencher<'_, '_>) {
        let folder = tempfile::tempdir().unwrap();
        let journals = Journals::at(folder.path().to_owned());
        let (sender, _messages) = std::sync::mpsc::channel();
        let name = RunId("run".into());
        let mut journal = Journal::begin(&journals, &name, SCRIPT, sender, Timekeeper::start());
        for record in run(MANY) {
            journal.note(&record);
        }
        drop(journal);
        // Written when its records say that it was.
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let file = std::fs::File::options().write(true).open(file.unwrap().path());
            file.unwrap()
                .set_modified(std::time::SystemTime::UNIX_EPOCH)
                .unwrap();
        }
        bencher.bench(|| {
            journals
                .interrupted(SCRIPT, Timestamp::UNIX_EPOCH)
                .unwrap()
                .journal
                .records
                .len()
        });
    }

    /// What a start costs where there is no journal yet.
    #[divan::bench]
    fn nothing_to_open(bencher: Bencher<'_, '_>) {
        let folder = tempfile::tempdir().unwrap();
        let journals = Journals::at(folder.path().join("runs"));
        bencher.bench(|| journals.interrupted(SCRIPT, Timestamp::UNIX_EPOCH).is_none());
    }

    /// What it costs to ask for a script, and to let go of it.
    #[divan::bench]
    fn lock(bencher: Bencher<'_, '_>) {
        let folder = tempfile::tempdir().unwrap();
        let journals = Journals::at(folder.path().to_owned());
        bencher.bench(|| journals.lock(SCRIPT));
    }
}
