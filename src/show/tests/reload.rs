//! The script is saved while the show goes on. How a place is carried has its own tests in `programme::carry`.

use super::harness::{APEL, Performance, names};
use crate::show::{Notice, Screen, Typed};
use crate::slide::{Shown, Slide};

pub(super) const BROKEN: &str = "title = \"Apel\"\n[[step]]\ntitle = \"Doa\"\nkind = \"doa\"\n";

#[test]
fn a_bad_save_changes_nothing_but_the_problems() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    let (slide, programme) = (apel.slide(), apel.show.programme().cloned());
    apel.save(BROKEN);
    assert!(apel.show.is_refused());
    assert!(!apel.show.problems().is_empty());
    assert_eq!(apel.place(), "ikrar.2:2");
    assert_eq!(apel.slide(), slide);
    assert_eq!(apel.show.programme().cloned(), programme);
    apel.press("space");
    assert_eq!(apel.place(), "ikrar.2:3", "the show goes on");
}

#[test]
fn the_problems_clear_when_the_script_is_good_again_even_with_the_old_bytes() {
    let mut apel = Performance::begun(APEL);
    apel.save(BROKEN);
    apel.save(APEL);
    assert!(!apel.show.is_refused());
    assert!(apel.show.problems().is_empty());
    assert_eq!(apel.show.notice(), None, "nothing has changed");
}

#[test]
fn a_good_save_keeps_the_leader_where_they_are() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space");
    apel.save_with(
        "[[step]]\ntitle = \"Persiapan\"",
        "[[step]]\ntitle = \"Doa pembuka\"\nkind = \"prayer\"\n\n[[step]]\ntitle = \"Persiapan\"",
    );
    assert_eq!(apel.place(), "ikrar.2:2");
    assert_eq!(
        apel.show.notice(),
        Some(&Notice::Reloaded { changed: 1, gone: 0 })
    );
    apel.press("left");
    assert_eq!(apel.place(), "ikrar.2:1");
}

#[test]
fn changed_steps_are_marked_until_they_are_visited() {
    let mut apel = Performance::begun(APEL);
    apel.save_with("title = \"Doa\"", "title = \"Doa\"\nnotes = \"singkat\"");
    let changed = |apel: &Performance| -> Vec<String> {
        let steps = apel.show.programme().unwrap().steps.iter();
        steps
            .filter(|step| apel.show.is_changed(&step.id))
            .map(|step| step.title.clone())
            .collect()
    };
    assert_eq!(changed(&apel), ["Doa"]);
    apel.press("space");
    assert_eq!(changed(&apel), ["Doa"]);
    apel.press("5 enter");
    assert!(changed(&apel).is_empty());
}

#[test]
fn marks_of_change_survive_the_next_save() {
    let mut apel = Performance::begun(APEL);
    let once = APEL.replace("title = \"Doa\"", "title = \"Doa penutup\"");
    apel.save(&once);
    apel.save(&once.replace("title = \"Bubar\"", "title = \"Barisan dibubarkan\""));
    let doa = apel.show.programme().unwrap().steps[4].id.clone();
    assert!(apel.show.is_changed(&doa));
}

#[test]
fn changed_words_wait_for_the_next_move_before_the_audience_sees_them() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    let seen = apel.slide();
    apel.save_with("Dua a /", "Dua x /");
    assert_eq!(apel.slide(), seen, "the audience keeps the old words");
    assert_eq!(apel.show.cue().unwrap().phrases[0].text, "Dua x");
    assert_eq!(apel.show.notice(), Some(&Notice::PhraseChanged));
    apel.press("g esc tab tab");
    assert_eq!(apel.slide(), seen, "no move, no new words");
    apel.press("r");
    assert_ne!(apel.slide(), seen);
    assert!(!apel.show.audience_waits());
}

#[test]
fn an_advance_gives_the_audience_the_words_as_they_are_now() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.save_with("Dua a / dua b", "Dua x / dua y");
    apel.press("space");
    let Shown::Words { lines, .. } = apel.slide().shown else {
        panic!("words are read");
    };
    assert_eq!(lines, ["dua y"]);
}

#[test]
fn a_slide_that_is_held_stays_the_same_over_many_saves_and_comes_free_when_the_words_are_the_old_ones() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    let seen = apel.slide();
    apel.save_with("Dua a", "Dua x");
    apel.save_with("Dua a", "Dua y");
    assert_eq!(apel.slide(), seen);
    apel.save(APEL);
    assert!(!apel.show.audience_waits());
}

#[test]
fn an_edit_elsewhere_holds_nothing() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.save_with("Tiga a", "Tiga x");
    assert!(!apel.show.audience_waits());
}

#[test]
fn a_clause_put_in_before_the_place_was_never_read_and_is_told() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.press("space space space space");
    assert_eq!(apel.place(), "ikrar.2:1");
    apel.save_with("[\"Satu a", "[\"Baru sekali\", \"Satu a");
    assert_eq!(apel.place(), "ikrar.3:1");
    assert_eq!(apel.left_out(), "ikrar.1");
    assert!(
        matches!(apel.show.notice(), Some(Notice::ReloadedLeavingOut { left_out, .. }) if names(left_out) == "ikrar.1")
    );
    apel.save_with("[\"Satu a", "[\"Baru sekali\", \"Satu x");
    assert_eq!(apel.left_out(), "ikrar.1", "once is enough");
}

#[test]
fn a_clause_put_in_after_the_place_is_simply_to_come() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.save_with("\"Tiga a / tiga b\"", "\"Baru sekali\", \"Tiga a / tiga b\"");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn an_unread_clause_that_is_moved_before_the_place_is_told() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.press("space space space space");
    apel.save_with(
        "[\"Satu a / satu b\", \"Dua a / dua b / dua c\", \"Tiga a / tiga b\"]",
        "[\"Tiga a / tiga b\", \"Satu a / satu b\", \"Dua a / dua b / dua c\"]",
    );
    assert_eq!(apel.place(), "ikrar.3:1");
    assert_eq!(apel.left_out(), "ikrar.1");
}

#[test]
fn a_required_step_put_in_before_the_place_is_told_and_one_before_the_run_is_not() {
    let sambutan = "[[step]]\ntitle = \"Sambutan\"\nkind = \"address\"\n\n[[step]]\ntitle = \"Laporan\"";
    let mut apel = Performance::begun(APEL);
    apel.press("n n");
    apel.save_with("[[step]]\ntitle = \"Laporan\"", sambutan);
    assert_eq!(apel.left_out(), "sambutan");
    let mut apel = Performance::begun_at(APEL, "doa");
    apel.save_with("[[step]]\ntitle = \"Laporan\"", sambutan);
    assert_eq!(apel.left_out(), "");
    assert_eq!(apel.show.first_step(), 5);
}

#[test]
fn a_step_put_in_on_the_closing_card_is_told() {
    let mut apel = Performance::begun_at(APEL, "6");
    apel.press("space");
    apel.save(&format!("{APEL}\n[[step]]\ntitle = \"Foto\"\nkind = \"act\"\n"));
    assert_eq!(apel.place(), "closing card");
    assert_eq!(apel.left_out(), "foto");
}

#[test]
fn an_edit_of_what_was_read_already_leaves_it_read() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space space");
    apel.save_with("Dua a / dua b / dua c", "Dua satu a / dua b / dua c");
    assert_eq!(apel.place(), "ikrar.2:3");
    apel.press("space n");
    assert_eq!(apel.left_out(), "ikrar.3 ikrar.closing");
}

#[test]
fn a_clause_that_is_cut_in_two_is_read_as_far_as_it_was() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space space");
    apel.save_with("Dua a / dua b / dua c", "Dua a\", \"Dua b / dua c");
    assert_eq!(apel.place(), "ikrar.3:2", "the words that were reached");
    assert_eq!(apel.left_out(), "", "all before them was read");
    apel.press("space n");
    assert_eq!(apel.left_out(), "ikrar.4 ikrar.closing");
}

#[test]
fn the_spoken_number_of_a_second_half_was_not_read_and_is_said_before_its_words() {
    let spoken = APEL.replace("numbers = \"none\"", "numbers = \"spoken\"");
    let mut apel = Performance::begun_at(&spoken, "ikrar.2");
    apel.press("space space");
    assert_eq!(apel.place(), "ikrar.2:3", "after the number and its first words");
    apel.save(&spoken.replace("Dua a / dua b / dua c", "Dua a\", \"dua b / dua c"));
    assert_eq!(apel.place(), "ikrar.3:1", "the number of the second half");
    apel.press("space 4 enter");
    assert_eq!(apel.left_out(), "ikrar.3", "its words were not read");
    apel.press("3 enter space space space");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn a_second_half_that_was_begun_owes_no_number_any_more() {
    let spoken = APEL.replace("numbers = \"none\"", "numbers = \"spoken\"");
    let mut apel = Performance::begun_at(&spoken, "ikrar.2");
    apel.press("space space space");
    apel.save(&spoken.replace("Dua a / dua b / dua c", "Dua a\", \"dua b / dua c"));
    assert_eq!(apel.place(), "ikrar.3:3", "dua c");
    apel.press("space 4 enter");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn a_clause_put_in_before_the_point_where_the_run_began_is_no_more_part_of_it_than_its_neighbours() {
    let mut apel = Performance::begun_at(APEL, "ikrar.3");
    apel.save_with("[\"Satu a", "[\"Baru sekali\", \"Satu a");
    assert_eq!(apel.place(), "ikrar.4:1");
    assert_eq!(apel.left_out(), "");
    let mut apel = Performance::begun_at(APEL, "ikrar.3");
    apel.press("space");
    apel.save_with("\"Dua a", "\"Baru sekali\", \"Dua a");
    assert_eq!(apel.place(), "ikrar.4:2");
    apel.press("space space");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn a_clause_put_in_right_at_the_point_where_the_run_began_or_after_it_is_told() {
    let mut apel = Performance::begun_at(APEL, "ikrar.3");
    apel.save_with("\"Tiga a", "\"Baru sekali\", \"Tiga a");
    assert_eq!(apel.left_out(), "ikrar.3");
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("space space space");
    assert_eq!(apel.place(), "ikrar.3:1");
    apel.save_with("\"Tiga a", "\"Baru sekali\", \"Tiga a");
    assert_eq!(apel.left_out(), "ikrar.3");
}

#[test]
fn a_clause_put_in_at_the_top_of_a_text_that_was_begun_at_its_top_is_told() {
    let bare = APEL.replace("heading = [\"IKRAR\"]\nopening = \"Kami berjanji\"\n", "");
    let mut apel = Performance::begun_at(&bare, "ikrar");
    apel.press("space space space");
    assert_eq!(apel.place(), "ikrar.2:2");
    apel.save(&bare.replace("[\"Satu a", "[\"Baru sekali\", \"Satu a"));
    assert_eq!(apel.left_out(), "ikrar.1");
}

#[test]
fn an_edit_of_the_phrase_that_is_repeated_tells_that_the_turn_is_the_readers_again() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("e space");
    assert_eq!(apel.place(), "ikrar.2:1 repeated");
    apel.save_with("Dua a /", "Dua x /");
    assert_eq!(apel.place(), "ikrar.2:1");
    assert_eq!(apel.show.notice(), Some(&Notice::TurnGivenBack));
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("e");
    apel.save_with("Dua a /", "Dua x /");
    assert_eq!(
        apel.show.notice(),
        Some(&Notice::PhraseChanged),
        "it was the reader's"
    );
}

#[test]
fn an_omission_follows_its_clause_and_goes_with_it() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("space space 3 enter");
    assert_eq!(apel.left_out(), "ikrar.2");
    apel.save_with("\"Satu a / satu b\", ", "");
    assert_eq!(apel.left_out(), "ikrar.1");
    apel.save_with("\"Satu a / satu b\", \"Dua a / dua b / dua c\", ", "");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn what_can_be_undone_is_carried_and_keeps_what_the_edit_left_out() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.press("space space space space space n");
    apel.save_with("[\"Satu a", "[\"Baru sekali\", \"Satu a");
    apel.press("u");
    assert_eq!(apel.place(), "ikrar.3:2");
    assert_eq!(apel.left_out(), "ikrar.1");
}

#[test]
fn where_the_cue_is_gone_the_nearest_kept_one_before_it_is_the_place() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.save_with("\"Dua a / dua b / dua c\", ", "");
    assert_eq!(apel.place(), "ikrar.1:1");
    assert_eq!(apel.show.notice(), Some(&Notice::CueGone));
}

#[test]
fn nobody_is_led_back_into_a_dropped_step() {
    let mut apel = Performance::begun_at(APEL, "2");
    apel.press("n s n");
    assert_eq!(apel.place(), "doa:1");
    apel.press("p p");
    assert_eq!(apel.place(), "laporan.line-1:1", "the song is dropped");
    apel.press("n");
    assert_eq!(apel.place(), "ikrar.heading:1");
    let from = APEL.find("[[step]]\nid = \"ikrar\"").unwrap();
    let to = APEL.find("[[step]]\ntitle = \"Doa\"").unwrap();
    apel.save(&format!("{}{}", &APEL[..from], &APEL[to..]));
    assert_eq!(apel.place(), "laporan.line-2:1");
    let lagu = apel.show.programme().unwrap().steps[2].id.clone();
    assert!(apel.show.reading().is_dropped(&lagu));
}

#[test]
fn a_save_on_the_closing_card_revives_nothing() {
    let optional = APEL.replace("title = \"Bubar\"", "title = \"Bubar\"\noptional = true");
    let mut apel = Performance::begun_at(&optional, "6");
    apel.press("s");
    assert_eq!(apel.place(), "closing card");
    apel.save(&optional.replace("Demikian", "Sekian"));
    let bubar = apel.show.programme().unwrap().steps[5].id.clone();
    assert!(apel.show.reading().is_dropped(&bubar));
}

#[test]
fn a_number_that_is_being_typed_means_the_step_as_it_is_now() {
    let mut apel = Performance::begun(APEL);
    apel.press("6");
    let bubar = "[[step]]\ntitle = \"Bubar\"\nkind = \"act\"\nduration = \"1m\"\n";
    apel.save_with(bubar, "");
    assert!(matches!(apel.show.typed(), Some(Typed { text, .. }) if text == "6"));
    apel.press("enter");
    assert_eq!(apel.place(), "persiapan:1");
    assert!(matches!(apel.show.notice(), Some(Notice::NotThere(_))));
}

#[test]
fn the_leaders_choice_of_one_key_or_two_is_kept_unless_the_edit_is_about_it() {
    let mut apel = Performance::begun_at(APEL, "ikrar.1");
    apel.press("e space");
    assert_eq!(apel.place(), "ikrar.1:1 repeated");
    apel.save_with("Tiga a", "Tiga x");
    assert_eq!(apel.place(), "ikrar.1:1 repeated");
    apel.save_with("leader =", "presses = 2\nleader =");
    apel.save_with("leader =", "presses = 1\nleader =");
    assert_eq!(apel.place(), "ikrar.1:1", "the repeat has no key any more");
}

#[test]
fn a_change_of_mode_gives_the_turn_to_the_reader() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("e space space space");
    assert_eq!(apel.place(), "ikrar.2:2 repeated");
    apel.save_with("numbers = \"none\"", "numbers = \"none\"\nmode = \"together\"");
    assert_eq!(apel.place(), "ikrar.2:1", "the whole group is read at once");
    assert_eq!(apel.show.notice(), Some(&Notice::PhraseChanged));
}

#[test]
fn a_save_while_the_audience_is_shown_leaves_it_shown() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("tab");
    apel.save(BROKEN);
    apel.save_with("Satu a", "Satu x");
    assert_eq!(apel.show.screen(), Screen::Audience);
    assert!(matches!(
        apel.slide(),
        Slide {
            shown: Shown::Words { .. },
            ..
        }
    ));
}

#[test]
fn a_notice_about_the_phrase_goes_with_the_move_that_leaves_it() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.save_with("Dua a /", "Dua x /");
    assert_eq!(apel.show.notice(), Some(&Notice::PhraseChanged));
    apel.press("space");
    assert_eq!(apel.show.notice(), None, "it would speak of another phrase now");
}

#[test]
fn a_notice_does_not_come_back_when_a_refused_save_is_mended() {
    let mut apel = Performance::begun(APEL);
    let edited = APEL.replace("title = \"Doa\"", "title = \"Doa penutup\"");
    apel.save(&edited);
    assert!(matches!(apel.show.notice(), Some(Notice::Reloaded { .. })));
    apel.save(BROKEN);
    apel.save(&edited);
    assert_eq!(apel.show.notice(), None);
}

#[test]
fn after_a_refused_save_what_an_earlier_one_left_out_is_told_and_that_save_is_not() {
    let mut apel = Performance::begun_at(APEL, "ikrar");
    apel.press("space space space space");
    apel.save_with("[\"Satu a", "[\"Baru sekali\", \"Satu a");
    let told = |apel: &Performance| match apel.show.notice() {
        Some(Notice::ReloadedLeavingOut { changed, gone, .. }) => Some((*changed, *gone)),
        _ => None,
    };
    assert_eq!(
        told(&apel),
        Some((1, 0)),
        "that the script was taken in is told as well"
    );
    apel.save(BROKEN);
    assert!(matches!(apel.show.notice(), Some(Notice::LeftOut(omissions)) if names(omissions) == "ikrar.1"));
}

#[test]
fn back_from_before_the_run_drops_what_is_there_and_goes_on_to_the_next() {
    let mut apel = Performance::begun_at(APEL, "3");
    apel.press("left s enter");
    assert_eq!(apel.place(), "lagu:1", "the report is dropped");
    apel.press("s");
    assert_eq!(apel.place(), "ikrar.heading:1");
}

#[test]
fn a_step_that_is_put_in_elsewhere_lets_no_words_wait() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.save(&format!(
        "{APEL}\n[[step]]\ntitle = 'Ramah tamah'\nkind = 'act'\n"
    ));
    assert!(
        !apel.show.audience_waits(),
        "of how many steps it is which, is no word"
    );
    assert!(matches!(apel.show.notice(), Some(Notice::Reloaded { .. })));
}
