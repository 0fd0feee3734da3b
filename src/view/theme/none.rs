//! Without a colour: weight, and words that are filled by turning them round. The ground is the terminal's. There is one
//! theme of this sort, whatever the leader chose.

use ratatui::style::{Modifier, Style};

use super::Theme;

const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);
const DIM: Style = Style::new().add_modifier(Modifier::DIM);
const FILLED: Style = Style::new().add_modifier(Modifier::REVERSED.union(Modifier::BOLD));

/// For a terminal without colours, or a person who wants none.
pub(super) static THEME: Theme = Theme {
    ground: Style::new(),
    phrase: BOLD,
    phrase_repeated: BOLD,
    phrase_together: BOLD,
    phrase_of_others: BOLD,
    hall: BOLD,
    label_lead: FILLED,
    label_echo: BOLD,
    label_together: FILLED,
    label_others: BOLD,
    plain: Style::new(),
    strong: BOLD,
    dim: DIM,
    rule: DIM,
    warning: BOLD,
    notice: Style::new(),
    question: FILLED,
    chosen: Style::new()
        .add_modifier(Modifier::REVERSED)
        .remove_modifier(Modifier::DIM),
    key: BOLD,
    progress: BOLD,
    progress_planned: BOLD,
};
