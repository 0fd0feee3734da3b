//! What of a frame can be clicked, and where. Only drawing knows where words stand; what a click does is for the show.

use ratatui::layout::{Position, Rect};

use crate::show::Clickable;

/// A part of a frame that can be clicked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Where it stands.
    pub area: Rect,
    /// What it is.
    pub what: Clickable,
}

/// What only drawing knows of a frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawn {
    /// The furthest row to which the list on the screen can be scrolled; 0 where nothing scrolls.
    pub furthest: usize,
    /// What can be clicked. Nothing where the mouse is not used, and nothing on what the audience sees.
    pub targets: Vec<Target>,
}

impl Drawn {
    /// What can be clicked at a cell.
    pub fn under(&self, column: u16, row: u16) -> Option<&Clickable> {
        let cell = Position::new(column, row);
        let target = self.targets.iter().find(|target| target.area.contains(cell));
        target.map(|target| &target.what)
    }
}

impl From<Vec<Target>> for Drawn {
    fn from(targets: Vec<Target>) -> Self {
        Self { furthest: 0, targets }
    }
}
