//! The table of widths is the face's own, and what should be set can be set.

use ab_glyph::Font as _;

use super::*;

fn every_character() -> impl Iterator<Item = (char, Advance)> {
    ADVANCES.iter().flat_map(|(first, widths)| {
        let characters = *first..=char::MAX;
        characters.zip(widths.iter().copied())
    })
}

#[test]
fn the_widths_are_those_of_the_face_and_none_is_missing() {
    let Face(face) = Face::read().expect("the face");
    let em = face.units_per_em().expect("its units");
    for (character, (width, left, ink)) in every_character() {
        let glyph = face.glyph_id(character);
        let of_face = face.h_advance_unscaled(glyph) * 1000.0 / em;
        assert!((f32::from(width) - of_face).abs() <= 0.51, "{character:?}");
        // Off the corners of curves, so that it may be a little wider than the ink.
        let bounds = face
            .outline(glyph)
            .map(|outline| outline.bounds)
            .unwrap_or_default();
        let [from, to] = [bounds.min.x, bounds.max.x].map(|units| units * 1000.0 / em);
        let end = f32::from(left) + f32::from(ink);
        assert!(
            (-0.51..25.0).contains(&(f32::from(left) - from)),
            "{character:?}: {left} {from}"
        );
        assert!((-0.51..25.0).contains(&(to - end)), "{character:?}: {end} {to}");
    }
    let of_face: usize = face.codepoint_ids().count();
    assert_eq!(every_character().count(), of_face);
}

#[test]
fn what_indonesian_and_english_need_can_be_set() {
    assert!(sets(
        "Jum’at, 7 Oktober 2024 – “Ikrar” … «dan/atau» — § 5 (satu); André Müller-Škoda: 100 % × Rp1.000,00"
    ));
    assert!(!sets("ꦲ"), "no Javanese letter");
    assert!(!sets("一"));
}

#[test]
fn a_letter_and_its_mark_are_one_and_so_are_their_widths() {
    assert_eq!(letters("cafe\u{301}").collect::<String>(), "café");
    assert_eq!(width("cafe\u{301}"), width("café"));
    assert!(sets("S\u{327}"));
    // What the face has no such letter for stays two, and cannot be set.
    assert_eq!(letters("q\u{301}").count(), 2);
    assert!(!sets("q\u{301}"));
    for (mark, bare, whole) in compose::MARKS {
        assert_eq!(bare.chars().count(), whole.chars().count(), "{mark:?}");
        assert!(sets(whole), "{whole}");
    }
}

#[test]
fn a_space_that_does_not_break_parts_no_words() {
    assert_eq!(
        words(" Pasal\u{a0}9  huruf f ").collect::<Vec<_>>(),
        ["Pasal\u{a0}9", "huruf", "f"]
    );
    assert_eq!(Measure::of("aku dia").0.len(), 2);
    assert_eq!(Measure::of(""), Measure::default());
}

#[test]
fn what_is_lacking_is_as_wide_as_its_cells() {
    assert_eq!(width("一"), 2 * LACKING);
    assert_eq!(width("i"), 272);
}

#[test]
fn the_heights_are_those_of_the_letters() {
    let face = Face::read().expect("the face");
    let em = face.em().expect("its units");
    let of = |letter: char| face.outline(letter).expect("an outline").bounds;
    // The least of an outline is its upper left corner.
    let thousandths = |units: f32| units * 1000.0 / em;
    assert!((thousandths(of('H').min.y) - f32::from(CAPITALS)).abs() < 1.0);
    assert!((thousandths(of('x').min.y) - f32::from(SMALL_LETTERS)).abs() < 1.0);
    assert!((thousandths(-of('p').max.y) - f32::from(DESCENDERS)).abs() < 1.0);
}

#[test]
fn a_long_word_may_be_broken_after_a_stroke_and_a_short_one_may_not() {
    let parts = |text| words(text).collect::<Vec<_>>();
    assert_eq!(parts("dan/atau tidak"), ["dan/atau", "tidak"]);
    let text = "dalam permusyawaratan/perwakilan.";
    assert_eq!(parts(text), ["dalam", "permusyawaratan/", "perwakilan."]);
    assert_eq!(joined(&parts(text)), text);
    assert_eq!(
        joined(&parts("permusyawaratan/  perwakilan")),
        "permusyawaratan/ perwakilan"
    );
    assert_eq!(joined(&[]), "");
}
