//! Draws screens of the program as SVG pictures: one frame to standard output, or every screen into a folder.
//!
//! ```sh
//! cargo run --example picture -- mergangsan-2023 --at ikrar.2 --keys "Space Space" > frame.svg
//! cargo run --example picture -- --all FOLDER --size 80x24 --lang id
//! ```
//!
//! The real show is led with the keys and drawn by the real view. Its time is the script's own, two minutes before the
//! beginning, and a second passes with each key; so a picture shows the same time on every day.
#![expect(clippy::disallowed_methods, reason = "pictures are written into a folder")]

mod arguments;
mod colours;
#[path = "../../tests/support/leading.rs"]
mod leading;
mod scenes;
mod shapes;
mod stress;
mod svg;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Parser as _;
use ikrar::commands::{opened, print, print_error};
use ikrar::edge::Catalogue;
use ikrar::lang::Lang;
use ikrar::programme::place::find;
use ikrar::programme::{Occasion, compile};
use ikrar::script::read;
use ikrar::show::{Colours, Look, Settings, ThemeName};

use crate::arguments::{Arguments, Press, lang_name, theme_name};
use crate::colours::Palette;
use crate::leading::{Leading, SIZES, lead_with};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match (&arguments.all, &arguments.script) {
        (Some(folder), _) => every_screen(folder, &arguments),
        (None, Some(script)) => one_screen(script, &arguments),
        (None, None) => Err(anyhow::anyhow!("which SCRIPT, or --all into which FOLDER?")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where nothing can be told any more, the exit code still says it.
            let _ = print_error(&format!("{error:#}\n"));
            ExitCode::from(2)
        }
    }
}

/// Prints one frame.
fn one_screen(script: &OsStr, arguments: &Arguments) -> Result<()> {
    let lang = arguments.lang.unwrap_or_default();
    let sources = opened(script, &Catalogue::of_user())
        .map_err(|failure| anyhow::anyhow!(failure.told(lang.words())))?
        .sources;
    let programme = read(&sources)
        .script
        .map(|script| compile(&script, &Occasion::default()));
    if let (Some(programme), Some(at)) = (&programme, &arguments.at) {
        find(programme, at)
            .map_err(|not_there| anyhow::anyhow!((lang.words().screens.not_there)(&not_there)))?;
    }
    let theme = arguments.theme.unwrap_or_default();
    let settings = Settings {
        lang,
        begin_at: arguments.at.clone(),
        look: look(theme, arguments.colours),
        ..Settings::default()
    };
    let mut leading = lead_with(&sources, settings);
    for Press { key, times } in arguments.presses() {
        for _ in 0..*times {
            leading.press_key(*key);
        }
    }
    if let Some(later) = arguments.time_later {
        leading.wait(later);
    }
    let title = programme.map_or_else(
        || "ikrar".to_owned(),
        |programme| format!("ikrar: {}", programme.title),
    );
    let size = arguments.size.unwrap_or(SIZES[0]);
    let picture = if arguments.podium {
        let screen = leading.podium_screen(size.0, size.1);
        svg::svg(&screen, Palette::of(theme), &title)
    } else {
        drawn(&leading, theme, size, &title)
    };
    print(&picture)?;
    Ok(())
}

/// Writes every screen into a folder, for every language, theme and size that is not told.
fn every_screen(folder: &Path, arguments: &Arguments) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let langs = arguments.lang.map_or(vec![Lang::Id, Lang::En], |lang| vec![lang]);
    let themes = arguments.theme.map_or(
        vec![ThemeName::Dark, ThemeName::Light, ThemeName::Contrast],
        |theme| vec![theme],
    );
    let sizes = arguments.size.map_or(SIZES.to_vec(), |size| vec![size]);
    for scene in scenes::all() {
        for lang in &langs {
            for theme in &themes {
                let leading = scene.led(*lang, look(*theme, arguments.colours));
                for size @ (columns, rows) in &sizes {
                    let name = format!(
                        "{}-{}-{}-{columns}x{rows}",
                        scene.name,
                        lang_name(*lang),
                        theme_name(*theme)
                    );
                    let path = folder.join(format!("{name}.svg"));
                    let picture = drawn(&leading, *theme, *size, &name);
                    fs::write(&path, picture).with_context(|| path.display().to_string())?;
                }
            }
        }
    }
    Ok(())
}

fn look(theme: ThemeName, colours: Colours) -> Look {
    Look {
        theme,
        colours,
        ..Look::default()
    }
}

/// The frame that a terminal of a theme's kind shows.
fn drawn(leading: &Leading, theme: ThemeName, (columns, rows): (u16, u16), title: &str) -> String {
    svg::svg(&leading.screen(columns, rows), Palette::of(theme), title)
}
