//! What the page must hold, read from its very bytes.

use serde_json::Value;

use super::*;

const ROLES: [FollowerRole; 2] = [FollowerRole::Hall, FollowerRole::Reader];

/// Every page there is.
fn pages() -> impl Iterator<Item = (Lang, FollowerRole, Page)> {
    let all = Lang::ALL.iter().flat_map(|lang| ROLES.map(|role| (*lang, role)));
    all.map(|(lang, role)| (lang, role, of(lang, role)))
}

/// What stands between two marks, each of which the page has once.
fn only<'a>(html: &'a str, opens: &str, closes: &str) -> &'a str {
    let (_, after) = html.split_once(opens).expect(opens);
    assert!(!after.contains(opens), "{opens} stands twice");
    after.split_once(closes).expect(closes).0
}

fn words_of(page: &Page) -> Value {
    let block = only(
        &page.html,
        r#"<script id="words" type="application/json">"#,
        "</script>",
    );
    serde_json::from_str(block).expect("JSON")
}

/// Faults that a page must not have: what would bring in something from outside, make a text into markup, print or keep.
fn faults(html: &str) -> Vec<&'static str> {
    const FORBIDDEN: [&str; 24] = [
        "http://",
        "https://",
        "src=",
        "<img",
        "<iframe",
        "@import",
        "import(",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "DOMParser",
        "createContextualFragment",
        "eval(",
        "Function(",
        "console.",
        "alert(",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "caches.",
        "cookie",
        " style=\"",
        " onclick=",
    ];
    FORBIDDEN
        .into_iter()
        .filter(|forbidden| html.contains(forbidden))
        .collect()
}

#[test]
fn the_policy_lets_the_pages_own_script_and_style_run_and_nothing_else() {
    for (lang, role, page) in pages() {
        let script = hash(only(&page.html, "<script>", "</script>"));
        let style = hash(only(&page.html, "<style>", "</style>"));
        assert_eq!(
            page.policy,
            format!(
                "default-src 'none'; script-src '{script}'; style-src '{style}'; font-src data:; img-src data:; \
                 connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            ),
            "{lang:?} {role:?}"
        );
        assert!(page.policy.is_ascii() && !page.policy.contains(['\n', '\r']));
    }
}

#[test]
fn a_hash_is_that_of_the_published_example() {
    // An example that documents of this header give.
    assert_eq!(
        hash("doSomething();"),
        format!("sha256-{}", "RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=")
    );
}

#[test]
fn nothing_comes_from_outside_and_no_text_is_taken_for_markup() {
    for (lang, role, page) in pages() {
        assert_eq!(faults(&page.html), Vec::<&str>::new(), "{lang:?} {role:?}");
    }
}

#[test]
fn a_fault_would_be_found() {
    assert_eq!(faults(r#"<script src="https://x/">"#), ["https://", "src="]);
    assert_eq!(
        faults("line.innerHTML = text; console.log(text)"),
        ["innerHTML", "console."]
    );
}

#[test]
fn every_place_of_the_template_is_filled() {
    for (lang, role, page) in pages() {
        assert!(!page.html.contains("{{"), "{lang:?} {role:?}");
    }
    assert!(TEMPLATE.contains("{{words}}"));
}

#[test]
fn the_page_speaks_its_language() {
    for (lang, _, page) in pages() {
        assert!(
            page.html
                .contains(&format!(r#"<html lang="{}""#, lang.spelling()))
        );
        let words = words_of(&page);
        let screens = &lang.words().screens;
        assert_eq!(words["manner"]["readThenRepeated"], screens.read_then_repeated);
        assert_eq!(words["lost"], screens.leader_lost);
        assert_eq!(words["maySleep"], screens.page_may_sleep);
    }
    let title = |lang, role| only(&of(lang, role).html, "<title>", "</title>").to_owned();
    assert_eq!(title(Lang::Id, FollowerRole::Hall), "Layar peserta");
    assert_eq!(title(Lang::Id, FollowerRole::Reader), "Layar pembaca");
}

#[test]
fn the_page_asks_for_the_stream_of_its_role_and_knows_the_version_of_slides() {
    for (role, name) in [(FollowerRole::Hall, "hall"), (FollowerRole::Reader, "reader")] {
        let words = words_of(&of(Lang::Id, role));
        assert_eq!(words["role"], name);
        assert_eq!(words["version"], VERSION);
    }
}

#[test]
fn the_page_counts_as_the_terminal_does() {
    for lang in [Lang::Id, Lang::En] {
        let screens = &lang.words().screens;
        let words = words_of(&of(lang, FollowerRole::Hall));
        let filled = |sentence: &Value| {
            let sentence = sentence.as_str().expect("a sentence");
            sentence.replacen("{number}", "2", 1).replacen("{of}", "4", 1)
        };
        for unit in Unit::ALL {
            let counted = filled(&words["counts"][unit.spelling()]);
            assert_eq!(counted, (screens.clause_of)(*unit, 2, 4), "{lang:?} {unit:?}");
        }
        assert_eq!(filled(&words["step"]), (screens.step_of)(2, 4), "{lang:?}");
    }
}

#[test]
fn words_cannot_end_the_block_they_stand_in() {
    let mut words = page_words(&Lang::Id.words().screens, FollowerRole::Hall);
    words.lost = "</script><script>alert(1)</script>";
    let data = data(&words);
    assert!(!data.contains('<'), "{data}");
    let read: Value = serde_json::from_str(&data).expect("JSON");
    assert_eq!(read["lost"], words.lost);
    assert_eq!(escaped("<&>"), "&lt;&amp;&gt;");
}
