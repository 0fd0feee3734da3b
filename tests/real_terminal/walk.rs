//! A whole ceremony with Space alone: every word once, in order, up to the closing card.
//!
//! What is to come is taken from the rundown that the same program prints.

use std::ops::RangeInclusive;

use serde_json::Value;

use crate::program::{Folders, SPACE, in_one_line, words};
use crate::terminal::{Played, Seen};

const NUMBERS: [&str; 6] = ["Satu.", "Dua.", "Tiga.", "Empat.", "Lima.", "Enam."];

/// Walks a ceremony and holds that everything that its rundown has was present once, in its order; gives what was
/// present of its ikrar.
fn walk(name: &str) -> String {
    let folders = Folders::empty();
    let rundown = folders.run(&["show", name, "--format", "json"]);
    let rundown: Value = serde_json::from_slice(&rundown.stdout).unwrap();
    let steps = rundown["steps"].as_array().unwrap();
    let mut ikrar = Vec::new();

    let mut played = folders.play(&format!("run {name} --guard 0"));
    played.until_ready();
    played.press(SPACE);
    played.until_told(words().clicker_heard);
    for (number, step) in (1..).zip(steps) {
        let header = format!("{number}/{}  ", steps.len());
        for cue in step["cues"].as_array().unwrap() {
            let mut begin = 0;
            while begin < texts(cue).len() {
                let (present, end) = advance(&mut played, &header, cue, begin);
                repeat(&mut played, cue, &present);
                if step["kind"] == "ikrar" {
                    ikrar.push(present);
                }
                begin = end;
            }
        }
    }
    played.press(SPACE);
    played.until_shown(words().closing_title);
    assert!(
        played.look(|seen| seen.shows(words().nothing_left_out)),
        "{name}: {:#?}",
        played.rows()
    );
    // Nothing comes after it, and only quit ends the run: without a question now.
    played.press(SPACE);
    played.quit();
    ikrar.join(" ")
}

/// Advances once to a part of a cue that begins with the phrase `begin`; gives what is present and where it ends.
fn advance(played: &mut Played, header: &str, cue: &Value, begin: usize) -> (String, usize) {
    let candidates: Vec<(String, usize)> = stretches(cue, begin)
        .flat_map(|end| shown(cue, begin, end).map(move |words| (words, end)))
        .collect();
    // The eye of the leader is on what the leader reads. A long text of somebody else may have more than the rows.
    let is_shown = |words: &str, present: &str| {
        words == present || (!is_ours(cue) && words.starts_with(present) && !present.is_empty())
    };
    let found = |present: &str| {
        candidates
            .iter()
            .find(|(words, _)| is_shown(words, present))
            .cloned()
    };
    let frames = played.look(Seen::frames);
    played.press(SPACE);
    played.until(&format!("{header}, one of {candidates:#?}"), |seen| {
        seen.frames() > frames
            && seen.rows().iter().any(|row| row.trim_start().starts_with(header))
            && found(&seen.present()).is_some()
    });
    found(&played.look(Seen::present)).unwrap()
}

/// Where a script gives the repeat a key of its own: the participants repeat the phrase, which stays.
fn repeat(played: &mut Played, cue: &Value, present: &str) {
    let echoed = is_ours(cue) && cue["mode"] == "echo";
    if !echoed || played.look(|seen| seen.shows(words().then_repeated)) {
        return;
    }
    played.press(SPACE);
    played.until("the participants repeat it", |seen| {
        seen.shows(words().participants_repeat) && seen.present() == present
    });
}

/// Where an advance to the phrase `begin` may end: phrases one by one where the leader reads, several of a text that is
/// read together, all of what others say or do.
fn stretches(cue: &Value, begin: usize) -> RangeInclusive<usize> {
    match (is_ours(cue), cue["mode"].as_str()) {
        (false, _) => texts(cue).len()..=texts(cue).len(),
        (true, Some("together")) => begin + 1..=texts(cue).len(),
        (true, _) => begin + 1..=begin + 1,
    }
}

/// Whether it is a part of a text that the leader reads.
fn is_ours(cue: &Value) -> bool {
    let is_text = ["heading", "opening", "clause", "closing"].contains(&cue["part"].as_str().unwrap());
    is_text && cue["ours"] == true
}

fn texts(cue: &Value) -> Vec<&str> {
    let phrases = cue["phrases"].as_array().unwrap();
    phrases.iter().map(|phrase| phrase.as_str().unwrap()).collect()
}

/// How a part of a cue may stand on the screen: a clause whose number is not spoken has it before its words, unless its
/// text has no numbers at all, which the rundown does not tell.
fn shown(cue: &Value, begin: usize, end: usize) -> impl Iterator<Item = String> {
    let texts = texts(cue);
    let words = texts[begin..end].join(" ");
    let signatory = &cue["signatory"];
    let words = match cue["part"].as_str().unwrap() {
        "signatory" => {
            let group = (signatory["group"] == true).then_some("bersama-sama");
            let parts = [signatory["name"].as_str(), signatory["office"].as_str(), group];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        "line" if cue["manner"] == "say" => format!("“{words}”"),
        _ => words,
    };
    let numbered = cue["part"] == "clause" && begin == 0 && !NUMBERS.contains(&texts[0]);
    let with_number = numbered.then(|| in_one_line(&format!("{}. {words}", cue["number"])));
    with_number.into_iter().chain([in_one_line(&words)])
}

/// What an ikrar is, read from its top to its end: each clause after its number, spoken or shown.
fn whole_ikrar(name: &str) -> String {
    let rundown = Folders::empty().run(&["show", name, "--format", "json"]);
    let rundown: Value = serde_json::from_slice(&rundown.stdout).unwrap();
    let steps = rundown["steps"].as_array().unwrap();
    let ikrar = steps.iter().filter(|step| step["kind"] == "ikrar");
    let mut words = Vec::new();
    let mut clauses = 0;
    for cue in ikrar.flat_map(|step| step["cues"].as_array().unwrap()) {
        if cue["part"] == "clause" {
            clauses += 1;
            let number = usize::try_from(cue["number"].as_u64().unwrap()).unwrap();
            words.push(match cue["mode"].as_str() {
                Some("echo") => NUMBERS[number - 1].to_owned(),
                _ => format!("{number}."),
            });
        }
        words.push(in_one_line(cue["text"].as_str().unwrap()));
    }
    assert!(clauses >= 4, "{name} has {clauses} clauses");
    words.join(" ")
}

fn every_word_is_present_once_in_order(name: &str) {
    assert_eq!(walk(name), whole_ikrar(name));
}

#[test]
fn purworejo() {
    every_word_is_present_once_in_order("purworejo-2024");
}

#[test]
fn purbalingga() {
    every_word_is_present_once_in_order("purbalingga-2023");
}

#[test]
fn pekalongan() {
    every_word_is_present_once_in_order("pekalongan-2023");
}

#[test]
fn mergangsan() {
    every_word_is_present_once_in_order("mergangsan-2023");
}

#[test]
fn seruyan() {
    every_word_is_present_once_in_order("seruyan-2024");
}

/// As the article has it, so that no common fault of the rundown and the screen goes unseen.
const MERGANGSAN: &str = "
PEMERINTAH KOTA YOGYAKARTA
IKRAR NETRALITAS PEGAWAI APARATUR SIPIL NEGARA
PADA PEMILU DAN PEMILIHAN TAHUN 2024
Dalam rangka menyukseskan pelaksanaan Pemilu dan Pemilihan Tahun 2024 kami berikrar:
Satu. Menjaga dan menegakkan prinsip netralitas Pegawai ASN di instansi masing-masing dalam melaksanakan fungsi
pelayanan publik baik sebelum, selama, maupun sesudah pelaksanaan Pemilu dan Pemilihan Tahun 2024
Dua. Menghindari konflik kepentingan tidak melakukan praktik-praktik intimidasi dan ancaman kepada Pegawai ASN dan
seluruh elemen masyarakat serta tidak memihak kepada pasangan calon tertentu.
Tiga. Menggunakan media sosial secara bijak dan tidak menyebarkan ujaran kebencian serta berita bohong.
Empat. Menolak politik uang dan segala jenis pemberian dalam bentuk apapun.
Demikian ikrar ini kami buat dan dilaksanakan dengan penuh integritas dan rasa tanggung jawab dalam rangka mewujudkan
netralitas Pegawai ASN yang bermartabat beretika dan demokratis demi terwujudnya persatuan dan kesatuan NKRI.";

#[test]
fn mergangsan_word_for_word_as_in_the_article() {
    assert_eq!(walk("mergangsan-2023"), in_one_line(MERGANGSAN));
}
