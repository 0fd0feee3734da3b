//! The dark theme, for a hall: a calm dark grey ground, a warm accent for what the leader reads, a cool one for the
//! participants, a middle one for all together.

use ratatui::style::{Color, Modifier, Style};

use super::Theme;

/// `#1c1c1c`.
const GROUND: Color = Color::Indexed(234);
/// `#ffd75f`: what the leader reads.
const WARM: Color = Color::Indexed(221);
/// `#5fd7ff`: what the participants repeat.
const COOL: Color = Color::Indexed(81);
/// `#afff87`: what all read together.
const MIDDLE: Color = Color::Indexed(156);

/// For the fixed part of the palette.
pub(super) static MANY: Theme = Theme {
    ground: Style::new().fg(Color::Indexed(250)).bg(GROUND),
    phrase: Style::new().fg(WARM).add_modifier(Modifier::BOLD),
    phrase_repeated: Style::new().fg(COOL).add_modifier(Modifier::BOLD),
    phrase_together: Style::new().fg(MIDDLE).add_modifier(Modifier::BOLD),
    phrase_of_others: Style::new().fg(Color::Indexed(255)).add_modifier(Modifier::BOLD),
    hall: Style::new().fg(Color::Indexed(231)).add_modifier(Modifier::BOLD),
    label_lead: Style::new().fg(GROUND).bg(WARM).add_modifier(Modifier::BOLD),
    label_echo: Style::new().fg(COOL).add_modifier(Modifier::BOLD),
    label_together: Style::new().fg(GROUND).bg(MIDDLE).add_modifier(Modifier::BOLD),
    label_others: Style::new().fg(Color::Indexed(255)).add_modifier(Modifier::BOLD),
    plain: Style::new(),
    strong: Style::new().fg(Color::Indexed(255)).add_modifier(Modifier::BOLD),
    dim: Style::new().fg(Color::Indexed(245)),
    rule: Style::new().fg(Color::Indexed(242)),
    warning: Style::new().fg(Color::Indexed(210)).add_modifier(Modifier::BOLD),
    notice: Style::new().fg(Color::Indexed(223)),
    question: Style::new()
        .fg(GROUND)
        .bg(Color::Indexed(255))
        .add_modifier(Modifier::BOLD),
    chosen: Style::new().fg(Color::Indexed(255)).bg(Color::Indexed(239)),
    key: Style::new().fg(Color::Indexed(254)).add_modifier(Modifier::BOLD),
    progress: Style::new().fg(Color::Indexed(179)),
    progress_planned: Style::new().fg(Color::Indexed(255)).add_modifier(Modifier::BOLD),
};

/// For the colours that every user sets for themselves. Black on a colour is never bold: many terminals make a bold
/// colour a bright one, and black a grey that is hard to read there.
pub(super) static SIXTEEN: Theme = Theme {
    ground: Style::new().fg(Color::Gray).bg(Color::Black),
    phrase: Style::new().fg(Color::LightYellow).add_modifier(Modifier::BOLD),
    phrase_repeated: Style::new().fg(Color::LightCyan).add_modifier(Modifier::BOLD),
    phrase_together: Style::new().fg(Color::LightGreen).add_modifier(Modifier::BOLD),
    phrase_of_others: Style::new().add_modifier(Modifier::BOLD),
    hall: Style::new().fg(Color::White).add_modifier(Modifier::BOLD),
    label_lead: Style::new().fg(Color::Black).bg(Color::LightYellow),
    label_echo: Style::new().fg(Color::LightCyan).add_modifier(Modifier::BOLD),
    label_together: Style::new().fg(Color::Black).bg(Color::LightGreen),
    label_others: Style::new().add_modifier(Modifier::BOLD),
    plain: Style::new(),
    strong: Style::new().add_modifier(Modifier::BOLD),
    dim: Style::new().add_modifier(Modifier::DIM),
    rule: Style::new().add_modifier(Modifier::DIM),
    warning: Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD),
    notice: Style::new().fg(Color::LightYellow),
    question: Style::new().fg(Color::Black).bg(Color::White),
    chosen: Style::new()
        .fg(Color::Black)
        .bg(Color::Gray)
        .remove_modifier(Modifier::BOLD.union(Modifier::DIM)),
    key: Style::new().add_modifier(Modifier::BOLD),
    progress: Style::new().fg(Color::Yellow),
    progress_planned: Style::new().add_modifier(Modifier::BOLD),
};
