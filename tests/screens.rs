//! Pictures of every screen at three sizes: a ceremony, the keys that lead to the screen, and what is seen then.
//!
//! `INSTA_UPDATE=always cargo test --test screens` draws the pictures in `snapshots/` anew; look at each before keeping it.

#[path = "support/leading.rs"]
mod leading;

use ikrar::lang::Lang;
use ikrar::show::Serving;
use insta::{Settings, assert_snapshot};

use leading::{Leading, SIZES, lead, lead_from, picture, unshared};

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

// What must be told.

#[test]
fn something_was_just_left_out() {
    in_both("told-left-out", |lang| {
        lead_from(MERGANGSAN, "ikrar.1", lang).keys("<space*2>3<enter>")
    });
}

#[test]
fn what_was_left_out_is_told_again_before_the_closing() {
    in_indonesian("told-left-out-before-closing", |lang| {
        lead_from(MERGANGSAN, "ikrar.1", lang).keys("<space*2>4<enter><wait 5><space*4>")
    });
}

#[test]
fn much_was_left_out() {
    in_indonesian("told-much-left-out", |lang| {
        lead(PURWOREJO, lang).keys("<enter>7.5<enter><wait 5>9<enter><wait 5>12<enter>")
    });
}

#[test]
fn a_question_whether_to_end() {
    in_both("question-quit", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<space*2>q")
    });
}

#[test]
fn a_question_whether_to_drop_a_step() {
    in_indonesian("question-drop", |lang| lead_from(PURWOREJO, "8", lang).keys("s"));
}

#[test]
fn a_question_whether_to_read_again() {
    in_indonesian("question-restart", |lang| {
        lead_from(MERGANGSAN, "ikrar.3", lang).keys("<space><C-r>")
    });
}

#[test]
fn digits_being_typed() {
    in_indonesian("typed-clause", |lang| {
        lead_from(MERGANGSAN, "ikrar.1", lang).keys("<space>3")
    });
    in_indonesian("typed-step", |lang| lead_from(PURWOREJO, "1", lang).keys("7.3"));
    in_indonesian("typed-nowhere", |lang| lead_from(PURWOREJO, "1", lang).keys("40"));
}

#[test]
fn the_clock_is_paused() {
    in_both("paused", |lang| {
        lead_from(PURWOREJO, "1", lang).keys("<wait 200>c<wait 120>")
    });
}

#[test]
fn late() {
    in_both("late", |lang| {
        lead_from(PURWOREJO, "1", lang).keys("<wait 500><space*3>")
    });
    in_indonesian("late-in-ikrar", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<wait 500><space*3>")
    });
}

#[test]
fn early() {
    in_indonesian("early", |lang| lead_from(PURWOREJO, "1", lang).keys("<space*14>"));
}

#[test]
fn a_save_was_refused() {
    in_both("refused", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .keys("<space>")
            .save("title = \"Apel\n")
    });
}

#[test]
fn the_words_of_the_audience_wait_for_a_move() {
    let changed = ikrar::script::library::script(MERGANGSAN)
        .expect("it ships")
        .replace("konflik kepentingan", "benturan kepentingan");
    in_indonesian("reloaded", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .keys("<space>")
            .save(&changed)
    });
}

// What opens over it.

#[test]
fn the_outline_with_everything_that_can_be_said_of_a_step() {
    let changed = ikrar::script::library::script(PURWOREJO)
        .expect("it ships")
        .replace("Pembacaan doa.", "Pembacaan doa bersama.");
    in_both("outline", |lang| {
        lead(PURWOREJO, lang)
            .keys("<enter>6<enter><wait 5>s<wait 5>7.2<enter><wait 5>7.4<enter><wait 5>")
            .save(&changed)
            .keys("g")
    });
}

#[test]
fn the_outline_of_more_steps_than_there_are_rows() {
    use std::fmt::Write as _;

    let mut script = "title = \"Apel\"\n".to_owned();
    for number in 1..=90 {
        let _ = write!(script, "[[step]]\ntitle = \"Acara {number}\"\nkind = \"act\"\n");
    }
    in_indonesian("outline-long", |lang| lead(&script, lang).keys("<enter>g"));
    in_indonesian("outline-long-middle", |lang| {
        lead(&script, lang).keys("<enter>g<pagedown*4>")
    });
    in_indonesian("outline-long-end", |lang| {
        lead(&script, lang).keys("<enter>g<end>")
    });
}

#[test]
fn the_outline_while_a_filter_is_typed() {
    in_indonesian("outline-filter", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g/politik")
    });
}

#[test]
fn the_outline_when_nothing_is_found() {
    in_indonesian("outline-nothing", |lang| {
        lead(PURWOREJO, lang).keys("<enter>g/xyz")
    });
}

#[test]
fn the_help() {
    in_both("help", |lang| lead(MERGANGSAN, lang).keys("<enter>?"));
    in_indonesian("help-scrolled", |lang| {
        lead(MERGANGSAN, lang).keys("<enter>?<pagedown*3>")
    });
}

#[test]
fn the_problems_over_a_ceremony() {
    in_indonesian("problems", |lang| {
        lead(MERGANGSAN, lang)
            .keys("<enter>")
            .save("title = \"Apel\"\n\n[[step]]\ntitel = \"Doa\"\nkind = \"prayer\"\n")
            .keys("m")
    });
}

#[test]
fn a_warning_over_a_ceremony() {
    in_indonesian("problems-warning", |lang| lead(APEL_PAGI, lang).keys("m"));
}

#[test]
fn a_broken_script_waits_for_a_good_one() {
    in_both("waiting", |lang| {
        lead(
            "title = \"Apel\"\nzone = \"WIS\"\n\n[[step]]\ntitle = \"Ikrar\"\nkind = \"ikar\"\nclauses = [\"Satu {nama}.\"]\n",
            lang,
        )
    });
}

// What the leader has made of the audience's screens, and what is told of them.

#[test]
fn the_screens_are_dark() {
    in_both("dark", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .with_screens()
            .keys("<space*3>b")
    });
    in_indonesian("dark-together", |lang| {
        lead_from(SERUYAN, "ikrar.2", lang).keys("<space>b")
    });
    in_indonesian("dark-ready", |lang| lead(PURWOREJO, lang).keys("b"));
    in_indonesian("dark-closing", |lang| {
        lead_from(MERGANGSAN, "7", lang).keys("<wait 600><space*2>b")
    });
}

#[test]
fn the_screens_show_the_title_card() {
    in_both("title-card", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<space*3>o")
    });
}

#[test]
fn the_screens_are_held() {
    in_both("held", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .with_screens()
            .keys("<space>f<space*2>")
    });
    in_indonesian("held-and-dark", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<space*3>fb")
    });
}

#[test]
fn screens_follow() {
    in_both("followed", |lang| {
        lead_from(PURWOREJO, "1", lang).with_screens().keys("<wait 200>")
    });
}

#[test]
fn the_window_of_the_screens() {
    in_both("screens", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang)
            .with_screens()
            .keys("<wait 120>l")
    });
    in_indonesian("screens-not-shared", |lang| {
        lead(MERGANGSAN, lang).served(unshared()).keys("l")
    });
    in_indonesian("screens-opening", |lang| {
        lead(MERGANGSAN, lang).served(Serving::Opening).keys("l")
    });
    in_both("screens-refused", |lang| {
        let refused = Serving::Refused("Permission denied (os error 13)".to_owned());
        lead_from(MERGANGSAN, "1", lang).served(refused).keys("l")
    });
    in_indonesian("screens-stopped", |lang| {
        lead_from(MERGANGSAN, "1", lang)
            .served(Serving::Stopped)
            .keys("l")
    });
    in_both("screens-off", |lang| lead_from(MERGANGSAN, "1", lang).keys("l"));
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

// The audience's screen.

#[test]
fn the_audience_before_and_after() {
    in_indonesian("audience-title-card", |lang| lead(PURWOREJO, lang).keys("<tab>"));
    in_indonesian("audience-title-card-unfilled", |lang| {
        lead(APEL_PAGI, lang).keys("<tab>")
    });
    in_indonesian("audience-after", |lang| {
        lead_from(SERUYAN, "7", lang).keys("<tab><space*9>")
    });
}

#[test]
fn the_audience_of_a_text_that_is_repeated() {
    in_both("audience-echo", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<tab><space*3>")
    });
    in_indonesian("audience-number", |lang| {
        lead_from(MERGANGSAN, "ikrar.2", lang).keys("<tab>")
    });
    in_indonesian("audience-heading", |lang| {
        lead_from(MERGANGSAN, "ikrar", lang).keys("<tab><space>")
    });
}

#[test]
fn the_audience_with_two_presses() {
    in_indonesian("audience-two-presses-lead", |lang| {
        lead_from(PURBALINGGA, "ikrar.1", lang).keys("<tab><space*4>")
    });
    in_indonesian("audience-two-presses-echo", |lang| {
        lead_from(PURBALINGGA, "ikrar.1", lang).keys("<tab><space*5>")
    });
}

#[test]
fn the_audience_that_reads_together() {
    in_both("audience-together", |lang| {
        lead_from(SERUYAN, "ikrar.4", lang).keys("<tab>")
    });
}

#[test]
fn the_audience_of_a_text_read_alone() {
    in_indonesian("audience-alone", |lang| {
        lead_from(PURWOREJO, "6.2", lang).keys("<tab>")
    });
    let hidden = ikrar::script::library::script(PURWOREJO)
        .expect("it ships")
        .replace("show_text = true", "show_text = false");
    in_indonesian("audience-alone-without-words", |lang| {
        lead_from(&hidden, "6.2", lang).keys("<tab>")
    });
}

#[test]
fn the_audience_of_steps_whose_words_are_not_theirs() {
    in_indonesian("audience-report", |lang| {
        lead_from(PEKALONGAN, "3", lang).keys("<tab>")
    });
    in_indonesian("audience-prayer", |lang| {
        lead_from(SERUYAN, "3", lang).keys("<tab>")
    });
    in_indonesian("audience-long-title", |lang| {
        lead_from(SERUYAN, "4", lang).keys("<tab>")
    });
}

#[test]
fn the_audience_of_a_signing() {
    in_indonesian("audience-signing", |lang| {
        lead_from(PEKALONGAN, "8", lang).keys("<tab><space>")
    });
    in_indonesian("audience-signing-group", |lang| {
        lead_from(PEKALONGAN, "8", lang).keys("<tab><space*2>")
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
