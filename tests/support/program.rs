//! The real program with folders of its own, and what a leader's eye finds on its screen.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use ikrar::lang::{Lang, ScreenWords};
use portable_pty::CommandBuilder;
use tempfile::TempDir;

use crate::terminal::{Played, Seen};

/// The program.
pub(crate) const IKRAR: &str = env!("CARGO_BIN_EXE_ikrar");

/// The usual size of a terminal.
pub(crate) const USUAL: (u16, u16) = (80, 24);

/// So small a terminal that the words of a slide are words: large type would be a picture of them.
pub(crate) const SMALL: (u16, u16) = (38, 11);

/// The keys as a terminal sends them.
pub(crate) const ENTER: &str = "\r";
pub(crate) const TAB: &str = "\t";
pub(crate) const SPACE: &str = " ";
pub(crate) const CTRL_C: &str = "\x03";
pub(crate) const CTRL_Z: &str = "\x1a";
pub(crate) const F12: &str = "\x1b[24~";

/// A script with all that the tests touch: an ikrar, and a text in a file of its own.
pub(crate) const SCRIPT: &str = r#"title = "Apel Uji"
leader = "pembina"

[people]
pembina = { role = "Pembina apel", short = "Sekda", name = "Drs. Contoh" }

[[step]]
title = "Laporan"
kind = "report"

[[step]]
id = "ikrar"
title = "Pembacaan ikrar"
kind = "ikrar"
by = "pembina"
clauses = [
  "Menjaga netralitas.",
  "Menolak KATA uang.",
  "Menjaga persatuan.",
]

[[step]]
id = "naskah"
title = "Pembacaan naskah"
kind = "reading"
by = "pembina"
text = "naskah"

[[step]]
title = "Penutup"
kind = "act"
"#;

/// The text that the script names.
pub(crate) const TEXT: &str =
    "title = \"Naskah\"\nclauses = [\"Setia kepada KATA.\", \"Taat kepada hukum.\"]\n";

/// The script with another word in its second clause.
pub(crate) fn script_with(word: &str) -> String {
    SCRIPT.replace("KATA", word)
}

/// Folders for one run: the one in which the program is started, and those of its user.
pub(crate) struct Folders {
    root: TempDir,
}

impl Folders {
    /// Empty ones.
    pub(crate) fn empty() -> Self {
        let root = tempfile::tempdir().unwrap();
        for folder in ["work", "home", "config", "data", "state", "cache", "runtime"] {
            fs::create_dir(root.path().join(folder)).unwrap();
        }
        Self { root }
    }

    /// With the script `apel.toml` and the text that it names.
    pub(crate) fn with_script() -> Self {
        let folders = Self::empty();
        fs::create_dir(folders.path("texts")).unwrap();
        fs::write(folders.path("texts/naskah.toml"), TEXT).unwrap();
        fs::write(folders.path("apel.toml"), SCRIPT).unwrap();
        folders
    }

    /// A file or folder in the one in which the program is started.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join("work").join(name)
    }

    /// Writes the settings of the user; gives their file.
    pub(crate) fn settings(&self, text: &str) -> PathBuf {
        let folder = self.root.path().join("config/ikrar");
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("config.toml");
        fs::write(&file, text).unwrap();
        file
    }

    /// Where the programs of the user keep what they know.
    #[allow(dead_code, reason = "not each test looks there")]
    pub(crate) fn state(&self) -> PathBuf {
        self.root.path().join("state")
    }

    /// Where the bus of the desktop's session usually listens. Nobody does unless a test lets one.
    pub(crate) fn session_bus(&self) -> PathBuf {
        self.root.path().join("runtime").join("bus")
    }

    /// What the program is told of its surroundings, and nothing else. There is no session bus, which is known before the
    /// first frame: every picture of the ready screen says that the display may go dark.
    fn surroundings(&self) -> Vec<(&'static str, PathBuf)> {
        let folder = |name: &str| self.root.path().join(name);
        vec![
            ("PATH", std::env::var_os("PATH").unwrap_or_default().into()),
            ("TERM", "xterm-256color".into()),
            ("LANG", "C.UTF-8".into()),
            ("TZ", "UTC".into()),
            ("IKRAR", IKRAR.into()),
            ("HOME", folder("home")),
            ("XDG_CONFIG_HOME", folder("config")),
            ("XDG_DATA_HOME", folder("data")),
            ("XDG_STATE_HOME", folder("state")),
            ("XDG_CACHE_HOME", folder("cache")),
            ("XDG_RUNTIME_DIR", folder("runtime")),
        ]
    }

    fn command(&self, program: impl AsRef<Path>, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(program.as_ref());
        command.args(arguments);
        command.env_clear();
        for (name, value) in self.surroundings() {
            command.env(name, value);
        }
        command.cwd(self.path(""));
        command
    }

    /// Starts the program in a terminal; arguments are parted by spaces.
    pub(crate) fn play(&self, arguments: &str) -> Played {
        self.play_at(USUAL, arguments)
    }

    /// The same, in a terminal of another size.
    pub(crate) fn play_at(&self, size: (u16, u16), arguments: &str) -> Played {
        self.play_program(Path::new(IKRAR), size, arguments)
    }

    /// The same, of another build.
    pub(crate) fn play_program(&self, program: &Path, size: (u16, u16), arguments: &str) -> Played {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        Played::start(self.command(program, &arguments), size)
    }

    /// The same, with the hidden switch for a panic on purpose.
    pub(crate) fn play_panicking(&self, panics: &str, arguments: &str) -> Played {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let mut command = self.command(IKRAR, &arguments);
        command.env("IKRAR_TEST_PANIC", panics);
        Played::start(command, USUAL)
    }

    /// The same, where the session tells of its bus.
    pub(crate) fn play_with_bus(&self, address: &str, arguments: &str) -> Played {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        let mut command = self.command(IKRAR, &arguments);
        command.env("DBUS_SESSION_BUS_ADDRESS", address);
        Played::start(command, USUAL)
    }

    /// Lets a shell do something in a terminal; the program is `$IKRAR` there.
    pub(crate) fn play_shell(&self, commands: &str) -> Played {
        Played::start(self.command("/bin/sh", &["-c", commands]), USUAL)
    }

    /// Runs the program without a terminal.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.run_into(arguments, Stdio::piped())
    }

    /// Runs the program without a terminal, where whoever would read what it prints has gone before it begins.
    pub(crate) fn run_into_closed_pipe(&self, arguments: &[&str]) -> Output {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        self.run_into(arguments, writer.into())
    }

    fn run_into(&self, arguments: &[&str], output: Stdio) -> Output {
        let mut command = Command::new(IKRAR);
        command.args(arguments).env_clear().envs(self.surroundings());
        command
            .current_dir(self.path(""))
            .stdin(Stdio::null())
            .stdout(output)
            .output()
            .unwrap()
    }
}

impl Seen {
    /// What is to be read or done now: the rows of the verse that have the bar. The brackets around what is done are not
    /// told.
    pub(crate) fn present(&self) -> String {
        let rows = self.rows();
        let with_bar = rows.iter().filter_map(|row| row.split_once('▌'));
        let words: Vec<&str> = with_bar.map(|(_, words)| words.trim_start_matches('▶')).collect();
        let words = in_one_line(&words.join(" "));
        let deed = words.strip_prefix('(').and_then(|words| words.strip_suffix(')'));
        deed.map_or_else(|| words.clone(), str::to_owned)
    }

    /// The row that tells the leader something.
    pub(crate) fn told(&self) -> String {
        let rows = self.rows();
        let row = rows.len().checked_sub(3).and_then(|at| rows.get(at));
        row.map_or_else(String::new, |row| row.trim().to_owned())
    }
}

/// The words of the screens, so that a sentence may be mended without a test.
pub(crate) fn words() -> &'static ScreenWords {
    &Lang::Id.words().screens
}

/// Words parted by single spaces.
pub(crate) fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Played {
    /// Waits until this is to be read or done now.
    #[track_caller]
    pub(crate) fn until_present(&self, words: &str) {
        self.until(&format!("{words:?} is present"), |seen| seen.present() == words);
    }

    /// Waits until the leader is told something, of which as much as there is room for.
    #[track_caller]
    pub(crate) fn until_told(&self, sentence: &str) {
        let beginning: String = sentence.chars().take(40).collect();
        self.until(&format!("{sentence:?} is told"), |seen| {
            seen.told().contains(&beginning)
        });
    }

    /// Waits for the ready screen.
    #[track_caller]
    pub(crate) fn until_ready(&self) {
        self.until_shown(&format!("○ {}", words().ready));
    }

    /// Waits for the screen of a script that cannot be used yet.
    #[track_caller]
    pub(crate) fn until_waiting(&self) {
        self.until_shown(&format!("! {}", words().waiting));
    }

    /// Presses Esc and lets the moment go by in which whatever follows is taken for the rest of its sequence.
    pub(crate) fn press_esc(&mut self) {
        self.press("\x1b");
        self.written_throughout(Duration::from_millis(60));
    }

    /// Ends the program where nothing asks.
    #[track_caller]
    pub(crate) fn quit(&mut self) {
        self.press("q");
        assert_eq!(self.status(), 0);
        self.is_given_back();
    }

    /// Ends the program from a ceremony that runs.
    #[track_caller]
    pub(crate) fn quit_from_running(&mut self) {
        self.press("q");
        self.until_told(words().ask_quit);
        self.press(ENTER);
        assert_eq!(self.status(), 0);
        self.is_given_back();
    }
}
