//! The words of the command line: what `--help` says, what goes wrong before a screen is there, and the rundown.

/// The words.
#[derive(Debug)]
pub struct CommandWords {
    // Help
    /// What the program is for.
    pub about: &'static str,
    /// Examples below the help.
    pub examples: &'static str,
    /// "Pemakaian:"
    pub usage: &'static str,
    /// How the program is called.
    pub usage_of_all: &'static str,
    /// How `run` is called.
    pub usage_of_run: &'static str,
    /// How `check` is called.
    pub usage_of_check: &'static str,
    /// How `show` is called.
    pub usage_of_show: &'static str,
    /// "Perintah"
    pub commands: &'static str,
    /// "PERINTAH"
    pub command: &'static str,
    /// "Masukan"
    pub arguments: &'static str,
    /// "Pilihan"
    pub options: &'static str,
    /// What `run` does.
    pub run: &'static str,
    /// What `check` does.
    pub check: &'static str,
    /// What `show` does.
    pub show: &'static str,
    /// Examples of `run`.
    pub run_examples: &'static str,
    /// Examples of `check`.
    pub check_examples: &'static str,
    /// Examples of `show`.
    pub show_examples: &'static str,
    /// A script: a file, or the name of one that ships.
    pub script: &'static str,
    /// `--at`
    pub at: &'static str,
    /// `--as`
    pub person: &'static str,
    /// `--lang`
    pub lang: &'static str,
    /// `--save-changes`
    pub save_changes: &'static str,
    /// `--guard`
    pub guard: &'static str,
    /// `--poll`
    pub poll: &'static str,
    /// `--resume`
    pub resume: &'static str,
    /// `--fresh`
    pub fresh: &'static str,
    /// `--format` of `check`
    pub check_format: &'static str,
    /// `--format` of `show`
    pub show_format: &'static str,
    /// `--help`
    pub help: &'static str,
    /// `--version`
    pub version: &'static str,

    // Settings
    /// How `config` is called.
    pub usage_of_config: &'static str,
    /// What `config` does.
    pub config: &'static str,
    /// Examples of `config`.
    pub config_examples: &'static str,
    /// `--theme`
    pub theme: &'static str,
    /// `--mouse`
    pub mouse: &'static str,
    // Serving the screens
    /// `--share`
    pub share: &'static str,
    /// `--port`
    pub port: &'static str,
    /// `--no-serve`
    pub no_serve: &'static str,
    /// `--no-config`
    pub no_config: &'static str,

    // What goes wrong
    /// "kesalahan"
    pub error: &'static str,
    /// "Lihat … --help"
    pub see_help: &'static str,
    /// An argument that is not known.
    pub unknown_argument: fn(&str) -> String,
    /// A command that is not known.
    pub unknown_command: fn(&str) -> String,
    /// A value that an option does not take: the option, the value, what it takes.
    pub wrong_value: fn(&str, &str, &str) -> String,
    /// An option without the value that it takes.
    pub missing_value: fn(&str) -> String,
    /// Something needed is not given.
    pub missing_argument: fn(&str) -> String,
    /// Something that nobody has asked for, where no option stands.
    pub too_many: fn(&str) -> String,
    /// Two options of which only one may be given.
    pub not_together: fn(&str, &str) -> String,
    /// An option that may be given once.
    pub given_twice: fn(&str) -> String,
    /// Anything else about the arguments.
    pub wrong_arguments: &'static str,
    /// Something close was meant: "Barangkali maksudnya …".
    pub meant: fn(&str) -> String,
    /// There is no such script: the name, and those that ship.
    pub no_such_script: fn(&str, &str) -> String,
    /// `--at` names no place: what was given, and the sentence that says what is not there.
    pub no_such_place: fn(&str, &str) -> String,
    /// `--as` names no person.
    pub no_such_person: fn(&str) -> String,
    /// What there is instead: "Yang ada: …"
    pub there_are: fn(&str) -> String,
    /// Standard input is no terminal.
    pub input_is_no_terminal: &'static str,
    /// Standard output is no terminal.
    pub output_is_no_terminal: &'static str,
    /// The terminal cannot be used; the system's reason.
    pub terminal_refused: fn(&str) -> String,
    /// The terminal is gone.
    pub terminal_gone: &'static str,
    /// Nothing is wrong with a script.
    pub no_problems: fn(&str) -> String,
    /// How much is wrong: errors, warnings.
    pub summary: fn(usize, usize) -> String,
    /// How many problems are shown, of how many there are.
    pub told_of: fn(usize, usize) -> String,

    // The rundown
    /// Its five columns.
    pub columns: [&'static str; 5],
    /// "sumber"
    pub source: &'static str,
    /// "lama"
    pub length: fn(u64) -> String,
    /// "sikap"
    pub posture: &'static str,
    /// "saksi"
    pub witnesses: &'static str,
    /// "catatan"
    pub notes: &'static str,
    /// "opsional"
    pub optional: &'static str,
    /// "jawaban"
    pub reply: &'static str,

    // The list and the completions
    /// How `list` is called.
    pub usage_of_list: &'static str,
    /// What `list` does.
    pub list: &'static str,
    /// Examples of `list`.
    pub list_examples: &'static str,
    /// The columns of the list: name, day, steps, minutes, problems, title and agency.
    pub list_columns: [&'static str; 6],
    /// How `completions` is called.
    pub usage_of_completions: &'static str,
    /// What `completions` does.
    pub completions: &'static str,
    /// Examples of `completions`.
    pub completions_examples: &'static str,
    /// The shells there are.
    pub shell: &'static str,

    // A screen that follows
    /// How `screen` is called.
    pub usage_of_screen: &'static str,
    /// What `screen` does.
    pub screen: &'static str,
    /// Examples of `screen`.
    pub screen_examples: &'static str,
    /// Where the leader is.
    pub address: &'static str,
    /// `--reader`
    pub reader: &'static str,
    /// An address that can be none.
    pub wrong_address: fn(&str) -> String,

    // The runs
    /// How `runs` is called.
    pub usage_of_runs: &'static str,
    /// What `runs` does.
    pub runs: &'static str,
    /// Examples of `runs`.
    pub runs_examples: &'static str,
    /// `--delete-old`
    pub delete_old: &'static str,
    /// The columns of the runs: when it began, kilobytes, how it stands, title, script.
    pub runs_columns: [&'static str; 5],
    /// It is run just now.
    pub run_is_open: &'static str,
    /// It was interrupted; where.
    pub run_interrupted: fn(Option<&str>) -> String,
    /// It was interrupted after its last step.
    pub run_interrupted_at_end: &'static str,
    /// It was interrupted before its beginning.
    pub run_interrupted_before: &'static str,
    /// It was ended by the leader before its last step was over; where.
    pub run_given_up: fn(Option<&str>) -> String,
    /// It was ended by the leader before its beginning.
    pub run_given_up_before: &'static str,
    /// It was held to its end.
    pub run_finished: &'static str,
    /// It was recorded by a later version of the program.
    pub run_of_later_version: &'static str,
    /// Its file cannot be read.
    pub run_unreadable: &'static str,
    /// There are none.
    pub no_runs: &'static str,
    /// Where the files are.
    pub runs_folder: fn(&str) -> String,
    /// That those below are older than so many days, and how to delete them.
    pub old_runs: fn(u32) -> String,
    /// That none is older than so many days.
    pub no_old_runs: fn(u32) -> String,
    /// A file was deleted.
    pub run_deleted: fn(&str) -> String,
    /// A file was not deleted; why.
    pub run_not_deleted: fn(&str, &str) -> String,
}
