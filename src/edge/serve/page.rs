//! The page of the audience's screens, filled with its words.

use crate::lang::Lang;
use crate::show::FollowerRole;

/// A page with what a browser may do on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    /// The page.
    pub(super) html: String,
    /// Its content security policy.
    pub(super) policy: String,
}

/// The page of a role, in a language.
pub(super) fn of(lang: Lang, _role: FollowerRole) -> Page {
    Page {
        html: include_str!("page.html").replace("{lang}", lang.spelling()),
        policy: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'".to_owned(),
    }
}
