//! The real program is killed, refused room, and started twice; and what comes back is what was on the screen.
//!
//! Each test has folders of its own, and every start is that of the real program in a real terminal. Waits are for what
//! stands on the screen; only where a program is killed at any moment at all does time itself count.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

#[allow(dead_code, reason = "a part of it is needed here")]
#[path = "support/program.rs"]
mod program;
#[path = "support/terminal.rs"]
mod terminal;

#[path = "recovery/any_moment.rs"]
mod any_moment;
#[path = "recovery/asked.rs"]
mod asked;
#[path = "recovery/beside.rs"]
mod beside;
#[path = "recovery/counted.rs"]
mod counted;
#[path = "recovery/day.rs"]
mod day;
#[path = "recovery/every_move.rs"]
mod every_move;
#[cfg(target_os = "linux")]
#[path = "recovery/limits.rs"]
mod limits;
#[path = "recovery/offered.rs"]
mod offered;
#[path = "recovery/refused.rs"]
mod refused;
#[path = "recovery/runs.rs"]
mod runs;
#[path = "recovery/screens.rs"]
mod screens;
