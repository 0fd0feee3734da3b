//! The command line: what may be given, described in the interface's language.
//!
//! clap parses; every word that a person reads comes from `lang`, also when the arguments are wrong.

use std::ffi::OsString;
use std::path::Path;

use clap::builder::{PossibleValuesParser, StyledStr, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use crate::config::{Flags, GUARD};
use crate::lang::{CommandWords, Lang};
use crate::script::characters::harmless;
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
    /// Print completions for a shell.
    #[command(visible_alias = "pelengkap")]
    Completions(Completions),
    /// Print the settings.
    #[command(visible_alias = "pengaturan")]
    Config,
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
                | Command::Completions(_),
            )
            | None => None,
        };
        Flags {
            lang: self.lang,
            theme: self.theme,
            guard,
            mouse: self.mouse,
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
    #[arg(long, value_name = "STEP")]
    pub at: Option<String>,
    /// Whose reading is served.
    #[arg(long = "as", value_name = "PERSON")]
    pub person: Option<String>,
    /// Guard interval in milliseconds.
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u32).range(i64::from(*GUARD.start())..=i64::from(*GUARD.end())))]
    pub guard: Option<u32>,
    /// Look once a second.
    #[arg(long)]
    pub poll: bool,
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

/// `ikrar completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_name = "SHELL", value_enum, hide_possible_values = true)]
    pub shell: Shell,
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
    let lang = lang_asked_for(arguments).unwrap_or(usual);
    let words = &lang.words().commands;
    let command = worded(Cli::command(), words);
    let parsed = command
        .try_get_matches_from(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => Parsed::Run(cli),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Parsed::Print(error.render().to_string())
        }
        Err(error) => Parsed::Wrong(explained(&error, words)),
    }
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

/// The command with every word in the language.
fn worded(command: clap::Command, words: &'static CommandWords) -> clap::Command {
    let all = |command: clap::Command, usage: &'static str, about: &'static str, examples: &'static str| {
        command
            .about(about)
            .override_usage(usage)
            .after_help(examples)
            .help_template(format!(
                "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
                words.usage
            ))
            .arg(
                clap::Arg::new("help")
                    .short('h')
                    .long("help")
                    .action(ArgAction::Help)
                    .help(words.help)
                    .help_heading(words.options),
            )
    };
    let heading = |command: clap::Command, option: &'static str, text: &'static str| {
        command.mut_arg(option, |argument| {
            let heading = if argument.is_positional() {
                words.arguments
            } else {
                words.options
            };
            argument.help(text).help_heading(heading)
        })
    };
    let command = all(command, words.usage_of_all, words.about, words.examples)
        .subcommand_help_heading(words.commands)
        .subcommand_value_name(words.command)
        .arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.version)
                .help_heading(words.options),
        );
    let command = heading(command, "lang", words.lang);
    let command = heading(command, "theme", words.theme);
    let command = heading(command, "mouse", words.mouse);
    heading(command, "no_config", words.no_config)
        .mut_subcommand("config", |config| {
            all(config, words.usage_of_config, words.config, words.config_examples)
        })
        .mut_subcommand("run", |run| {
            let run = all(run, words.usage_of_run, words.run, words.run_examples);
            let run = heading(run, "script", words.script);
            let run = heading(run, "at", words.at);
            let run = heading(run, "person", words.person);
            let run = heading(run, "guard", words.guard);
            heading(run, "poll", words.poll)
        })
        .mut_subcommand("check", |check| {
            let check = all(check, words.usage_of_check, words.check, words.check_examples);
            heading(
                heading(check, "scripts", words.script),
                "format",
                words.check_format,
            )
        })
        .mut_subcommand("show", |show| {
            let show = all(show, words.usage_of_show, words.show, words.show_examples);
            heading(heading(show, "script", words.script), "format", words.show_format)
        })
        .mut_subcommand("list", |list| {
            let list = all(list, words.usage_of_list, words.list, words.list_examples);
            heading(list, "format", words.check_format)
        })
        .mut_subcommand("completions", |completions| {
            let completions = all(
                completions,
                words.usage_of_completions,
                words.completions,
                words.completions_examples,
            );
            heading(completions, "shell", words.shell)
        })
}

/// What is wrong with the arguments, in the language.
fn explained(error: &clap::Error, words: &CommandWords) -> String {
    let context = |kind| error.get(kind).map(in_words).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::UnknownArgument => (words.unknown_argument)(&context(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => (words.unknown_command)(&context(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            (words.missing_value)(&context(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (words.wrong_value)(
            &context(ContextKind::InvalidArg),
            &context(ContextKind::InvalidValue),
            &allowed(
                &context(ContextKind::InvalidArg),
                &context(ContextKind::ValidValue),
            ),
        ),
        ErrorKind::MissingRequiredArgument => (words.missing_argument)(&context(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words.missing_command.to_owned()
        }
        _ => words.wrong_arguments.to_owned(),
    };
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let suggested = run_of(&context(ContextKind::InvalidSubcommand))
        .or_else(|| {
            suggested
                .into_iter()
                .find_map(|kind| error.get(kind))
                .map(in_words)
        })
        .map(|meant| format!(" {}", (words.meant)(&meant)))
        .unwrap_or_default();
    format!("{}: {said}{suggested}\n{}", words.error, words.see_help)
}

/// The command that runs a script whose file was given in place of a command.
fn run_of(given: &str) -> Option<String> {
    let extension = Path::new(given).extension()?;
    let quote = if given.contains(char::is_whitespace) {
        "\""
    } else {
        ""
    };
    extension
        .eq_ignore_ascii_case("toml")
        .then(|| format!("ikrar run {quote}{given}{quote}"))
}

/// What an option takes. Of numbers clap does not tell the bounds by themselves.
fn allowed(option: &str, known: &str) -> String {
    if option.starts_with("--guard") {
        format!("{}–{}", GUARD.start(), GUARD.end())
    } else {
        known.to_owned()
    }
}

/// A value in words, without anything that steers a terminal: it may be what was typed.
fn in_words(value: &ContextValue) -> String {
    let text = match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::StyledStr(text) => StyledStr::to_string(text),
        ContextValue::StyledStrs(texts) => texts
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        _ => String::new(),
    };
    harmless(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn commands_have_indonesian_names_too() {
        for line in [
            "ikrar mulai a.toml",
            "ikrar periksa a.toml",
            "ikrar susunan a.toml",
            "ikrar daftar",
            "ikrar pelengkap bash",
        ] {
            assert!(
                matches!(parse(&arguments(line), Lang::Id), Parsed::Run(_)),
                "{line}"
            );
        }
    }

    #[test]
    fn the_help_speaks_the_language_that_is_asked_for() {
        let Parsed::Print(help) = parse(&arguments("ikrar --help"), Lang::Id) else {
            panic!("no help")
        };
        assert!(help.contains("Pemakaian:") && help.contains("Contoh:"), "{help}");
        let Parsed::Print(help) = parse(&arguments("ikrar run --help --lang en"), Lang::Id) else {
            panic!("no help")
        };
        assert!(help.contains("Usage:") && help.contains("Examples:"), "{help}");
        let Parsed::Wrong(said) = parse(&arguments("ikrar rum"), Lang::En) else {
            panic!("not wrong")
        };
        assert!(said.contains("did you mean") || said.contains("`run`"), "{said}");
        let Parsed::Print(help) = parse(&arguments("ikrar --help --lang id"), Lang::En) else {
            panic!("no help")
        };
        assert!(
            help.contains("Pemakaian:"),
            "what is asked for goes before what is usual: {help}"
        );
    }

    #[test]
    fn without_a_command_the_list_opens() {
        for line in ["ikrar", "ikrar --lang en"] {
            let Parsed::Run(cli) = parse(&arguments(line), Lang::Id) else {
                panic!("{line}")
            };
            assert!(cli.command.is_none(), "{line}");
        }
    }

    #[test]
    fn wrong_arguments_are_told_in_the_language() {
        let said = |line| match parse(&arguments(line), Lang::Id) {
            Parsed::Wrong(said) => said,
            other => panic!("{line}: {other:?}"),
        };
        assert!(
            said("ikrar rum a.toml").contains("Perintah `rum` tidak dikenal. Barangkali maksudnya `run`.")
        );
        assert!(said("ikrar run a.toml --pol").contains("Barangkali maksudnya `--poll`."));
        assert!(said("ikrar run").contains("belum diberikan"));
        assert!(
            said("ikrar show a.toml --format xml")
                .contains("Yang dapat dipakai: text, json, markdown, toml.")
        );
        assert!(said("ikrar apel/naskah.toml").contains(
            "Perintah `apel/naskah.toml` tidak dikenal. Barangkali maksudnya `ikrar run apel/naskah.toml`."
        ));
        assert!(
            !said("ikrar naskah").contains("ikrar run naskah"),
            "no name of a file"
        );
        assert!(said("ikrar run a.toml --at").contains("Nilai untuk `--at <STEP>` belum diberikan."));
        assert!(said("ikrar run a.toml --guard").contains("belum diberikan"));
        assert!(said("ikrar list --format").contains("belum diberikan"));
        assert!(said("ikrar run a.toml --guard x").contains("Nilai `x` tidak dapat dipakai"));
        assert!(said("ikrar run a.toml --guard x").contains("0–5000"));
        assert!(said("ikrar completions csh").contains("bash, elvish, fish, powershell, zsh"));
    }
}
