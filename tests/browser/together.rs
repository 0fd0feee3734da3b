//! All at once: a leader, a second terminal for the hall and one at the podium, and the page of the hall and of the reader.
//! They show the same through moves, a save, a dark screen, a hold, a title card, and the death and return of the leader;
//! and soon after the key.

use std::fs;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rustix::process::Signal;

use crate::chromium::Chromium;
use crate::leader::Leader;
use crate::program::{Folders, SMALL, SPACE, script_with};
use crate::terminal::Played;

/// How soon the median of the keys must be seen. Far more than it takes: this is a program made for its tests, beside others.
const SOON: Duration = Duration::from_millis(500);

/// How soon all follow a leader again that has come back.
const SOON_AGAIN: Duration = Duration::from_secs(2);

/// How the ceremony's name begins. It is too long to stand in large type on a small terminal, where it would be a picture.
const TITLE: &str = "Apel gabungan";

fn script(word: &str) -> String {
    script_with(word).replace(
        "Apel Uji",
        "Apel gabungan dan pembacaan ikrar netralitas seluruh pegawai",
    )
}

/// Goes to the phrase before.
const LEFT: &str = "\x1b[D";

/// The screens, in the order of the figures.
const NAMES: [&str; 5] = [
    "leader",
    "screen",
    "screen --reader",
    "page",
    "page of the reader",
];

struct All {
    leader: Leader,
    terminals: [Played; 2],
    pages: [Chromium; 2],
    /// After each key, when each had it.
    times: Vec<[Duration; 5]>,
}

impl All {
    fn start(arguments: &str) -> Self {
        let folders = Folders::with_script();
        fs::write(folders.path("apel.toml"), script("KATA")).unwrap();
        let leader = Leader::in_folders(folders, arguments);
        let terminals = ["screen", "screen --reader"].map(|one| leader.folders.play_at(SMALL, one));
        let pages = [leader.hall(), leader.podium()];
        for page in &pages {
            page.until("the typeface", "ready && now");
            // When each text stood there, by the clock that the test has too.
            page.ask(
                "(window.stood = [], new MutationObserver(() => stood.push([live.textContent, Date.now()]))
                   .observe(live, { childList: true, characterData: true, subtree: true }), 0)",
            );
        }
        Self {
            leader,
            terminals,
            pages,
            times: Vec::new(),
        }
    }

    /// Waits until all show a phrase and nothing else that is read; when each had it, counted from a moment.
    #[track_caller]
    fn all_show(&self, phrase: &str, (from, wall): (Instant, SystemTime)) -> [Duration; 5] {
        let terminals = self.terminals.each_ref().map(|terminal| {
            terminal.until(&format!("{phrase:?} now"), |seen| is_shown(&seen.rows(), phrase));
            from.elapsed()
        });
        let pages = self.pages.each_ref().map(|page| {
            page.until_reads(phrase);
            let stood = page.ask("stood.at(-1)?.[1] ?? 0").as_u64().unwrap();
            (UNIX_EPOCH + Duration::from_millis(stood))
                .duration_since(wall)
                .unwrap_or_default()
        });
        [Duration::ZERO, terminals[0], terminals[1], pages[0], pages[1]]
    }

    /// Presses a key after which everybody shows a phrase.
    #[track_caller]
    fn press(&mut self, key: &str, phrase: &str) {
        let begun = (Instant::now(), SystemTime::now());
        self.leader.played.press(key);
        self.leader.played.until_present(phrase);
        let leader = begun.0.elapsed();
        let mut times = self.all_show(phrase, begun);
        times[0] = leader;
        self.times.push(times);
    }

    /// Holds that the screens still show a phrase, though the leader has gone on.
    #[track_caller]
    fn still_show(&self, phrase: &str) {
        for terminal in &self.terminals {
            assert!(is_shown(&terminal.rows(), phrase), "{:#?}", terminal.rows());
        }
        for page in &self.pages {
            assert_eq!(page.lines().join(" "), phrase);
        }
    }
}

/// Whether a phrase has a row of its own.
fn is_shown(rows: &[String], phrase: &str) -> bool {
    rows.iter().any(|row| row.trim() == phrase)
}

/// The middle of the times of each.
fn medians(times: &[[Duration; 5]]) -> [Duration; 5] {
    std::array::from_fn(|one| {
        let mut times: Vec<Duration> = times.iter().map(|times| times[one]).collect();
        times.sort_unstable();
        times[times.len() / 2]
    })
}

#[expect(clippy::print_stdout, reason = "figures, for whoever asks for them")]
fn told(what: &str, times: [Duration; 5], most: Duration) {
    println!("{what}, {most:?} at most:");
    for (name, time) in NAMES.into_iter().zip(times) {
        println!("  {name:<20} {:>6} ms", time.as_millis());
        assert!(time <= most, "{what}: {name} after {time:?}");
    }
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn two_terminals_and_two_pages_show_what_the_leader_shows_whatever_happens() {
    let arguments = "apel.toml --at ikrar";
    let mut all = All::start(arguments);
    all.leader.played.until_present("Satu.");
    all.all_show("Satu.", (Instant::now(), SystemTime::now()));
    all.press(SPACE, "Menjaga netralitas.");
    all.press(SPACE, "Dua.");
    all.press(LEFT, "Menjaga netralitas.");
    all.press(SPACE, "Dua.");
    all.press(SPACE, "Menolak KATA uang.");

    // A save changes nothing under the eyes of the hall; the same clause again shows it.
    fs::write(all.leader.folders.path("apel.toml"), script("politik")).unwrap();
    all.leader.played.until_present("Menolak politik uang.");
    all.still_show("Menolak KATA uang.");
    all.press("r", "Dua.");
    all.press(SPACE, "Menolak politik uang.");

    all.leader.played.press("b");
    for terminal in &all.terminals {
        terminal.until("a dark screen", |seen| seen.rows().concat().is_empty());
    }
    for page in &all.pages {
        page.until("dark", "document.body.classList.contains('dark')");
        assert_eq!(page.ask("document.body.innerText.trim()"), "");
    }
    all.press("b", "Menolak politik uang.");

    all.leader.played.press("f");
    for page in &all.pages {
        page.until("held", "now.state === 'held'");
    }
    all.leader.played.press(SPACE);
    all.leader.played.until_present("Tiga.");
    all.still_show("Menolak politik uang.");
    all.press("f", "Tiga.");

    all.leader.played.press("o");
    for terminal in &all.terminals {
        terminal.until("the title card", |seen| seen.shows(TITLE) && !seen.shows("Tiga."));
    }
    for page in &all.pages {
        page.until(
            "the title card",
            &format!("live.textContent.startsWith('{TITLE}')"),
        );
    }
    all.press(SPACE, "Tiga.");
    told("from a key to the screens", medians(&all.times), SOON);

    all.leader.played.signal(Signal::KILL);
    for terminal in &all.terminals {
        terminal.until_shown("○");
    }
    for page in &all.pages {
        page.until("the mark", "!mark.hidden");
    }
    all.still_show("Tiga.");
    let All {
        leader,
        terminals,
        pages,
        ..
    } = all;
    let again = leader.again(arguments);
    again.played.until_present("Satu.");
    let back = (Instant::now(), SystemTime::now());
    let mut all = All {
        leader: again,
        terminals,
        pages,
        times: Vec::new(),
    };
    let times = all.all_show("Satu.", back);
    told("from the return of the leader to the screens", times, SOON_AGAIN);
    for terminal in &all.terminals {
        terminal.until_not_shown("○");
    }
    for page in &all.pages {
        page.until("without the mark", "mark.hidden");
    }
    all.press(SPACE, "Menjaga netralitas.");
}
