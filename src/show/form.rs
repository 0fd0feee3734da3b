//! The forms of the outline: why a step is dropped, which step is put in, who stands in for whom.
//!
//! A form takes whatever is typed while it is open, and only says what was filled in: what comes of it is done in
//! `changing`. It never moves the show, and nothing that steers a terminal is ever taken in.

use std::sync::Arc;
use std::time::Duration;

use unicode_segmentation::UnicodeSegmentation as _;

use super::keys::Action;
use super::{Key, KeyCode};
use crate::programme::carry::Carry;
use crate::programme::{Person, Programme, StandIn, Step, StepId, plan};
use crate::script::parse::read_duration;
use crate::script::{Kind, characters};

/// The longest title, name, office or reason, in characters.
pub const LONGEST: usize = 200;

/// The longest length of time, in characters.
const LONGEST_LENGTH: usize = 20;

/// The kinds of steps that can be put in: those that need no words of their own, which a form has no room for.
pub const KINDS: &[Kind] = &[
    Kind::Announcement,
    Kind::Command,
    Kind::Report,
    Kind::Salute,
    Kind::Song,
    Kind::Silence,
    Kind::Reading,
    Kind::Address,
    Kind::Prayer,
    Kind::Act,
];

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Why a step is dropped; may stay empty.
    Reason,
    /// The kind of a step, a choice.
    Kind,
    /// What a step is called.
    Title,
    /// How long a step takes; may stay empty.
    Length,
    /// Who is replaced, a choice.
    Person,
    /// Whether somebody else stands in or the script's own person is put back, a choice.
    By,
    /// The name of who stands in.
    Name,
    /// The office of who stands in.
    Office,
}

impl Field {
    /// Whether it is chosen, not typed.
    pub const fn is_choice(self) -> bool {
        matches!(self, Self::Kind | Self::Person | Self::By)
    }
}

/// What is missing or wrong in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormFault {
    /// A step must be called something.
    WithoutTitle,
    /// That is no length of time.
    WrongLength,
    /// Whoever stands in has a name or an office.
    WithoutName,
}

impl FormFault {
    /// The field in which it is told.
    pub const fn field(self) -> Field {
        match self {
            Self::WithoutTitle => Field::Title,
            Self::WrongLength => Field::Length,
            Self::WithoutName => Field::Name,
        }
    }
}

/// What a form asks for, with what was filled in so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Why a step is dropped.
    Reason(String),
    /// A step to be put in.
    NewStep {
        /// Its kind.
        kind: Kind,
        /// What it is called.
        title: String,
        /// How long it takes, as it was typed.
        length: String,
    },
    /// Who stands in.
    StandIn {
        /// The key of the person who is replaced.
        person: String,
        /// Whether the script's own person is put back.
        put_back: bool,
        /// The name; nothing while the reserve of the script is proposed.
        name: Option<String>,
        /// The office.
        office: String,
    },
}

/// What a form that is complete comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Filled {
    /// The step is dropped.
    Drop(Option<Arc<str>>),
    /// A step is put in.
    Insert { kind: Kind, title: String, seconds: u32 },
    /// Somebody is replaced, or put back.
    Replace { person: String, by: Option<StandIn> },
}

/// An open form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The step that it is about: the one to be dropped, or the one after which another is put in.
    pub step: StepId,
    /// What it asks for.
    pub asked: Asked,
    /// The field that takes the keys.
    pub field: Field,
    /// What was missing when it was to be done.
    pub fault: Option<FormFault>,
    /// When it was opened, in steady time; nothing once another key than the one that opened it has come.
    opened: Option<Duration>,
}

impl Form {
    fn new(step: StepId, asked: Asked, field: Field, at: Duration) -> Self {
        Self {
            step,
            asked,
            field,
            fault: None,
            opened: Some(at),
        }
    }

    /// Why a step is dropped.
    pub(super) fn of_reason(step: StepId, at: Duration) -> Self {
        Self::new(step, Asked::Reason(String::new()), Field::Reason, at)
    }

    /// A step to be put in after another.
    pub(super) fn of_step(after: StepId, at: Duration) -> Self {
        let asked = Asked::NewStep {
            kind: Kind::Act,
            title: String::new(),
            length: String::new(),
        };
        Self::new(after, asked, Field::Kind, at)
    }

    /// Who stands in, first for whoever has the chosen step; nothing where the script names nobody.
    pub(super) fn of_stand_in(programme: &Programme, step: &Step, at: Duration) -> Option<Self> {
        let has = step.by.or_else(|| step.cues.iter().find_map(|cue| cue.by));
        let person = has.and_then(|person| programme.person(person));
        let asked = Asked::StandIn {
            person: person.or_else(|| programme.people.first())?.key.clone(),
            put_back: false,
            name: None,
            office: String::new(),
        };
        Some(Self::new(step.id.clone(), asked, Field::Person, at))
    }

    /// The key that opens it.
    fn opened_by(&self) -> Action {
        match self.asked {
            Asked::Reason(_) => Action::DropChosen,
            Asked::NewStep { .. } => Action::InsertStep,
            Asked::StandIn { .. } => Action::ReplacePerson,
        }
    }

    /// The person who is replaced.
    pub fn person<'a>(&self, programme: &'a Programme) -> Option<&'a Person> {
        match &self.asked {
            Asked::StandIn { person, .. } => programme.people.iter().find(|one| one.key == *person),
            Asked::Reason(_) | Asked::NewStep { .. } => None,
        }
    }

    /// Its fields, from top to bottom. Who stands in already can be put back; then nobody is to be named.
    pub fn fields(&self, programme: &Programme) -> &'static [Field] {
        let is_replaced = self.person(programme).is_some_and(Person::is_replaced);
        match self.asked {
            Asked::Reason(_) => &[Field::Reason],
            Asked::NewStep { .. } => &[Field::Kind, Field::Title, Field::Length],
            Asked::StandIn { put_back: true, .. } if is_replaced => &[Field::Person, Field::By],
            Asked::StandIn { .. } if is_replaced => &[Field::Person, Field::By, Field::Name, Field::Office],
            Asked::StandIn { .. } => &[Field::Person, Field::Name, Field::Office],
        }
    }

    /// The name of the reserve, where it is proposed: the script has one who does not stand in already, and nothing
    /// else was typed.
    pub fn proposed<'a>(&self, programme: &'a Programme) -> Option<&'a str> {
        let Asked::StandIn { name: None, .. } = &self.asked else {
            return None;
        };
        let person = self.person(programme)?;
        let stands_in = person.is_replaced().then_some(person.name.as_deref()).flatten();
        person
            .reserve
            .as_deref()
            .filter(|reserve| stands_in != Some(*reserve))
    }

    /// What was typed into a field; nothing of a choice, and of a name that is only proposed.
    pub fn typed(&self, field: Field) -> &str {
        match (&self.asked, field) {
            (Asked::Reason(reason), Field::Reason) => reason,
            (Asked::NewStep { title, .. }, Field::Title) => title,
            (Asked::NewStep { length, .. }, Field::Length) => length,
            (Asked::StandIn { name, .. }, Field::Name) => name.as_deref().unwrap_or_default(),
            (Asked::StandIn { office, .. }, Field::Office) => office,
            (Asked::Reason(_) | Asked::NewStep { .. } | Asked::StandIn { .. }, _) => "",
        }
    }

    /// Where the keys go, and how much has room there; nothing for a choice.
    fn typing(&mut self) -> Option<(&mut String, usize)> {
        match (&mut self.asked, self.field) {
            (Asked::Reason(reason), Field::Reason) => Some((reason, LONGEST)),
            (Asked::NewStep { title, .. }, Field::Title) => Some((title, LONGEST)),
            (Asked::NewStep { length, .. }, Field::Length) => Some((length, LONGEST_LENGTH)),
            (Asked::StandIn { name, .. }, Field::Name) => Some((name.get_or_insert_default(), LONGEST)),
            (Asked::StandIn { office, .. }, Field::Office) => Some((office, LONGEST)),
            (Asked::Reason(_) | Asked::NewStep { .. } | Asked::StandIn { .. }, _) => None,
        }
    }

    /// Takes a key that is typed: into the field, Space and digits too. In a choice Space goes on to the next one, and
    /// anything else into the field after it. Gives whether it was taken, be it for nothing.
    pub(super) fn take_letter(&mut self, programme: &Programme, key: Key) -> bool {
        let (KeyCode::Char(letter), false, false) = (key.code, key.ctrl, key.alt) else {
            return false;
        };
        if self.field.is_choice() && letter == ' ' {
            self.choose(programme, true);
        } else {
            self.take_letters(programme, letter.encode_utf8(&mut [0; 4]));
        }
        true
    }

    /// Takes what was pasted, as if it were typed.
    pub(super) fn take_pasted(&mut self, programme: &Programme, text: &str) {
        if characters::pasted_line("", text).is_empty() && self.field.is_choice() {
            return;
        }
        self.go_to_words(programme);
        let text = characters::pasted_line(self.typed(self.field), text);
        if !text.is_empty() {
            self.opened = None;
            self.take_letters(programme, &text);
        }
    }

    /// Whoever types at once in a choice means the words that come after it.
    fn go_to_words(&mut self, programme: &Programme) {
        while self.field.is_choice() && self.go(programme, true) {}
    }

    /// Takes letters into the field, as many as have room there, and none that steers a terminal.
    fn take_letters(&mut self, programme: &Programme, letters: &str) {
        self.go_to_words(programme);
        let Some((text, most)) = self.typing() else {
            return;
        };
        let before = text.len();
        let room = most.saturating_sub(text.chars().count());
        text.extend(
            letters
                .chars()
                .filter(|letter| characters::is_typed(*letter))
                .take(room),
        );
        if text.len() > before {
            self.fault = None;
        }
    }

    /// Whether a letter is the key that opened the form, bouncing or held: so soon after it, nobody types it.
    pub(super) fn is_opening(
        &mut self,
        does: Option<Action>,
        repeated: bool,
        at: Duration,
        guard: Duration,
    ) -> bool {
        let bounces = self
            .opened
            .is_some_and(|opened| repeated || at.saturating_sub(opened) < guard);
        if bounces && does == Some(self.opened_by()) {
            self.opened = Some(at);
            return true;
        }
        self.opened = None;
        false
    }

    /// Takes away the last character; of a name that is only proposed, all of it.
    pub(super) fn erase(&mut self) {
        if let Some((text, _)) = self.typing() {
            let last = text.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
            text.truncate(last);
            self.fault = None;
        }
    }

    /// Goes to the field after this one, or before it; at an end it stays. Whether there was one.
    pub(super) fn go(&mut self, programme: &Programme, down: bool) -> bool {
        let fields = self.fields(programme);
        let here = fields.iter().position(|field| *field == self.field).unwrap_or(0);
        let next = if down {
            here.checked_add(1)
        } else {
            here.checked_sub(1)
        };
        let next = next.and_then(|next| fields.get(next));
        if let Some(field) = next {
            self.field = *field;
        }
        next.is_some()
    }

    /// Whether the field is the last one, so that Enter does what the form is for.
    pub fn is_at_end(&self, programme: &Programme) -> bool {
        self.fields(programme).last() == Some(&self.field)
    }

    /// The next choice of the field, or the one before, round and round.
    pub(super) fn choose(&mut self, programme: &Programme, next: bool) {
        let field = self.field;
        match &mut self.asked {
            Asked::NewStep { kind, .. } if field == Field::Kind => {
                if let Some(other) = beside(KINDS, |one| one == kind, next) {
                    *kind = *other;
                }
            }
            Asked::StandIn { person, put_back, .. } if field == Field::Person => {
                if let Some(other) = beside(&programme.people, |one| one.key == *person, next) {
                    person.clone_from(&other.key);
                    *put_back = false;
                }
            }
            Asked::StandIn { put_back, .. } if field == Field::By => *put_back = !*put_back,
            Asked::Reason(_) | Asked::NewStep { .. } | Asked::StandIn { .. } => return,
        }
        self.fault = None;
    }

    /// What it comes to.
    pub(super) fn filled(&self, programme: &Programme) -> Result<Filled, FormFault> {
        match &self.asked {
            Asked::Reason(reason) => Ok(Filled::Drop(given(reason).map(Arc::from))),
            Asked::NewStep { kind, title, length } => Ok(Filled::Insert {
                kind: *kind,
                title: given(title).ok_or(FormFault::WithoutTitle)?.to_owned(),
                seconds: seconds(length, *kind)?,
            }),
            Asked::StandIn {
                person,
                put_back,
                name,
                office,
            } => {
                let name = name.as_deref().or_else(|| self.proposed(programme));
                let by = StandIn {
                    name: name.and_then(given).map(str::to_owned),
                    office: given(office).map(str::to_owned),
                };
                if !put_back && by.name.is_none() && by.office.is_none() {
                    return Err(FormFault::WithoutName);
                }
                Ok(Filled::Replace {
                    person: person.clone(),
                    by: Some(by).filter(|_| !put_back),
                })
            }
        }
    }

    /// The form as a save has left it; nothing where its step is gone, or all that it could replace.
    pub(super) fn carried(mut self, carry: &Carry<'_>) -> Option<Self> {
        self.step = carry.step(&self.step)?.id.clone();
        let programme = carry.after();
        let is_gone = self.person(programme).is_none();
        if let Asked::StandIn { person, put_back, .. } = &mut self.asked
            && is_gone
        {
            person.clone_from(&programme.people.first()?.key);
            *put_back = false;
        }
        // A field may have gone with what it was about.
        if !self.fields(programme).contains(&self.field) {
            self.field = *self.fields(programme).first()?;
        }
        Some(self)
    }
}

/// The one after that which is meant, or before it, round and round.
fn beside<T>(all: &[T], is_meant: impl Fn(&T) -> bool, next: bool) -> Option<&T> {
    let here = all.iter().position(is_meant).unwrap_or(0);
    let step = if next { 1 } else { all.len().checked_sub(1)? };
    all.get((here + step) % all.len().max(1))
}

/// What was typed, without the spaces around it; nothing where that is all.
fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The seconds of a length as it was typed: as a script writes it, or whole minutes; the usual ones where there is none.
fn seconds(length: &str, kind: Kind) -> Result<u32, FormFault> {
    let Some(length) = given(length) else {
        return Ok(plan::usual_slot(kind));
    };
    let is_number = length.bytes().all(|byte| byte.is_ascii_digit());
    let read = if is_number {
        read_duration(&format!("{length}m"))
    } else {
        read_duration(length)
    };
    read.map_err(|_| FormFault::WrongLength)
}
