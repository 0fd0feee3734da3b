//! Indonesian: saving a script as it was run.

use crate::lang::SavingWords;

/// The words.
pub(super) const WORDS: SavingWords = SavingWords {
    heading: |script, when| {
        let held = when.map_or_else(String::new, |when| format!(" pada {when}"));
        format!(
            "Susunan acara sebagaimana dijalankan{held}.\nDisimpan oleh program ikrar dari naskah {script}."
        )
    },
    dropped: |title, reason| match reason {
        Some(reason) => format!("Ditiadakan pada hari pelaksanaan: {title}. Alasan: {reason}"),
        None => format!("Ditiadakan pada hari pelaksanaan: {title}."),
    },
    inserted: "Disisipkan pada hari pelaksanaan.",
    inserted_as: |kind, written| {
        format!(
            "Disisipkan pada hari pelaksanaan sebagai \"{kind}\"; tanpa teks ditulis sebagai \"{written}\"."
        )
    },
    replaced: |person, own| {
        if own.is_empty() {
            format!("{person}: diisi pada hari pelaksanaan.")
        } else {
            format!("{person}: diganti pada hari pelaksanaan. Semula: {own}")
        }
    },
    leader_named: "pembaca ikrar pertama menurut naskah semula",
    exists: |file| {
        format!(
            "`--save-changes {file}`: berkas itu sudah ada dan tidak akan ditimpa. Berikan nama yang belum dipakai."
        )
    },
    no_name: |file| format!("`--save-changes {file}`: itu bukan nama berkas."),
    folder_refused: |folder, reason| {
        format!("`--save-changes`: tidak ada berkas yang dapat disimpan dalam folder {folder} ({reason}).")
    },
    saved: |file| format!("Susunan acara sebagaimana dijalankan tersimpan dalam {file}."),
    saved_unchanged: |file| {
        format!("Tidak ada perubahan susunan acara; naskah tersimpan apa adanya dalam {file}.")
    },
    saved_beside: |file, other| {
        format!("Sementara itu {file} sudah ada dan tidak ditimpa; susunan acara tersimpan dalam {other}.")
    },
    other_texts: |folder, texts| {
        format!(
            "Teks berikut tidak ada atau lain isinya dalam folder {folder}; salin ke sana sebelum naskah itu dipakai: \
             {texts}."
        )
    },
    has_errors: |errors| {
        format!("Naskah yang tersimpan mengandung {errors} kesalahan; lihat dengan `ikrar check`.")
    },
    no_script: "Tidak ada yang disimpan: naskah belum dapat dijalankan.",
    nothing_left: "Tidak ada yang disimpan: semua acara ditiadakan.",
    does_not_fit: "Tidak ada yang disimpan: perubahan pada hari pelaksanaan tidak cocok dengan naskah.",
    not_saved: |file, reason| {
        format!("Susunan acara tidak tersimpan dalam {file} ({reason}); naskahnya tercetak di atas.")
    },
};
