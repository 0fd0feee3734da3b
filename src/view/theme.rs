//! Every style of the screens, by what it means. Signs and words carry the meaning; a style only helps, so that nothing
//! is lost on a terminal of sixteen colours or of none.

use ratatui::style::{Color, Modifier, Style};

use crate::show::Look;

/// A style for each meaning.
#[derive(Debug)]
pub(super) struct Theme {
    /// The phrase that is read now by the leader: the strongest thing on the screen.
    pub(super) phrase: Style,
    /// The phrase while the participants repeat it.
    pub(super) phrase_repeated: Style,
    /// The phrase that all read together.
    pub(super) phrase_together: Style,
    /// The phrase while somebody else speaks: wait and watch.
    pub(super) phrase_of_others: Style,
    /// The filled label of the reader.
    pub(super) label_lead: Style,
    /// The outlined label of the participants.
    pub(super) label_echo: Style,
    /// The label of all together.
    pub(super) label_together: Style,
    /// The name of somebody else who speaks or acts.
    pub(super) label_others: Style,
    /// Plain text.
    pub(super) plain: Style,
    /// What matters more than its surroundings.
    pub(super) strong: Style,
    /// What is over, or only helps.
    pub(super) dim: Style,
    /// What was left out, is late, or is wrong.
    pub(super) warning: Style,
    /// Something new to be told.
    pub(super) notice: Style,
    /// A question that waits.
    pub(super) question: Style,
    /// The chosen row of a list.
    pub(super) chosen: Style,
    /// A key in the status line.
    pub(super) key: Style,
}

/// The theme of a look.
pub(super) const fn of(_look: Look) -> &'static Theme {
    &DARK
}

static DARK: Theme = Theme {
    phrase: Style::new().fg(Color::LightYellow).add_modifier(Modifier::BOLD),
    phrase_repeated: Style::new().fg(Color::LightCyan).add_modifier(Modifier::BOLD),
    phrase_together: Style::new().fg(Color::LightGreen).add_modifier(Modifier::BOLD),
    phrase_of_others: Style::new().add_modifier(Modifier::BOLD),
    label_lead: Style::new()
        .fg(Color::Black)
        .bg(Color::LightYellow)
        .add_modifier(Modifier::BOLD),
    label_echo: Style::new().fg(Color::LightCyan).add_modifier(Modifier::BOLD),
    label_together: Style::new().fg(Color::LightGreen).add_modifier(Modifier::BOLD),
    label_others: Style::new().add_modifier(Modifier::BOLD),
    plain: Style::new(),
    strong: Style::new().add_modifier(Modifier::BOLD),
    dim: Style::new().add_modifier(Modifier::DIM),
    warning: Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD),
    notice: Style::new().fg(Color::LightYellow),
    question: Style::new()
        .fg(Color::Black)
        .bg(Color::LightYellow)
        .add_modifier(Modifier::BOLD),
    chosen: Style::new().add_modifier(Modifier::REVERSED),
    key: Style::new().add_modifier(Modifier::BOLD),
};
