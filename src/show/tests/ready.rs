//! Before the beginning: the ready screen, and waiting for a good script.

use super::harness::{APEL, Performance};
use crate::show::{Awake, Effect, Msg, Notice, PortMoved, Screen, Serving, Settings, Stage, Worker};

const BROKEN: &str = "title = \"Apel\"\n[[step]]\ntitle = \"Doa\"\nkind = \"doa\"\n";

#[test]
fn enter_begins() {
    let mut apel = Performance::ready(APEL);
    assert_eq!(apel.place(), "ready");
    assert!(apel.show.clock().began().is_none());
    apel.press("enter");
    assert_eq!(apel.place(), "persiapan:1");
    assert_eq!(apel.show.clock().began(), Some(apel.moment()));
}

#[test]
fn a_clickers_forward_key_is_heard_once_and_begins_the_second_time() {
    for key in ["space", "pagedown"] {
        let mut apel = Performance::ready(APEL);
        apel.press(key);
        assert_eq!(apel.place(), "ready", "{key}");
        assert_eq!(apel.show.notice(), Some(&Notice::ClickerHeard));
        apel.press(key);
        assert_eq!(apel.place(), "persiapan:1", "{key}");
        assert_eq!(apel.show.notice(), None);
    }
}

#[test]
fn a_clickers_other_keys_are_only_heard() {
    let mut apel = Performance::ready(APEL);
    for key in ["pageup", "f5", "esc"] {
        assert_eq!(apel.press(key), [], "{key}");
        assert_eq!(apel.show.notice(), Some(&Notice::ClickerKeyHeard));
    }
    apel.press("esc space");
    assert_eq!(apel.place(), "ready", "they are no first press of another key");
}

#[test]
fn keys_of_the_running_ceremony_do_nothing_yet() {
    let mut apel = Performance::ready(APEL);
    apel.press("n right left s e v c u r home end 3 x a g backspace");
    assert_eq!(apel.place(), "ready");
    assert!(!apel.show.clock().is_paused());
}

#[test]
fn the_program_may_be_stopped_before_and_after_a_ceremony_and_not_while_it_runs() {
    let mut apel = Performance::ready(APEL);
    assert_eq!(apel.press("ctrl-z"), [Effect::Suspend]);
    apel.press("enter");
    assert_eq!(apel.press("ctrl-z"), []);
    assert_eq!(apel.place(), "persiapan:1");
    let at = apel.moment();
    assert_eq!(apel.send(Msg::SuspendAsked { at }), []);
    apel.press("6 enter space");
    assert_eq!(apel.press("ctrl-z"), [Effect::Suspend]);
}

#[test]
fn a_broken_script_waits_for_a_good_save() {
    let mut apel = Performance::ready(BROKEN);
    assert_eq!(apel.show.stage(), Stage::Waiting);
    assert!(apel.show.is_refused());
    assert!(!apel.show.problems().is_empty());
    apel.press("enter space n tab g m");
    assert_eq!(apel.show.stage(), Stage::Waiting);
    assert_eq!(apel.show.screen(), Screen::Leader);
    assert_eq!(apel.show.overlay(), None, "the problems are the screen");
    apel.save(APEL);
    assert_eq!(apel.place(), "ready");
    assert!(apel.show.problems().is_empty());
}

#[test]
fn the_problems_are_scrolled_while_waiting() {
    let mut apel = Performance::ready(BROKEN);
    apel.press("down pagedown up");
    assert_eq!(apel.show.scroll(), 10);
    apel.press("home");
    assert_eq!(apel.show.scroll(), 0);
    assert_eq!(apel.press("q"), [Effect::Quit]);
}

#[test]
fn a_run_that_is_to_begin_at_once_begins_at_the_first_good_save() {
    let mut apel = Performance::begun_at(BROKEN, "ikrar.2");
    assert_eq!(apel.place(), "waiting");
    apel.save(APEL);
    assert_eq!(apel.place(), "ikrar.2:1");
    apel.press("space");
    apel.save(&APEL.replace("Demikian", "Sekian"));
    assert_eq!(apel.place(), "ikrar.2:2", "and only at the first");
}

#[test]
fn an_edit_before_the_beginning_is_simply_there() {
    let mut apel = Performance::ready(APEL);
    apel.save_with("title = \"Persiapan\"", "title = \"Siap\"");
    assert!(matches!(apel.show.notice(), Some(Notice::Reloaded { .. })));
    apel.press("enter");
    assert_eq!(apel.place(), "siap:1");
    assert_eq!(apel.left_out(), "");
}

#[test]
fn whether_the_display_is_kept_lit_is_known_as_it_was_told_last() {
    let mut apel = Performance::ready(APEL);
    assert_eq!(apel.show.awake(), Awake::Asked);
    for awake in [Awake::Held, Awake::NotHeld] {
        assert_eq!(apel.send(Msg::AwakeChanged { awake }), []);
        assert_eq!(apel.show.awake(), awake);
    }
    assert_eq!(apel.show.notice(), None, "the ready screen says it, no notice");
}

#[test]
fn whoever_kept_the_display_lit_may_die_and_the_show_goes_on() {
    let mut apel = Performance::begun(APEL);
    apel.send(Msg::AwakeChanged { awake: Awake::Held });
    let at = apel.moment();
    let worker = Worker::Awake;
    assert_eq!(apel.send(Msg::WorkerStopped { worker, at }), []);
    assert_eq!(apel.show.awake(), Awake::NotHeld);
    assert_eq!(apel.show.notice(), Some(&Notice::AwakeStopped));
    apel.press("space");
    assert_eq!(apel.place(), "laporan.line-1:1");
}

#[test]
fn whoever_shares_the_screens_is_told_that_others_can_see_them_before_they_can() {
    let sharing = Settings {
        share: true,
        ..Settings::default()
    };
    let apel = Performance::with(sharing, APEL);
    assert_eq!(apel.show.notice(), Some(&Notice::Sharing));
    assert_eq!(apel.show.serving(), &Serving::Off);
    assert_eq!(Performance::ready(APEL).show.notice(), None);
}

#[test]
fn whoever_asked_for_a_port_that_is_in_use_is_told_once_which_one_was_taken() {
    let moved = PortMoved {
        wanted: 17_845,
        taken: 17_846,
    };
    let open = |moved| Serving::Open {
        here: "http://127.0.0.1:17846".to_owned(),
        shared: Vec::new(),
        moved,
    };
    let told = |states: &[Serving]| {
        let mut apel = Performance::ready(APEL);
        for serving in states.iter().cloned() {
            let at = apel.moment();
            apel.send(Msg::ServingChanged { serving, at });
        }
        apel.show.notice().cloned()
    };
    let was_told = Some(Notice::PortMoved(moved));
    assert_eq!(told(&[Serving::Opening, open(Some(moved))]), was_told);
    assert_eq!(told(&[Serving::Opening, open(None)]), None);
    // A show that is opened later is served there already.
    assert_eq!(told(&[open(Some(moved))]), None);
}
