//! Pictures of every screen at three sizes: a ceremony, the keys that lead to the screen, and what is seen then.
//!
//! `INSTA_UPDATE=always cargo test --test screens` draws the pictures in `snapshots/` anew; look at each before keeping it.

#[path = "screens/audience.rs"]
mod audience;
#[path = "screens/day.rs"]
mod day;
#[path = "support/leading.rs"]
mod leading;
#[path = "screens/made_of_screens.rs"]
mod made_of_screens;
#[path = "screens/over.rs"]
mod over;
#[path = "screens/resumed.rs"]
mod resumed;
#[path = "screens/told.rs"]
mod told;

use ikrar::lang::Lang;
use insta::{Settings, assert_snapshot};

use leading::{Leading, SIZES, lead, lead_from, picture};

/// Compares a screen with its picture, in one language.
fn look(name: &str, leading: &Leading, lang: &str) {
    let pictures: Vec<String> = SIZES
        .into_iter()
        .map(|(columns, rows)| picture(&leading.screen(columns, rows)))
        .collect();
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(format!("{name}-{lang}"), pictures.join("\n")));
}

/// Compares a screen with its picture in Indonesian.
fn in_indonesian(name: &str, led: impl Fn(Lang) -> Leading) {
    look(name, &led(Lang::Id), "id");
}

/// Compares a screen with its pictures in both languages.
fn in_both(name: &str, led: impl Fn(Lang) -> Leading) {
    look(name, &led(Lang::Id), "id");
    look(name, &led(Lang::En), "en");
}

const PURWOREJO: &str = "purworejo-2024";
const PURBALINGGA: &str = "purbalingga-2023";
const PEKALONGAN: &str = "pekalongan-2023";
const MERGANGSAN: &str = "mergangsan-2023";
const SERUYAN: &str = "seruyan-2024";
const APEL_PAGI: &str = "apel-pagi";

// The ready screen.

#[test]
fn ready() {
    in_both("ready", |lang| lead(PURWOREJO, lang));
}

#[test]
fn ready_with_many_people() {
    in_indonesian("ready-many-people", |lang| lead(PURBALINGGA, lang));
}

#[test]
fn ready_with_values_to_fill() {
    in_indonesian("ready-unfilled", |lang| lead(APEL_PAGI, lang));
}

#[test]
fn ready_and_the_clicker_is_heard() {
    in_indonesian("ready-clicker", |lang| lead(MERGANGSAN, lang).keys("<pagedown>"));
}

#[test]
fn ready_where_the_display_may_go_dark() {
    in_both("ready-display", |lang| lead(PURWOREJO, lang).without_a_desktop());
}

// The leader's screen.

#[test]
fn the_first_step() {
    in_indonesian("leader-first-step", |lang| lead(PURWOREJO, lang).keys("<enter>"));
}

#[test]
fn a_heading_read_alone() {
    in_indonesian("leader-heading", |lang| lead_from(MERGANGSAN, "ikrar", lang));
}

#[test]
fn a_spoken_number() {
    in_indonesian("leader-number", |lang| lead_from(MERGANGSAN, "ikrar.2", lang));
}

#[test]
fn the_middle_of_a_clause() {
    in_both("leader-echo", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<space*3>")
    });
}

#[test]
fn two_presses_and_the_reader_reads() {
    in_indonesian("leader-two-presses-lead", |lang| {
        lead_from(PURBALINGGA, "ikrar.1", lang).keys("<space*4>")
    });
}

#[test]
fn two_presses_and_the_participants_repeat() {
    in_both("leader-two-presses-echo", |lang| {
        lead_from(PURBALINGGA, "ikrar.1", lang).keys("<space*5>")
    });
}

#[test]
fn a_text_of_somebody_else() {
    in_both("leader-alone-of-others", |lang| lead_from(PURWOREJO, "6.2", lang));
}

#[test]
fn a_text_of_somebody_else_phrase_by_phrase() {
    in_indonesian("leader-alone-by-phrase", |lang| {
        lead_from(PURWOREJO, "6.4", lang).keys("v<wait 4><space*5>")
    });
}

#[test]
fn all_together() {
    in_both("leader-together", |lang| {
        lead_from(SERUYAN, "ikrar.2", lang).keys("<space>")
    });
}

#[test]
fn a_report_with_its_reply() {
    in_both("leader-reply", |lang| lead_from(PEKALONGAN, "3", lang));
}

#[test]
fn a_deed() {
    in_indonesian("leader-deed", |lang| {
        lead_from(PEKALONGAN, "2", lang).keys("<space*2>")
    });
}

#[test]
fn a_song_of_which_only_the_title_is_known() {
    in_both("leader-song", |lang| lead_from(MERGANGSAN, "3", lang));
}

#[test]
fn signatories_signed_absent_called_and_next() {
    in_both("leader-signing", |lang| {
        lead_from(PEKALONGAN, "8", lang).keys("<space*2>a<wait 5>")
    });
}

#[test]
fn the_last_step() {
    in_indonesian("leader-last-step", |lang| lead_from(MERGANGSAN, "8", lang));
}

// The closing card.

#[test]
fn nothing_was_left_out() {
    in_both("closing", |lang| {
        lead_from(MERGANGSAN, "7", lang).keys("<wait 600><space*2>")
    });
}

#[test]
fn something_was_left_out_and_somebody_was_absent() {
    in_both("closing-left-out", |lang| {
        lead_from(PEKALONGAN, "ikrar", lang).keys("<space*3>3<enter><wait 5>n<space*2>a<wait 300><space*20>")
    });
}

// How far the programme has come, and the air around the phrases.

#[test]
fn progress_at_the_beginning() {
    in_indonesian("progress-beginning", |lang| lead(PURWOREJO, lang).keys("<enter>"));
}

#[test]
fn progress_in_the_middle_and_late() {
    in_indonesian("progress-late", |lang| {
        lead_from(PURWOREJO, "1", lang).keys("<wait 900>4<enter><wait 5>")
    });
}

#[test]
fn progress_in_the_middle_and_ahead() {
    in_indonesian("progress-ahead", |lang| {
        lead_from(PURWOREJO, "1", lang).keys("<wait 90>7.3<enter><wait 5>")
    });
}

#[test]
fn progress_when_the_plan_is_overrun() {
    in_indonesian("progress-overrun", |lang| {
        lead_from(MERGANGSAN, "6", lang).keys("<wait 7200>")
    });
}

#[test]
fn compact_phrases() {
    in_indonesian("size-compact", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<space*3>-")
    });
}

#[test]
fn roomy_phrases() {
    in_both("size-roomy", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<space*3>+")
    });
    in_indonesian("size-roomy-together", |lang| {
        lead_from(SERUYAN, "ikrar.2", lang).keys("+<space>")
    });
}

#[test]
fn another_theme_and_no_more_air() {
    in_indonesian("theme-told", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("ttt")
    });
    in_indonesian("size-at-end", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("--")
    });
}
