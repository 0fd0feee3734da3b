//! Texts that a browser could take for something else are shown letter by letter, and every sort of slide fits.

use crate::chromium::WINDOWS;
use crate::leader::Leader;
use crate::program::{SPACE, TAB, words};

const NASTY: [&str; 6] = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(2)>",
    "&amp; & &lt;b&gt; <b>tebal</b>",
    "\"kutip\" 'satu' `tiga` “lengkung” ‘tunggal’",
    "emoji 😀 👨‍👩‍👧 🇮🇩 selesai",
    "{{words}} ${1 + 1} \\u003cb\\u003e %3Cb%3E",
];

fn script() -> String {
    let clauses: Vec<String> = NASTY.iter().map(|text| format!("  '''{text}''',\n")).collect();
    format!(
        "title = '''<title>A&B</title> \"apel\"'''\nagency = '''<b>Dinas</b> & Co'''\nleader = \"pembina\"\n\n\
         [people]\npembina = {{ role = \"Pembina <i>apel</i>\", short = \"S&K\" }}\n\n\
         [[step]]\nid = \"ikrar\"\ntitle = '''Ikrar <u>satu</u>'''\nkind = \"ikrar\"\nby = \"pembina\"\nunit = \"none\"\n\
         numbers = \"none\"\nheading = ['''<h1>IKRAR</h1> & JANJI''']\nclauses = [\n{}]\n",
        clauses
            .concat()
            .replace("{{words}}", "{{{{words}}}}")
            .replace("${1 + 1}", "${{1 + 1}}")
    )
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn markup_in_a_script_is_shown_letter_by_letter() {
    let mut leader = Leader::of_script(&script(), "");
    let page = leader.hall();
    page.until(
        "the title card",
        "document.title === '<title>A&B</title> \"apel\"'",
    );
    let card = page.ask("document.getElementById('block').innerText");
    assert!(card.as_str().unwrap().contains("<b>Dinas</b> & Co"), "{card}");
    leader.played.until_ready();
    leader.played.press("\r");
    page.until(
        "the heading",
        "document.getElementById('live').textContent === '<h1>IKRAR</h1> & JANJI'",
    );
    for nasty in NASTY {
        // The script's own phrases may cut it: the pieces together are the text.
        let mut rest = nasty.split_whitespace().collect::<Vec<_>>().join(" ");
        while !rest.is_empty() {
            let other = page.other_than_now();
            leader.played.press(SPACE);
            page.until("the next phrase", &other);
            let piece = page.lines().join(" ");
            rest = rest
                .strip_prefix(&piece)
                .unwrap_or_else(|| panic!("{piece:?} is not the beginning of {rest:?}"))
                .trim_start()
                .to_owned();
            for window in WINDOWS {
                page.fits(window);
            }
        }
    }
    assert_eq!(
        page.ask("document.querySelectorAll('script, img, iframe, u, h1').length"),
        2
    );
    assert_eq!(page.printed(), Vec::<String>::new());
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn every_sort_of_slide_fits_every_window() {
    let script = r#"
title = "Apel Gabungan dan Ikrar Netralitas Aparatur Sipil Negara dan Non-Aparatur Sipil Negara"
agency = "Pemerintah Daerah Kabupaten Kepulauan Siau Tagulandang Biaro"
place = "Halaman Sekretariat Daerah Kabupaten Kepulauan Siau Tagulandang Biaro"
date = 2024-10-07
leader = "pembina"

[people]
pembina = { role = "Pembina apel", short = "Sekda", name = "Prof. Dr. Ir. H. Contoh Kusumanegara, S.H., M.H., M.P.A." }

[[step]]
id = "naskah"
title = "Pembacaan Pembukaan Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"
kind = "reading"
mode = "alone"
unit = "alinea"
show_text = true
clauses = ["Bahwa sesungguhnya Kemerdekaan itu ialah hak segala bangsa dan oleh sebab itu, maka penjajahan di atas dunia harus dihapuskan, karena tidak sesuai dengan peri-kemanusiaan dan peri-keadilan."]

[[step]]
id = "tanda"
title = "Penandatanganan pakta integritas"
kind = "signing"
signatories = [{ name = "Prof. Dr. Ir. H. Contoh Kusumanegara, S.H., M.H., M.P.A.", office = "Penjabat Sekretaris Daerah Kabupaten Kepulauan Siau Tagulandang Biaro" }]

[[step]]
id = "doa"
title = "Doa"
kind = "prayer"
"#;
    let mut leader = Leader::of_script(script, "");
    let page = leader.hall();
    page.until("the title card", "document.title.startsWith('Apel Gabungan')");
    let fits = || {
        WINDOWS
            .into_iter()
            .chain([(1280, 200), (480, 320)])
            .for_each(|window| page.fits(window));
    };
    fits();
    leader.played.until_ready();
    leader.played.press("\r");
    for (what, live) in [
        ("the words", "Bahwa sesungguhnya"),
        ("who signs", "Prof. Dr. Ir. H. Contoh"),
        ("the title", "Doa"),
        ("the title card again", "Apel Gabungan"),
    ] {
        if what != "the words" {
            leader.played.press(SPACE);
        }
        page.until(
            what,
            &format!("document.getElementById('live').textContent.includes({live:?})"),
        );
        fits();
    }
    // The leader's own view of the hall is nothing to the page.
    leader.played.press(TAB);
    assert!(!leader.played.look(|seen| seen.shows(words().ask_quit)));
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_long_word_is_broken_after_its_stroke_alone() {
    let script = "title = \"Apel\"\nleader = \"pembina\"\n\n[people]\npembina = { role = \"Pembina\" }\n\n[[step]]\nid = \"ikrar\"\n\
                  title = \"Ikrar\"\nkind = \"ikrar\"\nby = \"pembina\"\nnumbers = \"none\"\n\
                  clauses = [\"dalam permusyawaratan/perwakilan dan/atau lainnya\"]\n";
    let leader = Leader::of_script(script, "--at ikrar");
    let page = leader.hall();
    page.until(
        "the clause",
        "document.getElementById('live').textContent.startsWith('dalam')",
    );
    page.fits((320, 480));
    let narrow = page.lines();
    assert!(
        narrow.iter().any(|line| line.ends_with("permusyawaratan/")),
        "{narrow:?}"
    );
    assert!(narrow.iter().any(|line| line.contains("dan/atau")), "{narrow:?}");
    page.fits((1280, 200));
    assert_eq!(
        page.lines().join(" "),
        "dalam permusyawaratan/perwakilan dan/atau lainnya"
    );
}

#[test]
#[ignore = "needs chromium and chromedriver; .ci/run installs both"]
fn a_short_part_of_a_long_reading_is_not_as_small_as_the_longest_and_outshines_what_comes_next() {
    let mut leader = Leader::of("apel-pagi --at 4");
    let page = leader.podium();
    let type_of = |one: &str| {
        let size = page.ask(&format!("parseFloat({one}.style.fontSize)"));
        size.as_f64().unwrap()
    };
    page.until("the heading", "live.textContent.startsWith('PEMBUKAAN')");
    for window in WINDOWS {
        page.fits(window);
        let (now, next) = (type_of("block"), type_of("after"));
        assert!(now > f64::from(window.1) * 0.048, "{window:?}: {now}");
        assert!(next < now, "{window:?}: {next} below {now}");
    }
    leader.played.press(SPACE);
    page.until("the first alinea", "live.textContent.startsWith('Bahwa')");
    for window in WINDOWS {
        page.fits(window);
    }
}
