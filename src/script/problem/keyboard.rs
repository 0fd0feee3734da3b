//! What can be wrong with a key that the user's settings give to an action.

/// What is wrong with a key of the settings. Keys and actions are called as they are in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyboardFault {
    /// No key has this name.
    Unknown {
        /// The name.
        name: String,
        /// The nearest name of a key.
        nearest: Option<&'static str>,
        /// The keys that have names; others are written as they are.
        known: Vec<&'static str>,
    },
    /// Esc, or a key that terminals send as Esc.
    Escape {
        /// The key as it is written.
        key: String,
        /// What it is called elsewhere, where a terminal cannot tell the two apart.
        same_as: Option<String>,
    },
    /// A digit or the point, which are typed to jump.
    Number(String),
    /// A key together with Alt, Shift or the like.
    Modifier(String),
    /// A key together with Ctrl that is neither a letter nor the space bar.
    ControlSign(String),
    /// A key that ends or suspends the program in every terminal.
    Always(String),
    /// A key that two actions have where both count.
    Taken {
        /// The key as it is written here.
        key: String,
        /// What it is called elsewhere, where a terminal cannot tell the two apart.
        same_as: Option<String>,
        /// The action that it is given to here.
        action: &'static str,
        /// The action that has it already.
        other: &'static str,
        /// The line in which that one has it; none where it has it by default.
        line: Option<usize>,
    },
    /// A key that has a fixed meaning where the action counts.
    Fixed {
        /// The key as it is written.
        key: String,
        /// What it is called elsewhere, where a terminal cannot tell the two apart.
        same_as: Option<String>,
        /// The action.
        action: &'static str,
        /// What it is for there, each once.
        uses: Vec<FixedUse>,
    },
    /// A blank text where a key of this action belongs.
    Blank(&'static str),
    /// An action without a key that must have one.
    Without(&'static str),
}

/// What a key is for that is the same for everybody. Each is at a place of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixedUse {
    /// Beginning, on the ready screen.
    Begin,
    /// Trying the clicker, on the ready screen.
    Clicker,
    /// Answering a question.
    Answer,
    /// Going up and down the rows of lists and of the ready screen.
    Rows,
    /// Opening the chosen row of a list.
    Open,
    /// Filtering a list.
    Filter,
    /// Going to the number that is being typed.
    GoToNumber,
    /// Taking back a digit of it.
    EraseDigit,
    /// Changing the programme in the outline.
    Change,
    /// Filling in a form.
    Form,
}
