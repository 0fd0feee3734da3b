//! The theme of high contrast: black, white and yellow. Whatever stands on the screen stands out from its ground at
//! least seven to one.

use ratatui::style::{Color, Modifier, Style};

use super::Theme;

/// `#000000`.
const BLACK: Color = Color::Indexed(16);
/// `#ffffff`.
const WHITE: Color = Color::Indexed(231);
/// `#ffff00`.
const YELLOW: Color = Color::Indexed(226);

/// For the fixed part of the palette.
pub(super) static MANY: Theme = Theme {
    ground: Style::new().fg(WHITE).bg(BLACK),
    phrase: Style::new().fg(BLACK).bg(YELLOW).add_modifier(Modifier::BOLD),
    phrase_repeated: Style::new().fg(BLACK).bg(WHITE).add_modifier(Modifier::BOLD),
    phrase_together: Style::new().fg(BLACK).bg(YELLOW).add_modifier(Modifier::BOLD),
    phrase_of_others: Style::new().add_modifier(Modifier::BOLD),
    hall: Style::new().add_modifier(Modifier::BOLD),
    label_lead: Style::new().fg(BLACK).bg(YELLOW).add_modifier(Modifier::BOLD),
    label_echo: Style::new().add_modifier(Modifier::BOLD),
    label_together: Style::new().fg(BLACK).bg(YELLOW).add_modifier(Modifier::BOLD),
    label_others: Style::new().add_modifier(Modifier::BOLD),
    plain: Style::new(),
    strong: Style::new().add_modifier(Modifier::BOLD),
    dim: Style::new().fg(Color::Indexed(249)),
    rule: Style::new().fg(Color::Indexed(249)),
    warning: Style::new().fg(YELLOW).add_modifier(Modifier::BOLD),
    notice: Style::new().fg(YELLOW),
    question: Style::new().fg(BLACK).bg(WHITE).add_modifier(Modifier::BOLD),
    chosen: Style::new().fg(BLACK).bg(YELLOW),
    key: Style::new().fg(YELLOW).add_modifier(Modifier::BOLD),
    progress: Style::new().fg(YELLOW),
    progress_planned: Style::new().add_modifier(Modifier::BOLD),
};

/// For the colours that every user sets for themselves. Black on a colour is never bold, as in the dark theme.
pub(super) static SIXTEEN: Theme = Theme {
    ground: Style::new().fg(Color::White).bg(Color::Black),
    phrase: Style::new().fg(Color::Black).bg(Color::LightYellow),
    phrase_repeated: Style::new().fg(Color::Black).bg(Color::White),
    phrase_together: Style::new().fg(Color::Black).bg(Color::LightYellow),
    phrase_of_others: Style::new().add_modifier(Modifier::BOLD),
    hall: Style::new().add_modifier(Modifier::BOLD),
    label_lead: Style::new().fg(Color::Black).bg(Color::LightYellow),
    label_echo: Style::new().add_modifier(Modifier::BOLD),
    label_together: Style::new().fg(Color::Black).bg(Color::LightYellow),
    label_others: Style::new().add_modifier(Modifier::BOLD),
    plain: Style::new(),
    strong: Style::new().add_modifier(Modifier::BOLD),
    dim: Style::new().fg(Color::Gray),
    rule: Style::new().fg(Color::Gray),
    warning: Style::new().fg(Color::LightYellow).add_modifier(Modifier::BOLD),
    notice: Style::new().fg(Color::LightYellow),
    question: Style::new().fg(Color::Black).bg(Color::White),
    chosen: Style::new()
        .fg(Color::Black)
        .bg(Color::LightYellow)
        .remove_modifier(Modifier::BOLD),
    key: Style::new().fg(Color::LightYellow).add_modifier(Modifier::BOLD),
    progress: Style::new().fg(Color::LightYellow),
    progress_planned: Style::new().add_modifier(Modifier::BOLD),
};
