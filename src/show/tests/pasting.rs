//! What is pasted: typed where something is being typed, and nothing anywhere else.

use super::changing::{apel as script, begun, form, reason, step, typed};
use super::harness::Performance;
use crate::programme::Place;
use crate::show::form::{Field, FormFault, LONGEST};
use crate::show::{Effect, Msg, Overlay, Stage};

fn paste(apel: &mut Performance, text: &str) -> Vec<Effect> {
    let at = apel.moment();
    apel.send(Msg::Pasted {
        text: text.into(),
        at,
    })
}

fn filter(apel: &Performance) -> &str {
    match apel.show.overlay() {
        Some(Overlay::Outline(outline)) => &outline.list.filter,
        other => panic!("no outline is open but {other:?}"),
    }
}

/// Everything that a paste could disturb.
fn standing(apel: &Performance) -> impl PartialEq + std::fmt::Debug + use<> {
    let show = &apel.show;
    let place: Option<Place> = show.place().cloned();
    let open = (
        show.overlay().cloned(),
        show.question().cloned(),
        show.typed().cloned(),
    );
    let told = (show.notice().cloned(), show.screen(), show.stage(), show.veil());
    (place, open, told, show.clock().is_paused(), show.slide().clone())
}

#[test]
fn into_the_filter_it_goes_as_if_it_were_typed() {
    let mut apel = begun();
    apel.press("g / d");
    paste(&mut apel, "oa\r\n");
    assert_eq!(filter(&apel), "doa");
    assert_eq!(apel.show.chosen_step().unwrap().as_str(), "doa");
    apel.press("enter");
    assert_eq!(
        apel.place(),
        "persiapan:1",
        "the end of the pasted line was no Enter"
    );
    paste(&mut apel, "tidak");
    assert_eq!(filter(&apel), "doa", "a filter that is kept is not being typed");
}

#[test]
fn into_a_field_of_a_form_it_goes_and_leaves_out_what_steers_a_terminal() {
    let mut apel = begun();
    apel.press("g down s h");
    paste(&mut apel, "ujan\u{1b}[2J,\n\tangin \u{202e}kencang\n");
    assert_eq!(typed(&apel), "hujan[2J, angin kencang");
    apel.press("enter");
    assert_eq!(reason(&apel, "Laporan"), "dropped: hujan[2J, angin kencang");
}

#[test]
fn it_joins_what_was_typed_with_the_spaces_that_it_has() {
    for (before, pasted, after, reason_told) in [
        ("B a p a k", " Budi", "", "Bapak Budi"),
        ("B a p a k", "\n\t Budi\n", "", "Bapak Budi"),
        ("", " Plh. ", "S e k d a", "Plh. Sekda"),
        ("", "Se\r\n", "k d a", "Sekda"),
        ("P l h .", " ", "S e k d a", "Plh. Sekda"),
    ] {
        let mut apel = begun();
        apel.press("g down s");
        apel.press(before);
        paste(&mut apel, pasted);
        apel.press(after);
        assert_eq!(typed(&apel), reason_told);
    }
    let mut apel = begun();
    apel.press("g down s h u j a n");
    paste(&mut apel, " deras ");
    paste(&mut apel, " sekali ");
    assert_eq!(typed(&apel), "hujan deras sekali ");
    apel.press("enter");
    assert_eq!(reason(&apel, "Laporan"), "dropped: hujan deras sekali");
    apel.press("/ a");
    paste(&mut apel, " b\n");
    assert_eq!(filter(&apel), "a b");
}

#[test]
fn over_a_choice_it_goes_into_the_words_after_it() {
    let mut apel = begun();
    apel.press("g i");
    assert_eq!(form(&apel).field, Field::Kind);
    paste(&mut apel, "Menyanyikan Mars KORPRI");
    assert_eq!(
        (form(&apel).field, typed(&apel)),
        (Field::Title, "Menyanyikan Mars KORPRI")
    );
    apel.press("enter enter");
    assert_eq!(step(&apel, "Menyanyikan Mars KORPRI").title.len(), 23);
}

#[test]
fn it_takes_the_place_of_a_name_that_was_only_proposed_and_ends_a_fault() {
    let mut apel = begun();
    apel.press("g down w down");
    assert_eq!(form(&apel).field, Field::Name);
    paste(&mut apel, "\n \t");
    assert_eq!(form(&apel).proposed(apel.show.programme().unwrap()), Some("Dewi"));
    paste(&mut apel, "Budi");
    assert_eq!(typed(&apel), "Budi");
    let mut apel = begun();
    apel.press("g i enter enter enter");
    assert_eq!(form(&apel).fault, Some(FormFault::WithoutTitle));
    paste(&mut apel, "Sambutan");
    assert_eq!(form(&apel).fault, None);
}

#[test]
fn no_more_goes_in_than_could_be_typed() {
    let mut apel = begun();
    apel.press("g / a");
    paste(&mut apel, &"b".repeat(100_000));
    assert_eq!(filter(&apel).chars().count(), 60);
    apel.press("esc down s");
    paste(&mut apel, &"é".repeat(100_000));
    assert_eq!(typed(&apel).chars().count(), LONGEST);
}

#[test]
fn anywhere_else_it_does_nothing() {
    for keys in [
        "",
        "enter",
        "enter 5",
        "enter q",
        "enter space space space ctrl-r",
        "enter g",
        "enter ?",
        "enter m",
        "enter l",
        "enter tab",
        "enter b",
        "enter c",
        "enter g s ctrl-c",
        "enter end n",
        "g",
        "tab",
    ] {
        let mut apel = Performance::ready(&script());
        apel.press(keys);
        let before = standing(&apel);
        for text in [" ", "\r\r", "nnn", "7", "q\r", "\u{1b}", "."] {
            assert_eq!(paste(&mut apel, text), [], "after {keys:?}");
            assert_eq!(standing(&apel), before, "after {keys:?}: {text:?}");
        }
    }
    let mut apel = Performance::ready("title = ");
    paste(&mut apel, "\r");
    assert_eq!(apel.show.stage(), Stage::Waiting);
}
