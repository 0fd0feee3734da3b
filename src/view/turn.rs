//! Who speaks now, in signs and words that are the same on every screen: ▶ the reader, ◀ the participants, ◆ all
//! together, ○ somebody else.

use crate::lang::ScreenWords;
use crate::slide::Doing;

/// "▶ SEKDA MEMBACA", by the role in a word or two.
pub(super) fn reader(words: &ScreenWords, short: Option<&str>, doing: Doing) -> String {
    match (short.map(str::to_uppercase), (words.doing)(doing).by) {
        (Some(short), "") => format!("▶ {short}"),
        (Some(short), does) => format!("▶ {short} {does}"),
        (None, _) => format!("▶ {}", by_nobody(words, doing)),
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
pub(super) fn by_nobody(words: &ScreenWords, doing: Doing) -> &'static str {
    (words.doing)(doing).by_nobody
}
