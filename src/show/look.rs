//! How the screens look: the theme, and the colours that the terminal has. What it means in styles is the view's.

use crate::script::vocabulary::spelled;

spelled! {
    /// A theme of the screens.
    #[derive(Default)]
    ThemeName {
        /// Light on dark, for a hall.
        #[default]
        Dark = "dark",
        /// Dark on light, for sunlight.
        Light = "light",
        /// Black and white, and little else.
        Contrast = "contrast",
    }
}

impl ThemeName {
    /// The theme after this one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Contrast,
            Self::Contrast => Self::Dark,
        }
    }
}

/// The colours of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Colours {
    /// None, or none are wanted: weight and signs alone.
    None,
    /// The sixteen that every user sets for themselves.
    Sixteen,
    /// Those and the 240 fixed ones beside them.
    #[default]
    Many,
    /// Every colour there is.
    All,
}

/// Words in `TERM` that promise the 240 fixed colours.
const OF_MANY: &[&str] = &["256color"];

/// Words in `TERM` that promise every colour.
const OF_ALL: &[&str] = &[
    "direct",
    "truecolor",
    "kitty",
    "alacritty",
    "ghostty",
    "wezterm",
    "foot",
    "contour",
];

/// Terminals of one colour, by the beginning of `TERM`; their entries in terminfo have no colours.
const OF_NONE: &[&str] = &["dumb", "vt52", "vt1", "vt2", "vt3", "vt4", "vt5"];

impl Colours {
    /// The colours that a terminal has, by what the environment says of it: `NO_COLOR` (set, and not to nothing),
    /// `COLORTERM`, `TERM`, and whether the system is Windows, whose console has them all and tells of none.
    pub fn of(no_color: bool, colorterm: Option<&str>, term: Option<&str>, windows: bool) -> Self {
        let term = term.unwrap_or_default().to_ascii_lowercase();
        let colorterm = colorterm.unwrap_or_default().to_ascii_lowercase();
        // Its windows know the 256 colours and no more, whatever the terminal around them says.
        let in_screen = term.starts_with("screen");
        let monochrome = OF_NONE.iter().any(|name| term.starts_with(name))
            || ["-m", "-mono"].iter().any(|ending| term.ends_with(ending));
        if no_color || monochrome {
            Self::None
        } else if windows
            || (["truecolor", "24bit"].contains(&colorterm.as_str()) && !in_screen)
            || OF_ALL.iter().any(|name| term.contains(name))
        {
            Self::All
        } else if OF_MANY.iter().any(|name| term.contains(name)) || !colorterm.is_empty() && in_screen {
            Self::Many
        } else {
            Self::Sixteen
        }
    }
}

spelled! {
    /// How large the words are that are read.
    #[derive(Default)]
    Size {
        /// Plain text, and as many phrases on the screen as it holds.
        Compact = "compact",
        /// Large type where what is around the present phrase has room too.
        #[default]
        Usual = "usual",
        /// Type as large as it can be.
        Roomy = "roomy",
    }
}

impl Size {
    /// Larger; the same at the end.
    #[must_use]
    pub const fn larger(self) -> Self {
        match self {
            Self::Compact => Self::Usual,
            Self::Usual | Self::Roomy => Self::Roomy,
        }
    }

    /// Smaller; the same at the end.
    #[must_use]
    pub const fn smaller(self) -> Self {
        match self {
            Self::Compact | Self::Usual => Self::Compact,
            Self::Roomy => Self::Usual,
        }
    }
}

/// How the screens look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Look {
    /// The theme.
    pub theme: ThemeName,
    /// The colours of the terminal.
    pub colours: Colours,
    /// How large the words are that are read.
    pub size: Size,
    /// The shape of the terminal's cells.
    pub cell: CellShape,
}

/// The shape of a terminal's cells, in any unit: large type keeps its proportions by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CellShape {
    /// From left to right.
    pub width: u16,
    /// From top to bottom.
    pub height: u16,
}

impl CellShape {
    /// Of a terminal of so many pixels across and down, with so many columns and rows. What no terminal has is not
    /// believed, and what few have is brought to what letters are drawn for: 1.5 to 3 times as high as wide.
    pub fn of(pixels: (u16, u16), cells: (u16, u16)) -> Self {
        // In eighths of a pixel, so that a window's edge of some pixels more changes little.
        let of = |pixels: u16, cells: u16| u32::from(pixels) * 8 / u32::from(cells.max(1));
        let (width, height) = (of(pixels.0, cells.0), of(pixels.1, cells.1));
        if width == 0 || height < width || height > width * 4 {
            return Self::default();
        }
        let height = height.clamp(width * 3 / 2, width * 3);
        match (u16::try_from(width), u16::try_from(height)) {
            (Ok(width), Ok(height)) => Self { width, height },
            _ => Self::default(),
        }
    }
}

impl Default for CellShape {
    /// That of most terminals, for those that do not tell.
    fn default() -> Self {
        Self { width: 1, height: 2 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(term: &str) -> Colours {
        Colours::of(false, None, Some(term), false)
    }

    #[test]
    fn who_wants_no_colour_gets_none_whatever_the_terminal_has() {
        let of = |no_color| Colours::of(no_color, Some("truecolor"), Some("xterm-256color"), true);
        assert_eq!(of(true), Colours::None);
        assert_eq!(of(false), Colours::All);
    }

    #[test]
    fn a_terminal_of_one_colour_gets_none() {
        for term in [
            "dumb",
            "vt100",
            "vt102",
            "vt220",
            "vt52",
            "vt420-pc",
            "xterm-mono",
            "linux-m",
        ] {
            assert_eq!(of(term), Colours::None, "{term}");
        }
        for term in ["xterm", "vte", "linux", "ansi", ""] {
            assert_eq!(of(term), Colours::Sixteen, "{term}");
        }
    }

    #[test]
    fn a_terminal_of_many_colours_is_known_by_its_name() {
        for term in ["xterm-256color", "tmux-256color"] {
            assert_eq!(of(term), Colours::Many, "{term}");
        }
        for term in [
            "xterm-kitty",
            "alacritty",
            "xterm-ghostty",
            "xterm-direct",
            "FOOT",
        ] {
            assert_eq!(of(term), Colours::All, "{term}");
        }
        assert_eq!(of("screen"), Colours::Sixteen);
    }

    #[test]
    fn a_terminal_of_many_colours_may_say_so_itself() {
        let of = |colorterm| Colours::of(false, Some(colorterm), Some("xterm"), false);
        assert_eq!(of("truecolor"), Colours::All);
        assert_eq!(of("24bit"), Colours::All);
        assert_eq!(of("yes"), Colours::Sixteen);
        assert_eq!(of(""), Colours::Sixteen);
    }

    #[test]
    fn a_multiplexer_that_knows_256_gets_no_more() {
        let of = |colorterm| Colours::of(false, Some(colorterm), Some("screen.xterm-256color"), false);
        assert_eq!(of("truecolor"), Colours::Many);
        assert_eq!(
            Colours::of(false, Some("truecolor"), Some("screen"), false),
            Colours::Many
        );
    }

    #[test]
    fn where_nothing_is_said_windows_has_all_and_others_sixteen() {
        assert_eq!(Colours::of(false, None, None, true), Colours::All);
        assert_eq!(Colours::of(false, None, None, false), Colours::Sixteen);
        assert_eq!(Colours::of(false, None, Some("dumb"), true), Colours::None);
    }

    #[test]
    fn the_shape_of_a_cell_is_that_of_its_pixels() {
        let of = |width, height| CellShape::of((width, height), (80, 24));
        assert_eq!(
            of(80 * 9, 24 * 20),
            CellShape {
                width: 72,
                height: 160
            }
        );
        // A few pixels beside the cells hardly change it.
        assert_eq!(
            of(80 * 9 + 4, 24 * 20 + 4),
            CellShape {
                width: 72,
                height: 161
            }
        );
    }

    #[test]
    fn a_terminal_that_tells_no_pixels_or_absurd_ones_has_the_usual_cells() {
        for pixels in [
            (0, 0),
            (0, 480),
            (720, 0),
            (80, 24 * 5),
            (80 * 9, 24),
            (80, 24),
            (u16::MAX, 24),
        ] {
            let shape = CellShape::of(pixels, (80, 24));
            let told = shape.height >= shape.width && shape.height <= 3 * shape.width;
            assert!(told, "{pixels:?}: {shape:?}");
        }
        assert_eq!(CellShape::of((0, 0), (80, 24)), CellShape::default());
        assert_eq!(CellShape::of((80, 24 * 5), (80, 24)), CellShape::default());
        assert_eq!(
            CellShape::of((9, 9), (0, 0)),
            CellShape {
                width: 72,
                height: 108
            }
        );
        let tall = CellShape::of((800, 24 * 35), (80, 24));
        assert_eq!(tall.height, tall.width * 3);
    }

    #[test]
    fn the_themes_go_round_and_the_sizes_have_ends() {
        let themes = [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast];
        assert_eq!(
            themes.map(ThemeName::next),
            [ThemeName::Light, ThemeName::Contrast, ThemeName::Dark]
        );
        let sizes = [Size::Compact, Size::Usual, Size::Roomy];
        assert_eq!(sizes.map(Size::larger), [Size::Usual, Size::Roomy, Size::Roomy]);
        assert_eq!(
            sizes.map(Size::smaller),
            [Size::Compact, Size::Compact, Size::Usual]
        );
    }
}
