//! The real program in a real terminal, beside a bare one (`examples/bare.rs`), in turn and in one run.
//!
//! `cargo bench --bench pty` prints each figure with its target and whether it is met. It fails where the program does
//! something wrong, never for being slow: a busy machine is no fault. `cargo bench --bench pty -- PROGRAM` measures
//! another build, for a comparison.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a bench"
)]

#[path = "../support/ceremony.rs"]
mod ceremony;
#[cfg(target_os = "linux")]
mod following;
#[cfg(target_os = "linux")]
mod measures;
#[cfg(target_os = "linux")]
mod played;
#[cfg(target_os = "linux")]
mod recording;
#[cfg(target_os = "linux")]
mod screens;
#[cfg(target_os = "linux")]
mod table;

#[cfg(target_os = "linux")]
fn main() {
    measures::all();
}

/// Context switches and peak memory are read from `/proc`.
#[cfg(not(target_os = "linux"))]
fn main() {
    println!("only Linux tells what is measured here");
}
