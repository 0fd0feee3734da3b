//! Single values: each read as its shape asks, or refused with a problem of its own.

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};

use jiff::civil::{Date, Time};
use toml::Spanned;
use toml::de::DeValue;
use toml::value::Datetime;

use super::conform::Conformer;
use super::duration;
use crate::script::Written;
use crate::script::characters;
use crate::script::problem::{Fault, ValueType};

impl Conformer<'_> {
    pub(super) fn text(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Written> {
        let DeValue::String(text) = value.get_ref() else {
            return self.wrong_type(value, ValueType::Text);
        };
        let span = value.span();
        self.is_clean(text, &span)
            .then(|| Spanned::new(span, text.clone().into_owned()))
    }

    pub(super) fn word(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        known: &'static [&'static str],
    ) -> Option<&'static str> {
        let text = self.text(value)?;
        let word = text.get_ref().as_str();
        let found = known.iter().copied().find(|&known| known == word);
        if found.is_none() {
            let nearest = self.meant(word, known);
            self.error(
                Fault::UnknownWord {
                    word: word.to_owned(),
                    nearest,
                    known,
                },
                value.span(),
            );
        }
        found
    }

    pub(super) fn duration(&mut self, value: &Spanned<DeValue<'_>>) -> Option<u32> {
        let read = match value.get_ref() {
            DeValue::String(text) => duration::read(text),
            DeValue::Integer(integer) if integer.as_str().starts_with('-') => Err(Fault::NegativeDuration),
            _ => return self.wrong_type(value, ValueType::Duration),
        };
        read.map_err(|fault| self.error(fault, value.span())).ok()
    }

    pub(super) fn date(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Date> {
        let DeValue::Datetime(found) = value.get_ref() else {
            self.error(Fault::NotADate, value.span());
            return None;
        };
        if is_unread(*found) {
            return None;
        }
        let Some(date) = found
            .date
            .filter(|_| found.time.is_none() && found.offset.is_none())
        else {
            self.error(Fault::NotADate, value.span());
            return None;
        };
        let number = |number: u8| i8::try_from(number).unwrap_or_default();
        let date = i16::try_from(date.year)
            .ok()
            .and_then(|year| Date::new(year, number(date.month), number(date.day)).ok());
        if date.is_none() {
            self.error(Fault::NoSuchDay, value.span());
        }
        date
    }

    pub(super) fn time(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Time> {
        let time = value
            .get_ref()
            .as_datetime()
            .filter(|found| found.date.is_none() && found.offset.is_none());
        let number = |number: u8| i8::try_from(number).unwrap_or_default();
        let time = time.and_then(|found| found.time).and_then(|time| {
            // A leap second is a second like its neighbour to a programme of minutes.
            let second = time.second.unwrap_or_default().min(59);
            Time::new(number(time.hour), number(time.minute), number(second), 0).ok()
        });
        if time.is_none() {
            self.error(Fault::NotATime, value.span());
        }
        time
    }

    /// Whether a decoded text has no forbidden character. Those that stand in the file as they are were told before,
    /// and stood in for: what is found here was hidden in an escape, and what has no escape is borrowed from the file.
    #[expect(
        clippy::ptr_arg,
        reason = "whether it is borrowed tells whether it was decoded"
    )]
    pub(super) fn is_clean(&mut self, text: &Cow<'_, str>, span: &Range<usize>) -> bool {
        if matches!(text, Cow::Borrowed(_)) {
            return true;
        }
        let hidden = characters::forbidden_in(text).next();
        if let Some((_, character)) = hidden {
            self.error(Fault::ForbiddenCharacter(character), span.clone());
        }
        hidden.is_none()
    }

    pub(super) fn wrong_type<T>(&mut self, value: &Spanned<DeValue<'_>>, expected: ValueType) -> Option<T> {
        let found = match value.get_ref() {
            DeValue::String(_) => ValueType::Text,
            DeValue::Integer(_) => ValueType::Integer,
            DeValue::Float(_) => ValueType::Float,
            DeValue::Boolean(_) => ValueType::Boolean,
            DeValue::Datetime(_) => ValueType::DateTime,
            DeValue::Array(_) => ValueType::List,
            DeValue::Table(_) => ValueType::Table,
        };
        self.error(Fault::WrongType { expected, found }, value.span());
        None
    }

    pub(super) fn boolean(&mut self, value: &Spanned<DeValue<'_>>) -> Option<bool> {
        value
            .get_ref()
            .as_bool()
            .or_else(|| self.wrong_type(value, ValueType::Boolean))
    }

    pub(super) fn number(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        bounds: &RangeInclusive<u32>,
    ) -> Option<u32> {
        let DeValue::Integer(integer) = value.get_ref() else {
            return self.wrong_type(value, ValueType::Integer);
        };
        if integer.as_str().is_empty() {
            return None; // The parser could not read it, and told so.
        }
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok();
        let allowed = number.filter(|number| bounds.contains(number));
        if allowed.is_none() {
            self.error(
                Fault::WrongNumber {
                    least: *bounds.start(),
                    most: *bounds.end(),
                },
                value.span(),
            );
        }
        allowed
    }
}

/// Whether the parser could not read a date or time, and told so.
fn is_unread(found: Datetime) -> bool {
    found.date.is_none() && found.time.is_none()
}
