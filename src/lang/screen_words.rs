//! The words of the screens: labels, states, notices and questions.

use std::time::Duration;

use crate::programme::NotThere;
use crate::script::{Posture, Unit};
use crate::show::{Deed, Device, FollowerRole, Health, NotChanged, RecordingTrouble, Size, ThemeName};
use crate::slide::Doing;

/// What is done with words, as labels say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoingWords {
    /// After the role of who does it: "MEMBACA". Nothing where the role says enough.
    pub by: &'static str,
    /// Where nobody is named: "DIBACAKAN".
    pub by_nobody: &'static str,
}

/// The words.
#[derive(Debug)]
pub struct ScreenWords {
    // Who speaks now
    /// What is done with the present words.
    pub doing: fn(Doing) -> DoingWords,
    /// After the reader's label, with one key a phrase: "lalu ditirukan".
    pub then_repeated: &'static str,
    /// "PESERTA MENIRUKAN"
    pub participants_repeat: &'static str,
    /// "BERSAMA-SAMA"
    pub together: &'static str,
    /// "Peserta"
    pub participants: &'static str,
    /// "MC" where the script names none.
    pub announcer: &'static str,

    // Where we are
    /// "butir 2 dari 4"
    pub clause_of: fn(Unit, usize, usize) -> String,
    /// "penggalan 3 dari 4"; several that are read together as "2–4".
    pub phrase_of: fn(&str, usize) -> String,
    /// "acara 5 dari 12"
    pub step_of: fn(usize, usize) -> String,
    /// "butir 2"; the number alone where clauses have no name.
    pub clause: fn(Unit, usize) -> String,
    /// "butir 2–4": several clauses, one after the other.
    pub clauses: fn(Unit, usize, usize) -> String,
    /// "judul"
    pub heading: &'static str,
    /// "pembukaan"
    pub opening: &'static str,
    /// "penutup"
    pub closing: &'static str,
    /// "penanda tangan 2 dari 5"
    pub signatory_of: fn(usize, usize) -> String,
    /// A posture of the participants.
    pub posture: fn(Posture) -> &'static str,

    // The lower panel
    /// "Berikutnya"
    pub next: &'static str,
    /// "Siapkan"
    pub prepare: &'static str,
    /// "Catatan"
    pub notes: &'static str,
    /// "Saksi"
    pub witnesses: &'static str,
    /// "Terlewat"
    pub left_out: &'static str,
    /// That something was left out, where it is listed elsewhere: "Ada yang terlewat."
    pub some_left_out: &'static str,
    /// After a key, to make up for what was left out: "batalkan", by undoing the jump.
    pub left_out_undo: &'static str,
    /// The same where that jump is no longer the last: "susunan", by the outline.
    pub left_out_outline: &'static str,
    /// The same where it was said after all: "tandai terlaksana".
    pub left_out_said: &'static str,
    /// "penutupan acara": what comes after the last step.
    pub end_of_programme: &'static str,
    /// "rombongan": a group of signatories.
    pub group: &'static str,
    /// "hadir dan menandatangani"
    pub signed: &'static str,
    /// "tidak hadir"
    pub absent: &'static str,

    // Time
    /// "sesuai jadwal"
    pub on_time: &'static str,
    /// "terlambat 2 menit"
    pub late: fn(Duration) -> String,
    /// "lebih cepat 2 menit"
    pub early: fn(Duration) -> String,
    /// "sudah 11 menit"
    pub elapsed: fn(Duration) -> String,
    /// "perkiraan selesai 08.04"
    pub ends_at: fn(&str) -> String,
    /// "25 menit"
    pub minutes: fn(Duration) -> String,

    // States
    /// "BERLANGSUNG"
    pub running: &'static str,
    /// "WAKTU DIJEDA"
    pub paused: &'static str,
    /// "SIAP"
    pub ready: &'static str,
    /// "SELESAI"
    pub finished: &'static str,
    /// "MENUNGGU NASKAH"
    pub waiting: &'static str,
    /// "tercatat": all that happens is in the journal.
    pub recorded: &'static str,
    /// "PENCATATAN BERHENTI": nothing can be written to the journal.
    pub recording_stopped: &'static str,
    /// Why, in a word or two; nothing where only the system has words for it.
    pub recording_trouble: fn(&RecordingTrouble) -> Option<&'static str>,
    /// Another process runs this script.
    pub runs_elsewhere: &'static str,
    /// "ditiadakan"
    pub dropped: &'static str,
    /// "berubah"
    pub changed: &'static str,
    /// The audience still sees the words from before a save; the key that shows it the new ones.
    pub audience_waits: fn(Option<&str>) -> String,
    /// The last save was refused, with the first problem's place and reason.
    pub refused: fn(&str) -> String,
    /// That a refused save leaves the script before it on air.
    pub good_script_stays: &'static str,
    /// After the key that shows all of it: "rincian".
    pub refused_details: &'static str,
    /// "2 peringatan"
    pub warnings: fn(usize) -> String,
    /// "3 kesalahan"
    pub errors: fn(usize) -> String,
    /// Saves are noticed by looking once a second, as asked.
    pub looking_as_asked: &'static str,
    /// The same, because the folder is on a network.
    pub looking_on_network: &'static str,
    /// The same, because the folder cannot be watched; the reason.
    pub looking_for_want_of: fn(&str) -> String,

    // The ready screen
    /// "Petugas"
    pub people: &'static str,
    /// "belum diisi"
    pub name_missing: &'static str,
    /// "cadangan"
    pub reserve: &'static str,
    /// "Susunan acara"
    pub programme: &'static str,
    /// "Periksa dahulu"
    pub look_after: &'static str,
    /// What to look after before the beginning.
    pub checklist: &'static [&'static str],
    /// "Sumber"
    pub source: &'static str,
    /// "… 5 lagi"
    pub more: fn(usize) -> String,
    /// So many rows are below the last that is shown, of a text that can be scrolled: "… 4 baris lagi".
    pub more_rows: fn(usize) -> String,
    /// "melayani": whose reading is served.
    pub serves: fn(&str) -> String,
    /// "opsional"
    pub optional: &'static str,

    // The problem screen
    /// "Masalah pada naskah"
    pub problems_title: &'static str,
    /// Nothing is wrong.
    pub no_problems: &'static str,
    /// The script has errors; a good save is waited for.
    pub waiting_for_save: &'static str,

    // The closing card
    /// "Upacara selesai"
    pub closing_title: &'static str,
    /// "Tidak ada yang terlewat."
    pub nothing_left_out: &'static str,
    /// "Mulai 07.31, selesai 08.04, berlangsung 33 menit"
    pub began_and_ended: fn(&str, &str, Duration) -> String,
    /// "Belum dibaca:"
    pub still_left_out: &'static str,
    /// "Tidak hadir:"
    pub absent_title: &'static str,

    // The outline and the help
    /// "Susunan acara"
    pub outline_title: &'static str,
    /// "Saring:"
    pub filter: &'static str,
    /// Nothing matches the filter.
    pub nothing_found: &'static str,
    /// "Bantuan"
    pub help_title: &'static str,

    // Keys in the status line
    /// "mulai"
    pub hint_begin: &'static str,
    /// "lanjut"
    pub hint_advance: &'static str,
    /// "kembali"
    pub hint_back: &'static str,
    /// "ulang butir", in the text's own unit; "ulang" elsewhere.
    pub hint_restart: fn(Option<Unit>) -> String,
    /// "susunan": short, for the row of keys is.
    pub hint_outline: &'static str,
    /// "tampilan peserta"
    pub hint_audience: &'static str,
    /// "bantuan"
    pub hint_help: &'static str,
    /// "tema"
    pub hint_theme: &'static str,
    /// "keluar"
    pub hint_quit: &'static str,
    /// "masalah"
    pub hint_problems: &'static str,
    /// "tutup"
    pub hint_close: &'static str,
    /// "pilih"
    pub hint_choose: &'static str,
    /// "buka"
    pub hint_open: &'static str,
    /// "saring"
    pub hint_filter: &'static str,
    /// "selesai": end typing the filter and keep it.
    pub hint_filter_keep: &'static str,
    /// "hapus": end typing and drop the filter.
    pub hint_filter_drop: &'static str,
    /// "gulir"
    pub hint_scroll: &'static str,
    /// "tidak hadir"
    pub hint_absent: &'static str,

    // Digits being typed
    /// "Enter: ke butir 3": the key, and where it leads.
    pub go_to: fn(&str, &str) -> String,

    // Questions
    /// Whether to end the program.
    pub ask_quit: &'static str,
    /// Whether to drop a step.
    pub ask_drop: fn(&str) -> String,
    /// Whether to read a text from its top.
    pub ask_restart: fn(&str) -> String,
    /// After the key that says so: "ya".
    pub ask_yes: &'static str,
    /// After the key that says so: "tidak".
    pub ask_no: &'static str,

    // Notices
    /// A clicker's forward key was heard.
    pub clicker_heard: &'static str,
    /// Another key of a clicker was heard.
    pub clicker_key_heard: &'static str,
    /// This was passed over just now.
    pub just_left_out: fn(&str) -> String,
    /// This was marked as said.
    pub marked_said: fn(&str) -> String,
    /// Nothing is listed as left out.
    pub nothing_to_mark: &'static str,
    /// Nothing can be undone.
    pub nothing_to_undo: &'static str,
    /// This is undone.
    pub undone: fn(Deed) -> &'static str,
    /// What was asked for is not there.
    pub not_there: fn(&NotThere) -> String,
    /// A step was dropped: its title, which stands last here and below, for it may be cut.
    pub step_dropped: fn(&str) -> String,
    /// A step was left before all of it was shown.
    pub left_before_end: fn(&str) -> String,
    /// The script was reloaded: steps changed, steps gone.
    pub reloaded: fn(usize, usize) -> String,
    /// The phrase being read was changed by a save.
    pub phrase_changed: &'static str,
    /// The phrase being repeated was changed by a save, and is read again.
    pub turn_given_back: &'static str,
    /// The same while the audience still sees the old words; the key that shows it the new ones.
    pub turn_given_back_waits: fn(Option<&str>) -> String,
    /// The person of this key is gone; who is served instead.
    pub reader_gone: fn(&str, Option<&str>) -> String,
    /// The cue being read is gone.
    pub cue_gone: &'static str,
    /// Two presses a phrase now.
    pub two_presses: &'static str,
    /// One press a phrase now.
    pub one_press: &'static str,
    /// A text of somebody else moves phrase by phrase now.
    pub by_phrase: &'static str,
    /// It moves clause by clause now.
    pub by_clause: &'static str,
    /// The key does nothing here.
    pub not_here: &'static str,
    /// The program cannot be stopped while a ceremony runs.
    pub no_suspend: &'static str,
    /// The watcher died.
    pub watcher_stopped: &'static str,

    // Changes of the programme on the day, as they are told
    /// A step was moved: its title and its number now.
    pub step_moved: fn(&str, usize) -> String,
    /// A step was put in: its title and its number.
    pub step_inserted: fn(&str, usize) -> String,
    /// A step that was dropped is to be held after all: its title.
    pub step_restored: fn(&str) -> String,
    /// Somebody stands in for a person of this label; nobody any more where no name is given.
    pub person_replaced: fn(&str, Option<&str>) -> String,
    /// Why the programme is not changed.
    pub not_changed: fn(NotChanged) -> &'static str,

    // How the screens look
    /// "Tema: terang."
    pub theme_now: fn(ThemeName) -> String,
    /// The terminal has no colours, and so no themes.
    pub no_colours: &'static str,
    /// "Ukuran huruf teks: besar."
    pub size_now: fn(Size) -> String,
    /// "Ukuran huruf teks sudah paling besar."
    pub size_at_end: fn(Size) -> String,
    /// Larger was asked for, and the terminal has no room for it.
    pub size_without_room: &'static str,
    // Keeping the display lit
    /// The display may go dark, and what to do about it; on the ready screen.
    pub display_may_go_dark: &'static str,
    /// Whoever kept the display lit has died.
    pub awake_stopped: &'static str,

    // The screens of the audience
    /// Whoever served them has died.
    pub server_stopped: &'static str,
    /// Anyone in the local network can see them.
    pub sharing: &'static str,
    // Where they are served
    /// The port that was asked for is another program's; the one that was taken.
    pub port_moved: fn(u16, u16) -> String,
    /// The title of the window that tells of them.
    pub screens_title: &'static str,
    // What the leader has made of the audience's screens
    /// "LAYAR GELAP"
    pub screens_dark: &'static str,
    /// "LAYAR JUDUL"
    pub screens_title_card: &'static str,
    /// "LAYAR DITAHAN"
    pub screens_held: &'static str,
    /// "Spasi menampilkan layar kembali": what that key does now.
    pub screens_return_by: fn(&str) -> String,
    /// The same in the row of the keys: "tampilkan layar".
    pub hint_screens_return: &'static str,
    /// After its key, in the label of the state strip: "tampilkan".
    pub screens_return: &'static str,
    /// After the key that ends a hold, in the label of the state strip: "lepas".
    pub screens_release: &'static str,
    /// The same in the row of the keys: "lepas layar".
    pub hint_screens_release: &'static str,
    /// "layar peserta": the window that tells of them.
    pub hint_screens: &'static str,
    /// "2 layar": so many are joined.
    pub screens_joined: fn(usize) -> String,
    /// "1 layar tertinggal", or cut off; without the word for a screen where that stands right before it.
    pub screens_ill: fn(usize, Health, bool) -> String,
    /// The system refused to serve them, or whoever served them has died: "layar peserta tidak aktif".
    pub screens_not_served: &'static str,

    // The window of the audience's screens
    /// Nobody asked that they be served.
    pub serving_off: &'static str,
    /// How they are served the next time.
    pub how_to_serve: &'static str,
    /// They will be served in a moment.
    pub serving_opening: &'static str,
    /// The system refused, with its reason.
    pub serving_refused: fn(&str) -> String,
    /// Whoever served them has died.
    pub serving_stopped: &'static str,
    /// What holds of the ceremony all the same.
    pub serving_show_goes_on: &'static str,
    /// "Komputer ini": before the address on this computer.
    pub address_here: &'static str,
    /// "Jaringan": before an address for other devices.
    pub address_shared: &'static str,
    /// "Mimbar": before the address for the reader.
    pub address_reader: &'static str,
    /// "Terminal": before the command that shows it in another terminal.
    pub address_terminal: &'static str,
    /// The address of the page for the reader at the podium, by that of the show.
    pub reader_address: fn(&str) -> String,
    /// That command.
    pub screen_command: &'static str,
    /// How other devices may find it.
    pub how_to_share: &'static str,
    /// Below the code: what it leads to.
    pub code_leads: &'static str,
    /// "Layar yang mengikuti"
    pub followers_title: &'static str,
    /// None ever followed.
    pub no_followers: &'static str,
    /// "peserta"
    pub follower_role: fn(FollowerRole) -> &'static str,
    /// "peramban"
    pub follower_device: fn(Device) -> &'static str,
    /// "komputer ini": where a screen follows that is not on another one.
    pub this_computer: &'static str,
    /// "mengikuti sejak 07.41"
    pub follower_health: fn(Health, &str) -> String,
    /// Why the display is kept lit, as the desktop may tell it.
    pub awake_reason: &'static str,

    // The podium
    /// "Acara berikutnya": before the title of the next step.
    pub next_step: &'static str,

    // The audience
    /// "DIBACAKAN, LALU DITIRUKAN"
    pub read_then_repeated: &'static str,
    /// "DITIRUKAN"
    pub being_repeated: &'static str,

    // The page in a browser
    /// The title of the page for the hall, until it knows the ceremony.
    pub page_hall: &'static str,
    /// The title of the page for the reader.
    pub page_reader: &'static str,
    /// The browser will not keep this screen lit, and what to do about it.
    pub page_may_sleep: &'static str,

    // The list of ceremonies
    /// "Pilih naskah"
    pub picker_title: &'static str,
    /// How many there are: "7 naskah"; with a filter "2 dari 7 naskah".
    pub scripts: fn(usize, usize) -> String,
    /// "13 acara"
    pub steps: fn(usize) -> String,
    /// The script ships inside the program.
    pub origin_shipped: &'static str,
    /// It stands in the folder of the user's data.
    pub origin_user: &'static str,
    /// "terakhir dibuka"
    pub last_used: &'static str,
    /// A script has errors: what is wrong with it follows.
    pub cannot_run: &'static str,
    /// No script has what was typed.
    pub no_script_found: &'static str,
    /// "daftar": back to the list of ceremonies.
    pub hint_list: &'static str,
    /// "buka": open the chosen ceremony.
    pub hint_open_script: &'static str,

    // A screen that follows
    /// No leader has been heard yet: "menunggu layar kendali".
    pub leader_awaited: &'static str,
    /// The leader is not heard any more: "terputus". For the reader; a spectator would take it for a fault, so the hall has
    /// the sign alone.
    pub leader_lost: &'static str,
}
