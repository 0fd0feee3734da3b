//! The word of a script that an author meant who wrote it in Indonesian: keys and kinds are English, and nobody knows
//! twelve kinds by heart.
//!
//! Only the words that the field itself has for them; what is merely mistyped is the business of `nearest`.

/// Words of the field, and what a script has for each; some stand for one thing here and for another there.
const WORDS: &[(&str, &str)] = &[
    ("aba-aba", "command"),
    ("acara", "step"),
    ("amanat", "address"),
    ("bersama", "together"),
    ("bersama-sama", "together"),
    ("butir", "clauses"),
    ("cadangan", "reserve"),
    ("catatan", "notes"),
    ("diam", "silence"),
    ("ditirukan", "echo"),
    ("diucapkan", "spoken"),
    ("doa", "prayer"),
    ("durasi", "duration"),
    ("hening", "silence"),
    ("hormat", "salute"),
    ("instansi", "agency"),
    ("jabatan", "office"),
    ("jam", "start"),
    ("jawaban", "reply"),
    ("jenis", "kind"),
    ("judul", "title"),
    ("kegiatan", "act"),
    ("lagu", "song"),
    ("lama", "duration"),
    ("laporan", "report"),
    ("lokasi", "place"),
    ("mengheningkan cipta", "silence"),
    ("mulai", "start"),
    ("nama", "name"),
    ("naskah", "text"),
    ("nilai", "values"),
    ("nomor", "numbers"),
    ("oleh", "by"),
    ("pembacaan", "reading"),
    ("pembuka", "opening"),
    ("pembukaan", "opening"),
    ("penandatanganan", "signing"),
    ("penghormatan", "salute"),
    ("pengumuman", "announcement"),
    ("penutup", "closing"),
    ("peran", "role"),
    ("petugas", "people"),
    ("petugas", "by"),
    ("postur", "posture"),
    ("saksi", "witnesses"),
    ("sambutan", "address"),
    ("satuan", "unit"),
    ("sendiri", "alone"),
    ("sikap", "posture"),
    ("singkatan", "short"),
    ("sumber", "source"),
    ("tanggal", "date"),
    ("teks", "text"),
    ("tempat", "place"),
    ("tirukan", "echo"),
    ("ucapan", "say"),
    ("waktu", "start"),
    ("zona", "zone"),
];

/// The one of `known` that a word of the field stands for.
pub(super) fn meant<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.trim().to_lowercase();
    known
        .into_iter()
        .find(|known| WORDS.contains(&(word.as_str(), known)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::fields::{self, Shape};

    #[test]
    fn a_word_of_the_field_finds_what_a_script_has_for_it() {
        assert_eq!(meant("Judul", ["title", "kind"]), Some("title"));
        assert_eq!(meant("petugas", ["title", "by"]), Some("by"), "in a step");
        assert_eq!(
            meant("petugas", ["title", "people"]),
            Some("people"),
            "at the top"
        );
        assert_eq!(meant("doa", ["title", "kind"]), None, "known, but not here");
        assert_eq!(meant("entah", ["title"]), None);
    }

    #[test]
    fn every_word_that_is_named_is_one_of_a_script() {
        fn known(fields: &'static [fields::Field], words: &mut Vec<&'static str>) {
            for field in fields {
                words.push(field.key);
                match &field.shape {
                    Shape::Word(spellings) => words.extend(*spellings),
                    Shape::Table(fields) | Shape::Tables(fields) | Shape::NamedTables(fields) => {
                        known(fields, words);
                    }
                    _ => {}
                }
            }
        }
        let mut words = Vec::new();
        known(fields::SCRIPT, &mut words);
        for (written, meant) in WORDS {
            assert!(words.contains(meant), "{written}: {meant}");
        }
    }
}
