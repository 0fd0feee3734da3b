//! The table `[keys]`: which keys the user gives to which actions, and how they get in each other's way.
//!
//! Two actions may have the same key where they never count at once. What only leads through lists and questions, and
//! what is typed there, has the same keys for everybody.

use std::collections::{HashMap, HashSet};

use toml::Spanned;

use crate::script::Written;
use crate::script::fields::{Field, Shape};
use crate::script::parse::{Conformer, Record};
use crate::script::problem::{Fault, FixedUse, KeyboardFault};
use crate::show::keys::{ALWAYS, Action, BINDINGS, Binding};
use crate::show::{Key, KeyCode, Keymap};

/// The actions whose keys the user may choose, by their names in the file. This is the one place that names them.
pub const ACTIONS: &[(&str, Action)] = &[
    ("advance", Action::AdvanceOnly),
    ("back", Action::Back),
    ("next_step", Action::NextStep),
    ("previous_step", Action::PreviousStep),
    ("first", Action::First),
    ("last", Action::Last),
    ("restart_clause", Action::RestartCue),
    ("restart_text", Action::RestartText),
    ("undo", Action::Undo),
    ("drop_step", Action::DropStep),
    ("mark_absent", Action::MarkAbsent),
    ("mark_said", Action::MarkSaid),
    ("toggle_presses", Action::TogglePresses),
    ("toggle_phrases", Action::ToggleByPhrase),
    ("pause", Action::TogglePause),
    ("switch_screen", Action::SwitchScreen),
    ("blank", Action::ToggleBlank),
    ("title_card", Action::ToggleTitleCard),
    ("hold", Action::ToggleHold),
    ("screens", Action::ToggleScreens),
    ("outline", Action::ToggleOutline),
    ("theme", Action::NextTheme),
    ("larger", Action::Larger),
    ("smaller", Action::Smaller),
    ("help", Action::ToggleHelp),
    ("problems", Action::ToggleProblems),
    ("quit", Action::Quit),
];

/// The actions that must have a key.
const NEEDED: &[Action] = &[Action::AdvanceOnly, Action::Quit];

/// Actions that share a key with another one which goes on to do the same.
const TWINS: &[(Action, Action)] = &[
    (Action::Advance, Action::AdvanceOnly),
    (Action::BackOrErase, Action::Back),
];

/// What the keys are for that are the same for everybody, by what they ask for.
const FIXED_USES: &[(Action, FixedUse)] = &[
    (Action::Begin, FixedUse::Begin),
    (Action::BeginByClicker, FixedUse::Begin),
    (Action::HearClicker, FixedUse::Clicker),
    (Action::Yes, FixedUse::Answer),
    (Action::ResumeClause, FixedUse::Answer),
    (Action::ResumePhrase, FixedUse::Answer),
    (Action::ResumeText, FixedUse::Answer),
    (Action::BeginAnew, FixedUse::Answer),
    (Action::Up, FixedUse::Rows),
    (Action::Down, FixedUse::Rows),
    (Action::PageUp, FixedUse::Rows),
    (Action::PageDown, FixedUse::Rows),
    (Action::Top, FixedUse::Rows),
    (Action::Bottom, FixedUse::Rows),
    (Action::Choose, FixedUse::Open),
    (Action::BeginFilter, FixedUse::Filter),
    (Action::KeepFilter, FixedUse::Filter),
    (Action::EraseFilter, FixedUse::Filter),
    (Action::MoveStepUp, FixedUse::Change),
    (Action::MoveStepDown, FixedUse::Change),
    (Action::DropChosen, FixedUse::Change),
    (Action::InsertStep, FixedUse::Change),
    (Action::ReplacePerson, FixedUse::Change),
    (Action::NextField, FixedUse::Form),
    (Action::PreviousField, FixedUse::Form),
    (Action::NextChoice, FixedUse::Form),
    (Action::PreviousChoice, FixedUse::Form),
    (Action::EraseInField, FixedUse::Form),
    (Action::FinishField, FixedUse::Form),
    (Action::Advance, FixedUse::GoToNumber),
    (Action::Jump, FixedUse::GoToNumber),
    (Action::BackOrErase, FixedUse::EraseDigit),
    (Action::EraseDigit, FixedUse::EraseDigit),
];

/// Keys that have names. All others are written as they are.
const NAMED: &[(&str, KeyCode)] = &[
    ("space", KeyCode::Char(' ')),
    ("enter", KeyCode::Enter),
    ("tab", KeyCode::Tab),
    ("backspace", KeyCode::Backspace),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("page-up", KeyCode::PageUp),
    ("page-down", KeyCode::PageDown),
    ("f1", KeyCode::F(1)),
    ("f2", KeyCode::F(2)),
    ("f3", KeyCode::F(3)),
    ("f4", KeyCode::F(4)),
    ("f5", KeyCode::F(5)),
    ("f6", KeyCode::F(6)),
    ("f7", KeyCode::F(7)),
    ("f8", KeyCode::F(8)),
    ("f9", KeyCode::F(9)),
    ("f10", KeyCode::F(10)),
    ("f11", KeyCode::F(11)),
    ("f12", KeyCode::F(12)),
];

/// What stands before the name of a key that is held together with Ctrl.
const CTRL: &str = "ctrl-";

/// What else may be held together with a key, and does not reach the program from every terminal.
const MODIFIERS: &[&str] = &["alt", "shift", "meta", "super", "hyper", "cmd", "option", "win"];

/// The table, a key of the file for each action.
pub(super) static FIELDS: [Field; ACTIONS.len()] = {
    let mut fields = [const { Field::never_blank("", Shape::TextOrList) }; ACTIONS.len()];
    let mut at = 0;
    while at < ACTIONS.len() {
        fields[at] = Field::never_blank(ACTIONS[at].0, Shape::TextOrList);
        at += 1;
    }
    fields
};

/// What is wrong with a blank key of an action, which may be without any or not.
pub(super) fn blank(name: &'static str) -> KeyboardFault {
    let is_of = |(known, action): &(&str, Action)| *known == name && NEEDED.contains(action);
    if ACTIONS.iter().any(is_of) {
        KeyboardFault::Without(name)
    } else {
        KeyboardFault::Blank(name)
    }
}

/// A key of an action.
struct Bound {
    name: &'static str,
    action: Action,
    key: Key,
    /// As it stands in the file; nothing for a key that the action has by default.
    written: Option<Written>,
}

/// The keys as they are bound, with every key told that cannot be.
pub(super) fn keymap(mut record: Record, conformer: &mut Conformer<'_>) -> Keymap {
    let mut given: Vec<(Action, Vec<Key>)> = Vec::new();
    let mut all: Vec<Bound> = Vec::new();
    for &(name, action) in ACTIONS {
        let Some(span) = record.key_span(name) else {
            all.extend(usual(name, action));
            continue;
        };
        let is_refused = record.refused(name);
        let texts = record.texts(name);
        if texts.is_empty() && !is_refused && NEEDED.contains(&action) {
            conformer.error(Fault::Keyboard(KeyboardFault::Without(name)), span);
        }
        let mut found = HashSet::new();
        let bound: Vec<Bound> = texts
            .into_iter()
            .filter_map(|written| {
                let key = named_key(&written, conformer)?;
                found.insert(key).then_some(Bound {
                    name,
                    action,
                    key,
                    written: Some(written),
                })
            })
            .collect();
        given.push((action, bound.iter().map(|bound| bound.key).collect()));
        all.extend(bound);
    }
    let mut by_key: HashMap<Key, Vec<&Bound>> = HashMap::new();
    for bound in &all {
        by_key.entry(bound.key).or_default().push(bound);
    }
    for bound in &all {
        if let Some(written) = &bound.written {
            let same_key = by_key.get(&bound.key).map_or(&[][..], Vec::as_slice);
            tell_conflict(bound, written, same_key, conformer);
        }
    }
    Keymap::bound(&given)
}

/// The keys that an action has by default.
fn usual(name: &'static str, action: Action) -> Vec<Bound> {
    let keys = rows_of(action).next().map_or(&[][..], |row| row.keys.as_ref());
    let keys = keys.iter();
    keys.map(|&key| Bound {
        name,
        action,
        key,
        written: None,
    })
    .collect()
}

/// The rows of the table whose keys the user chooses with an action.
fn rows_of(action: Action) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
        .iter()
        .filter(move |row| row.action == action && !row.is_fixed())
}

/// Tells of a key that another action has where both count: of the later of two that are written, and of any that is
/// another action's by default or for good.
fn tell_conflict(bound: &Bound, written: &Written, same_key: &[&Bound], conformer: &mut Conformer<'_>) {
    let start = written.span().start;
    let is_before = |other: &Bound| {
        let place = other.written.as_ref().map(|written| written.span().start);
        place.is_none_or(|place| place < start)
    };
    let other = same_key.iter().find(|other| {
        other.action != bound.action && is_before(other) && count_at_once(bound.action, rows_of(other.action))
    });
    let key = written.get_ref().clone();
    let name = name_of(bound.key);
    let same_as = (name != key.to_lowercase()).then_some(name);
    let fault = if let Some(other) = other {
        let line = other.written.as_ref();
        KeyboardFault::Taken {
            key,
            same_as,
            action: bound.name,
            other: other.name,
            line: line.map(|written| conformer.reporter.line(written.span().start)),
        }
    } else {
        let mut in_the_way = fixed_rows(bound)
            .filter(|row| count_at_once(bound.action, std::iter::once(*row)))
            .peekable();
        if in_the_way.peek().is_none() {
            return;
        }
        KeyboardFault::Fixed {
            key,
            same_as,
            action: bound.name,
            uses: uses(in_the_way),
        }
    };
    conformer.error(Fault::Keyboard(fault), written.span());
}

/// The rows that have a key for good, but those that go on to do the same.
fn fixed_rows(bound: &Bound) -> impl Iterator<Item = &'static Binding> {
    let (key, action) = (bound.key, bound.action);
    BINDINGS.iter().filter(move |row| {
        let is_chosen = ACTIONS.iter().any(|(_, one)| *one == row.action) && !row.is_fixed();
        !is_chosen && row.keys.contains(&key) && !TWINS.contains(&(row.action, action))
    })
}

/// What the keys of rows are for, each use once.
fn uses(rows: impl Iterator<Item = &'static Binding>) -> Vec<FixedUse> {
    let mut uses = Vec::new();
    for row in rows {
        let found = FIXED_USES.iter().find(|(action, _)| *action == row.action);
        if let Some((_, found)) = found
            && !uses.contains(found)
        {
            uses.push(*found);
        }
    }
    uses
}

/// Whether an action counts anywhere where one of these rows does.
fn count_at_once(action: Action, mut rows: impl Iterator<Item = &'static Binding>) -> bool {
    rows.any(|row| {
        rows_of(action).any(|own| own.contexts.iter().any(|context| row.contexts.contains(context)))
    })
}

/// The key that is meant, or nothing where that is told.
fn named_key(written: &Spanned<String>, conformer: &mut Conformer<'_>) -> Option<Key> {
    let fault = match key(written.get_ref()) {
        Ok(key) => return Some(key),
        Err(KeyboardFault::Unknown { name, known, .. }) => {
            // Nobody who writes `f13` has mistyped `f1`.
            let is_mistyped = !is_numbered(&name);
            let nearest = is_mistyped
                .then(|| conformer.searches.nearest(&name, known.iter().copied()))
                .flatten();
            KeyboardFault::Unknown { name, nearest, known }
        }
        Err(fault) => fault,
    };
    conformer.error(Fault::Keyboard(fault), written.span());
    None
}

/// Whether it is called as the keys `f1` to `f12` are, with a number of its own.
fn is_numbered(name: &str) -> bool {
    name.strip_prefix(['f', 'F'])
        .is_some_and(|number| number.parse::<u32>().is_ok())
}

/// The key of a name, in either case.
fn key(name: &str) -> Result<Key, KeyboardFault> {
    let written = || name.to_owned();
    let name = name.to_lowercase();
    let unknown = || KeyboardFault::Unknown {
        name: written(),
        nearest: None,
        known: NAMED.iter().map(|(name, _)| *name).collect(),
    };
    let code_named = |name: &str| {
        let named = NAMED.iter().find(|(known, _)| *known == name);
        named.map(|(_, code)| *code)
    };
    if let Some(code) = code_named(&name) {
        return Ok(Key::plain(code));
    }
    if let Some(sign) = only_sign(&name) {
        return match sign {
            '0'..='9' => Err(KeyboardFault::Number(written())),
            sign => Ok(Key::plain(KeyCode::Char(sign))),
        };
    }
    if matches!(name.as_str(), "esc" | "escape") {
        return Err(KeyboardFault::Escape {
            key: written(),
            same_as: None,
        });
    }
    if name
        .split(['-', '+'])
        .rev()
        .skip(1)
        .any(|part| MODIFIERS.contains(&part))
    {
        return Err(KeyboardFault::Modifier(written()));
    }
    let held = name.strip_prefix(CTRL).ok_or_else(unknown)?;
    let code = match (code_named(held), only_sign(held)) {
        (Some(code @ KeyCode::Char(' ')), _) => code,
        (_, Some(sign)) if sign.is_ascii_alphabetic() || matches!(sign, '[' | '@') => KeyCode::Char(sign),
        (None, None) => return Err(unknown()),
        _ => return Err(KeyboardFault::ControlSign(written())),
    };
    let key = Key::ctrl(code).told_apart();
    match key.code {
        KeyCode::Esc => Err(KeyboardFault::Escape {
            key: written(),
            same_as: Some("esc".to_owned()),
        }),
        _ if ALWAYS.contains(&key) => Err(KeyboardFault::Always(written())),
        _ => Ok(key),
    }
}

/// The one sign of which a name consists, where it can be seen and typed.
fn only_sign(name: &str) -> Option<char> {
    let mut signs = name.chars();
    let sign = signs.next().filter(|_| signs.next().is_none())?;
    let is_seen = unicode_width::UnicodeWidthChar::width(sign).is_some_and(|width| width > 0);
    (is_seen && !sign.is_whitespace()).then_some(sign)
}

/// The name of a key in the file: what reads as that key again.
pub fn name_of(key: Key) -> String {
    let named = NAMED.iter().find(|(_, code)| *code == key.code);
    let name = match (named, key.code) {
        (Some((name, _)), _) => (*name).to_owned(),
        (None, KeyCode::Char(sign)) => sign.to_string(),
        // No other key can be bound.
        (None, _) => String::new(),
    };
    if key.ctrl { format!("{CTRL}{name}") } else { name }
}

#[cfg(test)]
mod tests;
