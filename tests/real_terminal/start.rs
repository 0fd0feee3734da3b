//! How the program opens.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::program::{Folders, script_with, words};
use crate::terminal::find;

/// The five ceremonies, by name, with their titles' beginnings.
pub(crate) const CEREMONIES: [&str; 5] = [
    "purworejo-2024",
    "purbalingga-2023",
    "pekalongan-2023",
    "mergangsan-2023",
    "seruyan-2024",
];

#[test]
fn a_ceremony_opens_on_its_ready_screen() {
    let folders = Folders::empty();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("ceremonies/mergangsan-2023.toml");
    fs::copy(shipped, folders.path("mergangsan-2023.toml")).unwrap();
    let mut played = folders.play("run mergangsan-2023.toml");
    played.until_ready();
    let rows = played.rows();
    for (row, words) in [
        (0, "Ikrar Netralitas ASN"),
        (1, "Pendopo Kemantren Mergangsan"),
        (2, "Senin, 4 September 2023 · 08.00 WIB"),
        (3, "Kemantren Mergangsan Melakukan Pembacaan Ikrar"),
    ] {
        assert!(rows[row].contains(words), "{words}: {rows:#?}");
    }
    for words in [
        "Pargiyat S.I.P.",
        words().name_missing,
        words().look_after,
        "daya",
        "jangan ganggu",
        "Perluas",
    ] {
        assert!(rows.iter().any(|row| row.contains(words)), "{words}: {rows:#?}");
    }
    assert!(
        rows.iter()
            .any(|row| row.contains(" 4  08.06 ") && row.contains("Pembacaan ikrar")),
        "{rows:#?}"
    );
    // Nothing runs yet: no question.
    played.quit();
}

#[test]
fn the_shipped_ceremonies_open_from_any_folder() {
    let folders = Folders::empty();
    for name in CEREMONIES.into_iter().chain(["apel-pagi"]) {
        let mut played = folders.play(&format!("run {name}"));
        played.until_ready();
        played.quit();
    }
}

#[test]
fn at_begins_there_at_once() {
    let folders = Folders::empty();
    for place in ["ikrar.3", "4.3", "4.3."] {
        let mut played = folders.play(&format!("run mergangsan-2023 --at {place}"));
        played.until_present("Tiga.");
        assert!(played.look(|seen| seen.shows("4/8  Pembacaan ikrar") && seen.shows("butir 3 dari 4")));
        assert_eq!(find(&played.written(), words().ready.as_bytes()), None);
        played.quit_from_running();
    }
}

#[test]
fn as_serves_another_persons_reading() {
    let folders = Folders::empty();
    let mut played = folders.play("run mergangsan-2023 --at 1 --as mc --guard 0");
    played.until_shown("▶ MC MENGUCAPKAN");
    played.quit_from_running();
}

#[test]
fn the_interface_speaks_english_when_asked() {
    let folders = Folders::with_script();
    let mut played = folders.play("run apel.toml --lang en");
    played.until_shown("READY");
    assert!(played.look(|seen| seen.shows("Enter begin") && !seen.shows("mulai")));
    played.quit();
}

#[test]
fn what_is_not_there_is_told_before_the_screen_is_taken_over() {
    let folders = Folders::with_script();
    fs::write(
        folders.path("sepi.toml"),
        "title = \"Apel\"\n[[step]]\ntitle = \"Doa\"\nkind = \"prayer\"\n",
    )
    .unwrap();
    fs::copy(
        folders.path("sepi.toml"),
        folders.path("mergangsan-gabungan.toml"),
    )
    .unwrap();
    for (arguments, told) in [
        ("run tidak-ada", "Naskah `tidak-ada` tidak ditemukan"),
        // A file by its name, never the shipped script of that name: another text would be read.
        (
            "run mergangsan-2023.toml",
            "Naskah `mergangsan-2023.toml` tidak ditemukan",
        ),
        // A name that was left without its ending is that of the file here, and not one like it that ships.
        ("run apel", "Barangkali maksudnya `apel.toml`."),
        ("run merg", "Barangkali maksudnya `mergangsan-gabungan.toml`."),
        (
            "run texts/nasakh.toml",
            "Barangkali maksudnya `texts/naskah.toml`.",
        ),
        (
            "run apel.toml --at 9",
            "`--at 9`: Tidak ada acara 9. Yang ada: 1 (laporan), 2 (ikrar), 3 (naskah), 4 (penutup).",
        ),
        ("run apel.toml --at ikrra.2", "Tidak ada acara ikrra."),
        ("run apel.toml --at ikrra.2", "Barangkali maksudnya `ikrar`."),
        (
            "run apel.toml --at ikrar.7",
            "`--at ikrar.7`: Tidak ada butir 7 pada acara 2. Yang ada: 2.1–2.3.",
        ),
        ("run apel.toml --at 1.1", "Tidak ada butir 1 pada acara 1."),
        ("run apel.toml --at .3", "Tidak ada acara .3."),
        (
            "run apel.toml --as pembna",
            "Yang ada: pembina. Barangkali maksudnya `pembina`.",
        ),
        ("run sepi.toml --as mc", "orang itu tidak ada dalam [people]."),
    ] {
        let mut played = folders.play_at((400, 24), arguments);
        assert_eq!(played.status(), 2, "{arguments}");
        assert!(played.look(|seen| seen.shows(told)), "{:#?}", played.rows());
        assert!(
            !played.look(|seen| seen.shows("Yang ada: .")),
            "{arguments}: a list of nothing"
        );
        assert_eq!(find(&played.written(), b"\x1b"), None);
    }
}

#[test]
fn a_terminal_that_answers_nothing_is_not_waited_for() {
    let folders = Folders::with_script();
    // Libraries give a terminal two seconds for an answer; a busy machine may take as long once, but not each time.
    let is_quick = || {
        let begun = Instant::now();
        let mut played = folders.play("run apel.toml");
        played.until_ready();
        let took = begun.elapsed();
        played.quit();
        took < Duration::from_secs(2)
    };
    assert!((0..5).any(|_| is_quick()));
    let mut played = folders.play("run apel.toml");
    played.until_ready();
    played.quit();
    for query in [
        "\x1b[6n", "\x1b[5n", "\x1b[c", "\x1b[>c", "\x1b[?u", "\x1b[>q", ";?\x07", ";?\x1b\\", "\x1b[18t",
    ] {
        assert_eq!(find(&played.written(), query.as_bytes()), None, "{query:?}");
    }
}

#[test]
fn a_script_with_escapes_is_refused_and_none_reaches_the_terminal() {
    let folders = Folders::with_script();
    for (name, word) in [
        ("mentah.toml", "\x1b]0;PERETAS\x07\x1b[31m"),
        ("tertulis.toml", "\\u001b]0;PERETAS\\u0007\\u001b[31m"),
        ("satu-bita.toml", "\u{9b}31m"),
        ("arah.toml", "\u{202e}"),
    ] {
        fs::write(folders.path(name), script_with(word)).unwrap();
        let mut played = folders.play(&format!("run {name}"));
        played.until_waiting();
        played.until_shown(&format!("{name}:18:"));
        played.quit();
        let written = String::from_utf8(played.written()).unwrap();
        for escape in ["\x1b]", "\x07", "\x1b[31m", "\u{9b}", "\u{202e}"] {
            assert!(!written.contains(escape), "{name}: {escape:?}");
        }
        let checked = folders.run(&["check", name]);
        assert_eq!(checked.status.code(), Some(1));
        for written in [checked.stdout, checked.stderr] {
            let written = String::from_utf8(written).unwrap();
            let controls = |one: char| (one.is_control() && one != '\n') || one == '\u{202e}';
            assert!(!written.contains(controls), "{name}: {written:?}");
        }
    }
}

#[test]
fn a_file_name_with_escapes_is_shown_without_them() {
    let folders = Folders::with_script();
    let name = "a\x1b]0;PERETAS\x07.toml";
    fs::write(folders.path(name), "title = 1\n").unwrap();
    for arguments in [
        ["check", name],
        ["show", name],
        ["run", name],
        ["check", "tidak\x1b[31m-ada"],
        ["check", "--tidak\x1b[31m-ada"],
    ] {
        let output = folders.run(&arguments);
        for written in [output.stdout, output.stderr] {
            assert_eq!(
                find(&written, b"\x1b"),
                None,
                "{}",
                String::from_utf8_lossy(&written)
            );
        }
    }
    let mut played = folders.play(&format!("run {name}"));
    played.until_waiting();
    played.quit();
    assert_eq!(find(&played.written(), b"PERETAS\x07"), None);
}
