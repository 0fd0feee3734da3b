//! What the page does by itself: language, theme, size, full screen, staying lit, no motion, nothing kept.

use serde_json::json;

use crate::chromium::Chromium;
use crate::leader::{Leader, phrases};
use crate::program::{SPACE, words};

const REDUCED: &str = r#"{"features":[{"name":"prefers-reduced-motion","value":"reduce"}]}"#;

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn the_page_speaks_indonesian_to_screen_readers_and_keeps_nothing() {
    let leader = Leader::of("mergangsan-2023");
    let page = leader.hall();
    page.until(
        "the title card",
        "document.getElementById('live').textContent !== ''",
    );
    assert_eq!(page.ask("document.documentElement.lang"), "id");
    assert_eq!(page.ask("document.querySelectorAll('[lang]').length"), 1);
    assert_eq!(page.ask("document.getElementById('live').ariaLive"), "polite");
    assert_eq!(page.ask("document.getElementById('stage').ariaHidden"), "true");
    assert_eq!(
        page.ask("[localStorage.length, sessionStorage.length, document.cookie]"),
        json!([0, 0, ""])
    );
    let elsewhere = "performance.getEntriesByType('resource').map((one) => one.name)
        .filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('data:'))";
    assert_eq!(page.ask(elsewhere), json!([]));
    assert_eq!(page.ask("document.fonts.check('700 20px Ikrar')"), true);
    assert_eq!(
        page.ask("[...document.fonts].map((face) => face.status)"),
        json!(["loaded"])
    );
    assert_eq!(page.printed(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn what_is_read_is_indonesian_among_english_words() {
    let leader = Leader::of("mergangsan-2023 --lang en --at ikrar");
    let page = leader.podium();
    page.until("a phrase", "live.textContent !== ''");
    let spoken = |one: &str| page.ask(&format!("{one}.closest('[lang]').lang"));
    for one in ["live", "block", "heading"] {
        assert_eq!(spoken(one), "id", "{one}");
    }
    for one in ["turn", "head", "foot", "mark", "told"] {
        assert_eq!(spoken(one), "en", "{one}");
    }
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn the_policy_stops_what_is_not_the_pages_own() {
    let leader = Leader::of("mergangsan-2023");
    let page = leader.hall();
    page.ask("(addEventListener('securitypolicyviolation', (event) => { document.body.dataset.stopped = event.effectiveDirective; }), 0)");
    page.ask("(() => { const own = document.createElement('script'); own.textContent = 'window.intruder = 1'; document.head.append(own); })()");
    page.until("stopped", "document.body.dataset.stopped === 'script-src-elem'");
    assert_eq!(page.ask("window.intruder === undefined"), true);
    let printed = page.printed();
    assert!(
        printed
            .iter()
            .any(|line| line.contains("Content Security Policy")),
        "a fault would be printed: {printed:?}"
    );
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn keys_and_clicks_change_the_theme_the_size_and_fill_the_screen() {
    let leader = Leader::of("mergangsan-2023");
    let page = leader.hall();
    page.until(
        "the title card",
        "document.getElementById('live').textContent !== ''",
    );
    for theme in ["light", "contrast", "dark"] {
        page.press("t");
        assert_eq!(page.ask("document.documentElement.dataset.theme"), theme);
    }
    let size = || page.ask("parseFloat(block.style.fontSize)").as_f64().unwrap();
    let usual = size();
    page.press("--");
    assert!(size() < usual);
    page.press("+++");
    assert!((size() - usual).abs() < 0.01, "never larger than the window");

    // The page itself does not change when it fills the screen: that is made to be seen.
    page.ask("(document.onfullscreenchange = () => { document.body.dataset.filled = String(document.fullscreenElement); }, 0)");
    page.press("f");
    page.until("full screen", "document.fullscreenElement !== null");
    page.press("f");
    page.until("a window again", "document.fullscreenElement === null");
    page.click();
    page.until("full screen by click", "document.fullscreenElement !== null");

    page.open(&format!("{}/?theme=light", leader.address));
    page.until(
        "the light theme",
        "document.documentElement.dataset.theme === 'light'",
    );
}

/// A browser that opens a page of the leader with something changed in it beforehand.
fn opened_with(leader: &Leader, script: &str) -> Chromium {
    let page = Chromium::start();
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": script }),
    );
    page.open(&leader.address);
    page
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn the_screen_is_kept_lit_or_the_page_says_once_that_it_may_go_dark() {
    let leader = Leader::of("mergangsan-2023");
    let held = "window.locks = [];
        navigator.wakeLock.request = (what) => {
          document.documentElement.dataset.lit = `${document.documentElement.dataset.lit ?? ''} ${what}`;
          locks.push(new EventTarget());
          return Promise.resolve(locks.at(-1));
        };";
    let page = opened_with(&leader, held);
    page.until("kept lit", "document.documentElement.dataset.lit === ' screen'");
    page.ask("locks[0].dispatchEvent(new Event('release'))");
    page.until(
        "kept lit again, where the browser takes it back",
        "document.documentElement.dataset.lit === ' screen screen'",
    );
    assert_eq!(page.ask("told.hidden"), true);

    let none = "Object.defineProperty(navigator, 'wakeLock', { value: undefined });";
    let page = opened_with(&leader, none);
    page.until("told", "!told.hidden");
    assert_eq!(page.ask("told.textContent"), words().page_may_sleep);
    page.until("silent again", "told.hidden");
    page.ask("(document.dispatchEvent(new Event('visibilitychange')), 0)");
    assert_eq!(page.ask("hasTold && told.hidden"), true, "it says so once");
    assert_eq!(page.printed(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn nothing_moves_for_a_visitor_who_prefers_that() {
    let all = phrases("mergangsan-2023");
    let heading = all.iter().filter(|phrase| phrase.is_heading).count();
    let counted = "const animate = Element.prototype.animate;
        Element.prototype.animate = function (...all) {
          document.documentElement.dataset.moved = 'yes';
          return animate.apply(this, all);
        };";
    let mut leader = Leader::of("mergangsan-2023 --at ikrar");
    let moving = opened_with(&leader, counted);
    let still = Chromium::start();
    still.devtools(
        "Emulation.setEmulatedMedia",
        &serde_json::from_str(REDUCED).unwrap(),
    );
    still.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": counted }),
    );
    still.open(&leader.address);
    // The first picture is there at once for everybody.
    for page in [&moving, &still] {
        page.until("the heading", "drawn !== null && live.textContent !== ''");
        assert_eq!(
            page.ask("document.documentElement.dataset.moved ?? null"),
            json!(null)
        );
        assert_eq!(page.ask("getComputedStyle(block).opacity"), "1");
    }
    for _ in 0..heading {
        leader.played.press(SPACE);
    }
    for page in [&moving, &still] {
        page.until_reads(&all[heading].text);
    }
    assert_eq!(moving.ask("document.documentElement.dataset.moved"), "yes");
    assert_eq!(
        still.ask("document.documentElement.dataset.moved ?? null"),
        json!(null)
    );
    // Into the dark a screen goes softly; words that come back stand on their own ground at once.
    let transition = "getComputedStyle(document.body).transitionDuration";
    assert_eq!(moving.ask(transition), "0s");
    leader.played.press("b");
    for page in [&moving, &still] {
        page.until("dark", "document.body.classList.contains('dark')");
    }
    assert_eq!(moving.ask(transition), "0.18s");
    assert_eq!(still.ask(transition), "0s");
}
