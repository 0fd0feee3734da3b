//! What a following screen shows, tells and does, rule by rule.

use jiff::Timestamp;

use super::*;
use crate::show::{Size, ThemeName};
use crate::slide::VERSION;

fn at(millis: u64) -> Moment {
    Moment {
        wall: Timestamp::UNIX_EPOCH,
        steady: Duration::from_millis(millis),
    }
}

fn screen(role: FollowerRole) -> FollowingScreen {
    FollowingScreen::new(role, &Settings::default(), at(0))
}

fn numbered<T>(run: &str, number: u64, content: T) -> Arc<Numbered<T>> {
    Arc::new(Numbered {
        version: VERSION,
        run: RunId(run.into()),
        number,
        content,
    })
}

fn slide(run: &str, number: u64) -> Heard {
    slide_of(run, number, State::Showing)
}

fn slide_of(run: &str, number: u64, state: State) -> Heard {
    Heard::Slide(numbered(
        run,
        number,
        Slide {
            state,
            ..Slide::default()
        },
    ))
}

fn prompt(run: &str, number: u64) -> Heard {
    Heard::Prompt(numbered(run, number, Prompt::default()))
}

fn hear(following: &mut FollowingScreen, heard: Heard, millis: u64) -> Vec<Effect> {
    update(
        following,
        Msg::LeaderHeard {
            heard,
            at: at(millis),
        },
    )
}

fn tick(following: &mut FollowingScreen, millis: u64) {
    assert_eq!(update(following, Msg::Ticked { at: at(millis) }), []);
}

/// The run and the number of what is shown; nothing where the screen is dark.
fn shown(following: &FollowingScreen) -> String {
    let content = following.content();
    content.map_or_else(String::new, |content| {
        format!("{} {}", content.run().0, content.number())
    })
}

fn press(following: &mut FollowingScreen, key: Key, millis: u64) -> Vec<Effect> {
    let msg = Msg::KeyPressed {
        key,
        repeated: false,
        at: at(millis),
    };
    update(following, msg)
}

fn letter(letter: char) -> Key {
    Key::plain(KeyCode::Char(letter))
}

#[test]
fn a_higher_number_of_the_same_run_replaces_and_no_other_one_does() {
    let mut hall = screen(FollowerRole::Hall);
    assert_eq!(shown(&hall), "");
    hear(&mut hall, slide("a", 3), 0);
    hear(&mut hall, slide("a", 5), 1);
    assert_eq!(shown(&hall), "a 5");
    hear(&mut hall, slide("a", 4), 2);
    hear(&mut hall, slide_of("a", 5, State::Blank), 3);
    assert_eq!(shown(&hall), "a 5");
    assert_eq!(hall.content().map(Content::state), Some(State::Showing));
}

#[test]
fn another_run_replaces_whatever_its_number() {
    let mut hall = screen(FollowerRole::Hall);
    hear(&mut hall, slide("a", 30), 0);
    hear(&mut hall, slide("b", 1), 1);
    assert_eq!(shown(&hall), "b 1");
}

#[test]
fn each_screen_shows_what_is_for_it_alone() {
    let mut hall = screen(FollowerRole::Hall);
    let mut reader = screen(FollowerRole::Reader);
    assert_eq!(hear(&mut hall, prompt("a", 1), 0), []);
    assert_eq!(hear(&mut reader, slide("a", 1), 0), []);
    assert_eq!([shown(&hall), shown(&reader)], ["", ""]);
    hear(&mut hall, slide("a", 2), 0);
    hear(&mut reader, prompt("a", 2), 0);
    assert_eq!([shown(&hall), shown(&reader)], ["a 2", "a 2"]);
}

#[test]
fn what_stands_on_the_screen_is_reported_after_every_slide_and_every_beat() {
    let mut hall = screen(FollowerRole::Hall);
    assert_eq!(hear(&mut hall, Heard::Beat, 0), [], "nothing is there yet");
    assert_eq!(hear(&mut hall, slide("a", 3), 0), [Effect::Report { number: 3 }]);
    assert_eq!(hear(&mut hall, Heard::Beat, 0), [Effect::Report { number: 3 }]);
    assert_eq!(hear(&mut hall, slide("a", 2), 0), [Effect::Report { number: 3 }]);
    assert_eq!(hear(&mut hall, Heard::Cut, 0), [], "to whom?");
}

#[test]
fn a_lost_leader_leaves_its_slide_and_five_seconds_later_a_mark() {
    let mut hall = screen(FollowerRole::Hall);
    hear(&mut hall, slide("a", 3), 1_000);
    hear(&mut hall, Heard::Cut, 1_500);
    assert_eq!(hall.mark(), None);
    assert_eq!(
        hall.until_next_change(),
        Some((Duration::from_millis(4_500), Duration::from_millis(1_500))),
        "a cut is not the leader"
    );
    tick(&mut hall, 5_999);
    assert_eq!(hall.mark(), None);
    tick(&mut hall, 6_000);
    assert_eq!(hall.mark(), Some(Mark::Lost));
    assert_eq!(hall.until_next_change(), None, "nothing more is waited for");
    assert_eq!(shown(&hall), "a 3");
}

#[test]
fn a_leader_who_beats_is_never_marked_and_one_who_comes_back_no_more() {
    let mut hall = screen(FollowerRole::Hall);
    hear(&mut hall, slide("a", 3), 0);
    for beat in 1..10 {
        hear(&mut hall, Heard::Beat, beat * 2_000);
        assert_eq!(hall.mark(), None);
    }
    tick(&mut hall, 30_000);
    assert_eq!(hall.mark(), Some(Mark::Lost));
    hear(&mut hall, slide("a", 3), 30_100);
    assert_eq!(hall.mark(), None, "the same slide, and its leader lives");
}

#[test]
fn what_is_for_another_screen_is_no_sign_of_life() {
    let mut hall = screen(FollowerRole::Hall);
    hear(&mut hall, slide("a", 3), 0);
    hear(&mut hall, prompt("a", 4), 4_000);
    tick(&mut hall, 5_000);
    assert_eq!(hall.mark(), Some(Mark::Lost));
}

#[test]
fn before_any_leader_the_screen_is_dark_and_then_marked() {
    let mut reader = screen(FollowerRole::Reader);
    assert_eq!(reader.until_next_change(), Some((WAITING, Duration::ZERO)));
    tick(&mut reader, 1_999);
    assert_eq!(reader.mark(), None, "it may be found yet");
    tick(&mut reader, 2_000);
    assert_eq!(reader.mark(), Some(Mark::Waiting));
    assert_eq!(reader.until_next_change(), None);
    hear(&mut reader, prompt("a", 1), 2_100);
    assert_eq!(reader.mark(), None);
}

#[test]
fn after_the_end_no_mark_tells_that_the_leader_has_gone() {
    let mut hall = screen(FollowerRole::Hall);
    hear(&mut hall, slide_of("a", 9, State::Ended), 0);
    assert_eq!(hall.until_next_change(), None);
    tick(&mut hall, 60_000);
    assert_eq!(hall.mark(), None);
    hear(&mut hall, slide("a", 10), 60_000);
    tick(&mut hall, 65_000);
    assert_eq!(hall.mark(), Some(Mark::Lost), "it was not the end");
}

#[test]
fn a_later_message_with_an_earlier_time_never_takes_time_back() {
    let mut hall = screen(FollowerRole::Hall);
    hear(&mut hall, slide("a", 1), 4_000);
    tick(&mut hall, 9_000);
    hear(&mut hall, Heard::Beat, 3_000);
    assert_eq!(hall.mark(), Some(Mark::Lost));
    hear(&mut hall, Heard::Beat, 8_990);
    assert_eq!(hall.mark(), None);
}

#[test]
fn time_in_which_the_program_was_stopped_does_not_count() {
    let mut hall = screen(FollowerRole::Hall);
    hear(&mut hall, slide("a", 1), 0);
    update(&mut hall, Msg::Resumed { at: at(60_000) });
    assert_eq!(hall.mark(), None);
    tick(&mut hall, 65_000);
    assert_eq!(hall.mark(), Some(Mark::Lost));
}

#[test]
fn keys_change_the_look_of_this_screen_and_nothing_else() {
    let mut hall = screen(FollowerRole::Hall);
    hear(&mut hall, slide("a", 3), 0);
    let usual = hall.look();
    assert_eq!(press(&mut hall, letter('T'), 0), []);
    assert_eq!(hall.look().theme, ThemeName::Light);
    press(&mut hall, letter('+'), 0);
    assert_eq!(hall.look().size, Size::Roomy);
    press(&mut hall, letter('-'), 0);
    press(&mut hall, letter('-'), 0);
    assert_eq!(hall.look().size, Size::Compact);
    press(&mut hall, letter('='), 0);
    hall.look.theme = usual.theme;
    assert_eq!(hall.look(), usual);
    let others = [
        ' ', 'n', 'p', 'b', '.', 'o', 'f', 'l', '?', 'm', 'g', 'u', 's', '1', 'c', 'e', 'v', 'r',
    ];
    let others = others.map(letter).into_iter().chain(
        [
            KeyCode::Enter,
            KeyCode::Tab,
            KeyCode::Right,
            KeyCode::PageDown,
            KeyCode::Esc,
        ]
        .map(Key::plain),
    );
    for (later, key) in (1..).zip(others) {
        let before = format!("{hall:?}");
        assert_eq!(press(&mut hall, key, later * 1_000), [], "{key:?}");
        let unchanged = |text: &str| text.split("now: ").next().map(str::to_owned);
        assert_eq!(unchanged(&format!("{hall:?}")), unchanged(&before), "{key:?}");
    }
}

#[test]
fn a_terminal_without_colours_has_no_themes() {
    let mut hall = screen(FollowerRole::Hall);
    hall.look.colours = Colours::None;
    press(&mut hall, letter('t'), 0);
    assert_eq!(hall.look().theme, ThemeName::default());
}

#[test]
fn it_quits_at_once_and_never_by_a_held_or_torn_key() {
    let mut hall = screen(FollowerRole::Hall);
    assert_eq!(press(&mut hall, letter('q'), 0), [Effect::Quit]);
    assert_eq!(press(&mut hall, Key::ctrl(KeyCode::Char('c')), 0), [Effect::Quit]);
    assert_eq!(
        press(&mut hall, Key::ctrl(KeyCode::Char('z')), 0),
        [Effect::Suspend]
    );
    assert_eq!(
        update(&mut hall, Msg::SuspendAsked { at: at(0) }),
        [Effect::Suspend]
    );
    let held = Msg::KeyPressed {
        key: letter('q'),
        repeated: true,
        at: at(0),
    };
    assert_eq!(update(&mut hall, held), []);
    press(&mut hall, Key::plain(KeyCode::Esc), 1_000);
    assert_eq!(press(&mut hall, letter('q'), 1_010), [], "the rest of a sequence");
    assert_eq!(press(&mut hall, letter('q'), 1_500), [Effect::Quit]);
}

#[test]
fn keys_of_the_users_own_count_here_too() {
    let settings = Settings {
        keymap: Arc::new(Keymap::bound(&[(Action::Quit, vec![letter('w')])])),
        ..Settings::default()
    };
    let mut hall = FollowingScreen::new(FollowerRole::Hall, &settings, at(0));
    assert_eq!(press(&mut hall, letter('q'), 0), []);
    assert_eq!(press(&mut hall, letter('w'), 0), [Effect::Quit]);
}
