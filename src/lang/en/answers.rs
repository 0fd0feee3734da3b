//! What the server answers where it gives nothing, in English.

use crate::lang::AnswerWords;

pub(super) const WORDS: AnswerWords = AnswerWords {
    not_found: "There is nothing at this address; the audience's screen is at / and the reader's at /reader.",
    only_get: "This screen can only be looked at; requests other than GET are refused.",
    by_address: "Open this screen by an IP address or localhost, not by another name.",
    other_site: "Requests from another site are refused.",
    no_room: "There is no place for another screen; please try again in a moment.",
};
