//! The faults of the TOML itself, by the parser's own descriptions (toml 1.2), in Indonesian.
//!
//! Another version of the parser may have new ones: those get the general sentence at the end.

use crate::lang::Explained;

#[expect(clippy::too_many_lines, reason = "a table: one entry a fault")]
pub(super) fn explain(description: &str) -> Explained {
    let (title, help) = match description {
        "key with no value" | "missing value for key" | "missing assignment between key-value pairs" => (
            "Setelah kunci harus ada tanda `=` dan nilainya",
            "Tulis kunci, tanda `=`, lalu nilainya: `kunci = \"nilai\"`.",
        ),
        "missing value" => (
            "Setelah tanda `=` belum ada nilai",
            "Isi nilainya: `kunci = \"nilai\"`.",
        ),
        "extra `=`" | "extra assignment between key-value pairs" => {
            ("Tanda `=` ini berlebih", "Hapus tanda `=` yang kedua.")
        }
        "unexpected `=` in array" => (
            "Tanda `=` tidak boleh langsung di dalam daftar",
            "Periksa apakah daftar sebelumnya sudah ditutup dengan `]`, atau apit isinya dengan `{` dan `}`.",
        ),
        "missing comma between array elements" | "missing comma between key-value pairs" => (
            "Tanda koma belum ada",
            "Tambahkan koma di antara kedua bagian ini.",
        ),
        "extra comma in array" | "extra comma in inline table" => {
            ("Tanda koma ini berlebih", "Hapus koma ini.")
        }
        "invalid inline table element" | "missing key for inline table element" => (
            "Di dalam kurung kurawal harus ada kunci dan nilainya",
            "Tulis misalnya `{ role = \"Pembina apel\" }`.",
        ),
        "unclosed array table" | "unclosed table" | "invalid table" | "missing table open" => (
            "Kepala tabel tidak lengkap",
            "Tulis nama tabelnya seperti `[nama]`, atau seperti `[[step]]` dalam naskah, sendirian di barisnya.",
        ),
        "unclosed array" | "missing array opening" => (
            "Kurung siku tidak berpasangan",
            "Setiap `[` harus ditutup dengan `]`.",
        ),
        "unclosed inline table" | "missing inline table opening" => (
            "Kurung kurawal tidak berpasangan",
            "Setiap `{` harus ditutup dengan `}`.",
        ),
        "unexpected key or value"
        | "unexpected content"
        | "unexpected content between comment and newline" => (
            "Bagian ini berlebih di akhir baris",
            "Satu baris hanya untuk satu kunci. Tanda kutip di dalam teks ditulis `\\\"`.",
        ),
        "invalid key-value pair" | "invalid key" | "unquoted keys cannot be empty" => {
            ("Nama kunci belum ada", "Tulis nama kunci di depan tanda `=`.")
        }
        "colon for assignment" => (
            "Setelah kunci harus ada tanda `=`, bukan titik dua",
            "Ganti titik dua dengan `=`: `kunci = \"nilai\"`.",
        ),
        "invalid unquoted key" => (
            "Nama kunci hanya boleh berisi huruf, angka, `-`, dan `_`",
            "Ganti karakter lain dalam nama kunci ini.",
        ),
        "keys cannot be multi-line literal strings" | "keys cannot be multi-line basic strings" => (
            "Nama kunci tidak boleh lebih dari satu baris",
            "Tulis nama kunci tanpa tanda kutip.",
        ),
        "invalid basic string" | "invalid literal string" | "missing opening quote" => (
            "Tanda kutip tidak ditutup di baris ini",
            "Tutup teks dengan tanda kutip yang sama di akhir baris.",
        ),
        "invalid multi-line basic string" | "invalid multi-line literal string" => (
            "Tanda kutip rangkap tiga tidak ditutup",
            "Tutup teks dengan tiga tanda kutip yang sama.",
        ),
        "missing escaped value" | "too few unicode value digits" | "invalid value" => (
            "Tanda `\\` diikuti karakter yang tidak dikenal",
            "Untuk menulis garis miring terbalik, gandakan: `\\\\`. Tanda kutip ditulis `\\\"`.",
        ),
        "string values must be quoted" => (
            "Teks harus diapit tanda kutip",
            "Apit dengan tanda kutip lurus `\"`.",
        ),
        "invalid boolean" => (
            "Di sini diperlukan `true` atau `false`",
            "Tulis dengan huruf kecil, tanpa tanda kutip; teks lain diapit tanda kutip.",
        ),
        "invalid date-time" | "invalid datetime" | "invalid date" | "invalid time" | "invalid offset" => (
            "Tanggal atau jam tidak dapat dipahami",
            "Tulis tanggal seperti `2024-10-07` dan jam seperti `07:30:00`.",
        ),
        "unexpected leading zero" => (
            "Bilangan tidak boleh diawali nol",
            "Hapus nol di depan; jam ditulis seperti `07:30:00`.",
        ),
        "redundant numeric sign" | "unexpected sign" | "integers with a radix cannot be signed" => (
            "Tanda plus atau minus ini tidak pada tempatnya",
            "Hapus tanda itu.",
        ),
        "invalid integer number"
        | "invalid float"
        | "invalid hexadecimal number"
        | "invalid octal number"
        | "invalid binary number"
        | "radix must be lowercase"
        | "redundant integer number prefix"
        | "`_` may only go between digits" => (
            "Bilangan tidak dapat dipahami",
            "Tulis dengan angka saja, misalnya `90`; teks diapit tanda kutip.",
        ),
        "cannot recurse further; max recursion depth met" | "recursion limit" => (
            "Tabel dan daftar bersarang terlalu dalam",
            "Naskah acara tidak memerlukan sarang sedalam ini.",
        ),
        other if other.starts_with("cannot extend value of type") => (
            "Kunci ini sudah berisi nilai lain, sehingga tidak dapat ditambahi",
            "Kumpulkan semua isinya di satu tempat.",
        ),
        _ => (
            "Tulisan di sini tidak sesuai dengan tata tulis TOML",
            "Bandingkan dengan naskah contoh: setiap baris berbentuk `kunci = nilai`.",
        ),
    };
    Explained::new(title, "", help)
}
