//! Carrying the place, rule by rule: an old script, a new one, where the leader was and where they are now.

mod halves;

use super::*;
use crate::programme::{Occasion, compile};
use crate::script::tests::read_good;

fn programme(script: &str) -> Programme {
    compile(&read_good(script), &Occasion::default())
}

/// An apel whose ikrar has these clauses.
fn ikrar(clauses: &[&str]) -> String {
    let clauses: Vec<String> = clauses.iter().map(|clause| format!("\"{clause}\"")).collect();
    format!(
        "title = \"A\"\n[[step]]\ntitle = \"Laporan\"\nkind = \"act\"\n[[step]]\ntitle = \"Ikrar\"\n\
         kind = \"ikrar\"\nnumbers = \"none\"\nopening = \"Kami berjanji\"\nclauses = [{}]\n",
        clauses.join(", ")
    )
}

/// Steps of these titles; "ikrar=Judul" gives an id.
fn steps(titles: &[&str]) -> String {
    let step = |title: &&str| match title.split_once('=') {
        Some((id, title)) => format!("[[step]]\nid = \"{id}\"\ntitle = \"{title}\"\nkind = \"act\"\n"),
        None => format!("[[step]]\ntitle = \"{title}\"\nkind = \"act\"\n"),
    };
    format!("title = \"A\"\n{}", titles.iter().map(step).collect::<String>())
}

const MENOLAK: &str = "Menolak segala bentuk / praktik politik uang / dan pemberian hadiah";
const MENJAGA: &str = "Menjaga netralitas / di dalam dan di luar kedinasan";
const MENGGUNAKAN: &str = "Menggunakan media sosial / secara bijak";

/// Where the place at the phrase (from 0) of the cue that holds these words has gone: the words of the cue, the phrase,
/// and the fate.
fn carried(old: &str, new: &str, words: &str, phrase: usize) -> (String, usize, Fate) {
    let (old, new) = (programme(old), programme(new));
    let cue = old
        .steps
        .iter()
        .flat_map(|step| &step.cues)
        .find(|cue| cue.text.contains(words))
        .unwrap();
    let place = Place {
        phrase,
        ..Place::beginning_of(cue.id.clone())
    };
    let Carried { place, fate } = Carry::between(&old, &new).place(&place);
    (new.cue(&place.cue).unwrap().text.clone(), place.phrase, fate)
}

/// The old steps with what they have become, by title and ordinal of position.
fn became(old: &str, new: &str) -> Vec<Option<usize>> {
    let (old, new) = (programme(old), programme(new));
    let carry = Carry::between(&old, &new);
    let found = old.steps.iter().map(|step| carry.step(&step.id));
    found
        .map(|step| step.and_then(|step| new.position(&step.id)))
        .collect()
}

#[test]
fn the_same_programme_gives_the_same_place() {
    let script = ikrar(&[MENOLAK, MENJAGA]);
    let (text, phrase, fate) = carried(&script, &script, "Menolak", 2);
    assert!(text.starts_with("Menolak"));
    assert_eq!((phrase, fate), (2, Fate::Kept));
}

#[test]
fn a_step_is_found_by_its_given_id_whatever_its_title_and_place() {
    assert_eq!(
        became(
            &steps(&["Doa", "ikrar=Ikrar", "Bubar"]),
            &steps(&["ikrar=Pembacaan janji", "Doa", "Bubar"])
        ),
        [Some(1), Some(0), Some(2)]
    );
}

#[test]
fn a_step_is_found_by_equal_title_and_ordinal_among_equal_titles() {
    assert_eq!(
        became(
            &steps(&["Laporan", "Amanat", "Laporan"]),
            &steps(&["Siap", "Laporan", "Amanat", "Laporan", "Bubar"])
        ),
        [Some(1), Some(2), Some(3)]
    );
}

#[test]
fn an_id_that_is_given_taken_away_or_changed_leaves_the_step_to_its_title() {
    let plain = steps(&["Doa", "Ikrar", "Bubar"]);
    let given = steps(&["Doa", "ikrar=Ikrar", "Bubar"]);
    let changed = steps(&["Doa", "janji=Ikrar", "Bubar"]);
    let same = [Some(0), Some(1), Some(2)];
    assert_eq!(became(&plain, &given), same);
    assert_eq!(became(&given, &plain), same);
    assert_eq!(became(&given, &changed), same);
}

#[test]
fn a_step_with_a_new_id_and_a_new_title_is_another_step() {
    assert_eq!(
        became(
            &steps(&["Doa", "ikrar=Ikrar", "Bubar"]),
            &steps(&["Doa", "foto=Foto bersama", "Bubar"])
        ),
        [Some(0), None, Some(2)]
    );
}

#[test]
fn a_step_whose_id_and_title_change_in_one_save_is_known_by_the_words_it_says() {
    let old = ikrar(&[MENOLAK, MENJAGA]).replace("title = \"Ikrar\"", "id = \"ikrar\"\ntitle = \"Ikrar\"");
    let new = old
        .replace("id = \"ikrar\"", "id = \"janji\"")
        .replace("title = \"Ikrar\"", "title = \"Pembacaan janji\"");
    assert_eq!(became(&old, &new), [Some(0), Some(1)]);
    let (text, phrase, fate) = carried(&old, &new, "Menolak", 2);
    assert!(text.starts_with("Menolak"), "{text}");
    assert_eq!((phrase, fate), (2, Fate::Kept));
    let other = new
        .replace(MENOLAK, MENGGUNAKAN)
        .replace(MENJAGA, "Setia")
        .replace("Kami berjanji", "Dengan ini");
    assert_eq!(
        became(&old, &other),
        [Some(0), None],
        "nothing of it is as it was"
    );
}

#[test]
fn steps_whose_ids_are_both_still_there_stay_apart_though_they_exchange_their_words() {
    let first = "[[step]]\nid = \"a\"\ntitle = \"Satu\"\nkind = \"report\"\nlines = [{ say = \"Lapor, apel siap.\" }]\n";
    let second = "[[step]]\nid = \"b\"\ntitle = \"Dua\"\nkind = \"report\"\nlines = [{ say = \"Laksanakan segera.\" }]\n";
    let old = format!("title = \"A\"\n{first}{second}");
    let new = old
        .replace("\"a\"", "\"x\"")
        .replace("\"b\"", "\"a\"")
        .replace("\"x\"", "\"b\"");
    assert_eq!(became(&old, &new), [Some(1), Some(0)]);
}

#[test]
fn another_id_with_a_title_alone_is_another_step_though_the_titles_share_a_word() {
    assert_eq!(
        became(
            &steps(&["Doa", "ikrar=Ikrar bersama", "Bubar"]),
            &steps(&["Doa", "foto=Foto bersama", "Bubar"])
        ),
        [Some(0), None, Some(2)]
    );
}

#[test]
fn a_retitled_step_is_found_by_likeness_between_its_neighbours() {
    assert_eq!(
        became(
            &steps(&["Doa", "Amanat pembina apel", "Bubar"]),
            &steps(&["Doa", "Foto", "Amanat pembina", "Bubar"])
        ),
        [Some(0), Some(2), Some(3)]
    );
}

#[test]
fn a_step_that_says_something_else_altogether_is_the_same_only_if_it_is_of_the_same_kind() {
    let old = steps(&["Doa", "Amanat", "Bubar"]);
    let new = steps(&["Doa", "Sambutan", "Bubar"]);
    assert_eq!(became(&old, &new), [Some(0), Some(1), Some(2)]);
    let song = new.replace("\"Sambutan\"\nkind = \"act\"", "\"Sambutan\"\nkind = \"song\"");
    assert_eq!(became(&old, &song), [Some(0), None, Some(2)]);
}

#[test]
fn two_steps_that_change_places_are_still_themselves() {
    assert_eq!(
        became(
            &steps(&["Doa", "Amanat", "Bubar"]),
            &steps(&["Amanat", "Doa", "Bubar"])
        ),
        [Some(1), Some(0), Some(2)]
    );
}

#[test]
fn an_insertion_above_or_below_leaves_the_clause_and_the_phrase() {
    let old = ikrar(&[MENOLAK, MENJAGA]);
    for new in [
        ikrar(&[MENGGUNAKAN, MENOLAK, MENJAGA]),
        ikrar(&[MENOLAK, MENGGUNAKAN, MENJAGA]),
        ikrar(&[MENOLAK, MENJAGA, MENGGUNAKAN]),
    ] {
        for (words, phrase) in [("Menolak", 1), ("Menjaga", 1)] {
            let (text, at, fate) = carried(&old, &new, words, phrase);
            assert!(text.starts_with(words), "{text}");
            assert_eq!((at, fate), (phrase, Fate::Kept));
        }
    }
}

#[test]
fn a_clause_that_was_moved_is_followed() {
    let (text, phrase, fate) = carried(
        &ikrar(&[MENOLAK, MENJAGA, MENGGUNAKAN]),
        &ikrar(&[MENJAGA, MENGGUNAKAN, MENOLAK]),
        "Menolak",
        1,
    );
    assert!(text.starts_with("Menolak"));
    assert_eq!((phrase, fate), (1, Fate::Kept));
}

#[test]
fn an_edited_clause_is_kept_and_the_phrase_is_the_one_with_the_word_reached() {
    let old = ikrar(&[MENOLAK, MENJAGA]);
    let before = ikrar(&[
        "Menolak / segala bentuk / praktik politik uang / dan pemberian hadiah",
        MENJAGA,
    ]);
    let (text, phrase, fate) = carried(&old, &before, "Menolak", 1);
    assert!(text.starts_with("Menolak"));
    assert_eq!((phrase, fate), (2, Fate::Kept), "praktik politik uang");
    let after = ikrar(&[
        "Menolak segala bentuk / praktik politik uang / dan segala pemberian hadiah",
        MENJAGA,
    ]);
    assert_eq!(carried(&old, &after, "Menolak", 1).1, 1);
    assert_eq!(carried(&old, &after, "Menolak", 2).2, Fate::Changed);
}

#[test]
fn an_edit_of_the_phrase_itself_is_told_and_gives_the_turn_to_the_reader() {
    let old = programme(&ikrar(&[MENOLAK]));
    let new = programme(&ikrar(
        &[&MENOLAK.replace("praktik politik uang", "politik uang")],
    ));
    let place = Place {
        cue: old.steps[1].cues[1].id.clone(),
        phrase: 1,
        turn: Turn::Echo,
    };
    let edited = Carry::between(&old, &new).place(&place);
    assert_eq!(edited.fate, Fate::Changed);
    assert_eq!((edited.place.phrase, edited.place.turn), (1, Turn::Lead));
    let kept = Carry::between(&old, &old).place(&place);
    assert_eq!((kept.fate, kept.place.turn), (Fate::Kept, Turn::Echo));
}

#[test]
fn a_changed_mode_is_told_and_gives_the_turn_to_the_reader() {
    let old = programme(&ikrar(&[MENOLAK]));
    let new = programme(&ikrar(&[MENOLAK]).replace("numbers", "mode = \"together\"\nnumbers"));
    let place = Place {
        cue: old.steps[1].cues[1].id.clone(),
        phrase: 1,
        turn: Turn::Echo,
    };
    let carried = Carry::between(&old, &new).place(&place);
    assert_eq!(carried.fate, Fate::Changed);
    assert_eq!((carried.place.phrase, carried.place.turn), (1, Turn::Lead));
}

#[test]
fn the_beginning_of_a_cue_stays_its_beginning() {
    let old = ikrar(&[MENOLAK]);
    let longer = ikrar(&[&format!("Dengan sungguh-sungguh / {MENOLAK}")]);
    assert_eq!(carried(&old, &longer, "Menolak", 0).1, 0);
    let spoken = old.replace("numbers = \"none\"\n", "");
    assert_eq!(
        carried(&old, &spoken, "Menolak", 0).1,
        0,
        "the number is to be spoken now"
    );
    assert_eq!(
        carried(&spoken, &old, "Menolak", 1).1,
        0,
        "without it the words come first"
    );
    assert_eq!(carried(&spoken, &spoken, "Menolak", 1).1, 1);
}

#[test]
fn a_cue_that_is_gone_leaves_the_nearest_kept_one_before_it() {
    let old = ikrar(&[MENOLAK, MENJAGA, MENGGUNAKAN]);
    let (text, phrase, fate) = carried(&old, &ikrar(&[MENOLAK, MENGGUNAKAN]), "Menjaga", 1);
    assert!(text.starts_with("Menolak"));
    assert_eq!((phrase, fate), (0, Fate::Gone));
    let (text, ..) = carried(&old, &ikrar(&[MENGGUNAKAN]), "Menjaga", 1);
    assert_eq!(text, "Kami berjanji");
    let (text, ..) = carried(&old, &steps(&["Laporan", "Bubar"]), "Menjaga", 1);
    assert_eq!(text, "Laporan", "with its step gone, that of the step before");
}

#[test]
fn where_nothing_is_kept_the_place_is_the_top() {
    let (text, phrase, fate) = carried(
        &ikrar(&[MENOLAK]),
        "title = \"B\"\n[[step]]\nid = \"x\"\ntitle = \"Foto\"\nkind = \"act\"\n[[step]]\nid = \"y\"\ntitle = \"Y\"\nkind = \"act\"\n[[step]]\nid = \"z\"\ntitle = \"Z\"\nkind = \"act\"",
        "Menolak",
        1,
    );
    assert_eq!((text.as_str(), phrase, fate), ("Foto", 0, Fate::Gone));
}

#[test]
fn a_step_of_its_title_alone_that_is_given_lines_is_entered_at_their_top_and_back() {
    let bare = "title = \"A\"\n[[step]]\ntitle = \"Laporan\"\nkind = \"report\"\n";
    let lines = format!("{bare}lines = [{{ say = \"Lapor.\" }}, {{ say = \"Selesai.\" }}]");
    assert_eq!(
        carried(bare, &lines, "Laporan", 0),
        ("Lapor.".to_owned(), 0, Fate::Changed)
    );
    assert_eq!(
        carried(&lines, bare, "Lapor.", 0),
        ("Laporan".to_owned(), 0, Fate::Changed)
    );
    assert_eq!(
        carried(&lines, bare, "Selesai.", 0),
        ("Laporan".to_owned(), 0, Fate::Gone)
    );
}

#[test]
fn a_swap_of_signatories_follows_the_one_who_is_called() {
    let signing = |people: &str| {
        format!("title = \"A\"\n[[step]]\ntitle = \"T\"\nkind = \"signing\"\nsignatories = [{people}]")
    };
    let old = signing("{ name = \"Adi\" }, { name = \"Budi\" }");
    let new = signing("{ name = \"Budi\" }, { name = \"Citra\" }, { name = \"Adi\" }");
    assert_eq!(carried(&old, &new, "Adi", 0).0, "Adi");
    assert_eq!(carried(&old, &new, "Budi", 0).0, "Budi");
}

#[test]
fn changed_steps_are_those_that_are_new_or_say_something_else() {
    let old = programme(&steps(&["Doa", "Amanat", "Bubar"]));
    let new = programme(
        &steps(&["Siap", "Doa", "Amanat", "Bubar"])
            .replace("title = \"Amanat\"", "title = \"Amanat\"\nnotes = \"singkat\""),
    );
    let carry = Carry::between(&old, &new);
    let changed: Vec<String> = carry
        .changed_steps()
        .iter()
        .map(|id| id.as_str().to_owned())
        .collect();
    assert_eq!(changed, ["siap", "amanat"]);
    assert_eq!(carry.steps_gone(), 0);
    let back = Carry::between(&new, &old);
    assert_eq!(back.steps_gone(), 1);
}

#[test]
fn a_made_id_that_gets_another_number_is_no_change() {
    let old = programme(&steps(&["Doa", "Laporan", "Bubar"]));
    let new = programme(&steps(&["Laporan", "Doa", "Laporan", "Bubar"]));
    let carry = Carry::between(&old, &new);
    let laporan = carry.step(&old.steps[1].id).unwrap();
    assert_eq!(laporan.id.as_str(), "laporan-2");
    assert_eq!(carry.changed_steps().len(), 1);
}

/// A change of the people or of the pace: the steps that are marked, by position.
fn marked(old: &str, new: &str) -> Vec<usize> {
    let (old, new) = (programme(old), programme(new));
    let marked = Carry::between(&old, &new).changed_steps();
    marked.iter().filter_map(|id| new.position(id)).collect()
}

const READ_BY_TWO: &str = "title = \"A\"\n[people]\nmc = { role = \"Pembawa acara\" }\n\
    sekda = { role = \"Sekda\", name = \"Adi\" }\n[[step]]\ntitle = \"Laporan\"\nkind = \"report\"\nby = \"mc\"\n\
    [[step]]\ntitle = \"Ikrar\"\nkind = \"ikrar\"\nby = \"sekda\"\nwitnesses = [\"mc\"]\nclauses = [\"Satu\", \"Dua\"]\n";

#[test]
fn people_put_in_or_put_in_another_order_change_no_step() {
    let more = READ_BY_TWO.replace("[people]\n", "[people]\nwali = { role = \"Wali kota\" }\n");
    assert_eq!(marked(READ_BY_TWO, &more), Vec::<usize>::new());
}

#[test]
fn whoever_a_key_stands_for_is_part_of_what_a_step_says() {
    let other = READ_BY_TWO.replace("name = \"Adi\"", "name = \"Budi\"");
    assert_eq!(marked(READ_BY_TWO, &other), [1]);
    let exchanged = READ_BY_TWO.replace("by = \"mc\"", "by = \"sekda\"");
    assert_eq!(marked(READ_BY_TWO, &exchanged), [0]);
}

#[test]
fn clauses_that_change_places_are_found_though_a_person_was_put_in() {
    let new = READ_BY_TWO
        .replace("[people]\n", "[people]\nwali = { role = \"Wali kota\" }\n")
        .replace("\"Satu\", \"Dua\"", "\"Dua\", \"Satu\"");
    assert_eq!(carried(READ_BY_TWO, &new, "Satu", 0).0, "Satu");
}

#[test]
fn an_estimate_follows_from_the_words_and_marks_no_step_but_a_given_length_does() {
    let long = ikrar(&[&"kata ".repeat(400)]);
    let slower = long.replace("title = \"A\"", "title = \"A\"\npace = 60");
    assert_ne!(programme(&long).seconds(), programme(&slower).seconds());
    assert_eq!(marked(&long, &slower), Vec::<usize>::new());
    let given = long.replace("kind = \"ikrar\"", "kind = \"ikrar\"\nduration = \"9m\"");
    assert_eq!(marked(&long, &given), [1]);
}

#[test]
fn a_replacement_in_very_many_steps_is_carried_by_position() {
    let titles = |word: &str| {
        (0..100)
            .map(|number| format!("{word}{number}"))
            .collect::<Vec<_>>()
    };
    let script = |word: &str| {
        let titles = titles(word);
        steps(&titles.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let expected: Vec<Option<usize>> = (0..100).map(Some).collect();
    assert_eq!(became(&script("Acara"), &script("Butir")), expected);
}
