//! What is known of single words, as far as breath needs it: which open a phrase, which lead on to the next, which
//! belong to the one before, and what stands beside a name.
//!
//! Words are compared in lower case and without the signs around them. Nothing here knows a cost. The lists hold what
//! pledges and state texts are made of; a word that is missing costs a less natural breath, never a wrong word.

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
    /// Begins a clause where no conjunction does.
    Negation,
    /// May begin a clause.
    Weak,
}

/// How a word opens a phrase, if it does.
pub(super) fn opening(word: &str) -> Option<Opening> {
    Some(match word {
        "serta" | "sehingga" | "agar" | "supaya" | "karena" | "sebab" | "maka" | "namun" | "tetapi"
        | "melainkan" | "sedangkan" | "apabila" | "jika" | "bila" | "bilamana" | "ketika" | "bahwa"
        | "demi" | "guna" | "walaupun" | "meskipun" | "seraya" | "sambil" | "kemudian" | "yaitu"
        | "yakni" => Opening::Clause,
        "dan" | "atau" | "dan/atau" | "maupun" | "ataupun" | "beserta" => Opening::Coordination,
        "kepada" | "terhadap" | "bagi" | "dalam" | "pada" | "di" | "ke" | "dari" | "daripada" | "oleh"
        | "untuk" | "dengan" | "tanpa" | "melalui" | "antara" | "sebagai" | "tentang" | "menurut"
        | "selama" | "sebelum" | "sesudah" | "setelah" | "hingga" | "sampai" | "atas" | "sejak"
        | "berdasarkan" | "menuju" | "seperti" | "secara" | "selaku" | "demikian" | "sesuai" | "berupa"
        | "mengenai" | "terhitung" | "sebesar" | "sebanyak" | "sejumlah" | "s.d" | "selambat-lambatnya"
        | "sekurang-kurangnya" | "paling" => Opening::Preposition,
        // "se-Kabupaten", "se-Indonesia": among whom, and where.
        _ if word.starts_with("se-") => Opening::Preposition,
        "yang" | "adalah" | "ialah" | "merupakan" => Opening::Relative,
        "baik" => Opening::Both,
        "tidak" | "bukan" | "jangan" => Opening::Negation,
        "kami" | "saya" | "kita" | "akan" | "telah" | "harus" | "wajib" | "siap" => Opening::Weak,
        _ => return None,
    })
}

/// Whether nobody breathes after the word: it leads on to the next.
pub(super) fn leads(word: &str) -> bool {
    match opening(word) {
        Some(Opening::Both) => false,
        Some(Opening::Weak) => !matches!(word, "kami" | "saya" | "kita"),
        Some(_) => word != "demikian" && !word.starts_with("se-"),
        None => matches!(
            word,
            "para"
                | "seluruh"
                | "segenap"
                | "segala"
                | "setiap"
                | "semua"
                | "tiap"
                | "tiap-tiap"
                | "suatu"
                | "sebuah"
                | "seorang"
                | "belum"
                | "senantiasa"
                | "selalu"
                | "sudah"
                | "sedang"
                | "dapat"
                | "boleh"
                | "dilarang"
                | "sangat"
                | "lebih"
                | "maha"
                | "ikut"
                | "turut"
                | "saling"
                | "antar"
                | "nomor"
                | "pasal"
                | "tanggal"
                | "pukul"
                | "rangka"
                | "rp"
                | "ke-"
                | "bapak"
                | "ibu"
                | "sdr"
                | "pj"
                | "plt"
                | "plh"
                | "pjs"
        ),
    }
}

/// Whether nobody breathes before the word: it belongs to the one before it.
pub(super) fn follows(word: &str) -> bool {
    matches!(
        word,
        "ini"
            | "itu"
            | "tersebut"
            | "pula"
            | "juga"
            | "saja"
            | "pun"
            | "lain"
            | "lainnya"
            | "tertentu"
            | "sendiri"
            | "apapun"
            | "manapun"
            | "siapapun"
            | "masing-masing"
            | "wib"
            | "wita"
            | "wit"
            | "persen"
    )
}

/// Whether the two words are a formula by which one binds oneself: "kami berikrar".
pub(super) fn is_formula(subject: &str, verb: &str) -> bool {
    matches!(subject, "kami" | "saya")
        && matches!(
            verb,
            "berikrar"
                | "berjanji"
                | "bersumpah"
                | "menyatakan"
                | "berprasetya"
                | "bertekad"
                | "berkomitmen"
                | "berdeklarasi"
        )
}

/// Whether what is said of a subject begins with the word, be it no verb: "ASN wajib netral".
pub(super) fn is_predicate(word: &str) -> bool {
    matches!(
        word,
        "wajib" | "harus" | "tidak" | "bukan" | "dapat" | "boleh" | "akan" | "telah" | "siap" | "dilarang"
    )
}

/// Whether a word looks like a verb with its prefix.
pub(super) fn is_verb(word: &str) -> bool {
    let prefixed = ["men", "mem", "meng", "mel", "mer", "mew", "mey", "ber", "di"]
        .iter()
        .any(|p| word.starts_with(p));
    prefixed
        && word.chars().count() >= 6
        && !matches!(word, "berita" | "merdeka" | "disiplin" | "mental" | "menteri")
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

/// Whether the gap is between a name and a title or degree: "Drs. | R. | Achmad", "Kadir, | M.P.A."
pub(super) fn is_within_title(last: &Token<'_>, here: &Token<'_>) -> bool {
    let before_name = last.written.ends_with('.') && (is_title(&last.core) || is_initial(&last.core));
    let retired = |token: &Token<'_>| token.written.starts_with('(') && matches!(&*token.core, "p" | "purn");
    before_name
        || retired(here) && last.is_capitalised()
        || retired(last)
        || is_degree(&here.core) && here.is_capitalised() && last.sign != Sign::Stop
        || is_degree(&last.core) && is_degree(&here.core)
}

/// Whether the full stop after a word belongs to the word.
pub(super) fn is_abbreviation(word: &str) -> bool {
    is_title(word) || is_initial(word) || is_degree(word)
}

fn is_title(word: &str) -> bool {
    matches!(
        word,
        "drs"
            | "dra"
            | "dr"
            | "ir"
            | "prof"
            | "h"
            | "hj"
            | "kh"
            | "sdr"
            | "pj"
            | "plt"
            | "plh"
            | "pjs"
            | "no"
            | "tn"
            | "ny"
            | "jend"
            | "letjen"
            | "mayjen"
            | "brigjen"
            | "kol"
            | "komjen"
            | "irjen"
            | "kombes"
            | "pol"
    )
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

fn is_degree(word: &str) -> bool {
    word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().all(char::is_alphabetic) && (1..=4).contains(&part.chars().count()))
}
