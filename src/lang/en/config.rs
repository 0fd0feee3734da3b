//! The words for the user's settings, in English.

use crate::lang::ConfigWords;

pub(super) const WORDS: ConfigWords = ConfigWords {
    about: "The settings of ikrar. Any key may be removed: its default holds then.",
    looked_for: |path| format!("This file is looked for at: {path}"),
    looked_for_nowhere: "There is no folder for the settings of the user, so this file is not read.",
    language: |words| format!("The language of the interface: {words}. The option --lang comes before it."),
    theme: |words| {
        format!(
            "The theme of the screens: {words}; dark for a hall, light for the open, or high contrast.\n\
             The option --theme comes before it."
        )
    },
    size: |words| {
        format!(
            "The size of the type in which the text is read: {words}; small, large where its surroundings have\n\
             room too, or as large as can be."
        )
    },
    guard: |least, most| {
        format!(
            "An advance within so many milliseconds of the last one is dropped: {least} to {most}.\n\
             The option --guard comes before it."
        )
    },
    pace: |least, most| {
        format!(
            "How fast texts are read, for the estimates, in words a minute: {least} to {most}.\n\
             The key `pace` of a script comes before it."
        )
    },
    presses: "Keys for a phrase that is repeated: 1, or 2 where the repeat has a key of its own.\n\
              The key `presses` of a script comes before it.",
    mouse: "Listen to the mouse: true or false. The option --mouse turns it on.",
    // Serving the screens
    serve: "Serve the audience's screens in browsers and other terminals: true or false. The option --no-serve turns it off.",
    share: "Serve other computers of the local network as well: true or false. Anyone in that network can see\n\
            the audience's and the reader's screen. The option --share turns it on.",
    port: |least, most| {
        format!(
            "The port that is tried first: {least} to {most}; 0 means that of last time, at the beginning 17845.\n\
             The option --port comes before it."
        )
    },
    // The runs
    keep_runs: |least, most| {
        format!(
            "Runs that are older than so many days are told by `ikrar runs` to be ones that may be deleted:\n\
             {least} to {most}. Nothing is deleted unasked."
        )
    },
    keys: "The keys of each action: one key, or a list of keys, of which the first is named on the screen.\n\
           An empty list means no key; only advance and quit must have one.\n\
           Letters and signs are written as they are, capitals are the same as small letters. The names of the others:\n\
           space, enter, tab, backspace, up, down, left, right, home, end, page-up, page-down,\n\
           f1 to f12, and ctrl- with a letter or space. Ctrl-I is tab, Ctrl-M and Ctrl-J are enter,\n\
           Ctrl-H is backspace. Esc, Ctrl-C, Ctrl-Z, digits and the point keep their meaning; on the\n\
           ready screen so do F5 and page-up, the clicker's.",
    way_out: "Mend the file, or run with `--no-config` to go on without it.",
};
