//! The page that a browser shows, one file made of the parts beside this one: style, script, the words of a language and the
//! typeface; and the policy that lets it run nothing else. Made once at the start; the server sends both as they are.
//!
//! What is shown never goes into the page: it comes through the stream of events, and the page sets it as text.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::edge::follow::RETRY;
use crate::follower::{PATIENCE, WAITING};
use crate::lang::screen_words::DoingWords;
use crate::lang::{Lang, ScreenWords};
use crate::script::Unit;
use crate::show::FollowerRole;
use crate::slide::{Doing, VERSION};
use crate::typeface;

const TEMPLATE: &str = include_str!("page.html");

const STYLE: &str = include_str!("page/style.css");

/// The script, in the order in which its parts need one another.
const SCRIPT: [&str; 5] = [
    include_str!("page/measure.js"),
    include_str!("page/layout.js"),
    include_str!("page/pictures.js"),
    include_str!("page/way.js"),
    include_str!("page/screen.js"),
];

/// A page and the header that goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    /// The whole file.
    pub(super) html: String,
    /// The value of `Content-Security-Policy`: the page's own script and style by their hashes, and nothing from outside.
    pub(super) policy: String,
}

/// The page for a role, in a language.
pub(super) fn of(lang: Lang, role: FollowerRole) -> Page {
    let words = &lang.words().screens;
    let title = match role {
        FollowerRole::Hall => words.page_hall,
        FollowerRole::Reader => words.page_reader,
    };
    let html = TEMPLATE
        .replace("{{interface}}", &interface(lang))
        .replace("{{title}}", &escaped(title))
        .replace("{{style}}", STYLE)
        .replace("{{script}}", &SCRIPT.join("\n"))
        .replace("{{typeface}}", &BASE64_STANDARD.encode(typeface::FILE))
        .replace("{{words}}", &data(&page_words(words, role)));
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; font-src data:; img-src data:; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        hash(within(&html, "<script>", "</script>")),
        hash(within(&html, "<style>", "</style>")),
    );
    Page { html, policy }
}

/// What elements have that hold words of the interface: their language, where it is another than that of the ceremony.
fn interface(lang: Lang) -> String {
    match lang {
        Lang::Id => String::new(),
        Lang::En => format!(r#" lang="{}""#, lang.spelling()),
    }
}

/// What the script of the page finds in its block of data.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PageWords {
    /// As the stream is asked for it.
    role: &'static str,
    /// The only version of slides that the page understands.
    version: u32,
    title: &'static str,
    /// "butir {number} dari {of}", by unit.
    counts: BTreeMap<&'static str, String>,
    /// "acara {number} dari {of}"
    step: String,
    manner: MannerWords,
    /// By what is done with the present words.
    doing: BTreeMap<Doing, PageDoing>,
    participants: &'static str,
    then_repeated: &'static str,
    participants_repeat: &'static str,
    next: &'static str,
    next_step: &'static str,
    /// After so many milliseconds without a word the leader is taken for lost.
    lost_after: u128,
    /// After so many before the first word the page says that it waits.
    waits_after: u128,
    /// So many after a failure follows the next try.
    again: u128,
    lost: &'static str,
    awaited: &'static str,
    may_sleep: &'static str,
}

/// What is done with words.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PageDoing {
    by: &'static str,
    by_nobody: &'static str,
}

/// How words are read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MannerWords {
    read_then_repeated: &'static str,
    read: &'static str,
    repeated: &'static str,
    together: &'static str,
}

fn page_words(words: &'static ScreenWords, role: FollowerRole) -> PageWords {
    let units = [Unit::Butir, Unit::Sila, Unit::Alinea, Unit::None];
    let counted = |unit| sentence(&(words.clause_of)(unit, NUMBER, OF));
    PageWords {
        role: match role {
            FollowerRole::Hall => "hall",
            FollowerRole::Reader => "reader",
        },
        version: VERSION,
        title: match role {
            FollowerRole::Hall => words.page_hall,
            FollowerRole::Reader => words.page_reader,
        },
        counts: units.map(|unit| (unit.spelling(), counted(unit))).into(),
        step: sentence(&(words.step_of)(NUMBER, OF)),
        manner: MannerWords {
            read_then_repeated: words.read_then_repeated,
            read: (words.doing)(Doing::Reads).by_nobody,
            repeated: words.being_repeated,
            together: words.together,
        },
        doing: Doing::ALL.map(|doing| (doing, page_doing(words, doing))).into(),
        participants: words.participants,
        then_repeated: words.then_repeated,
        participants_repeat: words.participants_repeat,
        next: words.next,
        next_step: words.next_step,
        lost_after: PATIENCE.as_millis(),
        waits_after: WAITING.as_millis(),
        again: RETRY.as_millis(),
        lost: match role {
            // A spectator would take a word for a fault: the hall has the sign alone.
            FollowerRole::Hall => "",
            FollowerRole::Reader => words.leader_lost,
        },
        awaited: words.leader_awaited,
        may_sleep: words.page_may_sleep,
    }
}

fn page_doing(words: &ScreenWords, doing: Doing) -> PageDoing {
    let DoingWords { by, by_nobody } = (words.doing)(doing);
    PageDoing { by, by_nobody }
}

/// Two numbers that no sentence has by itself, to find where it puts those it is given.
const NUMBER: usize = 71;
const OF: usize = 82;

/// A sentence with places for its two numbers.
fn sentence(with_numbers: &str) -> String {
    with_numbers
        .replace(&NUMBER.to_string(), "{number}")
        .replace(&OF.to_string(), "{of}")
}

/// As JSON that cannot end the block it stands in.
fn data(words: &PageWords) -> String {
    // Texts and numbers alone: there is nothing in them that JSON could not hold.
    serde_json::to_string(words)
        .unwrap_or_default()
        .replace('<', "\\u003c")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// What stands between the first `opens` and the `closes` after it: of the page, what a browser makes the hash of.
fn within<'a>(html: &'a str, opens: &str, closes: &str) -> &'a str {
    let after = html.split_once(opens).map_or("", |(_, after)| after);
    after.split_once(closes).map_or("", |(inner, _)| inner)
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests;
