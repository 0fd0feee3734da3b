//! Indonesian: going on with a run that was interrupted.

use super::screens::whole_minutes;
use crate::lang::ResumeWords;

/// The words.
pub(super) const WORDS: ResumeWords = ResumeWords {
    title: "Upacara terputus",
    state: "TERPUTUS",
    interrupted: |ago, at| match ago.as_secs() {
        0..60 => format!("Terputus baru saja, pukul {at}."),
        _ => format!("Terputus {} yang lalu, pukul {at}.", whole_minutes(ago)),
    },
    not_begun: "Upacara belum dimulai; perubahan susunan acara sudah tercatat.",
    at_the_end: "Semua acara sudah dilalui (kartu penutup).",
    elapsed: |elapsed| format!("Waktu berjalan sejak mulai: {}.", whole_minutes(elapsed)),
    paused: "Waktu sedang dijeda.",
    from_part: |part| format!("lanjutkan dari awal {part}"),
    from_here: "lanjutkan dari sini",
    from_phrase: "lanjutkan tepat pada penggalan terakhir",
    from_text: "ulangi teks ini dari awal",
    from_step: "ulangi acara ini dari awal",
    anew: "mulai upacara baru; catatan yang terputus tetap disimpan",
    go_on: "lanjutkan",
    from_journal: "Naskah sekarang tidak ada atau mengandung kesalahan: yang dipakai naskah dari catatan.",
    lost: |bytes| format!("Bagian akhir catatan rusak; {bytes} byte terakhir diabaikan."),
    spoiled: |lines| format!("{lines} baris di tengah catatan rusak dan dilewati."),
    hint_go_on: "lanjutkan",
    hint_anew: "mulai baru",
    begun_late: |late| format!("Mulai {} setelah jadwal.", whole_minutes(late)),
    ask_quit_unrecorded: "Pencatatan berhenti: yang belum tercatat akan hilang. Akhiri program?",
    journal_unguarded: "Penjaga catatan berhenti; catatan tetap ditulis, tetapi tidak segera sampai ke disk.",
    nothing: "Tidak ada upacara yang dapat dilanjutkan.",
};
