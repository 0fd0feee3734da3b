//! The real page in a real browser, fed by the real program: what the hall and the reader see, word by word.
//!
//! These tests need Chromium and its driver, and fail where there are none. `cargo test` leaves them out; `.ci/run` installs
//! both and plays them. Nothing is waited for by time: the page says when it has changed.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

#[path = "support/leading.rs"]
mod leading;
#[allow(dead_code, reason = "a part of it is needed here")]
#[path = "support/program.rs"]
mod program;
#[path = "support/terminal.rs"]
mod terminal;

#[path = "browser/chromium.rs"]
mod chromium;
#[path = "browser/heard.rs"]
mod heard;
#[path = "browser/leader.rs"]
mod leader;
#[path = "browser/lost.rs"]
mod lost;
#[path = "browser/own.rs"]
mod own;
#[path = "browser/parity.rs"]
mod parity;
#[path = "browser/scripted.rs"]
mod scripted;
#[path = "browser/texts.rs"]
mod texts;
#[path = "browser/together.rs"]
mod together;
#[path = "browser/veils.rs"]
mod veils;
#[path = "browser/walk.rs"]
mod walk;
