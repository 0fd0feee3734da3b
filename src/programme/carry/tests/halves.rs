//! A clause that is cut in two.

use super::*;

#[test]
fn of_a_clause_that_is_cut_in_two_the_half_with_the_word_reached_is_the_place() {
    let old = ikrar(&[
        "Menolak uang / dan hadiah / serta menjaga netralitas / di luar kedinasan",
        MENGGUNAKAN,
    ]);
    let new = ikrar(&[
        "Menolak uang / dan hadiah,",
        "Serta menjaga netralitas / di luar kedinasan",
        MENGGUNAKAN,
    ]);
    let place = |phrase| carried(&old, &new, "Menolak", phrase);
    let (first, second) = (
        "Menolak uang dan hadiah,",
        "Serta menjaga netralitas di luar kedinasan",
    );
    assert_eq!(
        place(0),
        (first.to_owned(), 0, Fate::Kept),
        "the half that is less like the whole"
    );
    assert_eq!(
        place(1),
        (first.to_owned(), 1, Fate::Changed),
        "a comma was put in"
    );
    assert_eq!(
        place(2),
        (second.to_owned(), 0, Fate::Changed),
        "a capital was put in"
    );
    assert_eq!(place(3), (second.to_owned(), 1, Fate::Kept));
    let inserted = ikrar(&[
        "Menolak uang",
        "Menolak uang / dan hadiah / serta menjaga netralitas / di luar kedinasan",
    ]);
    assert_eq!(
        carried(&old, &inserted, "Menolak", 1),
        (
            "Menolak uang dan hadiah serta menjaga netralitas di luar kedinasan".to_owned(),
            1,
            Fate::Kept
        ),
        "what begins alike is no half where the clause is whole"
    );
}

#[test]
fn the_second_half_of_a_clause_that_is_cut_begins_with_its_spoken_number() {
    let spoken = |clauses: &[&str]| ikrar(clauses).replace("numbers = \"none\"", "numbers = \"spoken\"");
    let old = spoken(&["Menolak uang / dan hadiah / serta menjaga netralitas / di luar kedinasan"]);
    let new = spoken(&[
        "Menolak uang / dan hadiah",
        "serta menjaga netralitas / di luar kedinasan",
    ]);
    let place = |phrase| carried(&old, &new, "Menolak", phrase);
    let second = "serta menjaga netralitas di luar kedinasan";
    assert_eq!(place(2).1, 2, "dan hadiah");
    assert_eq!(
        place(3),
        (second.to_owned(), 0, Fate::Changed),
        "its number is still to be said"
    );
    assert_eq!(place(4), (second.to_owned(), 2, Fate::Kept));
}

#[test]
fn between_the_halves_of_a_clause_two_words_may_be_gone_and_no_more() {
    let old =
        ikrar(&["Menolak uang / dan hadiah / serta pula selalu menjaga netralitas / di luar kedinasan"]);
    let second = |words: &str| {
        let new = ikrar(&["Menolak uang / dan hadiah", words]);
        carried(&old, &new, "Menolak", 3).0
    };
    assert_eq!(
        second("Selalu menjaga netralitas / di luar kedinasan"),
        "Selalu menjaga netralitas di luar kedinasan"
    );
    assert!(are_two_halves(
        &old,
        "Selalu menjaga netralitas / di luar kedinasan"
    ));
    assert!(!are_two_halves(&old, "Menjaga netralitas / di luar kedinasan"));
}

/// Whether the clause of the old script is taken for one that was cut in two, with this second half.
fn are_two_halves(old: &str, second: &str) -> bool {
    let (old, new) = (
        programme(old),
        programme(&ikrar(&["Menolak uang / dan hadiah", second])),
    );
    let clause = |programme: &Programme, at: usize| programme.steps[1].cues[at].clone();
    split::are_halves(&clause(&old, 1), &clause(&new, 1), &clause(&new, 2))
}
