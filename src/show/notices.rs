//! What the leader is told once: how long it stays, and what takes it away.

use super::screens::Serving;
use super::state::{Notice, Noticed};
use super::{Moment, Screen, Show};

impl Show {
    /// Tells the leader that the screens are served elsewhere than was asked for: in the show in which it happened, and in
    /// none that is opened later.
    pub(super) fn tell_of_moved_port(&mut self, serving: &Serving, at: Moment) {
        if let Serving::Open {
            moved: Some(moved), ..
        } = serving
            && self.serving == Serving::Opening
        {
            self.tell(Notice::PortMoved(*moved), at);
        }
    }

    /// Tells the leader something.
    pub(super) fn tell(&mut self, notice: Notice, at: Moment) {
        self.notice = Some(Noticed {
            notice,
            at: at.steady,
        });
    }

    /// Tells something no more, because it is no longer so.
    pub(super) fn take_back(&mut self, notice: &Notice) {
        if self.notice.as_ref().is_some_and(|told| told.notice == *notice) {
            self.notice = None;
        }
    }

    /// Goes on telling something, with the words a save has made of it, and no longer than before.
    pub(super) fn retell(&mut self, notice: Notice) {
        if let Some(noticed) = &mut self.notice {
            noticed.notice = notice;
        }
    }

    /// A move has been made: what was told has been seen, unless it is too young or another screen covers it. What is
    /// about the place that was left is no longer true, however young it is.
    pub(super) fn sweep_notice(&mut self, at: Moment) {
        let seen = |noticed: &Noticed| {
            noticed.notice.is_of_the_place() || (!noticed.is_young(at) && self.screen == Screen::Leader)
        };
        if self.notice.as_ref().is_some_and(seen) {
            self.notice = None;
        }
    }

    /// Something else is asked for: a refusal that was seen would stand beside what comes of it as if it spoke of that. A
    /// new refusal is told after this.
    pub(super) fn clear_refusal(&mut self) {
        let is_refused = |noticed: &Noticed| noticed.notice.is_refusal();
        if self.screen == Screen::Leader && self.notice.as_ref().is_some_and(is_refused) {
            self.notice = None;
        }
    }

    /// Lets the answer to a key go once it has stood on the leader's screen for some seconds. One that came while the
    /// audience view was open waits.
    pub(super) fn let_answer_go(&mut self, at: Moment) {
        let goes = self.notice.as_ref().and_then(Noticed::goes_at);
        if self.screen == Screen::Leader && goes.is_some_and(|goes| at.steady >= goes) {
            self.notice = None;
        }
    }
}
