//! What the leader makes of the audience's screens, and the window that tells of them.

use super::harness::{APEL, Performance};
use crate::show::{Effect, Msg, Notice, Overlay, Screen, Serving, Settings, Stage, Veil, Worker};
use crate::slide::{Shown, Slide, State};

#[test]
fn b_and_the_point_of_a_clicker_make_all_screens_dark_and_show_them_again() {
    for dark in ["b", "B", "."] {
        let mut apel = Performance::begun_at(APEL, "ikrar.2");
        let before = apel.slide();
        apel.press(dark);
        assert_eq!(apel.show.veil(), Some(Veil::Blank), "{dark}");
        assert_eq!(apel.slide(), Slide::default(), "nothing is left on them");
        apel.press(dark);
        assert_eq!(apel.show.veil(), None, "{dark}");
        assert_eq!(apel.slide(), before);
    }
}

#[test]
fn a_point_after_digits_belongs_to_them() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("4 .");
    assert_eq!(apel.show.veil(), None);
    apel.press("3 enter");
    assert_eq!(apel.place(), "ikrar.3:1");
}

#[test]
fn o_shows_the_title_card_and_one_of_both_takes_the_place_of_the_other() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("o");
    assert_eq!(apel.slide().shown, Shown::TitleCard);
    apel.press("b");
    assert_eq!(apel.slide().shown, Shown::Nothing);
    apel.press("o");
    assert_eq!(apel.show.veil(), Some(Veil::TitleCard));
    apel.press("o");
    assert_eq!(apel.show.veil(), None);
}

#[test]
fn the_next_advance_only_shows_the_screens_again() {
    for over in ["b", "o"] {
        for advance in ["space", "right", "pagedown", "enter"] {
            let mut apel = Performance::begun_at(APEL, "ikrar.2");
            let before = apel.slide();
            apel.press(over);
            apel.press(advance);
            assert_eq!(apel.show.veil(), None, "{over} {advance}");
            assert_eq!(apel.place(), "ikrar.2:1", "{over} {advance} moves nothing");
            assert_eq!(apel.slide(), before);
            apel.press(advance);
            assert_eq!(apel.place(), "ikrar.2:2", "the one after it moves");
        }
    }
}

#[test]
fn the_beginning_and_the_closing_card_have_dark_screens_too() {
    let mut apel = Performance::ready(APEL);
    apel.press("b enter");
    assert_eq!(apel.show.stage(), Stage::Ready, "that only showed the screens");
    apel.press("enter");
    assert_eq!(apel.show.stage(), Stage::Running);
    apel.press("6 enter space b");
    assert_eq!(apel.place(), "closing card");
    assert_eq!(apel.slide().shown, Shown::Nothing);
    apel.press("space");
    assert_eq!(apel.slide().state, State::Ended);
}

#[test]
fn other_moves_are_made_behind_dark_screens() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("b 3 enter");
    assert_eq!(apel.place(), "ikrar.3:1");
    assert_eq!(apel.show.veil(), Some(Veil::Blank));
    assert_eq!(apel.slide(), Slide::default());
}

#[test]
fn held_screens_stay_while_the_leader_moves_on() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    let before = apel.slide();
    apel.press("f space");
    assert_eq!(apel.place(), "ikrar.2:2", "an advance is an advance");
    assert!(apel.show.holds_screens());
    assert_eq!(apel.slide().shown, before.shown);
    assert_eq!(apel.slide().state, State::Held);
    apel.press("f");
    assert_ne!(apel.slide().shown, before.shown);
    assert_eq!(apel.slide().state, State::Showing);
}

#[test]
fn held_screens_may_be_dark_as_well_and_are_held_after_it() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    let before = apel.slide();
    apel.press("f b space space");
    assert_eq!(apel.show.veil(), None);
    assert!(apel.show.holds_screens());
    assert_eq!(apel.slide().shown, before.shown);
}

#[test]
fn the_screens_are_told_of_it_once() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    let published = |effects: Vec<Effect>| effects.iter().filter(|one| **one == Effect::Publish).count();
    let number = |apel: &Performance| apel.show.leaving().number;
    let before = number(&apel);
    apel.press("b");
    assert_eq!(number(&apel), before + 1);
    // Nothing of it changes behind them.
    apel.press("n l esc");
    assert_eq!(number(&apel), before + 1);
    let at = apel.moment();
    let awake = Msg::Ticked { at };
    assert_eq!(published(apel.send(awake)), 0);
}

fn open() -> Serving {
    Serving::Open {
        here: "http://127.0.0.1:17845".to_owned(),
        shared: Vec::new(),
        moved: None,
    }
}

#[test]
fn whoever_serves_the_screens_may_die_and_is_told_only_until_another_one_does() {
    let mut apel = Performance::begun(APEL);
    let serving = |apel: &mut Performance, serving: Serving| {
        let at = apel.moment();
        assert_eq!(apel.send(Msg::ServingChanged { serving, at }), []);
    };
    serving(&mut apel, open());
    let at = apel.moment();
    let worker = Worker::Server;
    assert_eq!(apel.send(Msg::WorkerStopped { worker, at }), []);
    assert_eq!(apel.show.serving(), &Serving::Stopped);
    assert_eq!(apel.show.notice(), Some(&Notice::ServerStopped));
    serving(&mut apel, Serving::Refused("full".to_owned()));
    assert_eq!(apel.show.notice(), Some(&Notice::ServerStopped), "it is still so");
    serving(&mut apel, open());
    assert_eq!(apel.show.notice(), None);
    apel.press("space");
    assert_eq!(apel.place(), "laporan.line-1:1");
}

#[test]
fn that_the_screens_are_served_takes_no_other_notice_away() {
    let sharing = Settings {
        share: true,
        ..Settings::default()
    };
    let mut apel = Performance::with(sharing, APEL);
    let (serving, at) = (open(), apel.moment());
    apel.send(Msg::ServingChanged { serving, at });
    assert_eq!(apel.show.notice(), Some(&Notice::Sharing));
}

#[test]
fn on_the_audience_view_these_keys_work_and_the_window_does_not_open() {
    let mut apel = Performance::begun_at(APEL, "ikrar.2");
    apel.press("tab b");
    assert_eq!(apel.show.veil(), Some(Veil::Blank));
    apel.press("space l");
    assert_eq!(apel.show.veil(), None);
    assert_eq!(apel.show.overlay(), None);
    assert_eq!(apel.show.screen(), Screen::Audience);
}

#[test]
fn l_opens_the_window_and_l_or_esc_close_it() {
    for close in ["l", "esc"] {
        let mut apel = Performance::begun_at(APEL, "ikrar.2");
        apel.press("l");
        assert_eq!(apel.show.overlay(), Some(&Overlay::Screens { scroll: 0 }));
        apel.press("space down");
        assert_eq!(apel.place(), "ikrar.2:1", "nothing moves behind it");
        apel.press(close);
        assert_eq!(apel.show.overlay(), None, "{close}");
    }
    let mut waiting = Performance::ready("title = 1");
    waiting.press("l");
    assert!(waiting.show.overlay().is_some(), "also before a good script");
}
