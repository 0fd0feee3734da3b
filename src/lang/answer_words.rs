//! What whoever asks the server for something that it does not give reads instead: one sentence, in both languages, for
//! nobody knows which one is read there.

/// The words.
#[derive(Debug)]
pub struct AnswerWords {
    /// There is no such address; where the pages are.
    pub not_found: &'static str,
    /// Nothing can be sent here.
    pub only_get: &'static str,
    /// Asked by a name that is not ours.
    pub by_address: &'static str,
    /// Asked by a page of another site.
    pub other_site: &'static str,
    /// No place is left for another screen.
    pub no_room: &'static str,
}
