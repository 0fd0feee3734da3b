//! The words of the command line, in English.

use crate::lang::CommandWords;

pub(super) const WORDS: CommandWords = CommandWords {
    about: "Guides the leader of an apel: the programme, the pledge phrase by phrase, and the time.",
    examples: "Examples:\n  \
        ikrar                                     choose a script from the list\n  \
        ikrar run mergangsan-2023                 run a script that ships\n  \
        ikrar run ceremonies/mergangsan-2023.toml run a script from a file\n  \
        ikrar check my-script.toml                check a script\n  \
        ikrar show seruyan-2024 --format markdown print the rundown",
    usage: "Usage:",
    usage_of_all: "ikrar [COMMAND] [OPTIONS]",
    usage_of_run: "ikrar run SCRIPT [OPTIONS]",
    usage_of_check: "ikrar check SCRIPT... [OPTIONS]",
    usage_of_show: "ikrar show SCRIPT [OPTIONS]",
    commands: "Commands",
    command: "COMMAND",
    arguments: "Arguments",
    options: "Options",
    run: "Run a ceremony",
    check: "Check scripts without running them",
    show: "Print the rundown with all its words",
    run_examples: "Examples:\n  \
        ikrar run mergangsan-2023             from the ready screen\n  \
        ikrar run mergangsan-2023 --at ikrar  at the pledge at once\n  \
        ikrar run script.toml --at 7.3        at step 7, clause 3\n  \
        ikrar run script.toml --as mc         the screen of the MC",
    check_examples: "Examples:\n  ikrar check script.toml\n  ikrar check *.toml --format json\n\n\
        Exit code: 0 no errors (warnings are printed), 1 errors, 2 cannot be read.",
    show_examples: "Examples:\n  ikrar show mergangsan-2023\n  ikrar show script.toml --format json",
    script: "A script file (TOML), or the name of a script as in `ikrar list`",
    at: "Begin at once at a step (number or id), with a clause if wanted: 7, ikrar, 7.3, ikrar.3",
    person: "Whose reading this screen serves (a key of [people])",
    lang: "Language of the interface: id or en",
    save_changes: "Save the programme as it was run to a new file; a file that exists is not written over",
    guard: "Drop an advance within so many milliseconds of the last one (250 unless told)",
    poll: "Look at the script once a second instead of being told by the system",
    resume: "Go on with an interrupted ceremony from the beginning of its clause, without asking",
    fresh: "Begin anew without asking, whatever was interrupted",
    check_format: "Output: text or json",
    show_format: "Output: text, json, markdown, or toml (the script itself, to copy)",
    help: "Print this help",
    version: "Print the version",
    // Settings
    usage_of_config: "ikrar config [OPTIONS]",
    config: "Print the settings that hold, as a file to start from",
    config_examples: "Examples:\n  ikrar config                 the settings that hold, and where their file is\n  \
        ikrar config --theme light   with the light theme",
    theme: "Theme of the screens: dark, light or contrast",
    mouse: "Use the mouse: click keys on the screen and rows of the programme, scroll with the wheel",
    // Serving the screens
    share: "Let screens on other devices of the local network follow as well",
    port: "Port of the audience's screens that is tried first (unless told, that of last time)",
    no_serve: "Keep the audience's screens in browsers and other terminals off",
    no_config: "Go on without the file of settings",
    error: "error",
    see_help: "See `ikrar --help`.",
    unknown_argument: |argument| format!("The option `{argument}` is not known."),
    unknown_command: |command| format!("The command `{command}` is not known."),
    wrong_value: |option, value, takes| {
        let takes = if takes.is_empty() {
            String::new()
        } else {
            format!(" It takes: {takes}.")
        };
        format!("`{option}` does not take the value `{value}`.{takes}")
    },
    missing_value: |option| format!("`{option}` is given without its value."),
    missing_argument: |argument| format!("`{argument}` is not given."),
    too_many: |argument| {
        format!("`{argument}` is one too many. The name of a file that has spaces is written in quotes.")
    },
    not_together: |one, other| format!("`{one}` does not go together with `{other}`."),
    given_twice: |option| format!("`{option}` is given more than once."),
    wrong_arguments: "The arguments cannot be understood.",
    meant: |word| format!("Perhaps `{word}` is meant."),
    no_such_script: |name, known| {
        format!("There is no script `{name}`, neither as a file nor by its name. There are: {known}.")
    },
    no_such_place: |place, not_there| format!("`--at {place}`: {not_there}"),
    no_such_person: |person| format!("`--as {person}`: nobody in [people] has this key."),
    there_are: |known| format!("There are: {known}."),
    input_is_no_terminal: "Standard input is no terminal. Run this program directly in a terminal.",
    output_is_no_terminal: "Standard output is no terminal. Run this program directly in a terminal.",
    terminal_refused: |reason| format!("The terminal cannot be used: {reason}"),
    terminal_gone: "The terminal takes no more.",
    no_problems: |script| format!("{script}: no problems"),
    told_of: |told, all| format!("{told} of {all} shown"),
    summary: |errors, warnings| {
        let plural = |count: usize, word: &str| {
            if count == 1 {
                format!("1 {word}")
            } else {
                format!("{count} {word}s")
            }
        };
        format!("{}, {}", plural(errors, "error"), plural(warnings, "warning"))
    },
    columns: ["NO", "TIME", "ITEM", "BY", "REMARKS"],
    source: "Source",
    length: |minutes| {
        if minutes == 1 {
            "1 minute".to_owned()
        } else {
            format!("{minutes} minutes")
        }
    },
    posture: "Posture",
    witnesses: "Witnesses",
    notes: "Notes",
    optional: "optional",
    reply: "reply",

    // The list and the completions
    usage_of_list: "ikrar list [OPTIONS]",
    list: "List the scripts: those that ship, in the folder ceremonies, and in your own folder",
    list_examples: "Examples:\n  ikrar list\n  ikrar list --format json",
    list_columns: ["NAME", "DATE", "STEPS", "MINUTES", "PROBLEMS", "TITLE"],
    usage_of_completions: "ikrar completions SHELL",
    completions: "Print completions for a shell",
    completions_examples: "Examples:\n  ikrar completions bash > ~/.local/share/bash-completion/completions/ikrar\n  \
        ikrar completions fish > ~/.config/fish/completions/ikrar.fish",
    shell: "Shell: bash, elvish, fish, powershell or zsh",
    // A screen that follows
    usage_of_screen: "ikrar screen [ADDRESS] [OPTIONS]",
    screen: "Show the slides to the audience, following a ceremony that is run",
    screen_examples: "Examples:\n  \
        ikrar screen                 follow `ikrar run` on this computer\n  \
        ikrar screen 192.168.1.20    follow another computer of the network\n  \
        ikrar screen --reader        for the reader at the podium: this phrase and the next\n\n\
        Keys: T theme, + and - size of the type, Q quit.",
    address: "Address as L shows it on the leader's screen, or NAME, NAME:PORT (without a port 17845)",
    reader: "Show the phrases for the reader at the podium, not the slides for the audience",
    wrong_address: |address| {
        format!(
            "The address `{address}` cannot be used. Give the computer's name or number, with a port where needed: \
             192.168.1.20 or laptop:17845."
        )
    },

    // The runs
    usage_of_runs: "ikrar runs [OPTIONS]",
    runs: "List the runs: every ceremony that was run, and how it stands",
    runs_examples: "Examples:\n  \
        ikrar runs                    the runs, the newest first\n  \
        ikrar runs --format json      for other programs\n  \
        ikrar runs --delete-old       delete those that are older than keep_runs in the settings says",
    delete_old: "Delete the runs that are older than keep_runs in the settings says",
    runs_columns: ["BEGUN", "TITLE", "STANDS", "KB", "SCRIPT"],
    run_is_open: "running",
    run_interrupted: |place| {
        place.map_or_else(
            || "interrupted".to_owned(),
            |place| format!("interrupted at {place}"),
        )
    },
    run_interrupted_at_end: "interrupted after the last step",
    run_interrupted_before: "interrupted before its beginning",
    run_given_up: |place| place.map_or_else(|| "ended".to_owned(), |place| format!("ended at {place}")),
    run_given_up_before: "ended before its beginning",
    run_finished: "finished",
    run_of_later_version: "recorded by a later version of ikrar",
    run_unreadable: "its file cannot be read",
    no_runs: "There are no runs yet. A run is recorded from the beginning of a ceremony with `ikrar run`.",
    runs_folder: |folder| format!("The files of the runs are in: {folder}"),
    old_runs: |days| {
        let days = if days == 1 {
            "1 day".to_owned()
        } else {
            format!("{days} days")
        };
        format!(
            "Older than {days}; where they are not needed any more, delete them with `ikrar runs --delete-old`:"
        )
    },
    no_old_runs: |days| {
        let days = if days == 1 {
            "1 day".to_owned()
        } else {
            format!("{days} days")
        };
        format!("No run is older than {days}; nothing was deleted.")
    },
    run_deleted: |file| format!("Deleted: {file}"),
    run_not_deleted: |file, reason| format!("Not deleted: {file} ({reason})"),
};
