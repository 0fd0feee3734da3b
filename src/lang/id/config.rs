//! The words for the user's settings, in Indonesian.

use crate::lang::ConfigWords;

pub(super) const WORDS: ConfigWords = ConfigWords {
    about: "Pengaturan ikrar. Setiap kunci boleh dihapus: nilai bawaan berlaku untuknya.",
    looked_for: |path| format!("Berkas ini dicari di: {path}"),
    looked_for_nowhere: "Folder pengaturan pengguna tidak ditemukan, sehingga berkas ini tidak dibaca.",
    language: |words| format!("Bahasa antarmuka: {words}. Pilihan --lang mendahuluinya."),
    theme: |words| {
        format!(
            "Tema layar: {words}; gelap untuk ruangan, terang untuk lapangan, atau kontras tinggi.\n\
             Pilihan --theme mendahuluinya."
        )
    },
    size: |words| {
        format!(
            "Ukuran huruf teks yang dibaca: {words}; kecil, sedang (besar bila sekitarnya masih muat),\n\
             atau sebesar mungkin."
        )
    },
    guard: |least, most| {
        format!(
            "Tombol maju yang ditekan lagi dalam sekian milidetik diabaikan: {least} sampai {most}.\n\
             Pilihan --guard mendahuluinya."
        )
    },
    pace: |least, most| {
        format!(
            "Kecepatan membaca untuk perkiraan waktu, dalam kata tiap menit: {least} sampai {most}.\n\
             Kunci `pace` dalam naskah mendahuluinya."
        )
    },
    presses: "Tekanan tiap penggalan yang ditirukan: 1, atau 2 bila tiruan peserta mendapat tekanan sendiri.\n\
              Kunci `presses` dalam naskah mendahuluinya.",
    mouse: "Pakai tetikus: true atau false. Pilihan --mouse menyalakannya.",
    // Serving the screens
    serve: "Aktifkan layar peserta di peramban dan di terminal lain: true atau false. Pilihan --no-serve mematikannya.",
    share: "Izinkan pula perangkat lain dalam jaringan lokal: true atau false. Siapa pun dalam jaringan itu dapat melihat\n\
            layar peserta dan layar pembaca. Pilihan --share menyalakannya.",
    port: |least, most| {
        format!(
            "Port yang dicoba lebih dahulu: {least} sampai {most}; 0 berarti yang terakhir dipakai, mula-mula 17845.\n\
             Pilihan --port mendahuluinya."
        )
    },
    // The runs
    keep_runs: |least, most| {
        format!(
            "Riwayat pelaksanaan yang lebih lama dari sekian hari disebut boleh dihapus dalam `ikrar riwayat`:\n\
             {least} sampai {most}. Tidak ada yang dihapus tanpa diminta."
        )
    },
    keys: "Tombol setiap tindakan: satu tombol, atau daftar tombol; yang pertama disebut pada layar.\n\
           Daftar kosong berarti tanpa tombol; hanya advance dan quit harus punya tombol.\n\
           Huruf dan tanda ditulis apa adanya, huruf besar sama dengan huruf kecil. Nama tombol lain:\n\
           space, enter, tab, backspace, up, down, left, right, home, end, page-up, page-down,\n\
           f1 sampai f12, dan ctrl- diikuti huruf atau space. Ctrl-I sama dengan tab, Ctrl-M dan Ctrl-J dengan enter,\n\
           Ctrl-H dengan backspace. Yang artinya tetap: Esc, Ctrl-C, Ctrl-Z, angka, dan titik;\n\
           pada layar siap juga F5 dan page-up, untuk mencoba clicker.",
    way_out: "Perbaiki berkas itu, atau jalankan dengan `--no-config` untuk mengabaikannya.",
};
