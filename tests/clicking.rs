//! What can be clicked where: that what lies under a click is what stands there.

#[path = "support/leading.rs"]
mod leading;

use ikrar::lang::Lang;
use ikrar::show::keys::Action;
use ikrar::show::{Clickable, OutlineRow};
use ikrar::view::{Drawn, Target};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use leading::{Leading, SIZES, lead, lead_with_mouse};

const SCRIPT: &str = "mergangsan-2023";

/// Keys that lead to every screen on which something can be clicked.
const OPEN: &[&str] = &[
    "",
    "?",
    "m",
    "<enter>",
    "<enter>g",
    "<enter>g/a",
    "<enter>gs",
    "<enter>g<down>i",
    "<enter>gw<down>",
    "g",
    "<enter>?",
    "<enter>m",
    "<enter>q",
    "<enter>gq",
    "<enter>nnn<C-r>",
    "<enter><end><wait 4>n<wait 4>n",
    "<enter>99",
];

/// The words that stand in an area.
fn words_in(buffer: &Buffer, area: Rect) -> String {
    let cells = area.positions().map(|at| buffer[at].symbol().to_owned());
    cells.collect::<String>().trim().to_owned()
}

/// What can be clicked with a key's action, by the words that stand there.
fn words_of(leading: &Leading, action: Action) -> String {
    let (buffer, drawn) = leading.drawn(80, 24);
    let is_it = |target: &&Target| target.what == Clickable::Key(action);
    let target = drawn.targets.iter().find(is_it);
    target.map_or_else(String::new, |target| words_in(&buffer, target.area))
}

#[test]
fn every_target_lies_on_the_screen_and_apart_from_the_others() {
    for open in OPEN {
        let leading = lead_with_mouse(SCRIPT, Lang::Id).keys(open);
        for (columns, rows) in SIZES.into_iter().chain([(40, 12), (40, 24), (63, 19), (100, 12)]) {
            let (_, Drawn { targets, .. }) = leading.drawn(columns, rows);
            assert!(!targets.is_empty(), "{open} at {columns}×{rows}");
            for (at, target) in targets.iter().enumerate() {
                let Rect { width, height, .. } = target.area;
                assert!(width > 0 && height == 1, "{open}: {target:?}");
                assert_eq!(
                    target.area.intersection(Rect::new(0, 0, columns, rows)),
                    target.area
                );
                let overlaps = |other: &Target| other.area.intersects(target.area);
                assert!(!targets[at + 1..].iter().any(overlaps), "{open}: {target:?}");
            }
        }
    }
}

#[test]
fn a_key_is_clicked_where_it_is_named() {
    let words = &Lang::Id.words().screens;
    let ready = lead_with_mouse(SCRIPT, Lang::Id);
    assert_eq!(
        words_of(&ready, Action::Begin),
        format!("Enter {}", words.hint_begin)
    );
    assert_eq!(words_of(&ready, Action::Quit), format!("Q {}", words.hint_quit));
    let running = ready.keys("<enter>");
    assert_eq!(words_of(&running, Action::Back), format!("← {}", words.hint_back));
    assert_eq!(
        words_of(&running, Action::Begin),
        "",
        "what is not named cannot be clicked"
    );
    let asked = running.clone().keys("q");
    let (yes, no) = (
        format!("Enter {}", words.ask_yes),
        format!("Esc {}", words.ask_no),
    );
    assert_eq!(words_of(&asked, Action::Yes), yes);
    assert_eq!(words_of(&asked, Action::No).trim_start_matches('·').trim(), no);
    assert_eq!(words_of(&asked, Action::AdvanceOnly), "");
    let outline = running.keys("g");
    assert_eq!(words_of(&outline, Action::Up), "↑");
    assert_eq!(words_of(&outline, Action::Down), "↓");
}

#[test]
fn a_question_on_a_low_screen_is_answered_by_clicks_too() {
    let asked = lead_with_mouse(SCRIPT, Lang::Id).keys("<enter>q");
    let (buffer, drawn) = asked.drawn(80, 12);
    let words: Vec<String> = drawn
        .targets
        .iter()
        .map(|target| words_in(&buffer, target.area))
        .collect();
    assert_eq!(words, ["Enter ya", "· Esc tidak"]);
}

#[test]
fn a_row_of_the_outline_is_clicked_where_it_stands() {
    for keys in ["<enter>g", "<enter>g<end>", "<enter>g/doa"] {
        let outline = lead_with_mouse(SCRIPT, Lang::Id).keys(keys);
        let programme = outline.show.programme().expect("a good script");
        let (buffer, drawn) = outline.drawn(80, 12);
        let mut rows = 0;
        for target in &drawn.targets {
            let Clickable::Row(OutlineRow::Step(id)) = &target.what else {
                continue;
            };
            let title = &programme.step(id).expect("a step").title;
            assert!(words_in(&buffer, target.area).contains(title), "{title}");
            let Rect { x, y, width, .. } = target.area;
            assert_eq!(drawn.under(x + width - 1, y), Some(&target.what));
            assert_ne!(drawn.under(x + width, y), Some(&target.what));
            rows += 1;
        }
        assert!(rows > 0, "{keys}");
    }
    let asked = lead_with_mouse(SCRIPT, Lang::Id).keys("<enter>gq");
    let is_row = |target: &Target| matches!(target.what, Clickable::Row(_));
    assert!(
        !asked.drawn(80, 24).1.targets.iter().any(is_row),
        "a question is answered first"
    );
}

#[test]
fn nothing_can_be_clicked_without_the_mouse_nor_on_what_the_audience_sees_nor_beside() {
    for open in OPEN {
        assert_eq!(lead(SCRIPT, Lang::Id).keys(open).drawn(80, 24).1.targets, []);
    }
    for keys in ["<tab>", "<enter><tab>", "<enter><end><wait 4>n<wait 4>n<tab>"] {
        let audience = lead_with_mouse(SCRIPT, Lang::Id).keys(keys);
        assert_eq!(audience.drawn(80, 24).1.targets, [], "{keys}");
    }
    let (_, drawn) = lead_with_mouse(SCRIPT, Lang::Id).keys("<enter>").drawn(80, 24);
    for (column, row) in [(0, 0), (40, 10), (79, 23), (80, 24), (u16::MAX, u16::MAX)] {
        assert_eq!(drawn.under(column, row), None);
    }
}

#[test]
fn the_mouse_changes_no_cell() {
    for open in OPEN {
        for (columns, rows) in SIZES {
            let without = lead(SCRIPT, Lang::Id).keys(open).screen(columns, rows);
            let with = lead_with_mouse(SCRIPT, Lang::Id).keys(open).screen(columns, rows);
            assert_eq!(with, without, "{open}");
        }
    }
}
