//! Scripts made on the spot that ask too much of a screen: all of them are good, and none is likely.

use std::fmt::Write as _;

/// Titles and names that fit no line, and people with three degrees.
pub(crate) fn long_titles() -> String {
    r#"
title  = "Apel Gabungan dalam rangka Peringatan Hari Ulang Tahun ke-53 Korps Pegawai Republik Indonesia dan Pembacaan Ikrar Netralitas Aparatur Sipil Negara"
agency = "Pemerintah Kabupaten Penukal Abab Lematang Ilir Provinsi Sumatera Selatan, Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
place  = "Halaman Kantor Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Penukal Abab Lematang Ilir"
date   = 2024-11-29
start  = 07:30:00
leader = "pembina"

[people]
pembina = { role = "Pembina apel", short = "Plt. Asisten Administrasi Umum", name = "Prof. Dr. Ir. H. Muhammad Syarifuddin Nasution Prawiranegara, S.E., M.Si., Ph.D.", office = "Pelaksana Tugas Asisten Administrasi Umum Sekretaris Daerah", reserve = "Dra. Hj. Siti Nurhaliza Kusumawardhani, S.H., M.Hum., M.Kn." }
mc = { role = "Pembawa acara dan penanggung jawab keprotokolan", short = "MC", name = "Raden Ajeng Kartika Sekarningrum Adiningsih, S.I.Kom., M.I.Kom., M.M." }

[[step]]
title    = "Persiapan barisan"
kind     = "act"
duration = "1m"

[[step]]
title    = "Laporan pemimpin apel kepada pembina apel bahwa seluruh peserta apel gabungan telah siap melaksanakan upacara dan pembacaan ikrar"
kind     = "report"
by       = "mc"
posture  = "sikap sempurna"
duration = "1m"
announce = "Laporan pemimpin apel kepada pembina apel, peserta diharap mengambil sikap sempurna dan memperhatikan dengan saksama."
notes    = "Empat langkah di depan pembina, hormat, lalu tunggu jawaban sebelum kembali ke tempat; pengeras suara kedua dimatikan dahulu."
lines    = [{ say = "Lapor, apel gabungan dalam rangka peringatan hari ulang tahun siap dimulai.", reply = "Lanjutkan.", reply_by = "pembina" }]

[[step]]
id       = "ikrar"
title    = "Pembacaan ikrar netralitas Aparatur Sipil Negara dan pegawai pemerintah non-Aparatur Sipil Negara"
kind     = "ikrar"
by       = "pembina"
notes    = "Tunggu hingga peserta selesai menirukan."
heading  = ["IKRAR NETRALITAS APARATUR SIPIL NEGARA DAN PEGAWAI PEMERINTAH NON-APARATUR SIPIL NEGARA", "DI LINGKUNGAN PEMERINTAH KABUPATEN PENUKAL ABAB LEMATANG ILIR"]
clauses  = ["Mempertanggungjawabkan / ketidakberpihakan / dalam penyelenggaraan pemerintahan.", "Menolak / politik uang."]

[[step]]
title       = "Penandatanganan pakta integritas netralitas"
kind        = "signing"
by          = "pembina"
witnesses   = ["pembina", "mc"]
signatories = [
  { name = "Prof. Dr. Ir. H. Muhammad Syarifuddin Nasution Prawiranegara, S.E., M.Si., Ph.D.", office = "Pelaksana Tugas Asisten Administrasi Umum Sekretaris Daerah Kabupaten Penukal Abab Lematang Ilir" },
  { office = "Para Kepala Dinas, Kepala Badan, Kepala Bagian, Camat, Lurah, dan Kepala Unit Pelaksana Teknis", group = true },
]
"#
    .to_owned()
}

/// A clause of 230 characters without a mark.
pub(crate) const CLAUSE: &str = "Menjaga dan menegakkan prinsip netralitas pegawai negeri di instansi masing-masing dalam melaksanakan fungsi pelayanan publik baik sebelum selama maupun sesudah pelaksanaan pemilihan umum kepala daerah di seluruh wilayah kabupaten";

/// That clause, to be repeated and to be read together.
pub(crate) fn long_clause() -> String {
    format!(
        r#"
title  = "Ikrar Netralitas"
date   = 2024-11-29
start  = 08:00:00
leader = "camat"

[people]
camat = {{ role = "Pembaca ikrar", short = "Camat" }}

[[step]]
id      = "ikrar"
title   = "Pembacaan ikrar"
kind    = "ikrar"
by      = "camat"
clauses = ["{CLAUSE}", "Menolak politik uang."]

[[step]]
id      = "bersama"
title   = "Pembacaan ikrar bersama"
kind    = "ikrar"
by      = "camat"
mode    = "together"
clauses = ["{CLAUSE}"]
"#
    )
}

/// Forty steps.
pub(crate) fn many_steps() -> String {
    let mut script = "title = \"Upacara Panjang\"\nagency = \"Pemerintah Kabupaten Contoh\"\ndate = 2024-11-29\nstart = 07:00:00\nleader = \"mc\"\n\n[people]\nmc = { role = \"Pembawa acara\", short = \"MC\" }\n".to_owned();
    for number in 1..=40 {
        let _ = write!(
            script,
            "\n[[step]]\ntitle = \"Mata acara nomor {number}\"\nkind = \"announcement\"\nby = \"mc\"\nduration = \"90s\"\n"
        );
    }
    script
}

/// A programme of one step.
pub(crate) fn one_step() -> String {
    "title = \"Doa Pagi\"\n\n[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\n".to_owned()
}

/// A programme of nobody: no people, no agency, no day.
pub(crate) fn nobody() -> String {
    r#"
title = "Apel"

[[step]]
title = "Laporan"
kind  = "report"
lines = [{ say = "Lapor, apel siap dimulai.", reply = "Lanjutkan." }]

[[step]]
id      = "ikrar"
title   = "Ikrar"
kind    = "ikrar"
opening = "Kami berikrar:"
clauses = ["Menolak politik uang.", "Bijak menggunakan media sosial."]
"#
    .to_owned()
}
