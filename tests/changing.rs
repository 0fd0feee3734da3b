//! Changes on the day on whole screens: a form is complete at every usual size, whatever it asks; what was changed is told
//! to the leader and to nobody else; and a journal that has stopped is told on every one of the leader's screens.

#[path = "support/leading.rs"]
mod leading;

use ikrar::lang::{Lang, ScreenWords};
use ikrar::show::form::Field;
use ikrar::show::{Recording, RecordingTrouble, Stage, ThemeName};
use ratatui::style::Modifier;

use leading::{Leading, PICTURED, SIZES, lead, lead_as, lead_from, said, shows, walk};

const PURWOREJO: &str = "purworejo-2024";
const MERGANGSAN: &str = "mergangsan-2023";

/// Down to the smallest screen that shows more than the phrase.
const WITH_ROWS: [(u16, u16); 6] = [(80, 24), (120, 40), (200, 60), (40, 12), (40, 24), (100, 12)];

/// The sizes at which only what is most needed has room.
const SMALL: [(u16, u16); 3] = [(39, 12), (30, 8), (20, 10)];

/// A step was moved, one dropped, one put in, and the pembina replaced. The outline is open.
const CHANGED: &str = "g<down*2>.<down*2>s<wait 1>hujan<enter><down>i<enter>Sambutan tamu<enter*2><wait 1>\
                       <down>w<enter><wait 1>Budi Santoso<enter*2><wait 9>";

/// What stands in the row of the keys.
fn keys_row(text: &str) -> String {
    text.lines().last().unwrap_or_default().trim().to_owned()
}

/// The state strip: the last row but one.
fn strip(text: &str) -> String {
    text.lines().rev().nth(1).unwrap_or_default().trim().to_owned()
}

// The forms.

#[test]
fn a_form_is_complete_and_its_step_stays_seen_at_every_size() {
    let forms: [(&str, &[Field]); 4] = [
        ("s", &[Field::Reason]),
        ("i", &[Field::Kind, Field::Title, Field::Length]),
        ("w", &[Field::Person, Field::Name, Field::Office]),
        (
            "w<enter*3><wait 1>w",
            &[Field::Person, Field::By, Field::Name, Field::Office],
        ),
    ];
    for lang in [Lang::Id, Lang::En] {
        let words = &lang.words().changes;
        for (keys, fields) in forms {
            for opened in ["g<down*4>", "<enter>g<down*4>", "<enter>g/laporan<enter>"] {
                let led = lead(PURWOREJO, lang).keys(opened).keys(keys);
                for (columns, rows) in WITH_ROWS {
                    let text = led.text(columns, rows);
                    for field in fields {
                        assert!(shows(&text, (words.field)(*field)), "{field:?}: {text}");
                    }
                    assert!(shows(&text, "Laporan pemimpin apel"), "{text}");
                    let keys = keys_row(&text);
                    assert!(keys.contains(&format!("Esc {}", words.hint_leave)), "{text}");
                    assert!(keys.starts_with("Enter "), "{text}");
                }
                for (columns, rows) in SMALL {
                    let text = led.text(columns, rows);
                    assert!(shows(&text, (words.field)(fields[0])), "{text}");
                }
            }
        }
    }
}

#[test]
fn what_is_missing_is_told_in_the_form_whole() {
    for lang in [Lang::Id, Lang::En] {
        let words = &lang.words().changes;
        let led = lead(PURWOREJO, lang).keys("<enter>g<down*2>");
        for keys in ["i<enter*3>", "i<enter>A<enter>dua<enter>", "w<enter*3>"] {
            let led = led.clone().keys(keys);
            let fault = led.show.form().and_then(|form| form.fault);
            let fault = (words.fault)(fault.expect("something is missing"));
            for (columns, rows) in [(80, 24), (120, 40), (200, 60), (60, 12)] {
                let text = led.text(columns, rows);
                assert!(shows(&text, fault), "{text}");
            }
        }
    }
}

#[test]
fn of_a_long_text_the_end_is_seen_where_the_next_letter_goes() {
    let led = lead(PURWOREJO, Lang::Id).keys("<enter>g<down>s<wait 1>");
    let led = led.keys(&"hujan deras ".repeat(12)).keys("sekali");
    for (columns, rows) in WITH_ROWS {
        let text = led.text(columns, rows);
        assert!(text.contains("sekali▏"), "{text}");
    }
}

#[test]
fn that_a_name_is_the_reserve_is_told_whatever_its_length() {
    let led = lead(PURWOREJO, Lang::Id).keys("<enter>g<down*4>w<enter>");
    for (columns, rows) in WITH_ROWS {
        let text = led.text(columns, rows);
        assert!(shows(&text, "cadangan"), "{text}");
        let typed = led.clone().keys("<wait 1>A").text(columns, rows);
        assert!(!shows(&typed, "cadangan"), "{typed}");
    }
}

#[test]
fn before_the_beginning_enter_is_not_told_to_go_anywhere() {
    let words = &Lang::Id.words().screens;
    let goes = format!("Enter {}", words.hint_open);
    let ready = lead(PURWOREJO, Lang::Id).keys("g");
    let running = lead(PURWOREJO, Lang::Id).keys("<enter>g");
    for (columns, rows) in SIZES {
        assert!(!ready.text(columns, rows).contains(&goes));
        assert!(running.text(columns, rows).contains(&goes));
    }
}

#[test]
fn only_keys_that_do_something_with_the_chosen_step_are_told() {
    let words = &Lang::Id.words().changes;
    let row = |keys: &str| keys_row(&lead(PURWOREJO, Lang::Id).keys(keys).text(120, 40));
    let to_come = row("<enter>g<down>");
    for hint in [
        words.hint_move,
        words.hint_drop,
        words.hint_insert,
        words.hint_replace,
    ] {
        assert!(to_come.contains(hint), "{hint}: {to_come}");
    }
    let present = row("<enter>g");
    assert!(!present.contains(words.hint_move) && present.contains(words.hint_drop));
    let behind = row("<enter>ng<home>");
    assert!(!behind.contains(words.hint_drop) && !behind.contains(words.hint_insert));
    let dropped = row("<enter>g<down>s<enter>");
    assert!(dropped.contains(words.hint_restore) && !dropped.contains(words.hint_drop));
    let over = row("<enter><end><wait 4>n<wait 4>ng");
    assert!(!over.contains(words.hint_replace), "{over}");
}

// What the screens say of a changed programme.

#[test]
fn the_outline_and_the_ready_screen_tell_every_change() {
    let outline = lead(PURWOREJO, Lang::Id).keys(CHANGED);
    let ready = outline.clone().keys("<esc>");
    for (columns, rows) in SIZES {
        let text = outline.text(columns, rows);
        for told in [
            "dipindah",
            "ditiadakan: hujan",
            "Sambutan tamu · sisipan",
            "digantikan Budi Santoso",
        ] {
            assert!(text.contains(told), "{told}: {text}");
        }
        let text = ready.text(columns, rows);
        for told in [
            "(dipindah)",
            "(ditiadakan",
            "(sisipan)",
            "diganti Budi",
            "semula Drs.",
        ] {
            assert!(text.contains(told), "{told}: {text}");
        }
        let before = lead(PURWOREJO, Lang::Id).text(columns, rows);
        for told in ["dipindah", "ditiadakan", "sisipan", "diganti", "semula"] {
            assert!(!before.contains(told), "{told}: {before}");
        }
    }
}

#[test]
fn the_audience_sees_none_of_these_words() {
    let untold = [
        "dipindah",
        "ditiadakan",
        "hujan",
        "sisipan",
        "digantikan",
        "diganti",
        "semula",
        "TERCATAT",
        "PENCATATAN",
        "terminal lain",
    ];
    let led = lead(PURWOREJO, Lang::Id)
        .recording(Recording::Stopped(RecordingTrouble::Full))
        .runs_elsewhere()
        .keys(CHANGED);
    let in_form = led.clone().keys("w");
    walk(led.keys("<esc>"), |led| {
        let (hall, here) = (said(&led.hall(120, 40)), led.clone().keys("<tab>"));
        for told in untold {
            assert!(!hall.contains(told), "{hall}");
            if led.show.stage() != Stage::Ready {
                assert!(!here.text(120, 40).contains(told), "{told}");
            }
        }
    });
    let hall = said(&in_form.hall(120, 40));
    assert!(!hall.contains("Budi"), "{hall}");
}

#[test]
fn on_the_closing_card_what_was_changed_never_pushes_out_what_was_left_out() {
    let after = |changes: &str| {
        lead(PURWOREJO, Lang::Id)
            .keys("<enter>")
            .keys(changes)
            .keys("<esc>7.5<enter>")
            .keys(&"<wait 5>n".repeat(8))
            .keys("<wait 9>")
    };
    let (plain, changed) = (after("g"), after(CHANGED));
    assert_eq!(changed.show.stage(), Stage::Finished);
    let title = Lang::Id.words().changes.changed_title;
    for (columns, rows) in SIZES.into_iter().chain([(80, 20), (80, 16), (60, 18), (40, 12)]) {
        let text = changed.text(columns, rows);
        // The card alone, without the row for notices below it.
        let card = usize::from(rows) - 3;
        let told = |text: &str| {
            let listed = text.lines().take(card).filter(|row| row.starts_with(" !"));
            listed.count()
        };
        let all = told(&plain.text(columns, rows));
        let without = plain.text(columns, rows);
        assert!(told(&text) >= all && (all > 0 || rows < 18), "{text}{without}");
        let room = rows >= 40;
        assert!(!room || shows(&text, title), "{text}");
        assert!(!plain.text(columns, rows).contains(title));
    }
}

// The journal.

/// Keys that lead to every one of the leader's screens.
const EVERYWHERE: &[&str] = &[
    "",
    "?",
    "l",
    "g",
    "gs",
    "<enter>",
    "<enter>g",
    "<enter>gw",
    "<enter>l",
    "<enter>m",
    "<enter>?",
    "<enter>bf",
    "<enter><end><wait 5>n<wait 5>n",
];

fn stopped(led: Leading) -> Leading {
    led.recording(Recording::Stopped(RecordingTrouble::Full))
}

#[test]
fn that_nothing_is_recorded_is_told_on_every_screen_of_the_leader() {
    for lang in [Lang::Id, Lang::En] {
        let ScreenWords {
            recording_stopped, ..
        } = &lang.words().screens;
        for keys in EVERYWHERE {
            let led = lead(MERGANGSAN, lang).keys(keys);
            for (columns, rows) in WITH_ROWS {
                let text = stopped(led.clone()).text(columns, rows);
                assert!(shows(&text, recording_stopped), "{keys}: {text}");
                assert!(!shows(&led.text(columns, rows), recording_stopped), "{keys}");
            }
        }
        for (columns, rows) in SMALL {
            for keys in ["", "<enter>", "<enter>nn", "<enter>g"] {
                let text = stopped(lead(MERGANGSAN, lang).keys(keys)).text(columns, rows);
                assert!(shows(&text, recording_stopped), "{keys}: {text}");
            }
        }
    }
}

#[test]
fn it_stands_out_in_every_theme() {
    for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
        let look = ikrar::show::Look { theme, ..PICTURED };
        let screen = stopped(lead_as(MERGANGSAN, look).keys("<enter>")).screen(80, 24);
        let row: String = (0..80).map(|column| screen[(column, 22)].symbol()).collect();
        let before = row.split("PENCATATAN").next().expect("a row");
        let column = u16::try_from(before.chars().count()).expect("a screen");
        assert!(row.contains("PENCATATAN BERHENTI"), "{row}");
        let (label, ground) = (&screen[(column, 22)], &screen[(79, 22)]);
        let turned = label.modifier.contains(Modifier::REVERSED);
        assert!(label.bg != ground.bg || turned, "{theme:?}");
    }
}

#[test]
fn the_reason_is_told_where_there_is_room() {
    let words = &Lang::Id.words().screens;
    for trouble in [
        RecordingTrouble::Full,
        RecordingTrouble::TooLarge,
        RecordingTrouble::NotAllowed,
        RecordingTrouble::NoFolder,
    ] {
        let reason = (words.recording_trouble)(&trouble).expect("a reason");
        let led = lead(MERGANGSAN, Lang::Id)
            .keys("<enter>")
            .recording(Recording::Stopped(trouble));
        for (columns, rows) in SIZES {
            assert!(strip(&led.text(columns, rows)).contains(reason), "{reason}");
        }
        let narrow = strip(&led.text(40, 24));
        assert!(shows(&narrow, words.recording_stopped), "{narrow}");
    }
    let other = RecordingTrouble::Other("I/O\u{1b}[2J \u{202e}error".to_owned());
    let led = lead(MERGANGSAN, Lang::Id)
        .keys("<enter>")
        .recording(Recording::Stopped(other));
    let told = strip(&led.text(120, 40));
    assert!(
        told.contains("error") && !told.contains(['\u{1b}', '\u{202e}']),
        "{told}"
    );
}

#[test]
fn that_all_is_recorded_is_a_quiet_word() {
    let led = lead_from(MERGANGSAN, "ikrar.2", Lang::Id);
    let works = led.clone().recording(Recording::Works);
    // It is worth more than the time at which the ceremony will end, where there is room for one of them.
    let warned = lead("apel-pagi", Lang::Id)
        .recording(Recording::Works)
        .keys("<enter>");
    let strip_of_warned = strip(&warned.text(80, 24));
    assert!(
        strip_of_warned.contains("tercatat") && strip_of_warned.contains("peringatan"),
        "{strip_of_warned}"
    );
    let again = stopped(led.clone()).recording(Recording::Works);
    for (columns, rows) in SIZES {
        let text = works.text(columns, rows);
        assert!(strip(&text).ends_with("tercatat"), "{text}");
        assert_eq!(again.text(columns, rows), text, "as soon as it works again");
        assert!(!led.text(columns, rows).contains("tercatat"));
    }
}

// Another run.

#[test]
fn that_the_script_runs_elsewhere_stays_as_long_as_the_ready_screen() {
    let sentence = Lang::Id.words().screens.runs_elsewhere;
    let ready = lead(MERGANGSAN, Lang::Id).runs_elsewhere();
    let sizes = WITH_ROWS.into_iter().chain(SMALL);
    for (columns, rows) in sizes {
        for keys in ["", "<pagedown>", "<wait 60>", "t", "gs<enter><esc>"] {
            let led = ready.clone().keys(keys);
            let text = led.text(columns, rows);
            assert!(shows(&text.replace('!', " "), sentence), "{keys}: {text}");
        }
        let running = ready.clone().keys("<enter>").text(columns, rows);
        assert!(!shows(&running, sentence), "{running}");
        assert!(!shows(&lead(MERGANGSAN, Lang::Id).text(columns, rows), sentence));
    }
}
