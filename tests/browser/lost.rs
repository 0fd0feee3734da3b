//! A leader that is lost, and that comes back.

use ikrar::lang::Lang;
use ikrar::show::Device;
use rustix::process::Signal;

use crate::chromium::WINDOWS;
use crate::leader::{Leader, phrases, spoken};
use crate::program::{ENTER, SPACE, words};
use crate::terminal::Seen;

/// Where the mark stands, as on a terminal.
pub(crate) const AT_THE_BOTTOM_RIGHT: &str = "(() => {
  const box = mark.getBoundingClientRect();
  return innerWidth - box.right < 25 && innerHeight - box.bottom < 12 && box.width > 0;
})()";

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_lost_leader_leaves_the_last_slide_with_a_small_mark_and_is_found_again() {
    let (heading, spoken) = spoken("mergangsan-2023");
    let mut leader = Leader::of("mergangsan-2023 --at ikrar");
    let page = leader.hall();
    for _ in 0..heading {
        leader.played.press(SPACE);
    }
    page.until_reads(&spoken[0]);
    assert_eq!(page.ask("mark.hidden"), true);

    leader.played.signal(Signal::KILL);
    page.until("the mark", "!mark.hidden");
    // A spectator would take a word for a fault.
    assert_eq!(page.ask("mark.innerText.trim()"), "");
    page.until("the mark at the bottom right", AT_THE_BOTTOM_RIGHT);
    assert_eq!(page.lines().join(" "), spoken[0], "the last slide stays");
    page.fits((320, 480));
    page.fits((1024, 768));

    let mut again = leader.again("mergangsan-2023 --at ikrar");
    page.until("without the mark", "mark.hidden");
    for _ in 0..=heading {
        again.played.press(SPACE);
    }
    page.until_reads(&spoken[1]);
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn while_a_leader_that_is_back_is_asked_from_where_the_pages_keep_their_picture() {
    let all = phrases("mergangsan-2023");
    let first = all.iter().position(|phrase| phrase.text == "Dua.").unwrap();
    let text = |at: usize| &*all[first + at].text;
    let mut leader = Leader::of("mergangsan-2023 --at ikrar.2");
    let pages = [leader.hall(), leader.podium()];
    let all_read = |phrase: &str| pages.iter().for_each(|page| page.until_reads(phrase));
    all_read(text(0));
    for _ in 0..3 {
        leader.played.press(SPACE);
    }
    all_read(text(3));

    // Enter begins the clause again, `k` goes on at the very phrase.
    for (key, at) in [(ENTER, 0), ("k", 3)] {
        leader.played.signal(Signal::KILL);
        for page in &pages {
            page.until("the mark", "!mark.hidden");
        }
        leader = leader.again("mergangsan-2023");
        leader.played.until_shown(Lang::Id.words().resume.title);
        for page in &pages {
            page.until("without the mark", "mark.hidden");
            assert_eq!(page.lines().join(" "), text(3), "while the offer stands");
        }
        leader.played.press(key);
        all_read(text(at));
        for at in at + 1..=3 {
            leader.played.press(SPACE);
            all_read(text(at));
        }
    }
    leader.played.press(SPACE);
    all_read(text(4));
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn after_the_end_of_the_ceremony_a_leader_that_goes_leaves_no_mark() {
    let script = "title = \"Apel\"\n\n[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\n";
    let mut leader = Leader::of_script(script, "");
    let page = leader.hall();
    leader.played.until_ready();
    leader.played.press("\r");
    page.until_reads("Doa");
    leader.played.press(SPACE);
    page.until("the end", "now.state === 'ended'");
    page.ask("setTimeout(() => { document.body.dataset.later = 'yes'; }, 6000)");
    leader.played.signal(Signal::KILL);
    page.until("six seconds later", "document.body.dataset.later === 'yes'");
    assert_eq!(page.ask("mark.hidden"), true);
    page.until_reads("Apel");
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn the_page_of_the_reader_stays_through_a_lost_leader_and_follows_again() {
    let all = phrases("mergangsan-2023");
    let mut leader = Leader::of("mergangsan-2023 --at ikrar");
    let page = leader.podium();
    page.until_reads(&all[0].text);
    leader.played.press(SPACE);
    page.until_reads(&all[1].text);
    leader.played.signal(Signal::KILL);
    page.until("the mark", "!mark.hidden");
    assert_eq!(page.ask("mark.innerText.trim()"), words().leader_lost);
    assert_eq!(page.lines().join(" "), all[1].text, "the last prompt stays");
    for window in WINDOWS {
        page.fits(window);
    }

    let again = leader.again("mergangsan-2023 --at ikrar");
    page.until("without the mark", "mark.hidden");
    page.until_reads(&all[0].text);
    drop(again);
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_page_that_is_loaded_anew_or_closed_is_not_told_as_lost() {
    let mut leader = Leader::of("mergangsan-2023 --at ikrar");
    let page = leader.podium();
    let browsers = |seen: &Seen| {
        let rows = seen.rows();
        let device = (words().follower_device)(Device::Browser);
        rows.iter().filter(|row| row.contains(device)).count()
    };
    leader.played.press("l");
    leader
        .played
        .until("one page is listed", |seen| browsers(seen) == 1);
    for _ in 0..3 {
        page.ask("(document.body.dataset.is = 'old')");
        page.open(&format!("{}/reader", leader.address));
        page.until(
            "a new one that is drawn",
            "document.body.dataset.is === undefined && drawn",
        );
    }
    leader
        .played
        .until("one page is listed again", |seen| browsers(seen) == 1);
    page.open("about:blank");
    leader
        .played
        .until("no page is listed", |seen| browsers(seen) == 0);
}
