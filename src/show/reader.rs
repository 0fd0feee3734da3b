//! Whose reading the laptop serves, when a save changes who there is: the person is followed to another key.

use super::Show;
use super::state::Notice;
use crate::programme::carry::person_carried;
use crate::programme::{Person, Programme};

impl Show {
    /// Follows the reader of this show to whatever key a new script gives them.
    pub(super) fn follow_reader(&mut self, old: &[Person], new: &[Person]) {
        if let Some(key) = &mut self.occasion.leader
            && let Some(carried) = person_carried(old, new, key)
        {
            *key = carried;
        }
    }

    /// What the leader must know where the reader they named is gone with this save, and who is served instead.
    pub(super) fn reader_gone(&self, old: Option<&Programme>) -> Option<Notice> {
        let key = self.occasion.leader.as_deref()?;
        let new = self.programme()?;
        if has(new, key) || old.is_some_and(|old| !has(old, key)) {
            return None;
        }
        let served = new.leader.and_then(|leader| new.person(leader));
        Some(Notice::ReaderGone {
            key: key.to_owned(),
            served: served.map(|person| person.short.clone()),
        })
    }
}

fn has(programme: &Programme, key: &str) -> bool {
    programme.people.iter().any(|person| person.key == key)
}
