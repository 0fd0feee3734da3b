//! What it costs to breathe between two words.
//!
//! Every gap of a text gets one price, from the signs and words around it; how long a phrase becomes is the business
//! of `breaks`. Prices and lengths are on one scale, whose unit means nothing by itself; they were set by reading the
//! five pledges and the state texts aloud (see `cases`), so a change here is a change to be read aloud again.

use super::breaks::Cost;
use super::token::{Sign, Token};
use super::words::{self, Opening};
use super::{figures, fixed};

/// At the end of a sentence a break is nearly always wanted.
const SENTENCE: i32 = -200;
/// After a semicolon or a colon.
const COLON: i32 = -60;
/// After a comma, before a conjunction that begins a clause.
const CLAUSE_AFTER_COMMA: i32 = -30;
/// After a comma or a dash.
const COMMA: i32 = 0;
/// Before the formula by which one binds oneself: "kami berikrar:".
const FORMULA: i32 = 10;
/// Before a conjunction that begins a clause.
const CLAUSE: i32 = 15;
/// Before a preposition, *yang*, and what coordinates clauses.
const FAIR: i32 = 30;
/// Before a negation, which begins a clause where no conjunction does.
const NEGATION: i32 = 40;
/// Between a verb and the preposition it asks for: "dipimpin | oleh", "memihak | kepada".
const ASKED_FOR: i32 = 50;
/// After a comma that follows a preposition, which still waits for its noun: "sebelum, | selama".
const WAITING: i32 = 80;
/// Before a pronoun or an auxiliary, or short capitals as a subject, and before an adverb like "dengan ini".
const WEAK: i32 = 80;
/// Before a coordination within a prepositional phrase: "kepada calon | atau pasangan calon".
const WITHIN: i32 = 90;
/// Before a name.
const BEFORE_NAME: i32 = 100;
/// Between a subject and its verb.
const BEFORE_VERB: i32 = 100;
/// Before a coordination of single words: "menjaga | dan menegakkan", "intimidasi | dan ancaman kepada".
const PAIR: i32 = 120;
/// Anywhere else.
const DEAR: i32 = 140;
/// Added where a break would leave one word alone behind a comma, or two of which the first begins something new:
/// "pukul 07.30 WIB, bertempat | di halaman", "masing-masing, dilaksanakan ikrar | dan penandatanganan".
const STRANDED: i32 = 60;
/// Within a name. Less than the other bad breaks: a heading in capitals may have to be broken somewhere.
const NAME: i32 = 450;
/// Next to forbidden: after a word that leads on, within a fixed expression, between a number and its unit.
const BAD: i32 = 600;

/// How many words ahead a *baik* looks for its *maupun*, and a coordination back for its preposition.
const REACH: usize = 8;

/// The costs of all gaps of a text, one fewer than it has words.
pub(super) fn costs(tokens: &[Token<'_>]) -> Vec<Cost> {
    // In a text that is all in capitals these say nothing of names.
    let names = tokens
        .iter()
        .any(|token| token.written.chars().any(char::is_lowercase));
    let mut costs: Vec<Cost> = (1..tokens.len()).map(|next| cost(tokens, next, names)).collect();
    for at in 0..tokens.len() {
        let inner = fixed::length_at(&tokens[at..]).saturating_sub(1);
        for cost in costs.iter_mut().skip(at).take(inner) {
            *cost = cost.map(|_| BAD);
        }
    }
    costs
}

/// The cost of the gap before the word at `next`, which is not the first.
fn cost(tokens: &[Token<'_>], next: usize, names: bool) -> Cost {
    let (before, rest) = tokens.split_at(next);
    let ([.., last], [here, ..]) = (before, rest) else {
        return None;
    };
    if last.tied || figures::is_within_date(last, rest) || figures::is_within_number(last, here) {
        return None;
    }
    if is_doubled(before, here) || words::is_within_title(last, here) || figures::is_spelt_out(last, here) {
        return Some(BAD);
    }
    Some(match last.sign {
        Sign::Stop if !words::is_abbreviation(&last.core) => SENTENCE,
        // Degrees may end a sentence: a capital after them is no part of the name.
        Sign::Stop if here.is_capitalised() => COMMA,
        Sign::Colon => COLON,
        Sign::Comma if words::leads(&last.core) => WAITING,
        Sign::Comma if begins_clause(rest) => CLAUSE_AFTER_COMMA,
        Sign::Comma => COMMA,
        Sign::Stop | Sign::None => unsigned(before, last, rest, here, names) + stranded(before),
    })
}

/// The cost where no sign tells.
fn unsigned(
    before: &[Token<'_>],
    last: &Token<'_>,
    rest: &[Token<'_>],
    here: &Token<'_>,
    names: bool,
) -> i32 {
    let counted = figures::is_number(&here.core) || figures::is_ordinal(&here.core);
    if leads(before, last) || words::follows(&here.core) || counted {
        return BAD;
    }
    if here.opens_aside() {
        return FAIR;
    }
    let second = rest.get(1).map_or("", |token| token.core.as_str());
    match words::opening(&here.core) {
        _ if is_number_of_law(here, rest) => DEAR,
        _ if begins_with_conclusion(rest) => CLAUSE,
        _ if begins_clause(rest) => CLAUSE,
        _ if words::is_formula(&here.core, second) => FORMULA,
        Some(Opening::Coordination) => coordination(before, last, rest, names),
        Some(Opening::Preposition) if words::is_verb(&last.core) => ASKED_FOR,
        Some(Opening::Preposition) if words::follows(second) => WEAK,
        Some(Opening::Relative) if is_short_relative(rest) => DEAR,
        Some(Opening::Preposition | Opening::Relative) => FAIR,
        Some(Opening::Negation) => NEGATION,
        Some(Opening::Weak) => WEAK,
        Some(Opening::Clause | Opening::Both) | None => plain(before, last, rest, here, names),
    }
}

/// The cost where the word after the gap opens nothing.
fn plain(before: &[Token<'_>], last: &Token<'_>, rest: &[Token<'_>], here: &Token<'_>, names: bool) -> i32 {
    let name = names && here.is_capitalised();
    let acronym = name && here.is_acronym() && !last.is_capitalised();
    let counts = figures::is_number(&last.core) && !figures::is_year(&last.core);
    if counts || figures::is_ordinal(&last.core) {
        BAD
    } else if acronym && is_subject(rest) {
        if is_adverbial(before) { FAIR } else { WEAK }
    } else if name && last.is_capitalised() || acronym && !words::follows(&last.core) {
        // The capital of a sentence's first word is taken for a name's; it matters little, as no word stands alone.
        NAME
    } else if name {
        BEFORE_NAME
    } else if words::is_verb(&here.core) {
        BEFORE_VERB
    } else {
        DEAR
    }
}

/// Whether something is said of the name at the front, which so begins anew: "pada masa tenang | ASN dilarang".
fn is_subject(rest: &[Token<'_>]) -> bool {
    matches!(rest, [name, said, ..]
        if name.sign == Sign::None && (words::is_predicate(&said.core) || words::is_verb(&said.core)))
}

/// Whether the words since the last sign only tell where or when: "pada masa tenang".
fn is_adverbial(before: &[Token<'_>]) -> bool {
    let begins = before
        .iter()
        .rposition(|token| token.sign != Sign::None)
        .map_or(0, |sign| sign + 1);
    let since = before.get(begins..).unwrap_or_default();
    let opens = since.first().and_then(|first| words::opening(&first.core)) == Some(Opening::Preposition);
    opens && !since.iter().any(|token| words::is_verb(&token.core))
}

/// What is added where the last word or two before a gap would stand alone behind a sign.
fn stranded(before: &[Token<'_>]) -> i32 {
    match before {
        [.., signed, _] if ends_with_sign(signed) => STRANDED,
        [.., signed, first, _] if ends_with_sign(signed) && begins_anew(&first.core) => STRANDED,
        _ => 0,
    }
}

fn ends_with_sign(token: &Token<'_>) -> bool {
    token.sign != Sign::None && !words::is_abbreviation(&token.core)
}

/// Whether a word behind a comma begins something new rather than going on with a list.
fn begins_anew(word: &str) -> bool {
    match words::opening(word) {
        Some(Opening::Preposition | Opening::Negation) => true,
        // A pronoun; an auxiliary goes on with what was begun: "bahwa saya, akan bekerja".
        Some(Opening::Weak) => !words::leads(word),
        _ => words::is_verb(word),
    }
}

/// Whether the number of a law begins: "Undang-Undang | Nomor 5 Tahun 2014" is better parted than a name.
fn is_number_of_law(here: &Token<'_>, rest: &[Token<'_>]) -> bool {
    matches!(here.core.as_str(), "nomor" | "no")
        && rest.get(1).is_some_and(|next| figures::is_number(&next.core))
}

/// Whether what follows is drawn from what was said: "dan oleh karena itu".
fn begins_with_conclusion(rest: &[Token<'_>]) -> bool {
    matches!(rest, [joint, by, because, that, ..]
        if joint.core == "dan" && by.core == "oleh" && matches!(&*because.core, "karena" | "sebab") && that.core == "itu")
}

/// Whether a *yang* has one word only, and then the sentence goes on: "peraturan | yang berlaku dan melaksanakan tugas".
/// After any other word than *berlaku* a verb most often goes on with what is said of the noun: "yang bersih dan melayani".
fn is_short_relative(rest: &[Token<'_>]) -> bool {
    matches!(rest, [that, only, joint, next, _, ..]
        if that.core == "yang" && only.core == "berlaku" && only.sign == Sign::None && joint.core == "dan"
            && next.sign == Sign::None && next.core.starts_with("me") && words::is_verb(&next.core))
}

/// Whether a conjunction at the front begins a clause.
fn begins_clause(rest: &[Token<'_>]) -> bool {
    match rest.first().and_then(|here| words::opening(&here.core)) {
        Some(Opening::Clause) => true,
        // The "baik" of "baik …, maupun …", not that of "dengan baik".
        Some(Opening::Both) => rest.iter().take(REACH).any(|token| token.core == "maupun"),
        _ => false,
    }
}

/// Whether the last word before a gap leads on to the next: nobody breathes after "dan".
fn leads(before: &[Token<'_>], last: &Token<'_>) -> bool {
    let takes_part =
        matches!(before, [.., part, _] if matches!(part.core.as_str(), "ikut" | "turut" | "peran"));
    let to_the_utmost = matches!(before, [.., most, _] if most.core == "paling")
        && matches!(
            &*last.core,
            "lambat" | "lama" | "sedikit" | "banyak" | "tinggi" | "rendah"
        );
    to_the_utmost || words::leads(&last.core) && !(takes_part && last.core == "serta")
}

/// The cost before "dan" and its like: the closer the two sides belong together, the dearer.
fn coordination(before: &[Token<'_>], last: &Token<'_>, rest: &[Token<'_>], names: bool) -> i32 {
    let Some(second) = rest.get(1) else { return BAD };
    if words::are_twins(&last.core, &second.core) || are_single(before, last, rest, names) {
        return PAIR;
    }
    let new_clause = words::opening(&second.core).is_some() || words::is_verb(&second.core);
    if !new_clause && is_within_preposition(before) {
        WITHIN
    } else {
        FAIR
    }
}

/// Whether a coordination joins single words: one word after it, or two names of which the first has one word.
fn are_single(before: &[Token<'_>], last: &Token<'_>, rest: &[Token<'_>], names: bool) -> bool {
    let [_, second, third @ ..] = rest else {
        return false;
    };
    let alone = second.sign != Sign::None
        || third
            .first()
            .is_none_or(|third| matches!(words::opening(&third.core), Some(Opening::Preposition)));
    let short_name = matches!(before, [.., earlier, _] if !earlier.is_capitalised());
    alone || names && short_name && last.is_capitalised() && second.is_capitalised()
}

/// Whether the words before a gap end in a prepositional phrase.
fn is_within_preposition(before: &[Token<'_>]) -> bool {
    let near = before.iter().rev().take(REACH).enumerate();
    near.take_while(|(back, token)| *back == 0 || token.sign == Sign::None)
        .filter_map(|(_, token)| words::opening(&token.core))
        .find(|opening| *opening != Opening::Coordination)
        == Some(Opening::Preposition)
}

/// Whether a sign that stands alone is at the gap, and belongs to what is before it: "masing – masing".
fn is_doubled(before: &[Token<'_>], here: &Token<'_>) -> bool {
    match before {
        _ if here.core.is_empty() => true,
        [.., first, dash] => dash.core.is_empty() && !first.core.is_empty() && first.core == here.core,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
