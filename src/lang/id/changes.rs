//! The words for changes of the programme on the day, in Indonesian.

use std::time::Duration;

use crate::lang::ChangeWords;
use crate::script::Kind;
use crate::show::form::{Field, FormFault};

pub(super) const WORDS: ChangeWords = ChangeWords {
    drop_title: |number, title| format!("Tiadakan acara {number} · {title}"),
    insert_title: |number, title| format!("Sisipkan acara setelah {number} · {title}"),
    replace_title: "Ganti petugas",
    field,
    kind,
    reason_may_be_empty: "boleh dikosongkan",
    drops_present: "boleh kosong; layar maju ke acara berikutnya",
    length_example: |usual| format!("mis. 2 atau 1m30s; kosong: {}", length(usual)),
    office_example: "mis. Plh. Sekretaris Daerah",
    is_reserve: "cadangan",
    somebody_else: "petugas lain",
    put_back: |own| format!("kembali ke {own}"),
    fault: |fault| match fault {
        FormFault::WithoutTitle => "judul belum diisi",
        FormFault::WrongLength => "tulis menit, mis. 2 atau 1m30s",
        FormFault::WithoutName => "isi nama, jabatan, atau keduanya",
    },
    nobody_named: "Naskah ini tidak menyebut petugas.",
    undone_elsewhere: "Yang terakhir dilakukan bukan perubahan susunan: tutup dahulu, lalu batalkan.",
    hint_move: "pindah",
    hint_drop: "tiadakan",
    hint_restore: "adakan lagi",
    hint_insert: "sisipkan",
    hint_replace: "ganti",
    hint_next_field: "lanjut",
    hint_fields: "kolom",
    hint_choices: "pilihan",
    hint_leave: "batal",
    moved: "dipindah",
    inserted: "sisipan",
    dropped_because: |reason| format!("ditiadakan: {reason}"),
    stood_in_by: |name| format!("digantikan {name}"),
    replaced: |by, own| format!("diganti {by}, semula {own}"),
    changed_title: "Perubahan susunan acara:",
};

const fn field(field: Field) -> &'static str {
    match field {
        Field::Reason => "Alasan",
        Field::Kind => "Jenis",
        Field::Title => "Judul",
        Field::Length => "Menit",
        Field::Person => "Petugas",
        Field::By => "Diganti",
        Field::Name => "Nama",
        Field::Office => "Jabatan",
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Announcement => "pengumuman",
        Kind::Command => "aba-aba",
        Kind::Report => "laporan",
        Kind::Salute => "penghormatan",
        Kind::Song => "lagu",
        Kind::Silence => "mengheningkan cipta",
        Kind::Reading => "pembacaan teks",
        Kind::Ikrar => "ikrar",
        Kind::Address => "amanat atau sambutan",
        Kind::Prayer => "doa",
        Kind::Signing => "penandatanganan",
        Kind::Act => "kegiatan lain",
    }
}

/// Seconds, or whole minutes: no step takes usually a part of one.
fn length(length: Duration) -> String {
    match length.as_secs() {
        seconds @ 0..60 => format!("{seconds} detik"),
        seconds => format!("{} menit", seconds / 60),
    }
}
