//! The rundown: a table for people, Markdown for documents, JSON for programs, with every word of the programme.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

use std::collections::BTreeMap;

use ikrar::lang::Lang;
use ikrar::programme::{Occasion, Programme, compile};
use ikrar::rundown;
use ikrar::script::{Contents, Source, Sources, read};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

const APEL: &str = r#"
title  = "Apel | Ikrar"
agency = "Kecamatan 東山"
date   = 2024-10-07
start  = 23:58:00
leader = "pembina"

[people]
pembina  = { role = "Pembina apel", short = "Camat", name = "Drs. Nama, M.Si.", office = "Camat" }
pemimpin = { role = "Pemimpin apel", office = "Kepala Seksi" }
saksi    = { role = "Kapolsek", office = "Kapolsek" }
mc       = { role = "Pembawa acara", short = "MC" }

[[step]]
title    = "Laporan"
kind     = "report"
by       = "pemimpin"
duration = "1m"
posture  = "sikap sempurna"
announce = "Laporan pemimpin apel."
notes    = "Empat langkah."
lines    = [
  { say = "Lapor, apel siap.", reply = "Lanjutkan.", reply_by = "pembina" },
  { by = "mc", do = "mundur" },
]

[[step]]
id        = "ikrar"
title     = "Ikrar"
kind      = "ikrar"
by        = "pembina"
duration  = "2m"
witnesses = ["saksi", "pemimpin"]
heading   = ["IKRAR", "TAHUN 2024"]
opening   = "Kami berikrar:"
clauses   = ["Menolak / politik *uang*.", "Menjaga persatuan."]
closing   = "Demikian."

[[step]]
title       = "Penandatanganan"
kind        = "signing"
optional    = true
duration    = "30s"
signatories = [{ name = "Nama Kedua", office = "Asisten" }, { office = "Para Kepala Bagian", group = true }]
"#;

fn programme(script: &str) -> Programme {
    let reading = read(&Sources {
        script: Source {
            name: "apel.toml".to_owned(),
            contents: Contents::Bytes(script.as_bytes().into()),
        },
        texts: BTreeMap::new(),
    });
    compile(&reading.script.expect("a good script"), &Occasion::default())
}

#[test]
fn the_table_has_every_word_in_its_column() {
    let table = rundown::text(&programme(APEL), Lang::Id, 90);
    let expected = "\
Apel | Ikrar
Kecamatan 東山
Senin, 7 Oktober 2024 · 23.58 WIB · 4 menit

NO  JAM          KEGIATAN         PETUGAS             KETERANGAN
──────────────────────────────────────────────────────────────────────────────────────────
1   23.58–23.59  Laporan          Pemimpin apel       Sikap: sikap sempurna
                                  (Kepala Seksi)      MC: “Laporan pemimpin apel.”
                                                      “Lapor, apel siap.” — Camat:
                                                      “Lanjutkan.”
                                                      MC: (mundur)
                                                      Catatan: Empat langkah.
2   23.59–00.01  Ikrar            Pembina apel: Drs.  Saksi: Kapolsek, Pemimpin apel
                                  Nama, M.Si.         (Kepala Seksi)
                                                      IKRAR
                                                      TAHUN 2024
                                                      Kami berikrar:
                                                      1. Menolak politik *uang*.
                                                      2. Menjaga persatuan.
                                                      Demikian.
3   00.01–00.01  Penandatanganan                      (opsional)
                                                      1. Nama Kedua, Asisten
                                                      2. Para Kepala Bagian, bersama-sama
";
    assert_eq!(table, expected);
}

#[test]
fn the_columns_stand_one_below_the_other_at_any_width() {
    for width in [0, 72, 90, 110, 200] {
        let table = rundown::text(&programme(APEL), Lang::Id, width);
        let rows: Vec<&str> = table.lines().collect();
        let head = rows.iter().find(|row| row.starts_with("NO")).unwrap();
        let remarks = head.find("KETERANGAN").unwrap();
        for row in rows.iter().skip_while(|row| !row.starts_with('─')).skip(1) {
            assert!(row.width() <= width.max(72), "{width}: {row}");
            let before: String = row
                .chars()
                .scan(0, |cells, letter| {
                    *cells += letter.to_string().width();
                    Some((*cells, letter))
                })
                .filter(|(cells, _)| (remarks - 1..=remarks).contains(cells))
                .map(|(_, letter)| letter)
                .collect();
            assert_eq!(before.trim(), "", "{width}: {row}");
        }
    }
}

#[test]
fn without_a_start_no_step_has_a_time() {
    let script = APEL.replace("start  = 23:58:00\n", "");
    let table = rundown::text(&programme(&script), Lang::Id, 90);
    assert!(!table.contains("23.58"), "{table}");
    let rundown: Value = serde_json::from_str(&rundown::json(&programme(&script)).unwrap()).unwrap();
    assert_eq!(rundown["steps"][1]["planned"], Value::Null);
    assert_eq!(rundown["steps"][1]["begins"], 60);
}

#[test]
fn what_means_something_in_markdown_means_only_itself() {
    let expected = r"# Apel \| Ikrar

Kecamatan 東山

Senin, 7 Oktober 2024 · 23.58 WIB · 4 menit

| NO | JAM | KEGIATAN | PETUGAS | KETERANGAN |
| ---: | --- | --- | --- | --- |
| 1 | 23.58–23.59 | Laporan | Pemimpin apel (Kepala Seksi) | Sikap: sikap sempurna<br>MC: “Laporan pemimpin apel.”<br>“Lapor, apel siap.” — Camat: “Lanjutkan.”<br>MC: (mundur)<br>Catatan: Empat langkah. |
| 2 | 23.59–00.01 | Ikrar | Pembina apel: Drs. Nama, M.Si. | Saksi: Kapolsek, Pemimpin apel (Kepala Seksi)<br>IKRAR<br>TAHUN 2024<br>Kami berikrar:<br>1. Menolak politik \*uang\*.<br>2. Menjaga persatuan.<br>Demikian. |
| 3 | 00.01–00.01 | Penandatanganan |  | (opsional)<br>1. Nama Kedua, Asisten<br>2. Para Kepala Bagian, bersama-sama |
";
    assert_eq!(rundown::markdown(&programme(APEL), Lang::Id), expected);
}

#[test]
fn json_has_every_step_with_its_time_its_cues_and_their_phrases() {
    let rundown: Value = serde_json::from_str(&rundown::json(&programme(APEL)).unwrap()).unwrap();
    let steps = rundown["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 3);
    let ikrar = &steps[1];
    assert_eq!(
        [
            &ikrar["id"],
            &ikrar["planned"],
            &ikrar["seconds"],
            &ikrar["witnesses"]
        ],
        [
            &json!("ikrar"),
            &json!("23:59:00"),
            &json!(120),
            &json!(["saksi", "pemimpin"])
        ]
    );
    let phrases: Vec<&Value> = ikrar["cues"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cue| &cue["phrases"])
        .collect();
    assert_eq!(
        phrases,
        [
            &json!(["IKRAR", "TAHUN 2024"]),
            &json!(["Kami berikrar:"]),
            &json!(["Satu.", "Menolak", "politik *uang*."]),
            &json!(["Dua.", "Menjaga persatuan."]),
            &json!(["Demikian."]),
        ]
    );
    assert_eq!(
        [
            &ikrar["cues"][0]["mode"],
            &ikrar["cues"][2]["mode"],
            &ikrar["cues"][2]["number"]
        ],
        [&json!("alone"), &json!("echo"), &json!(1)]
    );
    let report = &steps[0];
    assert_eq!(
        report["cues"][0]["reply"],
        json!({ "text": "Lanjutkan.", "by": "pembina" })
    );
    assert_eq!(
        [&report["cues"][1]["manner"], &report["cues"][1]["by"]],
        [&json!("do"), &json!("mc")]
    );
    assert_eq!(
        steps[2]["cues"][1]["signatory"],
        json!({ "name": null, "office": "Para Kepala Bagian", "group": true })
    );
}
