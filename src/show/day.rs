//! Changes of the programme on the day: a step moved, put in, dropped or taken back among what is to come, a person
//! replaced. The place stays where it is, and every change can be undone.

use std::sync::Arc;

use super::{Moment, Show};
use crate::programme::{StandIn, StepId};
use crate::script::Kind;

impl Show {
    /// Moves a step one place up or down among what is to come; dropped ones are passed by.
    pub(super) fn move_step(&mut self, step: &StepId, down: bool, at: Moment) {
        let _ = (step, down, at);
    }

    /// Puts in a step after another one.
    pub(super) fn insert_step(&mut self, after: &StepId, kind: Kind, title: &str, seconds: u32, at: Moment) {
        let _ = (after, kind, title, seconds, at);
    }

    /// Lets somebody stand in for a person, by the key; or nobody any more.
    pub(super) fn replace_person(&mut self, key: &str, by: Option<StandIn>, at: Moment) {
        let _ = (key, by, at);
    }

    /// Drops a step by decision: the present one, and moves on; or one to come.
    pub(super) fn drop_chosen(&mut self, step: &StepId, reason: Option<Arc<str>>, at: Moment) {
        let _ = (step, reason, at);
    }

    /// Takes back that a step was dropped, where it is still to come.
    pub(super) fn restore_step(&mut self, step: &StepId, at: Moment) {
        let _ = (step, at);
    }

    /// Whether a step can be moved, dropped or taken back: it is to come.
    pub fn is_to_come(&self, step: &StepId) -> bool {
        let _ = step;
        false
    }
}
