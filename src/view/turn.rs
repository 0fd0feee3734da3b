//! Who speaks now, in signs and words that are the same on every screen: ▶ the reader, ◀ the participants, ◆ all
//! together, ○ somebody else.

use crate::lang::ScreenWords;

/// What somebody does whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    /// Reads a text.
    Reads,
    /// Says a line.
    Says,
    /// Does something.
    Acts,
    /// Is called, to sign.
    IsCalled,
}

/// "▶ SEKDA MEMBACA", by the role in a word or two.
pub(super) fn reader(words: &ScreenWords, short: Option<&str>, does: Does) -> String {
    let Some(short) = short.map(str::to_uppercase) else {
        return format!("▶ {}", by_nobody(words, does));
    };
    match does {
        Does::Reads => format!("▶ {short} {}", words.reads),
        Does::Says => format!("▶ {short} {}", words.says),
        Does::Acts => format!("▶ {short} {}", words.acts),
        Does::IsCalled => format!("▶ {short}"),
    }
}

/// "◀ lalu ditirukan", after the reader's.
pub(super) fn then_repeated(words: &ScreenWords) -> String {
    format!("◀ {}", words.then_repeated)
}

/// "◀ [ PESERTA MENIRUKAN ]"
pub(super) fn repeated(words: &ScreenWords) -> String {
    format!("◀ [ {} ]", words.participants_repeat)
}

/// "◆ BERSAMA-SAMA"
pub(super) fn together(words: &ScreenWords) -> String {
    format!("◆ {}", words.together)
}

/// "○ Pemimpin apel · Kompol Sutrisno"
pub(super) fn others(who: &str) -> String {
    format!("○ {who}")
}

/// A role, and a name where there is one.
pub(super) fn role_and_name(role: &str, name: Option<&str>) -> String {
    match name {
        Some(name) => format!("{role} · {name}"),
        None => role.to_owned(),
    }
}

/// What is said of it where nobody is named.
pub(super) fn by_nobody(words: &ScreenWords, does: Does) -> &'static str {
    match does {
        Does::Reads => words.read_by_nobody,
        Does::Says => words.said_by_nobody,
        Does::Acts | Does::IsCalled => words.done_by_nobody,
    }
}
