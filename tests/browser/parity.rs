//! A browser and a terminal side by side: the page breaks and measures words as the program does, and tells whose turn it is
//! in the same words, for everything that ships.

use std::collections::BTreeSet;

use ikrar::lang::Lang;
use ikrar::script::{library, read};
use ikrar::show::{Settings, Stage};
use ikrar::slide::Prompt;
use ikrar::{typeface, view};
use ratatui::layout::Rect;
use serde_json::{Value, json};

use crate::leader::Leader;
use crate::leading::{Leading, PICTURED, lead, lead_with, sources, walk};

/// Every text that screens of the ceremonies that ship may show in the size of what is read.
fn texts() -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for name in library::script_names() {
        walk(lead(name, Lang::Id), |leading| {
            let prompt = leading.show.prompt();
            let spoken = [
                Some(&prompt.present),
                prompt.next.as_ref(),
                prompt.next_step.as_ref(),
            ];
            texts.extend(spoken.into_iter().flatten().cloned());
            let Some(cue) = leading.show.cue() else { return };
            texts.extend(cue.phrases.iter().map(|phrase| phrase.text.clone()));
        });
    }
    texts
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn words_are_parted_and_measured_as_the_program_does_it() {
    let leader = Leader::of("mergangsan-2023");
    let page = leader.hall();
    page.until("the typeface", "ready");
    let texts: Vec<String> = texts().into_iter().collect();
    assert!(texts.len() > 100, "{}", texts.len());
    // White space of every sort, and strokes between long words and short ones.
    let odd = [
        "satu\u{a0}dua\u{202f}tiga empat\u{2009}lima\u{3000}enam\u{85}tujuh\u{feff}delapan\u{2028}sembilan",
        "permusyawaratan/perwakilan dan/atau kesejahteraan/permusyawaratan/perwakilan / 24/7",
        "/ // kebijaksanaan/ /kebijaksanaan kebijaksanaan/2024-2025",
        "  \t awal dan akhir \n",
    ];
    let whole: Vec<&str> = texts.iter().map(String::as_str).chain(odd).collect();
    let found = page.ask(&format!(
        "{}.map((text) => split(text).map(({{ word }}) => word))",
        json!(whole)
    ));
    for (text, found) in whole.iter().zip(found.as_array().unwrap()) {
        let words: Vec<&str> = typeface::words(text).collect();
        assert_eq!(*found, json!(words), "{text:?}");
    }

    // The page counts a hair more, and to the last bit; thousandths are whole for each letter.
    let rounded = |word: &str| 0.1 + 0.5 * f64::from(u16::try_from(word.chars().count()).unwrap());
    let widths = page.ask(&format!(
        "{}.map((text) => widths(text).map((one) => one / 1.005 * 1000))",
        json!(texts)
    ));
    for (text, found) in texts.iter().zip(widths.as_array().unwrap()) {
        for (word, found) in typeface::words(text).zip(found.as_array().unwrap()) {
            let (width, found) = (f64::from(typeface::width(word)), found.as_f64().unwrap());
            assert!(
                (width - found).abs() <= rounded(word),
                "{word:?}: {width} and {found}"
            );
        }
    }
    let space = page.ask("width(' ') / 1.005 * 1000").as_f64().unwrap();
    assert!(
        (f64::from(typeface::space()) - space).abs() <= rounded(" "),
        "{space}"
    );
}

/// How wide lines are tried, in thousandths of the type's size: from a telephone held upright to a wide screen.
const ROOMS: [u32; 4] = [7_310, 9_130, 13_470, 21_190];

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn lines_end_where_they_end_on_a_terminal() {
    let leader = Leader::of("mergangsan-2023");
    let page = leader.hall();
    page.until("the typeface", "ready");
    let texts = texts();
    let mut tried = Vec::new();
    for text in &texts {
        let words: Vec<(&str, u32)> = typeface::words(text)
            .map(|word| (word, typeface::width(word)))
            .collect();
        for room in ROOMS {
            if words.iter().all(|(_, width)| *width < room) {
                tried.push((words.clone(), room));
            }
        }
    }
    assert!(tried.len() > 300, "{}", tried.len());
    // The page counts a hair more everywhere.
    let hair = |width: u32| f64::from(width) * 1.005 / 1000.0;
    let given: Vec<Value> = tried
        .iter()
        .map(|(words, room)| {
            let (texts, widths): (Vec<&str>, Vec<f64>) =
                words.iter().map(|(word, width)| (*word, hair(*width))).unzip();
            json!([widths, hair(*room), texts])
        })
        .collect();
    let found = page.ask(&format!("{}.map((one) => starts(...one))", json!(given)));
    for ((words, room), found) in tried.iter().zip(found.as_array().unwrap()) {
        let begins = typeface::breaks::beginnings(words, *room);
        assert_eq!(*found, json!(begins), "{words:?} in {room}");
    }
}

/// What the label of a terminal at the podium says: where it is plain, it stands in the third row, and a space around what
/// is filled and brackets around what is outlined are its look.
fn label(leading: &Leading) -> String {
    let area = Rect::new(0, 0, 400, 30);
    let show = &leading.show;
    let placed = view::podium::laid_out(show.prompt(), show.words(), show.look(), area);
    let of_label = placed.iter().filter(|one| one.area.y == 2 && one.rows == 1);
    let lines: Vec<&str> = of_label
        .flat_map(|one| &one.lines)
        .map(|line| line.trim())
        .collect();
    lines.join(" ").replace("[ ", "").replace(" ]", "")
}

/// Every prompt of every ceremony that ships, with the label of the terminal: as its own reader and as everybody else, with
/// one key a phrase and with two.
fn prompts(lang: Lang) -> Vec<(Prompt, String)> {
    let mut prompts = Vec::new();
    for name in library::script_names() {
        let sources = sources(name);
        let script = read(&sources).script.unwrap();
        let people = script
            .people
            .iter()
            .map(|person| Some(person.key.as_ref().clone()));
        for leader in people.chain([None]) {
            for keys in ["", "e"] {
                let mut settings = Settings {
                    lang,
                    look: PICTURED,
                    ..Settings::default()
                };
                settings.occasion.leader.clone_from(&leader);
                walk(lead_with(&sources, settings).keys(keys), |leading| {
                    if leading.show.stage() == Stage::Running {
                        prompts.push((leading.show.prompt().clone(), label(leading)));
                    }
                });
            }
        }
    }
    prompts
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn the_label_at_the_podium_is_that_of_the_terminal_for_every_prompt_that_ships() {
    for (lang, arguments) in [(Lang::Id, ""), (Lang::En, " --lang en")] {
        let leader = Leader::of(&format!("mergangsan-2023{arguments}"));
        let page = leader.podium();
        page.until("the typeface", "ready");
        let mut prompts = prompts(lang);
        assert!(prompts.len() > 1000, "{}", prompts.len());
        prompts.dedup();
        let given: Vec<&Prompt> = prompts.iter().map(|(prompt, _)| prompt).collect();
        let said = page.ask(&format!(
            "(() => {{
               const signs = {{ lead: '▶', echo: '◀', together: '◆', others: '○' }};
               return {}.map((prompt) => labels(prompt).map(([, sign, text]) => `${{signs[sign]}} ${{text}}`).join(' '));
             }})()",
            json!(given)
        ));
        let mut kinds = BTreeSet::new();
        for ((prompt, label), said) in prompts.iter().zip(said.as_array().unwrap()) {
            assert_eq!(*said, Value::from(label.as_str()), "{prompt:?}");
            kinds.insert(label.chars().next());
        }
        // Every sign was there: the labels are not all of one sort.
        assert_eq!(kinds.len(), 4, "{kinds:?}");
        assert!(
            prompts
                .iter()
                .any(|(_, label)| label.contains("▶") && label.contains("◀"))
        );
    }
}
