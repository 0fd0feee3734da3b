//! The light theme, for sunlight: a near-white ground and near-black text. In the sun only what is dark is seen, so the
//! phrase is black, as if marked with a pen, and every accent is a dark one.

use ratatui::style::{Color, Modifier, Style};

use super::Theme;

/// `#eeeeee`.
const GROUND: Color = Color::Indexed(255);
/// `#000000`.
const INK: Color = Color::Indexed(16);
/// `#5f0000`: what is done.
const WARM: Color = Color::Indexed(52);
/// `#00005f`: what the participants repeat.
const COOL: Color = Color::Indexed(17);

/// For the fixed part of the palette.
pub(super) static MANY: Theme = Theme {
    ground: Style::new().fg(Color::Indexed(236)).bg(GROUND),
    phrase: Style::new()
        .fg(INK)
        .bg(Color::Indexed(221))
        .add_modifier(Modifier::BOLD),
    phrase_repeated: Style::new()
        .fg(INK)
        .bg(Color::Indexed(153))
        .add_modifier(Modifier::BOLD),
    phrase_together: Style::new()
        .fg(INK)
        .bg(Color::Indexed(157))
        .add_modifier(Modifier::BOLD),
    phrase_of_others: Style::new().fg(INK).add_modifier(Modifier::BOLD),
    hall: Style::new().fg(Color::Indexed(16)).add_modifier(Modifier::BOLD),
    label_lead: Style::new()
        .fg(INK)
        .bg(Color::Indexed(214))
        .add_modifier(Modifier::BOLD),
    label_echo: Style::new().fg(COOL).add_modifier(Modifier::BOLD),
    label_together: Style::new()
        .fg(INK)
        .bg(Color::Indexed(114))
        .add_modifier(Modifier::BOLD),
    label_others: Style::new().fg(INK).add_modifier(Modifier::BOLD),
    label_screens: Style::new()
        .fg(Color::Indexed(231))
        .bg(Color::Indexed(124))
        .add_modifier(Modifier::BOLD),
    plain: Style::new(),
    strong: Style::new().fg(INK).add_modifier(Modifier::BOLD),
    dim: Style::new().fg(Color::Indexed(240)),
    rule: Style::new().fg(Color::Indexed(243)),
    warning: Style::new().fg(Color::Indexed(88)).add_modifier(Modifier::BOLD),
    notice: Style::new().fg(Color::Indexed(94)),
    question: Style::new()
        .fg(Color::Indexed(231))
        .bg(INK)
        .add_modifier(Modifier::BOLD),
    chosen: Style::new().fg(Color::Indexed(231)).bg(Color::Indexed(238)),
    key: Style::new().fg(INK).add_modifier(Modifier::BOLD),
    progress: Style::new().fg(WARM),
    progress_planned: Style::new().fg(INK).add_modifier(Modifier::BOLD),
};

/// For the colours that every user sets for themselves. Of them only black, red, blue and magenta are dark enough on
/// white everywhere; where a colour must be strong it is the ground of white words.
pub(super) static SIXTEEN: Theme = Theme {
    ground: Style::new().fg(Color::Black).bg(Color::White),
    phrase: Style::new()
        .fg(Color::White)
        .bg(Color::Red)
        .add_modifier(Modifier::BOLD),
    phrase_repeated: Style::new()
        .fg(Color::White)
        .bg(Color::Blue)
        .add_modifier(Modifier::BOLD),
    phrase_together: Style::new()
        .fg(Color::White)
        .bg(Color::Magenta)
        .add_modifier(Modifier::BOLD),
    phrase_of_others: Style::new().add_modifier(Modifier::BOLD),
    hall: Style::new().add_modifier(Modifier::BOLD),
    label_lead: Style::new()
        .fg(Color::White)
        .bg(Color::Red)
        .add_modifier(Modifier::BOLD),
    label_echo: Style::new().fg(Color::Blue).add_modifier(Modifier::BOLD),
    label_together: Style::new()
        .fg(Color::White)
        .bg(Color::Magenta)
        .add_modifier(Modifier::BOLD),
    label_others: Style::new().add_modifier(Modifier::BOLD),
    label_screens: Style::new()
        .fg(Color::White)
        .bg(Color::Black)
        .add_modifier(Modifier::BOLD),
    plain: Style::new(),
    strong: Style::new().add_modifier(Modifier::BOLD),
    dim: Style::new().add_modifier(Modifier::DIM),
    rule: Style::new().add_modifier(Modifier::DIM),
    warning: Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
    notice: Style::new().fg(Color::Blue),
    question: Style::new()
        .fg(Color::White)
        .bg(Color::Black)
        .add_modifier(Modifier::BOLD),
    chosen: Style::new()
        .fg(Color::White)
        .bg(Color::Black)
        .remove_modifier(Modifier::DIM),
    key: Style::new().add_modifier(Modifier::BOLD),
    progress: Style::new().fg(Color::Red),
    progress_planned: Style::new().add_modifier(Modifier::BOLD),
};
