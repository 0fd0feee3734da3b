//! The cuts of the five pledges and of the state texts, as they were read aloud, and one case for each rule.
//!
//! Where a cut here does not breathe, mend the rule in `gap`, not the expectation.

use std::ops::Range;

use super::{Pause, Phrase, PhraseKind, cut};

fn texts(phrases: &[Phrase]) -> Vec<&str> {
    phrases.iter().map(|phrase| phrase.text.as_str()).collect()
}

/// Asserts that each text is cut where the bars stand.
#[track_caller]
fn breathes(expected: &[&str]) {
    for line in expected {
        let phrases = cut(&line.replace(" | ", " "), &[]);
        assert_eq!(texts(&phrases).join(" | "), *line);
    }
}

/// A text with its values in braces, as text and ranges.
fn with_values(written: &str) -> (String, Vec<Range<usize>>) {
    let (mut text, mut values, mut begins) = (String::new(), Vec::new(), 0);
    for character in written.chars() {
        match character {
            '{' => begins = text.len(),
            '}' => values.push(begins..text.len()),
            _ => text.push(character),
        }
    }
    (text, values)
}

/// Asserts that a text with values in braces is cut where the bars stand.
#[track_caller]
fn breathes_with_values(expected: &str) {
    let (text, values) = with_values(&expected.replace(" | ", " "));
    let plain: String = expected.chars().filter(|c| !matches!(c, '{' | '}')).collect();
    assert_eq!(texts(&cut(&text, &values)).join(" | "), plain);
}

#[test]
fn the_pledge_of_purworejo_breathes() {
    breathes(&[
        "IKRAR NETRALITAS APARATUR SIPIL NEGARA",
        "PADA PILKADA SERENTAK TAHUN 2024",
        "Tidak membuat keputusan dan/atau tindakan | yang menguntungkan atau merugikan bakal calon, \
         | calon, atau pasangan calon, | baik sebelum, selama maupun sesudah pelaksanaan \
         | Pemilihan Kepala Daerah dan Wakil Kepala Daerah.",
        "Tidak ikut serta dan/atau terlibat | dalam kampanye Pemilihan Kepala Daerah | dan Wakil Kepala Daerah.",
        "Menghindari konflik kepentingan, | tidak melakukan praktik-praktik intimidasi dan ancaman \
         | kepada seluruh elemen masyarakat, | serta tidak memihak | kepada calon atau pasangan calon tertentu.",
        "Tidak menunjukan keberpihakan | kepada calon atau pasangan calon \
         | melalui media sosial dan/atau media lainnya.",
        "Menolak praktik politik uang.",
    ]);
}

#[test]
fn the_pledge_of_purbalingga_breathes() {
    breathes(&[
        "Menjaga dan menegakan prinsip netralitas Pegawai ASN | di instansi masing-masing \
         | dalam melaksanakan fungsi pelayanan publik | baik sebelum, selama maupun sesudah pelaksanaan \
         | Pemilu dan Pemilihan Tahun 2024",
        "Menghindari konflik kepentingan, | tidak melakukan praktik-praktik intimidasi dan ancaman \
         | kepada pegawai ASN dan seluruh elemen masyarakat | serta tidak memihak kepada pasangan calon tertentu",
        "Menggunakan media sosial secara bijak | dan tidak menyebarkan ujaran kebencian | serta berita bohong",
        "Menolak politik uang | dan segala jenis pemberian | dalam bentuk apapun.",
    ]);
}

#[test]
fn the_pledge_of_pekalongan_breathes() {
    breathes(&[
        "Menjaga dan menegakkan prinsip netralitas | dalam melaksanakan fungsi pelayanan publik, \
         | baik sebelum, selama, maupun sesudah pelaksanaan Pemilu 2024",
        "Menghindari konflik kepentingan",
        "Bijak menggunakan media sosial",
        "Menolak politik uang | dan segala jenis pemberian | dalam bentuk apapun",
    ]);
}

#[test]
fn the_pledge_of_mergangsan_breathes() {
    breathes(&[
        "PEMERINTAH KOTA YOGYAKARTA",
        "IKRAR NETRALITAS PEGAWAI APARATUR SIPIL NEGARA",
        "PADA PEMILU DAN PEMILIHAN TAHUN 2024",
        "Dalam rangka menyukseskan pelaksanaan | Pemilu dan Pemilihan Tahun 2024 | kami berikrar:",
        "Menjaga dan menegakkan prinsip netralitas Pegawai ASN | di instansi masing-masing \
         | dalam melaksanakan fungsi pelayanan publik | baik sebelum, selama, maupun sesudah pelaksanaan \
         | Pemilu dan Pemilihan Tahun 2024",
        "Menghindari konflik kepentingan | tidak melakukan praktik-praktik intimidasi dan ancaman \
         | kepada Pegawai ASN dan seluruh elemen masyarakat | serta tidak memihak kepada pasangan calon tertentu.",
        "Menggunakan media sosial secara bijak | dan tidak menyebarkan ujaran kebencian | serta berita bohong.",
        "Menolak politik uang | dan segala jenis pemberian | dalam bentuk apapun.",
        "Demikian ikrar ini kami buat dan dilaksanakan | dengan penuh integritas dan rasa tanggung jawab \
         | dalam rangka mewujudkan netralitas Pegawai ASN | yang bermartabat beretika dan demokratis \
         | demi terwujudnya persatuan dan kesatuan NKRI.",
    ]);
}

#[test]
fn the_pledge_of_seruyan_breathes() {
    breathes(&[
        "Menjaga dan menegakkan prinsip netralitas Pegawai ASN | dan Tenaga Kontrak Daerah \
         | dalam melaksanakan fungsi pelayanan publik, | selama dan sesudah pelaksanaan Pemilihan Kepala Daerah \
         | dan Wakil Kepala Daerah Tahun 2024",
        "Menghindari konflik kepentingan, | tidak melakukan praktik-praktik intimidasi dan ancaman \
         | kepada Pegawai ASN, Tenaga Kontrak Daerah, | dan seluruh elemen masyarakat | serta tidak memihak \
         | kepada Pemilihan Kepala Daerah Tahun 2024",
        "Menggunakan media sosial secara bijak | dan tidak menyebarkan ujaran kebencian | serta berita bohong",
        "Menolak politik uang | dari segala jenis pemberian | dalam bentuk apapun.",
    ]);
}

#[test]
fn panca_prasetya_breathes() {
    breathes(&[
        "Kami Anggota Korps Pegawai Republik Indonesia | adalah insan yang beriman dan bertaqwa \
         | kepada Tuhan Yang Maha Esa, berjanji:",
        "Setia dan taat | kepada Negara Kesatuan dan Pemerintah Republik Indonesia \
         | yang berdasarkan Pancasila dan Undang-Undang Dasar 1945;",
        "Menjunjung tinggi kehormatan bangsa dan negara | serta memegang teguh rahasia jabatan \
         | dan rahasia negara;",
        "Mengutamakan kepentingan negara dan masyarakat | di atas kepentingan pribadi dan golongan;",
        "Memelihara persatuan dan kesatuan bangsa | serta kesetiakawanan Korps Pegawai Republik Indonesia;",
        "Menegakkan kejujuran, keadilan, dan disiplin | serta meningkatkan kesejahteraan dan profesionalisme.",
    ]);
}

#[test]
fn pancasila_breathes() {
    breathes(&[
        "Ketuhanan Yang Maha Esa.",
        "Kemanusiaan yang adil dan beradab.",
        "Persatuan Indonesia.",
        "Kerakyatan yang dipimpin oleh hikmat kebijaksanaan | dalam permusyawaratan/perwakilan.",
        "Keadilan sosial bagi seluruh rakyat Indonesia.",
    ]);
}

#[test]
fn the_pembukaan_breathes() {
    breathes(&[
        "Bahwa sesungguhnya Kemerdekaan itu | ialah hak segala bangsa | dan oleh sebab itu, \
         | maka penjajahan di atas dunia harus dihapuskan, \
         | karena tidak sesuai dengan peri-kemanusiaan dan peri-keadilan.",
        "Dan perjuangan pergerakan kemerdekaan Indonesia telah sampailah | kepada saat yang berbahagia \
         | dengan selamat sentausa mengantarkan rakyat Indonesia \
         | ke depan pintu gerbang kemerdekaan Negara Indonesia, | yang merdeka, bersatu, berdaulat, \
         | adil dan makmur.",
        "Atas berkat rakhmat Allah Yang Maha Kuasa | dan dengan didorongkan oleh keinginan luhur, \
         | supaya berkehidupan kebangsaan yang bebas, \
         | maka rakyat Indonesia menyatakan dengan ini kemerdekaannya.",
        "Kemudian daripada itu | untuk membentuk suatu Pemerintah Negara Indonesia \
         | yang melindungi segenap bangsa Indonesia | dan seluruh tumpah darah Indonesia \
         | dan untuk memajukan kesejahteraan umum, | mencerdaskan kehidupan bangsa, \
         | dan ikut melaksanakan ketertiban dunia | yang berdasarkan kemerdekaan, \
         | perdamaian abadi dan keadilan sosial, | maka disusunlah Kemerdekaan Kebangsaan Indonesia itu \
         | dalam suatu Undang-Undang Dasar Negara Indonesia, | yang terbentuk dalam suatu susunan \
         | Negara Republik Indonesia yang berkedaulatan rakyat | dengan berdasar kepada Ketuhanan Yang Maha Esa, \
         | Kemanusiaan yang adil dan beradab, | Persatuan Indonesia dan Kerakyatan \
         | yang dipimpin oleh hikmat kebijaksanaan | dalam Permusyawaratan/Perwakilan, \
         | serta dengan mewujudkan suatu Keadilan sosial | bagi seluruh rakyat Indonesia.",
    ]);
}

#[test]
fn other_texts_of_the_field_breathe() {
    breathes(&[
        "Aparatur Sipil Negara Kabupaten Purworejo | siap menjaga persatuan dan kesatuan bangsa \
         | serta menyukseskan Pilkada Serentak Tahun 2024 | dengan aman, tertib, dan damai.",
        "Pada hari ini, Senin, | tanggal 7 Oktober 2024, | pukul 07.30 WIB, \
         | bertempat di Halaman Sekretariat Daerah Kabupaten Purworejo, \
         | kami seluruh pegawai menyatakan ikrar netralitas.",
        "Dengan ini kami, | Drs. R. Achmad Kurniawan Kadir, M.P.A. | selaku Pj Sekretaris Daerah Kabupaten Purworejo, \
         | menandatangani pakta integritas ini | pada Senin, 7 Oktober 2024.",
        "Hadirin yang kami hormati, | apel segera dimulai. | Peserta disiapkan.",
    ]);
}

#[test]
fn pledges_of_other_occasions_breathe() {
    breathes(&[
        "Dengan rahmat Tuhan Yang Maha Esa, | pada peringatan Hari Ulang Tahun ke-53 KORPRI Tahun 2024, \
         | kami anggota Korps Pegawai Republik Indonesia menyatakan ikrar:",
        "Tidak meminta atau menerima pemberian | secara langsung atau tidak langsung \
         | berupa suap, hadiah, bantuan, | atau bentuk lainnya | yang tidak sesuai dengan ketentuan yang berlaku;",
        "Melaporkan harta kekayaan (LHKPN) | kepada Komisi Pemberantasan Korupsi \
         | paling lambat tanggal 31 Maret 2025 | pukul 23.59 WIB;",
        "Melaporkan setiap penerimaan gratifikasi | kepada Unit Pengendalian Gratifikasi \
         | selambat-lambatnya 7 (tujuh) hari kerja sejak diterima.",
        "Menolak segala bentuk gratifikasi, | pungutan liar, dan/atau suap \
         | yang bernilai lebih dari Rp10.000,00 | (sepuluh ribu rupiah);",
        "Kami Kepala Desa, Perangkat Desa, | dan anggota Badan Permusyawaratan Desa \
         | se-Kecamatan Sukamaju dengan ini berikrar",
        "Bahwa korupsi adalah kejahatan luar biasa | yang merampas hak rakyat; \
         | maka pada Hari Antikorupsi Sedunia, | Senin, 9 Desember 2024, | kami berdeklarasi:",
        "Kami Aparatur Sipil Negara Kota Magelang | dengan sadar dan penuh tanggung jawab \
         | menyatakan perang terhadap narkoba | dan oleh karena itu kami berjanji:",
        "disaksikan oleh Pj. Gubernur Jawa Tengah | Komjen Pol. (P) Drs. Nana Sudjana, A.S., M.M., \
         | pada hari ini berikrar:",
        "Bersedia dijatuhi hukuman disiplin | sesuai PP No. 94 Tahun 2021 | jika terbukti melanggar ikrar ini.",
        "Demikian ikrar ini kami ucapkan dengan sebenar-benarnya, | tanpa paksaan dari pihak mana pun, \
         | dan kami sanggup menerima sanksi apabila melanggarnya.",
        "Saya yang bertanda tangan di bawah ini, | Dr. H. Ahmad Sudrajat, S.Sos., M.Si., \
         | Bupati Sukamaju, dengan ini menyatakan:",
    ]);
}

#[test]
fn a_text_of_fewer_than_three_words_is_one_phrase() {
    breathes(&["Siap.", "Selamat. Pagi.", "Persatuan Indonesia."]);
}

#[test]
fn a_text_without_words_has_no_phrase() {
    for text in ["", " ", "\t\n", "/", " // ", "/ // /"] {
        assert_eq!(cut(text, &[]), Vec::new(), "{text:?}");
    }
}

#[test]
fn white_space_is_folded() {
    assert_eq!(
        texts(&cut("  Menolak\n\tpolitik   uang. ", &[])),
        ["Menolak politik uang."]
    );
}

#[test]
fn a_mark_is_a_break_and_tells_its_pause() {
    let phrases = cut(
        "Bahwa / sesungguhnya kemerdekaan itu / ialah hak segala bangsa //",
        &[],
    );
    let phrase = |text: &str, pause, words, first_word| Phrase {
        text: text.to_owned(),
        kind: PhraseKind::Words,
        pause,
        words,
        first_word,
    };
    let expected = [
        phrase("Bahwa", Pause::Short, 1, 0),
        phrase("sesungguhnya kemerdekaan itu", Pause::Short, 3, 1),
        phrase("ialah hak segala bangsa", Pause::Full, 4, 4),
    ];
    assert_eq!(phrases, expected);
}

#[test]
fn a_mark_before_the_first_word_is_dropped() {
    let phrases = cut("// Menolak politik uang", &[]);
    assert_eq!(texts(&phrases), ["Menolak politik uang"]);
    assert_eq!(phrases[0].pause, Pause::Unmarked);
}

#[test]
fn of_several_marks_in_a_row_the_strongest_holds() {
    let phrases = cut("Menolak / // / politik uang", &[]);
    assert_eq!(texts(&phrases), ["Menolak", "politik uang"]);
    assert_eq!(phrases[0].pause, Pause::Full);
}

#[test]
fn a_stroke_within_a_word_is_text() {
    breathes(&[
        "keputusan dan/atau tindakan",
        "dalam permusyawaratan/perwakilan",
        "a/ b //c",
    ]);
}

#[test]
fn a_stroke_within_a_value_is_text() {
    let (text, values) = with_values("Nomor {200 / SE // 2023} / dibacakan");
    let phrases = cut(&text, &values);
    assert_eq!(texts(&phrases), ["Nomor 200 / SE // 2023", "dibacakan"]);
    assert_eq!(phrases[0].pause, Pause::Short);
}

#[test]
fn up_to_ten_words_between_marks_stay_whole() {
    let ten = "Tidak memihak kepada calon atau pasangan calon tertentu dalam pemilihan";
    assert_eq!(
        texts(&cut(&format!("{ten} / Menolak politik uang."), &[])),
        [ten, "Menolak politik uang."]
    );
}

#[test]
fn a_longer_stretch_between_marks_is_cut_by_the_rule() {
    let clause =
        "Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita bohong";
    let phrases = cut(&format!("Menolak politik uang / {clause} //"), &[]);
    let expected = [
        "Menolak politik uang",
        "Menggunakan media sosial secara bijak",
        "dan tidak menyebarkan ujaran kebencian",
        "serta berita bohong",
    ];
    assert_eq!(texts(&phrases), expected);
    let pauses: Vec<Pause> = phrases.iter().map(|phrase| phrase.pause).collect();
    assert_eq!(
        pauses,
        [Pause::Short, Pause::Unmarked, Pause::Unmarked, Pause::Full]
    );
}

#[test]
fn joined_attributes_and_short_capitals_that_are_a_subject_breathe() {
    breathes(&[
        "Mewujudkan birokrasi pemerintahan daerah | yang bersih dan melayani masyarakat",
        "Menjadi aparatur sipil negara | yang jujur dan bertanggung jawab",
        "Menjadi pegawai negeri sipil | yang profesional dan berintegritas tinggi",
        "Pada masa tenang | ASN dilarang memberikan dukungan kepada calon",
        "Dalam pemilihan kepala daerah | ASN wajib menjaga netralitas",
    ]);
}

#[test]
fn a_value_stays_whole_however_long_it_is() {
    breathes_with_values(
        "Menyukseskan {pemilihan gubernur dan wakil gubernur serta bupati dan wakil bupati tahun dua ribu lebih} \
         | dengan aman dan damai.",
    );
    let longer = "kata ".repeat(40);
    breathes_with_values(&format!(
        "Menyukseskan | {{{}}} | dengan aman dan damai.",
        longer.trim_end()
    ));
}

#[test]
fn values_side_by_side_may_be_parted() {
    breathes_with_values("{kata kata kata kata kata} | {kata kata kata kata kata}");
}

#[test]
fn words_with_a_no_break_space_stay_together() {
    let words =
        "kata\u{a0}kata\u{a0}kata\u{a0}kata\u{a0}kata\u{a0}kata\u{a0}kata\u{a0}kata\u{a0}kata\u{a0}kata";
    let phrases = cut(words, &[]);
    assert_eq!(phrases.len(), 1);
    assert_eq!(phrases[0].words, 10);
}

#[test]
fn a_range_that_fits_no_text_does_no_harm() {
    let reversed = Range { start: 5, end: 2 };
    let ranges = [reversed, 3..4, 0..usize::MAX, usize::MAX..usize::MAX, 1..3];
    assert_eq!(
        texts(&cut("é… ñandú dan seterusnya", &ranges)),
        ["é… ñandú dan seterusnya"]
    );
}

#[test]
fn a_very_long_text_is_cut_like_a_short_one() {
    let clause =
        "Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita bohong. ";
    let phrases = cut(&clause.repeat(770), &[]);
    assert_eq!(phrases.iter().map(|phrase| phrase.words).sum::<usize>(), 10_010);
    assert!(phrases.iter().all(|phrase| (3..=8).contains(&phrase.words)));
}

#[test]
fn a_very_long_text_without_a_good_break_is_still_cut() {
    let longest = |text: &str| cut(text, &[]).iter().map(|phrase| phrase.words).max();
    assert!(longest(&"dan ".repeat(10_000)) <= Some(16));
    assert!(longest(&"NAMA Kota ".repeat(5_000)) <= Some(16));
}
