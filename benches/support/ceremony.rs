//! A made-up ceremony of any length, always the same for the same length: every kind of step, several ikrar, and the
//! shipped texts. Ten thousand steps stay below the largest file that is read.
#![allow(dead_code, reason = "each bench needs a part of it")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ikrar::script::{Contents, LARGEST_FILE, Source, Sources};

const HEAD: &str = r#"title = "Apel Uji {tahun}"
agency = "Pemerintah Kabupaten Contoh"
place = "Halaman Sekretariat Daerah"
date = 2024-10-07
start = 07:30:00
leader = "pembina"
source = "Naskah buatan"
[values]
tahun = "Tahun 2024"
pemilu = "Pilkada Serentak {tahun}"
[people]
pembina = { role = "Pembina apel", short = "Sekda", name = "Drs. R. Contoh, M.P.A." }
pemimpin = { role = "Pemimpin apel", short = "Pemimpin" }
mc = { role = "Pembawa acara", short = "MC" }
"#;

/// What the clauses of the pledges are made of. The last word differs from clause to clause.
const PLEDGES: [&str; 5] = [
    "Menjaga dan menegakkan prinsip netralitas Pegawai ASN dalam melaksanakan fungsi pelayanan publik, baik sebelum, \
     selama maupun sesudah {pemilu} di",
    "Menghindari konflik kepentingan, tidak melakukan praktik-praktik intimidasi dan ancaman kepada seluruh elemen \
     masyarakat",
    "Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita bohong di",
    "Menolak politik uang / dan segala jenis pemberian dalam bentuk apapun di",
    "Menjaga persatuan di",
];

/// One round of the programme: the kinds one after the other. Most steps are short, as ten thousand of them must stay
/// within the largest file.
const ROUND: usize = 24;

/// The script of so many steps. `word` stands in the title of the first step and in one of the last: an edit.
pub(crate) fn script(steps: usize, word: &str) -> String {
    let mut script = HEAD.to_owned();
    for number in 1..=steps {
        script.push_str("[[step]]\n");
        if number == 1 || number == steps {
            let _ = writeln!(script, "title = \"Acara {number} {word}\"\nkind = \"act\"");
        } else {
            step(&mut script, number);
        }
    }
    assert!(script.len() <= LARGEST_FILE, "{} bytes", script.len());
    script
}

fn step(script: &mut String, number: usize) {
    let _ = match number % ROUND {
        0 => writeln!(
            script,
            "title = \"Persiapan {number}\"\nkind = \"announcement\"\nby = \"mc\""
        ),
        1 | 13 => writeln!(script, "title = \"Aba-aba {number}\"\nkind = \"command\""),
        2 => writeln!(
            script,
            "title = \"Laporan {number}\"\nkind = \"report\"\nby = \"pemimpin\"\nlines = [{{ say = \"Lapor, apel siap dimulai.\", \
             reply = \"Lanjutkan.\", reply_by = \"pembina\" }}]"
        ),
        3 => writeln!(
            script,
            "title = \"Penghormatan {number}\"\nkind = \"salute\"\nposture = \"hormat\""
        ),
        4 => writeln!(script, "title = \"Lagu {number}\"\nkind = \"song\""),
        5 => writeln!(
            script,
            "title = \"Mengheningkan cipta {number}\"\nkind = \"silence\""
        ),
        6 => writeln!(
            script,
            "title = \"Pancasila {number}\"\nkind = \"reading\"\ntext = \"pancasila\""
        ),
        7 => {
            let _ = writeln!(
                script,
                "title = \"Ikrar {number}\"\nkind = \"ikrar\"\nclauses = ["
            );
            // A full pledge now and then, a short one in most rounds.
            let clauses = if number % (ROUND * 8) == 7 {
                &PLEDGES[..]
            } else {
                &PLEDGES[3..]
            };
            for clause in clauses {
                let _ = writeln!(script, "\"{clause} wilayah {number}.\",");
            }
            writeln!(script, "]")
        }
        8 => writeln!(
            script,
            "title = \"Amanat {number}\"\nkind = \"address\"\nby = \"pembina\""
        ),
        9 => writeln!(
            script,
            "title = \"Doa {number}\"\nkind = \"prayer\"\noptional = true"
        ),
        10 => writeln!(
            script,
            "title = \"Pakta {number}\"\nkind = \"signing\"\nsignatories = [{{ office = \"Camat {number}\" }}]"
        ),
        11 => writeln!(
            script,
            "title = \"Lanjutan {number}\"\nkind = \"act\"\nnotes = \"Tunggu aba-aba dari pemimpin.\""
        ),
        _ => writeln!(script, "title = \"Acara {number}\"\nkind = \"act\""),
    };
}

/// The same as sources, as if read from a file.
pub(crate) fn sources(steps: usize, word: &str) -> Sources {
    Sources {
        script: Source {
            name: "apel.toml".to_owned(),
            contents: Contents::Bytes(script(steps, word).into_bytes().into()),
        },
        texts: BTreeMap::new(),
    }
}
