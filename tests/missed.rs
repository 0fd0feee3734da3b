//! What was missed, as the leader's screens tell it: at once, in a list, before the closing and on the closing card.

#[path = "support/leading.rs"]
mod leading;

use ikrar::lang::Lang;

use leading::{Leading, forty_steps, lead, lead_from, shows};

const MERGANGSAN: &str = "mergangsan-2023";

#[test]
fn what_was_left_out_is_told_once() {
    let leading = lead_from(MERGANGSAN, "ikrar.1", Lang::Id).keys("<space*2>3<enter>");
    let usual = leading.text(80, 24);
    assert_eq!(usual.matches("butir 1–2").count(), 1, "{usual}");
    assert!(shows(&usual, "U batalkan · X tandai terlaksana"), "{usual}");
    // Where there is no panel to list it the row itself does.
    let small = leading.text(60, 16);
    assert!(shows(&small, "! Terlewat: butir 1–2."), "{small}");
}

#[test]
fn what_was_left_out_is_told_before_all_that_can_be_done_about_it() {
    let leading = lead_from(MERGANGSAN, "ikrar.1", Lang::Id).keys("<space*2>3<enter>");
    for (columns, rows) in [(39, 11), (40, 12), (45, 16)] {
        let text = leading.text(columns, rows);
        assert!(shows(&text, "! Terlewat: butir 1–2. U batalkan"), "{text}");
    }
    let narrow = leading.text(40, 24);
    assert!(shows(&narrow, "! Ada yang terlewat. U batalkan"), "{narrow}");
}

#[test]
fn how_many_were_left_out_is_told_however_long_the_title_of_the_newest() {
    let script = forty_steps().replace("nomor", "dengan judul yang panjang sekali nomor");
    let outline = lead(&script, Lang::Id)
        .keys("<enter>20<enter><wait 5>g")
        .text(80, 24);
    assert!(shows(&outline, "… 17 lagi. U batalkan"), "{outline}");
}

#[test]
fn a_long_list_of_what_was_left_out_has_the_rows_that_are_empty() {
    let leading = lead("purworejo-2024", Lang::Id).keys("<enter>12<enter><wait 5>");
    let text = leading.text(80, 24);
    assert!(shows(&text, "7 Pembacaan ikrar netralitas ·"), "{text}");
    assert!(!text.contains("lagi"), "{text}");
    // What has no room is counted.
    let low = leading.text(80, 16);
    assert!(shows(&low, "8 Amanat pembina apel … 5 lagi"), "{low}");
    for columns in 60..140 {
        let text = leading.text(columns, 24);
        let rows = text.lines().skip_while(|row| !row.contains("Terlewat"));
        for row in rows.take_while(|row| !row.contains("Berikutnya")) {
            let row = row.trim_end();
            let ends_whole = !row.ends_with(|last: char| last.is_ascii_digit());
            assert!(ends_whole, "a number without its title, {columns}: {text}");
        }
    }
}

#[test]
fn a_low_closing_card_tells_what_was_left_out_rather_than_the_agency() {
    let closing = lead("purworejo-2024", Lang::Id).keys("<enter><end><wait 5><space>");
    let low = closing.text(60, 16);
    assert!(shows(&low, "Belum dilaksanakan:"), "{low}");
    assert!(shows(&low, "! 12 Pembina apel meninggalkan lapangan"), "{low}");
    assert!(!low.contains("Pemerintah Kabupaten Purworejo"), "{low}");
    assert!(shows(&closing.text(80, 24), "Pemerintah Kabupaten Purworejo"));
}

#[test]
fn however_long_the_list_the_closing_card_tells_what_to_do_about_it() {
    let closing = lead(&forty_steps(), Lang::Id).keys("<enter>40<enter><wait 5><space*2>");
    let text = closing.text(80, 24);
    assert!(shows(&text, "G susunan · X tandai terlaksana"), "{text}");
    assert!(shows(&text, "… 29 lagi"), "{text}");
    assert!(shows(&text, "lebih cepat 59 menit"), "{text}");
}

#[test]
fn before_the_closing_the_answer_to_a_key_is_seen_beside_the_list_of_what_was_left_out() {
    let words = &Lang::Id.words().screens;
    let mut leading = lead_from(MERGANGSAN, "ikrar.1", Lang::Id).keys("<space*2>4<enter><wait 5><space*4>");
    let told = |leading: &Leading| leading.text(80, 24);
    assert!(shows(&told(&leading), words.some_left_out));
    for (key, answer) in [
        ("x", "Ditandai sudah dilaksanakan: butir 3."),
        ("<C-z>", words.no_suspend),
        ("99<enter>", "Tidak ada butir 99 pada acara 4."),
    ] {
        leading.press(key);
        assert!(shows(&told(&leading), answer), "{}", told(&leading));
        assert!(!shows(&told(&leading), words.some_left_out));
        leading.press("<wait 5>");
        assert!(shows(&told(&leading), words.some_left_out), "it is told again");
    }
}
