//! The cheapest set of breaks over a whole text, as good paragraph breaking is done.
//!
//! Only counts words and adds costs; where one breathes well is the business of `gap`.

use super::token::{Sign, Token};
use super::words;

/// What it costs to breathe at a gap; `None` where a break is forbidden.
pub(super) type Cost = Option<i32>;

/// The longest phrase that is looked at, in words, where breaks are allowed within it.
const LONGEST: usize = 16;

/// What a phrase of so many words heard costs, from one to eight; five is best. Measured against the costs in `gap`.
const LENGTHS: [i32; 8] = [400, 140, 15, 2, 0, 20, 50, 90];

/// What each word over eight adds: at once as much as a bad break, so that only a worse one is avoided by it.
const OVERLONG: i32 = 150;

/// What a short formula by which one binds oneself costs ("kami berikrar:"): it is meant to stand alone.
const FORMULA: i32 = 10;

/// The lengths in words of the phrases that cost least together. `costs` has one entry a gap.
pub(super) fn cheapest(tokens: &[Token<'_>], costs: &[Cost]) -> Vec<usize> {
    // Words heard before each word, so that a phrase's length is a difference.
    let mut heard = Vec::with_capacity(tokens.len() + 1);
    heard.push(0);
    for token in tokens {
        heard.push(heard.last().copied().unwrap_or(0) + token.heard());
    }

    // Each place where a phrase may end, with the cheapest way to it and the place before on that way.
    let mut places = vec![Place {
        word: 0,
        total: 0,
        before: 0,
    }];
    for word in 1..=tokens.len() {
        let gap = if word == tokens.len() {
            Some(0)
        } else {
            costs.get(word - 1).copied().flatten()
        };
        let Some(gap) = gap else { continue };
        let mut best: Option<Place> = None;
        for (before, place) in places.iter().enumerate().rev() {
            // The nearest place is always looked at: forbidden breaks may force a longer phrase.
            if best.is_some() && word - place.word > LONGEST {
                break;
            }
            let length = length(&tokens[place.word..word], heard[word] - heard[place.word]);
            let total = place.total + i64::from(length) + i64::from(gap);
            if best.as_ref().is_none_or(|best| total < best.total) {
                best = Some(Place { word, total, before });
            }
        }
        places.extend(best);
    }
    walk_back(&places)
}

/// A place where a phrase may end.
struct Place {
    /// How many words stand before it.
    word: usize,
    /// What the cheapest cut up to it costs.
    total: i64,
    /// Which place the last phrase of that cut begins at.
    before: usize,
}

/// What a phrase costs for its length.
fn length(tokens: &[Token<'_>], heard: usize) -> i32 {
    if let [subject, verb] = tokens
        && verb.sign != Sign::None
        && words::is_formula(&subject.core, &verb.core)
    {
        return FORMULA;
    }
    if let Some(&cost) = LENGTHS.get(heard.saturating_sub(1)) {
        return cost;
    }
    let over = i32::try_from(heard - LENGTHS.len()).unwrap_or(i32::MAX);
    LENGTHS[LENGTHS.len() - 1].saturating_add(OVERLONG.saturating_mul(over))
}

fn walk_back(places: &[Place]) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut at = places.len() - 1;
    while at > 0 {
        let before = places[at].before;
        lengths.push(places[at].word - places[before].word);
        at = before;
    }
    lengths.reverse();
    lengths
}
