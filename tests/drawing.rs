//! What holds of every drawing, whatever the script and the size: nothing panics, nothing is drawn outside, and whatever a
//! script may bring (long titles and names, forty steps, one step, wide letters) has its place.

#![expect(clippy::expect_used, reason = "what a test needs must be there")]

#[path = "support/leading.rs"]
mod leading;

use std::fmt::Write as _;

use ikrar::lang::Lang;
use ikrar::script::library;
use ikrar::show::Stage;
use ratatui::buffer::{Buffer, Cell};
use unicode_width::UnicodeWidthStr;

use leading::{BROKEN, Leading, SIZES, lead, lead_from, present, said, shows, text, walk, words};

/// Everything that can be open or told, each by the keys that lead to it from a running ceremony.
const OPEN: &[&str] = &[
    "",
    "g",
    "g/a",
    "g/xyz",
    "gs",
    "gs<wait 1>hujan deras sejak pagi",
    "gi",
    "gi<enter*3>",
    "g<down>i<enter><wait 1>Sambutan<enter>dua<enter>",
    "gw<enter>",
    "gw<enter><backspace><enter*2>",
    "g<down>.<down>s<enter>",
    "?",
    "?<pagedown*3>",
    "m",
    "q",
    "<C-r>",
    "s",
    "7.",
    "99",
    "c",
    "e",
    "v",
    "<tab>",
    "n<wait 1>",
    "+",
    "--",
    "tt",
    "<end>",
    "b",
    "+b",
    "-b",
    "o",
    "f",
    "fb",
    "l",
    "l<pagedown>",
    "b<end>",
];

/// That the display may go dark is said on the ready screen, whole, and nowhere else.
#[test]
fn the_ready_screen_says_that_the_display_may_go_dark_and_no_other_does() {
    for lang in [Lang::Id, Lang::En] {
        let sentence = lang.words().screens.display_may_go_dark;
        let last = sentence.rsplit(' ').next().expect("a last word");
        for name in library::script_names() {
            for (columns, rows) in SIZES {
                let ready = lead(name, lang).without_a_desktop();
                let text = ready.text(columns, rows);
                let left = text
                    .lines()
                    .skip_while(|row| !row.contains("□ Layar d") && !row.contains("□ The d"));
                let beginning: String = left.clone().take(1).collect();
                assert!(!beginning.is_empty(), "{name}: {text}");
                assert!(left.take(3).any(|row| row.contains(last)), "{name}: {text}");
                assert!(!lead(name, lang).text(columns, rows).contains(&sentence[..20]));
                let running = ready.keys("<enter>").text(columns, rows);
                assert!(!running.contains(&sentence[..20]), "{running}");
            }
        }
    }
}

// No panic, at any size.

/// Draws at every size from a single cell to 50×30, and at some larger ones.
fn draw_at_every_size(leading: &Leading) {
    for columns in 1..=50 {
        for rows in 1..=30 {
            leading.screen(columns, rows);
        }
    }
    for (columns, rows) in [
        (72, 12),
        (80, 12),
        (99, 20),
        (100, 19),
        (100, 12),
        (119, 33),
        (300, 100),
        (500, 3),
        (3, 200),
    ] {
        leading.screen(columns, rows);
    }
}

fn every_screen_at_every_size(script: &str) {
    draw_at_every_size(&lead(script, Lang::Id));
    draw_at_every_size(&lead(script, Lang::Id).keys("<pagedown>").without_a_desktop());
    let steps = lead(script, Lang::Id)
        .show
        .programme()
        .expect("a good script")
        .steps
        .len();
    for (at, open) in OPEN.iter().enumerate() {
        // A different step for each, the ikrar among them.
        let leading = match lead(script, Lang::Id).show.programme() {
            Some(programme) if at % 2 == 0 && programme.steps.iter().any(|step| step.clauses > 1) => {
                let step = programme
                    .steps
                    .iter()
                    .rposition(|step| step.clauses > 1)
                    .unwrap_or(0)
                    + 1;
                lead_from(script, &format!("{step}.2"), Lang::Id)
            }
            _ => lead_from(script, &(at % steps + 1).to_string(), Lang::Id),
        };
        draw_at_every_size(&leading.keys(open));
    }
    draw_at_every_size(&lead(script, Lang::Id).keys("<enter>").save(BROKEN));
    let ended = lead(script, Lang::Id).keys("<enter><end><wait 4>n<wait 4>n");
    assert_eq!(ended.show.stage(), Stage::Finished);
    draw_at_every_size(&ended);
    draw_at_every_size(&ended.keys("g"));
}

#[test]
fn purworejo_is_drawn_at_every_size() {
    every_screen_at_every_size("purworejo-2024");
}

#[test]
fn purbalingga_is_drawn_at_every_size() {
    every_screen_at_every_size("purbalingga-2023");
}

#[test]
fn pekalongan_is_drawn_at_every_size() {
    every_screen_at_every_size("pekalongan-2023");
}

#[test]
fn mergangsan_is_drawn_at_every_size() {
    every_screen_at_every_size("mergangsan-2023");
}

#[test]
fn seruyan_is_drawn_at_every_size() {
    every_screen_at_every_size("seruyan-2024");
}

#[test]
fn an_apel_with_nothing_filled_in_is_drawn_at_every_size() {
    every_screen_at_every_size("apel-pagi");
}

#[test]
fn a_broken_script_is_drawn_at_every_size() {
    draw_at_every_size(&lead(BROKEN, Lang::Id));
    draw_at_every_size(&lead(BROKEN, Lang::Id).keys("?"));
    draw_at_every_size(&lead("\u{1b}[2J", Lang::Id));
    draw_at_every_size(&lead("", Lang::Id).keys("<down*200>"));
}

#[test]
fn nothing_is_drawn_outside_the_area_that_is_given() {
    use ratatui::layout::Rect;
    for open in OPEN {
        let leading = lead_from("mergangsan-2023", "ikrar.2", Lang::Id).keys(open);
        for area in [
            Rect::new(3, 2, 80, 24),
            Rect::new(5, 1, 30, 8),
            Rect::new(60, 20, 80, 24),
        ] {
            let whole = Rect::new(0, 0, 100, 30);
            let mut buffer = Buffer::filled(whole, Cell::new("#"));
            ikrar::view::draw(
                &leading.show,
                &mut ikrar::view::Cache::default(),
                area,
                &mut buffer,
            );
            let inside = area.intersection(whole);
            for position in whole.positions().filter(|position| !inside.contains(*position)) {
                assert_eq!(buffer[position].symbol(), "#", "{open} draws outside {area}");
            }
        }
    }
}

// What scripts may bring.

/// A clause of 230 characters, as long as they come.
fn long_clause() -> String {
    let clause = "Menjaga dan menegakkan prinsip netralitas Pegawai ASN di instansi masing-masing dalam melaksanakan fungsi \
         pelayanan publik baik sebelum, selama, maupun sesudah pelaksanaan Pemilu dan Pemilihan Tahun 2024 di seluruh wilayah \
         kabupaten."
        .to_owned();
    assert!(
        (225..=235).contains(&clause.chars().count()),
        "{}",
        clause.chars().count()
    );
    clause
}

const LONG_NAME: &str = "Prof. Dr. dr. R. Achmad Kurniawan Kadir Wiryosudarmo, Sp.OG(K)., M.P.A., M.H.";
const LONG_TITLE: &str = "Apel Gabungan, Pembacaan Ikrar, dan Penandatanganan Pakta Integritas Netralitas Pegawai ASN \
     serta Non-ASN Kabupaten Raya";

fn long_script() -> String {
    assert!(
        LONG_TITLE.chars().count() >= 120 - 5,
        "{}",
        LONG_TITLE.chars().count()
    );
    format!(
        r#"title = "{LONG_TITLE}"
agency = "Pemerintah Kabupaten Raya"
start = 07:30:00
leader = "pembina"

[people]
pembina = {{ role = "Pembina apel", short = "Sekda", name = "{LONG_NAME}" }}

[[step]]
title = "{LONG_TITLE}"
kind = "ikrar"
by = "pembina"
id = "ikrar"
clauses = ["{}", "Menolak politik uang."]

[[step]]
title = "Penandatanganan"
kind = "signing"
signatories = [{{ name = "{LONG_NAME}", office = "{LONG_TITLE}" }}]
"#,
        long_clause()
    )
}

#[test]
fn a_long_clause_is_read_whole_at_eighty_columns() {
    let mut seen = String::new();
    let mut leading = lead_from(&long_script(), "ikrar.1", Lang::Id);
    while leading
        .show
        .cue()
        .is_some_and(|cue| cue.id.part.clause() == Some(1))
    {
        let wanted = present(&leading);
        assert!(
            shows(&leading.text(80, 24), &wanted),
            "{wanted}\n{}",
            leading.text(80, 24)
        );
        let _ = write!(seen, "{wanted} ");
        leading.press("<space>");
    }
    assert_eq!(words(&seen)[1..], words(&long_clause()), "after its number");
}

#[test]
fn a_long_title_and_name_are_whole_on_the_ready_screen() {
    let screen = lead(&long_script(), Lang::Id).text(80, 24);
    // The title stands above everything else, over two rows beside the clock.
    let head: String = screen
        .lines()
        .take(2)
        .collect::<Vec<_>>()
        .join(" ")
        .replace("07.28", "");
    assert!(shows(&head, LONG_TITLE), "{screen}");
    // The name stands in the left of two columns.
    let left: String = screen
        .lines()
        .map(|line| line.chars().take(38).collect::<String>() + "\n")
        .collect();
    assert!(shows(&left, LONG_NAME), "{screen}");
}

#[test]
fn a_signatory_with_a_long_name_and_office_is_whole() {
    let leading = lead_from(&long_script(), "2", Lang::Id);
    for (columns, rows) in [(80, 24), (40, 20)] {
        let screen = leading.text(columns, rows);
        assert!(shows(&screen, LONG_NAME), "{screen}");
        assert!(shows(&screen, LONG_TITLE), "{screen}");
        let audience = said(&leading.hall(columns, rows));
        assert!(shows(&audience, LONG_NAME), "{audience}");
        assert!(shows(&audience, LONG_TITLE), "{audience}");
    }
}

#[test]
fn a_long_title_is_whole_for_the_audience() {
    let script = format!("title = \"{LONG_TITLE}\"\n\n[[step]]\ntitle = \"{LONG_TITLE}\"\nkind = \"act\"\n");
    for keys in ["", "<enter>"] {
        for (columns, rows) in [(80, 24), (120, 40), (200, 60), (40, 12)] {
            let screen = said(&lead(&script, Lang::Id).keys(keys).hall(columns, rows));
            assert!(shows(&screen, LONG_TITLE), "{screen}");
        }
    }
}

#[test]
fn of_forty_steps_the_present_one_is_always_in_view() {
    let mut script = "title = \"Apel\"\nstart = 07:30:00\n".to_owned();
    for number in 1..=40 {
        let _ = write!(
            script,
            "\n[[step]]\ntitle = \"Kegiatan ke-{number}\"\nkind = \"act\"\nduration = \"1m\"\n"
        );
    }
    let ready = lead(&script, Lang::Id);
    assert!(ready.text(80, 24).contains("gulir"), "{}", ready.text(80, 24));
    let scrolled = ready.keys("<down*40>").text(80, 24);
    assert!(scrolled.contains("Kegiatan ke-40"), "{scrolled}");
    walk(lead(&script, Lang::Id).keys("<enter>"), |leading| {
        let Some(step) = leading
            .show
            .step()
            .filter(|_| leading.show.stage() == Stage::Running)
        else {
            return;
        };
        for (columns, rows) in [(120, 24), (120, 40)] {
            let list: String = leading
                .text(columns, rows)
                .lines()
                .filter(|line| line.starts_with(" ▶"))
                .collect();
            assert!(list.contains(&step.title), "{}", leading.text(columns, rows));
        }
        let outline = leading.clone().keys("g").text(80, 24);
        assert!(
            outline
                .lines()
                .any(|line| line.contains('▶') && line.contains(&step.title)),
            "{outline}"
        );
    });
}

#[test]
fn one_step_and_nobody_named_is_enough() {
    let script = "title = \"Doa bersama\"\n\n[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\n";
    let ready = lead(script, Lang::Id).text(80, 24);
    assert!(
        ready.contains("Doa bersama") && !ready.contains("gulir"),
        "{ready}"
    );
    let running = lead(script, Lang::Id).keys("<enter>").text(80, 24);
    assert!(
        running.contains("1/1") && running.contains("upacara selesai"),
        "{running}"
    );
    draw_at_every_size(&lead(script, Lang::Id).keys("<enter>"));
}

#[test]
fn wide_and_combining_characters_keep_the_columns_of_what_stands_beside_them() {
    let script = |sign: &str| {
        format!(
            "title = \"Apel {sign}\"\nagency = \"Kantor {sign}\"\nleader = \"a\"\n\n[people]\na = {{ role = \"Ketua {sign}\", name = \"{sign} Budi {sign}\" }}\nb = {{ role = \"MC\" }}\n\n\
             [[step]]\ntitle = \"Ikrar {sign}\"\nkind = \"ikrar\"\nby = \"a\"\nnotes = \"Catatan {sign} ini.\"\nclauses = [\"Menolak {sign} politik / uang {sign} itu.\", \"Selesai {sign}.\"]\n\n\
             [[step]]\ntitle = \"Doa {sign}\"\nkind = \"prayer\"\noptional = true\n"
        )
    };
    for sign in [
        "漢字",
        "e\u{301}",
        "é",
        "👩‍🏫",
        "👍🏽",
        "\u{ad}a",
        "a\u{308}\u{323}",
        "ｱ",
        "한글",
    ] {
        let script = script(sign);
        let plain = lead(&script, Lang::Id);
        assert!(plain.show.programme().is_some(), "{sign} may stand in a script");
        for keys in [
            "",
            "<enter>",
            "<enter><space>",
            "<enter><space>g",
            "<enter>n",
            "<enter><space><tab>",
        ] {
            for (columns, rows) in [(80, 24), (120, 40)] {
                let leading = plain.clone().keys(keys);
                let screen = leading.screen(columns, rows);
                columns_are_kept(&screen, sign);
                draw_at_every_size(&leading);
            }
        }
    }
}

/// Every row takes exactly as many cells as it has, and what stands at the right edge or in a column of rules stands
/// there in every row.
fn columns_are_kept(screen: &Buffer, sign: &str) {
    for row in 0..screen.area.height {
        let mut column = 0;
        while column < screen.area.width {
            let symbol = screen[(column, row)].symbol();
            let cells = u16::try_from(symbol.width()).expect("a narrow symbol").max(1);
            for covered in column + 1..column + cells {
                assert!(
                    covered < screen.area.width,
                    "{sign} is cut in two at the edge of row {row}"
                );
                let behind = screen[(covered, row)].symbol();
                assert!(behind.trim().is_empty(), "{sign} covers {behind} in row {row}");
            }
            column += cells;
        }
        assert_eq!(column, screen.area.width, "row {row} with {sign}");
    }
    if screen.area.width >= 100 && text(screen).contains("▌") {
        // The list gives way to large type.
        let wide = (screen.area.width * 7 / 20).clamp(34, 60);
        let stands = |column: u16| screen[(column, 4)].symbol() == "│";
        let rule = if stands(30) { 30 } else { wide };
        for row in 4..screen.area.height - 4 {
            assert_eq!(
                screen[(rule, row)].symbol(),
                "│",
                "{sign} pushes the rule in row {row}\n{}",
                text(screen)
            );
        }
    }
}
