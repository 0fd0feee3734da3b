//! The words of the command line: every word that clap prints comes from `lang`, and so does what is wrong with the
//! arguments.

use std::path::Path;

use clap::ArgAction;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::config::{GUARD, PORT};
use crate::lang::CommandWords;
use crate::script::characters::harmless;

/// The command with every word in the language.
pub(super) fn worded(command: clap::Command, words: &'static CommandWords) -> clap::Command {
    let all = |command: clap::Command, usage: &'static str, about: &'static str, examples: &'static str| {
        command
            .about(about)
            .override_usage(usage)
            .after_help(examples)
            .help_template(format!(
                "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
                words.usage
            ))
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
    let command = heading(command, "share", words.share);
    let command = heading(command, "port", words.port);
    let command = heading(command, "no_serve", words.no_serve);
    let command = heading(command, "no_config", words.no_config)
        .mut_subcommand("config", |config| {
            all(config, words.usage_of_config, words.config, words.config_examples)
        })
        .mut_subcommand("run", |run| {
            let run = all(run, words.usage_of_run, words.run, words.run_examples);
            let run = heading(run, "script", words.script);
            let run = heading(run, "at", words.at);
            let run = heading(run, "person", words.person);
            let run = heading(run, "save_changes", words.save_changes);
            let run = heading(run, "guard", words.guard);
            let run = heading(run, "poll", words.poll);
            let run = heading(run, "resume", words.resume);
            heading(run, "fresh", words.fresh)
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
        .mut_subcommand("runs", |runs| {
            let runs = all(runs, words.usage_of_runs, words.runs, words.runs_examples);
            heading(
                heading(runs, "format", words.check_format),
                "delete_old",
                words.delete_old,
            )
        })
        .mut_subcommand("screen", |screen| {
            let screen = all(screen, words.usage_of_screen, words.screen, words.screen_examples);
            heading(heading(screen, "address", words.address), "reader", words.reader)
        })
        .mut_subcommand("completions", |completions| {
            let completions = all(
                completions,
                words.usage_of_completions,
                words.completions,
                words.completions_examples,
            );
            heading(completions, "shell", words.shell)
        });
    listing_what_it_takes(command, words)
}

/// The command, whose help and that of every one below it lists what means something there: first its own options, then
/// those of the program, then the help. What means nothing is still taken, for whoever has it in an alias of the shell.
fn listing_what_it_takes(command: clap::Command, words: &'static CommandWords) -> clap::Command {
    let help = clap::Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(words.help)
        .help_heading(words.options)
        .display_order(LAST);
    let of_program: Vec<clap::Arg> = command
        .get_arguments()
        .filter(|argument| argument.is_global_set())
        .zip(AFTER_ITS_OWN..)
        .map(|(argument, place)| argument.clone().display_order(place))
        .collect();
    let names: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    let command = names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |below| {
            let options = of_program.iter().cloned();
            let options = options.map(|option| {
                let is_hidden = !takes(name, option.get_id().as_str());
                option.hide(is_hidden)
            });
            below.args(options).arg(help.clone())
        })
    });
    command
        .mut_arg("version", |version| version.display_order(LAST))
        .arg(help)
}

/// Where options of the program, and the help, stand among those of a command.
const AFTER_ITS_OWN: usize = 900;
const LAST: usize = 990;

/// Whether an option of the program means something to a command: those of the screens to whoever draws them, those of a
/// show to whoever runs one, and all to whoever prints the settings.
fn takes(command: &str, option: &str) -> bool {
    match option {
        "theme" => matches!(command, "run" | "screen" | "config"),
        "mouse" | "share" | "port" | "no_serve" => matches!(command, "run" | "config"),
        _ => true,
    }
}

/// What is wrong with the arguments, in the language.
pub(super) fn explained(error: &clap::Error, words: &CommandWords) -> String {
    let context = |kind| error.get(kind).map(in_words).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::UnknownArgument => {
            let given = context(ContextKind::InvalidArg);
            let told = if given.starts_with('-') {
                words.unknown_argument
            } else {
                words.too_many
            };
            told(&given)
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (context(ContextKind::InvalidArg), context(ContextKind::PriorArg));
            if one == other {
                (words.given_twice)(&one)
            } else {
                (words.not_together)(&one, &other)
            }
        }
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
                .map(best_of)
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
    match option.split(' ').next() {
        Some("--guard") => format!("{}–{}", GUARD.start(), GUARD.end()),
        Some("--port") => format!("1–{}", PORT.end()),
        _ => known.to_owned(),
    }
}

/// Of several suggestions the nearest, which clap puts last.
fn best_of(suggested: &ContextValue) -> String {
    match suggested {
        ContextValue::Strings(texts) => texts
            .last()
            .map(|text| harmless(text).into_owned())
            .unwrap_or_default(),
        one => in_words(one),
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
