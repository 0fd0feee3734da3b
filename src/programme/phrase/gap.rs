//! What it costs to breathe between two words.
//!
//! Every gap of a text gets one price, from the signs and words around it; how long a phrase becomes is the business
//! of `breaks`. The prices are in tenths of the cost of one word too few in a phrase of three, and were set by reading
//! the five pledges and the state texts aloud (see `cases`).

use super::breaks::Cost;
use super::token::{Sign, Token};
use super::words::{self, Opening};

/// At the end of a sentence a break is nearly always wanted.
const SENTENCE: i32 = -150;
/// After a semicolon or a colon.
const COLON: i32 = -60;
/// After a comma or a dash.
const COMMA: i32 = 0;
/// Before a conjunction that begins a clause.
const CLAUSE: i32 = 15;
/// Before a preposition, *yang*, and what coordinates.
const FAIR: i32 = 30;
/// Before a negation or a pronoun, which begin a clause where no conjunction does.
const WEAK: i32 = 80;
/// Before a coordination within a prepositional phrase: "kepada calon | atau pasangan calon".
const WITHIN: i32 = 60;
/// Between two words of the same make that are coordinated: "menjaga | dan menegakkan".
const TWINS: i32 = 120;
/// Between a passive verb and who does it: "dipimpin | oleh".
const AGENT: i32 = 60;
/// Before a name.
const BEFORE_NAME: i32 = 110;
/// Anywhere else.
const DEAR: i32 = 140;
/// Within a name. Less than the other bad breaks: a heading in capitals may have to be broken somewhere.
const NAME: i32 = 450;
/// Next to forbidden: after a word that leads on, within a fixed expression, between a number and its unit.
const BAD: i32 = 600;

/// How many words ahead a *baik* looks for its *maupun*, and a coordination back for its preposition.
const REACH: usize = 8;

/// The costs of all gaps of a text, one fewer than it has words.
pub(super) fn costs(tokens: &[Token<'_>]) -> Vec<Cost> {
    // In a text that is all in capitals these say nothing of names.
    let names = tokens.iter().any(|token| token.written.chars().any(char::is_lowercase));
    let mut costs: Vec<Cost> = (1..tokens.len()).map(|next| cost(tokens, next, names)).collect();
    for at in 0..tokens.len() {
        let inner = words::fixed_from(&tokens[at..]).saturating_sub(1);
        for cost in costs.iter_mut().skip(at).take(inner) {
            *cost = cost.map(|_| BAD);
        }
    }
    costs
}

/// The cost of the gap before the word at `next`, which is not the first.
fn cost(tokens: &[Token<'_>], next: usize, names: bool) -> Cost {
    let (before, rest) = tokens.split_at(next);
    let ([.., last], [here, ..]) = (before, rest) else { return None };
    if last.tied || words::is_within_date(last, rest) || words::is_within_number(last, here) {
        return None;
    }
    Some(if is_doubled(before, here) || words::is_within_title(last, here) {
        BAD
    } else {
        match last.sign {
            Sign::Stop if !words::is_abbreviation(&last.core) => SENTENCE,
            // Degrees may end a sentence: a capital after them is no part of the name.
            Sign::Stop if here.is_capitalised() => COMMA,
            Sign::Colon => COLON,
            Sign::Comma => COMMA,
            Sign::Stop | Sign::None => unsigned(before, last, rest, here, names),
        }
    })
}

/// The cost where no sign tells.
fn unsigned(before: &[Token<'_>], last: &Token<'_>, rest: &[Token<'_>], here: &Token<'_>, names: bool) -> i32 {
    let names = names && here.is_capitalised();
    if leads(before, last) || words::follows(&here.core) || words::is_number(&here.core) {
        return BAD;
    }
    if here.opens_aside() {
        return FAIR;
    }
    match words::opening(&here.core) {
        Some(Opening::Clause) => CLAUSE,
        Some(Opening::Coordination) => coordination(before, last, rest),
        Some(Opening::Preposition) if here.core == "oleh" && words::is_passive(&last.core) => AGENT,
        Some(Opening::Preposition | Opening::Relative) => FAIR,
        Some(Opening::Both) if both_ahead(rest) => CLAUSE,
        Some(Opening::Weak) => WEAK,
        Some(Opening::Both) | None if words::is_number(&last.core) && !words::is_year(&last.core) => BAD,
        // The capital of a sentence's first word is taken for a name's; it matters little, as no word stands alone.
        Some(Opening::Both) | None if names && last.is_capitalised() => NAME,
        Some(Opening::Both) | None if names => BEFORE_NAME,
        Some(Opening::Both) | None => DEAR,
    }
}

/// Whether the last word before a gap leads on to the next: nobody breathes after "dan".
fn leads(before: &[Token<'_>], last: &Token<'_>) -> bool {
    let takes_part = matches!(before, [.., part, _] if matches!(part.core.as_str(), "ikut" | "turut" | "peran"));
    words::leads(&last.core) && !(takes_part && last.core == "serta")
}

/// The cost before "dan" and its like: the closer the two sides belong together, the dearer.
fn coordination(before: &[Token<'_>], last: &Token<'_>, rest: &[Token<'_>]) -> i32 {
    let Some(second) = rest.get(1) else { return BAD };
    if words::are_twins(&last.core, &second.core) {
        return TWINS;
    }
    let new_clause = words::opening(&second.core).is_some() || words::is_verb(&second.core);
    if !new_clause && is_within_preposition(before) { WITHIN } else { FAIR }
}

/// Whether the words before a gap end in a prepositional phrase.
fn is_within_preposition(before: &[Token<'_>]) -> bool {
    let near = before.iter().rev().take(REACH).enumerate();
    near.take_while(|(back, token)| *back == 0 || token.sign == Sign::None)
        .filter_map(|(_, token)| words::opening(&token.core))
        .find(|opening| *opening != Opening::Coordination)
        == Some(Opening::Preposition)
}

/// Whether the "baik" at the front is the one of "baik …, maupun …".
fn both_ahead(rest: &[Token<'_>]) -> bool {
    rest.iter().take(REACH).any(|token| token.core == "maupun")
}

/// Whether a sign that stands alone is at the gap, and belongs to what is before it: "masing – masing".
fn is_doubled(before: &[Token<'_>], here: &Token<'_>) -> bool {
    match before {
        _ if here.core.is_empty() => true,
        [.., first, dash] => dash.core.is_empty() && !first.core.is_empty() && first.core == here.core,
        _ => false,
    }
}
