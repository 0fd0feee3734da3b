//! The command line: what may be given, described in the interface's language.
//!
//! clap parses; every word that a person reads comes from `lang`, also when the arguments are wrong.

mod words;

use std::ffi::OsString;

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use self::words::{explained, worded};
use crate::config::{Flags, GUARD, PORT};
use crate::lang::Lang;
use crate::show::ThemeName;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "ikrar",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// Language of the interface.
    #[arg(long, global = true, value_name = "id|en", value_parser = spelled(Lang::SPELLINGS, Lang::spelled), hide_possible_values = true)]
    pub lang: Option<Lang>,
    /// Theme of the screens.
    #[arg(long, global = true, value_name = "dark|light|contrast", value_parser = spelled(ThemeName::SPELLINGS, ThemeName::spelled), hide_possible_values = true)]
    pub theme: Option<ThemeName>,
    /// Listen to the mouse.
    #[arg(long, global = true)]
    pub mouse: bool,
    /// Serve the local network.
    #[arg(long, global = true)]
    pub share: bool,
    /// The port that is tried first.
    #[arg(long, global = true, value_name = "PORT", value_parser = clap::value_parser!(u32).range(1..=i64::from(*PORT.end())), allow_negative_numbers = true)]
    pub port: Option<u32>,
    /// Serve nobody.
    #[arg(long, global = true)]
    pub no_serve: bool,
    /// Go on without the user's settings.
    #[arg(long, global = true)]
    pub no_config: bool,
    /// What to do; without it, the list of ceremonies opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run a ceremony.
    #[command(visible_alias = "mulai")]
    Run(Run),
    /// Check scripts.
    #[command(visible_alias = "periksa")]
    Check(Check),
    /// Print the rundown.
    #[command(visible_alias = "susunan")]
    Show(ShowRundown),
    /// List the ceremonies.
    #[command(visible_alias = "daftar")]
    List(List),
    /// List the runs.
    #[command(visible_alias = "riwayat")]
    Runs(Runs),
    /// Print completions for a shell.
    #[command(visible_alias = "pelengkap")]
    Completions(Completions),
    /// Print the settings.
    #[command(visible_alias = "pengaturan")]
    Config,
    /// Follow a leader.
    #[command(visible_alias = "layar")]
    Screen(Screen),
}

impl Cli {
    /// What it says over the user's settings.
    pub fn flags(&self) -> Flags {
        let guard = match &self.command {
            Some(Command::Run(run)) => run.guard,
            Some(
                Command::Check(_)
                | Command::Show(_)
                | Command::Config
                | Command::List(_)
                | Command::Runs(_)
                | Command::Screen(_)
                | Command::Completions(_),
            )
            | None => None,
        };
        Flags {
            lang: self.lang,
            theme: self.theme,
            guard,
            mouse: self.mouse,
            no_serve: self.no_serve,
            share: self.share,
            port: self.port,
        }
    }
}

/// Takes one of a few words for what it spells.
fn spelled<T: Clone + Default + Send + Sync + 'static>(
    spellings: &'static [&'static str],
    value: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(spellings).map(move |word| value(&word).unwrap_or_default())
}

/// `ikrar run`
#[derive(Debug, Args)]
pub struct Run {
    /// The script.
    #[arg(value_name = "SCRIPT", value_hint = ValueHint::FilePath)]
    pub script: OsString,
    /// Where to begin at once.
    #[arg(long, value_name = "STEP", value_parser = NonEmptyStringValueParser::new(), allow_negative_numbers = true)]
    pub at: Option<String>,
    /// Whose reading is served.
    #[arg(long = "as", value_name = "PERSON", value_parser = NonEmptyStringValueParser::new())]
    pub person: Option<String>,
    /// Where the programme as it was run is saved.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub save_changes: Option<OsString>,
    /// Guard interval in milliseconds.
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u32).range(i64::from(*GUARD.start())..=i64::from(*GUARD.end())), allow_negative_numbers = true)]
    pub guard: Option<u32>,
    /// Look once a second.
    #[arg(long)]
    pub poll: bool,
    /// Go on with an interrupted run at once.
    #[arg(long, conflicts_with_all = ["fresh", "at"])]
    pub resume: bool,
    /// Begin anew, whatever was interrupted.
    #[arg(long)]
    pub fresh: bool,
    /// Keep no journal: what the journal costs is measured with it.
    #[arg(long, hide = true)]
    pub no_journal: bool,
}

/// `ikrar check`
#[derive(Debug, Args)]
pub struct Check {
    /// The scripts.
    #[arg(value_name = "SCRIPT", required = true, value_hint = ValueHint::FilePath)]
    pub scripts: Vec<OsString>,
    /// How to print.
    #[arg(
        long,
        value_name = "text|json",
        value_enum,
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: CheckFormat,
}

/// How `check` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// `ikrar show`
#[derive(Debug, Args)]
pub struct ShowRundown {
    /// The script.
    #[arg(value_name = "SCRIPT", value_hint = ValueHint::FilePath)]
    pub script: OsString,
    /// How to print.
    #[arg(
        long,
        value_name = "text|json|markdown|toml",
        value_enum,
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: RundownFormat,
}

/// How `show` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RundownFormat {
    /// A table for people.
    Text,
    /// For programs.
    Json,
    /// A table for documents.
    Markdown,
    /// The script itself, to be copied.
    Toml,
}

/// `ikrar list`
#[derive(Debug, Args)]
pub struct List {
    /// How to print.
    #[arg(
        long,
        value_name = "text|json",
        value_enum,
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: ListFormat,
}

/// How `list` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// A table for people.
    Text,
    /// For programs.
    Json,
}

/// `ikrar runs`
#[derive(Debug, Args)]
pub struct Runs {
    /// How to print.
    #[arg(
        long,
        value_name = "text|json",
        value_enum,
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: ListFormat,
    /// Delete those that are older than the settings say.
    #[arg(long, conflicts_with = "format")]
    pub delete_old: bool,
}

/// `ikrar completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_name = "SHELL", value_enum, hide_possible_values = true)]
    pub shell: Shell,
}

/// `ikrar screen`
#[derive(Debug, Args)]
pub struct Screen {
    /// Where the leader is.
    #[arg(value_name = "ADDRESS", value_hint = ValueHint::Hostname)]
    pub address: Option<String>,
    /// The prompt instead of the slide.
    #[arg(long, visible_alias = "pembaca")]
    pub reader: bool,
}

/// What came of the arguments.
#[derive(Debug)]
pub enum Parsed {
    /// They are good.
    Run(Cli),
    /// Help or version was asked for: the text to print.
    Print(String),
    /// They are wrong: what to say.
    Wrong(String),
}

/// Parses the arguments, the program's name first. What is printed speaks the language that they ask for, else the usual
/// one.
pub fn parse(arguments: &[OsString], usual: Lang) -> Parsed {
    // Good arguments need no words, which would be a good part of the time to the first frame.
    match matched(Cli::command(), arguments) {
        Ok(cli) => Parsed::Run(cli),
        Err(_) => parse_worded(arguments, usual),
    }
}

/// The same with every word in place, for whatever is printed.
fn parse_worded(arguments: &[OsString], usual: Lang) -> Parsed {
    let lang = lang_asked_for(arguments).unwrap_or(usual);
    match matched(worded_command(lang), arguments) {
        Ok(cli) => Parsed::Run(cli),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Parsed::Print(error.render().to_string())
        }
        Err(error) => Parsed::Wrong(explained(&error, &lang.words().commands)),
    }
}

fn matched(command: clap::Command, arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let matches = command.try_get_matches_from(arguments)?;
    Cli::from_arg_matches(&matches)
}

/// The whole command line with its words in a language, for the completions of shells.
pub fn worded_command(lang: Lang) -> clap::Command {
    worded(Cli::command(), &lang.words().commands)
}

/// The language that the arguments ask for, found before they are parsed: the help must speak it too.
fn lang_asked_for(arguments: &[OsString]) -> Option<Lang> {
    let texts: Vec<&str> = arguments
        .iter()
        .filter_map(|argument| argument.to_str())
        .collect();
    let given = texts
        .iter()
        .find_map(|text| text.strip_prefix("--lang="))
        .or_else(|| {
            texts
                .iter()
                .position(|text| *text == "--lang")
                .and_then(|at| texts.get(at + 1))
                .copied()
        });
    given.and_then(Lang::spelled)
}

#[cfg(test)]
mod tests;
