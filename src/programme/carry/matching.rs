//! Matching an old list with a new one: which item is still which, after items were put in, taken out, moved and
//! reworded. Knows nothing of programmes: only names, digests and words.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// An item of a list.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    /// The id that its author gave it.
    pub(super) id: Option<&'a str>,
    /// The name by which people know it; two items may share one.
    pub(super) name: Option<&'a str>,
    /// What sort of item it is: one that says something else altogether is the same only if it is of the same sort.
    pub(super) sort: &'a str,
    /// A digest of all that it says.
    pub(super) fingerprint: u64,
    /// Its texts, for likeness.
    pub(super) texts: Vec<&'a str>,
}

/// Two reworded items are still the same when they share at least this part of their words.
const LIKE_ENOUGH: f64 = 0.4;

/// In runs longer than this the words are not compared each with each: position alone decides.
const LONGEST_RUN: usize = 64;

/// For each old item, the position of the new one that it has become. No new position is given twice.
pub(super) fn matched(old: &[Item<'_>], new: &[Item<'_>]) -> Vec<Option<usize>> {
    let mut pairs = Pairs {
        of_old: vec![None; old.len()],
        taken: vec![false; new.len()],
    };
    by_key(&mut pairs, old, new, |item| item.id);
    equal_ends(&mut pairs, old, new);
    // An id that is left by now has no partner: it was given, taken away or changed since, and the words decide.
    by_key(&mut pairs, old, new, |item| Some(item.fingerprint));
    by_key(&mut pairs, old, new, |item| item.name);
    between_neighbours(&mut pairs, old, new);
    pairs.of_old
}

struct Pairs {
    of_old: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Pairs {
    fn free(&self, old: usize, new: usize) -> bool {
        self.of_old[old].is_none() && !self.taken[new]
    }

    fn join(&mut self, old: usize, new: usize) {
        self.of_old[old] = Some(new);
        self.taken[new] = true;
    }
}

/// Whether two items have different given ids. One that is still in both lists has found its partner long since, so these
/// were put in and taken away, or changed: only the words that are said can tell that it is the same item, neither its
/// position nor its name.
fn differ_by_id(old: &Item<'_>, new: &Item<'_>) -> bool {
    old.id.zip(new.id).is_some_and(|(old, new)| old != new)
}

/// Joins the free items of equal key, the first with the first, the second with the second.
fn by_key<'a, K: Hash + Eq>(
    pairs: &mut Pairs,
    old: &[Item<'a>],
    new: &[Item<'a>],
    key: impl Fn(&Item<'a>) -> Option<K>,
) {
    let mut places: HashMap<K, Vec<usize>> = HashMap::new();
    for (position, item) in new.iter().enumerate().rev() {
        if let Some(key) = key(item).filter(|_| !pairs.taken[position]) {
            places.entry(key).or_default().push(position);
        }
    }
    for (position, item) in old.iter().enumerate() {
        if pairs.of_old[position].is_some() {
            continue;
        }
        let found = key(item).and_then(|key| places.get_mut(&key)).and_then(Vec::pop);
        if let Some(found) = found {
            pairs.join(position, found);
        }
    }
}

/// Joins what is equal from the beginning on and from the end back: everything around a single edit. Comes before the
/// matching by words alone, so that of two equal items the one in its old surroundings is found.
fn equal_ends(pairs: &mut Pairs, old: &[Item<'_>], new: &[Item<'_>]) {
    let head = old
        .iter()
        .zip(new)
        .take_while(|(old, new)| old.fingerprint == new.fingerprint)
        .count();
    let most = old.len().min(new.len()) - head;
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(most)
        .take_while(|(old, new)| old.fingerprint == new.fingerprint)
        .count();
    let heads = (0..head).map(|at| (at, at));
    let tails = (1..=tail).map(|back| (old.len() - back, new.len() - back));
    for (from, to) in heads.chain(tails) {
        if pairs.free(from, to) {
            pairs.join(from, to);
        }
    }
}

/// Joins reworded items: within each run of unmatched ones between matched neighbours, the likest in order; then,
/// where as many are left on both sides, by position.
fn between_neighbours(pairs: &mut Pairs, old: &[Item<'_>], new: &[Item<'_>]) {
    let mut from = 0;
    while from < old.len() {
        if pairs.of_old[from].is_some() {
            from += 1;
            continue;
        }
        let end = (from..old.len())
            .find(|at| pairs.of_old[*at].is_some())
            .unwrap_or(old.len());
        let before = (0..from)
            .rev()
            .find_map(|at| pairs.of_old[at])
            .map_or(0, |at| at + 1);
        let after = (end..old.len())
            .find_map(|at| pairs.of_old[at])
            .unwrap_or(new.len());
        let old_run: Vec<usize> = (from..end).collect();
        let new_run: Vec<usize> = (before..after).filter(|at| !pairs.taken[*at]).collect();
        join_run(pairs, old, new, &old_run, &new_run);
        from = end;
    }
}

fn join_run(pairs: &mut Pairs, old: &[Item<'_>], new: &[Item<'_>], old_run: &[usize], new_run: &[usize]) {
    if old_run.len() <= LONGEST_RUN && new_run.len() <= LONGEST_RUN {
        join_likest(pairs, old, new, old_run, new_run);
    }
    if old_run.len() != new_run.len() {
        return;
    }
    for (from, to) in old_run.iter().zip(new_run) {
        let same_sort = old[*from].sort == new[*to].sort;
        if pairs.free(*from, *to) && same_sort && !differ_by_id(&old[*from], &new[*to]) {
            pairs.join(*from, *to);
        }
    }
}

/// Joins each item of a run with the likest one after the last that was joined.
fn join_likest(pairs: &mut Pairs, old: &[Item<'_>], new: &[Item<'_>], old_run: &[usize], new_run: &[usize]) {
    let mut next = 0;
    for from in old_run {
        let likest = new_run
            .iter()
            .enumerate()
            .skip(next)
            .map(|(at, to)| (likeness(&old[*from], &new[*to]), at, *to))
            .filter(|(likeness, ..)| *likeness >= LIKE_ENOUGH)
            .fold(None, |best: Option<(f64, usize, usize)>, one| match best {
                Some(best) if best.0 >= one.0 => Some(best),
                _ => Some(one),
            });
        if let Some((_, at, to)) = likest {
            pairs.join(*from, to);
            next = at + 1;
        }
    }
}

/// The part of their words that two items share, from 0 to 1 (Dice's coefficient over sets of words). Names say nothing
/// where the ids differ: "Ikrar bersama" and "Foto bersama" are two things.
fn likeness(old: &Item<'_>, new: &Item<'_>) -> f64 {
    let without_names = differ_by_id(old, new);
    let words = |item: &Item<'_>| -> HashSet<String> {
        item.texts
            .iter()
            .filter(|text| !(without_names && item.name == Some(**text)))
            .flat_map(|text| text.split_whitespace())
            .map(str::to_lowercase)
            .collect()
    };
    let (old_words, new_words) = (words(old), words(new));
    let shared = u32::try_from(old_words.intersection(&new_words).count()).unwrap_or(u32::MAX);
    let all = u32::try_from(old_words.len() + new_words.len()).unwrap_or(u32::MAX);
    if all == 0 {
        0.0
    } else {
        2.0 * f64::from(shared) / f64::from(all)
    }
}
