//! The real program in a real terminal, as a leader has it: start, walk, save, quit, and all that goes wrong.
//!
//! Each test has folders of its own, and a terminal that never answers a query. Waits are for what stands on the screen.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

mod support {
    pub(crate) mod ikrar;
    pub(crate) mod terminal;
}

mod real_terminal {
    mod ends;
    mod keys;
    mod pipes;
    mod saves;
    mod start;
    mod stillness;
    mod walk;
}
