//! The keys as they are bound in this show: the table, with the keys that the user's settings give to its actions. Made
//! once, before the show; looked up at every key.

use std::borrow::Cow;

use super::{Action, BINDINGS, Binding, Context};
use crate::show::msg::{Key, KeyCode};

/// What each key does.
#[derive(Debug, Clone)]
pub struct Keymap {
    rows: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self {
            rows: BINDINGS.to_vec(),
        }
    }
}

/// The words of a row are those of the table, and so are equal where the rows are.
impl PartialEq for Keymap {
    fn eq(&self, other: &Self) -> bool {
        let of = |map: &Self| -> Vec<_> {
            let rows = map.rows.iter();
            rows.map(|row| (row.contexts, row.action, row.keys.clone()))
                .collect()
        };
        of(self) == of(other)
    }
}

impl Eq for Keymap {}

impl Keymap {
    /// The table with other keys for some actions. Nothing is judged here: keys that get in each other's way are found
    /// by whoever reads them.
    pub fn bound(bound: &[(Action, Vec<Key>)]) -> Self {
        let mut map = Self::default();
        for row in map.rows.iter_mut().filter(|row| !row.is_fixed()) {
            if let Some((_, keys)) = bound.iter().find(|(action, _)| *action == row.action) {
                row.keys = Cow::Owned(keys.clone());
            }
        }
        map.leave_digits(Action::Advance, Action::AdvanceOnly, Action::Jump);
        map.leave_digits(Action::BackOrErase, Action::Back, Action::EraseDigit);
        map
    }

    /// Enter ends a number that is typed, and Backspace mends it, whatever else they do. Where the move that they also
    /// make has other keys, that is all they do.
    fn leave_digits(&mut self, both: Action, moving: Action, digits: Action) {
        let moves: Vec<Key> = self.keys(moving).to_vec();
        for row in self.rows.iter_mut().filter(|row| row.action == both) {
            if !row.keys.iter().all(|key| moves.contains(key)) {
                row.action = digits;
            }
        }
    }

    /// The rows, in the order in which they are looked through.
    pub fn rows(&self) -> &[Binding] {
        &self.rows
    }

    /// What a key asks for where it is pressed.
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        if key.alt {
            return None;
        }
        let key = key.told_apart().folded();
        self.rows
            .iter()
            .find(|row| row.contexts.contains(&context) && row.keys.contains(&key))
            .map(|row| row.action)
    }

    /// The key that the status line names for an action.
    pub fn shown_key(&self, context: Context, action: Action) -> Option<Key> {
        self.rows
            .iter()
            .filter(|row| row.action == action && row.contexts.contains(&context))
            .find_map(|row| row.keys.first())
            .copied()
    }

    /// The keys of an action, the one to be named first; none where it has none. What leads out of everything is one of
    /// them only where nothing else could be.
    pub fn keys(&self, action: Action) -> &[Key] {
        let mut rows = self.rows.iter().filter(|row| row.action == action);
        let chosen = rows.clone().find(|row| !row.is_fixed());
        chosen
            .or_else(|| rows.next())
            .map_or(&[], |row| row.keys.as_ref())
    }
}

impl Key {
    /// The key as which a terminal sends it: some of those with Ctrl are others in disguise.
    #[must_use]
    pub fn told_apart(self) -> Self {
        let code = match (self.ctrl, self.folded().code) {
            (true, KeyCode::Char('i')) => KeyCode::Tab,
            (true, KeyCode::Char('j' | 'm')) => KeyCode::Enter,
            (true, KeyCode::Char('[')) => KeyCode::Esc,
            (true, KeyCode::Char('h')) => KeyCode::Backspace,
            (true, KeyCode::Char('@')) => {
                return Self {
                    code: KeyCode::Char(' '),
                    ..self
                };
            }
            _ => return self,
        };
        Self {
            code,
            ctrl: false,
            ..self
        }
    }

    /// A letter in the case of the table.
    #[must_use]
    pub fn folded(self) -> Self {
        let code = match self.code {
            KeyCode::Char(letter) => KeyCode::Char(letter.to_lowercase().next().unwrap_or(letter)),
            other => other,
        };
        Self { code, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(letter: char) -> Key {
        Key::plain(KeyCode::Char(letter))
    }

    #[test]
    fn other_keys_take_the_place_of_the_usual_ones_in_every_row_of_an_action() {
        let map = Keymap::bound(&[(Action::ToggleOutline, vec![letter('y'), letter('z')])]);
        for context in [Context::Running, Context::Outline] {
            assert_eq!(map.action(context, letter('y')), Some(Action::ToggleOutline));
            assert_eq!(map.action(context, letter('Z')), Some(Action::ToggleOutline));
            assert_eq!(map.action(context, letter('g')), None);
            assert_eq!(map.shown_key(context, Action::ToggleOutline), Some(letter('y')));
        }
        assert_eq!(map.action(Context::Running, letter('n')), Some(Action::NextStep));
    }

    #[test]
    fn what_leads_out_of_everything_stays() {
        let map = Keymap::bound(&[(Action::Quit, vec![letter('w')])]);
        let ctrl_c = Key::ctrl(KeyCode::Char('c'));
        assert_eq!(map.action(Context::Filter, ctrl_c), Some(Action::Quit));
        assert_eq!(map.action(Context::Running, letter('w')), Some(Action::Quit));
        assert_eq!(map.action(Context::Running, letter('q')), None);
        assert_eq!(map.keys(Action::Quit), [letter('w')]);
        assert_eq!(map.keys(Action::No), [Key::plain(KeyCode::Esc)]);
    }

    #[test]
    fn enter_and_backspace_keep_their_part_in_numbers_when_the_moves_have_other_keys() {
        let (enter, backspace) = (Key::plain(KeyCode::Enter), Key::plain(KeyCode::Backspace));
        let of = |map: &Keymap| [enter, backspace].map(|key| map.action(Context::Running, key));
        assert_eq!(
            of(&Keymap::default()),
            [Some(Action::Advance), Some(Action::BackOrErase)]
        );
        let map = Keymap::bound(&[
            (Action::AdvanceOnly, vec![letter('j')]),
            (Action::Back, vec![letter('k')]),
        ]);
        assert_eq!(of(&map), [Some(Action::Jump), Some(Action::EraseDigit)]);
        let map = Keymap::bound(&[
            (Action::AdvanceOnly, vec![enter]),
            (Action::Back, vec![letter('k'), backspace]),
        ]);
        assert_eq!(of(&map), [Some(Action::Advance), Some(Action::BackOrErase)]);
    }

    #[test]
    fn keys_that_terminals_cannot_tell_apart_are_one_key() {
        let map = Keymap::default();
        for (sent, meant) in [
            ('i', KeyCode::Tab),
            ('m', KeyCode::Enter),
            ('j', KeyCode::Enter),
            ('[', KeyCode::Esc),
            ('h', KeyCode::Backspace),
            ('H', KeyCode::Backspace),
        ] {
            let sent = Key::ctrl(KeyCode::Char(sent));
            for context in [Context::Running, Context::Question, Context::Filter] {
                let does = map.action(context, sent);
                assert_eq!(does, map.action(context, Key::plain(meant)), "{sent:?}");
            }
        }
        let space = Key::ctrl(KeyCode::Char('@')).told_apart();
        assert_eq!(space, Key::ctrl(KeyCode::Char(' ')));
        assert_eq!(letter('h').told_apart(), letter('h'));
    }

    #[test]
    fn an_action_without_keys_has_none_to_name() {
        let map = Keymap::bound(&[(Action::DropStep, Vec::new())]);
        assert_eq!(map.action(Context::Running, letter('s')), None);
        assert_eq!(map.shown_key(Context::Running, Action::DropStep), None);
    }
}
