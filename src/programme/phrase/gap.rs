//! What it costs to breathe between two words.
//!
//! Every gap of a text gets one price, from the signs and words around it; how long a phrase becomes is the business
//! of `breaks`. Prices and lengths are on one scale, whose unit means nothing by itself; they were set by reading the
//! five pledges and the state texts aloud (see `cases`), so a change here is a change to be read aloud again.

use super::breaks::Cost;
use super::token::{Sign, Token};
use super::words::{self, Opening};
use super::{figures, fixed};

/// At the end of a sentence a break is nearly always wanted.
const SENTENCE: i32 = -200;
/// After a semicolon or a colon.
const COLON: i32 = -60;
/// After a comma, before a conjunction that begins a clause.
const CLAUSE_AFTER_COMMA: i32 = -30;
/// After a comma or a dash.
const COMMA: i32 = 0;
/// Before the formula by which one binds oneself: "kami berikrar:".
const FORMULA: i32 = 10;
/// Before a conjunction that begins a clause.
const CLAUSE: i32 = 15;
/// Before a preposition, *yang*, and what coordinates clauses.
const FAIR: i32 = 30;
/// Before a negation, which begins a clause where no conjunction does.
const NEGATION: i32 = 40;
/// Between a verb and the preposition it asks for: "dipimpin | oleh", "memihak | kepada".
const ASKED_FOR: i32 = 50;
/// After a comma that follows a preposition, which still waits for its noun: "sebelum, | selama".
const WAITING: i32 = 80;
/// Before a pronoun or an auxiliary, or short capitals as a subject, and before an adverb like "dengan ini".
const WEAK: i32 = 80;
/// Before a coordination within a prepositional phrase: "kepada calon | atau pasangan calon".
const WITHIN: i32 = 90;
/// Before a name.
const BEFORE_NAME: i32 = 100;
/// Between a subject and its verb.
const BEFORE_VERB: i32 = 100;
/// Before a coordination of single words: "menjaga | dan menegakkan", "intimidasi | dan ancaman kepada".
const PAIR: i32 = 120;
/// Anywhere else.
const DEAR: i32 = 140;
/// Added where a break would leave one word alone behind a comma, or two of which the first begins something new:
/// "pukul 07.30 WIB, bertempat | di halaman", "masing-masing, dilaksanakan ikrar | dan penandatanganan".
const STRANDED: i32 = 60;
/// Within a name. Less than the other bad breaks: a heading in capitals may have to be broken somewhere.
const NAME: i32 = 450;
/// Next to forbidden: after a word that leads on, within a fixed expression, between a number and its unit.
const BAD: i32 = 600;

/// How many words ahead a *baik* looks for its *maupun*, and a coordination back for its preposition.
const REACH: usize = 8;

/// The costs of all gaps of a text, one fewer than it has words.
pub(super) fn costs(tokens: &[Token<'_>]) -> Vec<Cost> {
    // In a text that is all in capitals these say nothing of names.
    let names = tokens
        .iter()
        .any(|token| token.written.chars().any(char::is_lowercase));
    let mut costs: Vec<Cost> = (1..tokens.len()).map(|next| cost(tokens, next, names)).collect();
    for at in 0..tokens.len() {
        let inner = fixed::length_at(&tokens[at..]).saturating_sub(1);
        for cost in costs.iter_mut().skip(at).take(inner) {
            *cost = cost.map(|_| BAD);
        }
    }
    costs
}

/// The cost of the gap before the word at `next`, which is not the first.
fn cost(tokens: &[Token<'_>], next: usize, names: bool) -> Cost {
    let (before, rest) = tokens.split_at(next);
    let ([.., last], [here, ..]) = (before, rest) else {
        return None;
    };
    if last.tied || figures::is_within_date(last, rest) || figures::is_within_number(last, here) {
        return None;
    }
    if is_doubled(before, here) || words::is_within_title(last, here) || figures::is_spelt_out(last, here) {
        return Some(BAD);
    }
    Some(match last.sign {
        Sign::Stop if !words::is_abbreviation(&last.core) => SENTENCE,
        // Degrees may end a sentence: a capital after them is no part of the name.
        Sign::Stop if here.is_capitalised() => COMMA,
        Sign::Colon => COLON,
        Sign::Comma if words::leads(&last.core) => WAITING,
        Sign::Comma if begins_clause(rest) => CLAUSE_AFTER_COMMA,
        Sign::Comma => COMMA,
        Sign::Stop | Sign::None => unsigned(before, last, rest, here, names) + stranded(before),
    })
}

/// The cost where no sign tells.
fn unsigned(
    before: &[Token<'_>],
    last: &Token<'_>,
    rest: &[Token<'_>],
    here: &Token<'_>,
    names: bool,
) -> i32 {
    let counted = figures::is_number(&here.core) || figures::is_ordinal(&here.core);
    if leads(before, last) || words::follows(&here.core) || counted {
        return BAD;
    }
    if here.opens_aside() {
        return FAIR;
    }
    let second = rest.get(1).map_or("", |token| token.core.as_str());
    match words::opening(&here.core) {
        _ if is_number_of_law(here, rest) => DEAR,
        _ if begins_with_conclusion(rest) => CLAUSE,
        _ if begins_clause(rest) => CLAUSE,
        _ if words::is_formula(&here.core, second) => FORMULA,
        Some(Opening::Coordination) => coordination(before, last, rest, names),
        Some(Opening::Preposition) if words::is_verb(&last.core) => ASKED_FOR,
        Some(Opening::Preposition) if words::follows(second) => WEAK,
        Some(Opening::Relative) if is_short_relative(rest) => DEAR,
        Some(Opening::Preposition | Opening::Relative) => FAIR,
        Some(Opening::Negation) => NEGATION,
        Some(Opening::Weak) => WEAK,
        Some(Opening::Clause | Opening::Both) | None => plain(before, last, rest, here, names),
    }
}

/// The cost where the word after the gap opens nothing.
fn plain(before: &[Token<'_>], last: &Token<'_>, rest: &[Token<'_>], here: &Token<'_>, names: bool) -> i32 {
    let name = names && here.is_capitalised();
    let acronym = name && here.is_acronym() && !last.is_capitalised();
    let counts = figures::is_number(&last.core) && !figures::is_year(&last.core);
    if counts || figures::is_ordinal(&last.core) {
        BAD
    } else if acronym && is_subject(rest) {
        if is_adverbial(before) { FAIR } else { WEAK }
    } else if name && last.is_capitalised() || acronym && !words::follows(&last.core) {
        // The capital of a sentence's first word is taken for a name's; it matters little, as no word stands alone.
        NAME
    } else if name {
        BEFORE_NAME
    } else if words::is_verb(&here.core) {
        BEFORE_VERB
    } else {
        DEAR
    }
}

/// Whether something is said of the name at the front, which so begins anew: "pada masa tenang | ASN dilarang".
fn is_subject(rest: &[Token<'_>]) -> bool {
    matches!(rest, [name, said, ..]
        if name.sign == Sign::None && (words::is_predicate(&said.core) || words::is_verb(&said.core)))
}

/// Whether the words since the last sign only tell where or when: "pada masa tenang".
fn is_adverbial(before: &[Token<'_>]) -> bool {
    let begins = before
        .iter()
        .rposition(|token| token.sign != Sign::None)
        .map_or(0, |sign| sign + 1);
    let since = before.get(begins..).unwrap_or_default();
    let opens = since.first().and_then(|first| words::opening(&first.core)) == Some(Opening::Preposition);
    opens && !since.iter().any(|token| words::is_verb(&token.core))
}

/// What is added where the last word or two before a gap would stand alone behind a sign.
fn stranded(before: &[Token<'_>]) -> i32 {
    match before {
        [.., signed, _] if ends_with_sign(signed) => STRANDED,
        [.., signed, first, _] if ends_with_sign(signed) && begins_anew(&first.core) => STRANDED,
        _ => 0,
    }
}

fn ends_with_sign(token: &Token<'_>) -> bool {
    token.sign != Sign::None && !words::is_abbreviation(&token.core)
}

/// Whether a word behind a comma begins something new rather than going on with a list.
fn begins_anew(word: &str) -> bool {
    match words::opening(word) {
        Some(Opening::Preposition | Opening::Negation) => true,
        // A pronoun; an auxiliary goes on with what was begun: "bahwa saya, akan bekerja".
        Some(Opening::Weak) => !words::leads(word),
        _ => words::is_verb(word),
    }
}

/// Whether the number of a law begins: "Undang-Undang | Nomor 5 Tahun 2014" is better parted than a name.
fn is_number_of_law(here: &Token<'_>, rest: &[Token<'_>]) -> bool {
    matches!(here.core.as_str(), "nomor" | "no")
        && rest.get(1).is_some_and(|next| figures::is_number(&next.core))
}

/// Whether what follows is drawn from what was said: "dan oleh karena itu".
fn begins_with_conclusion(rest: &[Token<'_>]) -> bool {
    matches!(rest, [joint, by, because, that, ..]
        if joint.core == "dan" && by.core == "oleh" && matches!(&*because.core, "karena" | "sebab") && that.core == "itu")
}

/// Whether a *yang* has one word only, and then the sentence goes on: "peraturan | yang berlaku dan melaksanakan tugas".
/// After any other word than *berlaku* a verb most often goes on with what is said of the noun: "yang bersih dan melayani".
fn is_short_relative(rest: &[Token<'_>]) -> bool {
    matches!(rest, [that, only, joint, next, _, ..]
        if that.core == "yang" && only.core == "berlaku" && only.sign == Sign::None && joint.core == "dan"
            && next.sign == Sign::None && next.core.starts_with("me") && words::is_verb(&next.core))
}

/// Whether a conjunction at the front begins a clause.
fn begins_clause(rest: &[Token<'_>]) -> bool {
    match rest.first().and_then(|here| words::opening(&here.core)) {
        Some(Opening::Clause) => true,
        // The "baik" of "baik …, maupun …", not that of "dengan baik".
        Some(Opening::Both) => rest.iter().take(REACH).any(|token| token.core == "maupun"),
        _ => false,
    }
}

/// Whether the last word before a gap leads on to the next: nobody breathes after "dan".
fn leads(before: &[Token<'_>], last: &Token<'_>) -> bool {
    let takes_part =
        matches!(before, [.., part, _] if matches!(part.core.as_str(), "ikut" | "turut" | "peran"));
    let to_the_utmost = matches!(before, [.., most, _] if most.core == "paling")
        && matches!(
            &*last.core,
            "lambat" | "lama" | "sedikit" | "banyak" | "tinggi" | "rendah"
        );
    to_the_utmost || words::leads(&last.core) && !(takes_part && last.core == "serta")
}

/// The cost before "dan" and its like: the closer the two sides belong together, the dearer.
fn coordination(before: &[Token<'_>], last: &Token<'_>, rest: &[Token<'_>], names: bool) -> i32 {
    let Some(second) = rest.get(1) else { return BAD };
    if words::are_twins(&last.core, &second.core) || are_single(before, last, rest, names) {
        return PAIR;
    }
    let new_clause = words::opening(&second.core).is_some() || words::is_verb(&second.core);
    if !new_clause && is_within_preposition(before) {
        WITHIN
    } else {
        FAIR
    }
}

/// Whether a coordination joins single words: one word after it, or two names of which the first has one word.
fn are_single(before: &[Token<'_>], last: &Token<'_>, rest: &[Token<'_>], names: bool) -> bool {
    let [_, second, third @ ..] = rest else {
        return false;
    };
    let alone = second.sign != Sign::None
        || third
            .first()
            .is_none_or(|third| matches!(words::opening(&third.core), Some(Opening::Preposition)));
    let short_name = matches!(before, [.., earlier, _] if !earlier.is_capitalised());
    alone || names && short_name && last.is_capitalised() && second.is_capitalised()
}

/// Whether the words before a gap end in a prepositional phrase.
fn is_within_preposition(before: &[Token<'_>]) -> bool {
    let near = before.iter().rev().take(REACH).enumerate();
    near.take_while(|(back, token)| *back == 0 || token.sign == Sign::None)
        .filter_map(|(_, token)| words::opening(&token.core))
        .find(|opening| *opening != Opening::Coordination)
        == Some(Opening::Preposition)
}

/// Whether a sign that stands alone is at the gap, and belongs to what is before it: "masing – masing".
fn is_doubled(before: &[Token<'_>], here: &Token<'_>) -> bool {
    match before {
        _ if here.core.is_empty() => true,
        [.., first, dash] => dash.core.is_empty() && !first.core.is_empty() && first.core == here.core,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::token;
    use super::*;

    /// The price of the gap where the bar stands.
    fn price(text: &str) -> Cost {
        let words_before = text
            .split(" | ")
            .next()
            .map_or(0, |before| before.split_whitespace().count());
        let text = text.replace(" | ", " ");
        let stretches = token::stretches(&text, &[]);
        costs(&stretches[0].tokens)[words_before - 1]
    }

    #[test]
    fn a_date_is_never_parted() {
        assert_eq!(price("Senin, | 7 Oktober 2024"), None);
        assert_eq!(price("pada Senin | 7 Oktober 2024"), None);
        assert_eq!(price("Senin, 7 | Oktober 2024"), None);
        assert_eq!(price("Senin, 7 Oktober | 2024"), None);
        assert_eq!(price("Jumat, | 24/11/2023"), None);
        assert_eq!(price("hari Senin, | tujuh orang hadir"), Some(COMMA));
    }

    #[test]
    fn a_number_is_never_parted() {
        assert_eq!(price("sebanyak 1 | 000 orang"), None);
        assert_eq!(price("tujuh puluh | sembilan tahun"), None);
        assert_eq!(price("lima, | enam"), Some(COMMA));
    }

    #[test]
    fn a_number_stays_with_what_it_counts_but_a_year_counts_nothing() {
        assert_eq!(price("kurang 125 | orang"), Some(BAD));
        assert_eq!(price("Tahun | 2024"), Some(BAD));
        assert_eq!(price("hari ulang tahun | ke-79"), Some(BAD));
        assert_eq!(price("tahun 2024 | berjalan"), Some(BEFORE_VERB));
    }

    #[test]
    fn nobody_breathes_after_a_word_that_leads_on() {
        for text in [
            "uang dan | segala",
            "kepada | masyarakat",
            "yang | adil",
            "tidak | memihak",
            "para | Asisten",
        ] {
            assert_eq!(price(text), Some(BAD), "{text}");
        }
        assert_eq!(price("memihak serta | setia"), Some(BAD));
        assert_eq!(price("ikut serta | dalam kampanye"), Some(FAIR));
    }

    #[test]
    fn a_number_in_words_stays_with_its_figures_and_what_it_counts_unless_it_is_long() {
        assert_eq!(price("selama 7 | (tujuh) hari kerja"), Some(BAD));
        assert_eq!(price("selama 7 (tujuh) | hari kerja"), Some(BAD));
        assert_eq!(price("senilai Rp10.000,00 | (sepuluh ribu rupiah)"), Some(FAIR));
    }

    #[test]
    fn an_ordinal_stays_with_what_it_counts() {
        assert_eq!(price("Hari Ulang Tahun ke-53 | KORPRI"), Some(BAD));
    }

    #[test]
    fn the_number_of_a_law_may_be_set_apart_from_its_name_but_not_from_itself() {
        assert_eq!(price("Undang-Undang | Nomor 5 Tahun 2014"), Some(DEAR));
        assert_eq!(price("Undang-Undang No. | 5 Tahun 2014"), Some(BAD));
    }

    #[test]
    fn short_capitals_belong_to_the_noun_before_unless_that_is_pointed_at() {
        assert_eq!(price("prinsip integritas | ASN"), Some(NAME));
        assert_eq!(price("mulai hari ini | ASN se-Indonesia"), Some(BEFORE_NAME));
        assert_eq!(price("di kantor | Kecamatan Sukamaju"), Some(BEFORE_NAME));
    }

    #[test]
    fn who_takes_part_from_where_may_begin_a_phrase_and_keeps_its_name() {
        assert_eq!(price("guru dan siswa | se-Kecamatan Sukamaju"), Some(FAIR));
        assert_eq!(price("siswa se-Kecamatan | Sukamaju"), Some(NAME));
        assert_eq!(
            price("pegawai se-Indonesia | menjaga netralitas"),
            Some(BEFORE_VERB)
        );
    }

    #[test]
    fn the_utmost_leads_on() {
        assert_eq!(
            price("Komisi Pemberantasan Korupsi | paling lambat 31 Maret"),
            Some(FAIR)
        );
        assert_eq!(price("paling lambat | tanggal 31 Maret"), Some(BAD));
    }

    #[test]
    fn a_yang_of_one_word_stays_where_the_sentence_goes_on() {
        assert_eq!(
            price("menaati peraturan | yang berlaku dan melaksanakan tugas"),
            Some(DEAR)
        );
        assert_eq!(price("negara | yang adil dan makmur"), Some(FAIR));
        assert_eq!(price("negara | yang merdeka, bersatu"), Some(FAIR));
    }

    #[test]
    fn attributes_that_are_joined_are_no_sentence_that_goes_on() {
        for text in [
            "birokrasi | yang bersih dan melayani masyarakat",
            "aparatur | yang jujur dan bertanggung jawab",
            "pegawai | yang profesional dan berintegritas tinggi",
            "peraturan | yang berlaku dan berkeadilan sosial",
            "peraturan | yang berlaku dan mengikat.",
            "tugas kami | adalah berlaku dan melaksanakan tugas",
        ] {
            assert_eq!(price(text), Some(FAIR), "{text}");
        }
    }

    #[test]
    fn short_capitals_that_do_something_are_a_subject() {
        for text in [
            "pada masa tenang | ASN dilarang memberikan dukungan",
            "dalam pemilihan kepala daerah | ASN wajib menjaga netralitas",
            "pada masa tenang | ASN harus netral",
            "pada masa tenang | ASN tidak berpihak",
            "pada masa tenang | ASN dapat memilih",
        ] {
            assert_eq!(price(text), Some(FAIR), "{text}");
        }
        assert_eq!(price("mulai hari ini | ASN harus netral"), Some(WEAK));
        assert_eq!(
            price("agar integritas | ASN dapat terwujud"),
            Some(WEAK),
            "whose it is"
        );
        assert_eq!(price("menjaga prinsip integritas | ASN di instansi"), Some(NAME));
        assert_eq!(price("prinsip integritas | ASN, wajib dijaga"), Some(NAME));
    }

    #[test]
    fn a_conclusion_begins_a_clause() {
        assert_eq!(
            price("melawan narkoba | dan oleh karena itu kami berjanji"),
            Some(CLAUSE)
        );
        assert_eq!(price("melawan narkoba | dan oleh semua pihak"), Some(FAIR));
    }

    #[test]
    fn nobody_breathes_before_a_word_that_belongs_to_the_one_before() {
        assert_eq!(price("ikrar | ini kami"), Some(BAD));
        assert_eq!(price("ikrar ini | kami buat"), Some(WEAK));
    }

    #[test]
    fn a_fixed_expression_stays_together_unless_a_sign_parts_it() {
        assert_eq!(price("rasa tanggung | jawab"), Some(BAD));
        assert_eq!(price("Wakil Kepala | Daerah"), Some(BAD));
        assert_eq!(price("media, | sosial"), Some(COMMA));
    }

    #[test]
    fn a_name_stays_together_but_capitals_of_a_heading_say_nothing() {
        assert_eq!(price("di Kemantren | Mergangsan"), Some(NAME));
        assert_eq!(price("di halaman | Kemantren Mergangsan"), Some(BEFORE_NAME));
        assert_eq!(price("IKRAR | NETRALITAS"), Some(DEAR));
    }

    #[test]
    fn titles_and_degrees_stay_with_the_name() {
        for text in [
            "oleh Drs. | R. Achmad Kurniawan",
            "Drs. R. | Achmad",
            "Kadir, | M.P.A.",
            "Abbas, S.H., | M.Si.",
        ] {
            assert_eq!(price(text), Some(BAD), "{text}");
        }
        assert_eq!(price("Kadir, | Sekretaris Daerah"), Some(COMMA));
    }

    #[test]
    fn the_end_of_a_sentence_is_the_best_place_and_an_abbreviation_ends_none() {
        assert_eq!(price("bangsa dan negara. | Kami setia"), Some(SENTENCE));
        assert_eq!(price("dipimpin Pj. | Sekretaris Daerah"), Some(BAD));
    }

    #[test]
    fn a_comma_after_a_preposition_still_waits_for_the_noun() {
        assert_eq!(price("baik sebelum, | selama maupun sesudah"), Some(WAITING));
        assert_eq!(price("kejujuran, | keadilan"), Some(COMMA));
        assert_eq!(
            price("dihapuskan, | karena tidak sesuai"),
            Some(CLAUSE_AFTER_COMMA)
        );
    }

    #[test]
    fn baik_begins_a_clause_only_where_maupun_comes() {
        assert_eq!(price("pelayanan publik | baik pusat maupun daerah"), Some(CLAUSE));
        assert_eq!(price("bekerja lebih | baik lagi"), Some(BAD));
        assert_eq!(price("tata kelola | baik"), Some(DEAR));
    }

    #[test]
    fn the_closer_two_words_are_coordinated_the_dearer_is_the_break() {
        assert_eq!(price("secara bijak | dan tidak menyebarkan"), Some(FAIR));
        assert_eq!(price("kepada calon | atau pasangan calon"), Some(WITHIN));
        assert_eq!(price("intimidasi | dan ancaman kepada"), Some(PAIR));
        assert_eq!(price("Menjaga | dan menegakkan prinsip"), Some(PAIR));
    }

    #[test]
    fn a_verb_keeps_the_preposition_it_asks_for() {
        assert_eq!(price("yang dipimpin | oleh hikmat"), Some(ASKED_FOR));
        assert_eq!(price("ancaman | kepada seluruh"), Some(FAIR));
    }

    #[test]
    fn no_word_is_left_alone_behind_a_comma() {
        assert_eq!(
            price("07.30 WIB, bertempat | di halaman"),
            Some(ASKED_FOR + STRANDED)
        );
        assert_eq!(
            price("masing-masing, dilaksanakan ikrar | di aula"),
            Some(FAIR + STRANDED),
            "nor two that begin something new"
        );
        assert_eq!(price("hormat, tepuk tangan | di aula"), Some(FAIR));
        assert_eq!(
            price("saya, akan bekerja | dengan jujur"),
            Some(FAIR),
            "an auxiliary goes on"
        );
    }

    #[test]
    fn a_sign_that_stands_alone_stays_behind_its_word() {
        assert_eq!(price("netral | — selalu"), Some(BAD));
        assert_eq!(price("netral — | selalu"), Some(COMMA));
        assert_eq!(price("instansi masing – | masing"), Some(BAD));
    }

    #[test]
    fn a_bracket_may_be_set_apart() {
        assert_eq!(price("Aparatur Sipil Negara | (ASN) kabupaten"), Some(FAIR));
    }
}
