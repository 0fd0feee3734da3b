//! Numbers that are typed to jump: shown while they are typed, gone after three seconds, never an advance by accident.

use std::time::Duration;

use super::keys::Context;
use super::state::{Notice, Typed};
use super::{Key, KeyCode, Moment, Show};
use crate::programme::place::{clause_of, find, without_last_points};
use crate::programme::{CueId, NotThere};

/// Digits that nobody goes on with vanish after so long.
pub(super) const VANISH_AFTER: Duration = Duration::from_secs(3);

/// Enter so soon after they vanished was meant for them, and must not advance.
const ENTER_STILL_MEANT: Duration = Duration::from_secs(1);

/// No number of a step or a clause is longer.
const MOST_DIGITS: usize = 9;

impl Show {
    /// Takes a digit, or the point of a number, while a ceremony is on.
    pub(super) fn take_digit(&mut self, context: Context, key: Key, repeated: bool, at: Moment) -> bool {
        let KeyCode::Char(letter) = key.code else {
            return false;
        };
        let typing = matches!(context, Context::Running | Context::Finished) && !key.ctrl && !key.alt;
        let begun = self.typed.as_ref().map_or("", |typed| typed.text.as_str());
        // Some keypads have a comma there. A second point is taken for nothing: it must not do what the key does elsewhere.
        let is_point = matches!(letter, '.' | ',') && !begun.is_empty();
        let belongs = letter.is_ascii_digit() || is_point;
        if context == Context::Audience && belongs {
            // The hall must not be moved by the Enter of somebody who means a number: it goes with the digit, for as long as
            // on the leader's screen, or until another key has acted.
            self.hands.digits_vanished = Some(at.steady + VANISH_AFTER);
        }
        if !typing || !belongs {
            return false;
        }
        let mut text = begun.to_owned();
        let has_room = text.len() < MOST_DIGITS && !(is_point && text.contains('.'));
        if has_room && !repeated {
            text.push(if is_point { '.' } else { letter });
        }
        if !text.is_empty() {
            self.typed = Some(Typed { text, at: at.steady });
        }
        self.hands.digits_vanished = None;
        true
    }

    /// Takes away the last digit. False when there is none.
    pub(super) fn erase_digit(&mut self, at: Moment) -> bool {
        let Some(typed) = &mut self.typed else {
            return false;
        };
        typed.text.pop();
        typed.at = at.steady;
        if typed.text.is_empty() {
            self.typed = None;
        }
        true
    }

    /// Lets digits vanish that nobody goes on with.
    pub(super) fn let_digits_vanish(&mut self, at: Moment) {
        let vanish_at = self.typed.as_ref().map(|typed| typed.at + VANISH_AFTER);
        if let Some(vanish_at) = vanish_at.filter(|vanish_at| at.steady >= *vanish_at) {
            self.typed = None;
            self.hands.digits_vanished = Some(vanish_at);
        }
    }

    /// Drops the digits for a key that means nothing: Enter right after it is still meant for them.
    pub(super) fn drop_digits(&mut self, at: Moment) {
        if self.typed.take().is_some() {
            self.hands.digits_vanished = Some(at.steady);
        }
    }

    /// The jump to the number that was typed. False when there is none.
    pub(super) fn jump_to_typed(&mut self, at: Moment) -> bool {
        let Some(typed) = self.typed.take() else {
            return false;
        };
        match self.meant(&typed.text) {
            Ok(cue) => self.jump(cue, at),
            Err(not_there) => self.tell(Notice::NotThere(not_there), at),
        }
        true
    }

    /// Enter: the jump to the number that was typed, else one move forward.
    pub(super) fn enter(&mut self, at: Moment) {
        if self.jump_to_typed(at) {
            return;
        }
        let vanished = self.hands.digits_vanished.take();
        let meant_for_digits =
            vanished.is_some_and(|vanished| at.steady.saturating_sub(vanished) < ENTER_STILL_MEANT);
        if !meant_for_digits {
            self.advance(at);
        }
    }

    /// The cue that a number means: a clause inside a text, a step elsewhere, both with a point.
    ///
    /// # Errors
    ///
    /// When there is no such clause or step.
    pub fn meant(&self, number: &str) -> Result<CueId, NotThere> {
        let programme = self
            .programme()
            .ok_or_else(|| NotThere::Step(number.to_owned()))?;
        let number = without_last_points(number);
        let in_text = self.step().filter(|_| self.is_in_text() && !number.contains('.'));
        match in_text {
            Some(step) => number
                .parse()
                .ok()
                .and_then(|clause| clause_of(step, clause))
                .map(|cue| cue.id.clone())
                .ok_or_else(|| NotThere::Clause {
                    clause: number.to_owned(),
                    step: programme.position(&step.id).map_or(0, |position| position + 1),
                    unit: step.unit,
                }),
            None => find(programme, number),
        }
    }
}
