//! What a following screen draws: the leader's own slide and prompt, cell for cell, and a small mark in a corner that
//! touches nothing else.

#![allow(clippy::expect_used, reason = "a test")]

#[path = "support/leading.rs"]
mod leading;

use std::collections::HashSet;
use std::time::Duration;

use ikrar::follower::{Following, Mark, PATIENCE, update};
use ikrar::lang::Lang;
use ikrar::show::{FollowerRole, Heard, Look, Moment, Msg, Settings, ThemeName};
use ikrar::view;
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use leading::{Leading, PICTURED, SIZES, lead, lead_from, text, walk};

fn at(steady: Duration) -> Moment {
    Moment {
        wall: Timestamp::UNIX_EPOCH,
        steady,
    }
}

/// A screen that has heard what leaves a show.
fn following(role: FollowerRole, leading: &Leading) -> Following {
    let mut following = waiting(role);
    hear(&mut following, leading);
    following
}

/// A screen that has heard nothing.
fn waiting(role: FollowerRole) -> Following {
    Following::new(role, &settings(ThemeName::Dark), at(Duration::ZERO))
}

fn settings(theme: ThemeName) -> Settings {
    Settings {
        look: Look { theme, ..PICTURED },
        ..Settings::default()
    }
}

/// Hears what leaves a show, as it comes over a line.
fn hear(following: &mut Following, leading: &Leading) {
    let left = leading.show.leaving();
    let told = |json: Result<String, _>| json.expect("all that leaves can be written");
    let heard = match following.role() {
        FollowerRole::Hall => {
            let line = told(serde_json::to_string(&left.slide()));
            Heard::Slide(serde_json::from_str(&line).expect("and read"))
        }
        FollowerRole::Reader => {
            let line = told(serde_json::to_string(&left.prompt()));
            Heard::Prompt(serde_json::from_str(&line).expect("and read"))
        }
    };
    let at = at(Duration::ZERO);
    update(following, Msg::LeaderHeard { heard, at });
}

fn lose(following: &mut Following) {
    update(following, Msg::Ticked { at: at(PATIENCE) });
    assert!(following.mark().is_some());
}

fn drawn(following: &Following, (columns, rows): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    view::follower::draw(following, &mut view::Cache::default(), area, &mut buffer);
    buffer
}

#[test]
fn the_hall_sees_what_the_leaders_own_audience_view_shows() {
    let mut hall = waiting(FollowerRole::Hall);
    walk(lead("mergangsan-2023", Lang::Id), |leading| {
        hear(&mut hall, leading);
        let own = leading.clone().keys("<tab>");
        for (columns, rows) in SIZES {
            assert_eq!(drawn(&hall, (columns, rows)), own.screen(columns, rows));
        }
    });
}

#[test]
fn the_reader_sees_the_words_of_the_prompt() {
    let leading = lead_from("mergangsan-2023", "ikrar.2", Lang::Id);
    let reader = following(FollowerRole::Reader, &leading);
    let present = &leading.show.prompt().present;
    assert!(!present.is_empty());
    assert!(leading::shows(&text(&drawn(&reader, (38, 11))), present));
}

#[test]
fn a_mark_stands_in_the_corner_and_touches_nothing_else() {
    let leading = lead_from("mergangsan-2023", "ikrar.2", Lang::Id);
    let words = &Lang::Id.words().screens;
    for role in [FollowerRole::Hall, FollowerRole::Reader] {
        for (columns, rows) in SIZES {
            let mut screen = following(role, &leading);
            let before = drawn(&screen, (columns, rows));
            lose(&mut screen);
            let after = drawn(&screen, (columns, rows));
            let last = text(&after).lines().last().map(str::to_owned).unwrap_or_default();
            let mark = match role {
                FollowerRole::Hall => "○".to_owned(),
                FollowerRole::Reader => format!("○ {}", words.leader_lost),
            };
            assert!(last.ends_with(&mark), "{last}");
            for place in before.area.positions() {
                let is_corner = place.y == rows - 1 && place.x >= columns - 20;
                assert!(is_corner || before[place] == after[place], "{place:?}");
            }
        }
    }
}

#[test]
fn before_any_leader_the_screen_is_dark_but_for_the_mark() {
    for role in [FollowerRole::Hall, FollowerRole::Reader] {
        let mut screen = waiting(role);
        assert_eq!(text(&drawn(&screen, (80, 24))).trim(), "");
        lose(&mut screen);
        assert_eq!(screen.mark(), Some(Mark::Waiting));
        let told = format!("○ {}", Lang::Id.words().screens.leader_awaited);
        assert_eq!(text(&drawn(&screen, (80, 24))).trim(), told);
    }
}

#[test]
fn a_mark_stands_on_the_ground_of_its_screen() {
    let dark = lead_from("mergangsan-2023", "ikrar.2", Lang::Id).keys("b");
    let shown = lead_from("mergangsan-2023", "ikrar.2", Lang::Id);
    for role in [FollowerRole::Hall, FollowerRole::Reader] {
        for theme in ThemeName::ALL {
            for leading in [&dark, &shown] {
                let mut screen = Following::new(role, &settings(*theme), at(Duration::ZERO));
                hear(&mut screen, leading);
                lose(&mut screen);
                let buffer = drawn(&screen, (80, 24));
                assert!(text(&buffer).contains('○'));
                let last_row = (0..80).map(|column| &buffer[(column, 23)]);
                let grounds: HashSet<_> = last_row.map(|cell| cell.bg).collect();
                assert_eq!(grounds.len(), 1, "{role:?} {theme:?}");
            }
        }
    }
}

#[test]
fn no_screen_is_too_small() {
    let leading = lead_from("mergangsan-2023", "ikrar.2", Lang::Id);
    for role in [FollowerRole::Hall, FollowerRole::Reader] {
        let mut screens = [waiting(role), following(role, &leading)];
        screens.iter_mut().for_each(lose);
        for screen in &screens {
            for size in (1..30).flat_map(|columns| [1, 2, 5].map(|rows| (columns, rows))) {
                let buffer = drawn(screen, size);
                assert!(text(&buffer).contains('○'), "{size:?}");
            }
            let _ = drawn(screen, (0, 0));
        }
    }
}
