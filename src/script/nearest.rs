//! The known word that somebody may have meant by an unknown one.
//!
//! It knows nothing of scripts: it only compares words, and stays silent where none is near.

/// Longer words than this are not compared: nobody mistypes that much, and the comparison costs the square of it.
const LONGEST: usize = 40;

/// How many words are compared in all: as many as anybody needs to be put right, in no time. A file with more unknown
/// names than that was not mistyped.
const MOST_COMPARED: usize = 50_000;

/// Searches for the nearest words, bounded together, so that their number times that of the known words costs nothing.
#[derive(Debug)]
pub struct Searches {
    left: usize,
}

impl Default for Searches {
    fn default() -> Self {
        Self { left: MOST_COMPARED }
    }
}

impl Searches {
    /// As [`nearest()`], among as many words as may still be compared.
    pub fn nearest<'a>(&mut self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        let left = &mut self.left;
        let known = known.into_iter().take(*left);
        nearest(word, known.inspect(|_| *left = left.saturating_sub(1)))
    }
}

/// The word of `known` that is nearest to `word`, if one is near: at most a third of its letters differ.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = word.chars().take(LONGEST + 1).count();
    if letters > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let allowed = (letters / 3).max(1);
    known
        .into_iter()
        .filter(|candidate| candidate.len() <= 2 * LONGEST)
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, candidate)| distance <= allowed && distance < candidate.chars().count())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_finds_the_word_that_was_meant() {
        let known = ["title", "kind", "posture"];
        assert_eq!(nearest("tittle", known), Some("title"));
        assert_eq!(nearest("knid", known), Some("kind"), "two letters changed places");
        assert_eq!(
            nearest("POSTURE", known),
            Some("posture"),
            "capitals do not count"
        );
    }

    #[test]
    fn many_searches_compare_no_more_words_than_are_allowed() {
        let mut searches = Searches::default();
        assert_eq!(searches.nearest("knid", ["title", "kind"]), Some("kind"));
        let compared = std::cell::Cell::new(0);
        let counted = || {
            let words = std::iter::repeat_n("title", 1_000);
            words.inspect(|_| compared.set(compared.get() + 1))
        };
        for _ in 0..1_000 {
            searches.nearest("knid", counted());
        }
        assert_eq!(compared.get(), MOST_COMPARED - 2);
        assert_eq!(searches.nearest("knid", ["kind"]), None, "no more are compared");
    }

    #[test]
    fn a_word_unlike_any_finds_none() {
        assert_eq!(nearest("judul", ["title", "kind"]), None);
        assert_eq!(nearest("", ["a", "title"]), None);
        assert_eq!(nearest(&"x".repeat(10_000), ["title"]), None);
    }
}
