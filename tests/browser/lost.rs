//! A leader that is lost, and that comes back.

use rustix::process::Signal;

use crate::leader::{Leader, phrases};
use crate::program::{SPACE, words};

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_lost_leader_leaves_the_last_slide_with_a_small_mark_and_is_found_again() {
    let all = phrases("mergangsan-2023");
    let heading = all.iter().filter(|phrase| phrase.is_heading).count();
    let spoken: Vec<&str> = all
        .iter()
        .skip(heading)
        .map(|phrase| phrase.text.as_str())
        .collect();
    let mut leader = Leader::of("mergangsan-2023 --at ikrar");
    let page = leader.hall();
    for _ in 0..heading {
        leader.played.press(SPACE);
    }
    page.until_reads(spoken[0]);
    assert_eq!(page.ask("mark.hidden"), true);

    leader.played.signal(Signal::KILL);
    page.until("the mark", "!mark.hidden");
    assert_eq!(page.ask("mark.innerText.trim()"), words().leader_lost);
    assert_eq!(page.lines().join(" "), spoken[0], "the last slide stays");
    page.fits((320, 480));
    page.fits((1024, 768));

    let mut again = leader.again("mergangsan-2023 --at ikrar");
    page.until("without the mark", "mark.hidden");
    for _ in 0..=heading {
        again.played.press(SPACE);
    }
    page.until_reads(spoken[1]);
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
