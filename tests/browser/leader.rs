//! The real program in a terminal of its own, and the address at which it serves its screens.

use std::fs;
use std::time::{Duration, Instant};

use ikrar::edge::announced::Announcements;
use serde_json::Value;

use crate::chromium::Chromium;
use crate::program::{Folders, in_one_line};
use crate::terminal::{LONG, Played};

/// A leader of a ceremony.
pub(crate) struct Leader {
    pub(crate) played: Played,
    pub(crate) folders: Folders,
    port: u16,
    /// Where the hall finds it: `http://127.0.0.1:17845`.
    pub(crate) address: String,
}

impl Leader {
    /// Leads a script that ships, or of the test's folder; arguments are those of `ikrar run`.
    pub(crate) fn of(arguments: &str) -> Self {
        Self::at(free_port(), Folders::empty(), arguments)
    }

    /// Leads a script that the test has written, in `apel.toml`.
    pub(crate) fn of_script(script: &str, arguments: &str) -> Self {
        let folders = Folders::empty();
        fs::write(folders.path("apel.toml"), script).unwrap();
        Self::at(free_port(), folders, &format!("apel.toml {arguments}"))
    }

    /// Leads in folders of the test's own.
    pub(crate) fn in_folders(folders: Folders, arguments: &str) -> Self {
        Self::at(free_port(), folders, arguments)
    }

    /// Leads at a port, in folders that may have been led in before.
    fn at(port: u16, folders: Folders, arguments: &str) -> Self {
        let played = folders.play(&format!("run {arguments} --guard 0 --port {port}"));
        let address = address(&folders, &played);
        Self {
            played,
            folders,
            port,
            address,
        }
    }

    /// Leads again after an end, in the same folders and at the same port.
    pub(crate) fn again(self, arguments: &str) -> Self {
        drop(self.played);
        Self::at(self.port, self.folders, arguments)
    }

    /// The page of the hall in a new browser.
    pub(crate) fn hall(&self) -> Chromium {
        let browser = Chromium::start();
        browser.open(&self.address);
        browser
    }

    /// The page of the reader in a new browser.
    pub(crate) fn podium(&self) -> Chromium {
        let browser = Chromium::start();
        browser.open(&format!("{}/reader", self.address));
        browser
    }
}

/// A port that nobody else has, so that a page never finds the leader of another test.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// Where a program tells the user's other terminals that it listens.
fn address(folders: &Folders, played: &Played) -> String {
    let runtime = folders.session_bus();
    let announcements = Announcements::in_folder(runtime.parent().unwrap().join("ikrar"));
    let pid = played.pid().as_raw_nonzero().get().cast_unsigned();
    let until = Instant::now() + LONG;
    while Instant::now() < until {
        if let Some(leader) = announcements.all().iter().find(|leader| leader.pid == pid) {
            return format!("http://127.0.0.1:{}", leader.port);
        }
        // A file that another process writes: nobody wakes us.
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("nothing is announced; the screen is {:#?}", played.rows());
}

/// What a phrase of an ikrar is, as the rundown of the same program has it.
pub(crate) struct Phrase {
    pub(crate) text: String,
    pub(crate) is_heading: bool,
}

/// Every phrase of the ikrar of a ceremony, in order.
pub(crate) fn phrases(name: &str) -> Vec<Phrase> {
    let rundown = Folders::empty().run(&["show", name, "--format", "json"]);
    let rundown: Value = serde_json::from_slice(&rundown.stdout).unwrap();
    let steps = rundown["steps"].as_array().unwrap().iter();
    let ikrar = steps.filter(|step| step["kind"] == "ikrar");
    let cues = ikrar.flat_map(|step| step["cues"].as_array().unwrap());
    let phrases = cues.flat_map(|cue| {
        let phrases = cue["phrases"].as_array().unwrap().iter();
        phrases.map(|phrase| Phrase {
            text: in_one_line(phrase.as_str().unwrap()),
            is_heading: cue["part"] == "heading",
        })
    });
    phrases.collect()
}

/// What is spoken of the ikrar of a ceremony after its heading, and how many keys the heading takes.
pub(crate) fn spoken(name: &str) -> (usize, Vec<String>) {
    let (heading, spoken): (Vec<_>, Vec<_>) = phrases(name).into_iter().partition(|phrase| phrase.is_heading);
    (
        heading.len(),
        spoken.into_iter().map(|phrase| phrase.text).collect(),
    )
}
