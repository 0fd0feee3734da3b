//! An ikrar from its top to its end, key by key: every phrase as the script has it, at every size of the window.

use ikrar::slide::Doing;
use serde_json::json;

use crate::chromium::{Chromium, WINDOWS};
use crate::leader::{Leader, phrases};
use crate::program::{SPACE, words};

fn fits_everywhere(page: &Chromium) {
    for window in WINDOWS {
        page.fits(window);
    }
}

/// Walks an ikrar that is read phrase by phrase and repeated.
fn walk_in_echo(name: &str) {
    let all = phrases(name);
    let mut leader = Leader::of(&format!("{name} --at ikrar"));
    let page = leader.hall();
    for (at, phrase) in all.iter().enumerate() {
        if at > 0 {
            leader.played.press(SPACE);
        }
        if phrase.is_heading {
            // The heading stands whole while its lines are read one by one.
            let words = json!(phrase.text);
            page.until(
                "the heading",
                &format!("document.getElementById('live').textContent.includes({words})"),
            );
        } else {
            page.until_reads(&phrase.text);
            assert_eq!(
                page.ask("document.getElementById('live').textContent"),
                phrase.text
            );
            let manner = page.ask("document.getElementById('foot').lastElementChild.textContent");
            assert_eq!(manner, words().read_then_repeated);
        }
        fits_everywhere(&page);
    }
    assert!(
        all.iter().filter(|phrase| !phrase.is_heading).count() > 10,
        "an ikrar is longer"
    );
    assert_eq!(page.printed(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn every_phrase_of_mergangsan_is_shown_as_it_stands_in_the_script() {
    walk_in_echo("mergangsan-2023");
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn every_phrase_of_pekalongan_is_shown_as_it_stands_in_the_script() {
    walk_in_echo("pekalongan-2023");
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn what_is_read_together_is_shown_in_groups_that_are_the_whole_text() {
    let all = phrases("seruyan-2024");
    let mut leader = Leader::of("seruyan-2024 --at ikrar");
    let page = leader.hall();
    let heading = all.iter().filter(|phrase| phrase.is_heading).count();
    let texts = all.iter().filter(|phrase| !phrase.is_heading);
    let whole: Vec<&str> = texts.map(|phrase| phrase.text.as_str()).collect();
    let whole = whole.join(" ");
    let mut rest = whole.as_str();
    for _ in 0..heading {
        leader.played.press(SPACE);
    }
    let together = format!(
        "document.getElementById('foot').lastElementChild.textContent === {}",
        json!(words().together)
    );
    page.until(
        "what is read together",
        &format!("{together} && !document.getElementById('foot').hidden"),
    );
    while !rest.is_empty() {
        let group = page.lines().join(" ");
        rest = rest
            .strip_prefix(&group)
            .unwrap_or_else(|| panic!("{group:?} of {rest:?}"))
            .trim_start();
        fits_everywhere(&page);
        if !rest.is_empty() {
            let other = page.other_than_now();
            leader.played.press(SPACE);
            page.until("the next group", &other);
        }
    }
    assert_eq!(page.printed(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn with_two_presses_the_page_says_when_a_phrase_is_read_and_when_it_is_repeated() {
    let all = phrases("mergangsan-2023");
    let mut leader = Leader::of("mergangsan-2023 --at ikrar");
    let (hall, podium) = (leader.hall(), leader.podium());
    let heading = all.iter().filter(|phrase| phrase.is_heading).count();
    leader.played.press("e");
    for _ in 0..heading {
        leader.played.press(SPACE);
    }
    for phrase in all.iter().skip(heading).take(3) {
        for (manner, label) in [
            (
                (words().doing)(Doing::Reads).by_nobody,
                (words().doing)(Doing::Reads).by,
            ),
            (words().being_repeated, words().participants_repeat),
        ] {
            hall.until(
                manner,
                &format!(
                    "document.getElementById('foot').lastElementChild.textContent === {}",
                    json!(manner)
                ),
            );
            hall.until_reads(&phrase.text);
            podium.until(
                label,
                &format!(
                    "document.getElementById('turn').textContent.includes({})",
                    json!(label)
                ),
            );
            leader.played.press(SPACE);
        }
    }
    assert_eq!([hall.printed(), podium.printed()].concat(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn type_does_not_jump_within_an_ikrar() {
    let mut leader = Leader::of("mergangsan-2023 --at ikrar");
    let page = leader.hall();
    let mut sizes: Vec<String> = Vec::new();
    for (at, phrase) in phrases("mergangsan-2023").iter().enumerate() {
        if at > 0 {
            leader.played.press(SPACE);
        }
        if !phrase.is_heading {
            page.until_reads(&phrase.text);
            let place = page.ask("[block.style.fontSize, block.style.left, block.style.top]");
            sizes.push(place.to_string());
        }
    }
    sizes.dedup();
    assert_eq!(sizes.len(), 1, "{sizes:#?}");
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn the_reader_sees_whose_turn_it_is_and_what_comes_next() {
    let all = phrases("mergangsan-2023");
    let mut leader = Leader::of("mergangsan-2023 --at ikrar");
    let page = leader.podium();
    for (at, phrase) in all.iter().enumerate() {
        if at > 0 {
            leader.played.press(SPACE);
        }
        page.until_reads(&phrase.text);
        let label = page.ask("document.getElementById('turn').innerText");
        let label = label.as_str().unwrap();
        assert!(label.contains((words().doing)(Doing::Reads).by), "{label}");
        assert_eq!(
            label.contains(words().then_repeated),
            !phrase.is_heading,
            "{label}"
        );
        let after = page.ask("[...document.getElementById('after').children].slice(1).map((line) => line.textContent).join(' ')");
        if let Some(next) = all.get(at + 1) {
            assert_eq!(after, next.text);
        }
        fits_everywhere(&page);
    }
    assert_eq!(page.printed(), Vec::<String>::new());
}
