//! What is wrong with a script, in Indonesian: what it is, a few words beside the place, and what to do.

mod keyboard;
mod syntax;

use crate::lang::problem_words::{code_point, quoted, quoted_all};
use crate::lang::{Explained, ProblemWords};
use crate::script::Fault;
use crate::script::problem::ValueType;

pub(super) const WORDS: ProblemWords = ProblemWords {
    error: "kesalahan",
    warning: "peringatan",
    help: "saran",
    explain,
};

#[expect(clippy::too_many_lines, reason = "a table: one entry a fault")]
fn explain(fault: &Fault) -> Explained {
    match fault {
        Fault::FileMissing => {
            Explained::new("Berkas tidak ditemukan", "", "Periksa nama berkas dan foldernya.")
        }
        Fault::NotAFile => Explained::new(
            "Ini bukan berkas, melainkan folder atau perangkat",
            "",
            "Periksa namanya; untuk folder, sebutkan nama berkas di dalamnya.",
        ),
        Fault::FileUnreadable(reason) => Explained::new(
            format!("Berkas tidak dapat dibaca: {}", quoted(reason)),
            "",
            "Periksa izin baca berkas itu.",
        ),
        Fault::FileTooLarge => Explained::new(
            "Berkas lebih besar daripada 1 MiB",
            "",
            "Periksa apakah memang berkas ini yang dimaksud; naskah dan pengaturan jauh lebih kecil.",
        ),
        Fault::NotUtf8 => Explained::new(
            "Berkas tidak tersimpan sebagai UTF-8",
            "mulai di sini",
            "Simpan kembali berkas dengan pengodean UTF-8.",
        ),
        Fault::ForbiddenCharacter(character) => Explained::new(
            format!(
                "Karakter kendali {} tidak boleh ada dalam berkas ini",
                code_point(*character)
            ),
            "karakter yang tidak tampak",
            "Hapus karakter itu; biasanya ikut terbawa ketika teks disalin dari dokumen lain.",
        ),
        Fault::Syntax(description) => syntax::explain(description),
        Fault::Unclosed(sign) => Explained::new(
            format!("Tanda {} dibuka, tetapi tidak pernah ditutup", quoted(sign)),
            "dibuka di sini",
            format!("Tambahkan {} di akhir bagian ini.", quoted(closing(sign))),
        ),
        Fault::TooManyStatements => Explained::new(
            "Jumlah kunci dalam berkas ini melebihi yang dapat dibaca",
            "mulai dari sini tidak dibaca",
            "Periksa apakah memang berkas ini yang dimaksud; naskah dan pengaturan memuat jauh lebih sedikit kunci.",
        ),
        Fault::Unquoted => Explained::new(
            "Teks harus diapit tanda kutip",
            "tanpa tanda kutip",
            "Apit dengan tanda kutip lurus: `\"…\"`.",
        ),
        Fault::WrongQuotes => Explained::new(
            "Tanda kutip lengkung tidak dapat mengapit teks",
            "bukan tanda kutip lurus",
            "Ganti dengan tanda kutip lurus `\"`. Di dalam teks, tanda kutip lengkung boleh dipakai.",
        ),
        Fault::DuplicateKey => Explained::new(
            "Kunci ini sudah ada di tabel yang sama",
            "ditulis dua kali",
            "Hapus salah satunya, atau satukan isinya. Dalam naskah, acara baru dimulai dengan baris `[[step]]`.",
        ),
        Fault::DuplicateSetting => Explained::new(
            "Kunci ini sudah ada di tabel yang sama",
            "ditulis dua kali",
            "Hapus salah satunya, atau satukan isinya.",
        ),
        Fault::UnknownKey { key, nearest, known } => Explained::new(
            format!("Kunci {} tidak dikenal", quoted(key)),
            "tidak dikenal",
            meant_or_known(*nearest, known),
        ),
        Fault::KeyNotForKind { key, kind } => Explained::new(
            format!(
                "Kunci {} tidak berlaku untuk acara jenis {}",
                quoted(key),
                quoted(kind.spelling())
            ),
            "tidak berlaku di sini",
            "Hapus kunci ini, atau ubah `kind` acara.",
        ),
        Fault::MissingKey(key) => Explained::new(
            format!("Kunci {} belum ada", quoted(key)),
            "",
            format!("Tambahkan baris `{key} = …`."),
        ),
        Fault::EmptyText(key) => Explained::new(
            format!("{} tidak boleh kosong", quoted(key)),
            "kosong",
            "Isi teksnya, atau hapus bagian ini jika tidak diperlukan.",
        ),
        Fault::WrongType { expected, found } => Explained::new(
            format!(
                "Di sini diperlukan {}, bukan {}",
                value_type(*expected),
                value_type(*found)
            ),
            format!("ini {}", value_type(*found)),
            example(*expected, *found),
        ),
        Fault::UnknownWord { word, nearest, known } => Explained::new(
            format!("Kata {} tidak dikenal di sini", quoted(word)),
            "tidak dikenal",
            meant_or_known(*nearest, known),
        ),
        Fault::WrongNumber { least, most } => Explained::new(
            "Bilangan ini di luar batas",
            "di luar batas",
            format!("Isi dengan bilangan bulat dari {least} sampai dengan {most}."),
        ),
        Fault::WrongDuration => Explained::new(
            "Lama waktu tidak dapat dipahami",
            "bukan lama waktu",
            "Tulis misalnya `\"90s\"`, `\"1m\"`, atau `\"1m30s\"`; paling lama sehari.",
        ),
        Fault::NegativeDuration => Explained::new(
            "Lama waktu tidak boleh kurang dari nol",
            "kurang dari nol",
            "Hapus tanda minusnya.",
        ),
        Fault::NotADate => Explained::new(
            "Di sini hanya boleh tanggal, tanpa jam dan tanpa tanda kutip",
            "bukan tanggal saja",
            "Tulis tahun, bulan, dan hari, misalnya `2024-10-07`.",
        ),
        Fault::NotATime => Explained::new(
            "Di sini hanya boleh jam setempat, tanpa tanda kutip",
            "bukan jam",
            "Tulis jam, menit, dan detik, misalnya `07:30:00`; paling akhir `23:59:59`. Zona waktu ditulis pada `zone`.",
        ),
        Fault::NoSuchDay => Explained::new(
            "Tanggal ini tidak ada di kalender",
            "tidak ada di kalender",
            "Tulis tahun, bulan, lalu hari, dan periksa jumlah hari dalam bulan itu.",
        ),
        Fault::UnknownPlaceholder { name, nearest } => Explained::new(
            format!("Tidak ada nilai bernama {}", quoted(name)),
            "tidak dikenal",
            match nearest {
                Some(nearest) => meant(nearest),
                None => {
                    "Tambahkan nilai itu di `[values]`. Untuk menulis kurung kurawal biasa, gandakan: `{{`."
                        .to_owned()
                }
            },
        ),
        Fault::BrokenPlaceholder => Explained::new(
            "Isian dalam kurung kurawal tidak lengkap",
            "tidak lengkap",
            "Tulis nama nilai di antara `{` dan `}`. Untuk menulis kurung kurawal biasa, gandakan: `{{`.",
        ),
        Fault::CircularValue(name) => Explained::new(
            format!("Nilai {} merujuk kembali kepada dirinya sendiri", quoted(name)),
            "berputar-putar",
            "Ganti salah satu isian dalam lingkaran ini dengan teks biasa.",
        ),
        Fault::TooMuchFilled => Explained::new(
            "Nilai di dalam nilai terlalu banyak",
            "terlalu besar setelah diisi",
            "Kurangi nilai yang memakai nilai lain.",
        ),
        Fault::WrongName(name) => Explained::new(
            format!("Nama {} tidak dapat dipakai", quoted(name)),
            "",
            "Pakai huruf, angka, `-`, dan `_` saja.",
        ),
        Fault::ReservedName(name) => Explained::new(
            format!("Nilai {} sudah tersedia dengan sendirinya", quoted(name)),
            "sudah tersedia",
            "Isi kunci dengan nama itu di bagian atas naskah, atau pakai nama lain di `[values]`.",
        ),
        Fault::UnknownPerson { key, nearest } => Explained::new(
            format!("Petugas {} tidak ada di `[people]`", quoted(key)),
            "tidak dikenal",
            match nearest {
                Some(nearest) => meant(nearest),
                None => format!(
                    "Tambahkan petugas itu di `[people]`, misalnya `{} = {{ role = \"…\" }}`.",
                    bare(key)
                ),
            },
        ),
        Fault::UnknownText { name, nearest } => Explained::new(
            format!("Teks {} tidak ditemukan", quoted(name)),
            "tidak ditemukan",
            match nearest {
                Some(nearest) => meant(nearest),
                None => format!(
                    "Simpan teks itu sebagai `texts/{}.toml` di samping berkas ini.",
                    bare(name)
                ),
            },
        ),
        Fault::WrongTextName(name) => Explained::new(
            format!("{} bukan nama teks", quoted(name)),
            "bukan nama teks",
            "Tulis nama saja, tanpa folder dan tanpa `.toml`: huruf kecil, angka, `-`, dan `_`.",
        ),
        Fault::DuplicateId { id, first_line } => Explained::new(
            format!("`id` {} sudah dipakai di baris {first_line}", quoted(id)),
            "sudah dipakai",
            "Beri nama lain, atau hapus `id` ini; tanpa `id`, nama dibuat dari judul.",
        ),
        Fault::EmptyIkrar => Explained::new(
            "Ikrar ini tidak memiliki satu butir pun",
            "",
            "Isi `clauses` dengan butir-butir ikrar, atau tunjuk sebuah teks dengan `text`.",
        ),
        Fault::NoSteps => Explained::new(
            "Naskah ini tidak memiliki satu acara pun",
            "",
            "Tambahkan sekurang-kurangnya satu `[[step]]` dengan `title` dan `kind`.",
        ),
        Fault::EmptyTextFile => Explained::new(
            "Berkas teks ini tidak berisi bacaan",
            "",
            "Isi sekurang-kurangnya salah satu dari `heading`, `opening`, `clauses`, atau `closing`.",
        ),
        Fault::TextAndClauses(key) => Explained::new(
            format!("`text` dan {} tidak boleh ada bersama-sama", quoted(key)),
            "sudah ada `text`",
            "Pilih salah satu: teks dari berkas lain, atau teks yang ditulis di sini.",
        ),
        Fault::NeitherSayNorDo => Explained::new(
            "Baris ini tidak menyebut apa yang diucapkan atau dilakukan",
            "",
            "Tambahkan `say` untuk ucapan, atau `do` untuk perbuatan.",
        ),
        Fault::BothSayAndDo => Explained::new(
            "`say` dan `do` tidak boleh ada dalam satu baris",
            "",
            "Pisahkan menjadi dua baris.",
        ),
        Fault::ReplyByAlone => Explained::new(
            "`reply_by` menyebut siapa yang menjawab, tetapi jawabannya tidak ada",
            "tanpa `reply`",
            "Tambahkan `reply`, atau hapus `reply_by`.",
        ),
        Fault::NamelessSignatory => Explained::new(
            "Penanda tangan ini tidak memiliki nama atau jabatan",
            "",
            "Isi `name`, `office`, atau keduanya.",
        ),
        Fault::NoSignatories => Explained::new(
            "Penandatanganan ini tidak memiliki penanda tangan",
            "",
            "Isi `signatories` dengan sekurang-kurangnya satu nama atau jabatan.",
        ),
        Fault::Blank(key) => Explained::new(
            format!("{} dibiarkan kosong, sehingga dianggap tidak ada", quoted(key)),
            "kosong",
            "Isi teksnya, atau hapus bagian ini.",
        ),
        Fault::Unfilled(name) => Explained::new(
            format!("{} belum diisi", quoted(name)),
            "belum diisi",
            "Isian `{…}` dengan nama ini tampak sebagai `……`. Isilah sebelum upacara dimulai.",
        ),
        Fault::Keyboard(fault) => keyboard::explain(fault),
    }
}

fn meant(nearest: &str) -> String {
    format!("Barangkali maksudnya {}.", quoted(nearest))
}

fn meant_or_known(nearest: Option<&str>, known: &[&str]) -> String {
    nearest.map_or_else(
        || format!("Yang dapat dipakai di sini: {}.", quoted_all(known)),
        meant,
    )
}

fn closing(sign: &str) -> &str {
    match sign {
        "[" => "]",
        "{" => "}",
        quotes => quotes,
    }
}

/// A word as [`quoted`] gives it, to stand within other backticks.
fn bare(word: &str) -> String {
    quoted(word).trim_matches('`').to_owned()
}

fn value_type(value_type: ValueType) -> &'static str {
    match value_type {
        ValueType::Text => "teks",
        ValueType::Integer => "bilangan bulat",
        ValueType::Float => "bilangan pecahan",
        ValueType::Boolean => "`true` atau `false`",
        ValueType::DateTime => "tanggal atau jam",
        ValueType::List => "daftar",
        ValueType::Table => "tabel",
        ValueType::Texts => "daftar teks",
        ValueType::TextOrTexts => "teks atau daftar teks",
        ValueType::Tables => "daftar tabel",
        ValueType::Duration => "lama waktu",
    }
}

/// How a value of a type is written.
fn example(expected: ValueType, found: ValueType) -> &'static str {
    match expected {
        ValueType::Text => "Apit dengan tanda kutip, misalnya `\"2024\"`.",
        ValueType::Integer => "Tulis bilangan tanpa tanda kutip, misalnya `90`.",
        ValueType::Float => "Tulis bilangan dengan titik, misalnya `1.5`.",
        ValueType::Boolean => "Tulis `true` (ya) atau `false` (tidak), tanpa tanda kutip.",
        ValueType::DateTime => "Tulis misalnya `2024-10-07` atau `07:30:00`.",
        ValueType::List => "Apit dengan kurung siku: `[ … ]`.",
        ValueType::Table if found == ValueType::List => {
            "Pakai satu kurung siku saja, seperti `[nama]`, atau kurung kurawal: `{ kunci = \"nilai\" }`."
        }
        ValueType::Table => "Tulis tabel dalam kurung kurawal: `{ kunci = \"nilai\" }`.",
        ValueType::Texts => "Tulis daftar dalam kurung siku: `[\"…\", \"…\"]`.",
        ValueType::TextOrTexts => "Tulis `\"…\"`, atau daftar `[\"…\", \"…\"]`.",
        ValueType::Tables if found == ValueType::Table => {
            "Awali setiap bagian dengan dua kurung siku, misalnya `[[step]]`, atau apit dengan kurung siku: `[{ … }]`."
        }
        ValueType::Tables => "Tulis daftar tabel: `[{ … }, { … }]`.",
        ValueType::Duration => "Tulis di antara tanda kutip, misalnya `\"90s\"` atau `\"1m30s\"`.",
    }
}
