//! What is known of the language, as far as breath needs it: which words open a phrase, which lead on to the next,
//! what stays together, and what a date or a number looks like.
//!
//! Words are compared in lower case and without the signs around them. Nothing here knows a cost. The lists hold what
//! pledges and state texts are made of; a word that is missing costs a less natural breath, never a wrong word.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::token::{Sign, Token};

/// How a word opens a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// Begins a clause, or joins one.
    Clause,
    /// Joins words or clauses alike.
    Coordination,
    /// Begins a prepositional phrase.
    Preposition,
    /// Begins a relative clause or what is said of the subject.
    Relative,
    /// "baik", when a "maupun" comes.
    Both,
    /// May begin a clause where no conjunction does.
    Weak,
}

/// How a word opens a phrase, if it does.
pub(super) fn opening(word: &str) -> Option<Opening> {
    Some(match word {
        "serta" | "sehingga" | "agar" | "supaya" | "karena" | "sebab" | "maka" | "namun" | "tetapi" | "melainkan"
        | "sedangkan" | "apabila" | "jika" | "bila" | "bilamana" | "ketika" | "bahwa" | "demi" | "guna"
        | "walaupun" | "meskipun" | "seraya" | "sambil" | "kemudian" => Opening::Clause,
        "dan" | "atau" | "dan/atau" | "maupun" => Opening::Coordination,
        "kepada" | "terhadap" | "bagi" | "dalam" | "pada" | "di" | "ke" | "dari" | "daripada" | "oleh" | "untuk"
        | "dengan" | "tanpa" | "melalui" | "antara" | "sebagai" | "tentang" | "menurut" | "selama" | "sebelum"
        | "sesudah" | "setelah" | "hingga" | "sampai" | "atas" | "sejak" | "berdasarkan" | "menuju" | "demikian"
        | "seperti" | "secara" => Opening::Preposition,
        "yang" | "adalah" | "ialah" | "merupakan" => Opening::Relative,
        "baik" => Opening::Both,
        "tidak" | "bukan" | "jangan" | "kami" | "saya" | "kita" | "akan" | "telah" | "harus" | "wajib" | "sesuai" => {
            Opening::Weak
        }
        _ => return None,
    })
}

/// Whether nobody breathes after the word: it leads on to the next.
pub(super) fn leads(word: &str) -> bool {
    match opening(word) {
        Some(Opening::Both) => false,
        Some(Opening::Weak) => !matches!(word, "kami" | "saya" | "kita" | "sesuai"),
        Some(_) => word != "demikian",
        None => matches!(
            word,
            "para" | "seluruh" | "segenap" | "segala" | "setiap" | "semua" | "tiap" | "tiap-tiap" | "suatu" | "sebuah"
                | "seorang" | "belum" | "sudah" | "sedang" | "dapat" | "boleh" | "sangat" | "lebih" | "paling"
                | "maha" | "ikut" | "turut" | "saling" | "antar" | "nomor" | "pasal" | "ayat" | "tanggal" | "pukul"
                | "tahun" | "rangka" | "rp" | "ke-" | "bapak" | "ibu" | "sdr" | "pj" | "plt" | "plh" | "pjs"
        ),
    }
}

/// Whether nobody breathes before the word: it belongs to the one before it.
pub(super) fn follows(word: &str) -> bool {
    matches!(
        word,
        "ini" | "itu" | "tersebut" | "pula" | "juga" | "saja" | "pun" | "lain" | "lainnya" | "tertentu" | "sendiri"
            | "apapun" | "manapun" | "siapapun" | "masing-masing" | "wib" | "wita" | "wit" | "persen"
    )
}

/// Whether the two words are a formula by which one binds oneself: "kami berikrar".
pub(super) fn is_formula(subject: &str, verb: &str) -> bool {
    matches!(subject, "kami" | "saya")
        && matches!(verb, "berikrar" | "berjanji" | "bersumpah" | "menyatakan" | "berprasetya" | "bertekad")
}

/// Whether a word looks like a verb with its prefix.
pub(super) fn is_verb(word: &str) -> bool {
    let prefixed = ["men", "mem", "meng", "mel", "mer", "mew", "mey", "ber", "di"].iter().any(|p| word.starts_with(p));
    prefixed && word.chars().count() >= 6 && !matches!(word, "berita" | "merdeka" | "disiplin" | "mental" | "menteri")
}

/// Whether a word looks like a passive verb: "dipimpin".
pub(super) fn is_passive(word: &str) -> bool {
    word.starts_with("di") && is_verb(word)
}

/// Whether two words are of the same make, so that "dan" between them joins just the two: "beriman dan bertaqwa".
pub(super) fn are_twins(first: &str, second: &str) -> bool {
    if matches!(first, "sebelum" | "selama") || is_verb(first) && is_verb(second) {
        return first.get(..2) == second.get(..2);
    }
    let is_noun = |word: &str| {
        let prefixed = word.starts_with("ke") || word.starts_with("pe");
        prefixed && word.ends_with("an") && word.chars().count() >= 6
    };
    is_noun(first) && is_noun(second)
}

/// What stays together, one expression a line. A sign within it parts it.
const FIXED: &str = "
    tanggung jawab
    media sosial
    media massa
    pegawai asn
    pegawai non asn
    pegawai non-asn
    pegawai negeri
    pegawai negeri sipil
    pegawai pemerintah
    pegawai aparatur sipil negara
    aparatur sipil negara
    korps pegawai republik indonesia
    non asn
    perjanjian kerja
    tenaga kontrak daerah
    kepala daerah
    wakil kepala daerah
    pemilihan kepala daerah
    pemilihan umum
    pemilu serentak
    pilkada serentak
    sekretaris daerah
    sekretariat daerah
    staf ahli
    perangkat daerah
    wakil bupati
    wakil gubernur
    wakil wali kota
    wali kota
    wakil presiden
    bakal calon
    pasangan calon
    calon tertentu
    partai politik
    politik praktis
    politik uang
    praktik politik uang
    ujaran kebencian
    berita bohong
    konflik kepentingan
    pelayanan publik
    fungsi pelayanan publik
    asas netralitas
    prinsip netralitas
    pakta integritas
    sikap netral
    ikut serta
    turut serta
    peran serta
    menjunjung tinggi
    memegang teguh
    rahasia jabatan
    rahasia negara
    warga negara
    rakyat indonesia
    bangsa indonesia
    negara indonesia
    negara kesatuan
    negara kesatuan republik indonesia
    negara republik indonesia
    pemerintah republik indonesia
    republik indonesia
    undang-undang dasar
    undang-undang dasar 1945
    undang-undang dasar negara
    uud 1945
    bhinneka tunggal ika
    tanah air
    tumpah darah
    tuhan yang maha esa
    ketuhanan yang maha esa
    yang maha esa
    yang maha kuasa
    allah yang maha kuasa
    allah swt
    persatuan dan kesatuan
    persatuan indonesia
    adil dan makmur
    adil dan beradab
    setia dan taat
    pribadi dan golongan
    bangsa dan negara
    nusa dan bangsa
    beriman dan bertaqwa
    beriman dan bertakwa
    peri-kemanusiaan dan peri-keadilan
    keadilan sosial
    kesejahteraan umum
    perdamaian abadi
    hikmat kebijaksanaan
    pintu gerbang
    selamat sentausa
    sikap sempurna
    istirahat di tempat
    dalam rangka
    dalam bentuk
    oleh karena itu
    oleh sebab itu
    sebab itu
    karena itu
    daripada itu
    dengan ini
    di atas
    di bawah
    di dalam
    di luar
    di depan
    di hadapan
    ke depan
    ke dalam
    sampai dengan
    sesuai dengan
    berdasar kepada
    berdasarkan atas
    terdiri atas
    bersama dengan
    baik sebelum
    sungguh-sungguh
    ";

/// The fixed expressions by their first word, the longest first.
static FIXED_BY_FIRST: LazyLock<HashMap<&str, Vec<Vec<&str>>>> = LazyLock::new(|| {
    let mut by_first: HashMap<&str, Vec<Vec<&str>>> = HashMap::new();
    for line in FIXED.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let Some(first) = words.first() {
            by_first.entry(first).or_default().push(words);
        }
    }
    for expressions in by_first.values_mut() {
        expressions.sort_by_key(|words| std::cmp::Reverse(words.len()));
    }
    by_first
});

/// How many words the fixed expression at the front has; none is none.
pub(super) fn fixed_from(tokens: &[Token<'_>]) -> usize {
    let Some(expressions) = tokens.first().and_then(|token| FIXED_BY_FIRST.get(token.core.as_str())) else { return 0 };
    let stands_here = |words: &&Vec<&str>| {
        tokens.len() >= words.len()
            && words.iter().zip(tokens).all(|(word, token)| token.core == *word)
            && tokens.iter().take(words.len() - 1).all(|token| token.sign == Sign::None)
    };
    expressions.iter().find(stands_here).map_or(0, Vec::len)
}

/// Whether a word is a number in figures, or begins as one: "2024", "8.100", "07.30".
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a number is a year: it counts nothing that would follow it.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the gap is within a date: "Senin, | 7 | Oktober | 2024".
pub(super) fn is_within_date(last: &Token<'_>, rest: &[Token<'_>]) -> bool {
    let Some(here) = rest.first() else { return false };
    let month_next = rest.get(1).is_some_and(|token| is_month(&token.core));
    let numeric = here.core.contains(['/', '-', '.']);
    is_weekday(&last.core) && is_number(&here.core) && (month_next || numeric)
        || is_number(&last.core) && last.core.len() <= 5 && is_month(&here.core) && last.sign == Sign::None
        || is_month(&last.core) && is_year(&here.core)
}

fn is_weekday(word: &str) -> bool {
    matches!(word, "senin" | "selasa" | "rabu" | "kamis" | "jumat" | "jum'at" | "jum’at" | "sabtu" | "minggu" | "ahad")
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "januari" | "februari" | "pebruari" | "maret" | "april" | "mei" | "juni" | "juli" | "agustus" | "september"
            | "oktober" | "november" | "nopember" | "desember" | "muharram" | "safar" | "rabiulawal" | "rabiulakhir"
            | "jumadilawal" | "jumadilakhir" | "rajab" | "syakban" | "ramadan" | "syawal" | "zulkaidah" | "zulhijah"
    )
}

/// Whether the gap is within one number: groups of thousands, or a number in words ("tujuh puluh sembilan").
pub(super) fn is_within_number(last: &Token<'_>, here: &Token<'_>) -> bool {
    let figures = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let grouped = figures(&last.core) && (1..=3).contains(&last.core.len()) && figures(&here.core) && here.core.len() == 3;
    last.sign == Sign::None && (grouped || is_number_word(&last.core) && is_number_word(&here.core))
}

fn is_number_word(word: &str) -> bool {
    matches!(
        word,
        "satu" | "dua" | "tiga" | "empat" | "lima" | "enam" | "tujuh" | "delapan" | "sembilan" | "sepuluh" | "sebelas"
            | "belas" | "puluh" | "seratus" | "ratus" | "seribu" | "ribu" | "juta" | "miliar" | "triliun"
    )
}

/// Whether the gap is between a name and a title or degree: "Drs. | R. | Achmad", "Kadir, | M.P.A."
pub(super) fn is_within_title(last: &Token<'_>, here: &Token<'_>) -> bool {
    let before_name = last.written.ends_with('.') && (is_title(&last.core) || is_initial(&last.core));
    before_name || is_degree(&here.core) && here.is_capitalised() && last.sign != Sign::Stop
        || is_degree(&last.core) && is_degree(&here.core)
}

/// Whether the full stop after a word belongs to the word.
pub(super) fn is_abbreviation(word: &str) -> bool {
    is_title(word) || is_initial(word) || is_degree(word)
}

fn is_title(word: &str) -> bool {
    matches!(
        word,
        "drs" | "dra" | "dr" | "ir" | "prof" | "h" | "hj" | "kh" | "sdr" | "pj" | "plt" | "plh" | "pjs" | "no" | "tn" | "ny"
    )
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

fn is_degree(word: &str) -> bool {
    let parts = || word.split('.');
    parts().count() >= 2 && parts().all(|part| part.chars().all(char::is_alphabetic) && (1..=4).contains(&part.chars().count()))
}
