//! The arguments of the exporter.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use ikrar::lang::Lang;
use ikrar::show::{Colours, Key, KeyCode, ThemeName};

use crate::leading::named;

/// The largest picture, in cells each way.
const MOST_CELLS: u16 = 500;

/// Draws screens of `ikrar` as SVG.
#[derive(Debug, Parser)]
#[command(name = "picture")]
pub(crate) struct Arguments {
    /// A script: a file, or one that ships by its name
    pub(crate) script: Option<OsString>,
    /// Writes every screen into a folder instead, in each language, theme and size that is not told
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["script", "at", "keys", "time_later"])]
    pub(crate) all: Option<PathBuf>,
    /// Where to begin at once: "7", "ikrar", "ikrar.3"
    #[arg(long, value_name = "STEP")]
    pub(crate) at: Option<String>,
    /// Keys to press, a second apart: "Space Space g", "Space*12", "Ctrl-R", "7.3 Enter"
    #[arg(long, value_parser = parsed_keys)]
    keys: Option<Keys>,
    /// Lets time pass after the keys: "90s", "5m"
    #[arg(long, value_name = "SPAN", value_parser = parsed_span)]
    pub(crate) time_later: Option<Duration>,
    /// What the reader at the podium sees, instead of the leader's terminal
    #[arg(long, conflicts_with = "all")]
    pub(crate) podium: bool,
    /// Columns and rows: "80x24"
    #[arg(long, value_parser = parsed_size)]
    pub(crate) size: Option<(u16, u16)>,
    /// id or en
    #[arg(long, value_parser = parsed_lang)]
    pub(crate) lang: Option<Lang>,
    /// dark, light or contrast
    #[arg(long, value_parser = parsed_theme)]
    pub(crate) theme: Option<ThemeName>,
    /// The colours of the terminal: many, sixteen or none
    #[arg(long, value_parser = parsed_colours, default_value = "many")]
    pub(crate) colours: Colours,
}

impl Arguments {
    /// The keys to press.
    pub(crate) fn presses(&self) -> &[Press] {
        self.keys.as_ref().map_or(&[], |keys| keys.0.as_slice())
    }
}

/// Keys to press one after the other.
#[derive(Debug, Clone)]
struct Keys(Vec<Press>);

/// A key, and how often it is pressed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Press {
    pub(crate) key: Key,
    pub(crate) times: usize,
}

/// Words parted by spaces: the name of a key, or letters to be typed; with `*12`, that often.
fn parsed_keys(text: &str) -> Result<Keys, String> {
    let mut keys = Vec::new();
    for word in text.split_whitespace() {
        let (name, times) = match word.split_once('*') {
            Some((name, times)) if !name.is_empty() => {
                let times = times.parse().map_err(|_| format!("{word}: how often?"))?;
                (name, times)
            }
            _ => (word, 1),
        };
        match called(name) {
            Some(key) => keys.push(Press { key, times }),
            // A long word is a slip in a name rather than a text to be typed.
            None if name.chars().count() > 4 && name.chars().all(char::is_alphabetic) => {
                return Err(format!("no key is called {name}"));
            }
            None => {
                let typed = name.chars().map(|letter| Key::plain(KeyCode::Char(letter)));
                keys.extend(
                    (0..times)
                        .flat_map(|_| typed.clone())
                        .map(|key| Press { key, times: 1 }),
                );
            }
        }
    }
    Ok(Keys(keys))
}

/// A key by its name in small or large letters, or as `C-r` and `Ctrl-R`.
fn called(name: &str) -> Option<Key> {
    let name = name.to_lowercase();
    let with_ctrl = name.strip_prefix("ctrl-").or_else(|| name.strip_prefix("c-"));
    match with_ctrl {
        Some(letter) => named(&format!("C-{letter}")),
        None => named(&name),
    }
}

fn parsed_span(text: &str) -> Result<Duration, String> {
    let (number, seconds) = match text.strip_suffix('m') {
        Some(minutes) => (minutes, 60),
        None => (text.strip_suffix('s').unwrap_or(text), 1),
    };
    let number: u32 = number
        .parse()
        .map_err(|_| "a span is \"90s\" or \"5m\"".to_owned())?;
    Ok(Duration::from_secs(u64::from(number) * seconds))
}

fn parsed_size(text: &str) -> Result<(u16, u16), String> {
    let size = text.split_once('x').and_then(|(columns, rows)| {
        let cells = |text: &str| text.parse().ok().filter(|cells| (1..=MOST_CELLS).contains(cells));
        Some((cells(columns)?, cells(rows)?))
    });
    size.ok_or_else(|| format!("a size is columns x rows, as 80x24, up to {MOST_CELLS} each"))
}

fn parsed_lang(text: &str) -> Result<Lang, &'static str> {
    [Lang::Id, Lang::En]
        .into_iter()
        .find(|lang| lang_name(*lang) == text)
        .ok_or("id or en")
}

fn parsed_theme(text: &str) -> Result<ThemeName, &'static str> {
    [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast]
        .into_iter()
        .find(|theme| theme_name(*theme) == text)
        .ok_or("dark, light or contrast")
}

fn parsed_colours(text: &str) -> Result<Colours, &'static str> {
    match text {
        "many" => Ok(Colours::Many),
        "sixteen" => Ok(Colours::Sixteen),
        "none" => Ok(Colours::None),
        _ => Err("many, sixteen or none"),
    }
}

/// A language as it is told.
pub(crate) const fn lang_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "id",
        Lang::En => "en",
    }
}

/// A theme as it is told.
pub(crate) const fn theme_name(theme: ThemeName) -> &'static str {
    match theme {
        ThemeName::Dark => "dark",
        ThemeName::Light => "light",
        ThemeName::Contrast => "contrast",
    }
}
