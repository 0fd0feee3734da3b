//! Expressions of the field that stay together: "tanggung jawab", "Wakil Kepala Daerah".
//!
//! A name that is missing here is still kept whole by its capitals; an expression in small letters is not.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::token::{Sign, Token};

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
pub(super) fn length_at(tokens: &[Token<'_>]) -> usize {
    let Some(expressions) = tokens
        .first()
        .and_then(|token| FIXED_BY_FIRST.get(token.core.as_str()))
    else {
        return 0;
    };
    let stands_here = |words: &&Vec<&str>| {
        tokens.len() >= words.len()
            && words.iter().zip(tokens).all(|(word, token)| token.core == *word)
            && tokens
                .iter()
                .take(words.len() - 1)
                .all(|token| token.sign == Sign::None)
    };
    expressions.iter().find(stands_here).map_or(0, Vec::len)
}
