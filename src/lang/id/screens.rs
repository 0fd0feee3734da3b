//! The words of the screens, in Indonesian.

use std::time::Duration;

use crate::lang::ScreenWords;
use crate::lang::screen_words::DoingWords;
use crate::programme::NotThere;
use crate::script::{Posture, Unit};
use crate::show::{Deed, Device, FollowerRole, Health, NotChanged, RecordingTrouble, Size, ThemeName};
use crate::slide::Doing;

pub(super) const WORDS: ScreenWords = ScreenWords {
    doing,
    then_repeated: "lalu ditirukan",
    participants_repeat: "PESERTA MENIRUKAN",
    together: "BERSAMA-SAMA",
    participants: "Peserta",
    announcer: "MC",
    clause_of: |unit, number, of| named(unit, format!("{number} dari {of}")),
    phrase_of: |number, of| format!("penggalan {number} dari {of}"),
    step_of: |number, of| format!("acara {number} dari {of}"),
    clause: |unit, number| named(unit, number.to_string()),
    clauses: |unit, first, last| named(unit, format!("{first}–{last}")),
    heading: "judul",
    opening: "pembukaan",
    closing: "penutup",
    signatory_of: |number, of| format!("penanda tangan {number} dari {of}"),
    posture,
    next: "Berikutnya",
    prepare: "Siapkan",
    notes: "Catatan",
    witnesses: "Saksi",
    left_out: "Terlewat",
    some_left_out: "Ada yang terlewat.",
    left_out_undo: "batalkan",
    left_out_outline: "susunan",
    left_out_said: "tandai terlaksana",
    end_of_programme: "upacara selesai",
    group: "bersama-sama",
    signed: "sudah menandatangani",
    absent: "tidak hadir",
    on_time: "sesuai jadwal",
    late: |by| format!("terlambat {}", span(by)),
    early: |by| format!("lebih cepat {}", span(by)),
    elapsed: |span| {
        if span.as_secs() < 60 {
            "baru dimulai".to_owned()
        } else {
            format!("sudah {}", whole_minutes(span))
        }
    },
    ends_at: |time| format!("perkiraan selesai {time}"),
    minutes: whole_minutes,
    running: "BERLANGSUNG",
    paused: "WAKTU DIJEDA",
    ready: "SIAP",
    finished: "SELESAI",
    waiting: "MENUNGGU NASKAH",
    recorded: "tercatat",
    recording_stopped: "PENCATATAN BERHENTI",
    recording_trouble: |trouble| match trouble {
        RecordingTrouble::Full => Some("disk penuh"),
        RecordingTrouble::TooLarge => Some("berkas tidak boleh lebih besar"),
        RecordingTrouble::NotAllowed => Some("folder tidak dapat ditulisi"),
        RecordingTrouble::NoFolder => Some("tidak ada folder"),
        RecordingTrouble::Other(_) => None,
    },
    runs_elsewhere: "Naskah ini sedang dijalankan di terminal lain.",
    dropped: "ditiadakan",
    changed: "berubah",
    audience_waits: |key| {
        let at_once = key.map_or_else(String::new, |key| format!(", atau dengan {key}"));
        format!("Kata berubah. Peserta melihatnya pada langkah berikutnya{at_once}.")
    },
    refused: |place| format!("Perubahan ditolak · {place}"),
    good_script_stays: "Perubahan terakhir ditolak. Naskah sebelumnya tetap dipakai.",
    refused_details: "rincian",
    warnings: |count| format!("{count} peringatan"),
    errors: |count| format!("{count} kesalahan"),
    looking_as_asked: "Naskah diperiksa tiap detik, sesuai permintaan.",
    looking_on_network: "Naskah diperiksa tiap detik: berada di jaringan.",
    looking_for_want_of: |reason| {
        format!("Naskah diperiksa tiap detik: foldernya tidak dapat dipantau ({reason}).")
    },
    people: "Petugas",
    name_missing: "belum diisi",
    reserve: "cadangan",
    programme: "Susunan acara",
    look_after: "Periksa dahulu",
    checklist: &[
        "Pengisi daya laptop terpasang",
        "Mode jangan ganggu menyala",
        "Proyektor: Perluas, bukan Duplikat",
    ],
    source: "Sumber",
    more: |count| format!("… {count} lagi"),
    more_rows: |count| format!("… {count} baris lagi"),
    serves: |person| format!("Layar kendali untuk {person}"),
    optional: "opsional",
    problems_title: "Masalah pada naskah",
    no_problems: "Tidak ada masalah pada naskah.",
    waiting_for_save: "Naskah belum dapat dipakai. Perbaiki lalu simpan: program akan berlanjut sendiri.",
    closing_title: "Upacara selesai",
    nothing_left_out: "Tidak ada yang terlewat.",
    began_and_ended: |began, ended, for_time| {
        format!(
            "Mulai {began}, selesai {ended}, berlangsung {}",
            whole_minutes(for_time)
        )
    },
    still_left_out: "Belum dilaksanakan:",
    absent_title: "Tidak hadir saat penandatanganan:",
    outline_title: "Susunan acara",
    filter: "Saring:",
    nothing_found: "Tidak ada acara yang cocok.",
    help_title: "Bantuan",
    hint_begin: "mulai",
    hint_advance: "lanjut",
    hint_back: "kembali",
    hint_restart: |unit| unit.map_or_else(|| "ulang".to_owned(), |unit| named_after("ulang", unit)),
    hint_outline: "susunan",
    hint_audience: "tampilan peserta",
    hint_help: "bantuan",
    hint_theme: "tema",
    hint_quit: "keluar",
    hint_problems: "masalah",
    hint_close: "tutup",
    hint_choose: "pilih",
    hint_open: "tuju",
    hint_filter: "saring",
    hint_filter_keep: "selesai",
    hint_filter_drop: "hapus",
    hint_scroll: "gulir",
    hint_absent: "tidak hadir",
    go_to: |key, place| format!("{key}: ke {place}"),
    ask_quit: "Upacara sedang berlangsung. Akhiri program?",
    ask_drop: |step| format!("Tiadakan acara “{step}”?"),
    ask_restart: |step| format!("Ulangi teks “{step}” dari awal?"),
    ask_yes: "ya",
    ask_no: "tidak",
    clicker_heard: "Clicker terbaca. Tekan sekali lagi untuk memulai.",
    clicker_key_heard: "Clicker terbaca. Tombol maju memulai acara.",
    just_left_out: |what| format!("Terlewat: {what}."),
    marked_said: |what| format!("Ditandai sudah dilaksanakan: {what}."),
    nothing_to_mark: "Tidak ada yang terlewat.",
    nothing_to_undo: "Tidak ada yang dapat dibatalkan.",
    undone: |deed| match deed {
        Deed::Jump => "Lompatan terakhir dibatalkan.",
        Deed::Restart => "Pengulangan terakhir dibatalkan.",
        Deed::Drop => "Peniadaan acara dibatalkan.",
        Deed::Absence => "Tanda tidak hadir dibatalkan.",
        Deed::Mark => "Tanda sudah dilaksanakan dibatalkan.",
        Deed::Day => "Perubahan susunan acara dibatalkan.",
    },
    not_there: |what| match what {
        NotThere::Step(step) => format!("Tidak ada acara {step}."),
        NotThere::Clause { clause, step, unit } => {
            let unit = if *unit == Unit::None { Unit::Butir } else { *unit };
            format!("Tidak ada {} pada acara {step}.", named(unit, clause.clone()))
        }
    },
    step_dropped: |step| format!("Ditiadakan: “{step}”."),
    left_before_end: |step| format!("Ditinggalkan sebelum selesai: “{step}”."),
    reloaded: |changed, gone| match (changed, gone) {
        (0, 0) => "Naskah diperbarui.".to_owned(),
        (changed, 0) => format!("Naskah diperbarui: {changed} acara berubah."),
        (0, gone) => format!("Naskah diperbarui: {gone} acara dihapus."),
        (changed, gone) => format!("Naskah diperbarui: {changed} acara berubah, {gone} dihapus."),
    },
    phrase_changed: "Naskah diperbarui: kata pada penggalan ini berubah.",
    turn_given_back: "Kata berubah: giliran kembali ke pembaca.",
    turn_given_back_waits: |key| {
        let at_once = key.map_or_else(String::new, |key| format!(", atau dengan {key}"));
        format!("Giliran kembali ke pembaca. Peserta melihat kata baru pada langkah berikutnya{at_once}.")
    },
    reader_gone: |key, served| match served {
        Some(served) => format!("“{key}” tidak ada dalam naskah; layar kendali ini kini untuk {served}."),
        None => format!("“{key}” tidak ada dalam naskah."),
    },
    cue_gone: "Bagian yang dibaca telah dihapus dari naskah. Ini bagian sebelumnya.",
    two_presses: "Dua tekanan tiap penggalan: satu untuk pembaca, satu untuk peserta.",
    one_press: "Satu tekanan tiap penggalan.",
    by_phrase: "Teks ini kini maju per penggalan.",
    by_clause: "Teks ini kini maju per butir, sila, atau alinea.",
    not_here: "Tombol itu tidak berlaku pada acara ini.",
    no_suspend: "Program tidak dapat ditangguhkan selama upacara berlangsung.",
    watcher_stopped: "Pemantau naskah berhenti: perubahan baru tidak lagi terbaca.",
    // Changes of the programme on the day, as they are told
    step_moved: |step, number| format!("Dipindah menjadi acara {number}: “{step}”."),
    step_inserted: |step, number| format!("Disisipkan sebagai acara {number}: “{step}”."),
    step_restored: |step| format!("Tidak jadi ditiadakan: “{step}”."),
    person_replaced: |person, by| match by {
        Some(by) => format!("{person} digantikan {by}."),
        None => format!("{person} kembali sesuai naskah."),
    },
    not_changed: |why| match why {
        NotChanged::NotToCome => "Tidak dapat: hanya acara yang belum dimulai yang dapat diubah.",
        NotChanged::First => "Acara ini sudah paling awal di antara acara yang akan datang.",
        NotChanged::Last => "Acara ini sudah paling akhir.",
        NotChanged::Over => "Tidak dapat: semua acara sudah selesai.",
    },
    // How the screens look
    theme_now: |theme| format!("Tema: {}.", theme_name(theme)),
    no_colours: "Terminal ini tidak menampilkan warna; tema tidak berlaku.",
    size_now: |size| format!("Ukuran huruf teks: {}.", size_name(size)),
    size_at_end: |size| format!("Ukuran huruf teks sudah paling {}.", size_name(size)),
    size_without_room: "Tidak cukup tempat untuk huruf besar.",
    // Keeping the display lit
    display_may_go_dark: "Layar dapat padam sendiri: atur agar tetap menyala di Pengaturan",
    awake_stopped: "Program tidak lagi dapat mencegah layar padam. Atur agar tetap menyala di Pengaturan.",

    // The screens of the audience
    server_stopped: "Penayangan ke layar peserta berhenti. Upacara tetap berjalan.",
    sharing: "Layar peserta dapat dilihat oleh siapa pun dalam jaringan lokal ini.",
    screens_title: "Layar peserta",
    // What the leader has made of the audience's screens
    screens_dark: "LAYAR GELAP",
    screens_title_card: "LAYAR JUDUL",
    screens_held: "LAYAR DITAHAN",
    screens_return_by: |key| format!("{key} menampilkan layar kembali."),
    hint_screens_return: "tampilkan layar",
    screens_return: "tampilkan",
    screens_release: "lepas",
    hint_screens_release: "lepas layar",
    hint_screens: "layar peserta",
    screens_joined: |count| format!("{count} layar"),
    screens_ill: |count, health, short| {
        let screens = if short { "" } else { "layar " };
        format!("{count} {screens}{}", health_name(health))
    },
    screens_not_served: "layar peserta tidak aktif",

    // The window of the audience's screens
    serving_off: "Layar peserta tidak diaktifkan pada upacara ini.",
    how_to_serve: "Agar layar lain dapat mengikuti, jalankan program tanpa --no-serve, dan tanpa serve = false dalam pengaturan.",
    serving_opening: "Layar peserta sedang disiapkan.",
    serving_refused: |reason| format!("Layar peserta tidak dapat diaktifkan: {reason}."),
    serving_stopped: "Penayangan ke layar peserta terhenti karena gangguan pada program.",
    serving_show_goes_on: "Upacara tetap berjalan. Tampilan peserta pada layar ini tetap dapat dipakai.",
    address_here: "Komputer ini",
    address_shared: "Jaringan",
    address_reader: "Mimbar",
    address_terminal: "Terminal",
    reader_address: |show| format!("{show}/reader"),
    screen_command: "ikrar layar",
    how_to_share: "Agar perangkat lain dalam jaringan dapat membukanya, jalankan program dengan --share.",
    code_leads: "Pindai: layar peserta",
    followers_title: "Layar yang mengikuti",
    no_followers: "Belum ada layar yang mengikuti.",
    follower_role: |role| match role {
        FollowerRole::Hall => "peserta",
        FollowerRole::Reader => "mimbar",
    },
    follower_device: |device| match device {
        Device::Browser => "peramban",
        Device::Terminal => "terminal",
    },
    this_computer: "komputer ini",
    follower_health: |health, since| format!("{} sejak {since}", health_name(health)),
    awake_reason: "Upacara sedang dipandu",
    // The podium
    next_step: "Acara berikutnya",
    // The audience
    read_then_repeated: "DIBACAKAN, LALU DITIRUKAN",
    being_repeated: "DITIRUKAN",

    // The page in a browser
    page_hall: "Layar peserta",
    page_reader: "Layar pembaca",
    page_may_sleep: "Layar ini dapat padam sendiri. Atur agar tetap menyala di Pengaturan.",

    // The list of ceremonies
    picker_title: "Pilih naskah",
    scripts: |shown, all| {
        if shown == all {
            format!("{all} naskah")
        } else {
            format!("{shown} dari {all} naskah")
        }
    },
    steps: |count| format!("{count} acara"),
    origin_shipped: "naskah bawaan",
    origin_user: "folder pengguna",
    last_used: "terakhir dibuka",
    cannot_run: "Belum dapat dijalankan",
    no_script_found: "Tidak ada naskah yang cocok.",
    hint_list: "daftar",
    hint_open_script: "buka",
    // The port of the audience's screens
    port_moved: |wanted, taken| format!("Port {wanted} sedang dipakai; layar peserta memakai port {taken}."),
    // A screen that follows
    leader_awaited: "menunggu layar kendali",
    leader_lost: "terputus",
};

const fn doing(doing: Doing) -> DoingWords {
    let (by, by_nobody) = match doing {
        Doing::Reads => ("MEMBACA", "DIBACAKAN"),
        Doing::Says => ("MENGUCAPKAN", "DIUCAPKAN"),
        Doing::Acts => ("BERTUGAS", "DILAKSANAKAN"),
        Doing::Calls => ("", "DILAKSANAKAN"),
    };
    DoingWords { by, by_nobody }
}

fn health_name(health: Health) -> &'static str {
    match health {
        Health::Following => "mengikuti",
        Health::Behind => "tertinggal",
        Health::Lost | Health::LongLost => "terputus",
    }
}

fn theme_name(theme: ThemeName) -> &'static str {
    match theme {
        ThemeName::Dark => "gelap",
        ThemeName::Light => "terang",
        ThemeName::Contrast => "kontras tinggi",
    }
}

fn size_name(size: Size) -> &'static str {
    match size {
        Size::Compact => "kecil",
        Size::Usual => "sedang",
        Size::Roomy => "besar",
    }
}

fn posture(posture: Posture) -> &'static str {
    match posture {
        Posture::Attention => "sikap sempurna",
        Posture::Ease => "istirahat di tempat",
        Posture::Salute => "hormat",
        Posture::Standing => "berdiri",
        Posture::Seated => "duduk",
        Posture::Bowed => "menundukkan kepala",
    }
}

fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Butir => "butir",
        Unit::Sila => "sila",
        Unit::Alinea => "alinea",
        Unit::None => "",
    }
}

fn named(unit: Unit, number: String) -> String {
    if unit == Unit::None {
        number
    } else {
        format!("{} {number}", unit_name(unit))
    }
}

fn named_after(word: &str, unit: Unit) -> String {
    format!("{word} {}", unit_name(unit)).trim_end().to_owned()
}

/// Below a minute in tens of seconds, above in whole minutes.
fn span(span: Duration) -> String {
    match span.as_secs() {
        seconds @ 0..60 => format!("{} detik", seconds / 10 * 10),
        _ => whole_minutes(span),
    }
}

pub(super) fn whole_minutes(span: Duration) -> String {
    match span.as_secs() / 60 {
        0 => "kurang dari 1 menit".to_owned(),
        minutes @ 1..60 => format!("{minutes} menit"),
        minutes if minutes % 60 == 0 => format!("{} jam", minutes / 60),
        minutes => format!("{} jam {} menit", minutes / 60, minutes % 60),
    }
}
