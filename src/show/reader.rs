//! Whose reading the laptop serves, when a save changes who there is: the person is followed to another key.

use std::sync::Arc;

use super::Show;
use super::state::Notice;
use crate::programme::{Person, Programme, compile};
use crate::script::Script;

impl Show {
    /// The programme of a script, for the reader of this show, whatever key the script now gives them.
    pub(super) fn compiled(&mut self, script: &Script) -> Arc<Programme> {
        let new = compile(script, &self.occasion);
        let renamed = self
            .occasion
            .leader
            .as_deref()
            .and_then(|key| new_key(self.programme()?, &new, key));
        if renamed.is_none() {
            return Arc::new(new);
        }
        self.occasion.leader = renamed;
        Arc::new(compile(script, &self.occasion))
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

/// The key that the same person has in a new programme where the old key is gone: whoever has a new key and the same role
/// and name, or else stands at the same place of a list that is as long as before.
fn new_key(old: &Programme, new: &Programme, key: &str) -> Option<String> {
    if has(new, key) {
        return None;
    }
    let position = old.people.iter().position(|person| person.key == key)?;
    let was = old.people.get(position)?;
    // A role that is not given is the key itself, and changes with it.
    let role = |person: &Person| Some(person.role.clone()).filter(|role| *role != person.key);
    let same = |person: &&Person| {
        let known = role(was).is_some() || was.name.is_some();
        !has(old, &person.key) && known && role(person) == role(was) && person.name == was.name
    };
    let there = || {
        let person = new.people.get(position)?;
        (old.people.len() == new.people.len() && !has(old, &person.key)).then_some(person)
    };
    let person = new.people.iter().find(same).or_else(there)?;
    Some(person.key.clone())
}
