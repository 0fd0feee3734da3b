//! What the audience never sees: notices, problems, questions, digits and clocks.

use ikrar::lang::Lang;
use ikrar::script::library;
use ikrar::show::Screen;

use crate::leading::{BROKEN, SIZES, lead_from};

#[test]
fn the_audience_sees_nothing_of_notices_problems_and_digits() {
    let told: &[&str] = &["e", "x", "v", "99<enter>", "<C-r>", "7.", "c", "u"];
    for script in library::script_names() {
        for place in ["1", "4", "6"] {
            for keys in told {
                let leading = lead_from(script, place, Lang::Id);
                let before = leading.clone().keys("<tab>");
                let mut after = leading.keys("<tab>");
                after.press(keys);
                // A key that moves or turns something may change the slide; what is told about it may not be seen.
                let calm = before.show.slide() == after.show.slide();
                for (columns, rows) in SIZES {
                    assert_eq!(after.show.screen(), Screen::Audience);
                    if calm {
                        assert_eq!(
                            before.screen(columns, rows),
                            after.screen(columns, rows),
                            "{script} {place} {keys}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_audience_sees_nothing_of_a_broken_save() {
    for script in library::script_names() {
        let before = lead_from(script, "2", Lang::Id).keys("<tab>");
        let after = before.clone().save(BROKEN);
        assert!(after.show.is_refused());
        for (columns, rows) in SIZES {
            assert_eq!(
                before.screen(columns, rows),
                after.screen(columns, rows),
                "{script}"
            );
        }
    }
}

#[test]
fn what_waits_on_the_leaders_screen_is_not_seen_by_the_audience() {
    let place = |keys: &str| lead_from("purworejo-2024", "ikrar.3", Lang::Id).keys(keys);
    let calm = place("<tab>");
    for open in ["g", "?", "m", "e<wait 1>e", "x", "2"] {
        let leading = place(open);
        let there = leading.text(80, 24);
        assert_ne!(there, place("").text(80, 24), "{open} is seen by the leader");
        let audience = leading.keys("<tab>");
        for (columns, rows) in SIZES {
            assert_eq!(
                audience.screen(columns, rows),
                calm.screen(columns, rows),
                "{open}"
            );
        }
    }
}

#[test]
fn a_question_cannot_be_taken_to_the_audience() {
    for question in ["q", "s", "<C-r>"] {
        let leading = lead_from("purworejo-2024", "ikrar.3", Lang::Id).keys(question);
        assert!(leading.show.question().is_some(), "{question} asks");
        assert_eq!(
            leading.clone().keys("<tab>").show.screen(),
            Screen::Leader,
            "{question}"
        );
        // Nor does one open there.
        let mut audience = lead_from("purworejo-2024", "ikrar.3", Lang::Id).keys("<tab>");
        let calm = audience.screen(80, 24);
        audience.press(question);
        assert!(audience.show.question().is_none(), "{question}");
        assert!(
            audience.show.screen() == Screen::Leader || audience.screen(80, 24) == calm,
            "{question}"
        );
    }
}

#[test]
fn the_clock_of_the_audience_is_nowhere() {
    let mut leading = lead_from("purworejo-2024", "ikrar.3", Lang::Id).keys("<tab>");
    let before = leading.screen(80, 24);
    leading.wait(std::time::Duration::from_secs(3600));
    assert_eq!(before, leading.screen(80, 24));
}
