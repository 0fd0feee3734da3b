//! Expressions of the field that stay together: "tanggung jawab", "Wakil Kepala Daerah".
//!
//! A name that is missing here is still kept whole by its capitals; an expression in small letters is not.

use super::token::{Sign, Token};

/// What stays together, in the order of the first words, so that nothing need be made of the list before it can be looked
/// into. A sign within an expression parts it.
const FIXED: &[&str] = &[
    "ada pada",
    "adil dan beradab",
    "adil dan makmur",
    "allah swt",
    "allah yang maha kuasa",
    "aparatur sipil negara",
    "asas netralitas",
    "baik sebelum",
    "bakal calon",
    "bangsa dan negara",
    "bangsa indonesia",
    "berdasar kepada",
    "berdasarkan atas",
    "beriman dan bertakwa",
    "beriman dan bertaqwa",
    "berita bohong",
    "bersama dengan",
    "bertanda tangan di bawah ini",
    "bhinneka tunggal ika",
    "brigjen pol",
    "calon tertentu",
    "dalam bentuk",
    "dalam rangka",
    "dalam waktu paling lama",
    "dalam waktu paling lambat",
    "dana desa",
    "daripada itu",
    "dengan ini",
    "di atas",
    "di bawah",
    "di dalam",
    "di depan",
    "di hadapan",
    "di luar",
    "fungsi pelayanan publik",
    "hari kerja",
    "hari ulang tahun",
    "hikmat kebijaksanaan",
    "ikut serta",
    "irjen pol",
    "istirahat di tempat",
    "karena itu",
    "ke dalam",
    "ke depan",
    "keadilan sosial",
    "kepala daerah",
    "kepala desa",
    "kerja keras",
    "kesejahteraan umum",
    "ketuhanan yang maha esa",
    "kombes pol",
    "komjen pol",
    "konflik kepentingan",
    "korps pegawai republik indonesia",
    "kurang dari",
    "lahir dan batin",
    "langsung atau tidak langsung",
    "langsung maupun tidak langsung",
    "lebih dari",
    "media massa",
    "media sosial",
    "memegang teguh",
    "menjunjung tinggi",
    "negara indonesia",
    "negara kesatuan",
    "negara kesatuan republik indonesia",
    "negara republik indonesia",
    "netralitas asn",
    "non asn",
    "nusa dan bangsa",
    "oleh karena itu",
    "oleh sebab itu",
    "orang tua",
    "pakta integritas",
    "partai politik",
    "pasangan calon",
    "pegawai aparatur sipil negara",
    "pegawai asn",
    "pegawai negeri",
    "pegawai negeri sipil",
    "pegawai non asn",
    "pegawai non-asn",
    "pegawai pemerintah",
    "pelayanan publik",
    "pemerintah republik indonesia",
    "pemilihan kepala daerah",
    "pemilihan umum",
    "pemilu serentak",
    "peran serta",
    "perangkat daerah",
    "perangkat desa",
    "peraturan perundang-undangan",
    "perdamaian abadi",
    "peri-kemanusiaan dan peri-keadilan",
    "perjanjian kerja",
    "persatuan dan kesatuan",
    "persatuan indonesia",
    "pilkada serentak",
    "pintu gerbang",
    "politik praktis",
    "politik uang",
    "praktik politik uang",
    "pribadi dan golongan",
    "prinsip netralitas",
    "pungutan liar",
    "rahasia jabatan",
    "rahasia negara",
    "rakyat indonesia",
    "republik indonesia",
    "sampai dengan",
    "sebab itu",
    "sekretariat daerah",
    "sekretaris daerah",
    "selamat sentausa",
    "sesuai dengan",
    "setia dan taat",
    "sikap netral",
    "sikap sempurna",
    "staf ahli",
    "sungguh-sungguh",
    "tanah air",
    "tanggung jawab",
    "tenaga kontrak daerah",
    "terdiri atas",
    "tersebut di atas",
    "tersebut di bawah",
    "tuhan yang maha esa",
    "tumpah darah",
    "turut serta",
    "ujaran kebencian",
    "undang-undang dasar",
    "undang-undang dasar 1945",
    "undang-undang dasar negara",
    "uud 1945",
    "wakil bupati",
    "wakil gubernur",
    "wakil kepala daerah",
    "wakil presiden",
    "wakil wali kota",
    "wali kota",
    "warga negara",
    "wilayah bebas dari korupsi",
    "wilayah birokrasi bersih dan melayani",
    "yang maha esa",
    "yang maha kuasa",
    "zona integritas",
];

/// How many words the fixed expression at the front has, the longest of several; none is none.
pub(super) fn length_at(tokens: &[Token<'_>]) -> usize {
    let Some(first) = tokens.first().map(|token| token.core.as_str()) else {
        return 0;
    };
    let from = FIXED.partition_point(|expression| first_word(expression) < first);
    let beginning_so = FIXED
        .iter()
        .skip(from)
        .take_while(|expression| first_word(expression) == first);
    let lengths = beginning_so.filter_map(|expression| length_here(expression, tokens));
    lengths.max().unwrap_or(0)
}

fn first_word(expression: &str) -> &str {
    expression.split(' ').next().unwrap_or_default()
}

/// How many words an expression has, if it stands at the front.
fn length_here(expression: &str, tokens: &[Token<'_>]) -> Option<usize> {
    let mut length = 0;
    for word in expression.split(' ') {
        let parted = length > 0 && tokens.get(length - 1)?.sign != Sign::None;
        if parted || tokens.get(length)?.core != word {
            return None;
        }
        length += 1;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_expressions_stand_in_the_order_in_which_they_are_looked_for() {
        assert!(FIXED.is_sorted_by_key(|expression| first_word(expression)));
        let is_spaced = |expression: &&str| expression.split(' ').all(|word| !word.is_empty());
        assert!(FIXED.iter().all(is_spaced), "single spaces between words");
    }
}
