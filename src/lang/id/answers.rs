//! What the server answers where it gives nothing, in Indonesian.

use crate::lang::AnswerWords;

pub(super) const WORDS: AnswerWords = AnswerWords {
    not_found: "Alamat ini tidak ada; layar peserta ada di / dan layar pembaca di /reader.",
    only_get: "Layar ini hanya dapat dilihat; permintaan selain GET ditolak.",
    by_address: "Buka layar ini dengan alamat IP atau localhost, bukan dengan nama lain.",
    other_site: "Permintaan dari situs lain ditolak.",
    no_room: "Tempat bagi layar sudah penuh; silakan coba lagi beberapa saat lagi.",
};
