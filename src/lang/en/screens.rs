//! The words of the screens, in English.

use std::time::Duration;

use crate::lang::ScreenWords;
use crate::lang::screen_words::DoingWords;
use crate::programme::NotThere;
use crate::script::{Posture, Unit};
use crate::show::{Deed, Device, FollowerRole, Health, NotChanged, RecordingTrouble, Size, ThemeName};
use crate::slide::Doing;

pub(super) const WORDS: ScreenWords = ScreenWords {
    doing,
    then_repeated: "then repeated",
    participants_repeat: "PARTICIPANTS REPEAT",
    together: "TOGETHER",
    participants: "Participants",
    announcer: "MC",
    clause_of: |unit, number, of| named(unit, format!("{number} of {of}")),
    phrase_of: |number, of| format!("phrase {number} of {of}"),
    step_of: |number, of| format!("step {number} of {of}"),
    clause: |unit, number| named(unit, number.to_string()),
    clauses: |unit, first, last| match unit {
        Unit::Butir => format!("clauses {first}–{last}"),
        Unit::Alinea => format!("paragraphs {first}–{last}"),
        Unit::Sila | Unit::None => named(unit, format!("{first}–{last}")),
    },
    heading: "heading",
    opening: "opening",
    closing: "closing",
    signatory_of: |number, of| format!("signatory {number} of {of}"),
    posture,
    next: "Next",
    prepare: "Prepare",
    notes: "Notes",
    witnesses: "Witnesses",
    left_out: "Missed",
    some_left_out: "Something was missed.",
    left_out_undo: "undo",
    left_out_outline: "programme",
    left_out_said: "mark as done",
    end_of_programme: "end of the programme",
    group: "as a group",
    signed: "signed",
    absent: "absent",
    on_time: "on time",
    late: |by| format!("{} late", span(by)),
    early: |by| format!("{} early", span(by)),
    elapsed: |span| {
        if span.as_secs() < 60 {
            "just begun".to_owned()
        } else {
            format!("{} so far", whole_minutes(span))
        }
    },
    ends_at: |time| format!("expected end {time}"),
    minutes: whole_minutes,
    running: "RUNNING",
    paused: "CLOCK PAUSED",
    ready: "READY",
    finished: "FINISHED",
    waiting: "WAITING FOR THE SCRIPT",
    recorded: "recorded",
    recording_stopped: "RECORDING STOPPED",
    recording_trouble: |trouble| match trouble {
        RecordingTrouble::Full => Some("disk full"),
        RecordingTrouble::TooLarge => Some("the file may not grow"),
        RecordingTrouble::NotAllowed => Some("the folder cannot be written to"),
        RecordingTrouble::NoFolder => Some("no folder"),
        RecordingTrouble::Other(_) => None,
    },
    runs_elsewhere: "This script is being run in another terminal.",
    dropped: "dropped",
    changed: "changed",
    audience_waits: |key| {
        let at_once = key.map_or_else(String::new, |key| format!(", or with {key}"));
        format!("Words changed. The audience sees them with the next move{at_once}.")
    },
    refused: |place| format!("Save refused · {place}"),
    good_script_stays: "The last save was refused. The script before it stays on air.",
    refused_details: "details",
    warnings: |count| plural(count, "warning"),
    errors: |count| plural(count, "error"),
    looking_as_asked: "The script is checked once a second, as asked.",
    looking_on_network: "The script is on a network: it is checked once a second.",
    looking_for_want_of: |reason| {
        format!("The script is checked once a second: its folder cannot be watched ({reason}).")
    },
    people: "People",
    name_missing: "missing",
    reserve: "reserve",
    programme: "Programme",
    look_after: "Check first",
    checklist: &[
        "Charger plugged in",
        "Do-not-disturb switched on",
        "Projector: Extend, not Duplicate",
    ],
    source: "Source",
    more: |count| format!("… {count} more"),
    more_rows: |count| match count {
        1 => "… 1 more row".to_owned(),
        count => format!("… {count} more rows"),
    },
    serves: |person| format!("Leader's screen for {person}"),
    optional: "optional",
    problems_title: "Problems in the script",
    no_problems: "The script has no problems.",
    waiting_for_save: "The script cannot be used yet. Mend it and save: the program goes on by itself.",
    closing_title: "The ceremony is over",
    nothing_left_out: "Nothing was missed.",
    began_and_ended: |began, ended, for_time| {
        format!("Began {began}, ended {ended}, took {}", whole_minutes(for_time))
    },
    still_left_out: "Not done:",
    absent_title: "Absent at the signing:",
    outline_title: "Programme",
    filter: "Filter:",
    nothing_found: "No step matches.",
    help_title: "Help",
    hint_begin: "begin",
    hint_advance: "forward",
    hint_back: "back",
    hint_restart: |unit| unit.map_or_else(|| "again".to_owned(), |unit| named(unit, "again".to_owned())),
    hint_outline: "programme",
    hint_audience: "audience view",
    hint_help: "help",
    hint_theme: "theme",
    hint_quit: "quit",
    hint_problems: "problems",
    hint_close: "close",
    hint_choose: "choose",
    hint_open: "go there",
    hint_filter: "filter",
    hint_filter_keep: "done",
    hint_filter_drop: "clear",
    hint_scroll: "scroll",
    hint_absent: "absent",
    go_to: |key, place| format!("{key}: to {place}"),
    ask_quit: "The ceremony is running. End the program?",
    ask_drop: |step| format!("Drop the step “{step}”?"),
    ask_restart: |step| format!("Read “{step}” again from the top of its text?"),
    ask_yes: "yes",
    ask_no: "no",
    clicker_heard: "Clicker heard. Press once more to begin.",
    clicker_key_heard: "Clicker heard. Its forward key begins the ceremony.",
    just_left_out: |what| format!("Missed: {what}."),
    marked_said: |what| format!("Marked as done: {what}."),
    nothing_to_mark: "Nothing was missed.",
    nothing_to_undo: "There is nothing to undo.",
    undone: |deed| match deed {
        Deed::Jump => "The last jump is undone.",
        Deed::Restart => "The last restart is undone.",
        Deed::Drop => "The step is in the programme again.",
        Deed::Absence => "The mark as absent is undone.",
        Deed::Mark => "The mark as done is undone.",
        Deed::Day => "The change of the programme is undone.",
    },
    not_there: |what| match what {
        NotThere::Step(step) => format!("There is no step {step}."),
        NotThere::Clause { clause, step, unit } => {
            let unit = if *unit == Unit::None { Unit::Butir } else { *unit };
            format!("There is no {} in step {step}.", named(unit, clause.clone()))
        }
    },
    step_dropped: |step| format!("Dropped: “{step}”."),
    left_before_end: |step| format!("Left before its end: “{step}”."),
    reloaded: |changed, gone| match (changed, gone) {
        (0, 0) => "The script was reloaded.".to_owned(),
        (changed, 0) => format!("The script was reloaded: {} changed.", plural(changed, "step")),
        (0, gone) => format!("The script was reloaded: {} gone.", plural(gone, "step")),
        (changed, gone) => format!(
            "The script was reloaded: {} changed, {gone} gone.",
            plural(changed, "step")
        ),
    },
    phrase_changed: "The script was reloaded: the words of this phrase have changed.",
    turn_given_back: "Words changed: it is the reader's turn again.",
    turn_given_back_waits: |key| {
        let at_once = key.map_or_else(String::new, |key| format!(", or with {key}"));
        format!("The reader's turn again. The audience sees the new words with the next move{at_once}.")
    },
    reader_gone: |key, served| match served {
        Some(served) => format!("“{key}” is not in the script; {served} is served now."),
        None => format!("“{key}” is not in the script."),
    },
    cue_gone: "What was being read is gone from the script. This is the part before it.",
    two_presses: "Two keys a phrase: one for the reader, one for the participants.",
    one_press: "One key a phrase.",
    by_phrase: "This text now moves phrase by phrase.",
    by_clause: "This text now moves clause by clause.",
    not_here: "That key does nothing in this step.",
    no_suspend: "The program cannot be suspended while a ceremony runs.",
    watcher_stopped: "The watcher has stopped: new saves are no longer noticed.",
    // Changes of the programme on the day, as they are told
    step_moved: |step, number| format!("Now step {number}: “{step}”."),
    step_inserted: |step, number| format!("Put in as step {number}: “{step}”."),
    step_restored: |step| format!("Not dropped after all: “{step}”."),
    person_replaced: |person, by| match by {
        Some(by) => format!("{person}: {by} stands in."),
        None => format!("{person}: as in the script again."),
    },
    not_changed: |why| match why {
        NotChanged::NotToCome => "Not possible: only steps that have not begun can be changed.",
        NotChanged::First => "It is already the first of the steps to come.",
        NotChanged::Last => "It is already the last step.",
        NotChanged::Over => "Not possible: the ceremony is over.",
    },
    // How the screens look
    theme_now: |theme| format!("Theme: {}.", theme_name(theme)),
    no_colours: "This terminal shows no colours, so there are no themes.",
    size_now: |size| format!("The size of the text: {}.", size_name(size)),
    size_at_end: |size| format!("The text is at its {} already.", size_end(size)),
    size_without_room: "There is no room for larger type.",
    // Keeping the display lit
    display_may_go_dark: "The display may go dark: set it to stay on in the system settings",
    awake_stopped: "The display is no longer kept lit. Set it to stay on in the system settings.",

    // The screens of the audience
    server_stopped: "The audience's screens are no longer running. The ceremony goes on.",
    sharing: "Anyone in this local network can see the audience's screens.",
    screens_title: "The audience's screens",
    // What the leader has made of the audience's screens
    screens_dark: "SCREENS DARK",
    screens_title_card: "TITLE CARD",
    screens_held: "SCREENS HELD",
    screens_return_by: |key| format!("{key} shows the screens again."),
    hint_screens_return: "show screens",
    screens_return: "shows again",
    screens_release: "releases",
    hint_screens_release: "release screens",
    hint_screens: "screens",
    screens_joined: |count| plural(count, "screen"),
    screens_ill: |count, health, short| {
        let screens = if short {
            count.to_string()
        } else {
            plural(count, "screen")
        };
        format!("{screens} {}", health_name(health))
    },
    screens_not_served: "audience's screens off",

    // The window of the audience's screens
    serving_off: "The audience's screens are switched off in this ceremony.",
    how_to_serve: "For other screens to follow, run the program without --no-serve, and without serve = false in the settings.",
    serving_opening: "The audience's screens are being made ready.",
    serving_refused: |reason| format!("The audience's screens cannot be switched on: {reason}."),
    serving_stopped: "The audience's screens are no longer running, because of a fault in the program.",
    serving_show_goes_on: "The ceremony goes on. The audience view on this screen can still be used.",
    address_here: "This computer",
    address_shared: "Network",
    address_reader: "Podium",
    address_terminal: "Terminal",
    reader_address: |show| format!("{show}/reader"),
    screen_command: "ikrar screen",
    how_to_share: "For other devices of the network to open it, run the program with --share.",
    code_leads: "Scan: the audience's screen",
    followers_title: "Screens that follow",
    no_followers: "No screen follows yet.",
    follower_role: |role| match role {
        FollowerRole::Hall => "audience",
        FollowerRole::Reader => "podium",
    },
    follower_device: |device| match device {
        Device::Browser => "browser",
        Device::Terminal => "terminal",
    },
    this_computer: "this computer",
    follower_health: |health, since| format!("{} since {since}", health_name(health)),
    awake_reason: "A ceremony is being led",
    // The podium
    next_step: "Next step",
    // The audience
    read_then_repeated: "READ OUT, THEN REPEATED",
    being_repeated: "REPEATED",

    // The page in a browser
    page_hall: "The audience's screen",
    page_reader: "The reader's screen",
    page_may_sleep: "This screen may go dark by itself: see its settings.",

    // The list of ceremonies
    picker_title: "Choose a script",
    scripts: |shown, all| {
        if shown == all {
            plural(all, "script")
        } else {
            format!("{shown} of {}", plural(all, "script"))
        }
    },
    steps: |count| plural(count, "step"),
    origin_shipped: "ships with the program",
    origin_user: "your folder",
    last_used: "last opened",
    cannot_run: "Cannot be run yet",
    no_script_found: "No script matches.",
    hint_list: "list",
    hint_open_script: "open",
    // The port of the audience's screens
    port_moved: |wanted, taken| format!("Port {wanted} is in use; the audience's screens use port {taken}."),
    // A screen that follows
    leader_awaited: "waiting for the leader's screen",
    leader_lost: "disconnected",
};

const fn doing(doing: Doing) -> DoingWords {
    let (by, by_nobody) = match doing {
        Doing::Reads => ("READS", "READ OUT"),
        Doing::Says => ("SAYS", "SAID"),
        Doing::Acts => ("ACTS", "DONE"),
        Doing::Calls => ("", "DONE"),
    };
    DoingWords { by, by_nobody }
}

fn health_name(health: Health) -> &'static str {
    match health {
        Health::Following => "following",
        Health::Behind => "behind",
        Health::Lost | Health::LongLost => "disconnected",
    }
}

fn theme_name(theme: ThemeName) -> &'static str {
    match theme {
        ThemeName::Dark => "dark",
        ThemeName::Light => "light",
        ThemeName::Contrast => "high contrast",
    }
}

fn size_name(size: Size) -> &'static str {
    match size {
        Size::Compact => "small",
        Size::Usual => "medium",
        Size::Roomy => "large",
    }
}

fn size_end(size: Size) -> &'static str {
    match size {
        Size::Compact => "smallest",
        Size::Usual => "medium",
        Size::Roomy => "largest",
    }
}

fn posture(posture: Posture) -> &'static str {
    match posture {
        Posture::Attention => "at attention",
        Posture::Ease => "at ease",
        Posture::Salute => "saluting",
        Posture::Standing => "standing",
        Posture::Seated => "seated",
        Posture::Bowed => "heads bowed",
    }
}

fn named(unit: Unit, number: String) -> String {
    match unit {
        Unit::Butir => format!("clause {number}"),
        Unit::Sila => format!("sila {number}"),
        Unit::Alinea => format!("paragraph {number}"),
        Unit::None => number,
    }
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 {
        format!("1 {word}")
    } else {
        format!("{count} {word}s")
    }
}

/// Below a minute in tens of seconds, above in whole minutes.
fn span(span: Duration) -> String {
    match span.as_secs() {
        seconds @ 0..60 => format!("{} seconds", seconds / 10 * 10),
        _ => whole_minutes(span),
    }
}

pub(super) fn whole_minutes(span: Duration) -> String {
    let minutes = |count: u64| {
        if count == 1 {
            "1 minute".to_owned()
        } else {
            format!("{count} minutes")
        }
    };
    let hours = |count: u64| {
        if count == 1 {
            "1 hour".to_owned()
        } else {
            format!("{count} hours")
        }
    };
    match span.as_secs() / 60 {
        0 => "less than 1 minute".to_owned(),
        count @ 1..60 => minutes(count),
        count if count % 60 == 0 => hours(count / 60),
        count => format!("{} {}", hours(count / 60), minutes(count % 60)),
    }
}
