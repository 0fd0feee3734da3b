//! The price of a gap, rule by rule.

use super::super::token;
use super::*;

/// The price of the gap where the bar stands.
fn price(text: &str) -> Cost {
    let words_before = text
        .split(" | ")
        .next()
        .map_or(0, |before| before.split_whitespace().count());
    let text = text.replace(" | ", " ");
    let stretches = token::stretches(&text, &[]);
    costs(&stretches[0].tokens)[words_before - 1]
}

#[test]
fn a_date_is_never_parted() {
    assert_eq!(price("Senin, | 7 Oktober 2024"), None);
    assert_eq!(price("pada Senin | 7 Oktober 2024"), None);
    assert_eq!(price("Senin, 7 | Oktober 2024"), None);
    assert_eq!(price("Senin, 7 Oktober | 2024"), None);
    assert_eq!(price("Jumat, | 24/11/2023"), None);
    assert_eq!(price("hari Senin, | tujuh orang hadir"), Some(COMMA));
}

#[test]
fn a_number_is_never_parted() {
    assert_eq!(price("sebanyak 1 | 000 orang"), None);
    assert_eq!(price("tujuh puluh | sembilan tahun"), None);
    assert_eq!(price("lima, | enam"), Some(COMMA));
}

#[test]
fn a_number_stays_with_what_it_counts_but_a_year_counts_nothing() {
    assert_eq!(price("kurang 125 | orang"), Some(BAD));
    assert_eq!(price("Tahun | 2024"), Some(BAD));
    assert_eq!(price("hari ulang tahun | ke-79"), Some(BAD));
    assert_eq!(price("tahun 2024 | berjalan"), Some(BEFORE_VERB));
}

#[test]
fn nobody_breathes_after_a_word_that_leads_on() {
    for text in [
        "uang dan | segala",
        "kepada | masyarakat",
        "yang | adil",
        "tidak | memihak",
        "para | Asisten",
    ] {
        assert_eq!(price(text), Some(BAD), "{text}");
    }
    assert_eq!(price("memihak serta | setia"), Some(BAD));
    assert_eq!(price("ikut serta | dalam kampanye"), Some(FAIR));
}

#[test]
fn a_number_in_words_stays_with_its_figures_and_what_it_counts_unless_it_is_long() {
    assert_eq!(price("selama 7 | (tujuh) hari kerja"), Some(BAD));
    assert_eq!(price("selama 7 (tujuh) | hari kerja"), Some(BAD));
    assert_eq!(price("senilai Rp10.000,00 | (sepuluh ribu rupiah)"), Some(FAIR));
}

#[test]
fn an_ordinal_stays_with_what_it_counts() {
    assert_eq!(price("Hari Ulang Tahun ke-53 | KORPRI"), Some(BAD));
}

#[test]
fn the_number_of_a_law_may_be_set_apart_from_its_name_but_not_from_itself() {
    assert_eq!(price("Undang-Undang | Nomor 5 Tahun 2014"), Some(DEAR));
    assert_eq!(price("Undang-Undang No. | 5 Tahun 2014"), Some(BAD));
}

#[test]
fn short_capitals_belong_to_the_noun_before_unless_that_is_pointed_at() {
    assert_eq!(price("prinsip integritas | ASN"), Some(NAME));
    assert_eq!(price("mulai hari ini | ASN se-Indonesia"), Some(BEFORE_NAME));
    assert_eq!(price("di kantor | Kecamatan Sukamaju"), Some(BEFORE_NAME));
}

#[test]
fn who_takes_part_from_where_may_begin_a_phrase_and_keeps_its_name() {
    assert_eq!(price("guru dan siswa | se-Kecamatan Sukamaju"), Some(FAIR));
    assert_eq!(price("siswa se-Kecamatan | Sukamaju"), Some(NAME));
    assert_eq!(
        price("pegawai se-Indonesia | menjaga netralitas"),
        Some(BEFORE_VERB)
    );
}

#[test]
fn the_utmost_leads_on() {
    assert_eq!(
        price("Komisi Pemberantasan Korupsi | paling lambat 31 Maret"),
        Some(FAIR)
    );
    assert_eq!(price("paling lambat | tanggal 31 Maret"), Some(BAD));
}

#[test]
fn a_yang_of_one_word_stays_where_the_sentence_goes_on() {
    assert_eq!(
        price("menaati peraturan | yang berlaku dan melaksanakan tugas"),
        Some(DEAR)
    );
    assert_eq!(price("negara | yang adil dan makmur"), Some(FAIR));
    assert_eq!(price("negara | yang merdeka, bersatu"), Some(FAIR));
}

#[test]
fn attributes_that_are_joined_are_no_sentence_that_goes_on() {
    for text in [
        "birokrasi | yang bersih dan melayani masyarakat",
        "aparatur | yang jujur dan bertanggung jawab",
        "pegawai | yang profesional dan berintegritas tinggi",
        "peraturan | yang berlaku dan berkeadilan sosial",
        "peraturan | yang berlaku dan mengikat.",
        "tugas kami | adalah berlaku dan melaksanakan tugas",
    ] {
        assert_eq!(price(text), Some(FAIR), "{text}");
    }
}

#[test]
fn short_capitals_that_do_something_are_a_subject() {
    for text in [
        "pada masa tenang | ASN dilarang memberikan dukungan",
        "dalam pemilihan kepala daerah | ASN wajib menjaga netralitas",
        "pada masa tenang | ASN harus netral",
        "pada masa tenang | ASN tidak berpihak",
        "pada masa tenang | ASN dapat memilih",
    ] {
        assert_eq!(price(text), Some(FAIR), "{text}");
    }
    assert_eq!(price("mulai hari ini | ASN harus netral"), Some(WEAK));
    assert_eq!(
        price("agar integritas | ASN dapat terwujud"),
        Some(WEAK),
        "whose it is"
    );
    assert_eq!(price("menjaga prinsip integritas | ASN di instansi"), Some(NAME));
    assert_eq!(price("prinsip integritas | ASN, wajib dijaga"), Some(NAME));
}

#[test]
fn a_conclusion_begins_a_clause() {
    assert_eq!(
        price("melawan narkoba | dan oleh karena itu kami berjanji"),
        Some(CLAUSE)
    );
    assert_eq!(price("melawan narkoba | dan oleh semua pihak"), Some(FAIR));
}

#[test]
fn nobody_breathes_before_a_word_that_belongs_to_the_one_before() {
    assert_eq!(price("ikrar | ini kami"), Some(BAD));
    assert_eq!(price("ikrar ini | kami buat"), Some(WEAK));
}

#[test]
fn a_fixed_expression_stays_together_unless_a_sign_parts_it() {
    assert_eq!(price("rasa tanggung | jawab"), Some(BAD));
    assert_eq!(price("Wakil Kepala | Daerah"), Some(BAD));
    assert_eq!(price("media, | sosial"), Some(COMMA));
}

#[test]
fn a_name_stays_together_but_capitals_of_a_heading_say_nothing() {
    assert_eq!(price("di Kemantren | Mergangsan"), Some(NAME));
    assert_eq!(price("di halaman | Kemantren Mergangsan"), Some(BEFORE_NAME));
    assert_eq!(price("IKRAR | NETRALITAS"), Some(DEAR));
}

#[test]
fn titles_and_degrees_stay_with_the_name() {
    for text in [
        "oleh Drs. | R. Achmad Kurniawan",
        "Drs. R. | Achmad",
        "Kadir, | M.P.A.",
        "Abbas, S.H., | M.Si.",
    ] {
        assert_eq!(price(text), Some(BAD), "{text}");
    }
    assert_eq!(price("Kadir, | Sekretaris Daerah"), Some(COMMA));
}

#[test]
fn the_end_of_a_sentence_is_the_best_place_and_an_abbreviation_ends_none() {
    assert_eq!(price("bangsa dan negara. | Kami setia"), Some(SENTENCE));
    assert_eq!(price("dipimpin Pj. | Sekretaris Daerah"), Some(BAD));
}

#[test]
fn a_comma_after_a_preposition_still_waits_for_the_noun() {
    assert_eq!(price("baik sebelum, | selama maupun sesudah"), Some(WAITING));
    assert_eq!(price("kejujuran, | keadilan"), Some(COMMA));
    assert_eq!(
        price("dihapuskan, | karena tidak sesuai"),
        Some(CLAUSE_AFTER_COMMA)
    );
}

#[test]
fn baik_begins_a_clause_only_where_maupun_comes() {
    assert_eq!(price("pelayanan publik | baik pusat maupun daerah"), Some(CLAUSE));
    assert_eq!(price("bekerja lebih | baik lagi"), Some(BAD));
    assert_eq!(price("tata kelola | baik"), Some(DEAR));
}

#[test]
fn the_closer_two_words_are_coordinated_the_dearer_is_the_break() {
    assert_eq!(price("secara bijak | dan tidak menyebarkan"), Some(FAIR));
    assert_eq!(price("kepada calon | atau pasangan calon"), Some(WITHIN));
    assert_eq!(price("intimidasi | dan ancaman kepada"), Some(PAIR));
    assert_eq!(price("Menjaga | dan menegakkan prinsip"), Some(PAIR));
}

#[test]
fn a_verb_keeps_the_preposition_it_asks_for() {
    assert_eq!(price("yang dipimpin | oleh hikmat"), Some(ASKED_FOR));
    assert_eq!(price("ancaman | kepada seluruh"), Some(FAIR));
}

#[test]
fn no_word_is_left_alone_behind_a_comma() {
    assert_eq!(
        price("07.30 WIB, bertempat | di halaman"),
        Some(ASKED_FOR + STRANDED)
    );
    assert_eq!(
        price("masing-masing, dilaksanakan ikrar | di aula"),
        Some(FAIR + STRANDED),
        "nor two that begin something new"
    );
    assert_eq!(price("hormat, tepuk tangan | di aula"), Some(FAIR));
    assert_eq!(
        price("saya, akan bekerja | dengan jujur"),
        Some(FAIR),
        "an auxiliary goes on"
    );
}

#[test]
fn a_sign_that_stands_alone_stays_behind_its_word() {
    assert_eq!(price("netral | — selalu"), Some(BAD));
    assert_eq!(price("netral — | selalu"), Some(COMMA));
    assert_eq!(price("instansi masing – | masing"), Some(BAD));
}

#[test]
fn a_bracket_may_be_set_apart() {
    assert_eq!(price("Aparatur Sipil Negara | (ASN) kabupaten"), Some(FAIR));
}
