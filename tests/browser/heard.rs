//! Which leader the page hears, when it tries again, and what it tells of itself.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use ikrar::slide::VERSION;
use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::lost::AT_THE_BOTTOM_RIGHT;
use crate::program::words;
use crate::scripted::{BEAT, Joining, Scripted, title};

fn opened(leader: &Scripted) -> Chromium {
    let page = Chromium::start();
    page.open(&leader.address);
    page
}

/// Does something while a leader beats all the time.
fn beating<T>(leader: &Scripted, what: impl FnOnce() -> T) -> T {
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                leader.say(BEAT);
                thread::sleep(Duration::from_millis(100));
            }
        });
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(what));
        is_done.store(true, Ordering::Relaxed);
        result.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_leader_that_is_not_understood_is_not_heard_however_it_beats() {
    let leader = Scripted::start(Joining::Open);
    leader.begins_with(&title(VERSION, 1, "Doa"));
    let page = opened(&leader);
    page.until_reads("Doa");
    page.ask("(window.isSame = true)");

    let other = title(VERSION + 1, 2, "Lain");
    leader.begins_with(&other);
    assert!(leader.say(&other));
    beating(&leader, || {
        page.until("the mark", "!mark.hidden");
        let joins = leader.asked("/events");
        // Nor after it has been joined anew.
        leader.until_asked("joined anew twice", |asked| {
            asked.iter().filter(|one| one.starts_with("/events")).count() >= joins + 2
        });
    });
    assert_eq!(page.ask("mark.hidden"), false);
    assert_eq!(page.lines().join(" "), "Doa", "the last slide stays");
    assert_eq!(
        page.ask("window.isSame"),
        true,
        "no page that understands it is there"
    );
    assert_eq!(leader.asked("/"), 2, "one look for such a page");

    leader.begins_with(&title(VERSION, 3, "Penutup"));
    leader.say(&title(VERSION, 3, "Penutup"));
    page.until_reads("Penutup");
    assert_eq!(page.ask("mark.hidden"), true);
    assert_eq!(page.printed(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_leader_of_another_version_brings_its_own_page_once() {
    let leader = Scripted::start(Joining::Open);
    leader.begins_with(&title(VERSION, 1, "Doa"));
    let page = opened(&leader);
    page.until_reads("Doa");

    leader.page_of_version(VERSION + 1);
    leader.begins_with(&title(VERSION + 1, 2, "Baru"));
    leader.say(&title(VERSION + 1, 2, "Baru"));
    leader.until_asked("loaded anew", |asked| {
        asked.iter().filter(|one| *one == "/").count() == 3
    });
    page.until_reads("Baru");
    assert_eq!(page.ask("words.version"), VERSION + 1);
    leader.say(&title(VERSION + 1, 3, "Baru lagi"));
    page.until_reads("Baru lagi");
    // And not again and again: here it is the page that is older than its leader's, and none is there that fits.
    leader.say(&title(VERSION + 2, 4, "Lebih baru"));
    leader.until_asked("looked for once more", |asked| {
        asked.iter().filter(|one| *one == "/").count() == 4
    });
    page.until("the mark", "!mark.hidden");
    assert_eq!(page.lines().join(" "), "Baru lagi");
    assert_eq!(leader.asked("/"), 4);
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn before_the_first_leader_the_page_is_dark_and_then_says_that_it_waits() {
    let leader = Scripted::start(Joining::Silent);
    let page = Chromium::start();
    for theme in ["dark", "light", "contrast"] {
        leader.set(Joining::Silent);
        page.open(&format!("{}/?theme={theme}", leader.address));
        page.until("the typeface", "ready");
        let ground = "getComputedStyle(document.body).backgroundColor";
        assert_eq!(page.ask(ground), "rgb(0, 0, 0)");
        assert_eq!(
            page.ask("stage.checkVisibility({ visibilityProperty: true })"),
            false
        );
        page.until("the mark", "!mark.hidden");
        assert_eq!(page.ask("mark.innerText.trim()"), words().leader_awaited);
        assert_eq!(page.ask("getComputedStyle(mark).color"), "rgb(188, 188, 188)");
        page.until("the mark at the bottom right", AT_THE_BOTTOM_RIGHT);

        leader.begins_with(&title(VERSION, 1, "Doa"));
        leader.set(Joining::Open);
        page.until_reads("Doa");
        assert_eq!(page.ask("mark.hidden"), true);
        assert_ne!(page.ask(ground) == "rgb(0, 0, 0)", theme != "contrast");
    }
    assert_eq!(page.printed(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_page_that_nobody_sees_goes_on_telling_what_is_on_it() {
    let leader = Scripted::start(Joining::Open);
    leader.begins_with(&title(VERSION, 1, "Doa"));
    let page = opened(&leader);
    page.until_reads("Doa");
    page.ask(
        "(document.onvisibilitychange = () => { document.body.dataset.hid = String(document.hidden); }, 0)",
    );
    let shown = page.cover();
    let seen =
        |number: u64| move |asked: &[String]| asked.iter().any(|one| one.ends_with(&format!("&n={number}")));
    leader.say(&title(VERSION, 2, "Penutup"));
    leader.until_asked("seen", seen(2));
    page.uncover(shown);
    page.until(
        "seen again, after it was hidden",
        "document.body.dataset.hid === 'false'",
    );
    page.until_reads("Penutup");
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_page_that_is_closed_says_goodbye() {
    let leader = Scripted::start(Joining::Open);
    leader.begins_with(&title(VERSION, 7, "Doa"));
    let page = opened(&leader);
    page.until("drawn", "drawn && drawn.number === 7");
    let screen = page.ask("id");
    let goodbye = format!("/seen?screen={}&n=7&gone=1", screen.as_str().unwrap());
    page.open("about:blank");
    leader.until_asked("goodbye", |asked| asked.contains(&goodbye));
    leader.until_asked("goodbye once", |asked| {
        asked.iter().filter(|one| one.contains("gone")).count() == 1
    });
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_leader_without_room_is_asked_ever_less_often_and_one_that_has_gone_is_waited_for() {
    // Time goes by twenty times as fast, and every wait before a try is kept.
    let hurried = "const set = window.setTimeout;
        window.setTimeout = (what, wait, ...more) => {
          if (what.name === 'join' && wait !== 900) {
            const root = document.documentElement;
            root.dataset.waits = `${root.dataset.waits ?? ''} ${Math.round(wait)}`;
          }
          return set(what, wait === 900 ? wait : wait / 20, ...more);
        };";
    let leader = Scripted::start(Joining::Full);
    let page = Chromium::start();
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": hurried }),
    );
    page.open(&leader.address);
    let waits = || -> Vec<u64> {
        let waits = page.ask("document.documentElement.dataset.waits");
        let waits = waits.as_str().unwrap().split_whitespace();
        waits.map(|wait| wait.parse().unwrap()).collect()
    };
    page.until(
        "tried seven times",
        "document.documentElement.dataset.waits?.split(' ').length > 7",
    );
    for (wait, least) in waits().into_iter().zip([250, 500, 1000, 2000, 4000, 5000, 5000]) {
        assert!(
            (least..=least * 6 / 5 + 1).contains(&wait),
            "{wait} instead of {least}"
        );
    }

    leader.set(Joining::Gone);
    let is_soon = "document.documentElement.dataset.waits.endsWith(' 250 250 250 250')";
    page.until("waited for", is_soon);
    leader.begins_with(&title(VERSION, 1, "Doa"));
    leader.set(Joining::Open);
    page.until_reads("Doa");
    assert_eq!(page.ask("pause"), Value::from(250));
}
