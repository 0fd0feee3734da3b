//! What holds of the places and the words of a screen: common edges, nothing told twice, nothing cut without a mark, and no
//! name or schedule where the script has none.

#![expect(clippy::panic, reason = "what a test needs must be there")]

#[path = "support/leading.rs"]
mod leading;

use ikrar::lang::Lang;
use ikrar::view::Placed;
use ratatui::layout::Alignment;

use leading::{Leading, forty_steps, lead, lead_from, present, shows, walk};

const MERGANGSAN: &str = "mergangsan-2023";
const PEKALONGAN: &str = "pekalongan-2023";
const PURBALINGGA: &str = "purbalingga-2023";
const SERUYAN: &str = "seruyan-2024";

/// A programme of nobody, without a beginning.
const NOBODY: &str = "title = \"Apel\"\n\n[[step]]\ntitle = \"Laporan\"\nkind = \"report\"\n\
    lines = [{ say = \"Lapor, apel siap dimulai.\", reply = \"Lanjutkan.\" }]\n\n\
    [[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\n";

/// The column at which a text begins in the first row that has it.
fn column_of(leading: &Leading, (columns, rows): (u16, u16), wanted: &str) -> usize {
    let text = leading.text(columns, rows);
    let found = text
        .lines()
        .find_map(|line| Some(line[..line.find(wanted)?].chars().count()));
    found.unwrap_or_else(|| panic!("{wanted} is not there\n{text}"))
}

#[test]
fn everything_on_the_leaders_screen_begins_and_ends_at_one_edge() {
    let leading = lead_from(MERGANGSAN, "ikrar.1", Lang::Id).keys("<space*2>3<enter>");
    for text in [
        "Ikrar Netralitas ASN",
        "4/8",
        "▌",
        "Terlewat",
        "Berikutnya",
        "! Ada yang",
        "● ",
        "Spasi",
    ] {
        assert_eq!(column_of(&leading, (80, 24), text), 1, "{text}");
    }
    for (text, end) in [("07.58", 79), ("butir 3 dari 4", 79), ("tandai terlaksana", 79)] {
        let begins = column_of(&leading, (80, 24), text);
        assert_eq!(begins + text.chars().count(), end, "{text}");
    }
}

#[test]
fn on_a_very_wide_terminal_the_leaders_screens_stand_in_its_middle() {
    for keys in ["", "<enter>", "<enter>g", "<enter>?"] {
        let text = lead(MERGANGSAN, Lang::Id).keys(keys).text(240, 60);
        for line in text.lines() {
            let outside = |at: usize| !(20..220).contains(&at);
            let mut cells = line.chars().enumerate();
            assert!(
                cells.all(|(at, sign)| sign == ' ' || !outside(at)),
                "{keys}: {line}"
            );
        }
    }
}

#[test]
fn what_the_audience_reads_has_one_left_edge_and_its_heading_stands_in_the_middle() {
    let leading = lead_from(MERGANGSAN, "ikrar.2", Lang::Id).keys("<space*3>");
    for (columns, rows) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
        let placed = leading.hall(columns, rows);
        let [words, count, heading] = ["kepada Pegawai", "butir 2 dari 4", "PEMERINTAH KOTA"].map(|text| {
            let one = placed
                .iter()
                .find(|one| one.lines.iter().any(|line| line.contains(text)));
            one.unwrap_or_else(|| panic!("{text} is not there: {placed:?}"))
        });
        let edge = |one: &Placed| (one.area.x, one.alignment);
        if words.rows > 1 {
            assert_eq!(edge(words), edge(count), "{columns}×{rows}");
        } else {
            // Plain words stand in the middle.
            assert_eq!(words.alignment, Alignment::Center, "{columns}×{rows}");
        }
        assert_eq!(heading.alignment, Alignment::Center, "{columns}×{rows}");
        let middle = |one: &Placed| 2 * one.area.x + one.area.width;
        assert!(middle(heading).abs_diff(columns) <= 1, "{columns}×{rows}");
    }
}

#[test]
fn a_save_that_leaves_something_out_tells_of_itself_and_of_what_the_audience_sees() {
    let script = ikrar::script::library::script(MERGANGSAN).unwrap();
    let longer = script.replacen(
        "  \"Menjaga dan",
        "  \"Setia kepada Pancasila\",\n  \"Menjaga dan",
        1,
    );
    assert_ne!(script, longer);
    let saved = lead_from(MERGANGSAN, "ikrar", Lang::Id)
        .keys("3<enter>")
        .save(&longer);
    let waits = "Kata berubah. Peserta melihatnya pada langkah berikutnya";
    let told = |columns, rows| {
        let text = saved.text(columns, rows);
        let row = text
            .lines()
            .find(|line| line.contains("! Ada"))
            .unwrap_or_default();
        row.trim().to_owned()
    };
    for (columns, rows) in [(80, 24), (100, 30), (120, 40), (160, 45)] {
        let row = told(columns, rows);
        assert!(row.starts_with("! Ada yang terlewat."), "{columns}×{rows}: {row}");
        assert!(row.contains(waits), "{columns}×{rows}: {row}");
    }
    assert!(told(160, 45).contains("Naskah diperbarui: 1 acara berubah."));
    assert!(
        told(60, 24).starts_with("! Ada yang terlewat."),
        "what was left out stays told"
    );
}

#[test]
fn an_edit_of_what_is_being_repeated_tells_whose_turn_it_is_and_what_the_audience_sees() {
    let changed = ikrar::script::library::script(MERGANGSAN)
        .unwrap()
        .replace("Menghindari", "Menjauhi");
    let saved = lead_from(MERGANGSAN, "ikrar.2", Lang::Id)
        .keys("e<space*3>")
        .save(&changed);
    let waits = "Giliran kembali ke pembaca. Peserta melihat kata baru pada langkah berikutnya";
    for (columns, rows) in [(80, 24), (120, 40)] {
        let text = saved.text(columns, rows);
        assert!(text.contains(waits), "{text}");
    }
    assert!(shows(
        &saved.text(44, 24),
        "Kata berubah: giliran kembali ke pembaca."
    ));
}

#[test]
fn what_is_done_does_not_look_like_what_is_said() {
    let deed = lead_from(PEKALONGAN, "2", Lang::Id)
        .keys("<space*2>")
        .text(80, 24);
    assert!(deed.contains("▌  (membalas penghormatan)"), "{deed}");
    assert!(deed.contains("SEKDA BERTUGAS"), "{deed}");
    let said = lead_from(PEKALONGAN, "3", Lang::Id).text(80, 24);
    assert!(said.contains("▌  “Lapor, apel pagi siap dimulai.”"), "{said}");
    let song = lead_from(MERGANGSAN, "3", Lang::Id).text(80, 24);
    assert!(song.contains("▌  (Menyanyikan Indonesia Raya)"), "{song}");
}

#[test]
fn a_deed_looks_like_one_on_a_screen_that_has_room_for_nothing_else() {
    let deed = lead_from(PEKALONGAN, "2", Lang::Id).keys("<space*2>");
    assert_eq!(deed.text(39, 11).trim(), "(membalas penghormatan)");
    let said = lead_from(PEKALONGAN, "3", Lang::Id);
    assert_eq!(said.text(39, 11).trim(), "Lapor, apel pagi siap dimulai.");
}

#[test]
fn a_deed_looks_like_one_where_it_is_offered_to_go_on() {
    let killed = |keys: &str| {
        let leading = lead(PEKALONGAN, Lang::Id).keys(keys);
        leading.killed(30, PEKALONGAN, 0).text(80, 24)
    };
    let deed = killed("<enter>2<enter><space*2>");
    assert!(shows(&deed, "▌ (membalas penghormatan)"), "{deed}");
    let said = killed("<enter>3<enter>");
    assert!(shows(&said, "▌ Lapor, apel pagi siap dimulai."), "{said}");
}

#[test]
fn after_a_reply_the_next_line_tells_whose_it_is() {
    let reply = lead_from(PEKALONGAN, "3", Lang::Id).text(80, 24);
    assert!(shows(&reply, "Berikutnya Pemimpin · “Lanjutkan.”"), "{reply}");
}

#[test]
fn where_nobody_is_named_there_is_no_name() {
    let report = lead_from(NOBODY, "1", Lang::Id).text(80, 24);
    assert!(!report.contains("Peserta"), "{report}");
    assert!(
        report.contains("○ DIUCAPKAN") && report.contains("◀ “Lanjutkan.”"),
        "{report}"
    );
    let ready = lead(NOBODY, Lang::Id).text(80, 24);
    assert!(!ready.contains("Petugas"), "{ready}");
    // All sing.
    let song = lead_from(MERGANGSAN, "3", Lang::Id).text(80, 24);
    assert!(song.contains("○ Peserta"), "{song}");
}

#[test]
fn without_a_beginning_there_is_no_schedule_to_be_measured_against() {
    let measured = |text: &str| {
        ["sesuai jadwal", "lebih cepat", "terlambat", "╎"]
            .into_iter()
            .any(|words| text.contains(words))
    };
    let scheduled = NOBODY.replacen('\n', "\nstart = 07:30:00\n", 1);
    for keys in ["<enter>", "<enter><wait 600>", "<enter>n<wait 4>n"] {
        let without = lead(NOBODY, Lang::Id).keys(keys).text(80, 24);
        assert!(!measured(&without), "{without}");
        let with = lead(&scheduled, Lang::Id).keys(keys).text(80, 24);
        assert!(measured(&with), "{with}");
    }
}

#[test]
fn being_late_grows_strong_from_two_minutes_on_and_not_in_a_pause() {
    use ratatui::style::Modifier;
    // The first step takes two minutes.
    let is_strong = |keys: &str| {
        let leading = lead(MERGANGSAN, Lang::Id).keys(keys);
        let at = column_of(&leading, (80, 24), "terlambat");
        let screen = leading.screen(80, 24);
        let cell = &screen[(u16::try_from(at).unwrap_or(0), 2)];
        cell.modifier.contains(Modifier::BOLD)
    };
    assert!(!is_strong("<enter><wait 200>"));
    assert!(is_strong("<enter><wait 250>"));
    assert!(!is_strong("<enter><wait 250>c"));
}

#[test]
fn a_note_is_whole_at_eighty_columns() {
    // In the rows that the verse leaves empty.
    let guests = lead_from(SERUYAN, "1", Lang::Id).text(80, 24);
    assert!(
        shows(&guests, "S.H. mewakili Ketua PA Kuala Pembuang."),
        "{guests}"
    );
    let signing = lead_from(PURBALINGGA, "5", Lang::Id).text(80, 24);
    assert!(
        shows(&signing, "menandatangani pada saat yang sama."),
        "{signing}"
    );
    // And before the rest of what comes next, where the verse needs its rows.
    let reading = lead_from(PURBALINGGA, "ikrar.2", Lang::Id).text(80, 24);
    assert!(
        shows(&reading, "Tiruan dari instansi terdengar sesaat kemudian."),
        "{reading}"
    );
    assert!(shows(&reading, "kepada pasangan calon tertentu;"), "{reading}");
}

#[test]
fn a_note_takes_no_row_that_the_verse_needs() {
    let note = "Tunggu peserta. ".repeat(40);
    let script = format!(
        "title = \"Apel\"\n\n[[step]]\nid = \"ikrar\"\ntitle = \"Ikrar\"\nkind = \"ikrar\"\nnotes = \"{note}\"\n\
         clauses = [\"Satu ini / dua ini / tiga ini / empat ini / lima ini / enam ini.\"]\n"
    );
    let reading = lead_from(&script, "ikrar.1", Lang::Id)
        .keys("<space>")
        .text(80, 24);
    assert!(shows(&reading, "enam ini."), "{reading}");
    assert!(
        reading.lines().any(|line| line.trim_end().ends_with('…')),
        "{reading}"
    );
}

#[test]
fn a_calm_time_and_then_the_posture_step_back_before_the_title_says_nothing() {
    let row = |keys: &str, columns: u16| {
        let text = lead("purworejo-2024", Lang::Id).keys(keys).text(columns, 16);
        text.lines().nth(1).unwrap_or_default().trim().to_owned()
    };
    let calm = "<enter>nnnn";
    assert_eq!(row(calm, 60), "5/13  Laporan pemimpin apel · sikap sempurna");
    assert_eq!(row(calm, 41), "5/13  Laporan… · sikap sempurna");
    // An alarming one stays.
    let alarming = "<enter><wait 900>nnnn";
    assert_eq!(row(alarming, 41), "5/13  Laporan…        terlambat 9 menit");
}

#[test]
fn a_question_is_whole_on_a_low_screen_and_covers_neither_the_phrase_nor_its_answers() {
    let asked = lead_from(MERGANGSAN, "ikrar.2", Lang::Id).keys("<space*2>q");
    for (columns, rows) in [(40, 12), (41, 13), (60, 19), (80, 12), (40, 24)] {
        let text = asked.text(columns, rows);
        assert!(
            shows(&text, "Upacara sedang berlangsung. Akhiri program?"),
            "{text}"
        );
        assert!(shows(&text, "Enter ya · Esc tidak"), "{text}");
        assert!(text.contains("▌  tidak melakukan praktik-praktik"), "{text}");
    }
}

#[test]
fn the_key_that_closes_a_window_is_named_however_narrow_it_is() {
    for window in ["g", "?", "m", "l"] {
        let open = lead("purworejo-2024", Lang::Id).keys("<enter>").keys(window);
        for columns in [40, 60, 80] {
            let text = open.text(columns, 16);
            assert!(shows(&text, "Esc tutup"), "{text}");
        }
    }
}

#[test]
fn a_phrase_that_a_small_screen_cannot_hold_is_marked() {
    let phrase = lead_from(MERGANGSAN, "ikrar.2", Lang::Id).keys("<space*2>");
    assert!(shows(
        &phrase.text(20, 4),
        "tidak melakukan praktik-praktik intimidasi dan ancaman"
    ));
    assert!(phrase.text(20, 3).trim_end().ends_with('…'));
    assert!(phrase.text(1, 1).trim_end().ends_with('…'));
}

#[test]
fn a_notice_tells_what_was_done_before_a_long_title() {
    let script = forty_steps().replace("nomor", "dengan judul yang panjang sekali nomor");
    for (columns, rows) in [(40, 12), (40, 24), (60, 16)] {
        let dropped = lead(&script, Lang::Id)
            .keys("<enter>s<enter>")
            .text(columns, rows);
        assert!(shows(&dropped, "Ditiadakan: “Mata"), "{dropped}");
        assert!(shows(&dropped, "U batalkan"), "{dropped}");
    }
}

#[test]
fn what_sort_of_source_it_is_is_never_cut() {
    for name in ["purworejo-2024", PURBALINGGA, PEKALONGAN, MERGANGSAN, SERUYAN] {
        for (columns, rows) in [(80, 24), (60, 20), (120, 40)] {
            let ready = lead(name, Lang::Id).text(columns, rows);
            assert!(shows(&ready, "(kutipan berita, bukan naskah resmi)"), "{ready}");
        }
    }
}

#[test]
fn an_agency_that_is_not_filled_in_is_no_row_of_dots() {
    let ready = lead("apel-pagi", Lang::Id);
    let card = ready
        .clone()
        .keys("<enter>7<enter><wait 5><space*9>")
        .text(80, 24);
    assert!(shows(&card, "Upacara selesai") && !card.contains("……"), "{card}");
    // Words to be said keep theirs: there something is missing.
    let running = ready.keys("<enter>").text(80, 24);
    assert!(shows(&running, "Apel Pagi 07.28"), "{running}");
    assert!(shows(&running, "Apel pagi …… dimulai."), "{running}");
}

#[test]
fn a_filter_tells_the_step_of_a_part_and_marks_what_matches() {
    use ratatui::style::Modifier;
    let leading = lead("purworejo-2024", Lang::Id).keys("<enter>g/politik");
    let text = leading.text(80, 24);
    assert!(shows(&text, "7 Pembacaan ikrar netralitas · butir 5"), "{text}");
    let at = u16::try_from(column_of(&leading, (80, 24), "politik uang")).unwrap_or(0);
    let screen = leading.screen(80, 24);
    let row = (0..24).find(|row| screen[(at, *row)].modifier.contains(Modifier::UNDERLINED));
    let row = row.expect("what matches is marked");
    let marked = |column| screen[(column, row)].modifier.contains(Modifier::UNDERLINED);
    assert!(
        (at..at + 7).all(marked) && !marked(at - 1) && !marked(at + 7),
        "{text}"
    );
}

#[test]
fn the_key_of_the_problems_is_named_only_where_there_are_some_to_open() {
    let good = lead(MERGANGSAN, Lang::Id).text(80, 24);
    assert!(!good.contains("masalah"), "{good}");
    let unfilled = lead("apel-pagi", Lang::Id);
    assert!(unfilled.text(80, 24).contains("M masalah"));
    let open = unfilled.keys("m").text(80, 24);
    assert!(
        open.contains("2 peringatan") && !open.contains("peringatan  M"),
        "{open}"
    );
}

#[test]
fn what_has_no_room_to_be_larger_says_so() {
    let told = "Tidak cukup tempat untuk huruf besar.";
    let at = |script, keys: &str, (columns, rows)| {
        let text = lead_from(script, "ikrar.2", Lang::Id)
            .keys(keys)
            .text(columns, rows);
        text.contains(told)
    };
    // What is read together is too long there for any large type; at 120×40 it is as large as it can be already.
    assert!(at(SERUYAN, "+", (80, 24)) && at(SERUYAN, "+", (120, 40)));
    assert!(!at(SERUYAN, "+", (200, 60)));
    assert!(!at(MERGANGSAN, "+", (80, 24)) && !at(MERGANGSAN, "++", (120, 40)));
    assert!(at(MERGANGSAN, "++", (50, 14)));
    assert!(!at(MERGANGSAN, "-", (50, 14)), "smaller was asked for");
}

#[test]
fn no_mark_that_more_follows_looks_like_a_cut() {
    for keys in ["", "b", "+", "b+"] {
        walk(lead(MERGANGSAN, Lang::Id), |led| {
            for size in [(80, 24), (40, 12), (120, 40)] {
                let text = led.clone().keys(keys).text(size.0, size.1);
                let lone = |row: &str| row.ends_with("   …") && !row.trim().eq("…");
                // Where the words to be read are cut themselves it is one.
                let is_cut = led.show.place().is_some() && !shows(&text, &present(led));
                assert!(is_cut || !text.lines().any(lone), "{keys}\n{text}");
            }
        });
    }
}
