//! Every style of the screens, by what it means. Signs and words carry the meaning; a style only helps, so that nothing
//! is lost on a terminal of sixteen colours or of none.

use ratatui::style::{Color, Modifier, Style};

/// The phrase that is read now by the leader: the strongest thing on the screen.
pub(super) const PHRASE: Style = Style::new().fg(Color::LightYellow).add_modifier(Modifier::BOLD);

/// The phrase while the participants repeat it.
pub(super) const PHRASE_REPEATED: Style = Style::new().fg(Color::LightCyan).add_modifier(Modifier::BOLD);

/// The phrase that all read together.
pub(super) const PHRASE_TOGETHER: Style = Style::new().fg(Color::LightGreen).add_modifier(Modifier::BOLD);

/// The phrase while somebody else speaks: wait and watch.
pub(super) const PHRASE_OF_OTHERS: Style = Style::new().add_modifier(Modifier::BOLD);

/// The filled label of the reader.
pub(super) const LABEL_LEAD: Style = Style::new()
    .fg(Color::Black)
    .bg(Color::LightYellow)
    .add_modifier(Modifier::BOLD);

/// The outlined label of the participants.
pub(super) const LABEL_ECHO: Style = Style::new().fg(Color::LightCyan).add_modifier(Modifier::BOLD);

/// The label of all together.
pub(super) const LABEL_TOGETHER: Style = Style::new().fg(Color::LightGreen).add_modifier(Modifier::BOLD);

/// The name of somebody else who speaks or acts.
pub(super) const LABEL_OTHERS: Style = Style::new().add_modifier(Modifier::BOLD);

/// Plain text.
pub(super) const PLAIN: Style = Style::new();

/// What matters more than its surroundings.
pub(super) const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);

/// What is over, or only helps.
pub(super) const DIM: Style = Style::new().add_modifier(Modifier::DIM);

/// What was left out, is late, or is wrong.
pub(super) const WARNING: Style = Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD);

/// Something new to be told.
pub(super) const NOTICE: Style = Style::new().fg(Color::LightYellow);

/// A question that waits.
pub(super) const QUESTION: Style = Style::new()
    .fg(Color::Black)
    .bg(Color::LightYellow)
    .add_modifier(Modifier::BOLD);

/// The chosen row of a list.
pub(super) const CHOSEN: Style = Style::new().add_modifier(Modifier::REVERSED);

/// A key in the status line.
pub(super) const KEY: Style = Style::new().add_modifier(Modifier::BOLD);
