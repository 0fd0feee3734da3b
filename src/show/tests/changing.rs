//! The keys of the outline that change the programme on the day, with what their forms come to.

use super::harness::{APEL, Performance};
use crate::programme::{Programme, Step};
use crate::script::Kind;
use crate::show::form::{Asked, Field, Form, FormFault};
use crate::show::{Key, KeyCode, Msg, NotChanged, Notice, OutlineRow, Overlay, Stage};

/// An apel with people of every sort: a reserve, an office alone, nothing at all.
pub(super) fn apel() -> String {
    let people = "sekda = { role = \"Sekretaris Daerah\", short = \"Sekda\", name = \"Ahmad\" }\n\
                  mc = { role = \"Pembawa acara\", short = \"MC\", name = \"Rina\", reserve = \"Dewi\" }\n";
    let (before, after) = APEL.split_once("[people]\n").unwrap();
    let (_, after) = after.split_once("\n\n").unwrap();
    format!("{before}[people]\n{people}\n{after}")
}

pub(super) fn begun() -> Performance {
    Performance::begun(&apel())
}

pub(super) fn programme(apel: &Performance) -> &Programme {
    apel.show.programme().unwrap()
}

/// The steps in their order.
pub(super) fn steps(apel: &Performance) -> String {
    let titles = programme(apel).steps.iter().map(|step| step.title.as_str());
    titles.collect::<Vec<_>>().join(" ")
}

pub(super) fn step<'a>(apel: &'a Performance, title: &str) -> &'a Step {
    let steps = &programme(apel).steps;
    steps.iter().find(|step| step.title == title).unwrap()
}

pub(super) fn form(apel: &Performance) -> &Form {
    apel.show.form().expect("a form is open")
}

pub(super) fn typed(apel: &Performance) -> &str {
    form(apel).typed(form(apel).field)
}

pub(super) fn chosen(apel: &Performance) -> String {
    apel.show
        .chosen_step()
        .map_or_else(String::new, |step| step.as_str().to_owned())
}

/// Whether a step is dropped, and why: "kept", "dropped", "dropped: hujan".
pub(super) fn reason(apel: &Performance, title: &str) -> String {
    let (reading, id) = (apel.show.reading(), &step(apel, title).id);
    match reading.reason_dropped(id) {
        Some(reason) => format!("dropped: {reason}"),
        None if reading.is_dropped(id) => "dropped".to_owned(),
        None => "kept".to_owned(),
    }
}

pub(super) fn name_of(apel: &Performance, key: &str) -> (Option<String>, Option<String>) {
    let people = &programme(apel).people;
    let person = people.iter().find(|person| person.key == key).unwrap();
    (person.name.clone(), person.office.clone())
}

/// Types a text, letter by letter.
pub(super) fn type_text(apel: &mut Performance, text: &str) {
    for letter in text.chars() {
        send(apel, KeyCode::Char(letter));
    }
}

pub(super) fn send(apel: &mut Performance, code: KeyCode) {
    let at = apel.wait(1_000).moment();
    apel.send(Msg::KeyPressed {
        key: Key::plain(code),
        repeated: false,
        at,
    });
}

// Moving.

#[test]
fn the_chosen_step_moves_down_and_up_and_stays_chosen() {
    let mut apel = begun();
    apel.press("g down >");
    assert_eq!(steps(&apel), "Persiapan Lagu Laporan Ikrar Doa Bubar");
    assert_eq!(chosen(&apel), "laporan");
    apel.press(". . <");
    assert_eq!(steps(&apel), "Persiapan Lagu Ikrar Laporan Doa Bubar");
    apel.press(",");
    assert_eq!(steps(&apel), "Persiapan Lagu Laporan Ikrar Doa Bubar");
    assert_eq!(chosen(&apel), "laporan");
    assert_eq!(apel.place(), "persiapan:1");
    assert!(step(&apel, "Laporan").moved);
}

#[test]
fn a_step_that_is_held_or_was_is_not_moved() {
    let mut apel = Performance::begun_at(&apel(), "ikrar");
    for keys in ["g >", "home >", "home <"] {
        apel.press(keys);
        assert_eq!(steps(&apel), "Persiapan Laporan Lagu Ikrar Doa Bubar", "{keys}");
        assert_eq!(
            apel.show.notice(),
            Some(&Notice::NotChanged(NotChanged::NotToCome))
        );
    }
}

#[test]
fn a_row_of_a_part_counts_as_its_step() {
    let mut apel = Performance::begun_at(&apel(), "ikrar.2");
    apel.press("g");
    assert!(matches!(chosen_row(&apel), Some(OutlineRow::Cue(_))));
    apel.press("s");
    assert_eq!(form(&apel).step.as_str(), "ikrar");
}

fn chosen_row(apel: &Performance) -> Option<OutlineRow> {
    let Some(Overlay::Outline(outline)) = apel.show.overlay() else {
        return None;
    };
    let mut rows = apel.show.outline_rows(&outline.list.filter).into_iter();
    rows.nth(outline.list.chosen)
}

#[test]
fn before_the_beginning_every_step_may_change_and_enter_only_closes_the_outline() {
    let mut apel = Performance::ready(&apel());
    apel.press("g >");
    assert_eq!(steps(&apel), "Laporan Persiapan Lagu Ikrar Doa Bubar");
    apel.press("down s h enter");
    assert_eq!(reason(&apel, "Lagu"), "dropped: h");
    apel.press("enter");
    assert_eq!((apel.place().as_str(), apel.show.overlay()), ("ready", None));
    // The Enter that closed it may bounce.
    apel.gap(100).press("enter");
    assert_eq!(apel.place(), "ready");
    apel.gap(1_000).press("enter");
    assert_eq!(apel.place(), "laporan.line-1:1");
}

#[test]
fn while_a_filter_is_typed_the_keys_are_letters_of_it() {
    let mut apel = begun();
    apel.press("g / s i w < > , .");
    let Some(Overlay::Outline(outline)) = apel.show.overlay() else {
        panic!("the outline is open");
    };
    assert_eq!(outline.list.filter, "siw<>,.");
    assert_eq!(steps(&apel), "Persiapan Laporan Lagu Ikrar Doa Bubar");
    assert!(apel.show.form().is_none());
}

// Dropping.

#[test]
fn a_step_to_come_is_dropped_with_a_reason_or_without_one() {
    let mut apel = begun();
    apel.press("g down s");
    type_text(&mut apel, " hujan 2x ");
    apel.press("enter");
    assert_eq!(reason(&apel, "Laporan"), "dropped: hujan 2x");
    assert!(apel.show.form().is_none() && apel.show.overlay().is_some());
    apel.press("down s enter");
    assert_eq!(reason(&apel, "Lagu"), "dropped");
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn esc_leaves_the_form_without_doing_or_saying_anything() {
    for keys in ["s", "i", "w"] {
        let mut apel = begun();
        apel.press("g down");
        apel.press(keys);
        type_text(&mut apel, "abc");
        apel.press("esc");
        assert!(apel.show.form().is_none());
        assert!(apel.show.overlay().is_some(), "the outline stays");
        assert_eq!(apel.show.notice(), None);
        assert_eq!(steps(&apel), "Persiapan Laporan Lagu Ikrar Doa Bubar");
        assert_eq!(reason(&apel, "Laporan"), "kept");
        assert!(!apel.show.can_undo());
    }
}

#[test]
fn a_dropped_step_that_is_to_come_is_taken_back_at_once() {
    let mut apel = begun();
    apel.press("g down s enter s");
    assert_eq!(reason(&apel, "Laporan"), "kept");
    assert!(apel.show.form().is_none());
    assert!(matches!(apel.show.notice(), Some(Notice::StepRestored(_))));
}

#[test]
fn what_lies_behind_is_neither_dropped_nor_taken_back_nor_followed_by_another() {
    // Dropped, passed by, and so behind: the step before it is come back to from the next one.
    let mut apel = begun();
    apel.press("g down s enter esc n g home down s");
    assert!(apel.show.form().is_none());
    assert_eq!(reason(&apel, "Laporan"), "dropped");
    let mut apel = Performance::begun_at(&self::apel(), "doa");
    for key in ["s", "i"] {
        apel.press("g home");
        apel.press(key);
        assert!(apel.show.form().is_none(), "{key}");
        assert_eq!(
            apel.show.notice(),
            Some(&Notice::NotChanged(NotChanged::NotToCome))
        );
        apel.press("esc");
    }
}

#[test]
fn the_present_step_is_dropped_and_the_next_one_is_seen() {
    let mut apel = begun();
    apel.press("g s");
    type_text(&mut apel, "terlambat");
    assert_eq!(apel.place(), "persiapan:1");
    apel.press("enter");
    assert_eq!(apel.place(), "laporan.line-1:1");
    assert_eq!(apel.show.overlay(), None);
    assert_eq!(reason(&apel, "Persiapan"), "dropped: terlambat");
    // The Enter that ended the form may bounce.
    let mut bounced = begun();
    bounced.press("g s enter");
    bounced.gap(200).press("enter");
    assert_eq!(bounced.place(), "laporan.line-1:1");
}

#[test]
fn on_the_closing_card_nothing_is_changed() {
    let mut apel = Performance::begun_at(&apel(), "bubar");
    apel.press("n g");
    assert_eq!(apel.show.stage(), Stage::Finished);
    for key in ["s", "i", "w", "<", ">"] {
        apel.press(key);
        assert!(apel.show.form().is_none(), "{key}");
        assert_eq!(
            apel.show.notice(),
            Some(&Notice::NotChanged(NotChanged::Over)),
            "{key}"
        );
    }
}

// Putting in.

#[test]
fn a_step_is_put_in_after_the_chosen_one_and_is_chosen() {
    let mut apel = begun();
    apel.press("g down i left left enter");
    type_text(&mut apel, "Sambutan tamu");
    apel.press("enter");
    type_text(&mut apel, "1m30s");
    apel.press("enter");
    assert_eq!(
        steps(&apel),
        "Persiapan Laporan Sambutan tamu Lagu Ikrar Doa Bubar"
    );
    let put_in = step(&apel, "Sambutan tamu");
    assert_eq!((put_in.kind, put_in.seconds), (Kind::Address, 90));
    assert!(put_in.is_inserted());
    assert_eq!(chosen(&apel), put_in.id.as_str());
    apel.press(">");
    assert_eq!(
        steps(&apel),
        "Persiapan Laporan Lagu Sambutan tamu Ikrar Doa Bubar"
    );
}

#[test]
fn a_length_is_minutes_or_as_a_script_writes_it_or_the_usual_one() {
    for (length, seconds) in [("2", 120), ("1m30s", 90), ("45s", 45), ("", 180), (" 3 ", 180)] {
        let mut apel = begun();
        apel.press("g i left enter");
        type_text(&mut apel, "Doa bersama");
        apel.press("enter");
        type_text(&mut apel, length);
        apel.press("enter");
        assert_eq!(step(&apel, "Doa bersama").seconds, seconds, "{length:?}");
    }
}

#[test]
fn a_title_that_is_missing_and_a_length_that_is_none_are_told_in_their_fields() {
    let mut apel = begun();
    apel.press("g i enter space enter enter");
    assert_eq!(form(&apel).fault, Some(FormFault::WithoutTitle));
    assert_eq!(form(&apel).field, Field::Title);
    type_text(&mut apel, "Doa");
    assert_eq!(form(&apel).fault, None, "it goes with the first letter");
    apel.press("enter");
    type_text(&mut apel, "dua");
    apel.press("enter");
    assert_eq!(form(&apel).fault, Some(FormFault::WrongLength));
    assert_eq!(typed(&apel), "dua");
    apel.press("backspace backspace backspace 2 enter");
    assert!(apel.show.form().is_none());
    assert_eq!(programme(&apel).steps.len(), 7);
}

#[test]
fn only_kinds_that_need_no_words_of_their_own_can_be_put_in() {
    let mut apel = begun();
    apel.press("g i");
    let mut seen = Vec::new();
    loop {
        let Asked::NewStep { kind, .. } = form(&apel).asked else {
            panic!("it asks for a step");
        };
        if seen.contains(&kind) {
            break;
        }
        seen.push(kind);
        apel.press("right");
    }
    assert!(!seen.contains(&Kind::Ikrar) && !seen.contains(&Kind::Signing));
    assert_eq!(seen.len(), Kind::ALL.len() - 2);
    apel.press("left");
    let Asked::NewStep { kind, .. } = form(&apel).asked else {
        panic!("it asks for a step");
    };
    assert_eq!(Some(&kind), seen.last(), "round and round, both ways");
}

#[test]
fn a_filter_that_hides_the_new_step_goes_and_one_that_does_not_stays() {
    for (title, filter) in [("Sambutan", ""), ("Doa penutup", "doa")] {
        let mut apel = begun();
        apel.press("g / d o a enter i enter");
        type_text(&mut apel, title);
        apel.press("enter enter");
        let Some(Overlay::Outline(outline)) = apel.show.overlay() else {
            panic!("the outline is open");
        };
        assert_eq!(outline.list.filter, filter);
        assert_eq!(chosen(&apel), step(&apel, title).id.as_str());
    }
}

// Replacing.

#[test]
fn whoever_has_the_chosen_step_is_the_first_choice_and_its_reserve_stands_there() {
    let mut apel = begun();
    apel.press("g down w");
    let person = form(&apel).person(programme(&apel)).unwrap();
    assert_eq!(person.key, "mc");
    assert_eq!(form(&apel).proposed(programme(&apel)), Some("Dewi"));
    apel.press("enter enter enter");
    assert_eq!(name_of(&apel, "mc"), (Some("Dewi".to_owned()), None));
    assert!(apel.show.form().is_none());
}

#[test]
fn a_typed_name_and_office_take_the_place_of_the_reserve() {
    let mut apel = begun();
    apel.press("g down w enter");
    type_text(&mut apel, "Budi");
    assert_eq!(typed(&apel), "Budi", "not behind the name that was proposed");
    apel.press("enter");
    type_text(&mut apel, "Plh. Sekretaris");
    apel.press("enter");
    assert_eq!(
        name_of(&apel, "mc"),
        (Some("Budi".to_owned()), Some("Plh. Sekretaris".to_owned()))
    );
}

#[test]
fn a_name_that_is_proposed_is_taken_away_whole() {
    let mut apel = begun();
    apel.press("g down w enter backspace");
    assert_eq!(form(&apel).proposed(programme(&apel)), None);
    assert_eq!(typed(&apel), "");
    apel.press("enter enter");
    assert_eq!(form(&apel).fault, Some(FormFault::WithoutName));
    assert_eq!(form(&apel).field, Field::Name);
}

#[test]
fn another_person_is_chosen_and_has_no_reserve_of_somebody_else() {
    let mut apel = begun();
    apel.press("g down w left");
    assert_eq!(form(&apel).person(programme(&apel)).unwrap().key, "sekda");
    assert_eq!(form(&apel).proposed(programme(&apel)), None);
    apel.press("enter enter");
    type_text(&mut apel, "Plh. Sekda");
    apel.press("enter");
    assert_eq!(name_of(&apel, "sekda").1.as_deref(), Some("Plh. Sekda"));
}

#[test]
fn whoever_is_replaced_can_be_put_back_or_replaced_again() {
    let mut apel = begun();
    apel.press("g down w enter enter enter w");
    let fields = form(&apel).fields(programme(&apel));
    assert_eq!(fields, [Field::Person, Field::By, Field::Name, Field::Office]);
    assert_eq!(
        form(&apel).proposed(programme(&apel)),
        None,
        "the reserve stands in already"
    );
    apel.press("enter right");
    assert_eq!(form(&apel).fields(programme(&apel)), [Field::Person, Field::By]);
    apel.press("enter");
    assert_eq!(name_of(&apel, "mc"), (Some("Rina".to_owned()), None));
    apel.press("w");
    assert_eq!(form(&apel).fields(programme(&apel)).len(), 3);
}

#[test]
fn where_the_script_names_nobody_there_is_nobody_to_replace() {
    let mut apel = Performance::begun("title = \"Apel\"\n[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\n");
    apel.press("g w");
    assert!(apel.show.form().is_none());
    assert_eq!(apel.show.notice(), Some(&Notice::NobodyNamed));
}

// Undoing.

#[test]
fn a_change_is_undone_in_the_outline_and_before_the_beginning() {
    let mut apel = begun();
    apel.press("g down > u");
    assert_eq!(steps(&apel), "Persiapan Laporan Lagu Ikrar Doa Bubar");
    assert!(apel.show.overlay().is_some());
    let mut apel = Performance::ready(&self::apel());
    apel.press("g s enter esc u");
    assert_eq!(reason(&apel, "Persiapan"), "kept");
    assert_eq!(apel.place(), "ready");
}

#[test]
fn a_jump_is_not_undone_under_the_outline() {
    let mut apel = begun();
    apel.press("4 enter g u");
    assert_eq!(apel.place(), "ikrar.heading:1");
    assert_eq!(apel.show.notice(), Some(&Notice::UndoneElsewhere));
    apel.press("esc u");
    assert_eq!(apel.place(), "persiapan:1");
}

#[test]
fn the_audience_view_opens_no_outline_before_the_beginning() {
    let mut apel = Performance::ready(&apel());
    apel.press("tab g");
    assert_eq!(apel.show.overlay(), None);
}
