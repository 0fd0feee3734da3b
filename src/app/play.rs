//! What the loop plays: a show, the picker before it, or a screen that follows another's show. The loop knows none from
//! the others.

use std::sync::Arc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::edge::Follow;
use crate::follower::{self, FollowingScreen};
use crate::picker::{self, Picker, Which};
use crate::show::{self, Msg, Record, Show};
use crate::slide::Leaving;
use crate::view::{self, Cache, Drawn};

/// What the loop is asked for.
#[derive(Debug)]
pub(super) enum Asked<Ended> {
    /// To put this into the journal before the next draw.
    Record(Box<Record>),
    /// To stop until the shell resumes the program.
    Suspend,
    /// To give the screens what leaves the show now.
    Publish,
    /// To end.
    End(Ended),
}

/// Something that takes messages and is drawn.
pub(super) trait Play {
    /// How it ends.
    type Ended;

    /// Draws it, with what was drawn before at hand; gives what only drawing knows.
    fn draw(&self, cache: &mut Cache, area: Rect, buffer: &mut Buffer) -> Drawn;

    /// The furthest row to which the list on it can be scrolled, as it was last told.
    fn furthest_scroll(&self) -> usize;

    /// How long until something that is shown changes by itself, from when the last message came, in steady time.
    fn until_next_change(&self) -> Option<(Duration, Duration)>;

    /// What was drawn last stands on the screen.
    fn after_draw(&mut self) {}

    /// What leaves it, for the screens of the audience.
    fn leaving(&self) -> Option<&Arc<Leaving>>;

    /// Takes a message.
    fn take(&mut self, msg: Msg) -> Vec<Asked<Self::Ended>>;
}

/// How a show ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ShowEnded {
    /// The program is to end.
    Quit,
    /// The list of ceremonies is to come back.
    ReturnToList,
}

impl Play for Show {
    type Ended = ShowEnded;

    fn draw(&self, cache: &mut Cache, area: Rect, buffer: &mut Buffer) -> Drawn {
        view::draw(self, cache, area, buffer)
    }

    fn furthest_scroll(&self) -> usize {
        Self::furthest_scroll(self)
    }

    fn until_next_change(&self) -> Option<(Duration, Duration)> {
        Some((Self::until_next_change(self)?, self.clock().now().steady))
    }

    fn leaving(&self) -> Option<&Arc<Leaving>> {
        Some(Self::leaving(self))
    }

    fn take(&mut self, msg: Msg) -> Vec<Asked<ShowEnded>> {
        let effects = show::update(self, msg).into_iter();
        effects
            .map(|effect| match effect {
                show::Effect::Record(record) => Asked::Record(record),
                show::Effect::Suspend => Asked::Suspend,
                show::Effect::Publish => Asked::Publish,
                show::Effect::ReturnToList => Asked::End(ShowEnded::ReturnToList),
                show::Effect::Quit => Asked::End(ShowEnded::Quit),
            })
            .collect()
    }
}

/// How the picker ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PickerEnded {
    /// The program is to end.
    Quit,
    /// A ceremony was chosen.
    Open(Which),
}

impl Play for Picker {
    type Ended = PickerEnded;

    fn draw(&self, _cache: &mut Cache, area: Rect, buffer: &mut Buffer) -> Drawn {
        view::picker::draw(self, area, buffer)
    }

    fn furthest_scroll(&self) -> usize {
        Self::furthest_scroll(self)
    }

    fn until_next_change(&self) -> Option<(Duration, Duration)> {
        None
    }

    fn leaving(&self) -> Option<&Arc<Leaving>> {
        None
    }

    fn take(&mut self, msg: Msg) -> Vec<Asked<PickerEnded>> {
        let effects = picker::update(self, msg).into_iter();
        effects
            .map(|effect| match effect {
                picker::Effect::Suspend => Asked::Suspend,
                picker::Effect::Open(which) => Asked::End(PickerEnded::Open(which)),
                picker::Effect::Quit => Asked::End(PickerEnded::Quit),
            })
            .collect()
    }
}

/// A screen that follows, and its way to the leader.
pub(super) struct Followed {
    pub(super) following: FollowingScreen,
    /// None where the system gives no thread for it: then the screen waits for ever.
    pub(super) way: Option<Follow>,
    /// The number to be told to the leader once it is drawn.
    pub(super) unreported: Option<u64>,
    /// Whether something was heard that has not been drawn yet.
    pub(super) is_undrawn: bool,
}

impl Play for Followed {
    type Ended = ();

    fn draw(&self, cache: &mut Cache, area: Rect, buffer: &mut Buffer) -> Drawn {
        view::follower::draw(&self.following, cache, area, buffer);
        Drawn::default()
    }

    fn furthest_scroll(&self) -> usize {
        0
    }

    fn until_next_change(&self) -> Option<(Duration, Duration)> {
        self.following.until_next_change()
    }

    fn leaving(&self) -> Option<&Arc<Leaving>> {
        None
    }

    fn after_draw(&mut self) {
        let (number, is_drawn) = (self.unreported.take(), std::mem::take(&mut self.is_undrawn));
        let Some(way) = &self.way else {
            return;
        };
        if is_drawn {
            way.drawn();
        }
        if let Some(number) = number {
            way.seen(number);
        }
    }

    fn take(&mut self, msg: Msg) -> Vec<Asked<()>> {
        self.is_undrawn |= matches!(msg, Msg::LeaderHeard { .. });
        let effects = follower::update(&mut self.following, msg);
        let mut asked = Vec::new();
        for effect in effects {
            match effect {
                follower::Effect::Report { number } => self.unreported = Some(number),
                follower::Effect::Suspend => asked.push(Asked::Suspend),
                follower::Effect::Quit => asked.push(Asked::End(())),
            }
        }
        asked
    }
}
