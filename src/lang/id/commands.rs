//! The words of the command line, in Indonesian.

use crate::lang::CommandWords;

pub(super) const WORDS: CommandWords = CommandWords {
    about: "Memandu pembina atau pembaca ikrar dalam apel: susunan acara, ikrar penggalan demi penggalan, dan waktu.",
    examples: "Contoh:\n  \
        ikrar                                     pilih naskah dari daftar\n  \
        ikrar run mergangsan-2023                 jalankan naskah bawaan\n  \
        ikrar run ceremonies/mergangsan-2023.toml jalankan naskah dari berkas\n  \
        ikrar check naskah-saya.toml              periksa naskah\n  \
        ikrar show seruyan-2024 --format markdown cetak susunan acara",
    usage: "Pemakaian:",
    usage_of_all: "ikrar [PERINTAH] [PILIHAN]",
    usage_of_run: "ikrar run SCRIPT [PILIHAN]",
    usage_of_check: "ikrar check SCRIPT... [PILIHAN]",
    usage_of_show: "ikrar show SCRIPT [PILIHAN]",
    commands: "Perintah",
    command: "PERINTAH",
    arguments: "Argumen",
    options: "Pilihan",
    run: "Jalankan sebuah upacara",
    check: "Periksa naskah tanpa menjalankannya",
    show: "Cetak susunan acara dengan seluruh katanya",
    run_examples: "Contoh:\n  \
        ikrar run mergangsan-2023             dari layar siap\n  \
        ikrar run mergangsan-2023 --at ikrar  langsung pada ikrar\n  \
        ikrar run naskah.toml --at 7.3        langsung pada acara 7, butir 3\n  \
        ikrar run naskah.toml --as mc         layar untuk pembawa acara",
    check_examples: "Contoh:\n  ikrar check naskah.toml\n  ikrar check *.toml --format json\n\n\
        Kode keluar: 0 tanpa kesalahan (peringatan dicetak), 1 ada kesalahan, 2 tidak dapat dibaca.",
    show_examples: "Contoh:\n  ikrar show mergangsan-2023\n  ikrar show naskah.toml --format json",
    script: "Berkas naskah (TOML), atau nama naskah seperti dalam `ikrar list`",
    at: "Mulai langsung pada acara (nomor atau id), dengan butir bila perlu: 7, ikrar, 7.3, ikrar.3",
    person: "Petugas yang dipandu layar kendali ini (kunci dalam [people])",
    lang: "Bahasa antarmuka: id atau en",
    save_changes: "Simpan susunan acara sebagaimana dijalankan ke berkas baru; berkas yang sudah ada tidak ditimpa",
    guard: "Abaikan tombol maju yang ditekan lagi dalam sekian milidetik (bawaan 250)",
    poll: "Periksa naskah tiap detik, tanpa pemberitahuan sistem",
    resume: "Lanjutkan upacara yang terputus dari awal butirnya, tanpa bertanya",
    fresh: "Mulai upacara baru tanpa bertanya, meskipun ada yang terputus",
    check_format: "Bentuk keluaran: text atau json",
    show_format: "Bentuk keluaran: text, json, markdown, atau toml (naskahnya sendiri, untuk disalin)",
    help: "Tampilkan bantuan ini",
    version: "Tampilkan versi",
    // Settings
    usage_of_config: "ikrar config [PILIHAN]",
    config: "Cetak pengaturan yang berlaku, sebagai awal berkas pengaturan",
    config_examples: "Contoh:\n  ikrar config                 pengaturan yang berlaku, dan letak berkasnya\n  \
        ikrar config --theme light   dengan tema terang",
    theme: "Tema layar: dark, light, atau contrast",
    mouse: "Pakai tetikus: klik pada tombol di layar dan pada susunan acara, roda untuk menggulir",
    // Serving the screens
    share: "Izinkan pula layar di perangkat lain dalam jaringan lokal",
    port: "Port layar peserta yang dicoba lebih dahulu (bawaan: yang terakhir dipakai)",
    no_serve: "Jangan aktifkan layar peserta di peramban dan di terminal lain",
    no_config: "Abaikan berkas pengaturan",
    error: "kesalahan",
    see_help: "Lihat `ikrar --help`.",
    unknown_argument: |argument| format!("Pilihan `{argument}` tidak dikenal."),
    unknown_command: |command| format!("Perintah `{command}` tidak dikenal."),
    wrong_value: |option, value, takes| {
        let takes = if takes.is_empty() {
            String::new()
        } else {
            format!(" Yang dapat dipakai: {takes}.")
        };
        format!("Nilai `{value}` tidak dapat dipakai untuk `{option}`.{takes}")
    },
    missing_value: |option| format!("Nilai untuk `{option}` belum diberikan."),
    missing_argument: |argument| format!("Argumen `{argument}` belum diberikan."),
    too_many: |argument| {
        format!("`{argument}` berlebih. Nama berkas yang memuat spasi ditulis di antara tanda kutip.")
    },
    not_together: |one, other| format!("`{one}` tidak dapat dipakai bersama `{other}`."),
    given_twice: |option| format!("`{option}` diberikan lebih dari sekali."),
    wrong_arguments: "Perintah tidak dapat dipahami.",
    meant: |word| format!("Barangkali maksudnya `{word}`."),
    no_such_script: |name, known| {
        format!(
            "Naskah `{name}` tidak ditemukan, baik sebagai berkas maupun sebagai nama naskah. Yang ada: {known}."
        )
    },
    no_such_place: |place, not_there| format!("`--at {place}`: {not_there}"),
    no_such_person: |person| format!("`--as {person}`: orang itu tidak ada dalam [people]."),
    there_are: |known| format!("Yang ada: {known}."),
    input_is_no_terminal: "Masukan standar bukan terminal. Jalankan program ini langsung dalam terminal.",
    output_is_no_terminal: "Keluaran standar bukan terminal. Jalankan program ini langsung dalam terminal.",
    terminal_refused: |reason| format!("Terminal tidak dapat dipakai: {reason}"),
    terminal_gone: "Terminal tidak lagi dapat ditulisi.",
    no_problems: |script| format!("{script}: tidak ada masalah"),
    told_of: |told, all| format!("{told} dari {all} ditampilkan"),
    summary: |errors, warnings| format!("{errors} kesalahan, {warnings} peringatan"),
    columns: ["NO", "JAM", "KEGIATAN", "PETUGAS", "KETERANGAN"],
    source: "Sumber",
    length: |minutes| format!("{minutes} menit"),
    posture: "Sikap",
    witnesses: "Saksi",
    notes: "Catatan",
    optional: "opsional",
    reply: "jawaban",

    // The list and the completions
    usage_of_list: "ikrar list [PILIHAN]",
    list: "Cetak daftar naskah: bawaan, di folder ceremonies, dan di folder pengguna",
    list_examples: "Contoh:\n  ikrar list\n  ikrar list --format json",
    list_columns: ["NAMA", "TANGGAL", "ACARA", "MENIT", "MASALAH", "JUDUL"],
    usage_of_completions: "ikrar completions SHELL",
    completions: "Cetak pelengkap perintah untuk shell",
    completions_examples: "Contoh:\n  ikrar completions bash > ~/.local/share/bash-completion/completions/ikrar\n  \
        ikrar completions fish > ~/.config/fish/completions/ikrar.fish",
    shell: "Shell: bash, elvish, fish, powershell, atau zsh",
    // A screen that follows
    usage_of_screen: "ikrar layar [ADDRESS] [PILIHAN]",
    screen: "Tampilkan slide kepada peserta, mengikuti upacara yang sedang dijalankan",
    screen_examples: "Contoh:\n  \
        ikrar layar                  mengikuti `ikrar run` pada komputer ini\n  \
        ikrar layar 192.168.1.20     mengikuti komputer lain dalam jaringan\n  \
        ikrar layar --pembaca        untuk pembaca di mimbar: penggalan ini dan yang berikutnya\n\n\
        Tombol: T tema, + dan - ukuran huruf, Q keluar.",
    address: "Alamat seperti yang tampil bila L ditekan pada layar kendali, atau NAMA, NAMA:PORT (port bawaan 17845)",
    reader: "Tampilkan penggalan untuk pembaca di mimbar, bukan slide untuk peserta",
    wrong_address: |address| {
        format!(
            "Alamat `{address}` tidak dapat dipakai. Tuliskan nama atau nomor komputer, dengan port bila perlu: \
             192.168.1.20 atau laptop:17845."
        )
    },

    // The runs
    usage_of_runs: "ikrar riwayat [PILIHAN]",
    runs: "Cetak riwayat pelaksanaan: setiap upacara yang pernah dijalankan, dan keadaannya",
    runs_examples: "Contoh:\n  \
        ikrar riwayat                    riwayat pelaksanaan, yang terbaru lebih dahulu\n  \
        ikrar riwayat --format json      untuk diolah program lain\n  \
        ikrar riwayat --delete-old       hapus yang sudah melewati batas keep_runs dalam pengaturan",
    delete_old: "Hapus riwayat yang lebih lama daripada batas keep_runs dalam pengaturan",
    runs_columns: ["MULAI", "JUDUL", "KEADAAN", "KB", "NASKAH"],
    run_is_open: "sedang berlangsung",
    run_interrupted: |place| {
        place.map_or_else(|| "terputus".to_owned(), |place| format!("terputus pada {place}"))
    },
    run_interrupted_at_end: "terputus setelah acara terakhir",
    run_interrupted_before: "terputus sebelum dimulai",
    run_given_up: |place| {
        place.map_or_else(|| "diakhiri".to_owned(), |place| format!("diakhiri pada {place}"))
    },
    run_given_up_before: "diakhiri sebelum dimulai",
    run_finished: "selesai",
    run_of_later_version: "dicatat oleh versi ikrar yang lebih baru",
    run_unreadable: "berkasnya tidak dapat dibaca",
    no_runs: "Belum ada riwayat. Pelaksanaan dicatat sejak upacara dimulai dengan `ikrar run`.",
    runs_folder: |folder| format!("Berkas riwayat tersimpan di: {folder}"),
    old_runs: |days| {
        format!(
            "Lebih lama dari {days} hari; bila tidak diperlukan lagi, hapus dengan `ikrar riwayat --delete-old`:"
        )
    },
    no_old_runs: |days| {
        format!("Tidak ada riwayat yang lebih lama dari {days} hari; tidak ada yang dihapus.")
    },
    run_deleted: |file| format!("Dihapus: {file}"),
    run_not_deleted: |file, reason| format!("Tidak dihapus: {file} ({reason})"),
};
