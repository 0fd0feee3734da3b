//! What the hall sees, row by row of the table of screens, and what it never sees.

use std::time::Duration;

use jiff::Timestamp;

use super::*;
use crate::script::tests::sources_of;
use crate::show::{Key, KeyCode, Moment, Msg, Settings, Watching, update};

const TEXT: &str = "heading = [\"IKRAR NETRALITAS\", \"ASN\"]\nopening = \"Kami berjanji\"\n\
     clauses = [\"Satu a / satu b\", \"Dua a / dua b\"]\nclosing = \"Demikian\"\n";

/// A script of one step.
fn step(kind: &str, rest: &str) -> String {
    format!(
        "title = \"Apel Gabungan\"\nagency = \"Kota\"\nplace = \"Alun-alun\"\ndate = 2024-10-07\nleader = \"sekda\"\n\
         [people]\nsekda = {{ short = \"Sekda\" }}\nmc = {{ short = \"MC\" }}\n\
         [[step]]\nid = \"s\"\ntitle = \"Judul acara\"\nkind = \"{kind}\"\n{rest}"
    )
}

fn moment(seconds: u64) -> Moment {
    Moment {
        wall: Timestamp::UNIX_EPOCH,
        steady: Duration::from_secs(seconds),
    }
}

/// A show that has begun at a place and was moved on by so many advances.
fn show(script: &str, place: &str, advances: u64) -> Show {
    let settings = Settings {
        begin_at: Some(place.to_owned()),
        ..Settings::default()
    };
    let mut show = Show::new(settings, &sources_of(script), Watching::Told, moment(0));
    for second in 1..=advances {
        press(&mut show, ' ', second);
    }
    show
}

fn press(show: &mut Show, letter: char, second: u64) {
    let key = Key::plain(KeyCode::Char(letter));
    let at = moment(second);
    update(
        show,
        Msg::KeyPressed {
            key,
            repeated: false,
            at,
        },
    );
}

fn shown_at(script: &str, place: &str, advances: u64) -> Shown {
    show(script, place, advances).slide().shown.clone()
}

fn title(count: Option<Count>, words: &[&str]) -> Shown {
    Shown::Title {
        title: "Judul acara".to_owned(),
        count,
        words: words.iter().map(|line| (*line).to_owned()).collect(),
    }
}

fn words(lines: &[&str], count: Option<Count>, manner: ReadManner) -> Shown {
    Shown::Words {
        heading: vec!["IKRAR NETRALITAS".to_owned(), "ASN".to_owned()],
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        count,
        manner,
    }
}

const fn butir(number: usize) -> Count {
    Count {
        unit: Unit::Butir,
        number,
        of: 2,
    }
}

#[test]
fn in_echo_the_hall_sees_the_present_phrase_alone_its_heading_and_its_count() {
    let script = step("ikrar", &format!("by = \"sekda\"\n{TEXT}"));
    let manner = ReadManner::ReadThenRepeated;
    assert_eq!(
        shown_at(&script, "s.1", 0),
        words(&["Satu."], Some(butir(1)), manner)
    );
    assert_eq!(
        shown_at(&script, "s.1", 1),
        words(&["Satu a"], Some(butir(1)), manner)
    );
    assert_eq!(
        shown_at(&script, "s.1", 2),
        words(&["satu b"], Some(butir(1)), manner)
    );
    assert_eq!(
        shown_at(&script, "s", 2),
        words(&["Kami berjanji"], None, manner),
        "an opening has no number"
    );
}

#[test]
fn with_two_presses_the_hall_sees_who_speaks() {
    let script = step("ikrar", &format!("by = \"sekda\"\nnumbers = \"none\"\n{TEXT}"));
    let script = format!("presses = 2\n{script}");
    assert_eq!(
        shown_at(&script, "s.2", 0),
        words(&["Dua a"], Some(butir(2)), ReadManner::Read)
    );
    assert_eq!(
        shown_at(&script, "s.2", 1),
        words(&["Dua a"], Some(butir(2)), ReadManner::Repeated)
    );
}

#[test]
fn the_heading_is_shown_by_its_lines_while_it_is_read() {
    let script = step("ikrar", &format!("by = \"sekda\"\n{TEXT}"));
    let lines = vec!["IKRAR NETRALITAS".to_owned(), "ASN".to_owned()];
    assert_eq!(shown_at(&script, "s", 0), Shown::Heading { lines });
}

#[test]
fn together_the_hall_sees_a_group_of_phrases() {
    let script = step("ikrar", &format!("by = \"sekda\"\nmode = \"together\"\n{TEXT}"));
    assert_eq!(
        shown_at(&script, "s.2", 0),
        words(&["Dua a", "dua b"], Some(butir(2)), ReadManner::Together)
    );
    let spoken = script.replace("mode =", "numbers = \"spoken\"\nmode =");
    assert_eq!(
        shown_at(&spoken, "s.2", 0),
        words(&["Dua. Dua a", "dua b"], Some(butir(2)), ReadManner::Together),
        "a spoken number takes no line of its own"
    );
}

#[test]
fn a_text_read_alone_shows_title_and_count_and_its_words_only_where_asked() {
    let script = step("reading", &format!("by = \"sekda\"\n{TEXT}"));
    assert_eq!(shown_at(&script, "s.2", 1), title(Some(butir(2)), &[]));
    let asked = script.replace("by = \"sekda\"", "by = \"sekda\"\nshow_text = true");
    assert_eq!(shown_at(&asked, "s.2", 1), title(Some(butir(2)), &["dua b"]));
}

#[test]
fn a_text_of_somebody_else_shows_title_and_count_never_the_words_to_be_echoed() {
    let script = step("ikrar", &format!("by = \"mc\"\nshow_text = true\n{TEXT}"));
    assert_eq!(shown_at(&script, "s.2", 0), title(Some(butir(2)), &[]));
    let alone = step("reading", &format!("by = \"mc\"\nshow_text = true\n{TEXT}"));
    assert_eq!(
        shown_at(&alone, "s.2", 0),
        title(Some(butir(2)), &["Dua a", "dua b"])
    );
    let mut by_phrase = show(&script, "s.2", 0);
    press(&mut by_phrase, 'v', 1);
    assert!(matches!(by_phrase.slide().shown, Shown::Words { .. }));
}

#[test]
fn a_text_whose_parts_have_no_name_shows_no_count() {
    let script = step("reading", &format!("by = \"sekda\"\nunit = \"none\"\n{TEXT}"));
    assert_eq!(shown_at(&script, "s.2", 0), title(None, &[]));
}

#[test]
fn commands_reports_and_the_like_show_their_title_never_their_words() {
    for kind in [
        "command",
        "report",
        "salute",
        "act",
        "announcement",
        "song",
        "address",
        "silence",
        "prayer",
        "signing",
        "ikrar",
    ] {
        let text = match kind {
            "ikrar" => TEXT,
            "signing" => "signatories = [{ name = \"Adi\" }]",
            _ => "",
        };
        let lines =
            "show_text = true\nlines = [{ by = \"sekda\", say = \"Rahasia.\" }, { do = \"rahasia\" }]";
        let script = step(kind, &format!("by = \"sekda\"\n{lines}\n{text}"));
        assert_eq!(shown_at(&script, "s", 0), title(None, &[]), "{kind}");
        assert_eq!(shown_at(&script, "s", 1), title(None, &[]), "{kind}");
    }
}

#[test]
fn in_a_prayer_song_or_address_nothing_moves_whatever_is_read() {
    for kind in ["prayer", "song", "address"] {
        let script = step(
            kind,
            &format!("by = \"sekda\"\nmode = \"together\"\nshow_text = true\n{TEXT}"),
        );
        for advances in 0..4 {
            assert_eq!(shown_at(&script, "s", advances), title(None, &[]), "{kind}");
        }
    }
}

#[test]
fn signing_shows_the_name_and_office_that_is_called() {
    let script = step(
        "signing",
        "signatories = [{ name = \"Adi\", office = \"Camat\" }, { office = \"Para Lurah\", group = true }]",
    );
    let signatory = |name: Option<&str>, office: Option<&str>| Shown::Signatory {
        title: "Judul acara".to_owned(),
        name: name.map(str::to_owned),
        office: office.map(str::to_owned),
    };
    assert_eq!(shown_at(&script, "s", 0), signatory(Some("Adi"), Some("Camat")));
    assert_eq!(shown_at(&script, "s", 1), signatory(None, Some("Para Lurah")));
}

#[test]
fn before_and_after_the_ceremony_stands_its_title_card() {
    let script = step("act", "");
    let ready = Show::new(
        Settings::default(),
        &sources_of(&script),
        Watching::Told,
        moment(0),
    );
    let slide = ready.slide();
    assert_eq!(slide.shown, Shown::TitleCard);
    assert_eq!(
        slide.ceremony,
        Ceremony {
            title: "Apel Gabungan".to_owned(),
            agency: Some("Kota".to_owned()),
            place: Some("Alun-alun".to_owned()),
            date: Some("Senin, 7 Oktober 2024".to_owned()),
        }
    );
    assert_eq!(shown_at(&script, "s", 1), Shown::TitleCard);
}

#[test]
fn without_a_good_script_nothing_is_shown() {
    let broken = Show::new(
        Settings::default(),
        &sources_of("title = 1"),
        Watching::Told,
        moment(0),
    );
    assert_eq!(broken.slide().shown, Shown::Nothing);
    assert!(broken.slide().is_dark() && broken.prompt().is_dark());
    // Nor is there anything to be held.
    let mut held = broken;
    press(&mut held, 'f', 1);
    assert!(held.slide().is_dark() && held.prompt().is_dark());
}

#[test]
fn what_is_for_the_leader_only_is_in_no_slide() {
    let secret = "SANDI";
    let script = format!(
        "source = \"SANDI\"\n{}\n[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\nnotes = \"SANDI\"\n",
        step(
            "ikrar",
            &format!(
                "by = \"sekda\"\nnotes = \"SANDI\"\nannounce = \"SANDI\"\n{TEXT}\n\
                 lines = [{{ say = \"SANDI\", reply = \"SANDI\" }}, {{ do = \"SANDI\" }}]"
            ),
        )
        .replace("short = \"MC\"", "short = \"SANDI\", reserve = \"SANDI\"")
    );
    let mut show = show(&script, "s", 0);
    let broken = format!("{script}SANDI = 1\n");
    for second in 1..40 {
        assert!(!format!("{:?}", show.slide()).contains(secret));
        // A bad save, a question and a notice are nothing to the hall either.
        if second == 5 {
            let sources = Arc::new(sources_of(&broken));
            let at = moment(second);
            update(&mut show, Msg::SourcesSaved { sources, at });
            assert!(format!("{:?}", show.problems()).contains(secret));
        }
        press(&mut show, if second % 3 == 0 { 'e' } else { ' ' }, second);
    }
    assert_eq!(show.slide().shown, Shown::TitleCard);
}

#[test]
fn notices_questions_and_digits_do_not_change_the_slide() {
    let script = step("ikrar", &format!("by = \"sekda\"\n{TEXT}"));
    let mut show = show(&script, "s.1", 1);
    let seen = show.slide().clone();
    for (second, letter) in (10..).zip("q7g?cx".chars()) {
        press(&mut show, letter, second);
        assert_eq!(*show.slide(), seen, "{letter}");
    }
}
