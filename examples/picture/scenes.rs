//! Every screen of the program, each as a ceremony and the keys that lead to it.
//!
//! Keys are written as `tests/support/leading.rs` reads them: `<space*3>g/politik<wait 90>`.

use ikrar::lang::Lang;
use ikrar::script::library;
use ikrar::show::{Look, Recording, RecordingTrouble, Settings};

use crate::leading::{Leading, lead_with, sources};
use crate::stress;

/// A screen, and how it is reached.
pub(crate) struct Scene {
    /// What the screen is called: the beginning of its file's name.
    pub(crate) name: &'static str,
    /// The name of a script that ships, or a whole script.
    script: String,
    /// Where the ceremony begins at once, without the ready screen.
    at: Option<&'static str>,
    keys: &'static str,
    /// Whether the show is shared, and screens follow.
    has_screens: bool,
    /// How the journal is.
    recording: Recording,
    /// What the script is saved as after the keys, and the keys after that.
    saved: Option<(String, &'static str)>,
}

impl Scene {
    /// Leads the ceremony to the screen.
    pub(crate) fn led(&self, lang: Lang, look: Look) -> Leading {
        let settings = Settings {
            lang,
            look,
            begin_at: self.at.map(str::to_owned),
            ..Settings::default()
        };
        let mut leading = lead_with(&sources(&self.script), settings);
        if self.has_screens {
            leading = leading.with_screens();
        }
        let leading = leading.recording(self.recording.clone()).keys(self.keys);
        match &self.saved {
            Some((script, keys)) => leading.save(script).keys(keys),
            None => leading,
        }
    }

    fn with_screens(mut self) -> Self {
        self.has_screens = true;
        self
    }

    fn recording(mut self, recording: Recording) -> Self {
        self.recording = recording;
        self
    }

    fn saved(mut self, script: &str, keys: &'static str) -> Self {
        self.saved = Some((script.to_owned(), keys));
        self
    }
}

/// A ceremony from its ready screen.
fn opened(name: &'static str, script: &str, keys: &'static str) -> Scene {
    Scene {
        name,
        script: script.to_owned(),
        at: None,
        keys,
        has_screens: false,
        recording: Recording::NotYet,
        saved: None,
    }
}

/// A ceremony from a place of it.
fn begun(name: &'static str, script: &str, at: &'static str, keys: &'static str) -> Scene {
    Scene {
        at: Some(at),
        ..opened(name, script, keys)
    }
}

/// A script that ships, with one text put in place of another.
fn changed(script: &str, from: &str, to: &str) -> String {
    library::script(script).unwrap_or_default().replace(from, to)
}

const PURWOREJO: &str = "purworejo-2024";
const PURBALINGGA: &str = "purbalingga-2023";
const PEKALONGAN: &str = "pekalongan-2023";
const MERGANGSAN: &str = "mergangsan-2023";
const SERUYAN: &str = "seruyan-2024";
const APEL_PAGI: &str = "apel-pagi";

/// The screen of the README's picture, `examples/leader.svg`: a reader in the middle of the pledge, eight minutes after a
/// punctual beginning.
pub(crate) fn leader() -> Scene {
    opened(
        "leader-echo",
        MERGANGSAN,
        "<wait 120><enter><wait 150><space><wait 80><space><wait 190><space><wait 40><space*15>",
    )
}

/// Every scene.
pub(crate) fn all() -> Vec<Scene> {
    [
        before(),
        reading(),
        told(),
        opening(),
        screens(),
        closing(),
        day(),
        audience(),
        stressed(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Changes on the day, and whether it is recorded.
fn day() -> Vec<Scene> {
    vec![
        opened(
            "form-drop",
            PURWOREJO,
            "<enter>g<down*3>s<wait 1>hujan deras sejak pagi",
        ),
        opened("form-insert", PURWOREJO, "<enter>g<down*3>i<left*3>"),
        opened(
            "form-insert-without-title",
            PURWOREJO,
            "<enter>g<down*3>i<enter*3>",
        ),
        opened("form-replace", PURWOREJO, "<enter>g<down*4>w<enter>"),
        opened("ready-changed", PURWOREJO, CHANGED),
        opened("outline-changed", PURWOREJO, OUTLINE_CHANGED),
        begun("recorded", MERGANGSAN, "ikrar.2", "<space*3>").recording(Recording::Works),
        begun("recording-stopped", MERGANGSAN, "ikrar.2", "<space*3>f")
            .with_screens()
            .recording(Recording::Stopped(RecordingTrouble::Full)),
        opened("recording-stopped-ready", PURWOREJO, "")
            .recording(Recording::Stopped(RecordingTrouble::NotAllowed)),
    ]
}

/// A step is moved, one dropped, one put in, and the pembina replaced, before the beginning.
const CHANGED: &str = "g<down*2>.<down*2>s<wait 1>hujan deras<enter><down>i<enter>Sambutan tamu<enter*2><wait 1>\
                       <down>w<enter><wait 1>Budi Santoso<enter*2><esc><wait 9>";

/// The same while it runs, with the outline open.
const OUTLINE_CHANGED: &str = "<enter>g<down*2>.<down*2>s<wait 1>hujan deras<enter><down>i<enter>Sambutan tamu\
                               <enter*2><wait 1><down>w<enter><wait 1>Budi Santoso<enter*2><wait 9>";

/// Before anything is read.
fn before() -> Vec<Scene> {
    vec![
        opened("ready", PURWOREJO, ""),
        opened("ready-many-people", PURBALINGGA, ""),
        opened("ready-unfilled", APEL_PAGI, ""),
        opened("ready-clicker", MERGANGSAN, "<pagedown>"),
        opened("waiting", BROKEN, ""),
    ]
}

/// The leader's screen, by what is read and by whom.
fn reading() -> Vec<Scene> {
    vec![
        opened("leader-first-step", PURWOREJO, "<enter>"),
        leader(),
        begun("leader-heading", MERGANGSAN, "ikrar", ""),
        begun("leader-number", MERGANGSAN, "ikrar.2", ""),
        begun("leader-roomy", MERGANGSAN, "ikrar.2", "<space*3>+"),
        begun("leader-compact", MERGANGSAN, "ikrar.2", "<space*3>-"),
        begun("leader-together-roomy", SERUYAN, "ikrar.2", "<space>+"),
        begun("leader-two-presses-lead", PURBALINGGA, "ikrar.1", "<space*4>"),
        begun("leader-two-presses-echo", PURBALINGGA, "ikrar.1", "<space*5>"),
        begun("leader-together", SERUYAN, "ikrar.2", "<space>"),
        begun("leader-alone-of-others", PURWOREJO, "6.2", ""),
        begun("leader-alone-by-phrase", PURWOREJO, "6.4", "v<wait 4><space*5>"),
        begun("leader-reply", PEKALONGAN, "3", ""),
        begun("leader-deed", PEKALONGAN, "2", "<space*2>"),
        begun("leader-song", MERGANGSAN, "3", ""),
        begun("leader-prayer", SERUYAN, "3", ""),
        begun("leader-signing", PEKALONGAN, "8", "<space*2>a<wait 5>"),
        begun("leader-last-step", MERGANGSAN, "8", ""),
    ]
}

/// What must be told, and questions.
fn told() -> Vec<Scene> {
    let another = changed(MERGANGSAN, "konflik kepentingan", "benturan kepentingan");
    vec![
        begun("paused", PURWOREJO, "1", "<wait 200>c<wait 120>"),
        begun("late", PURWOREJO, "1", "<wait 500><space*3>"),
        begun("late-in-ikrar", MERGANGSAN, "ikrar.2", "<wait 500><space*3>"),
        begun("told-left-out", MERGANGSAN, "ikrar.1", "<space*2>3<enter>"),
        begun(
            "told-left-out-before-closing",
            MERGANGSAN,
            "ikrar.1",
            "<space*2>4<enter><wait 5><space*4>",
        ),
        opened(
            "told-much-left-out",
            PURWOREJO,
            "<enter>7.5<enter><wait 5>9<enter><wait 5>12<enter>",
        ),
        begun("question-quit", MERGANGSAN, "ikrar.2", "<space*2>q"),
        begun("question-drop", PURWOREJO, "8", "s"),
        begun("question-restart", MERGANGSAN, "ikrar.3", "<space><C-r>"),
        begun("typed-clause", MERGANGSAN, "ikrar.1", "<space>3"),
        begun("typed-step", PURWOREJO, "1", "7.3"),
        begun("typed-nowhere", PURWOREJO, "1", "40"),
        begun("refused", MERGANGSAN, "ikrar.2", "<space>").saved("title = \"Apel\n", ""),
        begun("reloaded", MERGANGSAN, "ikrar.2", "<space>").saved(&another, ""),
    ]
}

/// What opens over the leader's screen.
fn opening() -> Vec<Scene> {
    let prayer = changed(PURWOREJO, "Pembacaan doa.", "Pembacaan doa bersama.");
    let left_out = "<enter>6<enter><wait 5>s<wait 5>7.2<enter><wait 5>7.4<enter><wait 5>";
    vec![
        opened("outline", PURWOREJO, left_out).saved(&prayer, "g"),
        opened("outline-filter", PURWOREJO, "<enter>g/politik"),
        opened("outline-nothing", PURWOREJO, "<enter>g/xyz"),
        opened("help", MERGANGSAN, "<enter>?"),
        opened("help-scrolled", MERGANGSAN, "<enter>?<pagedown*3>"),
        opened("problems", MERGANGSAN, "<enter>").saved(MISSPELT, "m"),
        opened("problems-warning", APEL_PAGI, "m"),
    ]
}

/// What the leader makes of the audience's screens, and what is told of them.
fn screens() -> Vec<Scene> {
    vec![
        begun("dark", MERGANGSAN, "ikrar.2", "<space*3>b").with_screens(),
        begun("dark-together", SERUYAN, "ikrar.2", "<space>b"),
        opened("dark-ready", PURWOREJO, "b"),
        begun("title-card", MERGANGSAN, "ikrar.2", "<space*3>o").with_screens(),
        begun("held", MERGANGSAN, "ikrar.2", "<space*3>f").with_screens(),
        begun("held-and-dark", MERGANGSAN, "ikrar.2", "<space*3>fb"),
        begun("followed", PURWOREJO, "1", "<wait 200>").with_screens(),
        begun("screens", MERGANGSAN, "ikrar.2", "l").with_screens(),
        begun("screens-off", MERGANGSAN, "ikrar.2", "l"),
    ]
}

/// The closing card.
fn closing() -> Vec<Scene> {
    vec![
        begun("closing", MERGANGSAN, "7", "<wait 600><space*2>"),
        begun(
            "closing-left-out",
            PEKALONGAN,
            "ikrar",
            "<space*3>3<enter><wait 5>n<space*2>a<wait 300><space*20>",
        ),
    ]
}

/// What the hall sees.
fn audience() -> Vec<Scene> {
    let titles_only = changed(PURWOREJO, "show_text = true", "show_text = false");
    vec![
        opened("audience-title-card", PURWOREJO, "<tab>"),
        begun("audience-heading", MERGANGSAN, "ikrar", "<tab><space>"),
        begun("audience-echo", MERGANGSAN, "ikrar.2", "<tab><space*3>"),
        begun("audience-number", MERGANGSAN, "ikrar.2", "<tab>"),
        begun(
            "audience-two-presses-lead",
            PURBALINGGA,
            "ikrar.1",
            "<tab><space*4>",
        ),
        begun(
            "audience-two-presses-echo",
            PURBALINGGA,
            "ikrar.1",
            "<tab><space*5>",
        ),
        begun("audience-together", SERUYAN, "ikrar.4", "<tab>"),
        begun("audience-alone", PURWOREJO, "6.2", "<tab>"),
        begun("audience-alone-without-words", &titles_only, "6.2", "<tab>"),
        begun("audience-report", PEKALONGAN, "3", "<tab>"),
        begun("audience-prayer", SERUYAN, "3", "<tab>"),
        begun("audience-signing", PEKALONGAN, "8", "<tab><space>"),
        begun("audience-signing-group", PEKALONGAN, "8", "<tab><space*2>"),
        begun("audience-ended", SERUYAN, "7", "<tab><space*9>"),
    ]
}

/// Scripts that ask too much of a screen.
fn stressed() -> Vec<Scene> {
    let (titles, clause, many) = (stress::long_titles(), stress::long_clause(), stress::many_steps());
    let (one, nobody) = (stress::one_step(), stress::nobody());
    vec![
        opened("stress-titles-ready", &titles, ""),
        begun("stress-titles-leader", &titles, "2", ""),
        begun("stress-titles-ikrar", &titles, "ikrar.1", "<space>"),
        begun("stress-titles-signing", &titles, "4", "<space>"),
        opened("stress-titles-outline", &titles, "<enter>g"),
        opened("stress-titles-audience", &titles, "<tab>"),
        begun("stress-titles-audience-signing", &titles, "4", "<tab><space>"),
        opened(
            "stress-titles-closing",
            &titles,
            "<enter>4<enter><wait 5><space*9>",
        ),
        begun("stress-clause-echo", &clause, "ikrar.1", "<space>"),
        begun("stress-clause-together", &clause, "bersama.1", ""),
        begun("stress-clause-audience", &clause, "bersama.1", "<tab>"),
        begun("stress-clause-outline", &clause, "ikrar.1", "g"),
        opened("stress-many-ready", &many, ""),
        opened("stress-many-outline", &many, "<enter>20<enter><wait 5>g"),
        begun("stress-many-leader", &many, "23", ""),
        opened("stress-many-closing", &many, "<enter>40<enter><wait 5><space*2>"),
        opened("stress-one-ready", &one, ""),
        opened("stress-one-leader", &one, "<enter>"),
        opened("stress-one-closing", &one, "<enter><space>"),
        opened("stress-nobody-ready", &nobody, ""),
        begun("stress-nobody-ikrar", &nobody, "ikrar.1", ""),
        begun("stress-nobody-report", &nobody, "1", ""),
    ]
}

/// A script of which nothing can be led.
const BROKEN: &str = r#"title = "Apel"
zone = "WIS"

[[step]]
title = "Ikrar"
kind = "ikar"
clauses = ["Satu {nama}."]
"#;

/// A script with a key that is not one.
const MISSPELT: &str = r#"title = "Apel"

[[step]]
titel = "Doa"
kind = "prayer"
"#;
