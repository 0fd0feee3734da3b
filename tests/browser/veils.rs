//! Dark screens, the title card and held screens, as the leader puts them over the picture.

use crate::chromium::Chromium;
use crate::leader::{Leader, spoken};
use crate::program::SPACE;

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn the_leader_darkens_covers_holds_and_releases_the_page() {
    darkens_covers_holds_and_releases(Leader::hall);
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn the_leader_darkens_covers_holds_and_releases_the_page_of_the_reader() {
    darkens_covers_holds_and_releases(Leader::podium);
}

fn darkens_covers_holds_and_releases(opened: fn(&Leader) -> Chromium) {
    let (heading, spoken) = spoken("mergangsan-2023");
    let mut leader = Leader::of("mergangsan-2023 --at ikrar");
    let page = opened(&leader);
    for _ in 0..heading {
        leader.played.press(SPACE);
    }
    page.until_reads(&spoken[0]);

    leader.played.press("b");
    page.until("dark", "document.body.classList.contains('dark')");
    assert_eq!(
        page.ask("document.body.innerText.trim()"),
        "",
        "nothing stands on a dark screen"
    );
    page.until(
        "black",
        "getComputedStyle(document.body).backgroundColor === 'rgb(0, 0, 0)'",
    );
    leader.played.press("b");
    page.until_reads(&spoken[0]);

    leader.played.press("o");
    page.until(
        "the title card",
        "document.getElementById('live').textContent.startsWith('Ikrar Netralitas')",
    );
    leader.played.press(SPACE);
    page.until_reads(&spoken[0]);

    leader.played.press("f");
    page.until("held", "now.state === 'held'");
    leader.played.press(SPACE);
    leader.played.press(SPACE);
    leader.played.until_present(&spoken[2]);
    assert_eq!(page.lines().join(" "), spoken[0], "a held screen stays as it is");
    leader.played.press("f");
    page.until_reads(&spoken[2]);
    assert_eq!(page.printed(), Vec::<String>::new());
}
